"""Exact worst cases: what scripts mean, what is found, and what the checker refuses."""

import doctest
import re
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import PEPit
import pytest
from flint import ctx, fmpq, fmpq_poly
from PEPit import PEP, Expression, Function, functions, operators

from provenscape.cli import main
from provenscape.errors import UserError
from provenscape.rate import (
    checker,
    file,
    interpolation,
    kinds,
    nonconvex,
    script,
    text,
    tracing,
    worst,
)
from provenscape.rate.checker import Refused
from provenscape.rate.field import RATIONALS, Field, Unknown, adjoin, field_of, numeric
from provenscape.search.algebraic import Real

DESCENT = """
from PEPit import PEP
from PEPit.functions import {kind}

problem = PEP()
f = problem.declare_function({kind}, L={L}{more})
xs = f.stationary_point()
x0 = x = problem.set_initial_point()
problem.set_initial_condition({start})
for _ in range({steps}):
    x = x - {h} * f.gradient(x)
problem.set_performance_metric({metric})
tau = problem.solve(verbose=0)
theoretical_tau = {published}
"""
CONVEX = {
    "kind": "SmoothConvexFunction",
    "L": "3",
    "more": "",
    "start": "(x0 - xs) ** 2 <= 1",
    "steps": 1,
    "h": "1 / 3",
    "metric": "f(x) - f(xs)",
    "published": "3 / (4 * 1 + 2)",
}
YAML = """
functions:
  f: {class: SmoothConvexFunction, L: 3}
minimizers: {xs: f}
start: [x]
given: (x - xs)**2 <= 1
step:
  x: x - 1/3*grad(f, x)
steps: 1
metric: f(x) - f(xs)
"""


def proofs(tmp_path, **changes):
    path = tmp_path / "method.py"
    path.write_text(DESCENT.format(**(CONVEX | changes)), encoding="utf-8")
    ran = script.run(path)
    assert ran.error is None
    return [(problem, worst.prove(problem, pepit)) for problem, pepit in ran.problems], ran


def rate(tmp_path, **changes):
    ((problem, proof),), ran = proofs(tmp_path, **changes)
    checker.upper(problem, proof)
    checker.lower(problem, proof)
    return proof.field.text(proof.rate), worst.compared(proof, worst.about(1, 1, ran.left))


def test_numbers_of_a_script_keep_what_they_stand_for():
    assert doctest.testmod(tracing).failed == 0
    third = tracing.quotient(1, 3)
    assert (tracing.literal("0.1") * 3).exact == Fraction(3, 10)
    assert tracing.power(tracing.literal("0.5"), -2).exact == 4
    assert tracing.power(2, tracing.quotient(-1, 2)).exact.operation == "/"
    assert tracing.power(tracing.literal("0.0"), tracing.quotient(3, 2)).exact == 0
    assert tracing.exact_of(0.1234567891234) is None
    assert (np.float64(0.5) * third - np.int64(1)).exact == Fraction(-5, 6)
    assert type(np.exp(third)) is np.float64 and list(np.array([1.0]) * third) == [float(third)]
    assert tracing.power(3, tracing.quotient(3, 4)).exact.operation == "root"
    golden = (1 + tracing.root(5)) / 2
    numbers = field_of([golden.exact])
    one = numbers.of(golden.exact)
    assert numbers.times(one, one) == one + 1  # not of a float: exactly


def test_descent_on_convex_functions_has_its_rate_whatever_l_and_the_start(tmp_path):
    assert rate(tmp_path) == ("1/2", {"theoretical_tau": "equal (0.5)"})
    found, compared = rate(tmp_path, start="(x0 - xs) ** 2 <= 4", published="1")
    assert found == "2" and compared == {"theoretical_tau": "smaller than the worst case (1)"}


def test_the_rate_may_be_irrational(tmp_path):
    found, _ = rate(tmp_path, h="2 ** (1 / 2) / 6")
    assert found == "-3/2 + 3*sqrt(2)/2"  # L/(4Lh + 2) for h = √2/6: Drori & Teboulle (2014)


