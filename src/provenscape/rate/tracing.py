"""Floats that remember which number they stand for.

A script says `mu = 0.1` and `1 / L`, and means one tenth and 1/L; its floats are near them. A
`Traced` is the float that the script would have, used as any float, with the exact number beside
it: a fraction, or a `Surd` where roots were taken. Sums, products, quotients, powers with whole and
half exponents and `sqrt` keep it; what goes through any other function is a plain float.

>>> third = quotient(1, 3)
>>> third == 1 / 3, third.exact, exact_of(third * 3)
(True, Fraction(1, 3), Fraction(1, 1))
>>> root(4).exact, root(2).exact.operation
(Fraction(2, 1), 'root')
"""

import math
import operator
import sys
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

LARGEST_POWER = 64  # exponents of roots beyond are left to floats
LARGEST_BITS = 20_000  # of a power of a fraction
SHORT_BITS = 30  # of the significand of a plain float that is taken as it is
SHORT_DIGITS = 9  # of a plain float that is read as a decimal
LARGEST_PARTS = 10**6, 10**3  # numerator and denominator of one that is read as a fraction
NEAR = 4  # units in the last place between them: a few roundings
Read = frozenset[tuple[float, Fraction]]
NONE: Read = frozenset()
UFUNCS: dict[Any, Callable[..., Any]] = {
    np.add: operator.add,
    np.subtract: operator.sub,
    np.multiply: operator.mul,
    np.true_divide: operator.truediv,
    np.power: operator.pow,
    np.negative: operator.neg,
}


@dataclass(frozen=True, eq=False)
class Surd:
    """A sum, product, quotient or square root, as it was computed; never simplified."""

    operation: str  # "+", "*", "/", "root"
    parts: tuple["Fraction | Surd", ...]

    def __neg__(self) -> "Number":
        return combined("*", Fraction(-1), self)


Number = Fraction | Surd


def combined(operation: str, one: Number, two: Number) -> Number:
    """Sum, product or quotient; zeros and ones are left out."""
    if isinstance(one, Fraction) and isinstance(two, Fraction):
        return {"+": one.__add__, "*": one.__mul__, "/": one.__truediv__}[operation](two)
    if operation == "+" and 0 in (one, two):
        return two if one == 0 else one
    if (operation == "*" and 0 in (one, two)) or (operation == "/" and one == 0):
        return Fraction(0)
    if (operation == "*" and one == 1) or (operation in "*/" and two == 1):
        return two if operation == "*" and one == 1 else one
    return Surd(operation, (one, two))


class Traced(float):
    """A float with the number it stands for as `exact`, and what was `read` on the way to it."""

    exact: Number
    read: Read

    def __new__(cls, value: float, exact: Number, read: Read = NONE) -> "Traced":
        made = super().__new__(cls, value)
        made.exact, made.read = exact, read
        return made

    def __reduce__(self) -> Any:
        return Traced, (float(self), self.exact, self.read)

    def __copy__(self) -> "Traced":
        return self

    def __deepcopy__(self, memo: Any) -> "Traced":
        return self

    def __neg__(self) -> "Traced":
        return Traced(-float(self), -self.exact, self.read)

    def __pos__(self) -> "Traced":
        return self

    def __abs__(self) -> "Traced":
        return -self if self < 0 else self

    def __hash__(self) -> int:
        return float.__hash__(self)

    def __array_ufunc__(self, function: Any, method: str, *inputs: Any, **options: Any) -> Any:
        """NumPy's numbers combine with it as floats do; all else in NumPy sees a float."""
        scalars = all(isinstance(one, int | float | np.number) for one in inputs)
        if function in UFUNCS and method == "__call__" and scalars and not options:
            mine = [
                one
                if isinstance(one, Traced)
                else one.item()
                if isinstance(one, np.number)
                else one
                for one in inputs
            ]
            return UFUNCS[function](*mine)
        plain = [float(one) if isinstance(one, Traced) else one for one in inputs]
        return getattr(function, method)(*plain, **options)

    def __pow__(self, exponent: Any, modulus: None = None) -> Any:
        return power(self, exponent)

    def __rpow__(self, base: Any, modulus: None = None) -> Any:
        return power(base, self)


