"""Claims about every number of steps are said in sentences as authors print them."""

import pytest
import sympy as sp

from provenscape.commands import rating
from provenscape.rate.forms import N
from provenscape.rate.mathematics import Printer, formula
from provenscape.rate.saying import said, written
from provenscape.rate.words import words_of

PRINTER = Printer(["x", "y"], ["xs"], ["f", "g", "A"], ["A"])
FILE = """
functions: {functions}
minimizers: {{xs: {of}}}
constants: {constants}
start: {start}
given: {given} <= 1
step: {step}
steps: 2
metric: {metric}
"""
USUAL = {
    "functions": "{f: {class: SmoothConvexFunction, L: 1}}",
    "of": "f",
    "constants": "{}",
    "start": "[x]",
    "given": "(x - xs)**2",
    "step": "{x: 'x - grad(f, x)'}",
    "metric": "f(x) - f(xs)",
}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x - 1/L*grad(f, x)", "x − (1/L) ∇f(x)"),
        ("x - 1/3*grad(f, x)", "x − 1/3 ∇f(x)"),
        ("x - (y - x)", "x − (y − x)"),
        ("prox(f, x - grad(g, x), 1)", "prox_f(x − ∇g(x))"),
        ("prox(f, x, 2*h)", "prox_{(2 h) f}(x)"),
        ("prox(A, x, 1)", "J_A(x)"),
        ("x - grad(A, x)", "x − A(x)"),
        ("(x - xs)**2 + 2*(f(x) - f(xs))", "‖x − x⋆‖² + 2 (f(x) − f(x⋆))"),
        ("x*grad(f, x)", "⟨x, ∇f(x)⟩"),
        ("(1 - mu)**2*x", "(1 − µ)² x"),
        ("y + (t - 1)/t_next*(y - x)", "y + ((t_k − 1)/t_(k+1)) (y − x)"),
        ("-x/2", "−x/2"),
        ("k/(k + 3)*x", "(k/(k + 3)) x"),
    ],
)
def test_expressions_are_printed_as_in_papers(text, shown):
    assert PRINTER.shown(text) == shown


def test_points_of_the_state_have_an_index_and_fixed_ones_a_star():
    assert PRINTER.shown("f(x) - f(xs)", "N") == "f(x_N) − f(x⋆)"
    assert PRINTER.shown("(y - xs)**2", "0") == "‖y₀ − x⋆‖²"


@pytest.mark.parametrize(
    ("rate", "shown"),
    [
        ("3/(2*(2*N + 1))", "3/(2(2N + 1))"),
        ("(81/100)**N", "(81/100)^N"),
        ("mu/(N + 1)**2", "µ/(N + 1)²"),
        ("4*(25/46)**(N - 1)/5", "4(25/46)^(N − 1)/5"),
    ],
)
def test_rates_are_printed_without_the_signs_of_code(rate, shown):
    assert formula(rate) == shown


def test_a_rate_is_a_quotient_and_no_negative_power():
    assert written(1 / (N + 1) ** 2) == "1/(N + 1)**2" and written(2 / (N + 1)) == "2/(N + 1)"
    assert written((sp.Symbol("L") / 2) ** N) == "(L/2)**N"


