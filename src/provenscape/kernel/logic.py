"""Rules about statements as wholes: witnesses, refutations, cases, induction, limits, citations."""

from collections.abc import Mapping, Sequence
from typing import Any

import sympy as sp

from provenscape.kernel.algebra import Checked, entailed, instantiate
from provenscape.kernel.claim import Claim, named
from provenscape.kernel.cone import Known, defined, nonnegative, nonzero, positive, require_defined
from provenscape.kernel.engines import identical, sign, sources_of_meaning, unfold
from provenscape.kernel.language import Rejected, admit, admit_point, substitute
from provenscape.kernel.matrices import counts
from provenscape.kernel.relations import (
    Bound,
    Chance,
    Conclusion,
    Hypothesis,
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
)
from provenscape.kernel.theorem import Step, Term, Theorem, genuine

Point = Mapping[sp.Symbol, Any]
States = Sequence[dict[sp.Symbol, sp.Expr]]


def witness(claim: Claim, point: Point | Sequence[Point]) -> None:
    """Raise `Rejected` unless every hypothesis holds, exactly, at the point: no vacuous theorem.

    For an iteration they must hold along a trajectory: the point gives the constants and the
    inputs of the first state, which is the start; further points give inputs that change. Two
    further states at least are reached.
    """
    states: States = (
        [exact_point(single(point))]
        if claim.iteration is None
        else trajectory(claim.iteration, point, least=3)
    )
    for number, at in enumerate(states):
        for name, relation in claim.given.items():
            if not holds(relation, at):
                where = f" in state {number}" if len(states) > 1 else ""
                raise Rejected(f"hypothesis {name} of {claim.id} fails at the witness{where}")


def single(point: Any) -> Point:
    """The point, if it is one and no trajectory."""
    if not isinstance(point, Mapping):
        raise Rejected("a trajectory goes with an invariant; give one point")
    return point


def trajectory(invariant: Invariant, points: Any, least: int = 2) -> States:
    """The states from the start on, as many as there are points and ``least`` at least."""
    given = [points] if isinstance(points, Mapping) else list(points)
    inputs = [exact_point(point) for point in given]
    if not inputs:
        raise Rejected("a trajectory needs a point")
    at = dict(inputs[0])
    for symbol, first in invariant.start.items():
        value = at_number(first, at)
        if symbol in at and sign(at[symbol] - value) != 0:
            raise Rejected(f"the iteration does not start at {symbol} = {at[symbol]}")
        at[symbol] = value
    states = [at]
    for number in range(1, max(least, len(inputs))):
        following = {s: at_number(v, at) for s, v in invariant.update.items()}
        fresh = inputs[number] if number < len(inputs) else {}
        fixed = set(fresh) & {*invariant.constants, *invariant.start}
        if any(sign(fresh[s] - (at | following)[s]) != 0 for s in fixed):
            raise Rejected(f"state {number} of the trajectory changes what the iteration fixes")
        at = {**at, **fresh, **following}
        states.append(at)
    return states


def exact_point(point: Point) -> dict[sp.Symbol, sp.Expr]:
    """A copy of the point, each value of which is a number; `sign` raises where one is none."""
    at = admit_point(point)
    for value in at.values():
        sign(value)
    return {symbol: unfold(value) for symbol, value in at.items()}


def holds(conclusion: Conclusion | Hypothesis, at: Point) -> bool:
    """Whether a relation, an inertia, a solution set, its parts or the semidefiniteness of a matrix
    is true at an exact point."""
    if isinstance(conclusion, Relation):
        for side in conclusion.expressions():
            at_number(side, at)
        value = sign(at_number(conclusion.expr, at))
        return {"=": value == 0, ">": value > 0, ">=": value >= 0}[conclusion.sign]
    if isinstance(conclusion, Inertia):
        said = (conclusion.positive, conclusion.negative, conclusion.zero)
        return counts(conclusion.exact) == said
    if isinstance(conclusion, Semidefinite):
        _, negative, _ = counts(conclusion.matrix.applyfunc(lambda entry: at_number(entry, at)))
        return negative == 0
    if isinstance(conclusion, Zeros):
        system, *sets = (
            all(sign(at_number(e, at)) == 0 for e in equations)
            for equations in (conclusion.system, *conclusion.sets)
        )
        return system == any(sets)
    if not isinstance(conclusion, Roots):
        raise Rejected(f"a {type(conclusion).__name__.lower()} is not decided at a point")
    values = [at_number(v, at) for v in conclusion.variables]
    solves = all(sign(at_number(e, at)) == 0 for e in conclusion.exact)
    listed = any(
        all(sign(a - b) == 0 for a, b in zip(values, p, strict=True)) for p in conclusion.points
    )
    return solves == listed


