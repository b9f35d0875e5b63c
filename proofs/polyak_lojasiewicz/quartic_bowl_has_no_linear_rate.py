"""On ¼x⁴ a gradient step keeps at least the share 1 − 4ηx² of the gap.

x⁺ = x(1 − t) with t = ηx², so the gap is multiplied by (1 − t)⁴ ≥ 1 − 4t. The bound tends
to 1 at the minimum: a run that comes arbitrarily near it without reaching it has no linear rate.
"""

from provenscape.kernel import Claim, combine, function, ge, real

x, eta = real("x eta")
f = function("f", (x,), x**4 / 4)

claim = Claim(
    id="quartic-bowl-has-no-linear-rate",
    says="Without PL, as on ¼x⁴, gradient descent slows down: one step keeps at least 1 − 4ηx² "
    "of the gap, a share that tends to 1 as x does to 0.",
    items={"O-63": "instance"},
    where={x: "the iterate", eta: "the step length"},
    given={},
    then=ge(f(x - eta * f.partial(x)), (1 - 4 * eta * x**2) * f(x)),
    tight=True,
    scope="¼x⁴ on the line",
)
witness = {x: 1, eta: 0}
equality = witness
points = [{x: 1, eta: 1}]


def proof():
    return combine(
        claim,
        using={},
        squares=[(1, eta * x**4 * (eta * x**2 - 2) / 2), (2, eta * x**4 / 2)],
    )
