"""If the product has the least width as its rank, first and last layer move it like two layers.

Let the least width p stand between D = W_k ⋯ W_{b+1} and C = W_b ⋯ W₁. If DC has rank p, then
N = W_{k−1} ⋯ W_{b+1} has a left inverse L, and W_{b} ⋯ W₂ a right inverse. Hence
(W_k + tAL)N = D + tA for every A, and likewise for C: every curve of two layers (D + tA)(C + tB)
is one of the deep network, in particular the descending one where the product keeps a singular
value smaller than one that it leaves out. (If an outer width is the least, R = 0 at once.)
"""

from sympy import Matrix

from provenscape.kernel import Claim, combine, conjoin, eq, real

W4 = Matrix(2, 2, real("w1:3_1:3"))
W3, W2 = Matrix(real("n1:3")), Matrix([real("c1:3")])  # widths 2, 2, 1, 2, 2 from left to right
W1 = Matrix(2, 2, real("z1:3_1:3"))
L, K = Matrix([real("l1:3")]), Matrix(real("k1:3"))
A, B = Matrix(real("a1:3")), Matrix([real("b1:3")])
t = real("t")
deep = (W4 + t * A * L) * W3 * W2 * (W1 + t * K * B)
shallow = (W4 * W3 + t * A) * (W2 * W1 + t * B)
left, right = (L * W3)[0], (W2 * K)[0]

claim = Claim(
    id="a-product-of-full-rank-moves-like-two-layers",
    says="Where the product of four layers of widths 2, 2, 1, 2, 2 has rank one, each motion of "
    "the two factors on either side of the narrow layer is one of the first and the last layer.",
    items={},
    where={
        tuple(W1): "the first layer",
        tuple(W2): "the second layer",
        tuple(W3): "the third layer",
        tuple(W4): "the last layer",
        tuple(L): "a left inverse of the third layer",
        tuple(K): "a right inverse of the second layer",
        tuple(A): "a motion of the left factor",
        tuple(B): "a motion of the right factor",
        t: "how far they are moved",
    },
    given={"left_inverse": eq(left, 1), "right_inverse": eq(right, 1)},
    then=tuple(map(eq, deep, shallow)),
    bridges=("rank-nullity",),
    scope="four layers of widths 2, 2, 1, 2, 2 in explicit entries",
)
every = [*W4, *W3, *W2, *W1, *L, *K, *A, *B, t]
witness = dict.fromkeys(every, 1) | {L[1]: 0, K[1]: 0}
countermodels = {
    "left_inverse": witness | {L[1]: 1},
    "right_inverse": witness | {K[1]: 1},
}
points = [witness]


def proof():
    done = []
    for i in range(2):
        for j in range(2):
            # deep − shallow = tA(LW₃ − 1)(C + tB) + (D + tA·1)·t(W₂K − 1)B
            done.append(
                combine(
                    claim.part(2 * i + j),
                    using={
                        "left_inverse": t * A[i] * ((W2 * W1)[j] + t * right * B[j]),
                        "right_inverse": ((W4 * W3)[i] + t * A[i]) * t * B[j],
                    },
                )
            )
    return conjoin(claim, done)
