"""The chain on which every method is slow: one coordinate is found a query.

f_T(x) = −Ψ(1)Φ(x₁) + Σ_{i≥2} (Ψ(−x_{i−1})Φ(−x_i) − Ψ(x_{i−1})Φ(x_i)) on R^T, with
Ψ(t) = e^(1 − 1/(2t − 1)²) for t > ½ and 0 otherwise, Φ(t) = √e ∫ e^(−s²/2) ds from −∞ to t (Carmon,
Duchi, Hinder & Sidford 2020). f_T(0) − inf f_T ≤ 12 T, the gradient is longer than 1 as long as
some |x_i| < 1, and Lipschitz with constant 152, the Hessian with 2080, for every T. All derivatives
along x_{i+1} vanish where |x_i|, |x_{i+1}| < ½, so that a coordinate is pushed only when the one
before is beyond ½. Stretched, (Lσ^(p+1)/ℓ)f_T(x/σ) has an L-Lipschitz p-th derivative and gradients
longer than ε = Lσ^p/ℓ; its gap is at most Δ for T = Δℓ/(12Lσ^(p+1)).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from flint import arb
from scipy.special import ndtr

from provenscape.errors import UserError
from provenscape.models.requirements import require_count

FALL = 12  # f_T(0) − inf f_T ≤ FALL · T
LIPSCHITZ = {1: 152, 2: 2080}  # of the p-th derivative
PHI = np.sqrt(2 * np.pi * np.e)


def psi(t: np.ndarray, order: int = 0) -> np.ndarray:
    """Ψ or one of its derivatives up to the third, at every t."""
    u = 1 / np.where(t > 0.5, 2 * t - 1, np.inf)
    factor = (
        np.ones_like(u),
        4 * u**3,
        8 * u**4 * (2 * u**2 - 3),
        32 * u**5 * (2 * u**4 - 9 * u**2 + 6),
    )[order]
    return np.where(t > 0.5, factor * np.exp(1 - u**2), 0.0)


def phi(t: np.ndarray, order: int = 0) -> np.ndarray:
    """Φ or one of its derivatives up to the third, at every t."""
    if order == 0:
        return np.asarray(PHI * ndtr(t))
    factor = (np.ones_like(t), -t, t**2 - 1)[order - 1]
    return np.asarray(factor * np.exp((1 - t**2) / 2))


def psi_ball(u: arb, order: int = 0) -> arb:
    """Ψ or one of its derivatives in a ball of u = 1/(2t − 1), t > ½."""
    v = u * u
    factor = (arb(1), 4 * u * v, 8 * v * v * (2 * v - 3), 32 * u * v * v * (2 * v * v - 9 * v + 6))
    return factor[order] * (1 - v).exp()


def phi_ball(t: arb, order: int) -> arb:
    """A derivative of Φ, from the first to the third, in a ball."""
    v = t * t
    return (arb(1), -t, v - 1)[order - 1] * ((1 - v) / 2).exp()


@dataclass(frozen=True)
class Chain:
    """The chain of T = `length` coordinates; its functions take points of shape (replicas, T).

    Raises UserError for a length that is no whole number from 1 on, and for points that do not fit.
    """

    length: int

    def __post_init__(self) -> None:
        require_count(self, "length", self.length)

    def value(self, x: np.ndarray) -> np.ndarray:
        """f_T, of shape (replicas,)."""
        before = self._before(x)
        return (psi(-before) * phi(-x) - psi(before) * phi(x)).sum(axis=1)

    def grad(self, x: np.ndarray) -> np.ndarray:
        """The gradient, of the shape of x."""
        before, after = self._before(x), x[:, 1:]
        slope = -(psi(-before) + psi(before)) * phi(x, 1)
        slope[:, :-1] -= psi(-x[:, :-1], 1) * phi(-after) + psi(x[:, :-1], 1) * phi(after)
        return slope

    def hess(self, x: np.ndarray) -> np.ndarray:
        """The Hessian, tridiagonal, of shape (replicas, T, T)."""
        before, first, after = self._before(x), x[:, :-1], x[:, 1:]
        diagonal = -(psi(-before) + psi(before)) * phi(x, 2)
        diagonal[:, :-1] += psi(-first, 2) * phi(-after) - psi(first, 2) * phi(after)
        beside = (psi(-first, 1) - psi(first, 1)) * phi(after, 1)
        found = np.zeros((*x.shape, self.length))
        place = np.arange(self.length)
        found[:, place, place] = diagonal
        found[:, place[:-1], place[1:]] = found[:, place[1:], place[:-1]] = beside
        return found

    def progress(self, x: np.ndarray) -> np.ndarray:
        """The last coordinate with |x_i| > ½, counted from 1, or 0: it grows by one a query."""
        self._require(x)
        beyond = np.abs(x) > 0.5
        last = self.length - np.argmax(beyond[:, ::-1], axis=1)
        return np.where(beyond.any(axis=1), last, 0)

    def _before(self, x: np.ndarray) -> np.ndarray:
        """x_{i−1}, which is 1 for the first coordinate."""
        self._require(x)
        return np.concatenate([np.ones((len(x), 1)), x[:, :-1]], axis=1)

    def _require(self, x: Any) -> None:
        if np.ndim(x) != 2 or np.shape(x)[1] != self.length:
            raise UserError(
                f"Chain: points have shape {np.shape(x)}; give ones of shape "
                f"(replicas, {self.length})"
            )


def accuracy(order: int, length: int) -> float:
    """ε for which the chain of this length fits, with L = Δ = 1 and p = `order`, 1 or 2.

    12 T Lσ^(p+1) = ℓΔ and ε = Lσ^p/ℓ. Raises UserError for another order or a length below 1.
    """
    if order not in LIPSCHITZ:
        raise UserError(f"accuracy: order is {order}; give 1 or 2")
    require_count("accuracy", "length", length)
    constant = LIPSCHITZ[order]
    stretch = (constant / (FALL * length)) ** (1 / (order + 1))
    return float(stretch**order / constant)
