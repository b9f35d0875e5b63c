"""In explicit entries the step along a null vector of U changes f as the general claim says.

For U (3 × 2) with zero second column (the null vector is b = e₂), any V (2 × 2), M (3 × 2) and x:
with y = Rᵀx, f(U − tθxe₂ᵀ, V + tye₂ᵀ) − f(U, V) equals
t²θ(θ|x|²|Ve₂|²/2 − |y|²) + t⁴θ²|x|²|y|²/2, given RVe₂ = 0, the slope along the second column of U.
"""

from sympy import Matrix

from provenscape.kernel import Claim, combine, eq, function, real

M = Matrix(3, 2, real("m1:4_1:3"))
entries = Matrix(3, 2, real("u1:4_1:3"))
U = Matrix(3, 2, lambda i, j: entries[i, j] if j == 0 else 0)
V = Matrix(2, 2, real("v1:3_1:3"))
x = Matrix(real("x1:4"))
t, theta = real("t theta")
e2 = Matrix([[0, 1]])
f = function("f", (*entries, *V), sum(entry**2 for entry in entries * V.T - M) / 2)
here = (*U, *V)

R = U * V.T - M
image = R.T * x
used = V[:, 1]
xx, yy, w = (sum(c**2 for c in vector) for vector in (x, image, used))
change = t**2 * theta * (theta * xx * w / 2 - yy) + t**4 * theta**2 * xx * yy / 2

claim = Claim(
    id="moving-along-the-null-vector-expands-as-stated",
    says="Explicit entries confirm how f changes along the direction made of a null vector of U, "
    "of a vector x and of Rᵀx.",
    items={"N-84": "instance"},
    where={
        tuple(M): "the entries of M",
        tuple(entries[:, 0]): "the first column of U, whose second is 0",
        tuple(V): "the entries of V",
        tuple(x): "any vector",
        theta: "the share of the first factor in the step",
        t: "the length of the step",
    },
    given={f"critical_{i + 1}": eq(f.partial(entries[i, 1], at=here)) for i in range(3)},
    then=eq(f(*(U - t * theta * x * e2), *(V + t * image * e2)), f(*here) + change),
    scope="m = 3, n = 2, r = 2, null vector e₂ of U (by a rotation of the columns any null vector "
    "is this one)",
)
witness = dict.fromkeys([*M, *U[:, 0], *V, *x], 0) | {
    M[1, 0]: -2, U[0, 0]: 1, V[0, 0]: 1, M[0, 0]: 1, V[1, 1]: 3, x[1]: 1, t: 1, theta: 2,
}  # fmt: skip
countermodels = {
    "critical_1": witness | {M[0, 1]: 1, x[0]: 1},
    "critical_2": witness | {M[1, 1]: 1, x[1]: 1},
    "critical_3": witness | {M[2, 1]: 1, x[2]: 1},
}


def proof():
    weight = t**3 * theta**2 * xx - t * theta
    return combine(claim, using={f"critical_{i + 1}": x[i] * weight for i in range(3)})
