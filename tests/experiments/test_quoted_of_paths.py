"""Captions on paths and waiting times: what they quote, and heights, follow from the tables."""

import math
from itertools import islice

import numpy as np
import pandas as pd
import published
import pytest
from quoted import check
from scipy.special import betaincinv, stdtrit

from provenscape.claims.statistics import FALSE_ALARM, QUANTILE
from provenscape.models import landscapes
from provenscape.models.optimizers import GradientDescent, iterate
from provenscape.models.passage import steps_to_leave
from provenscape.study.loading import load

QUARTERS = {"low": 1 / 4, "median": 1 / 2, "high": 3 / 4}


def are_quartiles(row, sample, made):
    """Whether the quartiles can be those of as many replicas as an experiment runs at least, with
    the law of a sample drawn here; empty is infinite."""
    counts = load(made.path).PARAMETERS["quick"]["replicas"], len(sample)
    for name, share in QUARTERS.items():
        value = np.inf if pd.isna(row[name]) else row[name]
        margin = QUANTILE * math.sqrt(share * (1 - share) * sum(1 / n for n in counts))
        if not (sample < value).mean() - margin <= share <= (sample <= value).mean() + margin:
            return False
    return True


def test_numbers_on_slopes_of_exit_times():
    slopes = published.table("saddle_escape/escape_slopes").set_index("part")
    columns = ("slope", "low", "high", "exact")
    check(
        "saddle_escape/escape_scaling_values",
        {
            f"{part}_{column}": row[column]
            for part, row in slopes.iterrows()
            for column in columns
            if not math.isnan(row[column])
        },
    )


def test_quartiles_at_the_first_saddles_are_those_of_other_starts():
    """Of a chain of three, as what comes later pulls at no coordinate before it leaves."""
    made = published.maker("saddle_escape/chain_steps")
    module, generator = load(made.path), np.random.default_rng(7)
    table = published.table("saddle_escape/chain_steps").set_index(["family", "method", "saddle"])
    for family, _, gamma, attraction, eta in module.FAMILIES:
        chain = landscapes.saddle_chain(3, gamma, attraction)
        start = generator.uniform(-1 / 2, 1 / 2, (2_000, 3))
        steps = steps_to_leave(chain, GradientDescent(eta), start, 50, generator)
        for saddle in (1, 2):
            row = table.loc[family, "plain", saddle]
            assert are_quartiles(row, steps[:, saddle - 1], made), (family, saddle)


def test_quartiles_of_typical_steps_are_those_of_other_starts():
    """A point is near enough where the gradient is at most ε and no curvature below −1.5√(Mε)."""
    made = published.maker("second_order/iteration_typical")
    module, well = load(made.path), landscapes.get("double_well")
    generator = np.random.default_rng(7)
    start = generator.uniform(-1, 1, (1_000, 2))
    table = published.table("second_order/iteration_typical")
    for method, rows in table.groupby("method"):
        steps = np.full((len(rows), len(start)), np.inf)
        states = iterate(module.IN_THE_WELL[method], well.grad, start, generator)
        for number, state in enumerate(islice(states, 100)):
            slope = np.hypot(*well.grad(state.x).T)
            curvature = np.linalg.eigvalsh(well.hess(state.x)).min(axis=1)
            for place, epsilon in enumerate(rows["epsilon"]):
                near = (slope <= epsilon) & (curvature >= -1.5 * math.sqrt(24 * epsilon))
                steps[place, near] = np.minimum(steps[place, near], number)
        for (_, row), found in zip(rows.iterrows(), steps, strict=True):
            assert are_quartiles(row, found, made), (method, row["epsilon"])


