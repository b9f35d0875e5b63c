"""Hessians tI + B with |B| ≤ β are positive definite whenever t > β, in every dimension.

If t and B are independent and symmetrically distributed with densities, an eigenvalue taken at
random is positive half the time; yet all are with probability at least P(t > β), which, for one t
and one β, does not fall with the dimension.
"""

from provenscape.kernel import Claim, combine, ge, gt, real

shift, bound, length, form = real("t beta W wBw")  # W = |w|²

claim = Claim(
    id="a-common-shift-keeps-minima-frequent",
    items=["L-21", "L-23", "N-25"],
    says="If the eigenvalues of a random Hessian share a shift t that exceeds their spread β with "
    "probability q, all of them are positive with probability at least q in every dimension.",
    given={
        "large_shift": gt(shift, bound),
        "spread": ge(form, -bound * length),
        "not_zero": gt(length),
    },
    then=gt(shift * length + form),
    scope="the form of tI + B at any w ≠ 0; B of spectral norm at most β, as a Gaussian one "
    "has with high probability for β a little above its edge",
)
witness = {shift: 2, bound: 1, length: 1, form: 0}
countermodels = {
    "large_shift": {shift: 0, bound: 1, length: 1, form: -1},
    "spread": {shift: 2, bound: 1, length: 1, form: -3},
    "not_zero": {shift: 2, bound: 1, length: 0, form: 0},
}


def proof():
    return combine(claim, using={"large_shift": length, "spread": 1})
