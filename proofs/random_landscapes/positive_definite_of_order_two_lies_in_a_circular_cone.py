"""A positive definite matrix with diagonal u ± v and off-diagonal b has u > √(v² + b²).

Half its trace is u and its determinant u² − v² − b². The converse is claim
the-circular-cone-is-positive-definite-of-order-two.
"""

from provenscape.kernel import Claim, combine, conjoin, gt, real

u, v, b = real("u v b")

claim = Claim(
    id="positive-definite-of-order-two-lies-in-a-circular-cone",
    items=["N-100"],
    says="A positive definite 2 × 2 matrix with entries u + v, b, u − v has u > √(v² + b²): a "
    "circular cone of half-angle 45°.",
    given={"first_minor": gt(u + v), "determinant": gt((u + v) * (u - v) - b**2)},
    then=(gt(u), gt(u**2, v**2 + b**2)),
    scope="positive definiteness by leading minors (Sylvester)",
)
witness = {u: 1, v: 0, b: 0}
countermodels = {
    "first_minor": {u: -1, v: 0, b: 0},
    "determinant": {u: 1, v: 2, b: 0},
}


def proof():
    trace = combine(
        claim.part(0),
        using={"first_minor": u + v, "determinant": 1},
        squares=[(1, b)],
        scale=2 * (u + v),
    )
    return conjoin(claim, [trace, combine(claim.part(1), using={"determinant": 1})])
