"""0.5¹⁰⁰ = 7.8886… · 10⁻³¹, which is 8 · 10⁻³¹ to one digit."""

from sympy import Integer, Pow, Rational

from provenscape.kernel import Claim, combine, conjoin, ge, le

half_to_the_hundred = Pow(2, -100, evaluate=False)
unit = Rational(1, 10**35)

claim = Claim(
    id="half-to-the-hundred",
    says="0.5¹⁰⁰ = 7.8886 · 10⁻³¹ to five significant digits.",
    items={"L-22": "whole"},
    given={},
    then=(
        ge(half_to_the_hundred, (78886 - Rational(1, 2)) * unit),
        le(half_to_the_hundred, (78886 + Rational(1, 2)) * unit),
    ),
)


def proof():
    parts = [claim.part(i) for i in range(len(claim.parts()))]
    return conjoin(
        claim, [combine(p, using={}, squares=[(p.then.expr, Integer(1))]) for p in parts]
    )