def test_several_metrics_count_with_the_least(tmp_path):
    two = "f.gradient(x) ** 2)\nproblem.set_performance_metric(f.gradient(x0) ** 2"
    found, _ = rate(tmp_path, start="f(x0) - f(xs) <= 1", metric=two)
    one, _ = rate(tmp_path, start="f(x0) - f(xs) <= 1", metric="f.gradient(x0) ** 2")
    assert Fraction(found) < Fraction(one) == 6


def test_pepits_pl_class_has_a_larger_worst_case_than_pl_functions(tmp_path):
    """At µ/L = 1/10 the conditions of the class allow 6/7; of functions it is 81/100."""
    kind, gap = "SmoothQuadraticLojasiewiczFunctionCheap", "f(x0) - f(xs) <= 1"
    found, _ = rate(tmp_path, kind=kind, L="1", more=", mu=0.1", h="1", start=gap)
    assert found == "6/7"


@pytest.mark.parametrize("mu", ["1/2", "1/3", "2/5"])
def test_the_worst_case_of_pepits_pl_class_is_one_function_of_mu(tmp_path, mu):
    """(2 − 2µ)/(2 + µ), at L = 1: one formula for all constants of the class's conditions."""
    kind, gap = "SmoothQuadraticLojasiewiczFunctionCheap", "f(x0) - f(xs) <= 1"
    found, _ = rate(tmp_path, kind=kind, L="1", more=f", mu={mu}", h="1", start=gap)
    number = Fraction(mu)
    assert Fraction(found) == (2 - 2 * number) / (2 + number)


def changed(proof, number, factor):
    return replace(proof, multipliers={**proof.multipliers, number: factor})


def test_the_checker_refuses_false_neighbours(tmp_path):
    ((problem, proof),), _ = proofs(tmp_path)
    tenth = fmpq_poly([fmpq(1, 10)])
    with pytest.raises(Refused, match="identity leaves"):
        checker.upper(problem, replace(proof, rate=proof.rate - tenth))
    for number, factor in proof.multipliers.items():
        with pytest.raises(Refused):
            checker.upper(problem, changed(proof, number, factor + tenth))
        with pytest.raises(Refused, match="is negative"):
            checker.upper(problem, changed(proof, number, -factor))
    with pytest.raises(Refused, match="another value"):
        checker.lower(problem, replace(proof, rate=proof.rate + tenth))
    for place in [k for k, v in proof.point.items() if k[0] != "value" and k[0] == k[1] and v != 0]:
        with pytest.raises(Refused):
            checker.lower(problem, replace(proof, point={**proof.point, place: fmpq_poly([-1])}))


def test_a_form_with_a_negative_direction_is_refused():
    numbers = field_of([])
    matrix = [[numbers(1), numbers(2)], [numbers(2), numbers(3)]]
    with pytest.raises(Refused, match="not semidefinite"):
        checker.require_semidefinite(matrix, numbers, "it", 2)
    matrix = [[numbers(0), numbers(1)], [numbers(1), numbers(9)]]
    with pytest.raises(Refused, match="not semidefinite"):
        checker.require_semidefinite(matrix, numbers, "it", 2)
    matrix = [[numbers(1), numbers(2)], [numbers(2), numbers(4)]]
    assert checker.require_semidefinite(matrix, numbers, "it", 2) == 1


def test_of_several_problems_the_last_has_the_one_number_that_is_left():
    left = {"tau": 1.0, "theoretical_tau": 0.5}
    assert worst.about(1, 1, left) == worst.about(3, 3, left) == {"theoretical_tau": 0.5}
    assert worst.about(1, 3, left) == {}
    left["theoretical_other"] = 2.0
    assert worst.about(3, 3, left) == {} and len(worst.about(1, 1, left)) == 2


def test_a_field_needs_an_irreducible_polynomial_and_one_root():
    for coefficients, index in ((-2, 0, 1), 2), ((-2, 0, 1), -1), ((2, 0, 1), 0), ((-1, 0, 1), 0):
        with pytest.raises(Refused):
            checker.require_field(Field(Real(coefficients, index)))
    checker.require_field(Field(Real((-2, 0, 1), 1)))


