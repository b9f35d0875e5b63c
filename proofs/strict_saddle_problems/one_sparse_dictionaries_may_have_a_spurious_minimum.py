"""Dictionary learning with one-sparse codes can have a spurious local minimum.

Three unit atoms are learned from the samples e₁, (0, 4/5, 3/5), (0, 4/5, −3/5), each coded by its
nearest atom: the loss is Σᵢ (1 − maxⱼ (dⱼ·yᵢ)²), and 0 is attained by the samples themselves. At
the atoms e₁, e₁, e₂ the loss is 18/25. With atoms p, q, d no farther than ¼ from these, the last
two samples stay with d: (p·y)² ≤ 1/16, as y ⟂ e₁, and d·y ≥ 4/5 − ¼. And no unit vector does better
for the two than e₂: m = Σ (1 − (d·yᵢ)²) ≥ 18/25. Sun, Qu and Wright (2017) exclude spurious minima
for square dictionaries and random sparse codes, with high probability.
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, conjoin, eq, function, ge, le, real

p = p1, p2, p3 = real("p1:4")
q = q1, q2, q3 = real("q1:4")
d = x, y, z = real("x y z")
tall, wide, near = Rational(4, 5), Rational(3, 5), Rational(1, 16)
samples = (0, tall, wide), (0, tall, -wide)
floor = Rational(18, 25)


def score(atom, sample):
    return sum(a * b for a, b in zip(atom, sample, strict=True))


m = function("m", d, sum(1 - score(d, sample) ** 2 for sample in samples))

claim = Claim(
    id="one-sparse-dictionaries-may-have-a-spurious-minimum",
    says="With codes of one nonzero entry and three samples in space, the atoms e₁, e₁, e₂ are a "
    "local minimum of loss 18/25, while the samples themselves as atoms have loss 0: within ¼ of "
    "these atoms the third stays the nearest to the last two samples and misses them by 18/25 at "
    "least.",
    items={"N-85": "instance"},
    where={p: "the first atom", q: "the second atom", d: "the third atom"},
    given={
        "unit": eq(x**2 + y**2 + z**2, 1),
        "first_near": le((p1 - 1) ** 2 + p2**2 + p3**2, near),
        "second_near": le((q1 - 1) ** 2 + q2**2 + q3**2, near),
        "third_near": le(x**2 + (y - 1) ** 2 + z**2, near),
    },
    then=(
        *(le(score(atom, s) ** 2, score(d, s) ** 2) for atom in (p, q) for s in samples),
        ge(m(x, y, z), floor),
        eq(m(0, 1, 0), floor),
    ),
    scope="one instance with the sparsity constraint of one atom a sample; m is the squared "
    "distance of the last two samples from the third atom",
)
witness = {x: 0, y: 1, z: 0, p1: 1, p2: 0, p3: 0, q1: 1, q2: 0, q3: 0}
countermodels = {
    "unit": witness | {y: Rational(5, 4)},
    "first_near": witness | {p2: 2},
    "second_near": witness | {q2: 2},
    "third_near": witness | {y: 0, x: 1, p2: near, q2: near},
}


def nearest(index, atom, name, sample):
    """(atom·s)² ≤ 1/16, and d·s ≥ 11/20."""
    _, first, second = sample
    small = combine(
        claim.lemma(f"{name} {sample}", claim.given, le(score(atom, sample) ** 2, near)),
        using={name: 1},
        squares=[(1, atom[0] - 1), (1, second * atom[1] - first * atom[2])],
    )
    gap = x, y - 1, z
    quarter = Rational(1, 4)
    large = combine(
        claim.lemma(f"third {sample}", claim.given, ge(score(d, sample), Rational(11, 20))),
        using={"third_near": 2},
        squares=[(2, g + quarter * s) for g, s in zip(gap, sample, strict=True)],
    )
    return chain(
        claim.part(index),
        lemmas={"small": small, "large": large},
        using={"small": 1, "large": Rational(11, 10)},
        squares=[(1, score(d, sample) - Rational(11, 20)), (Rational(6, 25), Rational(1))],
    )


def proof():
    order = [
        (atom, name, s) for atom, name in ((p, "first_near"), (q, "second_near")) for s in samples
    ]
    parts = [nearest(i, *entry) for i, entry in enumerate(order)]
    missed = combine(
        claim.part(4),
        using={"unit": -Rational(32, 25)},
        squares=[(Rational(32, 25), x), (Rational(14, 25), z)],
    )
    return conjoin(claim, [*parts, missed, combine(claim.part(5), using={})])
