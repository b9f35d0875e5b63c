"""Methods in files, and what tests ask of rates for every number of steps and of their proofs."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sympy as sp

from provenscape import kernel
from provenscape.claims.loading import load
from provenscape.claims.verification import verify_here
from provenscape.errors import UserError

FILE = """
functions:
  f: {{{kind}}}
minimizers: {{xs: f}}
start: [x]
given: {given}
step:
  x: {step}
steps: 3
metric: {metric}
"""
CONVEX, STRONG = "class: SmoothConvexFunction, L: 3", "mu: 1/10, L: 1"
STRONG = f"class: SmoothStronglyConvexFunction, {STRONG}"
DISTANCE, GAP = "(x - xs)**2 <= 1", "f(x) - f(xs) <= 1"
DESCENT = "x - 1/3*grad(f, x)"


def written(tmp_path, kind, given, step, metric):
    path = tmp_path / "method.yaml"
    path.write_text(FILE.format(kind=kind, given=given, step=step, metric=metric), encoding="utf-8")
    return path


def holds(said):
    """Whether no number of PEPit, which solves all conditions, is above the proved one."""
    compared = said["compared"].values()
    return bool(compared) and all(sp.Rational(one) >= least - 1e-4 for one, least in compared)


@cache
def accepted(name, text):
    """Whether the kernel accepts the proof of a file; its false neighbours were refused when it was
    found."""
    with TemporaryDirectory() as folder:
        claim = Path(folder, name)
        claim.write_text(text, encoding="utf-8")
        module = load(claim)
        theorem = kernel.verified(module.proof())
    return theorem.verdict == "proved" and theorem.claim.digest() == module.claim.digest()


def require_refused(claim, text, old, new):
    """The claim is proved as it is written, and refused with another text in one place."""
    assert accepted(claim.name, text) and old in text
    claim.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UserError, match=r"has no verdict|not accepted"):
        verify_here(claim)
