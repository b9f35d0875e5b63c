"""The probability that a GOE matrix is positive definite, by quadrature along its pivots.

Reflections make a GOE matrix (variances 2 and 1) tridiagonal without a change of its eigenvalues,
with diagonal entries a ~ N(0, 2) and beside them χ₁, …, χ_(n−1), all independent (Dumitriu &
Edelman 2002). It is positive definite iff its pivots d₁ = a, d_(j+1) = a − χ_j²/d_j are positive:
a Markov chain on the half-line that must not leave it. With d = u² and χ_j = uτ the density f_j of
d_j on the event that all pivots so far are positive obeys

    f_(j+1)(s²) = c_j ∫ τ^(j−1) φ(s² + τ²) ∫ 2 u^(j+1) exp(−u²τ²/2) f_j(u²) du dτ,

φ the density of a, which is N(shift, 2) if a shift is added to the diagonal, and
c_j = 2^(1−j/2)/Γ(j/2): two matrix-vector products, by Gauss's rule for smooth integrands. It shares
nothing with the Pfaffians of `skew`.
"""

from collections.abc import Callable
from functools import cache

import numpy as np
from scipy.special import gammaln, ndtr

from provenscape.errors import UserError
from provenscape.models.requirements import require_count

NODES = 160


def log_positive_definite(n: int, shift: float = 0.0, nodes: int = NODES) -> np.ndarray:
    """log P(H + shift · identity is positive definite), dimensions 1, …, n; shape (n,).

    Raises UserError for numbers that are not whole or below 1, or a shift that is not finite.
    """
    require_count("tridiagonal", "n", n)
    require_count("tridiagonal", "nodes", nodes)
    if not np.isfinite(shift):
        raise UserError(f"tridiagonal: shift is {shift}; give a finite number")
    # The end of the range of u and τ: pivots are of order √n + shift and Gaussian beyond.
    edge = np.sqrt(2 * np.sqrt(n) + 12 + max(shift, 0.0))
    points, weights = _rule(nodes)
    u, w = edge * (points + 1) / 2, edge * weights / 2
    squares = u * u
    kernel = np.exp(-np.square(squares[:, None] + squares - shift) / 4) / np.sqrt(4 * np.pi)
    exponent = -squares[:, None] * squares / 2
    density = np.exp(-np.square(squares - shift) / 4) / np.sqrt(4 * np.pi)
    logs = np.empty(n)
    scale = 0.0
    for j in range(1, n + 1):
        mass = 2 * (w * u * density).sum()
        logs[j - 1] = scale + np.log(mass)
        if j == n:
            break
        scale, density = logs[j - 1], density / mass
        growth = exponent + j * np.log(u)[:, None] + (j - 1) * np.log(u)
        growth += (1 - j / 2) * np.log(2) - gammaln(j / 2)
        inner = (2 * w * u * density) @ np.exp(growth)
        density = (w * inner) @ kernel
    return logs


_rule = cache(np.polynomial.legendre.leggauss)  # once for each number of nodes


def common_shift(
    n: int, spread: Callable[[int], float], step: float = 1 / 5
) -> tuple[np.ndarray, np.ndarray]:
    """P(H + spread(k) ξ · identity is positive definite), ξ standard Gaussian, for k = 1, …, n.

    Returns the probabilities and how much they change if the step of the trapezoidal rule, over
    the shift, is doubled; both of shape (n,). Given the shift x the probability is 0 below −12 and
    1 above 30 to 16 digits for all n ≤ 50; what it differs from a normal distribution function,
    whose mean over ξ is known, vanishes at both ends, so that the rule converges fast. Raises
    UserError for n that is no whole number from 1 to 50.
    """
    if require_count("tridiagonal", "n", n) > 50:
        raise UserError(f"tridiagonal: n is {n}; give at most 50 for a random shift")
    shifts = np.arange(round(42 / step) + 1) * step - 12
    given = np.exp([log_positive_definite(n, shift, 240) for shift in shifts])
    width = np.array([spread(k) for k in range(1, n + 1)])
    mass = np.exp(-np.square(shifts[:, None] / width) / 2) / (np.sqrt(2 * np.pi) * width)
    middle = 8.0
    smooth = ndtr(-middle / np.sqrt(1 + width * width))
    rest = (given - ndtr(shifts - middle)[:, None]) * mass
    fine, coarse = (smooth + size * step * rest[::size].sum(axis=0) for size in (1, 2))
    return fine, np.abs(fine - coarse)
