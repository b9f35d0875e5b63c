"""A principal minor of order two of a positive semidefinite matrix is not negative.

Let Q be the quadratic form on two coordinates, with the coefficients a, b, c. If a > 0, then
Q(−b, a) = a(ac − b²); if a ≤ 0, then Q(−(c + 1), b) + (−a) = (c + 2)(ac − b²). Three directions
are enough. So where a principal minor of order two of a Hessian is negative, one of these three is
a direction of negative curvature.
"""

from provenscape.kernel import Claim, cases, combine, function, ge, gt, le, real

x, y, a, b, c = real("x y a b c")
Q = function("Q", (x, y), a * x**2 + 2 * b * x * y + c * y**2)

claim = Claim(
    id="principal-minors-of-order-two",
    says="If a quadratic form takes no negative value, its principal minors of order two are "
    "not negative.",
    items={},
    where={(a, c): "two diagonal entries of a symmetric matrix", b: "the entry between them"},
    given={
        "along the second axis": ge(Q(0, 1)),
        "along the first combination": ge(Q(-b, a)),
        "along the second combination": ge(Q(-c - 1, b)),
    },
    then=ge(a * c - b**2),
    proves="principal-minors-of-order-two",
)
witness = {a: 1, b: 0, c: 1}
countermodels = {
    "along the second axis": {a: 0, b: 1, c: -2},
    "along the first combination": {a: 10, b: 1, c: 0},
    "along the second combination": {a: 0, b: 1, c: 1},
}


def proof():
    first = claim.lemma("first", {**claim.given, "case": gt(a)}, claim.then)
    second = claim.lemma("second", {**claim.given, "case": le(a)}, claim.then)
    return cases(
        claim,
        [
            combine(first, using={"along the first combination": 1}, scale=a),
            combine(second, using={"along the second combination": 1, "case": 1}, scale=c + 2),
        ],
        [first.given["case"], second.given["case"]],
    )