def test_a_root_that_is_not_in_the_field_is_not_taken_for_one():
    with ctx.workprec(300):
        numbers = field_of([tracing.root(2).exact])
        assert numeric(tracing.root(3).exact) > 1
        with pytest.raises(Unknown, match=r"1\.732"):
            numbers.of(tracing.root(3).exact)


def test_a_file_says_the_same_as_a_script(tmp_path):
    path = tmp_path / "method.yaml"
    path.write_text(YAML, encoding="utf-8")
    ((problem, pepit),) = file.load(path).problems
    proof = worst.prove(problem, pepit)
    assert proof.field.text(proof.rate) == "1/2" and proof.point is not None


def test_the_file_of_the_documentation_has_the_rate_that_it_says(tmp_path):
    text = (Path(__file__).parents[2] / "docs" / "rate.md").read_text(encoding="utf-8")
    block, after = text.split("```yaml\n")[1].split("```", 1)
    path = tmp_path / "method.yaml"
    path.write_text(block, encoding="utf-8")
    ((problem, pepit),) = file.load(path).problems
    proof = worst.prove(problem, pepit)
    assert f"worst case = {proof.field.text(proof.rate)}\n" in after


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("steps: 1", "stepz: 1", "no key is called stepz; did you mean step"),
        ("steps: 1", "", "steps: is missing; add `steps: 3`, say"),
        ("steps: 1", "steps: 0", "no whole number from 1 to 100"),
        ("L: 3}", "L: -3}", "functions: f: L = -3 of SmoothConvexFunction is negative"),
        ("L: 3}", "M: 3}", "SmoothConvexFunction has no constant M; its constants: L"),
        (", L: 3}", "}", "needs a constant L, as `L: 1`"),
        ("L: 3}", "L: h}", "no name is called h"),
        ("start: [x]", "start: [x, x]", "start: x stands there twice"),
        ("start: [x]", "start: []", "start: has no point"),
        ("  x: x - 1/3", "  z: x - 1/3", "step: z: is no point of start, which has x"),
        ("SmoothConvexFunction", "SmothConvexFunction", "did you mean SmoothConvexFunction"),
        ("grad(f, x)", "grad(f, y)", "no name is called y"),
        ("grad(f, x)", "__import__('os')", "more than names"),
        ("grad(f, x)", "x.__class__", "more than names"),
        ("grad(f, x)", "f(x)", "mixes points, values and numbers"),
        ("steps: 1", "steps: 1000000000000", "no whole number from 1 to 100"),
        ("metric: f(x) - f(xs)", "metric: x", "is no value"),
        ("(x - xs)**2 <= 1", "[(x - xs)**2 <= 1, grad(f, xs)**2 <= 1]", "a comma parts it"),
        ("metric: f(x) - f(xs)", "metric: " + "(" * 5000, "is nested too deeply"),
    ],
)
def test_a_file_that_is_wrong_is_refused_in_one_line(tmp_path, old, new, said):
    path = tmp_path / "method.yaml"
    path.write_text(YAML.replace(old, new), encoding="utf-8")
    with pytest.raises(UserError, match=said) as error:
        file.load(path)
    assert str(error.value).startswith(f"{path}: ") and "\n" not in str(error.value)


def test_the_command_prints_rate_published_value_and_extremal_point(tmp_path, capsys):
    path = tmp_path / "method.py"
    path.write_text(DESCENT.format(**CONVEX), encoding="utf-8")
    main(["rate", str(path)])
    printed = capsys.readouterr().out
    assert printed.startswith("worst case = 1/2\n")
    assert "theoretical_tau equal (0.5)" in printed and "in dimension" in printed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = 1 +", "no Python"),
        ("x = 1", "no performance problem was solved"),
        ("raise ValueError('mine')", "ValueError: mine"),
    ],
)
def test_a_script_that_is_wrong_ends_with_one_line(tmp_path, text, said):
    path = tmp_path / "method.py"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit, match=said):
        main(["rate", str(path)])


