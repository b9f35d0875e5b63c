"""Rules about statements as wholes: witnesses, refutations, cases, induction, limits, citations."""

from collections.abc import Mapping, Sequence
from typing import Any

import sympy as sp

from provenscape.kernel.algebra import entailed, instantiate
from provenscape.kernel.cone import defined, nonnegative, nonzero, positive, require_defined
from provenscape.kernel.engines import is_zero, sign
from provenscape.kernel.matrices import inertia_by_charpoly, inertia_by_pivots
from provenscape.kernel.statements import (
    Claim,
    Conclusion,
    Inertia,
    Invariant,
    Limit,
    Rejected,
    Relation,
    Roots,
    admit_point,
    ge,
    gt,
    substitute,
)
from provenscape.kernel.theorem import Step, Theorem, genuine, seal

Point = Mapping[sp.Symbol, Any]


def witness(claim: Claim, point: Point) -> None:
    """Raise `Rejected` unless every hypothesis holds, exactly, at the point: no vacuous theorem."""
    at = exact_point(point)
    for name, relation in claim.given.items():
        if not holds(relation, at):
            raise Rejected(f"hypothesis {name} of {claim.id} fails at the witness")


def exact_point(point: Point) -> dict[sp.Symbol, sp.Expr]:
    """A copy of the point, each value of which is a number; `sign` raises where one is none."""
    at = admit_point(point)
    for value in at.values():
        sign(value)
    return at


def holds(conclusion: Conclusion, at: Point) -> bool:
    """Whether a conclusion is true at an exact point; an invariant, there and at the next state."""
    if isinstance(conclusion, Relation):
        value = sign(at_number(conclusion.expr, at))
        return {"=": value == 0, ">": value > 0, ">=": value >= 0}[conclusion.op]
    if isinstance(conclusion, Inertia):
        counts = inertia_by_pivots(conclusion.matrix)
        if counts != inertia_by_charpoly(conclusion.matrix):
            raise Rejected("the engines disagree on an inertia")
        return counts == (conclusion.positive, conclusion.negative, conclusion.zero)
    if isinstance(conclusion, Invariant):
        if any(sign(at_number(s - first, at)) for s, first in conclusion.start.items()):
            raise Rejected("the iteration does not start at the point")
        following = {s: at_number(v, at) for s, v in conclusion.update.items()}
        return all(holds(conclusion.relation, state) for state in (at, {**at, **following}))
    if not isinstance(conclusion, Roots):
        raise Rejected("a limit is not decided at a point")
    values = [at_number(v, at) for v in conclusion.variables]
    solves = all(sign(at_number(e, at)) == 0 for e in conclusion.system)
    listed = any(
        all(sign(a - b) == 0 for a, b in zip(values, p, strict=True)) for p in conclusion.points
    )
    return solves == listed


def at_number(expr: sp.Expr, at: Point) -> sp.Expr:
    missing = sorted(map(str, expr.free_symbols - set(at)))
    if missing:
        raise Rejected(f"the point gives no value for {', '.join(missing)}")
    for node in sp.preorder_traversal(expr):
        if isinstance(node, sp.Pow) and node.exp < 0 and sign(substitute(node.base, at)) == 0:
            raise Rejected(f"the denominator {node.base} vanishes at the point")
        if isinstance(node, sp.log) and sign(substitute(node.args[0], at)) <= 0:
            raise Rejected(f"{node} is not defined at the point")
    return substitute(expr, at)


def refute(claim: Claim, point: Point, failure: Theorem | None = None) -> Theorem:
    """The negation: at this exact point every hypothesis holds and the conclusion fails.

    For a statement about some neighbourhood or some positive constant (``locally``) the point is
    given in terms of these, and the failure must be evident for all their positive values, or be
    the conclusion of a theorem about them, which is not just cited. For an invariant the point
    may leave out the first state, which follows from it. Verdict: refuted.
    """
    at = admit_point(point)
    if claim.locally:
        _refute_at_every_radius(claim, at, failure)
    elif failure is not None:
        raise Rejected("a theorem of failure goes with a statement about some neighbourhood")
    else:
        if isinstance(claim.then, Invariant):
            at |= {s: at_number(first, at) for s, first in claim.then.start.items()}
        witness(claim, at)
        if all(holds(part, at) for part in claim.parts()):
            raise Rejected(f"{claim.id} holds at the point, which therefore refutes nothing")
    shown = ", ".join(f"{s} = {sp.sstr(v)}" for s, v in sorted(at.items(), key=str))
    step = Step("refute", "refuted", ("fractions", "arb"), detail=shown)
    return seal(claim, step, () if failure is None else (failure,))


def _refute_at_every_radius(claim: Claim, at: Point, theorem: Theorem | None) -> None:
    radii = [gt(symbol) for symbol in claim.locally]
    if set(at) & set(claim.locally):
        raise Rejected(f"the point of {claim.id} must leave its radii free")
    for value in at.values():
        require_defined(value, radii)
    for name, relation in claim.given.items():
        if not entailed(_at_radius(relation, at, claim), radii):
            raise Rejected(f"hypothesis {name} of {claim.id} is not evident for every radius")
    if theorem is None:
        known = radii
    elif genuine(theorem).verdict == "cited":
        raise Rejected("a citation refutes nothing")
    else:
        known = [*radii, *instantiate(theorem, {}, radii)]
    for part in claim.parts():
        if isinstance(part, Relation):
            value = _at_radius(part, at, claim).expr
            fails = {
                ">=": lambda e: positive(-e, known),
                ">": lambda e: nonnegative(-e, known),
                "=": lambda e: nonzero(e, known),
            }[part.op]
            if fails(value) or fails(sp.expand(value)):
                return
    raise Rejected(f"the failure of {claim.id} is not evident for every radius")


