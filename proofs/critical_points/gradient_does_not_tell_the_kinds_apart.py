"""The gradient does not tell minimum, maximum and saddle apart: at these three it is 0.

x² + y², −x² − y² and x² − y² all have gradient 0 at the origin. There the first has its strict
minimum, the second its strict maximum, the third a saddle; their Hessians have signatures (2, 0),
(0, 2) and (1, 1). They stand for the three surfaces of the post's first figure, which was not seen.
"""

from provenscape.kernel import (
    Claim,
    Inertia,
    combine,
    conjoin,
    eq,
    function,
    gt,
    inertia,
    lt,
    real,
)
from provenscape.models import landscapes

x, y = landscapes.get("bowl").variables
r = real("r")
f, g, h = (
    function(name, (x, y), landscapes.get(kind).expression)
    for name, kind in (("f", "bowl"), ("g", "cap"), ("h", "quadratic_saddle"))
)
ORIGIN = (0, 0)

claim = Claim(
    id="gradient-does-not-tell-the-kinds-apart",
    says="The minimum of x² + y², the maximum of −x² − y² and the saddle of x² − y², our "
    "functions, share the gradient 0 and differ in the signature of H.",
    items={
        "N-20": "part first-order-does-not-tell",
        "N-21": "part gradient-alone-does-not-tell",
        "L-09": "part both-are-stationary",
        "E-N1": "instance",
    },
    where={r: "a distance, however small"},
    given={"elsewhere": gt(x**2 + y**2), "distance": gt(r**2)},
    then=(
        *(eq(each.partial(v, at=ORIGIN)) for each in (f, g, h) for v in (x, y)),
        gt(f(x, y), f(0, 0)),
        lt(g(x, y), g(0, 0)),
        gt(h(r, 0), h(0, 0)),
        lt(h(0, r), h(0, 0)),
        Inertia(f.hessian(ORIGIN), 2, 0, 0),
        Inertia(g.hessian(ORIGIN), 0, 2, 0),
        Inertia(h.hessian(ORIGIN), 1, 1, 0),
    ),
    scope="x² + y², −x² − y² and x² − y² at the origin: our functions for a picture that was not "
    "seen",
)
witness = {x: 1, y: 0, r: 1}
countermodels = {"elsewhere": {x: 0, y: 0, r: 1}, "distance": {x: 1, y: 0, r: 0}}


def proof():
    level = [combine(claim.part(i), using={}) for i in range(6)]
    extrema = [combine(claim.part(i), using={"elsewhere": 1}) for i in (6, 7)]
    both_ways = [combine(claim.part(i), using={"distance": 1}) for i in (8, 9)]
    signatures = [inertia(claim.part(i)) for i in (10, 11, 12)]
    return conjoin(claim, [*level, *extrema, *both_ways, *signatures])
