"""The index of a symmetric matrix with independent entries has variance at most n.

Reveal the entries row by row, aᵢⱼ with j ≤ i at step i. The conditional mean of the index is a
martingale, whose steps have absolute value at most 1 (claim one-row-moves-the-index-by-at-most-one)
and are uncorrelated: each adds at most 1 to the variance.
"""

from provenscape.kernel import Claim, Invariant, combine, induct, le, real

variance, rows, step_square = real("V n D2")

claim = Claim(
    id="index-variance-is-at-most-the-order",
    says="The number of negative eigenvalues of an n × n symmetric matrix with independent entries "
    "has variance at most n.",
    items={},
    where={
        variance: "the variance of the mean of the index given the first n rows",
        rows: "how many rows are known",
        step_square: (
            "the mean square by which the next row changes that mean",
            r"E D_{n+1}^2",
        ),
    },
    given={"bounded_step": le(step_square, 1)},
    then=Invariant(
        le(variance, rows),
        start={variance: 0, rows: 0},
        update={variance: variance + step_square, rows: rows + 1},
    ),
    facts={"bounded_step": "cauchy-interlacing"},
    bridges=("martingale-decomposition-of-the-variance",),
    scope="every n, any independent entries on and below the diagonal",
)
witness = [{step_square: 1}, {step_square: 0}, {step_square: 1}]
countermodels = {"bounded_step": {step_square: 2}}


def proof():
    step = combine(claim.at_next_state(), using={"invariant": 1, "bounded_step": 1})
    return induct(claim, None, step)
