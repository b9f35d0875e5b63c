"""Descent with any step η < 2/L under PL travels √(2(f(x) − f*)/µ)/(1 − Lη/2) at most in all.

With s = √(f − f*) and G = ‖∇f‖ a step has s² − s₊² ≥ η(1 − Lη/2)G², and PL is G ≥ √(2µ)s; so
4s(s − s₊) ≥ 2(s² − s₊²) ≥ 2(1 − Lη/2)√(2µ)s · ηG, and the length ηG is paid by the fall of s. For
short steps this is the length of the gradient flow, √(2(f(x) − f*)/µ).
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

L, root, eta, first, s_next, G = real("L root eta first s_next G")
s, moved, Q = real("s moved Q")
share = 1 - L * eta / 2

claim = Claim(
    id="pl-iterates-travel-a-bounded-length",
    says="On an L-smooth PL function the path of descent with any step 0 < η < 2/L has length "
    "√(2(f(x) − f*)/µ)/(1 − Lη/2) at most, and the gap falls to 0: the iterates converge to a "
    "minimiser.",
    items={},
    where={
        L: "a Lipschitz constant of the gradient",
        root: ("the root of twice the PL constant", r"\sqrt{2\mu}"),
        eta: "the step length",
        first: ("the root of the gap at the start", r"\sqrt{f(x_0)-f^*}"),
        s: ("the root of the gap at the present iterate", r"\sqrt{f(x_t)-f^*}"),
        s_next: ("the root of the gap at the next one", r"\sqrt{f(x_{t+1})-f^*}"),
        G: ("the gradient norm at the present iterate", r"\|\nabla f(x_t)\|"),
        moved: ("the length of the path so far", r"\sum_{i<t} \|x_{i+1}-x_i\|"),
        Q: ("(1 − 2µη(1 − Lη/2))^t, t the number of steps", "Q_t"),
    },
    given={
        "pl_constant": gt(root),
        "forward": gt(eta),
        "not_too_long": gt(share),
        "contraction": le(root**2 / 2, L),
        "above_the_minimum": gt(s),
        "gradient_norm": ge(G),
        "descent": le(s_next**2, s**2 - eta * share * G**2),
        "pl": ge(G, root * s),
    },
    then=Invariant(
        (le(share * moved, 2 * (first - s) / root), le(s**2, Q * first**2)),
        start={s: first, moved: 0, Q: 1},
        update={s: s_next, moved: moved + eta * G, Q: (1 - eta * share * root**2) * Q},
        fixed=(root, eta, L),
    ),
    facts={"descent": "quadratic-upper-bound", "contraction": "quadratic-upper-bound"},
    bridges=(
        "bounded-sequences-and-finite-length",
        "first-order-necessary-condition",
    ),
    proves="pl-descent-path-length",
    scope="every dimension; while the gap is positive, after that the iterates stay",
)
witness = [
    {L: 1, root: 1, eta: 1, first: 4, G: 4, s_next: 2},
    {G: 2, s_next: 1},
    {G: 1, s_next: Rational(1, 2)},
]
one = witness[0]
countermodels = {
    "descent": [one | {s_next: 4}, {G: 4, s_next: 4}],
    "pl": [one | {G: 0, s_next: 4}, {G: 0, s_next: 4}],
}


def proof():
    length = combine(
        claim.at_next_state(0),
        using={
            "invariant.0": 2 * s * root,
            "descent": 2,
            "pl": 2 * eta * share * G,
        },
        squares=[(2, s - s_next)],
        scale=2 * s * root,
    )
    positive = (1 - L * eta) ** 2 + 2 * eta * share * (L - root**2 / 2)
    rate = combine(
        claim.at_next_state(1),
        using={
            "descent": 1,
            "pl": eta * share * (G + root * s),
            "invariant.1": positive,
        },
    )
    return induct(claim, (None, None), (length, rate))
