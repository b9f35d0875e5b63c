"""Five reductions, each tried on all instances up to a size, in both directions.

Design. Every instance of the combinatorial problem is solved by going through all cases, and what
it becomes is decided by other means, without the combinatorial problem:
    quartic           PARTITION (numbers up to `largest`): f* ≤ 0?, by Newton's method from all
                      signs
    one ReLU          the same: L* ≤ n?, L* exactly, by the faces of the orthants; no bias
    clique value      all graphs and k: f* ≥ 1/(1 + k) just if ω ≤ k, f* exactly, by faces
    clique descent    the same up to four vertices, f* by a trust region from STARTS starts
    local minimum     all graphs and k: the origin is one just if ω ≤ k, by exact minors
    sextic descent    the same up to four vertices: is 0 the local minimum that is found, the best
                      of a trust region from STARTS starts?
    three units       all collections of nonempty sets: some three threshold units learn the sample,
                      by going through all functions of two units and a gate
Newton's values are above f*, and are taken as f* ≤ 0 below half the proved gap; those of the trust
region on the quartic likewise. A single start does not decide: the origin may attract descent from
an open set without being a local minimum.

Acceptance. The answers agree on all instances, and both answers occur; the least values of the
quartic and of the ReLU lie between their proved bounds; u'Mu < 0 at every minimum of the sextic
found off the origin.

Negative control. With one ingredient changed each reduction is wrong on some instances, both ways:
the last number left out of Σ a x, or of the examples ±a; the edges' form for that of the pairs not
adjacent (four times); the last element of each set left out.
"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations, combinations_with_replacement
from typing import Any

import numpy as np
import pandas as pd

from provenscape.models import reductions
from provenscape.models.optimizers import TrustRegion, after
from provenscape.models.reductions import Matrix

TABLES = (
    "reduction_checks", "reduction_values", "reduction_minima", "reduction_maps",
    "reduction_points", "reduction_rays", "reduction_graph", "reduction_numbers",
)  # fmt: skip
# Where the acceptance takes a gradient for 0; the rest is rounding.
NOISE = {"reduction_minima": {"slope": 1e-7}}
PARAMETERS = {
    "quick": {"numbers": 4, "largest": 4, "vertices": 4, "elements": 3},
    "full": {"numbers": 5, "largest": 5, "vertices": 5, "elements": 4},
}

STEPS, HALVINGS = 60, 12
SHOWN = (1, 2)  # the instance of PARTITION whose quartic and loss are drawn: it has none
DRAWN = reductions.graph(5, [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4)])
CLIQUE = np.array([1, 1, 1, 0, 0])
SIGN_WELLS = (
    lambda x: (x**2 - 1) ** 2,
    lambda x: 4 * x * (x**2 - 1),
    lambda x: 12 * x**2 - 4,
)
DESCENT_VERTICES, STARTS, DESCENT_STEPS = 4, 24, 60
AT_THE_ORIGIN = 1e-6  # of −f: minima off the origin are at −(4/27)/n³ or below


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return the checks (reduction, size, instances, yes, agreements, control: agreements of the
    wrong reduction, wrong_yes, wrong_no: its errors), the values of all instances of PARTITION, the
    minima of the sextic off the origin (vertices, value, form: u'Mu, slope), and what the figure
    draws."""
    del seed  # nothing is drawn at random
    values = pd.concat(
        [partitions(n, parameters["largest"]) for n in range(1, parameters["numbers"] + 1)],
        ignore_index=True,
    )
    checks = [*partition_checks(values)]
    minima = []
    for n in range(1, parameters["vertices"] + 1):
        rows, found = graph_checks(n)
        checks += rows
        minima.append(found)
    checks += [splitting_check(n) for n in range(2, parameters["elements"] + 1)]
    maps, points = pictures()
    checked = pd.DataFrame(checks).sort_values(["reduction", "size"], ignore_index=True)
    return {
        "reduction_checks": checked,
        "reduction_numbers": numbers(checked),
        "reduction_values": values,
        "reduction_minima": pd.concat(minima, ignore_index=True),
        "reduction_maps": maps,
        "reduction_points": points,
        "reduction_rays": rays(),
        "reduction_graph": drawn_graph(),
    }


