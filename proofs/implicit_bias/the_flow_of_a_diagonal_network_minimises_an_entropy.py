"""Q(β̂) ≥ Q(β) for every other fit β̂: the flow of β = u² − v² from u = v = α ends where Q is least.

Q is the sum over the coordinates of ½α²(A(e^A − e^(−A)) − (e^A + e^(−A))), β = α²(e^A − e^(−A)).
The flow keeps uv = α², so that u² = α²e^A and v² = α²e^(−A), and moves A by combinations of the
inputs: a fit that it tends to has A in their span, orthogonal to β̂ − β for two fits. As the slope
of Q in β is A/2, and Q is convex, by e^A ≥ e^B(1 + A − B), it is the least among all fits. For
large α it is near a square, for small α near the ℓ1 norm times log(1/α) (Woodworth et al. 2020):
the scale of the start decides what is found, whereas the loss and its flatness are those of one
function of β.
"""

from sympy import exp, log

from provenscape.kernel import (
    Claim,
    Invariant,
    chain,
    function,
    ge,
    gt,
    induct,
    real,
    series,
)

A, B, S, Z, alpha = real("A B S Z alpha")
t, a, b, w = real("t a b w")
beta = function("beta", (A,), alpha**2 * (exp(A) - exp(-A)))
Q = function("Q", (A,), alpha**2 * (A * (exp(A) - exp(-A)) - exp(A) - exp(-A)) / 2)

claim = Claim(
    id="the-flow-of-a-diagonal-network-minimises-an-entropy",
    says="Over any number of coordinates, ΣQ(B_j) − ΣQ(A_j) ≥ ½ΣA_j(β(B_j) − β(A_j)): the fit of a "
    "diagonal network β = u² − v² at which A = log(u/v) is in the span of the inputs, as after the "
    "flow from u = v = α, has the least ΣQ among all fits.",
    items={"O-66": "instance"},
    where={
        A: "log(u/v) at the fit of the flow, in the next coordinate",
        B: "the same at another fit",
        S: ("the sum of Q(B_j) − Q(A_j) so far", r"\Sigma_Q"),
        Z: ("half the sum of A_j(β(B_j) − β(A_j)) so far, at the end 0", r"\Sigma_A"),
        alpha: "the weights u and v at the start",
    },
    given={},
    then=Invariant(
        ge(S, Z),
        start={S: 0, Z: 0},
        update={S: S + Q(B) - Q(A), Z: Z + A * (beta(B) - beta(A)) / 2},
        fixed=(alpha,),
    ),
    scope="gradient flow; that it tends to a fit is assumed",
)
witness = {A: 0, B: 0, alpha: 1}
points = [[{A: 0, B: 1, alpha: 1}, {A: 1, B: 0}, {A: 0, B: 0}]]


def proof():
    tangent = series(claim.lemma("tangent", {}, ge(exp(t), 1 + t)), exp, t, 1)
    scaled = chain(
        claim.lemma("scaled", {"positive": gt(w)}, ge(exp(a), w * (1 + a - log(w)))),
        {"tangent": (tangent, {t: a - log(w)})},
        using={"tangent": w},
    )
    above = chain(
        claim.lemma("above", {}, ge(exp(a), exp(b) * (1 + a - b))),
        {"scaled": (scaled, {w: exp(b)})},
        using={"scaled": 1},
    )
    half = alpha**2 / 2
    step = chain(
        claim.at_next_state(),
        {"above": (above, {a: A, b: B}), "below": (above, {a: -A, b: -B})},
        using={"invariant": 1, "above": half, "below": half},
    )
    return induct(claim, None, step)
