"""From the bottom of a bowl every step goes up, and each further step too.

For x² + y² the value at (p + h)(a, b) exceeds the value at p(a, b) for p ≥ 0 and h > 0, in every
direction (a, b); p = 0 is the bottom itself. The difference is h(2p + h)(a² + b²).
"""

from provenscape.kernel import Claim, combine, ge, gt, real
from provenscape.models import landscapes

f = landscapes.get("bowl").f
a, b, p, h = real("a b p h")

claim = Claim(
    id="bowl-rises-along-every-ray",
    says="Walking away from the bottom of the bowl x² + y², every step in every direction goes up.",
    items={"L-06": "instance"},
    where={(a, b): "a direction", p: "a distance along it", h: "one step further"},
    given={"direction": gt(a**2 + b**2), "start": ge(p), "step": gt(h)},
    then=gt(f((p + h) * a, (p + h) * b), f(p * a, p * b)),
    scope="the bowl x² + y²",
)
witness = {a: 1, b: 0, p: 0, h: 1}
countermodels = {
    "direction": witness | {a: 0},
    "start": witness | {p: -2},
    "step": witness | {h: 0},
}


def proof():
    return combine(claim, using={"direction": h * (2 * p + h)})
