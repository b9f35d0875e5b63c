"""In explicit entries the step along a null vector of U changes f as the general claim says.

For U (3 × 2) with zero second column (the null vector is b = e₂), any V (2 × 2), M (3 × 2) and u:
with v = Rᵀu, f(U − tθue₂ᵀ, V + tve₂ᵀ) − f(U, V) equals
t²θ(θ|u|²|Ve₂|²/2 − |v|²) + t⁴θ²|u|²|v|²/2, given RVe₂ = 0.
"""

from sympy import Matrix

from provenscape.kernel import Claim, combine, eq, real

M = Matrix(3, 2, real("m1:4_1:3"))
U = Matrix(3, 2, lambda i, j: real(f"u{i + 1}") if j == 0 else 0)
V = Matrix(2, 2, real("v1:3_1:3"))
x = Matrix(real("x1:4"))  # the vector called u above
t, theta = real("t theta")
e2 = Matrix([[0, 1]])


def objective(left, right):
    return sum(entry**2 for entry in left * right.T - M) / 2


R = U * V.T - M
image = R.T * x
used = V[:, 1]
uu, vv, w = (sum(c**2 for c in vector) for vector in (x, image, used))
change = t**2 * theta * (theta * uu * w / 2 - vv) + t**4 * theta**2 * uu * vv / 2

claim = Claim(
    id="moving-along-the-null-vector-expands-as-stated",
    items=["N-84"],
    says="Explicit entries confirm how f changes along the direction made of a null vector of U, "
    "of a vector u and of Rᵀu.",
    given={f"critical_{i + 1}": eq(entry) for i, entry in enumerate(R * used)},
    then=eq(objective(U - t * theta * x * e2, V + t * image * e2), objective(U, V) + change),
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
    weight = t**3 * theta**2 * uu - t * theta
    return combine(claim, using={f"critical_{i + 1}": x[i] * weight for i in range(3)})
