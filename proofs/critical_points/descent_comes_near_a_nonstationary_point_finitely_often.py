"""Every accumulation point of gradient descent is stationary.

Let ‖∇f(z)‖ = G > 0. Within G/(2L) of z all gradients are at least G/2, and a step from there gains
cG²/4 with c = η(1 − Lη/2). All gains together are at most f(x₀) − inf f, so that no more than
4(f(x₀) − inf f)/(cG²) iterates lie that near, and z is no accumulation point. Nothing is assumed of
convergence; what bounded iterates need besides, to converge, is
lojasiewicz-descent-has-finite-length.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, gt, induct, le, lt, real

eta, L, G, first_gap = real("eta L G first_gap")
gap, gap_next, grad, dist, visit, n = real("gap gap_next grad dist visit n")
c = eta * (1 - L * eta / 2)

claim = Claim(
    id="descent-comes-near-a-nonstationary-point-finitely-often",
    says="On an L-smooth f bounded below, with a step 0 < η < 2/L, at most (f(x₀) − inf f)/(cG²/4) "
    "iterates, c = η(1 − Lη/2), lie within G/(2L) of a point with gradient norm G > 0: all "
    "accumulation points are stationary.",
    items={"O-03": "whole", "O-20": "part converges"},
    where={
        eta: "the step length",
        L: "a Lipschitz constant of the gradient",
        G: ("the gradient norm at a point z", r"\|\nabla f(z)\|"),
        first_gap: ("the gap at the start", r"f(x_0)-\inf f"),
        gap: ("the gap at the present iterate", r"f(x_t)-\inf f"),
        gap_next: ("the gap at the next iterate", r"f(x_{t+1})-\inf f"),
        grad: ("the gradient norm at the present iterate", r"\|\nabla f(x_t)\|"),
        dist: ("its distance from z", r"\|x_t-z\|"),
        visit: "1 if the iterate is counted as lying within G/(2L) of z, 0 if not",
        n: "the number of iterates counted so far",
    },
    given={
        "step": gt(eta),
        "short_step": lt(L * eta, 2),
        "not_stationary": gt(G),
        "gain": le(gap_next, gap - c * grad**2),
        "bounded_below": ge(gap_next),
        "bounded_below_at_first": ge(first_gap),
        "lipschitz_gradient": ge(grad, G - L * dist),
        "counted_once": eq(visit**2, visit),
        "counted": ge(visit),
        "only_near": le(visit * L * dist, visit * G / 2),
    },
    then=Invariant(
        (le(c * G**2 / 4 * n, first_gap), le(gap + c * G**2 / 4 * n, first_gap)),
        start={gap: first_gap, n: 0},
        update={gap: gap_next, n: n + visit},
    ),
    facts={"gain": "quadratic-upper-bound"},
    repairs="vanishing-gradients-lead-to-a-stationary-point",
    about="the iterates of gradient descent and their limit",
    scope="every dimension; the gradient is L-Lipschitz",
)
quarter, eighth = Rational(1, 4), Rational(1, 8)
first = {eta: 1, L: 1, G: 2, first_gap: 2, gap_next: 1, grad: 1, dist: 1, visit: 1}
witness = [first, {gap_next: quarter}, {gap_next: eighth, grad: 0, dist: 2, visit: 0}]
countermodels = {
    "step": first | {eta: -1, gap_next: 20, grad: 4},
    "short_step": first | {eta: 1, L: 4, gap_next: 10, grad: 3, dist: quarter},
    "gain": first | {gap_next: 2},
    "bounded_below": [
        {eta: 1, L: 1, G: 4, first_gap: 1, gap_next: -1, grad: 2, dist: 2, visit: 1},
        {gap_next: -3},
    ],
    "lipschitz_gradient": first | {G: 4, grad: 0, dist: 1, gap_next: 2},
    "only_near": first | {grad: 0, dist: 2, gap_next: 2},
}


def proof():
    gains = {
        "gain": 1,
        "lipschitz_gradient": c * G * visit,
        "only_near": c * G,
        "counted_once": -c * G**2 / 4,
        "invariant.1": 1,
    }
    lower = [(c, grad - visit * G / 2)]
    steps = (
        combine(claim.at_next_state(0), {**gains, "bounded_below": 1}, lower),
        combine(claim.at_next_state(1), gains, lower),
    )
    return induct(claim, (None, None), steps)
