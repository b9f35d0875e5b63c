"""What a file says of its method, as it is written there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sympy as sp

from provenscape.errors import UserError
from provenscape.rate import file
from provenscape.rate.kinds import POSITIVE
from provenscape.rate.nonconvex import WEAK
from provenscape.rate.reader import Reader, mapping
from provenscape.rate.text import read

PLAIN = re.compile(r"[\w .,;:()\[\]*/+<>=-]*")  # what may stand in the text of a proof file

BENT = {  # classes of functions that need not have gradients
    "ConvexFunction",
    "ConvexIndicatorFunction",
    "ConvexLipschitzFunction",
    "ConvexQGFunction",
    "ConvexSupportFunction",
    "StronglyConvexFunction",
}


@dataclass(frozen=True)
class Words:
    """The texts of a file with one metric and one condition at the start.

    `functions` has of each the class with its constants, or the sum; `points` are those of the
    state, each free at the start or an expression.
    """

    file: str
    functions: Mapping[str, Any]
    minimizers: Mapping[str, str]
    constants: Mapping[str, str]
    points: Mapping[str, str]
    step: Mapping[str, str]
    metric: str
    start: str
    weak: frozenset[str] = frozenset()  # functions whose mu is negative: they need not be convex
    symbol: str = ""  # a constant that is any positive number
    smaller: str = ""  # one that is any between 0 and the first
    powers: tuple[int, int] = (0, 0)  # of it, with which metric and start grow

    @property
    def several(self) -> bool:
        """Whether there are functions of which a sum is minimized."""
        return len(self._classes()) > 1

    @property
    def operators(self) -> set[str]:
        """The functions that are operators, of which a zero is looked for, or sums of these."""
        found = {name for name, kind in self._classes().items() if kind.endswith("Operator")}
        sums = {name: text for name, text in self.functions.items() if isinstance(text, str)}
        return found | {n for n, text in sums.items() if found & set(re.findall(r"\w+", text))}

    @property
    def zero(self) -> str:
        """What the point is at which the gradient is 0."""
        if self.operators:
            return "zero"
        kinds = self._classes()
        smooth = {name for name, kind in kinds.items() if kind == "SmoothFunction"}
        known = smooth | {name for name in self.weak if kinds.get(name) in WEAK}
        least = known.issuperset(self.minimizers.values())
        return "minimizer" if least or not smooth | self.weak else "stationary point"

    @property
    def slope(self) -> str:
        """What a function has at a point: a gradient, or one of several; an operator its value."""
        kinds = {"value" if name in self.operators else "gradient" for name in self._classes()}
        said = " or ".join(sorted(kinds))
        return said.replace("gradient", "subgradient") if self.bent else said

    @property
    def bent(self) -> set[str]:
        """The functions that may have several subgradients at a point."""
        return {name for name, kind in self._classes().items() if kind in BENT}

    def _classes(self) -> dict[str, str]:
        return {k: v["class"] for k, v in self.functions.items() if isinstance(v, Mapping)}

    @property
    def grown(self) -> sp.Expr:
        """What a rate is multiplied by for other values of the symbol than 1."""
        return self.of_metric / self.of_start

    @property
    def of_metric(self) -> sp.Expr:
        """What a value of the metric is multiplied by."""
        return sp.Symbol(self.symbol or "L") ** self.powers[0]

    @property
    def of_start(self) -> sp.Expr:
        """What a value of the start is multiplied by."""
        return sp.Symbol(self.symbol or "L") ** self.powers[1]

    @property
    def expression(self) -> str:
        """What is bounded at the start."""
        return self.start.partition("<=")[0].strip()


def words_of(path: Path) -> Words:
    """The words of a file with one metric and one condition at the start; raises UserError."""
    given = read(path)
    keys = ("functions", "minimizers", "constants", "step")
    mapped = {key: mapping(str(path), key, given.get(key, {})) for key in keys}
    found = Words(
        path.name,
        mapped["functions"],
        mapped["minimizers"],
        mapped["constants"],
        file.points(path),
        mapped["step"],
        _listed(given["metric"]),
        _listed(given["given"]),
        frozenset(_weak(path, mapped)),
    )
    for text in _texts([path.name, given]):
        if not PLAIN.fullmatch(text):
            what = "has signs that the words of a claim may not have"
            raise UserError(f"{path}: {text[:60]!r} {what}")
    return found


def _weak(path: Path, given: Mapping[str, Any]) -> Iterator[str]:
    """The functions with a negative mu, where a constant that stays a symbol is 1."""
    reader = Reader(str(path), {})
    for name, text in given["constants"].items():
        one = "1" if text == POSITIVE else text
        reader.names[name] = reader.value(f"constants: {name}", one)
    for name, options in given["functions"].items():
        mu = options.get("mu", "0") if isinstance(options, Mapping) else "0"
        if reader.value(f"functions: {name}: mu", mu) < 0:
            yield name


def _listed(given: Any) -> str:
    return " and ".join(map(str, given)) if isinstance(given, list) else str(given)


def _texts(given: Any) -> Iterator[str]:
    if isinstance(given, str):
        yield given
        return
    for one in given:
        yield from _texts(one)
        yield from _texts(given[one]) if isinstance(given, Mapping) else ()
