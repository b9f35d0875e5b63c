"""Rates for every number of steps: found, accepted by the kernel, and refused where false."""

import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
import sympy as sp
from flint import fmpq

from provenscape.claims.isolation import isolated
from provenscape.claims.verification import verify_here
from provenscape.cli import main
from provenscape.errors import UserError
from provenscape.kernel.engines import sign
from provenscape.rate import clock, degrees, every, file, limit, recursion, scaling
from provenscape.rate.fitting import fit
from provenscape.rate.forms import K, M, N, squares
from provenscape.rate.local import NoPattern, local

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
QUADRATIC = STRONG.replace("ConvexFunction", "ConvexQuadraticFunction")
DISTANCE, GAP = "(x - xs)**2 <= 1", "f(x) - f(xs) <= 1"
DESCENT, PROXIMAL = "x - 1/3*grad(f, x)", "prox(f, x, 2)"


def written(tmp_path, kind, given, step, metric):
    path = tmp_path / "method.yaml"
    path.write_text(FILE.format(kind=kind, given=given, step=step, metric=metric), encoding="utf-8")
    return path


def require_refused(claim, text, old, new):
    """The claim is proved as it is written, and refused with another text in one place."""
    claim.write_text(text, encoding="utf-8")
    assert verify_here(claim)["verdict"] == "proved" and old in text
    claim.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UserError, match=r"has no verdict|not accepted"):
        verify_here(claim)


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
        (CONVEX, DISTANCE, "x - grad(f, x)", "f(x) - f(xs)", "no potential is a polynomial"),
        (CONVEX, f"[{DISTANCE}, {GAP}]", DESCENT, "f(x) - f(xs)", "one condition at the start"),
        (CONVEX, DISTANCE, DESCENT, "f(x) - f(xs) + 1", "a constant term"),
        (CONVEX, DISTANCE, DESCENT, "f(x)", "a number is added to the function"),
        (CONVEX, "(x - xs)**2 - 1 <= 0", DESCENT, "f(x) - f(xs)", "bring it to the right"),
        (CONVEX, "1 >= (x - xs)**2", DESCENT, "f(x) - f(xs)", "must read as"),
        ("class: ConvexLipschitzFunction, M: 1", DISTANCE, DESCENT, "f(x) - f(xs)", "a constant"),
        (CONVEX, DISTANCE, "x - sqrt(2)/3*grad(f, x)", "f(x) - f(xs)", "is no fraction"),
        (CONVEX, DISTANCE, DESCENT, "[f(x) - f(xs), (x - xs)**2]", "there are several metrics"),
        (QUADRATIC, DISTANCE, "x - grad(f, x)", "(x - xs)**2", "a matrix over all points at once"),
        ("class: SmoothFunction, L: 1", GAP, DESCENT, "grad(f, x)**2", "no simple functions"),
    ],
)
def test_no_pattern_is_said_where_there_is_none(tmp_path, kind, given, step, metric, said):
    answer, text = every.rate(written(tmp_path, kind, given, step, metric))
    assert answer["status"] == "no pattern" and said in answer["reason"] and text == ""


FAST = """
functions:
  f: {{{kind}}}
minimizers: {{xs: f}}
start: [x, y: x]
given: (x - xs)**2 <= 1
step:
  x: y - grad(f, y)
  y: y - grad(f, y) + {momentum}*(y - grad(f, y) - x)
steps: 3
metric: f(x) - f(xs)
"""
SMOOTH = "class: SmoothConvexFunction, L: 1"


def test_long_steps_have_a_potential_that_grows_with_the_number_of_the_step(tmp_path):
    said, _ = every.rate(written(tmp_path, CONVEX, DISTANCE, "x - 1/2*grad(f, x)", "f(x) - f(xs)"))
    assert said["status"] == "proved" and said["rate"] == "3/(3*N + 5)" and said["mutants"] > 0


@pytest.fixture(scope="module")
def subgradient(tmp_path_factory):
    """What is said of subgradient steps of length 1/3 with slopes up to 2, and the proof file."""
    folder = tmp_path_factory.mktemp("rate")
    kind = "class: ConvexLipschitzFunction, M: 2"
    path = written(folder, kind, DISTANCE, DESCENT, "least(f(x) - f(xs))")
    return every.rate(path, Path("subgradient.py"))