def test_a_script_that_takes_too_long_is_ended(tmp_path, capsys):
    path = tmp_path / "method.py"
    path.write_text("while True:\n    pass\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["rate", str(path), "--seconds", "1"])
    assert "not proved: the script itself takes longer" in capsys.readouterr().out


EMPTY = {"kind": "SmoothStronglyConvexFunction", "h": "1"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (EMPTY | {"L": "1", "more": ", mu=2"}, "mu = 2 of SmoothStronglyConvexFunction is larger"),
        (EMPTY | {"L": "1", "more": ", mu=0.1", "start": "(x0 - xs) ** 2 <= -1"}, "no point and"),
        ({"metric": "(x - xs) ** 2", "start": "f(x0) - f(xs) <= 1"}, "unbounded: all cond"),
        ({"L": "10**400 / 3.7"}, "OverflowError"),
        ({"start": "(x0 - xs) ** 2 <= 1 + 1e400"}, "inf in Initial_condition is no number"),
        ({"h": "__import__('math').pi / 9"}, "0.3490658503988659 in "),
    ],
)
def test_what_has_no_worst_case_is_said_to_have_none(tmp_path, capsys, changes, said):
    path = tmp_path / "method.py"
    path.write_text(DESCENT.format(**(CONVEX | {"published": "0"} | changes)), encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["rate", str(path), "--seconds", "20"])
    printed = f"{capsys.readouterr().out}{ended.value.code}"
    assert said in printed and "Traceback" not in printed


def test_plain_floats_are_read_where_they_are_no_chance():
    third, decimal = 1 / 3, 0.15
    assert tracing.known_as(third) == (Fraction(1, 3), {(third, Fraction(1, 3))})
    assert tracing.known_as(decimal)[0] == Fraction(3, 20)
    assert tracing.known_as(0.375) == (Fraction(3, 8), frozenset())
    assert tracing.known_as(1e20)[0] == 10**20 and tracing.known_as(2.0**-40)[0] == Fraction(
        1, 2**40
    )
    for value in (0.15000005544509523, 271.8281828459045, 31415926.535897932, 3.141592653589793e20):
        assert tracing.known_as(value) is None
    assert (tracing.literal("0.5") * third).read == {(third, Fraction(1, 3))}


def test_only_numbers_of_the_problem_are_said_to_be_read(tmp_path):
    kind = {"kind": "SmoothStronglyConvexFunction", "L": "2", "more": ", mu=0.3", "h": "0.77"}
    start = "(x0 - xs) ** 2 <= 1"
    ((problem, _),), _ = proofs(tmp_path, **kind, start=start, metric="(x - xs) ** 2")
    assert problem.read_from == ()
    plain = {"L": "1", "h": "float(1 / 3)"}
    (tmp_path / "method.py").write_text(DESCENT.format(**(CONVEX | plain)), encoding="utf-8")
    ((problem, _),) = script.run(tmp_path / "method.py").problems
    assert (1 / 3, Fraction(1, 3)) in problem.read_from and not problem.unread


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("x - 1/3", "x - 1e400", "step: x: 1e400 is too large or too small"),
        ("x - 1/3", "x - 1e-999999999", "is too large or too small"),
        ("steps: 1", "steps: 1\nsteps: 2", "steps stands there twice"),
        ("L: 3}", "L: 3, L: 4}", "L stands there twice"),
        ("start: [x]", "start: &s [x]\nconstants: *s", "an alias; write it out"),
    ],
)
def test_content_that_is_odd_is_refused_in_one_line(tmp_path, capsys, old, new, said):
    path = tmp_path / "method.yaml"
    path.write_text(YAML.replace(old, new), encoding="utf-8")
    with pytest.raises(SystemExit, match=said) as ended:
        main(["rate", str(path)])
    assert "\n" not in str(ended.value.code) and capsys.readouterr().err == ""


