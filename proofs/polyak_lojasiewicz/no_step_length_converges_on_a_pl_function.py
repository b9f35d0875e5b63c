"""Without smoothness PL makes descent converge from no start but a null set: |x|^(3/2) + x².

With |x| = y² the function is F(y) = y³ + y⁴ and its slope in x is F′(y)/(2y) = 3y/2 + 2y², so that
½f′² ≥ 2f: PL with µ = 2. A step of any length η from 0 < y ≤ 3η/8 overshoots to three times the
distance: a run nears the minimum only by landing on it, from one of countably many starts.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, function, ge, gt, le, real

eta, y = real("eta y")
F = function("F", (y,), y**3 + y**4)
slope = F.partial(y) / (2 * y)

claim = Claim(
    id="no-step-length-converges-on-a-pl-function",
    says="|x|^(3/2) + x² is PL with µ = 2, and whatever the step length η, a step from 0 < |x| ≤ "
    "(3η/8)² ends at least three times as far from the minimiser.",
    items={"O-07": "instance", "O-89": "instance"},
    where={eta: "the step length", y: "the root of |x|, so that f(x) is F(y)"},
    given={"off_the_minimum": gt(y), "near": le(y, 3 * eta / 8)},
    then=(ge(slope**2 / 2, 2 * F(y)), ge(eta * slope - y**2, 3 * y**2)),
    scope="|x|^(3/2) + x² on the line, by |x| = y²: its slope there has the size F′(y)/(2y), and "
    "the step changes |x| = y² to η|f′| − y², on the other side",
)
witness = {eta: 1, y: Rational(1, 4)}
countermodels = {"near": {eta: 1, y: 1}}


def proof():
    inequality = combine(
        claim.part(0),
        using={"off_the_minimum": y**2},
        squares=[(Rational(9, 8), y)],
    )
    away = combine(
        claim.part(1),
        using={
            "near": 4 * y + Rational(16, 3) * y**2,
            "off_the_minimum": Rational(16, 3) * y**2,
        },
    )
    return conjoin(claim, [inequality, away])
