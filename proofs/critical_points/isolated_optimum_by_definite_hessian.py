"""An optimum with ∇²f ⪰ m > 0 is the only critical point within 2m/ρ of it.

⟨∇f(x), x − x*⟩ ≥ (x − x*)'H(x − x*) − (ρ/2)‖x − x*‖³ ≥ m‖x − x*‖² − (ρ/2)‖x − x*‖³, by integrating
a ρ-Lipschitz Hessian from x*, where the gradient vanishes. So ∇f(x) = 0 nowhere nearer than 2m/ρ.
This is what the isolation of optima needs.
"""

from provenscape.kernel import Claim, combine, ge, gt, lt, real

m, rho, s, form, inner = real("m rho s form inner")

claim = Claim(
    id="isolated-optimum-by-definite-hessian",
    says="An optimum at which all eigenvalues of H are at least m > 0 has no other critical point "
    "at a distance below 2m/ρ, so such optima are isolated.",
    items={"E-24": "part isolated"},
    where={
        m: "a lower bound of the eigenvalues of H at the optimum x*",
        rho: "a Lipschitz constant of the Hessian",
        s: ("the distance from the optimum", r"\|x-x^*\|"),
        form: (
            "the Hessian's quadratic form at x − x*",
            r"(x-x^*)^\top H (x-x^*)",
        ),
        inner: (
            "the inner product of gradient and displacement",
            r"\langle\nabla f(x), x-x^*\rangle",
        ),
    },
    given={
        "smooth_hessian": ge(inner, form - rho * s**3 / 2),
        "definite": ge(form, m * s**2),
        "elsewhere": gt(s),
        "near": lt(rho * s, 2 * m),
    },
    then=gt(inner),
    facts={
        "smooth_hessian": "gradient-change-with-lipschitz-hessian",
        "definite": "rayleigh-quotient",
    },
    bridges=("first-order-necessary-condition",),
    repairs="permuted-optima-are-isolated",
    about="an optimum that permutations move",
    scope="every dimension",
)
witness = {m: 1, rho: 1, s: 1, form: 1, inner: 1}
countermodels = {
    "smooth_hessian": witness | {inner: 0},
    "definite": witness | {form: 0, inner: 0},
    "elsewhere": witness | {s: 0, form: 0, inner: 0},
    "near": witness | {rho: 4, inner: 0},
}


def proof():
    return combine(claim, using={"smooth_hessian": 1, "definite": 1, "near": s**2 / 2})
