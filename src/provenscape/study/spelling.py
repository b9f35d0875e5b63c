"""An exact number or formula read from its text, of which nothing is ever run as code.

The texts come from a ledger, and that of an archive may be a stranger's, or from a command line:
SymPy's own parser, which hands them to Python, is not for them. The grammar is looked at first;
what would grow without bound while it is built is refused before it is.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import sympy as sp

from provenscape.study.grammar import CONSTANTS, FUNCTIONS, Unreadable, parsed

LARGEST_POWER = 1_000  # a number as an exponent
LARGEST_NUMBER = 20_000  # bits of a numerator or denominator


@dataclass(frozen=True)
class Condition:
    """What a part of a text asks of an expression in it: that it is != 0, > 0 or >= 0."""

    on: sp.Expr
    relation: str
    text: str


def of_power(exponent: sp.Expr) -> str | None:
    """What a power asks of its base; None for a power that is defined everywhere."""
    if exponent.is_Integer:
        return "!= 0" if exponent < 0 else None
    return ">= 0" if exponent.is_Rational and exponent > 0 else "> 0"


def expression(text: str, symbols: Mapping[str, sp.Symbol]) -> sp.Expr | None:
    """The expression that a text spells with these symbols, numbers, the four operations, powers
    and the functions known here; None for any other text."""
    try:
        return read(text, symbols.__getitem__)
    except (Unreadable, KeyError):
        return None


def read(
    text: str, symbol: Callable[[str], sp.Expr], conditions: list[Condition] | None = None
) -> sp.Expr:
    """The expression that a text spells; `symbol` says what a name stands for, or raises.

    A power may be written `**`, `^` or with raised digits; decimals are taken as the fractions that
    they are. What its parts ask for is added to `conditions`, as SymPy folds while it reads. Raises
    `Unreadable` with what is wrong and the remedy.
    """
    tree, plain = parsed(text, symbol)
    noted = [] if conditions is None else conditions
    try:
        return _finite(_read(tree, plain, symbol, noted))
    except (RecursionError, MemoryError) as error:
        raise Unreadable("it is nested too deeply; write it in a flatter form") from error
    except Unreadable:
        raise
    except (ValueError, TypeError) as error:
        raise Unreadable(f"it is no real expression ({type(error).__name__})") from error


def _read(
    node: ast.expr, text: str, symbol: Callable[[str], sp.Expr], conditions: list[Condition]
) -> sp.Expr:
    """The value of a node of a tree that has the grammar of a formula."""

    def inner(part: ast.expr) -> sp.Expr:
        return _read(part, text, symbol, conditions)

    def note(on: sp.Expr, relation: str | None, part: ast.expr) -> None:
        if relation is not None:
            source = ast.get_source_segment(text, part) or text
            conditions.append(Condition(on, relation, source))

    match node:
        case ast.Constant():
            value = Fraction(ast.get_source_segment(text, node) or "")
            return sp.Rational(value.numerator, value.denominator)
        case ast.Name(id=name):
            return getattr(sp, name) if name in CONSTANTS else symbol(name)
        case ast.UnaryOp(op=sign, operand=part):
            return -inner(part) if isinstance(sign, ast.USub) else inner(part)
        case ast.BinOp():
            following = []
            while isinstance(node, ast.BinOp):  # a long sum leans to the left
                following.append(node)
                node = node.left
            value = inner(node)
            for whole in reversed(following):
                second = inner(whole.right)
                if isinstance(whole.op, ast.Div):
                    note(second, "!= 0", whole)
                elif isinstance(whole.op, ast.Pow):
                    note(value, of_power(second), whole)
                value = _operation(whole.op, value, second)
            return value
        case ast.Call(func=ast.Name(id=name), args=[part]) if name in FUNCTIONS:
            argument = inner(part)
            note(argument, {"log": "> 0", "sqrt": ">= 0"}.get(name), node)
            return _finite(getattr(sp, name)(argument))
    raise TypeError(ast.dump(node))


def _operation(op: ast.operator, first: sp.Expr, second: sp.Expr) -> sp.Expr:
    match op:
        case ast.Add():
            return first + second
        case ast.Sub():
            return first - second
        case ast.Mult():
            return first * second
        case ast.Div() if second == 0:
            raise Unreadable("it divides by zero")
        case ast.Div():
            return first / second
        case ast.Pow():
            return _raised(first, second)
    raise TypeError(ast.dump(op))


def _raised(base: sp.Expr, exponent: sp.Expr) -> sp.Expr:
    """A power that stays of readable size."""
    if exponent.is_number and not (exponent.is_Rational and abs(exponent) <= LARGEST_POWER):
        raise Unreadable(f"an exponent is a fraction of size at most {LARGEST_POWER}")
    if base == 0 and exponent.is_number and exponent < 0:
        raise Unreadable("it divides by zero")
    bits = max((_bits(number) for number in base.atoms(sp.Rational)), default=0)
    if exponent.is_Rational and bits * abs(exponent) > LARGEST_NUMBER:
        raise Unreadable(f"a power has numbers of more than {LARGEST_NUMBER} bits")
    return _finite(base**exponent)


def _finite(value: sp.Expr) -> sp.Expr:
    """The value, if it is an exact real expression with numbers of readable size."""
    if value.has(sp.nan, sp.zoo, sp.oo, -sp.oo, sp.I):
        raise Unreadable("a part of it is not defined as a real number")
    if any(_bits(number) > LARGEST_NUMBER for number in value.atoms(sp.Rational)):
        raise Unreadable(f"it has numbers of more than {LARGEST_NUMBER} bits")
    return value


def _bits(number: sp.Rational) -> int:
    return max(int(number.p).bit_length(), int(number.q).bit_length())
