"""The recursion of a script's method, as a file of YAML with the very same performance problem.

A script has one number of steps, at least three of which are needed to tell methods apart. Where
all are those of descent, proximal points, heavy ball or Nesterov's method, constants are read off
the first ones, and the file that says so is kept if its problem has the same conditions as the
script's: the same fractions, and numbers with roots that agree to sixty digits. That the script
would go on so is the reader's to see: the file is shown.
"""

import inspect
import math
import tempfile
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

from flint import ctx
from PEPit import PEP, Expression, Point

from provenscape.errors import UserError
from provenscape.rate import script
from provenscape.rate.field import numeric
from provenscape.rate.file import NOT_OF_A_CLASS, method
from provenscape.rate.local import NoPattern, exactly
from provenscape.rate.nonconvex import curved
from provenscape.rate.problem import read
from provenscape.rate.tracing import Number
from provenscape.search.algebraic import for_sympy

STARTS = ("(x - xs)**2", "f(x) - f(xs)", "grad(f, x)**2")
METRICS = ("f(x) - f(xs)", "(x - xs)**2", "grad(f, x)**2")
FEWEST = 3  # steps of a script
PRECISION, DIGITS, NOTHING = 600, 60, 1e-100  # to which numbers with roots are compared
TEMPLATE = """\
functions:
  f: {{{function}}}
minimizers: {{xs: f}}
start: [{start}]
given: {given} <= {bound}
step:
{step}
steps: {steps}
metric: {metric}
"""
Steps = tuple[str, dict[str, str]]  # points to start from, and what a step does
Row = dict[Any, Fraction]


def as_file(path: Path) -> str:
    """The text of a file of YAML with the problem of the script; raises UserError and NoPattern."""
    seen: list[tuple[Any, list[str], bool]] = []

    def told(problem: PEP) -> None:
        only = [f for f in problem.list_of_functions if len(problem.list_of_functions) == 1]
        least = not any(map(curved, only))
        seen.append((_conditions(problem), list(_texts(problem)), least))

    ran = script.run(path, told)
    if len(seen) != 1:
        what = f" ({ran.error})" if ran.error else ""
        raise UserError(f"{path}: --all takes a script with one problem, not {len(seen)}{what}")
    wanted, texts, least = seen[0]
    if not least:
        raise NoPattern(
            "PEPit's class of the function knows of no least value; write a file of YAML, in "
            "which a minimizer of one has it"
        )
    if wanted is not None and not texts:
        raise NoPattern(
            "the script must have one function, fractions for its numbers, one condition at the "
            f"start and at least {FEWEST} steps, by which its method is told; or write YAML"
        )
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / path.name
        for text in texts:
            trial.write_text(text, encoding="utf-8")
            made = method(trial).problem
            made._prepare_constraints(verbose=0)
            if _conditions(made) == wanted:
                return text
    raise NoPattern(
        "the script's steps are none of descent, proximal points, heavy ball and Nesterov's method "
        "with the same fractions in each, momentum k/(k + 3) or FISTA's; write its step in a file "
        "of YAML"
    )


def _evaluated(problem: PEP) -> list[tuple[Point, Point, Expression]]:
    """Where the function was evaluated, in order, but for its minimizer."""
    function = problem.list_of_functions[0]
    fixed = {id(point) for point, *_ in function.list_of_stationary_points}
    return [one for one in function.list_of_points if id(one[0]) not in fixed]


def _conditions(problem: PEP) -> Any:
    """The conditions in terms of what their points and values are, whatever their order."""
    if len(problem.list_of_functions) != 1:
        return None
    function = problem.list_of_functions[0]
    points = {point.counter: "xs" for point, *_ in function.list_of_stationary_points}
    values = {f.counter: "fs" for *_, f in function.list_of_stationary_points if f.get_is_leaf()}
    values[problem.objective.counter] = "t"
    for number, (_, gradient, value) in enumerate(_evaluated(problem)):
        if gradient.get_is_leaf():
            points[gradient.counter] = f"g{number}"
        if value.get_is_leaf():
            values[value.counter] = f"f{number}"

    def label(key: Any) -> Any:
        if key == 1:
            return key
        if key[0] == "value":
            return values.get(key[1])
        return tuple(sorted(points.get(i, "x") for i in key))

    whole = read(problem)
    if whole.unread or whole.matrices:
        return None
    with ctx.workprec(PRECISION):
        return sorted(
            (sorted((str(label(k)), t) for k, v in c.affine.items() if (t := _text(v))), c.equality)
            for c in whole.conditions
        )


