"""A point with ‖∇f‖ ≤ ε and λ_min ≥ −√(ρε), 2ε = min{θ, γ²/ρ}, is near a minimum of such an f.

f is (θ, γ, ζ)-strict saddle if at every point ‖∇f‖ ≥ θ, or λ_min ≤ −γ, or a local minimum is within
ζ. Perturbed descent outputs such a point with probability at least 1 − δ (Jin et al. 2017), within
a number of steps that is polynomial in ℓ, ρ, 1/θ, 1/γ and the gap, with a power of a logarithm of
the dimension and of 1/δ. The definition that asks of stationary points alone gives no such
constants: on (xy − 1)² + x² gradients get as small as one likes far from every minimum. From
such a point plain descent converges to the minimum where f is strongly convex about it
(descent-converges-from-near-a-strongly-convex-minimum).
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, conjoin, eq, ge, gt, le, real

theta, gamma, zeta = real("theta gamma zeta")
slope, least, dist = real("slope lambda dist")
w1, w2, w3 = real("w_1 w_2 w_3")
rho, ell, eps, s, gap, C, factor, T = real("rho ell epsilon s Delta C Lambda T")

claim = Claim(
    id="perturbed-descent-finds-minima-if-the-property-has-constants",
    says="If at every point ‖∇f‖ ≥ θ, or λ_min(∇²f) ≤ −γ, or a local minimum is within ζ, and f "
    "has an ℓ-Lipschitz gradient, a ρ-Lipschitz Hessian and a lower bound, then perturbed descent "
    "finds with probability at least 1 − δ a point within ζ of a local minimum, in at most "
    "4CℓΔ(1/θ² + ρ²/γ⁴) steps times the fourth power of a logarithm, C being a constant.",
    items={"O-05": "whole", "O-11": "part saddle-escape", "E-35": "whole"},
    where={
        theta: "what a large gradient exceeds",
        gamma: "what clearly negative curvature exceeds",
        zeta: "the distance within which a local minimum is near",
        slope: ("the gradient norm at the point found", r"\|\nabla f(x)\|"),
        least: ("the least eigenvalue there", r"\lambda_{\min}(\nabla^2f(x))"),
        dist: "the distance of that point from the nearest local minimum",
        (w1, w2, w3): "weights, of which only those of alternatives that hold at the point may be "
        "positive",
        rho: "a Lipschitz constant of the Hessian",
        ell: "a Lipschitz constant of the gradient",
        eps: "the accuracy ε asked of perturbed descent",
        s: ("the tolerance of negative curvature", r"\sqrt{\rho\varepsilon}"),
        gap: "a bound of the gap f(x₀) − f* of the start, √(ε³/ρ) at least",
        C: "the constant of the bound on the steps",
        factor: (
            "the fourth power of a logarithm",
            r"\log^4\frac{d\ell\Delta}{\varepsilon^2\delta}",
        ),
        T: "the number of steps",
    },
    given={
        "curvature_threshold": gt(gamma),
        "curvature_within_smoothness": le(gamma, ell),
        "lipschitz_hessian": gt(rho),
        "accuracy": gt(eps),
        "accurate_for_gradients": le(2 * eps, theta),
        "accurate_for_curvature": le(2 * rho * eps, gamma**2),
        "no_more_accurate": eq((theta - 2 * eps) * (gamma**2 - 2 * rho * eps)),
        "tolerance": eq(s**2, rho * eps),
        "tolerance_is_positive": ge(s),
        "found_gradient": le(slope, eps),
        "found_curvature": ge(least, -s),
        "counted": ge(T),
        "found_within": le(T * eps**2, C * ell * gap * factor),
        "first_weight": ge(w1),
        "second_weight": ge(w2),
        "some_alternative": eq(w1 + w2 + w3, 1),
        "large_gradient": ge(w1 * (slope - theta)),
        "negative_curvature": ge(w2 * (-gamma - least)),
        "near_a_minimum": ge(w3 * (zeta - dist)),
    },
    then=(
        le(dist, zeta),
        le(
            T * theta**2 * gamma**4,
            4 * C * ell * gap * factor * (gamma**4 + rho**2 * theta**2),
        ),
        le(rho * eps, ell**2),
    ),
    facts={
        "found_gradient": "perturbed-descent-theorem",
        "found_curvature": "perturbed-descent-theorem",
        "found_within": "perturbed-descent-theorem",
    },
    repairs="perturbed-descent-finds-a-minimum-of-every-strict-saddle-function",
    about="perturbed descent on strict saddle functions",
    scope="every dimension; the weights say that one of the three alternatives holds; γ ≤ ℓ, as no "
    "eigenvalue is below −ℓ; the last relation is the bound ε ≤ ℓ²/ρ of the accuracy",
)
half = Rational(1, 2)
witness = {
    theta: 2, gamma: 2, zeta: 1, slope: 1, least: -1, dist: 1, w1: 0, w2: 0, w3: 1, rho: 1, ell: 2,
    eps: 1, s: 1, gap: 1, C: 1, factor: 1, T: 1,
}  # fmt: skip
far = witness | {dist: 2, w3: 0}
countermodels = {
    "curvature_within_smoothness": witness | {ell: half, factor: 2},
    "found_gradient": far | {w1: 1, slope: 2},
    "found_curvature": far | {w2: 1, least: -2},
    "some_alternative": far,
    "large_gradient": far | {w1: 1},
    "negative_curvature": far | {w2: 1},
    "near_a_minimum": far | {w3: 1},
    "found_within": witness | {T: 100},
    "no_more_accurate": witness | {eps: half / 2, s: half, C: half / 16, slope: 0, least: 0},
}


def proof():
    given = claim.given
    no_large_gradient = combine(
        claim.lemma("the first alternative fails", given, le(w1, 0)),
        using={"large_gradient": 1, "found_gradient": w1, "accurate_for_gradients": w1},
        scale=eps,
    )
    below = combine(
        claim.lemma("√(ρε) < γ", given, gt(gamma, s)),
        using={"tolerance": -1, "accurate_for_curvature": half},
        squares=[(half, gamma)],
        scale=gamma + s,
    )
    no_negative_curvature = chain(
        claim.lemma("the second alternative fails", given, le(w2, 0)),
        {"below": below},
        using={"negative_curvature": 1, "found_curvature": w2},
        scale=gamma - s,
    )
    third = chain(
        claim.lemma("the third alternative is left", given, ge(w3, 1)),
        {"first": no_large_gradient, "second": no_negative_curvature},
        using={"first": 1, "second": 1, "some_alternative": 1},
    )
    near = chain(claim.part(0), {"third": third}, using={"near_a_minimum": 1}, scale=w3)
    few = combine(
        claim.part(1),
        using={
            "found_within": 4 * (gamma**4 + rho**2 * theta**2),
            "no_more_accurate": -T * (theta + 2 * eps) * (gamma**2 + 2 * rho * eps),
            "counted": 16 * rho**2 * eps**4,
        },
    )
    admissible = combine(
        claim.part(2),
        using={
            "curvature_within_smoothness": 2 * gamma,
            "accurate_for_curvature": 1,
            "lipschitz_hessian": eps,
        },
        squares=[(1, ell - gamma)],
    )
    return conjoin(claim, [near, few, admissible])
