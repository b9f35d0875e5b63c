"""r ≤ c·ε/L, the radius of the published perturbation but for logarithms, is a length.

Under f → af(x/b) L and ε become aL/b² and aε/b, and ε/L is multiplied by b like r. After such a
perturbation at |∇f| ≤ ε the gradient is still at most (1 + c)ε. Definitions unfolded: the first
part is the hypothesis in other units.
"""

from provenscape.kernel import Claim, combine, conjoin, ge, gt, le, real

a, b, c, r, L, eps, slope = real("a b c r L epsilon slope")

claim = Claim(
    id="perturbation-radius-scales-with-length",
    says="Whether the radius of the perturbation is at most c·ε/L does not depend on the units of "
    "f and x, and with such a radius the gradient after it is at most (1 + c)ε.",
    items={"N-38": "definition"},
    where={
        a: "the factor by which values of f are multiplied",
        b: "the factor by which lengths are multiplied",
        c: "the constant of the radius",
        r: "the radius of the perturbation",
        L: "a Lipschitz constant of the gradient",
        eps: "the threshold ε of the gradient norm at which a perturbation is made",
        slope: ("the gradient norm after the perturbation", r"\|\nabla f(x+\xi)\|"),
    },
    given={
        "unit_of_length": gt(b),
        "unit_of_f": ge(a),
        "radius": le(r * L, c * eps),
        "smooth": le(slope, eps + L * r),
    },
    then=(
        le((b * r) * (a * L / b**2), c * (a * eps / b)),
        le(slope, (1 + c) * eps),
    ),
    scope="every dimension, a perturbation of length r at most from a point with |∇f| ≤ ε",
)
witness = {a: 1, b: 1, c: 1, r: 1, L: 1, eps: 1, slope: 2}
countermodels = {
    "unit_of_f": witness | {a: -1, r: 0, slope: 1},
    "radius": witness | {r: 2},
    "smooth": witness | {slope: 3},
}
points = [witness | {a: 2, b: 3}]


def proof():
    scales = combine(claim.part(0), using={"radius": a / b})
    near = combine(claim.part(1), using={"radius": 1, "smooth": 1})
    return conjoin(claim, [scales, near])
