"""Any two colours of the house can be told apart, by eyes of every kind, and from white paper.

Dichromats are simulated by the matrices of Machado, Oliveira & Fernandes (IEEE Trans. Vis. Comput.
Graph. 15, 2009, severity 1), which act on linear sRGB. Differences are ΔE*ab of CIE 1976 at D65;
contrast is that of WCAG 2.
"""

from itertools import combinations

import numpy as np
import pytest
import seaborn as sns
from matplotlib.colors import to_rgb

from provenscape.figures.style import MARKS, PALETTE

DICHROMATS = {
    "none": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
}
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
APART, CONTRAST = 15, 3


def linear(colour):
    encoded = np.array(to_rgb(colour))
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    ratio = TO_XYZ @ rgb.clip(0, 1) / TO_XYZ.sum(axis=1)
    x, y, z = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def difference(one, other, missing):
    sight = DICHROMATS[missing]
    return np.linalg.norm(lab(sight @ linear(one)) - lab(sight @ linear(other)))


def contrast_with_white(colour):
    return 1.05 / (TO_XYZ[1] @ linear(colour) + 0.05)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ("#ffffff", (100, 0, 0)),
        ("#ff0000", (53.24, 80.09, 67.20)),
        ("#0000ff", (32.30, 79.19, -107.86)),
    ],
)
def test_lab_of_known_colours(colour, expected):
    assert lab(linear(colour)) == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize("missing", DICHROMATS)
def test_a_simulation_keeps_greys(missing):
    assert DICHROMATS[missing].sum(axis=1) == pytest.approx(np.ones(3), abs=1e-5)


@pytest.mark.parametrize("missing", DICHROMATS)
@pytest.mark.parametrize(("one", "other"), [*combinations(PALETTE, 2)])
def test_two_colours_are_told_apart(one, other, missing):
    assert difference(PALETTE[one], PALETTE[other], missing) >= APART


@pytest.mark.parametrize("name", PALETTE)
def test_a_colour_stands_out_from_paper(name):
    assert contrast_with_white(PALETTE[name]) >= CONTRAST


def test_the_test_tells_a_palette_that_fails():
    usual = sns.color_palette("colorblind").as_hex()
    pairs = list(combinations(usual, 2))
    assert min(difference(*pair, "deuteranopia") for pair in pairs) < APART
    assert min(map(contrast_with_white, usual)) < CONTRAST


def test_points_are_told_apart_by_their_shape():
    assert len({look["marker"] for look in MARKS.values()}) == len(MARKS)