def numbers(checked: pd.DataFrame) -> pd.DataFrame:
    """Name and value of what the captions say: sums over sizes, and least values of SHOWN."""
    place = np.array([SHOWN], dtype=float)
    total = checked.drop(columns="size").groupby("reduction").sum()
    found = {
        f"{name.replace(' ', '_')}_{column}": float(total.loc[name, column])
        for name in total.index
        for column in ("instances", "agreements", "control")
    }
    found["least_quartic"] = float(least_values(place, SIGN_WELLS)[0])
    found["least_relu"] = float(reductions.least_relu_loss(SHOWN)[0] - len(SHOWN))
    found["gap"] = float(reductions.partition_gap(SHOWN))
    return pd.DataFrame({"name": found.keys(), "value": found.values()})


def check(
    name: str, size: int, truth: list[bool], found: list[bool], wrong: list[bool]
) -> dict[str, Any]:
    """A row of reduction_checks."""
    answer, other = np.array(truth), np.array(wrong)
    return {
        "reduction": name,
        "size": size,
        "instances": answer.size,
        "yes": answer.sum(),
        "agreements": (answer == np.array(found)).sum(),
        "control": (answer == other).sum(),
        "wrong_yes": (~answer & other).sum(),
        "wrong_no": (answer & ~other).sum(),
    }


def partitions(n: int, largest: int) -> pd.DataFrame:
    """All instances of n numbers, sorted, with bounds and least values."""
    numbers = list(combinations_with_replacement(range(1, largest + 1), n))
    difference = np.array([reductions.least_difference(a) for a in numbers])
    gap = np.array([float(reductions.partition_gap(a)) for a in numbers])
    losses = [reductions.least_relu_loss(a)[0] - n for a in numbers]
    return pd.DataFrame(
        {
            "n": n,
            "numbers": [" ".join(map(str, a)) for a in numbers],
            "squares": [sum(v * v for v in a) for a in numbers],
            "difference": difference,
            "low": difference**2 * gap,
            "high": difference**2,
            "quartic": least_values(np.array(numbers, dtype=float), SIGN_WELLS),
            "relu": np.array(losses, dtype=float),
            "relu_yes": [loss <= 0 for loss in losses],
            "quartic_control": least_values(
                np.array([(*a[:-1], 0.0) for a in numbers]), SIGN_WELLS
            ),
            "relu_control": [shorter(a) for a in numbers],
        }
    )


def least_values(
    numbers: np.ndarray, wells: tuple[Callable[[np.ndarray], np.ndarray], ...]
) -> np.ndarray:
    """The least value of (Σ a x)² + Σ well(x) that Newton's method finds from all signs."""
    count, n = numbers.shape
    signs = 1.0 - 2 * (np.arange(2**n)[:, None] >> np.arange(n) & 1)
    well, slope, curvature = wells
    a = np.repeat(numbers, 2**n, axis=0)
    x = np.tile(signs, (count, 1))

    def value(point: np.ndarray) -> np.ndarray:
        return (a * point).sum(axis=1) ** 2 + well(point).sum(axis=1)

    now = value(x)
    for _ in range(STEPS):
        gradient = 2 * a * (a * x).sum(axis=1, keepdims=True) + slope(x)
        inverse = 1 / np.maximum(curvature(x), 1)
        along = 2 * (a * inverse * gradient).sum(axis=1) / (1 + 2 * (a**2 * inverse).sum(axis=1))
        step = inverse * (a * along[:, None] - gradient)
        for _ in range(HALVINGS):
            then = value(x + step)
            better = then < now
            x, now = np.where(better[:, None], x + step, x), np.where(better, then, now)
            step = np.where(better[:, None], 0, step / 2)
    return now.reshape(count, -1).min(axis=1)


