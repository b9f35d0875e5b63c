"""Proofs exported to Coq compile there, and false ones do not."""

import shutil
import subprocess

import pytest
import sympy as sp

from provenscape.kernel import Claim, Rejected, combine, eq, ge, gt, le, real, sos
from provenscape.search.blocks import squares_of
from provenscape.search.certificates import certificate
from provenscape.search.coq import export
from provenscape.search.coq_terms import NotExported

x, y, L, mu, grad2, gap, following = real("x y L mu grad2 gap following")
needs_coq = pytest.mark.skipif(shutil.which("coqc") is None, reason="coqc is not installed")


def claim(then, given=()):
    return Claim("exported", "A proof is exported.", {}, dict(given), then)


RATE = claim(
    le(following, (1 - mu / L) * gap),
    {
        "smooth": gt(L),
        "pl_constant": gt(mu),
        "descent": le(following, gap - grad2 / (2 * L)),
        "pl": ge(grad2, 2 * mu * gap),
    },
)
RATE_PROOF = {"using": {"descent": 1, "pl": 1 / (2 * L)}}
MOTZKIN = claim(ge(x**4 * y**2 + x**2 * y**4 - 3 * x**2 * y**2 + 1))
SQUARES = claim(gt(x**4 - 2 * x**2 + 2))
BASIS, GRAM = [sp.Integer(1), x**2], sp.Matrix([[2, -1], [-1, 1]])
CONTRACTION = claim(ge((1 - mu / L) * gap), {"L": gt(L), "order": le(mu, L), "gap": gt(gap)})
EQUATION = claim(eq(x * y, 1), {"x": eq(x, 1), "y": eq(y, x)})
CROSS = claim(gt(x**2 * y**3), {"x": gt(x**2), "y": gt(y)})
CONSTANTS = claim(gt(sp.pi * x + sp.E * y), {"x": gt(x), "y": ge(y)})
EXPONENTIAL = claim(gt(sp.exp(x) + x**2))


def coq(source, folder):
    (folder / "claim.v").write_text(source)
    command = ["coqc", "-q", "claim.v"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)


def proofs():
    yield "rate of a PL function", RATE, RATE_PROOF
    yield "Motzkin", MOTZKIN, certificate(MOTZKIN, scale=x**2 + y**2 + 1)
    yield "quotient as multiplier", CONTRACTION, {"using": {"gap": 1 - mu / L}}
    yield "equations", EQUATION, certificate(EQUATION)
    yield "exponential", EXPONENTIAL, {"using": {}, "squares": [(sp.exp(x), 1), (1, x)]}
    yield "square of what is not zero", CROSS, {"using": {"y": (x * y) ** 2}}
    yield "constants", CONSTANTS, {"using": {"x": sp.pi, "y": sp.E}}
    yield "strict squares", SQUARES, certificate(SQUARES)


@needs_coq
@pytest.mark.parametrize(
    ("statement", "arguments"), [pytest.param(*p[1:], id=p[0]) for p in proofs()]
)
def test_coq_accepts_what_the_kernel_accepts(statement, arguments, tmp_path):
    combine(statement, **arguments)
    done = coq(export(statement, **arguments) + "Print Assumptions claim.\n", tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Axioms:" in done.stdout and "claim" not in done.stdout  # those of the reals alone


@needs_coq
def test_coq_accepts_an_exported_gram_matrix(tmp_path):
    statement = claim(ge(SQUARES.then.expr))
    sos(statement, BASIS, GRAM)
    source = export(statement, {}, squares_of(BASIS, sp.ImmutableMatrix(GRAM)))
    assert coq(source, tmp_path).returncode == 0


FORGED = {
    "multiplier doubled": (RATE, {"using": {"descent": 1, "pl": 1 / L}}),
    "negative multiplier": (claim(le(x), {"positive": ge(x)}), {"using": {"positive": -1}}),
    "negative square": (claim(le(x**2)), {"using": {}, "squares": [(-1, x)]}),
    "strict though attained": (claim(gt(x**2)), {"using": {}, "squares": [(1, x)]}),
    "negative scale": (claim(le(x**2)), {"using": {}, "squares": [(1, x)], "scale": -1}),
    "nothing": (claim(ge(x)), {"using": {}}),
}


@needs_coq
@pytest.mark.parametrize("name", FORGED)
def test_coq_rejects_what_the_kernel_rejects(name, tmp_path):
    statement, arguments = FORGED[name]
    with pytest.raises(Rejected):
        combine(statement, **arguments)
    assert coq(export(statement, **arguments), tmp_path).returncode != 0


def test_the_source_searches_for_nothing_and_admits_nothing():
    source = export(RATE, **RATE_PROOF)
    assert not any(word in source for word in ("nra", "psatz", "admit", "Axiom", "Parameter"))
    assert source.count("Qed.") == 6 and RATE.digest() in source


def test_what_has_no_translation_is_not_exported():
    with pytest.raises(NotExported):
        export(claim(ge(sp.sqrt(2))), {})
