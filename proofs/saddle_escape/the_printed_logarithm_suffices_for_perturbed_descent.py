"""At a fixed dimension no multiple of LΔ/ε² steps is enough: L belongs under the logarithm too.

On x⁴/4 − x²/2 + Lz²/2 from the saddle (beyond |x| = 1 let f grow with the constant curvature 2)
ρ = 6 and Δ = ¼; with ε = 1/24 the tolerance √(ρε) is ½. A step of length 1/L multiplies |x| < 1 by
1 + 1/L at most, so that N = BLΔ/ε² = 144BL steps, B = C log⁴ d, multiply it by e^(144B) at most,
whatever L is. In the method of Jin et al. (2017), to whom the bound is attributed, perturbations
are √cε/(χ²L) ≤ ε/L long at most and χL/(c²√(ρε)) ≥ 2L steps apart at least, for c ≤ 1 and a
logarithm χ ≥ 1: there are 1 + 72B of them at most. All one way, they lead to (1 + 72B)e^(144B)ε/L,
which for a large L is below ε: there the curvature is below −½, as it was before. Their theorem has
log⁴(dLΔ/(ε²δ)), which grows with L.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, function, ge, real, refute

x, z, L, eps, rho, a, x_N = real("x z L epsilon rho a x_N")
f = function("f", (x, z), x**4 / 4 - x**2 / 2 + L * z**2 / 2)

claim = Claim(
    id="the-printed-logarithm-suffices-for-perturbed-descent",
    says="A constant times L(f(x₀) − f*)/ε² steps, the constant depending on the dimension alone, "
    "as C log⁴ d does, take perturbed descent from a saddle to where no curvature is below "
    "−√(ρε), at least where its perturbations, ε/L long at most, all go one way.",
    items={"O-35": "part polylog-factor"},
    where={
        L: "a Lipschitz constant of the gradient, whose inverse is the step length",
        rho: "a Lipschitz constant of the Hessian",
        eps: "the accuracy ε",
        a: (
            "what the number of perturbations times the growth in so many steps is above 1",
            r"(1+72C\log^4d)e^{144C\log^4d}-1",
        ),
        x_N: "the furthest that so many steps can lead",
    },
    given={
        "smooth": ge(L, 2),
        "lipschitz_hessian": eq(rho, f.partial(x, x, x, at=(1, 0))),
        "accuracy": eq(rho * eps, Rational(1, 4)),
        "furthest": eq(x_N, (1 + a) * eps / L),
    },
    then=ge(f.partial(x, x, at=(x_N, 0)), -Rational(1, 2)),
    constants=(a,),
    about="the number of steps of perturbed descent",
    scope="x⁴/4 − x²/2 + Lz²/2 from its saddle, with √(ρε) = 1/2, and beyond |x| = 1 with the "
    "curvature 2; perturbations at most ε/L long and at least L/√(ρε) steps apart, as in the "
    "method of 2017, to which the article attributes the bound",
)


def refutation():
    return refute(claim, {L: 2 + 2 * a, rho: 6, eps: Rational(1, 24), x_N: Rational(1, 48)})
