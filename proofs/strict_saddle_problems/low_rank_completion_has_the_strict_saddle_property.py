"""Low-rank completion: where UVᵀ fits the entries, UA and VA⁻ᵀ fit as well: no isolated minimum.

Three entries of the 2 × 2 matrix of ones, which determine the fourth at rank one. At
u = v = (1, 1) gradient and residuals vanish, and the Hessian is singular along (u, −v).
"""

from provenscape.kernel import Claim, eq, ge, gt, refute
from provenscape.models.landscapes import matrix_completion

f = matrix_completion([[1, 1], [1, 0]], [[1, 1], [1, 1]], 1).f
variables, hessian = f.variables, f.hessian()
SUBSETS = [[i for i in range(4) if number >> i & 1] for number in range(1, 16)]
minors = {
    "-".join(str(variables[i]) for i in chosen): hessian.extract(chosen, chosen).det(
        method="berkowitz"
    )
    for chosen in SUBSETS
}

claim = Claim(
    id="low-rank-completion-has-the-strict-saddle-property",
    says="Completion of low-rank matrices has the strict saddle property: where the gradient "
    "vanishes and no curvature is negative, the Hessian is positive definite, and its determinant "
    "positive.",
    items={"O-29": "part low-rank-completion"},
    given={
        **{f"stationary along {v}": eq(f.partial(v)) for v in variables},
        **{f"minor {name}": ge(minor) for name, minor in minors.items()},
    },
    then=gt(hessian.det(method="berkowitz")),
    bridges=("principal-minors-of-semidefinite-matrices",),
    scope="the plain loss ½ Σ (UVᵀ − M)², rank one, with three of four entries observed",
)


def refutation():
    return refute(claim, dict.fromkeys(variables, 1))
