"""What an experiment says of its own success follows from its raw tables and from exact laws.

Deviations are recomputed, levels are compared with exact values and not slopes alone, and errors
are bounded from above, so that nothing passes by being wide.
"""

import math
from types import SimpleNamespace

import numpy as np
import published
import pytest
from scipy import integrate
from scipy.special import stdtrit

from provenscape.claims.statistics import FALSE_ALARM, QUANTILE, dkw_half_width
from provenscape.models import landscapes
from provenscape.models.ensembles import fields
from provenscape.models.optimizers import GradientDescent, trajectory
from provenscape.study.loading import load

IN_SPACE = (29 - 6 * math.sqrt(6)) / 58 / 2  # share of the minima of isotropic fields


def scalars(name):
    """The numbers of a table name, value."""
    table = published.table(name).set_index("name")["value"]
    return table[[isinstance(v, float | int) for v in table]].astype(float)


def test_counts_of_fields_are_at_the_level_of_kac_rice_and_their_errors_are_small():
    rows = published.table("random_landscapes/field_counts").set_index("field")
    isotropic = rows.drop("separable")
    np.testing.assert_allclose(rows["mean"], rows["points"] / rows["fields"], rtol=1e-8)
    exact = [field.mean_count() for field in (fields.LINE, fields.PLANE, fields.SPACE)]
    np.testing.assert_allclose(isotropic["kac_rice_mean"], exact, rtol=1e-8)
    assert list(isotropic["kac_rice_extrema"]) == pytest.approx([1, 1 / 2, 2 * IN_SPACE], rel=1e-8)
    assert (rows["binomial_extrema"] == 2.0 ** (1 - rows["n"])).all()
    off = (isotropic["mean"] - isotropic["kac_rice_mean"]).abs() / isotropic["mean_error"]
    assert off.max() < QUANTILE
    root = np.sqrt(isotropic["fields"])
    assert (isotropic["mean_error"] < isotropic["mean"] / root).all()
    assert (isotropic["extrema_error"] < 1 / root).all()
    found = scalars("random_landscapes/random_fields_values")
    space = rows.loc["space"]
    by = (space["extrema"] - np.array([2 * IN_SPACE, 1 / 4])) / space["extrema_error"]
    assert found["mean_deviation"] == pytest.approx(off.max(), rel=1e-5)
    assert found["space_deviation"] == pytest.approx(by[0], rel=1e-4)
    assert found["space_from_binomial"] == pytest.approx(abs(by[1]), rel=1e-4)
    assert found["euler_violations"] == rows["euler_violations"].sum()
    assert found["audit_changes"] == rows["audit_changes"].sum()
    for name in ("points", "fields"):
        assert found[f"plane_{name}"] == rows.loc["plane", name]
        assert found[f"space_{name}"] == space[name]
    assert found["space_exact"] == pytest.approx(2 * IN_SPACE, rel=1e-8)
    assert found["space_extrema"] == space["extrema"]
    assert found["space_extrema_error"] == space["extrema_error"]
    assert found["quantile"] == pytest.approx(QUANTILE, rel=1e-8)


