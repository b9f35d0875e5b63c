"""Reductions of combinatorial problems to minimisation and to training, in exact arithmetic.

PARTITION becomes the least value of a quartic and the least squared loss of one ReLU, the clique
number of a graph the least value of a quartic and whether the origin is a local minimum, and set
splitting the training of three threshold units (Blum & Rivest 1992). The problems themselves are
solved here by going through all cases; what they become is decided without them, on whole numbers
and fractions. Points are arrays with a row for each; what is found at them is exact, whatever its
size, for whole numbers and fractions, and in double precision if an entry is a float.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, product
from numbers import Rational
from typing import Any

import numpy as np
from flint import fmpq, fmpq_mat

from provenscape.errors import UserError
from provenscape.models.requirements import require_count

Matrix = tuple[tuple[int, ...], ...]
Sample = tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]  # inputs, labels

GATES = {"and": np.bitwise_and, "or": np.bitwise_or}
SIDES = ((0, 0), (0, 1), (1, 0), (1, 1))  # what two units may say of the origin
CORNER_SAMPLE: Sample = (  # no disjunction of two threshold units has these labels
    ((1, 0, 1), (0, 1, 1), (1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1)),
    (1, 1, 0, 0, 0, 0),
)


def require_numbers(numbers: Sequence[int]) -> tuple[int, ...]:
    """The whole numbers of an instance of PARTITION; raises UserError if one is below 1."""
    given = tuple(numbers)
    if not given or any(not _is_whole(a) or a < 1 for a in given):
        raise UserError(f"PARTITION: the numbers are {given!r}; give whole numbers, 1 or more")
    return tuple(map(int, given))


def require_symmetric(who: str, matrix: Sequence[Sequence[int]]) -> Matrix:
    """The rows of a symmetric matrix of whole numbers; raises UserError for any other."""
    rows = tuple(map(tuple, matrix))
    if not rows or any(len(row) != len(rows) for row in rows):
        raise UserError(f"{who}: the matrix is empty or not square; give n rows of n, n ≥ 1")
    if not all(_is_whole(entry) for row in rows for entry in row):
        raise UserError(f"{who}: not all entries are whole numbers; scale the matrix")
    if rows != tuple(zip(*rows, strict=True)):
        raise UserError(f"{who}: the matrix is not symmetric; give M with M_ij = M_ji")
    return tuple(tuple(map(int, row)) for row in rows)


def require_graph(who: str, adjacency: Sequence[Sequence[int]]) -> Matrix:
    """The matrix of adjacency of a graph; raises UserError for a matrix that is none."""
    rows = require_symmetric(who, adjacency)
    if any(entry not in (0, 1) or (i == j and entry) for i, row in enumerate(rows)
           for j, entry in enumerate(row)):  # fmt: skip
        raise UserError(f"{who}: that is no graph; give entries 0 and 1, with 0 on the diagonal")
    return rows


def require_points(who: str, x: np.ndarray, width: int) -> np.ndarray:
    """The points as an array, of Python's numbers unless one is a float; raises UserError unless
    each has that many coordinates."""
    points = x if _is_float(x) else _exact_or_float(who, x)
    if points.ndim == 0 or points.shape[-1] != width:
        raise UserError(
            f"{who}: the points have the shape {points.shape}; give {width} coordinates in a row"
        )
    return points


def _is_float(x: Any) -> bool:
    return isinstance(x, np.ndarray) and x.dtype.kind == "f"


def _exact_or_float(who: str, x: Any) -> np.ndarray:
    """The entries as floats if one of them is; otherwise whole numbers of any size, or fractions.

    Whole numbers of NumPy would overflow in silence.
    """
    try:
        points = np.array(x, dtype=object)
        if any(isinstance(v, float | np.floating) for v in points.flat):
            return points.astype(np.float64)
    except (TypeError, ValueError):
        raise UserError(f"{who}: the points are no array of numbers; give rows of them") from None
    found = [int(v) if isinstance(v, np.integer | np.bool_) else v for v in points.flat]
    if not all(isinstance(v, Rational) for v in found):
        raise UserError(f"{who}: the points are no array of numbers; give rows of them")
    return np.array(found, dtype=object).reshape(points.shape)


def _beside(points: np.ndarray, whole: Sequence[Any]) -> np.ndarray:
    """The whole numbers as an array to be multiplied with the points: exact if these are."""
    return np.array(whole, dtype=object if points.dtype == object else np.float64)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int | np.integer) and not isinstance(value, bool)


def least_difference(numbers: Sequence[int]) -> int:
    """The least |Σ ± a| over all signs: 0 if there is a partition into equal sums."""
    sums = {0}
    for a in require_numbers(numbers):
        sums = {s + a for s in sums} | {abs(s - a) for s in sums}
    return min(sums)


def partition_gap(numbers: Sequence[int]) -> Fraction:
    """1/(1 + Σ a²): what the quartic, or the ReLU's loss above n, is at least without partition."""
    return Fraction(1, 1 + sum(a * a for a in require_numbers(numbers)))