def test_numbers_on_noise_along_the_chain():
    steps = published.table("saddle_escape/chain_noisy_steps").set_index(["method", "saddle"])
    found = published.table("saddle_escape/chain_noisy_values").set_index("name")["value"]
    for method in ("noisy", "perturbed"):
        for part, low, high in (("early", 2, 4), ("late", 4, 8)):
            added = (steps["mean"][method, high] - steps["mean"][method, low]) / (high - low)
            ends = [found[f"{method}_{part}_{end}"] for end in ("low", "high")]
            error = math.hypot(steps["error"][method, high], steps["error"][method, low])
            error *= math.sqrt(3) / (high - low)  # each of three marks has a third of the replicas
            assert np.mean(ends) == pytest.approx(found[f"{method}_{part}"], rel=1e-8)
            assert abs(found[f"{method}_{part}"] - added) < 5 * error
            width = -stdtrit(1e4, FALSE_ALARM / 2) * error
            assert steps["mean"][method].is_monotonic_increasing
            assert (ends[1] - ends[0]) / 2 == pytest.approx(width, rel=0.1)


def saddle(x, y):
    return x**2 - y**2


def well(x, y):
    return x**4 - 2 * x**2 + y**2


HEIGHTS = {
    "saddle_escape/header_surface": saddle,
    "saddle_escape/header_near": saddle,
    "saddle_escape/header_paths": saddle,
    "saddle_escape/canonical_paths": saddle,
    "saddle_escape/tiny_path": saddle,
    "saddle_escape/telemetry": saddle,
    "saddle_escape/nudged_ball": well,
    "saddle_escape/well_patches": well,
    "saddle_escape/well_patch_points": well,
    "saddle_escape/well_patch_ways": well,
    "critical_points/bowl_surface": lambda x, y: x**2 + y**2,
    "critical_points/cap_surface": lambda x, y: -(x**2) - y**2,
    "critical_points/degenerate_minimum_surface": lambda x, y: x**2 + y**4,
    "critical_points/double_well_surface": well,
    "critical_points/quadratic_saddle_surface": saddle,
    "critical_points/saddle_cross_surface": lambda x, y: (x * y) ** 3,
    "critical_points/monkey_saddle_surface": lambda x, y: x**3 - 3 * x * y**2,
    "critical_points/saddle_ring_surface": lambda x, y: (x**2 + y**2 - 1) ** 3,
}


@pytest.mark.parametrize("name", HEIGHTS)
def test_heights_are_those_of_the_function(name):
    table = published.table(name)
    height = HEIGHTS[name](table["x"], table["y"])
    np.testing.assert_allclose(table["z"], height, rtol=1e-7, atol=3e-8)
    if name.endswith("_surface") and "radius" not in table:
        x, y = (np.sort(table[side].unique()) for side in ("x", "y"))
        assert len(table) == len(x) * len(y)
        for side in (x, y):
            middle = np.linspace(-side[-1], side[-1], len(side))
            np.testing.assert_allclose(side, middle, rtol=1e-7, atol=1e-8)
    if "radius" in table:
        np.testing.assert_allclose(table["x"], table["radius"] * np.cos(table["angle"]), atol=1e-8)
        np.testing.assert_allclose(table["y"], table["radius"] * np.sin(table["angle"]), atol=1e-8)


@pytest.mark.parametrize(
    "name", ["header_paths", "canonical_paths", "tiny_path", "telemetry", "nudged_ball"]
)
def test_gradients_and_velocities_are_those_of_the_points(name):
    table = published.table(f"saddle_escape/{name}")
    x, y = table["x"], table["y"]
    slope = (4 * x * (x**2 - 1), 2 * y) if name == "nudged_ball" else (2 * x, -2 * y)
    np.testing.assert_allclose(table["gradient"], np.hypot(*slope), rtol=1e-6, atol=1e-8)
    keys = [key for key in ("run", "start", "replica") if key in table]
    for _, rows in table.groupby(keys):
        assert rows["step"].tolist() == list(range(len(rows)))
        moved = np.hypot(rows["x"].diff(), rows["y"].diff()).fillna(0)
        speed = rows["velocity"]
        if rows["run"].iloc[0] == "heavy ball":  # the step is η times it or it, as is told first
            moved *= speed.iloc[1] / moved.iloc[1]
        np.testing.assert_allclose(speed, moved, rtol=1e-5, atol=2e-8)
    if "distance" in table:
        np.testing.assert_allclose(table["distance"], np.hypot(x, y), rtol=1e-7, atol=1e-9)


