"""Dictionary learning with one-sparse codes can have a spurious local minimum.

Three unit atoms are learned from the samples e₁, (0, 4/5, 3/5), (0, 4/5, −3/5), each coded by its
nearest atom: the loss is Σᵢ (1 − maxⱼ (dⱼ·yᵢ)²), and 0 is attained by the samples themselves. At
the atoms e₁, e₁, e₂ the loss is 18/25. Near them the last two samples stay with the third atom, and
no unit vector d does better for them than e₂: Σ (1 − (d·yᵢ)²) ≥ 18/25. Sun, Qu and Wright (2015)
exclude spurious minima for square dictionaries and random sparse codes, with high probability.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, real

d = x, y, z = real("x y z")
samples = ((0, Rational(4, 5), Rational(3, 5)), (0, Rational(4, 5), Rational(-3, 5)))
misfit = sum(1 - sum(a * b for a, b in zip(d, sample, strict=True)) ** 2 for sample in samples)

claim = Claim(
    id="one-sparse-dictionaries-may-have-a-spurious-minimum",
    items=["N-85"],
    says="With codes of one nonzero entry and three samples in space, the atoms e₁, e₁, e₂ are a "
    "local minimum of loss 18/25, while the samples themselves as atoms have loss 0.",
    given={"unit": eq(x**2 + y**2 + z**2, 1)},
    then=ge(misfit, Rational(18, 25)),
    tight=True,
    scope="one instance with the sparsity constraint of one atom a sample; that near (e₁, e₁, e₂) "
    "the third atom stays nearest to the last two samples is continuity, since 16/25 > 0",
)
witness = {x: 0, y: 1, z: 0}
equality = witness
countermodels = {"unit": {x: 0, y: 2, z: 0}}


def proof():
    return combine(
        claim,
        using={"unit": -Rational(32, 25)},
        squares=[(Rational(32, 25), x), (Rational(14, 25), z)],
    )
