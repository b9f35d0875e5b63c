"""As gradients vanish, Adam's ε outweighs them, and its steps turn to those of gradient descent.

For moments that are a and b times the same number g > 0, as of one example, or of any without decay
(β₁ = β₂ = 0), the steps along two weights are ag/(ag + ε) and bg/(bg + ε). Their ratio is
(a/b)(bg + ε)/(ag + ε): 1 as g/ε → ∞, a/b as g/ε → 0. Logistic gradients on separable data tend to
0, so that every fixed ε > 0 wins in the end: Wang et al. (2022) have that Adam with its full
gradient turns to the ℓ2 margin on separable data, as descent does; Zhang, Zou & Cao (2024), who
leave ε out, have the ℓ∞ margin (of both the abstracts were seen). When ε = 10⁻⁸ wins, the loss is
about as small: after some thousand steps on one example (experiment directions_on_separable_data).
"""

from provenscape.kernel import Claim, combine, conjoin, ge, gt, le, real

a, b, g, epsilon = real("a b g epsilon")
ratio = (a * g / (a * g + epsilon)) / (b * g / (b * g + epsilon))

claim = Claim(
    id="epsilon-leads-adam-back-to-the-direction-of-descent",
    says="Adam's steps along two weights with moments a and b times g, a ≥ b > 0, have a ratio "
    "between 1 and a/b, which is at most a/b and at least a/b − (a²/b)(g/ε): as g → 0 with ε fixed "
    "they turn to those of gradient descent.",
    items={"O-74": "instance"},
    where={
        (a, b): "the coordinates of the gradient, over their common factor",
        g: "that factor: the root of the second moment and the first moment, over the coordinate",
        epsilon: "the constant in the denominator of Adam's step",
    },
    given={
        "first_input": gt(a),
        "second_input": gt(b),
        "order": ge(a, b),
        "gradient": gt(g),
        "constant": gt(epsilon),
    },
    then=(ge(ratio, 1), le(ratio, a / b), ge(ratio, a / b - a**2 * g / (b * epsilon))),
    scope="a gradient along one line: one example, or no decay",
)
witness = {a: 2, b: 1, g: 1, epsilon: 1}
countermodels = {
    "order": {a: 1, b: 2, g: 1, epsilon: 1},
}


def proof():
    below = combine(
        claim.part(0),
        using={"order": epsilon},
        scale=b * (a * g + epsilon),
    )
    above = combine(
        claim.part(1),
        using={"order": a * g},
        scale=b * (a * g + epsilon),
    )
    near = combine(
        claim.part(2),
        using={"gradient": a * b * epsilon},
        squares=[(a, a * g)],
        scale=b * (a * g + epsilon) * epsilon,
    )
    return conjoin(claim, [below, above, near])
