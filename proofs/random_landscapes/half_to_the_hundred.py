"""0.5¹⁰⁰ = 7.8886… · 10⁻³¹, which is 8 · 10⁻³¹ to one digit.

2¹⁰⁰ is a whole number; the differences are compared as fractions.
"""

from sympy import Integer, Rational

from provenscape.kernel import Claim, combine, conjoin, ge, le

value = Rational(1, 2**100)
unit = Rational(1, 10**35)

claim = Claim(
    id="half-to-the-hundred",
    items=["L-22"],
    says="0.5¹⁰⁰ = 8 · 10⁻³¹ to one significant digit, and 7.8886 · 10⁻³¹ to five.",
    given={},
    then=(
        ge(value, Rational(75, 10**32)),
        le(value, Rational(85, 10**32)),
        ge(value, (78886 - Rational(1, 2)) * unit),
        le(value, (78886 + Rational(1, 2)) * unit),
    ),
    scope="the number; that it is P(local minimum) takes independent fair signs",
)
witness = {}


def proof():
    parts = [claim.part(i) for i in range(len(claim.parts()))]
    return conjoin(
        claim, [combine(p, using={}, squares=[(p.then.expr, Integer(1))]) for p in parts]
    )