def shorter(numbers: tuple[int, ...]) -> bool:
    """Whether loss n is had with the last number left out of ±a: its own weight costs 1 then."""
    rest = numbers[:-1]
    return not rest or bool(reductions.least_relu_loss(rest)[0] <= len(rest))


def partition_checks(values: pd.DataFrame) -> Iterator[dict[str, Any]]:
    for n, rows in values.groupby("n"):
        truth = list(rows["difference"] == 0)
        half = 1 / (2 * (1 + rows["squares"]))
        quartic, control = list(rows["quartic"] < half), list(rows["quartic_control"] < half)
        yield check("quartic", n, truth, quartic, control)
        yield check("one ReLU", n, truth, list(rows["relu_yes"]), list(rows["relu_control"]))


def graph_checks(vertices: int) -> tuple[list[dict[str, Any]], pd.DataFrame]:
    """Both reductions on all graphs: is ω ≤ k?, for k = 1, …; and the minima of the sextic."""
    pairs = list(combinations(range(vertices), 2))
    graphs = [
        reductions.graph(vertices, [pair for i, pair in enumerate(pairs) if bits >> i & 1])
        for bits in range(2 ** len(pairs))
    ]
    counts = range(1, vertices + 1)
    truth = [reductions.clique_number(adjacency) <= k for adjacency in graphs for k in counts]
    least = [reductions.least_clique_quartic(adjacency) for adjacency in graphs]
    matrices = [reductions.clique_matrix(adjacency, k) for adjacency in graphs for k in counts]

    def opposite(answers: list[bool]) -> list[bool]:
        """The answers for the complements: all pairs but a graph's own are those of another."""
        return [answer for row in reversed(np.array(answers).reshape(-1, vertices).tolist())
                for answer in row]  # fmt: skip

    value = [f >= Fraction(1, 1 + k) for f in least for k in counts]
    minimum = [reductions.copositive(matrix) for matrix in matrices]
    answers = {"clique value": value, "local minimum": minimum}
    minima = pd.DataFrame()
    if vertices <= DESCENT_VERTICES:
        half = 1 / (2 * vertices * (vertices + 1))
        found = descended(np.array([reductions.form_of(g) for g in graphs]), False)[0].min(axis=1)
        answers["clique descent"] = [f > 1 / (1 + k) - half for f in found for k in counts]
        values, forms, slopes = descended(np.array(matrices), True)
        answers["sextic descent"] = list(values.min(axis=1) > -AT_THE_ORIGIN)
        off = values < -AT_THE_ORIGIN
        minima = pd.DataFrame(
            {"vertices": vertices, "value": values[off], "form": forms[off], "slope": slopes[off]}
        )
    return [
        check(name, vertices, truth, found, opposite(found)) for name, found in answers.items()
    ], minima


