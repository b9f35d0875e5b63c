"""What the expressions of a method's file stand for, known before PEPit is loaded.

Each is a number, a point, a value, a function or a condition, by the grammar that `reader`
evaluates; names, numbers and kinds that do not fit are refused here, in a fraction of a second.
What only PEPit knows, as its classes and their constants, is left to `file`.
"""

import ast
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from provenscape.errors import UserError, did_you_mean

FOR_ALL = "a constant is positive for --all alone; give a number, or add --all"
NEGATIVE = "{name} = {value:g} of {kind} is negative; give one that is not"
MIXES = "{text!r} mixes points, values and numbers"
CALLS = "{name}(…) is none of f(point), grad(f, point), prox(f, point, number), sqrt(number)"
MORE = "{text!r} has more than names, numbers, + - * / ** and calls"
SIZES = ("L", "M", "D")  # constants of classes that are not negative
MOST_STEPS = 100
POSITIVE = "positive"  # a constant that stays a symbol, for every number of steps alone
COUNTER = "k"  # in a step, the number of those before it
TIMES = ("t", "t_next")  # in a step, FISTA's t_k and t_(k+1)
LEAST = re.compile(r"\s*least\s*\((.*)\)\s*")  # a metric over all steps
POINT, VALUE, FUNCTION, CONDITION = "point", "value", "function", "condition"
Kind = str | float  # numbers by their value, nan where it is not known


class Wrong(Exception):
    """What an expression has that the grammar has not."""


def require(path: Path, given: Mapping[str, Any], every: bool) -> None:
    """Raise UserError unless the expressions of a file have the kinds that they should have; of
    what has another form than it should, nothing is said. `every` is for every number of steps."""
    for key, what in _wrong(given, every):
        raise UserError(f"{path}: {key}: {what}")


def _wrong(given: Mapping[str, Any], every: bool) -> Iterator[tuple[str, str]]:
    """Keys, and what is wrong there, in the order in which a file is evaluated."""
    known: dict[str, Kind] = {}
    for name, text in _mapped(given.get("constants")):
        if text == POSITIVE:
            known[name] = math.nan
            if not every:
                yield f"constants: {name}", FOR_ALL
            continue
        key, what = f"constants: {name}", f"{text!r} is no number"
        known[name] = math.nan
        yield from _unless(float, key, what, text, known, name)
    for name, options in _mapped(given["functions"]):
        key = f"functions: {name}"
        if isinstance(options, str):
            yield from _unless(FUNCTION, key, f"{options!r} is no class, nor a sum", options, known)
        kind = options.get("class") if isinstance(options, Mapping) else None
        for constant, text in _mapped(options):
            if constant != "class":
                what = "is no number, as 1/10"
                inside = dict(known)
                yield from _unless(float, f"{key}: {constant}", what, text, inside, constant)
                value = inside.get(constant)
                if constant in SIZES and isinstance(value, float) and value < 0:
                    yield key, NEGATIVE.format(name=constant, value=value, kind=kind)
        known[name] = FUNCTION
    for name, of in _mapped(given.get("minimizers")):
        if known.get(str(of)) != FUNCTION:
            yield f"minimizers: {name}", f"{of} is none of the functions"
        known[name] = POINT
    for one in _listed(given["start"]):
        for name, text in _mapped(one):
            yield from _unless(POINT, f"start: {name}", "is no point", text, known)
            known[name] = POINT
        if isinstance(one, str):
            known[one] = POINT
    for text in _listed(given["given"]):
        what = f"{text!r} is no condition, as (x - xs)**2 <= 1"
        yield from _unless(CONDITION, "given", what, text, known)
    for name, text in _mapped(given["step"]):
        inside = {**dict.fromkeys((COUNTER, *TIMES), math.nan), **known}
        yield from _unless(POINT, f"step: {name}", "is no point", text, inside)
    steps = given["steps"]
    if not str(steps).isdecimal() or not 1 <= int(str(steps)[:9]) <= MOST_STEPS:
        yield "steps", f"{steps!r} is no whole number from 1 to {MOST_STEPS}"
    metrics = list(_listed(given["metric"]))
    for text in metrics:
        inner = LEAST.fullmatch(text) if len(metrics) == 1 and isinstance(text, str) else None
        what = f"{text!r} is no value, as f(x) - f(xs)"
        yield from _unless(VALUE, "metric", what, inner[1] if inner else text, known)


def _mapped(given: Any) -> list[tuple[str, Any]]:
    return list(given.items()) if isinstance(given, Mapping) else []


