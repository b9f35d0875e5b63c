"""Where the tangent kernel K has λ_min(K) ≥ µ, the squared loss satisfies the PL inequality with µ.

Loss ½‖r‖² with residual r(θ) and Jacobian J: ∇ = Jᵀr, so ‖∇‖² = rᵀJJᵀr = rᵀKr ≥ λ_min(K)‖r‖², and
the infimum is at least 0. Liu, Zhu & Belkin (2022), Section 3: the inequality holds on any set on
which K stays uniformly positive definite, such as a ball around a suitable initialisation.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, real

mu, r2, quadratic, grad2, loss = real("mu r2 quadratic grad2 loss")  # ‖r‖², rᵀKr, ‖∇‖², ½‖r‖²

claim = Claim(
    id="tangent-kernel-gives-pl-inequality",
    items=["O-08", "O-49", "O-53", "O-89"],
    says="At weights where the smallest eigenvalue of the tangent kernel is at least µ, the "
    "squared loss satisfies the PL inequality with µ.",
    given={
        "loss": eq(loss, r2 / 2),
        "gradient": eq(grad2, quadratic),
        "kernel": ge(quadratic, mu * r2),
    },
    then=ge(grad2 / 2, mu * loss),
    tight=True,
    repairs="wide-networks-are-pl",
    scope="pointwise in the weights, for the squared loss with infimum 0; whether λ_min(K) ≥ µ "
    "holds on the path of gradient descent is a separate matter",
)
witness = {mu: 1, r2: 2, quadratic: 2, grad2: 2, loss: 1}
equality = witness
countermodels = {
    "loss": witness | {loss: 2},
    "gradient": witness | {grad2: 0},
    "kernel": witness | {quadratic: 0, grad2: 0},
}


def proof():
    half = Rational(1, 2)
    return combine(claim, using={"gradient": half, "kernel": half, "loss": -mu})