def test_the_routes_to_the_fractions_agree_as_recomputed_from_the_table():
    table = published.table("random_landscapes/field_fractions")
    by = table.set_index(["route", "n", "index"]).sort_index()
    for (route, n), rows in table.groupby(["route", "n"]):
        if route != "Monte Carlo":
            assert rows["fraction"].sum() == pytest.approx(1, abs=1e-5)  # rounded to trusted digits
        exact = fields.fractions(n) if n <= 24 else None
        if route in ("closed form", "Pfaffian"):
            np.testing.assert_allclose(rows["fraction"], exact, rtol=5e-5, atol=1e-9)  # five digits
            assert (rows["error"] == 0).all()
        if route == "independent signs":
            signs = [math.comb(n, k) / 2**n for k in rows["index"]]
            np.testing.assert_allclose(rows["fraction"], signs, rtol=1e-8)
    pfaffian, sampled = by.loc["Pfaffian"], by.loc["Monte Carlo"].query("n <= 24 and error > 0")
    gaps = (sampled["fraction"] - pfaffian.loc[sampled.index, "fraction"]).abs() / sampled["error"]
    found = scalars("random_landscapes/random_fields_values")
    assert found["monte_carlo_deviation"] == pytest.approx(gaps.max(), rel=1e-3)
    assert found["closed_form_disagreements"] == 0
    assert (by.loc["Monte Carlo"]["error"] < 0.02).all()
    counted = by.loc["direct count"]
    for n, shares in ((2, (1 / 4, 1 / 2, 1 / 4)), (3, fields.fractions(3))):
        rows = counted.loc[n]
        off = (rows["fraction"] - np.array(shares, dtype=float)).abs()
        assert (off <= QUANTILE * rows["error"]).all()  # in the plane half are saddles, exactly
        assert (rows["error"] < 0.01).all()
    for n in (3, 4, 12, 24):
        share = fields.fractions(n)
        spread = share @ (np.arange(n + 1) - n / 2) ** 2 / n
        assert found[f"minima_{n}"] == pytest.approx(share[0], rel=1e-4)
        assert found[f"signs_{n}"] == pytest.approx(0.5**n, rel=1e-8)
        assert found[f"spread_{n}"] == pytest.approx(spread, rel=1e-5)  # of shares in five digits


