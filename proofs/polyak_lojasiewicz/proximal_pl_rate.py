"""Under the proximal PL inequality proximal-gradient steps multiply the gap by 1 − µ/L.

For F = f + g with L-smooth f the step goes to a minimiser x⁺ of m(y) = ⟨∇f(x), y − x⟩ +
(L/2)‖y − x‖² + g(y) − g(x), and the inequality of Karimi, Nutini & Schmidt (2016), Section 4, is
½D(x) ≥ µ(F(x) − F*) with D(x) = −2L min m. For g = 0, D is ‖∇f(x)‖² and it is PL.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, gt, induct, le, real

L, mu, fall, least, gap_next, first = real("L mu fall least gap_next first")
gap, Q = real("gap Q")

claim = Claim(
    id="proximal-pl-rate",
    says="Under the proximal PL inequality with µ ≤ L T proximal-gradient steps of length 1/L "
    "multiply the gap of F = f + g, f being L-smooth, by at most (1 − µ/L)^T.",
    items={},
    where={
        L: "a Lipschitz constant of the gradient of f",
        mu: "the constant of the inequality",
        least: ("the least value of m, attained at the next iterate", r"\min_y m(y)"),
        fall: ("−2L times that, ‖∇f‖² if g = 0", "D(x_t)"),
        gap: ("the gap at the present iterate", "F(x_t)-F^*"),
        gap_next: ("the gap at the next one", "F(x_{t+1})-F^*"),
        first: ("the first gap", "F(x_0)-F^*"),
        Q: ("(1 − µ/L)^t, t the number of steps", "Q_t"),
    },
    given={
        "smooth": gt(L),
        "contraction": ge(L, mu),
        "definition": eq(fall, -2 * L * least),
        "upper_bound": le(gap_next, gap + least),
        "proximal_pl": ge(fall / 2, mu * gap),
    },
    then=Invariant(
        le(gap, Q * first),
        start={gap: first, Q: 1},
        update={gap: gap_next, Q: (1 - mu / L) * Q},
        fixed=(L, mu),
    ),
    facts={"upper_bound": "quadratic-upper-bound"},
    scope="every dimension; g with real values, so no constraint, such that the minimum is "
    "attained, as it is if g is convex and lower semicontinuous",
)
witness = [
    {L: 2, mu: 1, fall: 4, least: -1, first: 2, gap_next: 1},
    {fall: 2, least: -Rational(1, 2), gap_next: Rational(1, 2)},
    {fall: 1, least: -Rational(1, 4), gap_next: Rational(1, 4)},
]
one = witness[0]
countermodels = {
    "definition": one | {least: 0, gap_next: 2},
    "upper_bound": one | {gap_next: 2},
    "proximal_pl": one | {fall: 0, least: 0, gap_next: 2},
}


def proof():
    step = combine(
        claim.at_next_state(),
        using={
            "upper_bound": 1,
            "definition": -1 / (2 * L),
            "proximal_pl": 1 / L,
            "invariant": (L - mu) / L,
        },
    )
    return induct(claim, None, step)
