"""The text of a proof file: what it may contain, decided before any of it runs.

A proof may import names from `ALLOWED`. What its text shows to be a slip that SymPy would fold away
unseen (a float, 1/3, x/x, x*(1/x), exp(log(x)), sqrt(x)**2) is refused by line; so is what makes a
small text expensive, such as 9**9**9. This module loads no algebra, so that a file that means harm
is refused in a fraction of a second.
"""

import ast
import unicodedata
from collections.abc import Iterable, Iterator
from math import log10
from pathlib import Path

import provenscape
from provenscape.errors import UserError, of_digits

LARGEST = 2_000_000  # bytes of a file
MOST_DIGITS = 4300  # of a whole number; what Python itself reads
SCRIPTS = ("LATIN", "GREEK", "DIGIT", "LOW LINE", "SUBSCRIPT", "SUPERSCRIPT")


def exported(package: str) -> frozenset[str]:
    """`__all__` of a package of this one, from its text, since to import it takes long."""
    path = Path(provenscape.__file__).parent / package / "__init__.py"
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return frozenset(ast.literal_eval(node.value))
    raise LookupError(f"{path} has no __all__")


SYMPY = frozenset({
    "Add", "E", "ImmutableMatrix", "Integer", "Matrix", "Mul", "Poly", "Pow", "Rational", "atan",
    "binomial", "cancel", "cos", "diag", "diff", "exp", "expand", "eye", "factor", "factorial",
    "hessian", "log", "oo", "pi", "prod", "sign", "sin", "sqrt", "tanh", "together", "zeros",
})  # fmt: skip
ALLOWED = {
    "sympy": SYMPY,
    "provenscape.kernel": exported("kernel"),
    "provenscape.models.landscapes": exported("models/landscapes"),
    "provenscape.models.landscapes.phase_retrieval": frozenset(
        {"complex_population", "population"}
    ),
    "provenscape.models.landscapes.saddle_chain": frozenset({"middle"}),
    "dataclasses": frozenset({"replace"}),
    "fractions": frozenset({"Fraction"}),
    "functools": frozenset({"reduce"}),
    "itertools": frozenset(
        {"accumulate", "chain", "combinations", "count", "pairwise", "permutations", "product"}
    ),
    "math": frozenset({"comb", "factorial", "gcd", "isqrt", "prod"}),
}
INEXACT = frozenset({"evalf", "n"})  # of SymPy's expressions: their values as floats
FRAMES = frozenset(
    {"gi_frame", "gi_code", "f_back", "f_builtins", "f_globals", "f_locals", "tb_frame", "mro"}
)
RECIPROCALS = ("1 / {x}", "1 / ({x})", "{x} ** -1", "({x}) ** -1")
REFUSED = {
    ast.ClassDef: "classes", ast.AsyncFunctionDef: "async functions", ast.With: "with",
    ast.Global: "global", ast.Nonlocal: "nonlocal", ast.Yield: "yield", ast.YieldFrom: "yield",
    ast.Try: "try", ast.TryStar: "try",
}  # fmt: skip


def require_readable(path: Path, largest: int = LARGEST) -> ast.Module:
    """The syntax tree of a file that has nothing that it may not contain; raises `UserError`."""
    tree = parsed(path, largest)
    for line, problem in problems(tree):
        raise UserError(f"{path}:{line}: {problem}")
    return tree


def parsed(path: Path, largest: int = LARGEST) -> ast.Module:
    """The syntax tree of a file; raises `UserError`."""
    try:
        size = path.stat().st_size
        if size > largest:
            raise UserError(f"{path}: {size} bytes are too many, at most {largest}; shorten it")
        return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror}); is the name right?") from error
    except SyntaxError as error:
        line = error.lineno or 1
        raise UserError(f"{path}:{line}: {_of_syntax(error.msg)}") from error
    except (MemoryError, RecursionError) as error:
        raise UserError(f"{path}: nested too deeply for Python; write it in pieces") from error
    except (UnicodeDecodeError, ValueError) as error:
        raise UserError(f"{path}: not a text file in UTF-8; save it as such") from error


def _of_syntax(message: str) -> str:
    if of_digits(message):
        return f"a whole number of more than {MOST_DIGITS} digits; take a smaller one"
    if "too many nested" in message:
        return f"{message}; write it in pieces, each with a name"
    return f"{message}; mend the syntax"


