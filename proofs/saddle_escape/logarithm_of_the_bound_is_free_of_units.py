"""dLΔ/(ε²δ), whose logarithm is in the published bound, is the same number in all units.

Under f → af(x/b) L, Δ and ε become aL/b², aΔ and aε/b; d and δ are numbers. A logarithm is taken
of a number: n/δ, as in the notes, is one too, but LΔ/ε and 1/ε are not.
"""

from provenscape.kernel import Claim, combine, eq, gt, real

a, b, d, L, gap, eps, delta, argument = real("a b d L Delta epsilon delta u")

claim = Claim(
    id="logarithm-of-the-bound-is-free-of-units",
    items=["N-41", "O-37"],
    says="u = dLΔ/(ε²δ), the argument of the logarithm in the bound of Jin et al., does not depend "
    "on the units of f and x.",
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
