"""The four rows ≻ 0, ⪯ 0, indefinite and singular do not classify: the zero Hessian is in two.

At the origin of the monkey saddle x³ − 3xy² the Hessian is 0, which is ⪯ 0 (row "local maximum")
and singular (row "degenerate"); diag(2, −2, 0) is indefinite and singular.
"""

from provenscape.kernel import Claim, eq, ge, gt, le, refute
from provenscape.models.landscapes import get

monkey = get("monkey_saddle")
x, y = monkey.variables

claim = Claim(
    id="the-four-rows-of-the-table-overlap",
    items=["O-N3"],
    says="Each stationary point is in just one of the rows H ≻ 0, ⪯ 0, indefinite, singular.",
    given={
        "stationary_x": eq(monkey.gradient[0]),
        "stationary_y": eq(monkey.gradient[1]),
        "trace_not_positive": le(monkey.hessian.trace(), 0),
        "determinant_not_negative": ge(monkey.hessian.det()),
    },
    then=gt(monkey.hessian.det() ** 2),
    scope="for the monkey saddle x³ − 3xy²: in the plane H ⪯ 0 is trace ≤ 0 and determinant ≥ 0; "
    "the conclusion says that such an H is not in the row of singular ones too",
)


def refutation():
    return refute(claim, {x: 0, y: 0})
