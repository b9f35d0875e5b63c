"""A stationary point with negative definite Hessian is a strict local maximum.

Second-order sufficiency for −f (Nocedal & Wright 2006, Theorem 2.4). With −m the largest
eigenvalue, f(x + v) − f(x) ≤ −|v|²(3m − ρ|v|)/6 < 0 for 0 < |v| < 3m/ρ, in all directions at once.
Strict negativity of the eigenvalues is what the semidefinite condition H ⪯ 0 lacks.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, gt, le, lt, real

rise, form, length, m, rho = real("rise form length m rho")  # f(x+v) − f(x), v'Hv, |v|, −λ_max, ρ

claim = Claim(
    id="negative-definite-hessian-gives-a-strict-maximum",
    items=["N-17", "L-12", "O-17", "O-26", "E-10"],
    says="Where g = 0 and all eigenvalues of H are at most −m < 0, f is smaller at every other "
    "point closer than 3m/ρ.",
    given={
        "displaced": gt(length),
        "definite": le(form, -m * length**2),
        "taylor": le(rise, form / 2 + rho * length**3 / 6),
        "near": lt(rho * length, 3 * m),
    },
    then=lt(rise, 0),
    repairs="semidefinite-hessian-is-no-maximum-test",
    scope="every dimension; 'taylor' is Taylor's theorem at a stationary point where H is "
    "ρ-Lipschitz, as it is near every point of a thrice differentiable function",
)
witness = {rise: -1, form: -2, length: 1, m: 2, rho: 1}
countermodels = {
    "displaced": {rise: 0, form: 0, length: 0, m: 1, rho: 1},
    "definite": {rise: 1, form: 2, length: 1, m: 1, rho: 0},
    "taylor": witness | {rise: 0},
    "near": {rise: 0, form: -1, length: 1, m: 1, rho: 3},  # −m x²/2 + ρ x³/6 is 0 again at 3m/ρ
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
