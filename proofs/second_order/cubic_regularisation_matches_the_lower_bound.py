"""Cubic regularization makes at most 6568(T + 1) steps where T points must be asked for.

At most N = 12√L Δ/ε^(3/2) steps reach |∇f| ≤ ε and λ_min ≥ −(3/2)√(Lε) on every function with
L-Lipschitz Hessian and f(x_0) − inf f ≤ Δ (claim cubic-regularisation-finds-a-second-order-point),
and T + 1 > √L Δ/(12√ℓ ε^(3/2)) points, ℓ = 2080, must be asked for to find |∇f| ≤ ε alone (claim
high-dimensional-minima-take-many-queries): N < 144√ℓ(T + 1). So the two agree in how they
depend on Δ, L and ε, in high dimension. Where only the gradient is Lipschitz, the lower
bound is ε^(−2), and cubic regularization has no such rate. What is printed compares with a bound
that names neither class nor dimension, and fails so (claim
approximate-minima-take-many-hessians-at-every-smoothness); that the two match where both hold is
what stands here. A quotient of two bounds, each of which is a claim or a fact; T is that of
zero-respecting methods, and for all others, random ones too, the named fact has a constant that is
not known.
"""

from provenscape.kernel import Claim, chain, combine, eq, ge, gt, le, lt, real

L, ell, eps, Delta, T, N = real("L ell epsilon Delta T N")
sigma, delta = real("sigma delta")

claim = Claim(
    id="cubic-regularisation-matches-the-lower-bound",
    says="With a Lipschitz Hessian the steps of cubic regularization to |∇f| ≤ ε and "
    "λ_min ≥ −(3/2)√(Lε) are less than 144√ℓ(T + 1), where any zero-respecting method must ask "
    "for more than T points on a chain whose Hessian is ℓ-Lipschitz: N² < 144²ℓ(T + 1)², whatever "
    "Δ, L and ε.",
    items={"O-84": "whole"},
    where={
        L: "a Lipschitz constant of the Hessian",
        ell: ("that of the chain's Hessian, at most 2080", r"\ell"),
        eps: ("the accuracy", r"\varepsilon"),
        Delta: "the bound on f(x₀) − inf f",
        T: "the length of the chain, the largest that fits",
        N: "a number of steps of cubic regularization before it meets its point",
        sigma: ("how much the chain is stretched", r"\sqrt{\ell\varepsilon/L}"),
        delta: ("the length below which no cubic step is", r"\sqrt{\varepsilon/L}"),
    },
    given={
        "hessian": gt(L),
        "chain": gt(ell),
        "stretch": gt(sigma),
        "step": gt(delta),
        "steps": ge(N),
        "length": ge(T),
        "scale": eq(ell * eps, L * sigma**2),
        "threshold": eq(eps, L * delta**2),
        "largest": gt(12 * (T + 1) * L * sigma**3, ell * Delta),
        "cubic": le(N * L * delta**3, 12 * Delta),
    },
    then=lt(N**2, 144**2 * ell * (T + 1) ** 2),
    facts={"cubic": "cubic-regularisation-step-bound", "largest": "hard-chain"},
    bridges=("stationary-points-need-many-queries",),
    about="the number of queries for an ε-local minimum",
    scope="functions with Lipschitz Hessian, in a dimension that grows like ε^(−3/2)",
)
witness = {L: 1, ell: 1, sigma: 1, delta: 1, eps: 1, Delta: 12, T: 1, N: 144}
countermodels = {
    "scale": witness | {ell: 4, sigma: 20, N: 600, Delta: 50, T: 0},
    "largest": witness | {Delta: 100, N: 1000},
    "cubic": witness | {N: 1000},
}


def proof():
    much = 144 * (T + 1) * sigma**3
    few = N * ell * delta**3
    first = claim.lemma("first powers", claim.given, lt(few, much))
    less = combine(first, {"cubic": ell, "largest": 12}, scale=L)
    a, b = ell * delta**2, sigma**2
    weight = 144**2 * (T + 1) ** 2 * (a**2 + a * b + b**2) / L
    return chain(
        claim,
        {"less": less},
        {"less": much + few, "scale": weight, "threshold": -ell * weight},
        scale=ell**2 * delta**6,
    )
