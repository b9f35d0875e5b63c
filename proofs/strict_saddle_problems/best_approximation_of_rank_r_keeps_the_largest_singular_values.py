"""No product of rank r comes nearer to M than the squares of the singular values left out.

Eckart and Young (1936), here by Pythagoras: if the columns of X lie in an r-dimensional space with
projection Π, then |M − X|² ≥ |M|² − |ΠM|², and |ΠM|² = Σ aᵢπᵢ with aᵢ = σᵢ² and πᵢ = |Πuᵢ|²
between 0 and 1, Σ πᵢ ≤ r. With aᵢ ≥ a for the first r values and aᵢ ≤ a for the others,
Σ aᵢπᵢ ≤ a₁ + … + a_r, since each aᵢ − a has the sign of 1 − πᵢ or of −πᵢ.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, le, real

r = 2
squares = real("a1:6")
shares = real("p1:6")
threshold, distance = real("a d")
kept, left_out = range(r), range(r, 5)

claim = Claim(
    id="best-approximation-of-rank-r-keeps-the-largest-singular-values",
    says="A matrix of rank two is no nearer to one with five singular values than the squares of "
    "the three smallest say: ½|X − M|² is at least half their sum.",
    items={},
    where={
        squares: "the squares of the singular values of M",
        shares: "the squared lengths of the projections of its left singular vectors",
        threshold: "a number between the squares that are kept and those left out",
        distance: ("the squared distance of M and X", r"\|X-M\|^2"),
    },
    given={
        "projection": ge(distance, sum(a * (1 - p) for a, p in zip(squares, shares, strict=True))),
        "rank": le(sum(shares), r),
        "threshold": ge(threshold),
        **{f"large_{i}": ge(squares[i], threshold) for i in kept},
        **{f"small_{i}": le(squares[i], threshold) for i in left_out},
        **{f"at_most_one_{i}": le(shares[i], 1) for i in kept},
        **{f"not_negative_{i}": ge(shares[i]) for i in left_out},
    },
    then=ge(distance / 2, sum(squares[i] for i in left_out) / 2),
    facts={
        "projection": "singular-value-decomposition",
        "rank": "bessel-inequality",
        **{f"at_most_one_{i}": "bessel-inequality" for i in kept},
    },
    tight=True,
    scope="r = 2 of five singular values, written out",
)
witness = dict(zip(squares, (9, 4, 4, 1, 0), strict=True))
witness |= dict(zip(shares, (1, 1, 0, 0, 0), strict=True)) | {threshold: 4, distance: 5}
equality = witness
countermodels = {
    "projection": witness | {distance: 4},
    "rank": witness | {shares[2]: 1, distance: 1},
    "threshold": dict.fromkeys(squares, -1) | dict.fromkeys(shares, 0)
    | {threshold: -1, distance: -5},
    "large_0": witness | {squares[0]: 0, shares[0]: 0, shares[2]: 1, distance: 1},
    "large_1": witness | {squares[1]: 0, shares[1]: 0, shares[2]: 1, distance: 1},
    "small_2": witness | {squares[2]: 5, shares[1]: 0, shares[2]: 1, distance: 5},
    "small_3": witness | {squares[3]: 5, shares[1]: 0, shares[3]: 1, distance: 8},
    "small_4": witness | {squares[4]: 5, shares[1]: 0, shares[4]: 1, distance: 9},
    "at_most_one_0": witness | {shares[0]: 2, shares[1]: 0, distance: 0},
    "at_most_one_1": witness | {squares[1]: 9, squares[0]: 4, shares[1]: 2, shares[0]: 0,
                                distance: 0},
    "not_negative_2": witness | {squares[2]: 0, shares[2]: -1, shares[3]: 1, distance: 0},
    "not_negative_3": witness | {squares[3]: 0, shares[3]: -1, shares[2]: 1, distance: 0},
    "not_negative_4": witness | {shares[4]: -1, shares[2]: 1, distance: 1},
}  # fmt: skip


def proof():
    half = Rational(1, 2)
    using = {"projection": half, "rank": threshold / 2}
    using |= {f"large_{i}": (1 - shares[i]) / 2 for i in kept}
    using |= {f"small_{i}": shares[i] / 2 for i in left_out}
    return combine(claim, using=using)
