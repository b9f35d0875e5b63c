"""The text of a method's file: YAML that is read, and refused if its expressions could take long.

Exponents, digits, nesting and letters that look like others are looked at as in a proof file
(`claims.reading`), before any of it is evaluated. This module loads no algebra, so that a file
that means harm is refused in a fraction of a second.
"""

import ast
import operator
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from copy import deepcopy
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from provenscape.claims.reading import MOST_DIGITS, look_alikes, size
from provenscape.errors import UserError, did_you_mean, of_digits

KEYS = ("functions", "minimizers", "start", "constants", "given", "step", "steps", "metric")
NEEDED = ("functions", "start", "given", "step", "steps", "metric")
LARGEST = 20_000  # characters of a file
HIGHEST = 1000  # exponent, also of powers of powers
DEEPEST = 100  # operations inside each other
ROOTS = (1, 2, 4)  # denominators of exponents: square roots, and square roots of these
FAR = 10**300
ARITHMETIC: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
EXAMPLES = {
    "functions": "f: {class: SmoothConvexFunction, L: 1}",
    "start": "[x]",
    "given": "(x - xs)**2 <= 1",
    "step": "{x: 'x - grad(f, x)'}",
    "steps": "3",
    "metric": "f(x) - f(xs)",
}


class _Loader(yaml.BaseLoader):
    """Numbers stay as they are written; no mapping has a key twice, and nothing is repeated."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark
            raise yaml.MarkedYAMLError(problem="an alias; write it out", problem_mark=mark)
        if tag := getattr(self.peek_event(), "tag", None):
            mark = self.peek_event().start_mark
            written = tag.replace("tag:yaml.org,2002:", "!!")
            raise yaml.MarkedYAMLError(
                problem=f"the tag {written}; leave it out", problem_mark=mark
            )
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if str(key.value) in seen:
                twice = f"{key.value} stands there twice; take one out"
                raise yaml.MarkedYAMLError(problem=twice, problem_mark=key.start_mark)
            seen.add(str(key.value))
        return super().construct_mapping(node, deep)


def read(path: Path) -> dict[str, Any]:
    """What a file maps; raises UserError, also where an expression could take long."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: no YAML that can be read ({type(error).__name__})") from None
    if len(text) > LARGEST:
        raise UserError(f"{path}: has more than {LARGEST} characters; shorten it")
    return deepcopy(_read(path, text))


@lru_cache(maxsize=16)
def _read(path: Path, text: str) -> dict[str, Any]:
    """The same of its text, once: a method is made for many numbers of steps."""
    try:
        given = yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        said = " ".join((error.problem or "").split())[:200]
        raise UserError(f"{path}{line}: no YAML that can be read: {said}") from None
    except (yaml.YAMLError, RecursionError) as error:
        raise UserError(f"{path}: no YAML that can be read ({type(error).__name__})") from None
    if not isinstance(given, Mapping):
        raise UserError(f"{path}: must map the keys {', '.join(NEEDED)}")
    for key in given:
        if key not in KEYS:
            raise UserError(f"{path}: no key is called {key}; {did_you_mean(str(key), KEYS)}")
    for key in NEEDED:
        if key not in given:
            raise UserError(f"{path}: {key}: is missing; add `{key}: {EXAMPLES[key]}`, say")
    constants = given.get("constants", {})
    known = constants if isinstance(constants, Mapping) else {}
    for where, expression in _texts(given, ""):
        for problem in _problems(expression, known):
            raise UserError(f"{path}: {where}: {problem}")
    return dict(given)


