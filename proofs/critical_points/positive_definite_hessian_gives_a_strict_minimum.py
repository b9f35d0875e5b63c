"""A stationary point with positive definite Hessian is a strict local minimum.

Second-order sufficiency (Nocedal & Wright 2006, Theorem 2.4). With m the smallest eigenvalue, all
displacements v share one radius: f(x + v) − f(x) ≥ |v|²(3m − ρ|v|)/6 > 0 for 0 < |v| < 3m/ρ. That
the radius does not depend on the direction is what an argument line by line would leave out.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, ge, gt, lt, real

rise, form, length, m, rho = real("rise form length m rho")

claim = Claim(
    id="positive-definite-hessian-gives-a-strict-minimum",
    says="Where g = 0 and all eigenvalues of H are at least m > 0, f curves up in every "
    "direction and is larger at every other point closer than 3m/ρ.",
    items={
        "N-16": "part such-a-hessian-gives-a-minimum",
        "L-11": "whole",
        "O-16": "whole",
        "O-26": "part minimum-panel",
        "E-09": "part larger-hence-a-minimum",
    },
    where={
        rise: ("how much f rises along a displacement v", "f(x+v)-f(x)"),
        form: ("the Hessian's quadratic form at v", r"v^\top H v"),
        length: ("the length of v", r"\|v\|"),
        m: "a lower bound of the eigenvalues of H",
        rho: "a Lipschitz constant of the Hessian",
    },
    given={
        "strictly": gt(m),
        "displaced": gt(length),
        "definite": ge(form, m * length**2),
        "taylor": ge(rise, form / 2 - rho * length**3 / 6),
        "near": lt(rho * length, 3 * m),
    },
    then=(gt(form), gt(rise)),
    facts={"definite": "rayleigh-quotient", "taylor": "taylor-with-lipschitz-hessian"},
    scope="every dimension; a stationary point",
)
witness = {rise: 1, form: 2, length: 1, m: 2, rho: 1}
countermodels = {
    "displaced": {rise: 0, form: 0, length: 0, m: 1, rho: 1},
    "definite": {rise: -1, form: -2, length: 1, m: 1, rho: 0},
    "taylor": witness | {rise: 0},
    "near": {rise: 0, form: 1, length: 1, m: 1, rho: 3},  # m x²/2 − ρ x³/6 returns to 0 at 3m/ρ
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
