"""From a figure file and its tables to PDF, SVG, PNG and a sidecar, the same bytes each time.

A figure file declares ITEMS, TITLE, CAPTION, ALT, TABLES and, if its caption has placeholders,
VALUES: a table with the columns name and value that fills them. Its `draw` takes the tables to a
Matplotlib figure and computes nothing.
"""

import importlib.util
import io
import json
import string
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.text import Text

from provenscape import files, tables
from provenscape.errors import UserError
from provenscape.figures.style import DOUBLE_COLUMN, SINGLE_COLUMN, SMALLEST_FONT, style

DECLARED = {"ITEMS": tuple, "TITLE": str, "CAPTION": str, "ALT": str, "TABLES": dict}
# What each format says of its making: never when.
_FORMATS: dict[str, dict[str, None]] = {
    "pdf": {"CreationDate": None},
    "svg": {"Date": None},
    "png": {},
}


@dataclass(frozen=True)
class FigureFile:
    """What a figure file declares; id and chapter come from its place, figures/<chapter>/<id>.py.

    `tables` maps the names that `draw` uses to tables as <chapter>/<table>; `values` is the table
    that fills the caption, or None.
    """

    path: Path
    id: str
    chapter: str
    items: tuple[str, ...]
    title: str
    caption: str
    alt: str
    tables: dict[str, str]
    values: str | None
    module: ModuleType

    @property
    def sources(self) -> tuple[str, ...]:
        """Every table that the figure needs, as <chapter>/<table>, sorted."""
        needed = set(self.tables.values())
        return tuple(sorted(needed | {self.values} if self.values else needed))


def load(path: Path) -> FigureFile:
    """Run a figure file and return what it declares.

    Raises UserError, naming the file, if it cannot be read or lacks a declaration.
    """
    path = Path(path)
    module = _run(path)
    for name, kind in DECLARED.items():
        if not isinstance(getattr(module, name, None), kind):
            raise UserError(f"{path}: {name} is missing or no {kind.__name__}; declare it")
    if not callable(getattr(module, "draw", None)):
        raise UserError(f"{path}: it has no function draw(tables); write one")
    chapter = path.resolve().parent.name

    def placed(table: str) -> str:
        return table if "/" in table else f"{chapter}/{table}"

    values = getattr(module, "VALUES", None)
    return FigureFile(
        path=path,
        id=path.stem,
        chapter=chapter,
        items=module.ITEMS,
        title=module.TITLE,
        caption=module.CAPTION,
        alt=module.ALT,
        tables={local: placed(table) for local, table in module.TABLES.items()},
        values=placed(values) if values else None,
        module=module,
    )


def draw_file(
    path: Path, data_root: Path, out_root: Path, parameters: Mapping[str, Any] | None = None
) -> list[Path]:
    """Draw one figure from <data_root>/<chapter>/<table>.csv and return the files written.

    They are <out_root>/<chapter>/<id>.{pdf,svg,png,json}; none is written unless all four are
    ready. `parameters` of the experiments are passed on to the sidecar. Raises UserError for a
    faulty figure file, a missing table, an unfilled caption or a place not writable.
    """
    figure_file = load(path)
    sources = {table: Path(data_root) / f"{table}.csv" for table in figure_file.sources}
    data = {table: tables.read(place) for table, place in sources.items()}
    values = as_values(data[figure_file.values]) if figure_file.values else {}
    metadata = {
        "items": list(figure_file.items),
        "title": figure_file.title,
        "caption": fill(figure_file.caption, values, str(path)),
        "alt": fill(figure_file.alt, values, str(path)),
        "parameters": dict(parameters or {}),
    }
    with style():
        figure = figure_file.module.draw(
            {local: data[table] for local, table in figure_file.tables.items()}
        )
        try:
            return save(
                figure, figure_file.id, figure_file.chapter, Path(out_root), sources, metadata
            )
        finally:
            plt.close(figure)


