"""Rates for every value of a constant that stays a symbol."""

from pathlib import Path

import pytest
import sympy as sp
from rates import DISTANCE, GAP, holds, require_refused

from provenscape.errors import UserError
from provenscape.rate import degrees, every, file, scaling
from provenscape.rate.forms import N

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
