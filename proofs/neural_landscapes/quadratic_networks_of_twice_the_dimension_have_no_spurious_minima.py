"""Quadratic units, more than d of each sign or d of each: every local minimum is global.

The output is xᵀQx with Q = Σ v_j w_j w_jᵀ, v_j = ±1, and the loss L = ½ Σ r² is convex in Q with
the gradient M = Σ r x xᵀ. At a local minimum M = 0: if the weights of some sign v are dependent, vM
is positive semidefinite (`quadratic-units-moved-together-show-the-form-of-the-residuals`); if they
are independent and at least d, they span the space, and the slopes 2v_j M w_j = 0 give M = 0. With
both signs M ⪰ 0 ⪰ M. So for every other matrix Q′, hence for every other network, Q′ − Q = Σ µ u uᵀ
(its eigenvalues and eigenvectors) changes the loss by Σ µ uᵀMu + ½ Σ (xᵀ(Q′ − Q)x)² ≥ 0. At least d
units of each sign thus suffice, a width of 2d (Soltanolkotabi, Javanmard & Lee 2019), whatever the
data and their number.
"""

from provenscape.kernel import Claim, Invariant, cases, chain, combine, ge, induct, real

mu, q, T, L, there, other = real("mu q T L there other")

claim = Claim(
    id="quadratic-networks-of-twice-the-dimension-have-no-spurious-minima",
    says="In a network Σ v_j (w_j·x)² with outer weights ±1, at least d of each sign, on any data "
    "in R^d every second-order stationary point of the squared loss is a global minimum: no "
    "symmetric matrix in place of the network's has a smaller loss.",
    items={"O-09": "instance", "O-54": "instance", "N-96": "instance"},
    where={
        mu: "the next eigenvalue of Q′ − Q, Q and Q′ the matrices of this and of another network",
        q: ("uᵀMu for its eigenvector u, M = Σ r x xᵀ", r"u^\top M u"),
        T: "⟨M, Q_k − Q⟩, the sum of all µ uᵀMu so far, Q_k being Q plus all µuuᵀ so far",
        L: "the loss of this network, a convex function of Q whose gradient is M",
        there: ("the loss at Q_k, which is Q′ in the end", "L_k"),
        other: ("the loss at the next Q_k", "L_{k+1}"),
    },
    given={
        "positive_units": ge(2 * q),
        "negative_units": ge(-2 * q),
        "convex": ge(other, L + T + mu * q),
    },
    then=Invariant(
        (ge(T), ge(there, L)),
        start={T: 0, there: L},
        update={T: T + mu * q, there: other},
    ),
    bridges=("spectral-theorem", "second-order-necessary-condition", "rank-nullity"),
    repairs="local-minima-of-wide-networks-are-global",
    about="local minima of the squared loss of a network",
    scope="fixed outer weights, no biases; 2q and −2q are the curvatures of the loss as units of "
    "one sign with dependent weights are moved together along u, and 0 where those weights span "
    "R^d; the loss of the other network is larger by T and half the squared change of the outputs",
)
witness = [
    {L: 1, mu: 1, q: 0, other: 2},
    {mu: -1, q: 0, other: 1},
    {mu: 2, q: 0, other: 3},
]
countermodels = {
    "positive_units": [{L: 1, mu: 1, q: -1, other: 0}, {mu: 1, q: 0, other: 1}],
    "negative_units": [{L: 1, mu: -1, q: 1, other: 0}, {mu: 1, q: 0, other: 1}],
    "convex": [{L: 1, mu: 1, q: 0, other: 0}, {mu: 1, q: 0, other: 1}],
}


def proof():
    step = claim.at_next_state(0)
    up, down = (
        combine(
            step.lemma("case", dict(step.given) | {"sign": ge(sign * mu)}, step.then),
            using={"invariant.0": 1, name: sign * mu / 2},
        )
        for sign, name in ((1, "positive_units"), (-1, "negative_units"))
    )
    form = cases(step, [up, down], [ge(mu), ge(-mu)])
    loss = chain(claim.at_next_state(1), {"form": form}, using={"form": 1, "convex": 1})
    return induct(claim, (None, None), (form, loss))
