"""With three layers there are saddles without negative curvature: the origin of (w₃w₂w₁ − 1)².

Gradient and Hessian are zero there, so that no direction has negative curvature; and it is a
saddle: f(t, t, t) = (1 − t³)² is lower and f(−t, t, t) = (1 + t³)² higher for all small t > 0.
What is refuted is that a critical point without any curvature has no lower values arbitrarily
near on one line together with higher ones on another. The same holds at the origin for every depth
above two and every width. Kawaguchi (2016) has such saddles for more than one hidden layer.
"""

from provenscape.kernel import Claim, eq, ge, gt, lt, real, refute
from provenscape.models.landscapes import deep_linear_network

f = deep_linear_network([1, 1, 1, 1], [[1]], [[1]]).f
w1, w2, w3 = f.variables
t, r = real("t r")

claim = Claim(
    id="every-saddle-of-a-deep-linear-network-turns-down",
    says="Every saddle of a deep linear network has a direction of negative curvature: where "
    "gradient and Hessian vanish there are not both lower and higher losses arbitrarily near.",
    items={"N-50": "whole"},
    where={t: "how far the weights are moved", r: "the radius of a neighbourhood"},
    given={
        **{f"stationary_{i}": eq(slope) for i, slope in enumerate(f.gradient(), 1)},
        "no_curvature": eq(sum(entry**2 for entry in f.hessian())),
        "step": gt(t),
        "near": lt(t, r),
        "higher": gt(f(w1 - t, w2 + t, w3 + t), f(w1, w2, w3)),
    },
    then=ge(f(w1 + t, w2 + t, w3 + t), f(w1, w2, w3)),
    parameters=(w1, w2, w3),
    constants=(r,),
    about="the saddles of linear networks",
    scope="three layers of one weight, X = Y = 1",
)


def refutation():
    return refute(claim, {w1: 0, w2: 0, w3: 0, t: r / (1 + r)})
