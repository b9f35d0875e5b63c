"""Near weights with a well-conditioned tangent kernel the squared loss is PL: a ball, and its µ.

If σ_min(J₀ᵀ) ≥ σ at the initial weights and the Jacobian is M-Lipschitz, then within distance R of
them ‖Jᵀr‖ ≥ ‖J₀ᵀr‖ − MR‖r‖ ≥ (σ − MR)‖r‖, and ½‖∇‖² = ½‖Jᵀr‖² ≥ (σ − MR)²·½‖r‖². This is the shape
of the theorem of Liu, Zhu & Belkin (2022): a wide network has a small M, so that the ball is large.
R = 0 is the inequality at the initial weights, with λ_min of their tangent kernel as µ.
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, eq, ge, le, real

HALF = Rational(1, 2)

sigma, M, R, r, first, there, change, distance = real("sigma M R r first there change distance")
loss, f_star, grad2 = real("loss f_star grad2")

claim = Claim(
    id="tangent-kernel-near-the-initialisation",
    says="If the Jacobian has smallest singular value σ at the initial weights and is M-Lipschitz, "
    "the squared loss satisfies the PL inequality with µ = (σ − MR)² within R ≤ σ/M of them. "
    "Networks that are wide enough have, by the theorem quoted, such σ and M in any given ball "
    "about their random start, with high probability.",
    items={
        "O-08": "part kernel-bound-gives-pl",
        "O-49": "part near-the-initialisation",
        "O-89": "part wide-networks",
    },
    where={
        sigma: "a lower bound of the singular values of J₀ᵀ, J₀ the Jacobian at the start",
        M: "a Lipschitz constant of the Jacobian in the operator norm",
        R: "the radius of a ball around the initial weights",
        distance: ("how far the weights are from the initial ones", r"\|\theta-\theta_0\|"),
        r: ("the norm of the residual at the weights", r"\|r\|"),
        first: ("the norm of J₀ᵀr", r"\|J_0^\top r\|"),
        there: ("the norm of Jᵀr, J the Jacobian at the weights", r"\|J^\top r\|"),
        change: ("the norm of (J − J₀)ᵀr", r"\|(J-J_0)^\top r\|"),
        loss: ("the loss at the weights", "f"),
        f_star: ("the infimum of the loss", "f^*"),
        grad2: ("the squared gradient norm of the loss", r"\|\nabla f\|^2"),
    },
    given={
        "residual": ge(r),
        "lipschitz": ge(M),
        "inside": ge(R, distance),
        "radius": ge(sigma, M * R),
        "initial_kernel": ge(first, sigma * r),
        "triangle": ge(there, first - change),
        "jacobian": le(change, M * distance * r),
        "gradient": eq(grad2, there**2),
        "loss": eq(loss, r**2 / 2),
        "infimum": ge(f_star),
    },
    then=ge(grad2 / 2, (sigma - M * R) ** 2 * (loss - f_star)),
    bridges=("wide-networks-have-well-conditioned-kernels",),
    tight=True,
    repairs="wide-networks-are-pl",
    about="the PL inequality for the square loss of a network",
    scope="squared loss",
)
witness = {
    sigma: 2, M: 1, R: 1, r: 1, first: 2, there: 1, change: 1, distance: 1,
    loss: HALF, f_star: 0, grad2: 1,
}  # fmt: skip
equality = witness
stuck = {there: 0, grad2: 0}
countermodels = {
    "inside": witness | stuck | {distance: 2, change: 2},
    "radius": witness | stuck | {sigma: 0, M: 2, first: 0, change: 0},
    "initial_kernel": witness | stuck | {first: 1},
    "triangle": witness | stuck,
    "jacobian": witness | stuck | {change: 2},
    "gradient": witness | {grad2: 0},
    "loss": witness | {loss: 1},
    "infimum": witness | {f_star: -1},
}


def proof():
    low = (sigma - M * R) * r
    above = combine(
        claim.lemma("above", claim.given, ge(there, low)),
        using={"triangle": 1, "jacobian": 1, "initial_kernel": 1, "inside": M * r},
    )
    square = (sigma - M * R) ** 2
    return chain(
        claim,
        {"above": above},
        using={"above": low, "gradient": HALF, "loss": -square, "infimum": square},
        squares=[(HALF, there - low)],
    )
