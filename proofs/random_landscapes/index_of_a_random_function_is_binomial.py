"""In the spherical spin glass minima are e^(−N/3) of the critical points at p = 3, and not 2⁻ᴺ.

If a critical point had index k with probability C(n, k)/2ⁿ, minima would be the share 2⁻ⁿ, and the
share of each fixed index k would fall at the rate log 2 per dimension. In the pure spherical p-spin
glass, from which the picture is taken, it falls at the rate (p − 2)/p for every fixed k: 1/3 at p =
3. That theory is of Bray & Dean (2007), Fyodorov & Williams (2007) and Auffinger, Ben Arous & Černý
(2013), and was brought to neural networks by Dauphin et al. (2014) and Choromanska et al. (2015);
none has a share 2⁻ⁿ. For p = 2, a quadratic form on the sphere, the index is uniform: 2n stationary
points, two of each index (claim two-coordinates-of-an-eigenvector-need-equal-eigenvalues).
"""

from sympy import Rational, log

from provenscape.kernel import Claim, eq, ge, real, refute

p, rate = real("p r")

claim = Claim(
    id="index-of-a-random-function-is-binomial",
    says="A critical point of a random function of n variables, a spin glass for instance, has "
    "index k with probability about C(n, k)/2ⁿ, so that minima are the share 2⁻ⁿ: a rate log 2.",
    items={"N-24": "whole", "N-101": "whole"},
    where={
        p: "the degree of a homogeneous Gaussian polynomial on the sphere",
        rate: "the rate per variable at which the share of minima falls, in the mean",
    },
    given={"degree": ge(p, 3), "rate": eq(rate * p, p - 2)},
    then=eq(rate, log(2)),
    facts={"rate": "spin-glass-complexity"},
    about="the law of the index",
    scope="the exponential scale as n → ∞; quotients of mean numbers; p = 3, and it fails at every "
    "degree",
)


def refutation():
    return refute(claim, {p: 3, rate: Rational(1, 3)})