def _operation(name: str, exactly: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    plain = getattr(float, name)

    def operate(self: Traced, other: Any) -> Any:
        value = plain(self, other)
        if value is NotImplemented or not isinstance(value, float):
            return value
        known = known_as(other)
        if known is None or not math.isfinite(value):
            return value
        return Traced(value, exactly(self.exact, known[0]), self.read | known[1])

    return operate


def _turned(exactly: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda a, b: exactly(b, a)


for _name, _exactly in {
    "add": lambda a, b: combined("+", a, b),
    "sub": lambda a, b: combined("+", a, -b),
    "mul": lambda a, b: combined("*", a, b),
    "truediv": lambda a, b: combined("/", a, b),
}.items():
    setattr(Traced, f"__{_name}__", _operation(f"__{_name}__", _exactly))
    setattr(
        Traced,
        f"__r{_name}__",
        _operation(f"__r{_name}__", _turned(_exactly)),
    )


def exact_of(value: Any) -> Number | None:
    """The number that a value of a script stands for; none for a float that is not known."""
    known = known_as(value)
    return None if known is None else known[0]


def known_as(value: Any) -> tuple[Number, Read] | None:
    """The number that a value stands for, and the plain floats that were read as fractions for it.

    A plain float, as an imported module's 1 / 6, is known where it is not so by chance: it is a
    short binary number itself; or it is next to a fraction with few digits, or is printed as a
    decimal with few, and is read as that. At most one float of a million is so by chance.
    """
    if isinstance(value, Traced):
        return value.exact, value.read
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return Fraction(value), NONE
    if not isinstance(value, float) or not math.isfinite(value):
        return None
    plain = float(value)
    itself = Fraction(plain)
    odd = itself.numerator // (itself.numerator & -itself.numerator or 1)
    if odd.bit_length() <= SHORT_BITS:
        return itself, NONE
    numerator, denominator = LARGEST_PARTS
    near = itself.limit_denominator(denominator)
    if abs(near.numerator) > numerator or abs(near - itself) > NEAR * Fraction(math.ulp(plain)):
        near = Fraction(repr(plain))
        if len(repr(plain).split("e")[0].strip("-0.").replace(".", "")) > SHORT_DIGITS:
            return None
    return near, NONE if near == itself else frozenset({(plain, near)})


def literal(text: str) -> float:
    """The number written so: a decimal, as 0.1 or 1e-3; a plain float if it is beyond floats."""
    value = float(text)
    if not math.isfinite(value) or abs(value) < sys.float_info.min:
        return value
    return Traced(value, Fraction(text.replace("_", "")))


def quotient(one: Any, two: Any) -> Any:
    """The quotient, traced where both are numbers that are known exactly."""
    value = one / two
    if type(one) is int and type(two) is int and math.isfinite(value):
        return Traced(value, Fraction(one, two))
    return value


def power(base: Any, exponent: Any) -> Any:
    """The power, traced for rational exponents that are not large."""
    plain_base = float(base) if isinstance(base, Traced) else base
    plain_exponent = float(exponent) if isinstance(exponent, Traced) else exponent
    value = plain_base**plain_exponent
    if not isinstance(value, float):
        return value
    known, raised = known_as(base), known_as(exponent)
    if known is None or raised is None:
        return value
    number, up, read = known[0], raised[0], known[1] | raised[1]
    if value != 0 and isinstance(number, Fraction) and isinstance(up, Fraction):
        bits = max(map(int.bit_length, number.as_integer_ratio()))
        if up.denominator == 1 and abs(up) * bits <= LARGEST_BITS:
            return Traced(value, Fraction(number ** int(up)), read)
    if not isinstance(up, Fraction) or abs(up) > LARGEST_POWER:
        return value
    if up.denominator not in (1, 2, 4) or (value == 0 and up <= 0):
        return value
    exact: Number = Fraction(1)
    for _ in range(abs(up.numerator)):
        exact = combined("*", exact, number)
    for _ in range(up.denominator.bit_length() - 1):
        exact = _root(exact)
    return Traced(value, combined("/", Fraction(1), exact) if up < 0 else exact, read)


def root(value: Any) -> Any:
    """The square root, traced."""
    known = known_as(value)
    if known is None or value < 0:
        return math.sqrt(value)
    return Traced(math.sqrt(value), _root(known[0]), known[1])


def _root(number: Number) -> Number:
    if isinstance(number, Fraction):
        over, under = math.isqrt(number.numerator), math.isqrt(number.denominator)
        if over * over == number.numerator and under * under == number.denominator:
            return Fraction(over, under)
    return Surd("root", (number,))
