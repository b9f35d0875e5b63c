"""Critical points by index: the moments of ordered GOE eigenvalues to which Kac–Rice reduces.

Let f be Gaussian with a gradient independent of (f, Hessian), and suppose that at a critical point
the Hessian in n dimensions is a multiple of G − y·1 with G from the GOE (variances 2 on and 1 off
the diagonal) and y an independent Gaussian of density ∝ exp(−(c + 1/4) y²). By the Kac–Rice formula
the mean number of critical points of index k is proportional to E |det(G − y)| over k eigenvalues
below y, and the density of n + 1 eigenvalues of which y is the one of rank k has just this form:

    E N_k ∝ W_k = E exp(−c λ_k²),     λ_0 ≤ … ≤ λ_n eigenvalues of the GOE in n + 1 dimensions.

c = 1/4 for stationary isotropic fields on ℝⁿ and (p − 2)/(4p) for the homogeneous polynomial of
degree p on the sphere Sⁿ; at c = 0, quadratic forms, W_k = 1. Fyodorov (2004); Auffinger, Ben Arous
& Černý (2013), theorem 2.1; Azaïs & Delmas (2022).

Three routes: `exact` (n ≤ 5), `quadrature` (n ≤ 24) and `monte_carlo` (any n).
"""

from collections.abc import Sequence
from functools import cache
from math import lgamma, log, pi, sqrt

import numpy as np
import sympy as sp

from provenscape.errors import UserError
from provenscape.models import ensembles
from provenscape.models.ensembles.cones import orthant_integral
from provenscape.models.ensembles.goe_exact import mehta
from provenscape.models.requirements import require_count

LARGEST_EXACT = 5  # the time grows tenfold and more with each dimension
LARGEST_QUADRATURE = 24  # relative rounding 1e-13 up to n = 12, 1e-11 at 16, 1e-6 at 24
BATCHES = 32  # of a Monte Carlo run: their spread gives its error
NODES = 120
MARGIN = 10.0  # beyond the edge ±2√(n + 1): the Gaussian weight there is below 1e-11 of its peak

_CHUNK = 2048


