"""Evaluates the expressions of a method's file, as `file` describes them, by a grammar."""

import ast
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from PEPit import Expression, Function, Point
from PEPit.primitive_steps import proximal_step

from provenscape.errors import UserError, did_you_mean
from provenscape.rate import tracing
from provenscape.rate.kinds import CALLS, MIXES, MORE

OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul}
COMPARED = {ast.LtE: operator.le, ast.GtE: operator.ge, ast.Eq: operator.eq}


class Reader:
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
            raise self.refuse(key, MIXES.format(text=str(text)[:60])) from None
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
        raise self.refuse(key, MORE.format(text=text[:60]))

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
        raise self.refuse(key, CALLS.format(name=name))

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


def mapping(where: str, key: str, given: Any) -> dict[str, Any]:
    if not isinstance(given, Mapping) or not all(
        isinstance(name, str) and name.isidentifier() for name in given
    ):
        example = "`x: x - h*grad(f, x)` on a line of its own"
        raise UserError(f"{where}: {key}: must map names to values, as {example}")
    return dict(given)


def starting(reader: Reader, given: Any) -> dict[str, str]:
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