def at_number(expr: sp.Expr, at: Point) -> sp.Expr:
    """The value at a point whose entries are admitted; only what comes of them is admitted anew."""
    missing = sorted(map(str, expr.free_symbols - set(at)))
    if missing:
        raise Rejected(f"the point gives no value for {', '.join(missing)}")
    for kind, inner in sources_of_meaning(expr):
        value = sign(admit(inner.xreplace(at)))
        if value == 0 or (value < 0 and kind != "denominator"):
            raise Rejected(f"the {kind} {inner} is not defined at the point")
    return admit(unfold(expr).xreplace(at))


def refute(claim: Claim, point: Point | Sequence[Point], failure: Theorem | None = None) -> Checked:
    """The negation: at this exact point every hypothesis holds and the conclusion fails.

    For a statement with constants to be found the point gives the parameters as numbers and the
    variables in terms of the constants; the failure must be evident for all their positive values,
    or be the conclusion of a theorem about them, which is not just cited. For an iteration the
    point is a trajectory as in `witness`: a conclusion fails in one state, with which the
    certificate ends, and the hypotheses hold there and in every state before. Verdict: refuted.
    """
    if isinstance(claim.then, Chance):
        raise Rejected("a probability is not refuted at a point")
    at: Point
    later: States = ()
    if claim.constants:
        at = admit_point(single(point))
        _refute_for_all_constants(claim, at, failure)
    elif failure is not None:
        raise Rejected("a theorem of failure goes with a statement that has constants to be found")
    elif claim.iteration is not None:
        at, *later = _refute_along_a_trajectory(claim, claim.iteration, point)
    else:
        at = admit_point(single(point))
        witness(claim, at)
        if all(holds(part, at) for part in claim.parts()):
            raise Rejected(f"{claim.id} holds at the point, which therefore refutes nothing")
    shown = ", ".join(f"{s} = {sp.sstr(v)}" for s, v in sorted(at.items(), key=str))
    terms = tuple(Term("point", s.name, s, v) for s, v in sorted(at.items(), key=str))
    terms += tuple(
        Term("state", str(number), s, v)
        for number, state in enumerate(later, start=1)
        for s, v in sorted(state.items(), key=str)
    )
    step = Step("refute", "refuted", ("fractions", "arb"), detail=shown, certificate=terms)
    return step, () if failure is None else (failure,)


def _refute_along_a_trajectory(claim: Claim, invariant: Invariant, point: Any) -> States:
    others = [part for part in claim.parts() if isinstance(part, (Relation, Inertia))]
    states = trajectory(invariant, point)
    for number, at in enumerate(states, start=1):
        if not all(holds(hypothesis, at) for hypothesis in claim.given.values()):
            raise Rejected(f"a hypothesis of {claim.id} fails along the trajectory")
        if not all(holds(part, at) for part in (*invariant.relations, *others)):
            return states[:number]
    raise Rejected(f"{claim.id} holds along the trajectory, which therefore refutes nothing")