@cache
def exact(n: int, c: sp.Rational) -> tuple[sp.Expr, ...]:
    """W_0, …, W_n in closed form, for a rational c ≥ 0.

    With μ_i = λ_i − y the integral over y leaves a polynomial, Π (μ_j − μ_i) Π |μ_i|, over the cone
    of k ordered negative and n − k positive μ, against exp(−(Σμ² − (Σμ)²/(n + 1 + 4c))/4).
    Raises UserError for n above LARGEST_EXACT or c below zero.
    """
    _check(n, c, LARGEST_EXACT)
    c = sp.nsimplify(c, rational=True)
    half = tuple(_exact_weight(n, k, c) for k in range(n // 2 + 1))
    return half + half[: (n + 1) // 2][::-1]


def _exact_weight(n: int, k: int, c: sp.Rational) -> sp.Expr:
    gaps = sp.symbols(f"t:{n}")
    negative = [-sp.Add(*gaps[: i + 1]) for i in range(k)][::-1]
    positive = [sp.Add(*gaps[k : i + 1]) for i in range(k, n)]
    mu = negative + positive
    factors = [mu[j] - mu[i] for j in range(n) for i in range(j)]
    polynomial = sp.Poly(1, *gaps)
    for factor in factors + [-x for x in negative] + positive:
        polynomial *= sp.Poly(factor, *gaps)
    change = sp.Matrix(mu).jacobian(gaps)
    form = (sp.eye(n) - sp.ones(n, n) / (n + 1 + 4 * c)) / 2
    integral = orthant_integral(change.T * form * change, polynomial.terms())
    mean = sp.sqrt(4 * sp.pi / (n + 1 + 4 * c))
    return sp.expand(integral * mean / _mehta(n + 1))


def _mehta(count: int) -> sp.Expr:
    """∫ Π (x_j − x_i) Π exp(−x_i²/4) over x_1 < … < x_count: Mehta's integral, scaled by √2."""
    return sp.sqrt(2) ** (count * (count + 1) // 2) * mehta(count)


def quadrature(n: int, c: float) -> np.ndarray:
    """W_0, …, W_n by the densities of the ordered eigenvalues on Gauss–Legendre nodes.

    Raises UserError for n above LARGEST_QUADRATURE or c below zero.
    """
    _check(n, c, LARGEST_QUADRATURE)
    reach = 2 * sqrt(n + 1) + MARGIN
    nodes, rule = np.polynomial.legendre.leggauss(NODES)
    weights = reach * rule * np.exp(-c * (reach * nodes) ** 2)
    return weights @ order_densities(n, reach * nodes)


def trusted(values: np.ndarray, n: int) -> np.ndarray:
    """Results of `quadrature` or `order_densities` to the digits that rounding errors leave alone.

    Nine significant digits up to n = 16, five up to 24: the same numbers on every processor.
    """
    digits = 9 if n <= 16 else 5
    size = np.where(values == 0, 1, np.abs(values))
    unit = 10.0 ** (np.floor(np.log10(size)) - digits + 1)
    return np.round(values / unit) * unit


def order_densities(n: int, y: np.ndarray) -> np.ndarray:
    """The densities of λ_0, …, λ_n at each y, shape (y.size, n + 1).

    For y fixed the n others contribute ∫ Π (x_j − x_i) Π z_i |x_i − y| exp(−x_i²/4) with z_i = z
    below y and 1 above: a Pfaffian (de Bruijn 1955) and a polynomial in z, the coefficients of
    which belong to the indices. They come from its values at the roots of unity; the first and the
    last, which may be tiny, from one side alone.
    """
    _check(n, 0, LARGEST_QUADRATURE)
    y = np.asarray(y, dtype=float)
    low, low_edge = _side(n, y, -1)
    high, high_edge = _side(n, y, 1)
    cross = low_edge[:, :, None] * high_edge[:, None, :]
    cross -= np.swapaxes(cross, 1, 2)
    z = np.exp(2j * pi * np.arange(n + 1) / (n + 1))
    inner = high[:, None] + z[:, None, None] * cross[:, None] + z[:, None, None] ** 2 * low[:, None]
    edge = high_edge[:, None] + z[:, None] * low_edge[:, None]
    values = np.fft.fft(pfaffians(_bordered(inner, edge)), axis=1).real / (n + 1)
    values[:, 0] = pfaffians(_bordered(high, high_edge))
    values[:, n] = pfaffians(_bordered(low, low_edge))
    scale = sum(lgamma(j + 1) + log(2 * pi) / 2 for j in range(n)) / 2 - float(
        sp.log(_mehta(n + 1)).evalf()
    )
    return values * np.exp(scale - y[:, None] ** 2 / 4)


def _side(n: int, y: np.ndarray, sign: int) -> tuple[np.ndarray, np.ndarray]:
    """∬_{x < x'} (a_i(x) a_j(x') − a_j(x) a_i(x')) and ∫ a_i over one side of y, for
    a_j(x) = |x − y| h_j(x) exp(−x²/4) with h_j orthonormal: shapes (y.size, n, n), (y.size, n)."""
    nodes, rule = np.polynomial.legendre.leggauss(NODES)
    length = (2 * sqrt(n + 1) + MARGIN - sign * y)[:, None] / 2
    x = y[:, None] + sign * length * (1 + sign * nodes)
    functions = np.empty((len(y), n, NODES))
    before, now = 0.0, (2 * pi) ** -0.25 * np.exp(-(x**2) / 4) * np.abs(x - y[:, None])
    for j in range(n):
        functions[:, j] = now
        before, now = now, (x * now - sqrt(j) * before) / sqrt(j + 1)
    running = functions @ _antiderivative(NODES).T * length[:, :, None]
    weighted = functions * (length * rule)[:, None, :]
    double = running @ np.swapaxes(weighted, 1, 2)
    return double - np.swapaxes(double, 1, 2), weighted.sum(axis=-1)


@cache
def _antiderivative(nodes: int) -> np.ndarray:
    """The matrix from values at the Gauss–Legendre nodes to integrals from −1 up to each."""
    at, rule = np.polynomial.legendre.leggauss(nodes)
    basis = np.polynomial.legendre.legvander(at, nodes)
    project = basis[:, :nodes].T * rule * (np.arange(nodes) + 0.5)[:, None]
    integrals = np.empty((nodes, nodes))
    integrals[:, 0] = at + 1
    for j in range(1, nodes):
        integrals[:, j] = (basis[:, j + 1] - basis[:, j - 1]) / (2 * j + 1)
    return integrals @ project


def _bordered(matrices: np.ndarray, edge: np.ndarray) -> np.ndarray:
    """The skew matrices themselves for even n; for odd n with one more row and column."""
    if matrices.shape[-1] % 2 == 0:
        return matrices
    wide = np.concatenate([matrices, edge[..., :, None]], axis=-1)
    last = np.concatenate([-edge, np.zeros_like(edge[..., :1])], axis=-1)
    return np.concatenate([wide, last[..., None, :]], axis=-2)


def pfaffians(matrices: np.ndarray) -> np.ndarray:
    """Pfaffians of skew matrices of even size, shape (..., 2m, 2m) to (...).

    Elimination of two rows and columns at a time (Parlett & Reid 1970), pivots by size.
    """
    size = matrices.shape[-1]
    A = matrices.reshape(-1, size, size).copy()
    each = np.arange(len(A))
    result = np.ones(len(A), dtype=A.dtype)
    for k in range(0, size, 2):
        pivot = k + 1 + np.abs(A[:, k, k + 1 :]).argmax(axis=1)
        result *= np.where(pivot == k + 1, 1, -1)
        A[each, pivot], A[:, k + 1] = A[:, k + 1].copy(), A[each, pivot]
        A[each, :, pivot], A[:, :, k + 1] = A[:, :, k + 1].copy(), A[each, :, pivot]
        head = A[:, k, k + 1]
        result *= head
        rest = A[:, k + 2 :, k + 2 :]
        safe = np.where(head == 0, 1, head)[:, None]
        first, second = A[:, k, k + 2 :] / safe, A[:, k + 1, k + 2 :]
        rest += second[:, :, None] * first[:, None, :] - first[:, :, None] * second[:, None, :]
    return result.reshape(matrices.shape[:-2])


def monte_carlo(
    n: int, c: Sequence[float], samples: int, generator: np.random.Generator
) -> np.ndarray:
    """Estimates of W_0, …, W_n for each c, from BATCHES batches: (BATCHES, len(c), n + 1).

    `samples` GOE matrices, rounded up to whole batches, serve all. W_k and W_(n−k), equal in law,
    both take their average. The rarest index is no rare event here: its small weight is a value.
    """
    for level in c:
        _check(n, level, n)
    goe = ensembles.get("goe")
    size = -(-require_count("kac_rice", "samples", samples) // BATCHES)
    means = np.zeros((BATCHES, len(c), n + 1))
    for batch in means:
        for start in range(0, size, _CHUNK):
            matrices = goe.sample(n + 1, min(_CHUNK, size - start), generator)
            squares = np.linalg.eigvalsh(matrices) ** 2
            for level, row in zip(c, batch, strict=True):
                row += np.exp(-level * squares).sum(axis=0) / size
    return (means + means[..., ::-1]) / 2


def shares(estimates: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Index fractions W_k/ΣW and their standard errors from the batches of `monte_carlo`.

    Shapes (BATCHES, …, n + 1) to (…, n + 1); the error is that of the ratio, to first order.
    """
    mean = estimates.mean(axis=0)
    total = mean.sum(axis=-1, keepdims=True)
    share = mean / total
    residual = (estimates - share * estimates.sum(axis=-1, keepdims=True)) / total
    return share, residual.std(axis=0, ddof=1) / sqrt(len(estimates))


def mean_determinant(n: int) -> float:
    """E |det (G − y)| for G from the GOE in n dimensions and a standard Gaussian y."""
    ratio = _mehta(n + 1) / _mehta(n) / sp.sqrt(2 * sp.pi)
    return float(ratio.evalf()) * float(quadrature(n, 0.25).sum())


def _check(n: int, c: float, largest: int) -> None:
    if require_count("kac_rice", "n", n) > largest:
        raise UserError(f"kac_rice: n is {n}; give at most {largest}, or use monte_carlo")
    if not c >= 0:
        raise UserError(f"kac_rice: c is {c}; give a number from 0 on")
