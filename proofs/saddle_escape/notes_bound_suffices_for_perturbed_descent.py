"""C·L²Δ log(n/δ)/ε⁴ iterations do not suffice, whatever C: on a flat enough bowl they are none.

For f = Lx²/2 with L = 1/(2C + 1), ε = 1 and log(n/δ) = 1, started where |f′| = 2ε, the gap is Δ =
2/L and the bound is 2CL < 1: not one iteration, yet the start is not ε-stationary. The bound is not
homogeneous: f → af divides L²Δ/ε⁴ by a, though the iterates are the same.
"""

from provenscape.kernel import Claim, eq, gt, le, real, refute

C, L, eps, gap, log_term, x = real("C L epsilon Delta ell x")

claim = Claim(
    id="notes-bound-suffices-for-perturbed-descent",
    items=["N-39"],
    says="Perturbed descent finds an ε-stationary point within a constant times "
    "L²Δ log(n/δ)/ε⁴ iterations.",
    given={
        "smooth": gt(L),
        "accuracy": gt(eps),
        "log_term": gt(log_term),
        "gap": eq(gap, L * x**2 / 2),
        "no_iteration_allowed": gt(1 - C * L**2 * gap * log_term / eps**4),
    },
    then=le(x, eps / L),
    locally=(C,),
    scope="'for some constant C > 0', the same for all f and ε; f = Lx²/2 in one of the n "
    "dimensions, L the Lipschitz constant of the gradient and Δ = f(x₀) − f*; if less than one "
    "iteration is allowed, the start must do. For one fixed f and ε → 0 alone ε⁻⁴ is weaker than "
    "what is known, not false",
)


def refutation():
    flat = 1 / (2 * C + 1)
    return refute(claim, {L: flat, eps: 1, log_term: 1, x: 2 / flat, gap: 2 / flat})
