"""Near weights with a well-conditioned tangent kernel the squared loss is PL: a ball, and its µ.

If σ_min(J₀ᵀ) ≥ σ at the initial weights and the Jacobian is M-Lipschitz, then within distance R of
them ‖Jᵀr‖ ≥ ‖J₀ᵀr‖ − MR‖r‖ ≥ (σ − MR)‖r‖, and ½‖∇‖² = ½‖Jᵀr‖² ≥ (σ − MR)²·½‖r‖². This is the shape
of the theorem of Liu, Zhu & Belkin (2022): a wide network has a small M, so that the ball is large.
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, eq, ge, real

HALF = Rational(1, 2)

sigma, M, R, r, first, there, distance = real("sigma M R r first there distance")
loss, grad2 = real("loss grad2")  # ½‖r‖² and ‖∇‖²; r = ‖r‖, first = ‖J₀ᵀr‖, there = ‖Jᵀr‖

claim = Claim(
    id="tangent-kernel-near-the-initialisation",
    items=["O-08", "O-49"],
    says="If the Jacobian has smallest singular value σ at the initial weights and is M-Lipschitz, "
    "the squared loss satisfies the PL inequality with µ = (σ − MR)² within R < σ/M of them.",
    given={
        "residual": ge(r),
        "lipschitz": ge(M),
        "inside": ge(R, distance),
        "radius": ge(sigma, M * R),
        "initial_kernel": ge(first, sigma * r),
        "jacobian": ge(there, first - M * distance * r),
        "gradient": eq(grad2, there**2),
        "loss": eq(loss, r**2 / 2),
    },
    then=ge(grad2 / 2, (sigma - M * R) ** 2 * loss),
    tight=True,
    scope="squared loss with infimum 0; that a wide network has such σ and M at random weights is "
    "the theorem of the paper, not checked here",
)
witness = {sigma: 2, M: 1, R: 1, r: 1, first: 2, there: 1, distance: 1, loss: HALF, grad2: 1}
equality = witness
countermodels = {
    "residual": witness | {r: -1, first: -2, there: 0, grad2: 0},
    "lipschitz": witness | {sigma: 1, M: -1, R: 1, distance: -4, first: 1, there: 0, grad2: 0},
    "inside": witness | {distance: 2, there: 0, grad2: 0},
    "radius": witness | {sigma: 0, M: 2, R: 1, first: 0, there: 0, grad2: 0},
    "initial_kernel": witness | {first: 1, there: 0, grad2: 0},
    "jacobian": witness | {there: 0, grad2: 0},
    "gradient": witness | {grad2: 0},
    "loss": witness | {loss: 1},
}


def proof():
    low = (sigma - M * R) * r
    above = combine(
        Claim("above", [], "the singular value there", claim.given, ge(there, low)),
        using={"jacobian": 1, "initial_kernel": 1, "inside": M * r},
    )
    return chain(
        claim,
        {"above": above},
        using={"above": low, "gradient": HALF, "loss": -((sigma - M * R) ** 2)},
        squares=[(HALF, there - low)],
    )