def _refute_for_all_constants(claim: Claim, at: Point, theorem: Theorem | None) -> None:
    positive_constants = [gt(symbol) for symbol in claim.constants]
    if set(at) & set(claim.constants):
        raise Rejected(f"the point of {claim.id} must leave {claim.constants} free")
    for symbol, value in at.items():
        if symbol in claim.parameters and value.free_symbols:
            raise Rejected(f"{symbol} comes before the constants, so that it must be a number")
        require_defined(value, positive_constants)
    for name, relation in claim.given.items():
        if not entailed(_with_constants(relation, at, claim), positive_constants):
            raise Rejected(f"hypothesis {name} of {claim.id} is not evident for all constants")
    known: list[Known] = [*positive_constants]
    if theorem is not None:
        if genuine(theorem).verdict == "cited":
            raise Rejected("a citation refutes nothing")
        known += instantiate(theorem, {}, positive_constants)
    for part in claim.parts():
        if isinstance(part, Relation):
            value = _with_constants(part, at, claim).expr
            fails = {
                ">=": lambda e: positive(-e, known),
                ">": lambda e: nonnegative(-e, known),
                "=": lambda e: nonzero(e, known),
            }[part.sign]
            if fails(value) or fails(sp.expand(value)):
                return
    raise Rejected(f"the failure of {claim.id} is not evident for all constants")


def _with_constants(relation: Relation, at: Point, claim: Claim) -> Bound:
    known = [gt(symbol) for symbol in claim.constants]
    values = {symbol: unfold(value) for symbol, value in at.items()}
    for side in relation.expressions():
        for kind, inner in sources_of_meaning(side):
            moved = substitute(inner, values)
            if not (nonzero if kind == "denominator" else positive)(moved, known):
                raise Rejected(f"the {kind} {moved} is not evidently defined for all constants")
    result = relation.bound.subs(values)
    if result.expr.free_symbols - set(claim.constants):
        raise Rejected(f"the point of {claim.id} must depend on its constants alone")
    return result


def conjoin(claim: Claim, theorems: Sequence[Theorem]) -> Checked:
    """All conclusions of the claim, each from a theorem that assumes nothing beyond the claim."""
    for part in claim.parts():
        if not any(
            genuine(t).claim.then == part and _rests_on(t.claim, claim.given) for t in theorems
        ):
            raise Rejected(f"no theorem gives {part.text()}")
    return Step("conjoin", "proved", ()), theorems


def _rests_on(lemma: Claim, given: Mapping[str, Hypothesis]) -> bool:
    return all(relation in given.values() for relation in lemma.given.values())


def cases(claim: Claim, theorems: Sequence[Theorem], split: Sequence[Relation]) -> Checked:
    """The claim in each of several cases that leave nothing out.

    The cases are ``e >= 0`` and ``-e >= 0`` (either may be strict, but not both), or ``e > 0``,
    ``-e > 0`` and ``e = 0``. Theorem number i may use the hypotheses of the claim and case i.
    """
    if any(isinstance(part, Invariant) for part in claim.parts()):
        raise Rejected("an iteration may pass from case to case")
    if any(type(case) is not Relation for case in split):
        raise Rejected("each case is a relation")
    first = split[0].expr
    for side in split[0].expressions():
        require_defined(side, claim.known())
    covered = {(case.sign, s) for case in split for s in (1, -1) if identical(case.expr, s * first)}
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
    terms = tuple(Term("case", c.text(), sp.Integer(1), c.expr) for c in split)
    return Step("cases", "proved", (), certificate=terms), theorems


def zeros(claim: Claim, within: Theorem, onto: Sequence[Theorem]) -> Checked:
    """The solutions of a system are exactly the union of sets: the conclusion is a `Zeros`.

    ``within`` shows, from the equations of the system, that the product of the sums of squares is
    <= 0 (`Claim.into_sets`), so that all equations of one set hold; ``onto`` has for each set a
    theorem that from its equations the system follows (`Claim.from_set`). None assumes more than
    that and the claim.
    """
    if not isinstance(claim.then, Zeros):
        raise Rejected(f"{claim.id} concludes no sets of solutions")
    then = claim.then
    solved = {**claim.given, **named("the system", tuple(map(eq, then.system)))}
    reached = genuine(within).claim
    product = ge(-then.product()).bound
    if not (
        isinstance(reached.then, Relation)
        and reached.then.sign == product.sign
        and identical(reached.then.expr, product.expr)
        and _rests_on(reached, solved)
    ):
        raise Rejected("the solutions are not shown to lie on the sets")
    if len(onto) != len(then.sets):
        raise Rejected("one theorem for each set")
    for theorem, one in zip(onto, then.sets, strict=True):
        there = {**claim.given, **named("the set", tuple(map(eq, one)))}
        parts = genuine(theorem).claim.parts()
        if not _rests_on(theorem.claim, there) or any(eq(e) not in parts for e in then.system):
            raise Rejected(f"{theorem.claim.id} does not show that the system holds on the set")
    return Step("zeros", "proved", ()), (within, *onto)


