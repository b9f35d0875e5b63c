"""½(uv − 1)² is a strict saddle function over the whole plane, with λ_min ≤ −(1 − 3t²) at saddles.

Let u = m + d, v = m − d and h = √(1 + d²): then (h + d, h − d) is on the curve uv = 1, at the
distance √2|m − h|, and ‖∇f‖² = (m − h)²(m + h)²(u² + v²). If both eigenvalues exceed −c with c = 1
− 3t², then det(H + cI) > 0, which is impossible for 0 ≤ m ≤ t. So m > t, and as h ≥ 1 and u² + v² >
2t² the gradient is at least t(1 + t) times the distance. With t = ½: curvature −1/4, slope 3/4.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, cases, chain, combine, eq, function, ge, gt, lt, real

u, v = real("u v")
m, d, h, t, c, delta = real("m d h t c delta")
low, high = real("lambda_1 lambda_2")
f = function("f", (u, v), (u * v - 1) ** 2 / 2)
at = (m + d, m - d)
size2 = 2 * m**2 + 2 * d**2  # u² + v²
gradient2 = f.partial(u, at=at) ** 2 + f.partial(v, at=at) ** 2
f_uu, f_uv, f_vv = f.partial(u, u, at=at), f.partial(u, v, at=at), f.partial(v, v, at=at)

claim = Claim(
    id="scalar-factorization-is-strict-saddle-with-constants",
    says="The smallest matrix factorization ½(uv − 1)² is a strict saddle function over the whole "
    "plane, for every δ and every t ≤ 1/√3: a point where ‖∇f‖ < t(1 + t)δ and no eigenvalue is at "
    "most −(1 − 3t²) lies within δ of a global minimum.",
    items={"E-32": "definition"},
    where={
        m: ("half the sum of the point's coordinates u and v", r"\tfrac{u+v}2"),
        d: ("half their difference", r"\tfrac{u-v}2"),
        h: "the root of 1 + d²: (h + d, h − d) is a global minimum, at the distance √2·|m − h|",
        t: "a parameter",
        c: "the threshold of negative curvature",
        delta: "the distance δ of the definition",
        (low, high): "the eigenvalues of the Hessian at (u, v)",
    },
    given={
        "parameter": gt(t),
        "threshold": eq(c, 1 - 3 * t**2),
        "negative_curvature": ge(c),
        "half_plane": ge(m),
        "curve": eq(h**2, 1 + d**2),
        "branch": gt(h),
        "small_gradient": lt(gradient2, t**2 * (1 + t) ** 2 * delta**2),
        "trace": eq(low + high, f_uu + f_vv),
        "determinant": eq(low * high, f_uu * f_vv - f_uv**2),
        "first_eigenvalue": gt(low, -c),
        "second_eigenvalue": gt(high, -c),
    },
    then=lt(2 * (m - h) ** 2, delta**2),
    scope="the half-plane u + v ≥ 0, the other by reflection",
)
half = Rational(1, 2)
witness = {m: 1, d: 0, h: 1, t: half, c: half / 2, delta: 1, low: 0, high: 2}
at_the_origin = {m: 0, low: -1, high: 1}
countermodels = {
    "threshold": witness | at_the_origin | {c: 2, t: 1},
    "half_plane": witness | {m: -1},
    "curve": witness | {h: 3},
    "branch": witness | {h: -1},
    "small_gradient": witness
    | {
        m: Rational(11, 10),
        delta: Rational(1, 10),
        low: -Rational(21, 100),
        high: Rational(263, 100),
    },
    "trace": witness | {m: 0, low: -Rational(1, 8), high: 8},
    "determinant": witness | {m: 0, low: 0, high: 0},
    "first_eigenvalue": witness | at_the_origin,
    "second_eigenvalue": witness | {m: 0, low: 1, high: -1},
}


def on_the_diagonal(mean):
    """The point u = v, where the eigenvalues are 3u² − 1 and 1 − u²."""
    return witness | {m: mean, low: 3 * mean**2 - 1, high: 1 - mean**2}


mutants = [
    (
        "threshold 1 − 2t²",
        replace(claim, given={**claim.given, "threshold": eq(c, 1 - 2 * t**2)}),
        on_the_diagonal(Rational(9, 20)) | {c: half, delta: Rational(3, 4)},
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
        on_the_diagonal(Rational(3, 5)) | {delta: half},
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
    shifted = (f_uu + c) * (f_vv + c) - f_uv**2
    positive = combine(
        claim.lemma("det(H + cI) > 0", claim.given, gt(shifted)),
        using={"first_eigenvalue": high + c, "trace": -c, "determinant": -1},
    )
    inner, outer = ge(t, m), gt(m, t)
    target = claim.lemma("m > t", claim.given, gt(m, t))
    step = (t - m) * (t + m)
    near = chain(
        claim.lemma("m > t", {**claim.given, "case": inner}, gt(m, t)),
        {"shifted": positive},
        using={"shifted": 1, "threshold": 2 * m**2 - 2 * d**2 - c - t**2 - 1},
        squares=[(2 + 6 * step, d), (3, d**2)],
        scale=2 * (m + t) * (1 + 2 * c + 3 * half * step),
    )
    far = combine(claim.lemma("m > t", {**claim.given, "case": outer}, gt(m, t)), using={"case": 1})
    return cases(target, [near, far], [inner, outer])


def large_height():
    return combine(
        claim.lemma("h ≥ 1", claim.given, ge(h, 1)),
        using={"curve": 1},
        squares=[(1, d)],
        scale=h + 1,
    )
