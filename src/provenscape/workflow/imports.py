"""Which files of the package a job really runs: the closure of its imports.

Given to the workflow as inputs, they make a changed helper rerun exactly what depends on it.
"""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import grimp

import provenscape
from provenscape.study.registry import parse

PACKAGE = "provenscape"
_SOURCE = Path(provenscape.__file__).parent.parent


@cache
def _graph() -> grimp.ImportGraph:
    return grimp.build_graph(PACKAGE, cache_dir=None, exclude_type_checking_imports=True)


def named_in(path: Path) -> Iterator[str]:
    """Yield the dotted names of the package that a file outside it imports."""
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] == PACKAGE)


def closure(modules: Iterable[str]) -> frozenset[str]:
    """Return all modules that importing `modules` runs, parent packages included.

    A name that is no module (a function imported from one) counts for nothing.
    """
    graph = _graph()
    waiting, found = list(modules), set[str]()
    while waiting:
        module = waiting.pop()
        if module in found or module not in graph.modules:
            continue
        found.add(module)
        waiting.extend(graph.find_modules_directly_imported_by(module))
        if "." in module:
            waiting.append(module.rpartition(".")[0])
    return frozenset(found)


def _file(module: str) -> Path:
    path = _SOURCE.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def sources(files: Iterable[Path] = (), modules: Iterable[str] = ()) -> list[str]:
    """Return the package's files that `files` (outside of it) and `modules` import, sorted.

    Paths are relative to the current folder where they lie in it.
    """
    names = [name for path in files if path.suffix == ".py" for name in named_in(path)]
    here = Path.cwd()
    paths = (_file(module) for module in closure([*names, *modules]))
    return sorted(
        str(path.relative_to(here) if path.is_relative_to(here) else path) for path in paths
    )
