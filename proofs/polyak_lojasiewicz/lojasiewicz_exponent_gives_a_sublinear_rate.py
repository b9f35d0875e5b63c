"""Under ‖∇f‖ ≥ c(f − f*)^θ with θ = (1 + k)/2 descent has gap^(−k) ≥ gap₀^(−k) + kc²t/(2L).

So the gap after t steps of length 1/L is at most (kc²t/(2L))^(−1/k), 1/k = 1/(2θ − 1): as 1/t² for
θ = 3/4. A step multiplies the gap by r ≤ 1 − (c²/(2L))gap^k, and r^(−k) ≥ 1 + k(1 − r). For θ = ½
it is PL and the rate linear. The inequality is that of Łojasiewicz (1963).
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

L, c, k, grad2, gap_next, v_next, first, v_0 = real("L c k grad2 gap_next v_next first v_0")
gap, v, t = real("gap v t")

claim = Claim(
    id="lojasiewicz-exponent-gives-a-sublinear-rate",
    says="If ‖∇f‖ ≥ c(f − f*)^θ with θ = (1 + k)/2, k > 0, along t steps of length 1/L on an "
    "L-smooth f, then (f(x_t) − f*)^(−k) ≥ (f(x_0) − f*)^(−k) + kc²t/(2L): the gap is O(t^(−1/k)), "
    "1/k = 1/(2θ − 1).",
    items={},
    where={
        L: "a Lipschitz constant of the gradient",
        c: "the constant of the inequality",
        k: ("2θ − 1, θ the exponent of the inequality", r"k"),
        gap: ("the gap at the present iterate", "f(x_t)-f^*"),
        gap_next: ("the gap at the next one", "f(x_{t+1})-f^*"),
        first: ("the first gap", "f(x_0)-f^*"),
        v: ("the power −k of the present gap", "(f(x_t)-f^*)^{-k}"),
        v_next: ("that of the next gap", "(f(x_{t+1})-f^*)^{-k}"),
        v_0: ("that of the first gap", "(f(x_0)-f^*)^{-k}"),
        grad2: ("the squared gradient norm at the present iterate", r"\|\nabla f(x_t)\|^2"),
        t: "the number of steps",
    },
    given={
        "smooth": gt(L),
        "exponent": gt(k),
        "above_the_minimum": gt(gap),
        "power": gt(v),
        "tangent": ge(v_next * gap, v * (gap + k * (gap - gap_next))),
        "descent": le(gap_next, gap - grad2 / (2 * L)),
        "lojasiewicz": ge(grad2 * v, c**2 * gap),
    },
    then=Invariant(
        ge(v, v_0 + k * c**2 / (2 * L) * t),
        start={gap: first, v: v_0, t: 0},
        update={gap: gap_next, v: v_next, t: t + 1},
        fixed=(L, c, k),
    ),
    facts={
        "tangent": "powers-lie-above-their-tangents",
        "descent": "quadratic-upper-bound",
    },
    scope="every dimension; every θ > ½; while the gap is positive; the hypothesis is written as "
    "‖∇f‖² gap^(−k) ≥ c² gap",
)
witness = [
    {L: 1, c: 1, k: 1, first: 1, v_0: 1, grad2: 1, gap_next: Rational(1, 2), v_next: 2},
    {grad2: Rational(1, 4), gap_next: Rational(1, 4), v_next: 4},
    {grad2: Rational(1, 16), gap_next: Rational(1, 8), v_next: 8},
]
one = witness[0]
countermodels = {
    "tangent": [one | {v_next: 1}, {gap_next: 0}],
    "descent": one | {gap_next: 1, v_next: 1},
    "lojasiewicz": one | {grad2: 0, gap_next: 1, v_next: 1},
}


def proof():
    step = combine(
        claim.at_next_state(),
        using={
            "tangent": 1,
            "descent": k * v,
            "lojasiewicz": k / (2 * L),
            "invariant": gap,
        },
        scale=gap,
    )
    return induct(claim, None, step)