def test_subgradient_steps_have_the_known_rate_and_a_constant(subgradient):
    """(R² + h²M²(N + 1))/(2h(N + 1)), for h = 1/3 and M = 2."""
    said, _ = subgradient
    assert (said["status"], said["rate"], said["constant"]) == ("proved", "3/(2*(N + 1))", "2/3")
    for exact, pepit in said["compared"].values():
        assert sp.Rational(exact) >= pepit - 1e-4


def with_momentum(momentum, folders, name):
    path = folders.mktemp("rate") / "method.yaml"
    path.write_text(FAST.format(kind=SMOOTH, momentum=momentum), encoding="utf-8")
    return every.rate(path, Path(name))


@pytest.fixture(scope="module")
def fast(tmp_path_factory):
    """What is said of Nesterov's method with momentum k/(k + 3), and the proof file."""
    return with_momentum("k/(k + 3)", tmp_path_factory, "fast.py")


def test_fast_descent_has_the_rate_of_nesterov(fast):
    said, text = fast
    assert (said["status"], said["rate"], said["from"]) == ("proved", "2/(N + 1)**2", 1)
    assert said["mutants"] > 0 and "W: (" in text  # the end is evaluated at another point


@pytest.fixture(scope="module")
def fistas_times(tmp_path_factory):
    """What is said of Nesterov's method with the t_k of FISTA, and the proof file."""
    return with_momentum("(t - 1)/t_next", tmp_path_factory, "fistas_times.py")


def test_the_numbers_of_fista_have_its_rate(fistas_times):
    """t_(k+1)² − t_(k+1) = t_k² is all that is known of them, and that t_k ≥ (k + 2)/2."""
    said, text = fistas_times
    assert (said["status"], said["rate"], said["from"]) == ("proved", "2/(N + 1)**2", 1)
    assert said["mutants"] > 0 and "eq(b ** 2 + b, (a + 1) ** 2)" in text and holds(said)


def test_shorter_steps_with_the_numbers_of_fista_have_a_rate_too(tmp_path):
    """2/(γ(N + 1)²), for γ = 1/2: Beck & Teboulle (2009) with 1/γ for L."""
    path = tmp_path / "method.yaml"
    text = FAST.format(kind=SMOOTH, momentum="(t - 1)/t_next").replace("- grad", "- 1/2*grad")
    path.write_text(text, encoding="utf-8")
    said, _ = every.rate(path)
    assert (said["status"], said["rate"]) == ("proved", "4/(N + 1)**2") and holds(said)


@pytest.mark.parametrize("bound", ["1", "1/20000", "20000"])
def test_whether_a_rate_is_the_least_does_not_depend_on_units(tmp_path, bound):
    """1/(3N + 5) after steps of length 3/2, where 1/(2(3N + 1)) is the least for few N."""
    start = f"(x - xs)**2 <= {bound}"
    path = written(tmp_path, SMOOTH, start, "x - 3/2*grad(f, x)", "f(x) - f(xs)")
    said, _ = every.rate(path)
    assert (said["rate"], said["larger than least"]) == ("1/(3*N + 5)", [2, 3, 5])
    for steps, (exact, pepit) in said["compared"].items():
        assert sp.Rational(exact) == sp.Rational(bound) / (3 * steps + 5)
        least = max(1 / (2 * (3 * steps + 1)), 0.5 ** (2 * steps) / 2) * float(sp.Rational(bound))
        assert pepit == pytest.approx(least, rel=1e-3)


def test_the_least_over_all_steps_has_the_rate_of_the_last_where_that_is_better(tmp_path):
    """2/(2N + 1) is proved of the last gradient; of the least alone a constant."""
    path = written(tmp_path, SMOOTH, GAP, "x - grad(f, x)", "least(grad(f, x)**2)")
    said, text = every.rate(path)
    assert (said["rate"], said["larger than least"]) == ("2/(2*N + 1)", [])
    assert said["statement"].startswith("least(grad(f, x)**2) after N steps <= 2/(2*N + 1)")
    assert "shown of the last" in said["way"] and "least(" not in text
    alone, *_ = every._as_written(path, None)
    assert (alone["rate"], alone["larger than least"]) == ("2/3", [2, 3, 5])
    assert alone["statement"].endswith("at the start, a bound that is constant in N")


