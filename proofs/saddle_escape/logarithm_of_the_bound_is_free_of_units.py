"""dLΔ/(ε²δ), whose logarithm is in the published bound, is the same number in all units.

Under f → af(x/b) L, Δ and ε become aL/b², aΔ and aε/b; d and δ are numbers. A logarithm is taken
of a number: n/δ, as in the notes, is one too, but LΔ/ε and 1/ε are not.
"""

from provenscape.kernel import Claim, combine, eq, gt, real

a, b, d, L, gap, eps, delta, argument = real("a b d L Delta epsilon delta u")

claim = Claim(
    id="logarithm-of-the-bound-is-free-of-units",
    says="u = dLΔ/(ε²δ), the argument of the logarithm in the bound of Jin et al., does not depend "
    "on the units of f and x.",
    items={},
    where={
        (a, b): "the units of f and of x: in others f becomes a·f(x/b)",
        d: "the dimension",
        L: "a Lipschitz constant of the gradient, a·L/b² in the other units",
        gap: "the value at the start less the lower bound, a·Δ there",
        eps: "the accuracy asked of the gradient, a·ε/b there",
        delta: "the probability of failure",
        argument: "the number of which the logarithm is taken",
    },
    given={
        "unit_of_length": gt(b),
        "argument": eq(argument * eps**2 * delta, d * L * gap),
    },
    then=eq(argument * (a * eps / b) ** 2 * delta, d * (a * L / b**2) * (a * gap)),
)
witness = {a: 1, b: 1, d: 1, L: 1, gap: 1, eps: 1, delta: 1, argument: 1}
countermodels = {"argument": witness | {argument: 2}}
points = [witness | {a: 2, b: 3}]


def proof():
    return combine(claim, using={"argument": (a / b) ** 2})
