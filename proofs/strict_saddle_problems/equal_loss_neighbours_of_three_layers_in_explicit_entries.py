"""Three 2 × 2 layers, the first singular: neighbours of equal loss and their slope, entry by entry.

Where w₁ᵀW₁ = 0 and w₂ᵀW₂W₁ = 0, adding ε₂w₂w₁ᵀ to W₂ and ε₃uw₂ᵀ to W₃ keeps the product. The slope
of ½|W₃W₂W₁ − M|² along −w₁yᵀ in W₁ is then minus T₁, with q = Ry, T₃ = qᵀu,
T₂ = qᵀW₃w₂ + ε₃T₃|w₂|² and T₁ = qᵀW̃₃W₂w₁ + ε₂T₂|w₁|², W̃₃ being the changed third layer: the
recursion of linear-networks-of-every-depth-have-no-spurious-minima, where y = Rᵀu and w₁, w₂ are
unit vectors.
"""

from sympy import Matrix

from provenscape.kernel import Claim, combine, conjoin, eq, function, real

W1, W2 = Matrix(2, 2, real("a1:3_1:3")), Matrix(2, 2, real("b1:3_1:3"))
W3, M = Matrix(2, 2, real("c1:3_1:3")), Matrix(2, 2, real("m1:3_1:3"))
w1, w2, u, y = (Matrix(real(f"{name}1:3")) for name in ("p", "q", "u", "y"))
tau, eps2, eps3 = real("tau epsilon_2 epsilon_3")
ENTRIES = [(i, j) for i in (0, 1) for j in (0, 1)]

changed3 = W3 + eps3 * u * w2.T
changed2 = W2 + eps2 * w2 * w1.T
product = changed3 * changed2 * (W1 - tau * w1 * y.T)
P = [function(f"P{i + 1}{j + 1}", (tau, eps2, eps3), product[i, j]) for i, j in ENTRIES]
loss = function("L", (tau, eps2, eps3), sum(entry**2 for entry in product - M) / 2)
residual = W3 * W2 * W1 - M
q = residual * y
kept1, kept2 = w1.T * W1, w2.T * W2 * W1
T3 = (q.T * u)[0]
T2 = (q.T * W3 * w2)[0] + eps3 * T3 * (w2.T * w2)[0]
T1 = (q.T * changed3 * W2 * w1)[0] + eps2 * T2 * (w1.T * w1)[0]

claim = Claim(
    id="equal-loss-neighbours-of-three-layers-in-explicit-entries",
    says="Three 2 × 2 layers with w₁ᵀW₁ = 0 and w₂ᵀW₂W₁ = 0 keep their product when ε₂w₂w₁ᵀ is "
    "added to the second and ε₃uw₂ᵀ to the third, and the slope along −w₁yᵀ in the first is then "
    "minus a polynomial of degree one in ε₂ and in ε₃, in which ε₂ε₃ has the factor "
    "uᵀRy|w₁|²|w₂|².",
    items={"N-51": "instance"},
    where={
        tuple(W1): "the first layer",
        tuple(W2): "the second layer",
        tuple(W3): "the third layer",
        tuple(M): "the target of the product",
        tuple(w1): "a vector w₁ orthogonal to the range of the first layer",
        tuple(w2): "a vector w₂ orthogonal to the range of the first two layers",
        tuple(u): "the vector u of the change of the third layer",
        tuple(y): "the vector y of the step in the first layer",
        eps2: "the size of the change of the second layer",
        eps3: "the size of the change of the third layer",
    },
    given={
        **{f"first_{j + 1}": eq(kept1[j]) for j in (0, 1)},
        **{f"second_{j + 1}": eq(kept2[j]) for j in (0, 1)},
    },
    then=(
        *(eq(entry(0, eps2, eps3), entry(0, 0, 0)) for entry in P),
        eq(loss.partial(tau, at=(0, eps2, eps3)), -T1),
    ),
    scope="depth 3, all widths 2, M arbitrary, in explicit entries",
)
symbols = [*W1, *W2, *W3, *M, *w1, *w2, *u, *y, eps2, eps3]
zero = dict.fromkeys(symbols, 0) | {eps2: 1, eps3: 1, u[0]: 1, y[0]: 1}
rank_one = zero | {W1[0, 0]: 1, w1[1]: 1, W2[0, 0]: 2, w2[1]: 1, W3[0, 0]: 1, W3[0, 1]: 1}
witness = rank_one | {M[1, 1]: 3}
points = [witness]
countermodels = {
    "first_1": zero | {W1[0, 0]: 1, w1[0]: 1, w2[0]: 1, W3[0, 0]: 1},
    "first_2": zero | {W1[0, 1]: 1, w1[0]: 1, w2[0]: 1, W3[0, 0]: 1},
    "second_1": zero | {W1[0, 0]: 1, W2[0, 0]: 1, w2[0]: 1},
    "second_2": zero | {W1[0, 1]: 1, W2[0, 0]: 1, w2[0]: 1},
}


def proof():
    # the changed product is the product and ε₃u(w₂ᵀW₂W₁) and ε₂W̃₃w₂(w₁ᵀW₁)
    columns = {"first": eps2 * changed3 * w2, "second": eps3 * u}
    same = [
        combine(
            claim.part(part),
            using={f"{name}_{j + 1}": column[i] for name, column in columns.items()},
        )
        for part, (i, j) in enumerate(ENTRIES)
    ]
    turned = changed3 * changed2 * w1
    slope = combine(
        claim.part(4),
        using={
            f"{name}_{j + 1}": -(column.T * turned)[0] * y[j]
            for name, column in columns.items()
            for j in (0, 1)
        },
    )
    return conjoin(claim, [*same, slope])
