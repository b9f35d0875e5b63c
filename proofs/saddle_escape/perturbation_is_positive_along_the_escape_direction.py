"""A symmetric perturbation has ⟨ξ, v⟩ > 0 with probability one half at most, in any dimension.

Reflection swaps the events ⟨ξ, v⟩ > 0 and ⟨ξ, v⟩ < 0, so they have equal probability p, and 2p ≤ 1.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, ge, gt, le, real, refute

p, q = real("p q")

claim = Claim(
    id="perturbation-is-positive-along-the-escape-direction",
    says="A random perturbation of the ball has a positive component along the escape direction "
    "with overwhelming probability, in any case with more than one half.",
    items={"O-32": "whole"},
    where={
        p: ("the probability of a positive component", r"P(\langle\xi,v\rangle>0)"),
        q: ("the probability of a negative one", r"P(\langle\xi,v\rangle<0)"),
    },
    given={"reflection": eq(p, q), "total": le(p + q, 1), "probability": ge(q)},
    then=gt(p, Rational(1, 2)),
    scope="a perturbation ξ uniform in a ball about 0, so that −ξ is distributed as ξ",
)


def refutation():
    return refute(claim, {p: Rational(1, 2), q: Rational(1, 2)})
