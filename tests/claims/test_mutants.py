"""Points that are skipped in the search for false neighbours are points that refute nothing."""

from pathlib import Path

import pytest
import sympy as sp

from provenscape.claims import mutants
from provenscape.claims.loading import load
from provenscape.claims.verification import points
from provenscape.kernel import Claim, Rejected, ge, gt, le, lt, real, refute

ROOT = Path(__file__).parents[2]
x, y = real("x y")


def skipped_and_kept(claim, tried):
    """How many pairs of neighbour and point are skipped, and how many refute; none does both."""
    skipped = kept = 0
    for name, mutant in mutants.neighbours(claim, tried):
        for point in tried:
            passed_over = mutants.refutes_nothing(mutant, point)
            skipped += passed_over
            try:
                refute(mutant, point)
            except Rejected:
                continue
            kept += 1
            assert not passed_over, f"{name} at {point}"
    return skipped, kept


@pytest.mark.parametrize(
    "proof",
    [
        "polyak_lojasiewicz/pl_one_step.py",
        "strict_saddle_problems/a_null_vector_and_the_residual_give_descent.py",
        "saddle_escape/accelerated_perturbed_descent_takes_fewer_steps.py",
        "polyak_lojasiewicz/pl_linear_rate.py",
    ],
)
def test_no_point_that_shows_a_neighbour_false_is_skipped(proof):
    module = load(ROOT / "proofs" / proof)
    skipped, kept = skipped_and_kept(module.claim, points(module))
    assert skipped > kept > 0


@pytest.mark.parametrize("conclusion", [ge(x, 2 * y), le(x, y / 2), gt(y), lt(x, y)])
def test_a_point_is_skipped_only_where_a_hypothesis_fails_or_the_conclusion_holds(conclusion):
    claim = Claim(
        id="a", says="a", items={}, where={(x, y): "numbers"}, given={"sum": ge(x + y, 1)},
        then=conclusion,
    )  # fmt: skip
    for at in ({x: a, y: b} for a in range(-2, 3) for b in range(-2, 3)):
        holds = conclusion.expr.xreplace(at) > 0 or (
            conclusion.sign == ">=" and conclusion.expr.xreplace(at) == 0
        )
        assert mutants.refutes_nothing(claim, at) == (at[x] + at[y] < 1 or holds), at


def test_what_fractions_do_not_tell_is_left_to_the_kernel():
    for given, then, at in (
        (ge(sp.exp(x), 1), ge(y), {x: 1, y: -1}),
        (ge(x), lt(sp.exp(y), 1), {x: 1, y: 1}),
        (ge(x), ge(y), {x: sp.sqrt(2), y: -1}),
    ):
        claim = Claim(
            id="a", says="a", items={}, where={(x, y): "numbers"}, given={"one": given}, then=then
        )
        assert not mutants.refutes_nothing(claim, at)
        assert refute(claim, at).verdict == "refuted"
