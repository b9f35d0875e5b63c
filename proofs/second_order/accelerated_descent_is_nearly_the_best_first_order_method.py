"""Of gradients alone accelerated descent needs more than the best method by ε^(−1/28) at most.

To |∇f| ≤ ε on functions with Lipschitz gradient and Hessian restarted accelerated descent takes
Cε^(−7/4) gradients (Li & Lin 2023), and every deterministic method cε^(−12/7) on some of them
(Carmon, Duchi, Hinder & Sidford 2021). The exponents 49/28 and 48/28 differ by 1/28. Descent takes
ε^(−2): on these functions it is not optimal, while on PL functions it is. What is proved here is
the quotient of the two quoted bounds.
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

z, N, T, upper, lower = real("z N T C c")

claim = Claim(
    id="accelerated-descent-is-nearly-the-best-first-order-method",
    says="On functions with Lipschitz gradient and Hessian and a bounded first gap restarted "
    "accelerated descent makes at most (C/c)ε^(−1/28) times as many gradient queries to ‖∇f‖ ≤ ε "
    "as any deterministic first-order method needs on one of them, for small ε.",
    items={},
    where={
        z: ("the 28th root of the accuracy", r"\varepsilon^{1/28}"),
        N: "the number of gradients that accelerated descent asks for in the worst case",
        T: "the number that another method asks for in the worst case",
        upper: "the constant of the upper bound, of L, ρ and Δ",
        lower: "the constant of the lower bound, of L, ρ and Δ",
    },
    given={
        "accuracy": gt(z),
        "upper_constant": gt(upper),
        "lower_constant": gt(lower),
        "accelerated": le(N * z**49, upper),
        "lower_bound": ge(T * z**48, lower),
    },
    then=le(lower * N * z, upper * T),
    facts={
        "accelerated": "accelerated-descent-finds-stationary-points",
        "lower_bound": "first-order-methods-need-many-queries",
    },
    tight=True,
    scope="one L, ρ and Δ; in a dimension that the lower bound chooses",
)
witness = {z: 1, N: 1, T: 1, upper: 1, lower: 1}
equality = witness
countermodels = {
    "accelerated": witness | {N: 2},
    "lower_bound": witness | {T: 0},
}


def proof():
    return combine(claim, using={"accelerated": lower, "lower_bound": upper}, scale=z**48)
