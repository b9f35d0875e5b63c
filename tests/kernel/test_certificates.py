"""What a step shows of its certificate is what was checked."""

import sympy as sp

from provenscape.kernel import (
    Claim,
    Limit,
    Roots,
    cases,
    chain,
    combine,
    enclose,
    ge,
    gt,
    le,
    limit,
    real,
    refute,
    roots,
    sos,
)  # fmt: skip
from provenscape.kernel.theorem import Term

x, y, t = real("x y t")
ONE = sp.Integer(1)


def claim(then, given=None):
    return Claim(
        id="c", says="c.", items={"A-01": "instance"}, where={}, given=given or {}, then=then
    )


def test_a_combination_shows_scale_multipliers_and_squares():
    given = {"first": ge(x, 1), "second": le(y, 2)}
    theorem = combine(
        claim(ge(2 * x - y + x**2, 0), given), using={"first": 4, "second": 2}, squares=[(2, x)],
        scale=2,
    )  # fmt: skip
    (step,) = theorem.steps
    assert step.certificate == (
        Term("scale", "", sp.Integer(2), ONE),
        Term("hypothesis", "first", sp.Integer(4), x - 1),
        Term("hypothesis", "second", sp.Integer(2), 2 - y),
        Term("square", "", sp.Integer(2), x),
    )
    assert step.claim.digest() == theorem.claim.digest()


def test_sums_of_squares_show_their_squares():
    theorem = sos(claim(ge(x**2 + y**2, 2 * x * y)), [x, y], sp.Matrix([[1, -1], [-1, 1]]))
    assert theorem.steps[0].certificate[1:] == (Term("square", "", ONE, x - y),)


def test_lemmas_keep_their_claims():
    lemma = combine(claim(ge(x + 1, 0), {"h": ge(x)}), using={"h": 1}, squares=[(1, 1)])
    theorem = chain(claim(ge(x + 2, 0), {"h": ge(x)}), {"more": lemma}, {"more": 1}, [(1, 1)])
    assert [step.claim.digest() for step in theorem.steps] == [
        lemma.claim.digest(), theorem.claim.digest(),
    ]  # fmt: skip
    assert theorem.steps[1].certificate[1] == Term("hypothesis", "more", ONE, x + 1)


def test_cases_show_what_is_split():
    sides = (ge(x), le(x))
    goal = ge(x**2, 0)
    parts = [combine(claim(goal, {"case": side}), {}, [(1, x)]) for side in sides]
    (step,) = cases(claim(goal), parts, sides).steps[-1:]
    assert step.certificate == (Term("case", "x >= 0", ONE, x), Term("case", "x <= 0", ONE, -x))


def test_limits_show_their_slope():
    bound = combine(claim(ge(t, t**2), {"later": gt(t), "small": le(t, 1)}), {"small": t})
    step = limit(claim(Limit(t, 0, t)), bound, 1).steps[-1]
    assert step.certificate == (Term("slope", "t", ONE, t),)


def test_solution_sets_show_eliminants_and_cofactors():
    system = claim(Roots((x**2 - 1, y), (x, y), ((1, 0), (-1, 0))))
    step = roots(system, {x: (x**2 - 1, (1, 0)), y: (y, (0, 1))}).steps[0]
    assert step.certificate == (
        Term("eliminant", "x", ONE, x**2 - 1),
        Term("cofactor", "x", ONE, x**2 - 1),
        Term("cofactor", "x", sp.Integer(0), y),
        Term("eliminant", "y", ONE, y),
        Term("cofactor", "y", sp.Integer(0), x**2 - 1),
        Term("cofactor", "y", ONE, y),
    )


def test_enclosures_show_factor_and_box():
    goal = claim(ge(x**2 * (x + 2)), {"low": ge(x, -1), "high": le(x, 1)})
    step = enclose(goal, {x: (-1, 1)}, x**2).steps[0]
    assert step.certificate == (
        Term("factor", "", x**2, x + 2), Term("side", "x", -ONE, ONE),
    )  # fmt: skip


def test_refutations_show_their_point():
    step = refute(claim(ge(x, y)), {x: 1, y: 2}).steps[0]
    assert step.certificate == (Term("point", "x", x, ONE), Term("point", "y", y, sp.Integer(2)))
