"""A method and a class in a short file, read by a grammar and never run.

    functions:
      f: {class: SmoothConvexFunction, L: 3}    # any class of PEPit.functions or PEPit.operators
                                                # or a sum of functions before it: F: f + g
    minimizers: {xs: f}                         # points at which they are least
    start: [x]                                  # points to start from; or [x, y: x]
    constants: {h: 1/3}
    given: (x - xs)**2 <= 1                     # or a list of conditions at the start
    step:                                       # new values, all from the old ones
      x: x - h*grad(f, x)
    steps: 4
    metric: f(x) - f(xs)                        # or a list: the least of them counts

In a step, k is the number of steps before it, t is the t_k of FISTA and t_next its t_(k+1), where
t_0 = 1 and t_(k+1) = (1 + √(1 + 4 t_k²))/2, unless the file gives these names another meaning; the
metric `least(f(x) - f(xs))` is the least value over all steps, start and end included. Expressions
have names, numbers, + - * / **, brackets, `sqrt(number)`, `f(point)`,
`grad(f, point)` and `prox(f, point, number)`; a square of a point is its squared norm, a product
of two their inner product. Decimals are the numbers that they write.
"""

import inspect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import PEPit.functions
import PEPit.operators
import yaml
from PEPit import PEP, Constraint, Expression, Function, Point

from provenscape.errors import did_you_mean
from provenscape.rate import tracing
from provenscape.rate.kinds import COUNTER, FOR_ALL, LEAST, MOST_STEPS, POSITIVE, TIMES
from provenscape.rate.nonconvex import WEAK, Least, SmoothFunction
from provenscape.rate.problem import impossible
from provenscape.rate.reader import Reader, mapping, starting
from provenscape.rate.script import Ran, caught
from provenscape.rate.text import read

ANY_TIMES = [Fraction(i) for i in range(1, 8)]  # that may stand for the t_k of some steps
NOT_OF_A_CLASS = ("self", "is_leaf", "decomposition_dict", "reuse_gradient", "name")


def _declare(where: str, problem: PEP, name: str, given: Any, reader: Reader) -> Function:
    if isinstance(given, str):
        made = reader.value(f"functions: {name}", given)
        if not isinstance(made, Function) or made.get_is_leaf():
            raise reader.refuse(f"functions: {name}", f"{given!r} is no class, nor a sum, as f + g")
        return made
    options = mapping(where, f"functions: {name}", given)
    rooms = (PEPit.functions, PEPit.operators)
    known = {c: getattr(room, c) for room in rooms for c in room.__all__ if c[0].isupper()}
    known["SmoothFunction"] = SmoothFunction
    kind = options.pop("class", None)
    if kind not in known:
        near = did_you_mean(str(kind), known)
        raise reader.refuse(f"functions: {name}", f"no class is called {kind}; {near}")
    constants = {k: reader.value(f"functions: {name}: {k}", v) for k, v in options.items()}
    _require_constants(reader, name, known[kind], constants)
    weak = kind in WEAK and constants["mu"] < 0
    made = problem.declare_function(WEAK[kind] if weak else known[kind], **constants)
    reason = impossible(made)
    if reason:
        raise reader.refuse(f"functions: {name}", reason)
    return made


def _require_constants(
    reader: Reader, name: str, kind: type[Function], given: Mapping[str, Any]
) -> None:
    """Raise UserError unless the constants are those of the class, and numbers."""
    taken = inspect.signature(kind.__init__).parameters.values()
    constants = {p.name: p for p in taken if p.name not in NOT_OF_A_CLASS}
    listed = " and ".join(constants) or "none"
    for constant, value in given.items():
        if constant not in constants:
            what = f"{kind.__name__} has no constant {constant}; its constants: {listed}"
            raise reader.refuse(f"functions: {name}", what)
        if not isinstance(value, float):
            raise reader.refuse(f"functions: {name}: {constant}", "is no number, as 1/10")
    for constant, parameter in constants.items():
        if parameter.default is parameter.empty and constant not in given:
            what = f"{kind.__name__} needs a constant {constant}, as `{constant}: 1`"
            raise reader.refuse(f"functions: {name}", what)