@pytest.mark.parametrize(
    ("changes", "has"),
    [
        ({}, "on a convex and 1-smooth function f with minimizer x⋆, started at x₀, has"),
        (
            {"functions": "{f: {class: SmoothConvexFunction, L: L}}", "constants": "{L: 8}"},
            "on a convex and L-smooth function f with minimizer x⋆, L = 8, started",
        ),
        (
            {"functions": "{f: {class: SmoothFunction, L: 8}}"},
            "on an 8-smooth function f with minimizer x⋆",
        ),
        *(
            (
                {"functions": f"{{f: {{class: SmoothFunction, L: {number}}}}}"},
                f"on {said}-smooth function f with minimizer x⋆",
            )
            for number, said in [
                ("11", "an 11"),
                ("118", "a 118"),
                ("1800", "a 1800"),
                ("18000", "an 18000"),
                ("80.50", "an 80.5"),
                ("1.0", "a 1"),
                ("11/2", "an (11/2)"),
                ("1.00000000000000000001", "a 1.00000000000000000001"),
                ("1e-3", "a (1e-3)"),
            ]
        ),
        (
            {
                "functions": "{f: {class: SmoothFunction, L: 1}, g: {class: ConvexFunction}, "
                "F: f + g}",
                "of": "F",
            },
            "on F = f + g with stationary point x⋆, f 1-smooth, g convex",
        ),
        (
            {"functions": "{f: {class: LipschitzOperator, L: 1/2}}", "metric": "(x - xs)**2"},
            "x ← x − f(x) on a (1/2)-Lipschitz operator f with zero x⋆",
        ),
        (
            {"functions": "{f: {class: RsiEbFunction, mu: 1/10, L: 1}}"},
            "on a function f of PEPit's class RsiEbFunction (µ = 1/10, L = 1) with minimizer x⋆",
        ),
        (
            {
                "functions": "{f: {class: SmoothConvexFunction, L: 1}, "
                "g: {class: ConvexFunction}, F: f + g}",
                "of": "F",
                "metric": "F(x) - F(xs)",
            },
            "on F = f + g with minimizer x⋆, f convex and 1-smooth, g convex, started",
        ),
        (
            {"functions": "{f: {class: ConvexLipschitzFunction, M: 1}}"},
            "on a convex and 1-Lipschitz function f with minimizer x⋆ (∇f any subgradient), start",
        ),
        (
            {
                "functions": "{f: {class: SmoothStronglyConvexFunction, mu: -h, L: 1}}",
                "constants": "{h: 1/2}",
            },
            "on a function f of PEPit's class SmoothStronglyConvexFunction (µ = −h, L = 1) with "
            "minimizer x⋆, h = 1/2",
        ),
        (
            {
                "functions": "{f: {class: SmoothConvexFunction, L: 1}, F: 2*f}",
                "of": "F",
                "metric": "F(x) - F(xs)",
            },
            "on F = 2 f with minimizer x⋆, f convex and 1-smooth, started",
        ),
        ({"start": "[x, {y: x}]"}, "started at x₀ with y₀ = x₀, has f(x_N) − f(x⋆) ≤"),
        (
            {"start": "[x, {y: x}]", "step": "{x: 'y', y: '(k*y + x)/(k + 1)'}"},
            "x ← y, y ← (k y + x)/(k + 1) (at once) for k = 0, 1, … on",
        ),
        ({"start": "[x, y]"}, "started at x₀ and y₀, has"),
        ({"metric": "least(f(x) - f(xs))"}, "has min_(i ≤ N) (f(x_i) − f(x⋆)) ≤"),
        ({"given": "f(x) - f(xs)"}, "≤ 1/N (f(x₀) − f(x⋆)) after N steps, for every N ≥ 2."),
        ({"step": "{x: 'x - k/(k + 1)*grad(f, x)'}"}, "∇f(x) for k = 0, 1, … on a convex"),
    ],
)
def test_a_claim_says_method_class_start_metric_and_rate(tmp_path, changes, has):
    path = tmp_path / "method.yaml"
    path.write_text(FILE.format(**{**USUAL, **changes}), encoding="utf-8")
    whole = said(words_of(path), 1 / N, 2).whole
    assert has in whole and whole.startswith("The iteration x ← ") and "L = L" not in whole


@pytest.mark.parametrize(("count", "more"), [(12, []), (15, ["and 3 more, see --json"])])
def test_of_a_long_list_twelve_lines_are_shown_and_the_others_counted(count, more):
    lines = rating._listed("multiplier", {f"name {n}": str(n) for n in range(count)})
    assert [line.split() for line in lines[:12]] == [
        ["multiplier", "name", str(n), "=", str(n)] for n in range(12)
    ]
    assert [line.strip() for line in lines[12:]] == more
