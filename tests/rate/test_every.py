"""Rates for every number of steps: found, accepted by the kernel, and refused where false."""

import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sympy as sp
from flint import fmpq
from rates import CONVEX, DESCENT, DISTANCE, GAP, STRONG, accepted, require_refused, written

from provenscape.claims.isolation import isolated
from provenscape.claims.verification import verify_here
from provenscape.cli import main
from provenscape.errors import UserError
from provenscape.rate import degrees, every, instances, limit
from provenscape.rate.fitting import fit
from provenscape.rate.forms import K, M, N, squares
from provenscape.rate.local import NoPattern, local

QUADRATIC = STRONG.replace("ConvexFunction", "ConvexQuadraticFunction")
PROXIMAL = "prox(f, x, 2)"


@cache
def found(kind, given, step, metric):
    """What is said of a method, and its proof file."""
    with TemporaryDirectory() as folder:
        path = written(Path(folder), kind, given, step, metric)
        return every.rate(path, Path("a_rate.py"))


@pytest.mark.parametrize(
    ("kind", "given", "step", "metric", "rate", "first"),
    [
        (CONVEX, DISTANCE, DESCENT, "f(x) - f(xs)", 3 / (4 * N + 2), 1),
        (CONVEX, DISTANCE, "x - 1/6*grad(f, x)", "f(x) - f(xs)", 3 / (2 * N + 2), 1),
        ("class: ConvexFunction", DISTANCE, PROXIMAL, "f(x) - f(xs)", 1 / (8 * N), 2),
        (STRONG, GAP, "x - grad(f, x)", "f(x) - f(xs)", sp.Rational(81, 100) ** N, 1),
        (STRONG, DISTANCE, "x - grad(f, x)", "(x - xs)**2", sp.Rational(81, 100) ** N, 1),
    ],
)
def test_the_rate_holds_for_every_number_of_steps(kind, given, step, metric, rate, first):
    said, text = found(kind, given, step, metric)
    assert said["status"] == "proved" and said["from"] == first and said["mutants"] > 0
    assert sp.simplify(sp.sympify(said["rate"], {"N": N}) - rate) == 0
    for exact, pepit in said["compared"].values():
        assert float(sp.Rational(exact)) == pytest.approx(pepit, abs=1e-4)
    assert accepted("a_rate.py", text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("le(V, 3 * x_x_0 / (4 * N + 2))", "le(V, 3 * x_x_0 / (4 * N + 3))"),
        ("le(metric, 3 * x_x_0 / (4 * N + 2))", "le(metric, 3 * x_x_0 / (4 * N + 3))"),  # the rate
        ("metric: 3 * x_x_0 / (4 * N + 2)", "metric: 3 * x_x_0 / (4 * N + 1)"),
        ("metric: F * last", "metric: 2 * F * last"),
        ("eq(last * m, 0)", "eq(last * m, last)"),  # which step is the last
        ("le(last, 1)", "le(last, 2)"),
        ("x_x: g_g / 9 - 2 * x_g / 3", "x_x: g_g / 4 - x_g"),  # the step
        ("le(F - f + g_g / 6", "le(F - f"),  # the class
        ("k: k + 1,", "k: k + 2,"),
        ("ge(m)", "ge(m + 3)"),
        ("+ 9 * x_x)", "- x_x)"),  # a square that is none
    ],
)
def test_the_kernel_refuses_false_neighbours_of_the_file(tmp_path, old, new):
    _, text = found(CONVEX, DISTANCE, DESCENT, "f(x) - f(xs)")
    require_refused(tmp_path / "a_rate.py", text, old, new)


@pytest.mark.parametrize(
    ("kind", "given", "step", "metric", "said"),
    [
        (CONVEX, DISTANCE, "x - grad(f, x)", "f(x) - f(xs)", "no potential is a polynomial"),
        (CONVEX, f"[{DISTANCE}, {GAP}]", DESCENT, "f(x) - f(xs)", "one condition at the start"),
        (CONVEX, DISTANCE, DESCENT, "f(x) - f(xs) + 1", "a constant term"),
        (CONVEX, DISTANCE, DESCENT, "f(x)", "a number is added to the function"),
        (CONVEX, "(x - xs)**2 - 1 <= 0", DESCENT, "f(x) - f(xs)", "bring it to the right"),
        (CONVEX, "1 >= (x - xs)**2", DESCENT, "f(x) - f(xs)", "must read as"),
        ("class: ConvexLipschitzFunction, M: 1", DISTANCE, DESCENT, "f(x) - f(xs)", "a constant"),
        (CONVEX, DISTANCE, "x - sqrt(2)/3*grad(f, x)", "f(x) - f(xs)", "is no fraction"),
        (CONVEX, DISTANCE, DESCENT, "[f(x) - f(xs), (x - xs)**2]", "there are several metrics"),
        (QUADRATIC, DISTANCE, "x - grad(f, x)", "(x - xs)**2", "leave --all out"),
        ("class: SmoothFunction, L: 1", GAP, DESCENT, "grad(f, x)**2", "no simple functions"),
    ],
)
def test_no_pattern_is_said_where_there_is_none(tmp_path, kind, given, step, metric, said):
    answer, text = every.rate(written(tmp_path, kind, given, step, metric))
    assert answer["status"] != "proved" and said in answer["reason"] and text == ""


