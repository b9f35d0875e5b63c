"""Each figure is drawn once, from its tables; what it draws is there, and differs in its lines."""

import drawings
import matplotlib.pyplot as plt
import numpy as np
import published
import pytest

from provenscape.figures import output
from provenscape.figures.style import style
from provenscape.study import registry

FIGURES = registry.figures(published.ROOT)
RECORD = drawings.record()
SEEN: dict[str, str] = {}  # the drawings of this process


def drawn(axes) -> list[np.ndarray]:
    """The coordinates of whatever axes show, an array an artist."""
    found = [np.column_stack([line.get_xdata(), line.get_ydata()]) for line in axes.lines]
    found += [np.ma.filled(each.get_offsets(), np.nan) for each in axes.collections]
    found += [np.asarray(path.vertices) for each in axes.collections for path in each.get_paths()]
    found += [np.array([patch.get_extents().bounds]) for patch in axes.patches]
    found += [np.asarray(image.get_array()).reshape(-1, 1) for image in axes.images]
    return [np.asarray(part, dtype=float) for part in found if np.size(part)]


def flat(part: np.ndarray) -> bool:
    """Whether a curve is 0 throughout, as a difference of equals is."""
    return not part[:, 1].any()


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_a_figure_is_drawn_and_its_text_filled(figure):
    declared, draw = output.load(figure.path)
    tables = {local: published.table(name).copy() for local, name in declared.tables.items()}
    before = {local: table.copy() for local, table in tables.items()}
    with style():
        picture = draw(tables)
        try:
            for axes in picture.axes:
                content = drawn(axes)
                assert content, "empty axes"
                assert any(np.isfinite(part).any() for part in content), "no number is finite"
                curves = [part for part in content if len(part) >= 4 and part.shape[1] == 2]
                assert not curves or not all(map(flat, curves)), "all that is drawn is 0"
            picture.draw_without_rendering()
            SEEN[figure.name] = drawings.digest(picture)
        finally:
            plt.close(picture)
    assert all(before[local].equals(table) for local, table in tables.items()), "a table changed"
    values = output.as_values(published.table(declared.values)) if declared.values else {}
    for text in (declared.caption, declared.notes, declared.alt):
        assert "nan" not in output.fill(text, values, declared.name).split()


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_a_figure_is_that_of_its_record(figure):
    known = RECORD[figure.name]
    if drawings.made_of(figure) != known["made_of"]:
        pytest.skip("its tables, or Matplotlib, are not those of the record")
    if figure.name not in SEEN:
        SEEN[figure.name] = drawings.drawing(figure)
    assert SEEN[figure.name] == known["drawing"], "it has changed; tests/drawings.py renews these"


def test_every_figure_has_a_record():
    assert sorted(RECORD) == sorted(figure.name for figure in FIGURES)