def _times(count: int) -> list[float]:
    """The first of FISTA's t_k, traced."""
    found = [tracing.literal("1.0")]
    while len(found) < count:
        found.append((1 + tracing.root(1 + 4 * found[-1] * found[-1])) * tracing.quotient(1, 2))
    return found


@dataclass
class Method:
    """The problem of a file for some number of steps, and what is of which step.

    `states` are the points that a step changes, before each step and at the end. Of points, values
    and, for each function, of the points at which it was evaluated, `marks` count those that there
    were before the start and at the beginning of each step, before and after the metric. Where
    `least` is true there is a metric for each step and one for the end.
    """

    problem: PEP
    fixed: dict[str, Point]
    least: bool = False
    states: list[dict[str, Point]] = field(default_factory=list)
    marks: list[tuple[int, int, tuple[int, ...]]] = field(default_factory=list)

    def mark(self) -> None:
        evaluated = tuple(len(f.list_of_points) for f in self.problem.list_of_functions)
        self.marks.append((Point.counter, Expression.counter, evaluated))


def method(
    path: Path,
    steps: int | None = None,
    watched: bool = False,
    times: Sequence[Fraction] | None = None,
    least: bool = False,
) -> Method:
    """The method of the file, with as many steps as it says or is told; raises UserError.

    Where it is watched, functions are evaluated at every step as if it were the last, and at the
    end as if there were one more, so that proofs may use what they say there. Other numbers may
    be told to stand for FISTA's t_k; and the metric may be told to count with its least over all
    steps.
    """
    given, where = read(path), str(path)
    problem, names = PEP(), dict[str, Any]()
    reader = Reader(where, names, watched)
    for name, text in mapping(where, "constants", given.get("constants", {})).items():
        if text == POSITIVE:
            raise reader.refuse(f"constants: {name}", FOR_ALL)
        names[name] = _number(reader, f"constants: {name}", text)
    for name, options in mapping(where, "functions", given["functions"]).items():
        names[name] = _declare(where, problem, name, options, reader)
    fixed = reader.fixed
    for name, of in mapping(where, "minimizers", given.get("minimizers", {})).items():
        if not isinstance(names.get(str(of)), Function):
            raise reader.refuse(f"minimizers: {name}", f"{of} is none of the functions")
        names[name] = fixed[name] = names[str(of)].stationary_point(name=name)
        names[name].set_name(name)  # which quadratic functions leave out
        if isinstance(names[str(of)], Least):
            names[str(of)].minimized()
    made = Method(problem, fixed)
    made.mark()
    starts = starting(reader, given["start"])
    for name, text in starts.items():
        if not name.isidentifier() or name in names:
            raise reader.refuse("start", f"{name!r} is no name, or has a meaning already")
        names[name] = point = reader.value(f"start: {name}", text) if text else None
        if text and not isinstance(point, Point):
            raise reader.refuse(f"start: {name}", "is no point")
        if not text:
            names[name] = problem.set_initial_point(name=name)
    for text in given["given"] if isinstance(given["given"], list) else [given["given"]]:
        condition = reader.value("given", text)
        if not isinstance(condition, Constraint):
            raise reader.refuse("given", f"{text!r} is no condition, as (x - xs)**2 <= 1")
        problem.set_initial_condition(condition)
    changes = mapping(where, "step", given["step"])
    for name in changes:
        if name not in starts:
            what = f"is no point of start, which has {', '.join(starts)}; name it there"
            raise reader.refuse(f"step: {name}", what)
    total = _count(reader, given["steps"])
    counted = [name for name in (COUNTER, *TIMES) if name not in names]
    metrics = given["metric"] if isinstance(given["metric"], list) else [given["metric"]]
    inside = metrics[0] if least else _inside(given["metric"])
    made.least = inside is not None

    def begin_stage() -> None:
        made.mark()
        reader.seen.clear()

    total = total if steps is None else steps
    told = [tracing.Traced(float(t), t) for t in times] if times else _times(total + 2)

    def step(number: int) -> dict[str, Any]:
        values = (tracing.Traced(float(number), Fraction(number)), *told[number : number + 2])
        known = dict(zip((COUNTER, *TIMES), values, strict=True))
        names.update({name: known[name] for name in counted})
        new = {name: reader.value(f"step: {name}", text) for name, text in changes.items()}
        for name in counted:
            del names[name]
        return new

    for number in range(total):
        made.states.append({name: names[name] for name in starts})
        if number:
            begin_stage()
        new = step(number)
        if inside is not None:
            _measure(problem, reader, inside)
        for text in metrics if watched and inside is None else ():
            reader.value("metric", text)
        for name, point in new.items():
            if not isinstance(point, Point):
                raise reader.refuse(f"step: {name}", "is no point")
        names.update(new)
    made.states.append({name: names[name] for name in starts})
    begin_stage()
    if watched:
        step(total)
    for text in metrics if inside is None else [inside]:
        _measure(problem, reader, text)
    made.mark()
    for name, one in names.items():
        if isinstance(one, Function) and one.get_is_leaf():
            _label(name, one, [mark[2][one.counter] for mark in made.marks])
        elif isinstance(one, Function):
            _label_sum(name, one)
    return made


