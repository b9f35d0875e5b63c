"""Along (pu, qv) the curvature at a fit is (p + q)²c²: free of the weights that stand for uv = c.

λ_max = u² + v² takes every value ≥ 2c for one function; the curvature along displacements that are
relative to the weights takes one, 4c² at p = q = 1. So it cannot tell two weights of one function
apart, as a quantity that is to predict their test error must not. Layers with ReLU scale likewise
for s > 0. It is in these coordinates what adaptive sharpness takes in place of λ_max.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, real

u, v, c, p, q, s = real("u v c p q s")
f = function("f", (u, v), (u * v - c) ** 2 / 2)


def relative(first, second):
    at = (first, second)
    pp = p**2 * first**2 * f.partial(u, u, at=at)
    qq = q**2 * second**2 * f.partial(v, v, at=at)
    return pp + 2 * p * q * first * second * f.partial(u, v, at=at) + qq


claim = Claim(
    id="relative-sharpness-belongs-to-the-function",
    says="At the fits uv = c of a linear network of two layers the curvature along (pu, qv), "
    "relative to the weights, is (p + q)²c²; at (su, v/s), which is the same function, it is the "
    "same, while the curvature along u alone is 1/s² as large.",
    items={"N-68": "instance", "N-69": "instance"},
    where={
        (u, v): "the two weights",
        c: "the product that fits the data",
        (p, q): "changes of the weights, as shares of them",
        s: "the factor by which one weight is multiplied and the other divided",
    },
    given={"fit": eq(u * v, c), "scaled": gt(s)},
    then=(
        eq(relative(u, v), (p + q) ** 2 * c**2),
        eq(relative(s * u, v / s), (p + q) ** 2 * c**2),
        eq(s**2 * f.partial(u, u, at=(s * u, v / s)), f.partial(u, u)),
    ),
    about="the fits of a linear network of two layers, flat and sharp",
    scope="one hidden unit",
)
witness = {u: 2, v: 1, c: 2, p: 1, q: 1, s: 3}
countermodels = {"fit": witness | {c: 1}}


def proof():
    using = {"fit": (p + q) ** 2 * (u * v + c) + 2 * p * q * u * v}
    return conjoin(
        claim,
        [
            combine(claim.part(0), using=using),
            combine(claim.part(1), using=using),
            combine(claim.part(2), using={}),
        ],
    )
