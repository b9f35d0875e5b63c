"""Scripts as users write them, unlike PEPit's examples: values that are known by other means."""

import json

import pytest
import sympy as sp

from provenscape.cli import main
from provenscape.rate import checker, script, worst

START = """
import math
from PEPit import PEP, Point
from PEPit.functions import *
from PEPit.operators import *
from PEPit.primitive_steps import *

p = PEP()
"""
NAMED_ALIKE = """
f = p.declare_function(SmoothConvexFunction, L={L}, name="x")
xs = f.stationary_point(name="x")
x = p.set_initial_point(name="x")
p.set_initial_condition((x - xs) ** 2 <= {R} ** 2, name="x")
for _ in range({N}):
    x = x - f.gradient(x, name="x") * {h}
    x.set_name("x")
p.set_performance_metric(f(x) - f(xs))
p.solve(verbose=0)
"""
TWO_FUNCTIONS = """
f, g = p.declare_function(SmoothConvexFunction, L=1), p.declare_function(ConvexFunction)
F = f + g
xs = F.stationary_point()
x = p.set_initial_point()
p.set_initial_condition((x - xs) ** 2 <= 1)
for _ in range({N}):
    x, _, _ = proximal_step(x - f.gradient(x), g, 1)
p.set_performance_metric(F(x) - F(xs))
p.solve(verbose=0)
"""
LINE_SEARCH = """
f = p.declare_function(SmoothStronglyConvexFunction, mu={mu}, L=1)
xs = f.stationary_point()
x = p.set_initial_point()
p.set_initial_condition(f(x) - f(xs) <= 1)
for _ in range(2):
    x, _, value = exact_linesearch_step(x, f, [f.gradient(x)])
    x.set_name("new_x")
p.set_performance_metric(value - f(xs))
p.solve(verbose=0)
"""
NOISE = """
f = p.declare_function(SmoothStronglyConvexFunction, mu=0.5, L=1)
xs = f.stationary_point()
x = p.set_initial_point()
p.set_initial_condition((x - xs) ** 2 <= 1)
d = Point()
p.add_constraint((d - f.gradient(x)) ** 2 <= {delta} ** 2)
p.set_performance_metric((x - d - xs) ** 2)
p.solve(verbose=0)
"""
LEAST = """
M, R, N = {M}, {R}, 3
f = p.declare_function(ConvexLipschitzFunction, M=M)
xs = f.stationary_point()
x = p.set_initial_point()
p.set_initial_condition((x - xs) ** 2 <= R ** 2)
for _ in range(N):
    g, value = f.oracle(x)
    p.set_performance_metric(value - f(xs))
    x = x - R / M / math.sqrt(N + 1) * g
p.set_performance_metric(f(x) - f(xs))
p.solve(verbose=0)
"""
SPLITTING = """
f = p.declare_function(SmoothStronglyConvexFunction, mu=1, L={L})
g = p.declare_function(ConvexFunction)
w, v = p.set_initial_point(), p.set_initial_point()
p.set_initial_condition((w - v) ** 2 <= 1)


def moved(w):
    x, _, _ = proximal_step(w, f, 1 / 2)
    y, _, _ = proximal_step(2 * x - w, g, 1 / 2)
    return w + y - x


p.set_performance_metric((moved(w) - moved(v)) ** 2)
p.solve(verbose=0)
"""
OPERATOR = """
A = p.declare_function(LipschitzOperator, L=1)
xs, _, _ = A.fixed_point()
x = start = p.set_initial_point()
p.set_initial_condition((x - xs) ** 2 <= 1)
for i in range({N}):
    x = 1 / (i + 2) * start + (1 - 1 / (i + 2)) * A.gradient(x)
p.set_performance_metric((x - A.gradient(x)) ** 2)
p.solve(verbose=0)
"""
WEAKLY_CONVEX = """
class WeaklyConvexFunction(ConvexFunction):
    def set_convexity_constraint_i_j(self, xi, gi, fi, xj, gj, fj):
        return fi - fj >= gj * (xi - xj) - {rho} / 2 * (xi - xj) ** 2


f = p.declare_function(WeaklyConvexFunction)
xs = f.stationary_point()
x = p.set_initial_point()
p.set_initial_condition(f(x) - f(xs) <= 1)
for _ in range(2):
    x, g, value = proximal_step(x, f, 1)
    p.set_performance_metric(g ** 2)
    p.add_constraint(value >= f(xs))
p.solve(verbose=0)
"""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # L R²/(4NLh + 2): Drori & Teboulle (2014)
        (NAMED_ALIKE.format(L=2, R=1, N=2, h="1 / 2"), "1/5"),
        (NAMED_ALIKE.format(L=1, R="2.0", N=3, h=1), "2/7"),
        (NAMED_ALIKE.format(L=1, R=1, N=2, h="1 / math.sqrt(3)"), "1/(8/sqrt(3) + 2)"),
        (TWO_FUNCTIONS.format(N=1), "1/4"),
        (TWO_FUNCTIONS.format(N=2), "1/8"),
        # ((L − µ)/(L + µ))² a step: de Klerk, Glineur & Taylor (2017)
        (LINE_SEARCH.format(mu=0.1), "(9/11)**4"),
        (LINE_SEARCH.format(mu=0.2), "(2/3)**4"),
        # (1 − µ + δ)², by the contraction of a step and the triangle inequality
        (NOISE.format(delta="0.1"), "(6/10)**2"),
        (NOISE.format(delta="1 / 7"), "(1/2 + 1/7)**2"),
        # MR/√(N + 1): textbooks
        (LEAST.format(M=3, R=2), "3"),
        (LEAST.format(M=1, R="math.sqrt(2)"), "sqrt(2)/2"),
        # max(1/(1 + µ/2), L/2/(1 + L/2))²: Giselsson & Boyd (2017)
        (SPLITTING.format(L=4), "(2/3)**2"),
        (SPLITTING.format(L=8), "(4/5)**2"),
        # (2/(N + 1))²: Lieder (2021)
        (OPERATOR.format(N=1), "1"),
        (OPERATOR.format(N=2), "(2/3)**2"),
    ],
)
def test_scripts_have_the_values_that_are_known(tmp_path, text, value):
    path = tmp_path / "script.py"
    path.write_text(START + text, encoding="utf-8")
    ran = script.run(path)
    ((problem, pepit),) = ran.problems
    proof = worst.prove(problem, pepit)
    checker.upper(problem, proof)
    found = sp.sympify(proof.field.text(proof.rate))
    assert ran.error is None and sp.simplify(found - sp.sympify(value, rational=True)) == 0


