"""A short step against a slope lowers the squared loss: ½|R − ηxyᵀ|² < ½|R|².

With g = xᵀRy ≠ 0 and η of its sign, the change is −ηg + η²|x|²|y|²/2, negative while
η²|x|²|y|² ≤ ηg. Moving one layer by a matrix of rank one moves the product by ηxyᵀ.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, gt, le, lt, real

loss, g, q, eta = real("loss g q eta")  # |R|², xᵀRy, |x|²|y|²

claim = Claim(
    id="a-slope-at-equal-loss-lowers-the-loss",
    items=["N-48", "N-51"],
    says="Where one layer of a linear network has a slope, a short step of rank one in it lowers "
    "the loss.",
    given={"against_the_slope": gt(eta * g), "short": le(eta**2 * q, eta * g)},
    then=lt((loss - 2 * eta * g + eta**2 * q) / 2, loss / 2),
    scope="all sizes, over |R|², xᵀRy and |x|²|y|²",
)
witness = {loss: 1, g: 1, q: 1, eta: 1}
countermodels = {
    "against_the_slope": witness | {eta: 0},
    "short": witness | {eta: 3},
}


def proof():
    half = Rational(1, 2)
    return combine(claim, using={"against_the_slope": half, "short": half})
