"""f(x) = ‖Ax − b‖² with a wide A is strongly convex for no m > 0.

Some v ≠ 0 has Av = 0; along it the curvature vᵀ∇²f v = 2‖Av‖² is 0, where strong convexity asks
for at least m‖v‖². The statement is the contradiction: m ≤ 0.
"""

from provenscape.kernel import Claim, combine, eq, ge, gt, le, real

m, v2, curvature, image2 = real("m v2 curvature image2")  # ‖v‖², vᵀ∇²f v, ‖Av‖²

claim = Claim(
    id="wide-least-squares-is-not-strongly-convex",
    items=["O-43", "O-45", "O-52"],
    says="A wide A makes ‖Ax − b‖² constant along a line, so that it is not strongly convex.",
    given={
        "direction": gt(v2),
        "hessian": eq(curvature, 2 * image2),
        "null_direction": eq(image2),
        "strongly_convex": ge(curvature, m * v2),
    },
    then=le(m),
    tight=True,
    scope="more columns than rows give a null direction (rank-nullity)",
)
witness = {m: 0, v2: 1, curvature: 0, image2: 0}
equality = witness
countermodels = {
    "direction": {m: 1, v2: 0, curvature: 0, image2: 0},
    "hessian": {m: 1, v2: 1, curvature: 1, image2: 0},
    "null_direction": {m: 2, v2: 1, curvature: 2, image2: 1},
    "strongly_convex": {m: 1, v2: 1, curvature: 0, image2: 0},
}


def proof():
    return combine(
        claim, using={"strongly_convex": 1, "hessian": -1, "null_direction": -2}, scale=v2
    )
