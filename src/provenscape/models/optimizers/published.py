"""Perturbed gradient descent with the constants and the stopping rule that its authors printed.

ℓ is the Lipschitz constant of the gradient, ρ that of the Hessian, ε the accuracy asked for,
δ the probability of failure, Δ ≥ f(x₀) − inf f, d the dimension.

Jin, Ge, Netrapalli, Kakade & Jordan (2017), Algorithm 2, with an absolute constant c ≤ 1 that the
theorem does not name:
    χ = 3 max(log(d ℓ Δ / (c ε² δ)), 4),  η = c/ℓ,  r = √c ε / (χ² ℓ),  g_thres = √c ε / χ²,
    f_thres = c √(ε³/ρ) / χ³,  t_thres = χ ℓ / (c² √(ρ ε)).
Jin, Netrapalli, Ge, Kakade & Jordan (2021), Algorithm 4 and equation (6), with ι ≥ 1 large enough:
    η = 1/ℓ,  r = ε / (400 ι³),  waiting time ι ℓ / √(ρ ε),
the perturbation being −η ξ with ξ uniform on the ball of radius r; there is no stopping rule, the
guarantee being that half of the iterates are approximate second-order stationary points.
The same paper's Algorithm 1 adds η ξ, ξ ~ N(0, (r²/d) I), in every step: `noise_of_2021`.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from provenscape.errors import UserError
from provenscape.models.optimizers.base import Gradient, Optimizer, State
from provenscape.models.optimizers.noisy import NoisyGradientDescent
from provenscape.models.optimizers.perturbed import PerturbedGradientDescent, uniform_ball
from provenscape.models.requirements import require_positive


@dataclass(frozen=True)
class Thresholds:
    """The constants of Jin et al. (2017), Algorithm 2, in the order of the paper."""

    chi: float
    eta: float
    radius: float
    gradient: float
    decrease: float
    waiting: int


def thresholds_of_2017(
    ell: float, rho: float, epsilon: float, c: float, delta: float, gap: float, dimension: int
) -> Thresholds:
    """Return the constants; the waiting time is rounded up. Raises UserError for a wrong one."""
    named = {"ell": ell, "rho": rho, "epsilon": epsilon, "c": c, "delta": delta, "gap": gap}
    require_positive("thresholds_of_2017", **named, dimension=dimension)
    if c > 1 or delta > 1:
        raise UserError(f"thresholds_of_2017: c is {c} and delta {delta}; give at most 1")
    chi = 3 * max(math.log(dimension * ell * gap / (c * epsilon**2 * delta)), 4)
    return Thresholds(
        chi=chi,
        eta=c / ell,
        radius=math.sqrt(c) * epsilon / (chi**2 * ell),
        gradient=math.sqrt(c) * epsilon / chi**2,
        decrease=c * math.sqrt(epsilon**3 / rho) / chi**3,
        waiting=math.ceil(chi * ell / (c**2 * math.sqrt(rho * epsilon))),
    )


@dataclass(frozen=True)
class StoppedPerturbedDescent(Optimizer):
    """Jin et al. (2017), Algorithm 2: `value` is f, of shape (replicas,) at (replicas, d).

    A perturbation after which f has not fallen by f_thres within t_thres steps is undone: the
    replica goes back to where it was perturbed and stays there. Memory: `stopped`, `age` (steps
    since the last perturbation), `anchor` and `level` (the point before it and f there).
    """

    thresholds: Thresholds
    value: Callable[[np.ndarray], np.ndarray]
    draws_random_numbers: ClassVar[bool] = True

    def begin(self, x: np.ndarray) -> State:
        """Return a state in which the first step may be perturbed."""
        replicas = x.shape[0]
        age = np.full(replicas, self.thresholds.waiting + 1)
        stopped = np.zeros(replicas, dtype=bool)
        return State(x, {"stopped": stopped, "age": age, "anchor": x, "level": self.value(x)})

    def step(self, state: State, gradient: Gradient, generator: np.random.Generator) -> State:
        """Perturb where that is due, return where nothing was gained, else descend."""
        limits, memory = self.thresholds, state.memory
        x, slope, age = state.x.copy(order="K"), gradient(state.x), memory["age"]
        anchor, level = memory["anchor"].copy(order="K"), memory["level"].copy()
        small = np.linalg.norm(slope, axis=-1) <= limits.gradient
        perturbed = small & (age > limits.waiting) & ~memory["stopped"]
        if perturbed.any():
            anchor[perturbed], level[perturbed] = x[perturbed], self.value(x[perturbed])
            x[perturbed] += uniform_ball(generator, perturbed.sum(), x.shape[1], limits.radius)
            slope = gradient(x)
        due = (age == limits.waiting) & ~memory["stopped"]
        returned = due & (self.value(x) - level > -limits.decrease)
        stopped = memory["stopped"] | returned
        moved = np.where(stopped[:, None], x, x - limits.eta * slope)
        moved[returned] = anchor[returned]
        age = np.where(perturbed, 1, age + 1)
        return State(moved, {"stopped": stopped, "age": age, "anchor": anchor, "level": level})


def variant_of_2021(
    ell: float, rho: float, epsilon: float, iota: float
) -> PerturbedGradientDescent:
    """Return Jin et al. (2021), Algorithm 4, with the parameters of their equation (6)."""
    require_positive("variant_of_2021", ell=ell, rho=rho, epsilon=epsilon)
    if not iota >= 1:
        raise UserError(f"variant_of_2021: iota is {iota}; give 1 or more")
    return PerturbedGradientDescent(
        eta=1 / ell,
        epsilon=epsilon,
        radius=epsilon / (400 * iota**3) / ell,
        waiting=math.ceil(iota * ell / math.sqrt(rho * epsilon)),
        rested=False,
    )


def noise_of_2021(eta: float, radius: float, dimension: int) -> NoisyGradientDescent:
    """Return Jin et al. (2021), Algorithm 1: x ← x − η (∇f(x) + ξ), ξ ~ N(0, (r²/d) I)."""
    require_positive("noise_of_2021", eta=eta, radius=radius, dimension=dimension)
    return NoisyGradientDescent(eta, eta * radius / math.sqrt(dimension))
