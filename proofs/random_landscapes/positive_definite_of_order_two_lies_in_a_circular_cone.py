"""A positive definite matrix with diagonal u ± v and off-diagonal b has u > √(v² + b²).

Its form Q(s, t) is u + v at (1, 0) and (u + v)(u² − v² − b²) at (−b, u + v): both are positive.
2u (u + v)² = (u + v)³ + Q(−b, u + v) + (u + v) b². The converse is claim
the-circular-cone-is-positive-definite-of-order-two.
"""

from provenscape.kernel import Claim, combine, conjoin, function, gt, real

u, v, b, s, t = real("u v b s t")
form = function("Q", (s, t), (u + v) * s**2 + 2 * b * s * t + (u - v) * t**2)

claim = Claim(
    id="positive-definite-of-order-two-lies-in-a-circular-cone",
    says="A positive definite 2 × 2 matrix with entries u + v, b, u − v has u > √(v² + b²): it "
    "lies in a circular cone of half-angle 45°.",
    items={},
    where={
        u: "half the trace of the matrix",
        v: "half the difference of its diagonal entries",
        b: "its entry beside the diagonal",
    },
    given={"along_the_axis": gt(form(1, 0)), "along_another_vector": gt(form(-b, u + v))},
    then=(gt(u), gt(u**2, v**2 + b**2)),
    scope="order two; Q is the form of the matrix, positive at these two vectors among all others",
)
witness = {u: 1, v: 0, b: 0}
countermodels = {
    "along_the_axis": {u: -1, v: 0, b: 2},
    "along_another_vector": {u: 1, v: 2, b: 0},
}


def proof():
    trace = combine(
        claim.part(0),
        using={"along_the_axis": (u + v) ** 2, "along_another_vector": 1},
        squares=[(u + v, b)],
        scale=2 * (u + v) ** 2,
    )
    cone = combine(claim.part(1), using={"along_another_vector": 1}, scale=u + v)
    return conjoin(claim, [trace, cone])
