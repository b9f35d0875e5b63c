"""With η = R/(B√T) the mean of f − f* over T noisy steps is at most RB/√T.

From 2ηT·mean ≤ R² + TB²η², the sum of the one-step inequalities with B² = G² + σ² and R = ‖x₀ − x*‖
(noisy-gradients-with-short-steps-reach-the-convex-minimum, with constant steps and E‖x_T − x*‖² ≥ 0
left out), which is the hypothesis here: the two terms on the right are then equal. Exact descent
has a better rate where f is smooth (1/T) or strongly convex (linear): the noise costs speed.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, gt, le, real

eta, B, R, root, mean = real("eta B R root mean")

claim = Claim(
    id="noisy-convex-descent-has-rate-one-over-root-t",
    says="Over T steps of the length R/(B√T) descent with noisy gradients on a convex function "
    "with bounded gradients has E(f − f*) ≤ RB/√T on average.",
    items={"E-40": "instance"},
    where={
        eta: "the step length",
        B: "the root of G² + σ², G a bound of the gradient and σ² of the noise's variance",
        R: ("the distance of the start from the minimiser", r"\|x_0-x^*\|"),
        root: ("the square root of the number of steps", r"\sqrt{T}"),
        mean: (
            "the average over the T steps of the expected gap",
            r"\tfrac1T\sum_{t<T}\mathbb{E}(f(x_t)-f^*)",
        ),
    },
    given={
        "sum": le(2 * eta * root**2 * mean, R**2 + root**2 * B**2 * eta**2),
        "step_length": eq(eta * B * root, R),
        "step": gt(eta),
        "number": gt(root),
    },
    then=le(mean, R * B / root),
    facts={"sum": "noisy-convex-descent-summed"},
    tight=True,
    scope="every dimension, noise drawn anew at each step, of mean 0 at every point",
)
witness = {eta: 1, B: 1, R: 1, root: 1, mean: 1}
equality = witness
countermodels = {
    "sum": witness | {mean: 2},
    "step_length": witness | {eta: Rational(1, 2), mean: Rational(5, 4)},
}


def proof():
    # 2ηT(RB/√T − mean) = (R² + TB²η² − 2ηT·mean) − (ηB√T − R)²
    return combine(
        claim,
        using={"sum": 1, "step_length": R - eta * B * root},
        scale=2 * eta * root**2,
    )
