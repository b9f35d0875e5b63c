"""On the sphere −Σ xᵢ⁴ ≥ −1, attained at ±eᵢ: its local minima, the components, are all global.

Each xᵢ² ≤ |x|² = 1, so xᵢ⁴ ≤ xᵢ²; the sum over i is 1. The other stationary points have k ≥ 2
coordinates, the value −1/k and the curvature −8/k.
"""

from sympy import S

from provenscape.kernel import Claim, combine, conjoin, ge, gt, le, lt, real

x, k, curvature = real("x k curvature")

claim = Claim(
    id="the-components-are-the-lowest-points-of-the-tensor",
    items=["O-30"],
    says="For an orthogonal tensor of order four on the sphere, which is compact, an escape from "
    "the saddles can only end at a component, and each component is a global minimum.",
    given={
        "on the sphere": le(x**2, 1),
        "several coordinates": ge(k, 2),
        "their curvature": ge(-8, k * curvature),
    },
    then=(le(x**4, x**2), lt(k * curvature, 0), gt(1 - 1 / k, 0)),
    repairs="a-completion-loss-stays-above-its-least-local-minimum",
    scope="every dimension, coordinate by coordinate; that runs on a compact set approach second-"
    "order stationary points is the theorem on the algorithm",
)
witness = {x: 1, k: 2, curvature: -4}
countermodels = {
    "on the sphere": {x: 2, k: 2, curvature: -4},
    "several coordinates": {x: 1, k: 1, curvature: -8},
    "their curvature": {x: 1, k: 2, curvature: 1},
}


def proof():
    parts = [
        combine(claim.part(0), using={"on the sphere": x**2}),
        combine(claim.part(1), using={"their curvature": 1}, squares=[(8, S.One)]),
        combine(claim.part(2), using={"several coordinates": 1 / k}, squares=[(1 / k, S.One)]),
    ]
    return conjoin(claim, parts)
