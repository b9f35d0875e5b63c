"""Complex phase retrieval: the minimisers e^{iφ} z form a circle, so no Hessian there is definite.

For a signal of one entry, z = 1, the mean loss over complex Gaussian measurements is
2(p² + q² − 1)² at x = p + iq. Where it is 0, and so the least, the gradient vanishes and no
curvature is negative: the strict saddle property would make every curvature positive. But at
(1, 0) it is 0 along q.
"""

from provenscape.kernel import Claim, eq, gt, real, refute
from provenscape.models.landscapes import complex_phase_retrieval_population

f = complex_phase_retrieval_population([1], [0]).f
p, q = f.variables
a, b = real("a b")

claim = Claim(
    id="complex-phase-retrieval-has-the-strict-saddle-property",
    says="Generalised, that is complex, phase retrieval has the strict saddle property, so that at "
    "a global minimum, where the loss is 0, the curvature along every direction is positive.",
    items={"O-29": "part phase-retrieval"},
    where={(a, b): "the coordinates of a direction"},
    given={"minimum": eq(f(p, q)), "direction": gt(a**2 + b**2)},
    then=gt(f.partial(p, p) * a**2 + 2 * f.partial(p, q) * a * b + f.partial(q, q) * b**2),
    bridges=("fourth-moments-of-gaussian-vectors", "second-order-necessary-condition"),
    about="the loss of complex phase retrieval",
    scope="a signal of one entry, in the mean over Gaussian measurements",
)


def refutation():
    return refute(claim, {p: 1, q: 0, a: 0, b: 1})
