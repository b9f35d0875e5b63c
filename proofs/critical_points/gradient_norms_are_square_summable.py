"""On an L-smooth function bounded below, steps η < 2/L make the gradients square-summable.

Each step gains η(1 − Lη/2)‖∇f‖², and the gains add up to no more than f(x₀) − inf f; so
∇f(x_t) → 0: the partial sums are bounded and do not fall, so they converge. Nesterov (2004), Sec.
1.2.3. With c = η(1 − Lη/2) > 0 the invariant is (current gap) + c·(sum of squared gradient norms) ≤
(first gap).
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, lt, real

eta, L = real("eta L")
gap, gap_next, grad2, total, first_gap = real("gap gap_next grad2 total first_gap")
c = eta * (1 - L * eta / 2)

claim = Claim(
    id="gradient-norms-are-square-summable",
    says="On an L-smooth function bounded below, with a step 0 < η < 2/L, η(1 − Lη/2) > 0 "
    "times the sum of all squared gradient norms is at most f(x₀) − inf f, so the gradient "
    "tends to zero.",
    items={"O-02": "part the-gradient-tends-to-zero"},
    where={
        eta: "the step length",
        L: "a Lipschitz constant of the gradient",
        gap: ("the gap at the present iterate", r"f(x_t)-\inf f"),
        gap_next: ("the gap at the next iterate", r"f(x_{t+1})-\inf f"),
        grad2: ("the squared gradient norm at the present iterate", r"\|\nabla f(x_t)\|^2"),
        total: ("the sum of these norms so far", r"\sum_{s<t}\|\nabla f(x_s)\|^2"),
        first_gap: ("the gap at the start", r"f(x_0)-\inf f"),
    },
    given={
        "step": gt(eta),
        "short_step": lt(L * eta, 2),
        "gain": le(gap_next, gap - c * grad2),
        "bounded_below": ge(gap_next),
        "bounded_below_at_first": ge(first_gap),
    },
    then=Invariant(
        (le(gap + c * total, first_gap), le(c * total, first_gap), gt(c)),
        start={gap: first_gap, total: 0},
        update={gap: gap_next, total: total + grad2},
    ),
    facts={"gain": "quadratic-upper-bound"},
    bridges=("monotone-sequences-converge",),
    repairs="gradient-norm-always-tends-to-zero",
    about="the gradients along gradient descent",
    scope="every dimension",
)
witness = [
    {eta: 1, L: 1, first_gap: 2, gap_next: 1, grad2: 1},
    {gap_next: Rational(1, 2), grad2: Rational(1, 2)},
    {gap_next: Rational(1, 4), grad2: Rational(1, 4)},
]
countermodels = {
    "step": {eta: -1, L: 1, first_gap: 1, gap_next: 1, grad2: 0},
    "short_step": {eta: 1, L: 4, first_gap: 1, gap_next: 1, grad2: 0},
    "gain": witness[0] | {gap_next: 2},
    "bounded_below": [{eta: 1, L: 1, first_gap: 1, gap_next: -1, grad2: 4}, {gap_next: -3}],
}


def proof():
    kept = combine(claim.at_next_state(0), using={"gain": 1, "invariant.0": 1})
    bounded = combine(
        claim.at_next_state(1), using={"gain": 1, "invariant.0": 1, "bounded_below": 1}
    )
    first = combine(claim.at_start(2), using={"short_step": eta / 2})
    still = combine(claim.at_next_state(2), using={"short_step": eta / 2})
    return induct(claim, (None, None, first), (kept, bounded, still))
