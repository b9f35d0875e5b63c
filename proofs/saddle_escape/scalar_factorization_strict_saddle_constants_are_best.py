"""At (t, t), t ≤ 1/√2, λ_min = −(1 − 3t²) and the gradient is t(1 + t) times the distance.

The function is ½(uv − 1)²; its other eigenvalue 1 − t² is the smaller one for t > 1/√2 only, and
the strict saddle property has t ≤ 1/√3. The nearest minimiser to (t, t) is (1, 1): for any point of
the curve pq = 1 the squared distance is at least 2(1 − t)². So for each threshold of curvature
1 − 3t² the slope t(1 + t) is the best one: just beyond either the points (t, t) are saddle, slope
and neighbour of a minimum no longer.
"""

from sympy import Rational

from provenscape.kernel import Claim, cases, combine, conjoin, eq, function, ge, le, real

u, v, t, p, q = real("u v t p q")
f = function("f", (u, v), (u * v - 1) ** 2 / 2)
at = (t, t)
f_uu, f_uv, f_vv = f.partial(u, u, at=at), f.partial(u, v, at=at), f.partial(v, v, at=at)
gradient2 = f.partial(u, at=at) ** 2 + f.partial(v, at=at) ** 2

claim = Claim(
    id="scalar-factorization-strict-saddle-constants-are-best",
    says="At (t, t) with 0 ≤ t ≤ 1 the Hessian of ½(uv − 1)² has the eigenvalues −(1 − 3t²) along "
    "(1, 1) and 1 − t² along (1, −1), the gradient is exactly t(1 + t) times √2(1 − t), and no "
    "global minimum (p, q) is closer than that: for t ≤ 1/√2 a slope above t(1 + t) and a "
    "curvature above 1 − 3t² are no constants of its strict saddle property.",
    items={"E-32": "definition"},
    where={t: "both coordinates of the point", (p, q): "the coordinates of a global minimum"},
    given={
        "right": ge(t),
        "left_of_the_minimum": le(t, 1),
        "minimiser": eq(p * q, 1),
    },
    then=(
        eq(f_uu + f_uv, 3 * t**2 - 1),
        eq(f_uv + f_vv, 3 * t**2 - 1),
        eq(f_uu - f_uv, 1 - t**2),
        eq(f_uv - f_vv, -(1 - t**2)),
        eq(gradient2, t**2 * (1 + t) ** 2 * 2 * (1 - t) ** 2),
        ge((p - t) ** 2 + (q - t) ** 2, 2 * (1 - t) ** 2),
    ),
    scope="the points (t, t); the distance is attained at (1, 1)",
)
witness = {t: Rational(1, 2), p: 1, q: 1}
countermodels = {
    "right": {t: -1, p: -1, q: -1},
    "left_of_the_minimum": {t: 3, p: 3, q: Rational(1, 3)},
    "minimiser": {t: 0, p: 0, q: 0},
}


def proof():
    identities = [combine(claim.part(i), using={}) for i in range(5)]
    return conjoin(claim, [*identities, nearest()])


def nearest():
    """The gap of the squares is (p − q)² − 2t(p + q − 2) = (p + q − 2)(p + q + 2 − 2t)."""
    total = p + q
    split = [le(total, 2), ge(total, 2)]
    target = claim.part(5)
    below, above = (
        claim.lemma(target.id, {**claim.given, "case": case}, target.then) for case in split
    )
    near = combine(below, using={"minimiser": 2, "case": 2 * t}, squares=[(1, p - q)])
    far = combine(above, using={"minimiser": -2, "case": 4 - 2 * t}, squares=[(1, total - 2)])
    return cases(target, [near, far], split)
