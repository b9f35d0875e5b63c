"""Batch size, sharpness, edge of stability, judged from the raw tables; tampering is told."""

import numpy as np
import pytest

from provenscape.claims.statistics import half_width

CHAPTER = "implicit_bias"
WHOLE, LOSS = 192, 0.05


def pairs(runs, quantity, batch, step):
    """The quantity of each replica with this batch size, and with all examples."""
    table = runs.query("labels == 'noisy' and step == @step")
    wide = table.pivot(index="replica", columns="batch", values=quantity)
    return wide[batch].to_numpy(), wide[WHOLE].to_numpy()


def small_batches_are_flatter(tables) -> bool:
    runs = tables["sharpness_runs"]
    for quantity in ("lambda_max", "relative"):
        for step in (0.2, 0.4):
            small, whole = np.log(pairs(runs, quantity, 8, step))
            if not (small - whole).mean() + half_width((small - whole)[None], np.ones(1)) < 0:
                return False
    means = runs.query("batch == @WHOLE").groupby(["labels", "step"])["lambda_max"].mean()
    by_step = means.unstack()
    alone = (by_step.max(axis=1) < 1.1 * by_step.min(axis=1)).all()
    reached = (runs["loss"] <= LOSS).all() and (runs["loss"] > LOSS / 2).all()
    return bool(reached and alone)


def counts_follow(tables) -> bool:
    counts = tables["sharpness_counts"].set_index("setting")["successes"]
    runs = tables["sharpness_runs"]
    flat = {s: np.less(*pairs(runs, "lambda_max", 8, s)) for s in (0.2, 0.4)}
    better = np.less(*pairs(runs, "test_loss", 8, 0.4))
    return bool(
        counts["batches of 8"] == (flat[0.2] & flat[0.4]).sum()
        and counts["flatter with less test loss"] == (flat[0.4] & better).sum()
    )


def scaling_keeps_the_function(tables) -> bool:
    found, runs = tables["sharpness_rescaled"], tables["sharpness_runs"]
    plain = runs.query("labels == 'noisy' and batch == @WHOLE and step == 0.4")
    before = plain.set_index("replica").loc[found["replica"]].reset_index()
    far = found["factor"].isin([1 / 16, 16])
    return bool(
        (found["changed"] == 0).all()
        and (found["error"] == before["error"]).all()
        and np.allclose(found["relative"], before["relative"], rtol=1e-7)
        and (found["lambda_max"] > 3 * before["lambda_max"]).all()
        and (found["lambda_max"] > 40 * before["lambda_max"])[far].all()
    )


def ends_are_looks(tables) -> bool:
    """The loss is looked up at every other step; the errors are shares of 1605 examples."""
    runs = tables["sharpness_runs"]
    wrong = [1605 * table["error"] for table in (runs, tables["sharpness_budgets"])]
    whole = all(np.allclose(number, number.round(), rtol=0, atol=1e-4) for number in wrong)
    return bool(whole and (runs["steps"] % 2 == 0).all())


def edge_is_reached(tables) -> bool:
    table = tables["edge_of_stability"].query("eta == 0.3")
    ratio = table.assign(ratio=table["lambda_max"] * 0.15).pivot(
        index=["batch", "replica"], columns="step", values="ratio"
    )
    late = abs(ratio[[1000, 1200]] - 1) <= 0.1
    there = late.all(axis=1).groupby("batch").sum()
    below = ratio.loc[WHOLE, 200].mean() < 0.9
    counts = tables["edge_counts"].set_index("setting")["successes"]
    agrees = all(counts[f"batches of {b}"] == there[b] for b in (8, WHOLE))
    loss = table.query("batch == @WHOLE").pivot(index="replica", columns="step", values="loss")
    falls = (loss[1200] * 2 <= loss[200]).all()
    return bool(agrees and below and falls and there[WHOLE] >= 30 and there[8] == 0)


def test_small_batches_find_flatter_weights_of_equal_loss(tables):
    assert small_batches_are_flatter(tables("batch_size_and_sharpness"))


def test_runs_end_at_a_look_and_errors_are_whole_numbers_of_test_examples(tables):
    assert ends_are_looks(tables("batch_size_and_sharpness"))


