"""Gaussian random fields: how their critical points divide among the indices.

For a stationary isotropic field on ℝⁿ with two derivatives the gradient at a point is independent
of the Hessian, and E f_ij f_kl = h (δ_ij δ_kl + δ_ik δ_jl + δ_il δ_jk): the Hessian is √h (G − y·1)
with G from the GOE and y standard Gaussian. So the fractions are the same for all such fields, and
those of `kac_rice` with c = 1/4: 1/2 each for n = 1, 1/4, 1/2, 1/4 for n = 2 (Longuet-Higgins
1957), (29 ∓ 6√6)/116 for n = 3 (Bardeen, Bond, Kaiser & Szalay 1986).

`PeriodicField` gives random Fourier series on the torus whose first two derivatives at a point have
exactly this covariance, so that exactly these fractions hold for them, without a limit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import pi, sqrt

import numpy as np
import sympy as sp

from provenscape.errors import UserError
from provenscape.models.ensembles import kac_rice
from provenscape.models.requirements import require_count

ISOTROPIC = sp.Rational(1, 4)
CONVERGED = 1e-8  # a step so long leaves its square to go, which is rounding
STEPS = 14  # of Newton's method: it has converged by then, or is lost


@cache
def exact_fractions(n: int) -> tuple[sp.Expr, ...]:
    """The fractions of critical points of index 0, …, n of an isotropic field, for n ≤ 5."""
    weights = kac_rice.exact(n, ISOTROPIC)
    total = sp.Add(*weights)
    return tuple(sp.radsimp(sp.simplify(weight / total)) for weight in weights)


def fractions(n: int) -> np.ndarray:
    """The same in floating point for n ≤ 24; see `kac_rice.quadrature` for the error."""
    weights = kac_rice.quadrature(n, float(ISOTROPIC))
    return weights / weights.sum()


@dataclass(frozen=True)
class Points:
    """Critical points of several fields: `field` (m,), which one; `x` (m, n); `index` (m,)."""

    field: np.ndarray
    x: np.ndarray
    index: np.ndarray

    def counts(self, fields: int) -> np.ndarray:
        """Critical points by field and index, shape (fields, n + 1)."""
        n = self.x.shape[-1]
        flat = np.bincount(self.field * (n + 1) + self.index, minlength=fields * (n + 1))
        return flat.reshape(fields, n + 1)


@dataclass(frozen=True)
class PeriodicField:
    """f(x) = Σ_m σ_m (a_m cos⟨k_m, x⟩ + b_m sin⟨k_m, x⟩) on [0, 2π)ⁿ, a and b standard Gaussian.

    `modes` has shape (m, n) and holds whole numbers, `deviations` are the σ_m. A field is given by
    its amplitudes σ_m (a_m − i b_m), complex, of shape (m,).
    """

    modes: np.ndarray
    deviations: np.ndarray

    def __post_init__(self) -> None:
        if self.modes.ndim != 2 or self.deviations.shape != (len(self.modes),):
            raise UserError(
                f"PeriodicField: modes has shape {self.modes.shape} and deviations "
                f"{self.deviations.shape}; give (m, n) and (m,)"
            )

    def sample(self, fields: int, generator: np.random.Generator) -> np.ndarray:
        """σ_m (a_m − i b_m) for that many fields, shape (fields, m)."""
        size = (require_count("PeriodicField", "fields", fields), len(self.modes))
        real, imaginary = generator.standard_normal((2, *size))
        return self.deviations * (real - 1j * imaginary)

    def value(self, amplitudes: np.ndarray, x: np.ndarray) -> np.ndarray:
        """Shapes (..., m) and (..., n) to (...)."""
        return (amplitudes * self._waves(x)).real.sum(axis=-1)

    def derivatives(self, amplitudes: np.ndarray, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Gradient (..., n) and Hessian (..., n, n)."""
        waves = amplitudes * self._waves(x)
        modes = self.modes.astype(float)  # so that the products are BLAS's
        outer = (modes[:, :, None] * modes[:, None, :]).reshape(len(modes), -1)
        hessian = -waves.real @ outer
        return -waves.imag @ modes, hessian.reshape(*x.shape, x.shape[-1])

    def _waves(self, x: np.ndarray) -> np.ndarray:
        """exp(i⟨k_m, x⟩), from products of the exp(i x_j): (..., n) to (..., m).

        In memory a mode's waves at all points lie together, which is how they are computed.
        """
        result = np.empty((len(self.modes), *x.shape[:-1]), dtype=complex)
        powers = [
            _powers(base, np.abs(column).max(initial=0))
            for base, column in zip(np.exp(1j * np.moveaxis(x, -1, 0)), self.modes.T, strict=True)
        ]
        for wave, mode in zip(result, self.modes.tolist(), strict=True):
            factors = [powers[j][k] for j, k in enumerate(mode) if k]
            wave[...] = factors[0] if factors else 1
            for factor in factors[1:]:
                wave *= factor
        return np.moveaxis(result, 0, -1)

    def isotropy(self) -> tuple[float, float]:
        """g and h where E f_i f_j = g δ_ij and E f_ij f_kl = h (δδ + δδ + δδ), see the module.

        Raises UserError if these covariances are not of this form.
        """
        power = self.deviations**2
        k = self.modes.astype(float)
        n = k.shape[1]
        two = np.einsum("m,mi,mj->ij", power, k, k)
        four = np.einsum("m,mi,mj,mk,ml->ijkl", power, k, k, k, k)
        unit = np.eye(n)
        pairs = np.einsum("ij,kl->ijkl", unit, unit)
        form = pairs + pairs.transpose(0, 2, 1, 3) + pairs.transpose(0, 2, 3, 1)
        g, h = two[0, 0], four[0, 0, 0, 0] / 3
        if not (np.allclose(two, g * unit) and np.allclose(four, h * form)):
            raise UserError(
                "PeriodicField: the covariance of the derivatives is not isotropic; "
                "choose other deviations"
            )
        return float(g), float(h)

    def mean_count(self) -> float:
        """The mean number of critical points by Kac–Rice: (2π)ⁿ (2πg)^(−n/2) h^(n/2) E|det|."""
        g, h = self.isotropy()
        n = self.modes.shape[1]
        return sqrt(2 * pi * h / g) ** n * kac_rice.mean_determinant(n)


