"""With η = 1 = 2/L descent on x² − y² takes x to −x: no start but the saddle itself goes there.

For 0 < η < 1 the starts that go to the saddle are the line y = 0; from η = 1 on they are the saddle
alone, since |x| does not shrink.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, ge, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
eta = real("eta")
next_x = x - eta * saddle.gradient[0]
next_y = y - eta * saddle.gradient[1]

claim = Claim(
    id="from-step-two-over-l-on-no-start-but-the-saddle-converges",
    items=["E-47"],
    says="With a step of 2/L or longer gradient descent on x² − y² brings no start nearer to the "
    "saddle: at exactly 2/L it takes x to −x, beyond it neither coordinate ever shrinks.",
    given={"long_step": ge(eta, 1)},
    then=(ge(next_x**2, x**2), ge(next_y**2, y**2)),
    scope="x² − y² with L = 2; for 0 < η < 2/L the starts on the line y = 0 go to the saddle "
    "(descent-shrinks-x-and-leaves-along-y)",
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
