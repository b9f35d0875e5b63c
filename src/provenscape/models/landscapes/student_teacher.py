"""A student of k rectified units learns k orthonormal teachers; its spurious minima, by balls.

The loss is F(W) = ½ E (Σ max(0, w_i·x) − Σ max(0, x_j))² for standard normal x in R^k. With f(w, v)
= E max(0, w·x) max(0, v·x) = |w||v|(sin θ + (π − θ) cos θ)/2π, θ the angle, it is Σ f(w_i, w_j)/2 −
Σ f(w_i, e_j) + Σ f(e_i, e_j)/2; gradient and Hessian have closed forms (Safran & Shamir 2018, who
proved by computer that there are spurious minima for 6 ≤ k ≤ 20).

F does not change as coordinates and units are permuted together. So at the W that permutations of
the first k − 1 keep, five numbers (a, b, c, d, e) with a on the diagonal, b beside it, c in the
last column, d in the last row and e in the corner, the gradient is of this form too: where its five
parts vanish, all of it does. `certified_point` shows such a point to exist, and what it is.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from flint import arb, arb_mat, ctx

from provenscape.errors import UserError
from provenscape.models.requirements import require_count

BITS = 100
RADIUS = 1e-12  # of the box in which the stationary point is shown to be
MARGIN = 1e-6  # how far below the least eigenvalue its lower bound is


@dataclass(frozen=True)
class CertifiedPoint:
    """A stationary point: balls about its five numbers, its loss and its least curvature, which is
    the least eigenvalue of the Hessian in all k² coordinates."""

    parameters: tuple[arb, ...]
    loss: arb
    curvature: arb


def certified_point(k: int, start: tuple[float, ...]) -> CertifiedPoint:
    """The stationary point near a start (a, b, c, d, e), shown to exist; it is a strict local
    minimum if its least curvature is positive.

    Krawczyk's operator maps a box of the five numbers into its inside, so that it holds a zero of
    the gradient, and only one. On the whole box H − µI is positive definite, as R'(H − µI)R is
    nearer to I than 1 in the Frobenius norm for some matrix R, and v'Hv/|v|² is above the least
    eigenvalue. Arb's balls bound every rounding; NumPy finds the centre of the box, R, µ and v,
    which need no proof. Raises UserError where nothing is shown near the start.
    """
    require_count("student_teacher", "k", k)
    if k < 3 or len(start) != 5:
        raise UserError(f"student_teacher: k is {k}, start {start}; give k ≥ 3 and five numbers")
    centre = _newton(k, np.asarray(start, dtype=np.float64))
    with ctx.workprec(BITS):
        point = [arb(float(value)) for value in centre]
        box = [arb(float(value), RADIUS) for value in centre]
        on_box = _matrix(box, k)
        hessian = _hessian(on_box, k)
        if not _maps_inside(k, point, box, _gradient(_matrix(point, k), k), hessian):
            raise UserError(f"student_teacher: no zero of the gradient is shown near {start}")
        return CertifiedPoint(tuple(box), _loss(on_box, k), _least_eigenvalue(hessian))


def _basis(k: int) -> np.ndarray:
    """The five patterns of a, b, c, d, e, one after the other; shape (5, k²)."""
    return np.stack([_matrix(list(pattern), k) for pattern in np.eye(5)]).reshape(5, -1)


def _matrix(parameters: list, k: int) -> np.ndarray:
    """W as an array of the numbers given, floats or balls; shape (k, k)."""
    a, b, c, d, e = parameters
    rows = [[a if i == j else b for j in range(k - 1)] + [c] for i in range(k - 1)]
    return np.array([*rows, [d] * (k - 1) + [e]])


def _pair(w: np.ndarray, v: np.ndarray) -> tuple:
    """|w|, |v|, cos, sin and π − θ of two vectors that are not parallel; floats or balls."""
    norm_w, norm_v = ((x * x).sum() for x in (w, v))
    inner = (w * v).sum()
    if isinstance(inner, arb):
        norm_w, norm_v = norm_w.sqrt(), norm_v.sqrt()
        cosine = inner / (norm_w * norm_v)
        return norm_w, norm_v, cosine, (1 - cosine * cosine).sqrt(), (-cosine).acos()
    norm_w, norm_v = np.sqrt(norm_w), np.sqrt(norm_v)
    cosine = inner / (norm_w * norm_v)
    return norm_w, norm_v, cosine, np.sqrt(1 - cosine**2), np.arccos(-cosine)


def _constants(W: np.ndarray) -> tuple:
    """The teachers, 2π and ½, of the kind of the entries of W."""
    k = len(W)
    if isinstance(W[0, 0], arb):
        ball = np.vectorize(arb, otypes=[object])
        return ball(np.eye(k, dtype=int)), 2 * arb.pi(), arb(1) / 2
    return np.eye(k), 2 * np.pi, 0.5


def _loss(W: np.ndarray, k: int) -> Any:
    teachers, turn, half = _constants(W)

    def mean(w: np.ndarray, v: np.ndarray) -> Any:
        norm_w, norm_v, cosine, sine, angle = _pair(w, v)
        return norm_w * norm_v * (sine + angle * cosine) / turn

    total = k * half * half + k * (k - 1) * half / turn
    for i in range(k):
        total = total + (W[i] * W[i]).sum() * half * half
        for j in range(k):
            total = total - mean(W[i], teachers[j])
            if j != i:
                total = total + half * mean(W[i], W[j])
    return total


def _gradient(W: np.ndarray, k: int) -> np.ndarray:
    """Shape (k, k)."""
    teachers, turn, half = _constants(W)

    def slope(w: np.ndarray, v: np.ndarray) -> np.ndarray:
        norm_w, norm_v, _, sine, angle = _pair(w, v)
        return (norm_v * sine / norm_w * w + angle * v) / turn

    rows = []
    for i in range(k):
        row = W[i] * half
        for j in range(k):
            row = row - slope(W[i], teachers[j])
            if j != i:
                row = row + slope(W[i], W[j])
        rows.append(row)
    return np.stack(rows)


def _hessian(W: np.ndarray, k: int) -> np.ndarray:
    """Shape (k², k²)."""
    teachers, turn, half = _constants(W)
    identity = teachers  # of the same entries
    blocks: list[list[Any]] = [[None] * k for _ in range(k)]

    def parts(w: np.ndarray, v: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The derivatives of the slope by w and by v."""
        norm_w, norm_v, cosine, sine, angle = _pair(w, v)
        a, b = w / norm_w, v / norm_v
        n, m = (b - cosine * a) / sine, (a - cosine * b) / sine
        own = (identity - np.outer(a, a) + np.outer(n, n)) * (norm_v * sine / (turn * norm_w))
        return own, (angle * identity + np.outer(m, b) + np.outer(n, a)) / turn

    for i in range(k):
        own = identity * half
        for j in range(k):
            own = own - parts(W[i], teachers[j])[0]
            if j != i:
                one, blocks[i][j] = parts(W[i], W[j])
                own = own + one
        blocks[i][i] = own
    return np.block(blocks)


