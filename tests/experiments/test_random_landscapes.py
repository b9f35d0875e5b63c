"""The tables on random matrices: methods agree, controls do not."""

import math
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import sympy as sp
from scipy import integrate

from provenscape.claims.statistics import QUANTILE
from provenscape.models import ensembles

CHAPTER = "random_landscapes"
FOLDER = Path(__file__).parents[2] / "experiments" / CHAPTER


def probabilities(tables) -> pd.DataFrame:
    return tables("positive_definite_probability")["positive_definite_probability"]


def test_the_table_of_probabilities_has_its_promised_columns_and_all_ensembles(tables):
    table = probabilities(tables)
    assert list(table.columns) == ["ensemble", "n", "probability", "error", "exact", "method"]
    assert list(table["ensemble"].unique()) == list(ensembles.names())
    assert set(table["method"]) == {
        "closed form",
        "ball arithmetic",
        "tridiagonal quadrature",
        "Monte Carlo",
        "splitting",
    }
    assert table["probability"].between(0, 1).all()
    assert (table["error"] >= 0).all()
    assert ((table["error"] == 0) == (table["method"] == "closed form")).all()


def test_the_closed_forms_in_the_table_evaluate_to_its_probabilities(tables):
    exact = probabilities(tables).dropna(subset=["exact"])
    assert len(exact) > 40
    for form, value in zip(exact["exact"], exact["probability"], strict=True):
        assert float(sp.sympify(form).evalf(25, maxn=400)) == pytest.approx(value, rel=1e-8)
    goe = exact.query("ensemble == 'goe'").set_index("n")["exact"]
    assert sp.sympify(goe[2]) == sp.Rational(1, 2) - sp.sqrt(2) / 4
    assert set(range(1, 9)) <= set(goe.index)


def test_the_methods_agree_and_splitting_for_the_wrong_ensemble_does_not(tables):
    found = tables("positive_definite_probability")["method_agreement"]
    same = found.query("setting == 'same ensemble'")
    assert same["deviation"].abs().max() < QUANTILE
    for method in ("ball arithmetic", "tridiagonal quadrature", "splitting", "Monte Carlo"):
        assert method in set(same["method"])
    wrong = found.query("setting != 'same ensemble'").set_index("n")["deviation"].abs()
    assert wrong[8] > 10
    assert (np.diff(np.log(wrong)) > 0).all()


def deviations_follow(tables) -> bool:
    """Differences of probabilities over joint errors, as far as nine digits tell."""
    by = tables["positive_definite_probability"].set_index(["ensemble", "n", "method"])
    right = True
    for row in tables["method_agreement"].itertuples():
        one = by.loc[(row.ensemble, row.n, row.method)]
        other = "goe" if row.setting.startswith("control") else row.ensemble
        best = by.loc[(other, row.n, row.reference)]
        by_joint = row.deviation * math.hypot(one["error"], best["error"])
        off = abs(by_joint - (one["probability"] - best["probability"]))
        size = one["probability"] + best["probability"] + 2 * abs(by_joint)
        right &= off <= 5e-9 * size
    return bool(right)


def test_deviations_of_methods_are_those_of_their_probabilities(tables):
    found = tables("positive_definite_probability")
    assert deviations_follow(found)
    other = found["method_agreement"].copy()
    other["deviation"] *= 1.02
    assert not deviations_follow(found | {"method_agreement": other})


def test_two_to_the_minus_n_is_no_bound_on_either_side(tables):
    best = probabilities(tables).drop_duplicates(["ensemble", "n"]).set_index(["ensemble", "n"])
    chance = best["probability"]
    for n in (2, 4, 8):
        assert chance["goe", n] < chance["signs", n] == 2.0**-n < chance["correlated", n]
    assert chance["goe", 30] < 1e-112
    assert abs(chance["correlated", 32] - 0.1587) < 0.02
    assert chance["signs", 100] == pytest.approx(7.9e-31, rel=0.01)


def test_splitting_saves_the_more_work_the_rarer_the_event(tables):
    work = tables("positive_definite_probability")["splitting_work"]
    for name in ("goe", "equal_variance"):
        rows = work[work["ensemble"] == name]
        rare = rows[rows["n"] >= 6]
        assert (np.diff(np.log(rare["ratio"])) > 0).all()
        assert rare["ratio"].iloc[-1] > 1e14
        recomputed = (1 - rows["probability"]) / rows["probability"] / rows["relative_error"] ** 2
        np.testing.assert_allclose(rows["ratio"], recomputed / rows["factorizations"], rtol=1e-7)


def test_index_distributions_are_probabilities_and_samples_follow_their_own_law_alone(tables):
    made = tables("index_distribution")
    sums = made["index_distribution"].groupby(["ensemble", "n", "method"])["probability"].sum()
    np.testing.assert_allclose(sums, 1, rtol=1e-8)
    distances = made["index_distances"]
    own = distances[distances["ensemble"] == distances["reference"]]
    assert len(own) == 8
    assert (own["distance"] < own["half_width"]).all()
    other = distances.query("ensemble != reference and ensemble != 'equal_variance' and n >= 8")
    assert (other["distance"] > other["half_width"]).all()


