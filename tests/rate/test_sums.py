"""Sums of functions, and points that only the metric evaluates."""

from pathlib import Path

import pytest
from rates import holds, require_refused

from provenscape.errors import UserError
from provenscape.rate import every, file

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
