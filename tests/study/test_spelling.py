"""A formula is read from its text exactly, and nothing of the text is ever run."""

import time

import pytest
import sympy as sp

from provenscape.study.grammar import Unreadable
from provenscape.study.spelling import read

x, y = sp.symbols("x y", real=True)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("x^2 + 1", x**2 + 1),
        ("-x**2/3", -(x**2) / 3),
        ("x⁶/6 − x²/2 + 2·x", x**6 / 6 - x**2 / 2 + 2 * x),
        ("0.1*x + 2.5e-3", x / 10 + sp.Rational(1, 400)),
        ("0.1000000000000000055511151231*x", sp.Rational("0.1000000000000000055511151231") * x),
        ("2^-3*x", x / 8),
        ("exp(3*x) - 3*y*exp(x) + y^3", sp.exp(3 * x) - 3 * y * sp.exp(x) + y**3),
        (" + ".join(["x*y"] * 300), 300 * x * y),
    ],
)  # fmt: skip
def test_a_formula_is_read_exactly(text, meant):
    assert read(text, {"x": x, "y": y}.__getitem__) == meant


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("(" * 900 + "x" + ")" * 900, "nested"), ("-" * 1900 + "x", "nested"),
        ("exp(" * 300 + "x" + ")" * 300, "nested"), ("9" * 10**6, "characters"),
        ("9" * 1500, "digits"), ("9**9**9**9", "exponent"), ("((9**999)**999)**999", "bits"),
        ("x**" * 500 + "x", "nested"), ("((((x**999)**999)**999)**999)", "bits"),
        ("x.__class__", "no number"), ("__import__('os')", "no function"),
        ("ｘ + 1", "FULLWIDTH"), ("х**2", "CYRILLIC"), ("x\u200b+1", "ZERO WIDTH"),
        ("x\n+1", "control"), ("0x10", "no number"), ("1_000", "no number"),
        ("1e400", "no number"), ("1j*x", "no number"), ("x/0", "zero"), ("x/(1-1)", "zero"),
        ("log(0)", "not defined"), ("sqrt(-1)*x", "not defined"), ("x ** x > 1", "no number"),
        ("2x", "no formula"), ("", "no formula"), ("eval(x)", "no function"),
        ("f'{x}'", "no number"), ("x if x else y", "no number"), ("lambda: x", "no number"),
        ("tan(x)", r"sin\(x\)/cos"), ("sinh(x)", "exp"),
        ("x // 2", "operations"), ("x # + y", "has #"),
    ],
)  # fmt: skip
def test_a_hostile_text_is_refused_in_one_line_and_at_once(text, why):
    started = time.monotonic()
    with pytest.raises(Unreadable, match=why) as refused:
        read(text, {"x": x, "y": y}.__getitem__)
    assert len(str(refused.value)) < 200 and "\n" not in str(refused.value)
    assert time.monotonic() - started < 1
