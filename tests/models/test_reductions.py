"""What the reductions give is right on all small instances; bad instances are refused."""

from fractions import Fraction
from itertools import combinations, combinations_with_replacement, product

import numpy as np
import pytest

from provenscape.errors import UserError
from provenscape.models import reductions

NUMBERS = [a for n in (1, 2, 3) for a in combinations_with_replacement(range(1, 5), n)]
PAIRS = list(combinations(range(4), 2))
GRAPHS = [
    reductions.graph(4, [pair for i, pair in enumerate(PAIRS) if bits >> i & 1])
    for bits in range(64)
]


def exact(*rows):
    return np.array([list(map(Fraction, row)) for row in rows], dtype=object)


def least_over_signs(numbers):
    return min(abs(np.dot(numbers, s)) for s in product((-1, 1), repeat=len(numbers)))


@pytest.mark.parametrize("numbers", NUMBERS)
def test_the_least_difference_is_that_over_all_signs(numbers):
    assert reductions.least_difference(numbers) == least_over_signs(numbers)


@pytest.mark.parametrize("numbers", NUMBERS)
def test_the_quartic_at_the_signs_is_the_square_of_the_difference(numbers):
    signs = exact(*product((-1, 1), repeat=len(numbers)))
    values = reductions.partition_quartic(numbers, signs)
    assert min(values) == least_over_signs(numbers) ** 2


@pytest.mark.parametrize("numbers", NUMBERS)
def test_the_quartic_is_never_below_its_proved_bound(numbers):
    steps = [Fraction(k, 4) for k in range(-5, 6)]
    values = reductions.partition_quartic(numbers, exact(*product(steps, repeat=len(numbers))))
    assert min(values) >= least_over_signs(numbers) ** 2 * reductions.partition_gap(numbers)


@pytest.mark.parametrize("numbers", NUMBERS)
def test_the_least_loss_of_one_relu_is_n_and_the_square_over_one_and_the_squares(numbers):
    least, w = reductions.least_relu_loss(numbers)
    gap = least_over_signs(numbers) ** 2 * reductions.partition_gap(numbers)
    assert least == len(numbers) + gap
    sample = reductions.relu_sample(numbers)
    assert reductions.relu_loss(sample, exact(w))[0] == least
    near = np.array(w, dtype=float) + np.random.default_rng(1).normal(size=(2_000, len(w)))
    assert (reductions.relu_loss(sample, near) >= float(least) - 1e-12).all()


@pytest.mark.parametrize("adjacency", GRAPHS)
def test_the_least_value_of_the_quartic_of_a_graph_gives_its_clique_number(adjacency):
    omega = reductions.clique_number(adjacency)
    assert reductions.least_clique_quartic(adjacency) == Fraction(1, 1 + omega)
    x = np.random.default_rng(2).uniform(0, 1, (2_000, 4))
    assert (reductions.clique_quartic(adjacency, x) >= 1 / (1 + omega) - 1e-12).all()


@pytest.mark.parametrize("adjacency", GRAPHS[::3])
def test_a_clique_of_more_than_k_vertices_leads_down_from_the_origin_and_nothing_else(adjacency):
    vertices = np.array(list(product((0, 1), repeat=4))[1:])
    x = np.random.default_rng(3).uniform(0, 1, (2_000, 4))
    for k in (1, 2, 3, 4):
        matrix = reductions.clique_matrix(adjacency, k)
        leads_down = (reductions.local_form(matrix, vertices) < 0).any()
        assert leads_down == (reductions.clique_number(adjacency) > k)
        assert reductions.copositive(matrix) == (not leads_down)
        assert leads_down or (reductions.local_form(matrix, x) >= -1e-12).all()


def test_copositivity_of_matrices_with_known_answers():
    horn = ((1, -1, 1, 1, -1), (-1, 1, -1, 1, 1), (1, -1, 1, -1, 1), (1, 1, -1, 1, -1),
            (-1, 1, 1, -1, 1))  # fmt: skip
    assert reductions.copositive(horn)  # neither semidefinite nor non-negative, nor their sum
    assert not reductions.copositive(tuple((*row[:4], row[4] - (i == 4)) for i, row in
                                           enumerate(horn)))  # fmt: skip
    assert reductions.copositive(((0, 1), (1, 0)))
    assert not reductions.copositive(((0, -1), (-1, 5)))


@pytest.mark.parametrize(("size", "count"), [(1, 4), (2, 14), (3, 104), (4, 1882)])
def test_the_threshold_functions_are_as_many_as_are_known(size, count):
    assert len(reductions.threshold_functions(size)) == count


SETS = reductions.subsets(3)


@pytest.mark.parametrize("bits", range(128))
def test_three_threshold_units_learn_a_collection_just_if_it_can_be_split(bits):
    sets = [c for i, c in enumerate(SETS) if bits >> i & 1]
    colours = reductions.splitting(3, sets)
    assert reductions.trainable(3, sets) == (colours is not None)
    assert reductions.trainable(3, sets, gates=["and"], corner=None) == (colours is not None)
    if colours is not None:
        network = reductions.splitting_network(colours)
        for point, label in zip(*reductions.splitting_sample(3, sets), strict=True):
            assert reductions.conjunction(network, point) == label


@pytest.mark.parametrize(("size", "sets"), [(2, [(0,)]), (3, [(0,), (1, 2)])])
def test_a_set_of_one_element_cannot_be_split_nor_learnt(size, sets):
    assert reductions.splitting(size, sets) is None
    assert not reductions.trainable(size, sets)


