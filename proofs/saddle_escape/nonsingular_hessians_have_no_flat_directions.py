"""No direction is flat if H is nonsingular: Hu = 0 gives det(H) u = adj(H) H u = 0.

λ_min < 0 alone allows zero eigenvalues; it excludes a local minimum, not a flat direction.
"""

from sympy import Matrix

from provenscape.kernel import Claim, combine, conjoin, eq, gt, real

h11, h12, h13, h22, h23, h33 = real("h11 h12 h13 h22 h23 h33")
u = real("u1 u2 u3")
H = Matrix([[h11, h12, h13], [h12, h22, h23], [h13, h23, h33]])
image = H * Matrix(u)
rows = ("first_row", "second_row", "third_row")

claim = Claim(
    id="nonsingular-hessians-have-no-flat-directions",
    says="A stationary point has no flat direction, Hu = 0 for u = 0 alone, if its Hessian H is "
    "nonsingular, whatever the signs of the eigenvalues.",
    items={"O-28": "instance"},
    where={
        (h11, h12, h13, h22, h23, h33): "the entries of the Hessian H at the point",
        u: "the components of a direction",
    },
    given={
        "nonsingular": gt(H.det() ** 2),
        **{row: eq(entry) for row, entry in zip(rows, image, strict=True)},
    },
    then=tuple(map(eq, u)),
    repairs="strict-saddles-have-no-flat-directions",
    scope="three dimensions",
)
identity = {h11: 1, h12: 0, h13: 0, h22: 1, h23: 0, h33: 1}
zero = dict.fromkeys(u, 0)
witness = identity | zero
countermodels = {
    "nonsingular": identity | zero | {h22: 0, u[1]: 1},
    **{row: identity | zero | {v: 1} for row, v in zip(rows, u, strict=True)},
}


def proof():
    determinant, adjugate = H.det(), H.adjugate()

    def component(i):
        weights = {row: determinant * adjugate[i, j] for j, row in enumerate(rows)}
        return combine(claim.part(i), using=weights, scale=determinant**2)

    return conjoin(claim, [component(i) for i in range(3)])
