"""A PEPit script, run unchanged, with the performance problems that it solves.

This runs the script's Python code, as `python script.py` does. Before that, its text is changed in
five places: decimals, quotients, powers and calls of square roots are told which exact number they
stand for (`tracing`), and what functions call theoretical is noted. Floats have the values they
would have, and `type` calls them floats; `__class__` does not, it is `Traced`, a subclass of float.
Text that the script itself gives to `eval` and `exec` and modules that it imports run as they are;
their numbers are plain floats.
"""

import ast
import contextlib
import io
import math
import os
import re
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np
from PEPit import PEP

from provenscape.claims.isolation import shortened
from provenscape.errors import UserError
from provenscape.rate import tracing
from provenscape.rate.problem import Problem, read

NAMES = {"literal": "_rate_literal", "quotient": "_rate_quotient", "power": "_rate_power"}
CALL, TELL = "_rate_call", "_rate_tell"
TOLD = "theoretical"  # names of published numbers begin so
OF_PROGRAMMERS = (DeprecationWarning, PendingDeprecationWarning, FutureWarning, ResourceWarning)
WARNED = re.compile("duality gap seems")  # what PEPit prints although it is to be silent
SAID = {
    "Solution may be inaccurate": "PEPit's solver says that its number may be inaccurate",
    "duality gap seems": "PEPit says that its solver might not have converged",
    "Strict constraints": "PEPit takes < for <= and > for >=",
}
AT_MOST = 20  # problems of one script that are kept


@dataclass
class Ran:
    """What a script left: its problems, with PEPit's own values, what was warned of in our words
    while each was solved, and outside of this with the first, and the published numbers that it has
    in the end and that its functions noted, each after how many problems."""

    problems: list[tuple[Problem, float | None]] = field(default_factory=list)
    warned: dict[int, list[str]] = field(default_factory=dict)
    left: dict[str, Any] = field(default_factory=dict)
    noted: list[tuple[int, str, float]] = field(default_factory=list)
    error: str | None = None


class _Told(ast.NodeTransformer):
    """Decimals, quotients, powers and calls go through `tracing`; after a statement of a function
    that sets a published number, it is noted."""

    def __init__(self, text: str) -> None:
        self.text, self.inside = text, 0

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.inside += 1
        self.generic_visit(node)
        self.inside -= 1
        return node

    def visit_Assign(self, node: ast.Assign) -> Any:
        self.generic_visit(node)
        return self._noted(node, node.targets)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        self.generic_visit(node)
        return self._noted(node, [node.target] if node.value else [])

    def _noted(self, node: ast.stmt, targets: Sequence[ast.AST]) -> Any:
        found = (n for target in targets for n in ast.walk(target) if isinstance(n, ast.Name))
        names = [n.id for n in found if n.id.startswith(TOLD)] if self.inside else []
        known = (ast.Name(name, ast.Load()) for name in names)
        calls = (self._call(TELL, ast.Constant(k), v) for k, v in zip(names, known, strict=True))
        return [node, *map(ast.Expr, calls)]

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
        if plain and len(node.args) == 1:
            node.func = self._call(CALL, node.func)
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        return node  # formatted text is not computed with

    def visit_MatchValue(self, node: ast.MatchValue) -> ast.AST:
        return node  # a pattern has no calls; what is matched equals its number

    def visit_MatchMapping(self, node: ast.MatchMapping) -> ast.AST:
        return node

    @staticmethod
    def _call(name: str, *arguments: Any) -> ast.Call:
        return ast.Call(ast.Name(name, ast.Load()), list(arguments), [])


def _called(function: Any) -> Any:
    """What is called instead of a function, in the scope of the script: square roots are traced and
    the type of a traced number is that of a float; nothing else is changed."""
    if function is math.sqrt or function is np.sqrt:
        return lambda x: tracing.root(x) if isinstance(x, int | float) else function(x)
    if function is type:
        return lambda x: float if type(x) is tracing.Traced else type(x)
    return function


