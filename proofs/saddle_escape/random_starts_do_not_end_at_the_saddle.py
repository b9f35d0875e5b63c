"""Near the saddle of the double well every step of descent leads away, whatever its length η > 0.

Where 2x² ≤ 1 one step multiplies |x| by 1 + 4η − 4ηx² ≥ 1 + 2η. So a run whose x tends to 0 has
x = 0 at some step t: there the polynomial x_t of the start's x, of degree 3ᵗ, vanishes, and all
these zeros together have measure zero. No bound on the step is needed, as it is for functions in
general; that 0 of some thousand random starts end at the saddle is shown beside.
"""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, combine, ge, gt, le, real
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
eta = real("eta")

claim = Claim(
    id="random-starts-do-not-end-at-the-saddle",
    says="On the double well a step of descent of any length η > 0 multiplies the distance from "
    "the saddle's stable line x = 0 by at least 1 + 2η wherever x² ≤ 1/2: a run ends at the saddle "
    "only if a step puts it on the line, and the starts of such runs have measure zero.",
    items={"E-47": "instance"},
    where={eta: "the step length"},
    given={"step": gt(eta), "near": le(2 * x**2, 1)},
    then=ge((x - eta * f.partial(x)) ** 2, (1 + 2 * eta) ** 2 * x**2),
    bridges=("zero-set-of-an-analytic-function-is-null",),
    tight=True,
    scope="one function, starts with a density",
)
witness = {x: Rational(1, 2), y: 1, eta: Rational(1, 4)}
equality = {x: sqrt(2) / 2, y: 1, eta: 1}
countermodels = {
    "step": {x: Rational(1, 2), y: 0, eta: Rational(-1, 3)},
    "near": {x: 1, y: 0, eta: 1},
}


def proof():
    return combine(
        claim,
        using={"near": 4 * eta * (1 + 2 * eta) * x**2},
        squares=[(4, eta * x * (1 - 2 * x**2))],
    )
