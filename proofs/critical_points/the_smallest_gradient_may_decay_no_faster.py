"""For every T there is an L-smooth function on which T steps of 1/L leave all gradients at G.

½Lx² for |x| ≤ G/L, continued with slope ±G outside, is L-smooth and convex, with least value 0.
From x₀ = (T + 1)G/L each step of 1/L goes down by G/L, so that the first T + 1 gradients are all G,
where G² = L·gap₀/(T + ½): half of what the upper bound 2L·gap₀/T allows (claim
the-smallest-gradient-decays-like-one-over-t). Known with sharper constants for non-convex f.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, function, ge, gt, induct, le, real

x, L, G, t, T = real("x L G t T")
f = function("f", (x,), G * x - G**2 / (2 * L))
first = (T + 1) * G / L

claim = Claim(
    id="the-smallest-gradient-may-decay-no-faster",
    says="On a function equal to Gx − G²/(2L) for x ≥ G/L, gradient descent with step 1/L from "
    "(T + 1)G/L stays there for T steps, so that all gradients have G² = L·f(x₀)/(T + ½).",
    items={},
    where={
        x: ("the iterate", "x_t"),
        L: "one over the step length",
        G: "the slope",
        t: "the number of steps so far",
        T: "the number of steps for which the run is watched",
    },
    given={"smooth": gt(L), "slope": gt(G), "watched": le(t + 1, T)},
    then=Invariant(
        (
            eq(x, first - t * G / L),
            ge(x, G / L),
            eq(G**2 * (T + Rational(1, 2)), L * f(first)),
        ),
        start={x: first, t: 0},
        update={x: x - f.partial(x) / L, t: t + 1},
        fixed=(T, L, G),
    ),
    scope="½Lx² for |x| ≤ G/L, continued with slope ±G: L-smooth and convex, least value 0",
)
witness = [{L: 1, G: 1, T: 3}, {}, {}]
countermodels = {
    "slope": {L: 1, G: -1, T: 3},
    "watched": {L: 1, G: 1, T: 0},
}


def proof():
    where, inside, value = (claim.at_next_state(i) for i in range(3))
    steps = (
        combine(where, using={"invariant.0": 1}),
        combine(inside, using={"invariant.0": 1, "watched": G / L}),
        combine(value, using={"invariant.2": 1}),
    )
    first_value = combine(claim.at_start(2), using={})
    return induct(claim, (None, None, first_value), steps)