def test_a_number_above_a_rate_contradicts_it_in_any_units():
    assert not every._contradicts("1/30000", 3.3333e-5, 1 / 20000)
    assert every._contradicts("1/30000", 3.9e-5, 1 / 20000)
    assert not every._near("1/30000", 2.5e-5, 1 / 20000)


def test_the_first_of_fistas_numbers_solve_their_recursion():
    for now, later in pairwise(clock.fista_less_one(4)):
        values = {clock.K: now, clock.B: later}
        assert sign(clock.FISTA.relation.xreplace(values)) == 0 and sign(later - now) > 0
    assert clock.FISTA.reduced(clock.B**3) == sp.expand(clock.B * (K**2 + 2 * K + 2) - (K + 1) ** 2)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("k*grad(f, t*x)", "has k and t"),
        ("t**2*grad(f, x)", "degree in t and t_next above 1"),
        ("sqrt(t)*grad(f, x)", "degree in t and t_next above 1"),
        ("1/3*grad(f, x + 1/t_next*(x - xs))", "no simple functions"),  # of t_(k+2) in the next
    ],
)
def test_steps_of_other_functions_of_fistas_numbers_are_refused(tmp_path, step, said):
    path = written(tmp_path, CONVEX, DISTANCE, f"x - {step}", "f(x) - f(xs)")
    answer, _ = every.rate(path)
    assert answer["status"] == "no pattern" and said in answer["reason"]


@pytest.mark.parametrize(
    ("which", "old", "new"),
    [
        ("fistas_times", "le(V, x_x_0)", "le(V, x_x_0 / 2)"),
        ("fistas_times", "le(metric, 2 * x_x_0", "le(metric, x_x_0"),
        ("fistas_times", "N: n + 1", "N: n + 2"),
        ("fistas_times", "ge(2 * a - n)", "ge(3 * a - 2 * n)"),
        ("fistas_times", "eq(b ** 2 + b,", "eq(b ** 2 + b / 2,"),
        ("fistas_times", "y_y: x_x_0", "y_y: 2 * x_x_0"),
        ("subgradient", "+ Rational(2, 3)),", "+ Rational(1, 3)),"),  # the constant
        ("subgradient", "le(V, x_x_0)", "le(V, x_x_0 / 2)"),
        ("subgradient", "le(g_g - 4, 0)", "le(g_g - 5, 0)"),  # the class
        ("subgradient", "le(-f + t, 0)", "le(-2 * f + t, 0)"),  # what the least is
        ("fast", "le(V, x_x_0)", "le(V, x_x_0 / 2)"),
        ("fast", "k: k + 1", "k: k + 2"),
        ("fast", "y_y: x_x_0", "y_y: 2 * x_x_0"),  # the start
        ("fast", "x_x: g_g - 2 * y_g", "x_x: g_g - y_g"),  # the step
    ],
)
def test_the_kernel_refuses_false_neighbours_of_growing_potentials(
    tmp_path, request, which, old, new
):
    require_refused(tmp_path / f"{which}.py", request.getfixturevalue(which)[1], old, new)


def test_momentum_on_strongly_convex_functions_has_a_potential_that_falls(tmp_path):
    path = tmp_path / "method.yaml"
    kind = "class: SmoothStronglyConvexFunction, mu: 1/9, L: 1"
    path.write_text(FAST.format(kind=kind, momentum="1/2"), encoding="utf-8")
    said, _ = every.rate(path)
    rate = sp.sympify(said["rate"], {"N": N})
    assert said["status"] == "proved" and "multiplies by at most" in said["way"]
    assert sp.limit(rate, N, sp.oo) == 0 and rate.subs(N, 20) < sp.Rational(1, 100)
    for exact, pepit in said["compared"].values():
        assert sp.Rational(exact) >= pepit - 1e-4


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[x, y: x]", "[x, y: f(x)]", "start: y: is no point"),
        ("[x, y: x]", "[x, y: z]", "no name is called z"),
        ("[x, y: x]", "[[x]]", "is no name, nor"),
        ("f(x) - f(xs)", "f(x) - k", "no name is called k"),
    ],
)
def test_starts_and_counters_are_read_or_refused(tmp_path, old, new, said):
    path = tmp_path / "method.yaml"
    text = FAST.format(kind=SMOOTH, momentum="k/(k + 3)")
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(UserError, match=said):
        every.rate(path)


