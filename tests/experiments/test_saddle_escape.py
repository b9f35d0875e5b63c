"""The tables on saddles: exact laws hold, wrong ones do not."""

import math
from pathlib import Path

import numpy as np
from scipy.stats import binom

from provenscape.claims.statistics import QUANTILE
from provenscape.models import landscapes
from provenscape.models.optimizers import Adam, GradientDescent
from provenscape.models.passage import steps_to_leave
from provenscape.study.loading import load

CHAPTER = "saddle_escape"
FOLDER = Path(__file__).parents[2] / "experiments" / CHAPTER


def test_escape_steps_follow_the_exact_law_and_not_that_of_half_the_growth(tables):
    distances = tables("escape_steps")["escape_distances"]
    assert (distances["distance"] < distances["half_width"]).all()
    assert (distances["wrong_law"] > 10 * distances["half_width"]).all()


def test_the_unstable_component_grows_by_the_exact_factors(tables):
    growth = tables("unstable_growth")["unstable_growth"]
    exact = growth.query("method not in ('Adam', 'noisy descent')")
    np.testing.assert_allclose(exact["size"], exact["exact"], rtol=1e-8)
    assert growth["deviation"].abs().max() < QUANTILE
    plain = growth.query("method == 'gradient descent'")["exact"].to_numpy()
    for method in ("heavy ball", "Nesterov"):
        other = growth[growth["method"] == method]["size"].to_numpy()
        assert other[-1] > 1.5 * plain[-1]


def test_adam_moves_by_steps_of_about_eta_whatever_the_start(tables):
    made = tables("unstable_growth")
    size = made["unstable_growth"].query("method == 'Adam'")["size"].to_numpy()
    steps = np.diff(size) * 16
    second = math.sqrt(1 + Adam.beta2) / (1 + Adam.beta1)
    assert second * (1 - 1e-4) < steps.min() < second * (1 + 1e-4)
    assert steps.max() < math.sqrt(3)
    times = made["growth_times"].set_index("method")["steps"]
    assert np.ptp(times["Adam"]) <= 1
    assert abs(np.ptp(times["gradient descent"]) - math.log(1e6) / math.log(9 / 8)) <= 1


def test_slopes_are_those_of_the_exact_law(tables):
    slopes = tables("escape_scaling")["escape_slopes"].set_index("part")
    exact = slopes["exact"].fillna(slopes["limit"]).drop("Adam")
    held = slopes.drop("Adam")
    assert (held["low"] <= exact).all()
    assert (exact <= held["high"]).all()


def test_slopes_of_others_are_excluded(tables):
    slopes = tables("escape_scaling")["escape_slopes"].set_index("part")
    assert slopes.loc["Adam", "high"] < 0.1 * slopes.loc["radius", "exact"]
    assert slopes.loc["dimension", "high"] < slopes.loc["radius", "exact"]
    assert slopes.loc["radius", "low"] > slopes.loc["dimension", "exact"]


def test_every_plain_run_obeys_the_law_of_the_chain_and_no_perturbed_one_does_at_its_end(tables):
    rates = tables("chain_plain")["chain_rates"]
    plain = rates.query("method == 'plain'")
    assert (plain["below"] <= plain["least"]).all()
    assert (plain["largest"] <= plain["above"]).all()
    last = rates.query("method == 'perturbed'").groupby("family").last()
    assert len(last) == 3
    assert (last["largest"] < last["below"]).all()


def test_no_batch_leaves_what_all_terms_leave_fixed(tables):
    counted = tables("batch_noise")["batch_noise_counts"].set_index("setting")["successes"]
    assert counted["across"] == counted["network"] == 0
    assert counted["network, near"] > 0
    origin = np.zeros((1, 2))
    problem = load(FOLDER / "batch_noise.py").problem
    objective, _ = problem("network", 1, np.random.default_rng(1))
    assert (objective.terms(origin) == 0).all()


def test_the_law_of_the_chain_tells_an_exponent_that_is_off_by_two_percent():
    generator = np.random.default_rng(1)
    start = generator.uniform(-0.5, 0.5, (100, 6))
    chain = landscapes.saddle_chain(6, 1, 1)
    steps = steps_to_leave(chain, GradientDescent(1 / 8), start, 1800, generator)
    distance = -np.log(np.abs(start)) / math.log(5 / 4)
    law_errors = load(FOLDER / "chain_plain.py").law_errors
    kappa = -math.log(3 / 4) / math.log(5 / 4)
    for factor, holds in ((1, True), (1.02, False), (0.98, False)):
        limit = 1 + factor * kappa
        least, largest = law_errors(steps, distance, limit, 1800)
        assert (np.nanmin(least) >= -4 * limit and np.nanmax(largest) <= 5) == holds


