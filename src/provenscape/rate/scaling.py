"""A constant L of a class that stays a symbol, as what is proved for L = 1 holds in other units.

Where f is in the class with L if and only if f/L is in the class with 1, and steps have 1/L where
gradients have L, a run for L is one for 1 whose gradients and values are multiplied by L. That this
is so is seen on conditions, states and metric for some L: their numbers are quotients of
polynomials in L of low degree, and agree with what they should be at more values than these have.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flint import fmpq

from provenscape.errors import UserError
from provenscape.rate import file
from provenscape.rate.local import Form, Local, NoPattern, local

VALUES = (2, 3, 5, 7, 11, 13, 17, 19, 23)  # of L
STEPS = 3
NAME = re.compile("[ABCDGHLMPRS]|mu|rho|beta|gamma")  # what is no other name in a proof file
Entries = dict[object, fmpq]


@dataclass(frozen=True)
class Scale:
    """The symbol, and the powers of it with which metric and start grow."""

    symbol: str
    metric: int
    start: int


def symbol(path: Path) -> str | None:
    """The constant that is to stay a symbol, if there is one; raises UserError for several."""
    found = file.symbols(path)
    for name in found:
        if not NAME.fullmatch(name):
            what = "is a name of something else in a proof; call it L, M, mu or another capital"
            raise UserError(f"{path}: constants: {name}: {what}")
    if len(found) > 1:
        raise UserError(f"{path}: constants: {found[1]}: one constant may be positive, not two")
    return found[0] if found else None


def scale(path: Path, folder: Path, name: str) -> tuple[Path, Scale]:
    """The file with 1 for the symbol, and how a run grows with it; raises NoPattern."""

    def at(value: int) -> Path:
        made = folder / f"{value}-{path.name}"
        made.write_text(file.with_value(path, name, value), encoding="utf-8")
        return made

    one = local(at(1), STEPS, times=file.ANY_TIMES)
    powers = set()
    for value in VALUES:
        other = local(at(value), STEPS, times=file.ANY_TIMES)
        powers.add(_powers(one, other, fmpq(value), name))
    if len(powers) != 1:
        raise _differs(name)
    return at(1), Scale(name, *powers.pop())


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
