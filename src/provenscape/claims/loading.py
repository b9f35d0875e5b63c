"""Proof files: where they are, and their loading with nothing at hand but what a proof needs.

A proof may import names from `ALLOWED` and use Python's plain functions. What its text shows to be
a slip that SymPy would fold away unseen (a float, 1/3, x/x, x*(1/x), exp(log(x)), sqrt(x)**2) is
refused by line, and SymPy reads no texts for it, which it would evaluate as Python. This keeps
honest authors from shortcuts; no Python program can stop code that means to break out, hence
`claims.isolation`.
"""

import ast
import builtins
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import Any

from sympy.parsing import sympy_parser

from provenscape import kernel
from provenscape.errors import UserError
from provenscape.kernel import Claim, Rejected
from provenscape.models import landscapes
from provenscape.study.registry import is_sampled

PLAIN = (
    "abs", "all", "any", "bool", "dict", "divmod", "enumerate", "filter", "frozenset", "int",
    "iter", "len", "list", "map", "max", "min", "next", "pow", "range", "repr", "reversed", "set",
    "sorted", "str", "sum", "tuple", "zip", "True", "False", "None",
)  # fmt: skip
SYMPY = frozenset({
    "Add", "E", "ImmutableMatrix", "Integer", "Matrix", "Mul", "Poly", "Pow", "Rational", "atan",
    "binomial", "cancel", "cos", "diag", "diff", "exp", "expand", "eye", "factor", "factorial",
    "hessian", "log", "oo", "pi", "prod", "sign", "sin", "sqrt", "tanh", "together", "zeros",
})  # fmt: skip
ALLOWED = {
    "sympy": SYMPY,
    "provenscape.kernel": frozenset(kernel.__all__),
    "provenscape.models.landscapes": frozenset(landscapes.__all__),
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


def proof_files(root: Path, chapter: str | None = None) -> list[Path]:
    """The files with a proof or a refutation, of all chapters or of one, sorted by path."""
    return [path for path in claim_files(root, chapter) if not is_sampled(path)]


def claim_files(root: Path, chapter: str | None = None) -> list[Path]:
    """All files of claims, those judged on tables too; as everywhere, none whose name begins with
    an underscore."""
    found = (root / "proofs").glob(f"{chapter or '*'}/[!_]*.py")
    return sorted(path for path in found if not path.is_dir())


def claim_id(path: Path) -> str:
    """The id of the claim in a proof file: its name with hyphens."""
    return path.stem.replace("_", "-")


def load(path: Path, proved: bool = True) -> Any:
    """The module of a proof file; raises `UserError` with the file, the line and the remedy.

    With `proved` not, of a file that states a claim and has no proof yet.
    """
    tree = parsed(path)
    for line, problem in problems(tree):
        raise UserError(f"{path}:{line}: {problem}")
    module: Any = ModuleType(f"proofs.{path.parent.name}.{path.stem}")
    plain = {name: getattr(builtins, name) for name in PLAIN}
    vars(module)["__builtins__"] = plain | {"__import__": builtins.__import__}
    try:
        with texts_refused():
            exec(compile(tree, str(path), "exec"), vars(module))
    except (Rejected, UserError) as error:
        raise UserError(f"{path}:{line_of(error, path)}: not accepted: {error}") from error
    except Exception as error:
        raise UserError(f"{path}:{line_of(error, path)}: {explained(error)}") from error
    require_form(path, module, proved)
    for name in ("proof", "refutation"):
        if hasattr(module, name):
            setattr(module, name, without_texts(getattr(module, name)))
    return module


@contextmanager
def texts_refused() -> Iterator[None]:
    """SymPy makes no expression from a text meanwhile: it would evaluate it as Python."""

    def parse(text: str, *_: Any, **__: Any) -> Any:
        raise Rejected(f"{text!r} is a text; write an expression in symbols of `real`")

    own = sympy_parser.parse_expr
    sympy_parser.parse_expr = parse
    try:
        yield
    finally:
        sympy_parser.parse_expr = own


def without_texts(check: Callable[[], Any]) -> Callable[[], Any]:
    """The check of a proof file, during which SymPy reads no texts."""

    @wraps(check)
    def checked() -> Any:
        with texts_refused():
            return check()

    return checked


def parsed(path: Path) -> ast.Module:
    try:
        return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror}); is the name right?") from error
    except SyntaxError as error:
        raise UserError(f"{path}:{error.lineno or 1}: {error.msg}; mend the syntax") from error
    except (MemoryError, RecursionError) as error:
        raise UserError(f"{path}: nested too deeply for Python; write it in pieces") from error
    except (UnicodeDecodeError, ValueError) as error:
        raise UserError(f"{path}: not a text file in UTF-8; save it as such") from error


def require_form(path: Path, module: Any, proved: bool = True) -> None:
    claim = getattr(module, "claim", None)
    if not isinstance(claim, Claim) or not module.__doc__:
        raise UserError(f"{path}: needs a docstring and a `claim` (provenscape.kernel.Claim)")
    if claim.id != claim_id(path):
        line = line_of_claim(path)
        raise UserError(f"{path}:{line}: its claim has the id {claim.id}; name it {claim_id(path)}")
    found = [name for name in ("proof", "refutation", "EVIDENCE") if hasattr(module, name)]
    if not proved and found:
        raise UserError(
            f"{path}: has a {found[0]} already; verify it, or remove it to have another"
        )
    if proved and len(found) != 1:
        raise UserError(f"{path}: needs either `def proof()` or `def refutation()`, or EVIDENCE")


def line_of(error: BaseException, path: Path) -> int:
    """The line of the file at which an exception passed last; if it did not, that of its claim."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(path):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line or line_of_claim(path)


def line_of_claim(path: Path) -> int:
    """The line at which the file gives its claim; the first, if it gives none."""
    for node in parsed(path).body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if any(isinstance(target, ast.Name) and target.id == "claim" for target in targets):
            return node.lineno
    return 1


def explained(error: Exception) -> str:
    """What a proof file raised that the kernel does not, with the remedy if there is one."""
    if isinstance(error, NameError):
        return f"{error}; a proof has the names that it imports and {', '.join(PLAIN[:6])} …"
    return f"{type(error).__name__}: {error}"


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
