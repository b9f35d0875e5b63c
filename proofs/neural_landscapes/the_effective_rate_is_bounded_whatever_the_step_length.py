"""2η²Σh² ≤ |w|⁴: the effective rate η/|w|² is at most 1/√(2Σh²), whatever η and the first weights.

h is the gradient's size where the direction of the weights meets the unit sphere. As |w_{t+1}|² =
|w_t|² + η²|g_t|² and |g_t| = h_t/|w_t|, the weights grow until the effective rate fits what it has
met, as in AdaGrad: this is what batch normalisation does for the rate (Arora, Li & Lyu 2019), while
at each step it does depend on the scale of the weights. No weight decay; any number of weights.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, real

W, w, S, q, G, h, eta = real("W w S q G h eta")

claim = Claim(
    id="the-effective-rate-is-bounded-whatever-the-step-length",
    says="Descent on a loss that ignores the length of the weights never shortens them, and |w|⁴ ≥ "
    "|w_0|⁴ + 2η²Σh²: the effective rate η/|w|² is at most 1/√(2Σh²), h the sizes of the "
    "gradients, not all 0, met so far on the unit sphere, for every step length η and every start "
    "but 0.",
    items={"N-62": "instance"},
    where={
        W: ("the squared length of the weights", "|w|^2"),
        w: ("their squared length at the start", "|w_0|^2"),
        S: (r"the sum of the h² so far", r"\Sigma"),
        q: ("inner product of weights and gradient", r"\langle w, g\rangle"),
        G: ("the squared length of the gradient", "|g|^2"),
        h: "the size of the gradient at the same direction on the unit sphere",
        eta: "the step length",
    },
    given={"orthogonal": eq(q), "homogeneous": eq(G * W, h**2), "square": ge(G)},
    then=Invariant(
        (ge(W, w), ge(W**2, w**2 + 2 * eta**2 * S)),
        start={W: w, S: 0},
        update={W: W - 2 * eta * q + eta**2 * G, S: S + h**2},
        fixed=(eta,),
    ),
    facts={
        "orthogonal": "euler-on-functions-that-ignore-the-length",
        "homogeneous": "euler-on-functions-that-ignore-the-length",
    },
    about="the step of descent on the weights of a normalised unit",
)
witness = [
    {w: 1, eta: 1, q: 0, G: 4, h: 2},
    {q: 0, G: Rational(1, 5), h: 1},
    {q: 0, G: 0, h: 0},
]
countermodels = {
    "orthogonal": [{w: 1, eta: 1, q: 1, G: 1, h: 1}, {q: 0, G: 0, h: 0}],
}


def proof():
    steps = [claim.at_next_state(i) for i in range(2)]
    grows = combine(steps[0], using={"invariant.0": 1, "orthogonal": -2 * eta, "square": eta**2})
    fourth = combine(
        steps[1],
        using={
            "invariant.1": 1,
            "homogeneous": 2 * eta**2,
            "orthogonal": 4 * eta**2 * q - 4 * eta * (W + eta**2 * G),
        },
        squares=[(1, eta**2 * G)],
    )
    return induct(claim, (None, None), (grows, fourth))
