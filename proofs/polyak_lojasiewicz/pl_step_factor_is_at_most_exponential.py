"""On an L-smooth PL function T steps of length 1/L multiply the gap by at most e^(−Tµ/L).

From 1 − t ≤ e^(−t) at t = µ/L and the gain of a step, by induction (see pl-one-step). How many
steps this makes for an accuracy ε: logarithmically-many-steps-reach-the-accuracy.
"""

from sympy import Rational, exp

from provenscape.kernel import Claim, Invariant, chain, ge, gt, induct, le, real, series

L, mu, grad2, gap, gap_next, Q, first, t = real("L mu grad2 gap gap_next Q first t")

claim = Claim(
    id="pl-step-factor-is-at-most-exponential",
    says="On an L-smooth PL function T steps of length 1/L multiply the gap by at most e^(−Tµ/L), "
    "without convexity.",
    items={"O-07": "part linear-rate", "O-89": "part linear-rate", "O-11": "part pl"},
    where={
        L: "a Lipschitz constant of the gradient",
        mu: "the PL constant",
        grad2: ("the squared gradient norm at the present iterate", r"\|\nabla f(x_t)\|^2"),
        gap: ("the gap at the present iterate", "f(x_t)-f^*"),
        gap_next: ("the gap at the next one", "f(x_{t+1})-f^*"),
        Q: ("e^(−tµ/L), t the number of steps", "Q_t"),
        first: ("the first gap", "f(x_0)-f^*"),
    },
    given={
        "smooth": gt(L),
        "infimum": ge(gap),
        "descent": le(gap_next, gap - grad2 / (2 * L)),
        "pl": ge(grad2, 2 * mu * gap),
    },
    then=Invariant(
        le(gap, Q * first),
        start={gap: first, Q: 1},
        update={gap: gap_next, Q: exp(-mu / L) * Q},
        fixed=(L, mu),
    ),
    facts={"descent": "quadratic-upper-bound"},
    repairs="pl-alone-gives-a-linear-rate",
    about="gradient descent on a PL function",
    scope="every dimension",
)
witness = [
    {L: 2, mu: 1, grad2: 8, first: 4, gap_next: 2},
    {grad2: 4, gap_next: 1},
    {grad2: 2, gap_next: Rational(1, 2)},
]
countermodels = {
    "descent": {L: 1, mu: 1, grad2: 2, first: 1, gap_next: 1},
    "pl": {L: 1, mu: 1, grad2: 0, first: 1, gap_next: 1},
}


def proof():
    tangent = series(claim.lemma("tangent", {}, ge(exp(t), 1 + t)), exp, t, 1)
    step = chain(
        claim.at_next_state(),
        {"tangent": (tangent, {t: -mu / L})},
        using={"descent": 1, "pl": 1 / (2 * L), "tangent": gap, "invariant": exp(-mu / L)},
    )
    return induct(claim, None, step)
