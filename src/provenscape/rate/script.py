"""A PEPit script, run unchanged, with the performance problems that it solves.

This runs the script's Python code, as `python script.py` does. Before that, its text is changed in
four places, none of which changes a value: decimals, quotients, powers and calls of square roots
are told which exact number they stand for (`tracing`). Modules that the script imports run as they
are; their numbers are plain floats.
"""

import ast
import contextlib
import io
import math
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from PEPit import PEP

from provenscape.errors import UserError
from provenscape.rate import tracing
from provenscape.rate.problem import Problem, read

NAMES = {"literal": "_rate_literal", "quotient": "_rate_quotient", "power": "_rate_power"}
CALL = "_rate_call"
AT_MOST = 20  # problems of one script that are kept


@dataclass
class Ran:
    """What a script left: its problems, with PEPit's own values, what it printed and returned."""

    problems: list[tuple[Problem, float | None]] = field(default_factory=list)
    output: str = ""
    left: dict[str, Any] = field(default_factory=dict)
    error: str | None = None


class _Told(ast.NodeTransformer):
    """Decimals, quotients, powers and calls go through `tracing`."""

    def __init__(self, text: str) -> None:
        self.text = text

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if type(node.value) is not float:
            return node
        written = ast.get_source_segment(self.text, node) or repr(node.value)
        return self._call(NAMES["literal"], ast.Constant(written))

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Div):
            return self._call(NAMES["quotient"], node.left, node.right)
        if isinstance(node.op, ast.Pow):
            return self._call(NAMES["power"], node.left, node.right)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        plain = not node.keywords and not any(isinstance(a, ast.Starred) for a in node.args)
        return self._call(CALL, node.func, *node.args) if plain and len(node.args) == 1 else node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        return node  # formatted text is not computed with

    @staticmethod
    def _call(name: str, *arguments: Any) -> ast.Call:
        return ast.Call(ast.Name(name, ast.Load()), list(arguments), [])


def _called(function: Any, argument: Any) -> Any:
    """Square roots are traced; nothing else is changed."""
    if (function is math.sqrt or function is np.sqrt) and isinstance(argument, int | float):
        return tracing.root(argument)
    return function(argument)


def told(text: str, path: Path) -> Any:
    """The compiled script; raises UserError where it is no Python."""
    try:
        tree = _Told(text).visit(ast.parse(text, str(path)))
        return compile(ast.fix_missing_locations(tree), str(path), "exec")
    except (SyntaxError, ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        where = f"{path}:{line}" if line else str(path)
        raise UserError(f"{where}: no Python that can be read; does `python` run it?") from None


@contextlib.contextmanager
def caught(ran: Ran, told_of: Callable[[PEP], None] = lambda _: None) -> Iterator[None]:
    """Problems are kept, and told of, as they are solved; the script sees PEPit's own answer."""
    solve = PEP.solve

    def solving(self: PEP, *arguments: Any, **options: Any) -> Any:
        value = None
        try:
            value = solve(self, *arguments, **options)
            return value
        finally:
            if self.objective is not None and len(ran.problems) < AT_MOST:
                pepit = float(value) if isinstance(value, int | float) else math.nan
                ran.problems.append((read(self), pepit if math.isfinite(pepit) else None))
                told_of(self)

    PEP.solve = solving
    try:
        yield
    finally:
        PEP.solve = solve


@contextlib.contextmanager
def _silenced() -> Iterator[None]:
    """What solvers write past `sys.stdout` is not shown among the answers of the command."""
    sys.stdout.flush()
    kept, null = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    try:
        yield
    finally:
        sys.stdout.flush()
        os.dup2(kept, 1)
        os.close(kept)
        os.close(null)


def run(path: Path, told_of: Callable[[PEP], None] = lambda _: None) -> Ran:
    """Run the script as `__main__`; raises UserError where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: cannot be read ({type(error).__name__})") from None
    code, ran, printed = told(text, path), Ran(), io.StringIO()
    tools = {CALL: _called} | {v: getattr(tracing, k) for k, v in NAMES.items()}
    space: dict[str, Any] = {"__name__": "__main__", "__file__": str(path), **tools}
    arguments, folders = sys.argv, list(sys.path)
    sys.argv, sys.path[:0] = [str(path)], [str(path.resolve().parent)]
    try:
        with _silenced(), caught(ran, told_of), contextlib.redirect_stdout(printed):
            exec(code, space)
    except SystemExit:
        pass
    except (Exception, KeyboardInterrupt) as error:  # the script's own mistakes are told, not ours
        line = error.__traceback__
        while line and line.tb_next and line.tb_frame.f_code.co_filename != str(path):
            line = line.tb_next
        ran.error = f"{type(error).__name__}: {error}"
    finally:
        sys.argv, sys.path[:] = arguments, folders
    ran.output = printed.getvalue()
    ran.left = {k: v for k, v in space.items() if isinstance(v, int | float)}
    return ran
