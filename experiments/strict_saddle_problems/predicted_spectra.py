"""Spectra and escape rates at the stationary points, against their closed forms.

Design. Random exact instances in random frames. Predicted curvatures, with multiplicities:
    tensor on the sphere    k coordinates ±1/√k:     −8/k (k − 1 times), 4/k (d − k times)
    principal component     eigenvector of λᵢ:       λᵢ − λⱼ, j ≠ i
    phases in the mean      at z:                    24|z|², and 8|z|² (n − 1 times)
                            x ⟂ z, 3|x|² = |z|²:     8|z|², −8|z|², 0 (n − 2 times)
                            at 0:                    −12|z|², and −4|z|² (n − 1 times)
    complex phases          at z:                    16|z|², 0, and 4|z|² (2n − 2 times)
    factorization           U = A_S √Σ_S, V = B_S √Σ_S, with zero columns up to r, S a set of kept
        singular values: σ ± τ for σ kept, τ not (with 0 up to the smaller of m, n), |m − n| times
        σ itself; σ + σ' and 0 for all ordered pairs of kept ones; for each zero column ± τ, 0 for
        |m − n| + 2|S| further ones.
Computed: the eigenvalues of the compiled Hessian, on the sphere those along tangents (the zero of
the normal is taken out by adding a large multiple of xxᵀ and dropping the largest). Escape:
gradient descent from a distance 10⁻⁸ along the computed eigenvector of the least curvature −γ, at
every point that has a negative one; the factor by which the distance grows in a step, between the
distances 10⁻⁶ and 10⁻⁴, against 1 + ηγ. (From a start in a random direction the other negative
curvatures have not died out by then, which a trial seed showed: up to 12 % less.)

Acceptance. Computed and predicted curvatures agree to 10⁻⁹ of the largest one; gradients vanish to
10⁻¹²; factors agree to 10⁻³ of ηγ.

Negative control. The spectra predicted for k + 1 coordinates, or for another set S, miss by more
than 10⁻² of the largest one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
import sympy as sp

from provenscape.models import landscapes
from provenscape.models.landscapes import Landscape, OnSphere
from provenscape.models.landscapes.random_instances import random_frame
from provenscape.models.optimizers import GradientDescent, trajectory
from provenscape.study.tables import scalars

TABLES = ("predicted_spectra", "escape_factors", "predicted_spectra_values")
DIGITS = {"predicted_spectra.error": 0}  # rounding alone
PARAMETERS = {
    "quick": {"instances": 1, "dimensions": [3]},
    "full": {"instances": 2, "dimensions": [3, 4, 5]},
}

START, LOW, HIGH = 1e-8, 1e-6, 1e-4
LONGEST = 3_000
ROOTS = (3, 2, 1)  # square roots of the singular values


@dataclass(frozen=True)
class Point:
    """A stationary point, its predicted curvatures and those of a false neighbour."""

    problem: str
    kind: str
    landscape: Landscape
    x: np.ndarray
    predicted: np.ndarray
    wrong: np.ndarray
    on_sphere: bool = False

    def computed(self) -> np.ndarray:
        """The curvatures by the compiled Hessian, rising; along tangents on the sphere."""
        if not self.on_sphere:
            return np.linalg.eigvalsh(self.landscape.hess(self.x))
        return np.linalg.eigvalsh(self.raised())[:-1]

    def raised(self) -> np.ndarray:
        """The Hessian, on the sphere with the normal lifted above all tangents."""
        if not self.on_sphere:
            return self.landscape.hess(self.x)
        lift = 10 * np.abs(self.predicted).max() + 1
        return OnSphere(self.landscape).hess(self.x) + lift * np.outer(self.x, self.x)

    def slope(self, x: np.ndarray) -> np.ndarray:
        """The gradient, on the sphere that of the extension."""
        if self.on_sphere:
            return OnSphere(self.landscape).extended_grad(x)
        return self.landscape.grad(x)


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return predicted_spectra, escape_factors and predicted_spectra_values.

    predicted_spectra: problem, kind, predicted, computed, error over the largest curvature of the
    point, one row for each curvature; of rounded duplicates that of the largest error.
    escape_factors: problem, kind, curvature, predicted, measured, the last two (factor − 1)/η.
    predicted_spectra_values: name, value with the largest relative error, the largest gradient, the
    least error of a false neighbour, the largest error of a factor.
    """
    generator = np.random.default_rng(seed)
    points = [
        point
        for _ in range(parameters["instances"])
        for d in parameters["dimensions"]
        for point in (
            *tensor_points(d, generator),
            *component_points(d, generator),
            *phase_points(d, generator),
            *complex_points(d, generator),
        )
    ]
    for _ in range(parameters["instances"]):
        points += factorization_points(generator)
    spectra, escapes, errors, misses, gradients = [], [], [], [], []
    for point in points:
        computed, predicted = point.computed(), np.sort(point.predicted)
        size = np.abs(predicted).max()
        error = np.abs(computed - predicted) / size
        errors.append(error.max())
        misses.append(np.abs(computed - np.sort(point.wrong)).max() / size)
        gradients.append(np.abs(point.slope(point.x)).max())
        rows = {"problem": point.problem, "kind": point.kind}
        curvatures = {"predicted": predicted, "computed": computed, "error": error}
        spectra.append(pd.DataFrame(rows | curvatures))
        if predicted[0] < -1e-9:
            escapes.append(rows | escape(point, -predicted[0]))
    escaped = pd.DataFrame(escapes)
    off = np.abs(escaped["measured"] / escaped["predicted"] - 1).max()
    distinct = pd.concat(spectra, ignore_index=True).round({"predicted": 9})
    distinct = distinct.sort_values("error", ascending=False, kind="stable")
    names = [
        "problem",
        "kind",
        "predicted",
    ]  # of a row; its error, rounding, must not set its place
    return {
        "predicted_spectra": distinct.drop_duplicates(names).sort_values(names, kind="stable"),
        "escape_factors": escaped,
        "predicted_spectra_values": scalars(
            {
                "points": len(points),
                "error": max(errors),
                "gradient": max(gradients),
                "miss": min(misses),
                "escape_error": off,
            }
        ),
    }


