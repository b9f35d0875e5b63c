"""The logistic loss log(1 + e^(−x)) of a separated example is PL near infinity for no µ > 0.

With z = e^(−x) the loss is at least z/(1 + z) and its slope −z/(1 + z), so that ½f′² < µf wherever
z < µ, for instance at z = µr/(µ + r), however small r is.
"""

from sympy import exp, log

from provenscape.kernel import Claim, chain, function, ge, gt, lt, real, refute, series

x, t, mu, r = real("x t mu r")
f = function("f", (x,), log(1 + exp(-x)))
small = mu * r / (mu + r)
place = -log(small)

claim = Claim(
    id="logistic-loss-is-pl",
    says="The logistic loss on separable data is PL at infinity: for some µ, wherever e^(−x) < r.",
    items={"O-46": "part pl-at-infinity"},
    where={
        x: "the margin of the example",
        mu: "a PL constant",
        r: "how near to infinity the inequality is asked for",
    },
    given={"near_infinity": lt(exp(-x), r)},
    then=ge(f.partial(x) ** 2 / 2, mu * f(x)),
    constants=(mu, r),
    scope="one separated example, whose loss log(1 + e^(−x)) has the infimum 0",
)


def refutation():
    tangent = series(claim.lemma("e^t >= 1 + t", {}, ge(exp(t), 1 + t)), exp, t, 1)
    given = {"constant": gt(mu), "radius": gt(r)}
    rest = small * (mu * (2 * mu + r) / (mu + r) + 2 * mu * small) / (2 * (1 + small) ** 2)
    failure = chain(
        claim.lemma("PL fails", given, gt(mu * f(place), f.partial(x, at=(place,)) ** 2 / 2)),
        {"tangent": (tangent, {t: -log(1 + small)})},
        using={"tangent": mu},
        squares=[(rest, 1)],
    )
    return refute(claim, {x: place}, failure)
