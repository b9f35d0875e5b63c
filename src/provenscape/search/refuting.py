"""The search for a counterexample of any claim, as a plan that the kernel confirms.

Attempts stand in a fixed order: simple points, then points where the hypotheses hold by the widest
margin and the conclusion fails, then Z3. Statements with constants to be found are refuted along
families of points, iterations along trajectories.
"""

from collections.abc import Callable, Iterator
from typing import Any

import sympy as sp

from provenscape.kernel import Claim, Inertia, Limit, Rejected, Relation, Roots, eq
from provenscape.search.candidates import Goals, Point, models, rounded_optima, sampled_points
from provenscape.search.families import families
from provenscape.search.plans import Refutation
from provenscape.search.semidefinite import NotFound
from provenscape.search.trajectories import trajectories

Report = Callable[[str], None]


def refutation(claim: Claim, report: Report) -> Refutation:
    """A plan with which the kernel refutes the claim; raises `NotFound`."""
    for points, along in candidates(claim, report):
        plan = Refutation(tuple(points), along)
        try:
            plan.theorem(claim)
        except (Rejected, ZeroDivisionError, RecursionError):
            continue
        return plan
    raise NotFound("no counterexample is found")


def candidates(claim: Claim, report: Report) -> Iterator[tuple[list[Point], bool]]:
    if claim.constants:
        report("families of points in terms of the constants")
        yield from (([point], False) for point in families(claim))
        return
    if claim.iteration is not None:
        report("trajectories from simple starts")
        yield from ((points, True) for points in trajectories(claim))
        return
    for part in claim.parts():
        if isinstance(part, Relation):
            yield from (([point], False) for point in of_relation(claim, part, report))
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
        ("numerical optimum, rounded", rounded_optima(goals, 12)),
        ("Z3", models(goals, 10)),
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


def feasible(claim: Claim) -> Iterator[Point]:
    """Points at which the hypotheses hold, for those symbols that they are about."""
    if not claim.given:
        yield {}
        return
    aim = sp.Symbol("aim", real=True)
    stated = claim.lemma("hypotheses", claim.given, eq(aim, 1))
    goals = Goals.of(stated)
    if goals is None:
        return
    for points in (sampled_points(goals), rounded_optima(goals, 12), models(goals, 5)):
        for found in points:
            yield {s: v for s, v in goals.complete(found).items() if s != aim}
