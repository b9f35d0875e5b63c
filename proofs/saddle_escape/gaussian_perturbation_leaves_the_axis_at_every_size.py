"""P(|y + ξ_y| ≤ s) ≤ s√(2/π)/σ for ξ_y ~ N(0, σ²): at most ½ for s = σ√(π/8), and 0 for s = 0.

The density of y + ξ_y is at most 1/(σ√(2π)), whatever y is, and the interval is 2s wide. So for
every σ > 0 the component exceeds 0.626σ with probability at least ½ (at y = 0 the best such
threshold is the median, 0.674σ), and differs from 0 with probability 1; and every start with a
component y ≠ 0 is driven off, by descent-shrinks-x-and-leaves-along-y.
"""

from sympy import Rational, pi

from provenscape.kernel import Claim, combine, eq, gt, le, real

p, s, sigma, density2 = real("p s sigma M")

claim = Claim(
    id="gaussian-perturbation-leaves-the-axis-at-every-size",
    says="Once N(0, σ²I) is added to a point, whatever it is and for every σ > 0, |y| exceeds "
    "σ√(π/8), more than 5σ/8, with probability at least ½, and is not 0 with probability 1: the "
    "probability of |y| ≤ s is at most s√(2/π)/σ.",
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
        "size": gt(sigma),
        "normal": eq(2 * pi * density2 * sigma**2, 1),
        "at_most_width_times_density": le(p**2, (2 * s) ** 2 * density2),
    },
    then=le(p**2, 2 * s**2 / (pi * sigma**2)),
    tight=True,
    scope="both sides squared; the bound is ½ at s = σ√(π/8) and 0 at s = 0",
)
witness = {p: Rational(1, 3), s: Rational(5, 8), sigma: 1, density2: 1 / (2 * pi)}
equality = witness | {p: 0, s: 0}
countermodels = {
    "normal": {p: 1, s: Rational(5, 8), sigma: 1, density2: 1},
    "at_most_width_times_density": witness | {p: 1},
}


def proof():
    # 2s²/(πσ²) − 4s²M = (2s²/(πσ²)) (1 − 2πMσ²)
    return combine(
        claim,
        using={"at_most_width_times_density": 1, "normal": -2 * s**2 / (pi * sigma**2)},
    )
