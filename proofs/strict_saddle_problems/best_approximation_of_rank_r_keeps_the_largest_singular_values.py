"""No matrix of rank r comes nearer to M than the squares of the singular values left out.

Eckart and Young (1936), here by Pythagoras: if the columns of X lie in an r-dimensional space with
projection Π, then |M − X|² ≥ |M|² − |ΠM|² = Σ σᵢ²(1 − πᵢ), πᵢ = |Πuᵢ|² being between 0 and 1 with
the sum r at most. Each term σᵢ²(1 − πᵢ) is at least what it adds to the sum over the values left
out, and σ²(kᵢ − πᵢ), with kᵢ = 1 for the values kept, 0 for the others, and σ the least one kept.
The numbers kᵢ − πᵢ add up to r − Σ πᵢ ≥ 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, le, real

value, length, kept, least = real("sigma_i c_i k_i sigma")
rest, left_out, spare = real("rest left_out spare")
share = length**2

claim = Claim(
    id="best-approximation-of-rank-r-keeps-the-largest-singular-values",
    says="For the projection Π on the columns of a matrix X of rank r, the sum of σᵢ²(1 − |Πuᵢ|²) "
    "over the singular triplets of M, which |M − X|² is not below, is at least the sum of σᵢ² over "
    "those beyond the r largest plus σ²(r − Σ |Πuᵢ|²) ≥ 0: no X of rank r is nearer to M.",
    items={},
    where={
        value: ("the next singular value of M", r"\sigma_i"),
        length: (
            "the length of the projection of its left singular vector on the columns of X",
            r"|\Pi u_i|",
        ),
        kept: ("1 if the value is one of the r largest, 0 if not", "k_i"),
        least: "the least of the r largest singular values",
        rest: ("the sum of σᵢ²(1 − |Πuᵢ|²) so far", r"\textstyle\sum_i \sigma_i^2(1-|\Pi u_i|^2)"),
        left_out: (
            "the sum of the squares of the values not among the r largest, so far",
            r"\textstyle\sum_{k_i=0} \sigma_i^2",
        ),
        spare: ("the sum of kᵢ − |Πuᵢ|² so far", r"\textstyle\sum_i (k_i-|\Pi u_i|^2)"),
    },
    given={
        "kept_or_not": eq(kept * (1 - kept)),
        "order": ge((2 * kept - 1) * (value**2 - least**2)),
        "at_most_one": le(share, 1),
    },
    then=Invariant(
        ge(rest, left_out + least**2 * spare),
        start={rest: 0, left_out: 0, spare: 0},
        update={
            rest: rest + value**2 * (1 - share),
            left_out: left_out + (1 - kept) * value**2,
            spare: spare + kept - share,
        },
    ),
    facts={"at_most_one": "bessel-inequality"},
    bridges=("bessel-inequality", "singular-value-decomposition"),
    proves="eckart-young",
    scope="every r and M, one singular value after another",
)
half = Rational(1, 2)
witness = [
    {least: 2, value: 3, kept: 1, length: 1},
    {value: 2, kept: 1, length: half},
    {value: 1, kept: 0, length: half},
]
first = witness[0]
countermodels = {
    "kept_or_not": first | {kept: half},
    "order": first | {value: 1, length: 0},
    "at_most_one": first | {length: 2},
}


def proof():
    # (2k − 1)(k²(1 − π) + (1 − k)²π) = k − π if k² = k
    gap = value**2 - least**2
    step = combine(
        claim.at_next_state(),
        using={
            "invariant": 1,
            "order": kept**2 * (1 - share) + (1 - kept) ** 2 * share,
            "kept_or_not": gap * (1 + 2 * kept - 4 * share),
        },
    )
    return induct(claim, None, step)
