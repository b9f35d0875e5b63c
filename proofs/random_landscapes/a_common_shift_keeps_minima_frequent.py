"""Hessians tI + B with −βI ⪯ B are positive definite whenever t > β, in every dimension.

So all eigenvalues are positive with at least the probability of t > β, which for one law of t and
one β does not fall with the dimension, though each of them may be positive half the time.
"""

from provenscape.kernel import Claim, combine, ge, gt, real

shift, bound, length, form = real("t beta W wBw")

claim = Claim(
    id="a-common-shift-keeps-minima-frequent",
    says="Whenever the shift t of a random Hessian tI + B with −βI ⪯ B exceeds β, all its "
    "eigenvalues are positive, whatever the dimension.",
    items={"L-23": "instance"},
    where={
        shift: "the shift that all eigenvalues share",
        bound: "a number for which B + βI has no negative eigenvalue",
        length: ("the squared length of a direction w", r"\|w\|^2"),
        form: ("the quadratic form of B along w", r"w^\top B w"),
    },
    given={
        "large_shift": gt(shift, bound),
        "spread": ge(form, -bound * length),
        "not_zero": gt(length),
    },
    then=gt(shift * length + form),
    scope="the form of tI + B along every direction w ≠ 0, in every dimension",
)
witness = {shift: 2, bound: 1, length: 1, form: 0}
countermodels = {
    "large_shift": {shift: 0, bound: 1, length: 1, form: -1},
    "spread": {shift: 2, bound: 1, length: 1, form: -3},
    "not_zero": {shift: 2, bound: 1, length: 0, form: 0},
}


def proof():
    return combine(claim, using={"large_shift": length, "spread": 1})
