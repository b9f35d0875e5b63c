"""A positive definite matrix has a positive diagonal, whose entries are values of its form.

H = [[a, b'], [b, C]] has the form a s² + 2 s ⟨b, w⟩ + w'Cw at the vector (s, w). At (1, 0) it is
a, and at (0, w) it is w'Cw: each block on the diagonal is positive definite as well.
"""

from provenscape.kernel import Claim, combine, eq, gt, real

entry, cross, block = real("a bw wCw")  # with ⟨b, w⟩ and w'Cw

claim = Claim(
    id="a-positive-definite-matrix-has-a-positive-diagonal",
    items=["N-25", "N-100"],
    says="A Hessian of any order can be positive definite only if all its diagonal entries are "
    "positive.",
    given={
        "definite": gt(entry + 2 * cross + block),
        "rest_zero_linear": eq(cross),
        "rest_zero_quadratic": eq(block),
    },
    then=gt(entry),
    scope="every order; any coordinate may be put first",
)
witness = {entry: 1, cross: 0, block: 0}
countermodels = {
    "definite": {entry: -1, cross: 0, block: 0},
    "rest_zero_linear": {entry: -1, cross: 1, block: 0},
    "rest_zero_quadratic": {entry: -1, cross: 0, block: 2},
}


def proof():
    return combine(
        claim,
        using={
            "definite": 1,
            "rest_zero_linear": -2,
            "rest_zero_quadratic": -1,
        },
    )