def problems(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """What a proof file may not contain, with its line."""
    modules: dict[str, frozenset[str]] = {}
    aliased: set[int] = set()
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 1)
        yield from ((line, problem) for problem in _imports(node, modules))
        for kind, word in REFUSED.items():
            if isinstance(node, kind):
                yield line, f"a proof uses no {word}; state it plainly"
        names = [getattr(node, "attr", ""), getattr(node, "id", "")]
        for name in [*names, *getattr(node, "kwd_attrs", ())]:
            if (name.startswith("_") and name != "_") or name in FRAMES:
                yield line, f"a proof may not use {name}; state it plainly"
            yield from ((line, problem) for problem in look_alikes(name))
        if isinstance(node, ast.Attribute) and node.attr in INEXACT:
            yield line, f"{node.attr} gives a float; keep the exact expression"
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            yield line, "a proof assigns to no attribute; make a new value"
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 1)
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") in modules:
            aliased.add(id(node.value))
            name = node.value.id  # type: ignore[attr-defined]
            if node.attr not in modules[name]:
                yield line, f"a proof may not use {name}.{node.attr}"
        yield from ((line, problem) for problem in _folded(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in modules and id(node) not in aliased:
            yield node.lineno, f"a proof takes names from {node.id}, and does not pass it on"


def look_alikes(name: str) -> Iterator[str]:
    """The letters of a name that look like others: none but Latin and Greek ones are taken."""
    for letter in name if not name.isascii() else "":
        known = unicodedata.name(letter, f"U+{ord(letter):04X}")
        if not known.startswith(SCRIPTS):
            yield f"{letter} in {name} is {known}; write names in Latin or Greek letters"


def _imports(node: ast.AST, modules: dict[str, frozenset[str]]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            if alias.name == "sympy":
                modules[alias.asname or alias.name] = SYMPY
            else:
                yield f"a proof may not import {alias.name}; write from … import the names it needs"
    elif isinstance(node, ast.ImportFrom):
        source = node.module or "."
        for alias in node.names:
            whole = f"{source}.{alias.name}"
            if whole == "provenscape.models.landscapes":
                modules[alias.asname or alias.name] = ALLOWED[whole]
            elif node.level or alias.name not in ALLOWED.get(source, ()):
                known = ", ".join(sorted(ALLOWED))
                yield f"a proof may not import {alias.name} from {source}; it may use {known}"


def _folded(node: ast.AST) -> Iterator[str]:
    """What SymPy or Python would fold before the kernel sees it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
        yield f"{node.value} is no exact number; write Rational(p, q)"
    elif isinstance(node, ast.BinOp) and (size(node) or 0) > MOST_DIGITS:
        yield f"a number of more than {MOST_DIGITS} digits; keep the power, or take a smaller one"
    elif isinstance(node, ast.BinOp):
        yield from _folded_operation(node.op, node.left, node.right)
    elif isinstance(node, ast.Call) and node.args:
        inner = (_called(node), _called(node.args[0]))
        if inner in (("exp", "log"), ("log", "exp")):
            yield "exp of log is folded, also where the logarithm is not defined"
        divided = isinstance(node.args[0], ast.BinOp) and isinstance(node.args[0].op, ast.Div)
        if inner[0] in ("Rational", "Integer") and divided and len(node.args) == 1:
            yield "a quotient of whole numbers is a float; write Rational(p, q)"


def _folded_operation(op: ast.operator, left: ast.expr, right: ast.expr) -> Iterator[str]:
    same = ast.dump(left) == ast.dump(right)
    numbers = isinstance(left, ast.Constant) and isinstance(_unsigned(right), ast.Constant)
    root = _called(left) == "sqrt"
    found = {
        "a quotient of two whole numbers is a float; write Rational(p, q)": (
            isinstance(op, ast.Div) and numbers
        ),
        "a negative power of a whole number is a float; write Rational(p, q)": (
            isinstance(op, ast.Pow) and numbers and _unsigned(right) is not right
        ),
        "an expression divided by itself is folded to 1, also where it is 0": (
            isinstance(op, ast.Div) and same and not numbers
        ),
        "an expression times its reciprocal is folded to 1, also where it is 0": (
            isinstance(op, ast.Mult) and _undoes(left, right, RECIPROCALS)
        ),
        "an expression minus itself is folded to 0": (
            (isinstance(op, ast.Sub) and same)
            or (isinstance(op, ast.Add) and _undoes(left, right, ("-{x}", "-({x})")))
        ),
        "the square of a root is folded, also where the root is not real": root
        and (
            (isinstance(op, ast.Mult) and same)
            or (isinstance(op, ast.Pow) and getattr(right, "value", None) == 2)
        ),
    }
    yield from (problem for problem, is_there in found.items() if is_there)


def size(node: ast.expr) -> float | None:
    """The decimal logarithm of what bounds a whole number that is spelled out in whole numbers;
    None for what is none."""
    node = _unsigned(node)
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return log10(max(node.value, 1))
    if not isinstance(node, ast.BinOp):
        return None
    left, right = size(node.left), size(node.right)
    if left is None or right is None:
        return None
    if isinstance(node.op, ast.Pow):
        return left * 10 ** min(right, 300)
    if isinstance(node.op, ast.LShift):
        return left + 10 ** min(right, 300) * log10(2)
    return left + right + 1


def _unsigned(node: ast.expr) -> ast.expr:
    return node.operand if isinstance(node, ast.UnaryOp) else node


def _undoes(left: ast.expr, right: ast.expr, forms: Iterable[str]) -> bool:
    """Whether one side has one of these forms of the other side, x."""
    for one, other in ((left, right), (right, left)):
        undone = [form.format(x=ast.unparse(other)) for form in forms]
        if ast.unparse(one).replace("** (-1)", "** -1") in undone:
            return True
    return False


def _called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "id", getattr(node.func, "attr", ""))
