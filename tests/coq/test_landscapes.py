"""The landscapes in Coq: the formulas of the library, gradients and Hessians as derivatives."""

import dataclasses
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import sympy as sp

from provenscape.claims.coq_files import Sources
from provenscape.coq import session
from provenscape.coq.landscapes import members, module, named, text
from provenscape.errors import UserError
from provenscape.models import landscapes
from provenscape.models.landscapes import Landscape

ROOT = Path(__file__).parents[2]
FILE = ROOT / "coq/Landscapes/Functions.v"
STANDS_ON = ("Bridges.Plane", "EndToEnd.Hessians")
NAMED = re.compile(r"landscapes\.get\(\"(\w+)\"\)")


def test_the_file_is_what_the_library_says():
    assert FILE.read_text(encoding="utf-8") == text(named())


def test_every_named_landscape_of_a_proof_is_in_the_file():
    proofs = [p.read_text(encoding="utf-8") for p in sorted(ROOT.glob("proofs/*/*.py"))]
    mentioned = {name for proof in proofs for name in NAMED.findall(proof)}
    assert len(mentioned) > 5
    assert mentioned <= {f.name for f in named()}


def test_what_cannot_be_written_is_refused():
    with pytest.raises(UserError, match="flat_sharp: no Coq text; give a polynomial"):
        module(landscapes.get("flat_sharp"))


@dataclasses.dataclass(frozen=True)
class Wrong(Landscape):
    """A landscape whose second partial derivatives are off by one."""

    @property
    def hessian(self):
        return sp.ImmutableMatrix(super().hessian + sp.eye(self.dimension))


@pytest.mark.skipif(shutil.which("coqc") is None, reason="Coq is not installed")
@pytest.mark.parametrize("landscape", [landscapes.get("quadratic_saddle"), members()[0]])
@pytest.mark.parametrize(("kind", "accepted"), [(Landscape, True), (Wrong, False)])
def test_coq_accepts_derivatives_and_nothing_else(landscape, kind, accepted, tmp_path):
    session.compile_library(ROOT, list(Sources(ROOT).behind(*STANDS_ON)))
    values = {f.name: getattr(landscape, f.name) for f in dataclasses.fields(Landscape)}
    (tmp_path / "Saddle.v").write_text(text([kind(**values)]), encoding="utf-8")
    command = ["coqc", "-q", "-w", "none", "-Q", ROOT / "coq", "Provenscape", "Saddle.v"]
    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert (done.returncode == 0) is accepted
    assert accepted or "the derivative is another one" in done.stderr or landscape.dimension > 2
