"""Rates for every number of steps: found, accepted by the kernel, and refused where false."""

from pathlib import Path

import pytest
import sympy as sp
from flint import fmpq

from provenscape.claims.verification import verify_here
from provenscape.cli import main
from provenscape.errors import UserError
from provenscape.rate import every
from provenscape.rate.local import NoPattern, local
from provenscape.rate.pattern import K, M, N, fit, squares

FILE = """
functions:
  f: {{{kind}}}
minimizers: {{xs: f}}
start: [x]
given: {given}
step:
  x: {step}
steps: 3
metric: {metric}
"""
CONVEX, STRONG = "class: SmoothConvexFunction, L: 3", "mu: 1/10, L: 1"
STRONG = f"class: SmoothStronglyConvexFunction, {STRONG}"
DISTANCE, GAP = "(x - xs)**2 <= 1", "f(x) - f(xs) <= 1"
DESCENT, PROXIMAL = "x - 1/3*grad(f, x)", "prox(f, x, 2)"


def written(tmp_path, kind, given, step, metric):
    path = tmp_path / "method.yaml"
    path.write_text(FILE.format(kind=kind, given=given, step=step, metric=metric), encoding="utf-8")
    return path


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
def test_the_rate_holds_for_every_number_of_steps(tmp_path, kind, given, step, metric, rate, first):
    said, text = every.rate(written(tmp_path, kind, given, step, metric))
    assert said["status"] == "proved" and said["from"] == first and said["mutants"] > 0
    assert sp.simplify(sp.sympify(said["rate"], {"N": N}) - rate) == 0
    for exact, pepit in said["compared"].values():
        assert float(sp.Rational(exact)) == pytest.approx(pepit, abs=1e-4)
    claim = tmp_path / "a_rate.py"
    claim.write_text(text.replace("every-number-of-steps", "a-rate"), encoding="utf-8")
    record = verify_here(claim)
    assert record["verdict"] == "proved"


@pytest.fixture(scope="module")
def descent(tmp_path_factory):
    """The proof file of descent on smooth convex functions."""
    path = written(tmp_path_factory.mktemp("rate"), CONVEX, DISTANCE, DESCENT, "f(x) - f(xs)")
    return every.rate(path, Path("descent.py"))[1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("x_x_0 / (2 * N + 1))", "x_x_0 / (2 * N + 2))"),  # the rate
        ("Rational(1, 9) * g_g - Rational(2, 3) * x_g", "Rational(1, 4) * g_g - x_g"),  # the step
        ("le(F - f + Rational(1, 6) * g_g", "le(F - f"),  # the class
        ("k: k + 1, m: m - 1", "k: k + 2, m: m - 1"),
        ("ge(m)", "ge(m + 3)"),
        ("+ 9 * x_x)", "- x_x)"),  # a square that is none
    ],
)
def test_the_kernel_refuses_false_neighbours_of_the_file(tmp_path, descent, old, new):
    claim = tmp_path / "descent.py"
    claim.write_text(descent, encoding="utf-8")
    assert verify_here(claim)["verdict"] == "proved" and old in descent
    claim.write_text(descent.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UserError, match=r"has no verdict|not accepted"):
        verify_here(claim)


@pytest.mark.parametrize(
    ("kind", "given", "step", "metric", "said"),
    [
        (CONVEX, DISTANCE, "x - 1/2*grad(f, x)", "f(x) - f(xs)", "no simple functions"),
        (CONVEX, f"[{DISTANCE}, {GAP}]", DESCENT, "f(x) - f(xs)", "one condition at the start"),
        (CONVEX, DISTANCE, DESCENT, "f(x) - f(xs) + 1", "a constant term"),
        (CONVEX, DISTANCE, DESCENT, "f(x)", "a number is added to the function"),
        (CONVEX, "(x - xs)**2 - 1 <= 0", DESCENT, "f(x) - f(xs)", "bring it to the right"),
        (CONVEX, "1 >= (x - xs)**2", DESCENT, "f(x) - f(xs)", "must read as"),
        ("class: ConvexLipschitzFunction, M: 1", DISTANCE, DESCENT, "f(x) - f(xs)", "a constant"),
        (CONVEX, DISTANCE, "x - sqrt(2)/3*grad(f, x)", "f(x) - f(xs)", "is no fraction"),
        ("class: SmoothFunction, L: 1", GAP, DESCENT, "grad(f, x)**2", "are not proved"),
    ],
)
def test_no_pattern_is_said_where_there_is_none(tmp_path, kind, given, step, metric, said):
    answer, text = every.rate(written(tmp_path, kind, given, step, metric))
    assert answer["status"] == "no pattern" and said in answer["reason"] and text == ""


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


@pytest.mark.parametrize(
    "metric",
    ['f(x) - f(xs) # ", scope="mine', "f(x) - f(xs) # {N}", "f(x) - f(xs) # \\"],
)
def test_words_that_would_be_code_in_the_proof_file_are_refused(tmp_path, metric):
    path = written(tmp_path, CONVEX, DISTANCE, DESCENT, f"'{metric}'")
    with pytest.raises(UserError, match="may not have"):
        every.rate(path)
