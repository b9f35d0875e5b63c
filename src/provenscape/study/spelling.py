"""An exact number or formula read from its text, of which nothing is ever run as code.

The texts come from a ledger, and that of an archive may be a stranger's, or from a command line:
SymPy's own parser, which hands them to Python, is not for them. Python's grammar gives the tree;
each of its nodes is a number, a name, one of the four operations, a power or a function known here,
or the text is refused. What would grow without bound while it is built is refused before it is.
"""

import ast
import re
import unicodedata
from collections.abc import Callable, Mapping
from fractions import Fraction

import sympy as sp

FUNCTIONS = {f.__name__: f for f in (sp.exp, sp.log, sp.sin, sp.cos, sp.tanh)} | {"sqrt": sp.sqrt}
CONSTANTS = {"pi": sp.pi, "E": sp.E}
LONGEST = 2_000  # characters of a text
DEEPEST = 100  # operations within operations
LARGEST_POWER = 1_000  # a number as an exponent
LARGEST_NUMBER = 20_000  # bits of a numerator or denominator
DECIMAL = re.compile(r"(\d{1,300})?(\.\d{0,300})?([eE][+-]?\d{1,2})?")
ABSOLUTE = (
    "an absolute value has no derivative at 0 and is not taken; take x and -x for it, each on its "
    "side, or sqrt(x**2 + 1) in its place"
)
PRODUCT = "write * for a product or parentheses for a function, as in 3*x*y - sin(x)/2"
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SIGNS = str.maketrans({"^": "**", "−": "-", "·": "*", "×": "*"})


class Unreadable(ValueError):
    """A text that spells no expression, and why."""


def expression(text: str, symbols: Mapping[str, sp.Symbol]) -> sp.Expr | None:
    """The expression that a text spells with these symbols, numbers, the four operations, powers
    and the functions known here; None for any other text."""
    try:
        return read(text, symbols.__getitem__)
    except (Unreadable, KeyError):
        return None


def read(text: str, symbol: Callable[[str], sp.Expr]) -> sp.Expr:
    """The expression that a text spells; `symbol` says what a name stands for, or raises.

    A power may be written `**`, `^` or with raised digits; decimals are taken as the fractions that
    they are. Raises `Unreadable` with what is wrong and the remedy.
    """
    if len(text) > LONGEST:
        raise Unreadable(f"it has {len(text)} characters; at most {LONGEST} are read")
    if "#" in text:
        raise Unreadable("it has #, after which nothing would be read; leave that out")
    plain = re.sub(f"[{RAISED}]+", _power, text.strip()).translate(SIGNS)
    for place, sign in enumerate(plain, 1):
        if not sign.isascii() or not sign.isprintable():
            name = unicodedata.name(sign, "a control character")
            raise Unreadable(f"sign {place} is {name}; write it in ASCII, a power as x**2")
    try:
        tree = ast.parse(plain, mode="eval").body
        return _finite(_read(tree, plain, symbol, DEEPEST))
    except SyntaxError as error:
        raise Unreadable(
            f"it is no formula ({error.msg}, at sign {error.offset}); {_remedy(plain)}"
        ) from error
    except (RecursionError, MemoryError) as error:
        raise Unreadable("it is nested too deeply; write it in a flatter form") from error
    except Unreadable:
        raise
    except (ValueError, TypeError) as error:
        raise Unreadable(f"it is no real expression ({type(error).__name__})") from error


def _remedy(text: str) -> str:
    """What to write instead of a text that is no formula."""
    if "|" in text:
        return ABSOLUTE
    if found := re.search(r"\d\s*[A-Za-z(]|\)\s*[A-Za-z0-9(]|[A-Za-z]\s+[A-Za-z0-9(]", text):
        return f"where {shown(found[0])} stands, {PRODUCT}"
    return "write 3*x*y - x**2/2"


def _power(found: re.Match[str]) -> str:
    return "**" + "".join(str(RAISED.index(digit)) for digit in found[0])


def _read(node: ast.expr, text: str, symbol: Callable[[str], sp.Expr], depth: int) -> sp.Expr:
    """The value of a node of the syntax tree."""
    if depth == 0:
        raise Unreadable(
            f"it is nested deeper than {DEEPEST} operations; write it in a flatter form"
        )

    def inner(part: ast.expr) -> sp.Expr:
        return _read(part, text, symbol, depth - 1)

    match node:
        case ast.Constant(value=int() | float()) if type(node.value) is not bool:
            return _number(ast.get_source_segment(text, node) or "")
        case ast.Name(id=name):
            return CONSTANTS[name] if name in CONSTANTS else symbol(name)
        case ast.UnaryOp(op=ast.USub(), operand=part):
            return -inner(part)
        case ast.UnaryOp(op=ast.UAdd(), operand=part):
            return inner(part)
        case ast.BinOp():
            following = []
            while isinstance(node, ast.BinOp):  # a long sum leans to the left
                following.append((node.op, node.right))
                node = node.left
            value = inner(node)
            for op, part in reversed(following):
                value = _operation(op, value, inner(part))
            return value
        case ast.Call(func=ast.Name(id=name), args=[part], keywords=[]):
            if name not in FUNCTIONS:
                if name in ("abs", "Abs"):
                    raise Unreadable(ABSOLUTE)
                known = ", ".join(sorted(FUNCTIONS))
                raise Unreadable(f"{shown(name)} is no function known here; there are {known}")
            return _finite(FUNCTIONS[name](inner(part)))
        case ast.Call(func=func) if not isinstance(func, ast.Name):
            raise Unreadable(f"{shown(ast.get_source_segment(text, node) or '')}: {PRODUCT}")
    raise Unreadable(
        f"{shown(ast.get_source_segment(text, node) or 'a part')} is no number, name, operation or "
        "function; write it with + - * / ** and parentheses"
    )


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
    raise Unreadable("of operations there are + - * / and **")


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


def _number(text: str) -> sp.Rational:
    if not DECIMAL.fullmatch(text):
        raise Unreadable(
            f"{shown(text)} is no number; write 123, 1.5 or 2e-3, with at most 300 digits"
        )
    value = Fraction(text)
    return sp.Rational(value.numerator, value.denominator)


def shown(text: str) -> str:
    """A text as a message quotes it: short, and in ASCII."""
    return ascii(text if len(text) <= 40 else f"{text[:37]}...")
