"""Functions on which one method meets the slopes of a given sequence, for every accuracy at once.

As in the examples of Cartis, Gould & Toint (2010) a piecewise polynomial joins the iterates, with
the values and derivatives that make each step lead from one to the next. Let r_0 ≥ r_1 ≥ … > 0.
    descent  On the line, L = 1: f' = −r_k at x_k, x_{k+1} = x_k + r_k. |f'| falls at the rate 1
             through x_k, rises by r_{k+1}/2 and falls again, over the last r_{k+1}/8, to r_{k+1}.
             f(x_k) − f(x_{k+1}) = (4r_k² + 3r_{k+1}²)/8.
    cubic    On the line, M = 1 and r_{k+1} ≥ r_k/2: f' = −r_k and f'' = 0 at x_k, x_{k+1} = x_k +
             s, s = √(2r_k); f'' is a triangle, with slopes ±4(r_k − r_{k+1})/s² of at most 1, and f
             falls by s(r_k + r_{k+1})/2.
    Newton   On the plane: w(x − u(y)) + v(y), with w(z) = z²/2 for |z| ≤ 2, u rising from u_k to
             u_{k+1} = u_k + r_{k+1} and v falling by (r_k² + r_{k+1}²)/2 between y = k and k + 1;
             v' = −r_k² and v'' = r_k² at k, all other derivatives up to the third are 0 there.
             At (u_k − r_k, k) the step of Newton's method is (r_k, 1), and f falls by just as much
             as its quadratic model does: so a trust region that holds the step takes it.
The descents add up to finite numbers, so that f is bounded below, if Σr_k², or Σr_k^(3/2) for the
cubic one, is finite: r_k = (k + 1)^(−p), p > 1/2 or p > 2/3. At iterates of descent and Newton's
method a rounding error does not grow, nor does it, but for a sum, at those of cubic steps.
"""

from abc import ABC, abstractmethod
from functools import cached_property
from typing import Any

import numpy as np
from numpy.polynomial.polynomial import polyder

from provenscape.errors import UserError

# Of degree 7 on [0, 1], lowest power first: the first goes from 0 to 1, the others have slope 1 and
# second derivative −1 at 0 or 1; all else up to the third derivatives is 0 at both ends.
SHAPES = (
    (0, 0, 0, 0, 35, -84, 70, -20),
    (0, 1, -1 / 2, 0, -15, 35, -57 / 2, 8),
    (0, 0, 0, 0, -35 / 2, 46, -81 / 2, 12),
)
DERIVED = np.array([[np.pad(polyder(p, n), (0, n)) for p in SHAPES] for n in range(3)])
BEND = 2.0  # w(z) = z²/2 up to here; w'' falls to 0 along the next unit
GRADIENT_CONSTANT, HESSIAN_CONSTANT = 44, 305  # of the function for Newton, if r_0 ≤ 1


class _Slopes:
    """r of shape (replicas, K + 1); raises UserError unless positive, finite, falling by at most
    the factor `most`."""

    dimension, most = 1, np.inf

    def __init__(self, slopes: np.ndarray) -> None:
        r = np.asarray(slopes, dtype=np.float64)
        who = type(self).__name__
        if r.ndim != 2 or r.shape[1] < 2 or not (np.isfinite(r) & (r > 0)).all():
            raise UserError(f"{who}: give finite slopes above 0, of shape (replicas, 2 or more)")
        if (r[:, 1:] > r[:, :-1]).any() or (r[:, :-1] > self.most * r[:, 1:]).any():
            raise UserError(
                f"{who}: give slopes that do not grow and fall at most {self.most}-fold"
            )
        self.slopes = r

    def _require(self, x: Any) -> np.ndarray:
        points = np.asarray(x, dtype=np.float64)
        if points.shape != (len(self.slopes), self.dimension):
            raise UserError(
                f"{type(self).__name__}: points have shape {points.shape}; give one a replica, of "
                f"shape ({len(self.slopes)}, {self.dimension})"
            )
        return points

    def start(self) -> np.ndarray:
        """The first iterate, of shape (replicas, dimension)."""
        return np.zeros((len(self.slopes), self.dimension))


