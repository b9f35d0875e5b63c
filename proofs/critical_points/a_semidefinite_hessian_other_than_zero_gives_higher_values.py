"""Where g = 0, H ⪰ 0 and H ≠ 0, f takes higher values as near as one likes.

H ⪰ 0 other than 0 has a unit eigenvector u with u'Hu = m > 0, and f(x + εu) − f(x) ≥
ε²(3m − ρε)/6 > 0 for 0 < ε < 3m/ρ. So of the degenerate saddle's two conditions on values only the
lower ones have to be asked for there; with H = 0 both have to, as at the maximum of −x⁴ − y⁴.
"""

from dataclasses import replace

from provenscape.kernel import Claim, combine, ge, gt, lt, real

rise, form, step, m, rho = real("rise form step m rho")

claim = Claim(
    id="a-semidefinite-hessian-other-than-zero-gives-higher-values",
    says="Where g = 0 and H ⪰ 0 has an eigenvalue m > 0, with unit eigenvector u, f(x + εu) > f(x) "
    "whenever 0 < ε < 3m/ρ: f has higher values arbitrarily near.",
    items={"E-51": "definition"},
    where={
        rise: ("how much f rises along εu", r"f(x+\varepsilon u)-f(x)"),
        form: ("the Hessian's quadratic form at u", r"u^\top H u"),
        step: ("the size of the displacement", r"\varepsilon"),
        m: "an eigenvalue of H with unit eigenvector u",
        rho: "a Lipschitz constant of the Hessian, so that ρε < 3m asks for m > 0",
    },
    given={
        "displaced": gt(step),
        "eigenvalue": ge(form, m),
        "taylor": ge(rise, step**2 * form / 2 - rho * step**3 / 6),
        "near": lt(rho * step, 3 * m),
    },
    then=gt(rise),
    facts={"taylor": "taylor-with-lipschitz-hessian", "eigenvalue": "rayleigh-quotient"},
    bridges=("spectral-theorem",),
    scope="every dimension",
)
witness = {rise: 1, form: 2, step: 1, m: 2, rho: 1}
countermodels = {
    "displaced": {rise: 0, form: 1, step: 0, m: 1, rho: 1},
    "eigenvalue": {rise: 0, form: 0, step: 1, m: 1, rho: 0},
    "taylor": witness | {rise: 0},
    "near": {rise: 0, form: 1, step: 1, m: 1, rho: 3},
}
mutants = [("ε < 4m/ρ", replace(claim, given=claim.given | {"near": lt(rho * step, 4 * m)}))]


def proof():
    return combine(
        claim,
        using={"taylor": 1, "eigenvalue": step**2 / 2, "near": step**2 / 6},
    )
