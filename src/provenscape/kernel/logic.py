"""Rules about statements as wholes: witnesses, refutations, cases, induction, limits, citations."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import sympy as sp

from provenscape.kernel.algebra import entailed, instantiate
from provenscape.kernel.cone import nonnegative, positive, require_defined
from provenscape.kernel.engines import sign
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
    admit,
    ge,
    gt,
    substitute,
)
from provenscape.kernel.theorem import Step, Theorem, genuine, seal

Point = Mapping[sp.Symbol, Any]


def witness(claim: Claim, point: Point) -> None:
    """Raise `Rejected` unless every hypothesis holds, exactly, at the point: no vacuous theorem."""
    for name, relation in claim.given.items():
        if not holds(relation, point):
            raise Rejected(f"hypothesis {name} of {claim.id} fails at the witness")


def holds(conclusion: Conclusion, point: Point) -> bool:
    """Whether a conclusion is true at an exact point; an invariant, there and after one step."""
    if isinstance(conclusion, Relation):
        value = sign(at_number(conclusion.expr, point))
        return {"=": value == 0, ">": value > 0, ">=": value >= 0}[conclusion.op]
    if isinstance(conclusion, Inertia):
        counts = inertia_by_pivots(conclusion.matrix)
        if counts != inertia_by_charpoly(conclusion.matrix):
            raise Rejected("the engines disagree on an inertia")
        return counts == (conclusion.positive, conclusion.negative, conclusion.zero)
    if isinstance(conclusion, Invariant):
        following = {s: substitute(v, point) for s, v in conclusion.update.items()}
        return holds(conclusion.relation, point) and holds(
            conclusion.relation, {**point, **following}
        )
    if not isinstance(conclusion, Roots):
        raise Rejected("a limit is not decided at a point")
    values = tuple(admit(point[v]) for v in conclusion.variables)
    solves = all(sign(substitute(e, point)) == 0 for e in conclusion.system)
    listed = any(
        all(sign(a - b) == 0 for a, b in zip(values, p, strict=True)) for p in conclusion.points
    )
    return solves == listed


def at_number(expr: sp.Expr, point: Point) -> sp.Expr:
    missing = sorted(map(str, expr.free_symbols - set(point)))
    if missing:
        raise Rejected(f"the point gives no value for {', '.join(missing)}")
    values = {s: admit(v) for s, v in point.items()}
    for node in sp.preorder_traversal(expr):
        if isinstance(node, sp.Pow) and node.exp.is_Rational and node.exp < 0:
            if sign(node.base.xreplace(values)) == 0:
                raise Rejected(f"the denominator {node.base} vanishes at the point")
    return substitute(expr, point)


def refute(claim: Claim, point: Point, failure: Theorem | None = None) -> Theorem:
    """The negation: at this exact point every hypothesis holds and the conclusion fails.

    For a statement about some neighbourhood or some positive constant (``locally``) the point is
    given in terms of these, and the failure must be evident for all their positive values, or be
    the conclusion of a theorem about them. Verdict: refuted.
    """
    if claim.locally:
        _refute_at_every_radius(claim, point, failure)
    else:
        if isinstance(claim.then, Invariant):
            first = {s: substitute(v, point) for s, v in claim.then.start.items()}
            point = {**point, **first}
        witness(claim, point)
        if all(holds(part, point) for part in claim.parts()):
            raise Rejected(f"{claim.id} holds at the point, which therefore refutes nothing")
    shown = ", ".join(f"{s} = {sp.sstr(admit(v))}" for s, v in sorted(point.items(), key=str))
    step = Step("refute", "refuted", ("fractions", "arb"), detail=shown)
    return seal(claim, step, () if failure is None else (failure,))


def _refute_at_every_radius(claim: Claim, point: Point, theorem: Theorem | None) -> None:
    radii = [gt(symbol) for symbol in claim.locally]
    for name, relation in claim.given.items():
        if not entailed(_at_radius(relation, point, claim), radii):
            raise Rejected(f"hypothesis {name} of {claim.id} is not evident for every radius")
    for part in claim.parts():
        if isinstance(part, Relation) and part.op != "=":
            failure = -_at_radius(part, point, claim).expr
            evident = positive if part.op == ">=" else nonnegative
            if evident(failure, radii) or evident(sp.expand(failure), radii):
                return
            if theorem is not None and entailed(
                Relation(failure, ">" if part.op == ">=" else ">="),
                [*radii, *instantiate(theorem, {}, radii)],
            ):
                return
    raise Rejected(f"the failure of {claim.id} is not evident for every radius")


def _at_radius(relation: Relation, point: Point, claim: Claim) -> Relation:
    result = relation.subs(point)
    require_defined(result.expr, [gt(symbol) for symbol in claim.locally])
    if result.expr.free_symbols - set(claim.locally):
        raise Rejected(f"the point of {claim.id} must depend on its radii alone")
    return result


def conjoin(claim: Claim, theorems: Sequence[Theorem]) -> Theorem:
    """All conclusions of the claim, each from a theorem with no other hypotheses than the claim's."""
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
    signs = [(relation.op, relation.expr) for relation in split]
    first = signs[0][1]
    gaps = [(op, 1 if e == first else -1 if sp.expand(e + first) == 0 else 0) for op, e in signs]
    strict_free = {(op, s) for op, s in gaps}
    two = any({(a, 1), (b, -1)} <= strict_free for a, b in ((">=", ">="), (">=", ">"), (">", ">=")))
    three = {(">", 1), (">", -1)} <= strict_free and any(op == "=" for op, s in gaps if s)
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
    if admit(slope).has(variable) or not nonnegative(slope, claim.given.values()):
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
    if not reference.strip() or not why.strip():
        raise Rejected("a citation names its reference and says why it is not checked here")
    return seal(claim, Step("cite", "cited", (), assumption=reference))