def test_counts_of_pairs_follow_from_the_runs(tables):
    assert counts_follow(tables("batch_size_and_sharpness"))


def test_effects_follow_from_the_runs(tables):
    found = tables("batch_size_and_sharpness")
    effects = found["sharpness_effects"].set_index(["labels", "batch", "step", "quantity"])
    for quantity, way in (("lambda_max", np.log), ("error", np.asarray), ("test_loss", np.asarray)):
        small, whole = way(pairs(found["sharpness_runs"], quantity, 8, 0.4))
        row = effects.loc[("noisy", 8, 0.4, quantity)]
        half = half_width((small - whole)[None], np.ones(1))
        assert row["mean"] == pytest.approx((small - whole).mean(), abs=1e-8 * np.abs(small).max())
        assert row["high"] - row["low"] == pytest.approx(2 * half)


def test_correlations_across_the_runs_of_a_replica_are_spearmans(tables):
    found = tables("batch_size_and_sharpness")
    runs = found["sharpness_runs"].query("labels == 'noisy'")
    each = runs.groupby("replica")[["lambda_max", "test_loss"]].corr("spearman").iloc[::2, 1]
    table = found["sharpness_correlations"].query(
        "labels == 'noisy' and measure == 'lambda_max' and outcome == 'test_loss'"
    )
    row = table.set_index("across").loc["runs of a replica"]
    assert row["mean"] == pytest.approx(each.mean())


def test_scaled_layers_are_the_same_function_with_another_sharpness(tables):
    assert scaling_keeps_the_function(tables("batch_size_and_sharpness"))


def test_descent_comes_to_the_edge_of_stability(tables):
    assert edge_is_reached(tables("edge_of_stability"))


def flatter_row(table) -> int:
    """A run with batches of 8, at both steps flatter than with all examples."""
    flat = {step: np.less(*pairs(table, "lambda_max", 8, step)) for step in (0.2, 0.4)}
    replica = np.flatnonzero(flat[0.2] & flat[0.4])[0]
    rows = table.query("labels == 'noisy' and batch == 8 and step == 0.2")
    return table.index.get_loc(rows.index[rows["replica"] == replica][0])


def edge_row(table) -> int:
    """A late look at a run of full-batch descent."""
    late = (table["batch"] == WHOLE) & (table["eta"] == 0.3) & (table["step"] == 1_000)
    return int(np.flatnonzero(late)[0])


LOOKS = {"sharpness_runs": flatter_row, "edge_of_stability": edge_row}


@pytest.mark.parametrize(
    ("judge", "name", "table", "column", "row", "change"),
    [
        (small_batches_are_flatter, "batch_size_and_sharpness", "sharpness_runs", "loss", 3, 0.02),
        (counts_follow, "batch_size_and_sharpness", "sharpness_runs", "lambda_max", None, 1e9),
        (counts_follow, "batch_size_and_sharpness", "sharpness_counts", "successes", 2, 1),
        (scaling_keeps_the_function, "batch_size_and_sharpness", "sharpness_rescaled", "changed",
         0, 1e-7),
        (scaling_keeps_the_function, "batch_size_and_sharpness", "sharpness_rescaled", "error",
         0, 0.001),
        (scaling_keeps_the_function, "batch_size_and_sharpness", "sharpness_rescaled", "relative",
         0, 1e-5),
        (ends_are_looks, "batch_size_and_sharpness", "sharpness_runs", "steps", 0, 1),
        (ends_are_looks, "batch_size_and_sharpness", "sharpness_runs", "error", 0, 1e-4),
        (edge_is_reached, "edge_of_stability", "edge_of_stability", "lambda_max", None, 1.0),
        (edge_is_reached, "edge_of_stability", "edge_counts", "successes", 0, -1),
    ],
)  # fmt: skip
def test_a_changed_number_is_told(tables, judge, name, table, column, row, change):
    found = {key: value.copy() for key, value in tables(name).items()}
    changed = found[table]
    place = changed.index[LOOKS[table](changed) if row is None else row]
    changed[column] = changed[column].astype(float)
    changed.loc[place, column] += change
    assert not judge(found)
