"""k ≤ 2LΔ/ε² says the same of f and of af(x/b), whose L, Δ and ε are aL/b², aΔ and aε/b.

Descent with step η on f and with step ηb²/a on af(x/b) makes the same steps; so must a bound on
their number be the same. The bound in the other units is that in the first times (a/b)².
"""

from provenscape.kernel import Claim, combine, gt, le, real

a, b, k, L, gap, eps = real("a b k L Delta epsilon")

claim = Claim(
    id="iteration-bound-is-free-of-units",
    says="Whether k is within the bound 2LΔ/ε² does not depend on the units of f and x.",
    items={},
    where={
        (a, b): "the units of f and of x: in others f becomes a·f(x/b)",
        k: "a number of steps",
        L: "a Lipschitz constant of the gradient, a·L/b² in the other units",
        gap: "the value at the start less the lower bound, a·Δ there",
        eps: "the accuracy asked of the gradient, a·ε/b there",
    },
    given={"unit_of_length": gt(b), "bound": le(k * eps**2, 2 * L * gap)},
    then=le(k * (a * eps / b) ** 2, 2 * (a * L / b**2) * (a * gap)),
)
witness = {a: 1, b: 1, k: 2, L: 1, gap: 1, eps: 1}
countermodels = {"bound": {a: 1, b: 1, k: 3, L: 1, gap: 1, eps: 1}}
points = [{a: 2, b: 3, k: 2, L: 1, gap: 1, eps: 1}]


def proof():
    return combine(claim, using={"bound": (a / b) ** 2})
