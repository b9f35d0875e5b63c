"""f(x) = x² + 3 sin²x is PL with µ = 7/40, although it is not convex.

Karimi, Nutini & Schmidt (2016, Section 2.2) give µ = 1/32. By symmetry x ≥ 0. Near 0, Taylor bounds
give f′ ≥ 6x; on [1/8, 3] the difference is enclosed; for x ≥ 3, f′ ≥ 2x − 3 and f ≤ x² + 3.
"""

from dataclasses import replace

from sympy import Rational, cos, sin

from provenscape.kernel import (
    Claim,
    cases,
    chain,
    combine,
    conjoin,
    enclose,
    eq,
    ge,
    le,
    pythagoras,
    series,
)
from provenscape.models import landscapes

bowl = landscapes.get("sine_bowl")
f = bowl.f
(x,) = f.variables
(slope,) = bowl.gradient
mu = Rational(7, 40)
near, far = Rational(1, 8), 3
inequality = ge(f.partial(x) ** 2 / 2, mu * (f(x) - f(0)))

claim = Claim(
    id="sine-bowl-is-pl",
    says="x² + 3 sin²x satisfies the PL inequality with µ = 7/40 everywhere.",
    items={"O-44": "instance"},
    where={x: "a point of the line"},
    given={},
    then=(inequality, ge(f(x), f(0))),
    scope="x² + 3 sin²x, not convex by sine-bowl-is-not-convex",
)
witness = {x: Rational(11, 5)}
mutants = [
    (
        "a larger constant",
        replace(
            claim,
            then=(ge(f.partial(x) ** 2 / 2, Rational(439, 2500) * (f(x) - f(0))), claim.then[1]),
        ),
    )
]


def near_zero(pl):
    given = {"from": ge(x), "to": le(x, near)}
    sine = {
        "above": series(claim.lemma("sine above", given, le(sin(x), x)), sin, x, 1),
        "below": series(claim.lemma("sine below", given, ge(sin(x), x - x**3 / 6)), sin, x, 3),
    }
    cosine = {"below": series(claim.lemma("cosine", given, ge(cos(x), 1 - x**2 / 2)), cos, x, 2)}
    nine = Rational(9, 10)
    cosine_bound = chain(
        claim.lemma("cosine is large", given, ge(cos(x), nine)),
        cosine,
        using={"below": 1, "to": (near + x) / 2},
        squares=[(1 - nine - near**2 / 2, 1)],
    )
    sine_bound = chain(
        claim.lemma("sine is large", given, ge(sin(x), nine * x)),
        sine,
        using={"below": 1, "to": x * (near + x) / 6, "from": 1 - nine - near**2 / 6},
    )
    signs = {
        "cosine": cosine_bound,
        "cosine_sign": chain(
            claim.lemma("cosine >= 0", given, ge(cos(x))),
            {"c": cosine_bound},
            {"c": 1},
            [(nine, 1)],
        ),
        "sine": sine_bound,
        "sine_sign": chain(
            claim.lemma("sine >= 0", given, ge(sin(x))), {"s": sine_bound}, {"s": 1, "from": nine}
        ),
    }
    steep = chain(
        claim.lemma("slope", given, ge(slope, 6 * x)),
        signs,
        using={"sine": 6 * cos(x), "cosine": 6 * nine * x, "from": 6 * nine**2 - 4},
    )
    return chain(
        claim.lemma("near zero", given, pl),
        {"steep": steep, "sine_sign": signs["sine_sign"], "above": sine["above"]},
        using={"steep": 6 * x, "above": 3 * mu * (x + sin(x))},
        squares=[(Rational(1, 2), slope - 6 * x), (18 - 4 * mu, x)],
    )


def far_out(pl):
    given = {"from": ge(x, far)}
    circle = pythagoras(claim.lemma("circle", {}, eq(sin(x) ** 2 + cos(x) ** 2, 1)), x)
    line = 2 * x - 3
    steep = chain(
        claim.lemma("slope", given, ge(slope, line)),
        {"circle": circle},
        using={"circle": -3},
        squares=[(3, sin(x) + cos(x))],
    )
    rising = combine(claim.lemma("line", given, ge(line)), using={"from": 2}, squares=[(3, 1)])
    t = x - far
    return chain(
        claim.lemma("far out", given, pl),
        {"circle": circle, "rising": rising, "steep": steep},
        using={"steep": line, "circle": -3 * mu, "from": 6 - 6 * mu},
        squares=[
            (Rational(1, 2), slope - line),
            (3 * mu, cos(x)),
            (2 - mu, t),
            (Rational(9, 2) - 12 * mu, 1),
        ],
    )


def right_half(pl):
    between = {"from": ge(x, near), "to": le(x, far)}
    middle = enclose(claim.lemma("between", between, pl), {x: (near, far)})
    inner = cases(
        claim.lemma("up to 3", {"half": ge(x), "to": le(x, far)}, pl),
        [middle, near_zero(pl)],
        [ge(x, near), le(x, near)],
    )
    return cases(
        claim.lemma("x >= 0", {"half": ge(x)}, pl), [far_out(pl), inner], [ge(x, far), le(x, far)]
    )


def proof():
    pl = claim.parts()[0]
    right = right_half(pl)
    left = chain(
        claim.lemma("x <= 0", {"half": le(x)}, pl),
        {"right": (right, {x: -x})},
        using={"right": 1},
    )
    everywhere = cases(claim.part(0), [right, left], [ge(x), le(x)])
    lowest = combine(claim.part(1), using={}, squares=[(1, x), (3, sin(x))])
    return conjoin(claim, [everywhere, lowest])
