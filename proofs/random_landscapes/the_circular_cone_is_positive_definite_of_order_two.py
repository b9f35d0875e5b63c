"""u > √(v² + b²) makes the matrix with diagonal u ± v and off-diagonal b positive definite.

With S = s² + t², D = s² − t² and E = 2st its form Q is uS + vD + bE, and as D² + E² = S²,
2uS Q = Q² + (u² − v² − b²) S² + (vE − bD)².
"""

from provenscape.kernel import Claim, combine, function, gt, real

u, v, b, s, t = real("u v b s t")
form = function("Q", (s, t), (u + v) * s**2 + 2 * b * s * t + (u - v) * t**2)

claim = Claim(
    id="the-circular-cone-is-positive-definite-of-order-two",
    says="If u > √(v² + b²), the 2 × 2 matrix with entries u + v, b, u − v is positive definite.",
    items={},
    where={
        u: "half the trace of the matrix",
        v: "half the difference of its diagonal entries",
        b: "its entry beside the diagonal",
    },
    given={
        "upper_half": gt(u),
        "cone": gt(u**2, v**2 + b**2),
        "not_zero": gt(s**2 + t**2),
    },
    then=gt(form(s, t)),
    scope="order two; Q is the form of the matrix",
)
witness = {u: 1, v: 0, b: 0, s: 1, t: 0}
countermodels = {
    "upper_half": {u: -1, v: 0, b: 0, s: 1, t: 0},
    "cone": {u: 1, v: 2, b: 0, s: 0, t: 1},
    "not_zero": {u: 1, v: 0, b: 0, s: 0, t: 0},
}


def proof():
    length, gap, double = s**2 + t**2, s**2 - t**2, 2 * s * t
    return combine(
        claim,
        using={"cone": length**2},
        squares=[(1, u * length + v * gap + b * double), (1, v * double - b * gap)],
        scale=2 * u * length,
    )
