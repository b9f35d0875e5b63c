"""Exact points: counterexamples, countermodels of dropped hypotheses, points of equality.

The candidates are `candidates`'s; a point counts only if the kernel refutes a claim by it. Only the
stated hypotheses restrict it: where ‖g‖² is a symbol, let a hypothesis say that it is not negative.
"""

from dataclasses import replace
from itertools import chain

import sympy as sp

from provenscape.kernel import Claim, Rejected, Relation, eq, gt, refute
from provenscape.search.candidates import Goals, Point, models, rounded_optima, sampled_points


def counterexample(claim: Claim, seconds: int = 5, starts: int = 12) -> Point | None:
    """A point that refutes the claim, or None if none is found (which proves nothing)."""
    goals = Goals.of(claim)
    if goals is None:
        return None
    used = {*goals.symbols, *goals.solved}
    idle = {s: sp.S.Zero for s in claim.symbols() if s not in used}
    for found in chain(
        sampled_points(goals),
        models(goals, seconds / 10),  # where Z3 finds one it mostly does so at once
        rounded_optima(goals, starts),
        models(goals, seconds),
    ):
        point = idle | goals.complete(found)
        try:
            refute(claim, point)
        except (Rejected, ZeroDivisionError):
            continue
        return point
    return None


def countermodel(claim: Claim, hypothesis: str, seconds: int = 5) -> Point | None:
    """A point with all other hypotheses at which the conclusion fails: this one is needed.

    None also where the statement has no meaning without the hypothesis, as where a denominator
    might then vanish.
    """
    try:
        return counterexample(claim.without(hypothesis), seconds)
    except Rejected:
        return None


def equality_point(claim: Claim, seconds: int = 5) -> Point | None:
    """A point with all hypotheses at which the two sides of the conclusion are equal."""
    if not isinstance(claim.then, Relation):
        return None
    left, right = claim.then.left, claim.then.right
    attained = {**claim.given, "the conclusion is an equality": eq(left, right)}
    return counterexample(replace(claim, given=attained, then=gt(left, right), tight=None), seconds)
