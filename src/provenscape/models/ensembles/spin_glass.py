"""The spherical p-spin glass: critical points of a random form of degree p, by index and energy.

f(x) = Σ J_(i₁…i_p) x_(i₁) … x_(i_p) on the unit sphere of ℝᴺ, J independent standard Gaussians, so
that E f(x) f(y) = ⟨x, y⟩^p; the energy per spin is u = f/√N. At a critical point the Hessian on the
sphere is √(p(p − 1)) (G − y·1), y = √(p/(p − 1)) f, G from the GOE in N − 1 dimensions, so that

    E N_k = 2 √(2/p) (p − 1)^(N/2) W_k,     c = (p − 2)/(4p),

with W_k of `kac_rice` for n = N − 1. Its growth as N → ∞ at energies up to u is the complexity

    Θ_(k,p)(u) = log(p − 1)/2 − (p − 2) u²/(4(p − 1)) − (k + 1) I(u),   u ≤ −E_∞ = −2√((p − 1)/p),
    I(u) = (|u| √(u² − E_∞²) − E_∞² arcosh(|u|/E_∞))/E_∞²,

and log(p − 1)/2 − (p − 2)/p above −E_∞, for every k. Θ_(k,p) vanishes at −E_k: below, index k is
exponentially unlikely to be seen at all. Auffinger, Ben Arous & Černý (2013), theorems 2.1 to 2.8.
"""

from math import sqrt

import numpy as np
import sympy as sp
from scipy.optimize import brentq

from provenscape.errors import UserError
from provenscape.models.ensembles import kac_rice
from provenscape.models.requirements import require_count


def exact_counts(p: int, N: int) -> tuple[sp.Expr, ...]:
    """E N_0, …, E N_(N − 1) in closed form, for N ≤ 6."""
    c = _level(p, N)
    scale = 2 * sp.sqrt(sp.Rational(2, p)) * sp.sqrt(p - 1) ** N
    return tuple(sp.radsimp(sp.simplify(scale * w)) for w in kac_rice.exact(N - 1, c))


def mean_counts(p: int, N: int) -> np.ndarray:
    """E N_0, …, E N_(N − 1) for N ≤ 25; see `kac_rice.quadrature` for the error."""
    return count_scale(p, N) * kac_rice.quadrature(N - 1, float(_level(p, N)))


def count_scale(p: int, N: int) -> float:
    """E N_k/W_k = 2 √(2/p) (p − 1)^(N/2)."""
    _level(p, N)
    return 2 * sqrt(2 / p) * (p - 1) ** (N / 2)


def energy_densities(p: int, N: int, u: np.ndarray) -> np.ndarray:
    """The mean numbers of critical points of index 0, …, N − 1 per unit of energy per spin.

    Shape (u.size, N); integrated over u they are the `mean_counts`.
    """
    c = float(_level(p, N))
    stretch = sqrt(N * p / (p - 1))
    y = stretch * np.asarray(u, dtype=float)
    weight = count_scale(p, N) * stretch * np.exp(-c * y**2)
    return weight[:, None] * kac_rice.order_densities(N - 1, y)


def threshold(p: int) -> float:
    """E_∞ = 2√((p − 1)/p): below −E_∞ no index that grows with N is to be found."""
    _degree(p)
    return 2 * sqrt((p - 1) / p)


def complexity(p: int, k: int, u: np.ndarray) -> np.ndarray:
    """Θ_(k,p)(u), the limit of log E N_k(energy per spin at most u)/N."""
    edge = threshold(p)
    if k < 0:
        raise UserError(f"spin_glass: the index k is {k}; give a whole number from 0 on")
    depth = np.maximum(-np.asarray(u, dtype=float), edge)
    return _gaussian_part(p, depth) - (k + 1) * _cost(edge, depth)


def total_complexity(p: int, u: np.ndarray) -> np.ndarray:
    """Θ_p(u), the same for critical points of all indices."""
    edge = threshold(p)
    depth = np.maximum(-np.asarray(u, dtype=float), 0)
    return _gaussian_part(p, depth) - _cost(edge, np.maximum(depth, edge))


def lowest_energy(p: int, k: int) -> float:
    """E_k > E_∞ with Θ_(k,p)(−E_k) = 0, for p ≥ 3, to rounding; E_0 is the ground state energy."""
    if _degree(p) == 2:
        raise UserError("spin_glass: p is 2, where all E_k are √2; give p from 3 on")
    edge = threshold(p)
    return float(
        brentq(lambda E: float(complexity(p, k, -E)), edge, 2 * edge + sqrt(p), xtol=1e-15)
    )


def minima_rate(p: int) -> float:
    """The rate at which minima become rare among critical points: E N_0/ΣE N_k = exp(−rate N).

    (p − 2)/p, which is log 2 for no whole p; it tends to 1, the rate of isotropic fields.
    """
    return (_degree(p) - 2) / p


def _gaussian_part(p: int, depth: np.ndarray) -> np.ndarray:
    return np.log(p - 1) / 2 - (p - 2) / (4 * (p - 1)) * depth**2


def _cost(edge: float, depth: np.ndarray) -> np.ndarray:
    """I, the large deviation of the lowest eigenvalue of the GOE."""
    ratio = depth / edge
    return ratio * np.sqrt(ratio**2 - 1) - np.arccosh(ratio)


def _degree(p: int) -> int:
    if require_count("spin_glass", "p", p) < 2:
        raise UserError("spin_glass: p is 1, a linear form; give a degree p from 2 on")
    return int(p)


def _level(p: int, N: int) -> sp.Rational:
    """c = (p − 2)/(4p), with the arguments checked."""
    if require_count("spin_glass", "N", N) < 2:
        raise UserError("spin_glass: N is 1, a sphere of two points; give N from 2 on")
    return sp.Rational(_degree(p) - 2, 4 * p)
