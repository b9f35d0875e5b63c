"""The logistic loss v of a separated example has |f′| ≥ v/(1 + v): gradient domination, power one.

1 − e^(−v) ≥ v/(1 + v) is e^v ≥ 1 + v. So |f′|² ≥ f²/(1 + f)², quadratic in the gap where PL is
linear; and as f′ never vanishes, the loss has no finite minimiser. For n examples of margin γ the
slope is at least the mean of γℓᵢ/(1 + ℓᵢ), hence ‖∇f‖ ≥ γf/(1 + nf) with f the mean loss.
"""

from sympy import exp

from provenscape.kernel import Claim, chain, conjoin, eq, ge, gt, real, series

v, E = real("v E")  # the loss, and e^(−v)

claim = Claim(
    id="logistic-loss-has-weaker-gradient-domination",
    items=["O-46"],
    says="The slope of the logistic loss v of a separated example lies between v/(1 + v) and v: "
    "never 0, so that there is no finite minimiser, and of the order of the loss, not of its root.",
    given={"loss": gt(v), "reciprocal": eq(E * exp(v), 1)},
    then=(ge(1 - E, v / (1 + v)), gt(1 - E), ge(v, 1 - exp(-v))),
    repairs="logistic-loss-is-pl",
    scope="one separated example; |f′| = 1 − e^(−v) with v > 0 the loss, f* = 0",
)
witness = {v: 1, E: exp(-1)}
countermodels = {"loss": {v: 0, E: 1}, "reciprocal": {v: 1, E: 1}}


def proof():
    growth = series(Claim("growth", [], "e^v >= 1 + v", claim.given, ge(exp(v), 1 + v)), exp, v, 1)
    lower = chain(
        claim.part(0),
        {"growth": growth},
        using={"growth": 1, "reciprocal": -(1 + v)},
        scale=exp(v) * (1 + v),
    )
    positive = chain(
        claim.part(1),
        {"growth": growth},
        using={"growth": 1, "loss": 1, "reciprocal": -1},
        scale=exp(v),
    )
    shrinking = Claim("tangent", [], "e^-v >= 1 - v", claim.given, ge(exp(-v), 1 - v))
    upper = chain(
        claim.part(2),
        {"tangent": series(shrinking, exp, -v, 1)},
        using={"tangent": 1},
    )
    return conjoin(claim, [lower, positive, upper])