class _OnTheLine(_Slopes, ABC):
    """The k-th iterate is at `places[:, k]`; before the first and after the last cell the outer
    pieces go on."""

    @abstractmethod
    def _steps(self) -> np.ndarray:
        """The lengths of the steps between the iterates, of shape (replicas, K)."""

    @cached_property
    def places(self) -> np.ndarray:
        """Of shape (replicas, K + 1)."""
        return np.pad(self._steps().cumsum(axis=1), ((0, 0), (1, 0)))

    @cached_property
    def _sorted(self) -> tuple[np.ndarray, float]:
        apart = 2 * self.places.max() + 1
        return (self.places + apart * np.arange(len(self.places))[:, None]).ravel(), apart

    def _cell(self, x: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """k, x − x_k, r_k and r_{k+1} of each replica."""
        row, (flat, apart) = np.arange(len(x)), self._sorted
        inside = np.clip(x[:, 0], 0, self.places[:, -1])
        found = np.searchsorted(flat, inside + apart * row, side="right") - 1
        k = np.clip(found - row * self.places.shape[1], 0, self.places.shape[1] - 2)
        return k, x[:, 0] - self.places[row, k], self.slopes[row, k], self.slopes[row, k + 1]


class SlowForDescent(_OnTheLine):
    """For descent with steps 1, on a function whose gradient is 1-Lipschitz."""

    def _steps(self) -> np.ndarray:
        return self.slopes[:, :-1]

    def value(self, x: np.ndarray) -> np.ndarray:
        """f, of shape (replicas,), with f(x_0) = 0."""
        k, t, r, after = self._cell(self._require(x))
        first = r - 5 * after / 8
        rising, past = np.clip(t - first, 0, after / 2), np.maximum(0, t - first - after / 2)
        falls = (4 * self.slopes[:, :-1] ** 2 + 3 * self.slopes[:, 1:] ** 2) / 8
        before = np.pad(falls.cumsum(axis=1), ((0, 0), (1, 0)))[np.arange(len(k)), k]
        return -before - r * t + t**2 / 2 - rising**2 - 2 * rising * past

    def grad(self, x: np.ndarray) -> np.ndarray:
        """f', of shape (replicas, 1)."""
        _, t, r, after = self._cell(self._require(x))
        first, last = r - 5 * after / 8, r - after / 8
        rising = np.clip(t, first, last) - first
        return -(r - t + 2 * rising)[:, None]


class SlowForCubic(_OnTheLine):
    """For cubic regularisation with M = 1, on a convex function whose Hessian is 1-Lipschitz."""

    most = 2.0

    def _steps(self) -> np.ndarray:
        return np.sqrt(2 * self.slopes[:, :-1])

    def _shape(self, x: np.ndarray) -> tuple[np.ndarray, ...]:
        """k, r_k, half of s, how fast f'' rises and falls, how far x is before, in the first half,
        in the second and after the cell."""
        k, t, r, after = self._cell(self._require(x))
        half = np.sqrt(2 * r) / 2
        way = (np.minimum(t, 0), np.clip(t, 0, half), np.clip(t - half, 0, half))
        return k, r, half, (r - after) / half**2, *way, np.maximum(t - 2 * half, 0)

    def value(self, x: np.ndarray) -> np.ndarray:
        """f, of shape (replicas,), with f(x_0) = 0."""
        k, r, half, rate, before, up, down, past = self._shape(x)
        middle = rate * half**2 / 2 - r
        later = middle * down + rate * (half * down**2 / 2 - down**3 / 6)
        along = -r * (before + up) + rate * up**3 / 6 + later
        return self._values[np.arange(len(k)), k] + along + (rate * half**2 - r) * past

    def grad(self, x: np.ndarray) -> np.ndarray:
        """f', of shape (replicas, 1)."""
        _, r, half, rate, _, up, down, _ = self._shape(x)
        return (-r + rate * (up**2 / 2 + half * down - down**2 / 2))[:, None]

    def hess(self, x: np.ndarray) -> np.ndarray:
        """f'', of shape (replicas, 1, 1)."""
        _, _, _, rate, _, up, down, _ = self._shape(x)
        return (rate * (up - down))[:, None, None]

    @cached_property
    def _values(self) -> np.ndarray:
        falls = self._steps() * (self.slopes[:, :-1] + self.slopes[:, 1:]) / 2
        return np.pad(-falls.cumsum(axis=1), ((0, 0), (1, 0)))


class SlowForNewton(_Slopes):
    """For Newton's method and trust regions, on the plane; f_xx = 1 near the path of the iterates.

    If r_0 ≤ 1 the gradient is Lipschitz with `GRADIENT_CONSTANT`, the Hessian with
    `HESSIAN_CONSTANT`, on the whole plane.
    """

    dimension = 2

    def start(self) -> np.ndarray:
        """(u_0 − r_0, 0), u_0 = 0."""
        return np.stack([-self.slopes[:, 0], np.zeros(len(self.slopes))], axis=1)

    def value(self, x: np.ndarray) -> np.ndarray:
        """f, of shape (replicas,), with v(0) = 0."""
        away, _, v = self._parts(x)
        beyond = np.abs(away) - BEND
        core, edge = np.minimum(np.abs(away), BEND), np.clip(beyond, 0, 1)
        bent = BEND * np.maximum(beyond, 0) + edge**2 / 2 - edge**3 / 6
        return core**2 / 2 + bent + np.maximum(beyond - 1, 0) / 2 + v[0]

    def grad(self, x: np.ndarray) -> np.ndarray:
        """The gradient, of shape (replicas, 2)."""
        away, u, v = self._parts(x)
        slope, _ = _bent(away)
        return np.stack([slope, v[1] - slope * u[1]], axis=1)

    def hess(self, x: np.ndarray) -> np.ndarray:
        """The Hessian, of shape (replicas, 2, 2)."""
        away, u, v = self._parts(x)
        slope, bend = _bent(away)
        beside = -bend * u[1]
        last = bend * u[1] ** 2 - slope * u[2] + v[2]
        return np.stack([np.stack([bend, beside], 1), np.stack([beside, last], 1)], 1)

    def _parts(self, x: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """x − u(y), and u and v with their derivatives up to the second, of shape (3, replicas).

        Before 0 and after the last cell v goes on as a parabola, and u is constant.
        """
        points = self._require(x)
        row, y = np.arange(len(points)), points[:, 1]
        k = np.clip(np.floor(y), 0, self.slopes.shape[1] - 2).astype(int)
        t, r, after = y - k, self.slopes[row, k], self.slopes[row, k + 1]
        inside = np.clip(t, 0, 1)
        powers = inside ** np.arange(len(SHAPES[0]))[:, None]
        rise, first, last = (DERIVED @ powers).swapaxes(0, 1)
        u = after * rise
        v = -(r**2 + after**2) / 2 * rise - r**2 * first - after**2 * last
        outside = t - inside
        u[0] += self._levels[0][row, k]
        v[0] += self._levels[1][row, k]
        v[0] += v[1] * outside + v[2] * outside**2 / 2
        v[1] += v[2] * outside
        return points[:, 0] - u[0], u, v

    @cached_property
    def _levels(self) -> tuple[np.ndarray, np.ndarray]:
        r = self.slopes
        ups, downs = r[:, 1:], (r[:, :-1] ** 2 + r[:, 1:] ** 2) / 2
        before = ((0, 0), (1, 0))
        return np.pad(ups.cumsum(axis=1), before), np.pad(-downs.cumsum(axis=1), before)


def _bent(z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """w' and w''."""
    edge = np.clip(np.abs(z) - BEND, 0, 1)
    return np.sign(z) * (np.minimum(np.abs(z), BEND) + edge - edge**2 / 2), 1 - edge
