"""Depth, critical points, paths and width: judged from raw tables; a changed number is told."""

from pathlib import Path

import numpy as np
import pytest

from provenscape.errors import UserError
from provenscape.models.networks import digits
from provenscape.study.loading import load

CHAPTER = "neural_landscapes"
FOLDER = Path(__file__).parents[2] / "experiments" / CHAPTER


def counts_of(tables, name, setting) -> int:
    return int(tables[name].set_index("setting").loc[setting, "successes"])


def trials_of(tables, name, setting) -> int:
    return int(tables[name].set_index("setting").loc[setting, "trials"])


def designs_are_accepted(tables) -> bool:
    """Counts from losses and roughness, ratios within their intervals, Lanczos converged."""
    runs = tables["design_runs"]
    loss = runs[runs["depth"] == 16].pivot(index="replica", columns="design", values="loss")
    trains = loss.fillna(np.inf) < 0.5
    both = trains["batch norm and skip"] & ~trains["plain"]
    mended = trains["scaled skip"] & ~trains["skip"]
    smooth = tables["design_smoothness"]
    rough = {
        time: part.pivot(index="replica", columns="design", values="roughness")
        for time, part in smooth.groupby("time")
    }
    start, end = rough["start"], rough["end"]
    expected = {
        "batch norm and skip, not plain": both.sum(),
        "scaled skip, not skip": mended.sum(),
        "plain smoother than batch norm, start": (start["plain"] < start["batch norm"]).sum(),
        "batch norm and skip smoother than batch norm, start": (
            start["batch norm and skip"] < start["batch norm"]
        ).sum(),
        "scaled skip smoother than plain, end": (end["scaled skip"] < end["plain"]).sum(),
    }
    same = all(counts_of(tables, "design_counts", key) == n for key, n in expected.items())
    measured = smooth.dropna(subset=["sharpness"])
    converged = (measured["residual"] <= 1e-6 * measured["sharpness"]).mean() > 0.95
    ratios = tables["design_ratios"].dropna()
    inside = ratios["ratio"].between(ratios["low"], ratios["high"]).all()
    logs = np.log(start)
    budgets = tables["design_budgets"].set_index(["budget", "design"])["successes"]
    same &= budgets[100, "scaled skip"] == trains["scaled skip"].sum()
    row = ratios.query("time == 'start' and measure == 'roughness' and first == 'batch norm'")
    mean = np.exp((logs["batch norm"] - logs["plain"]).mean())
    return bool(same and converged and inside and np.isclose(row["ratio"].iloc[0], mean))


def critical_points_are_accepted(tables) -> bool:
    """Kinds from h and index, counts from kinds, and the index growing with the gap."""
    table = tables["critical_candidates"]
    certified = table["h"] <= 0.25
    kinds = np.where(table["index"] > 0, "saddle", "minimum")
    right = (table["kind"].isin(["saddle", "minimum"]) == certified).all()
    right &= (table.loc[certified, "kind"] == kinds[certified]).all()
    met = table[(table["origin"] == "trajectory") & certified].sort_values("landscape")
    met = met.head(trials_of(tables, "critical_counts", "trajectory: saddle"))
    rest = table[(table["origin"] == "descent") & certified & (table["index"] == 0)]
    descents = tables["critical_descents"].query("units == 4")
    loss = descents.pivot(index="landscape", columns="start", values="loss")
    least = loss[[1, 2, 3]].min(axis=1)
    constant = descents.groupby("landscape")["constant"].first()
    close = loss[0] - least <= 0.02 * (constant - least)
    expected = {
        "trajectory: saddle": (met["index"] > 0).sum(),
        "descent: minimum there": (rest["moved"] <= 0.1).sum(),
        "4 units, descent: close": close.sum(),
    }
    same = all(counts_of(tables, "critical_counts", key) == n for key, n in expected.items())
    known = table[(table["origin"] == "trajectory") & certified]
    rank = known[["index", "gap"]].rank().corr().iloc[0, 1]
    return bool(right and same and rank > 0.5)


def paths_are_accepted(tables) -> bool:
    """Counts from the shares of shallow paths; shares of all lengths have the sum 1."""
    runs = tables["path_runs"]
    wide = runs.pivot(index=["design", "trial"], columns="time", values="shallow") > 0.5
    early = wide.loc["batch norm"][[0, 10, 25]].all(axis=1).sum()
    start = wide.loc["neither"][0].sum()
    same = counts_of(tables, "path_counts", "batch norm, early") == early
    same &= counts_of(tables, "path_counts", "neither, start") == start
    shares = tables["path_shares"].query("design != 'neither' or time == 0")
    sums = shares.groupby(["design", "time"])["share"].sum()
    return bool(same and np.allclose(sums, 1))


