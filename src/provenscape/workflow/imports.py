"""Which code of the package a job really runs: the closure of its imports.

Its digest is given to the workflow as a file, an input of the job, so that a changed helper reruns
exactly what depends on it. Times of files, comments, docstrings and line breaks do not count.
"""

import ast
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import grimp

import provenscape
from provenscape.study.files import sha256, write_text
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


def sources(files: Iterable[Path] = (), modules: Iterable[str] = ()) -> list[Path]:
    """Return the package's files that `files` (outside of it) and `modules` import, sorted."""
    names = [name for path in files if path.suffix == ".py" for name in named_in(path)]
    return sorted(_file(module) for module in closure([*names, *modules]))


def stamp(code: Mapping[str, tuple[Path, Iterable[Path]]], kept: Path) -> None:
    """Write to each path the digest of what a job runs, if it is another: its script, and all of
    the package that this and the files import. The files themselves are not in it.

    A stamp where there was none, as in an archive that was unpacked, is as old as the code. What a
    file of the same bytes meant the last time is taken from the file `kept`.
    """
    before, now = _read(kept), dict[str, str]()

    @cache
    def meaning(file: Path) -> str:
        content = sha256(file)
        now[content] = before.get(content) or _meaning(file)
        return now[content]

    for path, (script, files) in code.items():
        package = {file.relative_to(_SOURCE).as_posix(): file for file in sources([script, *files])}
        run = {script.name: script, **package}
        lines = (f"{meaning(file)}  {name}" for name, file in run.items())
        text = hashlib.sha256("\n".join(lines).encode()).hexdigest() + "\n"
        _write(Path(path), text, run.values())
    if now != before:
        write_text(kept, json.dumps({"by": _by(), "meanings": now}, indent=1, sort_keys=True))


def _write(path: Path, text: str, files: Iterable[Path]) -> None:
    if not path.exists():
        write_text(path, text)
        newest = max(file.stat().st_mtime_ns for file in files)
        os.utime(path, ns=(newest, newest))
    elif path.read_text(encoding="utf-8") != text:
        write_text(path, text)


def _by() -> str:
    """What decides what a file means: this file, and Python, whose syntax trees differ."""
    return f"{sha256(Path(__file__))} {sys.version}"


def _read(kept: Path) -> dict[str, str]:
    """The meanings that were kept, by the digest of the content; none that others decided."""
    try:
        found = json.loads(kept.read_text(encoding="utf-8"))
        return dict(found["meanings"]) if found["by"] == _by() else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _meaning(path: Path) -> str:
    """The digest of the syntax tree of a Python file without its docstrings."""
    tree = parse(path)
    for node in ast.walk(tree):
        documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        if isinstance(node, documented) and ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:]
    return hashlib.sha256(ast.dump(tree).encode()).hexdigest()
