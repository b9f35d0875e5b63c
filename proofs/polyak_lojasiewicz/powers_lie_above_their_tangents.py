"""For r > 0 and k ≥ 0, r^(−k) ≥ 1 + k(1 − r).

With r = e^(−s) it is e^(ks) ≥ 1 + ks and s ≥ 1 − e^(−s), both of them e^x ≥ 1 + x.
"""

from sympy import Rational, exp

from provenscape.kernel import Claim, chain, ge, real, series

k, s, x = real("k s x")

claim = Claim(
    id="powers-lie-above-their-tangents",
    says="The power r^(−k), k ≥ 0, lies above its tangent at 1: with r = e^(−s), r^(−k) ≥ "
    "1 + k(1 − r).",
    items={},
    where={k: "the exponent, with its sign changed", s: ("minus the logarithm of r", r"-\log r")},
    given={"exponent": ge(k)},
    then=ge(exp(k * s), 1 + k * (1 - exp(-s))),
    proves="powers-lie-above-their-tangents",
    tight=True,
)
witness = {k: 1, s: 0}
equality = witness
countermodels = {"exponent": {k: -Rational(1, 2), s: 1}}


def proof():
    tangent = series(claim.lemma("tangent", {}, ge(exp(x), 1 + x)), exp, x, 1)
    return chain(
        claim,
        {"power": (tangent, {x: k * s}), "inverse": (tangent, {x: -s})},
        using={"power": 1, "inverse": k},
    )
