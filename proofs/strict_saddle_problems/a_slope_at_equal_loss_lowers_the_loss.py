"""A short step against a slope lowers the squared loss: ½|R − ηxyᵀ|² < ½|R|².

With g = xᵀRy ≠ 0 and η of its sign, the change is −ηg + η²|x|²|y|²/2, negative while
η²|x|²|y|² ≤ ηg. Moving one layer by a matrix of rank one moves the product by ηxyᵀ.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, function, gt, le, lt, real

loss, slope, length2, eta = real("loss slope length2 eta")
phi = function("phi", (eta,), (loss - 2 * eta * slope + eta**2 * length2) / 2)

claim = Claim(
    id="a-slope-at-equal-loss-lowers-the-loss",
    says="Where one layer of a linear network has a slope, a short step of rank one in it lowers "
    "the loss.",
    items={},
    where={
        loss: ("the squared norm of the residual", r"\|R\|^2"),
        slope: ("the slope along a change of rank one", r"x^\top Ry"),
        length2: ("the squared norm of that change", r"|x|^2|y|^2"),
        eta: "the step length",
    },
    given={"against_the_slope": gt(eta * slope), "short": le(eta**2 * length2, eta * slope)},
    then=lt(phi(eta), phi(0)),
    scope="all sizes; φ(η) is ½|R − ηxyᵀ|², multiplied out",
)
witness = {loss: 1, slope: 1, length2: 1, eta: 1}
countermodels = {
    "against_the_slope": witness | {eta: 0},
    "short": witness | {eta: 3},
}


def proof():
    half = Rational(1, 2)
    return combine(claim, using={"against_the_slope": half, "short": half})
