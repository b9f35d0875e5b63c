"""C·L²Δ log(n/δ)/ε⁴ iterations do not suffice, whatever C: on a flat enough bowl they are none.

For f = Lx²/2 with L = 1/(8C + 1), ε = ½ and log(n/δ) = 1, started where |f′| = 2ε, the gap is Δ =
1/(2L) and the bound is 8CL < 1: not one iteration, yet the start is not ε-stationary. The bound is
not homogeneous: f → af divides L²Δ/ε⁴ by a, though the iterates are the same. For one fixed f and
ε → 0 alone ε⁻⁴ is weaker than what is known, not false.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, function, gt, le, lt, real, refute

C, L, eps, Delta, logarithm, x = real("C L epsilon Delta logarithm x")
f = function("f", (x,), L * x**2 / 2)

claim = Claim(
    id="notes-bound-suffices-for-perturbed-descent",
    says="Perturbed descent finds an ε-stationary point within a constant times "
    "L²Δ log(n/δ)/ε⁴ iterations, the constant being the same for all functions and ε: where less "
    "than one iteration is allowed, the start is such a point.",
    items={"N-39": "whole"},
    where={
        C: "the constant in O(…)",
        L: "a Lipschitz constant of the gradient",
        eps: "the accuracy ε",
        Delta: ("the gap of the start", r"f(x_0)-f^*"),
        logarithm: ("the logarithmic factor", r"\log(n/\delta)"),
        x: "the start",
    },
    given={
        "smooth": gt(L),
        "accuracy": gt(eps),
        "log_term": gt(logarithm),
        "gap": eq(Delta, f(x) - f(0)),
        "no_iteration_allowed": lt(C * L**2 * Delta * logarithm / eps**4, 1),
    },
    then=le(f.partial(x) ** 2, eps**2),
    constants=(C,),
    about="the number of steps of perturbed descent",
    scope="f = Lx²/2 in one of the n dimensions; L and Δ, which the notes leave unexplained, read "
    "as the Lipschitz constant of the gradient and the gap of the start; accuracies with ε² > L, "
    "since below √L the factor L²Δ/ε⁴ is the larger one",
)


def refutation():
    flat, half = 1 / (8 * C + 1), Rational(1, 2)
    at = {L: flat, eps: half, logarithm: 1, x: 1 / flat, Delta: half / flat}
    return refute(claim, at)
