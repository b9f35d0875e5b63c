"""From a figure file and its tables to PDF, SVG, PNG, WebP and a sidecar, the same bytes each time.

A figure file declares what `provenscape.study.registry` reads. Its `draw` takes the tables to a
Matplotlib figure and computes nothing; its table VALUES fills the placeholders of its caption and
notes.
"""

import io
import json
import re
import string
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from PIL import Image

from provenscape.errors import UserError, did_you_mean
from provenscape.figures import legibility
from provenscape.figures.style import DOUBLE_COLUMN, SINGLE_COLUMN, style
from provenscape.study import files, loading, registry, tables
from provenscape.study.registry import Figure as Declaration

LONGEST_CAPTION = 60  # words; what is more goes into the notes
PAGE_PIXELS = 1200  # the longer side of the picture for pages
_CANVASES = {"pdf": FigureCanvasPdf, "svg": FigureCanvasSVG, "png": FigureCanvasAgg}


def _of_format(title: str, alt: str) -> dict[str, dict[str, str | None]]:
    """What each format says of the figure and of its making: never when."""
    return {
        "pdf": {"Title": title, "Subject": alt, "CreationDate": None},
        "svg": {"Title": title, "Description": alt, "Date": None},
        "png": {"Title": title, "Description": alt},
    }


def load(path: Path) -> tuple[Declaration, Callable[[dict[str, pd.DataFrame]], Figure]]:
    """Return what the file figures/<chapter>/<id>.py declares, and its function `draw`.

    Raises UserError that names the file, or near names, if there is none or if it is faulty.
    """
    path = Path(path).resolve()
    known = registry.figure_files(path.parents[2])
    if path not in known:
        near = did_you_mean(path.stem, (file.stem for file in known))
        raise UserError(f"{path}: no such figure; {near}")
    declared = registry.figure(path)
    draw = getattr(loading.load(path), "draw", None)
    if not callable(draw):
        raise UserError(f"{path}: it has no function draw(tables); write one")
    return declared, draw


def draw_file(
    path: Path,
    data_root: Path,
    out_root: Path,
    parameters: Mapping[str, Any] | None = None,
    column_width: float = SINGLE_COLUMN,
    page_width: float = DOUBLE_COLUMN,
) -> list[Path]:
    """Draw one figure from <data_root>/<chapter>/<table>.csv and return the files written.

    They are <out_root>/<chapter>/<id>.{pdf,svg,png,webp,json}; none is written unless all
    are ready. `parameters` of the experiments are passed on to the sidecar. At other widths of
    column and page, in inches, the figure is laid out anew, with text of the same size. Raises
    UserError for a faulty figure file, a missing table, an unfilled or overlong caption or a place
    not writable.
    """
    declared, draw = load(path)
    sources = {table: Path(data_root) / f"{table}.csv" for table in declared.sources}
    data = {table: tables.read(place) for table, place in sources.items()}
    values = as_values(data[declared.values]) if declared.values else {}
    caption = fill(declared.caption, values, str(path))
    metadata = {
        "items": list(declared.items),
        "title": declared.title,
        "caption": caption,
        "notes": fill(declared.notes, values, str(path)),
        "alt": fill(declared.alt, values, str(path)),
        "parameters": dict(parameters or {}),
    }
    words = len(caption.split())
    if words > LONGEST_CAPTION:
        raise UserError(
            f"{path}: the caption has {words} words; leave at most {LONGEST_CAPTION} and put the "
            "others into NOTES"
        )
    widths = {SINGLE_COLUMN: column_width, DOUBLE_COLUMN: page_width}
    with style():
        given = {name: data[table] for name, table in declared.tables.items()}
        others = set(plt.get_fignums())
        try:
            figure = _drawn(draw, given, declared)
            figure.set_figwidth(widths.get(figure.get_figwidth(), figure.get_figwidth()))
            return save(figure, declared.name, declared.chapter, out_root, sources, metadata)
        finally:
            for number in set(plt.get_fignums()) - others:
                plt.close(number)


def _drawn(
    draw: Callable[[dict[str, pd.DataFrame]], Figure],
    given: dict[str, pd.DataFrame],
    of: Declaration,
) -> Figure:
    try:
        return draw(given)
    except (KeyError, pd.errors.UndefinedVariableError) as error:
        lines = [
            frame.lineno
            for frame in traceback.extract_tb(error.__traceback__)
            if Path(frame.filename) == of.path
        ]
        columns = "; ".join(f"{name} ({', '.join(map(str, t))})" for name, t in given.items())
        raise UserError(
            f"{of.path}:{lines[-1] if lines else 0}: {error}: not in its tables, {columns}"
        ) from error


def save(
    figure: Figure,
    figure_id: str,
    chapter: str,
    outdir: Path,
    sources: Mapping[str, Path],
    metadata: Mapping[str, Any],
) -> list[Path]:
    """Write <outdir>/<chapter>/<figure_id> as PDF, SVG, PNG (300 dpi), WebP and a JSON sidecar.

    The sidecar holds id, chapter, `metadata` and the SHA-256 of each source table; title and
    alternative text stand in the other files too. The bytes depend on the figure alone: no dates,
    and the figure's id salts the names inside the SVG, so that two of them fit on one page. Raises
    UserError for a figure that breaks the house style.
    """
    if engine := figure.get_layout_engine():
        engine.execute(figure)  # the next drawing does so again: axes of equal aspect move at first
    legibility.require(figure, figure_id)
    figure.set_layout_engine("none")  # all formats are laid out as what was looked at
    content: dict[str, bytes] = {}
    with mpl.rc_context({"svg.hashsalt": f"{chapter}/{figure_id}"}):
        for suffix, described in _of_format(metadata["title"], metadata["alt"]).items():
            content[suffix] = _printed(figure, suffix, described)
    legibility.require_glyphs(content["pdf"], figure_id)
    content["svg"] = described_svg(
        name_clip_paths(content["svg"], f"{chapter}-{figure_id}"), metadata["alt"]
    )
    content["webp"] = for_pages(content["png"])
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


def _printed(figure: Figure, suffix: str, described: Mapping[str, str | None]) -> bytes:
    """Return a figure in a format, as `savefig` writes it that looks at the layout again before."""
    stream, dpi = io.BytesIO(), figure.dpi
    getattr(_CANVASES[suffix](figure), f"print_{suffix}")(stream, metadata=described)
    figure.dpi = dpi  # which PDF and SVG leave at 72
    return stream.getvalue()


def for_pages(png: bytes) -> bytes:
    """Return a picture at the size of a page on a screen, in a format that is small."""
    stream = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        flat = picture.convert("RGB")
    flat.thumbnail((PAGE_PIXELS, PAGE_PIXELS), Image.Resampling.LANCZOS, reducing_gap=2)
    flat.save(stream, format="webp", quality=76, method=2)
    return stream.getvalue()


def described_svg(svg: bytes, alt: str) -> bytes:
    """Return the SVG with its alternative text beside its title, where a screen reader looks."""
    title = b"</title>"
    return svg.replace(title, title + f"\n <desc>{escape(alt)}</desc>".encode(), 1)


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
