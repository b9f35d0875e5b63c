"""|ξ_y| ≥ 5σ/8 with probability at least ½ for ξ_y ~ N(0, σ²): a threshold must scale with σ.

The density is at most 1/(σ√(2π)), so P(|ξ_y| ≤ s) ≤ 2s/(σ√(2π)) = s√(2/π)/σ; at s = 5σ/8 that is at
most ½, since π > 25/8. The best such threshold is the median, 0.674σ. With no threshold the
probability is 1: every y ≠ 0 escapes.
"""

from sympy import Rational, pi

from provenscape.kernel import Claim, chain, enclose, eq, ge, gt, le, real

p, s, sigma, density2 = real("p s sigma M")

claim = Claim(
    id="gaussian-perturbation-exceeds-five-eighths-sigma-half-the-time",
    says="With probability at least ½ the y-component of N(0, σ²I) exceeds 5σ/8 in size: the "
    "probability of |ξ_y| ≤ s is at most ½ for every s ≤ 5σ/8.",
    items={"N-77": "whole"},
    where={
        p: ("the probability that the y-component is at most s in size", r"P(|\xi_y|\le s)"),
        s: "a threshold",
        sigma: "the standard deviation of the component",
        density2: "the square of the greatest density of the component, 1/(2πσ²)",
    },
    given={
        "square": ge(density2),
        "normal": eq(2 * pi * density2 * sigma**2, 1),
        "at_most_width_times_density": le(p**2, (2 * s) ** 2 * density2),
        "threshold": le(s**2, (Rational(5, 8) * sigma) ** 2),
    },
    then=le(p**2, Rational(1, 2) ** 2),
    scope="both sides squared; that a nonzero component, however small, drives y off is "
    "descent-shrinks-x-and-leaves-along-y",
)
witness = {p: Rational(1, 3), s: Rational(5, 8), sigma: 1, density2: 1 / (2 * pi)}
countermodels = {
    "normal": {p: 1, s: Rational(5, 8), sigma: 1, density2: 1},
    "at_most_width_times_density": witness | {p: 1},
    "threshold": witness | {p: 1, s: 2},
}


def proof():
    # 1/4 − (25/16)Mσ² = (Mσ²/2)(π − 25/8), since 2πMσ² = 1
    bound = claim.lemma("pi exceeds 25/8", {}, gt(pi, Rational(25, 8)))
    return chain(
        claim,
        {"pi": enclose(bound, {})},
        using={
            "at_most_width_times_density": 1,
            "threshold": 4 * density2,
            "pi": density2 * sigma**2 / 2,
            "normal": Rational(-1, 4),
        },
    )
