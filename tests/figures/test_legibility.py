"""What cannot be read in print is refused: glyphs, colours alone, texts on each other."""

import io

import matplotlib.pyplot as plt
import pytest

from provenscape.errors import UserError
from provenscape.figures import BLUE, GREEN, SINGLE_COLUMN, legibility, style


def pdf(figure):
    stream = io.BytesIO()
    figure.savefig(stream, format="pdf")
    return stream.getvalue()


@pytest.fixture
def drawn():
    """A figure in the house style and its axes."""
    with style():
        figure, axes = plt.subplots(figsize=(SINGLE_COLUMN, 2), layout="constrained")
        yield figure, axes
        plt.close(figure)


def test_sizes_are_measured_on_paper(drawn):
    figure, axes = drawn
    axes.set(xticks=[], yticks=[], xlabel="plain", ylabel="$10^{-3}$")
    axes.text(0.5, 0.5, "turned", rotation=30, fontsize=11)
    assert legibility.glyph_sizes(pdf(figure)) == {8, 8 * 0.82, 11}


def test_exponents_are_of_six_points_or_more(drawn):
    figure, axes = drawn
    axes.set(xscale="log", xlim=(1e-9, 1e9), title="$x_i^2$", xlabel="$10^{-6}$")
    legibility.require_glyphs(pdf(figure), "test")


@pytest.mark.parametrize("text", ["$x^{2^{2}}$", "$x_{i_{j}}$"])
def test_an_exponent_of_an_exponent_is_too_small(drawn, text):
    figure, axes = drawn
    axes.set_title(text)
    with pytest.raises(UserError, match="a glyph is printed in 5"):
        legibility.require_glyphs(pdf(figure), "test")


def test_outside_the_house_style_exponents_are_small():
    with plt.rc_context({"font.size": 7, "axes.labelsize": 7}):
        figure, axes = plt.subplots()
        axes.set_xlabel("$10^{-6}$")
        content = pdf(figure)
        plt.close(figure)
    assert min(legibility.glyph_sizes(content)) == pytest.approx(4.9)


def two_lines(axes, **other):
    axes.plot([0, 1], [0, 1], color=BLUE, label="one")
    axes.plot([0, 1], [1, 0], color=GREEN, label="other", **other)


@pytest.mark.parametrize("other", [{"ls": "--"}, {"marker": "o"}, {"lw": 3}])
def test_two_lines_may_differ_in_style_marker_or_width(drawn, other):
    figure, axes = drawn
    two_lines(axes, **other)
    axes.legend()
    legibility.require(figure, "test")


def test_hollow_and_filled_markers_differ(drawn):
    figure, axes = drawn
    for colour, face in ((BLUE, BLUE), (GREEN, "white")):
        axes.plot([0, 1], [0, 1], "o", color=colour, mfc=face, label=f"{face}")
    axes.legend()
    legibility.require(figure, "test")


def test_colour_alone_does_not_tell_lines_apart(drawn):
    figure, axes = drawn
    two_lines(axes)
    axes.legend()
    with pytest.raises(UserError, match="only colour tells 'one' from 'other'"):
        legibility.require(figure, "test")


@pytest.mark.parametrize(("dashes", "told"), [((5, 2), True), ((1, 1), False)])
def test_two_dashed_lines_differ_by_their_dashes(drawn, dashes, told):
    figure, axes = drawn
    axes.plot([0, 1], [0, 1], color=BLUE, ls=(0, (1, 1)), label="one")
    axes.plot([0, 1], [1, 0], color=GREEN, ls=(0, dashes), label="other")
    axes.legend()
    if told:
        legibility.require(figure, "test")
    else:
        with pytest.raises(UserError, match="only colour tells"):
            legibility.require(figure, "test")


@pytest.mark.parametrize(("other", "told"), [("s", True), ("o", False)])
def test_points_differ_by_their_shape(drawn, other, told):
    figure, axes = drawn
    axes.scatter([0], [0], marker="o", color=BLUE, label="one")
    axes.scatter([1], [1], marker=other, color=GREEN, label="other")
    axes.legend()
    if told:
        legibility.require(figure, "test")
    else:
        with pytest.raises(UserError, match="only colour tells"):
            legibility.require(figure, "test")


@pytest.mark.parametrize("colour", ["red", "#123456"])
def test_a_colour_from_elsewhere_is_refused(drawn, colour):
    figure, axes = drawn
    axes.plot([0, 1], color=colour)
    with pytest.raises(UserError, match="is no colour of the house; use one of BLUE"):
        legibility.require(figure, "test")


@pytest.mark.parametrize("colour", [BLUE, "black", "white", "0.7"])
def test_colours_of_the_house_and_greys_pass(drawn, colour):
    figure, axes = drawn
    axes.plot([0, 1], color=colour)
    legibility.require(figure, "test")


def test_text_on_text_is_refused(drawn):
    figure, axes = drawn
    for word in ("above", "below"):
        axes.text(0.5, 0.5, word)
    with pytest.raises(UserError, match="'below' lies on 'above'"):
        legibility.require(figure, "test")


def test_text_beyond_the_edge_is_refused(drawn):
    figure, axes = drawn
    axes.set_position((0, 0.2, 1, 0.7))
    axes.text(1, 0.5, "out")
    with pytest.raises(UserError, match="leaves the figure"):
        legibility.require(figure, "test")