def partition_quartic(numbers: Sequence[int], x: np.ndarray) -> Any:
    """(Σ a x)² + Σ (x² − 1)² at each row of x."""
    a = require_numbers(numbers)
    x = require_points("partition_quartic", x, len(a))
    return (x * _beside(x, a)).sum(axis=-1) ** 2 + ((x**2 - 1) ** 2).sum(axis=-1)


def relu_sample(numbers: Sequence[int]) -> Sample:
    """The examples e_i and −e_i with label 1, and a and −a with label 0."""
    a = require_numbers(numbers)
    units = [tuple(int(i == j) for j in range(len(a))) for i in range(len(a))]
    inputs = [tuple(s * v for v in row) for row in [*units, a] for s in (1, -1)]
    return tuple(inputs), (1,) * (2 * len(a)) + (0, 0)


def relu_loss(sample: Sample, w: np.ndarray) -> Any:
    """The squared loss of x ↦ max(0, ⟨w, x⟩), summed over the examples, at each row w."""
    inputs, labels = sample
    w = require_points("relu_loss", w, len(inputs[0]))
    outputs = np.maximum(w @ _beside(w, inputs).T, 0)
    return ((outputs - _beside(w, labels)) ** 2).sum(axis=-1)


def least_relu_loss(numbers: Sequence[int]) -> tuple[Fraction, tuple[Fraction, ...]]:
    """The least loss on `relu_sample`, and weights that attain it.

    For given signs of the weights, some of which may be 0, the loss is a convex quadratic function
    of their sizes; its stationary point counts if all its sizes are positive. The loss is evaluated
    there afresh.
    """
    a, sample = require_numbers(numbers), relu_sample(numbers)
    found = []
    for signs in product((-1, 0, 1), repeat=len(a)):
        total = _dot(a, signs)
        share = Fraction(total, 1 + sum(v * v for v, s in zip(a, signs, strict=True) if s))
        sizes = [1 - v * s * share for v, s in zip(a, signs, strict=True)]
        if all(size > 0 for size, s in zip(sizes, signs, strict=True) if s):
            w = tuple(s * size for s, size in zip(signs, sizes, strict=True))
            found.append((relu_loss(sample, np.array(w, dtype=object)), w))
    return min(found)


def graph(vertices: int, edges: Iterable[tuple[int, int]]) -> Matrix:
    """The matrix of adjacency of a graph with vertices 0, 1, …; raises UserError for a bad one."""
    listed = {frozenset(edge) for edge in edges}
    places = set().union(*listed)
    if vertices < 1 or any(len(edge) != 2 for edge in listed) or not places <= {*range(vertices)}:
        raise UserError(
            "graph: give 1 vertex or more, and edges between two different ones of them"
        )
    return tuple(
        tuple(int(frozenset((i, j)) in listed) for j in range(vertices)) for i in range(vertices)
    )


def clique_number(adjacency: Matrix) -> int:
    """The number of vertices of a largest clique, by going through all sets of vertices."""
    rows = require_graph("clique_number", adjacency)
    return max(
        len(chosen)
        for chosen in subsets(len(rows))
        if all(rows[i][j] for i, j in combinations(chosen, 2))
    )


def subsets(size: int) -> list[tuple[int, ...]]:
    """All nonempty subsets of 0, …, size − 1."""
    return [c for k in range(1, size + 1) for c in combinations(range(size), k)]


def principal(matrix: Matrix, kept: Sequence[int]) -> Matrix:
    """The rows and columns of these numbers."""
    return tuple(tuple(matrix[i][j] for j in kept) for i in kept)


def form_of(adjacency: Matrix) -> Matrix:
    """J − A: the form Σ u_i² + 2 Σ u_i u_j over the pairs that are not adjacent."""
    return tuple(tuple(1 - entry for entry in row) for row in require_graph("form_of", adjacency))


