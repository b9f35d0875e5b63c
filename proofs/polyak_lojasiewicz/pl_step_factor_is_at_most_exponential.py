"""On an L-smooth PL function T steps of length 1/L multiply the gap by at most e^(−Tµ/L).

From 1 − t ≤ e^(−t) at t = µ/L and the one-step bound (pl-one-step), by induction. The bound is ε
after T = (L/µ) log(gap₀/ε) steps, which is how the logarithm is defined.
"""

from sympy import Rational, exp

from provenscape.kernel import Claim, Invariant, chain, ge, induct, le, real, series

ratio, gap, gap_next, Q, start, t = real("ratio gap gap_next Q start t")

claim = Claim(
    id="pl-step-factor-is-at-most-exponential",
    says="On an L-smooth PL function T steps of length 1/L multiply the gap by at most e^(−Tµ/L), "
    "so that (L/µ) log(gap₀/ε) of them reach accuracy ε, without convexity.",
    items={"O-07": "part linear-rate", "O-89": "part linear-rate"},
    where={
        ratio: ("the PL constant over the smoothness constant", r"\mu/L"),
        gap: ("the gap at the present iterate", "f(x_t)-f^*"),
        gap_next: ("the gap at the next one", "f(x_{t+1})-f^*"),
        Q: ("e^(−tµ/L), t the number of steps", "Q_t"),
        start: ("the first gap", "f(x_0)-f^*"),
    },
    given={
        "infimum": ge(gap),
        "one_step": le(gap_next, (1 - ratio) * gap),
    },
    then=Invariant(
        le(gap, Q * start),
        start={gap: start, Q: 1},
        update={gap: gap_next, Q: exp(-ratio) * Q},
        fixed=(ratio,),
    ),
    facts={"one_step": "quadratic-upper-bound"},
    repairs="pl-alone-gives-a-linear-rate",
    about="gradient descent on a PL function",
    scope="every dimension",
)
witness = [
    {ratio: Rational(1, 2), start: 4, gap_next: 2},
    {gap_next: 1},
    {gap_next: Rational(1, 2)},
]
countermodels = {
    "infimum": [{ratio: 1, start: -1, gap_next: 0}],
    "one_step": [{ratio: 1, start: 1, gap_next: 1}],
}


def proof():
    tangent = series(claim.lemma("tangent", {}, ge(exp(t), 1 + t)), exp, t, 1)
    step = chain(
        claim.at_next_state(),
        {"tangent": (tangent, {t: -ratio})},
        using={"one_step": 1, "tangent": gap, "invariant": exp(-ratio)},
    )
    return induct(claim, None, step)
