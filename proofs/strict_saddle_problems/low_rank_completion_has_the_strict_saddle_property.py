"""Low-rank completion: where UVᵀ fits the entries, UA and VA⁻ᵀ fit as well: no isolated minimum.

Three entries of the 2 × 2 matrix of ones, which determine the fourth at rank one. At
u = v = (1, 1) gradient and residuals vanish, and the Hessian is singular along (u, −v).
"""

from provenscape.kernel import Claim, eq, ge, gt, refute
from provenscape.models.landscapes import matrix_completion

loss = matrix_completion([[1, 1], [1, 0]], [[1, 1], [1, 1]], 1)
variables, hessian = loss.variables, loss.hessian
SUBSETS = [[i for i in range(4) if number >> i & 1] for number in range(1, 16)]

claim = Claim(
    id="low-rank-completion-has-the-strict-saddle-property",
    items=["O-29"],
    says="Completion of low-rank matrices has the strict saddle property: where the gradient "
    "vanishes and no curvature is negative, the Hessian is positive definite.",
    given={
        **{f"stationary along {v}": eq(g) for v, g in zip(variables, loss.gradient, strict=True)},
        **{
            f"minor {'-'.join(str(variables[i]) for i in chosen)}": ge(
                hessian.extract(chosen, chosen).det(method="berkowitz")
            )
            for chosen in SUBSETS
        },
    },
    then=gt(hessian.det(method="berkowitz")),
    scope="the plain loss ½ Σ (UVᵀ − M)², rank one, with three of four entries observed; "
    "non-negative principal minors say that no curvature is negative",
)


def refutation():
    return refute(claim, dict.fromkeys(variables, 1))
