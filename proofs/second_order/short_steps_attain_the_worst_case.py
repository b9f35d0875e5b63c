"""On the line a function of zigzag slope makes short steps as slow as the bound allows.

Let x_k = (N − k)hG/L. On each cell x_{k+1} ≤ x ≤ x_k let f' = G at both ends, fall at the rate κL
from the lower end and rise at the rate L to the upper one; let f' = G + Lx, down to 0, for x ≤ 0.
The curvature of f is −κL or L, and f* = f(0) − G²/(2L) its lower bound. On a cell two parabolas,
one of each curvature, meet with equal value and slope, and f falls by h(2 − κh/(1 + κ))G²/(2L). For
κ = 1 they meet in the middle: f' = G − L·dist(x, {x_0, …, x_N}). Descent with step h/L goes from
x_k to x_{k+1}, with gradient G at all of them: G² = 2L(f(x_0) − f*)/(Nh(2 − κh/(1 + κ)) + 1), the
bound of claim the-smallest-gradient-of-short-steps, so that no smaller one holds. The slope in a
cell is least where the parabolas meet, G(1 − κh/(1 + κ)) > 0.
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

h, L, G, N, kappa = real("h L G N kappa")
t, x, value = real("t x value")
half = Rational(1, 2)
cell, gain = h * G / L, h * (2 - kappa * h / (1 + kappa)) * G**2 / (2 * L)
corner = cell / (1 + kappa)
lower = function("l", (t,), G * t - kappa * L * t**2 / 2)
upper = function("u", (t,), gain + G * (t - cell) + L * (t - cell) ** 2 / 2)
last = function("b", (t,), G * t + L * t**2 / 2)

claim = Claim(
    id="short-steps-attain-the-worst-case",
    says="On the line, from x₀ = NhG/L, N steps of length h/L on a function that falls along a "
    "cell of length hG/L by h(2 − κh/(1 + κ))G²/(2L), with slope G at both ends and curvatures −κL "
    "and L between, meet gradient G, and 2L(f(x₀) − f*) = (Nh(2 − κh/(1 + κ)) + 1)G².",
    items={},
    where={
        h: "the step length times L",
        L: "the greatest curvature",
        kappa: "minus the least one, over L; 1 if the gradient is just L-Lipschitz",
        G: "the gradient at all iterates",
        N: "the number of cells that are passed from the iterate to the origin",
        t: "the place in the cell, from its lower end; in the last parabola, from the origin",
        x: "the iterate, so many cells from the origin",
        value: ("the value there less the lower bound", "f(x)-f^*"),
    },
    given={
        "smooth": gt(L),
        "step": gt(h),
        "slope": gt(G),
        "short": le(h, 1),
        "bent_down": ge(kappa),
    },
    then=(
        eq(lower(0)),
        eq(lower.partial(t, at=(0,)), G),
        eq(lower(corner), upper(corner)),
        eq(lower.partial(t, at=(corner,)), upper.partial(t, at=(corner,))),
        eq(upper(cell), gain),
        eq(upper.partial(t, at=(cell,)), G),
        eq(cell - h / L * upper.partial(t, at=(cell,))),
        eq(last.partial(t, at=(-G / L,))),
        eq(last(-G / L), -(G**2) / (2 * L)),
        Invariant(
            (
                eq(x, N * cell),
                eq(2 * L * value, (N * h * (2 - kappa * h / (1 + kappa)) + 1) * G**2),
            ),
            start={x: 0, N: 0, value: -last(-G / L)},
            update={x: x + cell, N: N + 1, value: value + upper(cell)},
        ),
    ),
    scope="the run is followed from its end to its start, a cell at a time: the step from a cell's "
    "upper end leads to its lower end",
)
witness = [{h: half, L: 1, G: 1, kappa: 1}, {}, {}]


def proof():
    shape = [combine(claim.part(i), {}) for i in range(9)]
    run = claim.part(9)
    steps = (
        combine(run.at_next_state(0), {"invariant.0": 1}),
        combine(run.at_next_state(1), {"invariant.1": 1}),
    )
    return conjoin(claim, [*shape, induct(run, (None, combine(run.at_start(1), {})), steps)])
