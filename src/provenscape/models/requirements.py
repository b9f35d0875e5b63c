"""What parameters must satisfy, each said in one line that names whose parameter it is."""

import math
from typing import Any

import numpy as np

from provenscape.errors import UserError


def require_count(who: object, name: str, value: Any) -> int:
    """Return `value` if it is a whole number from 1 on; otherwise raise UserError, naming it."""
    if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < 1:
        raise UserError(f"{_called(who)}: {name} is {value!r}; give a whole number, 1 or more")
    return int(value)


def require_rank(who: object, r: Any, m: int, n: int) -> None:
    """Raise UserError unless r is a rank that an m × n matrix other than 0 can have."""
    if require_count(who, "r", r) > min(m, n):
        raise UserError(
            f"{_called(who)}: r is {r}, but the rank of a {m} × {n} matrix is at most {min(m, n)}"
        )


def require_positive(who: object, **parameters: float) -> None:
    """Raise UserError, naming the parameter, unless each is finite and above 0."""
    for name, value in parameters.items():
        if not (math.isfinite(value) and value > 0):
            raise UserError(f"{_called(who)}: {name} is {value}; give a finite number above 0")


def require_not_negative(who: object, **parameters: float) -> None:
    """Raise UserError, naming the parameter, unless each is finite and at least 0."""
    for name, value in parameters.items():
        if not (math.isfinite(value) and value >= 0):
            raise UserError(f"{_called(who)}: {name} is {value}; give a finite number, 0 or more")


def require_fraction(who: object, **parameters: float) -> None:
    """Raise UserError, naming the parameter, unless each lies in [0, 1)."""
    for name, value in parameters.items():
        if not 0 <= value < 1:
            raise UserError(f"{_called(who)}: {name} is {value}; give a number in [0, 1)")


def require_functions(who: object, **parameters: Any) -> None:
    """Raise UserError, naming the parameter, unless each can be called."""
    for name, value in parameters.items():
        if not callable(value):
            raise UserError(f"{_called(who)}: {name} is {value!r}; give a function")


def require_numbers(who: object, name: str, values: Any, shape: tuple[int, ...]) -> np.ndarray:
    """Return `values` as floats; raises UserError, naming them, unless real and of that shape."""
    given = np.asarray(values)
    if given.dtype.kind not in "biuf" or given.shape != shape:
        found = given.dtype if given.dtype.kind not in "biuf" else f"of shape {given.shape}"
        raise UserError(
            f"{_called(who)}: {name} gives numbers that are {found}; give real ones of shape "
            f"{shape}"
        )
    return given.astype(np.float64, copy=False)


def require_generator(who: object, generator: Any) -> None:
    """Raise UserError unless random numbers can be drawn from `generator`."""
    if not isinstance(generator, np.random.Generator):
        raise UserError(
            f"{_called(who)}: generator is {generator!r}; give a numpy.random.Generator"
        )


def _called(who: object) -> str:
    return who if isinstance(who, str) else type(who).__name__
