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
    return bool(
        (known["lower"] <= known["upper"]).all()
        and (told["lower"] == told["upper"]).all()
        and below.all()
    )


def test_no_lower_bound_is_above_an_upper_one(known):
    assert is_consistent(known)
    assert not is_consistent(known.assign(lower=known["lower"] + 0.3))


def test_every_work_is_in_the_bibliography(known):
    keys = set(re.findall(r"@\w+\{(\w+),", BIBLIOGRAPHY.read_text(encoding="utf-8")))
    assert set(known["lower_work"]) | set(known["upper_work"]) <= keys


def test_with_hessians_the_bound_is_three_halves_and_for_gradients_two(known):
    by_class = known.set_index(["oracle", "smooth"])["lower"]
    assert by_class["Hessians", "∇²f"] == 1.5 and by_class["gradients", "∇f"] == 2
    gap = known.set_index(["oracle", "smooth"]).loc[("gradients", "∇f, ∇²f")]
    assert gap["upper"] - gap["lower"] == pytest.approx(1 / 28)