def _powers(base: np.ndarray, highest: int) -> dict[int, np.ndarray]:
    """Powers of numbers of modulus 1, by exponent, without the zeroth."""
    found = {1: base}
    for k in range(2, highest + 1):
        found[k] = found[k - 1] * base
    return found | {-k: power.conj() for k, power in found.items()}


def shells(n: int, powers: Sequence[float]) -> PeriodicField:
    """The field with all modes in {−1, 0, 1}ⁿ that have j entries ± 1, of variance powers[j − 1].

    One of each pair ±k is kept; a shell of power zero is left out.
    """
    grid = np.indices((3,) * n).reshape(n, -1).T - 1
    first = [next((int(entry) for entry in row if entry), 0) for row in grid]
    half = grid[np.array(first) > 0]
    power = np.asarray(powers, dtype=float)[np.abs(half).sum(axis=1) - 1]
    return PeriodicField(half[power > 0], np.sqrt(power[power > 0]))


# Isotropic in the derivatives at a point: Σσ²k₁⁴ = 3 Σσ²k₁²k₂².
LINE = PeriodicField(np.array([[1], [2], [3]]), np.ones(3))
PLANE = shells(2, (4, 1))
SPACE = shells(3, (2, 1, 0))


def critical_points(
    field: PeriodicField, amplitudes: np.ndarray, starts: int, doublings: int = 2
) -> Points:
    """Critical points of each field by Newton's method from a grid of `starts`ⁿ points.

    By Morse's theorem Σ (−1)^k N_k is the Euler characteristic of the torus, 0. Where what was
    found has another sum, points are missing, and the search is repeated on a grid twice as fine,
    up to `doublings` times. A pair of neighbouring indices can still be missed: compare a finer
    grid, or the mean count with `mean_count`.
    """
    found = _newton(field, amplitudes, starts)
    n = field.modes.shape[1]
    signs = (-1) ** np.arange(n + 1)
    missing = np.flatnonzero(found.counts(len(amplitudes)) @ signs)
    if not missing.size or not doublings:
        return found
    again = critical_points(field, amplitudes[missing], 2 * starts, doublings - 1)
    kept = ~np.isin(found.field, missing)
    parts = (
        (found.field[kept], missing[again.field]),
        (found.x[kept], again.x),
        (found.index[kept], again.index),
    )
    return Points(*(np.concatenate(part) for part in parts))


