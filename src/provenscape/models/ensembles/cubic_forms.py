"""All critical points of cubic forms on the sphere, found completely.

x on the unit sphere is critical for f(x) = S(x, x, x), S symmetric, iff S(x, x, ·) is parallel to
x: the 2 × 2 minors x_i S_j(x, x) − x_j S_i(x, x) vanish. Over ℂ they have 2ᴺ − 1 solutions up to
scale, for generic S, each simple (Cartwright & Sturmfels 2013). Multiplied by all monomials of
degree N − 2 the minors are linear equations in the monomials of degree N + 1; these have a null
space of dimension 2ᴺ − 1, spanned by the monomial vectors of the solutions, and the solutions are
eigenvectors of multiplication by one linear form over another on it (Stetter; Dreesen et al. 2012).
Where 2ᴺ − 1 distinct solutions with vanishing minors come out, none is missing.
"""

from dataclasses import dataclass
from functools import cache
from itertools import combinations, combinations_with_replacement, permutations, product

import numpy as np

from provenscape.errors import UserError
from provenscape.models.requirements import require_count

LARGEST = 5  # the linear systems grow like 16ᴺ
REAL = 1e-6  # of a solution scaled to length 1: imaginary parts below this count as rounding


@dataclass(frozen=True)
class CriticalPoints:
    """Critical points of many forms, one of each pair ±x.

    form (m,): which form; x (m, N): unit vectors; energy (m,): f(x); index (m,): of f at x, on the
    sphere. At −x the energy is −f and the index N − 1 − index. `residual` (forms,) is the largest
    minor and `gap` (forms,) the smallest distance of two solutions, over all complex solutions.
    """

    form: np.ndarray
    x: np.ndarray
    energy: np.ndarray
    index: np.ndarray
    residual: np.ndarray
    gap: np.ndarray

    def counts(self) -> np.ndarray:
        """Critical points by form and index, both of each pair: shape (forms, N)."""
        N = self.x.shape[1]
        flat = np.bincount(self.form * N + self.index, minlength=len(self.gap) * N)
        table = flat.reshape(len(self.gap), N)
        return table + table[:, ::-1]


def sample(N: int, forms: int, generator: np.random.Generator) -> np.ndarray:
    """Symmetric tensors, shape (forms, N, N, N), with E f(x) f(y) = ⟨x, y⟩³."""
    sides = (require_count("cubic_forms", "N", N),) * 3
    raw = generator.standard_normal((require_count("cubic_forms", "forms", forms), *sides))
    return np.mean([raw.transpose(0, *order) for order in permutations((1, 2, 3))], axis=0)


def critical_points(tensors: np.ndarray) -> CriticalPoints:
    """All critical points on the unit sphere of the forms S(x, x, x), shape (forms, N, N, N).

    Raises UserError for another shape or N outside 2, …, 5.
    """
    if (
        tensors.ndim != 4
        or len(set(tensors.shape[1:])) != 1
        or not 2 <= tensors.shape[1] <= LARGEST
    ):
        raise UserError(
            f"cubic_forms: tensors has shape {tensors.shape}; give (forms, N, N, N) with N from 2 "
            f"to {LARGEST}"
        )
    solutions = _complex_solutions(tensors)
    gradient = np.einsum("fijk,fsj,fsk->fsi", tensors, solutions, solutions)
    minors = solutions[..., :, None] * gradient[..., None, :]
    residual = np.abs(minors - np.swapaxes(minors, -1, -2)).max(axis=(1, 2, 3))
    overlap = np.abs(np.einsum("fsi,fti->fst", solutions, solutions.conj()))
    overlap[:, range(overlap.shape[1]), range(overlap.shape[1])] = 0
    gap = np.sqrt(np.maximum(0, 2 - 2 * overlap.max(axis=(1, 2))))
    form, place = np.nonzero(np.abs(solutions.imag).max(axis=-1) < REAL)
    x = _polished(tensors[form], solutions[form, place].real)
    energy = np.einsum("mijk,mi,mj,mk->m", tensors[form], x, x, x)
    return CriticalPoints(form, x, energy, _index(tensors[form], x, energy), residual, gap)


