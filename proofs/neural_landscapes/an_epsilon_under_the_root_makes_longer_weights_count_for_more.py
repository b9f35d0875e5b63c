"""With ε > 0 under the root the output grows with the length of the weights: z² < z(aw)², a > 1.

The gap is p²ε(a² − 1)/((V + ε)(a²V + ε)), p the centred pre-activation and V its variance: small
where V is large against ε, and nothing left of the invariance where V is small.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, real

p, V, k, a, z, Z = real("p V k a z Z")
gap = p**2 * k * (a**2 - 1)

claim = Claim(
    id="an-epsilon-under-the-root-makes-longer-weights-count-for-more",
    says="With ε > 0 in batch normalisation the squared output at aw exceeds that at w by p²ε(a² − "
    "1)/((V + ε)(a²V + ε)), which is positive for a > 1 and p ≠ 0: the loss depends on the length "
    "of the weights.",
    items={"N-62": "instance"},
    where={
        p: "centred pre-activation of an example",
        V: "its variance over the batch",
        k: ("what is added to the variance", r"\epsilon"),
        a: "the factor on the weights",
        (z, Z): "outputs at w and at aw",
    },
    given={
        "variance": gt(V),
        "positive": gt(k),
        "longer": gt(a, 1),
        "not_at_the_mean": gt(p**2),
        "output": eq(z**2 * (V + k), p**2),
        "scaled_output": eq(Z**2 * (a**2 * V + k), a**2 * p**2),
    },
    then=(
        eq((Z**2 - z**2) * (V + k) * (a**2 * V + k), gap),
        gt(Z**2, z**2),
    ),
    about="the step of descent on the weights of a normalised unit",
)
witness = {p: 14, V: 3, k: 1, a: 4, z: 7, Z: 8}


def proof():
    using = {"scaled_output": V + k, "output": -(a**2 * V + k)}
    return conjoin(
        claim,
        [
            combine(claim.part(0), using=using),
            combine(
                claim.part(1),
                using=using | {"longer": p**2 * k * (a + 1)},
                scale=(V + k) * (a**2 * V + k),
            ),
        ],
    )
