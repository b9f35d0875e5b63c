"""No step of descent multiplies the unstable component by e^(ηγ): the factor 1 + ηγ is smaller.

e^s ≥ 1 + s + s²/2 > 1 + s. The matrix exponential belongs to the gradient flow.
"""

from dataclasses import replace

from sympy import exp

from provenscape.kernel import Claim, chain, eq, ge, gt, real, refute, series

eta, gamma = real("eta gamma")  # the step length and minus the smallest eigenvalue

claim = Claim(
    id="descent-amplifies-by-the-matrix-exponential",
    items=["O-33"],
    says="A step of gradient descent multiplies the component along the eigenvector for −γ by "
    "e^(ηγ).",
    given={"step": gt(eta), "curvature": gt(gamma)},
    then=eq(1 + eta * gamma, exp(eta * gamma)),
    locally=(eta,),
    scope="'for some step length η > 0'; the quadratic saddle with γ = 1",
)


def refutation():
    above = replace(claim, id="e^t above its tangent parabola", given={"step": gt(eta)}, locally=())
    parabola = series(replace(above, then=ge(exp(eta), 1 + eta + eta**2 / 2)), exp, eta, 2)
    strictly = chain(
        replace(above, then=gt(exp(eta), 1 + eta)),
        {"parabola": parabola},
        {"parabola": 1, "step": eta / 2},
    )
    return refute(claim, {gamma: 1}, strictly)