def test_a_script_that_waits_is_ended(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(worst, "CLOCK", 1)
    path = tmp_path / "method.py"
    path.write_text("import time\ntime.sleep(600)\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["rate", str(path), "--seconds", "1"])
    assert "not proved: the script itself takes longer" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("1/3*", "L**(10**9)/L**(10**9 + 1)*", "step: x: an exponent above 1000"),
        ("1/3*", "(L**100)**100/L**9999*", "step: x: an exponent above 1000"),
        ("1/3*", "1/2**n*", "step: x: an exponent above 1000"),
        ("1/3*", "1" * 5000 + "*", "step: x: a whole number of more than 4300 digits"),
        ("1/3*", "(10**100)**50*", "step: x: a number of more than 4300 digits"),
        ("1/3*", "(1/3)**(999/1000)*", "step: x: an exponent of 999/1000; take a whole number"),
        ("1/3*", "2**0.3*", "step: x: an exponent of 3/10; take a whole number, a half"),
        ("1/3*", "(" * 3000 + "1" + ")" * 3000 + "*", "step: x: is nested too deeply"),
        ("1/3*", "1*" * 200, "step: x: more than 100 operations are inside each other"),
        ("L: 3", "L: \uff2c", "functions: f: L: .* FULLWIDTH LATIN CAPITAL LETTER L"),
        ("[x]", "[\u0445]", "start: .* CYRILLIC SMALL LETTER HA"),
        ("[x]", "[x\u2081]", "start: x\u2081 would be read as x1"),
        ("1/3*", "2#1/3*", "step: x: has #, after which nothing would be read"),
    ],
)
def test_expressions_that_could_take_long_are_refused(tmp_path, old, new, said):
    path = tmp_path / "method.yaml"
    written = YAML.replace(old, new, 1) + "constants: {n: 10**9, L: 3}\n"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(UserError, match=said):
        text.read(path)


@pytest.mark.parametrize(
    ("new", "said"), [("L**(10**9)*", b"an exponent above 1000"), ("1/0*", b"is not finite")]
)
def test_a_file_is_refused_before_algebra_is_loaded(tmp_path, new, said):
    path = tmp_path / "method.yaml"
    path.write_text(YAML.replace("1/3*", new), encoding="utf-8")
    asked = [sys.executable, "-X", "importtime", "-m", "provenscape", "rate", str(path)]
    for more in ([], ["--all"]):
        known = subprocess.run([*asked, *more], capture_output=True, check=False)
        assert known.returncode == 1 and said in known.stderr
        assert not re.search(rb"sympy|PEPit|numpy", known.stderr)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("x - 1/3*grad(f, x)", "x.__class__", "step: x: .* has more than names"),
        ("grad(f, x)", '__import__("os").system("id")', "step: x: .* has more than names"),
        ("1/3", "1/0", "step: x: .* is not finite"),
        ("x - 1/3", "x -\u202e 1/3", r"step: x: U\+202E is RIGHT-TO-LEFT OVERRIDE"),
        (
            "L: 3",
            "L: !!python/object/apply:os.system ['id']",
            "the tag !!python/object/apply:os.system; leave",
        ),
        ("steps: 1", "steps: 1000000000", "no whole number from 1 to 100"),
        ("L: 3", "L: .nan", "functions: f: L: '.nan' is no expression"),
        ("L: 3", "L: .inf", "functions: f: L: '.inf' is no expression"),
        ("L: 3", "L: -1", "L = -1 of SmoothConvexFunction is negative"),
        ("L: 3", "L: 1e400000", "L: 1e400000 is too large or too small for a float"),
        ("L: 3", "L: sqrt(-1)", "L: .* has the root of a negative number"),
        ("L: 3", "L: x", "no name is called x"),
        ("(x - xs)**2 <= 1", "0 <= (x - xs)**2 <= 1", "given: .* compares more than two; write a"),
        ("(x - xs)**2 <= 1", "norm(x - xs) <= 3", r"given: .* as \(x - xs\)\*\*2 <= 9"),
        ("(x - xs)**2 <= 1", "x <= 1", "given: .* mixes points, values and numbers"),
        ("(x - xs)**2 <= 1", "f(x)", "given: .* is no condition"),
        ("f(x) - f(xs)", "(x - xs)**4", "metric: .* mixes points, values and numbers"),
        ("f(x) - f(xs)", "least(f(x)) + 1", r"metric: least\(…\) is none of f"),
        ("x - 1/3*grad(f, x)", "f(x)", "step: x: is no point"),
        ("xs: f", "xs: g", "minimizers: xs: g is none of the functions"),
        ("steps: 1", "steps: 1\nconstants: {h: positive}", "give a number, or add --all"),
    ],
)
def test_what_the_grammar_has_not_is_refused_before_pepit_is_loaded(tmp_path, old, new, said):
    path = tmp_path / "method.yaml"
    assert old in YAML
    path.write_text(YAML.replace(old, new), encoding="utf-8")
    with pytest.raises(UserError, match=said) as error:
        kinds.require(path, text.read(path), every=False)
    assert "\n" not in str(error.value)


