"""The tolerance √(Lε) is not homogeneous: in other units of length the same point passes or fails.

For g(x) = f(x/b): λ_min/b², L/b² and ε/b take the places of λ_min, L and ε. With L the Lipschitz
constant of the gradient λ_min ≥ −√(Lε) becomes λ_min ≥ −√(Lεb). A definition is free; were L the
Lipschitz constant of the Hessian, the notion would be the published one, and without units.
"""

from sympy import Rational

from provenscape.kernel import Claim, ge, gt, le, real, refute

gamma, L, eps, b = real("gamma L epsilon b")

claim = Claim(
    id="notes-tolerance-does-not-depend-on-units",
    says="Whether λ_min(H) ≥ −√(Lε), with L the Lipschitz constant of the gradient, does not "
    "depend on the unit of length: it is the same for f(x) and for f(x/b).",
    items={},
    where={
        gamma: ("the negative curvature at the point", r"-\lambda_{\min}(H)"),
        L: "the Lipschitz constant of the gradient",
        eps: "the bound of the gradient norm",
        b: "the factor by which lengths are multiplied",
    },
    given={
        "unit_of_length": gt(b),
        "curvature": ge(gamma),
        "accepted": le(gamma**2, L * eps),
        "smooth": ge(L, gamma),
    },
    then=le((gamma / b**2) ** 2, (L / b**2) * (eps / b)),
    scope="L, which the notes leave unexplained, read as the Lipschitz constant of the gradient; "
    "both sides squared",
)


def refutation():
    return refute(claim, {gamma: 1, L: 1, eps: 1, b: Rational(1, 2)})
