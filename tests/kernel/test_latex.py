"""LaTeX of statements: functions, quantifiers, hypotheses and conclusions as they are printed."""

import pytest
import sympy as sp

from provenscape.kernel import Chance, Claim, Invariant, function, ge, gt, le, lt, real
from provenscape.kernel.claim import bracketed, typeset

a, h, r, x, y, eta, gap = real("a h r x y eta gap")
f = function("f", (x, y), a * x**2 - y**2)
loss = function("loss", (x,), x**2)


def latex(given, then, **fields):
    return Claim("c", "", {}, given, then, **fields).latex()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("x", "x"),
        ("x1", "x_{1}"),
        ("u1_2", "u_{1 2}"),
        ("v_0", "v_{0}"),
        ("eta", r"\eta"),
        ("lambda_1", r"\lambda_{1}"),
        ("mu2", r"\mu_{2}"),
        ("gap", r"\mathrm{gap}"),
        ("gap_next", r"\mathrm{gap}_{\mathrm{next}}"),
        ("grad2", r"\mathrm{grad}_{\mathrm{2}}"),
        ("x_N", "x_{N}"),
        ("rise_a_b", r"\mathrm{rise}_{\mathrm{a, b}}"),
    ],
)
def test_words_are_upright_and_letters_as_usual(name, shown):
    assert typeset(real(name)) == shown


@pytest.mark.parametrize(
    ("latex", "shown"),
    [
        ("f(x)-f^*", r"\left(f(x)-f^*\right)"),
        ("a+b", r"\left(a+b\right)"),
        (r"\|\nabla f(x)\|^2", r"\|\nabla f(x)\|^2"),
        ("f(x+v)", "f(x+v)"),
        ("x_{t+1}", "x_{t+1}"),
        ("-x", r"\left(-x\right)"),
        ("[a-b]", "[a-b]"),
    ],
)
def test_a_form_that_is_a_sum_stands_in_parentheses(latex, shown):
    assert bracketed(latex) == shown


def test_a_form_with_an_exponent_is_in_parentheses_below_another():
    shown = latex({}, ge(gap**2, gap), where={gap: ("a gap", r"\delta^*")})
    assert shown.endswith(r"\left(\delta^*\right)^{2} \ge \delta^*")


def test_functions_come_first_with_their_parameters_then_quantifiers_then_the_formula():
    shown = latex({"step": gt(eta)}, lt(f.partial(x), f(y, x)), where={a: "a number", eta: "step"})
    assert shown == (
        r"f(x, y; a) = a x^{2} - y^{2} \\ \text{for all real } a, \eta, x, y \\ "
        r"\eta > 0 \;\Rightarrow\; \frac{\partial f}{\partial x}(x, y) < f(y, x)"
    )


def test_second_derivatives_and_moved_parameters_are_shown():
    moved = f.partial(x, y, at=(0, 1)).xreplace({a: sp.Integer(2)})
    assert latex({}, ge(moved, -(h**2))) == (
        r"f(x, y; a) = a x^{2} - y^{2} \\ \text{for all real } h \\ "
        r"\frac{\partial^{2} f}{\partial x\,\partial y}(0, 1; a = 2) \ge - h^{2}"
    )


def test_a_function_whose_name_is_a_word_is_upright():
    shown = latex({}, ge(loss(x)))
    assert shown.startswith(r"\mathrm{loss}(x) = x^{2} \\ ")
    assert shown.endswith(r"\\ \mathrm{loss}(x) \ge 0")


def test_symbols_take_the_form_of_the_dictionary_and_constants_come_in_their_order():
    shown = latex(
        {"positive": gt(a), "near": lt(h**2, r**2)},
        gt(gap, a),
        where={gap: ("the gap", "f(h)-f^*")},
        parameters=(a,),
        constants=(r,),
    )
    assert shown == (
        r"\text{for all real } a\text{ with } a > 0 \\ \text{there is a positive } r \\ "
        r"\text{such that for all real } \left(f(h)-f^*\right), h \\ "
        r"h^{2} < r^{2} \;\Rightarrow\; \left(f(h)-f^*\right) > a"
    )


def test_an_iteration_shows_start_and_step():
    then = Invariant(le(x, a), start={x: a}, update={x: x - eta})
    assert latex({"step": ge(eta)}, then) == (
        r"\text{for all real } a \\ \text{and at each step, anew, any real } \eta \\ "
        r"\eta \ge 0\text{ at every step} \;\Rightarrow\; x \le a \text{ at every step, where } "
        r"x = a \text{ and then } x \leftarrow - \eta + x"
    )


def test_a_chance_says_event_and_design():
    p = real("p")
    then = Chance(ge(p, sp.Rational(1, 2)), p, "it leaves", "a start is drawn", (10,))
    assert latex({}, then) == (
        r"p \ge \frac{1}{2} \text{ for the probability } p "
        r"\text{ of the event: it leaves; one trial: a start is drawn; judged by 10 independent "
        r"trials, as planned, at confidence 999999/1000000: statistical, not a proof}"
    )
