"""With a constant that depends on L cubic steps reach λ_min ≥ −√ε within the order of ε^(−3/2).

The sentence leaves open on what its constant depends. Let κ = min(1/√L, 2/(3L)). With Lκ²ε ≤ ε in
place of ε the steps of cubic regularisation with M = L to ‖∇f‖ ≤ Lκ²ε and λ_min ≥ −(3/2)Lκ√ε are at
most 12Δ/(Lκ³ε^(3/2)) before the one to such a point (claim
cubic-regularisation-finds-a-second-order-point): a constant times ε^(−3/2), for each L and Δ. No
constant serves all L with √L Δ beside it (claim the-tolerance-root-epsilon-is-reached-as-fast).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, le, real

L, kappa, delta, s, gap, N = real("L kappa delta s Delta N")
slope, least = real("g lambda_1")

claim = Claim(
    id="cubic-regularisation-reaches-the-tolerance-root-epsilon",
    says="On a function with L-Lipschitz Hessian and lower bound f*, cubic regularisation with "
    "M = L, the model minimised exactly, makes at most 12(f(x₀) − f*)/(Lκ³ε^(3/2)) steps and one "
    "more to a point with ‖∇f‖ ≤ ε and λ_min(∇²f) ≥ −√ε, if Lκ² ≤ 1 and 3Lκ ≤ 2: a constant "
    "that depends on L and f(x₀) − f* times ε^(−3/2).",
    items={"O-76": "whole"},
    where={
        L: "a Lipschitz constant of the Hessian",
        kappa: "a positive number that depends on L alone",
        delta: "the length below which no cubic step is before the point",
        s: ("the square root of the accuracy", r"\sqrt{\varepsilon}"),
        gap: "the gap f(x₀) − f* of the start",
        N: "the number of steps of cubic regularisation before the one to its point",
        slope: ("the gradient norm at the point found", r"\|\nabla f(x)\|"),
        least: ("the least eigenvalue there", r"\lambda_{\min}(\nabla^2f(x))"),
    },
    given={
        "lipschitz": gt(L),
        "factor": gt(kappa),
        "accuracy": gt(s),
        "short_for_gradients": le(L * kappa**2, 1),
        "short_for_curvature": le(3 * L * kappa, 2),
        "length": eq(delta, kappa * s),
        "found_gradient": le(slope, L * delta**2),
        "found_curvature": ge(least, -3 * L * delta / 2),
        "cubic_steps": le(N * L * delta**3, 12 * gap),
    },
    then=(le(slope, s**2), ge(least, -s), le(N * L * kappa**3 * s**3, 12 * gap)),
    facts={
        "found_gradient": "cubic-regularisation-step-bound",
        "found_curvature": "cubic-regularisation-step-bound",
        "cubic_steps": "cubic-regularisation-step-bound",
    },
    repairs="accuracy-is-reached-without-a-lower-bound",
    about="the number of steps of cubic regularisation",
    scope="every dimension",
)
witness = {L: 1, kappa: Rational(1, 2), delta: 1, s: 2, gap: 1, N: 12, slope: 1, least: -1}
countermodels = {
    "short_for_gradients": witness | {L: Rational(1, 9), kappa: 6, s: 1, delta: 6, slope: 4, N: 0},
    "short_for_curvature": witness | {kappa: 1, delta: 2, least: -3, N: 0},
    "length": witness | {delta: 3, slope: 9, N: 0},
    "found_gradient": witness | {slope: 9},
    "found_curvature": witness | {least: -9},
    "cubic_steps": witness | {N: 1000},
}


def proof():
    root = L * (delta + kappa * s)
    cubed = N * L * (delta**2 + delta * kappa * s + kappa**2 * s**2)
    return conjoin(
        claim,
        [
            combine(
                claim.part(0),
                using={"found_gradient": 1, "length": -root, "short_for_gradients": s**2},
            ),
            combine(
                claim.part(1),
                using={
                    "found_curvature": 1,
                    "length": -3 * L / 2,
                    "short_for_curvature": s / 2,
                },
            ),
            combine(claim.part(2), using={"cubic_steps": 1, "length": cubed}),
        ],
    )
