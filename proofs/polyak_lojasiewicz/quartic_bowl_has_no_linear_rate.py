"""On ¼x⁴ gradient descent has no linear rate: the factor of one step tends to 1 at the minimum.

x⁺ = x(1 − t) with t = ηx², so the gap is multiplied by (1 − t)⁴ ≥ 1 − 4t, and t → 0.
"""

from provenscape.kernel import Claim, combine, eq, ge, real

x, eta, t = real("x eta t")
function = x**4 / 4
following = x - eta * function.diff(x)

claim = Claim(
    id="quartic-bowl-has-no-linear-rate",
    items=["O-63"],
    says="Without PL, as on ¼x⁴, gradient descent slows down: one step keeps at least 1 − 4ηx² "
    "of the gap.",
    given={"step": eq(t, eta * x**2)},
    then=ge(function.xreplace({x: following}), (1 - 4 * t) * function),
    tight=True,
    scope="¼x⁴, as x² + y⁴ along y up to the step; the linear curve is pl-linear-rate",
)
witness = {x: 1, eta: 0, t: 0}
equality = witness
points = [{x: 1, eta: 1, t: 1}]
countermodels = {"step": {x: 1, eta: 1, t: 0}}


def proof():
    return combine(
        claim,
        using={"step": x**4},
        squares=[(1, eta * x**4 * (eta * x**2 - 2) / 2), (2, eta * x**4 / 2)],
    )
