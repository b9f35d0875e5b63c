"""How many eigenvalues of a GOE matrix are negative: probabilities in closed form.

The ordered eigenvalues of the Gaussian orthogonal ensemble have a density proportional to
Π_{i<j} (x_j − x_i) Π exp(−x_i²/2), in the scale where diagonal entries have variance 1 and the
others 1/2; signs do not depend on the scale. The integrals over positive and negative eigenvalues
are Pfaffians (see `skew`) with entries in ℚ[√2, √π], and Mehta's integral normalizes, so that each
probability lies in ℚ[√2, 1/π]: 1/2 for n = 1, (2 − √2)/4 for n = 2, 1/4 − √2/(2π) for n = 3, …

de Bruijn (1955); Mehta (2004), chapters 3 and 17.
"""

from functools import cache
from math import factorial

import sympy as sp
from sympy.polys.rings import ring

from provenscape.errors import UserError
from provenscape.models.ensembles.skew import by_sign, half_line, pfaffian
from provenscape.models.requirements import require_count

LARGEST = 16  # the number of terms of a Pfaffian's expansion doubles with each dimension

_FIELD = sp.QQ.algebraic_field(sp.sqrt(2))
_RING, _ROOT_PI, _Z = ring("p, z", _FIELD)


def positive_definite(n: int) -> sp.Expr:
    """P(all n eigenvalues are positive), exact.

    Raises UserError for a dimension that is no whole number from 1 to LARGEST.
    """
    return _probabilities(_checked(n), False)[0]


def index_probabilities(n: int) -> tuple[sp.Expr, ...]:
    """P(k eigenvalues are negative) for k = 0, …, n, exact. Raises as `positive_definite` does."""
    return _probabilities(_checked(n), True)


def _checked(n: int) -> int:
    if require_count("goe_exact", "n", n) > LARGEST:
        raise UserError(
            f"goe_exact: n is {n}; give at most {LARGEST} for a closed form, or use "
            "provenscape.models.ensembles.goe_balls"
        )
    return int(n)


@cache
def _probabilities(n: int, every: bool) -> tuple[sp.Expr, ...]:
    """The coefficients of the generating function, every one or the first alone."""
    half = _RING(sp.Rational(1, 2))
    half_root_2 = _RING.from_dict({(0, 0): _FIELD.from_sympy(sp.sqrt(2) / 2)})
    A, m = half_line(n, _RING(0), half_root_2 * _ROOT_PI, half * _ROOT_PI, _RING(1), half)
    total = pfaffian(by_sign(A, m, _Z if every else _RING(0)))
    scale = mehta(n)
    parts = [sp.Integer(0)] * (n + 1 if every else 1)
    for (in_root_pi, in_z), coefficient in sorted(total.items()):
        parts[in_z] += sp.expand(
            _FIELD.to_sympy(coefficient) * sp.sqrt(sp.pi) ** in_root_pi / scale
        )
    return tuple(parts)


def mehta(n: int) -> sp.Expr:
    """∫ Π (x_j − x_i) Π exp(−x_i²/2) over x_1 < … < x_n, which is

    (2π)^(n/2)/n! Π_{j ≤ n} Γ(1 + j/2)/Γ(3/2).
    """
    ratios = [
        sp.gamma(sp.Rational(2 + j, 2)) / sp.gamma(sp.Rational(3, 2)) for j in range(1, n + 1)
    ]
    return sp.Mul(sp.sqrt(2 * sp.pi) ** n, *ratios) / factorial(n)
