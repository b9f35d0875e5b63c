"""The logistic loss v of a separated example has |f′| ≥ v/(1 + v): gradient domination, power one.

1 − e^(−v) ≥ v/(1 + v) is e^v ≥ 1 + v. So ‖∇f‖² ≥ f²/(1 + f)², quadratic in the gap where PL is
linear: a sublinear rate, not a linear one, at infinity.
"""

from sympy import exp

from provenscape.kernel import Claim, chain, eq, ge, gt, real, series

v, E = real("v E")  # the loss, and e^(−v)

claim = Claim(
    id="logistic-loss-has-weaker-gradient-domination",
    items=["O-46"],
    says="The slope of the logistic loss v is at least v/(1 + v), and no multiple of √v.",
    given={"loss": gt(v), "reciprocal": eq(E * exp(v), 1)},
    then=ge(1 - E, v / (1 + v)),
    repairs="logistic-loss-is-pl",
    scope="one separated example; |f′| = 1 − e^(−v) as a function of the loss v > 0, f* = 0",
)
witness = {v: 1, E: exp(-1)}
countermodels = {"reciprocal": {v: 1, E: 1}}


def proof():
    growth = series(Claim("growth", [], "e^v >= 1 + v", claim.given, ge(exp(v), 1 + v)), exp, v, 1)
    return chain(
        claim,
        {"growth": growth},
        using={"growth": 1, "reciprocal": -(1 + v)},
        scale=exp(v) * (1 + v),
    )
