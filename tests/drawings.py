"""What a figure draws, as words, and the record of it: manifest/drawings.json.

    .venv/bin/python tests/drawings.py

The record is no truth: it tells that a figure has become another one, in its data, its labels or
its looks. It holds for the tables it was made of and the version of Matplotlib. After a change on
purpose and `make`, the command renews it.
"""

import provenscape  # noqa: F401, I001  (pins the numerical environment: before NumPy)

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import published
from matplotlib.artist import Artist
from matplotlib.collections import Collection
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text

from provenscape.figures import output
from provenscape.figures.style import style
from provenscape.study import files, registry

FEW, NOISE = 8, 1e-14
RECORD = published.ROOT / "manifest/drawings.json"
ASKED = {
    Line2D: ("xydata", "color", "linestyle", "linewidth", "marker", "markersize", "mfc", "label"),
    Collection: ("offsets", "paths", "facecolor", "edgecolor", "linewidths", "sizes", "label"),
    Patch: ("verts", "facecolor", "edgecolor", "linewidth", "hatch", "label"),
    Text: ("text", "position", "fontsize", "rotation", "ha", "va", "color"),
    AxesImage: ("array", "extent", "clim"),
}
OF_AXES = ("title", "xlabel", "ylabel", "xscale", "yscale", "xlim", "ylim", "elev", "azim")


def told(picture: Figure) -> Iterator[str]:
    """A drawn figure, a line for each thing that it shows; where the layout puts it is left out."""
    yield words(picture.get_size_inches())
    for axes in picture.axes:
        found = (getattr(axes, f"get_{name}", getattr(axes, name, None)) for name in OF_AXES)
        yield "axes " + " ".join(words(one() if callable(one) else one) for one in found)
        for axis in (axes.xaxis, axes.yaxis):
            yield "ticks " + words([tick.get_text() for tick in axis.get_ticklabels()])
            yield "at " + words(axis.get_ticklocs())
        yield "spines " + words([spine.get_visible() for spine in axes.spines.values()])
        for parts in (axes.lines, axes.collections, axes.patches, axes.images, axes.texts):
            yield from map(looks, parts)
        if axes.get_legend():
            yield from legend(axes.get_legend())
    yield from map(looks, picture.texts)
    for one in picture.legends:
        yield from legend(one)


def looks(artist: Artist) -> str:
    """What is drawn, and how."""
    kind = next(kind for kind in ASKED if isinstance(artist, kind))
    found = (getattr(artist, f"get_{name}", lambda: None)() for name in ASKED[kind])
    common = artist.get_visible(), artist.get_zorder(), artist.get_alpha()
    return f"{kind.__name__} " + " ".join(map(words, [*common, *found]))


def legend(one: Legend) -> Iterator[str]:
    """The words of a legend."""
    yield "legend " + words([one.get_title().get_text(), *(t.get_text() for t in one.get_texts())])


def words(value: object) -> str:
    """A value: of few numbers five digits each, of many three sums, in which no last bit shows."""
    if isinstance(value, str) or value is None:
        return repr(value)
    if isinstance(value, mpl.path.Path):
        value = value.vertices
    if isinstance(value, list) and value and all(isinstance(one, mpl.path.Path) for one in value):
        value = np.concatenate([one.vertices for one in value])  # in whatever order they are drawn
    try:
        numbers = np.ma.filled(np.ma.asarray(value, dtype=float), np.nan).ravel()
    except (TypeError, ValueError):
        if isinstance(value, Iterable):
            return f"({' '.join(map(words, value))})"
        return type(value).__name__
    known = numbers[np.isfinite(numbers)]
    if len(numbers) <= FEW:
        least = max(NOISE, 1e-9 * np.abs(known).max(initial=0))
        return " ".join("0" if abs(x) <= least else f"{x:.5g}" for x in numbers)
    sums = np.abs(known).sum(), known.sum(), np.square(known).sum()
    least = 1e-9 * sums[0]
    return " ".join([str(len(known)), *("0" if abs(x) <= least else f"{x:.6g}" for x in sums)])


def digest(picture: Figure) -> str:
    return hashlib.sha256("\n".join(told(picture)).encode()).hexdigest()


def made_of(figure: registry.Figure) -> str | None:
    """What the figure's tables are, if they are built: a digest, with the version of Matplotlib."""
    names = sorted({*figure.tables.values(), *filter(None, [figure.values])})
    if not all(published.is_built(published.maker(name)) for name in names):
        return None
    sums = [files.sha256(published.DATA / f"{name}.csv") for name in names]
    return hashlib.sha256(" ".join([mpl.__version__, *sums]).encode()).hexdigest()


def record() -> dict[str, dict[str, str]]:
    """By figure what it was made of, and what it drew."""
    return json.loads(RECORD.read_text(encoding="utf-8"))


def drawing(figure: registry.Figure) -> str:
    """The digest of what the figure draws, taken in its style: ticks are made when asked for."""
    _, draw = output.load(figure.path)
    with style():
        picture = draw({name: published.table(t).copy() for name, t in figure.tables.items()})
        picture.draw_without_rendering()
        try:
            return digest(picture)
        finally:
            plt.close(picture)


def renew(path: Path) -> None:
    """Write the record of all figures whose tables are built."""
    found = {}
    for figure in registry.figures(published.ROOT):
        made = made_of(figure)
        if made is None:
            raise SystemExit(f"{figure.name}: its tables are not built; run make")
        found[figure.name] = {"made_of": made, "drawing": drawing(figure)}
    files.write_text(path, json.dumps(found, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    renew(RECORD)
