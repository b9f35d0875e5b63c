"""Where the tangent kernel K has λ_min(K) ≥ µ, the squared loss satisfies the PL inequality with µ.

Loss ½‖r‖² with residual r(θ) and Jacobian J: ∇ = Jᵀr, so ‖∇‖² = rᵀJJᵀr = rᵀKr ≥ µ‖r‖², and
the infimum is at least 0. Liu, Zhu & Belkin (2022), Section 3: the inequality holds on any set on
which K stays uniformly positive definite, such as a ball around a suitable initialisation.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, real

mu, r2, image2, grad2, loss, f_star = real("mu r2 image2 grad2 loss f_star")

claim = Claim(
    id="tangent-kernel-gives-pl-inequality",
    says="At weights where the smallest eigenvalue of the tangent kernel is at least µ, the "
    "squared loss satisfies the PL inequality with µ; wide networks have such weights around their "
    "random start.",
    items={
        "O-08": "part kernel-bound-gives-pl",
        "O-49": "instance",
        "O-89": "part wide-networks",
    },
    where={
        mu: "a lower bound of the tangent kernel: the squared norm of Jᵀv is at least µ‖v‖² for "
        "every v",
        r2: ("the squared norm of the residual", r"\|r\|^2"),
        image2: ("the squared norm of Jᵀr, J the Jacobian", r"\|J^\top r\|^2"),
        grad2: ("the squared gradient norm of the loss", r"\|\nabla f\|^2"),
        loss: ("the loss at these weights", "f"),
        f_star: ("the infimum of the loss", "f^*"),
    },
    given={
        "constant": ge(mu),
        "loss": eq(loss, r2 / 2),
        "infimum": ge(f_star),
        "gradient": eq(grad2, image2),
        "kernel": ge(image2, mu * r2),
    },
    then=ge(grad2 / 2, mu * (loss - f_star)),
    bridges=("wide-networks-have-well-conditioned-kernels",),
    tight=True,
    repairs="wide-networks-are-pl",
    about="the PL inequality for the square loss of a network",
    scope="pointwise in the weights, squared loss; the bound on the kernel is assumed at them",
)
witness = {mu: 1, r2: 2, image2: 2, grad2: 2, loss: 1, f_star: 0}
equality = witness
countermodels = {
    "constant": {mu: -1, r2: 0, image2: 0, grad2: 0, loss: 0, f_star: 1},
    "loss": witness | {loss: 2},
    "infimum": witness | {f_star: -1},
    "gradient": witness | {grad2: 0},
    "kernel": witness | {image2: 0, grad2: 0},
}


def proof():
    half = Rational(1, 2)
    return combine(claim, using={"gradient": half, "kernel": half, "loss": -mu, "infimum": mu})