def _inside(metric: Any) -> str | None:
    """Of what a metric is the least over all steps, if it is."""
    only = metric[0] if isinstance(metric, list) and len(metric) == 1 else metric
    found = LEAST.fullmatch(only) if isinstance(only, str) else None
    return found[1] if found else None


def _measure(problem: PEP, reader: Reader, text: Any) -> None:
    metric = reader.value("metric", text)
    if not isinstance(metric, Expression):
        raise reader.refuse("metric", f"{text!r} is no value, as f(x) - f(xs)")
    problem.set_performance_metric(metric)


def _label(name: str, function: Function, counts: list[int]) -> None:
    """Names for what a function has at the points of each step: grad_f_0, f_0, f_xs."""
    for number, (point, gradient, value) in enumerate(function.list_of_points):
        stage = next(s for s, count in enumerate(counts) if number < count)
        where = str(stage - 1) if stage else point.get_name() or "fixed"
        if gradient.get_is_leaf() and gradient.get_name() is None:
            gradient.set_name(f"grad_{name}_{where}")
        if value.get_is_leaf() and value.get_name() is None:
            value.set_name(f"{name}_{where}")


def _label_sum(name: str, function: Function) -> None:
    """Names for the values that a sum has where it is least: F_xs, of which f_xs and g(xs) are
    parts."""
    for point, _, value in function.list_of_points:
        if value.get_is_leaf() and value.get_name() is None:
            value.set_name(f"{name}_{point.get_name() or 'fixed'}")


def points(path: Path) -> dict[str, str]:
    """The points of the state, each free or, at the start, the value of an expression."""
    return starting(Reader(str(path), {}), read(path)["start"])


def symbols(path: Path) -> list[str]:
    """The constants that stay symbols."""
    constants = mapping(str(path), "constants", read(path).get("constants", {}))
    return [name for name, text in constants.items() if text == POSITIVE]


def with_values(path: Path, values: Mapping[str, str]) -> str:
    """The file with numbers for some constants."""
    given = read(path)
    given["constants"] = {**given["constants"], **values}
    return yaml.safe_dump(given, sort_keys=False)


def of_last(path: Path) -> str:
    """The file with the last value for a metric that is the least over all steps, else nothing."""
    given = read(path)
    inside = _inside(given["metric"])
    return yaml.safe_dump({**given, "metric": inside}, sort_keys=False) if inside else ""


def load(path: Path, steps: int | None = None, raised: float = 0.0, least: bool = False) -> Ran:
    """The problem of the file, solved by PEPit, with conditions at the start whose right side is
    raised by so much, the metric perhaps the least over all steps; raises UserError."""
    ran, made = Ran(), method(path, steps, least=least)
    for condition in made.problem.list_of_constraints if raised else ():
        condition.expression = condition.expression - raised
    with caught(ran):
        made.problem.solve(verbose=0)
    return ran


def _number(reader: Reader, key: str, text: Any) -> float:
    value = reader.value(key, text)
    if not isinstance(value, float):
        raise reader.refuse(key, f"{text!r} is no number")
    return value


def _count(reader: Reader, text: Any) -> int:
    if not str(text).isdecimal() or not 1 <= int(str(text)[:9]) <= MOST_STEPS:
        raise reader.refuse("steps", f"{text!r} is no whole number from 1 to {MOST_STEPS}")
    return int(text)
