"""What there is to build: experiments, figures and proofs, found by reading files.

The files are parsed, never imported, so that the workflow's graph is known in a fraction of a
second and a mistake in one file is reported by its line. What a file declares stands in it as
module-level literals:

    experiments   TABLES, PARAMETERS, optionally DIGITS, NOISE
                                                experiments/<chapter>/<name>.py
    figures       ITEMS, TITLE, CAPTION, ALT, TABLES, optionally NOTES, VALUES
                                                figures/<chapter>/<name>.py
    proofs        nothing, or EVIDENCE and CONTROL where tables decide: one claim a file
                                                proofs/<chapter>/<name>.py, judgements.yaml
"""

import ast
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from provenscape.errors import UserError, did_you_mean
from provenscape.study import inventory, outline

EFFORTS = ("quick", "full")
EXPERIMENTS = Path("experiments")
FIGURES = Path("figures")
PROOFS = Path("proofs")


@dataclass(frozen=True)
class Experiment:
    """One experiment: the tables that it makes and, for each effort, its parameters; of what is not
    the same on all processors to so many digits as other tables, `table` or `table.column`, to how
    many it is; and whether it says of which parts it consists, so that jobs may share them."""

    chapter: str
    name: str
    path: Path
    tables: tuple[str, ...]
    parameters: dict[str, dict[str, Any]]
    digits: dict[str, int]
    parted: bool


@dataclass(frozen=True)
class Figure:
    """One figure: the inventory items that it shows, its texts, and the tables that it draws.

    `tables` gives for each local name the table as `chapter/table`; so does `values`, the
    name-value table that fills the placeholders of caption and notes.
    """

    chapter: str
    name: str
    path: Path
    items: tuple[str, ...]
    title: str
    caption: str
    notes: str
    alt: str
    tables: dict[str, str]
    values: str | None

    @property
    def sources(self) -> tuple[str, ...]:
        """All tables that the figure reads, as `chapter/table`, without repetition."""
        named = [*self.tables.values(), *([self.values] if self.values else [])]
        return tuple(dict.fromkeys(named))


FORMATS = ("pdf", "svg", "png", "webp", "json")  # the files of a figure


def parameters_behind(
    figure: Figure, made: Iterable[Experiment], effort: str
) -> dict[str, dict[str, Any]]:
    """The parameters of the experiments whose tables a figure draws, as `chapter/experiment`."""
    return {
        f"{one.chapter}/{one.name}": one.parameters[effort]
        for one in made
        if any(f"{one.chapter}/{table}" in figure.sources for table in one.tables)
    }


@dataclass(frozen=True)
class Sampled:
    """A claim that the tables of experiments support: its file and the tables that it reads, as
    `chapter/table`."""

    chapter: str
    path: Path
    tables: tuple[str, ...]


@dataclass(frozen=True)
class Study:
    """All that the project declares, checked for agreement."""

    experiments: tuple[Experiment, ...]
    figures: tuple[Figure, ...]
    proofs: dict[str, tuple[Path, ...]]
    sampled: tuple[Sampled, ...]
    items: dict[str, str]
    chapters: tuple[str, ...]


def parse(path: Path) -> ast.Module:
    """Return the syntax tree of a Python file; raise UserError with the line of a mistake."""
    try:
        return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    except OSError as error:
        raise UserError(
            f"{path}: cannot be read ({error.strerror}); restore it, or take it away"
        ) from None
    except SyntaxError as error:
        if error.lineno is None:
            raise UserError(f"{path}: it has a NUL byte; take that out") from None
        raise UserError(
            f"{path}:{error.lineno}: syntax error: {error.msg}; mend that line and run again"
        ) from None
    except (UnicodeDecodeError, ValueError):
        raise UserError(f"{path}: not a text file in UTF-8; save it as such") from None
    except (RecursionError, MemoryError):
        raise UserError(f"{path}: nested too deeply to be read; mend it") from None


def literals(path: Path) -> dict[str, Any]:
    """Return the module-level names in capitals whose values are plain literals."""
    found: dict[str, Any] = {}
    for node in parse(path).body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in targets:
            if isinstance(target, ast.Name) and target.id.isupper():
                try:
                    found[target.id] = ast.literal_eval(node.value)
                except (ValueError, TypeError, RecursionError):
                    found[target.id] = _Computed(node.lineno)
    return found


@dataclass(frozen=True)
class _Computed:
    """Stands for a value that only running the file would give."""

    line: int


