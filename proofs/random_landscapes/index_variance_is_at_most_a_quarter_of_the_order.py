"""The index of a symmetric matrix with independent entries has variance at most n/4.

Reveal the entries row by row, aᵢⱼ with j ≤ i at step i. The conditional mean of the index is a
martingale; given the rows before, its next value lies in an interval of length 1 (claim
one-row-moves-the-index-by-at-most-one), so that its variance is at most ¼ (claim
a-centred-variable-of-range-one-has-variance-at-most-a-quarter). The steps are uncorrelated. A
diagonal matrix of independent fair signs attains n/4; in the Gaussian orthogonal ensemble the
variance grows as log n only.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, induct, le, real

variance, rows, step_square = real("V n D2")
quarter = Rational(1, 4)

claim = Claim(
    id="index-variance-is-at-most-a-quarter-of-the-order",
    says="The number of negative eigenvalues of an n × n symmetric matrix with independent entries "
    "has variance at most n/4.",
    items={},
    where={
        variance: "the variance of the mean of the index given the first n rows",
        rows: "how many rows are known",
        step_square: (
            "the mean square by which the next row changes that mean",
            r"E D_{n+1}^2",
        ),
    },
    given={"bounded_step": le(step_square, quarter)},
    then=Invariant(
        le(variance, rows / 4),
        start={variance: 0, rows: 0},
        update={variance: variance + step_square, rows: rows + 1},
    ),
    facts={"bounded_step": "popoviciu-inequality"},
    bridges=("martingale-decomposition-of-the-variance", "cauchy-interlacing"),
    scope="every n, any independent entries on and below the diagonal",
)
witness = [{step_square: quarter}, {step_square: 0}, {step_square: quarter}]
countermodels = {"bounded_step": {step_square: 1}}


def proof():
    step = combine(claim.at_next_state(), using={"invariant": 1, "bounded_step": 1})
    return induct(claim, None, step)