def _newton(k: int, start: np.ndarray) -> np.ndarray:
    basis, point = _basis(k), start
    for _ in range(50):
        W = _matrix(list(point), k)
        slope = basis @ _gradient(W, k).ravel()
        step = np.linalg.solve(basis @ _hessian(W, k) @ basis.T, slope)
        point = point - step
        if not np.isfinite(point).all() or np.abs(step).max() < 1e-14:
            break
    if not np.isfinite(point).all() or np.abs(step).max() > 1e-10:
        raise UserError(f"student_teacher: Newton's method does not settle from {tuple(start)}")
    return point


def _maps_inside(k: int, point: list, box: list, gradient: np.ndarray, hessian: np.ndarray) -> bool:
    """Whether x − Yg(x) + (I − YJ)(X − x) lies inside the box X, x its centre, Y about J⁻¹."""
    basis = _basis(k).astype(int)
    slopes = [_total(gradient.ravel()[row != 0]) for row in basis]
    jacobian = arb_mat(
        [
            [_total(hessian[np.ix_(one != 0, other != 0)].ravel()) for other in basis]
            for one in basis
        ]
    )
    middle = np.array([[float(jacobian[i, j].mid()) for j in range(5)] for i in range(5)])
    inverse = arb_mat(np.linalg.inv(middle).tolist())
    rest = arb_mat([[int(i == j) for j in range(5)] for i in range(5)]) - inverse * jacobian
    away = arb_mat([[whole - centre] for whole, centre in zip(box, point, strict=True)])
    image = rest * away - inverse * arb_mat([[slope] for slope in slopes])
    return all(abs(image[i, 0]) < arb(RADIUS) / 2 for i in range(5))


def _total(values: np.ndarray) -> arb:
    return sum(values.tolist(), arb(0))


def _least_eigenvalue(hessian: np.ndarray) -> arb:
    """A ball about the least eigenvalue of a symmetric matrix of balls."""
    size = len(hessian)
    middle = np.array([float(entry.mid()) for entry in hessian.ravel()]).reshape(size, size)
    values, vectors = np.linalg.eigh((middle + middle.T) / 2)
    low = values[0] - MARGIN
    root = np.linalg.inv(np.linalg.cholesky((middle + middle.T) / 2 - low * np.eye(size))).T
    matrix, identity = arb_mat(hessian.tolist()), arb_mat(np.eye(size, dtype=int).tolist())
    right = arb_mat(root.tolist())
    off = right.transpose() * (matrix - arb(float(low)) * identity) * right - identity
    vector = arb_mat(vectors[:, :1].tolist())
    high = (vector.transpose() * matrix * vector)[0, 0] / (vector.transpose() * vector)[0, 0]
    if not _total(np.array([entry * entry for entry in off.entries()])) < 1:
        raise UserError("student_teacher: no lower bound of the curvature is shown; raise MARGIN")
    return arb(float(low)).union(high)
