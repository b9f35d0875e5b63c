"""Cubic regularisation meets slopes g_k ≥ g_{k+1} ≥ g_k/2 with finite Σg_k^(3/2) on one function.

On the line let x_{k+1} = x_k + s, Ms² = 2g_k, and f' = −g_k, f'' = 0 at x_k; between them f'' rises
and falls at the rate 4(g_k − g_{k+1})/s², which is at most M: f has an M-Lipschitz Hessian, and is
convex. With f'' = 0 the model −g_k z + (M/6)|z|³ has its minimum at s. f falls by s(g_k +
g_{k+1})/2 ≤ √(2/M)g_k^(3/2), so that it is bounded below for g_k = (k + 1)^(−p), p > 2/3. Then |f'|
> ε at all iterates with k + 1 < ε^(−1/p): one function for all accuracies, with an exponent as near
to 3/2 as one likes; 3/2 itself is attained for each ε by another function (claim
descent-goes-down-a-slope-slowly). The fall is 9/8 to 3/2 times that of the model, so that adaptive
regularisation takes every step too, with M its least constant. That it is slow on one function is
due to Cartis, Gould & Toint (2010), whose abstract was seen; the function here is ours, with an
exact constant.
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

M, g, after, s, t = real("M g g_next s t")
f, first, steepest, total = real("f f_0 g_0 S")
half = Rational(1, 2)
rate = 4 * (g - after) / s**2
fall = s * (g + after) / 2
rising = function("a", (t,), -g * t + rate * t**3 / 6)
falling = function("b", (t,), -fall + after * (s - t) + rate * (s - t) ** 3 / 6)

claim = Claim(
    id="cubic-regularisation-is-slow-on-one-function",
    says="Two cubics, whose second derivatives are 0 at the ends and rise and fall at a rate of at "
    "most M, join with equal value, slope and curvature and lead from slope −g to slope −g⁺, g/2 ≤ "
    "g⁺ ≤ g, along the cubic step s, Ms² = 2g: so cubic regularisation with constant M meets the "
    "slopes g_k, and f(x₀) − f(x_k) is at most the sum of the s_j g_j before.",
    items={},
    where={
        M: "the Lipschitz constant of the Hessian and constant of the cubic term",
        g: ("minus the slope at the iterate", "g_k"),
        after: ("minus the slope at the next one", "g_{k+1}"),
        s: ("the length of the step", r"\sqrt{2g_k/M}"),
        t: "the place in the cell, from the iterate",
        f: ("the value at the iterate", "f(x_k)"),
        first: ("the value at the start", "f(x_0)"),
        steepest: "minus the slope there",
        total: ("the sum of length times slope of the steps before", r"\sum_{j<k} s_j g_j"),
    },
    given={
        "lipschitz": gt(M),
        "step": gt(s),
        "stationary": eq(M * s**2, 2 * g),
        "no_steeper": le(after, g),
        "not_much_flatter": ge(2 * after, g),
    },
    then=(
        eq(rising(0)),
        eq(rising.partial(t, at=(0,)), -g),
        eq(rising.partial(t, t, at=(0,))),
        eq(rising(s / 2), falling(s / 2)),
        eq(rising.partial(t, at=(s / 2,)), falling.partial(t, at=(s / 2,))),
        eq(rising.partial(t, t, at=(s / 2,)), falling.partial(t, t, at=(s / 2,))),
        eq(falling(s), -fall),
        eq(falling.partial(t, at=(s,)), -after),
        eq(falling.partial(t, t, at=(s,))),
        ge(rising.partial(t, t, t, at=(0,))),
        le(rising.partial(t, t, t, at=(0,)), M),
        eq(falling.partial(t, t, t, at=(s,)), -rising.partial(t, t, t, at=(0,))),
        eq(rising.partial(t, at=(0,)) + rising.partial(t, t, at=(0,)) * s + M * s**2 / 2),
        Invariant(
            (le(first - f, total),),
            start={f: first, g: steepest, total: 0},
            update={f: f + falling(s), g: after, total: total + s * g},
            fixed=(M, first),
        ),
    ),
    scope="a cell, and the run through cells that follow one another; M(f(x₀) − f(x_k))² ≤ "
    "2(Σg_j^(3/2))²",
)
witness = [
    {M: 2, first: 1, steepest: 1, s: 1, after: Rational(9, 16)},
    {s: 3 * half / 2, after: Rational(25, 64)},
    {s: Rational(5, 8), after: Rational(1, 4)},
]


def proof():
    run = claim.part(13)
    plain = {i: combine(claim.part(i), {}) for i in (*range(9), 11)}
    plain[9] = combine(claim.part(9), {"no_steeper": 4 / s**2})
    plain[12] = combine(claim.part(12), {"stationary": half})
    plain[10] = combine(claim.part(10), {"not_much_flatter": 2 / s**2, "stationary": 1 / s**2})
    step = combine(run.at_next_state(0), {"invariant": 1, "no_steeper": s / 2})
    parts = [plain[i] for i in range(13)]
    return conjoin(claim, [*parts, induct(run, (None,), (step,))])
