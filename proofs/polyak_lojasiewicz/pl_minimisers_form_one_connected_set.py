"""The minimisers of an L-smooth PL function on Rⁿ form one connected set.

Steps of length η ≤ 1/L from x travel (4/√(2µ))√(f(x) − f*) at most in all: with s = √(f − f*) and
G = ‖∇f‖ a step gives s² − s₊² ≥ ηG²/2 and PL is G ≥ √(2µ)s, so that √(2µ)ηG ≤ 4(s − s₊). The same
from the t-th iterate on, where s² ≤ (1 − µη)^t (f(x) − f*): the iterates are Cauchy, uniformly
wherever f is bounded. Their limit is a continuous map of Rⁿ to the minimisers that leaves each
minimiser where it is, and the image of Rⁿ is connected. It also shows that there is a minimiser.
So a quartic with two isolated minimisers is PL for no µ. For C^∞ functions Boumal, Criscitiello &
Rebjock (2026) show more.
"""

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

root, eta, first, s_next, G = real("root eta first s_next G")
s, moved, Q = real("s moved Q")

claim = Claim(
    id="pl-minimisers-form-one-connected-set",
    says="On an L-smooth PL function steps of length η ≤ 1/L travel at most 4√((f(x) − f*)/(2µ)) "
    "in all and multiply the gap by at most 1 − µη each; so their limit depends continuously on "
    "the start, and the minimisers form one connected set, in every dimension.",
    items={"O-47": "part pl-allows-disjoint-minima"},
    where={
        root: ("the root of twice the PL constant", r"\sqrt{2\mu}"),
        eta: "the step length",
        first: ("the root of the gap at the start", r"\sqrt{f(x_0)-f^*}"),
        s: ("the root of the gap at the present iterate", r"\sqrt{f(x_t)-f^*}"),
        s_next: ("the root of the gap at the next one", r"\sqrt{f(x_{t+1})-f^*}"),
        G: ("the gradient norm at the present iterate", r"\|\nabla f(x_t)\|"),
        moved: ("the length of the path so far", r"\sum_{i<t} \|x_{i+1}-x_i\|"),
        Q: ("(1 − µη)^t, t the number of steps", "Q_t"),
    },
    given={
        "pl_constant": gt(root),
        "forward": gt(eta),
        "above_the_minimum": gt(s),
        "gradient_norm": ge(G),
        "contraction": le(eta * root**2 / 2, 1),
        "descent": le(s_next**2, s**2 - eta * G**2 / 2),
        "pl": ge(G, root * s),
    },
    then=Invariant(
        (le(moved, 4 * (first - s) / root), le(s**2, Q * first**2)),
        start={s: first, moved: 0, Q: 1},
        update={s: s_next, moved: moved + eta * G, Q: (1 - eta * root**2 / 2) * Q},
        fixed=(root, eta),
    ),
    facts={"descent": "quadratic-upper-bound", "contraction": "quadratic-upper-bound"},
    bridges=(
        "uniform-limits-of-continuous-maps",
        "continuous-images-of-connected-sets",
        "first-order-necessary-condition",
    ),
    repairs="pl-allows-disjoint-minima",
    about="the minimisers of a PL function",
    scope="every dimension; while the gap is positive, after that the iterates stay",
)
witness = [
    {root: 1, eta: 1, first: 4, G: 4, s_next: 2},
    {G: 2, s_next: 1},
    {G: 1, s_next: 0},
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
            "descent": 4,
            "pl": 2 * eta * G,
        },
        squares=[(4, s - s_next)],
        scale=2 * s * root,
    )
    share = combine(
        claim.at_next_state(1),
        using={
            "descent": 1,
            "pl": eta * root * s / 2 + eta * G / 2,
            "invariant.1": 1 - eta * root**2 / 2,
        },
    )
    return induct(claim, (None, None), (length, share))
