"""|y + ξ_y| ≥ 5σ/8 with probability at least ½ for ξ_y ~ N(0, σ²), whatever y is.

The density is at most 1/(σ√(2π)), so P(|y + ξ_y| ≤ s) ≤ 2s/(σ√(2π)) = s√(2/π)/σ; at s = 5σ/8 that
is at most ½, since π > 25/8. At y = 0 the best such threshold is the median, 0.674σ. Without a
threshold the probability is 1: every y ≠ 0 escapes, by descent-shrinks-x-and-leaves-along-y.
"""

from sympy import Rational, pi

from provenscape.kernel import Claim, chain, enclose, eq, ge, gt, le, real

p, s, sigma, density2 = real("p s sigma M")

claim = Claim(
    id="gaussian-perturbation-exceeds-five-eighths-sigma-half-the-time",
    says="With probability at least ½ a point has |y| > 5σ/8 once N(0, σ²I) is added to it: the "
    "probability of |y + ξ_y| ≤ s is at most ½ for every s ≤ 5σ/8.",
    items={"N-77": "part the-component-is-large"},
    where={
        p: (
            "the probability that y + ξ_y is at most s in size, y being fixed",
            r"P(|y+\xi_y|\le s)",
        ),
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
    scope="both sides squared; a threshold that is proportional to σ",
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
