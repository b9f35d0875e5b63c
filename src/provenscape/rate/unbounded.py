"""Rays along which a performance problem's metric rises without end.

Where all conditions hold at a point, and without their constants at a direction in which the metric
rises, they hold along a ray; the metric has no worst case. Both are exact points that `checker`
accepts: the direction is a worst case of the problem without constants, with the metric at most 1.
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from flint import fmpq_poly

from provenscape.rate import checker
from provenscape.rate.checker import Certificate, Refused
from provenscape.rate.field import RATIONALS, Unknown, numeric
from provenscape.rate.interior import Fails
from provenscape.rate.problem import Affine, Condition, Problem


def directions(problem: Problem) -> Problem:
    """The problem without constants, whose metric is at most 1."""

    def straight(affine: Affine) -> Affine:
        return {key: number for key, number in affine.items() if key != 1}

    goal: Affine = {("value", problem.objective): Fraction(1), 1: Fraction(-1)}
    conditions = tuple(replace(c, affine=straight(c.affine)) for c in problem.conditions)
    matrices = tuple(
        (name, [[straight(entry) for entry in line] for line in rows])
        for name, rows in problem.matrices
    )
    limit = Condition("at_most_1", goal, False)
    return replace(
        problem, conditions=(*conditions, limit), matrices=matrices, hints=None, linear=None
    )


def require_ray(problem: Problem, ray: Certificate) -> None:
    """Raise Refused unless all conditions hold where all points are 0, and along the ray, on which
    the metric rises."""
    if ray.point is None or ray.field.sign(ray.rate) <= 0:
        raise Refused("the metric does not rise")
    checker.lower(directions(problem), ray)
    constants = [abs(float(numeric(c.affine.get(1, Fraction(0))))) for c in problem.conditions]
    below = fmpq_poly([-int(max(constants, default=0)) - 1])
    start = {("value", problem.objective): below}
    checker.lower(problem, Certificate(RATIONALS, below, {}, [], start))


def ray_of(problem: Problem, prove: Callable[[Problem], Certificate]) -> Certificate | None:
    """An exact ray, if one is found."""
    try:
        ray = prove(directions(problem))
        require_ray(problem, ray)
    except (Fails, Unknown, Refused, ArithmeticError, ValueError):
        return None
    return ray
