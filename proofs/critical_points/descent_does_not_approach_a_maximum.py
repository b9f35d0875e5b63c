"""Gradient descent does not approach a local maximum: if it ends there, it was there exactly.

If a run with steps η < 2/L tends to a local maximum x*, its values fall towards f(x*), so that
f(x_{t+1}) ≥ f(x*), while each step gains c‖∇f(x_t)‖² with c = η(1 − Lη/2) > 0 (claim
gradient-step-gains), and all points near x* have f(x_t) ≤ f(x*). Hence ∇f(x_t) = 0 at every iterate
near x*, and the run has been at rest there already: "possibly a local maximum" means a run that
starts, or lands, exactly on it.
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

c, iterate, following, limit, grad2 = real("c iterate following limit grad2")

claim = Claim(
    id="descent-does-not-approach-a-maximum",
    says="If gradient descent with a step below 2/L tends to a local maximum, its iterates near it "
    "are stationary.",
    items={},
    where={
        c: "the gain factor η(1 − Lη/2) of a step η < 2/L",
        iterate: ("the value at an iterate near the limit", "f(x_t)"),
        following: ("the value at the next iterate", "f(x_{t+1})"),
        limit: ("the value at the limit, a local maximum", "f(x^*)"),
        grad2: ("the squared gradient norm at the iterate", r"\|\nabla f(x_t)\|^2"),
    },
    given={
        "gain": gt(c),
        "descent": le(following, iterate - c * grad2),
        "falls_to_the_limit": ge(following, limit),
        "maximum": le(iterate, limit),
    },
    then=le(grad2, 0),
    facts={
        "descent": "quadratic-upper-bound",
        "falls_to_the_limit": "limits-keep-inequalities",
    },
    tight=True,
    scope="every dimension",
)
witness = {c: 1, iterate: 0, following: 0, limit: 0, grad2: 0}
equality = witness
countermodels = {
    "gain": witness | {c: 0, grad2: 1},
    "descent": witness | {grad2: 1},
    "falls_to_the_limit": witness | {following: -1, grad2: 1},
    "maximum": witness | {iterate: 1, grad2: 1},
}


def proof():
    return combine(claim, using={"descent": 1, "falls_to_the_limit": 1, "maximum": 1}, scale=c)
