"""Where two or more layers of a scalar network are 0, there are lower and higher losses nearby.

Set the z ≥ 2 zero weights to t > 0 (one of them to −t if that is needed for the sign): with a the
product of the others, t²a < 2y and t ≤ 1, the product τ = tᶻa lies between 0 and 2y, so that
(τ − y)² < y²; with the opposite sign (τ + y)² > y². So these critical points are saddles, and a
local minimum has loss 0. (For y = 0 every critical point has product 0, hence loss 0.)
"""

from provenscape.kernel import Claim, combine, conjoin, gt, le, lt, real

t, a, y = real("t a y")
ZEROS = (2, 3, 4, 5)

claim = Claim(
    id="zero-layers-of-a-scalar-network-lead-down-and-up",
    items=["N-48", "N-51"],
    says="In a linear network with one weight a layer, up to depth 5, critical points of positive "
    "loss are saddles: moving the two to five zero weights by t lowers the loss, with one sign "
    "turned it raises it. Local minima are global.",
    given={
        "step": gt(t),
        "others": gt(a),
        "small_step": le(t, 1),
        "product": lt(t**2 * a, 2 * y),
    },
    then=(
        *(lt((t**z * a - y) ** 2, y**2) for z in ZEROS),
        *(gt((-(t**z) * a - y) ** 2, y**2) for z in ZEROS),
    ),
    scope="one weight a layer, x = 1; other signs of y and of the other weights by a change of "
    "sign of one weight",
)
witness = {t: 1, a: 1, y: 1}
points = [{t: 1, a: 1, y: 1}, {t: 1, a: 3, y: 2}]
countermodels = {
    "step": witness | {t: 0},
    "others": witness | {a: 0},
    "small_step": {t: 10, a: 1, y: 51},
    "product": witness | {a: 3},
}


def proof():
    lower, higher = [], []
    for i, z in enumerate(ZEROS):
        longer = sum(t**j for j in range(z - 2))  # (1 − t^(z−2)) / (1 − t)
        lower.append(
            combine(
                claim.part(i),
                using={"product": t**z * a, "small_step": t ** (z + 2) * a**2 * longer},
            )
        )
        higher.append(
            combine(
                claim.part(4 + i),
                using={"product": t**z * a, "others": t ** (z + 2) * a},
                squares=[(1, t**z * a)],
            )
        )
    return conjoin(claim, lower + higher)
