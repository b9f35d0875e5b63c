"""Matrix completion can have a spurious local minimum: 7 of 9 entries of a rank-one matrix.

M = zzᵀ with z = (1, ½, 1), and the two equal entries in the corners, which the others determine,
are not observed. At x = (1, 0, −1) the gradient vanishes, the Hessian is positive definite, and the
loss is 17/32. (For z = (1, ε, 1) the determinant of the Hessian there is positive for every ε² <
1.) Ge, Lee and Ma (2016) show that there is none for incoherent matrices and enough entries
observed at random, with a regulariser.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, gt, refute
from provenscape.models.landscapes import symmetric_matrix_completion

half, quarter = Rational(1, 2), Rational(1, 4)
f = symmetric_matrix_completion(
    [[1, 1, 0], [1, 1, 1], [0, 1, 1]], [[1, half, 1], [half, quarter, half], [1, half, 1]], 1
).f
hessian = f.hessian()

claim = Claim(
    id="matrix-completion-has-no-spurious-minima",
    says="Matrix completion, like matrix factorization, has no spurious local minima: where the "
    "gradient vanishes and the Hessian is positive definite, the loss is 0.",
    items={"N-85": "part matrix-completion"},
    given={
        **{f"stationary_{i}": eq(slope) for i, slope in enumerate(f.gradient(), 1)},
        **{f"minor_{i}": gt(hessian[:i, :i].det(method="berkowitz")) for i in (1, 2, 3)},
    },
    then=eq(f(*f.variables)),
    bridges=("sylvester-criterion", "second-order-sufficient-condition"),
    about="spurious minima of matrix completion",
    scope="the positive semidefinite 3 × 3 matrix zzᵀ with z = (1, ½, 1), rank one, plain squared "
    "loss over all entries but (1, 3) and (3, 1)",
)


def refutation():
    return refute(claim, dict(zip(f.variables, (1, 0, -1), strict=True)))
