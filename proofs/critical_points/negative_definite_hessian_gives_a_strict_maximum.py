"""A stationary point with negative definite Hessian is a strict local maximum.

Second-order sufficiency for −f (Nocedal & Wright 2006, Theorem 2.4). With −m the largest
eigenvalue, f(x + v) − f(x) ≤ −|v|²(3m − ρ|v|)/6 < 0 for 0 < |v| < 3m/ρ, in all directions at once.
Strict negativity of the eigenvalues is what the semidefinite condition H ⪯ 0 lacks.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, gt, le, lt, real

rise, form, length, m, rho = real("rise form length m rho")

claim = Claim(
    id="negative-definite-hessian-gives-a-strict-maximum",
    says="Where g = 0 and all eigenvalues of H are at most −m < 0, f curves down in every "
    "direction and is smaller at every other point closer than 3m/ρ.",
    items={
        "N-17": "part such-a-hessian-gives-a-maximum",
        "L-12": "whole",
        "O-17": "whole",
        "O-26": "part maximum-panel",
        "E-10": "part negative-definite-gives-a-maximum",
    },
    where={
        rise: ("how much f rises along a displacement v", "f(x+v)-f(x)"),
        form: ("the Hessian's quadratic form at v", r"v^\top H v"),
        length: ("the length of v", r"\|v\|"),
        m: "a lower bound of minus the eigenvalues of H",
        rho: "a Lipschitz constant of the Hessian",
    },
    given={
        "strictly": gt(m),
        "displaced": gt(length),
        "definite": le(form, -m * length**2),
        "taylor": le(rise, form / 2 + rho * length**3 / 6),
        "near": lt(rho * length, 3 * m),
    },
    then=(lt(form, 0), lt(rise, 0)),
    facts={"definite": "rayleigh-quotient", "taylor": "taylor-with-lipschitz-hessian"},
    repairs="a-semidefinite-hessian-is-a-maximum-test",
    about="a test for a maximum by the Hessian",
    scope="every dimension; a stationary point",
)
witness = {rise: -1, form: -2, length: 1, m: 2, rho: 1}
countermodels = {
    "displaced": {rise: 0, form: 0, length: 0, m: 1, rho: 1},
    "definite": {rise: 1, form: 2, length: 1, m: 1, rho: 0},
    "taylor": witness | {rise: 0},
    "near": {rise: 0, form: -1, length: 1, m: 1, rho: 3},  # −m x²/2 + ρ x³/6 is 0 again at 3m/ρ
}
mutants = [
    ("radius 4m/ρ", replace(claim, given=claim.given | {"near": lt(rho * length, 4 * m)})),
]


def proof():
    curvature = combine(claim.part(0), using={"definite": 1, "strictly": length**2})
    change = combine(
        claim.part(1),
        using={"taylor": 1, "definite": Rational(1, 2), "near": length**2 / 6},
    )
    return conjoin(claim, [curvature, change])
