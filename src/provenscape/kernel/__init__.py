"""The trusted part: statements, and the rules that alone make theorems.

A proof is a certificate that a rule checks in exact arithmetic; how it was found does not matter.
Read `statements` (what can be said), `cone` and `engines` (what is evident; when two expressions
are equal), `theorem` (who may make one), then the rules: `algebra`, `logic`, `matrices`,
`numeric`, `statistical`.
"""

from provenscape.kernel.algebra import chain, combine, sos
from provenscape.kernel.logic import cases, cite, conjoin, induct, limit, refute, witness
from provenscape.kernel.matrices import inertia, roots
from provenscape.kernel.numeric import enclose, exhaust, pythagoras, series, unsat
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
from provenscape.kernel.statistical import sample
from provenscape.kernel.theorem import Step, Theorem

__all__ = [
    "Claim", "Inertia", "Invariant", "Limit", "Rejected", "Relation", "Roots", "Step", "Theorem",
    "cases", "chain", "cite", "combine", "conjoin", "enclose", "eq", "exhaust", "ge", "gt",
    "induct", "inertia", "le", "limit", "lt", "pythagoras", "real", "refute", "roots",
    "sample", "series", "sos", "unsat", "witness",
]  # fmt: skip
