"""½(uv − 1)²: each local minimum is global, ½|∇f|² = (u² + v²)f, and the origin is a saddle.

The ratio of ½|∇f|² to f − f* is u² + v² at every point. So PL holds along a path of descent with
the least squared distance of the path from the origin, and with no larger constant: at least 1 near
the fits uv = 1, near 0 for paths that pass by the origin, and with no constant for those on the
line v = −u, which descent does not leave and on which it tends to the saddle. That all local minima
are global gives no constant by itself.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, real

u, v = real("u v")
f = function("f", (u, v), (u * v - 1) ** 2 / 2)

claim = Claim(
    id="the-pl-constant-of-two-layers-is-their-squared-length",
    says="For the loss ½(uv − 1)² of two layers, whose minima are all global, ½|∇f|² is u² + v² "
    "times f at every point: along a path of descent PL holds with its least squared distance from "
    "the saddle at 0, as constant, and with none if it tends to it.",
    items={"O-56": "instance"},
    where={(u, v): "the weights of the two layers"},
    given={},
    then=(
        eq((f.partial(u) ** 2 + f.partial(v) ** 2) / 2, (u**2 + v**2) * f(u, v)),
        eq(f.partial(u, at=(0, 0)) ** 2 + f.partial(v, at=(0, 0)) ** 2, 0),
        eq(f.partial(u, v, at=(0, 0)), -1),
    ),
    about="the PL inequality along the path of descent on the squared loss of a network",
    scope="one linear unit a layer, one datum; as f_uu = f_vv = 0 at 0, the last conclusion makes "
    "it a strict saddle",
)
points = [{u: 1, v: 2}]
witness = points[0]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(3)])
