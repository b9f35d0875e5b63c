"""With η = R/(B√T) the mean of f − f* over T noisy steps is at most RB/√T.

From 2ηT·mean ≤ R² + TB²η², the sum of the one-step inequalities with B² = G² + σ² and R = ‖x₀ −
x*‖: the two terms on the right are then equal. Exact descent has a better rate where f is smooth
(1/T) or strongly convex (linear): the noise costs speed.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, gt, le, real

eta, B, R, q, mean = real("eta B R q mean")  # q = √T

claim = Claim(
    id="noisy-convex-descent-has-rate-one-over-root-t",
    items=["E-40"],
    says="Over T steps of the length R/(B√T) descent with noisy gradients on a convex function has "
    "E(f − f*) ≤ RB/√T on average, and so at the mean of the iterates.",
    given={
        "sum": le(2 * eta * q**2 * mean, R**2 + q**2 * B**2 * eta**2),
        "step_length": eq(eta * B * q, R),
        "step": gt(eta),
        "number": gt(q),
    },
    then=le(mean, R * B / q),
    tight=True,
    scope="'sum' is noisy-gradients-with-short-steps-reach-the-convex-minimum with constant steps; "
    "B² = G² + σ², q = √T; Jensen's inequality for the mean of the iterates is not checked here",
)
witness = {eta: 1, B: 1, R: 1, q: 1, mean: 1}
equality = witness
countermodels = {
    "sum": witness | {mean: 2},
    "step_length": witness | {eta: Rational(1, 2), mean: Rational(5, 4)},
    "step": {eta: -1, B: -1, R: 1, q: 1, mean: 0},
}


def proof():
    # 2ηq²(RB/q − mean) = (R² + q²B²η² − 2ηq²·mean) − (ηBq − R)²
    return combine(
        claim,
        using={"sum": 1, "step_length": R - eta * B * q},
        scale=2 * eta * q**2,
    )
