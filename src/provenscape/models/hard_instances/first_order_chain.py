"""The chain on which first-order methods are slow although the Hessian is Lipschitz too.

f(x) = (√µ/2)(x₁ − 1)² + ½ Σ (x_{i+1} − x_i)² + µ Σ Υ(x_i) on R^(T+1), sums over i = 1 … T, with
Υ(t) = 120 ∫ s²(s − 1)/(1 + s²) ds from 1 to t, 0 < µ ≤ 1: the instance of Carmon, Duchi, Hinder &
Sidford (2021) for r = 1. Their abstract was seen; constants and proof are ours.
    start      f(0) − inf f = √µ/2 + µTΥ(0), Υ(0) < 7.35: f ≥ 0, and 0 at (1, …, 1).
    gradient   is Lipschitz with 4 + 181µ, as −33 < Υ'' < 181 and the quadratic part is at most 4.
    Hessian    is Lipschitz with 315µ, as |Υ'''| < 315.
    chain      Υ'(0) = 0: if all x_i beyond the k-th are 0, so is the gradient beyond the k + 1-th.
    slope      ‖∇f‖ > µ^(3/4)/4 where x_T = x_{T+1} = 0.
The slope. Let d_i = x_i − x_{i+1}, d_0 = √µ(1 − x₁), so that ∂_i f = d_i − d_{i−1} + µΥ'(x_i) and
d_T = 0. With u = √µ, D = d/u and ‖∇f‖ ≤ u^(3/2)/4, Cauchy–Schwarz gives, for all a < b ≤ T,
    |D_b − D_a − W| ≤ √(u(b − a))/4, W = −u Σ Υ'(x_i) over a < i ≤ b.
Let a be the last i with x_i > 9/10, or 0. From there on Υ' ≤ 0, and Υ' < −1 where |x_i| ≥ 1/10.
First come k points from 1/10 to 9/10, s = ku; let A = D_a + W over them. Then A ≥ ½: A ≥ s; and
some drop is as large as the mean, so that A ≥ 4/(5(s + u)) − √s/4, which is above ½ for 0 < s ≤ ½
as u ≤ s, and for s = 0 as u ≤ 1. If a = 0, A ≥ 1 − x₁ + s; where this is below ½, x₁ > ½ > s
and A ≥ (x₁ − 1/10)/s − √s/4 > ½.
Then come points with |x_i| < 1/10, the j-th with D ≥ A − √(s + ju)/4. Were this down to 1/64, the
drops before would add up to more than ∫ (A − √(A + t)/4) dt from 1 to (4A − 1/16)² − A, which grows
with A and is above 1/5 at A = ½ (`drops_ball`): the band would be left. So x falls through the
band. Below it, D grows by u a step but for √s'/4, s' what s grew by, and s' − √s'/4 ≥ −1/64: x
falls for ever, and does not come back to x_T = 0 with d_T = 0.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from flint import arb

from provenscape.errors import UserError
from provenscape.models.requirements import require_count, require_positive

START = 7.35  # Υ(0) is less
BEND = 181  # |Υ''| is less
TURN = 315  # |Υ'''| is less
QUADRATIC = 4  # the largest curvature of the quadratic part, for µ ≤ 1
SLOPE = 1 / 4  # of µ^(3/4)


def upsilon(t: np.ndarray, order: int = 0) -> np.ndarray:
    """Υ or one of its derivatives up to the third, at every t."""
    t = np.asarray(t, dtype=np.float64)
    v = 1 + t**2
    if order == 0:
        rest = np.arctan(t) - np.log(v) / 2 + 1 / 2 - np.pi / 4 + np.log(2) / 2
        return np.asarray(120 * (t**2 / 2 - t + rest))
    found = (t**2 * (t - 1) / v, 1 + (t**2 - 2 * t - 1) / v**2, _turn(t) / v**3)[order - 1]
    return np.asarray(120 * found)


def upsilon_ball(t: arb, order: int = 0) -> arb:
    """Υ or one of its derivatives up to the third, in a ball."""
    v = 1 + t * t
    if order == 0:
        rest = t.atan() - v.log() / 2 + arb("0.5") - arb.pi() / 4 + arb(2).log() / 2
        return 120 * (t * t / 2 - t + rest)
    return (
        120 * (t * t * (t - 1) / v, 1 + (t * t - 2 * t - 1) / (v * v), _turn(t) / v**3)[order - 1]
    )


def _turn(t: Any) -> Any:
    return -2 * t * t * t + 6 * t * t + 6 * t - 2


def drops_ball(A: arb) -> arb:
    """∫ (A − √(A + t)/4) dt from 1 to (4A − 1/16)² − A, in closed form."""
    end = (4 * A - arb(1) / 16) ** 2 - A
    return A * (end - 1) - ((A + end) ** arb("1.5") - (A + 1) ** arb("1.5")) / 6


@dataclass(frozen=True)
class FirstOrderChain:
    """The instance with T = `length`; its functions take points of shape (replicas, T + 1).

    Raises UserError for a length that is no whole number from 1 on, `mu` not above 0 or above 1,
    and for points that do not fit.
    """

    length: int
    mu: float

    def __post_init__(self) -> None:
        require_count(self, "length", self.length)
        require_positive(self, mu=self.mu)
        if self.mu > 1:
            raise UserError(f"FirstOrderChain: mu is {self.mu}; give a number of at most 1")

    @property
    def smoothness(self) -> float:
        """A Lipschitz constant of the gradient."""
        return QUADRATIC + BEND * self.mu

    @property
    def slope(self) -> float:
        """The gradient is longer where the last two coordinates are 0."""
        return float(SLOPE * self.mu**0.75)

    def value(self, x: np.ndarray) -> np.ndarray:
        """f, of shape (replicas,)."""
        self._require(x)
        first = np.sqrt(self.mu) * (x[:, 0] - 1) ** 2 / 2
        links = (np.diff(x, axis=1) ** 2).sum(axis=1) / 2
        return np.asarray(first + links + self.mu * upsilon(x[:, :-1]).sum(axis=1))

    def grad(self, x: np.ndarray) -> np.ndarray:
        """The gradient, of the shape of x."""
        self._require(x)
        drops = -np.diff(x, axis=1)
        slope = np.pad(drops, ((0, 0), (0, 1))) - np.pad(drops, ((0, 0), (1, 0)))
        slope[:, 0] += np.sqrt(self.mu) * (x[:, 0] - 1)
        slope[:, :-1] += self.mu * upsilon(x[:, :-1], 1)
        return np.asarray(slope)

    def hess(self, x: np.ndarray) -> np.ndarray:
        """The Hessian, tridiagonal, of shape (replicas, T + 1, T + 1)."""
        self._require(x)
        links = np.diff(np.eye(self.length + 1), axis=0)
        found = np.broadcast_to(links.T @ links, (*x.shape, x.shape[1])).copy()
        found[:, 0, 0] += np.sqrt(self.mu)
        place = np.arange(self.length)
        found[:, place, place] += self.mu * upsilon(x[:, :-1], 2)
        return found

    def progress(self, x: np.ndarray) -> np.ndarray:
        """The last coordinate that is not 0, counted from 1, or 0: it grows by one a gradient."""
        self._require(x)
        last = x.shape[1] - np.argmax(x[:, ::-1] != 0, axis=1)
        return np.where((x != 0).any(axis=1), last, 0)

    def _require(self, x: Any) -> None:
        if np.ndim(x) != 2 or np.shape(x)[1] != self.length + 1:
            raise UserError(
                f"FirstOrderChain: points have shape {np.shape(x)}; give ones of shape "
                f"(replicas, {self.length + 1})"
            )


def fitted(mu: float) -> tuple[float, int]:
    """ε and the greatest T with which f, stretched, has L = L₂ = Δ = 1 for this µ, at most 1.

    λσ²f(x/σ) has the constants λ(4 + 181µ) and 315λµ/σ, the gap λσ²(√µ/2 + 7.35µT) and gradients
    longer than ε = λσµ^(3/4)/4: σ = 315λµ and λ = 1/(4 + 181µ). As µ falls, T grows like ε^(−12/7).
    Raises UserError for another µ, and where not even T = 1 fits.
    """
    require_positive("fitted", mu=mu)
    if mu > 1:
        raise UserError(f"fitted: mu is {mu}; give a number of at most 1")
    scale = 1 / (QUADRATIC + BEND * mu)
    stretch = TURN * scale * mu
    length = int((1 / (scale * stretch**2) - np.sqrt(mu) / 2) / (START * mu))
    return float(scale * stretch * SLOPE * mu**0.75), require_count("fitted", "length", length)