def _text(number: Number) -> str:
    """A fraction as it is, and a number with roots to many digits, unless it is 0 to as many."""
    if isinstance(number, Fraction):
        return str(number)
    value = numeric(number)
    return "" if abs(float(value)) < NOTHING else str(value.str(DIGITS, radius=False))


def _texts(problem: PEP) -> Iterator[str]:
    """Files that may have the problem."""
    if len(problem.list_of_functions) != 1 or problem.objective is None:
        return
    bounds = [c.expression.decomposition_dict.get(1) for c in problem.list_of_constraints]
    points = _evaluated(problem)
    try:
        function = _function(problem.list_of_functions[0])
        known = [-exactly(bound) for bound in bounds if bound is not None]
        rows = list(_rows(points))
        steps = list(_steps(rows, [g.counter for _, g, _ in points]))
    except NoPattern:
        return
    least = len(problem.list_of_performance_metrics) > 1
    counts = [n for n in (len(points) - 1, len(points)) if n >= FEWEST and len(points) > FEWEST]
    for (start, changes), given, metric, count in product(steps, STARTS, METRICS, counts):
        if len(known) == 1:
            yield TEMPLATE.format(
                function=function,
                start=start,
                given=given,
                bound=for_sympy(known[0]),
                step="\n".join(f"  {name}: {text}" for name, text in changes.items()),
                steps=count,
                metric=f"least({metric})" if least else metric,
            )


def _function(function: Any) -> str:
    """Class and constants as a file has them."""
    found = [f"class: {type(function).__name__}"]
    for name in inspect.signature(type(function).__init__).parameters:
        value = getattr(function, name, None)
        if name not in NOT_OF_A_CLASS and value is not None:
            if not isinstance(value, int | float) or not math.isfinite(value):
                raise NoPattern(f"{name} of the class is no number that a file can have")
            found.append(f"{name}: {for_sympy(exactly(value))}")
    return ", ".join(found)


def _rows(points: Sequence[tuple[Point, Point, Expression]]) -> Iterator[Row]:
    """The first points that are fractional combinations, of which two are."""
    for number, (point, *_) in enumerate(points):
        try:
            yield _row(point)
        except NoPattern:
            if number < 2:
                raise
            return


def _row(point: Point) -> Row:
    found = {leaf.counter: exactly(v) for leaf, v in point.decomposition_dict.items()}
    return {leaf: Fraction(int(v.p), int(v.q)) for leaf, v in found.items() if v != 0}


def _steps(rows: Sequence[Row], gradients: Sequence[int]) -> Iterator[Steps]:
    """Steps with constants that fit the first points at which the function was evaluated."""
    if not rows:
        return
    first, second = gradients[0], gradients[1] if len(gradients) > 1 else None
    if first in rows[0]:  # a point that its own gradient moves
        yield "x", {"x": f"prox(f, x, {-rows[0][first]})"}
        return
    if len(rows) < 2:
        return
    length = -rows[1].get(first, Fraction(0))
    if length == 0:
        if second in rows[1]:
            yield "x", {"x": f"prox(f, x, {-rows[1][second]})"}
        return
    yield "x", {"x": f"x - {_times(length)}grad(f, x)"}
    yield _fast(length, "k/(k + 3)")
    yield _fast(length, "(t - 1)/t_next")
    if len(rows) > 2:
        ahead = rows[2].get(first, Fraction(0)) / -length
        yield (
            "x, y: x",
            {"x": f"x - {_times(length)}grad(f, x) + {ahead - 1}*(x - y)", "y": "x"},
        )
        root = _root((1 + ahead) ** 2 - 4)
        if root is not None:
            one = (1 + ahead + root) / 2
            yield _fast(length / one, str(one - 1))


def _fast(length: Fraction, momentum: str) -> Steps:
    step = f"y - {_times(length)}grad(f, y)"
    return "x, y: x", {"x": step, "y": f"{step} + {momentum}*({step} - x)"}


def _times(number: Fraction) -> str:
    return "" if number == 1 else f"{number}*"


def _root(square: Fraction) -> Fraction | None:
    if square < 0:
        return None
    root = Fraction(math.isqrt(square.numerator), math.isqrt(square.denominator))
    return root if root * root == square else None