def test_a_number_without_a_field_is_said_to_be_of_the_proof(tmp_path, capsys, monkeypatch):
    def fails(problem, *_):
        with ctx.workprec(700):
            adjoin(RATIONALS, [numeric(Fraction(2)).log()], 45)

    monkeypatch.setattr(worst, "prove", fails)
    path = tmp_path / "method.yaml"
    path.write_text(YAML, encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["rate", str(path)])
    first, number, pepit = capsys.readouterr().out.splitlines()
    assert first.startswith("not proved: 0.693147180560 is no algebraic number of degree up to 16")
    assert number.startswith("  number        of the proof, not the worst case")
    assert "up to 300 digits are tried" in number and pepit.endswith(", numerically")


def test_powers_and_names_that_are_fine_are_read(tmp_path):
    path = tmp_path / "method.yaml"
    path.write_text(YAML.replace("1/3*", "2**1000/2**1000*(1/3)**(1/2)*"), encoding="utf-8")
    assert text.read(path)["steps"] == "1"


def test_numbers_agree_by_their_digits_in_any_units():
    assert worst.agrees(1.25e-13, 1.25e-13 * (1 + 1e-7)) and worst.agrees(0.0, 0.0)
    assert not worst.agrees(1.25e-13, 5.577904797e-13)
    assert not worst.agrees(1e9, 1.00001e9)


PL = YAML.replace(
    "SmoothConvexFunction, L: 3", "SmoothQuadraticLojasiewiczFunctionCheap, L: 1, mu: 1/10"
).replace("(x - xs)**2 <= 1", "f(x) - f(xs) <= 1")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (PL, "worst case <= 6/7 for functions of the class; attained by points that satisfy"),
        (YAML, "worst case = 1/2\n"),
    ],
)
def test_what_is_attained_by_points_alone_is_a_bound_for_functions(tmp_path, capsys, written, said):
    path = tmp_path / "method.yaml"
    path.write_text(written.replace("1/3*", "") if written is PL else written, encoding="utf-8")
    main(["rate", str(path)])
    printed = capsys.readouterr().out
    assert printed.startswith(said)
    named = "conditions    of SmoothQuadraticLojasiewiczFunctionCheap: necessary, and not known"
    assert (named in printed) == ("not known to be of the class" in printed) == (written is PL)
    main(["rate", str(path), "--all"])
    printed = capsys.readouterr().out
    least = "the least?    of the conditions: PEPit's numbers are the same"
    assert (named in printed) == (least in printed) == (written is PL)


def test_classes_are_known_to_be_sufficient_by_themselves_and_not_by_their_names():
    problem = PEP()
    own = type("ConvexFunction", (functions.ConvexFunction,), {})
    listed = {
        functions.ConvexFunction: {},
        operators.LinearOperator: {"L": 1},
        own: {},
        functions.RsiEbFunction: {"mu": 0.1, "L": 1},
        operators.NegativelyComonotoneOperator: {"rho": 1},
    }
    made = [problem.declare_function(kind, **constants) for kind, constants in listed.items()]
    unknown = ("ConvexFunction", "RsiEbFunction", "NegativelyComonotoneOperator")
    assert interpolation.necessary_only(Function.list_of_functions) == unknown
    assert interpolation.necessary_only(made[:2]) == ()


