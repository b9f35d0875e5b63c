"""|ξ_y| ≥ 5σ/8 with probability at least ½ for ξ_y ~ N(0, σ²): a threshold must scale with σ.

The density is at most 1/(σ√(2π)), so P(|ξ_y| ≤ s) ≤ 2s/(σ√(2π)) = s√(2/π)/σ; at s = 5σ/8 that is at
most ½, since π > 25/8. The best such threshold is the median, 0.674σ. With no threshold the
probability is 1: every y ≠ 0 escapes.
"""

from dataclasses import replace

from sympy import Rational, pi

from provenscape.kernel import Claim, chain, enclose, gt, le, real

p, s, sigma = real("p s sigma")  # P(|ξ_y| ≤ s), a threshold, the standard deviation

claim = Claim(
    id="gaussian-perturbation-exceeds-five-eighths-sigma-half-the-time",
    items=["N-77"],
    says="With probability at least ½ the y-component of N(0, σ²I) exceeds 5σ/8 in size, and any "
    "nonzero one, which has probability 1, drives y off to infinity.",
    given={
        "spread": gt(sigma**2),
        "density": le(p**2 * pi * sigma**2, 2 * s**2),
        "threshold": le(s**2, Rational(25, 64) * sigma**2),
    },
    then=le(p**2, Rational(1, 4)),
    scope="squared; p is the probability of the complement; the escape from y ≠ 0 is "
    "descent-shrinks-x-and-leaves-along-y",
)
witness = {p: Rational(1, 3), s: Rational(5, 8), sigma: 1}
countermodels = {
    "spread": {p: 1, s: 0, sigma: 0},
    "density": {p: 1, s: 0, sigma: 1},
    "threshold": {p: 1, s: 2, sigma: 1},
}


def proof():
    bound = replace(claim, id="pi exceeds 25/8", given={}, then=gt(pi, Rational(25, 8)))
    return chain(
        claim,
        {"pi": enclose(bound, {})},
        using={"density": 1, "threshold": 2, "pi": p**2 * sigma**2},
        scale=Rational(25, 8) * sigma**2,
    )
