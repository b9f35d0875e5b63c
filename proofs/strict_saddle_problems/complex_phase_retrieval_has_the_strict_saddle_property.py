"""Complex phase retrieval: the minimisers e^{iφ} z form a circle, so no Hessian there is definite.

For a signal of one entry, z = 1, the mean loss over complex Gaussian measurements is
2(p² + q² − 1)² at x = p + iq.
"""

from provenscape.kernel import Claim, eq, ge, gt, refute
from provenscape.models.landscapes import complex_phase_retrieval_population

f = complex_phase_retrieval_population([1], [0]).f
p, q = f.variables
hessian = f.hessian()
determinant = hessian[0, 0] * hessian[1, 1] - hessian[0, 1] ** 2

claim = Claim(
    id="complex-phase-retrieval-has-the-strict-saddle-property",
    says="Generalised, that is complex, phase retrieval has the strict saddle property: where the "
    "gradient vanishes and no curvature is negative, the Hessian is positive definite.",
    items={"O-29": "part phase-retrieval"},
    given={
        "stationary along p": eq(f.partial(p)),
        "stationary along q": eq(f.partial(q)),
        "no negative curvature along p": ge(hessian[0, 0]),
        "no negative curvature along q": ge(hessian[1, 1]),
        "no negative curvature at all": ge(determinant),
    },
    then=(gt(hessian[0, 0]), gt(determinant)),
    bridges=("fourth-moments-of-gaussian-vectors", "principal-minors-of-semidefinite-matrices"),
    scope="a signal of one entry, in the mean over Gaussian measurements",
)


def refutation():
    return refute(claim, {p: 1, q: 0})
