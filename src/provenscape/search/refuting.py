"""The search for a counterexample of any claim, as a plan that the kernel confirms.

Attempts stand in a fixed order: simple points, then points where the hypotheses hold by the widest
margin and the conclusion fails, then Z3. Statements with constants to be found are refuted along
families of points, iterations along trajectories.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import sympy as sp

from provenscape.kernel import (
    Claim,
    Inertia,
    Limit,
    Rejected,
    Relation,
    Roots,
    Zeros,
    ge,
    gt,
    lt,
    real,
)
from provenscape.search.candidates import (
    Goals,
    Point,
    attained,
    far_points,
    models,
    roots_of,
    rounded_optima,
    sampled_points,
)
from provenscape.search.elementary import by_series
from provenscape.search.families import families
from provenscape.search.feasible import feasible
from provenscape.search.gram import pointwise
from provenscape.search.lemmas import seen_to_hold
from provenscape.search.plans import Failure, Instance, Plan, Refutation
from provenscape.search.proving import FEW, alone, together
from provenscape.search.semidefinite import NotFound
from provenscape.search.touching import touching
from provenscape.search.trajectories import trajectories

Report = Callable[[str], None]
MOST_DOUBTFUL = 4


def refutation(claim: Claim, report: Report) -> Refutation:
    """A plan with which the kernel refutes the claim; raises `NotFound`."""
    doubtful: list[Point] = []
    stated, seen = pointwise(claim), set[frozenset[Any]]()
    for points, along in candidates(stated, report):
        if not along and not claim.constants:
            place = frozenset(points[0].items())
            if place in seen or seen_to_fit(stated, points[0]):
                continue
            seen.add(place)
        plan = Refutation(tuple(points), along)
        try:
            plan.theorem(claim)
        except (Rejected, ZeroDivisionError, RecursionError):
            if claim.constants and len(doubtful) < MOST_DOUBTFUL:
                doubtful.append(points[0])
            continue
        return plan
    for point in doubtful:
        report("a proof that the conclusion fails at a point, for all constants")
        if found := proved_failure(claim, point):
            return found
    raise NotFound("no counterexample is found")


def seen_to_fit(claim: Claim, point: Point) -> bool:
    """Whether the point is seen to be no counterexample, its values being fractions: a hypothesis
    fails, or every conclusion holds."""
    if not all(seen_to_hold(r, point) is not False for r in claim.given.values()):
        return True
    return all(isinstance(p, Relation) and seen_to_hold(p, point) for p in claim.parts())


def proved_failure(claim: Claim, point: Point) -> Refutation | None:
    """The refutation at a point at which a proof is needed to see that the conclusion fails."""
    given = {f"constant {c.name}": gt(c) for c in claim.constants}
    for part in claim.parts():
        if not isinstance(part, Relation):
            continue
        value = part.expr.xreplace(point)
        for op, side in {">=": ((gt, -1),), ">": ((ge, -1),), "=": ((gt, -1), (gt, 1))}[part.sign]:
            for find in (fails_by_series, fails_by_proof):
                try:
                    then = op(side * value)
                    stated = claim.lemma("failure", given, then)
                    plan = find(stated, op(side * part.expr), point)
                    found = Refutation((point,), failure=Failure(given, then, plan))
                    found.theorem(claim)
                except (NotFound, Rejected):
                    continue
                return found
    return None


def fails_by_series(stated: Claim, fails: Relation, point: Point) -> Plan:
    """A plan for what a conclusion with functions is at a point of powers of r/(1 + r), r being
    the constant: it is shown of all numbers between 0 and 1. Raises `NotFound`."""
    known = [r.expr for r in stated.given.values()]
    if len(known) != 1 or not fails.expr.has(sp.exp, sp.sin, sp.cos, sp.log):
        raise NotFound("no functions, or more than one constant")
    (constant,), small = known, real("small")
    along = {s: sp.cancel(v.xreplace({constant: small / (1 - small)})) for s, v in point.items()}
    of_number = Relation(fails.left.xreplace(along), fails.op, fails.right.xreplace(along))
    given = {"low": gt(small), "high": lt(small, 1)}
    prove = partial(alone, report=lambda _: None)
    plan = by_series(stated.lemma("of numbers", given, of_number), prove)
    return Instance((), given, of_number, plan, {small: constant / (1 + constant)})


def fails_by_proof(stated: Claim, fails: Relation, point: Point) -> Plan:
    """A plan from a proof in terms of the constants; raises `NotFound`."""
    return together({0: stated}, lambda _: None, stages=FEW)[0]


def candidates(claim: Claim, report: Report) -> Iterator[tuple[list[Point], bool]]:
    if claim.constants:
        report("families of points in terms of the constants")
        yield from (([point], False) for point in families(claim))
        return
    if claim.iteration is not None:
        report("trajectories from simple starts")
        yield from ((points, True) for points in trajectories(claim, report=report))
        return
    for part in claim.parts():
        if isinstance(part, Relation):
            yield from (([point], False) for point in of_relation(claim, part, report))
        elif isinstance(part, Zeros):
            whole = claim.lemma("zeros", claim.given, part)
            for stated in (whole.into_sets(), *map(whole.from_set, range(len(part.sets)))):
                for one in (p for p in stated.parts() if isinstance(p, Relation)):
                    yield from (([point], False) for point in of_relation(stated, one, report))
        elif isinstance(part, (Inertia, Roots)):
            yield from (([point], False) for point in of_structure(claim, part, report))
        elif isinstance(part, Limit):
            report("a limit is not refuted at a point")


def of_relation(claim: Claim, part: Relation, report: Report) -> Iterator[Point]:
    goals = Goals.of(claim.lemma("part", claim.given, part))
    if goals is None:
        return
    whole = rest_of(claim, goals)
    for what, points in (
        ("simple points", sampled_points(goals)),
        ("far points", far_points(goals)),
        ("zeros of a strict conclusion", attained(goals)),
        ("numerical optimum, rounded", rounded_optima(goals, 12)),
        ("Z3", models(goals, 10)),
        ("minima at which a strict conclusion is 0", touching(goals)),
        ("numerical optimum from more starts", rounded_optima(goals, 60)),
    ):
        report(what)
        for found in points:
            yield goals.complete(found) | whole


def rest_of(claim: Claim, goals: Goals) -> Point:
    """Zeros for symbols that occur neither in the hypotheses nor in this conclusion."""
    used = {*goals.symbols, *goals.solved}
    return {s: sp.Integer(0) for s in claim.symbols() if s not in used}


def of_structure(claim: Claim, part: Any, report: Report) -> Iterator[Point]:
    """Points for an inertia, which needs none of its own, and for a list of solutions."""
    report("a point with the hypotheses")
    base: Point = next(feasible(claim), {})
    if isinstance(part, Inertia):
        yield base
        return
    report("solutions of the system against those listed")
    for listed in part.points:
        yield base | dict(zip(part.variables, listed, strict=True))
    if len(part.variables) == 1:
        yield from (base | {part.variables[0]: root} for root in roots_of(part.exact[0]))
    try:
        solutions = sp.solve(part.exact, part.variables, dict=True)
    except (NotImplementedError, ValueError):
        solutions = []
    for solution in solutions:
        values = {
            v: solution.get(v, v).subs(dict.fromkeys(part.variables, 1)) for v in part.variables
        }
        if all(v.is_real for v in values.values()):
            yield base | values
