"""Planes through the problems with their stationary points, and the orbits that symmetry makes.

Design. No chance. Losses on grids:
    population   phase retrieval in the mean, z = (1, 1)
    measured     the same signal from e₁, e₂ and (1/2, 1/2)
    completion   the 3 × 3 matrix of ones without (1, 3) and (2, 2), on the plane of the multiples
                 of (1, 1, 1)/√3 and (1, 0, −1)/√2
    scaling      ½(uv − 1)², the smallest factorization, with its minimisers uv = 1
    complex      complex phase retrieval of one entry, with its minimisers, a circle
Marked are points of the planes that are stationary in the whole space, exact or by Newton's method
from a rough place, with their kind by the eigenvalues of the Hessian there. Of the tensor on the
sphere in three dimensions: its 26 stationary points, and its value on a grid of angles.

Acceptance. At every marked point the compiled gradient is below 10⁻¹²; on the sphere there are 26
points, of which 6 are minima, 12 saddles and 8 maxima; the loss on the orbits is below 10⁻¹².

Negative control. Moved by 10⁻³ no marked point passes the test on its gradient.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from provenscape.models import landscapes
from provenscape.models.landscapes import Landscape, OnSphere
from provenscape.study.tables import scalars

TABLES = (
    "problem_surfaces",
    "problem_points",
    "problem_orbits",
    "tensor_sphere",
    "tensor_points",
    "problem_values",
)
PARAMETERS = {"quick": {"points": 41}, "full": {"points": 51}}

HALF = Fraction(1, 2)
MASK = [[1, 1, 0], [1, 0, 1], [0, 1, 1]]
NEWTON_STEPS = 8
ZERO = 1e-6
PLANE = np.eye(2)
ACROSS = np.array([[1, 1, 1], [1, 0, -1]]) / np.sqrt([[3], [2]])
THIRD = float(np.sqrt(1 / 3))


@dataclass(frozen=True)
class Slice:
    """A landscape, two rows that span the plane, half its width, rough stationary points in it."""

    landscape: Landscape
    axes: np.ndarray
    width: float
    rough: tuple[tuple[float, float], ...]

    def stationary(self) -> np.ndarray:
        """The points that Newton's method reaches from the rough ones; shape (points, d)."""
        x = np.array(self.rough) @ self.axes
        for _ in range(NEWTON_STEPS):
            slope, hessian = self.landscape.grad(x), self.landscape.hess(x)
            x = x - np.einsum("nij,nj->ni", np.linalg.pinv(hessian), slope)
        return x


