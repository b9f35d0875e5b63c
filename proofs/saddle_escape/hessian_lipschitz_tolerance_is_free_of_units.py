"""With ρ the Lipschitz constant of the Hessian λ_min ≥ −√(ρε) does not depend on units.

af(x/b) has γ, ρ and ε multiplied by a/b², a/b³ and a/b, and γ² ≤ ρε is multiplied by a²/b⁴ on both
sides. It is the notion of Nesterov and Polyak (2006) and Jin et al. (2017).
"""

from provenscape.kernel import Claim, combine, gt, le, real

gamma, rho, eps, a, b = real("gamma rho epsilon a b")

claim = Claim(
    id="hessian-lipschitz-tolerance-is-free-of-units",
    says="Whether λ_min(H) ≥ −√(ρε) holds, with ρ the Lipschitz constant of the Hessian, is the "
    "same for f and for af(x/b).",
    items={"N-40": "definition", "O-36": "definition"},
    where={
        gamma: (
            "minus the smallest eigenvalue where that is negative, else 0",
            r"\max(0,-\lambda_{\min}(H))",
        ),
        rho: "the Lipschitz constant of the Hessian, a·ρ/b³ in the other units",
        eps: "the bound of the gradient norm",
        a: "the factor by which values are multiplied",
        b: "the factor by which lengths are multiplied",
    },
    given={"unit_of_length": gt(b), "accepted": le(gamma**2, rho * eps)},
    then=le((a * gamma / b**2) ** 2, (a * rho / b**3) * (a * eps / b)),
    repairs="notes-tolerance-does-not-depend-on-units",
    scope="both sides squared; γ and ε become aγ/b² and aε/b",
)
witness = {gamma: 1, rho: 1, eps: 1, a: 1, b: 1}
countermodels = {"accepted": {gamma: 2, rho: 1, eps: 1, a: 1, b: 1}}
points = [{gamma: 1, rho: 1, eps: 1, a: 2, b: 3}]


def proof():
    return combine(claim, using={"accepted": (a / b**2) ** 2})
