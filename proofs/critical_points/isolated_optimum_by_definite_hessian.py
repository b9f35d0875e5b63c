"""An optimum with ∇²f ⪰ m > 0 is the only critical point within 2m/ρ of it.

⟨∇f(x), x − x*⟩ ≥ m‖x − x*‖² − (ρ/2)‖x − x*‖³, by integrating a ρ-Lipschitz Hessian, which leaves
no other zero of the gradient nearer than 2m/ρ. This is what the isolation of optima needs.
"""

from provenscape.kernel import Claim, combine, ge, gt, lt, real

m, rho, s, inner = real("m rho s inner")  # s = ‖x − x*‖, inner = ⟨∇f(x), x − x*⟩

claim = Claim(
    id="isolated-optimum-by-definite-hessian",
    items=["E-24"],
    says="Optima with a positive definite Hessian are isolated, which does not yet put a saddle "
    "between two of them.",
    given={
        "smooth_hessian": ge(inner, m * s**2 - rho * s**3 / 2),
        "elsewhere": gt(s),
        "near": lt(rho * s, 2 * m),
    },
    then=gt(inner),
    repairs="permuted-optima-are-isolated",
    scope="inner > 0 excludes ∇f(x) = 0; that isolation does not give a saddle between is "
    "swapped-minima-without-a-saddle, that a coercive f has a further stationary point is the "
    "mountain-pass theorem, not checked here; double-well-stationary-points has one",
)
witness = {m: 1, rho: 1, s: 1, inner: 1}
countermodels = {
    "smooth_hessian": {m: 1, rho: 1, s: 1, inner: 0},
    "elsewhere": {m: 1, rho: 1, s: 0, inner: 0},
    "near": {m: 1, rho: 4, s: 1, inner: 0},
}


def proof():
    return combine(claim, using={"smooth_hessian": 1, "near": s**2 / 2})
