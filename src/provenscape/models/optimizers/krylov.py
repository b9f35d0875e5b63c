"""Cubic regularisation by products of the Hessian with vectors: the model on a Krylov subspace.

Lanczos' method with full reorthogonalisation builds an orthonormal basis V of the span of
g, Hg, …, H^{k−1}g, in which the model has the tridiagonal matrix T = V'HV and the gradient
‖g‖e₁; there it is minimised exactly. With k = d and a gradient that has a component along every
eigenvector this is the exact step. In the hard case the subspace misses the eigenvector that is
needed, and at a saddle it is empty: then a random vector of length `perturbation` is added to the
gradient before all else (Carmon & Duchi 2018).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from provenscape.errors import UserError
from provenscape.models.optimizers.base import Gradient, Optimizer, State
from provenscape.models.optimizers.perturbed import uniform_sphere
from provenscape.models.optimizers.subproblems import ASYMMETRY, cubic_step
from provenscape.models.requirements import (
    require_count,
    require_functions,
    require_not_negative,
    require_numbers,
    require_positive,
)

BREAKDOWN = 2.0**-40  # of the largest product: a shorter remainder is rounding


@dataclass(frozen=True)
class KrylovCubic(Optimizer):
    """`product` maps points and vectors, (replicas, d) each, to ∇²f(x)v; `products` is k.

    Raises UserError unless `M` is finite and above 0, `products` 1 or more and `perturbation`
    finite and at least 0; in a step for gradients or products that are not finite or of another
    shape than x, and where two products or more show that the Hessian is not symmetric.
    """

    M: float
    product: Callable[[np.ndarray, np.ndarray], np.ndarray]
    products: int
    perturbation: float = 0
    draws_random_numbers: ClassVar[bool] = True

    def __post_init__(self) -> None:
        require_positive(self, M=self.M)
        require_functions(self, product=self.product)
        require_count(self, "products", self.products)
        require_not_negative(self, perturbation=self.perturbation)

    def step(self, state: State, gradient: Gradient, generator: np.random.Generator) -> State:
        """Return x + Vy, with y the minimiser of the model on the subspace."""
        x = state.x
        slope = _finite("gradient", gradient(x), x)
        if self.perturbation > 0:
            slope = slope + self.perturbation * uniform_sphere(generator, *x.shape)
        basis, tridiagonal = lanczos(lambda v: self.product(x, v), slope, self.products)
        first = np.einsum("rki,ri->rk", basis, slope)
        found = cubic_step(first, tridiagonal, self.M)
        return State(x + np.einsum("rki,rk->ri", basis, found.step))


def lanczos(
    product: Callable[[np.ndarray], np.ndarray], start: np.ndarray, count: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return bases (replicas, k, d) of Krylov subspaces and T (replicas, k, k) on each.

    k is `count`, or d if that is less. Where a subspace has fewer dimensions its basis goes on with
    zeros, and T with a diagonal above all its eigenvalues, which leaves the minimum as it is.
    Raises UserError for products that are not finite, of another shape, or of no symmetric matrix.
    """
    replicas, d = start.shape
    k = min(count, d)
    basis = np.zeros((replicas, k, d))
    matrix = np.zeros((replicas, k, k))
    basis[:, 0], alive = _normed(start, np.linalg.norm(start, axis=-1) > 0)
    largest = np.zeros(replicas)
    for j in range(k):
        rest = image = _finite("product", product(basis[:, j]), start)
        size = np.linalg.norm(image, axis=-1)
        largest = np.maximum(largest, size)
        matrix[:, j, j] = (basis[:, j] * image).sum(axis=-1)
        row = np.einsum("rki,ri->rk", basis[:, :j], image)
        if (np.abs(row - matrix[:, :j, j]) > ASYMMETRY * largest[:, None]).any():
            raise UserError("KrylovCubic: product is that of no symmetric matrix; give ∇²f(x)v")
        if j + 1 == k:
            break
        for _ in range(2):  # twice is enough
            known = np.einsum("rki,ri->rk", basis, rest)
            rest = rest - np.einsum("rki,rk->ri", basis, known)
        length = np.linalg.norm(rest, axis=-1)
        basis[:, j + 1], alive = _normed(rest, alive & (length > BREAKDOWN * size))
        matrix[:, j, j + 1] = matrix[:, j + 1, j] = np.where(alive, length, 0)
    empty = ~basis.any(axis=-1)
    above = 2 * np.abs(matrix).sum(axis=-1).max(axis=-1)
    matrix += (empty * above[:, None])[..., None] * np.eye(k)
    return basis, matrix


def _finite(name: str, values: np.ndarray, like: np.ndarray) -> np.ndarray:
    found = require_numbers("KrylovCubic", name, values, like.shape)
    if not np.isfinite(found).all():
        raise UserError(f"KrylovCubic: {name} gives a number that is not finite; mend it")
    return found


def _normed(vectors: np.ndarray, alive: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The unit vectors where a replica is alive, elsewhere zeros; and who is."""
    length = np.where(alive, np.linalg.norm(vectors, axis=-1), 1)
    return np.where(alive[:, None], vectors / length[:, None], 0), alive
