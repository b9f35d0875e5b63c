"""Potentials whose numbers grow with the number of the step, and rates with a constant beside."""

from itertools import pairwise
from pathlib import Path

import pytest
import sympy as sp
from rates import CONVEX, DESCENT, DISTANCE, GAP, holds, require_refused, written

from provenscape.errors import UserError
from provenscape.kernel.engines import sign
from provenscape.rate import clock, every, file
from provenscape.rate.forms import K, N

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
    assert said["larger than least"] == [2, 3, 5] and holds(said)  # in other units: below


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


@pytest.mark.parametrize("bound", ["1/20000", "20000"])
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


def test_the_least_over_all_steps_has_the_rate_of_the_last_where_that_is_better(
    tmp_path, monkeypatch
):
    """2/(2N + 1) is proved of the last gradient; of the least alone a constant."""
    asked, as_written = [], every._as_written

    def noted(*given, **more):
        asked.append(as_written(*given, **more))
        return asked[-1]

    monkeypatch.setattr(every, "_as_written", noted)
    path = written(tmp_path, SMOOTH, GAP, "x - grad(f, x)", "least(grad(f, x)**2)")
    said, text = every.rate(path)
    assert (said["rate"], said["larger than least"]) == ("2/(2*N + 1)", [])
    assert said["statement"].startswith("least(grad(f, x)**2) after N steps <= 2/(2*N + 1)")
    assert "shown of the last" in said["way"] and "least(" not in text
    (alone, *_), (last, *_) = asked
    assert last == said
    assert (alone["rate"], alone["larger than least"]) == ("2/3", [2, 3, 5])
    assert alone["statement"].endswith("at the start, a bound that is constant in N")


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
    assert answer["status"] != "proved" and said in answer["reason"]


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
