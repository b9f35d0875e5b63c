"""Gradient descent does not approach a local maximum: if it ends there, it was there exactly.

If a run with steps η < 2/L tends to a local maximum x*, its values fall towards f(x*), so that
f(x_t) ≥ f(x*) + c‖∇f(x_t)‖² with c = η(1 − Lη/2) > 0 (claim gradient-step-gains), while all points
near x* have f(x_t) ≤ f(x*). Hence ∇f(x_t) = 0 at every iterate near x*, and the run has been at
rest there already: "possibly a local maximum" means a run that starts, or lands, exactly on it.
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

c, iterate, limit, grad2 = real("c iterate limit grad2")  # f(x_t), f(x*), ‖∇f(x_t)‖²

claim = Claim(
    id="descent-does-not-approach-a-maximum",
    items=["O-04", "O-20"],
    says="If gradient descent with a step below 2/L tends to a local maximum, its iterates near it "
    "are stationary: a maximum is not approached, the run is there from one iterate on.",
    given={
        "gain": gt(c),
        "descent": ge(iterate, limit + c * grad2),
        "maximum": le(iterate, limit),
    },
    then=le(grad2, 0),
    tight=True,
    scope="every dimension; c = η(1 − Lη/2) by gradient-step-gains; 'descent' since the values "
    "decrease to the one at the limit, 'maximum' at iterates near the limit",
)
witness = {c: 1, iterate: 0, limit: 0, grad2: 0}
equality = witness
countermodels = {
    "gain": {c: 0, iterate: 0, limit: 0, grad2: 1},
    "descent": {c: 1, iterate: 0, limit: 0, grad2: 1},
    "maximum": {c: 1, iterate: 1, limit: 0, grad2: 1},
}


def proof():
    return combine(claim, using={"descent": 1, "maximum": 1}, scale=c)
