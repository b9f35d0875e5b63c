"""Three 2 × 2 layers with a singular product: the neighbours of equal loss, entry by entry.

In suitable bases of the hidden layers a singular W₁ has zero second row, and the second column of
the later layers does not matter: W₂ = ((c, d), (0, e)). Adding δ to the last entry of W₂ and εu to
the second column of W₃ keeps the product, and the mixed derivative in δ and ε of the slope along
the second row of W₁ is uᵀR. If W₁ is invertible and W₂ has zero second row, adding εu to the second
column of W₃ keeps the product too, and the derivative in ε of the slope along the second row of W₂
is uᵀRW₁ᵀ. If W₂W₁ is invertible, R(W₂W₁)ᵀ = 0 makes R vanish. So where R ≠ 0, the loss has no local
minimum.
"""

from sympy import Matrix

from provenscape.kernel import Claim, combine, conjoin, eq, real

a, b, c, d, e, g, h = real("a b c d e g h")
delta, eps = real("delta epsilon")
M = Matrix(2, 2, real("m1:3_1:3"))
last = Matrix(2, 2, real("p1:3_1:3"))
u = Matrix(real("u1:3"))
s, t = real("s t")  # the second row of the layer that is moved
added = Matrix([[0, eps * u[0]], [0, eps * u[1]]])


def loss(*layers):
    product = layers[0] * layers[1] * layers[2]
    return sum(entry**2 for entry in product - M) / 2


first_case = (last, Matrix([[c, d], [0, e]]), Matrix([[a, b], [0, 0]]))
near_first = (last + added, Matrix([[c, d], [0, e + delta]]), Matrix([[a, b], [s, t]]))
second_case = (last, Matrix([[c, d], [0, 0]]), Matrix([[a, b], [g, h]]))
near_second = (last + added, Matrix([[c, d], [s, t]]), Matrix([[a, b], [g, h]]))
still = {s: 0, t: 0}


def same_product(near, layers):
    moved = (near[0] * near[1] * near[2]).xreplace(still)
    return [eq(entry) for entry in moved - layers[0] * layers[1] * layers[2]]


def residual(layers):
    return layers[0] * layers[1] * layers[2] - M


def slopes(near, *steps):
    """The derivative along the steps of the slope in (s, t), at s = t = 0."""
    return [loss(*near).diff(v).xreplace(still).diff(*steps) for v in (s, t)]


first = slopes(near_first, delta, eps)
second = slopes(near_second, eps)

claim = Claim(
    id="equal-loss-neighbours-of-three-layers-in-explicit-entries",
    items=["N-51"],
    says="For three 2 × 2 layers with a singular product that is no fit, points of equal loss "
    "arbitrarily near have a slope, so there are lower values: no spurious local minimum.",
    given={},
    then=(
        *same_product(near_first, first_case),
        *same_product(near_second, second_case),
        *(eq(x, y) for x, y in zip(first, u.T * residual(first_case), strict=True)),
        *(
            eq(x, y)
            for x, y in zip(second, u.T * residual(second_case) * second_case[2].T, strict=True)
        ),
    ),
    scope="depth 3, all widths 2, after a change of basis in the hidden layers; M arbitrary",
)
witness = {}
symbols = sorted({v for part in claim.then for v in part.expr.free_symbols}, key=str)
points = [{v: i + 1 for i, v in enumerate(symbols)}]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(len(claim.then))])
