"""Each claim judged on tables: its counts support it, those of its control do not."""

from pathlib import Path

import published
import pytest

from provenscape.claims import sampling
from provenscape.errors import UserError
from provenscape.study import registry, tables

ROOT = Path(__file__).parents[2]
CLAIMS = registry.sampled(ROOT)
LEAVES = ROOT / "proofs" / "saddle_escape" / "perturbed_descent_leaves_the_saddle.py"


@pytest.fixture
def built(tmp_path):
    """A folder of data, and into it the tables of the names given, `chapter/table`."""

    def write(names) -> Path:
        for name in names:
            tables.write(published.table(name), tmp_path / f"{name}.csv")
        return tmp_path

    return write


def test_the_claims_judged_on_tables_are_found():
    assert len(CLAIMS) == 44


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.path.stem)
def test_the_counts_support_the_claim_and_those_of_its_control_do_not(claim, verdicts, built):
    record = sampling.verify(claim.path, built(claim.tables))
    assert record["verdict"] == "supported"
    assert record["rules"] == ["sample"]
    assert "does not lie" in record["values"]["control"]
    verdicts(record)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"perturbed"}', '"a thousandth of the radius"}', "has no verdict"),
        ('"a thousandth of the radius"}', '"perturbed"}', "its negative control passes"),
        ('"perturbed"}', '"plain"}', "has 0 rows plain, not one"),
        ("4_000, 40_000", "41_000, 42_000", "planned 41000 or 42000 trials, not 4"),
    ],
)
def test_counts_that_fail_a_control_that_passes_or_other_trials_give_no_verdict(
    old, new, problem, built, tmp_path
):
    data = built(["saddle_escape/escape_counts"])
    text = LEAVES.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "proofs" / "saddle_escape" / LEAVES.name
    path.parent.mkdir(parents=True)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UserError, match=problem):
        sampling.verify(path, data)
