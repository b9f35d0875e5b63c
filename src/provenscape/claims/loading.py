"""Proof files: where they are, and their loading with nothing at hand but what a proof needs.

A proof has what `claims.reading` lets it import and Python's plain functions, and SymPy reads no
texts for it, which it would evaluate as Python. This keeps honest authors from shortcuts; no Python
program can stop code that means to break out, hence `claims.isolation`.
"""

import ast
import builtins
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import Any

# SymPy loads these late, with its first sum say: in each of the processes that proof files have.
import sympy.assumptions.wrapper
import sympy.sets.setexpr
import sympy.tensor.tensor  # noqa: F401
from sympy.parsing import sympy_parser

from provenscape.claims.reading import parsed, require_readable
from provenscape.errors import UserError
from provenscape.kernel import Claim, Rejected
from provenscape.study.registry import is_sampled

PLAIN = (
    "abs", "all", "any", "bool", "dict", "divmod", "enumerate", "filter", "frozenset", "int",
    "iter", "len", "list", "map", "max", "min", "next", "pow", "range", "repr", "reversed", "set",
    "sorted", "str", "sum", "tuple", "zip", "True", "False", "None",
)  # fmt: skip


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
    tree = require_readable(path)
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


def require_form(path: Path, module: Any, proved: bool) -> None:
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
    if isinstance(error, RecursionError):
        return "what it builds is nested too deeply; state it in a closed form, or in fewer steps"
    if isinstance(error, MemoryError):
        return "what it builds does not fit into the memory; state it in a closed form"
    return f"{type(error).__name__}: {error}"
