"""With three layers there are saddles without negative curvature: the origin of (w₃w₂w₁ − 1)².

The gradient is zero there, the loss is 1, lower values lie arbitrarily near (claim
zero-layers-of-a-scalar-network-lead-down-and-up), and every second derivative is zero: so no
direction has negative curvature. The same holds at the origin for every depth above two and every
width. Kawaguchi (2016) has such saddles for more than one hidden layer.
"""

from provenscape.kernel import Claim, eq, gt, refute
from provenscape.models.landscapes import deep_linear_network

f = deep_linear_network([1, 1, 1, 1], [[1]], [[1]]).f

claim = Claim(
    id="every-saddle-of-a-deep-linear-network-turns-down",
    says="Every saddle of a deep linear network has a direction of negative curvature, so that the "
    "Hessian at a critical point of positive loss is not zero.",
    items={"N-50": "whole"},
    given={
        **{f"stationary_{i}": eq(slope) for i, slope in enumerate(f.gradient(), 1)},
        "no_minimum": gt(f(*f.variables)),
    },
    then=gt(sum(entry**2 for entry in f.hessian())),
    about="the saddles of linear networks",
    scope="three layers of one weight, X = Y = 1",
)


def refutation():
    return refute(claim, dict.fromkeys(f.variables, 0))