def _listed(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [given]


def _unless(
    wanted: Any, key: str, what: str, text: Any, known: dict[str, Any], name: str = ""
) -> Iterator[tuple[str, str]]:
    """What is wrong with an expression that should be of some kind; a name that it is given has its
    value from then on."""
    if not isinstance(text, str):
        return
    try:
        found = Kinds(known).of(text)
    except Wrong as error:
        yield key, str(error)
        return
    if found != wanted if isinstance(wanted, str) else not isinstance(found, wanted):
        yield key, what
    if name:
        known[name] = found


@dataclass(frozen=True)
class Kinds:
    """The names of a file."""

    known: Mapping[str, Kind]

    def of(self, text: str) -> Kind:
        """What an expression stands for; raises Wrong."""
        try:
            tree = ast.parse(text.strip(), mode="eval").body
        except (SyntaxError, ValueError):
            listed = "; in a list between [ ] a comma parts it: write the list with - on lines"
            parted = listed if text.count("(") != text.count(")") else ""
            raise Wrong(f"{text[:60]!r} is no expression{parted}") from None
        try:
            return self._of(tree, text.strip())
        except (ZeroDivisionError, OverflowError):
            raise Wrong(f"{text[:60]!r} is not finite") from None

    def _of(self, node: ast.AST, text: str) -> Kind:
        match node:
            case ast.Constant(value=int() as number) if type(number) is int:
                return float(number)
            case ast.Constant(value=float() as number):
                written = ast.get_source_segment(text, node) or ""
                if not math.isfinite(number) or (number == 0 and Decimal(written) != 0):
                    raise Wrong(f"{written[:60]} is too large or too small for a float")
                return number
            case ast.Name(id=name) if name in self.known:
                return self.known[name]
            case ast.Name(id=name):
                raise Wrong(f"no name is called {name}; {did_you_mean(name, self.known)}")
            case ast.UnaryOp(op=ast.USub()):
                inside = self._of(node.operand, text)
                return -inside if isinstance(inside, float) else inside
            case ast.BinOp():
                left, right = self._of(node.left, text), self._of(node.right, text)
                return _combined(node.op, left, right, text)
            case ast.Compare(ops=[ast.LtE() | ast.GtE() | ast.Eq()], comparators=[right]):
                sides = {self._of(node.left, text), self._of(right, text)}
                if POINT in sides or FUNCTION in sides or CONDITION in sides:
                    raise Wrong(MIXES.format(text=text[:60]))
                return CONDITION if VALUE in sides else math.nan
            case ast.Compare(ops=[_, _, *_]):
                raise Wrong(f"{text[:60]!r} compares more than two; write a list of conditions")
            case ast.Call(func=ast.Name(id=name), keywords=[]):
                return self._called(name, [self._of(one, text) for one in node.args], text)
        raise Wrong(MORE.format(text=text[:60]))

    def _called(self, name: str, given: list[Kind], text: str) -> Kind:
        match name, given:
            case "sqrt", [float() as number]:
                if number < 0:
                    raise Wrong(f"{text[:60]!r} has the root of a negative number")
                return math.sqrt(number)
            case "grad", ["function", "point"]:
                return POINT
            case "prox", ["function", "point", float()]:
                return POINT
            case "norm", ["point"]:
                raise Wrong(
                    "no name is called norm; a length is bounded by its square, as "
                    "(x - xs)**2 <= 9 for a length of at most 3"
                )
            case _, ["point"] if self.known.get(name) == FUNCTION:
                return VALUE
        raise Wrong(CALLS.format(name=name))


def _combined(operation: ast.operator, left: Kind, right: Kind, text: str) -> Kind:
    kinds = [one if isinstance(one, str) else "" for one in (left, right)]
    match operation, kinds:
        case ast.Add() | ast.Sub() | ast.Mult() | ast.Div() | ast.Pow(), ["", ""]:
            return _number(operation, float(left), float(right))
        case ast.Add() | ast.Sub(), [one, two] if one == two != CONDITION:
            return one
        case ast.Add() | ast.Sub(), ["value", ""] | ["", "value"]:
            return VALUE
        case ast.Mult(), ["point", "point"]:
            return VALUE
        case ast.Mult(), ["", other] | [other, ""] if other != CONDITION:
            return other
        case ast.Div(), ["point" | "value" | "function" as one, ""]:
            if right == 0:
                raise ZeroDivisionError
            return one
        case ast.Pow(), ["point", ""] if right == 2 or math.isnan(float(right)):
            return VALUE
        case ast.Add() | ast.Sub() | ast.Mult() | ast.Div() | ast.Pow(), _:
            raise Wrong(MIXES.format(text=text[:60]))
    raise Wrong(MORE.format(text=text[:60]))


def _number(operation: ast.operator, left: float, right: float) -> float:
    """A float; nan where it is not known or is not real."""
    match operation:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
        case ast.Div():
            return left / right
    power = left**right
    return power if isinstance(power, float) else math.nan
