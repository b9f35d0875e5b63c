"""On the line a function of zigzag slope makes short steps as slow as the bound allows.

Let x_k = (N − k)hG/L, f' = G − L·dist(x, {x_0, …, x_N}) for 0 ≤ x ≤ x_0, and f' = G + Lx, down to
0, for x ≤ 0: a function with L-Lipschitz gradient and lower bound f* = f(0) − G²/(2L). On each cell
x_{k+1} ≤ x ≤ x_k two parabolas, one of each curvature ±L, meet in the middle with equal value and
slope, and f falls by (4h − h²)G²/(4L) along it. Descent with step h/L goes from x_k to x_{k+1},
with gradient G at all of them: G² = 4L(f(x_0) − f*)/(N(4h − h²) + 2), the bound of claim
the-smallest-gradient-of-short-steps, so that no smaller one holds.
"""

from sympy import Rational

from provenscape.kernel import (
    Claim,
    Invariant,
    combine,
    conjoin,
    eq,
    function,
    gt,
    induct,
    le,
    real,
)

h, L, G, N = real("h L G N")
t, x, value = real("t x value")
half = Rational(1, 2)
cell, gain = h * G / L, (4 * h - h**2) * G**2 / (4 * L)
lower = function("l", (t,), G * t - L * t**2 / 2)
upper = function("u", (t,), gain + G * (t - cell) + L * (t - cell) ** 2 / 2)
last = function("b", (t,), G * t + L * t**2 / 2)

claim = Claim(
    id="short-steps-attain-the-worst-case",
    says="On the line, from x₀ = NhG/L, N steps of length h/L on a function that falls along a "
    "cell of length hG/L by (4h − h²)G²/(4L), with slope G at both ends, meet gradient G, and "
    "4L(f(x₀) − f*) = (N(4h − h²) + 2)G².",
    items={},
    where={
        h: "the step length times L",
        L: "the Lipschitz constant of the gradient",
        G: "the gradient at all iterates",
        N: "the number of cells that are passed from the iterate to the origin",
        t: "the place in the cell, from its lower end; in the last parabola, from the origin",
        x: "the iterate, so many cells from the origin",
        value: ("the value there less the lower bound", "f(x)-f^*"),
    },
    given={"smooth": gt(L), "step": gt(h), "slope": gt(G), "short": le(h, 1)},
    then=(
        eq(lower(0)),
        eq(lower.partial(t, at=(0,)), G),
        eq(lower(cell / 2), upper(cell / 2)),
        eq(lower.partial(t, at=(cell / 2,)), upper.partial(t, at=(cell / 2,))),
        eq(upper(cell), gain),
        eq(upper.partial(t, at=(cell,)), G),
        eq(cell - h / L * upper.partial(t, at=(cell,))),
        eq(last.partial(t, at=(-G / L,))),
        eq(last(-G / L), -(G**2) / (2 * L)),
        Invariant(
            (
                eq(x, N * cell),
                eq(4 * L * value, (N * (4 * h - h**2) + 2) * G**2),
            ),
            start={x: 0, N: 0, value: -last(-G / L)},
            update={x: x + cell, N: N + 1, value: value + upper(cell)},
        ),
    ),
    scope="the run is followed from its end to its start, a cell at a time: the step from a cell's "
    "upper end leads to its lower end",
)
witness = [{h: half, L: 1, G: 1}, {}, {}]


def proof():
    shape = [combine(claim.part(i), {}) for i in range(9)]
    run = claim.part(9)
    steps = (
        combine(run.at_next_state(0), {"invariant.0": 1}),
        combine(run.at_next_state(1), {"invariant.1": 1}),
    )
    return conjoin(claim, [*shape, induct(run, (None, combine(run.at_start(1), {})), steps)])
