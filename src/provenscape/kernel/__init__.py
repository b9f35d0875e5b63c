"""The trusted part: statements, and the rules that alone make theorems.

A proof is a certificate that a rule checks in exact arithmetic; how it was found does not matter.
Read `statements` (what can be said), `cone` and `engines` (what is evident; when two expressions
are equal), `theorem` (who may make one), then the rules: `algebra`, `logic`, `matrices`,
`numeric`, `statistical`.
"""

from provenscape.kernel import algebra, logic, matrices, numeric, statistical
from provenscape.kernel.statements import (
    Claim,
    Inertia,
    Invariant,
    Limit,
    Rejected,
    Relation,
    Roots,
    eq,
    ge,
    gt,
    le,
    lt,
    real,
)
from provenscape.kernel.theorem import Step, Theorem, rule, verified

cases = rule(logic.cases)
chain = rule(algebra.chain)
cite = rule(logic.cite)
combine = rule(algebra.combine)
conjoin = rule(logic.conjoin)
enclose = rule(numeric.enclose)
exhaust = rule(numeric.exhaust)
induct = rule(logic.induct)
inertia = rule(matrices.inertia)
limit = rule(logic.limit)
pythagoras = rule(numeric.pythagoras)
refute = rule(logic.refute)
roots = rule(matrices.roots)
sample = rule(statistical.sample)
series = rule(numeric.series)
sos = rule(algebra.sos)
unsat = rule(numeric.unsat)
witness = rule(logic.witness)

__all__ = [
    "Claim", "Inertia", "Invariant", "Limit", "Rejected", "Relation", "Roots", "Step", "Theorem",
    "cases", "chain", "cite", "combine", "conjoin", "enclose", "eq", "exhaust", "ge", "gt",
    "induct", "inertia", "le", "limit", "lt", "pythagoras", "real", "refute", "roots",
    "sample", "series", "sos", "unsat", "verified", "witness",
]  # fmt: skip
