"""Proofs, experiments and figures stand on those rooms of the package that they may."""

from pathlib import Path

import pytest

from provenscape.workflow.imports import named_in

ROOT = Path(__file__).parents[2]
MODELS = ("provenscape.kernel", "provenscape.models")
STANDS_ON = {
    "proofs": MODELS,
    "experiments": (
        *MODELS,
        "provenscape.claims.statistics",
        "provenscape.errors",
        "provenscape.study.tables",
    ),
    "figures": ("provenscape.figures",),
}


@pytest.mark.parametrize("folder", STANDS_ON)
def test_content_stands_on_the_rooms_below_it(folder):
    allowed = STANDS_ON[folder]
    for path in sorted((ROOT / folder).glob("*/*.py")):
        for name in named_in(path):
            assert any(f"{name}.".startswith(f"{room}.") for room in allowed), f"{path}: {name}"