def test_numbers_of_numpy_are_whole_numbers():
    assert reductions.least_difference(np.array([1, 2, 4])) == 1
    assert reductions.partition_gap(tuple(np.array([1, 2]))) == Fraction(1, 6)
    assert reductions.clique_number(np.array([[0, 1], [1, 0]])) == 2


LARGE = 10**9  # its products do not fit into 64 bits
POINTS = [
    [[10, 10]],
    np.array([[10, 10]]),
    np.array([[10, 10]], dtype=np.int8),
    [[np.int64(10), np.int64(10)]],
    exact((10, 10)),
]


@pytest.mark.parametrize("x", POINTS)
def test_whole_numbers_of_any_size_are_exact(x):
    assert reductions.partition_quartic((LARGE,) * 2, x)[0] == (20 * LARGE) ** 2 + 2 * 99**2
    sample = reductions.relu_sample((LARGE,) * 2)
    assert reductions.relu_loss(sample, x)[0] == 2 * 9**2 + 2 + (20 * LARGE) ** 2
    matrix = ((LARGE**2, -LARGE), (-LARGE, 2**63))
    form = 10**4 * (LARGE**2 - 2 * LARGE + 2**63)
    assert reductions.local_form(matrix, x)[0] == form
    assert reductions.local_form(matrix, x, power=1)[0] == form + 200**3


@pytest.mark.parametrize("x", [2**40, 2**63, 10**30])
def test_points_of_any_size_are_exact(x):
    assert reductions.partition_quartic((1, 2), [[x, -1]])[0] == (x - 2) ** 2 + (x**2 - 1) ** 2
    path = reductions.graph(2, [(0, 1)])
    assert reductions.clique_quartic(path, [[x, -1]])[0] == x**4 + 1 + x**4
    assert not reductions.copositive(((x, -x - 1), (-x - 1, x)))
    assert reductions.least_difference((x, x + 1, 3)) == 2


def test_floats_stay_floats():
    found = reductions.partition_quartic((2**40, 2**63), [[0.5, -1]])
    assert found.dtype == np.float64 and found[0] == float((2**39 - 2**63) ** 2) + 0.5625


def test_without_the_corner_a_disjunction_learns_what_cannot_be_split():
    sets = [(0, 1), (0, 2), (1, 2)]
    assert reductions.splitting(3, sets) is None
    assert reductions.trainable(3, sets, corner=None)
    assert not reductions.trainable(3, sets)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: reductions.least_difference(()), "PARTITION: the numbers are"),
        (lambda: reductions.partition_gap((1, 0)), "1 or more"),
        (lambda: reductions.relu_sample((1, 2.5)), "whole numbers"),
        (lambda: reductions.graph(0, []), "1 vertex or more"),
        (lambda: reductions.graph(2, [(0, 2)]), "edges between two"),
        (lambda: reductions.graph(2, [(1, 1)]), "edges between two"),
        (lambda: reductions.splitting(3, [()]), "nonempty subsets"),
        (lambda: reductions.trainable(2, [(0, 2)]), "nonempty subsets of 0, …, 1"),
        (lambda: reductions.threshold_functions(5), "give 1, 2, 3 or 4"),
        (lambda: reductions.local_form(((0, 1), (0, 0)), np.ones((1, 2))), "not symmetric"),
        (lambda: reductions.local_form(((0, 1), (1, 0)), np.ones((1, 3))), "give 2 coordinates"),
        (lambda: reductions.partition_quartic((1, 2), np.ones((1, 3))), "give 2 coordinates"),
        (lambda: reductions.relu_loss(reductions.relu_sample((1, 2)), np.ones(3)), "give 2 coord"),
        (lambda: reductions.clique_quartic(((0, 1), (1, 0)), np.ones(3)), "give 2 coordinates"),
        (lambda: reductions.partition_quartic((1, 2), [[1], [1, 2]]), "no array of numbers"),
        (
            lambda: reductions.relu_loss(reductions.relu_sample((1,)), [["1"]]),
            "no array of numbers",
        ),
        (lambda: reductions.copositive(()), "empty or not square"),
        (lambda: reductions.copositive(((1,), (1, 2))), "empty or not square"),
        (lambda: reductions.copositive(((1, 2), (-9, 1))), "not symmetric"),
        (lambda: reductions.copositive(((0.5,),)), "whole numbers"),
        (lambda: reductions.clique_number(()), "empty or not square"),
        (lambda: reductions.clique_number(((0, 1), (0, 0))), "not symmetric"),
        (lambda: reductions.clique_number(((1,),)), "that is no graph"),
        (lambda: reductions.clique_number(((0, 2), (2, 0))), "that is no graph"),
        (lambda: reductions.least_clique_quartic(()), "empty or not square"),
        (lambda: reductions.clique_matrix(((0,),), 0), "k is 0"),
        (lambda: reductions.clique_matrix(((0,),), -1), "k is -1"),
        (lambda: reductions.splitting_network((7, 7)), "give 0 or 1 for each"),
        (lambda: reductions.splitting_network(()), "give 0 or 1 for each"),
        (lambda: reductions.network_functions(2, "xor"), "give one of and, or"),
        (lambda: reductions.trainable(2, [(0, 1)], gates=("xor",)), "give one of and, or"),
        (lambda: reductions.splitting(0, []), "size is 0"),
    ],
)
def test_a_bad_instance_is_refused(made, said):
    with pytest.raises(UserError, match=said):
        made()
