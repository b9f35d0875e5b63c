"""A point with ‖∇f‖ ≤ ε and λ_min ≥ −Mε, 2ε = min{θ, γ/M}, is near a minimum of such an f.

Daneshmand, Kohler, Lucchi & Hofmann (2018) show that stochastic gradient descent without added
noise finds such a point, in a number of steps free of the dimension, if its stochastic gradients g
are bounded and E⟨g, v⟩² ≥ τ > 0 along the direction v of the most negative curvature. At a
quadratic saddle that is all that is needed (noise-along-the-escape-direction-leaves-the-saddle).
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, conjoin, eq, ge, gt, le, real

theta, gamma, zeta = real("theta gamma zeta")
slope, least, dist = real("slope lambda dist")
w1, w2, w3 = real("w_1 w_2 w_3")
eps, M, K, factor, T = real("epsilon M K Lambda T")


def ratio(a, b):
    """(a¹⁰ − b¹⁰)/(a − b)."""
    return sum(a ** (9 - k) * b**k for k in range(10))


claim = Claim(
    id="noise-along-negative-curvature-makes-stochastic-descent-find-minima",
    says="If f has Lipschitz gradient and Hessian and a lower bound, and at every point "
    "‖∇f‖ ≥ θ, or λ_min(∇²f) ≤ −γ, or a local minimum is within ζ, then stochastic gradient "
    "descent with bounded unbiased gradients g, and without added noise, finds with high "
    "probability a point within ζ of a local minimum, if E⟨g, v⟩² ≥ τ > 0 along the direction v of "
    "the most negative curvature, in at most 1024K(θ^(−10) + (M/γ)^10) steps up to logarithms, K "
    "and M depending on f and τ and not on the dimension.",
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
        eps: "the accuracy ε",
        M: "the factor in the tolerance of negative curvature",
        K: "the factor in the bound on the steps",
        factor: "the logarithmic factor of that bound",
        T: "the number of steps",
    },
    given={
        "accuracy": gt(eps),
        "tolerance": gt(M),
        "accurate_for_gradients": le(2 * eps, theta),
        "accurate_for_curvature": le(2 * M * eps, gamma),
        "no_more_accurate": eq((theta - 2 * eps) * (gamma - 2 * M * eps)),
        "found_gradient": le(slope, eps),
        "found_curvature": ge(least, -M * eps),
        "counted": ge(T),
        "found_within": le(T * eps**10, K * factor),
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
            T * theta**10 * gamma**10,
            1024 * K * factor * (gamma**10 + M**10 * theta**10),
        ),
    ),
    facts=dict.fromkeys(
        ("found_gradient", "found_curvature", "found_within"),
        "stochastic-descent-along-negative-curvature-theorem",
    ),
    repairs="any-noise-leaves-the-saddle",
    about="noisy descent at a saddle",
    scope="every dimension; the weights say that one of the three alternatives holds",
)
witness = {
    theta: 2, gamma: 2, zeta: 1, slope: 1, least: -1, dist: 1, w1: 0, w2: 0, w3: 1, eps: 1,
    M: 1, K: 1, factor: 1, T: 1,
}  # fmt: skip
far = witness | {dist: 2, w3: 0}
countermodels = {
    "found_gradient": far | {w1: 1, slope: 2},
    "found_curvature": far | {w2: 1, least: -2},
    "some_alternative": far,
    "large_gradient": far | {w1: 1},
    "negative_curvature": far | {w2: 1},
    "near_a_minimum": far | {w3: 1},
    "found_within": witness | {T: 3000},
    "no_more_accurate": witness | {eps: Rational(1, 4), slope: 0, least: 0, K: Rational(1, 2**20)},
}


def proof():
    given = claim.given
    no_large_gradient = combine(
        claim.lemma("the first alternative fails", given, le(w1, 0)),
        using={"large_gradient": 1, "found_gradient": w1, "accurate_for_gradients": w1},
        scale=eps,
    )
    no_negative_curvature = combine(
        claim.lemma("the second alternative fails", given, le(w2, 0)),
        using={"negative_curvature": 1, "found_curvature": w2, "accurate_for_curvature": w2},
        scale=M * eps,
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
            "found_within": 1024 * (gamma**10 + M**10 * theta**10),
            "no_more_accurate": -T * ratio(theta, 2 * eps) * ratio(gamma, 2 * M * eps),
            "counted": 1024**2 * M**10 * eps**20,
        },
    )
    return conjoin(claim, [near, few])
