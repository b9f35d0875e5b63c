"""The tolerance √(Lε) is not homogeneous: in other units of length the same point passes or fails.

For g(x) = f(x/b): λ_min/b², L/b² and ε/b take the places of λ_min, L and ε. With L the Lipschitz
constant of the gradient λ_min ≥ −√(Lε) becomes λ_min ≥ −√(Lεb).
"""

from sympy import Rational

from provenscape.kernel import Claim, ge, gt, le, real, refute

gamma, L, eps, b = real("gamma L epsilon b")  # γ = −λ_min

claim = Claim(
    id="notes-tolerance-does-not-depend-on-units",
    items=["N-40"],
    says="λ_min(H) ≥ −√(Lε), with L the Lipschitz constant of the gradient, says something of the "
    "point: it is the same for f(x/b).",
    given={
        "unit_of_length": gt(b),
        "curvature": ge(gamma),
        "accepted": le(gamma**2, L * eps),
        "smooth": ge(L, gamma),
    },
    then=le((gamma / b**2) ** 2, (L / b**2) * (eps / b)),
    scope="a definition is free; what fails is that this one is the same in every unit of length. "
    "L is not explained in the notes; were it the Lipschitz constant of the Hessian, the notion "
    "would be the published one; squared",
)


def refutation():
    return refute(claim, {gamma: 1, L: 1, eps: 1, b: Rational(1, 2)})
