"""Performance estimation of descent: exact values where known, errors where it is misused."""

import numpy as np
import pytest
from PEPit import PEP, Expression
from PEPit.functions import SmoothFunction, SmoothStronglyConvexFunction

from provenscape.errors import UserError
from provenscape.models import performance
from provenscape.models.performance import (
    completed,
    descent_worst_case,
    last,
    parabola,
    proved,
    textbook,
    zigzag_slope,
)


@pytest.mark.parametrize(
    ("steps", "h", "exact"),
    [(1, 1, 4 / 5), (2, 1, 4 / 8), (1, 3**0.5, 2 * (3**0.5 - 1) ** 2), (1, 1.9, 1.62), (2, 2, 2)],
)
def test_values_that_are_known_exactly(steps, h, exact):
    assert descent_worst_case(steps, h) == pytest.approx(exact, abs=2e-5)


def test_no_run_is_worse_than_the_worst_case():
    generator = np.random.default_rng(3)
    bend, phase = generator.uniform(0.2, 1, (2, 500))
    start = generator.uniform(-3, 3, 500)
    for h in (0.5, 1.2):
        x, norms = start, []
        for _ in range(4):
            slope = np.sin(bend * x + phase)  # of −cos(bend·x + phase)/bend, L = bend ≤ 1
            norms.append(slope**2)
            x = x - h * slope
        gap = (1 - np.cos(bend * start + phase)) / bend
        assert (np.min(norms, axis=0) <= descent_worst_case(3, h) * gap + 1e-9).all()


def test_the_formulas_meet_where_they_should():
    assert proved(1, 3**0.5) == pytest.approx(parabola(1, np.array(3**0.5)))
    assert completed(1, 3**0.5 + 1e-12) == pytest.approx(completed(1, 3**0.5))
    assert textbook(4, np.array([1.0, 2.0, 3.0])).tolist() == [0.5, np.inf, np.inf]
    slopes = zigzag_slope(np.linspace(-2, 3, 5001), 0.7)
    assert np.abs(np.diff(slopes)).max() <= 5 / 5000 + 1e-12


@pytest.mark.parametrize(("steps", "h"), [(0, 1), (1.5, 1), (1, 0), (1, -1), (1, np.inf)])
def test_bad_input_is_told(steps, h):
    with pytest.raises(UserError, match="give a"):
        descent_worst_case(steps, h)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: completed(2, -1), "h is -1"),
        (lambda: completed(2, 2.5), "at most 2"),
        (lambda: completed(0, 1), "steps is 0"),
        (lambda: proved(-1, 1), "steps is -1"),
        (lambda: proved(1, np.array([1.0, -1.0])), "h is -1"),
        (lambda: proved(1, 1, -1), "kappa is -1"),
        (lambda: last(-2), "kappa is -2"),
        (lambda: zigzag_slope(np.zeros(1), 0), "cell is 0"),
    ],
)
def test_bad_input_of_the_formulas_is_told(made, said):
    with pytest.raises(UserError, match=said):
        made()


def test_a_solver_that_stops_short_is_told_with_all_that_was_asked(monkeypatch):
    monkeypatch.setattr(performance, "SETTINGS", ({"max_iter": 2},))
    with pytest.raises(UserError, match=r"steps = 3, h = 1.9, kappa = 2 the solver ends with user"):
        descent_worst_case(3, 1.9, 2)
    monkeypatch.setattr(performance, "SETTINGS", ({"max_iter": 2}, {}))
    assert descent_worst_case(1, 1.9) == pytest.approx(1.62, abs=2e-6)


@pytest.mark.parametrize(
    ("steps", "h", "kappa"),
    [(5, 2, 1), (6, 1.9, 0.5), (7, 1.9, 1), (7, 1.97, 2), (7, 2, 2), (7, 1.85, 1.25)],
)
def test_many_long_steps_are_solved_too(steps, h, kappa):
    """At which the solver's own tolerance is out of its reach."""
    assert descent_worst_case(steps, h, kappa) == pytest.approx(
        completed(steps, h, kappa), abs=2e-6
    )


@pytest.mark.parametrize("kappa", [-1, np.nan, np.inf])
def test_a_lower_curvature_must_be_told(kappa):
    with pytest.raises(UserError, match="kappa is"):
        descent_worst_case(1, 1, kappa)


def test_two_convex_steps_are_as_published():
    assert last(0) == 1.5
    for h in (0.5, 1.0, 1.5):  # 2/(2Nh + 1)
        assert descent_worst_case(2, h, 0) == pytest.approx(2 / (4 * h + 1), abs=2e-5)
        assert proved(2, h, 0) == pytest.approx(2 / (4 * h + 1))
    assert proved(1, 2.0, 0) == pytest.approx(2 / 5)
    assert completed(3, 1.6, 0) == pytest.approx(2 / (6 * 1.6 + 1))  # beyond 3/2 for more steps
    assert completed(3, 1.9, 0) == pytest.approx(2 * 0.9**6)


@pytest.mark.parametrize("kappa", [0, 0.25, 1, 3])
@pytest.mark.parametrize("steps", [1, 3, 5])
def test_the_completed_formula_holds_for_long_steps(steps, kappa):
    for h in (last(kappa) + 0.02, 1.9, 1.97):
        assert descent_worst_case(steps, h, kappa) == pytest.approx(
            completed(steps, h, kappa), abs=2e-5
        )


@pytest.mark.parametrize(
    ("steps", "h", "kappa"),
    [(1, 0.6, 1), (2, 1.5, 1), (2, 1.8, 1), (2, 0.8, 0.5), (2, 1.6, 0.5), (2, 1.9, 3)],
)
def test_pepit_finds_the_same(steps, h, kappa):
    problem = PEP()
    f = (
        problem.declare_function(SmoothFunction, L=1)
        if kappa == 1
        else problem.declare_function(SmoothStronglyConvexFunction, mu=-kappa, L=1)
    )
    x, lowest = problem.set_initial_point(), Expression()
    for step in range(steps + 1):
        gradient, value = f.oracle(x)
        if step == 0:
            problem.set_initial_condition(value - lowest <= 1)
        problem.add_constraint(value - gradient**2 / 2 >= lowest)
        problem.set_performance_metric(gradient**2)
        x = x - h * gradient
    found = problem.solve(verbose=0, solver="CLARABEL")
    assert found == pytest.approx(descent_worst_case(steps, h, kappa), abs=2e-5)
