"""A stationary point with positive definite Hessian is a strict local minimum.

Second-order sufficiency (Nocedal & Wright 2006, Theorem 2.4). With m the smallest eigenvalue, all
displacements v share one radius: f(x + v) − f(x) ≥ |v|²(3m − ρ|v|)/6 > 0 for 0 < |v| < 3m/ρ. That
the radius does not depend on the direction is what an argument line by line would leave out.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, lt, real

rise, form, length, m, rho = real("rise form length m rho")  # f(x+v) − f(x), v'Hv, |v|, λ_min, ρ

claim = Claim(
    id="positive-definite-hessian-gives-a-strict-minimum",
    items=["N-16", "L-11", "O-16", "E-09"],
    says="Where g = 0 and all eigenvalues of H are at least m > 0, f is larger at every other "
    "point closer than 3m/ρ.",
    given={
        "displaced": gt(length),
        "definite": ge(form, m * length**2),
        "taylor": ge(rise, form / 2 - rho * length**3 / 6),
        "near": lt(rho * length, 3 * m),
    },
    then=gt(rise),
    scope="every dimension; 'taylor' is Taylor's theorem at a stationary point where H is "
    "ρ-Lipschitz, as it is near every point of a thrice differentiable function",
)
witness = {rise: 1, form: 2, length: 1, m: 2, rho: 1}
boundary = {rise: 0, form: 1, length: 1, m: 1, rho: 3}  # m x²/2 − ρ x³/6 returns to 0 at 3m/ρ
countermodels = {
    "displaced": {rise: 0, form: 0, length: 0, m: 1, rho: 1},
    "definite": {rise: -1, form: -2, length: 1, m: 1, rho: 0},
    "taylor": witness | {rise: 0},
    "near": boundary,
}
mutants = [
    (
        "radius 4m/ρ",
        Claim(
            claim.id,
            claim.items,
            claim.says,
            claim.given | {"near": lt(rho * length, 4 * m)},
            claim.then,
        ),
    )
]


def proof():
    return combine(claim, using={"taylor": 1, "definite": Rational(1, 2), "near": length**2 / 6})