def slices() -> dict[str, Slice]:
    """The planes of the docstring."""
    four = ((0, 0), (1, 1), (-1, -1))
    across = ((THIRD, -THIRD), (-THIRD, THIRD))
    spurious = ((1, -1), (-1, 1))
    passes = tuple((s * a, s * b) for s in (1, -1) for a, b in ((1.08, -0.19), (0.19, -1.08)))
    ends = tuple((s * a, s * b) for s in (1, -1) for a, b in ((3**0.5, 0), (0, 2**0.5)))
    measured = landscapes.phase_retrieval([[1, 0], [0, 1], [HALF, HALF]], [1, 1])
    completion = landscapes.symmetric_matrix_completion(MASK, [[1] * 3] * 3, 1)
    return {
        "population": Slice(
            landscapes.phase_retrieval_population([1, 1]), PLANE, 1.6, four + across
        ),
        "measured": Slice(measured, PLANE, 1.6, four + spurious + passes),
        "completion": Slice(completion, ACROSS, 2.2, ((0, 0), *ends)),
        "scaling": Slice(landscapes.matrix_factorization(1, 1, 1, [[1]]), PLANE, 2, ((0, 0),)),
        "complex": Slice(
            landscapes.complex_phase_retrieval_population([1], [0]), PLANE, 1.4, ((0, 0),)
        ),
    }


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return the tables that the two figures draw.

    problem_surfaces: problem, x, y, z. problem_points: problem, x, y, z, nature, low, high (the
    extreme eigenvalues), gradient, off (the component outside the plane). problem_orbits: problem,
    branch, x, y, loss. tensor_sphere: x, y, z, value over a grid of angles (longitude, latitude).
    tensor_points: x, y, z, value, size (coordinates not 0), nature, gradient. problem_values: name,
    value.
    """
    planes = slices()
    points = pd.concat([describe(name, plane) for name, plane in planes.items()], ignore_index=True)
    tensor = tensor_points()
    numbers = tensor["nature"].value_counts()
    losses = points.query("problem in ('measured', 'completion')")
    spurious = losses.query("nature == 'minimum' and z > 0.1").groupby("problem")["z"].min()
    return {
        "problem_surfaces": pd.concat(
            [surface(name, plane, parameters["points"]) for name, plane in planes.items()],
            ignore_index=True,
        ),
        "problem_points": points,
        "problem_orbits": orbits(planes),
        "tensor_sphere": sphere_grid(parameters["points"]),
        "tensor_points": tensor,
        "problem_values": scalars(
            {
                "points": len(tensor),
                **numbers,
                "spurious_phases": spurious["measured"],
                "spurious_completion": spurious["completion"],
            }
        ),
    }


def surface(name: str, plane: Slice, points: int) -> pd.DataFrame:
    """The loss on a grid of the plane."""
    side = np.linspace(-plane.width, plane.width, points)
    x, y = (part.ravel() for part in np.meshgrid(side, side))
    values = plane.landscape.value(np.stack([x, y], axis=-1) @ plane.axes)
    return pd.DataFrame({"problem": name, "x": x, "y": y, "z": values})


def describe(name: str, plane: Slice) -> pd.DataFrame:
    """The marked points of a plane, in its coordinates, and their kinds."""
    places = plane.stationary()
    inside = places @ plane.axes.T
    spectrum = np.linalg.eigvalsh(plane.landscape.hess(places))
    return pd.DataFrame(
        {
            "problem": name,
            "x": inside[:, 0],
            "y": inside[:, 1],
            "z": plane.landscape.value(places),
            "nature": nature(spectrum),
            "low": spectrum[:, 0],
            "high": spectrum[:, -1],
            "gradient": np.linalg.norm(plane.landscape.grad(places), axis=-1),
            "off": np.linalg.norm(places - inside @ plane.axes, axis=-1),
        }
    )


def nature(spectrum: np.ndarray) -> np.ndarray:
    """minimum, saddle or maximum by nonzero eigenvalues, shape (points, d), rising."""
    low, high = spectrum[:, 0], spectrum[:, -1]
    return np.where(low > ZERO, "minimum", np.where(high < -ZERO, "maximum", "saddle"))


def orbits(planes: Mapping[str, Slice]) -> pd.DataFrame:
    """The minimisers of the two planes whose minima are not isolated."""
    angle = np.linspace(0, 2 * np.pi, 121)
    stretch = np.geomspace(1 / 2, 2, 61)
    curves = [
        ("complex", 0, np.cos(angle), np.sin(angle)),
        ("scaling", 0, stretch, 1 / stretch),
        ("scaling", 1, -stretch, -1 / stretch),
    ]
    return pd.concat(
        [
            pd.DataFrame(
                {
                    "problem": name,
                    "branch": branch,
                    "x": x,
                    "y": y,
                    "loss": planes[name].landscape.value(np.stack([x, y], axis=-1)),
                }
            )
            for name, branch, x, y in curves
        ],
        ignore_index=True,
    )


def sphere_grid(points: int) -> pd.DataFrame:
    """The value of the tensor on a grid of the sphere."""
    longitude, latitude = np.meshgrid(
        np.linspace(0, 2 * np.pi, 4 * points // 3),
        np.linspace(-np.pi / 2, np.pi / 2, 2 * points // 3),
    )
    x = np.cos(latitude) * np.cos(longitude)
    y = np.cos(latitude) * np.sin(longitude)
    place = np.stack([x, y, np.sin(latitude)], axis=-1)
    columns = {"longitude": longitude, "latitude": latitude, "x": x, "y": y, "z": place[..., 2]}
    columns["value"] = landscapes.tensor_decomposition(3).value(place)
    return pd.DataFrame({name: column.ravel() for name, column in columns.items()})


def tensor_points() -> pd.DataFrame:
    """The 26 stationary points of the tensor on the sphere of three dimensions."""
    signs = np.array([s for s in product((-1, 0, 1), repeat=3) if any(s)], dtype=float)
    sphere = OnSphere(landscapes.tensor_decomposition(3))
    x = sphere.retract(signs)
    lifted = sphere.hess(x)
    tangent = np.linalg.svd(x[:, None, :])[2][:, 1:]  # rows that span the tangents
    along = tangent @ lifted @ tangent.swapaxes(1, 2)
    return pd.DataFrame(
        {
            **dict(zip("xyz", x.T, strict=True)),
            "value": sphere.value(x),
            "size": np.abs(signs).sum(axis=1).astype(int),
            "nature": nature(np.linalg.eigvalsh(along)),
            "gradient": np.linalg.norm(sphere.grad(x), axis=-1),
        }
    )
