"""A landscape: a function R^d → R given once, as an exact SymPy expression.

Proofs reason about `expression`, `gradient` and `hessian`; experiments run `value`, `grad` and
`hess`, which are compiled from them and evaluate whole batches of points at once.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import sympy as sp
from sympy.codegen.rewriting import create_expand_pow_optimization

from provenscape.errors import UserError
from provenscape.kernel import RealFunction, function
from provenscape.models.landscapes.in_place import in_place

LARGEST_PRODUCT = 8  # of a factor with itself that is written out


@dataclass(frozen=True)
class Landscape:
    """A smooth function of `variables`, its known stationary points and where it comes from.

    `critical_points` lists exact stationary points, one tuple of coordinates each; it is empty
    where they form a continuum or have no closed form. `title` is TeX.
    """

    name: str
    title: str
    variables: tuple[sp.Symbol, ...]
    expression: sp.Expr
    critical_points: tuple[tuple[sp.Expr, ...], ...]
    source: str

    @property
    def dimension(self) -> int:
        """The number d of variables."""
        return len(self.variables)

    @cached_property
    def f(self) -> RealFunction:
        """The function as statements name it: ``f(a, b)`` is a value, ``f.gradient()`` and
        ``f.hessian(at)`` are made of partial derivatives that the kernel evaluates."""
        return function("f", self.variables, self.expression)

    @cached_property
    def gradient(self) -> tuple[sp.Expr, ...]:
        """The d first partial derivatives, exact."""
        return tuple(sp.diff(self.expression, v) for v in self.variables)

    @cached_property
    def hessian(self) -> sp.Matrix:
        """The d × d matrix of second partial derivatives, exact."""
        return sp.ImmutableMatrix(sp.hessian(self.expression, self.variables))

    def at(self, point: Sequence[Any]) -> dict[sp.Symbol, sp.Expr]:
        """Return the substitution that puts an exact point in place of the variables."""
        return dict(zip(self.variables, map(sp.sympify, point), strict=True))

    def value(self, x: np.ndarray) -> np.ndarray:
        """f at points of shape (..., d); shape (...)."""
        return self._evaluate(self._compiled_value, x)

    def grad(self, x: np.ndarray) -> np.ndarray:
        """∇f at points of shape (..., d); shape (..., d)."""
        return self._evaluate(self._compiled_gradient, x, self.dimension)

    def hess(self, x: np.ndarray) -> np.ndarray:
        """∇²f at points of shape (..., d); shape (..., d, d)."""
        return self._evaluate(self._compiled_hessian, x, self.dimension, self.dimension)

    @cached_property
    def _runnable(self) -> sp.Expr:
        return without_overflow(self.expression)

    @cached_property
    def _compiled_value(self) -> Callable[..., None]:
        return self._compile([self._runnable])

    @cached_property
    def _compiled_gradient(self) -> Callable[..., None]:
        return self._compile([sp.diff(self._runnable, v) for v in self.variables])

    @cached_property
    def _compiled_hessian(self) -> Callable[..., None]:
        return self._compile(list(sp.hessian(self._runnable, self.variables)))

    def _compile(self, entries: list[sp.Expr]) -> Callable[..., None]:
        return in_place(
            sp.lambdify(self.variables, entries, modules="numpy", cse=common_subexpressions)
        )

    def _evaluate(self, compiled: Callable[..., None], x: np.ndarray, *shape: int) -> np.ndarray:
        points = np.asarray(x, dtype=np.float64)
        if points.ndim == 0 or points.shape[-1] != self.dimension:
            raise UserError(
                f"landscape {self.name}: points have shape {points.shape}; "
                f"give an array of shape (..., {self.dimension})"
            )
        *batch, _ = points.shape
        axes = range(len(batch))
        values = np.empty((math.prod(shape), *batch))  # an entry's values at all points together
        compiled(values, *points.transpose(-1, *axes))
        return values.transpose(*(axis + 1 for axis in axes), 0).reshape((*batch, *shape))


def common_subexpressions(
    entries: list[sp.Expr],
) -> tuple[list[tuple[sp.Symbol, sp.Expr]], list[sp.Expr]]:
    """Return `sympy.cse` of the entries with small whole powers written as products.

    NumPy computes x**3 by the library's pow, which takes several times as long as two products and
    rounds differently from one processor to another. The base of a power above the square gets a
    name if it has none; squares are products to NumPy anyway.
    """
    products = create_expand_pow_optimization(LARGEST_PRODUCT)
    names = sp.numbered_symbols("base")
    lines: list[tuple[sp.Symbol, sp.Expr]] = []

    def written(expr: sp.Expr) -> sp.Expr:
        """The expression with its products; the bases that they need are added to the lines."""
        bases = {
            power.base
            for power in expr.atoms(sp.Pow)
            if power.exp.is_Integer and 2 < power.exp <= LARGEST_PRODUCT
        }
        named = {}
        for base in sorted((b for b in bases if not b.is_Symbol), key=sp.default_sort_key):
            named[base] = next(names)
            lines.append((named[base], written(base)))
        return products(expr.xreplace(named))

    shared, rest = sp.cse(entries, list=False)
    for name, expr in shared:
        lines.append((name, written(expr)))
    return lines, [written(expr) for expr in rest]


def coordinates(names: str) -> tuple[sp.Symbol, ...]:
    """Return real symbols, with no other assumption, for the names given (as in the kernel)."""
    return tuple(sp.symbols(names, real=True, seq=True))


class LogAddExp(sp.Function):
    """log(eᵃ + eᵇ), run as `numpy.logaddexp`; its derivatives are written with tanh.

    ∂/∂a = (1 + tanh((a − b)/2))/2, which never overflows, nor do its own derivatives.
    """

    nargs = 2

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return the derivative by the first or second argument."""
        a, b = self.args if argindex == 1 else reversed(self.args)
        return (1 + sp.tanh((a - b) / 2)) / 2

    def _numpycode(self, printer: Any) -> str:
        return f"numpy.logaddexp({', '.join(printer._print(arg) for arg in self.args)})"


def without_overflow(expression: sp.Expr) -> sp.Expr:
    """Return the same function with log(eᵃ + eᵇ), or log(1 + eᵇ), as a `LogAddExp`."""

    def is_sum_of_two_exponentials(e: sp.Expr) -> bool:
        if not (isinstance(e, sp.log) and e.args[0].is_Add and len(e.args[0].args) == 2):
            return False
        return all(isinstance(term, sp.exp) or term == 1 for term in e.args[0].args)

    def exponent(term: sp.Expr) -> sp.Expr:
        return term.args[0] if isinstance(term, sp.exp) else sp.S.Zero

    return expression.replace(
        is_sum_of_two_exponentials, lambda e: LogAddExp(*map(exponent, e.args[0].args))
    )
