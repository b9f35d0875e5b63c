"""How each rule of the kernel that has a proof in Coq is written there."""

from provenscape.coq import algebraic, analytic, exact, logical

WRITERS = {
    "cases": logical.cases,
    "chain": algebraic.chain,
    "combine": algebraic.combine,
    "conjoin": logical.conjoin,
    "enclose": analytic.enclose,
    "exhaust": exact.exhaust,
    "induct": logical.induct,
    "inertia": exact.inertia,
    "limit": logical.limit,
    "pythagoras": analytic.pythagoras,
    "roots": exact.roots,
    "series": analytic.series,
    "sos": algebraic.sos,
    "zeros": logical.zeros,
}