def test_a_number_above_a_rate_contradicts_it_in_any_units():
    assert not every._contradicts("1/30000", 3.3333e-5, 1 / 20000)
    assert every._contradicts("1/30000", 3.9e-5, 1 / 20000)
    assert not every._near("1/30000", 2.5e-5, 1 / 20000)


@pytest.mark.parametrize(
    ("length", "degree"),
    [
        ("1/3", 0),
        ("k/(k + 3)", 1),
        ("(k + 1)*(k + 2)/3", 2),
        ("1/(3*(k**5 + 1))", 5),
        ("sqrt((k + 1)**2)", 1000),
        ("1/(k + t + t_next)**900", 1000),
        ("((k + t + t_next)**20)**40", 1000),
    ],
)
def test_the_degree_in_the_number_of_the_step_is_seen(tmp_path, length, degree):
    step = f"x - {length}*grad(f, x + k*0*x)" if degree else f"x - {length}*grad(f, x)"
    path = written(tmp_path, STRONG, DISTANCE, step, "(x - xs)**2")
    used, highest = degrees.counters(path)
    assert highest == degree and ("k" in used) == (degree > 0)


@pytest.mark.parametrize(
    ("length", "said"),
    [
        ("1/(k + 1)", "no potential is a polynomial"),  # whose first step alone contracts so
        ("(1 + k*(k - 1)*(k - 2)*(k - 3))", "degree in k above 2"),
    ],
)
def test_steps_that_differ_are_not_taken_for_the_first(tmp_path, length, said):
    step = f"x - {length}*grad(f, x)"
    answer, _ = every.rate(written(tmp_path, STRONG, DISTANCE, step, "(x - xs)**2"))
    assert answer["status"] != "proved" and said in answer["reason"]


def test_a_claim_is_written_once_and_only_for_every_number(tmp_path, capsys):
    path = written(tmp_path, STRONG, DISTANCE, "x - grad(f, x)", "(x - xs)**2")
    claim = tmp_path / "contraction.py"
    with pytest.raises(SystemExit, match="add --all"):
        main(["rate", str(path), "--claim", str(claim)])
    with pytest.raises(SystemExit, match="in lower case"):
        main(["rate", str(path), "--all", "--claim", str(tmp_path / "My rate.py")])
    main(["rate", str(path), "--all", "--claim", str(claim)])
    assert "for every N >= 1" in capsys.readouterr().out
    assert verify_here(claim)["verdict"] == "proved"
    with pytest.raises(SystemExit, match="is there already"):
        main(["rate", str(path), "--all", "--claim", str(claim)])


def test_functions_of_few_numbers_are_fitted_or_refused():
    values = {(k, m): fmpq(k + 1, k + 2 * m + 2) for k in range(5) for m in range(5)}
    assert sp.cancel(fit(values, (K, M)) - (K + 1) / (K + 2 * M + 2)) == 0
    values[4, 4] += fmpq(1, 10**6)
    with pytest.raises(NoPattern):
        fit(values, (K, M))


def test_a_form_is_a_sum_of_squares_or_none():
    form = sp.Matrix([[2, 1, 0], [1, 2, 1], [0, 1, 2]])
    total = sum((c * row.T * row for c, row in squares(form)), sp.zeros(3, 3))
    assert total == form
    with pytest.raises(NoPattern):
        squares(sp.Matrix([[1, 1], [1, 0]]))


def test_only_neighbouring_conditions_are_kept(tmp_path):
    found = local(written(tmp_path, CONVEX, DISTANCE, DESCENT, "f(x) - f(xs)"), 3)
    steps = [{s for s, _ in role[2:] if s != "fixed"} for role, _ in found.roles.values()]
    assert all(s <= {0, -1} for s in steps) and len(found.roles) == 2 * 3 + 2 * 4
    assert Path(found.problem.conditions[found.given].name).name == "Initial_condition"


@pytest.mark.parametrize(("curvature", "holds"), [(1, True), (3, True), (4, False), (-1, False)])
def test_a_run_is_one_on_a_function_of_the_class(tmp_path, curvature, holds):
    """Convex, and 3-smooth."""
    path = written(tmp_path, CONVEX, DISTANCE, DESCENT, "f(x) - f(xs)")
    kinds = [("quadratic", fmpq(curvature))]
    runs = instances._runs(path, [local(path, 2)], False, 1, kinds)
    assert (runs is not None) == holds


@pytest.mark.parametrize(
    ("metric", "words"),
    [
        ('f(x) - f(xs) # ", scope="mine', "has #, after which"),
        ("f(x) - f(xs) + \\\n0", "may not have"),
        ('f(x) - f(xs) + ""', "may not have"),
        ("f(x) - f(xs) + {N}", "may not have"),
    ],
)
def test_words_that_would_be_code_in_the_proof_file_are_refused(tmp_path, metric, words):
    path = written(tmp_path, CONVEX, DISTANCE, DESCENT, f"'{metric}'")
    with pytest.raises(UserError, match=words):
        every.rate(path)


def test_the_limit_counts_the_processor_time_of_what_was_started():
    """And leaves a task that only waits alone."""

    def started():
        subprocess.run([sys.executable, "-c", "while True: pass"], check=True)

    began = time.monotonic()
    with pytest.raises(UserError, match=r"a\.yaml: nothing was found within 1 s of processor"):
        isolated(lambda: limit.limited(started, 1, "a.yaml"), "a", 60)
    assert time.monotonic() - began < 30
    assert isolated(lambda: limit.limited(lambda: time.sleep(2) or 7, 1, "a"), "a", 60) == 7
