"""Scripts are read as files with the same recursion, or refused."""

import pytest

from provenscape.rate import every, recursion
from provenscape.rate.local import NoPattern

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
