"""On the double well starts off the line x = 0 in its strip do not end at the saddle: short steps.

A step multiplies x by u − 4ηx², u = 1 + 4η, which vanishes at K = √(1 + 1/(4η)) alone, and
takes [0, K] to at most √(u³/(27η)). As long as this is below K, x stays in (0, N] for an N
between the two, and since the step is concave in x it stays above what the ends of [m, N] go to.
Such N exist if and only if 4u² < 27, η < (3√3 − 2)/8 = 0.3995…; then there is an m > 0 for every
start in (0, K), and with the mirror image in x = 0 the starts of the strip |x| < K that end at
the saddle are the line x = 0: its stable manifold there, exactly. (Along y a step multiplies by
1 − 2η.) From that step length on it is more, claim
long-steps-reach-the-saddle-of-the-double-well-from-off-its-line.
"""

from sympy import Rational

from provenscape.kernel import (
    Claim,
    Invariant,
    chain,
    combine,
    conjoin,
    ge,
    gt,
    induct,
    le,
    lt,
    real,
)
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
eta, first, m, N = real("eta x_0 m N")
u = 1 + 4 * eta
slope_at_the_end = f.partial(x, at=(N, 0))

claim = Claim(
    id="short-steps-reach-the-saddle-of-the-double-well-from-its-line-alone",
    says="On the double well let the step length η > 0 have an N with (1 + 4η)³/(27η) ≤ N² < 1 + "
    "1/(4η), which takes η < (3√3 − 2)/8. From 0 < x₀ ≤ N descent keeps x in [m, N] for ever, for "
    "any 0 < m < 1 below x₀ and the image of N: no start with 0 < |x₀| ≤ N ends at the saddle.",
    items={"E-47": "instance"},
    where={
        eta: "the step length",
        first: "the first coordinate of the start",
        m: "a lower bound of the first coordinate at all steps",
        N: "an upper bound of it",
    },
    given={
        "step": gt(eta),
        "above_all_images": ge(27 * eta * N**2, u**3),
        "start_below": le(first, N),
        "positive": gt(m),
        "short_of_the_minimum": lt(m, 1),
        "start_above": ge(first, m),
        "image_of_the_bound": ge(N - eta * slope_at_the_end, m),
    },
    then=(
        Invariant(
            (ge(x, m), le(x, N)), start={x: first}, update={x: x - eta * f.partial(x)}, fixed=(eta,)
        ),
        lt(4 * u**2, 27),
    ),
    scope="the double well x₁⁴ − 2x₁² + x₂², x > 0; x < 0 by reflection",
)
half, quarter = Rational(1, 2), Rational(1, 4)
# η = 1/8: the bounds 1 ≤ N² < 3
witness = {eta: Rational(1, 8), N: Rational(5, 4), m: quarter, first: half, y: 0}
countermodels = {
    "step": [{eta: -1, N: 1, m: quarter, first: half, y: 0}, {}, {}],
    "above_all_images": [{eta: 1, N: quarter, m: quarter, first: quarter, y: 0}, {}],
    "start_below": [witness | {first: 2}],
    "positive": [{eta: 1, N: 3, m: -100, first: 2, y: 0}, {}, {}],
    "short_of_the_minimum": [
        {eta: Rational(1, 20), N: Rational(17, 15), m: Rational(21, 20), first: Rational(21, 20)}
        | {y: 0},
        {},
    ],
    "start_above": [witness | {m: half, first: quarter}],
    "image_of_the_bound": [{eta: 1, N: 3, m: half, first: 2, y: 0}, {}],
}


def proof():
    runs = claim.part(0)
    above, below = runs.at_next_state(0), runs.at_next_state(1)
    known = above.given
    off = combine(claim.lemma("x > 0", known, gt(x)), using={"invariant.0": 1, "positive": 1})
    bound = combine(
        claim.lemma("N > 0", known, gt(N)),
        using={"start_below": 1, "start_above": 1, "positive": 1},
    )
    # u³ − 27η = (8η − 1)²(η + 1)
    beyond = chain(
        claim.lemma("N ≥ 1", known, ge(N, 1)),
        {"bound": bound},
        using={"above_all_images": 1, "step": (8 * eta - 1) ** 2},
        squares=[(1, 8 * eta - 1)],
        scale=27 * eta * (N + 1),
    )
    apart = chain(
        claim.lemma("m < N", known, gt(N, m)),
        {"beyond": beyond},
        using={"beyond": 1, "short_of_the_minimum": 1},
    )
    # the step is concave in x: its graph lies above the chord from m to N
    chord = 4 * eta * (x + m + N) * (N - m)
    stays_above = chain(
        above,
        {"off": off, "bound": bound, "apart": apart},
        using={
            "invariant.1": 4 * eta * m * (1 - m) * (1 + m) + chord * (x - m),
            "image_of_the_bound": x - m,
        },
        scale=N - m,
    )
    # G³ − 27ηN²x³ = (4ηx³ − N/2)²(4ηx³ + 4N) with G = N + 4ηx³
    G = N + 4 * eta * x**3
    stays_below = chain(
        below,
        {"off": off, "bound": bound},
        using={
            "above_all_images": x**3,
            "step": 4 * x**3 * (4 * eta * x**3 - N / 2) ** 2,
            "bound": 4 * (4 * eta * x**3 - N / 2) ** 2,
        },
        scale=G**2 + G * u * x + u**2 * x**2,
    )
    stays = induct(runs, (None, None), (stays_above, stays_below))
    edge = combine(
        claim.lemma("N > 0 from the start", claim.part(1).given, gt(N)),
        using={"start_below": 1, "start_above": 1, "positive": 1},
    )
    short = chain(
        claim.part(1),
        {"edge": edge},
        using={"image_of_the_bound": 27, "positive": 27, "above_all_images": 4 * N},
        scale=N * u,
    )
    return conjoin(claim, [stays, short])
