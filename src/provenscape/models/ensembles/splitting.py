"""The probability that a Gaussian matrix is positive definite, however rare, by splitting.

The leading k × k blocks of a positive definite matrix are positive definite, so the event is
reached through n nested ones, and its probability is the product of n conditional ones. A
population of positive definite blocks H grows by a row: off-diagonal entries σw, w standard
Gaussian, and a diagonal entry d with mean µ and standard deviation s. The new block is positive
definite iff d > q = σ² wᵀH⁻¹w, which has probability Q((q − µ)/s), Q the Gaussian tail; so

    P(block k + 1 | block k) = E Q((q − µ)/s).

As w must be small along the soft directions of H, it is drawn from the tilted Gaussian of density
∝ exp(−|w|²/2 − θq), θ near the slope of −log Q at the mean of q under the same tilt: the weight
det(1 + 2θσ²H⁻¹)^(−1/2) exp(θq) Q((q − µ)/s) then varies little. With H = LLᵀ and w = Lu this is
u ~ N(0, (LᵀL + 2θσ²)⁻¹), q = σ²|u|², so that two Cholesky factors give the row and its weight.

Blocks are resampled by weight, d is drawn from its truncated Gaussian, and single rows are redrawn
by the same proposal under the Metropolis rule, which leaves the law of positive definite blocks as
it is. One θ serves a level of a population: it is found from some of its blocks before they grow,
and is kept for redrawing rows of the grown ones, so that no draw has a say in its own θ. The
product of mean weights is an unbiased estimate (Del Moral 2004); independent repetitions give its
error.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.special import log_ndtr, logsumexp, ndtri_exp

from provenscape.errors import UserError
from provenscape.models.ensembles.base import Ensemble, Gaussian
from provenscape.models.requirements import require_count, require_generator

CACHED = 2**17  # numbers of blocks that are worked on at once
TRIES = 4  # rows proposed for each block when it grows
PILOTS = 16  # blocks of a population, at most, whose eigenvalues give θ
HALVINGS = 16  # of the interval that holds log θ
GOLDEN = (math.sqrt(5) - 1) / 2  # its multiples modulo 1 spread the redrawn rows evenly


@dataclass(frozen=True)
class Estimate:
    """log P, the standard error relative to P, and the matrices factorized to find them."""

    log_probability: float
    relative_error: float
    factorizations: int


def positive_definite(
    ensemble: Ensemble,
    n: int,
    generator: np.random.Generator,
    particles: int = 250,
    repetitions: int = 16,
    moves: int = 8,
) -> Estimate:
    """Estimate P(an n × n matrix of the ensemble is positive definite); see `leading_blocks`."""
    return leading_blocks(ensemble, n, generator, particles, repetitions, moves)[-1]


def leading_blocks(
    ensemble: Ensemble,
    n: int,
    generator: np.random.Generator,
    particles: int = 250,
    repetitions: int = 16,
    moves: int = 8,
) -> list[Estimate]:
    """Estimate P(the leading k × k block of an n × n matrix is positive definite), k = 1, …, n.

    `repetitions` populations of `particles` blocks each run independently; before each growth
    `moves` rows are redrawn. All levels come from one run, so that their errors are correlated.
    Raises UserError for an ensemble without independent Gaussian entries off the diagonal, for
    numbers that are not whole or below 1, and for fewer than two repetitions.
    """
    rows = _rows(ensemble, n, generator, particles, repetitions, moves)
    levels = rows.grow(n, particles, repetitions, moves)
    return [_estimate(logs, count) for logs, count, *_ in levels]


def conditioned(
    ensemble: Ensemble,
    n: int,
    generator: np.random.Generator,
    particles: int = 250,
    repetitions: int = 16,
    moves: int = 8,
) -> np.ndarray:
    """Matrices of the ensemble given that they are positive definite, as far as splitting goes.

    Shape (repetitions, particles, n, n): matrices of one repetition have common ancestors and only
    different repetitions are independent. Arguments and errors as for `leading_blocks`.
    """
    rows = _rows(ensemble, n, generator, particles, repetitions, moves)
    for *_, blocks, theta in rows.grow(n, particles, repetitions, moves):
        last = blocks, theta
    rows.shuffle(*last, moves)
    return last[0].reshape(repetitions, particles, n, n)


def _rows(
    ensemble: Ensemble,
    n: int,
    generator: np.random.Generator,
    particles: int,
    repetitions: int,
    moves: int,
) -> "_Rows":
    """Check the arguments of the functions above."""
    if not isinstance(ensemble, Gaussian) or ensemble.common(1) or not ensemble.off:
        name = getattr(ensemble, "name", repr(ensemble))
        raise UserError(
            f"splitting: {name} is not an ensemble of independent Gaussian entries; "
            "give one such as goe or equal_variance"
        )
    for name, value in (("n", n), ("particles", particles), ("moves", moves)):
        require_count("splitting", name, value)
    if require_count("splitting", "repetitions", repetitions) < 2:
        raise UserError("splitting: repetitions is 1; give at least 2, for an error")
    require_generator("splitting", generator)
    return _Rows(ensemble.on, ensemble.off, ensemble.shift(n), generator)


def _estimate(logs: np.ndarray, count: int) -> Estimate:
    """The mean of the repetitions, whose logarithms are given, with its standard error."""
    total = float(logsumexp(logs)) - math.log(len(logs))
    spread = float(np.exp(logs - total).std(ddof=1)) / math.sqrt(len(logs))
    return Estimate(total, spread, count)


@dataclass(frozen=True)
class _Rows:
    """Draws rows of a matrix with entries of these deviations and this mean on the diagonal."""

    on: float
    off: float
    mean: float
    generator: np.random.Generator

    def grow(
        self, n: int, particles: int, repetitions: int, moves: int
    ) -> Iterator[tuple[np.ndarray, int, np.ndarray, np.ndarray]]:
        """For k = 1, …, n the logarithms of each repetition's estimate, shape (repetitions,), the
        factorizations done so far, the blocks, shape (repetitions · particles, k, k), and the θ
        with which their last rows were drawn."""
        size = particles * repetitions
        blocks = self.diagonal(np.zeros(size))[:, None, None]
        theta = np.ones(size)
        logs = np.full(repetitions, log_ndtr(self.mean / self.on))
        count = 0
        yield logs, count, blocks, theta
        for k in range(1, n):
            if k > 1:
                self.shuffle(blocks, theta, moves)
                count += 2 * size * moves
            pilots = blocks.reshape(repetitions, particles, k, k)[:, :: -(-particles // PILOTS)]
            theta = np.repeat(self.tilt(np.linalg.eigvalsh(pilots)), particles)
            count += pilots.shape[0] * pilots.shape[1]
            normal = self.generator.standard_normal((size, TRIES, k))
            row, q, weight = _in_parts(self.candidates, blocks, theta, normal)
            shares = weight.reshape(repetitions, -1)
            level = logsumexp(shares, axis=-1)
            logs = logs + level - np.log(shares.shape[-1])
            chosen = self.resample(np.exp(shares - level[:, None]), particles)
            blocks = _bordered(
                blocks[chosen // TRIES],
                row.reshape(-1, k)[chosen],
                self.diagonal(q.reshape(-1)[chosen]),
            )
            count += 2 * size
            yield logs, count, blocks, theta

    def shuffle(self, blocks: np.ndarray, theta: np.ndarray, moves: int) -> None:
        """Redraw rows, spread evenly, in place; θ has shape (size,)."""
        k = blocks.shape[-1]
        for step in range(k * moves, (k + 1) * moves):
            self.redraw(blocks, theta, math.floor(k * (step * GOLDEN % 1)))

    def tilt(self, values: np.ndarray) -> np.ndarray:
        """θ for populations some of whose blocks have these eigenvalues, shape (…, pilots, k): the
        geometric mean of what would suit each block, shape (…)."""
        curvature = self.off**2 / values
        low, high = np.full(values.shape[:-1], -20.0), np.full(values.shape[:-1], 20.0)
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            theta = np.exp(middle)
            mean = (curvature / (1 + 2 * theta[..., None] * curvature)).sum(axis=-1)
            above = theta > self.slope(mean)
            high, low = np.where(above, middle, high), np.where(above, low, middle)
        return np.exp(((low + high) / 2).mean(axis=-1))

    def candidates(
        self, blocks: np.ndarray, theta: np.ndarray, normal: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """New rows for blocks, their q, and the logarithms of their weights."""
        factor = np.linalg.cholesky(blocks)
        row, q, weight, tilted = self.propose(factor, theta, normal)
        return row, q, weight - (_half_log_det(tilted) - _half_log_det(factor))[:, None]

    def propose(
        self, factor: np.ndarray, theta: np.ndarray, normal: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Rows σw, shape (size, tries, k), their q, the logarithm of exp(θq) Q((q − µ)/s), and the
        factor of LᵀL + 2θσ², from the factors L of blocks, θ, shape (size,), and standard Gaussian
        numbers, of the shape of the rows."""
        k = factor.shape[-1]
        precision = np.swapaxes(factor, 1, 2) @ factor
        precision[:, range(k), range(k)] += (2 * self.off**2 * theta)[:, None]
        tilted = np.linalg.cholesky(precision)
        along = _solve_transposed(tilted, normal)
        q = self.off**2 * np.square(along).sum(axis=-1)
        row = self.off * (along @ np.swapaxes(factor, 1, 2))
        return row, q, self.weight(q, theta[:, None]), tilted

    def weight(self, q: np.ndarray, theta: np.ndarray) -> np.ndarray:
        return theta * q + log_ndtr((self.mean - q) / self.on)

    def slope(self, q: np.ndarray) -> np.ndarray:
        """The slope of −log Q((q − µ)/s) in q."""
        x = (q - self.mean) / self.on
        return np.exp(-0.5 * x * x - log_ndtr(-x)) / (np.sqrt(2 * np.pi) * self.on)

    def diagonal(self, q: np.ndarray) -> np.ndarray:
        """Diagonal entries above q."""
        tail = log_ndtr((self.mean - q) / self.on)
        return self.mean - self.on * ndtri_exp(tail + np.log1p(-self.generator.random(q.shape)))

    def resample(self, shares: np.ndarray, particles: int) -> np.ndarray:
        """Places chosen by systematic resampling within each repetition, in one flat array."""
        repetitions, candidates = shares.shape
        marks = (np.arange(particles) + self.generator.random((repetitions, 1))) / particles
        edges = np.cumsum(shares, axis=-1) + np.arange(repetitions)[:, None]
        places = np.searchsorted(edges.ravel(), (marks + np.arange(repetitions)[:, None]).ravel())
        first = np.repeat(np.arange(repetitions) * candidates, particles)
        return np.clip(places, first, first + candidates - 1)

    def redraw(self, blocks: np.ndarray, theta: np.ndarray, place: int) -> None:
        """Redraw one row and column of each block, in place."""
        size, k = blocks.shape[:2]
        others = np.delete(np.arange(k), place)
        order = np.append(others, place)

        def change(
            blocks: np.ndarray, theta: np.ndarray, normal: np.ndarray
        ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
            """Rows, their q, and by how much their weights exceed those of the rows there."""
            factor = np.linalg.cholesky(blocks[:, order[:, None], order])
            before = np.square(factor[:, -1, :-1]).sum(axis=-1)  # q of the row there
            row, q, weight, _ = self.propose(factor[:, :-1, :-1], theta, normal)
            return row[:, 0], q[:, 0], weight[:, 0] - self.weight(before, theta)

        normal = self.generator.standard_normal((size, 1, k - 1))
        row, q, gain = _in_parts(change, blocks, theta, normal)
        taken = np.flatnonzero(np.log1p(-self.generator.random(size)) < gain)
        blocks[taken[:, None], place, others] = row[taken]
        blocks[taken[:, None], others, place] = row[taken]
        blocks[taken, place, place] = self.diagonal(q[taken])


def _in_parts(
    function: Callable[..., tuple[np.ndarray, ...]], blocks: np.ndarray, *others: np.ndarray
) -> Iterator[np.ndarray]:
    """What a function makes of stacks, a part at a time that fits the cache."""
    rows = max(CACHED // blocks[0].size, 1)
    starts = range(0, len(blocks), rows)
    parts = [function(*(each[k : k + rows] for each in (blocks, *others))) for k in starts]
    return map(np.concatenate, zip(*parts, strict=True))


def _solve_transposed(lower: np.ndarray, right: np.ndarray) -> np.ndarray:
    """L⁻ᵀb for stacks of L, shape (size, k, k), and of rows b, shape (size, tries, k); inside, the
    stack is the last axis."""
    found = right.transpose(2, 1, 0).copy()
    for i in reversed(range(len(found))):
        row = lower[:, i, : i + 1].T.copy()
        found[i] /= row[i]
        found[:i] -= row[:i, None] * found[i]
    return found.transpose(2, 1, 0)


def _half_log_det(lower: np.ndarray) -> np.ndarray:
    """Half of log det LLᵀ."""
    return np.log(np.diagonal(lower, axis1=1, axis2=2)).sum(axis=-1)


def _bordered(blocks: np.ndarray, row: np.ndarray, corner: np.ndarray) -> np.ndarray:
    """The blocks with one more row, column and corner."""
    size, k = row.shape
    larger = np.empty((size, k + 1, k + 1))
    larger[:, :k, :k] = blocks
    larger[:, k, :k] = larger[:, :k, k] = row
    larger[:, k, k] = corner
    return larger
