"""½(uv − 1)²: each local minimum is global, and on a path of descent PL holds with no constant.

The stationary points are uv = 1 with loss 0 and the origin, a strict saddle. On the line v = −u,
which descent does not leave, ½|∇f|² = u²(1 + u²)² and f = ½(1 + u²)²: their ratio is 2u², as small
as one likes near the origin, to which descent tends there.
"""

from provenscape.kernel import Claim, eq, function, ge, real, refute

mu, u, v = real("mu u v")
f = function("f", (u, v), (u * v - 1) ** 2 / 2)

claim = Claim(
    id="global-minima-alone-make-descent-pl",
    says="A loss of two layers whose local minima are all global satisfies PL, for some µ, at all "
    "points of the paths of descent that start on the line v = −u.",
    items={"O-56": "whole"},
    where={mu: "a PL constant", (u, v): "the weights of the two layers"},
    given={"on_the_path": eq(v, -u)},
    then=ge((f.partial(u) ** 2 + f.partial(v) ** 2) / 2, mu * f(u, v)),
    constants=(mu,),
    about="the PL inequality along the path of descent on the squared loss of a network",
    scope="one linear unit a layer, one datum",
)


def refutation():
    return refute(claim, {u: mu / (2 + 2 * mu), v: -mu / (2 + 2 * mu)})