def widths_are_accepted(tables) -> bool:
    """Counts from the losses and times of the runs."""
    runs = tables["width_runs"].query("scale == 1 and start == 0")
    best = runs.pivot(index="trial", columns=["width", "labels"], values="best")
    fits = (best[64]["digits"] < 0.1) & (best[64]["random"] < 0.1)
    sooner = True
    for column in ("equal_time", "best_time"):
        times = runs[runs["labels"] == "digits"].pivot(
            index="trial", columns="width", values=column
        )
        sooner &= times[64].fillna(np.inf) < times[8].fillna(np.inf)
    same = counts_of(tables, "width_counts", "width 64 fits both") == fits.sum()
    return bool(
        same and counts_of(tables, "width_counts", "width 64 before width 8") == sooner.sum()
    )


JUDGES = {
    "normalisation_and_skips": designs_are_accepted,
    "index_against_loss": critical_points_are_accepted,
    "path_lengths": paths_are_accepted,
    "width_and_scale": widths_are_accepted,
}


@pytest.mark.parametrize("name", JUDGES)
def test_the_tables_say_what_the_experiment_asserts(tables, name):
    assert JUDGES[name](tables(name))


@pytest.mark.parametrize(
    ("name", "table", "column", "change"),
    [
        ("normalisation_and_skips", "design_runs", "loss", lambda c: c + 1),
        ("normalisation_and_skips", "design_smoothness", "roughness", lambda c: 1 / c),
        ("normalisation_and_skips", "design_smoothness", "residual", lambda c: c + 1),
        ("normalisation_and_skips", "design_ratios", "ratio", lambda c: c * 1e9),
        ("index_against_loss", "critical_candidates", "index", lambda c: 0 * c),
        ("index_against_loss", "critical_candidates", "h", lambda c: 0 * c),
        ("index_against_loss", "critical_candidates", "gap", lambda c: 1 - c),
        ("index_against_loss", "critical_candidates", "moved", lambda c: c + 1),
        ("index_against_loss", "critical_descents", "loss", lambda c: c + (c.index % 4 == 0)),
        ("path_lengths", "path_runs", "shallow", lambda c: 1 - c),
        ("path_lengths", "path_shares", "share", lambda c: c + 0.1),
        ("width_and_scale", "width_runs", "best", lambda c: c + 1),
        ("width_and_scale", "width_runs", "best_time", lambda c: -c),
    ],
)
def test_a_changed_column_is_told(tables, name, table, column, change):
    found = {key: value.copy() for key, value in tables(name).items()}
    found[table][column] = change(found[table][column])
    assert not JUDGES[name](found)


def test_the_bound_on_the_third_derivative_holds_along_random_lines():
    module = load(FOLDER / "index_against_loss.py")
    rng = np.random.default_rng(3)
    data = module.landscapes(rng, 20)
    network = module.MLP((8, 4, 3), "tanh")
    theta = rng.standard_normal((20, network.size))
    along = rng.standard_normal(theta.shape)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    s = 1e-4
    there, here = (module.local(network, theta + k * s * along, data)[2] for k in (1, -1))
    change = np.linalg.norm(there - here, ord=2, axis=(1, 2)) / (2 * s)
    assert (change <= module.third_derivative(network, theta, data[0])).all()


def test_a_quadratic_saddle_is_found_by_every_search_for_critical_points():
    module = load(FOLDER / "index_against_loss.py")
    H = np.diag([2.0, -3.0, 1.0])[None]
    g = np.array([[1.0, -2.0, 0.5]])
    none = np.zeros(1)
    point = -np.linalg.solve(H, g[..., None])[..., 0]
    np.testing.assert_allclose(module.newton(g, H, none), point)
    np.testing.assert_allclose(module.levenberg(g, H, none), point)


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("width_and_scale", lambda m, data, seed: m.trials(data, seed, 8, 1.0, 0, 0)),
        ("path_lengths", lambda m, data, seed: m.trace(data, np.random.default_rng(seed))),
        (
            "normalisation_and_skips",
            lambda m, data, seed: m.trace(
                2, data, np.array([[0.1]]), np.random.default_rng(seed), 2, kinds=[m.Design()]
            ),
        ),
    ],
)
def test_examples_that_miss_a_digit_are_told_before_training(name, begin):
    module = load(FOLDER / f"{name}.py")
    module.EXAMPLES = 9
    with pytest.raises(UserError, match="examples of replica 0 have no"):
        begin(module, digits.pool(), np.random.SeedSequence(5))
