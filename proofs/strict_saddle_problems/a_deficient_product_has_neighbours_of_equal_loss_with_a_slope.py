"""Where the product of the layers is deficient and not a fit, equal-loss neighbours have a slope.

Let C_i = W_i ⋯ W₁, d_0, …, d_k the widths, p the least of them, R = C_k − M ≠ 0 and rank C_k < p.
Let j be the first layer with rank C_j < p.

1. Choose u with v = Rᵀu ≠ 0. If C_{j−1}v = 0 (then j > 1), take x with C_jx = 0 ≠ C_{j−1}x, which
   exists as the rank falls, and change W₁ to W₁(I + δxvᵀ) with a small δ: C_j, …, C_k stay, and
   y = C_{j−1}v is δ|v|²C_{j−1}x ≠ 0.
2. Put w_k = u, and for i = j, …, k − 1 take a unit vector w_i orthogonal to the range of C_i, which
   exists as rank C_i < p ≤ d_i. Add εw_{i+1}w_iᵀ to W_{i+1}: again all C_i stay, hence the loss.
3. There the slope of the loss along −w_jyᵀ in layer j is −g(ε), where g is a polynomial of degree
   h = k − j in ε with leading coefficient uᵀRC_{j−1}ᵀy = |y|² > 0.

The h-th difference of g over 0, ε, …, hε is h!|y|²εʰ > 0, so that g does not vanish at all of
these; where it does not, a short step in layer j lowers the loss (claim
a-slope-at-equal-loss-lowers-the-loss). So no such point is a local minimum, at any depth and
width. If rank C_k = p instead, first and last layer move the product like two layers (claim
a-product-of-full-rank-moves-like-two-layers). Zhang (2019) has another proof.
"""

from sympy import binomial, factorial

from provenscape.kernel import Claim, combine, conjoin, gt, real

coefficients = real("c0:4")
lead, eps = real("lead epsilon")  # lead = |y|²
DEGREES = (0, 1, 2, 3, 4)


def slope(degree, at):
    """g at a point: arbitrary lower coefficients and the leading one."""
    return sum(coefficients[i] * at**i for i in range(degree)) + lead * at**degree


def difference(degree):
    return sum(
        (-1) ** (degree - i) * binomial(degree, i) * slope(degree, i * eps)
        for i in range(degree + 1)
    )


claim = Claim(
    id="a-deficient-product-has-neighbours-of-equal-loss-with-a-slope",
    items=["N-48", "N-51"],
    says="Where the product of the layers of a linear network has less than the least width as its "
    "rank and is no fit, there are points of equal loss arbitrarily near at which some layer has a "
    "slope, since a polynomial with leading coefficient |y|² cannot vanish at all of 0, ε, …, hε.",
    given={"image": gt(lead), "scale": gt(eps)},
    then=tuple(gt(difference(degree)) for degree in DEGREES),
    scope="layers up to four below the last, hence depth up to 5; the construction of the "
    "neighbours, for all widths, is linear algebra in the text of this file",
)
witness = {lead: 1, eps: 1}
points = [dict.fromkeys(coefficients, 1) | {lead: 1, eps: 2}]
countermodels = {
    "image": dict.fromkeys(coefficients, 0) | {lead: 0, eps: 1},
    "scale": dict.fromkeys(coefficients, 0) | {lead: 1, eps: -1},
}


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(i), using={"image": factorial(degree) * eps**degree})
            for i, degree in enumerate(DEGREES)
        ],
    )
