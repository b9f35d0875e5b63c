"""Where descent from a random start ends with a nonsingular Hessian, it is at a strict minimum.

With probability 1 the limit is no strict saddle (Lee et al. 2019, who have it for saddles that are
not isolated, and for the proximal point method and coordinate descent as well). If no eigenvalue
there is 0 either, all are σ > 0 at least, and Taylor's formula gives f(x* + v) − f(x*) ≥ ½σ|v|² −
ρ|v|³/6. So of the kinds of stationary points minima and degenerate points are left: maxima and
nondegenerate saddles are told from minima, by the start alone. That bounded iterates of an analytic
f converge at all is lojasiewicz-descent-has-finite-length.
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, ge, gt, le, real

least, sigma, rho, dist = real("lambda sigma rho r")
quadratic, rise = real("q F")

claim = Claim(
    id="random-starts-settle-at-strict-minima",
    says="If f has an L-Lipschitz gradient, 0 < η < 1/L and x₀ has a density, then with "
    "probability 1 gradient descent does not converge to a point whose Hessian is nonsingular "
    "unless it is a strict local minimum: f(x* + v) − f(x*) ≥ ¼σ|v|² for |v| ≤ 3σ/(2ρ), σ being "
    "the least |eigenvalue| there and ρ a Lipschitz constant of the Hessian near x*.",
    items={"O-20": "part does-not-discriminate-among-the-four"},
    where={
        least: ("the least eigenvalue at the limit", r"\lambda_{\min}(\nabla^2f(x^*))"),
        sigma: "the least absolute value of an eigenvalue there",
        rho: "a Lipschitz constant of the Hessian on the ball of radius 3σ/(2ρ) about the limit",
        dist: ("the length of the displacement v", r"\|v\|"),
        quadratic: ("the quadratic form of the displacement", r"v^\top\nabla^2f(x^*)v"),
        rise: ("the rise of f", "f(x^*+v)-f(x^*)"),
    },
    given={
        "no_strict_saddle": ge(least),
        "nonsingular": gt(sigma),
        "least_modulus": ge(least**2, sigma**2),
        "lipschitz_hessian": gt(rho),
        "length": ge(dist),
        "near": le(2 * rho * dist, 3 * sigma),
        "rayleigh": ge(quadratic, least * dist**2),
        "taylor": ge(6 * rise, 3 * quadratic - rho * dist**3),
    },
    then=ge(4 * rise, sigma * dist**2),
    facts={
        "no_strict_saddle": "first-order-methods-avoid-strict-saddles",
        "rayleigh": "rayleigh-quotient",
        "taylor": "taylor-with-lipschitz-hessian",
    },
    repairs="descent-treats-a-saddle-as-it-does-a-minimum",
    about="gradient descent near stationary points of the four kinds",
    scope="every dimension; 'no_strict_saddle' holds with probability 1, and with it the rest; by "
    "the same fact the claim holds of the proximal point method and of coordinate descent",
)
witness = {least: 1, sigma: 1, rho: 1, dist: 1, quadratic: 1, rise: Rational(1, 2)}
countermodels = {
    "no_strict_saddle": witness | {least: -1, quadratic: -1, rise: -Rational(1, 2)},
    "least_modulus": witness | {least: 0, quadratic: 0, rise: -Rational(1, 6)},
    "near": witness | {dist: 4, quadratic: 16, rise: -2},
    "rayleigh": witness | {quadratic: 0, rise: -Rational(1, 6)},
    "taylor": witness | {rise: 0},
}


def proof():
    # λ ≥ σ, as λ ≥ 0 and λ² ≥ σ²
    least_is_sigma = combine(
        claim.lemma("λ ≥ σ", claim.given, ge(least, sigma)),
        using={"least_modulus": 1},
        scale=least + sigma,
    )
    return chain(
        claim,
        {"least_is_sigma": least_is_sigma},
        using={
            "taylor": 4,
            "rayleigh": 12,
            "least_is_sigma": 12 * dist**2,
            "near": 2 * dist**2,
        },
        scale=6,
    )
