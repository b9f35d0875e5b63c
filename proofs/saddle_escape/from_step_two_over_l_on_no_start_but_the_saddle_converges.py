"""With η ≥ 1 = 2/L no step on x² − y² shrinks |x| or |y|: only the saddle itself goes there.

For 0 < η < 1 the starts that go to the saddle are the line y = 0; from η = 1 on they are the saddle
alone, since |x| does not shrink.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, ge, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta = real("eta")

claim = Claim(
    id="from-step-two-over-l-on-no-start-but-the-saddle-converges",
    says="With a step of 2/L or longer gradient descent on x² − y² brings no start nearer to the "
    "saddle: neither coordinate ever shrinks.",
    items={},
    where={eta: "the step length"},
    given={"long_step": ge(eta, 1)},
    then=(
        ge((x - eta * f.partial(x)) ** 2, x**2),
        ge((y - eta * f.partial(y)) ** 2, y**2),
    ),
    scope="x² − y² with L = 2; one step from any point, and so every step",
)
witness = {x: 1, y: 1, eta: 1}
countermodels = {"long_step": {x: 1, y: 1, eta: Rational(1, 2)}}
points = [{x: 1, y: 1, eta: 1}, {x: 0, y: 0, eta: 1}]


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={"long_step": 4 * eta * x**2}),
            combine(claim.part(1), using={"long_step": 4 * (eta + 2) * y**2}, squares=[(8, y)]),
        ],
    )
