"""A 2 × 2 matrix of rank one with entries not 0 is completed from three entries, not from two.

Each entry is observed with probability p, independently. Two matrices of rank one that agree in
three entries agree in the fourth: ad = bc and a′d′ = b′c′. With two observed, in a row, a column or
on a diagonal, another matrix of rank one agrees with them: a row or a column is doubled, or one
entry of the pair not observed is doubled and the other halved. With three or four observed every
point without negative curvature where the gradient vanishes fits
(three-entries-complete-without-spurious-minima, of four entries
other-critical-points-are-strict-saddles). So completion succeeds with probability p⁴ + 4p³(1 − p),
which is 1 − 6(1 − p)² at least. For large matrices and few observed entries see Ge, Lee & Ma
(2016), the fact matrix-completion-without-spurious-minima.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, le, real

entries = a, b, c, d = real("a b c d")
p = real("p")
second = e, f, g, h = real("a_1 b_1 c_1 d_1")
missed = s, t, v, w = real("s t v w")
row_c, row_d, col_b, col_d = real("c_2 d_2 b_3 d_3")
diag_b, diag_c, anti_a, anti_d = real("b_4 c_4 a_5 d_5")
P = function("P", (p,), p**4 + 4 * p**3 * (1 - p))


def both(i, j):
    return f"one_of_{min(i, j) + 1}_and_{max(i, j) + 1}"


claim = Claim(
    id="completion-of-order-two-against-sampling",
    says="A 2 × 2 matrix of rank one without entries 0, each entry observed independently with "
    "probability p, is determined by what is observed with probability p³(4 − 3p) ≥ 1 − 6(1 − p)²: "
    "a second one that agrees with three entries is the same, while with any two agrees another.",
    items={"N-85": "instance"},
    where={
        entries: "the entries, row by row",
        second: "those of a second matrix",
        missed: "for each entry 1 if it is the one not observed, else 0",
        (row_c, row_d): "the second row of a matrix that agrees in the first",
        (col_b, col_d): "the second column of a matrix that agrees in the first",
        (diag_b, diag_c): "the other entries of a matrix that agrees on the diagonal",
        (anti_a, anti_d): "those of a matrix that agrees off the diagonal",
        p: "the probability that an entry is observed",
    },
    given={
        "rank_one": eq(a * d, b * c),
        "a_not_0": gt(a**2),
        "b_not_0": gt(b**2),
        "c_not_0": gt(c**2),
        "d_not_0": gt(d**2),
        "second_of_rank_one": eq(e * h, f * g),
        **{
            f"agree_{i}": eq((1 - z) * (two - one))
            for i, (z, one, two) in enumerate(zip(missed, entries, second, strict=True), 1)
        },
        **{both(i, j): eq(missed[i] * missed[j]) for j in range(4) for i in range(j)},
        "row_doubled": eq(row_c, 2 * c),
        "row_doubled_too": eq(row_d, 2 * d),
        "column_doubled": eq(col_b, 2 * b),
        "column_doubled_too": eq(col_d, 2 * d),
        "diagonal_doubled": eq(diag_b, 2 * b),
        "diagonal_halved": eq(2 * diag_c, c),
        "other_doubled": eq(anti_a, 2 * a),
        "other_halved": eq(2 * anti_d, d),
        "probability": ge(p),
        "at_most_one": le(p, 1),
    },
    then=(
        eq(e, a),
        eq(f, b),
        eq(g, c),
        eq(h, d),
        eq(a * row_d, b * row_c),
        gt((row_c - c) ** 2),
        eq(a * col_d, col_b * c),
        gt((col_b - b) ** 2),
        eq(a * d, diag_b * diag_c),
        gt((diag_b - b) ** 2),
        eq(anti_a * anti_d, b * c),
        gt((anti_a - a) ** 2),
        eq(P(p), p**3 * (4 - 3 * p)),
        ge(P(p), 1 - 6 * (1 - p) ** 2),
    ),
    scope="rank one; P(p) is the probability of three or four observed entries; pairs of entries "
    "up to exchanging rows and columns",
)
ones = dict.fromkeys((*entries, *second), 1)
doubled = dict.fromkeys((row_c, row_d, col_b, col_d, diag_b, anti_a), 2)
halves = dict.fromkeys((diag_c, anti_d), Rational(1, 2))
witness = ones | doubled | halves | dict.fromkeys(missed, 0) | {p: 1}
countermodels = {
    "rank_one": witness | {d: 2, h: 1, w: 1, row_d: 4, col_d: 4, anti_d: 1},
    "second_of_rank_one": witness | {h: 2, w: 1},
    "agree_4": witness | {g: 2, v: 1, h: 2},
    "one_of_3_and_4": witness | {g: 2, v: 1, h: 2, w: 1},
    "row_doubled": witness | {row_c: 3},
    "diagonal_halved": witness | {diag_c: 1},
}


def proof():
    part, rest = claim.part, 1 - p

    def same(i, first, last):
        """The entry i agrees: times the one across it, it is the product of the other two."""
        j, sign = 3 - i, 1 if i in (0, 3) else -1
        z = entries[j]
        ahead = missed[i] * z
        use = {
            f"agree_{i + 1}": z**2,
            f"agree_{j + 1}": -ahead * second[i],
            f"agree_{first + 1}": ahead * second[last],
            f"agree_{last + 1}": ahead * entries[first],
            "second_of_rank_one": sign * ahead,
            "rank_one": -sign * ahead,
            both(i, j): -z * second[i] * (second[j] - z),
            both(i, first): z * (second[first] - entries[first]) * second[last],
            both(i, last): z * entries[first] * (second[last] - entries[last]),
        }
        return combine(part(i), using=use, scale=z**2)

    return conjoin(
        claim,
        [
            same(0, 1, 2),
            same(1, 0, 3),
            same(2, 0, 3),
            same(3, 1, 2),
            combine(part(4), using={"row_doubled_too": a, "row_doubled": -b, "rank_one": 2}),
            combine(part(5), using={"row_doubled": row_c, "c_not_0": 1}),
            combine(part(6), using={"column_doubled_too": a, "column_doubled": -c, "rank_one": 2}),
            combine(part(7), using={"column_doubled": col_b, "b_not_0": 1}),
            combine(
                part(8),
                using={"diagonal_doubled": -diag_c, "diagonal_halved": -b, "rank_one": 1},
            ),
            combine(part(9), using={"diagonal_doubled": diag_b, "b_not_0": 1}),
            combine(part(10), using={"other_doubled": anti_d, "other_halved": a, "rank_one": 1}),
            combine(part(11), using={"other_doubled": anti_a, "a_not_0": 1}),
            combine(part(12), using={}),
            # 8s³ − 3s⁴ = 5s³ + 3ps³ with s = 1 − p
            combine(part(13), using={"at_most_one": (5 + 3 * p) * rest**2}),
        ],
    )
