"""Cubic regularisation and a trust region find minima of strict saddle functions with constants.

At every point ‖∇f‖ ≥ θ, or λ_min ≤ −γ, or a local minimum is within ζ. Let 2Lδ² ≤ θ and 3Lδ ≤ γ.
Cubic regularisation with M = L makes at most 12Δ/(Lδ³) steps before a point with ‖∇f‖ ≤ Lδ² and
λ_min ≥ −(3/2)Lδ, a trust region of radius δ at most 3Δ/(Lδ³) before one with ‖∇f‖ ≤ (3/2)Lδ² and
λ_min ≥ −2Lδ (claims cubic-regularisation-finds-a-second-order-point,
a-trust-region-of-fixed-radius-finds-a-second-order-point). All these are less than θ and above −γ,
and only the third alternative is left. With the largest such δ, 1/δ³ ≤ (2L/θ)^(3/2) + (3L/γ)³.
"""

from provenscape.kernel import Claim, chain, combine, conjoin, eq, ge, gt, le, real

theta, gamma, zeta, slope, least, dist = real("theta gamma zeta g lambda_1 dist")
w1, w2, w3, L, delta, gap, T, N = real("w_1 w_2 w_3 L delta Delta T N")
rate = 8 * L * gamma**6 + 729 * L**4 * theta**3

claim = Claim(
    id="second-order-methods-find-minima-if-the-property-has-constants",
    says="If at every point ‖∇f‖ ≥ θ, or λ_min(∇²f) ≤ −γ, or a local minimum is within ζ, and f "
    "has an L-Lipschitz Hessian and a lower bound, the trust-region method of fixed radius δ and "
    "cubic regularisation with constant L, each model minimised exactly, find a point within ζ "
    "of a local minimum, after at most 3Δ/(Lδ³) and 12Δ/(Lδ³) steps and one more, δ being the "
    "largest with 2Lδ² ≤ θ and 3Lδ ≤ γ: these are at most 12Δ√(8L/θ³ + 729L⁴/γ⁶).",
    items={"E-34": "whole"},
    where={
        theta: "what a large gradient exceeds",
        gamma: "what clearly negative curvature exceeds",
        zeta: "the distance within which a local minimum is near",
        slope: ("the gradient norm at the point found", r"\|\nabla f(x)\|"),
        least: ("the least eigenvalue there", r"\lambda_{\min}(\nabla^2f(x))"),
        dist: "the distance of that point from the nearest local minimum",
        (w1, w2, w3): "weights, of which only those of alternatives that hold at the point may be "
        "positive",
        L: "a Lipschitz constant of the Hessian",
        delta: "the radius, and the length below which no cubic step is before the point",
        gap: "the gap f(x₀) − f* of the start",
        N: "the number of steps of cubic regularisation before the one to its point",
        T: "the number of steps of the trust-region method before the one to its point",
    },
    given={
        "lipschitz": gt(L),
        "gradient_threshold": gt(theta),
        "radius": gt(delta),
        "short_for_gradients": le(2 * L * delta**2, theta),
        "short_for_curvature": le(3 * L * delta, gamma),
        "no_shorter": eq((theta - 2 * L * delta**2) * (gamma - 3 * L * delta)),
        "found_gradient": le(slope, 3 * L * delta**2 / 2),
        "found_curvature": ge(least, -2 * L * delta),
        "cubic_steps": le(N * L * delta**3, 12 * gap),
        "trust_region_steps": le(T * L * delta**3, 3 * gap),
        "gap": ge(gap),
        "counted": ge(N),
        "counted_too": ge(T),
        "first_weight": ge(w1),
        "second_weight": ge(w2),
        "some_alternative": eq(w1 + w2 + w3, 1),
        "large_gradient": ge(w1 * (slope - theta)),
        "negative_curvature": ge(w2 * (-gamma - least)),
        "near_a_minimum": ge(w3 * (zeta - dist)),
    },
    then=(
        le(dist, zeta),
        le(N**2 * theta**3 * gamma**6, 144 * gap**2 * rate),
        le(T**2 * theta**3 * gamma**6, 9 * gap**2 * rate),
    ),
    facts={
        "found_gradient": "fixed-radius-trust-region-step-bound",
        "found_curvature": "fixed-radius-trust-region-step-bound",
        "trust_region_steps": "fixed-radius-trust-region-step-bound",
        "cubic_steps": "cubic-regularisation-step-bound",
    },
    repairs="strict-saddle-functions-have-local-minima",
    about="local minima of strict saddle functions",
    scope="every dimension; the weights say that one of the three alternatives holds at the "
    "point, that of either method",
)
witness = {
    theta: 2, gamma: 3, zeta: 1, slope: 1, least: -1, dist: 1, w1: 0, w2: 0, w3: 1, L: 1, delta: 1,
    gap: 1, N: 12, T: 3,
}  # fmt: skip
far = witness | {dist: 2, w3: 0}
countermodels = {
    "short_for_gradients": far | {w1: 1, theta: 1, gamma: 3},
    "short_for_curvature": far | {w2: 1, gamma: 2, least: -2},
    "no_shorter": witness | {theta: 200, gamma: 200},
    "found_gradient": far | {w1: 1, slope: 2},
    "found_curvature": far | {w2: 1, least: -3},
    "cubic_steps": witness | {N: 1000},
    "trust_region_steps": witness | {T: 1000},
    "some_alternative": far,
    "large_gradient": far | {w1: 1},
    "negative_curvature": far | {w2: 1},
    "near_a_minimum": far | {w3: 1},
}


def proof():
    given = claim.given
    first = combine(
        claim.lemma("the first alternative fails", given, le(w1, 0)),
        using={"large_gradient": 1, "found_gradient": w1, "short_for_gradients": w1},
        scale=L * delta**2 / 2,
    )
    second = combine(
        claim.lemma("the second alternative fails", given, le(w2, 0)),
        using={"negative_curvature": 1, "found_curvature": w2, "short_for_curvature": w2},
        scale=L * delta,
    )
    third = chain(
        claim.lemma("the third alternative is left", given, ge(w3, 1)),
        {"first": first, "second": second},
        using={"first": 1, "second": 1, "some_alternative": 1},
    )
    near = chain(claim.part(0), {"third": third}, using={"near_a_minimum": 1}, scale=w3)
    # with a = θ ≥ A = 2Lδ², b = γ ≥ B = 3Lδ, one with equality: a³b⁶ + A³B⁶ = A³b⁶ + a³B⁶
    short_a, short_b = 2 * L * delta**2, 3 * L * delta
    cubes = theta**2 + theta * short_a + short_a**2
    sixths = sum(gamma**i * short_b ** (5 - i) for i in range(6))
    few = [
        combine(
            claim.part(part),
            using={
                steps: (most * gap + number * L * delta**3) * theta**3 * gamma**6,
                "no_shorter": -(most**2) * gap**2 * cubes * sixths,
                "lipschitz": most**2 * gap**2 * short_a**3 * short_b**6 / L,
            },
            scale=L**2 * delta**6,
        )
        for part, most, number, steps in (
            (1, 12, N, "cubic_steps"),
            (2, 3, T, "trust_region_steps"),
        )
    ]
    return conjoin(claim, [near, *few])
