"""The squared loss is 0 at weights that fit each datum and negative nowhere.

This is the sentence with its proviso, a definition unfolded. Without it the number of weights does
not help: a linear network of any depth and width has the outputs of a linear map, a rectified one
without biases has f(2x) = 2f(x), and equal inputs have equal outputs. With n − 1 rectified units
and biases any labels of n distinct inputs can be fitted.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, function, ge, induct, real

r, q, L, F = real("r q L F")
ell = function("ell", (r,), r**2 / 2)

claim = Claim(
    id="the-least-loss-is-zero-where-a-network-can-fit",
    says="If some weights fit every datum, the least value of the squared loss is 0, whatever the "
    "number of data and of weights.",
    items={"O-55": "whole"},
    where={
        r: "the residual of the next datum, at any weights",
        q: "its residual at the weights that fit",
        L: "the loss over the data so far at any weights",
        F: "the loss over the data so far at the weights that fit",
    },
    given={"interpolates": eq(q)},
    then=Invariant(
        (eq(F), ge(L, F)),
        start={L: 0, F: 0},
        update={L: L + ell(r), F: F + ell(q)},
    ),
)
witness = [{r: 1, q: 0}, {r: 0, q: 0}, {r: -1, q: 0}]
points = [witness]
countermodels = {"interpolates": [{r: 0, q: 1}, {r: 0, q: 0}]}


def proof():
    zero = combine(claim.at_next_state(0), using={"invariant.0": 1, "interpolates": q / 2})
    least = combine(
        claim.at_next_state(1),
        using={"invariant.1": 1, "interpolates": -q / 2},
        squares=[(Rational(1, 2), r)],
    )
    return induct(claim, (None, None), (zero, least))