@pytest.mark.parametrize("rho", ["1 / 2", "1 / 3"])
def test_proximal_steps_on_weakly_convex_functions_descend(tmp_path, rho):
    """Each of two steps of length 1 descends by (1 - rho/2) g^2 at least, and may by no more."""
    path = tmp_path / "script.py"
    path.write_text(START + WEAKLY_CONVEX.format(rho=rho), encoding="utf-8")
    ((problem, pepit),) = script.run(path).problems
    proof = worst.prove(problem, pepit)
    checker.upper(problem, proof)
    known = 1 / (2 * (1 - sp.Rational(*map(int, rho.split("/"))) / 2))
    assert sp.sympify(proof.field.text(proof.rate)) == known


def test_what_solvers_write_is_not_among_the_answers(tmp_path, capfd):
    path = tmp_path / "script.py"
    text = START + NAMED_ALIKE.format(L=1, R=1, N=1, h=1)
    path.write_text(text + "\nimport os\nos.write(1, b'iter 0')\n", encoding="utf-8")
    main(["rate", str(path), "--json"])
    (found,) = json.loads(capfd.readouterr().out)
    assert found["rate"] == "1/6"


IN_A_FUNCTION = """
def rate(L, wrong=0):
    p = PEP()
    f = p.declare_function(SmoothConvexFunction, L=L)
    xs, x = f.stationary_point(), p.set_initial_point()
    p.set_initial_condition((x - xs) ** 2 <= 1)
    x = x - f.gradient(x) / L
    p.set_performance_metric(f(x) - f(xs))
    {before}tau = p.solve(verbose=0)
    theoretical_tau = L / 6 + wrong
    return tau, theoretical_tau


def main():
    {main}


main()
"""