def descended(forms: np.ndarray, sextic: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Values, u'Mu and gradient norms, a row for each matrix, where a trust region ends from each
    of STARTS starts, f being u'Mu + (Σ u)³ or u'Mu + (Σ u − 1)² with u_i = x_i²."""
    count, n = forms.shape[:2]
    starts = np.random.default_rng(n).uniform(0.05, 1, (STARTS, n))
    matrix = np.repeat(forms, STARTS, axis=0).astype(float)

    def form(u: np.ndarray) -> np.ndarray:
        return np.einsum("ri,rij,rj->r", u, matrix, u)

    def value(x: np.ndarray) -> np.ndarray:
        total = (x**2).sum(axis=1)
        return form(x**2) + (total**3 if sextic else (total - 1) ** 2)

    def inner(u: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The derivative in u, and the second one of the part in Σ u."""
        total = u.sum(axis=1)
        first, second = (3 * total**2, 6 * total) if sextic else (2 * (total - 1), 2 + 0 * total)
        return 2 * np.einsum("rij,rj->ri", matrix, u) + first[:, None], second

    def gradient(x: np.ndarray) -> np.ndarray:
        return 2 * x * inner(x**2)[0]

    def hessian(x: np.ndarray) -> np.ndarray:
        slope, second = inner(x**2)
        outer = 4 * x[:, :, None] * x[:, None, :]
        return outer * (2 * matrix + second[:, None, None]) + 2 * np.eye(n) * slope[:, None, :]

    method = TrustRegion(0.5, value, hessian)
    x = after(method, gradient, np.tile(starts, (count, 1)), DESCENT_STEPS).x
    shape = (count, STARTS)
    slopes = np.linalg.norm(gradient(x), axis=1)
    return value(x).reshape(shape), form(x**2).reshape(shape), slopes.reshape(shape)


def splitting_check(elements: int) -> dict[str, Any]:
    """Set splitting on all collections of nonempty sets."""
    candidates = reductions.subsets(elements)
    truth, found, wrong = [], [], []
    for bits in range(2 ** len(candidates)):
        sets = [c for i, c in enumerate(candidates) if bits >> i & 1]
        truth.append(reductions.splitting(elements, sets) is not None)
        found.append(reductions.trainable(elements, sets))
        wrong.append(reductions.trainable(elements, [c[:-1] for c in sets if len(c) > 1]))
    return check("three units", elements, truth, found, wrong)


def pictures() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The quartic and the loss above n of SHOWN on a grid, and marked points: the signs, and the
    sample of two elements that are one set, with what the two units of a network say."""
    side = np.linspace(-1.6, 1.6, 81)
    x, y = (part.ravel() for part in np.meshgrid(side, side))
    place = np.stack([x, y], axis=1)
    sample = reductions.relu_sample(SHOWN)
    heights = {
        "quartic": reductions.partition_quartic(SHOWN, place),
        "relu": reductions.relu_loss(sample, place) - len(SHOWN),
    }
    maps = [pd.DataFrame({"panel": name, "x": x, "y": y, "z": z}) for name, z in heights.items()]
    inputs, labels = reductions.splitting_sample(2, [(0, 1)], None)
    units = reductions.splitting_network((0, 1))
    rows = [
        {"panel": "network", "x": point[0], "y": point[1], "label": label}
        for point, label in zip(inputs, labels, strict=True)
    ]
    across = np.array([-0.6, 1.6])
    for number, unit in enumerate(units):  # w₁x + w₂y + b = 0
        w, v, bias = float(unit[0]), float(unit[1]), float(unit[-1])
        rows += [
            {"panel": f"unit {number + 1}", "x": s, "y": -(bias + w * s) / v, "label": -1}
            for s in across
        ]
    return pd.concat(maps, ignore_index=True), pd.DataFrame(rows)


def rays() -> pd.DataFrame:
    """Σ M_ij x_i²x_j² + |x|⁶ on the ray through the clique of DRAWN, for k about its size."""
    s = np.linspace(0, 0.5, 51)
    place = s[:, None] * CLIQUE
    return pd.concat(
        [
            pd.DataFrame(
                {
                    "k": k,
                    "s": s,
                    "value": reductions.local_form(matrix, place, 1),
                    "minimum": reductions.copositive(matrix),
                }
            )
            for k in (1, 2, 3, 4)
            for matrix in [reductions.clique_matrix(DRAWN, k)]
        ],
        ignore_index=True,
    )


def drawn_graph(adjacency: Matrix = DRAWN) -> pd.DataFrame:
    """Both ends of each edge, and whether it belongs to the clique."""
    turn = 2 * np.pi * np.arange(len(adjacency)) / len(adjacency)
    x, y = np.cos(turn), np.sin(turn)
    return pd.DataFrame(
        [
            {"x1": x[i], "y1": y[i], "x2": x[j], "y2": y[j], "clique": CLIQUE[i] * CLIQUE[j] == 1}
            for i, j in combinations(range(len(adjacency)), 2)
            if adjacency[i][j]
        ]
    )