def _newton(field: PeriodicField, amplitudes: np.ndarray, starts: int) -> Points:
    """Steps are cut to length 1/2; points at which the gradient vanishes to rounding are kept."""
    n = field.modes.shape[1]
    grid = (np.indices((starts,) * n).reshape(n, -1).T + 0.1) * (2 * pi / starts)
    x = np.broadcast_to(grid, (len(amplitudes), *grid.shape)).reshape(-1, n).copy()
    along = np.ascontiguousarray(amplitudes.T)  # as waves lie in memory
    owner = np.repeat(np.arange(len(amplitudes)), len(grid))
    active = np.arange(len(x))
    for _ in range(STEPS):
        gradient, hessian = field.derivatives(along[:, owner[active]].T, x[active])
        step = _solved(hessian, gradient)
        length = np.linalg.norm(step, axis=-1)
        x[active] -= step * np.minimum(1, 0.5 / np.maximum(length, 1e-300))[:, None]
        active = active[length > CONVERGED]
    gradient, hessian = field.derivatives(along[:, owner].T, x)
    scale = np.abs(amplitudes).sum(axis=1)[owner]
    found = np.linalg.norm(gradient, axis=-1) < 1e-9 * scale
    return _distinct(owner[found], x[found] % (2 * pi), hessian[found])


def _solved(hessian: np.ndarray, gradient: np.ndarray) -> np.ndarray:
    """H⁻¹g for symmetric H, shapes (m, n, n) and (m, n); in three dimensions by cofactors.

    Where H is singular to the last bit the answer is finite, and long or 0.
    """
    n = gradient.shape[-1]
    if n != 3:
        tiny = 1e-290 * np.eye(n)  # a row of zeros would stop the solver
        return np.linalg.solve(hessian + tiny, gradient[..., None])[..., 0]
    (a, b, c), (_, d, e), (_, _, f) = np.moveaxis(hessian, 0, -1)
    aa, ab, ac = d * f - e * e, c * e - b * f, b * e - c * d
    bb, bc, cc = a * f - c * c, b * c - a * e, a * d - b * b
    determinant = a * aa + b * ab + c * ac
    determinant[determinant == 0] = 1e-290
    cofactors = np.array([[aa, ab, ac], [ab, bb, bc], [ac, bc, cc]])
    return np.einsum("ijm,mj->mi", cofactors, gradient) / determinant[:, None]


def _distinct(owner: np.ndarray, x: np.ndarray, hessian: np.ndarray) -> Points:
    """Each point once: equal ones have equal values of two generic functions on the torus.

    One alone is not enough: among a few million pairs some have values within rounding of Newton's.
    """
    angles = np.arange(1, x.shape[1] + 1)
    group = owner
    for shift in (0.7, 1.9):
        key = (np.cos(x + shift * angles) * np.sqrt(angles + 0.3)).sum(axis=1)
        order = np.lexsort([key, group])
        owner, x, hessian, group, key = (part[order] for part in (owner, x, hessian, group, key))
        new = np.ones(len(owner), dtype=bool)
        new[1:] = (np.diff(group) != 0) | (np.diff(key) > 1e-6)
        group = np.cumsum(new)
    index = (np.linalg.eigvalsh(hessian[new]) < 0).sum(axis=-1)
    return Points(owner[new], x[new], index)
