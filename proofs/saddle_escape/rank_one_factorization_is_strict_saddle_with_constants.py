"""¼‖zzᵀ − ee'‖² is a strict saddle function over the whole space: curvature ½, slope 1/√12.

With e the first unit vector, x = ⟨z, e⟩ and y the length of the rest of z, it is f(x, y) below.
Where both eigenvalues on the plane of e and z exceed −½, the determinant of H + ½I is positive, and
12‖∇f‖² − (x − 1)² − y² is that determinant times 4(x − 1)² plus terms that are evidently
non-negative for x ≥ 0. Neither constant can be improved
(rank-one-strict-saddle-constants-are-best).
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, eq, function, ge, gt, lt, real

x, y, delta = real("x y delta")
low, high = real("lambda_1 lambda_2")
half = Rational(1, 2)
f = function("f", (x, y), ((x**2 - 1) ** 2 + 2 * (x * y) ** 2 + y**4) / 4)
gradient2 = f.partial(x) ** 2 + f.partial(y) ** 2
f_xx, f_xy, f_yy = f.partial(x, x), f.partial(x, y), f.partial(y, y)

claim = Claim(
    id="rank-one-factorization-is-strict-saddle-with-constants",
    says="The symmetric rank-one factorization ¼‖zzᵀ − eeᵀ‖² is a strict saddle function over the "
    "whole space, for every δ: a point where ‖∇f‖ < δ/√12 and no eigenvalue is at most −½ lies "
    "within δ of a global minimum, e or −e.",
    items={"E-32": "definition"},
    where={
        delta: "the distance δ of the definition",
        low: "one eigenvalue of the Hessian on the plane of e and z",
        high: "the other",
    },
    given={
        "half_space": ge(x),
        "small_gradient": lt(gradient2, delta**2 / 12),
        "trace": eq(low + high, f_xx + f_yy),
        "determinant": eq(low * high, f_xx * f_yy - f_xy**2),
        "first_eigenvalue": gt(low, -half),
        "second_eigenvalue": gt(high, -half),
    },
    then=lt((x - 1) ** 2 + y**2, delta**2),
    scope="the plane of e and z, with x ≥ 0 the component of z along e (else reflect) and y the "
    "one across",
)


def across(at, within):
    """The point at that distance across e, where the eigenvalues are y² − 1 and 3y²."""
    return {x: 0, y: at, delta: within, low: at**2 - 1, high: 3 * at**2}


witness = {x: 1, y: 0, delta: 1, low: 1, high: 2}
at_minus = {x: -1, y: 0, delta: 1, low: 1, high: 2}
countermodels = {
    "half_space": at_minus,
    "small_gradient": {x: 2, y: 0, delta: 1, low: 4, high: 11},
    "trace": {x: 0, y: 0, delta: 1, low: 0, high: 5},
    "determinant": across(Rational(7, 10), Rational(6, 5))
    | {low: Rational(12, 25), high: Rational(12, 25)},
    "first_eigenvalue": {x: 0, y: 0, delta: 1, low: -1, high: 0},
    "second_eigenvalue": {x: 0, y: 0, delta: 1, low: 0, high: -1},
}
mutants = [
    (
        "slope 1/√11",
        replace(claim, given={**claim.given, "small_gradient": lt(gradient2, delta**2 / 11)}),
        across(Rational(71, 100), Rational(6, 5)),
    ),
    (
        "curvature 51/100",
        replace(claim, given={**claim.given, "first_eigenvalue": gt(low, -Rational(51, 100))}),
        across(Rational(141, 200), Rational(61, 50)),
    ),
]


def proof():
    back, y2 = x - 1, y**2
    shifted = (f_xx + half) * (f_yy + half) - f_xy**2
    # det(H + ½I) = (λ₁ + ½)(λ₂ + ½)
    given = {k: h for k, h in claim.given.items() if k not in ("half_space", "small_gradient")}
    positive = combine(
        claim.lemma("det(H + I/2) > 0", given, gt(shifted)),
        using={"first_eigenvalue": high + half, "trace": -half, "determinant": -1},
    )
    return chain(
        claim,
        {"shifted": positive},
        using={
            "small_gradient": 12,
            "shifted": 4 * back**2,
            "half_space": 8 * (y2 + 13 * x * back / 8) ** 2 + 23 * (x * back) ** 2 / 8,
        },
        squares=[
            (8, x * (back + 11 * y2 / 8)),
            (Rational(23, 8), x * y2),
            (Rational(177, 20), y * x**2),
            (Rational(5, 3), y * (x - 6 * x**2 / 5)),
            (12, y * (y2 + x**2 / 4 + 2 * x / 3 - half)),
        ],
    )