def escape(point: Point, gamma: float) -> dict[str, float]:
    """The growth of the distance, as (factor − 1)/η, beside the curvature that predicts it."""
    eta = 0.1 / np.abs(point.predicted).max()
    start = point.x + START * np.linalg.eigh(point.raised())[1][:, 0]
    path = trajectory(GradientDescent(eta), point.slope, start[None], LONGEST).x[:, 0]
    distance = np.linalg.norm(path - point.x, axis=-1)
    first, last = (int((distance > level).argmax()) for level in (LOW, HIGH))
    factor = (distance[last] / distance[first]) ** (1 / (last - first))
    return {"curvature": -gamma, "predicted": gamma, "measured": (factor - 1) / eta}


def tensor_points(d: int, generator: np.random.Generator) -> list[Point]:
    """One point for each number k of coordinates, with random signs and places."""
    exact = random_frame(d, generator)
    landscape, frame = landscapes.tensor_decomposition(d, exact), np.array(exact, dtype=float)

    def spectrum(k: int) -> np.ndarray:
        return np.array([-8 / k] * (k - 1) + [4 / k] * (d - k))

    points = []
    for k in range(1, d + 1):
        signs = np.zeros(d)
        signs[generator.permutation(d)[:k]] = generator.choice([-1, 1], size=k) / np.sqrt(k)
        other = spectrum(k + 1 if k < d else k - 1)
        points.append(
            Point("tensor", f"{k}", landscape, signs @ frame, spectrum(k), other, on_sphere=True)
        )
    return points


