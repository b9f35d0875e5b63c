"""A loss with the gaps of the figure: 0.05 at the flat minimum and 0.93 at the sharp one.

The article gives neither formula nor shift. Here 1 less a wide and a narrow bell, of heights 97/100
and 98/100, and a test loss shifted by 13/40; each minimum is enclosed in an interval of length
1/500, by the signs of f′ at its ends and f″ > 0 in it. The drawn loss joins the same bells so that
the minima are exactly at −2 and 2. In coordinates that stretch the narrow basin and squeeze the
wide one the gaps change places, as the figure of this chapter shows.
"""

from sympy import Rational, exp

from provenscape.kernel import Claim, conjoin, enclose, function, ge, gt, le, lt, real

x, y = real("x y")
f = function(
    "f",
    (x,),
    1 - Rational(97, 100) * exp(-((x + 2) ** 2) / 2) - Rational(49, 50) * exp(-28 * (x - 2) ** 2),
)
shift = Rational(13, 40)
near = Rational(1, 1000)
flat, sharp = f(x - shift) - f(x), f(y - shift) - f(y)

claim = Claim(
    id="a-flat-and-a-sharp-minimum-under-one-shift",
    says="There is a loss with a minimum of curvature below 1 and one of curvature above 50, of "
    "values between 0.01 and 0.04, whose copy shifted by 0.325 exceeds it by 0.05 at the flat "
    "minimum and by 0.93 at the sharp one, to two digits.",
    items={"O-71": "whole"},
    where={
        x: "a place so near −2 that it may be the flat minimum",
        y: "a place so near 2 that it may be the sharp minimum",
    },
    given={
        "flat_low": ge(x, -2 - near),
        "flat_high": le(x, -2 + near),
        "sharp_low": ge(y, 2 - near),
        "sharp_high": le(y, 2 + near),
    },
    then=(
        lt(f.partial(x, at=(-2 - near,)), 0),
        gt(f.partial(x, at=(-2 + near,)), 0),
        lt(f.partial(x, at=(2 - near,)), 0),
        gt(f.partial(x, at=(2 + near,)), 0),
        gt(f.partial(x, x), 0),
        lt(f.partial(x, x), 1),
        gt(f.partial(x, x, at=(y,)), 50),
        gt(f(x), 10 * near),
        lt(f(x), 40 * near),
        gt(f(y), 10 * near),
        lt(f(y), 40 * near),
        gt(flat, 45 * near),
        lt(flat, 55 * near),
        gt(sharp, 925 * near),
        lt(sharp, 935 * near),
    ),
    bridges=("intermediate-value-theorem", "second-order-sufficient-condition"),
    scope="our loss and our shift",
)
witness = {x: -2, y: 2}
countermodels = {
    "flat_low": {x: -3, y: 2},
    "flat_high": {x: 0, y: 2},
    "sharp_low": {x: -2, y: 1},
    "sharp_high": {x: -2, y: 3},
}


def proof():
    sides = {x: (-2 - near, -2 + near), y: (2 - near, 2 + near)}
    parts = []
    for index, relation in enumerate(claim.then):
        free = relation.left.free_symbols & set(sides)
        parts.append(enclose(claim.part(index), {s: sides[s] for s in free}))
    return conjoin(claim, parts)
