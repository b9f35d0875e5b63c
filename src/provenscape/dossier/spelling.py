"""An exact number or formula read from its text, of which nothing is ever run as code.

The texts come from a ledger, and that of an archive may be a stranger's: SymPy's own parser, which
hands them to Python, is not for them.
"""

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Any

import sympy as sp

OPERATIONS: dict[type, Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.UAdd: operator.pos,
    ast.USub: operator.neg,
}
FUNCTIONS = {f.__name__: f for f in (sp.exp, sp.log, sp.sin, sp.cos, sp.tanh)} | {"sqrt": sp.sqrt}
CONSTANTS = {"pi": sp.pi, "E": sp.E}
LONGEST = 2_000  # characters of a text
LARGEST_POWER = 1_000  # a number as an exponent


def expression(text: str, symbols: Mapping[str, sp.Symbol]) -> sp.Expr | None:
    """The expression that a text spells with these symbols, whole numbers, the four operations,
    powers and the functions known here; None for any other text."""
    try:
        if len(text) > LONGEST:
            return None
        return _read(ast.parse(text, mode="eval").body, CONSTANTS | dict(symbols))
    except (SyntaxError, ValueError, TypeError, KeyError, RecursionError, MemoryError):
        return None


def _read(node: ast.expr, names: Mapping[str, sp.Expr]) -> sp.Expr:
    """The value of a node of the syntax tree. Raises ValueError or KeyError for what is unknown."""
    match node:
        case ast.Constant(value=int(value)) if type(value) is int:
            return sp.Integer(value)
        case ast.Name(id=name):
            return names[name]
        case ast.UnaryOp(op=op, operand=inner):
            return OPERATIONS[type(op)](_read(inner, names))
        case ast.BinOp(left=left, op=op, right=right):
            first, second = _read(left, names), _read(right, names)
            if isinstance(op, ast.Pow) and second.is_number and abs(second) > LARGEST_POWER:
                raise ValueError(ast.dump(node))
            return OPERATIONS[type(op)](first, second)
        case ast.Call(func=ast.Name(id=name), args=[inner], keywords=[]):
            return FUNCTIONS[name](_read(inner, names))
    raise ValueError(ast.dump(node))
