"""A symmetric perturbation has ⟨ξ, v⟩ > 0 with probability one half at most, in any dimension.

Reflection swaps the events ⟨ξ, v⟩ > 0 and ⟨ξ, v⟩ < 0, so they have equal probability p, and 2p ≤ 1.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, ge, gt, le, real, refute

p, q = real("p q")  # the probabilities of ⟨ξ, v⟩ > 0 and of ⟨ξ, v⟩ < 0

claim = Claim(
    id="perturbation-is-positive-along-the-escape-direction",
    items=["O-32"],
    says="A random perturbation of the ball has a positive component along the escape direction "
    "with overwhelming probability.",
    given={"reflection": eq(p, q), "total": le(p + q, 1), "probability": ge(q)},
    then=gt(p, Rational(1, 2)),
    scope="'overwhelming' read as anything above one half; ξ uniform on a centred ball",
)


def refutation():
    return refute(claim, {p: Rational(1, 2), q: Rational(1, 2)})
