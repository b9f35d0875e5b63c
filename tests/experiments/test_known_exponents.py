"""The table of exponents: consistent, complete in its works, and what the documents' bounds say."""

import re
from pathlib import Path

import pandas as pd
import pytest

CHAPTER = "hardness"
BIBLIOGRAPHY = Path(__file__).parents[2] / "documents" / "references.bib"


@pytest.fixture
def known(tables):
    return tables("known_exponents")["known_exponents"]


def is_consistent(known: pd.DataFrame) -> bool:
    told = known[known["oracle"].str.startswith(("Hessians", "derivatives"))]
    below = known["announced"].isna() | (
        (known["lower"] <= known["announced"]) & (known["announced"] <= known["upper"])
    )
    goals = (
        known.set_index(["oracle", "smooth", "goal"])[["lower", "upper"]].unstack("goal").dropna()
    )
    harder = [goals[n, "second order"] >= goals[n, "first order"] for n in ("lower", "upper")]
    return bool(
        all(column.all() and len(column) == 4 for column in harder)
        and (known["lower"] <= known["upper"]).all()
        and (told["lower"] == told["upper"]).all()
        and below.all()
    )


def test_no_lower_bound_is_above_an_upper_one(known):
    assert is_consistent(known)
    assert not is_consistent(known.assign(lower=known["lower"] + 0.3))
    easy = known["goal"].eq("second order") & known["oracle"].eq("gradients")
    assert not is_consistent(known.assign(upper=known["upper"].where(~easy, 12 / 7)))


def test_every_work_is_in_the_bibliography(known):
    keys = set(re.findall(r"@\w+\{(\w+),", BIBLIOGRAPHY.read_text(encoding="utf-8")))
    named = (
        set(known["lower_work"]) | set(known["upper_work"]) | set(known["announced_work"].dropna())
    )
    assert named - {""} <= keys
    with_work = known["announced_work"].fillna("").ne("")
    assert (with_work == known["announced"].notna()).all() and with_work.any()


def test_with_hessians_the_bound_is_three_halves_and_for_gradients_two(known):
    first = known[known["goal"] == "first order"].set_index(["oracle", "smooth"])
    assert first["lower"]["Hessians", "∇²f"] == 1.5 and first["lower"]["gradients", "∇f"] == 2
    apart = first["upper"] - first["lower"]
    assert apart["gradients", "∇f, ∇²f"] == pytest.approx(1 / 28)
    assert apart["Hessian-vector products", "∇f, ∇²f"] == pytest.approx(1 / 4)
