"""α(u² − 1) from u = 1: a label y moves u by at most y/(2α) and the kernel by the share y/α.

The outputs are 0 at the start whatever α is. As α grows training moves the weight and the kernel
ever less, at width one: laziness is a matter of scale, here without any width (Chizat, Oyallon &
Bach 2019). Small α makes the same network move its weight and its kernel without bound.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, le, real

u, alpha, y = real("u alpha y")
f = function("f", (u,), alpha * (u**2 - 1))

claim = Claim(
    id="scale-makes-a-network-of-one-unit-lazy",
    says="The network α(u² − 1) of one weight, u = 1 at the start, fits a label y at a weight at "
    "most y/(2α) above 1, where its tangent kernel has grown by the share y/α.",
    items={"N-94": "instance", "N-106": "instance", "O-64": "instance"},
    where={u: "the weight at the end", alpha: "the scale of the outputs", y: "the label"},
    given={"scale": gt(alpha), "fits_the_label": eq(f(u), y)},
    then=(
        le(u - 1, y / (2 * alpha)),
        eq(f.partial(u) ** 2, f.partial(u, at=(1,)) ** 2 * (1 + y / alpha)),
    ),
    scope="one weight, one example; with y ≥ 0 the flow from u = 1 ends at the root u ≥ 1",
)
witness = {u: 2, alpha: 1, y: 3}
countermodels = {
    "scale": {u: 2, alpha: -1, y: -3},
    "fits_the_label": {u: 2, alpha: 1, y: 0},
}


def proof():
    near = combine(
        claim.part(0),
        using={"fits_the_label": -1},
        squares=[(alpha, u - 1)],
        scale=2 * alpha,
    )
    kernel = combine(claim.part(1), using={"fits_the_label": 4 * alpha})
    return conjoin(claim, [near, kernel])
