"""No step of descent multiplies the unstable component by e^(ηγ): the factor 1 + ηγ is smaller.

e^s ≥ 1 + s + s²/2 > 1 + s. The matrix exponential belongs to the gradient flow.
"""

from sympy import exp

from provenscape.kernel import Claim, chain, eq, function, ge, gt, real, refute, series

eta, gamma, a = real("eta gamma a")
f = function("f", (a,), -gamma * a**2 / 2)

claim = Claim(
    id="descent-amplifies-by-the-matrix-exponential",
    says="A step of gradient descent, for some step length, multiplies the component along the "
    "eigenvector for −γ by e^(ηγ).",
    items={"O-33": "part by-the-matrix-exponential"},
    where={
        eta: "the step length",
        gamma: "minus the smallest eigenvalue",
        a: (
            "the component along an eigenvector v for it, along which the function is f",
            r"v^\top x",
        ),
    },
    given={"curvature": gt(gamma)},
    then=eq(a - eta * f.partial(a), exp(eta * gamma) * a),
    parameters=(gamma,),
    constants=(eta,),
    scope="a quadratic function; the counterexample has γ = 1",
)


def refutation():
    given = {"step": gt(eta)}
    parabola = series(
        claim.lemma("parabola", given, ge(exp(eta), 1 + eta + eta**2 / 2)), exp, eta, 2
    )
    strictly = chain(
        claim.lemma("above the tangent", given, gt(exp(eta), 1 + eta)),
        {"parabola": parabola},
        {"parabola": 1, "step": eta / 2},
    )
    return refute(claim, {gamma: 1, a: 1}, strictly)
