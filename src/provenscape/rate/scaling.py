"""A constant L of a class that stays a symbol, as what is proved for L = 1 holds in other units.

Where f is in the class with L if and only if f/L is in the class with 1, and steps have 1/L where
gradients have L, a run for L is one for 1 whose gradients and values are multiplied by L. That this
is so is seen on conditions, states and metric for some L: their numbers are quotients of
polynomials in L, of degree 2 at most in what the file says, and agree with what they should be at
more values than such ones can by chance.
A second symbol mu is a fraction of L then, and what depends on it is left to `ratio`.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flint import fmpq

from provenscape.errors import UserError
from provenscape.rate import degrees, file
from provenscape.rate.local import Form, Local, NoPattern, local

VALUES = (2, 3, 5, 7, 11, 13, 17, 19, 23)  # of L
STEPS = 3
HIGHEST = 2  # degree in the symbol of what the file says
SOME_RATIOS = (2, 3, 7)  # of a second symbol to the first
NAME = re.compile("[ABCDGHLMPRS]|mu|rho|beta|gamma")  # what is no other name in a proof file
Entries = dict[object, fmpq]


@dataclass(frozen=True)
class Scale:
    """A symbol, and perhaps a smaller one, and the powers of the first with which metric and start
    grow; `at` makes the file with a number for the first and its ratio to the second."""

    symbols: list[str]
    metric: int
    start: int
    at: Callable[[int, int], Path]


def symbols(path: Path) -> list[str]:
    """The constants that are to stay symbols, the first the larger; raises UserError.

    A capital, as L, is the larger and a small letter or name, as mu, the smaller, in whatever order
    they stand; of two of a kind the first in the file is the larger.
    """
    found = sorted(file.symbols(path), key=str.islower)
    for name in found:
        if not NAME.fullmatch(name):
            what = "is a name of something else in a proof; call it L, M, mu or another capital"
            raise UserError(f"{path}: constants: {name}: {what}")
    if len(found) > 2:
        raise UserError(f"{path}: constants: {found[2]}: two constants may be positive, not three")
    return found


@contextmanager
def of_numbers(path: Path, folder: Path, names: list[str]) -> Iterator[None]:
    """What is refused with numbers for symbols is refused of the file itself, with these."""
    made = re.compile(rf"{re.escape(str(folder))}/(\d+)-(\d+)-{re.escape(path.name)}")
    try:
        yield
    except UserError as error:
        found = made.search(str(error))
        if found is None:
            raise
        values = zip(names, _numbers(*found.groups()), strict=False)
        tried = ", ".join(f"{name} = {value}" for name, value in values)
        said = made.sub(str(path), str(error))
        raise UserError(f"{said} (tried with {tried}, as symbols: 0 < {_order(names)})") from None


def _numbers(value: Any, ratio: Any) -> tuple[str, str]:
    """What stands for the first symbol and for the second."""
    return str(value), f"{value}/{ratio}"


def _order(names: list[str]) -> str:
    return " < ".join(reversed(names))


def scale(path: Path, folder: Path, names: list[str]) -> Scale:
    """How a run grows with the first symbol; raises NoPattern."""

    def at(value: int, ratio: int) -> Path:
        made = folder / f"{value}-{ratio}-{path.name}"
        values = dict(zip(names, _numbers(value, ratio), strict=False))
        made.write_text(file.with_values(path, values), encoding="utf-8")
        return made

    for name in names:
        if degrees.degree_in(path, name) > HIGHEST:
            raise NoPattern(f"the file has numbers of a degree in {name} above {HIGHEST}")
    powers = set()
    for ratio in SOME_RATIOS if len(names) > 1 else SOME_RATIOS[:1]:
        one = local(at(1, ratio), STEPS, times=file.ANY_TIMES)
        for value in VALUES:
            other = local(at(value, ratio), STEPS, times=file.ANY_TIMES)
            powers.add(_powers(one, other, fmpq(value), names[0]))
    if len(powers) != 1:
        raise _differs(names[0])
    return Scale(names, *powers.pop(), at)


def _powers(one: Local, other: Local, value: fmpq, name: str) -> tuple[int, int]:
    """Of metric and start, in terms of the value; raises NoPattern unless all scales."""
    grows = {i for stage in one.leaves for i in stage}
    for first, second in zip(one.states, other.states, strict=True):
        for row, changed in zip(first, second, strict=True):
            if row != [v * value if i in grows else v for i, v in enumerate(changed)]:
                raise _differs(name)
    found = {}
    if len(one.problem.conditions) != len(other.problem.conditions):
        raise _differs(name)
    for number in range(len(one.problem.conditions)):
        ratio = _ratio(
            dict(_entries(one, number, grows, fmpq(1))), dict(_entries(other, number, grows, value))
        )
        if ratio is None or ratio <= 0:
            raise _differs(name)
        found[number] = ratio
    return _power(found[one.metric], value, name), _power(found[one.given], value, name)


def _entries(
    problem: Local, number: int, grows: set[int], value: fmpq
) -> Iterator[tuple[object, fmpq]]:
    """Numbers of a condition on gradients and values divided by the value of the symbol; of the
    metric and the start without the constant or the goal, which have units of their own."""
    form: Form = problem.form(number)
    n = form.square.nrows()
    for i in range(n):
        for j in range(n):
            if form.square[i, j] != 0:
                yield (i, j), form.square[i, j] * value ** ((i in grows) + (j in grows))
    for at, v in form.linear.items():
        if v != 0 and at != problem.problem.objective:
            yield ("value", at), v * value
    if number not in (problem.metric, problem.given) and problem.constant(number) != 0:
        yield 1, problem.constant(number)


def _ratio(one: Entries, other: Entries) -> fmpq | None:
    """By what all numbers of the other are multiplied."""
    if set(one) != set(other) or not one:
        return None
    ratios = {str(other[key] / one[key]): other[key] / one[key] for key in one}
    return next(iter(ratios.values())) if len(ratios) == 1 else None


def _power(ratio: fmpq, value: fmpq, name: str) -> int:
    for power in range(-2, 3):
        if ratio == value**power:
            return power
    raise _differs(name)


def _differs(name: str) -> NoPattern:
    return NoPattern(
        f"a run for {name} is not one for 1 with gradients and values times {name}; give {name} "
        f"as a number, or steps as numbers over {name}"
    )