SCRIPT = """
import math
from PEPit import PEP
from PEPit.functions import SmoothConvexFunction

problem = PEP()
f = problem.declare_function(SmoothConvexFunction, L=1)
xs = f.stationary_point()
x0 = problem.set_initial_point()
problem.set_initial_condition((x0 - xs) ** 2 <= 1)
x = y = x0
t = 1
for k in range({steps}):
    t_next = (1 + math.sqrt(1 + 4 * t**2)) / 2
    old, x = x, y - f.gradient(y)
    y = x + {momentum} * (x - old)
    t = t_next
problem.set_performance_metric(f(x) - f(xs))
problem.solve(verbose=0)
"""


@pytest.mark.parametrize(
    ("momentum", "step"),
    [
        ("k / (k + 3)", "y: y - grad(f, y) + k/(k + 3)*(y - grad(f, y) - x)"),
        ("0.5", "y: y - grad(f, y) + 1/2*(y - grad(f, y) - x)"),
        ("0", "x: x - grad(f, x)"),
        ("(t - 1) / t_next", "y: y - grad(f, y) + (t - 1)/t_next*(y - grad(f, y) - x)"),
    ],
)
def test_the_recursion_of_a_script_is_recognised(tmp_path, momentum, step):
    path = tmp_path / "method.py"
    path.write_text(SCRIPT.format(steps=4, momentum=momentum), encoding="utf-8")
    text = recursion.as_file(path)
    assert f"  {step}\n" in text and "steps: 4\n" in text and "(x - xs)**2 <= 1" in text


@pytest.mark.parametrize(
    ("steps", "momentum", "said"),
    [
        (1, "0", "at least 3 steps"),
        (4, "1 / (k + 2)", "are none of descent, proximal points"),
        (4, "0.1 * k", "are none of descent, proximal points"),
    ],
)
def test_scripts_with_other_recursions_are_refused_in_one_line(tmp_path, steps, momentum, said):
    path = tmp_path / "method.py"
    path.write_text(SCRIPT.format(steps=steps, momentum=momentum), encoding="utf-8")
    answer, text = every.rate(path)
    assert answer["status"] == "no pattern" and said in answer["reason"] and text == ""
    assert "\n" not in answer["reason"]


def test_a_script_on_functions_without_a_least_value_is_refused_with_a_way_round(tmp_path):
    path = tmp_path / "method.py"
    text = SCRIPT.format(steps=3, momentum="0").replace("SmoothConvexFunction", "SmoothFunction")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NoPattern, match="knows of no least value; write a file of YAML"):
        recursion.as_file(path)


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
    assert answer["status"] == "no pattern" and said in answer["reason"]


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


# --- a sum of functions, and points that only the metric evaluates -------------------------------

SUM = """
functions:
  f: {{class: SmoothConvexFunction, L: 1}}
  g: {{class: {second}}}
  F: f + g
minimizers: {{xs: F}}
start: {start}
given: (x - xs)**2 <= 1
step:
{step}
steps: {steps}
metric: F(x) - F(xs)
"""
ONCE = "  x: prox(g, x - grad(f, x), 1)"
AHEAD = "prox(g, y - grad(f, y), 1)"
TWICE = f"  x: {AHEAD}\n  y: {AHEAD} + k/(k + 3)*({AHEAD} - x)"
AVERAGE = """
functions:
  f: {{class: ConvexLipschitzFunction, M: 2}}
minimizers: {{xs: f}}
start: [x, z: x]
given: (x - xs)**2 <= 1
step:
  x: x - 1/3*grad(f, x)
  z: {average}
steps: 3
metric: f(z) - f(xs)
"""


def summed(tmp_path, start="[x]", step=ONCE, second="ConvexFunction", steps=3):
    path = tmp_path / "method.yaml"
    text = SUM.format(start=start, step=step, second=second, steps=steps)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def proximal_gradient(tmp_path_factory):
    path = summed(tmp_path_factory.mktemp("rate"))
    return every.rate(path, Path("proximal_gradient.py"))


@pytest.fixture(scope="module")
def fista(tmp_path_factory):
    path = summed(tmp_path_factory.mktemp("rate"), "[x, y: x]", TWICE)
    return every.rate(path, Path("fista.py"))


