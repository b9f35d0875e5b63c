"""Every claim, verified afresh; select with `pytest -k pl` or `-k critical_points`."""

from pathlib import Path

import pytest

from provenscape.claims.loading import proof_files

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "path", [pytest.param(p, id=f"{p.parent.name}-{p.stem}") for p in proof_files(ROOT)]
)
def test_claim(path, verdicts, verified):
    record = verified(path)
    verdicts(record)
    mutants = record["mutants"]
    assert mutants["total"] == mutants["rejected"] == len(mutants["tried"])
    assert (mutants["total"] > 0) == (record["verdict"] != "refuted")
    for tried in mutants["tried"]:
        assert tried["false_at"] and tried["rejected"]
