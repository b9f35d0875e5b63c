"""The gain Φ = c·√(ε³/ρ) of an epoch is multiplied by a when f is: Δ/Φ is free of units.

Under f → af(x/b) ρ and ε become aρ/b³ and aε/b, and ε³/ρ is multiplied by a². The number Δ/Φ of
epochs and the bound KΔ/Φ = C·LΔ/ε² on their steps then stay.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, real

a, b, c, C, gap, gain, L, rho, eps, K = real("a b c C Delta Phi L rho epsilon K")

claim = Claim(
    id="gain-of-an-epoch-scales-with-f",
    says="Φ² = c²ε³/ρ holds in all units if in one, with Φ in the unit of f, and epochs of "
    "K = C·L/√(ρε) steps with that gain make KΔ/Φ = (C/c)·LΔ/ε² steps.",
    items={},
    where={
        (a, b): "the units of f and of x: in others f becomes a·f(x/b)",
        (c, C): "numbers without units",
        gap: "the value at the start less the lower bound, a·Δ in the other units",
        gain: "the gain of an epoch, a·Φ there",
        L: "a Lipschitz constant of the gradient",
        rho: "one of the Hessian, a·ρ/b³ there",
        eps: "the accuracy asked of the gradient, a·ε/b there",
        K: "the number of steps of an epoch",
    },
    given={
        "unit_of_length": gt(b),
        "gain": eq(rho * gain**2, c**2 * eps**3),
        "length": eq(K**2 * rho * eps, (C * L) ** 2),
    },
    then=(
        eq((a * rho / b**3) * (a * gain) ** 2, c**2 * (a * eps / b) ** 3),
        eq(rho * (c * K * gap) ** 2 * eps**4, rho * (C * L * gap) ** 2 * gain**2),
    ),
    scope="squared, the second part times ρ; without the logarithms",
)
witness = {
    a: 1, b: 1, c: 1, C: 1, gap: 1, gain: 1, L: 1, rho: 1, eps: 1, K: 1,
}  # fmt: skip
countermodels = {
    "gain": witness | {gain: 2},
    "length": witness | {K: 2},
}
points = [witness | {a: 2, b: 3}]


def proof():
    scales = combine(claim.part(0), using={"gain": (a / b) ** 3})
    # ρ(cKΔ)²ε⁴ = (cΔ)²ε³·K²ρε and (CLΔ)²·ρΦ² = (CLΔ)²·c²ε³
    steps = combine(
        claim.part(1),
        using={"length": (c * gap) ** 2 * eps**3, "gain": -((C * L * gap) ** 2)},
    )
    return conjoin(claim, [scales, steps])
