"""Strong convexity leaves one minimiser: two of them have distance 0.

The strong-convexity inequality at the midpoint of two minimisers, which is not lower than they are.
"""

from provenscape.kernel import Claim, combine, gt, le, real

mu, f_x, f_y, f_mid, dist2 = real("mu f_x f_y f_mid dist2")

claim = Claim(
    id="strongly-convex-minimiser-is-unique",
    says="A strongly convex function has at most one minimiser.",
    items={"O-47": "part unique-under-strong-convexity"},
    where={
        mu: "the constant of strong convexity",
        f_x: ("the value at a minimiser x", "f(x)"),
        f_y: ("the value at a minimiser y", "f(y)"),
        f_mid: ("the value at their midpoint", r"f(\tfrac{x+y}{2})"),
        dist2: ("the squared distance of the two", r"\|x-y\|^2"),
    },
    given={
        "constant": gt(mu),
        "strong_convexity": le(f_mid, (f_x + f_y) / 2 - mu * dist2 / 8),
        "x_minimal": le(f_x, f_mid),
        "y_minimal": le(f_y, f_mid),
    },
    then=le(dist2),
    tight=True,
    scope="every dimension; strong convexity at midpoints",
)
witness = {mu: 1, f_x: 0, f_y: 0, f_mid: 0, dist2: 0}
equality = witness
countermodels = {
    "constant": witness | {mu: 0, dist2: 1},
    "strong_convexity": witness | {dist2: 1},
    "x_minimal": {mu: 8, f_x: 2, f_y: 0, f_mid: 0, dist2: 1},
    "y_minimal": {mu: 8, f_x: 0, f_y: 2, f_mid: 0, dist2: 1},
}


def proof():
    return combine(claim, using={"strong_convexity": 8, "x_minimal": 4, "y_minimal": 4}, scale=mu)
