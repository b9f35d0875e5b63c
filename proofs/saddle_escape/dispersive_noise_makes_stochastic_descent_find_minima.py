"""A point with ‖∇f‖ ≤ ε and λ_min ≥ −M√ε, 2√ε = min{√θ, γ/M}, is near a minimum of such an f.

Fang, Lin & Zhang (2019) show that stochastic gradient descent without added noise finds such a
point in about ε^(−7/2) steps if its noise is dispersive: along no direction concentrated on narrow
sets. Daneshmand, Kohler, Lucchi & Hofmann (2018) have a theorem of the kind, with a larger power,
for noise that has a variance along the negative curvature. Unbiased bounded noise alone is not
enough (any-noise-leaves-the-saddle).
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, conjoin, eq, ge, gt, le, real

theta, gamma, zeta = real("theta gamma zeta")
slope, least, dist = real("slope lambda dist")
w1, w2, w3 = real("w_1 w_2 w_3")
r, h, M, K, factor, T = real("r h M K Lambda T")


def ratio(a, b):
    """(a⁷ − b⁷)/(a − b)."""
    return sum(a ** (6 - k) * b**k for k in range(7))


claim = Claim(
    id="dispersive-noise-makes-stochastic-descent-find-minima",
    says="If f has Lipschitz gradient and Hessian and a lower bound, and at every point "
    "‖∇f‖ ≥ θ, or λ_min(∇²f) ≤ −γ, or a local minimum is within ζ, then stochastic gradient "
    "descent with unbiased, bounded and dispersive noise, and without added noise, finds with high "
    "probability a point within ζ of a local minimum, in at most 128K(θ^(−7/2) + M⁷/γ⁷) steps up "
    "to logarithms, K and M depending on f and the noise.",
    items={
        "N-44": "whole",
        "O-40": "part analysis-carries-over",
        "N-13": "instance",
        "E-39": "instance",
    },
    where={
        theta: "what a large gradient exceeds",
        gamma: "what clearly negative curvature exceeds",
        zeta: "the distance within which a local minimum is near",
        slope: ("the gradient norm at the point found", r"\|\nabla f(x)\|"),
        least: ("the least eigenvalue there", r"\lambda_{\min}(\nabla^2f(x))"),
        dist: "the distance of that point from the nearest local minimum",
        (w1, w2, w3): "weights, of which only those of alternatives that hold at the point may be "
        "positive",
        r: ("the root of θ", r"\sqrt{\theta}"),
        h: ("the root of the accuracy ε", r"\sqrt{\varepsilon}"),
        M: "the factor in the tolerance of negative curvature",
        K: "the factor in the bound on the steps",
        factor: "the logarithmic factor of that bound",
        T: "the number of steps",
    },
    given={
        "curvature_threshold": gt(gamma),
        "root": eq(r**2, theta),
        "root_is_positive": gt(r),
        "accuracy": gt(h),
        "tolerance": gt(M),
        "accurate_for_gradients": le(2 * h, r),
        "accurate_for_curvature": le(2 * M * h, gamma),
        "no_more_accurate": eq((r - 2 * h) * (gamma - 2 * M * h)),
        "found_gradient": le(slope, h**2),
        "found_curvature": ge(least, -M * h),
        "counted": ge(T),
        "found_within": le(T * h**7, K * factor),
        "first_weight": ge(w1),
        "second_weight": ge(w2),
        "some_alternative": eq(w1 + w2 + w3, 1),
        "large_gradient": ge(w1 * (slope - theta)),
        "negative_curvature": ge(w2 * (-gamma - least)),
        "near_a_minimum": ge(w3 * (zeta - dist)),
    },
    then=(
        le(dist, zeta),
        le(T * r**7 * gamma**7, 128 * K * factor * (gamma**7 + M**7 * r**7)),
    ),
    facts=dict.fromkeys(
        ("found_gradient", "found_curvature", "found_within"), "stochastic-descent-theorem"
    ),
    repairs="any-noise-leaves-the-saddle",
    about="noisy descent at a saddle",
    scope="every dimension; the weights say that one of the three alternatives holds",
)
witness = {
    theta: 4, gamma: 2, zeta: 1, slope: 1, least: -1, dist: 1, w1: 0, w2: 0, w3: 1, r: 2, h: 1,
    M: 1, K: 1, factor: 1, T: 1,
}  # fmt: skip
far = witness | {dist: 2, w3: 0}
countermodels = {
    "found_gradient": far | {w1: 1, slope: 4},
    "found_curvature": far | {w2: 1, least: -2},
    "some_alternative": far,
    "large_gradient": far | {w1: 1},
    "negative_curvature": far | {w2: 1},
    "near_a_minimum": far | {w3: 1},
    "found_within": witness | {T: 300},
    "no_more_accurate": witness | {h: Rational(1, 4), slope: 0, least: 0, K: Rational(1, 2**14)},
}


def proof():
    given = claim.given
    no_large_gradient = combine(
        claim.lemma("the first alternative fails", given, le(w1, 0)),
        using={
            "large_gradient": 1,
            "found_gradient": w1,
            "root": -w1,
            "accurate_for_gradients": 4 * w1 * h,
        },
        squares=[(w1, r - 2 * h)],
        scale=3 * h**2,
    )
    no_negative_curvature = combine(
        claim.lemma("the second alternative fails", given, le(w2, 0)),
        using={"negative_curvature": 1, "found_curvature": w2, "accurate_for_curvature": w2},
        scale=M * h,
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
            "found_within": 128 * (gamma**7 + M**7 * r**7),
            "no_more_accurate": -T * ratio(r, 2 * h) * ratio(gamma, 2 * M * h),
            "counted": 128**2 * M**7 * h**14,
        },
    )
    return conjoin(claim, [near, few])