def test_numbers_on_paths_across_the_saddle():
    paths = published.table("saddle_escape/header_paths").query("step == 12")
    ends = paths.groupby("run")["distance"].first()
    found = published.table("saddle_escape/header_values").set_index("name")["value"]
    expected = {
        "eta": 0.25, "epsilon": 0.5, "radius": 0.1, "steps": 12, "factor": 1.5, "short_eta": 0.1,
        "worked_distance": 1.8 * 1.5**12, "axis_distance": 1.8 * 0.5**12, "short_out": 0,
    }  # fmt: skip
    random = ["replicas", "out_percent", "out_low", "out_high"]
    check("saddle_escape/header_values", expected | {"axis_distance": ends["plain, axis"]}, random)
    assert ends["plain, axis"] == pytest.approx(expected["axis_distance"], rel=1e-6)
    assert ends["plain, worked"] == pytest.approx(found["worked_distance"], rel=1e-6)
    replicas, out = found["replicas"], round(found["out_percent"] * found["replicas"] / 100)
    low = betaincinv(out, replicas - out + 1, FALSE_ALARM / 2)  # Clopper and Pearson
    high = betaincinv(out + 1, replicas - out, 1 - FALSE_ALARM / 2)
    ends = [found[f"out_{end}"] for end in ("percent", "low", "high")]
    assert ends == pytest.approx([100 * out / replicas, 100 * low, 100 * high], rel=1e-6)


def test_numbers_on_the_tiny_start_and_the_nudge():
    tiny = published.table("saddle_escape/tiny_path")
    first = math.ceil(math.log(1e16) / math.log(1.2))
    assert tiny["step"].max() == first and abs(tiny["y"].iloc[-1]) >= 1
    np.testing.assert_allclose(tiny["y"], 1e-16 * 1.2 ** tiny["step"], rtol=1e-7)
    found = published.table("saddle_escape/canonical_values").set_index("name")["value"]
    assert found["tiny_steps"] == first and found["tiny"] == 1e-16
    assert (found["eta"], found["radius"]) == (0.1, 0.05)
    perturbed = published.table("saddle_escape/canonical_paths").query("run == 'perturbed'")
    out = perturbed[perturbed["y"].abs() >= 1]["step"]
    assert found["perturbed_steps"] == (out.min() if len(out) else perturbed["step"].max() + 1)
    check("saddle_escape/nudge_values", {"nudge": 0.03, "eta": 0.1, "steps": 14})
    ball = published.table("saddle_escape/nudged_ball")
    assert (ball["x"].iloc[0], ball["step"].max()) == (0.03, 14)


def test_numbers_on_telemetry():
    runs = published.table("saddle_escape/telemetry")
    ball = runs[(runs["run"] == "heavy ball") & (runs["start"] == "on the axis")]
    off = runs[(runs["start"] == "off the axis") & (runs["y"].abs() >= 1)]
    leaves = off.groupby("run")["step"].min()
    check(
        "saddle_escape/telemetry_values",
        {
            "eta": 0.05, "beta": 0.9, "offset": 1e-3,
            "first_gradient": ball["gradient"].iloc[0], "first_velocity": 0,
            "top_velocity": ball["velocity"].max(), "last_velocity": ball["velocity"].iloc[-1],
            "last_step": ball["step"].max(), "descent_leaves": leaves["gradient descent"],
            "ball_leaves": leaves["heavy ball"],
        },
    )  # fmt: skip
    assert runs[runs["start"] == "off the axis"].groupby("run")["y"].first().tolist() == [1e-3] * 2