def clique_quartic(adjacency: Matrix, x: np.ndarray) -> Any:
    """u'(J − A)u + (Σ u − 1)² at u = x², for each row of x."""
    u = require_points("clique_quartic", x, len(adjacency)) ** 2
    form = (u @ _beside(u, form_of(adjacency)) * u).sum(axis=-1)
    return form + (u.sum(axis=-1) - 1) ** 2


def least_clique_quartic(adjacency: Matrix) -> Fraction:
    """The least value of `clique_quartic`: q/(1 + q) with q the least form on the simplex."""
    form = form_of(adjacency)
    values = [least_inside(principal(form, kept)) for kept in subsets(len(form))]
    q = min(value for value in values if value is not None)
    return q / (1 + q)


@lru_cache(maxsize=100_000)
def least_inside(form: Matrix) -> Fraction | None:
    """The form at its stationary point inside the simplex, if it is nonsingular and has one.

    A least point of a positive form with as few positive coordinates as can be is such a point.
    """
    _, inverse = inverted(form)
    if inverse is None:
        return None
    sums = [sum(row, Fraction(0)) for row in inverse]
    return 1 / sum(sums, Fraction(0)) if all(value > 0 for value in sums) else None


def clique_matrix(adjacency: Matrix, k: int) -> Matrix:
    """k(J − A) − J, which is copositive just if no clique has more than k ≥ 1 vertices."""
    require_count("clique_matrix", "k", k)
    return tuple(tuple(k * entry - 1 for entry in row) for row in form_of(adjacency))


def local_form(matrix: Matrix, x: np.ndarray, power: int = 0) -> Any:
    """Σ M_ij x_i²x_j² at each row of x, and |x|⁶ on top for power 1."""
    rows = require_symmetric("local_form", matrix)
    u = require_points("local_form", x, len(rows)) ** 2
    return (u @ _beside(u, rows) * u).sum(axis=-1) + power * u.sum(axis=-1) ** 3


def copositive(matrix: Matrix) -> bool:
    """Whether u'Mu ≥ 0 for all u ≥ 0, by Hadeler (1983): no principal submatrix has a negative
    determinant and an inverse without positive entries."""
    rows = require_symmetric("copositive", matrix)
    return not any(descends(principal(rows, kept)) for kept in subsets(len(rows)))


@lru_cache(maxsize=100_000)
def descends(matrix: Matrix) -> bool:
    """Whether the determinant is negative and the inverse has no positive entry."""
    determinant, inverse = inverted(matrix)
    return determinant < 0 and inverse is not None and all(v <= 0 for row in inverse for v in row)


def inverted(matrix: Matrix) -> tuple[Fraction, list[list[Fraction]] | None]:
    """Determinant and inverse; no inverse where the first is 0."""
    square = fmpq_mat(len(matrix), len(matrix), [entry for row in matrix for entry in row])
    determinant = _fraction(square.det())
    if not determinant:
        return determinant, None
    return determinant, [[_fraction(v) for v in row] for row in square.inv().tolist()]


def require_sets(size: int, sets: Iterable[Iterable[int]]) -> list[tuple[int, ...]]:
    """Subsets of 0, …, size − 1, sorted; raises UserError for one that is empty or none."""
    require_count("set splitting", "size", size)
    found = [tuple(sorted(set(chosen))) for chosen in sets]
    if any(not c or not set(c) <= set(range(size)) for c in found):
        raise UserError(f"set splitting: give nonempty subsets of 0, …, {size - 1}")
    return found


def splitting(size: int, sets: Iterable[Iterable[int]]) -> tuple[int, ...] | None:
    """Colours 0 and 1 of the elements such that no set has one colour alone, if there are."""
    listed = require_sets(size, sets)
    for colours in product((0, 1), repeat=size):
        if all(len({colours[i] for i in chosen}) == 2 for chosen in listed):
            return colours
    return None


def splitting_sample(
    size: int, sets: Iterable[Iterable[int]], corner: Sample | None = CORNER_SAMPLE
) -> Sample:
    """The origin and Σ_{i∈c} e_i with label 1, each e_i with label 0, and the examples of `corner`
    on inputs of their own."""
    width = 0 if corner is None else len(corner[0][0])
    found = [((0,) * size, 1)]
    found += [(tuple(int(i == j) for j in range(size)), 0) for i in range(size)]
    found += [
        (tuple(int(i in chosen) for i in range(size)), 1) for chosen in require_sets(size, sets)
    ]
    found = [(point + (0,) * width, label) for point, label in found]
    if corner is not None:
        found += [((0,) * size + point, label) for point, label in zip(*corner, strict=True)]
    inputs, labels = zip(*found, strict=True)
    return inputs, labels