def _complex_solutions(tensors: np.ndarray) -> np.ndarray:
    """The 2ᴺ − 1 solutions, shape (forms, 2ᴺ − 1, N), of length 1, the largest entry positive."""
    forms, N = tensors.shape[:2]
    count = 2**N - 1
    row, column, sign, source = _minors(N)
    system = np.zeros((row.max() + 1, column.max() + 1, forms))
    np.add.at(system, (row, column), sign[:, None] * tensors.reshape(forms, -1).T[source])
    rows, columns = system.shape[:2]
    right = np.linalg.svd(np.moveaxis(system, -1, 0), full_matrices=rows < columns)[2]
    null = np.swapaxes(right[:, -count:], 1, 2)
    multiples = null[:, _raised(N)]  # x_i m, shape (forms, N, monomials m, count)
    generic = np.cos(1.0 + np.arange(2 * N).reshape(2, N) ** 1.5)
    below, above = np.einsum("hi,fimc->hfmc", generic, multiples)
    vectors = np.linalg.eig(np.linalg.pinv(below) @ above)[1]
    carried = multiples @ vectors[:, None]
    largest_monomial = np.abs(carried).max(axis=1).argmax(axis=1)
    x = np.take_along_axis(carried, largest_monomial[:, None, None, :], axis=2)[:, :, 0]
    x = np.swapaxes(x, 1, 2)
    x = x / np.take_along_axis(x, np.abs(x).argmax(axis=-1)[..., None], axis=-1)
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


@cache
def _minors(N: int) -> np.ndarray:
    """The linear system, as arrays row, column, sign, source: to its entry (row, column) the
    tensor's flat entry `source` is added with this sign."""
    columns = _places(N, N + 1)
    entries = []
    pairs = list(combinations(range(N), 2))
    for a, shift in enumerate(combinations_with_replacement(range(N), N - 2)):
        for b, (i, j) in enumerate(pairs):
            for sign, factor, part in ((1, i, j), (-1, j, i)):
                for k, m in product(range(N), repeat=2):
                    column = columns[tuple(sorted((*shift, factor, k, m)))]
                    entries.append((a * len(pairs) + b, column, sign, (part * N + k) * N + m))
    return np.array(entries).T


@cache
def _raised(N: int) -> np.ndarray:
    """The place of x_i m among the monomials of degree N + 1: i by row, m of degree N by column."""
    columns = _places(N, N + 1)
    lower = list(combinations_with_replacement(range(N), N))
    return np.array([[columns[tuple(sorted((*m, i)))] for m in lower] for i in range(N)])


def _places(N: int, degree: int) -> dict[tuple[int, ...], int]:
    return {m: i for i, m in enumerate(combinations_with_replacement(range(N), degree))}


def _polished(tensors: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Two steps of Newton's method for S(x, x, ·) = λx on the sphere."""
    N = x.shape[1]
    unit = np.eye(N)
    for _ in range(2):
        x = x / np.linalg.norm(x, axis=-1, keepdims=True)
        matrix = np.einsum("mijk,mk->mij", tensors, x)
        gradient = np.einsum("mij,mj->mi", matrix, x)
        level = np.einsum("mi,mi->m", gradient, x)
        slope = 2 * matrix - level[:, None, None] * unit
        system = np.zeros((len(x), N + 1, N + 1))
        system[:, :N, :N] = slope
        system[:, :N, N] = system[:, N, :N] = x
        right = np.zeros((len(x), N + 1))
        right[:, :N] = level[:, None] * x - gradient
        x = x + np.linalg.solve(system, right[..., None])[:, :N, 0]
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


def _index(tensors: np.ndarray, x: np.ndarray, energy: np.ndarray) -> np.ndarray:
    """Negative eigenvalues of the Hessian on the tangent space, 6 S(x, ·, ·) − 3 f(x).

    The normal direction gets an eigenvalue above all others.
    """
    matrix = 2 * np.einsum("mijk,mk->mij", tensors, x) - energy[:, None, None] * np.eye(x.shape[1])
    normal = x[:, :, None] * x[:, None, :]
    tangent = np.eye(x.shape[1]) - normal
    return (np.linalg.eigvalsh(tangent @ matrix @ tangent + normal * 1e3) < 0).sum(axis=-1)