def induct(claim: Claim, base: Any, step: Any) -> Checked:
    """Relations at every state that an iteration reaches: the conclusion is an `Invariant`.

    ``base`` proves each relation at the start (`Claim.at_start`), ``step`` at the next state
    (`Claim.at_next_state`), from the hypotheses of the claim and all the relations at the state
    before. Each is a theorem, or one for each relation; None stands where a relation is evident
    once the start is put in.
    """
    if not isinstance(claim.then, Invariant):
        raise Rejected(f"{claim.id} concludes no invariant")
    invariant = claim.then
    at_start = [_bound_at(h, invariant.start) for h in claim.given.values()]
    allowed = {**claim.given, **named("the invariant", invariant.relations)}
    premises = []
    bases, steps = (_one_each(found, invariant) for found in (base, step))
    for relation, first, next_one in zip(invariant.relations, bases, steps, strict=True):
        if first is None:
            if not entailed(_bound_at(relation, invariant.start), at_start):
                raise Rejected(f"{relation.text()} is not evident at the start")
        elif genuine(first).claim.then != relation.subs(invariant.start) or not all(
            any(h.bound == known for known in at_start) for h in first.claim.given.values()
        ):
            raise Rejected("the base does not prove the invariant at the start")
        else:
            premises.append(first)
        if (
            next_one is None
            or genuine(next_one).claim.then != relation.subs(invariant.update)
            or not _rests_on(next_one.claim, allowed)
        ):
            raise Rejected("the step does not carry the invariant on")
        premises.append(next_one)
    return Step("induct", "proved", ()), premises


def _one_each(found: Any, invariant: Invariant) -> tuple[Any, ...]:
    each = found if isinstance(found, tuple) else (found,)
    if len(each) != len(invariant.relations):
        raise Rejected("an invariant needs a base and a step for each of its relations")
    return each


def _bound_at(relation: Relation, values: Point) -> Bound:
    return relation.bound.subs({symbol: unfold(value) for symbol, value in values.items()})


def limit(claim: Claim, theorem: Theorem, slope: Any) -> Checked:
    """expr -> value as variable -> 0+, from a theorem (expr - value)**2 <= slope * variable.

    The slope is evidently non-negative and free of the variable; the theorem may assume that the
    variable is positive and small, and otherwise nothing that the claim does not.
    """
    if not isinstance(claim.then, Limit):
        raise Rejected("the conclusion is no limit")
    variable = claim.then.variable
    error = claim.then.expr - claim.then.value
    known = tuple(claim.given.values())
    slope = defined(slope, known)
    if slope.has(variable) or not nonnegative(slope, known):
        raise Rejected("the slope must be evidently non-negative and free of the variable")
    bounds = [p.bound for p in genuine(theorem).claim.parts() if isinstance(p, Relation)]
    if bounds != [ge(slope * variable, error**2).bound] or len(theorem.claim.parts()) > 1:
        raise Rejected("the theorem does not bound the squared error by slope * variable")
    for name, relation in theorem.claim.given.items():
        small = relation.expr.free_symbols == {variable} and (
            relation.bound == gt(variable).bound
            or (relation.sign != "=" and sign(substitute(relation.expr, {variable: 0})) > 0)
        )
        if not small and relation not in claim.given.values():
            raise Rejected(f"the theorem assumes {name}, which the limit does not")
    terms = (Term("slope", variable.name, slope, variable),)
    return Step("limit", "proved", (), certificate=terms), (theorem,)


def cite(claim: Claim, reference: str, why: str) -> Checked:
    """An axiom taken from the literature, shown as one wherever it is used. Verdict: cited."""
    if type(reference) is not str or not reference.strip() or not why.strip():
        raise Rejected("a citation names its reference and says why it is not checked here")
    return Step("cite", "cited", (), assumption=reference, detail=why), ()
