"""Random symmetric matrices: what an ensemble is, and those of this project.

An ensemble is a law for symmetric n × n matrices for every n; `sample` draws many at once. Most are
Gaussian with independent entries on and above the diagonal, where the standard deviations, a shift
of the diagonal and a random shift common to the whole diagonal are all that differs.
"""

import math
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from provenscape.models.requirements import require_count, require_generator


@dataclass(frozen=True)
class Ensemble(ABC):
    """A law of symmetric matrices: its name, and a title for figures."""

    name: str
    title: str

    def sample(self, n: int, size: int, generator: np.random.Generator) -> np.ndarray:
        """Return `size` independent matrices, of shape (size, n, n) and exactly symmetric.

        Raises UserError for n or size that is no whole number from 1 on, or without a generator.
        """
        n, size = require_count(self.name, "n", n), require_count(self.name, "size", size)
        require_generator(self.name, generator)
        return self._draw(n, size, generator)

    @abstractmethod
    def _draw(self, n: int, size: int, generator: np.random.Generator) -> np.ndarray:
        """Return the matrices; the arguments are checked."""


@dataclass(frozen=True)
class Signs(Ensemble):
    """Independent fair signs on the diagonal: index k has probability C(n, k)/2ⁿ."""

    def _draw(self, n: int, size: int, generator: np.random.Generator) -> np.ndarray:
        return diagonal(2.0 * generator.integers(2, size=(size, n)) - 1)


@dataclass(frozen=True)
class Gaussian(Ensemble):
    """Independent Gaussian entries, with the diagonal shifted.

    `on` and `off` are the standard deviations of diagonal and other entries; `shift(n)` is added
    to the diagonal, and so is one Gaussian of standard deviation `common(n)` for the whole matrix.
    """

    on: float
    off: float
    shift: Callable[[int], float] = lambda n: 0.0
    common: Callable[[int], float] = lambda n: 0.0

    def _draw(self, n: int, size: int, generator: np.random.Generator) -> np.ndarray:
        level = self.shift(n)
        spread = self.common(n)
        on = level + self.on * generator.standard_normal((size, n))
        if spread:
            on += spread * generator.standard_normal((size, 1))
        if not self.off:
            return diagonal(on)
        rows, columns = np.tril_indices(n, -1)
        below = self.off * generator.standard_normal((size, rows.size))
        place = np.diag(np.arange(n))  # of each entry among those of a matrix, the diagonal first
        place[rows, columns] = place[columns, rows] = np.arange(n, n + rows.size)
        return np.concatenate([on, below], axis=1).take(place, axis=1)


def diagonal(entries: np.ndarray) -> np.ndarray:
    """Diagonal matrices, shape (size, n, n), from their diagonals, shape (size, n)."""
    size, n = entries.shape
    matrices = np.zeros((size, n, n))
    matrices[:, range(n), range(n)] = entries
    return matrices


ENSEMBLES: tuple[Ensemble, ...] = (
    Signs("signs", "independent signs"),
    Gaussian("separable", "separable", on=1.0, off=0.0),
    Gaussian("goe", "GOE", on=math.sqrt(2), off=1.0),
    Gaussian("equal_variance", "equal variances", on=1.0, off=1.0),
    Gaussian("shifted_goe", "GOE + √n", on=math.sqrt(2), off=1.0, shift=math.sqrt),
    Gaussian(
        "correlated",
        "GOE + common shift",
        on=math.sqrt(2),
        off=1.0,
        common=lambda n: 2 * math.sqrt(n),
    ),
)