def test_the_audit_of_the_fields_searches_a_grid_twice_as_fine(monkeypatch):
    module = load(published.ROOT / "experiments/random_landscapes/random_fields.py")
    asked = []

    def points(field, amplitudes, starts):
        asked.append((len(amplitudes), starts))
        index = np.full((len(amplitudes), 2), len(asked))  # another answer each time
        return SimpleNamespace(counts=lambda number: index)

    monkeypatch.setattr(module.fields, "critical_points", points)
    found, changes, _ = module.count(fields.LINE, 24, 64, np.random.default_rng(1))
    assert asked == [(64, 24), (64 // module.AUDITED, 48)]
    assert (found == 1).all() and changes == 2


def test_counts_of_cubic_forms_are_at_the_exact_levels():
    by = published.table("random_landscapes/spin_glass_counts")
    by = by.set_index(["route", "p", "N", "index"]).sort_index()
    counted, exact = by.loc["count", 3], by.loc["Kac–Rice", 3].loc[[2, 3, 4, 5]]
    off = ((counted["mean"] - exact["mean"]).abs() / counted["error"]).max()
    assert off < QUANTILE
    assert (by.loc["Kac–Rice", 2]["mean"].sub(2).abs() < 1e-8).all()
    sizes = published.table("random_landscapes/spin_glass_completeness").set_index("N")
    assert sizes["breiding_total"][:2].tolist() == pytest.approx(
        [2 * math.sqrt(7), 2 + 8 * math.sqrt(8 / 7)], rel=1e-8
    )
    np.testing.assert_allclose(sizes["kac_rice_total"], exact["mean"].groupby("N").sum(), rtol=1e-8)
    np.testing.assert_allclose(sizes["mean_total"], counted["mean"].groupby("N").sum(), rtol=1e-8)
    total = (sizes["mean_total"] - sizes["kac_rice_total"]).abs() / sizes["total_error"]
    assert (sizes["total_error"] < sizes["mean_total"] / np.sqrt(sizes["forms"])).all()
    assert (sizes["complex_solutions"] == 2.0**sizes.index - 1).all()
    assert (sizes["most"] <= 2 * sizes["complex_solutions"]).all() and (sizes["fewest"] >= 2).all()
    found = scalars("random_landscapes/spin_glass_values")
    assert found["index_deviation"] == pytest.approx(off, rel=1e-4)
    assert found["total_deviation"] == pytest.approx(total.max(), rel=1e-4)
    for name in ("unsolved", "coincident", "euler_violations", "even_pairs"):
        assert found[name] == sizes[name].sum() == 0
    assert found["minima_share_4"] == pytest.approx(
        exact.loc[4, "mean"][0] / exact.loc[4, "mean"].sum(), rel=1e-7
    )


def exit_time(module, dimension, gamma, radius):
    """E T for a start uniform in the ball: the unstable coordinate has density (1 − y²)^((d−1)/2).

    By quadrature of that density, and not by the law of its square.
    """
    density = lambda y: (1 - y * y) ** ((dimension - 1) / 2)  # noqa: E731
    mass = integrate.quad(density, 0, 1)[0]
    factor, t, total = 1 + module.ETA * gamma, 0, 0.0
    while True:
        edge = factor**-t / radius
        below = 1.0 if edge >= 1 else integrate.quad(density, 0, edge)[0] / mass
        total += below
        if below < 1e-6:
            return total
        t += 1


@pytest.mark.parametrize("part", ["radius", "dimension", "curvature", "accuracy"])
def test_mean_exit_times_are_those_of_the_law_of_the_ball(part):
    module = load(published.ROOT / "experiments/saddle_escape/escape_scaling.py")
    rows = published.table("saddle_escape/escape_scaling").query("part == @part")
    for _, row in rows.iterrows():
        value, scale = row["parameter"], 1.0
        dimension, gamma, radius = 2, module.GAMMA, module.RADIUS
        if part == "radius":
            radius = value
        elif part == "dimension":
            dimension = value
        elif part == "curvature":
            gamma = value
        else:
            gamma, radius = math.sqrt(value), value
            scale = math.log1p(module.ETA * gamma)
        exact = scale * exit_time(module, dimension, gamma, radius)
        assert row["exact"] == pytest.approx(exact, rel=1e-3)
        assert abs(row["mean"] - exact) < QUANTILE * row["error"]
        assert row["error"] < 0.05 * row["mean"]


def large(table):
    return (table["parameter"] == 2048).any()


def half_of_slope(rows, logs, replicas):
    """Half of Welch's interval of a slope of means that have these errors, with n in place of n − 1
    under the root."""
    x = (rows["regressor"] - rows["regressor"].mean()).to_numpy()
    weights = x / (x**2).sum() / (rows["mean"].to_numpy() if logs else 1)
    parts = weights**2 * rows["error"].to_numpy() ** 2 * replicas / (replicas - 1)
    freedom = parts.sum() ** 2 * (replicas - 1) / (parts**2).sum()
    return -stdtrit(freedom, FALSE_ALARM / 2) * math.sqrt(parts.sum())


def test_slopes_of_exit_times_follow_from_their_means_and_their_intervals_are_narrow():
    found = published.table("saddle_escape/escape_slopes").set_index("part")
    table = published.table("saddle_escape/escape_scaling")
    for part, rows in table.groupby("part"):
        way = np.log if part == "curvature" else np.asarray
        slope = np.polyfit(rows["regressor"], way(rows["mean"]), 1)[0]
        assert found.loc[part, "slope"] == pytest.approx(slope, rel=1e-6, abs=1e-9)
        centre = (found.loc[part, "low"] + found.loc[part, "high"]) / 2
        assert centre == pytest.approx(slope, rel=1e-6, abs=1e-9)
        if rows["exact"].notna().all():
            exact = np.polyfit(rows["regressor"], way(rows["exact"]), 1)[0]
            assert found.loc[part, "exact"] == pytest.approx(exact, rel=1e-6)
    width = (found["high"] - found["low"]) / found["slope"].abs()
    for part, rows in table.groupby("part"):
        assert found.loc[part, "high"] - found.loc[part, "low"] == pytest.approx(
            2 * half_of_slope(rows, part == "curvature", 1000 if large(table) else 400), rel=1e-6
        )
    assert (width.drop("Adam") < 0.6).all()
    assert found.loc["Adam", "high"] - found.loc["Adam", "low"] < 0.1


def test_distances_of_exit_times_are_those_of_the_distribution_functions():
    found = published.table("saddle_escape/escape_distances").set_index("setting")
    steps = published.table("saddle_escape/escape_steps")
    for setting, rows in steps.groupby("setting"):
        gap = (rows["escaped"] - rows["exact"]).abs().max()
        assert found.loc[setting, "distance"] == pytest.approx(gap, rel=1e-5)
        assert rows["escaped"].is_monotonic_increasing and rows["exact"].is_monotonic_increasing
    widths = {round(dkw_half_width(trials), 9) for trials in (4_000, 40_000)}
    assert set(found["half_width"].round(9)) <= widths


def test_widths_of_the_index_distances_are_those_of_the_sample():
    found = published.table("random_landscapes/index_distances")
    widths = {round(dkw_half_width(trials), 9) for trials in (20_000, 100_000)}
    assert set(found["half_width"].round(9)) <= widths


def test_growth_is_that_of_the_recursions_and_the_stable_component_has_another():
    table = published.table("saddle_escape/unstable_growth")
    a, y0, steps, beta = 9 / 8, 1e-6, 120, 0.9
    heavy, nesterov = [y0, y0], [y0, y0]
    for _ in range(steps):
        heavy.append((1 + 1 / 8 + beta) * heavy[-1] - beta * heavy[-2])
        nesterov.append(a * (nesterov[-1] + beta * (nesterov[-1] - nesterov[-2])))
    warm = y0 * np.cumprod([1, *(1 + 2 / 16 * min(1, t / 40) for t in range(1, steps + 1))])
    t = np.arange(steps + 1)
    noise = np.sqrt(a ** (2 * t) * y0**2 + 1e-12 * (a ** (2 * t) - 1) / (a**2 - 1))
    expected = {
        "gradient descent": y0 * a**t,
        "heavy ball": heavy[1:],
        "Nesterov": nesterov[1:],
        "warm-up": warm,
        "noisy descent": noise,
    }
    for method, exact in expected.items():
        rows = table[table["method"] == method]
        np.testing.assert_allclose(rows["exact"], exact, rtol=1e-7)
        within = 0.06 if method == "noisy descent" else 1e-7  # 5 errors of 4 000 squares
        np.testing.assert_allclose(rows["size"], exact, rtol=within)
    grad = landscapes.get("quadratic_saddle").grad
    stable = trajectory(GradientDescent(1 / 16), grad, np.array([[y0, 0.0]]), steps).x[:, 0, 0]
    assert not np.isclose(stable[1:], y0 * a ** t[1:], rtol=1e-1).any()


def test_spectra_and_their_errors_are_recomputed():
    rows = published.table("strict_saddle_problems/predicted_spectra")
    found = scalars("strict_saddle_problems/predicted_spectra_values")
    assert found["error"] == pytest.approx(rows["error"].max(), rel=1e-6)
    np.testing.assert_allclose(rows["computed"], rows["predicted"], rtol=1e-7, atol=1e-7)
    escapes = published.table("strict_saddle_problems/escape_factors")
    kinds = escapes.groupby(["problem", "kind"]).size()
    # Points that turn nowhere down: one of each problem, of both kinds of phases, in each frame.
    ends = 4 * kinds["phases", "origin"] + kinds["factorization", "none"]
    assert found["points"] == len(escapes) + ends
    assert (escapes["curvature"] < 0).all()
    np.testing.assert_allclose(escapes["predicted"], -escapes["curvature"], rtol=1e-7)
    off = (escapes["measured"] / escapes["predicted"] - 1).abs().max()
    assert found["escape_error"] == pytest.approx(off, rel=1e-2, abs=1e-8)


SHARES = sorted(
    f"{one.chapter}/{table}"
    for one in published.EXPERIMENTS
    for table in one.tables
    if table.endswith("_shares")
)  # with successes, trials, share, low and high


@pytest.mark.parametrize("name", SHARES)
def test_shares_are_successes_by_trials(name):
    table = published.table(name)
    if "trials" not in table:
        pytest.skip("shares of another kind, without trials")
    np.testing.assert_allclose(table["share"], table["successes"] / table["trials"], rtol=1e-8)
    half = (table["high"] - table["low"]) / 2
    assert (half < 2 * dkw_half_width(1) / np.sqrt(table["trials"])).all()
    assert table["share"].between(table["low"] - 1e-9, table["high"] + 1e-9).all()
