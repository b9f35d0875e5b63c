"""The logistic loss log(1 + e^(−x)) of a separated example is PL near infinity for no µ > 0.

In terms of the loss v > 0 itself (f* = 0, not attained; v → 0 as x → ∞): f′ = e^(−v) − 1, so PL on
the part v < r would say ½(1 − e^(−v))² ≥ µv there. Since 1 − e^(−v) ≤ v it fails wherever v < 2µ,
for instance at v = µr/(µ + r), however small the level r.
"""

from sympy import Rational, exp

from provenscape.kernel import Claim, chain, ge, gt, le, lt, real, refute, series

mu, r, v = real("mu r v")  # v = log(1 + e^(−x)), the loss; every v > 0 occurs
place = mu * r / (mu + r)

claim = Claim(
    id="logistic-loss-is-pl",
    items=["O-46"],
    says="The logistic loss on separable data is PL at infinity.",
    given={"constant": gt(mu), "level": gt(r), "loss": gt(v), "near_infinity": lt(v, r)},
    then=ge((1 - exp(-v)) ** 2 / 2, mu * v),
    locally=(mu, r),
    scope="one separated example; 'for some µ > 0' on some sublevel set 0 < v < r of the loss, "
    "which is a neighbourhood of infinity",
)


def refutation():
    below = generic()
    given = {"constant": gt(mu), "level": gt(r)}
    failure = chain(
        lemma("PL fails at the place", given, gt(mu * place, (1 - exp(-place)) ** 2 / 2)),
        {"below": (below, {v: place})},
        using={"below": 1},
    )
    return refute(claim, {v: place}, failure)


def generic():
    """PL fails wherever v < µ."""
    given = {"loss": gt(v), "below": lt(v, mu)}
    bounds = {
        "tangent": series(lemma("e^-v >= 1 - v", given, ge(exp(-v), 1 - v)), exp, -v, 1),
        "below_one": series(lemma("e^-v <= 1", given, le(exp(-v), 1)), exp, -v, 0),
    }
    bounds["sum"] = chain(
        lemma("sum", given, ge(v + 1 - exp(-v))), bounds, using={"below_one": 1, "loss": 1}
    )
    return chain(
        lemma("PL fails below the constant", given, gt(mu * v, (1 - exp(-v)) ** 2 / 2)),
        bounds,
        using={"tangent": (v + 1 - exp(-v)) / 2, "below": v},
        squares=[(Rational(1, 2), v)],
    )


def lemma(name, given, then):
    return Claim(f"{claim.id}: {name}", [], name, given, then)
