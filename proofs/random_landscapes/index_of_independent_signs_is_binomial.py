"""Independent fair signs of n eigenvalues: P(index = k) = C(n, k)/2ⁿ, mean n/2, variance n/4.

Each sign multiplies the generating function Σ P(index = k) zᵏ by (1 + z)/2, so that it is
((1 + z)/2)ⁿ for every z; by the binomial theorem its coefficients are C(n, k)/2ⁿ. z = 0 gives the
minima, 2⁻ⁿ; the coefficient of zⁿ the maxima, 2⁻ⁿ.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, conjoin, eq, induct, real

z, generating, power, total = real("z G p t")  # Σ P(index = k) zᵏ, 2ⁿ and (1 + z)ⁿ
order, mean, variance = real("n mean variance")
half, quarter = Rational(1, 2), Rational(1, 4)

claim = Claim(
    id="index-of-independent-signs-is-binomial",
    items=["N-24"],
    says="If the signs of the n eigenvalues are independent and fair, the index is k with "
    "probability C(n, k)/2ⁿ; its mean is n/2 and its variance n/4.",
    given={},
    then=(
        Invariant(
            eq(generating * power, total),
            start={generating: 1, power: 1, total: 1},
            update={generating: generating * (1 + z) / 2, power: 2 * power, total: total * (1 + z)},
        ),
        Invariant(
            eq(mean, order / 2),
            start={mean: 0, order: 0},
            update={mean: mean + half, order: order + 1},
        ),
        Invariant(
            eq(variance, order / 4),
            start={variance: 0, order: 0},
            update={variance: variance + quarter, order: order + 1},
        ),
    ),
    repairs="index-of-a-random-function-is-binomial",
    scope="a model of the signs of eigenvalues, every n; such are diagonal Hessians with "
    "independent symmetric entries, not Gaussian matrices, whose eigenvalues repel each other",
)
witness = {z: 0, generating: 1, power: 1, total: 1, mean: 0, variance: 0, order: 0}


def proof():
    weights = (1 + z, 1, 1)
    return conjoin(claim, [by_induction(claim.part(i), weights[i]) for i in range(3)])


def by_induction(part, weight):
    law = part.then
    base = combine(replace(part, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(part, given={"law": law.relation}, then=law.relation.subs(law.update)),
        using={"law": weight},
    )
    return induct(part, base, step)