def save(
    figure: Figure,
    figure_id: str,
    chapter: str,
    outdir: Path,
    sources: Mapping[str, Path],
    metadata: Mapping[str, Any],
) -> list[Path]:
    """Write <outdir>/<chapter>/<figure_id> as PDF, SVG, PNG (300 dpi) and a JSON sidecar.

    The sidecar holds id, chapter, `metadata` and the SHA-256 of each source table. The bytes
    depend on the figure alone: no dates, and the figure's id salts the names inside the SVG, so
    that two of them fit on one page. Raises UserError for a figure that breaks the house style.
    """
    _require_house_style(figure, figure_id)
    content: dict[str, bytes] = {}
    with mpl.rc_context({"svg.hashsalt": f"{chapter}/{figure_id}"}):
        for suffix, metadata_of_format in _FORMATS.items():
            stream = io.BytesIO()
            figure.savefig(stream, format=suffix, metadata=metadata_of_format)
            content[suffix] = stream.getvalue()
    sidecar = {
        "id": figure_id,
        "chapter": chapter,
        **metadata,
        "sources": [
            {"table": table, "sha256": files.sha256(place)}
            for table, place in sorted(sources.items())
        ],
    }
    content["json"] = f"{json.dumps(sidecar, indent=2, ensure_ascii=False)}\n".encode()
    written = []
    for suffix, data in content.items():
        written.append(Path(outdir) / chapter / f"{figure_id}.{suffix}")
        files.write_bytes(written[-1], data)
    return written


def as_values(table: pd.DataFrame) -> dict[str, Any]:
    """Return a table with the columns name and value as a dictionary; numbers become floats."""

    def number_or_text(value: Any) -> Any:
        try:
            return float(value)
        except ValueError:
            return value

    return {
        name: number_or_text(value)
        for name, value in zip(table["name"], table["value"], strict=True)
    }


def fill(text: str, values: Mapping[str, Any], where: str) -> str:
    """Put values in place of each {name} or {name:format} of a text.

    A number without a format is written whole if it is an integer, else with three digits; minus
    signs are typographic. Raises UserError that names what `values` lacks.
    """
    pieces = []
    try:
        for literal, name, wanted, _ in string.Formatter().parse(text):
            pieces.append(literal)
            if name is not None:
                pieces.append(_written(values[name], wanted or ""))
    except KeyError as error:
        known = ", ".join(sorted(values)) or "none: VALUES is not declared"
        raise UserError(f"{where}: no value {error} for the caption; known: {known}") from None
    except ValueError as error:
        raise UserError(f"{where}: caption or alt text: {error}; mend its braces") from None
    return "".join(pieces)


def _written(value: Any, wanted: str) -> str:
    if isinstance(value, str):
        return value
    default = ".0f" if float(value).is_integer() else ".3g"
    return format(value, wanted or default).replace("-", "−")


def _run(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"figures.{path.parent.name}.{path.stem}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise UserError(f"{path}: no such figure file; give figures/<chapter>/<figure>.py")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except SyntaxError as error:
        raise UserError(f"{path}: line {error.lineno}: {error.msg}; mend the syntax") from None
    except ImportError as error:
        raise UserError(f"{path}: {error}; mend the import") from None
    return module


def _require_house_style(figure: Figure, figure_id: str) -> None:
    width = figure.get_figwidth()
    if width not in (SINGLE_COLUMN, DOUBLE_COLUMN):
        raise UserError(
            f"figure {figure_id}: is {width} in wide; use SINGLE_COLUMN or DOUBLE_COLUMN"
        )
    for text in figure.findobj(Text):
        points = float(text.get_fontsize())
        if text.get_visible() and text.get_text() and points < SMALLEST_FONT:
            raise UserError(
                f"figure {figure_id}: {text.get_text()!r} is set in {points:g} points; "
                f"use {SMALLEST_FONT} or more"
            )
