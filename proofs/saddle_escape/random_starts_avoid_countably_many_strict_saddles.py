"""With η < 1/L a random start does not tend to a strict saddle, nor to any of countably many.

What Lee, Simchowitz, Jordan & Recht (2016) have by the Stable Manifold Theorem is that the starts
with one given strict saddle as their limit are a null set; null sets add up, one by one. Saddles
that are not isolated are left to Panageas & Piliouras (2017). Where η < 1/L is not asked for the
sentence fails (descent-avoids-strict-saddles-at-every-step-length).
"""

from provenscape.kernel import Claim, Invariant, combine, induct, le, real

S, S_next, p = real("S S_next p")

claim = Claim(
    id="random-starts-avoid-countably-many-strict-saddles",
    says="If f is twice continuously differentiable on R^d with an L-Lipschitz gradient, 0 < η < "
    "1/L and the start has a density, then the limit of gradient descent is one of the first k of "
    "a sequence of strict saddles with probability 0, whatever k is, and so one of all of them.",
    items={"E-47": "whole"},
    where={
        S: ("the probability that the limit is one of the first k strict saddles", "S_k"),
        S_next: ("the same for the first k + 1", "S_{k+1}"),
        p: ("the probability that the limit is the next of them", "p_{k+1}"),
    },
    given={"null": le(p, 0), "union": le(S_next, S + p)},
    then=Invariant(le(S, 0), start={S: 0}, update={S: S_next}),
    facts={"null": "descent-avoids-strict-saddles"},
    bridges=("limits-keep-inequalities",),
    repairs="descent-avoids-strict-saddles-at-every-step-length",
    about="gradient descent from a random start",
    scope="every dimension; strict saddles that can be numbered, one after the other",
)
witness = {p: 0, S_next: 0}
countermodels = {
    "null": {p: 1, S_next: 1},
    "union": {p: 0, S_next: 1},
}


def proof():
    step = combine(claim.at_next_state(), using={"union": 1, "null": 1, "invariant": 1})
    return induct(claim, None, step)