@pytest.mark.parametrize(
    ("kind", "name", "known", "unknown"),
    [
        (operators.StronglyMonotoneOperator, "mu", (0, 0.1), (-0.1,)),
        (operators.CocoerciveOperator, "beta", (0.1,), (0, -0.1)),
    ],
)
def test_operators_are_known_for_moduli_of_their_sign_alone(kind, name, known, unknown):
    for value in known:
        made = PEP().declare_function(kind, **{name: value})
        assert interpolation.necessary_only([made]) == ()
    for value in unknown:
        made = PEP().declare_function(kind, **{name: value})
        assert interpolation.necessary_only([made]) == (kind.__name__,)


def test_a_smooth_function_with_a_least_value_has_conditions_of_its_own():
    made = PEP().declare_function(nonconvex.SmoothFunction, L=1)
    assert interpolation.necessary_only([made]) == ()
    made.stationary_point()
    made.minimized()
    assert interpolation.necessary_only([made]) == ("SmoothFunction",)


def test_a_published_number_below_a_bound_contradicts_nothing(tmp_path):
    ((_, proof),), _ = proofs(tmp_path)
    (said,) = worst.compared(proof, {"tau": 0.1}, ("RsiEbFunction",)).values()
    assert said == "smaller than this bound, which need not be the least (0.1)"


@pytest.mark.parametrize(
    "lines",
    [
        "def of(L):\n    h = 1 / L\n    return eval('h * 3')\nassert of(3.0) == 1",
        "L = 2.0\nexec('h = 1 / L')\nassert h == 0.5",
        "mu = 0.1\nassert type(mu) is float and type(1) is int and type('') is str",
        "match 2.0:\n    case 2.0:\n        h = 1\nassert h == 1",
        "match {0.5: 1}:\n    case {0.5: h}:\n        pass\nassert h == 1",
        "from math import sqrt\nassert sqrt(2.0).exact.operation == 'root'",
    ],
)
def test_a_script_has_its_own_names_types_and_patterns(tmp_path, lines):
    path = tmp_path / "script.py"
    path.write_text(lines, encoding="utf-8")
    assert script.run(path).error is None


def test_a_mistake_of_a_script_has_its_line(tmp_path):
    path = tmp_path / "script.py"
    path.write_text("def of(x):\n    assert x > 1\n\n\nof(0.5)\n", encoding="utf-8")
    assert script.run(path).error == "line 2: AssertionError"


def test_values_of_an_instance_are_told_apart(tmp_path):
    """F_xs is that of the sum, where f0 would be taken for f_0."""
    path = tmp_path / "method.yaml"
    parts = "\n  g: {class: ConvexFunction}\n  F: f + g\nminimizers: {xs: F}"
    path.write_text(YAML.replace("\nminimizers: {xs: f}", parts), encoding="utf-8")
    file.method(path)
    names = [value.get_name() for value in Expression.list_of_leaf_expressions]
    assert {"F_xs", "f_xs", "f_0", "f_1"} <= set(names) and None not in names


@pytest.mark.parametrize(("steps", "met"), [(2, "solved"), (6, "in no field that is found")])
def test_numbers_of_too_high_a_degree_are_refused_before_anything_is_solved(
    tmp_path, monkeypatch, steps, met
):
    """Lengths with nested roots: after 6 steps their field has a degree of more than 16."""
    name = "unconstrained_convex_minimization/gradient_descent_qg_convex_decreasing.py"
    path = tmp_path / "decreasing.py"
    written = (Path(PEPit.__file__).parent / "examples" / name).read_text(encoding="utf-8")
    path.write_text(written.replace("n=6", f"n={steps}"), encoding="utf-8")
    ((problem, pepit),) = script.run(path).problems

    def solve(*_):
        raise Unknown("solved")

    monkeypatch.setattr(worst, "solve", solve)
    with pytest.raises(Unknown, match=met):
        worst.prove(problem, pepit)


def test_a_bound_with_few_inequalities_is_pepits_to_four_digits():
    assert worst._near(0.25, 0.25001) and not worst._near(0.25, 0.251)
    assert worst._near(1e-9, 0.0) and not worst._near(1e-3, 0.0)
    assert not worst._near(0.25, None)