def component_points(d: int, generator: np.random.Generator) -> list[Point]:
    """The d eigenvectors of a matrix with the spectrum 1, 2, 4, …"""
    exact = random_frame(d, generator)
    values = 2.0 ** np.arange(d)
    landscape = landscapes.pca(exact.T * sp.diag(*(2**i for i in range(d))) * exact)
    frame = np.array(exact, dtype=float)

    def spectrum(i: int) -> np.ndarray:
        return np.delete(values[i] - values, i)

    return [
        Point(
            "component",
            f"{i + 1}",
            landscape,
            frame[i],
            spectrum(i),
            spectrum(i - 1),
            on_sphere=True,
        )
        for i in range(d)
    ]


def phase_points(n: int, generator: np.random.Generator) -> list[Point]:
    """The signal, the origin and a random point of the sphere of saddles."""
    signal = [int(k) for k in generator.integers(1, 5, size=n)]
    z = np.array(signal, dtype=float)
    square = z @ z
    across = generator.normal(size=n)
    across -= z * (across @ z) / square
    across *= np.sqrt(square / 3) / np.linalg.norm(across)
    landscape = landscapes.phase_retrieval_population(signal)
    at_signal = square * np.array([24.0] + [8.0] * (n - 1))
    at_saddle = square * np.array([8.0, -8.0] + [0.0] * (n - 2))
    at_origin = square * np.array([-12.0] + [-4.0] * (n - 1))
    return [
        Point("phases", "signal", landscape, z, at_signal, at_saddle),
        Point("phases", "orthogonal", landscape, across, at_saddle, at_origin),
        Point("phases", "origin", landscape, np.zeros(n), at_origin, at_signal),
    ]


def complex_points(n: int, generator: np.random.Generator) -> list[Point]:
    """The signal, turned by a random phase."""
    real, imaginary = generator.integers(1, 5, size=(2, n)).tolist()
    landscape = landscapes.complex_phase_retrieval_population(real, imaginary)
    turned = (np.array(real) + 1j * np.array(imaginary)) * np.exp(2j * np.pi * generator.random())
    square = np.abs(turned) @ np.abs(turned)
    predicted = square * np.array([16.0, 0.0] + [4.0] * (2 * n - 2))
    wrong = square * np.array([16.0] + [4.0] * (2 * n - 1))
    x = np.concatenate([turned.real, turned.imag])
    return [Point("complex phases", "signal", landscape, x, predicted, wrong)]


def factorization_points(generator: np.random.Generator) -> list[Point]:
    """A 4 × 3 matrix of singular values 9, 4, 1 at rank 2: one point for each set S."""
    left, right = random_frame(4, generator)[:, :3], random_frame(3, generator)
    target = left * sp.diag(*(root**2 for root in ROOTS)) * right.T
    landscape = landscapes.matrix_factorization(4, 3, 2, target)
    A, B = np.array(left, dtype=float), np.array(right, dtype=float)
    kept_sets = [kept for size in range(3) for kept in combinations(range(3), size)]
    points = []
    for index, kept in enumerate(kept_sets):
        U, V = np.zeros((4, 2)), np.zeros((3, 2))
        for column, i in enumerate(kept):
            U[:, column], V[:, column] = A[:, i] * ROOTS[i], B[:, i] * ROOTS[i]
        label = "+".join(str(ROOTS[i] ** 2) for i in kept) or "none"
        x = np.concatenate([U.ravel(), V.ravel()])
        others = factorization_spectrum(kept_sets[index - 1])
        points.append(
            Point("factorization", label, landscape, x, factorization_spectrum(kept), others)
        )
    return points


def factorization_spectrum(kept: tuple[int, ...]) -> np.ndarray:
    """The curvatures of the docstring for m = 4, n = 3, r = 2."""
    inside = [ROOTS[i] ** 2 for i in kept]
    outside = [ROOTS[i] ** 2 for i in range(3) if i not in kept]
    values: list[float] = []
    for s in inside:
        values += [s + t for t in outside] + [s - t for t in outside] + [s]
        values += [s + t for t in inside] + [0] * len(inside)
    for _ in range(2 - len(inside)):
        values += [*outside] + [-t for t in outside] + [0] * (1 + 2 * len(inside))
    return np.array(values, dtype=float)