def test_runs_on_the_line_of_a_symmetry_stay_there_and_those_near_it_leave(tables):
    paths = tables("batch_noise")["batch_noise_paths"]
    for _, rows in paths.groupby("setting"):
        places = rows.set_index(["replica", "step"]).index
        assert set(places) == {(replica, step) for replica in range(6) for step in range(0, 401, 4)}
        assert places.is_unique
    on_line = paths.query("setting == 'network'")
    assert (on_line["x"] + on_line["y"] == 0).all()
    assert (paths.query("setting == 'across'")["x"] == 0).all()
    last = paths[paths["step"] == paths["step"].max()]
    assert (last.query("setting == 'network, near'").eval("abs(x + y)") > 1).all()


def test_the_earlier_algorithm_is_at_its_point_long_before_it_stops(tables):
    made = tables("published_descent")
    values = made["published_values"].set_index("name")["value"]
    assert values["found_2017"] + values["waiting_2017"] < values["mean_steps_2017"]
    still = made["published_runs"].query("method == 'radius 0'")
    assert (still["second_order"] == 0).all() and still["stopped"].iloc[-1] == 1


def test_half_the_iterates_of_the_later_algorithm_are_second_order_points(tables):
    values = tables("published_descent")["published_values"].set_index("name")["value"]
    assert values["good_share_2021"] >= 1 / 2


def test_the_epoch_of_the_lemma_is_within_a_factor_of_three_of_what_is_needed(tables):
    epochs = tables("published_epochs")["published_epochs"]
    assert (epochs["gained"] > 0.98).all()
    assert epochs["needed"].between(1 / 3, 1).all()
    one = epochs.query("instance == 'one direction'")["needed"]
    assert one.max() < 1.15 * one.min()
    assert (epochs["surplus"] > 1e6).all()


def test_the_fate_of_a_start_changes_at_the_exact_step_sizes(tables):
    made = tables("step_size_basins")["basins"]
    for eta, row in made.query("eta < 0.5").groupby("eta"):
        inside = row["x"].abs() < math.sqrt(1 + 1 / (2 * eta))
        assert ((row["end"] == "diverges") == ~inside).all()
        minima = ["left minimum", "right minimum"]
        assert row["end"][inside].isin(minima if eta < 1 / 4 else ["bounded"]).all()


def test_no_random_start_ends_at_the_saddle_and_those_on_its_line_do(tables):
    rows = tables("step_size_basins")["random_start_counts"].set_index("setting")
    control = rows.loc["one in a hundred on the line"]
    assert not rows.drop(control.name)["successes"].any()
    low, high = binom.interval(1 - 1e-6, control["trials"], 1 / 100)
    assert low <= control["successes"] <= high


def test_the_worked_example_costs_what_the_exact_law_says_and_not_half_the_growth(tables):
    costs = tables("worked_example")["worked_example_costs"]
    assert costs["exact"].between(costs["low"], costs["high"]).all()
    assert not costs["wrong"].between(costs["low"], costs["high"])[costs["sigma"] < 1].any()


def test_the_printed_start_never_stalls_and_only_the_axis_does(tables):
    norms = tables("worked_example")["worked_example_runs"].groupby("setting")["norm"]
    assert norms.apply(lambda norm: norm.is_monotonic_increasing)["as printed"]
    assert (norms.min() < 0.01).to_dict() == {
        "as printed": False, "exchanged": False, "on the axis": True, "perturbed": False
    }  # fmt: skip


def test_what_a_further_saddle_adds_is_constant_for_noisy_descent(tables):
    values = tables("chain_noisy")["chain_noisy_values"].set_index("name")["value"]
    assert values["noisy_early_low"] < values["noisy_late_high"]
    assert values["noisy_late_low"] < values["noisy_early_high"]
    assert 99 < values["success_low"] <= values["success"] <= values["success_high"] <= 100


def test_controls_are_no_impossible_ones(tables):
    for experiment, table, setting in (
        ("batch_noise", "batch_noise_counts", "along, faint"),
        ("chain_noisy", "chain_noisy_counts", "faint noise"),
        ("chain_perturbed", "chain_passed_counts", "faintly perturbed"),
        ("chain_plain", "chain_counts", "repulsion 3/2"),
        ("escape_scaling", "single_saddle_counts", "curvature 1/3"),
        ("escape_steps", "escape_counts", "a thousandth of the radius"),
        ("noisy_descent", "noisy_counts", "faint noise"),
        ("published_descent", "published_counts", "2017 with a short wait"),
        ("published_epochs", "published_epoch_counts", "two fifths of iota"),
    ):
        row = tables(experiment)[table].set_index("setting").loc[setting]
        assert 0.02 < row["successes"] / row["trials"] < 0.8