def test_numbers_on_the_neighbourhoods_in_the_well():
    points = published.table("saddle_escape/well_patch_points")
    x, y = points["x"], points["y"]
    gradient = np.hypot(4 * x * (x**2 - 1), 2 * y)
    least = np.minimum(12 * x**2 - 4, 2)
    np.testing.assert_allclose(points["gradient"], gradient, rtol=1e-7, atol=1e-9)
    np.testing.assert_allclose(points["eigenvalue"], least, rtol=1e-7)
    check(
        "saddle_escape/well_patch_values",
        {
            f"{name}_{what}": value
            for what, values in (("gradient", gradient), ("eigenvalue", least))
            for name, value in zip(points["patch"], values, strict=True)
        },
    )
    ways = published.table("saddle_escape/well_patch_ways")
    centres = points.set_index("patch")
    for (name, _), rows in ways.groupby(["patch", "way"]):
        assert rows["z"].is_monotonic_decreasing
        start = centres.loc[name, ["x", "y"]].astype(float)
        far = np.hypot(rows["x"] - start["x"], rows["y"] - start["y"])
        np.testing.assert_allclose(far, np.linspace(0, 0.24, len(rows)), atol=1e-8)


def test_numbers_on_the_worked_example():
    runs = published.table("saddle_escape/worked_example_runs")
    costs = published.table("saddle_escape/worked_example_costs")
    np.testing.assert_allclose(runs["value"], saddle(runs["x"], runs["y"]), rtol=1e-7, atol=1e-9)
    np.testing.assert_allclose(
        runs["norm"], 2 * np.hypot(runs["x"], runs["y"]), rtol=1e-7, atol=1e-9
    )
    axis = runs[runs["setting"] == "on the axis"]
    other = runs[runs["setting"] == "exchanged"]
    shown = costs[costs["sigma"] == 0.01].set_index("method")["exact"]
    found = published.table("saddle_escape/worked_example_values").set_index("name")["value"]
    expected = {
        "lowest_gradient": other["norm"].min(),
        "exchanged_cost": other[other["y"].abs() >= 1]["step"].min(),
        "perturbed_cost": shown["perturbed"], "noisy_cost": shown["noisy"],
        "at_once_sigma": 1.48260222,
    }  # fmt: skip
    check("saddle_escape/worked_example_values", expected, elsewhere=["stalled_after"])
    stalled = axis.set_index("step")["norm"]
    assert stalled[found["stalled_after"]] < stalled[found["stalled_after"] - 1]
    assert shown["perturbed"] > found["stalled_after"]
    assert (costs["low"] <= costs["median"]).all() and (costs["median"] <= costs["high"]).all()
    assert costs["exact"].between(costs["low"], costs["high"]).all()
    perturbed = costs[costs["method"] == "perturbed"].sort_values("sigma")
    quartile = 1 / 1.48260222  # of the normal distribution
    needed = np.log(1 / (perturbed["sigma"] * quartile)) / math.log(1.125)
    extra = np.maximum(0, np.ceil(needed))
    assert (perturbed["exact"] == found["stalled_after"] + 1 + extra).all()


def test_numbers_on_the_average_of_two_clusterings():
    points = published.table("critical_points/permutation_points").set_index("point")
    data = published.table("critical_points/permutation_data")["d"].to_numpy()
    found = published.table("critical_points/permutation_values").set_index("name")["value"]
    assert data.tolist() == [k / 4 for k in (-7, -5, -4, 3, 4, 5, 6)]

    def soft(x, y):
        squares = np.square(data[:, None] - np.stack([x, y])[:, None])
        return -np.log(np.exp(-2 * squares).sum(axis=0)).sum(axis=0) / 2

    surface = published.table("critical_points/permutation_surface")
    off = surface["z"].to_numpy() - np.array(
        [soft(*np.atleast_1d(x, y))[0] for x, y in surface[["x", "y"]].to_numpy()]
    )
    np.testing.assert_allclose(off, off[0], atol=1e-6)  # but for a constant
    low, high = points.loc["optimum", ["x", "y"]].astype(float)
    assert (found["centre_low"], found["centre_high"]) == (low, high)
    assert found["optimum"] == points.loc["optimum", "z"]
    assert found["mean"] == pytest.approx(data.mean(), rel=1e-8)
    segment = published.table("critical_points/permutation_segment")
    t = segment["t"].to_numpy()
    np.testing.assert_allclose(t, np.linspace(0, 1, len(t)), atol=1e-8)
    x, y = (1 - t) * low + t * high, (1 - t) * high + t * low
    values = np.array([soft(*np.atleast_1d(a, b))[0] for a, b in zip(x, y, strict=True)])
    np.testing.assert_allclose(segment["soft"] - values, off[0], atol=1e-6)
    nearest = np.minimum(*(np.square(data[:, None] - c) for c in (x, y))).sum(axis=0)
    np.testing.assert_allclose(segment["hard"], nearest, rtol=1e-6)
    assert found["average"] == pytest.approx(segment["soft"].max(), rel=1e-6)


