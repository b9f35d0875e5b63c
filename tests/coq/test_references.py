"""What a proof names, read from the lists that Coq writes beside the files it compiles."""

import pytest

from provenscape.coq.references import named, references
from provenscape.errors import UserError

GLOB = """DIGEST 0
FProvenscape.Bridges.Smooth
R0:4 Coq.Reals.Reals <> <> lib
prf 10:20 <> lower
R30:34 Provenscape.Bridges.Euclid <> norm def
prf 40:50 OnSets upper
R60:64 Provenscape.Bridges.Smooth <> lower thm
R66:70 Coq.Reals.RIneq <> Rle_trans thm
R72:73 Provenscape.Bridges.Smooth <> OnSets.L var
"""
UPPER, LOWER, NORM = "Bridges.Smooth.upper", "Bridges.Smooth.lower", "Bridges.Euclid.norm"


@pytest.fixture
def compiled(tmp_path):
    folder = tmp_path / "coq/Bridges"
    folder.mkdir(parents=True)
    (folder / "Smooth.v").touch()
    (folder / "Smooth.glob").write_text(GLOB)
    return tmp_path


def test_a_theorem_names_what_its_text_refers_to_in_the_library(compiled):
    assert references(compiled) == {LOWER: {NORM}, UPPER: {LOWER}}


def test_a_text_names_what_stands_behind_the_theorems_in_it(compiled):
    known = references(compiled)
    assert named("Proof. apply upper. Qed.", known) == {UPPER, LOWER, NORM}
    assert named("Proof. apply (Bridges.Smooth.lower x). Qed.", known) == {LOWER, NORM}
    assert named("Proof. (* upper *) apply upper'. Qed.", known) == set()


def test_a_file_that_is_not_compiled_is_named(compiled):
    (compiled / "coq/Bridges/Smooth.glob").unlink()
    with pytest.raises(UserError, match=r"Smooth\.glob is missing; delete the \.vo and run"):
        references(compiled)
