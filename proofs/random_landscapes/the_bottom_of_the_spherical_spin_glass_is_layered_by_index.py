"""Below the threshold energy the spin glass is layered: the fewer negative curvatures, the deeper.

At the energy −E(w + 1/w)/2 per variable, w > 1 and E² = 4(p − 1)/p, the mean number of critical
points of index k that lie as deep or deeper is e^(NΘ_k(w)), Auffinger, Ben Arous & Černý (2013).
Θ_k falls as w grows, and Θ_k − Θ_{k+1} = g is 0 at the threshold w = 1 and grows: so Θ_k vanishes
at one depth E_k, E₀ > E₁ > E₂ > … > E, since all start from one positive value at w = 1 (claim
the-rate-of-the-spherical-spin-glass-is-never-log-two). Between E_{k+1} and E_k there are in the
mean exponentially few critical points of index above k. With H → −H the same holds at the top.
"""

from sympy import log

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, lt, real

a, c, k, w = real("a c k w")
gap = w**2 / 4 - 1 / (4 * w**2) - log(w)
theta = function("theta", (w,), a - c * (w**2 + 1) ** 2 / w**2 - (k + 1) * gap)
g = function("g", (w,), gap)

claim = Claim(
    id="the-bottom-of-the-spherical-spin-glass-is-layered-by-index",
    says="In the mean, below the threshold energy of a spherical spin glass of degree p ≥ 3 the "
    "exponent of the number of critical points of index k falls strictly with the depth, and at "
    "each depth strictly with k: minima reach deepest, then saddles of index one, two and so on.",
    items={"O-24": "instance", "N-101": "instance"},
    where={
        a: ("the number ½ log(p − 1), p being the degree", r"\tfrac12\log(p-1)"),
        c: ("the number (p − 2)/(4p)", r"\tfrac{p-2}{4p}"),
        k: "the index",
        w: "the depth: the energy per variable is −E(w + 1/w)/2 with E² = 4(p − 1)/p",
    },
    given={"degree": gt(c), "index": ge(k), "below_the_threshold": gt(w, 1)},
    then=(lt(theta.partial(w), 0), eq(g(1), 0), gt(g.partial(w))),
    bridges=("spin-glass-complexity", "monotone-functions-have-signed-derivatives"),
    scope="θ(w) is the exponent for index k and g(w) the exponent for k less that for k + 1, as "
    "N → ∞",
)
witness = {a: 1, c: 1, k: 0, w: 2}
countermodels = {
    "below_the_threshold": witness | {w: 1},
}


def proof():
    # −θ' = 2c(w² + 1)(w² − 1)/w³ + (k + 1)(w² − 1)²/(2w³)
    deeper = combine(
        claim.part(0),
        using={"below_the_threshold": 2 * c * (w**2 + 1) * (w + 1) / w**3},
        squares=[((k + 1) / (2 * w**3), w**2 - 1)],
    )
    level = combine(claim.part(1), using={})
    grows = combine(
        claim.part(2), using={"below_the_threshold": (w - 1) * (w + 1) ** 2 / (2 * w**3)}
    )
    return conjoin(claim, [deeper, level, grows])
