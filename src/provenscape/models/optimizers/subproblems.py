"""The models of second-order methods, minimised exactly: cubic regularisation and trust region.

Both are minimised over all of R^d, convex or not, for a batch of replicas at once. With H = QΛQ',
c = Q'g and λ₁ the least eigenvalue, a global minimiser is s = −Q (Λ + νI)⁺ c with ν ≥ max(0, −λ₁)
and
    trust region   ν = 0 and ‖s‖ ≤ r, or ‖s‖ = r         (Moré & Sorensen 1983)
    cubic          ν = M‖s‖/2                            (Nesterov & Polyak 2006)
so that one unknown is left. With ν = ν₀ + t, ν₀ = max(0, −λ₁), the secular equations
    1/‖s(t)‖ = 1/r,   1/‖s(t)‖ = M/(2(ν₀ + t))
are of the form φ(t) = 0 with φ increasing and concave, since 1/‖s(t)‖ is the mean of order −2 of
(λᵢ + ν)/|cᵢ|, up to a factor: Newton's method from a point below the root rises to it. Such a point
is the largest of the roots that the coordinates have one by one. As t counts from the pole, no
digits are lost near it. In the hard case, where c vanishes on the eigenspace of λ₁ and ‖s(0)‖ is
too short, t = 0 and a multiple of an eigenvector makes up the length. In large batches eigenvectors
are sought where the faster way of `tridiagonal` does not meet the length to rounding only.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from provenscape.errors import UserError
from provenscape.models.optimizers.tridiagonal import TOGETHER, reduce, solve

ASYMMETRY = 2.0**-30  # of the largest entry: more is no rounding
UNDERFLOW = 2.0**-960  # a component of the gradient below this counts as 0
ROUNDING = 2.0**-50
ITERATIONS = 200  # about five are needed
LARGE, MANY = 8, 6_000  # d and numbers in all, from which on reflections are faster


class Solution(NamedTuple):
    """Minimisers `step` (replicas, d), their `shift` ν and the `decrease` of the model (replicas,).

    `hard` says of each replica whether a multiple of an eigenvector was added.
    """

    step: np.ndarray
    shift: np.ndarray
    decrease: np.ndarray
    hard: np.ndarray


class Model(NamedTuple):
    """What tells the two models apart, as functions of arrays that hold one row a replica.

    `length(ν, size)` is the length of s that goes with ν, `slope(ν, length)` the derivative of
    −1/length, `start(|c|, D, ν₀, size)` the roots t of the coordinates one by one, D = λ + ν₀, and
    `share` the part of ν‖s‖² by which the model at s is below g's/2. `highest(‖g‖, ℓ, size)` is a ν
    at which s is not too long if λ₁ ≥ −ℓ, and `inside` says that a shorter s will do where ν = 0.
    """

    size: str
    length: Callable[[np.ndarray, np.ndarray], np.ndarray]
    slope: Callable[[np.ndarray, np.ndarray], np.ndarray]
    start: Callable[[np.ndarray, np.ndarray, np.ndarray, np.ndarray], np.ndarray]
    share: float
    highest: Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray]
    inside: bool


def cubic_step(gradient: np.ndarray, hessian: np.ndarray, constant: float | np.ndarray) -> Solution:
    """Minimise g's + s'Hs/2 + (M/6)‖s‖³; M is one number or one a replica.

    `gradient` has shape (replicas, d), `hessian` (replicas, d, d). Raises UserError for a Hessian
    that is not symmetric, not real or not finite, for other shapes, for M that is not above 0, and
    for a step that is out of the range of numbers.
    """
    return _solve("cubic_step", CUBIC, gradient, hessian, constant)


def trust_region_step(
    gradient: np.ndarray, hessian: np.ndarray, radius: float | np.ndarray
) -> Solution:
    """Minimise g's + s'Hs/2 over ‖s‖ ≤ r; r is one number or one a replica.

    Shapes and errors are those of `cubic_step`, with r in the place of M.
    """
    return _solve("trust_region_step", BALL, gradient, hessian, radius)


def require_hessian(who: str, hessian: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """Return the Hessians as an array. Raises UserError unless they are finite and symmetric."""
    if np.iscomplexobj(hessian):
        raise UserError(f"{who}: the Hessian is complex; give a real symmetric one")
    matrices = np.asarray(hessian, dtype=np.float64)
    if matrices.shape != shape:
        raise UserError(f"{who}: the Hessian has shape {matrices.shape}; give one of shape {shape}")
    if not np.isfinite(matrices).all():
        raise UserError(f"{who}: the Hessian holds a number that is not finite; mend it")
    off = np.abs(matrices - matrices.swapaxes(-1, -2)).max(axis=(-1, -2))
    if (off > ASYMMETRY * np.abs(matrices).max(axis=(-1, -2))).any():
        raise UserError(f"{who}: a Hessian is not symmetric, by up to {off.max():.3g}; mend it")
    return matrices


def _solve(
    who: str, model: Model, gradient: np.ndarray, hessian: np.ndarray, size: float | np.ndarray
) -> Solution:
    if np.iscomplexobj(gradient):
        raise UserError(f"{who}: the gradient is complex; give a real one")
    slope = np.asarray(gradient, dtype=np.float64)
    if slope.ndim != 2 or slope.size == 0 or not np.isfinite(slope).all():
        raise UserError(f"{who}: give finite gradients of shape (replicas, d), not {slope.shape}")
    matrices = require_hessian(who, hessian, (*slope.shape, slope.shape[1]))
    sizes = np.asarray(size, dtype=np.float64)
    if sizes.shape not in ((), slope.shape[:1]) or not ((sizes > 0) & np.isfinite(sizes)).all():
        raise UserError(
            f"{who}: {model.size} is {size}; give a finite number above 0, or one a replica"
        )
    sizes = np.broadcast_to(sizes, slope.shape[:1])
    if slope.shape[1] < LARGE or slope.size < MANY:
        with np.errstate(all="ignore"):  # what overflows is told
            return _finite(who, _by_eigenvectors(model, slope, matrices, sizes))
    parts = [slice(n, n + TOGETHER) for n in range(0, len(slope), TOGETHER)]
    found = [_by_reflections(model, slope[at], matrices[at], sizes[at]) for at in parts]
    return _finite(who, Solution(*(np.concatenate(fields) for fields in zip(*found, strict=True))))


def _finite(who: str, found: Solution) -> Solution:
    """The solution. Raises UserError if a step overflowed."""
    if not (np.isfinite(found.step).all() and np.isfinite(found.shift).all()):
        raise UserError(
            f"{who}: a step leaves the range of numbers; scale gradient, Hessian and constant to "
            "sizes that are not so far apart"
        )
    return found


def _by_reflections(
    model: Model, slope: np.ndarray, matrices: np.ndarray, sizes: np.ndarray
) -> Solution:
    """The tridiagonal way where it meets the length to rounding, and eigenvectors elsewhere."""
    reduced = reduce(slope, matrices)
    with np.errstate(all="ignore"):  # what overflows is not solved
        columns, shift, solved, hard = solve(
            reduced,
            lambda nu, at: model.length(nu, sizes[at]),
            model.slope,
            lambda norm, below: model.highest(norm, below, sizes),
            model.inside,
        )
    steps = reduced.back(columns)
    decrease = model.share * shift * (steps**2).sum(axis=-1) - (slope * steps).sum(axis=-1) / 2
    found, rest = Solution(steps, shift, decrease, hard), ~solved
    if rest.any():
        others = _by_eigenvectors(model, slope[rest], matrices[rest], sizes[rest])
        for field, values in zip(found, others, strict=True):
            field[rest] = values
    return found


def _by_eigenvectors(
    model: Model, slope: np.ndarray, matrices: np.ndarray, sizes: np.ndarray
) -> Solution:
    values, vectors = np.linalg.eigh(matrices)
    components = np.einsum("rij,ri->rj", vectors, slope)
    components[np.abs(components) < UNDERFLOW] = 0
    least = np.maximum(0, -values[:, 0])
    gaps = values + least[:, None]
    above = _root(model, components, gaps, least, sizes)
    steps, shift = _ratio(-components, gaps + above[:, None]), least + above
    short = model.length(shift, sizes) ** 2 - (steps**2).sum(axis=-1)
    hard = (above == 0) & (least > 0) & (short > 0)
    steps[hard, 0] = np.sqrt(short[hard])
    decrease = model.share * shift * (steps**2).sum(axis=-1)
    decrease -= (components * steps).sum(axis=-1) / 2
    return Solution(np.einsum("rij,rj->ri", vectors, steps), shift, decrease, hard)


def _root(
    model: Model, components: np.ndarray, gaps: np.ndarray, least: np.ndarray, sizes: np.ndarray
) -> np.ndarray:
    """The root t ≥ 0 of the secular equation, or 0 where ‖s(0)‖ is no longer than it may be."""
    above = model.start(np.abs(components), gaps, least[:, None], sizes[:, None]).max(axis=-1)
    above, left = np.maximum(0, above), np.arange(len(least))
    for _ in range(ITERATIONS):
        t, shift = above[left], least[left] + above[left]
        steps = _ratio(components[left], gaps[left] + t[:, None])
        length = np.linalg.norm(steps, axis=-1)
        target = model.length(shift, sizes[left])
        going = length > target * (1 + ROUNDING)
        if not going.any():
            break
        left, t, steps, length = left[going], t[going], steps[going], length[going]
        target, shift = target[going], shift[going]
        fall = (_ratio(steps**2, gaps[left] + t[:, None])).sum(axis=-1) / length**2
        fall += model.slope(shift, target) * length
        advanced = t + (length / target - 1) / fall
        above[left], left = np.maximum(t, advanced), left[advanced > t * (1 + ROUNDING)]
    return above


def _ratio(numerator: np.ndarray, denominator: np.ndarray) -> np.ndarray:
    """The quotients, and 0 where the numerator is 0, whatever the denominator."""
    return numerator / np.where(numerator == 0, 1, denominator)


def _ball_start(
    sizes_of_c: np.ndarray, gaps: np.ndarray, least: np.ndarray, radius: np.ndarray
) -> np.ndarray:
    """t with |c|/(D + t) = r."""
    return sizes_of_c / radius - gaps


def _cubic_start(
    sizes_of_c: np.ndarray, gaps: np.ndarray, least: np.ndarray, constant: np.ndarray
) -> np.ndarray:
    """t with |c|/(D + t) = 2(ν₀ + t)/M, the larger root of a quadratic equation."""
    root = np.sqrt((gaps - least) ** 2 + 2 * constant * sizes_of_c)
    return _ratio(constant * sizes_of_c - 2 * gaps * least, gaps + least + root)


BALL = Model(
    size="radius",
    length=lambda shift, radius: radius,
    slope=lambda shift, length: np.zeros_like(shift),
    start=_ball_start,
    share=1 / 2,
    highest=lambda norm, below, radius: norm / radius + below,
    inside=True,
)
CUBIC = Model(
    size="M",
    length=lambda shift, constant: 2 * shift / constant,
    slope=lambda shift, length: 1 / (shift * length),
    start=_cubic_start,
    share=1 / 6,
    highest=lambda norm, below, constant: (below + np.sqrt(below**2 + 2 * constant * norm)) / 2,
    inside=False,
)
