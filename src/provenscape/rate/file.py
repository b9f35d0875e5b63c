"""A method and a class in a short file, read by a grammar and never run.

    functions:
      f: {class: SmoothConvexFunction, L: 3}    # any class of PEPit.functions or PEPit.operators
                                                # or a sum of functions before it: F: f + g
    minimizers: {xs: f}                         # points with gradient 0
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

import ast
import inspect
import operator
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import PEPit.functions
import PEPit.operators
import sympy as sp
import yaml
from PEPit import PEP, Constraint, Expression, Function, Point
from PEPit.primitive_steps import proximal_step

from provenscape.errors import UserError, did_you_mean
from provenscape.rate import tracing
from provenscape.rate.nonconvex import SmoothFunction
from provenscape.rate.problem import impossible
from provenscape.rate.script import Ran, caught
from provenscape.rate.text import read

MOST_STEPS = 100
HIGH, TOO_HIGH = 20, 1000  # degrees
POSITIVE = "positive"  # a constant that stays a symbol, for every number of steps alone
ANY_TIMES = [Fraction(i) for i in range(1, 8)]  # that may stand for the t_k of some steps
OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul}
COUNTER = "k"  # in a step, the number of those before it
TIMES = ("t", "t_next")  # in a step, FISTA's t_k and t_(k+1)
LEAST = re.compile(r"\s*least\s*\((.*)\)\s*")  # a metric over all steps
NOT_OF_A_CLASS = ("self", "is_leaf", "decomposition_dict", "reuse_gradient", "name")
COMPARED = {ast.LtE: operator.le, ast.GtE: operator.ge, ast.Eq: operator.eq}


class _Reader:
    """Evaluates the expressions of one file among its names.

    What is written twice in a step, as grad(f, x), is one gradient (`seen`), also where there are
    several. With `watched`, functions are evaluated for each way in which a point is written, even
    where two of them are one point: then all steps evaluate the same things.
    """

    def __init__(self, where: str, names: dict[str, Any], watched: bool = False) -> None:
        self.where, self.names, self.watched = where, names, watched
        self.fixed: dict[str, Point] = {}
        self.proximal: dict[Any, Point] = {}
        self.seen: dict[Any, Any] = {}

    def refuse(self, key: str, what: str) -> UserError:
        return UserError(f"{self.where}: {key}: {what}")

    def value(self, key: str, text: Any) -> Any:
        """What an expression stands for; raises UserError."""
        try:
            tree = ast.parse(str(text), mode="eval").body
            return self._of(key, tree, str(text))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            listed = "; in a list between [ ] a comma parts it: write the list with - on lines"
            parted = str(text).count("(") != str(text).count(")")
            more = listed if parted else ""
            raise self.refuse(key, f"{str(text)[:60]!r} is no expression{more}") from None
        except (TypeError, AssertionError, AttributeError):
            raise self.refuse(key, f"{str(text)[:60]!r} mixes points, values and numbers") from None
        except (ZeroDivisionError, OverflowError):
            raise self.refuse(key, f"{str(text)[:60]!r} is not finite") from None

    def _of(self, key: str, node: ast.AST, text: str) -> Any:
        def inside(one: ast.AST) -> Any:
            return self._of(key, one, text)

        match node:
            case ast.Constant(value=int() as number) if type(number) is int:
                return tracing.Traced(float(number), Fraction(number))
            case ast.Constant(value=float()):
                written = ast.get_source_segment(text, node) or ""
                value = tracing.literal(written)
                if not isinstance(value, tracing.Traced) and Decimal(written) != 0:
                    raise self.refuse(key, f"{written[:60]} is too large or too small for a float")
                return value
            case ast.Name(id=name) if name in self.names:
                return self.names[name]
            case ast.Name(id=name):
                known = did_you_mean(name, self.names)
                raise self.refuse(key, f"no name is called {name}; {known}")
            case ast.UnaryOp(op=ast.USub()):
                return -inside(node.operand)
            case ast.BinOp(op=ast.Div()):
                return tracing.quotient(inside(node.left), inside(node.right))
            case ast.BinOp(op=ast.Pow()):
                base, power = inside(node.left), inside(node.right)
                if isinstance(base, Point | Expression):
                    return base ** int(power) if power == 2 else base**power
                return tracing.power(base, power)
            case ast.BinOp() if type(node.op) in OPERATIONS:
                return OPERATIONS[type(node.op)](inside(node.left), inside(node.right))
            case ast.Compare(ops=[one], comparators=[right]) if type(one) in COMPARED:
                return COMPARED[type(one)](inside(node.left), inside(right))
            case ast.Call(func=ast.Name(id=name), keywords=[]):
                where = ast.unparse(node.args[-1]) if node.args else ""
                return self._called(key, name, [inside(a) for a in node.args], where)
        raise self.refuse(key, f"{text[:60]!r} has more than names, numbers, + - * / ** and calls")

    def _called(self, key: str, name: str, given: list[Any], where: str) -> Any:
        match name, given:
            case "sqrt", [float() as number] if number >= 0:
                return tracing.root(number)
            case "grad", [Function() as f, Point() as x]:
                return _summed(f, lambda part: self._at(part, x, where, 0))
            case "prox", [Function() as f, Point() as x, float() as number]:
                at = (f, _named(x), _known(number))
                if at not in self.proximal:
                    self.proximal[at] = proximal_step(x, f, number)[0]
                return self.proximal[at]
            case _, [Point() as x] if isinstance(f := self.names.get(name), Function):
                return _summed(f, lambda part: self._at(part, x, where, 1))
        what = (
            f"{name}(…) is none of f(point), grad(f, point), prox(f, point, number), sqrt(number)"
        )
        raise self.refuse(key, what)

    def _at(self, function: Function, point: Point, where: str, which: int) -> Any:
        """The gradient or the value (`which`) of a function at a point that is written so."""
        at = (function, where)
        if where in self.fixed:
            return function(point) if which else function.gradient(point)
        if self.watched and (at, 0) not in self.seen:
            self.seen[at, 0], self.seen[at, 1] = Point(), Expression()
            function.add_point((point, self.seen[at, 0], self.seen[at, 1]))
        if (at, which) not in self.seen:
            self.seen[at, which] = function(point) if which else function.gradient(point)
        return self.seen[at, which]


def _known(number: float) -> str:
    return str(tracing.exact_of(number) or number)


def _named(point: Point) -> frozenset[tuple[int, str]]:
    return frozenset((leaf.counter, _known(v)) for leaf, v in point.decomposition_dict.items())


def _summed(function: Function, of: Callable[[Function], Any]) -> Any:
    """What the parts of a function add up to."""
    first, *others = (of(f) * weight for f, weight in function.decomposition_dict.items())
    return sum(others, first)


def _mapping(where: str, key: str, given: Any) -> dict[str, Any]:
    if not isinstance(given, Mapping) or not all(
        isinstance(name, str) and name.isidentifier() for name in given
    ):
        example = "`x: x - h*grad(f, x)` on a line of its own"
        raise UserError(f"{where}: {key}: must map names to values, as {example}")
    return dict(given)


def _starting(reader: _Reader, given: Any) -> dict[str, str]:
    """The points to start from, each free or the value of an expression."""
    found: dict[str, str] = {}
    for one in given if isinstance(given, list) else [given]:
        if not isinstance(one, str | Mapping) or (isinstance(one, Mapping) and len(one) != 1):
            raise reader.refuse("start", f"{one!r} is no name, nor `name: expression`")
        name, text = (one, "") if isinstance(one, str) else next(iter(one.items()))
        if name in found:
            raise reader.refuse("start", f"{name} stands there twice; take one out")
        found[str(name)] = str(text)
    if not found:
        raise reader.refuse("start", "has no point; name one, as `start: [x]`")
    return found


def _declare(where: str, problem: PEP, name: str, given: Any, reader: _Reader) -> Function:
    if isinstance(given, str):
        made = reader.value(f"functions: {name}", given)
        if not isinstance(made, Function) or made.get_is_leaf():
            raise reader.refuse(f"functions: {name}", f"{given!r} is no class, nor a sum, as f + g")
        return made
    options = _mapping(where, f"functions: {name}", given)
    rooms = (PEPit.functions, PEPit.operators)
    known = {c: getattr(room, c) for room in rooms for c in room.__all__ if c[0].isupper()}
    known["SmoothFunction"] = SmoothFunction
    kind = options.pop("class", None)
    if kind not in known:
        near = did_you_mean(str(kind), known)
        raise reader.refuse(f"functions: {name}", f"no class is called {kind}; {near}")
    constants = {k: reader.value(f"functions: {name}: {k}", v) for k, v in options.items()}
    _require_constants(reader, name, known[kind], constants)
    made = problem.declare_function(known[kind], **constants)
    reason = impossible(made)
    if reason:
        raise reader.refuse(f"functions: {name}", reason)
    return made


def _require_constants(
    reader: _Reader, name: str, kind: type[Function], given: Mapping[str, Any]
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


def counters(path: Path) -> tuple[set[str], int]:
    """Of k, t and t_next, those on which a step depends, and the degree in them of numerators and
    denominators; raises UserError.

    Roots of them are counted as of a degree that is too high for any use.
    """
    given = read(path)
    declared = [
        name for key in ("constants", "functions", "minimizers") for name in given.get(key, {})
    ]
    declared += list(points(path))
    free = {sp.Symbol(name) for name in (COUNTER, *TIMES) if name not in declared}
    seen, highest = set[sp.Symbol](), 0

    def of(node: ast.AST) -> sp.Expr:
        nonlocal highest
        made = _symbolic(node, of, free)
        if used := sorted(free & made.free_symbols, key=str):
            seen.update(used)
            fraction = sp.fraction(sp.together(made))
            highest = max(highest, *(sp.Poly(sp.expand(e), *used).total_degree() for e in fraction))
        return made

    for text in _mapping(str(path), "step", given["step"]).values():
        of(ast.parse(str(text).strip(), mode="eval").body)
    return {str(symbol) for symbol in seen}, highest


def _symbolic(
    node: ast.AST, of: Callable[[ast.AST], sp.Expr], free: Collection[sp.Symbol]
) -> sp.Expr:
    """An expression, with a symbol of its own for each call, whose arguments are seen as well."""
    match node:
        case ast.Constant(value=int() as number):
            return sp.Integer(number)
        case ast.Name(id=name):
            return sp.Symbol(name)
        case ast.UnaryOp():
            return -of(node.operand)
        case ast.BinOp(left=left, op=op, right=right):
            first, second = of(left), of(right)
            if isinstance(op, ast.Div):
                return first / second
            if isinstance(op, ast.Pow):
                used = sorted(free & first.free_symbols, key=str)
                return used[0] ** TOO_HIGH if used and _high(first, second) else first**second
            return OPERATIONS[type(op)](first, second)
        case ast.Call(func=ast.Name(id=name), args=arguments):
            known = [of(argument) for argument in arguments]
            used = [s for e in known for s in free & e.free_symbols]
            if name == "sqrt" and used:
                return used[0] ** TOO_HIGH
    return sp.Dummy()


def _high(base: sp.Expr, exponent: sp.Expr) -> bool:
    """Whether a power of an expression has a degree that is too high for any use, or is no number:
    to expand it could take long."""
    powers = [abs(power.exp) for power in base.atoms(sp.Pow)]
    return not exponent.is_Integer or abs(exponent) * max([1, *powers]) > HIGH


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
    reader = _Reader(where, names, watched)
    for name, text in _mapping(where, "constants", given.get("constants", {})).items():
        if text == POSITIVE:
            raise reader.refuse(f"constants: {name}", "a constant is positive for --all alone")
        names[name] = _number(reader, f"constants: {name}", text)
    for name, options in _mapping(where, "functions", given["functions"]).items():
        names[name] = _declare(where, problem, name, options, reader)
    fixed = reader.fixed
    for name, of in _mapping(where, "minimizers", given.get("minimizers", {})).items():
        if not isinstance(names.get(str(of)), Function):
            raise reader.refuse(f"minimizers: {name}", f"{of} is none of the functions")
        names[name] = fixed[name] = names[str(of)].stationary_point(name=name)
        if isinstance(names[str(of)], SmoothFunction):
            names[str(of)].minimized()
    made = Method(problem, fixed)
    made.mark()
    starts = _starting(reader, given["start"])
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
    changes = _mapping(where, "step", given["step"])
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
    return made


def _inside(metric: Any) -> str | None:
    """Of what a metric is the least over all steps, if it is."""
    only = metric[0] if isinstance(metric, list) and len(metric) == 1 else metric
    found = LEAST.fullmatch(only) if isinstance(only, str) else None
    return found[1] if found else None


def _measure(problem: PEP, reader: _Reader, text: Any) -> None:
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


def points(path: Path) -> dict[str, str]:
    """The points of the state, each free or, at the start, the value of an expression."""
    return _starting(_Reader(str(path), {}), read(path)["start"])


def symbols(path: Path) -> list[str]:
    """The constants that stay symbols."""
    constants = _mapping(str(path), "constants", read(path).get("constants", {}))
    return [name for name, text in constants.items() if text == POSITIVE]


def degree_in(path: Path, name: str) -> int:
    """The degree in a constant, of numerators and denominators, of what a file says of it."""
    given, symbol, highest = read(path), sp.Symbol(name), 0

    def of(node: ast.AST) -> sp.Expr:
        nonlocal highest
        made = _symbolic(node, of, {symbol})
        if made.has(symbol):
            for part in sp.fraction(sp.together(made)):
                highest = max(highest, int(sp.Poly(sp.expand(part), symbol).total_degree()))
        return made

    def texts(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        inside = value.values() if isinstance(value, Mapping) else value
        for one in () if isinstance(value, str) else inside or ():
            yield from texts(one)

    for text in texts(given):
        with suppress(SyntaxError, ValueError):
            tree = ast.parse(text.strip(), mode="eval").body
            for node in (
                (tree.left, *tree.comparators) if isinstance(tree, ast.Compare) else (tree,)
            ):
                of(node)
    return highest


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


def _number(reader: _Reader, key: str, text: Any) -> float:
    value = reader.value(key, text)
    if not isinstance(value, float):
        raise reader.refuse(key, f"{text!r} is no number")
    return value


def _count(reader: _Reader, text: Any) -> int:
    if not str(text).isdecimal() or not 1 <= int(str(text)[:9]) <= MOST_STEPS:
        raise reader.refuse("steps", f"{text!r} is no whole number from 1 to {MOST_STEPS}")
    return int(text)