def _take(path: Path, found: dict[str, Any], name: str, kind: type, example: str) -> Any:
    if name not in found:
        raise UserError(f"{path}: {name} is missing; add for example {name} = {example}")
    value = found[name]
    if isinstance(value, _Computed):
        raise UserError(
            f"{path}:{value.line}: {name} is computed; write a plain literal such as {example}"
        )
    if kind is tuple and isinstance(value, list):
        value = tuple(value)
    if not isinstance(value, kind) or not value:
        raise UserError(f"{path}: {name} is {value!r}; expected something like {name} = {example}")
    return value


def _strings(path: Path, name: str, values: tuple[Any, ...]) -> tuple[str, ...]:
    for value in values:
        if not isinstance(value, str):
            raise UserError(f"{path}: {name} holds {value!r}; it must hold names only")
    if len(set(values)) < len(values):
        raise UserError(f"{path}: {name} names one thing twice; remove the second mention")
    return values


def _files(root: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted((root / folder).glob("[!_]*.py")):
        raise UserError(
            f"{path.relative_to(root)}: in no chapter; move it to {folder}/<chapter>/{path.name}"
        )
    for path in sorted((root / folder).glob("*/*.py")):
        if path.name.startswith("_"):
            continue
        yield path.parent.name, path


def _experiment(chapter: str, path: Path) -> Experiment:
    found = literals(path)
    tables = _take(path, found, "TABLES", tuple, '("curves",)')
    parameters = _take(path, found, "PARAMETERS", dict, '{"quick": {"runs": 9}, "full": {…}}')
    if set(parameters) != set(EFFORTS) or not all(
        isinstance(parameters[effort], dict) for effort in EFFORTS
    ):
        raise UserError(
            f"{path}: PARAMETERS has the keys {sorted(parameters)}; it needs exactly "
            "'quick' and 'full', each a dict"
        )
    if set(parameters["quick"]) != set(parameters["full"]):
        differing = sorted(set(parameters["quick"]) ^ set(parameters["full"]))
        raise UserError(
            f"{path}: PARAMETERS differ in {differing} between quick and full; "
            "the efforts must have the same keys"
        )
    named = _strings(path, "TABLES", tables)
    digits = _take(path, found, "DIGITS", dict, '{"curves": 4}') if "DIGITS" in found else {}
    for place, count in digits.items():
        table = str(place).partition(".")[0]
        if table not in named:
            raise UserError(f"{path}: DIGITS names {table}; {did_you_mean(table, named)}")
        if not isinstance(count, int) or count < 0:
            raise UserError(f"{path}: DIGITS of {place} is {count!r}; give a natural number")
    _require_noise(path, found, named)
    parted = any(
        isinstance(node, ast.FunctionDef) and node.name == "parts" for node in parse(path).body
    )
    return Experiment(chapter, path.stem, path, named, parameters, digits, parted)


def _require_noise(path: Path, found: dict[str, Any], named: tuple[str, ...]) -> None:
    """Raise UserError unless NOISE, if there, is {table: {column: size}}; that the columns exist is
    seen once the experiment has run."""
    example = '{"curves": {"error": 1e-12}}'
    noise = _take(path, found, "NOISE", dict, example) if "NOISE" in found else {}
    for table, floors in noise.items():
        if table not in named:
            raise UserError(f"{path}: NOISE names {table}; {did_you_mean(str(table), named)}")
        if not isinstance(floors, dict) or not floors:
            raise UserError(
                f"{path}: NOISE of {table} is {floors!r}; give each column a size, as in {example}"
            )
        for column, size in floors.items():
            if type(size) not in (int, float) or not 0 < size < math.inf:
                raise UserError(
                    f"{path}: NOISE of {table}.{column} is {size!r}; give a number above 0"
                )


def figure(path: Path) -> Figure:
    """Return what figures/<chapter>/<name>.py declares, checked by itself only; see `read`."""
    found, chapter = literals(path), path.parent.name

    def table(name: Any) -> str:
        if not isinstance(name, str):
            raise UserError(f"{path}: {name!r} is not the name of a table")
        return name if "/" in name else f"{chapter}/{name}"

    tables = _take(path, found, "TABLES", dict, '{"curves": "pl_curves"}')
    values = _take(path, found, "VALUES", str, '"pl_values"') if found.get("VALUES") else None
    return Figure(
        chapter=chapter,
        name=path.stem,
        path=path,
        items=_strings(path, "ITEMS", _take(path, found, "ITEMS", tuple, '("O-47",)')),
        title=_take(path, found, "TITLE", str, '"…"'),
        caption=_take(path, found, "CAPTION", str, '"…"'),
        notes=_take(path, found, "NOTES", str, '"…"') if "NOTES" in found else "",
        alt=_take(path, found, "ALT", str, '"…"'),
        tables={local: table(name) for local, name in tables.items()},
        values=table(values) if values else None,
    )


def experiments(root: Path) -> tuple[Experiment, ...]:
    """Return all experiments; raise UserError where two of a chapter make the same table."""
    found = tuple(_experiment(*place) for place in _files(root, EXPERIMENTS))
    makers: dict[str, Experiment] = {}
    for experiment in found:
        for table in experiment.tables:
            other = makers.setdefault(f"{experiment.chapter}/{table}", experiment)
            if other is not experiment:
                raise UserError(
                    f"{experiment.path}: TABLES names {table}, which {other.path.name} makes "
                    "too; rename one of them"
                )
    return found


def figures(root: Path) -> tuple[Figure, ...]:
    """Return all figures, each checked by itself only; see `read`."""
    return tuple(map(figure, figure_files(root)))


def figure_files(root: Path) -> tuple[Path, ...]:
    """Return the files of all figures."""
    return tuple(path for _, path in _files(root, FIGURES))


def proofs(root: Path) -> dict[str, tuple[Path, ...]]:
    """Return for each chapter the files that decide its items; raise UserError at a mistake.

    Those judged on tables are not among them, see `sampled`.
    """
    found: dict[str, list[Path]] = {}
    named: dict[str, Path] = {}
    for chapter, path in _files(root, PROOFS):
        parse(path)
        other = named.setdefault(path.stem, path)
        if other is not path:
            raise UserError(f"{path}: {other} has the same claim id; rename one of them")
        if is_sampled(path):
            continue
        found.setdefault(chapter, []).append(path)
    for path in sorted((root / PROOFS).glob("*/judgements.yaml")):
        found.setdefault(path.parent.name, []).append(path)
    known = outline.chapters(root)
    for first, *_ in found.values():
        _require_chapter(root, first, known)
    return {chapter: tuple(found[chapter]) for chapter in known if chapter in found}


def _require_chapter(root: Path, path: Path, known: Iterable[str]) -> None:
    chapter = path.parent.name
    if chapter not in known:
        raise UserError(
            f"{path.relative_to(root)}: no chapter {chapter}; {did_you_mean(chapter, known)}"
        )


def is_sampled(path: Path) -> bool:
    """Whether a proof file is judged on the counts of an experiment: it has EVIDENCE."""
    try:
        return b"\nEVIDENCE = " in path.read_bytes()
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror}); restore it") from None


