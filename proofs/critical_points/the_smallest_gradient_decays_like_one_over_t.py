"""Of T gradients along gradient descent the smallest squared norm is at most gap₀/(cT).

Each step gains c‖∇f‖² with c = η(1 − Lη/2), so that T steps gain at least cT times the smallest of
the squared norms, and all gains together are at most f(x₀) − inf f. With η = 1/L, c = 1/(2L): T =
2L·gap₀/ε² steps are enough for a gradient of norm ε. Nesterov (2004), Section 1.2.3. The order 1/T
cannot be improved (claim the-smallest-gradient-may-decay-no-faster).
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, lt, real

eta, L = real("eta L")
gap, gap_next, grad2, least, first_gap = real("gap gap_next grad2 least first_gap")
T, counted = real("T counted")
c = eta * (1 - L * eta / 2)

claim = Claim(
    id="the-smallest-gradient-decays-like-one-over-t",
    says="On an L-smooth function bounded below, with a step 0 < η < 2/L, the values do not rise "
    "and the least of the first T squared gradient norms is at most (f(x₀) − inf f)/(cT) with "
    "c = η(1 − Lη/2).",
    items={"O-02": "part the-gradient-tends-to-zero", "O-77": "whole"},
    where={
        eta: "the step length",
        L: "a Lipschitz constant of the gradient",
        gap: ("the gap at the present iterate", r"f(x_t)-\inf f"),
        gap_next: ("the gap at the next iterate", r"f(x_{t+1})-\inf f"),
        grad2: ("the squared gradient norm at the present iterate", r"\|\nabla f(x_t)\|^2"),
        least: (
            "the least squared gradient norm of those counted, or any number that none of them is "
            "below",
            r"\min_{t<T}\|\nabla f(x_t)\|^2",
        ),
        counted: "1 if the present iterate is counted, as each of the first T is, 0 if not",
        T: "the number of iterates counted so far",
        first_gap: ("the gap at the start", r"f(x_0)-\inf f"),
    },
    given={
        "step": gt(eta),
        "short_step": lt(L * eta, 2),
        "gain": le(gap_next, gap - c * grad2),
        "least_of_all": ge(grad2, counted * least),
        "square": ge(grad2),
        "bounded_below": ge(gap_next),
        "bounded_below_at_first": ge(first_gap),
    },
    then=Invariant(
        (le(c * T * least, first_gap), le(gap + c * T * least, first_gap), le(gap, first_gap)),
        start={gap: first_gap, T: 0},
        update={gap: gap_next, T: T + counted},
    ),
    facts={"gain": "quadratic-upper-bound"},
    repairs="gradient-norm-always-tends-to-zero",
    about="the gradients along gradient descent",
    scope="every dimension and every number of steps",
)
half = Rational(1, 2)
witness = [
    {eta: 1, L: 1, first_gap: 2, gap_next: 1, grad2: 1, least: half, counted: 1},
    {gap_next: half, grad2: 1},
    {gap_next: Rational(1, 4), grad2: half},
]
countermodels = {
    "step": {eta: -1, L: 1, first_gap: 1, gap_next: 2, grad2: 1, least: 0, counted: 1},
    "short_step": {eta: 1, L: 4, first_gap: 1, gap_next: 2, grad2: 1, least: 0, counted: 1},
    "gain": witness[0] | {gap_next: 3},
    "least_of_all": witness[0] | {least: 9, grad2: 0, gap_next: 1},
    "bounded_below": [
        {eta: 1, L: 1, first_gap: 1, gap_next: -8, grad2: 18, least: 18, counted: 1},
        {gap_next: -17},
    ],
}


def proof():
    gains = {"gain": 1, "least_of_all": c, "invariant.1": 1}
    steps = (
        combine(claim.at_next_state(0), using={**gains, "bounded_below": 1}),
        combine(claim.at_next_state(1), using=gains),
        combine(claim.at_next_state(2), using={"gain": 1, "square": c, "invariant.2": 1}),
    )
    return induct(claim, (None, None, None), steps)
