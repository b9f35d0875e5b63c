"""12/c times the least number of queries of any second-order method bounds the cubic steps.

On functions with L-Lipschitz Hessian and f(x₀) − f* ≤ Δ cubic regularisation makes at most 12√L
Δ/ε^(3/2) steps before a point with ‖∇f‖ ≤ ε and λ_min ≥ −(3/2)√(Lε). Any method, random or not,
that learns f, ∇f and ∇²f where it asks for them (and higher derivatives too) needs c√L Δ/ε^(3/2)
queries on some such function, in high dimension, for ‖∇f‖ ≤ ε alone (Carmon, Duchi, Hinder &
Sidford 2020, with p = 2). The rate is that of second-order methods; for λ_min ≥ −√(Lε) with a
tolerance of the curvature chosen apart from ε the numbers are others. What is proved here is the
quotient of the two bounds. The fact leaves c open; for zero-respecting methods 12/c is at most 6568
(claim cubic-regularisation-matches-the-lower-bound).
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

L, delta, gap, N, T, c = real("L delta Delta N T c")

claim = Claim(
    id="cubic-regularisation-is-optimal-among-second-order-methods",
    says="Among functions with L-Lipschitz Hessian and f(x₀) − f* ≤ Δ the steps of cubic "
    "regularisation to ‖∇f‖ ≤ ε and λ_min(∇²f) ≥ −(3/2)√(Lε) are at most 12/c times the queries "
    "that every second-order method needs on one of them to ‖∇f‖ ≤ ε, c a constant.",
    items={"O-92": "whole"},
    where={
        L: "a Lipschitz constant of the Hessian",
        delta: ("the length below which no cubic step is", r"\sqrt{\varepsilon/L}"),
        gap: "a bound of the gap f(x₀) − f*",
        N: "the number of steps of cubic regularisation before the one to a second-order point",
        T: "the number of queries that a method needs in the worst case",
        c: "the constant of the lower bound, the same for all L, Δ and ε",
    },
    given={
        "lipschitz": gt(L),
        "constant": gt(c),
        "threshold": gt(delta),
        "cubic": le(N * L * delta**3, 12 * gap),
        "lower_bound": ge(T * L * delta**3, c * gap),
    },
    then=le(c * N, 12 * T),
    facts={
        "cubic": "cubic-regularisation-step-bound",
        "lower_bound": "stationary-points-need-many-queries",
    },
    repairs="first-order-methods-have-the-rate-of-cubic-regularisation",
    about="the rate of cubic regularisation among methods",
    scope="dimensions that grow like ε^(−3/2); Lδ³ = ε^(3/2)/√L",
)
witness = {L: 1, delta: 1, gap: 1, N: 12, T: 1, c: 1}
countermodels = {
    "cubic": witness | {N: 100},
    "lower_bound": witness | {T: 0},
}


def proof():
    return combine(claim, using={"cubic": c, "lower_bound": 12}, scale=L * delta**3)