@pytest.mark.parametrize(
    ("main_", "said"),
    [
        ("rate(1)", ["equal (0.1666666667)"]),
        ("rate(1, 1)", ["larger (1.166666667)"]),
        ("rate(1); rate(3)", ["equal (0.1666666667)", "equal (0.5)"]),
    ],
)
def test_published_numbers_of_functions_are_compared(tmp_path, capsys, main_, said):
    text = START.replace("p = PEP()", "") + IN_A_FUNCTION.format(before="", main=main_)
    path = tmp_path / "method.py"
    path.write_text(text, encoding="utf-8")
    main(["rate", str(path), "--json"])
    found = json.loads(capsys.readouterr().out)
    assert [one["published"]["theoretical_tau"] for one in found] == said


def test_a_published_number_of_an_unknown_problem_is_said_not_to_be_compared(tmp_path, capsys):
    """It is set before a problem is solved, of which there are two."""
    before = "theoretical_tau = L / 6 + wrong; theoretical_other = 1; "
    text = IN_A_FUNCTION.format(before=before, main="rate(1); rate(3)")
    path = tmp_path / "method.py"
    path.write_text(START.replace("p = PEP()", "") + text, encoding="utf-8")
    main(["rate", str(path), "--json"])
    for one in json.loads(capsys.readouterr().out):
        assert set(one["published"]) == {"theoretical_tau", "theoretical_other"}
        assert all(said.startswith("not compared: ") for said in one["published"].values())


WARNS = """
import warnings

f = p.declare_function(SmoothConvexFunction, L=1)
xs, x = f.stationary_point(), p.set_initial_point()
p.set_initial_condition((x - xs) ** 2 {sign} {bound})
p.set_performance_metric(f(x - f.gradient(x)) - f(xs))
{more}
p.solve(verbose={verbose})
"""


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"sign": "<"}, ["PEPit takes < for <= and > for >="]),
        ({"more": "warnings.warn('my own', UserWarning)"}, ["the script was warned: my own"]),
        ({"more": "warnings.warn('of a package', DeprecationWarning)"}, []),
        ({"bound": "1e12"}, ["PEPit says that its solver might not have converged"]),
    ],
)
def test_warnings_are_said_in_one_line_without_a_path(tmp_path, capfd, changes, said):
    options = {"sign": "<=", "bound": "1", "more": "", "verbose": 0} | changes
    path = tmp_path / "method.py"
    path.write_text(START + WARNS.format(**options), encoding="utf-8")
    main(["rate", str(path)])
    shown = capfd.readouterr()
    told = [line.split(maxsplit=1)[1] for line in shown.out.splitlines() if "  warned " in line]
    assert set(said) <= set(told) if "bound" in changes else told == said
    assert shown.err == "" and "site-packages" not in shown.out


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ('raise ValueError("boom")', ["ValueError at line {last}"]),
        ("import sys; sys.exit(3)", ["an exit status that is not 0"]),
        ("import sys; sys.exit(0)", []),
        ("pass", []),
    ],
)
def test_a_script_that_stops_after_its_problem_is_named(tmp_path, capsys, end, said):
    path = tmp_path / "method.py"
    lines = (START + NAMED_ALIKE.format(L=1, R=1, N=1, h=1)).strip() + f"\n{end}\n"
    path.write_text(lines, encoding="utf-8")
    main(["rate", str(path)])
    out = capsys.readouterr().out
    assert out.startswith("worst case = 1/6\n")
    found = [line for line in out.splitlines() if "stopped" in line]
    last = lines.count("\n")
    assert found == [
        f"  warned        the script stopped with {how.format(last=last)}; "
        "what it solved before is above"
        for how in said
    ]
