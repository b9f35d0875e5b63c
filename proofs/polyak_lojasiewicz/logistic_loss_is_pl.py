"""The logistic loss log(1 + e^(−x)) of a separated example is PL for no µ > 0.

In terms of the loss v > 0 itself (f* = 0, not attained): f′ = e^(−v) − 1, so PL would say
½(1 − e^(−v))² ≥ µv for every v > 0; since 1 − e^(−v) ≤ v it fails at v = µ. It fails just where the
loss is small, that is, at infinity.
"""

from sympy import exp

from provenscape.kernel import Claim, chain, ge, gt, le, real, refute, series

mu, v = real("mu v")  # v = log(1 + e^(−x)), the loss; every v > 0 occurs

claim = Claim(
    id="logistic-loss-is-pl",
    items=["O-46"],
    says="The logistic loss on separable data, which has no finite minimiser, is PL at infinity.",
    given={"constant": gt(mu), "loss": gt(v)},
    then=ge((1 - exp(-v)) ** 2 / 2, mu * v),
    locally=(mu,),
    scope="one separated example; 'for some µ > 0' on all levels v > 0 of the loss",
)


def refutation():
    given = {"constant": gt(mu)}
    bounds = {
        "tangent": series(lemma("e^-t >= 1 - t", given, ge(exp(-mu), 1 - mu)), exp, -mu, 1),
        "below_one": series(lemma("e^-t <= 1", given, le(exp(-mu), 1)), exp, -mu, 0),
    }
    bounds["sum"] = chain(
        lemma("sum", given, ge(mu + 1 - exp(-mu))), bounds, using={"below_one": 1, "constant": 1}
    )
    failure = chain(
        lemma("PL fails where the loss is mu", given, gt(mu**2, (1 - exp(-mu)) ** 2 / 2)),
        bounds,
        using={"tangent": mu + 1 - exp(-mu)},
        squares=[(1, mu)],
        scale=2,
    )
    return refute(claim, {v: mu}, failure)


def lemma(name, given, then):
    return Claim(f"{claim.id}: {name}", [], name, given, then)
