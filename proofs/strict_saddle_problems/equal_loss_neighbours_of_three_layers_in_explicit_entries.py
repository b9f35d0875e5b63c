"""Three 2 × 2 layers with a singular product: the neighbours of equal loss, entry by entry.

In suitable bases of the hidden layers a singular W₁ has zero second row, and the second column of
the later layers does not matter: W₂ = ((c, d), (0, k)). Adding δ to the last entry of W₂ and εu to
the second column of W₃ keeps the product, and the mixed derivative in δ and ε of the slope along
the second row of W₁ is uᵀR. If W₁ is invertible and W₂ has zero second row, adding εu to the second
column of W₃ keeps the product too, and the derivative in ε of the slope along the second row of W₂
is uᵀRW₁ᵀ. If W₂W₁ is invertible, R(W₂W₁)ᵀ = 0 makes R vanish. So where R ≠ 0, the loss has no local
minimum.
"""

from sympy import Matrix

from provenscape.kernel import Claim, combine, conjoin, eq, function, real

a, b, c, d, k, g, h = real("a b c d k g h")
delta, eps, s, t = real("delta epsilon s t")
M = Matrix(2, 2, real("m1:3_1:3"))
last = Matrix(2, 2, real("p1:3_1:3"))
u = Matrix(real("u1:3"))
added = Matrix([[0, eps * u[0]], [0, eps * u[1]]])


def loss(*layers):
    product = layers[0] * layers[1] * layers[2]
    return sum(entry**2 for entry in product - M) / 2


singular_first = Matrix([[c, d], [0, k + delta]]), Matrix([[a, b], [s, t]])
singular_second = Matrix([[c, d], [s, t]]), Matrix([[a, b], [g, h]])
F = function("F", (s, t, delta, eps), loss(last + added, *singular_first))
G = function("G", (s, t, eps), loss(last + added, *singular_second))
of_F = u.T * (last * Matrix([[c, d], [0, k]]) * Matrix([[a, b], [0, 0]]) - M)
W1 = Matrix([[a, b], [g, h]])
of_G = u.T * (last * Matrix([[c, d], [0, 0]]) * W1 - M) * W1.T

claim = Claim(
    id="equal-loss-neighbours-of-three-layers-in-explicit-entries",
    says="For three 2 × 2 layers with a singular first or second layer, there are changes δ, ε of "
    "the later layers that keep the loss, and the slope of the singular layer depends on them by "
    "uᵀR or uᵀRW₁ᵀ: where the residual R is not 0, neighbours of equal loss have a slope.",
    items={"N-51": "instance"},
    where={
        (a, b): "the first row of the first layer",
        (g, h): "its second row, where the second layer is the singular one",
        (c, d): "the first row of the second layer",
        k: "the last entry of the second layer, where the first is the singular one",
        tuple(last): "the third layer",
        tuple(M): "the target of the product",
        tuple(u): "the change of the second column of the third layer",
        delta: "the change of the last entry of the second layer",
        eps: "the size of the change of the third layer",
    },
    given={},
    then=(
        eq(F(0, 0, delta, eps), F(0, 0, 0, 0)),
        eq(G(0, 0, eps), G(0, 0, 0)),
        *(
            eq(F.partial(v, delta, eps, at=(0, 0, 0, 0)), x)
            for v, x in zip((s, t), of_F, strict=True)
        ),
        *(eq(G.partial(v, eps, at=(0, 0, 0)), x) for v, x in zip((s, t), of_G, strict=True)),
    ),
    scope="depth 3, all widths 2, after a change of basis in the hidden layers; M arbitrary; F and "
    "G are the loss by the second row (s, t) of the singular layer and the changes of the others",
)
symbols = [a, b, c, d, k, g, h, *last, *M, *u, delta, eps]
points = [{v: i + 1 for i, v in enumerate(symbols)}]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(len(claim.then))])