@pytest.fixture(scope="module")
def average(tmp_path_factory):
    """Of the points before each of N steps."""
    path = tmp_path_factory.mktemp("rate") / "method.yaml"
    path.write_text(AVERAGE.format(average="(k*z + x)/(k + 1)"), encoding="utf-8")
    return every.rate(path, Path("average.py"))


def holds(said):
    """Whether no number of PEPit, which solves all conditions, is above the proved one."""
    compared = said["compared"].values()
    return bool(compared) and all(sp.Rational(one) >= least - 1e-4 for one, least in compared)


def test_the_proximal_gradient_method_has_a_rate_below_that_of_textbooks(proximal_gradient):
    """1/(2N) is that of Beck & Teboulle (2009); the least for few N is 1/(4N)."""
    said, text = proximal_gradient
    assert (said["status"], said["rate"], said["from"]) == ("proved", "1/(2*(N + 1))", 1)
    assert holds(said) and said["larger than least"] == [2, 3, 5] and said["mutants"] > 0
    assert "less that at the minimizer" in text


def test_fista_has_the_rate_of_beck_and_teboulle(fista):
    said, _ = fista
    assert (said["status"], said["rate"], said["from"]) == ("proved", "2/(N + 1)**2", 1)
    assert holds(said) and said["mutants"] > 0


def test_fista_with_its_own_numbers_has_the_same_rate(tmp_path):
    path = summed(tmp_path, "[x, y: x]", TWICE.replace("k/(k + 3)", "(t - 1)/t_next"))
    said, text = every.rate(path)
    assert (said["status"], said["rate"], said["from"]) == ("proved", "2/(N + 1)**2", 1)
    assert holds(said) and said["mutants"] > 0 and "eq(b ** 2 + b, (a + 1) ** 2)" in text


def test_the_average_of_subgradient_steps_has_the_least_rate(average):
    """(R² + h²M²N)/(2hN), for h = 1/3 and M = 2."""
    said, _ = average
    assert (said["status"], said["rate"], said["constant"]) == ("proved", "3/(2*N)", "2/3")
    assert holds(said) and said["larger than least"] == [1]


def test_an_average_with_the_last_point_counts_it(tmp_path):
    """The step is written twice, and is one all the same."""
    path = tmp_path / "method.yaml"
    text = "((k + 1)*z + x - 1/3*grad(f, x))/(k + 2)"
    path.write_text(AVERAGE.format(average=text), encoding="utf-8")
    said, _ = every.rate(path)
    assert (said["rate"], said["constant"]) == ("3/(2*(N + 1))", "2/3") and holds(said)
    assert said["larger than least"] == []


@pytest.mark.parametrize(
    ("which", "old", "new"),
    [
        ("proximal_gradient", "le(V, x_x_0)", "le(V, x_x_0 / 2)"),
        ("proximal_gradient", "metric, x_x_0 / (2 * N + 2)", "metric, x_x_0 / (2 * N + 3)"),
        ("proximal_gradient", "metric: W1 + f2", "metric: W1 + 2 * f2"),
        ("proximal_gradient", "le(f2 + g1_g2 + g2_g2 - x_g2, 0)", "le(f2 - x_g2, 0)"),  # the point
        ("proximal_gradient", "f2: F2", "f2: f2"),
        ("proximal_gradient", "g1_g1 + 2 * g1_g2 + g2_g2 - 2 * x_g1", "g1_g1 + g2_g2 - 2 * x_g1"),
        ("fista", "k: k + 1", "k: k + 2"),
        ("fista", "y_y: x_x_0", "y_y: 2 * x_x_0"),
        ("average", "le(metric, Rational(2, 3)", "le(metric, Rational(1, 3)"),
        ("average", "le(g1_g1 - 4, 0)", "le(g1_g1 - 5, 0)"),
    ],
)
def test_the_kernel_refuses_false_neighbours_of_sums_and_averages(
    tmp_path, request, which, old, new
):
    require_refused(tmp_path / f"{which}.py", request.getfixturevalue(which)[1], old, new)


def test_a_class_that_tangents_leave_has_no_rate_by_them(tmp_path):
    """A function less its tangent may have steeper slopes than M."""
    said, _ = every.rate(summed(tmp_path, second="ConvexLipschitzFunction, M: 1"))
    assert said["status"] == "no pattern" and "less its tangent" in said["reason"]


