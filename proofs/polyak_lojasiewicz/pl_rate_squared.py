"""T steps of length η ≤ 1/L multiply the gap of a PL function by at most (1 − µη)^(2T).

Induction over pl-one-step-squared, which allows longer steps too; the step length may change. For η
= 1/L the exponent is twice that of Polyak's bound (pl-linear-rate), and (1 − µη)^(2T) is attained
for every η ≤ 1/L (pl-rate-on-a-quadratic).
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, induct, le, real

mu, t, gap_next, first = real("mu t gap_next first")
gap, Q = real("gap Q")

claim = Claim(
    id="pl-rate-squared",
    says="On a PL function with the quadratic upper bound L steps of lengths ηᵢ < 2/L multiply the "
    "gap in all by at most the product of (1 − µ min(ηᵢ, 2/L − ηᵢ))²; with ηᵢ = 1/L this is "
    "(1 − µ/L)^(2T).",
    items={"O-50": "whole"},
    where={
        mu: "the PL constant",
        t: ("the length of the present step, or 2/L less it if that is less", r"t_i"),
        gap: ("the gap at the present iterate", "f(x_i)-f^*"),
        gap_next: ("the gap at the next one", "f(x_{i+1})-f^*"),
        first: ("the first gap", "f(x_0)-f^*"),
        Q: ("the product of the factors so far", r"\prod_{k<i} (1-\mu t_k)^2"),
    },
    given={"one_step": le(gap_next, (1 - mu * t) ** 2 * gap)},
    then=Invariant(
        le(gap, Q * first),
        start={gap: first, Q: 1},
        update={gap: gap_next, Q: (1 - mu * t) ** 2 * Q},
        fixed=(mu,),
    ),
    facts={"one_step": "pl-step-contracts-by-the-square"},
    scope="every dimension; functions that are not constant",
)
witness = [
    {mu: 1, t: Rational(1, 2), first: 16, gap_next: 4},
    {gap_next: 1},
    {t: 1, gap_next: 0},
]
countermodels = {"one_step": [witness[0] | {gap_next: 8}, {gap_next: 1}]}


def proof():
    step = combine(claim.at_next_state(), using={"one_step": 1, "invariant": (1 - mu * t) ** 2})
    return induct(claim, None, step)