def told(text: str, path: Path) -> Any:
    """The compiled script; raises UserError where it is no Python."""
    try:
        tree = ast.parse(text, str(path))
        compile(text, str(path), "exec")
    except (SyntaxError, ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        where = f"{path}:{line}" if line else str(path)
        raise UserError(f"{where}: no Python that can be read; does `python` run it?") from None
    try:
        return compile(ast.fix_missing_locations(_Told(text).visit(tree)), str(path), "exec")
    except (SyntaxError, ValueError, RecursionError) as error:
        what = f"decimals, quotients, powers or calls stand where none can be traced ({error})"
        raise UserError(f"{path}: {what}; set them to names before") from None


@contextlib.contextmanager
def caught(ran: Ran, told_of: Callable[[PEP], None] = lambda _: None) -> Iterator[None]:
    """Problems are kept, and told of, as they are solved; the script sees PEPit's own answer."""
    solve = PEP.solve

    def solving(self: PEP, *arguments: Any, **options: Any) -> Any:
        value = None
        try:
            with _kept(ran):
                value = solve(self, *arguments, **options)
            return value
        finally:
            if self.objective is not None and len(ran.problems) < AT_MOST:
                pepit = float(value) if isinstance(value, int | float) else math.nan
                ran.problems.append((read(self), pepit if math.isfinite(pepit) else None))
                told_of(self)

    PEP.solve = solving
    try:
        with _kept(ran):
            yield
    finally:
        PEP.solve = solve


@contextlib.contextmanager
def _kept(ran: Ran) -> Iterator[None]:
    """Keep what is printed and warned of from the terminal, and its words for the next problem."""
    printed, told = io.StringIO(), ran.warned.setdefault(len(ran.problems), [])
    try:
        with warnings.catch_warnings(record=True) as seen, contextlib.redirect_stdout(printed):
            warnings.simplefilter("always")
            yield
    finally:
        texts = [str(one.message) for one in seen if not issubclass(one.category, OF_PROGRAMMERS)]
        texts += [printed.getvalue()] if WARNED.search(printed.getvalue()) else []
        told += [said for said in map(_in_words, texts) if said not in told]


def _in_words(text: str) -> str:
    """A warning in our words, or in its own if there are none, in one line."""
    for part, said in SAID.items():
        if part in text:
            return said
    return f"the script was warned: {shortened(' '.join(text.split()))}"


def _of(frame: FrameType, path: Path) -> bool:
    return frame.f_code.co_filename == str(path)


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


def _stopped(ran: Ran, how: str) -> None:
    """With the last problem it is told how the script stopped after it."""
    told = ran.warned.setdefault(len(ran.problems) - 1, [])
    told.append(f"the script stopped with {how}; what it solved before is above")


def run(path: Path, told_of: Callable[[PEP], None] = lambda _: None) -> Ran:
    """Run the script as `__main__`; raises UserError where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: cannot be read ({type(error).__name__})") from None
    code, ran = told(text, path), Ran()

    def tell(name: str, value: Any) -> None:
        if isinstance(value, int | float):
            ran.noted.append((len(ran.problems), name, value))

    tools = {CALL: _called, TELL: tell} | {v: getattr(tracing, k) for k, v in NAMES.items()}
    space: dict[str, Any] = {"__name__": "__main__", "__file__": str(path), **tools}
    arguments, folders = sys.argv, list(sys.path)
    sys.argv, sys.path[:0] = [str(path)], [str(path.resolve().parent)]
    try:
        with _silenced(), caught(ran, told_of):
            exec(code, space)
    except SystemExit as ended:
        if ended.code not in (None, 0):
            _stopped(ran, "an exit status that is not 0")
    except (Exception, KeyboardInterrupt) as error:  # the script's own mistakes are told, not ours
        lines = [n for f, n in traceback.walk_tb(error.__traceback__) if _of(f, path)]
        where = f"line {lines[-1]}: " if lines else ""
        ran.error = f"{where}{type(error).__name__}: {error}".removesuffix(": ")
        at = f" at line {lines[-1]}" if lines else ""
        _stopped(ran, f"{type(error).__name__}{at}")
    finally:
        sys.argv, sys.path[:] = arguments, folders
    ran.left = {name: value for _, name, value in ran.noted}
    ran.left |= {k: v for k, v in space.items() if isinstance(v, int | float)}
    return ran