def test_what_is_written_twice_in_a_step_is_one(tmp_path):
    """Subgradients and proximal points; of another point or step they are others."""
    path = summed(tmp_path, "[x, y: x]", TWICE, steps=2)
    found = {len(f.list_of_points) for f in file.method(path).problem.list_of_functions}
    assert found == {1 + 2 + 1, 1 + 2}  # f at x*, y, y and the end; g at x*, x, x
    path.write_text(AVERAGE.format(average="x - grad(f, x) + grad(f, z)"), encoding="utf-8")
    (function,) = file.method(path, 1).problem.list_of_functions
    assert len(function.list_of_points) == 1 + 2 + 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("F: f + g", "F: f*g", "mixes points, values and numbers"),
        ("F: f + g", "F: f", "no class, nor a sum"),
        ("F: f + g", "F: f + h", "no name is called h"),
        ("xs: F", "xs: f + g", "none of the functions"),
    ],
)
def test_sums_are_read_or_refused(tmp_path, old, new, said):
    path = summed(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(UserError, match=said):
        every.rate(path)


# --- a constant that stays a symbol --------------------------------------------------------------

ANY = """
functions:
  f: {{class: {kind}, L: L{more}}}
minimizers: {{xs: f}}
constants: {{L: positive}}
start: [x]
given: {given}
step:
  x: x - {length}*grad(f, x)
steps: 3
metric: {metric}
"""
SMOOTHNESS = {"kind": "SmoothConvexFunction", "more": "", "given": DISTANCE, "length": "1/L"}


def of_any(tmp_path, **changes):
    path = tmp_path / "method.yaml"
    options = {**SMOOTHNESS, "metric": "f(x) - f(xs)", **changes}
    path.write_text(ANY.format(**options), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def any_constant(tmp_path_factory):
    path = of_any(tmp_path_factory.mktemp("rate"))
    return every.rate(path, Path("any_constant.py"))


def test_a_rate_holds_for_every_constant(any_constant):
    """L/(4N + 2): Drori & Teboulle (2014)."""
    said, text = any_constant
    assert (said["status"], said["rate"]) == ("proved", "L/(2*(2*N + 1))")
    assert said["mutants"] > 0 and "gt(L)" in text and holds(said)
    words = " ".join(
        part.strip(' "') for part in text.split("says=(")[1].split("items=")[0].split("\n")
    )
    assert "on a convex and L-smooth function f with minimizer x⋆, L > 0, started at x₀" in words
    assert "f(x_N) − f(x⋆) ≤ L/(2(2N + 1)) ‖x₀ − x⋆‖² after N steps, for every N ≥ 1" in words
    assert "le(metric, L * x_x_0 / (4 * N + 2))" in text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("le(metric, L * x_x_0", "le(metric, x_x_0"),
        ("metric: F * last", "metric: F * last / L"),
        ("x_x: x_x - 2 * x_g / L", "x_x: x_x - 2 * x_g"),
        ("gt(L)", "ge(L)"),
    ],
)
def test_the_kernel_refuses_false_neighbours_of_any_constant(tmp_path, any_constant, old, new):
    require_refused(tmp_path / "any_constant.py", any_constant[1], old, new)


@pytest.mark.parametrize(
    ("changes", "metric", "start"),
    [
        ({}, 1, 0),
        ({"metric": "grad(f, x)**2"}, 2, 0),
        ({"metric": "(x - xs)**2", "given": GAP}, 0, 1),
        ({"kind": "SmoothStronglyConvexFunction", "more": ", mu: L/10"}, 1, 0),
    ],
)
def test_the_powers_of_the_constant_are_seen(tmp_path, changes, metric, start):
    scale = scaling.scale(of_any(tmp_path, **changes), tmp_path, ["L"])
    assert (scale.symbols, scale.metric, scale.start) == (["L"], metric, start)


@pytest.mark.parametrize(
    "changes",
    [
        {"length": "1/3"},
        {"length": "1/L**2"},
        {"kind": "SmoothStronglyConvexFunction", "more": ", mu: 1/10"},
        {"kind": "SmoothStronglyConvexFunction", "more": ", mu: L**2/1000"},
    ],
)
def test_steps_or_classes_that_do_not_scale_have_no_symbol(tmp_path, changes):
    said, text = every.rate(of_any(tmp_path, **changes))
    assert said["status"] == "no pattern" and "is not one for 1" in said["reason"] and not text


