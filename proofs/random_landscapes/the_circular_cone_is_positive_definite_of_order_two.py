"""u > √(v² + b²) makes the matrix with diagonal u ± v and off-diagonal b positive definite.

2u(u + v) = (u + v)² + (u² − v² − b²) + b² > 0, and the determinant is u² − v² − b².
"""

from provenscape.kernel import Claim, combine, conjoin, gt, real

u, v, b = real("u v b")

claim = Claim(
    id="the-circular-cone-is-positive-definite-of-order-two",
    items=["N-100"],
    says="If u > √(v² + b²), the 2 × 2 matrix with entries u + v, b, u − v is positive definite.",
    given={"upper_half": gt(u), "cone": gt(u**2, v**2 + b**2)},
    then=(gt(u + v), gt((u + v) * (u - v) - b**2)),
    scope="positive definiteness by leading minors (Sylvester)",
)
witness = {u: 1, v: 0, b: 0}
countermodels = {"upper_half": {u: -1, v: 0, b: 0}, "cone": {u: 1, v: 2, b: 0}}


def proof():
    corner = combine(claim.part(0), using={"cone": 1}, squares=[(1, u + v), (1, b)], scale=2 * u)
    return conjoin(claim, [corner, combine(claim.part(1), using={"cone": 1})])
