"""Two eigenvalues: the probability of a minimum for any variances of the entries, certified.

[[a, b], [b, c]] is positive definite iff u > √(v² + 2b²), with u = (a + c)/√2 and v = (a − c)/√2:
a cone with an elliptic base. For independent Gaussian entries of mean 0, r twice the ratio of the
variances of b and a, its share of the sphere is

    1/2 − (1/π) ∫₀^{π/2} √((1 + (r − 1) sin²φ)/(2 + (r − 1) sin²φ)) dφ,

which is (2 − √2)/4 for the GOE, r = 1. Arb encloses the integral rigorously (Johansson 2018).
"""

from fractions import Fraction

from flint import acb, arb, ctx, fmpq

from provenscape.errors import UserError

FORMULA = "1/2 - Integral(sqrt((1 + sin(x)**2)/(2 + sin(x)**2)), (x, 0, pi/2))/pi"  # r = 2


def positive_definite(ratio: Fraction | int) -> arb:
    """An enclosure of the probability, r = `ratio`; raises UserError unless r is exact and ≥ 0."""
    if isinstance(ratio, bool) or not isinstance(ratio, Fraction | int) or ratio < 0:
        raise UserError(
            f"two_by_two: ratio is {ratio!r}; give a whole number or Fraction, 0 or more"
        )
    excess = acb(fmpq(ratio.numerator, ratio.denominator)) - 1

    def integrand(x: acb, analytic: bool) -> acb:
        square = excess * x.sin() ** 2
        return ((1 + square) / (2 + square)).sqrt(analytic=analytic)

    with ctx.workprec(128):
        return arb(1) / 2 - acb.integral(integrand, 0, acb.pi() / 2).real / arb.pi()
