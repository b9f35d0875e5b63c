"""Descent with steps 1/L meets any slopes g_0 ≥ g_1 ≥ … > 0 with finite Σg_k² on one function.

On the line let x_{k+1} = x_k + g_k/L and f' = −g_k at x_k; between them |f'| falls at the rate L to
5g_{k+1}/8, rises at the rate L to 9g_{k+1}/8 and falls again to g_{k+1}: its gradient is
L-Lipschitz, and f falls by (4g_k² + 3g_{k+1}²)/(8L). So f is bounded below if Σg_k² is finite, as
for g_k = (k + 1)^(−p), p > 1/2, where Σg_k² ≤ 2p/(2p − 1). Then |f'| > ε at all iterates with k + 1
< ε^(−1/p): one function for all accuracies, with an exponent as near to 2 as one likes. It cannot
be 2: with Σg_k² finite kg_k² tends to 0. So the order ε^(−2) of the upper bound is attained, for
each ε by another function (claims short-steps-attain-the-worst-case,
descent-goes-down-a-slope-slowly). That descent is slow on one function is due to Cartis, Gould &
Toint (2010), whose abstract was seen; the function here is ours, with an exact constant. As |f'|
falls through x_k, an iterate that is a little off is followed by one that is exact.
"""

from sympy import Rational

from provenscape.kernel import (
    Claim,
    Invariant,
    combine,
    conjoin,
    eq,
    function,
    ge,
    gt,
    induct,
    le,
    real,
)

L, g, after, t = real("L g g_next t")
f, first, steepest, total = real("f f_0 g_0 S")
half = Rational(1, 2)
low, high = 5 * after / 8, 9 * after / 8
to_low, to_high, cell = (g - low) / L, (g - low + after / 2) / L, g / L
down = function("a", (t,), -g * t + L * t**2 / 2)
at_low = (low**2 - g**2) / (2 * L)
up = function("b", (t,), at_low - low * (t - to_low) - L * (t - to_low) ** 2 / 2)
at_high = at_low - (high**2 - low**2) / (2 * L)
last = function("c", (t,), at_high - high * (t - to_high) + L * (t - to_high) ** 2 / 2)
fall = (4 * g**2 + 3 * after**2) / (8 * L)

claim = Claim(
    id="descent-is-slow-on-one-function",
    says="Three parabolas of curvatures L, −L, L, that join with equal value and slope, lead from "
    "slope −g to slope −g⁺ along a cell of length g/L, 0 < g⁺ ≤ g, and fall by (4g² + 3g⁺²)/(8L): "
    "so descent with steps 1/L meets the slopes g_k, and f(x₀) − f(x_k) ≤ 7(g_0² + … + "
    "g_{k−1}²)/(8L).",
    items={},
    where={
        L: "the Lipschitz constant of the gradient",
        g: ("minus the slope at the iterate", "g_k"),
        after: ("minus the slope at the next one", "g_{k+1}"),
        t: "the place in the cell, from the iterate",
        f: ("the value at the iterate", "f(x_k)"),
        first: ("the value at the start", "f(x_0)"),
        steepest: "minus the slope there",
        total: ("the sum of the squared slopes of the iterates before", r"\sum_{j<k} g_j^2"),
    },
    given={"smooth": gt(L), "slope": gt(after), "no_steeper": le(after, g)},
    then=(
        eq(down(0)),
        eq(down.partial(t, at=(0,)), -g),
        eq(down(to_low), up(to_low)),
        eq(down.partial(t, at=(to_low,)), up.partial(t, at=(to_low,))),
        eq(up(to_high), last(to_high)),
        eq(up.partial(t, at=(to_high,)), last.partial(t, at=(to_high,))),
        eq(last(cell), -fall),
        eq(last.partial(t, at=(cell,)), -after),
        ge(to_low),
        ge(cell, to_high),
        Invariant(
            (le(first - f, 7 * total / (8 * L)),),
            start={f: first, g: steepest, total: 0},
            update={f: f + last(cell), g: after, total: total + g**2},
            fixed=(L, first),
        ),
    ),
    scope="a cell, and the run through cells that follow one another; |f'| is 5g⁺/8 at least",
)
witness = [{L: 1, first: 1, steepest: 1, after: half}, {after: half}, {after: Rational(1, 4)}]


def proof():
    run = claim.part(10)
    shape = [combine(claim.part(i), {}) for i in range(8)]
    inside = [
        combine(claim.part(8), {"no_steeper": 1 / L, "slope": Rational(3, 8) / L}),
        combine(claim.part(9), {"slope": Rational(1, 8) / L}),
    ]
    step = combine(
        run.at_next_state(0),
        {"invariant": 1, "no_steeper": 3 * after / (4 * L)},
        squares=[(3 / (8 * L), g - after)],
    )
    return conjoin(claim, [*shape, *inside, induct(run, (None,), (step,))])
