"""½(uv − 1)² is a strict saddle function over the whole plane, with λ_min ≤ −(1 − 3t²) at saddles.

Let u = m + d, v = m − d and h = √(1 + d²): then (h + d, h − d) is on the curve uv = 1, at the
distance √2|m − h|, and ‖∇f‖² = (m − h)²(m + h)²(u² + v²). If λ_min > −c with c = 1 − 3t², then
det(H + cI) > 0, which is impossible for 0 ≤ m ≤ t. So m > t, and as h ≥ 1 and u² + v² > 2t² the
gradient is at least t(1 + t) times the distance. With t = ½: curvature −1/4, slope 3/4.
"""

from dataclasses import replace

from sympy import Rational, diag, hessian

from provenscape.kernel import Claim, cases, chain, combine, eq, ge, gt, lt, real

u, v = real("u v")
m, d, h, t, c, delta = real("m d h t c delta")
loss = (u * v - 1) ** 2 / 2
at = {u: m + d, v: m - d}
size2 = 2 * m**2 + 2 * d**2  # u² + v²
gradient2 = (loss.diff(u) ** 2 + loss.diff(v) ** 2).xreplace(at)
shifted = (hessian(loss, (u, v)) + diag(c, c)).det().xreplace(at)

claim = Claim(
    id="scalar-factorization-is-strict-saddle-with-constants",
    items=["E-32"],
    says="The smallest matrix factorization ½(uv − 1)² is a strict saddle function over the whole "
    "plane, for every δ and every t ≤ 1/√3: a point where ‖∇f‖ < t(1 + t)δ and no eigenvalue is at "
    "most −(1 − 3t²) lies within δ of a global minimum.",
    given={
        "parameter": gt(t),
        "threshold": eq(c, 1 - 3 * t**2),
        "negative_curvature": ge(c),
        "half_plane": ge(m),
        "curve": eq(h**2, 1 + d**2),
        "branch": gt(h),
        "small_gradient": lt(gradient2, t**2 * (1 + t) ** 2 * delta**2),
        "above_the_threshold": gt(shifted),
    },
    then=lt(2 * (m - h) ** 2, delta**2),
    scope="u = m + d, v = m − d with u + v ≥ 0, the other half-plane by reflection; 2(m − h)² is "
    "the squared distance to (h + d, h − d), a global minimum; det(H + cI) > 0 is implied by "
    "λ_min > −c",
)
half = Rational(1, 2)
witness = {m: 1, d: 0, h: 1, t: half, c: half / 2, delta: 1}
countermodels = {
    "threshold": witness | {m: 0, c: 2, delta: 1, t: 1},
    "negative_curvature": witness | {m: 0, t: 1, c: -2},
    "half_plane": witness | {m: -1},
    "curve": witness | {h: 3},
    "branch": witness | {h: -1},
    "small_gradient": witness | {m: Rational(11, 10), delta: Rational(1, 10)},
    "above_the_threshold": witness | {m: 0},
}
mutants = [
    (
        "threshold 1 − 2t²",
        replace(claim, given={**claim.given, "threshold": eq(c, 1 - 2 * t**2)}),
    ),
    (
        "slope 2t(1 + t)",
        replace(
            claim,
            given={
                **claim.given,
                "small_gradient": lt(gradient2, 4 * t**2 * (1 + t) ** 2 * delta**2),
            },
        ),
    ),
]


def proof():
    rest = 2 * t**2 * (m + h + 1 + t)
    product = m**2 - h**2
    return chain(
        claim,
        {"mean": large_mean(), "height": large_height()},
        using={
            "small_gradient": 1,
            "mean": (m - h) ** 2 * ((m + h) ** 2 * 2 * (m + t) + rest),
            "height": (m - h) ** 2 * rest,
            "curve": size2 * (2 * product + h**2 - 1 - d**2),
        },
        squares=[(2 * (m - h) ** 2 * (m + h) ** 2, d)],
        scale=t**2 * (1 + t) ** 2,
    )


def large_mean():
    """m > t, since det(H + cI) = 2(m − t)(m + t)(1 + 2c + (3/2)(t² − m²)) − a sum of squares."""
    target = replace(claim, id="m > t", then=gt(m, t))
    inner, outer = ge(t, m), gt(m, t)
    step = (t - m) * (t + m)
    near = combine(
        replace(target, given={**claim.given, "case": inner}),
        using={
            "above_the_threshold": 1,
            "threshold": 2 * m**2 - 2 * d**2 - c - t**2 - 1,
        },
        squares=[(2 + 6 * step, d), (3, d**2)],
        scale=2 * (m + t) * (1 + 2 * c + 3 * half * step),
    )
    far = combine(replace(target, given={**claim.given, "case": outer}), using={"case": 1})
    return cases(target, [near, far], [inner, outer])


def large_height():
    return combine(
        replace(claim, id="h ≥ 1", then=ge(h, 1)),
        using={"curve": 1},
        squares=[(1, d)],
        scale=h + 1,
    )
