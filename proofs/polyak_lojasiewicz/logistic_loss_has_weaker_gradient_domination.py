"""The logistic loss f of a separated example has |f′| ≥ f/(1 + f): gradient domination, power one.

With z = e^(−x) the loss is f = log(1 + z) ≤ z and |f′| = z/(1 + z). So |f′|² ≥ f²/(1 + f)²,
quadratic in the gap where PL is linear; and as f′ never vanishes, the loss has no finite minimiser.
Since 0 < f ≤ e^(−x), the infimum is 0.
"""

from sympy import exp, log

from provenscape.kernel import (
    Claim,
    chain,
    combine,
    conjoin,
    function,
    ge,
    gt,
    le,
    lt,
    real,
    series,
)

x, t = real("x t")
f = function("f", (x,), log(1 + exp(-x)))
loss, scale = log(1 + exp(-x)), 1 + exp(-x)

claim = Claim(
    id="logistic-loss-has-weaker-gradient-domination",
    says="The slope of the logistic loss f of a separated example lies between f/(1 + f) and f: "
    "never 0, so that there is no finite minimiser, and of the order of the loss, not of its root; "
    "the infimum is 0.",
    items={"O-46": "instance"},
    where={x: "the margin of the example"},
    given={},
    then=(
        ge(-(1 + f(x)) * f.partial(x), f(x)),
        lt(f.partial(x), 0),
        le(-f.partial(x), f(x)),
        gt(f(x)),
        le(f(x), exp(-x)),
    ),
    repairs="logistic-loss-is-pl",
    scope="one separated example",
)
witness = {x: 0}


def proof():
    growth = series(claim.lemma("growth", {}, ge(exp(t), 1 + t)), exp, t, 1)
    lower = chain(claim.part(0), {"growth": (growth, {t: loss})}, using={"growth": 1 / scale})
    downhill = combine(claim.part(1), using={}, squares=[(exp(-x) / scale, 1)])
    upper = chain(claim.part(2), {"growth": (growth, {t: -loss})}, using={"growth": 1})
    above_zero = chain(
        claim.part(3),
        {"growth": (growth, {t: -loss})},
        using={"growth": 1},
        squares=[(exp(-x) / scale, 1)],
    )
    tends_to_zero = chain(claim.part(4), {"growth": (growth, {t: loss})}, using={"growth": 1})
    return conjoin(claim, [lower, downhill, upper, above_zero, tends_to_zero])
