"""ΔL/(1824 ε²) points must be asked for where the gradient is L-Lipschitz; descent asks for 2ΔL/ε².

The chain f_T of Carmon et al. (2020), part I, its gradient Lipschitz with ℓ = 152, stretched to
f(x) = (Lσ²/ℓ)f_T(x/σ) with σ = ℓε/L, as in claim high-dimensional-minima-take-many-queries. So the
paper has the bound that matches descent's ε^(−2), for functions of which nothing but L is known, in
dimension of order ε^(−2), whatever derivatives are told, and up to a constant for random methods.

"Matching" is said of first-order methods on functions with L-Lipschitz gradient. With a Lipschitz
Hessian too, which the documents need for second-order points, descent is not the best first-order
method: ε^(−7/4) is attained (Li & Lin 2023; claim
descent-is-best-of-first-order-methods-at-every-smoothness), and the bound for first-order methods
is ε^(−12/7), in part II of the paper (2021); a preprint announces ε^(−7/4) (Zhou 2026). The bound
ε^(−3/2) of part I for Lipschitz Hessians matches cubic regularization, no first-order method. (The
title of part I ends in "I", which the reference leaves out.)
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, le, lt, real

L, ell, sigma, eps, Delta, T = real("L ell sigma epsilon Delta T")
fall, slope, N = real("fall slope N")

claim = Claim(
    id="lipschitz-gradients-need-as-many-queries-as-descent-makes",
    says="f(x) = (Lσ²/ℓ)f_T(x/σ), f_T the chain of Carmon et al. with ℓ-Lipschitz gradient, σ = "
    "ℓε/L: f(0) − inf f ≤ Δ, |∇f| > ε until T coordinates are found, T + 1 > ΔL/(12ℓε²), "
    "and descent with step 1/L makes less than 24ℓ(T + 1) steps; the same order for every "
    "method in high dimension.",
    items={"O-98": "whole"},
    where={
        L: "a Lipschitz constant of the gradient",
        ell: ("that of the chain's gradient, 152", r"\ell"),
        sigma: "how much the chain is stretched",
        eps: ("the accuracy", r"\varepsilon"),
        Delta: "the bound on f(0) − inf f",
        T: "the length of the chain, the largest that fits",
        fall: ("how far the chain falls", r"f_T(0)-\inf f_T"),
        slope: (
            "the chain's gradient norm at a point where not all coordinates are found",
            r"|\nabla f_T|",
        ),
        N: "the number of steps of descent after which a gradient of length ε is certain",
    },
    given={
        "smooth": gt(L),
        "chain": gt(ell),
        "stretch": gt(sigma),
        "accuracy": gt(eps),
        "length": ge(T),
        "scale": eq(ell * eps, L * sigma),
        "fits": le(12 * T * L * sigma**2, ell * Delta),
        "largest": gt(12 * (T + 1) * L * sigma**2, ell * Delta),
        "chain_falls": le(fall, 12 * T),
        "chain_is_steep": gt(slope, 1),
        "descent": le(N * eps**2, 2 * L * Delta),
    },
    then=(
        le(L * sigma**2 / ell * fall, Delta),
        gt(L * sigma / ell * slope, eps),
        gt(12 * ell * eps**2 * (T + 1), L * Delta),
        lt(N, 24 * ell * (T + 1)),
    ),
    facts={
        "chain_falls": "hard-chain",
        "chain_is_steep": "hard-chain",
        "descent": "quadratic-upper-bound",
    },
    bridges=("stationary-points-need-many-queries",),
    repairs="descent-is-best-of-first-order-methods-at-every-smoothness",
    about="the number of gradients for a stationary point",
    scope="functions with Lipschitz gradient; derived for zero-respecting methods, all others by "
    "the named fact; descent's count is that of claim the-smallest-gradient-decays-like-one-over-t",
)
witness = {
    L: 1, ell: 1, sigma: 1, eps: 1, Delta: 12, T: 1, fall: 12, slope: 2, N: 24,
}  # fmt: skip
countermodels = {
    "scale": witness | {eps: 3, N: 2},
    "fits": witness | {T: 2, fall: 24},
    "largest": witness | {Delta: 100},
    "chain_falls": witness | {fall: 13},
    "chain_is_steep": witness | {slope: Rational(1, 2)},
    "descent": witness | {N: 100},
}


def proof():
    gap, steep, long, ratio = (claim.part(i) for i in range(4))
    falls = combine(gap, {"chain_falls": L * sigma**2 / ell, "fits": 1 / ell})
    gradient = combine(steep, {"chain_is_steep": L * sigma / ell, "scale": -1 / ell})
    square = 12 * (T + 1) * (ell * eps + L * sigma)
    number = combine(long, {"largest": L, "scale": square}, scale=ell)
    steps = combine(
        ratio,
        {"descent": ell, "largest": 2 * L, "scale": 2 * square},
        scale=ell * eps**2,
    )
    return conjoin(claim, [falls, gradient, number, steps])
