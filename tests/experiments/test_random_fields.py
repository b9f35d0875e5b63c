"""The tables on random fields and the spin glass: routes and laws agree."""

from pathlib import Path

import pandas as pd

CHAPTER = "random_landscapes"
FOLDER = Path(__file__).parents[2] / "experiments" / CHAPTER


def scalars(tables, name: str) -> pd.Series:
    return tables(name)[f"{name}_values"].set_index("name")["value"]


def test_the_three_routes_to_the_fractions_agree(tables):
    found = scalars(tables, "random_fields")
    assert found["closed_form_disagreements"] == 0
    for name in ("monte_carlo_deviation", "mean_deviation"):
        assert found[name] < found["quantile"]
    assert abs(found["space_deviation"]) < found["quantile"]


def test_no_critical_point_of_a_field_is_missing(tables):
    rows = tables("random_fields")["field_counts"]
    assert (rows["euler_violations"] == 0).all()
    assert (rows["audit_changes"] == 0).all()


def test_separable_fields_have_exactly_the_fractions_of_independent_signs(tables):
    assert scalars(tables, "random_fields")["separable_not_binomial"] == 0
    rows = tables("random_fields")["field_counts"].set_index("field")
    assert rows.loc["separable", "extrema"] == 0.25 == rows.loc["separable", "binomial_extrema"]
    assert rows.loc["space", "extrema"] < 0.25


def test_cubic_forms_are_counted_completely_and_as_kac_rice_says(tables):
    found = scalars(tables, "spin_glass")
    assert found["unsolved"] == found["coincident"] == 0
    assert found["euler_violations"] == found["even_pairs"] == 0
    for name in ("index_deviation", "total_deviation"):
        assert found[name] < found["quantile"]
    assert found["breiding_disagreements"] == found["quadratic_disagreements"] == 0


def test_low_critical_points_are_minima_although_almost_all_are_saddles(tables):
    found = scalars(tables, "spin_glass")
    assert found["largest_share"] < 1e-3 < 0.99 < found["low_share_25"]
    assert found["largest_share"] > 1000 * found["largest_signs"]
