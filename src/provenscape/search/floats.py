"""Expressions in floating point, for a search that looks at numbers before the kernel does.

SymPy evaluates a `RealRoot` to no float and prints it for no library: a float near it stands in its
place. Nothing rests on these; the kernel takes the root itself.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import sympy as sp

from provenscape.kernel.language import RealRoot
from provenscape.search.algebraic import Real


def approximate(expr: Any) -> sp.Expr:
    """The expression with a float in place of each root of a polynomial."""
    exact = sp.sympify(expr)
    roots = exact.atoms(RealRoot)
    return exact.xreplace({r: sp.Float(float(Real(r.coefficients, r.index))) for r in roots})


def numeric(symbols: Sequence[sp.Symbol], expr: Any) -> Callable[..., Any]:
    """What an expression, or each of a list, is by NumPy at a sequence of values of the symbols."""
    near = [approximate(e) for e in expr] if isinstance(expr, list) else approximate(expr)
    return sp.lambdify([symbols], near, "numpy")


def polynomial(exact: Any) -> Callable[[np.ndarray], float]:
    """What a polynomial, of a ring of SymPy or a context of FLINT, is at a point."""
    powers = np.array(exact.monoms() or [(0,)], float)
    numbers = np.array([float(c) for c in exact.coeffs()] or [0.0])
    return lambda at: float(np.prod(at**powers, axis=1) @ numbers)
