"""From a figure file and its tables to PDF, SVG, PNG and a sidecar, the same bytes each time.

A figure file declares what `provenscape.study.registry` reads. Its `draw` takes the tables to a
Matplotlib figure and computes nothing; its table VALUES fills the placeholders of its caption.
"""

import io
import json
import re
import string
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.text import Text

from provenscape.errors import UserError, did_you_mean
from provenscape.figures.style import DOUBLE_COLUMN, SINGLE_COLUMN, SMALLEST_FONT, style
from provenscape.study import files, loading, registry, tables
from provenscape.study.registry import Figure as Declaration

# What each format says of its making: never when.
_FORMATS: dict[str, dict[str, None]] = {
    "pdf": {"CreationDate": None},
    "svg": {"Date": None},
    "png": {},
}


def load(path: Path) -> tuple[Declaration, Callable[[dict[str, pd.DataFrame]], Figure]]:
    """Return what the file figures/<chapter>/<id>.py declares, and its function `draw`.

    Raises UserError that names the file, or near names, if there is none or if it is faulty.
    """
    path = Path(path).resolve()
    figures = {figure.path: figure for figure in registry.figures(path.parents[2])}
    if path not in figures:
        known = (figure.name for figure in figures.values())
        raise UserError(f"{path}: no such figure; {did_you_mean(path.stem, known)}")
    draw = getattr(loading.load(path), "draw", None)
    if not callable(draw):
        raise UserError(f"{path}: it has no function draw(tables); write one")
    return figures[path], draw


def draw_file(
    path: Path, data_root: Path, out_root: Path, parameters: Mapping[str, Any] | None = None
) -> list[Path]:
    """Draw one figure from <data_root>/<chapter>/<table>.csv and return the files written.

    They are <out_root>/<chapter>/<id>.{pdf,svg,png,json}; none is written unless all four are
    ready. `parameters` of the experiments are passed on to the sidecar. Raises UserError for a
    faulty figure file, a missing table, an unfilled caption or a place not writable.
    """
    declared, draw = load(path)
    sources = {table: Path(data_root) / f"{table}.csv" for table in declared.sources}
    data = {table: tables.read(place) for table, place in sources.items()}
    values = as_values(data[declared.values]) if declared.values else {}
    metadata = {
        "items": list(declared.items),
        "title": declared.title,
        "caption": fill(declared.caption, values, str(path)),
        "alt": fill(declared.alt, values, str(path)),
        "parameters": dict(parameters or {}),
    }
    with style():
        figure = draw({local: data[table] for local, table in declared.tables.items()})
        try:
            return save(figure, declared.name, declared.chapter, out_root, sources, metadata)
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
    content["svg"] = name_clip_paths(content["svg"], f"{chapter}-{figure_id}")
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


def name_clip_paths(svg: bytes, prefix: str) -> bytes:
    """Return the SVG with its clip paths named by order and not by Matplotlib's hashes.

    The hash is of the clip's place in full precision, whose last digit the solver of the layout
    does not always find alike; all coordinates are written with six decimals.
    """
    names: dict[bytes, bytes] = {}

    def named(match: re.Match[bytes]) -> bytes:
        return names.setdefault(match[0], f"{prefix}-clip-{len(names) + 1}".encode())

    return re.sub(rb'(?<=<clipPath id=")\w+|(?<=clip-path="url\(#)\w+', named, svg)


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


def _require_house_style(figure: Figure, figure_id: str) -> None:
    width = figure.get_figwidth()
    if width not in (SINGLE_COLUMN, DOUBLE_COLUMN):
        raise UserError(
            f"figure {figure_id}: is {width:g} in wide; use SINGLE_COLUMN or DOUBLE_COLUMN"
        )
    for text in figure.findobj(Text):
        points = float(text.get_fontsize())
        if text.get_visible() and text.get_text() and points < SMALLEST_FONT:
            raise UserError(
                f"figure {figure_id}: {text.get_text()!r} is set in {points:g} points; "
                f"use {SMALLEST_FONT} or more"
            )
