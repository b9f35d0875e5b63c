"""On an L-smooth function bounded below, steps η < 2/L make the gradients square-summable.

Each step gains η(1 − Lη/2)‖∇f‖², and the gains add up to no more than f(x₀) − inf f; so
∇f(x_t) → 0, the terms of a convergent series. Nesterov (2004), Section 1.2.3. With c the gain's
factor, the invariant is (current gap) + c·(sum of squared gradient norms) ≤ (first gap).
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, induct, le, real

c, gap, gap_next, grad2, total, first_gap = real("c gap gap_next grad2 total first_gap")

claim = Claim(
    id="gradient-norms-are-square-summable",
    says="On a smooth function bounded below, with a step below 2/L, c times the sum of all "
    "squared gradient norms is at most f(x₀) − inf f, so the gradient tends to zero.",
    items={"O-02": "part the-gradient-tends-to-zero"},
    where={
        c: "the gain factor η(1 − Lη/2), positive for 0 < η < 2/L",
        gap: ("the gap at the present iterate", r"f(x_t)-\inf f"),
        gap_next: ("the gap at the next iterate", r"f(x_{t+1})-\inf f"),
        grad2: ("the squared gradient norm at the present iterate", r"\|\nabla f(x_t)\|^2"),
        total: ("the sum of these norms so far", r"\sum_{s<t}\|\nabla f(x_s)\|^2"),
        first_gap: ("the gap at the start", r"f(x_0)-\inf f"),
    },
    given={
        "gain": le(gap_next, gap - c * grad2),
        "bounded_below": ge(gap_next),
        "bounded_below_at_first": ge(first_gap),
    },
    then=Invariant(
        (le(gap + c * total, first_gap), le(c * total, first_gap)),
        start={gap: first_gap, total: 0},
        update={gap: gap_next, total: total + grad2},
    ),
    facts={"gain": "quadratic-upper-bound"},
    repairs="gradient-norm-always-tends-to-zero",
    about="the gradients along gradient descent",
    scope="every dimension",
)
witness = [
    {c: 1, first_gap: 2, gap_next: 1, grad2: 1},
    {gap_next: Rational(1, 2), grad2: Rational(1, 2)},
    {gap_next: Rational(1, 4), grad2: Rational(1, 4)},
]
countermodels = {
    "gain": witness[0] | {gap_next: 2},
    "bounded_below": [{c: 1, first_gap: 1, gap_next: -1, grad2: 2}, {gap_next: -3}],
    "bounded_below_at_first": {c: 1, first_gap: -1, gap_next: 0, grad2: -1},
}


def proof():
    kept = combine(claim.at_next_state(0), using={"gain": 1, "invariant.0": 1})
    bounded = combine(
        claim.at_next_state(1), using={"gain": 1, "invariant.0": 1, "bounded_below": 1}
    )
    return induct(claim, (None, None), (kept, bounded))