def test_a_symbol_is_for_every_number_of_steps_alone(tmp_path):
    with pytest.raises(UserError, match="constants: L: a constant is positive for --all alone"):
        file.load(of_any(tmp_path))
    path = of_any(tmp_path)
    path.write_text(path.read_text("utf-8").replace("L: positive", "L: positive, k: positive"))
    with pytest.raises(UserError, match="name of something else in a proof"):
        every.rate(path)


BOTH = """
functions:
  f: {{class: SmoothStronglyConvexFunction, L: L, mu: mu}}
minimizers: {{xs: f}}
constants: {{L: positive, mu: positive}}
start: [x]
given: {given} <= 1
step:
  x: x - {length}*grad(f, x)
steps: 3
metric: {given}
"""


def of_both(tmp_path, given="(x - xs)**2", length="1/L"):
    path = tmp_path / "method.yaml"
    path.write_text(BOTH.format(given=given, length=length), encoding="utf-8")
    return path


@pytest.mark.parametrize("given", ["(x - xs)**2", "f(x) - f(xs)", "grad(f, x)**2"])
def test_descent_contracts_for_every_condition_number(tmp_path, given):
    """(1 − µ/L)²: Taylor, Hendrickx & Glineur (2018)."""
    said, text = every.rate(of_both(tmp_path, given), Path("both.py"))
    L, mu = sp.symbols("L mu")
    assert sp.simplify(sp.sympify(said["rate"], {"N": N}).subs(N, 1) - (1 - mu / L) ** 2) == 0
    assert holds(said) and said["mutants"] > 0
    claim = tmp_path / "both.py"
    require_refused(claim, text, "Q: Q * (L - mu) ** 2", "Q: Q * (L - 2 * mu) ** 2")
    require_refused(claim, text, "gt(L - mu)", "gt(2 * L - mu)")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "mu: mu}",
            "mu: 2*L}",
            r"larger than L = 1: .* \(tried with L = 1, mu = 1/2, as symbols: 0",
        ),
        ("mu: mu}", "mu: L}", r"mu = 1 of .* is L as well, and PEPit divides by 1 - mu/L"),
    ],
)
def test_what_is_refused_with_numbers_for_symbols_names_the_file(tmp_path, old, new, said):
    path = of_both(tmp_path)
    path.write_text(path.read_text("utf-8").replace(old, new))
    with pytest.raises(UserError, match=said) as refused:
        every.rate(path)
    assert str(refused.value).startswith(f"{path}: functions: f: mu = ")


def test_names_say_which_symbol_is_the_larger(tmp_path):
    path = of_both(tmp_path)
    path.write_text(path.read_text("utf-8").replace("L: positive, mu", "mu: positive, L"))
    assert scaling.symbols(path) == ["L", "mu"]


def test_the_longest_steps_that_contract_most_have_one_factor(tmp_path):
    """With 2/(L + µ) both 1 − µh and Lh − 1 are (L − µ)/(L + µ)."""
    said, _ = every.rate(of_both(tmp_path, length="2/(L + mu)"))
    L, mu = sp.symbols("L mu")
    factor = sp.sympify(said["rate"], {"N": N}).subs(N, 1)
    assert sp.simplify(factor - ((L - mu) / (L + mu)) ** 2) == 0 and holds(said)


def test_the_gradient_after_a_start_in_distance_has_a_rate(tmp_path):
    said, _ = every.rate(of_any(tmp_path, metric="grad(f, x)**2"))
    assert (said["rate"], said["larger than least"]) == ("L**2/(N + 1)**2", []) and holds(said)


def test_a_factor_that_is_the_larger_of_two_has_no_symbol(tmp_path):
    """(1 − 3µ/(2L))² or 1/4: the former for µ < L/3."""
    said, text = every.rate(of_both(tmp_path, length="3/(2*L)"))
    assert said["status"] == "no pattern" and not text


def test_two_constants_are_symbols_where_a_step_contracts_alone(tmp_path):
    path = of_both(tmp_path)
    path.write_text(path.read_text("utf-8").replace("metric: (x - xs)**2", "metric: f(x) - f(xs)"))
    said, _ = every.rate(path)
    assert "where one step contracts alone" in said["reason"]


