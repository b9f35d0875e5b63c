"""The trusted part: statements, and the rules that alone make theorems.

A proof is a certificate that a rule checks in exact arithmetic; how it was found does not matter.
Read `language` (expressions and named functions), `relations` and `claim` (what can be said),
`engines`, `numbers` and `cone` (when two expressions are equal, what is evident), `theorem` (who
may make one), then the rules: `algebra`, `logic`, `matrices`, `numeric`, `statistical`.
"""

from provenscape.kernel import algebra, logic, matrices, numeric, statistical
from provenscape.kernel.claim import Claim
from provenscape.kernel.derived import (
    Gram,
    absolute,
    limits,
    maximum,
    minimum,
    square_root,
    sums,
)
from provenscape.kernel.language import RealFunction, Rejected, function, real, root_of
from provenscape.kernel.relations import (
    CONFIDENCE,
    Chance,
    Inertia,
    Invariant,
    Limit,
    Relation,
    Roots,
    Semidefinite,
    Zeros,
    eq,
    ge,
    gt,
    le,
    lt,
)
from provenscape.kernel.statistical import Unsupported
from provenscape.kernel.theorem import Step, Theorem, guarded, rule, verified

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
witness = guarded(logic.witness)
zeros = rule(logic.zeros)

__all__ = [
    "CONFIDENCE", "Chance", "Claim", "Gram", "Inertia", "Invariant", "Limit", "RealFunction",
    "Rejected", "Relation", "Roots", "Semidefinite", "Step", "Theorem", "Unsupported", "Zeros",
    "absolute", "cases", "chain", "cite", "combine", "conjoin", "enclose", "eq", "exhaust",
    "function", "ge", "gt", "induct", "inertia", "le", "limit", "limits", "lt", "maximum",
    "minimum", "pythagoras", "real", "refute", "root_of", "roots", "sample", "series", "sos",
    "square_root", "sums", "unsat", "verified", "witness", "zeros",
]  # fmt: skip