def sampled(root: Path) -> tuple[Sampled, ...]:
    """Return the claims that are judged on tables; raise UserError at a mistake."""
    found = []
    for chapter, path in _files(root, PROOFS):
        if is_sampled(path):
            found.append(Sampled(chapter, path, judged_tables(path)))
    return tuple(found)


def judged_tables(path: Path) -> tuple[str, ...]:
    """The tables, as `chapter/table`, on which the claim of a file is judged."""
    rows = [counted_row(path, literals(path), name) for name in ("EVIDENCE", "CONTROL")]
    return tuple(dict.fromkeys(f"{path.parent.name}/{row['table']}" for row in rows))


def counted_row(path: Path, found: dict[str, Any], name: str) -> dict[str, str]:
    """The row of a table of counts that EVIDENCE or CONTROL names; UserError if it is none."""
    example = '{"table": "escape_counts", "setting": "perturbed"}'
    row = _take(path, found, name, dict, example)
    if set(row) != {"table", "setting"}:
        raise UserError(f"{path}: {name} has not the keys table and setting, as in {example}")
    return dict(row)


def read(root: Path) -> Study:
    """Return everything declared under `root`.

    Raises UserError for a file of an unknown chapter, a figure of an unknown item or table, and for
    whatever its parts do.
    """
    items = {row["item"]: row["chapter"] for row in inventory.read(root)}
    known = outline.chapters(root)
    study = Study(experiments(root), figures(root), proofs(root), sampled(root), items, known)
    made = [one.path for one in study.experiments] + [one.path for one in study.figures]
    for path in (*made, *(one.path for one in study.sampled)):
        _require_chapter(root, path, known)
    tables = {f"{made.chapter}/{table}" for made in study.experiments for table in made.tables}
    for claim in study.sampled:
        for table in claim.tables:
            if table not in tables:
                raise UserError(
                    f"{claim.path}: no experiment makes the table {table}; "
                    f"{did_you_mean(table, tables)}"
                )
    for figure in study.figures:
        for item in figure.items:
            if item not in study.items:
                raise UserError(
                    f"{figure.path}: ITEMS names {item}, which is not in {inventory.INVENTORY}; "
                    f"{did_you_mean(item, study.items)}"
                )
        for table in figure.sources:
            if table not in tables:
                raise UserError(
                    f"{figure.path}: no experiment makes the table {table}; "
                    f"{did_you_mean(table, tables)}"
                )
    return study