def _texts(value: Any, where: str) -> Iterator[tuple[str, str]]:
    """The names and the expressions of a file, with the keys under which they stand."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            below = f"{where}: {key}".removeprefix(": ")
            yield below, str(key)
            yield from _texts(one, below)
    else:
        for one in value:
            yield from _texts(one, where)


def _problems(text: str, constants: Mapping[str, Any]) -> Iterator[str]:
    """What makes an expression expensive, or another than it looks."""
    for name in re.findall(r"\w+", "" if text.isascii() else text):
        yield from look_alikes(name)
        if (read := unicodedata.normalize("NFKC", name)) != name:
            yield f"{name} would be read as {read}; write that"
    for sign in text if not text.isascii() else "":
        if not sign.isascii() and not sign.isalnum() and unicodedata.category(sign)[0] != "M":
            shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
            yield f"{shown} is {unicodedata.name(sign, 'no sign')}; write signs of the keyboard"
    if "#" in text:
        yield "has #, after which nothing would be read; leave that out"
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (MemoryError, RecursionError):
        yield "is nested too deeply; write it in pieces"
        return
    except (SyntaxError, ValueError) as error:
        if "too many nested" in str(error):
            yield "is nested too deeply; write it in pieces"
        elif of_digits(str(error)):
            yield f"a whole number of more than {MOST_DIGITS} digits; take a smaller one"
        return  # is no expression, which its reader says
    level: list[ast.AST] = [tree]
    for _ in range(DEEPEST):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    if level:
        yield f"more than {DEEPEST} operations are inside each other; write it in pieces"
        return
    waiting: list[tuple[ast.AST, float]] = [(tree, 1.0)]
    while waiting:
        node, power = waiting.pop()
        if isinstance(node, ast.BinOp) and (_digits(node, constants) or 0) > MOST_DIGITS:
            yield f"a number of more than {MOST_DIGITS} digits; take a smaller one"
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
            known = _number(node.right, constants)
            if known is not None and known.denominator not in ROOTS:
                yield f"an exponent of {known}; take a whole number, a half or a quarter"
                return
            power *= max(1.0, _largest(node.right, constants))
            if power > HIGHEST + 0.5:
                yield f"an exponent above {HIGHEST}; take a smaller one"
                return
        waiting += [(child, power) for child in ast.iter_child_nodes(node)]


def _digits(node: ast.expr, constants: Mapping[str, Any]) -> float | None:
    """`size`, where a power may have a fraction for an exponent, as 1/2."""
    node = node.operand if isinstance(node, ast.UnaryOp) else node
    if not isinstance(node, ast.BinOp):
        return size(node)
    left, right = _digits(node.left, constants), _digits(node.right, constants)
    if left is None or right is None:
        return None
    if isinstance(node.op, ast.Pow):
        known = _number(node.right, constants)
        return left * (
            10 ** min(right, 300) if known is None else float(min(abs(known), Fraction(FAR)))
        )
    return left + right + 1


def _number(node: ast.expr, constants: Mapping[str, Any]) -> Fraction | None:
    """The fraction that an expression spells out without powers; None for any other."""
    match node:
        case ast.Name(id=name) if isinstance(text := constants.get(name), str):
            with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
                return _number(ast.parse(text.strip(), mode="eval").body, {})
        case ast.Constant(value=int() | float() as value) if abs(value) < FAR:
            return Fraction(str(value))
        case ast.UnaryOp(op=ast.USub()):
            inside = _number(node.operand, constants)
            return None if inside is None else -inside
        case ast.BinOp() if type(node.op) in ARITHMETIC:
            one, two = _number(node.left, constants), _number(node.right, constants)
            if one is not None and two is not None:
                with suppress(ZeroDivisionError):
                    return ARITHMETIC[type(node.op)](one, two)
    return None


def _largest(exponent: ast.expr, constants: Mapping[str, Any]) -> float:
    """A bound of the numbers in an exponent, where constants have the numbers of the file."""
    found = [0.0]
    for node in ast.walk(exponent):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            found.append(abs(node.value))
        elif isinstance(node, ast.Constant | ast.BinOp) and not _divides(node):
            found.append(10 ** min(size(node) or 0, 300))
        elif isinstance(node, ast.Name) and isinstance(constants.get(node.id), str):
            with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
                written = ast.parse(constants[node.id].strip(), mode="eval").body
                found.append(_largest(written, {}))
    return max(found)


def _divides(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
