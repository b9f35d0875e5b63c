"""Secular equations by tridiagonal matrices: no eigenvectors, many replicas side by side.

Householder's reflections turn H into a tridiagonal T and g into c. The pivots of T + νI say whether
it is positive definite, and ‖s(ν)‖, s = −(T + νI)⁻¹c, with its derivative takes a few operations a
row, on arrays that hold one number a replica, for which the replicas are the last axis. φ(ν) =
1/‖s(ν)‖ − 1/length(ν) increases and is concave where T + νI is positive definite: Newton's method
lands at or below the root from either side. In the hard case, or near it, ν is all but −λ₁ and s
too short: inverse iteration gives the eigenvector, of which a multiple is added, and bounds λ₁ from
above by its Rayleigh quotient, as in Moré & Sorensen (1983). A replica counts as solved if the
length is met, T + νI is positive definite and (T + νI)s + c is rounding, relative to its terms.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

ROUNDING = 2.0**-51  # times d and the sizes of its terms: what (T + νI)s + c may be
MOST = 30  # iterations; about ten are needed, twenty in the hard case
CLOSER = 1 / 64  # of the interval: where ν is sought if Newton's method leads out of it
TOGETHER = 4_096  # replicas at a time, for the sake of memory

Two = Callable[[np.ndarray, np.ndarray], np.ndarray]


class Reduced(NamedTuple):
    """T by its diagonal and what is beside it, c, and the reflections: vectors and factors."""

    diagonal: np.ndarray
    beside: np.ndarray
    components: np.ndarray
    reflections: list[tuple[np.ndarray, np.ndarray]]

    def back(self, steps: np.ndarray) -> np.ndarray:
        """The steps in the coordinates of H, with the replicas first."""
        found = steps.copy()
        for vector, factor in reversed(self.reflections):
            part = found[-len(vector) :]
            part -= vector * (factor * (vector * part).sum(axis=0))
        return found.T


def reduce(gradient: np.ndarray, hessian: np.ndarray) -> Reduced:
    """Reflect (replicas, d) and (replicas, d, d), d ≥ 2."""
    rest = np.ascontiguousarray(np.moveaxis(hessian, 0, -1))
    components = np.ascontiguousarray(gradient.T)
    d = len(rest)
    beside = np.empty((d - 1, rest.shape[-1]))
    reflections = []
    for k in range(d - 2):
        vector = rest[k + 1 :, k].copy()
        size = np.sqrt((vector**2).sum(axis=0))
        beside[k] = np.where(vector[0] > 0, -size, size)
        vector[0] -= beside[k]
        square = (vector**2).sum(axis=0)
        factor = 2 / np.where(square == 0, 1, square)
        block = rest[k + 1 :, k + 1 :]
        image = np.einsum("ijr,jr->ir", block, vector) * factor
        image -= (factor / 2 * (image * vector).sum(axis=0)) * vector
        for i in range(d - 1 - k):
            block[i] -= vector[i] * image
            block[i] -= image[i] * vector
        part = components[k + 1 :]
        part -= vector * (factor * (vector * part).sum(axis=0))
        reflections.append((vector, factor))
    beside[-1] = rest[-1, -2]
    return Reduced(rest[range(d), range(d)], beside, components, reflections)


def solve(
    reduced: Reduced, length: Two, slope: Two, highest: Two, inside: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """s as columns, ν, which replicas are solved, and which with a multiple of an eigenvector.

    `length(ν, at)` is what ‖s‖ is to be in the replicas `at`, `slope(ν, length)` the derivative of
    −1/length, and `highest(|c|, ℓ)` a ν at which s is not too long if no eigenvalue is below −ℓ.
    With `inside` a shorter s(0) is a solution where T is positive definite.
    """
    a, b, c = reduced.diagonal, reduced.beside, reduced.components
    d, count = a.shape
    edges = np.zeros((d + 1, count))
    edges[1:-1] = np.abs(b)
    around = edges[1:] + edges[:-1]
    largest, size = (np.abs(a) + around).max(axis=0), np.sqrt((c**2).sum(axis=0))
    high = highest(size, np.maximum(0, -(a - around).min(axis=0)))
    low = np.maximum(0, -a.min(axis=0))
    steps, shift = np.zeros_like(c), np.zeros(count)
    solved, hard = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
    vectors = np.full_like(c, d**-0.5)
    left, nu = np.arange(count), np.where((low == 0) & inside, 0, high)
    for _ in range(MOST):
        pivots, below, definite = _factors(a[:, left], b[:, left], nu)
        s = _solution(pivots, below, -c[:, left])
        n, target = np.sqrt((s**2).sum(axis=0)), length(nu, left)
        allowed = ROUNDING * d * ((largest[left] + nu) * target + size[left])
        scale = target / np.where(n > 0, n, np.inf)
        met = definite & (np.abs(scale - 1) * size[left] <= allowed) & ((n > 0) | (target == 0))
        interior = definite & (nu == 0) & (n <= target) & inside
        scale = np.where(met & ~interior, scale, 1)
        short = definite & (n < target)
        low[left] = np.where(short, low[left], np.maximum(low[left], nu))
        high[left] = np.where(short, nu, high[left])
        near = np.flatnonzero(short & ~met & ~interior)
        if len(near):
            at, old = left[near], vectors[:, left[near]]
            new = _solution(pivots[:, near], below[:, near], old)
            grown = np.sqrt((new**2).sum(axis=0))
            low[at] = np.maximum(low[at], nu[near] - (old * new).sum(axis=0) / grown**2)
            vectors[:, at] = new = new / grown
            along = (s[:, near] * new).sum(axis=0)
            gap = target[near] ** 2 - n[near] ** 2
            multiple = gap / (along + np.copysign(np.sqrt(along**2 + gap), along))
            enough = np.abs(multiple) <= allowed[near] * grown
            s[:, near[enough]] += (multiple * new)[:, enough]
            met[near[enough]] = hard[at[enough]] = True
        done = met | interior
        steps[:, left[done]], shift[left[done]] = (scale * s)[:, done], nu[done]
        solved[left[done]] = True
        bend = (_halved(below, s) ** 2 / pivots).sum(axis=0)
        following = nu + (n / target - 1) / (bend / n**2 + slope(nu, target) * n)
        good = definite & (following > low[left]) & (following <= high[left])
        close = low[left] + np.where(definite, CLOSER, 1 / 2) * (high[left] - low[left])
        going = ~done & (high[left] > low[left])
        left, nu = left[going], np.where(good, following, close)[going]
        if not len(left):
            break
    return steps, shift, solved, hard


def _factors(
    a: np.ndarray, b: np.ndarray, nu: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """T + νI = LDL': D, what is below the diagonal of L, and whether D is above 0."""
    pivots, below = a + nu, np.empty_like(b)
    definite = pivots[0] > 0
    for i in range(len(b)):
        pivots[i] = np.where(definite, pivots[i], 1)
        below[i] = b[i] / pivots[i]
        pivots[i + 1] -= below[i] * b[i]
        definite = definite & (pivots[i + 1] > 0)
    pivots[-1] = np.where(definite, pivots[-1], 1)
    return pivots, below, definite


def _halved(below: np.ndarray, right: np.ndarray) -> np.ndarray:
    """L⁻¹ times the columns."""
    found = right.copy()
    for i in range(len(below)):
        found[i + 1] -= below[i] * found[i]
    return found


def _solution(pivots: np.ndarray, below: np.ndarray, right: np.ndarray) -> np.ndarray:
    """(LDL')⁻¹ times the columns."""
    found = _halved(below, right) / pivots
    for i in reversed(range(len(below))):
        found[i] -= below[i] * found[i + 1]
    return found
