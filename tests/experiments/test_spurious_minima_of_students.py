"""Certified minima of student networks, judged from the table; tampering is told."""

import pytest

from provenscape.models.landscapes.student_teacher import certified_point

CHAPTER = "neural_landscapes"
NAME = "spurious_minima_of_students"
FROM = {"A": 6, "B": 6, "C": 7}
FEWEST = {"A": 4, "B": 3, "C": 5}


def accepted(table) -> bool:
    first = table["family"].map(FROM)
    minima, others = table[table["units"] >= first], table[table["units"] < first]
    strict = (minima["curvature_least"] > 0).all() and (minima["loss_least"] > 0.01).all()
    saddles = (others["curvature_most"] < 0).all()
    ordered = all(
        (table[f"{name}_least"] <= table[f"{name}_most"]).all() for name in ("loss", "curvature")
    )
    complete = all(
        list(found["units"]) == list(range(FEWEST[family], table["units"].max() + 1))
        for family, found in table.groupby("family")
    )
    return bool(strict and saddles and ordered and complete and table["units"].max() in (8, 20))


def table_of(tables):
    return tables(NAME)["spurious_minima"]


def test_students_of_six_units_have_spurious_minima(tables):
    assert accepted(table_of(tables))


@pytest.mark.parametrize(
    ("family", "units", "column", "value"),
    [
        ("A", 6, "curvature_least", -1e-9),
        ("B", 7, "loss_least", 0.0),
        ("C", 6, "curvature_most", 1e-9),
        ("A", 4, "curvature_most", 1e-9),
        ("B", 8, "units", 9),
        ("C", 7, "loss_most", 0.0),
    ],
)
def test_a_changed_number_is_told(tables, family, units, column, value):
    table = table_of(tables).copy()
    table.loc[(table["family"] == family) & (table["units"] == units), column] = value
    assert not accepted(table)


def test_the_table_holds_the_point_that_is_certified_afresh(tables):
    table = table_of(tables).set_index(["family", "units"])
    row = table.loc[("A", 6)]
    point = certified_point(6, tuple(row[list("abcde")]))
    own = [float(ball.mid()) for ball in point.parameters]
    assert own == pytest.approx(list(row[list("abcde")]), rel=1e-7)
    assert row["loss_least"] < float(point.loss.mid()) < row["loss_most"]
    assert row["curvature_least"] < float(point.curvature.mid()) < row["curvature_most"]
