"""Complex phase retrieval: the minimisers e^{iφ} z form a circle, so no Hessian there is definite.

For a signal of one entry, z = 1, the mean loss over complex Gaussian measurements is
2(p² + q² − 1)² at x = p + iq.
"""

from provenscape.kernel import Claim, eq, ge, gt, refute
from provenscape.models.landscapes import complex_phase_retrieval_population

loss = complex_phase_retrieval_population([1], [0])
p, q = loss.variables
hessian = loss.hessian

claim = Claim(
    id="complex-phase-retrieval-has-the-strict-saddle-property",
    items=["O-29"],
    says="Generalised, that is complex, phase retrieval has the strict saddle property: where the "
    "gradient vanishes and no curvature is negative, the Hessian is positive definite.",
    given={
        "stationary along p": eq(loss.gradient[0]),
        "stationary along q": eq(loss.gradient[1]),
        "no negative curvature along p": ge(hessian[0, 0]),
        "no negative curvature along q": ge(hessian[1, 1]),
        "no negative curvature at all": ge(hessian.det()),
    },
    then=(gt(hessian[0, 0]), gt(hessian.det())),
    scope="a signal of one entry, in the mean over Gaussian measurements; in every dimension the "
    "minimisers form a circle",
)


def refutation():
    return refute(claim, {p: 1, q: 0})
