"""f(x) = ‖Ax − b‖² with a wide A is strongly convex for no m > 0.

Some v ≠ 0 has Av = 0; at x, x + v/2 and x + v the function has one value, where strong convexity
asks for a midpoint lower by m‖v‖²/8. The statement is the contradiction: m ≤ 0.
"""

from provenscape.kernel import Claim, combine, eq, gt, le, real

m, v2, f_x, f_mid, f_end = real("m v2 f_x f_mid f_end")

claim = Claim(
    id="wide-least-squares-is-not-strongly-convex",
    says="A wide A gives ‖Ax − b‖² one value at x, x + v/2 and x + v for some v ≠ 0, so that it is "
    "not strongly convex, nor is a minimiser unique.",
    items={
        "O-43": "instance",
        "O-45": "part not-strongly-convex-if-wide",
        "O-52": "part without-uniqueness",
    },
    where={
        m: "a constant of strong convexity",
        v2: ("the squared length of a v with Av = 0", r"\|v\|^2"),
        f_x: ("the value at x", "f(x)"),
        f_mid: ("the value at x + v/2", r"f(x+\tfrac12 v)"),
        f_end: ("the value at x + v", "f(x+v)"),
    },
    given={
        "direction": gt(v2),
        "middle": eq(f_mid, f_x),
        "end": eq(f_end, f_x),
        "strongly_convex": le(f_mid, (f_x + f_end) / 2 - m * v2 / 8),
    },
    then=le(m),
    facts={"direction": "rank-nullity"},
    tight=True,
    scope="A with more columns than rows; strong convexity at midpoints",
)
witness = {m: 0, v2: 1, f_x: 1, f_mid: 1, f_end: 1}
equality = witness
countermodels = {
    "direction": witness | {m: 1, v2: 0},
    "middle": witness | {m: 8, f_mid: 0},
    "end": witness | {m: 8, f_end: 3},
    "strongly_convex": witness | {m: 1},
}


def proof():
    return combine(claim, using={"strongly_convex": 8, "middle": 8, "end": -4}, scale=v2)
