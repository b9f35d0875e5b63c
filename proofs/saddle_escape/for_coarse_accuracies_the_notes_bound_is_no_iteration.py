"""C·L²Δ log(n/δ)/ε⁴ is below 1 for Lx²/2 from |f′| = 2ε if ε² > 2CL log(n/δ): no bound for all ε.

The gap there is Δ = 2ε²/L. The bound is not homogeneous, f → af divides L²Δ/ε⁴ by a though the
iterates are the same, so that no constant C does for all functions and accuracies; read for ε → 0
with f fixed it holds (the-notes-bound-holds-for-fine-accuracies).
"""

from dataclasses import replace

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, lt, real

C, L, eps, Delta, logarithm, x = real("C L epsilon Delta logarithm x")
f = function("f", (x,), L * x**2 / 2)

claim = Claim(
    id="for-coarse-accuracies-the-notes-bound-is-no-iteration",
    says="For Lx²/2 and an accuracy with ε² > 2CL log(n/δ) the bound C L²Δ log(n/δ)/ε⁴ is less "
    "than one iteration at the start with |f′| = 2ε, which is not ε-stationary.",
    items={"N-39": "instance"},
    where={
        C: "the constant in O(…)",
        L: "a Lipschitz constant of the gradient",
        eps: "the accuracy ε",
        Delta: ("the gap of the start", r"f(x_0)-f^*"),
        logarithm: ("the logarithmic factor", r"\log(n/\delta)"),
        x: "the start",
    },
    given={
        "constant": gt(C),
        "smooth": gt(L),
        "accuracy": gt(eps),
        "coarse": lt(2 * C * L * logarithm, eps**2),
        "start": eq(f.partial(x), 2 * eps),
        "gap": eq(Delta, f(x) - f(0)),
    },
    then=(
        lt(C * L**2 * Delta * logarithm / eps**4, 1),
        gt(f.partial(x) ** 2, eps**2),
    ),
    scope="f = Lx²/2 in one of the n dimensions; L and Δ, which the notes leave unexplained, read "
    "as the Lipschitz constant of the gradient and the gap of the start",
)
witness = {C: 1, L: 1, eps: 2, logarithm: 1, x: 4, Delta: 8}
countermodels = {
    "coarse": witness | {logarithm: 9},
    "start": witness | {x: 0, Delta: 0},
    "gap": witness | {Delta: 99},
}


def proof():
    small = combine(
        claim.part(0),
        # CL²ΔΛ = CLΛ(Lx)²/2 = 2CLΛε²
        using={
            "coarse": eps**2,
            "start": -C * L * logarithm * (L * x + 2 * eps) / 2,
            "gap": -C * L**2 * logarithm,
        },
        scale=eps**4,
    )
    steep = combine(claim.part(1), using={"start": L * x + 2 * eps, "accuracy": 3 * eps})
    return conjoin(claim, [small, steep])


mutants = [
    ("a steeper start", replace(claim, then=(claim.then[0], gt(f.partial(x) ** 2, 4 * eps**2)))),
]