def test_numbers_of_high_degree_in_a_constant_are_refused(tmp_path):
    """As what is checked at some values is checked for all of low degree alone."""
    said, _ = every.rate(of_any(tmp_path, length="1/L + (L - 1)*(L - 2)*(L - 3)"))
    assert "of a degree in L above 2" in said["reason"]
    assert degrees.degree_in(of_any(tmp_path), "L") == 1


def test_a_constant_beside_the_rate_grows_with_the_symbol_too(tmp_path):
    """(R² + h²M²(N + 1))/(2h(N + 1)), for h = 1/(3M)."""
    kind, least = "ConvexLipschitzFunction, M: M} #", "least(f(x) - f(xs))"
    path = of_any(tmp_path, kind=kind, length="1/(3*M)", metric=least)
    path.write_text(path.read_text("utf-8").replace("{L: positive}", "{M: positive}"))
    said, text = every.rate(path)
    assert (said["rate"], said["constant"]) == ("3*M/(2*(N + 1))", "M/6") and holds(said)
    assert "+ M/6 after" in text


def test_the_limit_counts_the_processor_time_of_what_was_started():
    """And leaves a task that only waits alone."""

    def started():
        subprocess.run([sys.executable, "-c", "while True: pass"], check=True)

    began = time.monotonic()
    with pytest.raises(UserError, match=r"a\.yaml: nothing was found within 1 s of processor"):
        isolated(lambda: limit.limited(started, 1, "a.yaml"), "a", 60)
    assert time.monotonic() - began < 30
    assert isolated(lambda: limit.limited(lambda: time.sleep(2) or 7, 1, "a"), "a", 60) == 7


SLOPES = """
functions:
  f: {{class: SmoothFunction, L: L}}
minimizers: {{xs: f}}
constants: {{L: positive}}
start: [x]
given: f(x) - f(xs) <= 1
step:
  x: x - {length}/L*grad(f, x)
steps: 3
metric: least(grad(f, x)**2)
"""


@pytest.fixture(scope="module")
def slopes(tmp_path_factory):
    """The least squared slope of descent on functions that need not be convex."""
    path = tmp_path_factory.mktemp("rate") / "method.yaml"
    path.write_text(SLOPES.format(length="1"), encoding="utf-8")
    return every.rate(path, Path("slopes.py"))


def test_the_least_slope_on_smooth_functions_is_below_that_of_textbooks(slopes):
    """4L/(3N + 2) times f(x₀) − f*, as proofs/second_order has it; textbooks have 2L/N."""
    said, text = slopes
    assert (said["status"], said["rate"]) == ("proved", "4*L/(3*N + 2)")
    assert holds(said) and said["larger than least"] == []
    assert "an L-smooth function f with minimizer x⋆" in " ".join(text.split('"\n        "')[:2])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("le(metric, 4 * L * f_0 / (3 * N + 2))", "le(metric, 4 * L * f_0 / (3 * N + 3))"),
        ("le(-F / L + h_h / (2 * L ** 2), 0)", "le(-F / L + h_h / (3 * L ** 2), 0)"),  # the least
        ("metric: t", "metric: 2 * t"),
    ],
)
def test_the_kernel_refuses_false_neighbours_of_the_least_slope(tmp_path, slopes, old, new):
    require_refused(tmp_path / "slopes.py", slopes[1], old, new)


def test_a_part_of_a_sum_has_no_least_value_where_the_sum_has(tmp_path):
    text = (
        SLOPES.format(length="1")
        .replace("L: L", "L: 1")
        .replace("/L", "")
        .replace("xs: f", "xs: F")
    )
    text = text.replace("constants: {L: positive}\n", "").replace("f(x) - f(xs)", "F(x) - F(xs)")
    path = tmp_path / "method.yaml"
    for minimizer, conditions in (("F", set()), ("f", {"least value"})):
        more = f"  g: {{class: ConvexFunction}}\n  F: f + g\nminimizers: {{xs: {minimizer}}}"
        path.write_text(text.replace("minimizers: {xs: F}", more), encoding="utf-8")
        made = file.method(path, 2)
        made.problem._prepare_constraints(verbose=0)
        tables = set(made.problem.list_of_functions[0].tables_of_constraints)
        assert tables - {"smoothness"} == conditions
