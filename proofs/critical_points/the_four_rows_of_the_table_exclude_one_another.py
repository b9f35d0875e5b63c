"""The four rows ≻ 0, ⪯ 0, indefinite and singular do not classify: the zero Hessian is in two.

At the origin of the monkey saddle x³ − 3xy² the Hessian is 0, which is ⪯ 0 (row "local maximum")
and singular (row "degenerate"); diag(2, −2, 0) is indefinite and singular.
"""

from provenscape.kernel import Claim, eq, gt, le, real, refute
from provenscape.models.landscapes import get

f = get("monkey_saddle").f
x, y = f.variables
low, high = real("low high")
along_x, across, along_y = f.partial(x, x), f.partial(x, y), f.partial(y, y)

claim = Claim(
    id="the-four-rows-of-the-table-exclude-one-another",
    says="The rows H ≻ 0, ⪯ 0, indefinite and singular exclude one another: where H ⪯ 0, neither "
    "eigenvalue is 0.",
    items={"O-N3": "whole"},
    where={
        (x, y): "a stationary point",
        low: ("the lower eigenvalue of the Hessian there", r"\lambda_1"),
        high: ("the higher eigenvalue of the Hessian there", r"\lambda_2"),
    },
    given={
        "stationary_x": eq(f.partial(x)),
        "stationary_y": eq(f.partial(y)),
        "trace": eq(low + high, along_x + along_y),
        "determinant": eq(low * high, along_x * along_y - across**2),
        "ordered": le(low, high),
        "semidefinite": le(high, 0),
    },
    then=gt((low * high) ** 2),
    about="the Hessian at a stationary point",
    scope="for the monkey saddle x³ − 3xy²",
)


def refutation():
    return refute(claim, {x: 0, y: 0, low: 0, high: 0})
