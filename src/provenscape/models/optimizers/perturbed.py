"""Gradient descent that is perturbed where the gradient is small.

If ‖∇f(x)‖ ≤ ε and none of the last `waiting` steps was perturbed, then x ← x + ξ with ξ uniform
on the ball of radius r; in every case x ← x − η ∇f(x), the gradient being that of the perturbed
point. With `waiting` 0 this is the algorithm as the notes print it; the article says "recently"
and gives no number. It is Algorithm 1 of Jin et al. (2017); `published` has their constants, their
rule for stopping, and the variant of Jin et al. (2021).
"""

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from provenscape.models.optimizers.base import Gradient, Optimizer, State
from provenscape.models.requirements import require_not_negative, require_positive

FEW = 4  # coordinates that are summed column by column


@dataclass(frozen=True)
class PerturbedGradientDescent(Optimizer):
    """Its memory: `perturbed`, whether the last step was, and `age`, steps since one was.

    If not `rested`, the first perturbation too waits for `waiting` steps. Raises UserError unless
    `eta` and `epsilon` are finite and above 0, `radius` and `waiting` finite and at least 0.
    """

    eta: float
    epsilon: float
    radius: float
    waiting: int = 0
    rested: bool = True
    draws_random_numbers: ClassVar[bool] = True

    def __post_init__(self) -> None:
        require_positive(self, eta=self.eta, epsilon=self.epsilon)
        require_not_negative(self, radius=self.radius, waiting=self.waiting)

    def begin(self, x: np.ndarray) -> State:
        """Return the state at the start; if `rested`, its first step may be perturbed."""
        replicas = x.shape[0]
        age = np.full(replicas, self.waiting + 1 if self.rested else 0)
        return State(x, {"perturbed": np.zeros(replicas, dtype=bool), "age": age})

    def step(self, state: State, gradient: Gradient, generator: np.random.Generator) -> State:
        """Perturb the replicas whose gradient is small, then step along the gradient, which is
        evaluated again at those alone."""
        x, slope, age = state.x, gradient(state.x), state.memory["age"]
        perturbed = shorter(slope, self.epsilon)
        perturbed &= age > self.waiting
        change = self.eta * slope
        moved, age = np.subtract(x, change, out=change), age + 1
        if (places := np.flatnonzero(perturbed)).size:
            near = np.asfortranarray(x[places])
            near += uniform_ball(generator, places.size, x.shape[1], self.radius)
            moved[places] = near - self.eta * gradient(near)
            age[places] = 1
        return State(moved, {"perturbed": perturbed, "age": age})


def shorter(rows: np.ndarray, bound: float) -> np.ndarray:
    """Whether each row is no longer than the bound: `lengths(rows) <= bound`, to the last bit.

    Roots are rounded upwards and downwards alike, so that √s ≤ b up to a largest s, near b²: of few
    coordinates the sum of squares is compared with that, and no root is taken.
    """
    if rows.shape[1] > FEW:
        return lengths(rows) <= bound
    largest = bound * bound
    while math.sqrt(largest) > bound:
        largest = math.nextafter(largest, 0.0)
    while math.sqrt(above := math.nextafter(largest, math.inf)) <= bound:
        largest = above
    return _sums_of_squares(rows) <= largest


def lengths(rows: np.ndarray) -> np.ndarray:
    """The Euclidean length of each row; of few coordinates summed column by column, which takes a
    tenth of the time of `numpy.linalg.norm`."""
    if rows.shape[1] > FEW:
        return np.asarray(np.linalg.norm(rows, axis=-1))
    return np.sqrt(_sums_of_squares(rows))


def _sums_of_squares(rows: np.ndarray) -> np.ndarray:
    total = np.square(rows[:, 0])
    for column in rows.T[1:]:
        total += np.square(column)
    return total


def uniform_ball(
    generator: np.random.Generator, count: int, dimension: int, radius: float
) -> np.ndarray:
    """Return points uniform on the ball of that radius about 0; shape (count, dimension).

    A direction is uniform on the sphere; the radius of a uniform point is r U^(1/d).
    """
    direction = uniform_sphere(generator, count, dimension)
    return radius * generator.random((count, 1)) ** (1 / dimension) * direction


def uniform_sphere(generator: np.random.Generator, count: int, dimension: int) -> np.ndarray:
    """Return unit vectors of uniform direction, that of a normal vector; (count, dimension)."""
    direction = generator.standard_normal((count, dimension))
    direction /= np.linalg.norm(direction, axis=-1, keepdims=True)
    return direction