def _at_radius(relation: Relation, at: Point, claim: Claim) -> Relation:
    result = relation.subs(at)
    require_defined(result.expr, [gt(symbol) for symbol in claim.locally])
    if result.expr.free_symbols - set(claim.locally):
        raise Rejected(f"the point of {claim.id} must depend on its radii alone")
    return result


def conjoin(claim: Claim, theorems: Sequence[Theorem]) -> Theorem:
    """All conclusions of the claim, each from a theorem that assumes nothing beyond the claim."""
    theorems = tuple(theorems)
    for part in claim.parts():
        if not any(
            genuine(t).claim.then == part and _rests_on(t.claim, claim.given) for t in theorems
        ):
            raise Rejected(f"no theorem gives {part.text()}")
    return seal(claim, Step("conjoin", "proved", ()), theorems)


def _rests_on(lemma: Claim, given: Mapping[str, Relation]) -> bool:
    return all(relation in given.values() for relation in lemma.given.values())


def cases(claim: Claim, theorems: Sequence[Theorem], split: Sequence[Relation]) -> Theorem:
    """The claim in each of several cases that leave nothing out.

    The cases are ``e >= 0`` and ``-e >= 0`` (either may be strict, but not both), or ``e > 0``,
    ``-e > 0`` and ``e = 0``. Theorem number i may use the hypotheses of the claim and case i.
    """
    if any(isinstance(part, Invariant) for part in claim.parts()):
        raise Rejected("an iteration may pass from case to case")
    theorems, split = tuple(theorems), tuple(split)
    first = split[0].expr
    require_defined(first, claim.given.values())
    covered = {(case.op, s) for case in split for s in (1, -1) if is_zero(case.expr - s * first)}
    two = any({(a, 1), (b, -1)} <= covered for a, b in ((">=", ">="), (">=", ">"), (">", ">=")))
    three = {(">", 1), (">", -1), ("=", 1)} <= covered
    if not (two or three):
        raise Rejected("the cases leave something out")
    if len(theorems) != len(split):
        raise Rejected("one theorem for each case")
    for theorem, case in zip(theorems, split, strict=True):
        allowed = {**claim.given, "case": case}
        if genuine(theorem).claim.then != claim.then or not _rests_on(theorem.claim, allowed):
            raise Rejected(f"{theorem.claim.id} does not prove the case {case.text()}")
    return seal(claim, Step("cases", "proved", ()), theorems)


def induct(claim: Claim, base: Theorem, step: Theorem) -> Theorem:
    """A relation at every state that an iteration reaches: the conclusion is an `Invariant`.

    ``base`` proves the relation with the first values put in, ``step`` with the next values put
    in, from the hypotheses of the claim and from the relation itself.
    """
    if not isinstance(claim.then, Invariant):
        raise Rejected(f"{claim.id} concludes no invariant")
    relation, start, update = claim.then.relation, claim.then.start, claim.then.update
    at_start = {name: hypothesis.subs(start) for name, hypothesis in claim.given.items()}
    if genuine(base).claim.then != relation.subs(start) or not _rests_on(base.claim, at_start):
        raise Rejected("the base does not prove the invariant at the start")
    allowed = {**claim.given, "the invariant": relation}
    if genuine(step).claim.then != relation.subs(update) or not _rests_on(step.claim, allowed):
        raise Rejected("the step does not carry the invariant on")
    return seal(claim, Step("induct", "proved", ()), (base, step))


def limit(claim: Claim, theorem: Theorem, slope: Any) -> Theorem:
    """expr -> value as variable -> 0+, from a theorem (expr - value)**2 <= slope * variable.

    The slope is evidently non-negative and free of the variable; the theorem may assume that the
    variable is positive and small, and otherwise nothing that the claim does not.
    """
    if not isinstance(claim.then, Limit):
        raise Rejected("the conclusion is no limit")
    variable, error = claim.then.variable, claim.then.expr - claim.then.value
    slope = defined(slope, claim.given.values())
    if slope.has(variable) or not nonnegative(slope, claim.given.values()):
        raise Rejected("the slope must be evidently non-negative and free of the variable")
    if genuine(theorem).claim.parts() != (ge(slope * variable, error**2),):
        raise Rejected("the theorem does not bound the squared error by slope * variable")
    for name, relation in theorem.claim.given.items():
        small = relation.expr.free_symbols == {variable} and (
            relation == gt(variable)
            or (relation.op != "=" and sign(substitute(relation.expr, {variable: 0})) > 0)
        )
        if not small and relation not in claim.given.values():
            raise Rejected(f"the theorem assumes {name}, which the limit does not")
    return seal(claim, Step("limit", "proved", ()), (theorem,))


def cite(claim: Claim, reference: str, why: str) -> Theorem:
    """An axiom taken from the literature, shown as one wherever it is used. Verdict: cited."""
    if type(reference) is not str or not reference.strip() or not why.strip():
        raise Rejected("a citation names its reference and says why it is not checked here")
    return seal(claim, Step("cite", "cited", (), assumption=reference, detail=why))
