"""How each rule of the kernel is written in Coq."""

from provenscape.coq import algebraic, analytic, exact, logical
from provenscape.coq.text import NotExported

WRITERS = {
    "cases": logical.cases,
    "chain": algebraic.chain,
    "combine": algebraic.combine,
    "conjoin": logical.conjoin,
    "enclose": analytic.enclose,
    "exhaust": exact.exhaust,
    "induct": logical.induct,
    "inertia": exact.inertia,
    "limit": analytic.limit,
    "pythagoras": analytic.pythagoras,
    "roots": exact.roots,
    "series": analytic.series,
    "sos": algebraic.sos,
}
__all__ = ["WRITERS", "NotExported"]
