"""Of which degree a file's expressions are in the number of a step, or in a constant."""

import ast
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import sympy as sp

from provenscape.rate.kinds import COUNTER, TIMES
from provenscape.rate.reader import OPERATIONS, Reader, mapping, starting
from provenscape.rate.text import read

HIGH, TOO_HIGH = 20, 1000  # degrees


def counters(path: Path) -> tuple[set[str], int]:
    """Of k, t and t_next, those on which a step depends, and the degree in them of numerators and
    denominators; raises UserError.

    Roots of them are counted as of a degree that is too high for any use.
    """
    given = read(path)
    declared = [
        name for key in ("constants", "functions", "minimizers") for name in given.get(key, {})
    ]
    declared += list(starting(Reader(str(path), {}), given["start"]))
    free = {sp.Symbol(name) for name in (COUNTER, *TIMES) if name not in declared}
    seen, highest = set[sp.Symbol](), 0

    def of(node: ast.AST) -> sp.Expr:
        nonlocal highest
        made = _symbolic(node, of, free)
        if used := sorted(free & made.free_symbols, key=str):
            seen.update(used)
            fraction = sp.fraction(sp.together(made))
            highest = max(highest, *(sp.Poly(sp.expand(e), *used).total_degree() for e in fraction))
        return made

    for text in mapping(str(path), "step", given["step"]).values():
        of(ast.parse(str(text).strip(), mode="eval").body)
    return {str(symbol) for symbol in seen}, highest


def degree_in(path: Path, name: str) -> int:
    """The degree in a constant, of numerators and denominators, of what a file says of it."""
    given, symbol, highest = read(path), sp.Symbol(name), 0

    def of(node: ast.AST) -> sp.Expr:
        nonlocal highest
        made = _symbolic(node, of, {symbol})
        if made.has(symbol):
            for part in sp.fraction(sp.together(made)):
                highest = max(highest, int(sp.Poly(sp.expand(part), symbol).total_degree()))
        return made

    def texts(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        inside = value.values() if isinstance(value, Mapping) else value
        for one in () if isinstance(value, str) else inside or ():
            yield from texts(one)

    for text in texts(given):
        with suppress(SyntaxError, ValueError):
            tree = ast.parse(text.strip(), mode="eval").body
            for node in (
                (tree.left, *tree.comparators) if isinstance(tree, ast.Compare) else (tree,)
            ):
                of(node)
    return highest


def _symbolic(
    node: ast.AST, of: Callable[[ast.AST], sp.Expr], free: Collection[sp.Symbol]
) -> sp.Expr:
    """An expression, with a symbol of its own for each call, whose arguments are seen as well."""
    match node:
        case ast.Constant(value=int() as number):
            return sp.Integer(number)
        case ast.Name(id=name):
            return sp.Symbol(name)
        case ast.UnaryOp():
            return -of(node.operand)
        case ast.BinOp(left=left, op=op, right=right):
            first, second = of(left), of(right)
            if isinstance(op, ast.Div):
                return first / second
            if isinstance(op, ast.Pow):
                used = sorted(free & first.free_symbols, key=str)
                return used[0] ** TOO_HIGH if used and _high(first, second) else first**second
            return OPERATIONS[type(op)](first, second)
        case ast.Call(func=ast.Name(id=name), args=arguments):
            known = [of(argument) for argument in arguments]
            used = [s for e in known for s in free & e.free_symbols]
            if name == "sqrt" and used:
                return used[0] ** TOO_HIGH
    return sp.Dummy()


def _high(base: sp.Expr, exponent: sp.Expr) -> bool:
    """Whether a power of an expression has a degree that is too high for any use, or is no number:
    to expand it could take long."""
    powers = [abs(power.exp) for power in base.atoms(sp.Pow)]
    return not exponent.is_Integer or abs(exponent) * max([1, *powers]) > HIGH
