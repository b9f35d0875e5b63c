"""What a formula may be made of, looked at before anything of it is computed.

Python's grammar gives the tree; each of its nodes is a number, a name, one of the four operations,
a power or a function known here, or the text is refused. SymPy is not needed for that, and is slow
to come.
"""

import ast
import re
import unicodedata
from collections.abc import Callable

FUNCTIONS = ("cos", "exp", "log", "sin", "sqrt", "tanh")
CONSTANTS = ("E", "pi")
LONGEST = 2_000  # characters of a text
DEEPEST = 100  # operations within operations
DECIMAL = re.compile(r"(\d{1,300})?(\.\d{0,300})?([eE][+-]?\d{1,2})?")
ABSOLUTE = (
    "an absolute value has no derivative at 0 and is not taken; take x and -x for it, each on its "
    "side, or sqrt(x**2 + 1) in its place"
)
INSTEAD = {
    "tan": "sin(x)/cos(x)",
    "sinh": "(exp(x) - exp(-x))/2",
    "cosh": "(exp(x) + exp(-x))/2",
    "cbrt": "x**(1/3) for x >= 0",
}
PRODUCT = "write * for a product or parentheses for a function, as in 3*x*y - sin(x)/2"
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SIGNS = str.maketrans({"^": "**", "−": "-", "·": "*", "×": "*"})


class Unreadable(ValueError):
    """A text that spells no expression, and why."""


def parsed(text: str, require_known: Callable[[str], object]) -> tuple[ast.expr, str]:
    """The tree of a formula, and the text in Python's signs. `require_known` raises for a name that
    stands for nothing. Raises `Unreadable` with what is wrong and the remedy."""
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
        _require(tree, plain, require_known, DEEPEST)
    except SyntaxError as error:
        raise Unreadable(
            f"it is no formula ({error.msg}, at sign {error.offset}); {_remedy(plain)}"
        ) from error
    except (RecursionError, MemoryError) as error:
        raise Unreadable("it is nested too deeply; write it in a flatter form") from error
    return tree, plain


def _remedy(text: str) -> str:
    """What to write instead of a text that is no formula."""
    if "|" in text:
        return ABSOLUTE
    if found := re.search(r"\d\s*[A-Za-z(]|\)\s*[A-Za-z0-9(]|[A-Za-z]\s+[A-Za-z0-9(]", text):
        return f"where {shown(found[0])} stands, {PRODUCT}"
    return "write 3*x*y - x**2/2"


def _power(found: re.Match[str]) -> str:
    return "**" + "".join(str(RAISED.index(digit)) for digit in found[0])


def _require(node: ast.expr, text: str, known: Callable[[str], object], depth: int) -> None:
    """Refuse a node of the syntax tree that has no place in a formula, or one below it."""
    if depth == 0:
        raise Unreadable(
            f"it is nested deeper than {DEEPEST} operations; write it in a flatter form"
        )

    def inner(part: ast.expr) -> None:
        _require(part, text, known, depth - 1)

    match node:
        case ast.Constant(value=int() | float()) if type(node.value) is not bool:
            _require_decimal(ast.get_source_segment(text, node) or "")
        case ast.Name(id=name):
            if name not in CONSTANTS:
                known(name)
        case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=part):
            inner(part)
        case ast.BinOp():
            while isinstance(node, ast.BinOp):  # a long sum leans to the left
                if not isinstance(node.op, ast.Add | ast.Sub | ast.Mult | ast.Div | ast.Pow):
                    raise Unreadable("of operations there are + - * / and **")
                inner(node.right)
                node = node.left
            inner(node)
        case ast.Call(func=ast.Name(id=name), args=[part], keywords=[]):
            if name in ("abs", "Abs"):
                raise Unreadable(ABSOLUTE)
            if name not in FUNCTIONS:
                way = f"; write {INSTEAD[name]}" if name in INSTEAD else ""
                there = ", ".join(FUNCTIONS)
                raise Unreadable(f"{shown(name)} is no function known here; there are {there}{way}")
            inner(part)
        case ast.Call(func=func) if not isinstance(func, ast.Name):
            raise Unreadable(f"{shown(ast.get_source_segment(text, node) or '')}: {PRODUCT}")
        case _:
            raise Unreadable(
                f"{shown(ast.get_source_segment(text, node) or 'a part')} is no number, name, "
                "operation or function; write it with + - * / ** and parentheses"
            )


def _require_decimal(text: str) -> None:
    if not DECIMAL.fullmatch(text):
        raise Unreadable(
            f"{shown(text)} is no number; write 123, 1.5 or 2e-3, with at most 300 digits"
        )


def shown(text: str) -> str:
    """A text as a message quotes it: short, and in ASCII."""
    return ascii(text if len(text) <= 40 else f"{text[:37]}...")
