"""Perturbed accelerated descent finds minima of strict saddle functions in Õ(ε^(−7/4)) steps.

f is (θ, γ, ζ)-strict saddle if at every point ‖∇f‖ ≥ θ, or λ_min ≤ −γ, or a local minimum is within
ζ. With 2ε = min{θ, γ²/ρ} the point that perturbed accelerated descent finds (Jin, Netrapalli &
Jordan 2018) is near a minimum, as in perturbed-descent-finds-minima-if-the-property-has-constants,
but after C√ℓ ρ^(1/4) Δ ε^(−7/4) steps instead of CℓΔ/ε², up to logarithms: the quotient is the
fourth root of ρε/ℓ². As near one saddle with ηγ = √(ρε)/ℓ, where momentum takes 1/√(ηγ) steps
instead of 1/(ηγ) (momentum-escapes-within-one-over-the-root-of-the-curvature).
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, conjoin, eq, ge, gt, le, real

theta, gamma, zeta = real("theta gamma zeta")
slope, least, dist = real("slope lambda dist")
w1, w2, w3 = real("w_1 w_2 w_3")
rho, ell, eps, s, gap, C, factor, T = real("rho ell epsilon s Delta C Lambda T")


def sevenths(a, b):
    """(a⁷ − b⁷)/(a − b)"""
    return sum(a**k * b ** (6 - k) for k in range(7))


claim = Claim(
    id="accelerated-perturbed-descent-takes-fewer-steps",
    says="If at every point ‖∇f‖ ≥ θ, or λ_min(∇²f) ≤ −γ, or a local minimum is within ζ, and f "
    "has an ℓ-Lipschitz gradient, a ρ-Lipschitz Hessian and a lower bound, perturbed accelerated "
    "descent meets with probability at least 1 − δ a point within ζ of a local minimum, among the "
    "first T with T⁴ ≤ 128(CΔΛ)⁴ℓ²ρ(1/θ⁷ + ρ⁷/γ¹⁴), Λ the sixth power of a logarithm.",
    items={},
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
        eps: "the accuracy ε asked of the method",
        s: ("the tolerance of negative curvature", r"\sqrt{\rho\varepsilon}"),
        gap: "a bound of the gap f(x₀) − f* of the start, √(ε³/ρ) at least",
        C: "the constant of the bound on the steps",
        factor: (
            "the sixth power of a logarithm, 1 at least",
            r"\max\{1,\log\frac{d\ell\Delta}{\rho\varepsilon\delta}\}^6",
        ),
        T: "the number of steps until the point is met",
    },
    given={
        "curvature_threshold": gt(gamma),
        "lipschitz_hessian": gt(rho),
        "accuracy": gt(eps),
        "accurate_for_gradients": le(2 * eps, theta),
        "accurate_for_curvature": le(2 * rho * eps, gamma**2),
        "no_more_accurate": eq((theta - 2 * eps) * (gamma**2 - 2 * rho * eps)),
        "tolerance": eq(s**2, rho * eps),
        "tolerance_is_positive": ge(s),
        "found_gradient": le(slope, eps),
        "found_curvature": ge(least, -s),
        "found_within": le(T**4 * eps**7, (C * gap * factor) ** 4 * ell**2 * rho),
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
            T**4 * theta**7 * gamma**14,
            128 * (C * gap * factor) ** 4 * ell**2 * rho * (gamma**14 + rho**7 * theta**7),
        ),
    ),
    facts={
        "found_gradient": "accelerated-perturbed-descent-theorem",
        "found_curvature": "accelerated-perturbed-descent-theorem",
        "found_within": "accelerated-perturbed-descent-theorem",
    },
    about="perturbed descent on strict saddle functions",
    scope="every dimension; the weights say that one of the three alternatives holds; γ ≤ ℓ, as no "
    "eigenvalue is below −ℓ, so that ε ≤ ℓ²/ρ",
)
half = Rational(1, 2)
witness = {
    theta: 2, gamma: 2, zeta: 1, slope: 1, least: -1, dist: 1, w1: 0, w2: 0, w3: 1, rho: 1, ell: 2,
    eps: 1, s: 1, gap: 1, C: 1, factor: 1, T: 1,
}  # fmt: skip
far = witness | {dist: 2, w3: 0}
countermodels = {
    "found_gradient": far | {w1: 1, slope: 2},
    "found_curvature": far | {w2: 1, least: -2},
    "some_alternative": far,
    "large_gradient": far | {w1: 1},
    "negative_curvature": far | {w2: 1},
    "near_a_minimum": far | {w3: 1},
    "found_within": witness | {T: 100},
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
    # θ⁷γ¹⁴ = (2ε)⁷(γ¹⁴ + ρ⁷θ⁷) − (2ε)⁷(2ρε)⁷, as (θ⁷ − (2ε)⁷)(γ¹⁴ − (2ρε)⁷) = 0
    both = sevenths(theta, 2 * eps) * sevenths(gamma**2, 2 * rho * eps)
    threshold = combine(
        claim.lemma("θ > 0", given, gt(theta)),
        using={"accurate_for_gradients": 1, "accuracy": 2},
    )
    few = chain(
        claim.part(1),
        {"threshold": threshold},
        using={
            "found_within": 128 * (gamma**14 + rho**7 * theta**7),
            "no_more_accurate": -(T**4) * both,
            "lipschitz_hessian": 2**14 * T**4 * eps**14 * rho**6,
        },
    )
    return conjoin(claim, [near, few])
