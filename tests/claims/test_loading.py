"""What a proof file may not contain: slips that SymPy folds away, and ways round the kernel."""

import ast
import re
import textwrap

import pytest
import sympy as sp

from provenscape.claims.loading import load
from provenscape.claims.reading import problems
from provenscape.errors import UserError
from provenscape.kernel import Rejected


def complaints(text):
    return [problem for _, problem in problems(ast.parse(textwrap.dedent(text)))]


@pytest.mark.parametrize(
    ("slip", "words"),
    [
        ("Rational(0.1)", "0.1 is no exact number"),
        ("Integer(0.5)", "0.5 is no exact number"),
        ("1e-6", "is no exact number"),
        ("2j", "is no exact number"),
        ("x + .5", "is no exact number"),
        ("1/3", "a quotient of two whole numbers"),
        ("1/3*x", "a quotient of two whole numbers"),
        ("1/-3", "a quotient of two whole numbers"),
        ("Rational(n/3)", "a quotient of whole numbers"),
        ("Integer(n/2)", "a quotient of whole numbers"),
        ("10**-6", "a negative power of a whole number"),
        ("x/x", "divided by itself"),
        ("(x + 1)/(x + 1)", "divided by itself"),
        ("f(x)/f(x)", "divided by itself"),
        ("x*(1/x)", "times its reciprocal"),
        ("1/x*x", "times its reciprocal"),
        ("f(x)**-1*f(x)", "times its reciprocal"),
        ("(x + y)*(1/(x + y))", "times its reciprocal"),
        ("x - x", "minus itself"),
        ("f(x) - f(x)", "minus itself"),
        ("x + -x", "minus itself"),
        ("-(x*y) + x*y", "minus itself"),
        ("sqrt(x)**2", "square of a root"),
        ("sqrt(x)*sqrt(x)", "square of a root"),
        ("sp.sqrt(x + 1)**2", "square of a root"),
        ("exp(log(x))", "exp of log"),
        ("sp.exp(sp.log(x))", "exp of log"),
        ("log(exp(x))", "exp of log"),
    ],
)
def test_a_slip_that_is_folded_unseen_is_refused(slip, words):
    found = complaints(f"y = {slip}\n")
    assert len(found) >= 1 and any(words in problem for problem in found)


@pytest.mark.parametrize(
    "sound",
    ["Rational(1, 3)", "x/3", "x + 1/x", "x*(-x)", "x/y", "x - y", "x*y", "1/x*y", "sqrt(2)**3",
     "sqrt(x*x)", "exp(x)", "log(1 + exp(x))", "2**-n", "x**-2", "x + y - x", "Rational('0.1')",
     "Rational(n, 3)", "-x + y", "sqrt(2)*sqrt(3)", "x*x", "2**3"],
)  # fmt: skip
def test_what_is_no_slip_passes(sound):
    assert complaints(f"y = {sound}\n") == []


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("import os", "may not import os"),
        ("import provenscape.kernel.theorem", "may not import provenscape.kernel.theorem"),
        ("import provenscape.models.landscapes", "may not import"),
        ("from provenscape.models.landscapes.base import sp", "may not import sp"),
        ("from provenscape.models.landscapes.phase_retrieval import np", "may not import np"),
        ("from provenscape.kernel.theorem import rule", "may not import rule"),
        ("from provenscape.kernel import *", r"may not import \*"),
        ("from provenscape.kernel import theorem", "may not import theorem"),
        ("from . import theorem", "may not import theorem"),
        ("from sympy import sympify", "may not import sympify"),
        ("from sympy import S", "may not import S"),
        ("import sympy as sp\nsp.printing", "may not use sp.printing"),
        ("import sympy as sp\nsp.core.sympify.sympify", "may not use sp.core"),
        ("import sympy as sp\nalias = sp", "does not pass it on"),
        ("import sympy as sp\nf(sp)", "does not pass it on"),
        ("claim.given = {}", "assigns to no attribute"),
        ("claim.then.left += 1", "assigns to no attribute"),
        ("del claim.given", "assigns to no attribute"),
        ("for claim.given in ():\n    pass", "assigns to no attribute"),
        ("[0 for claim.given in ()]", "assigns to no attribute"),
        ("(claim.given, y) = 1, 2", "assigns to no attribute"),
        ("claim.__class__", "may not use __class__"),
        ("combine.__globals__", "may not use __globals__"),
        ("__builtins__", "may not use __builtins__"),
        ("(q for q in ()).gi_frame.f_back", "may not use gi_frame"),
        ("match claim:\n    case Claim(__class__=c):\n        pass", "may not use __class__"),
        ("match claim:\n    case Claim(_hidden=c):\n        pass", "may not use _hidden"),
        ("class Evil(int):\n    pass", "uses no classes"),
        ("with claim:\n    pass", "uses no with"),
        ("try:\n    pass\nexcept ValueError:\n    pass", "uses no try"),
        ("try:\n    pass\nexcept* ValueError:\n    pass", "uses no try"),
        ("def g():\n    yield 1", "uses no yield"),
        ("def g():\n    global claim", "uses no global"),
        ("async def g():\n    pass", "uses no async functions"),
    ],
)
def test_a_way_round_the_kernel_is_refused(way, words):
    found = complaints(way)
    assert any(re.search(words, problem) for problem in found), found


FILE = '''"""A square is not negative."""
from sympy import {names}
from provenscape.kernel import Claim, combine, ge, real
x = real("x")
extra = {outside}
claim = Claim(
    id="square", says="A square is not negative.", items={{}}, given={{}},
    where={{x: "a number"}}, then=ge(x**2),
)
def proof():
    inner = {inside}
    return combine(claim, using={{}}, squares=[(1, x)])
'''


def written(tmp_path, names="sin", outside="0", inside="0"):
    path = tmp_path / "square.py"
    path.write_text(FILE.format(names=names, outside=outside, inside=inside), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ("sin", "sin(\"__import__('os').getcwd()\")"),
        ("expand", "expand('x/x')"),
        ("Matrix", "Matrix(['1 + 1'])"),
        ("Poly", "Poly('x + ' + str(1))"),
        ("Add", "Add('0.1', 1)"),
        ("cancel", "cancel(f'{x}/{x}')"),
        ("sin", "(x + 1).xreplace({x: sin('2')})"),
    ],
)
def test_sympy_evaluates_no_text_of_a_proof(tmp_path, names, text):
    with pytest.raises(UserError, match=r"square.py:5: (not accepted: .* is a text|SympifyError)"):
        load(written(tmp_path, names, outside=text))
    module = load(written(tmp_path, names, inside=text))
    with pytest.raises((Rejected, sp.SympifyError), match=r"is a text|SympifyError"):
        module.proof()
    assert sp.sympify("1 + 1") == 2  # outside of proof files as ever


def test_a_decimal_text_is_an_exact_number(tmp_path):
    module = load(written(tmp_path, "Rational", outside="Rational('0.1')"))
    assert module.extra == sp.Rational(1, 10)
    assert module.proof().verdict == "proved"


@pytest.mark.parametrize(
    "name", ["getattr", "setattr", "eval", "exec", "vars", "open", "type", "object", "print",
             "compile", "globals", "locals", "input", "float", "round", "super", "id", "hasattr",
             "delattr", "breakpoint", "memoryview", "property"],
)  # fmt: skip
def test_other_functions_of_python_are_not_there(tmp_path, name):
    with pytest.raises(UserError, match=rf"square.py:5: name '{name}' is not defined"):
        load(written(tmp_path, outside=name))