def splitting_network(colours: Sequence[int]) -> tuple[tuple[Fraction, ...], ...]:
    """Weights and, last, bias of two threshold units whose conjunction classifies the sample of
    every collection that the colours split, with the corner's examples."""
    size, half = len(colours), Fraction(1, 2)
    if not size or not set(colours) <= {0, 1}:
        raise UserError(
            f"splitting_network: the colours are {colours!r}; give 0 or 1 for each element"
        )
    corner = ((1, 1, -1), (-1, -1, 1))
    return tuple(
        tuple(Fraction(-1 if colour == unit else size) for colour in colours)
        + tuple(map(Fraction, corner[unit]))
        + (half,)
        for unit in (0, 1)
    )


def conjunction(units: Sequence[Sequence[Fraction]], point: Sequence[int]) -> int:
    """Whether all threshold units accept the point."""
    return int(all(_dot(unit[:-1], point) + unit[-1] > 0 for unit in units))


@lru_cache
def threshold_functions(size: int) -> np.ndarray:
    """All linear threshold functions of up to four inputs 0 and 1, as bits: bit Σ x_i 2^i of a
    number says whether x is accepted. Weights from −3 to 3 give them all."""
    if not 1 <= size <= 4:
        raise UserError(f"threshold_functions: size is {size}; give 1, 2, 3 or 4")
    points = np.arange(2**size)[:, None] >> np.arange(size) & 1
    weights = np.array(list(product(range(-3, 4), repeat=size)))
    biases = np.arange(-3 * size - 1, 3 * size + 1) + 0.5
    accepts = (weights @ points.T)[:, None, :] + biases[:, None] > 0
    return np.unique(accepts.reshape(-1, 2**size) @ (1 << np.arange(2**size)))


@lru_cache
def network_functions(size: int, gate: str) -> dict[tuple[int, int], np.ndarray]:
    """All functions of two threshold units and a gate, ``and`` or ``or``, by what the two units say
    of the origin. Any threshold gate is one of them, up to a unit's complement, which is a
    threshold function as well."""
    units = threshold_functions(size)
    if gate not in GATES:
        raise UserError(f"network_functions: the gate is {gate!r}; give one of {', '.join(GATES)}")
    join = GATES[gate]
    sides = {bit: units[(units & 1) == bit] for bit in (0, 1)}
    return {(s, t): np.unique(join.outer(sides[s], sides[t])) for s, t in SIDES}


def trainable(
    size: int,
    sets: Iterable[Iterable[int]],
    gates: Sequence[str] = ("and", "or"),
    corner: Sample | None = CORNER_SAMPLE,
) -> bool:
    """Whether some network of three threshold units has no error on `splitting_sample`, by going
    through all functions of the units; the output is one of the gates.

    The corner's inputs meet the others at the origin alone. Functions on the two groups of inputs
    that agree there are those of one unit: scale weights and bias of one to the other's bias.
    """
    parts = [(size, splitting_sample(size, sets, None))]
    if corner is not None:
        inputs, labels = corner
        parts.append((len(inputs[0]), (((0,) * len(inputs[0]), *inputs), (1, *labels))))
    return any(
        all(_fits(network_functions(n, gate)[sides], sample) for n, sample in parts)
        for gate in gates
        for sides in SIDES
    )


def _fits(functions: np.ndarray, sample: Sample) -> bool:
    """Whether one of the functions has the labels of the sample."""
    bits = [
        (sum(bit << i for i, bit in enumerate(point)), label)
        for point, label in zip(*sample, strict=True)
    ]
    accepted = sum({1 << place for place, label in bits if label})
    rejected = sum({1 << place for place, label in bits if not label})
    if accepted & rejected:  # a set of one element: its example has both labels
        return False
    return bool(np.any((functions & (accepted | rejected)) == accepted))


def _fraction(value: fmpq) -> Fraction:
    return Fraction(int(value.p), int(value.q))


def _dot(left: Sequence[Any], right: Sequence[Any]) -> Any:
    return sum(a * b for a, b in zip(left, right, strict=True))
