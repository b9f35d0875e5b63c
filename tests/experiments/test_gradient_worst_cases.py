"""The semidefinite program, the proved formula and the runs agree where they must."""

import numpy as np
import pandas as pd
import pytest

CHAPTER = "second_order"
FITTED = (0, 1 / 4, 1 / 2, 1, 3)
ROOT = np.sqrt(3) + 1e-8  # √3 in nine digits is above √3


@pytest.fixture
def cases(tables):
    return tables("gradient_worst_cases")["gradient_worst_cases"]


def is_accepted(cases: pd.DataFrame) -> bool:
    """The acceptance test, from the table alone."""
    within, short = cases[cases["h"] <= ROOT], cases[cases["h"] <= 1]
    beyond = cases[(cases["h"] > ROOT) & (cases["h"] < 2)]
    one = beyond[beyond["steps"] == 1]
    long = cases[cases["h"] >= 2]
    return bool(
        np.allclose(within["measured"], within["proved"], atol=2e-5)
        and np.allclose(short["zigzag"], short["measured"], atol=2e-5)
        and (beyond["measured"] > beyond["proved"] + 1e-4).all()
        and (beyond["measured"] > beyond["parabola"] - 2e-5).all()
        and np.allclose(one["measured"], one["parabola"], atol=2e-5)
        and np.allclose(long["measured"], 2, atol=2e-5)
    )


def test_measured_worst_cases_are_the_proved_ones(cases):
    assert is_accepted(cases)
    assert not is_accepted(cases.assign(measured=cases["measured"] * 1.001))
    assert not is_accepted(cases.assign(zigzag=cases["zigzag"] * 0.999))


def the_completion_is_accepted(held_out: pd.DataFrame) -> bool:
    """On numbers of steps and curvatures that it was not fitted to."""
    apart = not (held_out["steps"].isin(range(1, 6)) | held_out["kappa"].isin(FITTED)).any()
    return apart and np.allclose(held_out["measured"], held_out["completed"], atol=2e-5)


def test_the_completion_holds_where_it_was_not_fitted(tables):
    held_out = tables("gradient_worst_cases")["gradient_worst_case_held_out"]
    assert the_completion_is_accepted(held_out)
    assert not the_completion_is_accepted(held_out.assign(kappa=0.25))
    for other in ("parabola", "proved"):
        assert not the_completion_is_accepted(held_out.assign(completed=held_out[other]))
        assert abs(held_out["measured"] - held_out[other]).max() > 1e-3


def test_the_completion_is_fitted_to_few_steps(tables):
    found = tables("gradient_worst_cases")
    for name in ("gradient_worst_cases", "gradient_worst_case_curvatures"):
        table = found[name].query("h <= 2")
        assert np.allclose(table["measured"], table["completed"], atol=2e-5)
        assert not np.allclose(table["measured"], table["completed"] * 1.001, atol=2e-5)


def curvatures_are_accepted(table: pd.DataFrame) -> bool:
    within = table[table["h"] <= table["longest"] + 1e-8]
    beyond = table[(table["h"] > table["longest"] + 1e-8) & (table["h"] < 2)]
    return bool(
        np.allclose(within["measured"], within["proved"], atol=2e-5)
        and (beyond["measured"] > beyond["proved"] - 2e-5).all()
        and (beyond["measured"] > 2 * (beyond["h"] - 1) ** 4 - 2e-5).all()
        and np.allclose(table[table["h"] == 2]["measured"], 2, atol=2e-5)
    )


def test_the_formula_holds_for_every_lower_curvature_up_to_its_longest_step(tables):
    table = tables("gradient_worst_cases")["gradient_worst_case_curvatures"]
    assert curvatures_are_accepted(table)
    assert not curvatures_are_accepted(table.assign(proved=table["proved"] * 1.001))
    assert not curvatures_are_accepted(table.assign(longest=2.0))
    least = table[table["h"] == 1].sort_values("kappa")["measured"].to_numpy()
    assert (np.diff(least) > 0.01).all()  # the less concave f may be, the better
    longest = table.groupby("kappa")["longest"].first().to_dict()
    known = {0: 1.5, 0.5: 6 / (1 + 7**0.5), 1: 3**0.5, 3: 3 / (13**0.5 - 2)}
    assert longest == pytest.approx(known)


def test_the_textbook_bound_is_off_by_a_tenth_and_more(cases):
    assert (cases["textbook"] > 1.1 * cases["measured"]).all()


def test_between_root_three_and_the_parabola_neither_formula_holds(tables):
    values = tables("gradient_worst_cases")["gradient_worst_case_values"]
    values = values.set_index("name")["value"]
    assert values["between"] > values["between_proved"] + 0.03
    assert values["between"] > values["between_parabola"] + 0.03
    assert values["added"] == pytest.approx(values["added_below"], abs=2e-5)


def test_iterates_drawn_are_those_of_descent(tables):
    drawn = tables("gradient_worst_cases")["gradient_extremal_functions"].query("iterate")
    zigzag = drawn.query("function == 'zigzag'")
    assert np.allclose(zigzag["slope"], 1) and len(zigzag) == 4
    ends = drawn.query("function == 'parabola'")["x"].to_numpy()
    walk = ends[np.argsort(-np.abs(ends))]
    assert np.allclose(walk[1:], walk[:-1] * (1 - 1.9))
