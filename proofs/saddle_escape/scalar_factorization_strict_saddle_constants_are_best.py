"""At u = v = t ½(uv − 1)² has λ_min = −(1 − 3t²) and a gradient of t(1 + t) times the distance.

The nearest minimiser to (t, t) is (1, 1): for any point of the curve pq = 1 the squared distance is
at least 2(1 − t)². So for each threshold of curvature 1 − 3t² the slope t(1 + t) is the best one:
just beyond either the points (t, t) are saddle, slope and neighbour of a minimum no longer.
"""

from dataclasses import replace

from sympy import Rational, hessian

from provenscape.kernel import Claim, cases, combine, conjoin, eq, ge, le, real

u, v, t, p, q = real("u v t p q")
loss = (u * v - 1) ** 2 / 2
at = {u: t, v: t}
gradient2 = (loss.diff(u) ** 2 + loss.diff(v) ** 2).xreplace(at)
curvatures = hessian(loss, (u, v)).xreplace(at)

claim = Claim(
    id="scalar-factorization-strict-saddle-constants-are-best",
    items=["E-32"],
    says="At (t, t) with 0 ≤ t ≤ 1 the Hessian of ½(uv − 1)² has the eigenvalue −(1 − 3t²) along "
    "(1, 1), and the gradient is exactly t(1 + t) times the distance of the nearest global "
    "minimum: the constants of its strict saddle property cannot be improved.",
    given={
        "right": ge(t),
        "left_of_the_minimum": le(t, 1),
        "minimiser": eq(p * q, 1),
    },
    then=(
        eq(curvatures[0, 0] + curvatures[0, 1], 3 * t**2 - 1),
        eq(curvatures[1, 0] + curvatures[1, 1], 3 * t**2 - 1),
        eq(gradient2, t**2 * (1 + t) ** 2 * 2 * (1 - t) ** 2),
        ge((p - t) ** 2 + (q - t) ** 2, 2 * (1 - t) ** 2),
    ),
    scope="(p, q) is any global minimum; the distance is √2(1 − t), attained at (1, 1)",
)
witness = {t: Rational(1, 2), p: 1, q: 1}
countermodels = {
    "right": {t: -1, p: -1, q: -1},
    "left_of_the_minimum": {t: 3, p: 3, q: Rational(1, 3)},
    "minimiser": {t: 0, p: 0, q: 0},
}


def proof():
    identities = [combine(claim.part(i), using={}) for i in range(3)]
    return conjoin(claim, [*identities, nearest()])


def nearest():
    """The gap of the squares is (p − q)² − 2t(p + q − 2) = (p + q − 2)(p + q + 2 − 2t)."""
    total = p + q
    split = [le(total, 2), ge(total, 2)]
    target = claim.part(3)
    below = combine(
        replace(target, given={**claim.given, "case": split[0]}),
        using={"minimiser": 2, "case": 2 * t},
        squares=[(1, p - q)],
    )
    above = combine(
        replace(target, given={**claim.given, "case": split[1]}),
        using={"minimiser": -2, "case": 4 - 2 * t},
        squares=[(1, total - 2)],
    )
    return cases(target, [below, above], split)
