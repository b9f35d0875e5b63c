"""What all optimizers share: a step on a batch of iterates, and the loop over steps.

Replicas run together: an iterate is an array of shape (replicas, d), and whatever else a method
remembers has the replicas as its first axis too. A replica that overflows is infinite or nan from
then on, as the recursion itself is; the others go on undisturbed.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import ClassVar

import numpy as np

from provenscape.errors import UserError

Gradient = Callable[[np.ndarray], np.ndarray]
BLOCK = 1 << 14  # replicas of the plane whose arrays fit a cache of the second level together


@dataclass(frozen=True)
class State:
    """Iterates `x` of shape (replicas, d) and, by name, what the method remembers of its past.

    A whole run is a State too, with time as one more axis in front.
    """

    x: np.ndarray
    memory: Mapping[str, np.ndarray] = field(default_factory=dict)


class Optimizer(ABC):
    """A method: its parameters, checked when it is made, and one step of it.

    What a method needs beside the gradient, values of f or its Hessian, is among its parameters.
    """

    draws_random_numbers: ClassVar[bool] = False

    def begin(self, x: np.ndarray) -> State:
        """Return the state before the first step from `x`, of shape (replicas, d)."""
        return State(x)

    @abstractmethod
    def step(self, state: State, gradient: Gradient, generator: np.random.Generator) -> State:
        """Return the state one step later."""


def iterate(
    optimizer: Optimizer,
    gradient: Gradient,
    start: np.ndarray,
    generator: np.random.Generator | None = None,
) -> Iterator[State]:
    """Yield the states x₀, x₁, x₂, … without end.

    `start` has shape (replicas, d); `gradient` maps such an array to one of the same shape.
    `generator` is needed by a method that draws random numbers. Raises UserError for a start that
    is not finite or has another shape, a gradient of another shape, or a missing generator.
    """
    x = np.array(start, dtype=np.float64, order="F")  # a coordinate's values lie together
    name = type(optimizer).__name__
    if x.ndim != 2 or x.size == 0:
        raise UserError(f"{name}: start has shape {x.shape}; give one of shape (replicas, d)")
    if not np.isfinite(x).all():
        raise UserError(f"{name}: start holds a number that is not finite; mend it")
    if np.shape(gradient(x)) != x.shape:
        raise UserError(
            f"{name}: the gradient has shape {np.shape(gradient(x))} at points of shape {x.shape}; "
            "give a function that keeps the shape"
        )
    if generator is None:
        if optimizer.draws_random_numbers:
            raise UserError(f"{name} draws random numbers; give it a numpy.random.Generator")
        generator = np.random.default_rng(0)  # never drawn from
    return _states(optimizer, gradient, x, generator)


def _states(
    optimizer: Optimizer, gradient: Gradient, x: np.ndarray, generator: np.random.Generator
) -> Iterator[State]:
    state = optimizer.begin(x)
    while True:
        yield state
        with np.errstate(over="ignore", invalid="ignore"):
            state = optimizer.step(state, gradient, generator)


def after(
    optimizer: Optimizer,
    gradient: Gradient,
    start: np.ndarray,
    steps: int,
    generator: np.random.Generator | None = None,
) -> State:
    """Return the state after so many steps, and keep none before.

    The replicas run in blocks of `BLOCK`, each to its end, so that what is written in one step is
    read from the cache in the next. The bits are those of `iterate` if the gradient treats each
    replica by itself; but a method that draws random numbers draws them block after block, so that
    more than `BLOCK` replicas are another sample of the same law. Raises UserError as `trajectory`.
    """
    _require_steps(optimizer, steps)
    x = np.asarray(start, dtype=np.float64)
    cuts = range(BLOCK, x.shape[0] if x.ndim else 0, BLOCK)
    ends = [
        next(islice(iterate(optimizer, gradient, part, generator), steps, None))
        for part in (np.split(x, cuts) if cuts else [x])
    ]
    if len(ends) == 1:
        return ends[0]
    return State(
        _joined([end.x for end in ends]),
        {name: _joined([end.memory[name] for end in ends]) for name in ends[0].memory},
    )


def _joined(parts: list[np.ndarray]) -> np.ndarray:
    """The parts one after another by the first axis, which is the last in memory."""
    return np.concatenate([part.T for part in parts], axis=-1).T


def trajectory(
    optimizer: Optimizer,
    gradient: Gradient,
    start: np.ndarray,
    steps: int,
    generator: np.random.Generator | None = None,
) -> State:
    """Return the run of `steps` steps: `x` of shape (steps + 1, replicas, d), memory likewise.

    Raises UserError as `iterate` does, and for a number of steps that is negative.
    """
    _require_steps(optimizer, steps)
    states = list(islice(iterate(optimizer, gradient, start, generator), steps + 1))
    names = states[0].memory
    return State(
        np.stack([state.x for state in states]),
        {name: np.stack([state.memory[name] for state in states]) for name in names},
    )


def _require_steps(optimizer: Optimizer, steps: int) -> None:
    if steps < 0:
        raise UserError(f"{type(optimizer).__name__}: steps is {steps}; give 0 or more")
