"""What every figure must hold to be read in print: sizes, colours, texts clear of each other.

Sizes are measured in the finished PDF, where a point is a point on paper; where texts lie is taken
from Matplotlib's own layout, which is found once and is that of every format.
"""

import re
import zlib
from collections.abc import Iterator

import numpy as np
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex, to_rgb, to_rgba
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text

from provenscape.errors import UserError
from provenscape.figures.style import PALETTE, SMALLEST_FONT, SMALLEST_GLYPH, WIDTHS

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_NUMBER = rb"(-?[\d.]+)"
_PLACED_OR_SET = re.compile(
    rb"(?:" + rb" ".join([_NUMBER] * 6) + rb" cm\s+(?=BT))|(?:/\S+ " + _NUMBER + rb" Tf)"
)


def require(figure: Figure, figure_id: str) -> None:
    """Raise UserError where a figure departs from the house style, and say how to mend it."""
    width = figure.get_figwidth()
    if width not in WIDTHS:
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
    for colour in _colours(figure):
        if colour not in PALETTE.values() and len(set(to_rgb(colour))) > 1:
            raise UserError(
                f"figure {figure_id}: {colour} is no colour of the house; use one of "
                f"{', '.join(PALETTE)} or a grey"
            )
    for one, other in _said_by_colour_alone(figure):
        raise UserError(
            f"figure {figure_id}: only colour tells {one!r} from {other!r}; give them different "
            "markers, line styles or hatches"
        )
    for fault in _collisions(figure):
        raise UserError(f"figure {figure_id}: {fault}; move one or make room")


def require_glyphs(pdf: bytes, figure_id: str) -> None:
    """Raise UserError if a glyph of the PDF, exponents included, is too small on paper."""
    smallest = min(glyph_sizes(pdf), default=SMALLEST_GLYPH)
    if smallest < SMALLEST_GLYPH - 1e-9:
        raise UserError(
            f"figure {figure_id}: a glyph is printed in {smallest:g} points; use "
            f"{SMALLEST_GLYPH} or more, with larger text or without the exponent"
        )


def glyph_sizes(pdf: bytes) -> set[float]:
    """Return the sizes, in points on paper, in which the text of a PDF by Matplotlib is set."""
    sizes = set()
    for stream in _STREAM.finditer(pdf):
        try:
            content = zlib.decompress(stream[1])
        except zlib.error:
            continue  # an image or a font, compressed otherwise
        scale = 1.0
        for found in _PLACED_OR_SET.finditer(content):
            if found[7] is None:
                a, b, c, d = (float(found[i]) for i in range(1, 5))
                scale = abs(a * d - b * c) ** 0.5
            else:
                sizes.add(round(scale * float(found[7]), 6))
    return sizes


def _colours(figure: Figure) -> Iterator[str]:
    """Colours of lines, markers and patches; those of a colour map are not among them."""
    for line in figure.findobj(Line2D):
        for colour in (line.get_color(), line.get_markerfacecolor(), line.get_markeredgecolor()):
            if line.get_visible() and not _invisible(colour):
                yield to_hex(colour)
    for patch in figure.findobj(Patch):
        colour = to_rgba(patch.get_facecolor())
        if patch.get_visible() and colour[3] > 0:
            yield to_hex(colour)


def _invisible(colour: object) -> bool:
    return isinstance(colour, str) and colour.lower() in ("none", "auto")


def _look(handle: object) -> tuple[object, ...] | None:
    """All of a legend's handle but its colour; None if it has none of its own."""
    if isinstance(handle, Line2D):
        hollow = to_hex(handle.get_markerfacecolor()) == "#ffffff" or _invisible(
            handle.get_markerfacecolor()
        )
        marker = str(handle.get_marker())
        line = handle.get_linestyle(), tuple(handle._dash_pattern[1] or ())  # type: ignore[attr-defined]
        return marker, hollow and marker.lower() != "none", line, round(handle.get_linewidth())
    if isinstance(handle, PathCollection):
        return np.asarray(handle.get_paths()[0].vertices).tobytes(), len(
            handle.get_facecolor()
        ) == 0
    if isinstance(handle, Patch):
        return handle.get_hatch() or "", round(sum(to_rgb(handle.get_facecolor())) / 3, 1)
    return None


def _said_by_colour_alone(figure: Figure) -> Iterator[tuple[str, str]]:
    for legend in figure.findobj(Legend):
        seen: dict[tuple[object, ...], str] = {}
        for handle, text in zip(legend.legend_handles, legend.get_texts(), strict=True):
            look = _look(handle)
            if look in seen:
                yield seen[look], text.get_text()
            if look is not None:
                seen[look] = text.get_text()


class _Recorder(RendererAgg):
    """Notes the texts that a figure draws, and draws nothing."""

    def __init__(self, figure: Figure) -> None:
        width, height = figure.get_size_inches() * figure.dpi
        super().__init__(width, height, figure.dpi)
        self.seen: list[Text] = []
        for name in dir(RendererBase):
            if name.startswith("draw_") and name != "draw_text":
                setattr(self, name, lambda *_, **__: None)

    def draw_text(self, gc, x, y, s, prop, angle, ismath=False, mtext=None):  # type: ignore
        if mtext is not None:
            self.seen.append(mtext)


def _collisions(figure: Figure) -> Iterator[str]:
    """Texts that leave the figure, and pairs that lie on each other by more than a point."""
    recorder = _Recorder(figure)
    figure.draw(recorder)
    point = figure.dpi / 72
    boxes = [(text.get_text(), text.get_window_extent(recorder)) for text in recorder.seen]
    for index, (text, box) in enumerate(boxes):
        inside = figure.bbox.padded(point)
        if not (inside.contains(box.x0, box.y0) and inside.contains(box.x1, box.y1)):
            yield f"{text!r} leaves the figure"
        for other, space in boxes[:index]:
            width = min(box.x1, space.x1) - max(box.x0, space.x0)
            height = min(box.y1, space.y1) - max(box.y0, space.y0)
            if width > point and height > 2 * point:
                yield f"{text!r} lies on {other!r}"
