"""K ≤ C·L/√(ρε), the length of an epoch but for logarithms, says the same of f and of af(x/b).

L, ρ and ε become aL/b², aρ/b³ and aε/b, and L/√(ρε) stays. So must the number of steps in which a
component doubles along curvature −√(ρε) with step length 1/L. The bound in the other units is that
in the first times (a/b²)².
"""

from provenscape.kernel import Claim, combine, gt, le, real

a, b, C, K, L, rho, eps = real("a b C K L rho epsilon")

claim = Claim(
    id="epoch-length-is-free-of-units",
    says="Whether an epoch has at most C·L/√(ρε) steps does not depend on the units of f and x.",
    items={},
    where={
        (a, b): "the units of f and of x: in others f becomes a·f(x/b)",
        C: "a number without units",
        K: "the number of steps of an epoch",
        L: "a Lipschitz constant of the gradient, a·L/b² in the other units",
        rho: "one of the Hessian, a·ρ/b³ there",
        eps: "the accuracy asked of the gradient, a·ε/b there",
    },
    given={"unit_of_length": gt(b), "bound": le(K**2 * rho * eps, (C * L) ** 2)},
    then=le(K**2 * (a * rho / b**3) * (a * eps / b), (C * a * L / b**2) ** 2),
    scope="both sides squared; without the logarithms of the published length",
)
witness = {a: 1, b: 1, C: 1, K: 1, L: 1, rho: 1, eps: 1}
countermodels = {"bound": witness | {K: 2}}
points = [witness | {a: 2, b: 3}]


def proof():
    return combine(claim, using={"bound": (a / b**2) ** 2})
