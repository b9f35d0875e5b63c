"""A 2 × 2 matrix of rank one with entries not 0 is completed from three entries, not from two.

Each entry is observed with probability p, independently. With two observed, in a row, a column or
on a diagonal, another matrix of rank one agrees with them: a row or a column is doubled, or one
entry of the pair not observed is doubled and the other halved. With three or four there is but one,
and every point without negative curvature where the gradient vanishes fits
(three-entries-complete-without-spurious-minima, of four entries
other-critical-points-are-strict-saddles). So completion succeeds with probability p⁴ + 4p³(1 − p),
which is 1 − 6(1 − p)² at least. For large matrices and few observed entries see Ge, Lee & Ma
(2016), the fact matrix-completion-without-spurious-minima.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, le, real

a, b, c, d, p = real("a b c d p")
half_b, half_c = b / 2, c / 2
P = function("P", (p,), p**4 + 4 * p**3 * (1 - p))

claim = Claim(
    id="completion-of-order-two-against-sampling",
    says="A 2 × 2 matrix of rank one without entries 0, each entry observed independently with "
    "probability p, is determined by what is observed with probability p³(4 − 3p) ≥ 1 − 6(1 − p)²: "
    "from three entries, while with two of them agrees another matrix of rank one.",
    items={"N-85": "instance"},
    where={
        (a, b, c, d): "the entries, row by row",
        p: "the probability that an entry is observed",
    },
    given={
        "rank_one": eq(a * d, b * c),
        "a_not_0": gt(a**2),
        "b_not_0": gt(b**2),
        "c_not_0": gt(c**2),
        "probability": ge(p),
        "at_most_one": le(p, 1),
    },
    then=(
        eq(a * (2 * d), b * (2 * c)),
        gt((2 * c - c) ** 2),
        eq(a * (2 * d), (2 * b) * c),
        gt((2 * b - b) ** 2),
        eq(a * d, (2 * b) * half_c),
        eq((2 * a) * (d / 2), b * c),
        gt((2 * a - a) ** 2),
        eq(P(p), p**3 * (4 - 3 * p)),
        ge(P(p), 1 - 6 * (1 - p) ** 2),
    ),
    scope="rank one; P(p) is the probability of three or four observed entries; pairs of entries "
    "up to exchanging rows and columns",
)
witness = {a: 1, b: 1, c: 1, d: 1, p: 1}
countermodels = {
    "rank_one": witness | {d: 2},
    "b_not_0": witness | {b: 0, d: 0},
    "c_not_0": witness | {c: 0, d: 0},
}


def proof():
    part, missed = claim.part, 1 - p
    return conjoin(
        claim,
        [
            combine(part(0), using={"rank_one": 2}),
            combine(part(1), using={"c_not_0": 1}),
            combine(part(2), using={"rank_one": 2}),
            combine(part(3), using={"b_not_0": 1}),
            combine(part(4), using={"rank_one": 1}),
            combine(part(5), using={"rank_one": 1}),
            combine(part(6), using={"a_not_0": 1}),
            combine(part(7), using={}),
            # 8s³ − 3s⁴ = 5s³ + 3ps³ with s = 1 − p
            combine(part(8), using={"at_most_one": (5 + 3 * p) * missed**2}),
        ],
    )
