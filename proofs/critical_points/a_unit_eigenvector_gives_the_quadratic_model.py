"""Along a unit eigenvector u for λ_min = −γ < 0, f(x + εu) = f(x) − γε²/2 up to κε², and is lower.

Taylor's theorem at a stationary point x, where u'Hu = −γ‖u‖²: the error is at most ρε³/6, which is
at most κε² once ρε ≤ 6κ; and with κ < γ/2 the change is negative.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, le, lt, real

rise, form, u2, epsilon, gamma, rho, kappa = real("rise form u2 epsilon gamma rho kappa")
error = rise - epsilon**2 * form / 2

claim = Claim(
    id="a-unit-eigenvector-gives-the-quadratic-model",
    says="At a stationary point x the change f(x + εu) − f(x) along a unit eigenvector u for "
    "λ_min = −γ is −γε²/2 up to κε², and negative, for every κ < γ/2 and ε with 0 < ρε ≤ 6κ.",
    items={"N-34": "whole"},
    where={
        rise: ("the change of f along εu", r"f(x+\varepsilon u)-f(x)"),
        form: ("the Hessian's quadratic form at u", r"u^\top H u"),
        u2: ("the squared norm of u", r"\|u\|^2"),
        epsilon: "the length of the displacement",
        gamma: "minus the least eigenvalue of the Hessian",
        rho: "a Lipschitz constant of the Hessian",
        kappa: "the fraction of ε² that the error may reach",
    },
    given={
        "displaced": gt(epsilon),
        "lipschitz": gt(rho),
        "eigenvector": eq(form, -gamma * u2),
        "unit": eq(u2, 1),
        "taylor_above": le(error, rho * epsilon**3 / 6),
        "taylor_below": le(-error, rho * epsilon**3 / 6),
        "near": le(rho * epsilon, 6 * kappa),
        "tolerance": lt(kappa, gamma / 2),
    },
    then=(
        le(rise, (kappa - gamma / 2) * epsilon**2),
        le((-kappa - gamma / 2) * epsilon**2, rise),
        lt(rise, 0),
    ),
    facts={
        "taylor_above": "taylor-with-lipschitz-hessian",
        "taylor_below": "taylor-with-lipschitz-hessian",
    },
    repairs="every-eigenvector-gives-the-quadratic-model",
    about="the change of f along an eigenvector of λ_min at a stationary point",
    scope="every dimension",
)
witness = {rise: -2, form: -4, u2: 1, epsilon: 1, gamma: 4, rho: 6, kappa: 1}
points = [witness]
countermodels = {
    "eigenvector": witness | {form: 0, rise: 0},
    "unit": witness | {u2: 4, form: -16, rise: -8},
    "taylor_above": witness | {rise: 0},
    "taylor_below": witness | {rise: -9},
    "near": witness | {rho: 24, rise: 0},
    "tolerance": witness | {kappa: 4, rho: 24, rise: 0},
}


def proof():
    square, cube = epsilon**2 / 2, epsilon**2 / 6
    above = combine(
        claim.part(0),
        using={"taylor_above": 1, "eigenvector": -square, "unit": square * gamma, "near": cube},
    )
    below = combine(
        claim.part(1),
        using={"taylor_below": 1, "eigenvector": square, "unit": -square * gamma, "near": cube},
    )
    down = combine(
        claim.part(2),
        using={
            "taylor_above": 1,
            "eigenvector": -square,
            "unit": square * gamma,
            "near": cube,
            "tolerance": epsilon**2,
        },
    )
    return conjoin(claim, [above, below, down])
