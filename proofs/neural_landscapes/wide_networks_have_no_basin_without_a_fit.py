"""Near all weights of a wide network there is the start of a straight path of descent to a fit.

Let the output be Φa, Φ the features of n data in the last hidden layer with a column of ones. If Φ
has the rank n there is an a* with Φa* = y, and on the way from a to a* the residuals are (1 − t)r:
the squared loss falls by (1 − t)² to 0, whatever a is and whatever the other weights are. For
analytic activations and distinct inputs Φ has the rank n at almost all weights (Nguyen & Hein
2017), so that every neighbourhood of any weights, of a bad local minimum for instance, has points
from which the loss falls to 0. Hence no set of weights is a basin whose rim is all higher than its
bottom without a fit in it, and no local minimum of positive loss is strict: Li, Ding & Sun (2022)
have it for all continuous activations (abstract). What bad local minima there are lie where Φ has a
smaller rank, flat, and can be left by a small change of the weights and a path that never rises.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, le, real

v, w, r, q, L, P, Q = real("v w r q L P Q")
sooner, later = (share * r + (1 - share) * q for share in (v, w))

claim = Claim(
    id="wide-networks-have-no-basin-without-a-fit",
    says="In a fully connected network with analytic activations, a linear output and at least as "
    "many last hidden units as distinct inputs, at almost all weights, so near any, the squared "
    "loss falls to 0 on a straight way of the output weights, as the square of what is left of "
    "it: it never rises, and no basin lacks a fit.",
    items={"O-09": "whole", "O-54": "instance", "N-46": "instance", "N-96": "instance"},
    where={
        (v, w): "what is left of the way from the output weights a to a*, 1 at a and 0 at a*",
        r: "the residual at a of the next datum",
        q: "its residual at a*",
        L: "the squared loss at a, of the data so far",
        (P, Q): "their losses with v and with w left of the way",
    },
    given={"order": ge(v, w), "not_beyond": ge(w), "fit": eq(q)},
    then=Invariant(
        (eq(P, v**2 * L), le(Q, P)),
        start={L: 0, P: 0, Q: 0},
        update={L: L + r**2, P: P + sooner**2, Q: Q + later**2},
        fixed=(v, w),
    ),
    facts={"fit": "wide-networks-have-full-rank-features"},
    repairs="local-minima-of-wide-networks-are-global",
    about="local minima of the squared loss of a network",
    scope="one output; the activation as the fact has it; features of the rank n fit all labels",
)
witness = [{v: 1, w: 0, r: 1, q: 0}, {r: 2}, {r: -1}]
countermodels = {
    "order": [{v: 0, w: 1, r: 1, q: 0}, {r: 2}],
    "not_beyond": [{v: 0, w: -1, r: 1, q: 0}, {r: 2}],
    "fit": [{v: 1, w: 0, r: 1, q: 2}, {r: 2}],
}


def proof():
    way = combine(
        claim.at_next_state(0),
        using={"invariant.0": 1, "fit": (1 - v) * (2 * v * r + (1 - v) * q)},
    )
    # (v² − w²)r² = (v − w)²r² + 2w(v − w)r²
    fall = combine(
        claim.at_next_state(1),
        using={
            "invariant.1": 1,
            "order": 2 * w * r**2,
            "fit": (1 - v) * (2 * v * r + (1 - v) * q) - (1 - w) * (2 * w * r + (1 - w) * q),
        },
        squares=[(1, (v - w) * r)],
    )
    return induct(claim, (None, None), (way, fall))