def test_the_index_of_the_goe_spreads_like_a_logarithm(tables):
    spread = tables("index_distribution")["index_variance"].set_index(["ensemble", "n"])
    variance = spread["variance"]
    assert variance["signs", 32] == 8
    assert variance["goe", 2] == pytest.approx(1 - 1 / math.sqrt(2), rel=1e-8)
    slope = (variance["goe", 32] - variance["goe", 16]) / math.log(2)
    assert slope == pytest.approx(1 / math.pi**2, rel=0.05)


def test_densities_tend_to_the_semicircle_but_not_that_of_diagonal_matrices(tables):
    found = tables("eigenvalue_density")["density_distances"].set_index(["setting", "n"])
    for name in ("goe", "equal_variance"):
        assert (np.diff(found.loc[name]["distance"]) < 0).all()
        last = found.loc[name].loc[256]
        assert last["distance"] + 5 * last["error"] < 0.01
    assert (found.loc["separable"]["distance"] > 0.03).all()


def test_conditioned_on_a_minimum_the_eigenvalues_crowd_at_zero(tables):
    density = tables("eigenvalue_density")["eigenvalue_density"]
    minimum = density[density["setting"] == "minimum"].set_index("x")
    limit = minimum["limit"]
    assert limit.sum() / 10 == pytest.approx(1, abs=1e-8)
    assert minimum["density"].iloc[0] > 1.5 > 4 * density.query("setting == 'goe'")["density"].max()
    inner = minimum.iloc[1:20]
    assert (np.abs(inner["density"] - inner["limit"]) < 0.05 + 5 * inner["error"]).all()


def semicircle(x):
    return math.sqrt(max(4 - x * x, 0)) / (2 * math.pi)


def wall_of_root(y):
    """The density of y, x = y² having √((L − x)/x) (L + 2x)/(4π), L = 4/√3."""
    edge = 4 / math.sqrt(3)
    return math.sqrt(max(edge - y * y, 0)) * (edge + 2 * y * y) / (2 * math.pi)


WALL = math.sqrt(4 / math.sqrt(3))
NUMBERS = {n: [size // n * n for size in (40_000, 300_000)] for n in (4, 16, 64, 256)}
NUMBERS["minimum"] = [20 * 16 * particles for particles in (20, 120)]


@cache
def mean_over_bin(minimum: bool, x: float) -> float:
    """The mean of a limit over the bin about x, by quadrature."""
    ends = (x - 0.05, x + 0.05)
    if minimum:
        roots = [math.sqrt(max(end, 0)) for end in ends]
        return 10 * integrate.quad(wall_of_root, *roots, points=[WALL])[0]
    return 10 * integrate.quad(semicircle, *ends, points=[-2, 2])[0]


def densities_are_counts(tables) -> bool:
    """So many matrices of each size have whole numbers of eigenvalues in each bin, of these sizes;
    limits are means over the bins, by quadrature."""
    table, right = tables["eigenvalue_density"], True
    names = ("goe", "equal_variance", "separable")
    sizes = {(name, n) for name in names for n in (4, 16, 64, 256)}
    if set(table.groupby(["setting", "n"]).groups) != sizes | {("minimum", 20)}:
        return False
    for (setting, n), rows in table.groupby(["setting", "n"]):
        limit = [mean_over_bin(setting == "minimum", x) for x in rows["x"]]
        right &= np.allclose(rows["limit"], limit, rtol=1e-5, atol=1e-7)
        drawn = NUMBERS["minimum" if setting == "minimum" else n]
        counted = [rows["density"] / 10 * number for number in drawn]
        right &= any(np.allclose(c, c.round(), rtol=0, atol=1e-4) for c in counted)
    return bool(right)


def test_densities_are_counts_of_eigenvalues_and_limits_are_means_over_bins(tables):
    found = tables("eigenvalue_density")
    assert densities_are_counts(found)
    for column, factor in (("n", 17 / 16), ("density", 1.02), ("limit", 1.02)):
        other = found["eigenvalue_density"].copy()
        other[column] = factor * other[column]
        assert not densities_are_counts(found | {"eigenvalue_density": other})


def test_the_curves_of_the_limits_are_those_of_their_formulas(tables):
    curves = tables("eigenvalue_density")["limit_densities"]
    half, wall = (curves[curves["limit"] == name] for name in ("semicircle", "hard wall"))
    assert half["x"].iloc[[0, -1]].tolist() == [-2, 2]
    assert wall["x"].iloc[-1] == pytest.approx(4 / math.sqrt(3), rel=1e-8)
    for rows, density in (
        (half, [semicircle(x) for x in half["x"]]),
        (wall, [wall_of_root(math.sqrt(x)) / 2 / math.sqrt(x) for x in wall["x"]]),
    ):
        np.testing.assert_allclose(rows["density"], density, rtol=1e-6, atol=2e-5)
        assert (rows["x"].diff().iloc[1:] > 0).all()


def test_the_exponent_has_the_stated_constants_and_needs_its_logarithm(tables):
    found = tables("large_deviation_rate")["large_deviation_values"].set_index("name")["value"]
    assert found["theta"] == pytest.approx(math.log(3) / 4, abs=1e-9)
    assert found["linear"] == pytest.approx(found["linear_guess"], abs=1e-8)
    assert found["logarithmic"] == pytest.approx(1 / 24, abs=1e-6)
    assert abs(found["theta_without_logarithm"] - math.log(3) / 4) > 1e-8
    rate = tables("large_deviation_rate")["large_deviation_rate"]
    assert (np.diff(rate["excess"]) < 0).all()
    assert (rate["excess"] > 0).all()