def test_sections_are_those_of_the_landscapes():
    table = published.table("critical_points/axis_sections")
    assert (table["y"][table["axis"] == "x"] == 0).all()
    assert (table["x"][table["axis"] == "y"] == 0).all()
    along = np.where(table["axis"] == "x", table["x"], table["y"])
    straight = table["axis"].isin(["x", "y"])
    np.testing.assert_allclose(table["s"][straight], along[straight], rtol=1e-8)


def test_numbers_on_the_published_methods():
    runs = published.table("saddle_escape/published_runs").set_index(["method", "step"])
    ell, rho, epsilon, delta, gap, dimension = 14, 30, 0.1, 0.1, 2, 2
    pull = math.sqrt(rho * epsilon)
    chi = 3 * math.log(dimension * ell * gap / (epsilon**2 * delta))
    iota = math.log(dimension * ell * gap / (rho * epsilon * delta))
    size = 25600 * ell * math.sqrt(dimension) * gap / (delta * epsilon**2)
    proved = min(i for i in range(2, 200) if size * i**5 <= 2**i)
    expected = {
        "chi": chi, "iota": iota,
        "gradient_2017": epsilon / chi**2, "radius_2017": epsilon / chi**2 / ell,
        "decrease_2017": math.sqrt(epsilon**3 / rho) / chi**3,
        "waiting_2017": math.ceil(chi * ell / pull),
        "radius_2021": epsilon / (400 * ell * iota**3),
        "waiting_2021": math.ceil(iota * ell / pull), "proved_iota": proved,
        "proved_steps": 100 * proved**3 * (proved * ell + pull) * gap / epsilon**2,
        "good_share_2021": runs.loc["2021", "second_order"].mean(),
        "mean_steps_2017": (1 - runs.loc["2017", "stopped"]).sum(),
    }  # fmt: skip
    for year in ("2017", "2021"):
        good = runs.loc[year, "second_order"]
        expected[f"found_{year}"] = good.index[good >= 1 / 2][0]
    check("saddle_escape/published_values", expected)


def test_numbers_on_starts_on_the_line():
    counted = published.table("saddle_escape/random_start_counts").iloc[0]
    expected = {"random_trials": counted["trials"], "random_at_saddle": counted["successes"]}
    check("saddle_escape/basin_values", expected)


@pytest.mark.parametrize("table", ["stationary_points", "stationary_curves", "axis_sections"])
def test_heights_slopes_and_curvatures_are_those_of_the_landscapes(table):
    for name, rows in published.table(f"critical_points/{table}").groupby("landscape"):
        f, x = landscapes.get(name), rows[["x", "y"]].to_numpy(float)
        np.testing.assert_allclose(rows["z"], f.value(x), rtol=1e-7, atol=1e-8)
        if table != "axis_sections":
            assert np.abs(f.grad(x)).max() < 1e-6
        if table == "stationary_points":
            low, high = np.linalg.eigvalsh(f.hess(x)).T
            np.testing.assert_allclose(rows["eigenvalue_low"], low, rtol=1e-7, atol=1e-8)
            np.testing.assert_allclose(rows["eigenvalue_high"], high, rtol=1e-7, atol=1e-8)


def test_circles_are_sections_of_the_landscapes():
    for name, rows in published.table("critical_points/circle_sections").groupby("landscape"):
        ways = np.stack([np.cos(rows["angle"]), np.sin(rows["angle"])], axis=1)
        np.testing.assert_allclose(rows["z"], landscapes.get(name).value(ways), atol=2e-8)
