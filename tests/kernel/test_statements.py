"""What can be said: named functions and their derivatives, quantifiers, iterations, chances."""

import os
import random
import re
import subprocess
import sys
from dataclasses import replace

import mpmath
import pytest
import sympy as sp
from flint import arb
from hypothesis import given, settings
from hypothesis import strategies as st
from kernel.attacking import claim, half, p, r, t, x, y, z
from kernel.test_details import ONE_OF_EACH

from provenscape import kernel
from provenscape.kernel import (
    Chance,
    Inertia,
    Invariant,
    Limit,
    Rejected,
    Relation,
    Roots,
    combine,
    eq,
    function,
    ge,
    gt,
    inertia,
    le,
    limit,
    lt,
    real,
    refute,
    roots,
    sample,
    unsat,
    verified,
    witness,
)
from provenscape.kernel.cone import evident, nonnegative, positive
from provenscape.kernel.engines import (
    ball,
    equal_sympy,
    evaluate_arb,
    evaluate_mpmath,
    identical,
    unfold,
)
from provenscape.kernel.language import FUNCTIONS, FunctionValue, admit
from provenscape.kernel.numeric import _positive_arb, _positive_mpmath

a, h, u, v = real("a h u v")
few = settings(max_examples=40, derandomize=True, deadline=None, database=None)
rationals = st.builds(sp.Rational, st.integers(-20, 20), st.integers(1, 9))
W = function("W", (x, y), (x**2 - 1) ** 2 + a * y**2)


# ── named functions ──────────────────────────────────────────────────────────────────────────────


def test_values_and_slopes_stay_as_written():
    assert W(1, 0).func is FunctionValue and W(x, y).args != W(y, x).args
    assert str(W(1, h)) == "W(1, h)" and str(W.partial(x)) == "∂W/∂x(x, y)"
    assert str(W.partial(x, y, at=(1, 0))) == "∂²W/∂x∂y(1, 0)"
    assert str(W(1, 0).xreplace({a: sp.Integer(2)})) == "W(1, 0; a = 2)"
    assert W.gradient() == (W.partial(x), W.partial(y))
    assert W.hessian(at=(0, 0)).shape == (2, 2)
    assert eq(W(x, y), W(x, -y)).text() == "W(x, y) = W(x, -y)"


def test_values_are_put_in_by_the_kernel():
    assert unfold(W(1, h)) == a * h**2
    assert unfold(W(y, x)) == (y**2 - 1) ** 2 + a * x**2
    assert unfold(W(a, a)) == (a**2 - 1) ** 2 + a**3
    assert unfold(W(W(0, 0), 0)) == unfold(W(1, 0)) == 0
    assert identical(unfold(W.partial(x)), 4 * x**3 - 4 * x)
    assert unfold(W.partial(y, y, at=(0, h))) == 2 * a
    assert unfold(W.partial(x, y)) == 0
    moved = W.partial(x, at=(x**2, y))  # the slope at x², not the slope of x ↦ W(x², y)
    assert identical(unfold(moved), 4 * x**6 - 4 * x**2)


def test_claims_about_functions_are_proved_of_the_function():
    assert combine(claim(eq(W(x, y), W(-x, -y))), {}).verdict == "proved"
    assert combine(claim(eq(W.partial(x), 4 * x**3 - 4 * x)), {}).verdict == "proved"
    assert combine(claim(ge(W(x, y)), {"a": ge(a)}), {"a": y**2}, [(1, x**2 - 1)])
    step = claim(le(W(x, y - W.partial(y) / 4), W(x, y)), {"a": ge(a), "b": le(a, 1)})
    assert combine(step, {}, [(a**2 * (1 - a / 4), y)]).verdict == "proved"
    well = W(x, y).xreplace({a: sp.Integer(1)})
    gradient = [g.xreplace({a: sp.Integer(1)}) for g in W.gradient()]
    listed = claim(Roots(gradient, (x, y), ((0, 0), (1, 0), (-1, 0))))
    found = roots(listed, {x: (4 * x**3 - 4 * x, [1, 0]), y: (2 * y, [0, 1])})
    assert found.verdict == "proved" and well.free_symbols == {x, y}
    saddle = W.hessian(at=(0, 0)).xreplace({a: sp.Integer(1)})
    assert inertia(claim(Inertia(saddle, 1, 1, 0))).verdict == "proved"


def test_a_limit_of_a_function():
    slope = function("q", (t,), 2 + a * t)
    bound = combine(
        claim(ge(a**2 * t, a**2 * t**2), {"t": gt(t), "small": lt(t, 1)}), {}, [(t * (1 - t), a)]
    )
    assert limit(claim(Limit(slope(t), 2, t)), bound, a**2).verdict == "proved"


def test_a_pole_of_a_function_counts_where_its_value_stands():
    inverse = function("inverse", (x,), 1 / x)
    goal = claim(eq(y * inverse(y), 1), {"y": gt(y)})
    assert combine(goal, {}).verdict == "proved"
    witness(goal, {y: 2})
    assert refute(claim(gt(inverse(y), 1), {"y": gt(y)}), {y: 3}).verdict == "refuted"
    for at in (x, 0, y - y**2):
        with pytest.raises(Rejected):
            claim(ge(inverse(at) ** 2))


BODIES = st.recursive(
    st.one_of(rationals, st.sampled_from([x, y, a, sp.sqrt(2), sp.pi])),
    lambda inner: st.one_of(
        st.builds(lambda f, g: f + g, inner, inner),
        st.builds(lambda f, g: f * g, inner, inner),
        st.builds(lambda f, n: f**n, inner, st.integers(2, 3)),
        st.builds(lambda f: 1 / (f**2 + 1), inner),
        st.builds(lambda f: sp.log(f**2 + 2), inner),
        st.builds(lambda f, g: f(g), st.sampled_from([sp.sin, sp.cos, sp.exp, sp.tanh, sp.atan]),
                  st.sampled_from([x, x * y, y + a, x**2 - y])),
    ),
    max_leaves=6,
)  # fmt: skip


def admitted(expr):
    try:
        admit(expr)
    except Rejected:
        return False
    return True


@few
@given(BODIES, st.integers(0, 2), st.integers(0, 1), rationals, rationals, rationals)
def test_partial_derivatives_agree_with_sympy_and_with_differences(body, k, m, p1, p2, p3):
    """One more slope along x: by the kernel, by SymPy, and as a difference quotient of the last."""
    if not admitted(body):
        return
    f = function("f", (x, y), body)
    along = [x] * k + [y] * m
    at = {x: p1, y: p2, a: p3}
    place = lambda value: value.xreplace({a: p3})  # noqa: E731
    own = unfold(place(f.partial(*along, x, at=(p1, p2))))
    lower = sp.diff(body, *along) if along else body
    assert equal_sympy(unfold(f.partial(*along, x)), sp.diff(lower, x))
    step = sp.Rational(1, 10**12)
    before, after = (
        unfold(place(f.partial(*along, at=(p1 + s * step, p2)))).evalf(60) for s in (-1, 1)
    )
    quotient = (after - before) / (2 * step)
    exact = lower.diff(x).xreplace(at).evalf(60)
    assert abs(own.evalf(60) - exact) <= 1e-30 * (1 + abs(exact))
    assert abs(quotient - exact) <= 1e-6 * (1 + abs(exact))


@few
@given(BODIES, rationals, rationals)
def test_the_value_at_a_place_is_the_body_there(body, p1, p2):
    if not admitted(body):
        return
    f = function("f", (x, y), body)
    assert unfold(f(p1, p2)) == admit(body.xreplace({x: p1, y: p2}))
    swapped = unfold(f(y, x))
    assert equal_sympy(swapped, body.xreplace({x: y, y: x}))
    assert equal_sympy(unfold(f(f(p1, p2), y)), body.xreplace({x: unfold(f(p1, p2))}))


# ── text ─────────────────────────────────────────────────────────────────────────────────────────


def parsed(text):
    """A side of a printed relation, read back by SymPy's parser."""
    text = re.sub(r"∂([²³⁴-⁹]?)W/((?:∂[xy])+)\(([^()]*), ([^()]*)\)", _slope, text)
    names = {s.name: s for s in (x, y, z, a, h, u, v)}
    return sp.parse_expr(text, local_dict={**names, "W": W, "slope": _taken}, evaluate=False)


def _slope(match):
    along = match[2].replace("∂", "")
    return f"slope({', '.join(along)}, at=({match[3]}, {match[4]}))"


def _taken(*along, at):
    return W.partial(*along, at=at)


TEXTS = st.recursive(
    st.one_of(
        rationals,
        st.sampled_from([x, y, a, sp.sqrt(2), sp.pi, W(x, y), W(y, 2), W.partial(x),
                         W.partial(x, y, at=(y, x)), W.partial(y, y)]),
    ),
    lambda inner: st.one_of(
        st.builds(lambda f, g: f + g, inner, inner),
        st.builds(lambda f, g: f * g, inner, inner),
        st.builds(lambda f, n: f**n, inner, st.sampled_from([2, 3, -1, -2])),
        st.builds(lambda f, g: f(g), st.sampled_from(FUNCTIONS), inner),
    ),
    max_leaves=7,
)  # fmt: skip


@settings(few, max_examples=150)
@given(TEXTS, TEXTS, st.sampled_from([">=", ">", "=", "<=", "<"]))
def test_the_text_of_a_relation_reads_back_as_the_relation(left, right, op):
    if not (admitted(left) and admitted(right)):
        return
    try:
        relation = Relation(left, op, right)
    except Rejected:
        return
    one, found, other = re.split(r" (>=|>|=|<=|<) ", relation.text())
    assert found == op
    for text, side in ((one, relation.left), (other, relation.right)):
        back = parsed(text)
        assert equal_sympy(unfold(back.doit() if back.args else back), unfold(side))
        assert back.atoms(FunctionValue) == side.atoms(FunctionValue)


# ── quantifiers ──────────────────────────────────────────────────────────────────────────────────

NEAR = {"near": lt(h**2, r**2)}


def test_a_parameter_comes_before_the_constants():
    """There is a neighbourhood for each a > 0, and none for all of them."""
    exceeds = claim(gt(a, h**2), {**NEAR, "a": gt(a)}, parameters=(a,), constants=(r,))
    assert exceeds.text().splitlines()[:3] == [
        "for all real a with a > 0 [a]",
        "there is a positive r",
        "such that for all real h",
    ]
    point = {a: r**2 / 8, h: r / 2}
    with pytest.raises(Rejected, match="comes before the constants"):
        refute(exceeds, point)
    uniformly = replace(exceeds, parameters=())
    assert refute(uniformly, point).verdict == "refuted"
    assert "such that for all real a, h" in uniformly.text()


def test_a_failure_for_every_constant_is_evident():
    cube = claim(ge(h**3), NEAR, constants=(r,))
    assert refute(cube, {h: -r / (1 + r)}).verdict == "refuted"
    within = claim(ge(h**3), {"near": le(h**2, r**2)}, constants=(r,))
    for point in ({h: -r}, {h: -r / 2}, {h: -r / (1 + r)}, {h: -r / (1 + r**2)}):
        assert refute(within, point).verdict == "refuted"
    with pytest.raises(Rejected, match="not evident"):
        refute(within, {h: r / (1 + r)})


def test_a_failure_by_z3_is_as_weak_as_z3():
    tall = claim(le(h, 1 + h**2 - r), NEAR, constants=(r,))
    failure = unsat(claim(lt(1 + r**2 / 4 - r, r / 2 + 1), {"r": gt(r), "s": lt(r, 6)}))
    assert failure.basis == "certified"
    with pytest.raises(Rejected, match="is not known"):
        refute(tall, {h: r / 2}, failure)
    quartic = claim(le(h**2 + h**4), NEAR, constants=(r,))
    failure = unsat(claim(gt(r**2 / 4 + r**4 / 16), {"r": gt(r)}))
    theorem = refute(quartic, {h: r / 2}, failure)
    assert (theorem.verdict, theorem.basis) == ("refuted", "certified")
    assert refute(quartic, {h: r / 2}).basis == "proved"


def test_numerators_are_expanded():
    known = (gt(r),)
    assert evident(r**2 - r**2 / (1 + r) ** 2, known) == ">"
    assert evident(1 - 1 / (1 + r) ** 2, known) == ">"
    assert evident(r / (1 + r) - r / (1 + r), known) == ">="
    assert nonnegative(r - r / (1 + r), known) and positive(1 / r - 1 / (1 + r), known)
    for expr in (r**2 / (1 + r) ** 2 - r**2, 1 / (1 + r) - 1, r - 1 / (1 + r), 1 / (1 - r) - 1):
        assert evident(expr, known) == ""
    assert evident(1 / (r - 1) + 1, known) == ""


# ── iterations ───────────────────────────────────────────────────────────────────────────────────


def test_a_witness_of_an_iteration_is_its_trajectory():
    grows = claim(Invariant(ge(x, a), {x: a}, {x: x + y}), {"y": ge(y), "small": le(x, 5)})
    witness(grows, {a: 0, y: 1})
    witness(grows, [{a: 0, y: 1}, {y: 2}, {y: 0}])
    witness(grows, {a: 0, x: 0, y: 1})
    for point, words in (
        ({a: 0, x: 1, y: 1}, "does not start"),
        ({a: 0, y: -1}, "fails at the witness"),
        ({a: 0, y: 3}, "fails at the witness in state 2"),
        ([{a: 0, y: 0}, {y: 0}, {y: -1}], "fails at the witness in state 2"),
        ([{a: 0, y: 1}, {a: 1}], "changes what the iteration fixes"),
        ([{a: 0, y: 1}, {x: 0}], "changes what the iteration fixes"),
        ({y: 1}, "gives no value"),
    ):
        with pytest.raises(Rejected, match=words):
            witness(grows, point)
    witness(grows, [{a: 0, y: 1}, {a: 0, x: 1, y: 1}])


def test_a_vacuous_iteration_has_no_witness():
    falls = Invariant(le(x, -1), {x: 0}, {x: x - 1})
    for then in (falls, (falls, ge(y**2))):
        vacuous = claim(then, {"large": ge(x, 1)})
        for point in ({x: 2, y: 0}, {x: 0, y: 0}, {y: 0}):
            with pytest.raises(Rejected, match=r"does not start|fails at the witness"):
                witness(vacuous, point)


def test_an_iteration_among_conclusions_is_tried_along_its_trajectory():
    run = Invariant(ge(x), {x: a}, {x: x - 1})
    pair = claim((run, le(x, a)))
    assert pair.iteration == run and claim(ge(x)).iteration is None
    assert refute(pair, [{a: 1}, {}, {}]).verdict == "refuted"
    assert refute(claim((replace(run, relations=le(x, a)), ge(x))), [{a: 0}, {}]).verdict
    with pytest.raises(Rejected, match="holds along"):
        refute(claim((run, le(x, a))), [{a: 5}, {}, {}])


# ── chances ──────────────────────────────────────────────────────────────────────────────────────


def test_a_chance_is_judged_on_the_planned_numbers_alone():
    tossed = claim(Chance(ge(p, half), p, "heads", "one toss", (100, 1000)))
    assert sample(tossed, 90, 100).verdict == sample(tossed, 900, 1000).verdict == "supported"
    for trials in (99, 101, 500, 1100):
        with pytest.raises(Rejected, match="planned 100 or 1000 trials"):
            sample(tossed, trials - 1, trials)
    assert tossed.symbols() == []
    assert tossed.digest() != claim(Chance(ge(p, half), p, "heads", "a toss", (100, 1000))).digest()


# ── engines ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("rule", ONE_OF_EACH)
def test_no_rule_works_where_two_engines_are_one(monkeypatch, rule):
    monkeypatch.setattr(kernel.engines, "GROUND_TYPES", "flint")
    with pytest.raises(Rejected, match="SymPy computes with flint's numbers"):
        ONE_OF_EACH[rule]()
    with pytest.raises(Rejected, match="SymPy computes with flint's numbers"):
        witness(claim(ge(x**2)), {})


LATE = """
import sympy
from provenscape.kernel import Claim, Rejected, combine, ge, real
x = real("x")
try:
    combine(Claim(id="l", says="l", items={}, given={}, then=ge(x**2)), {}, [(1, x)])
except Rejected as error:
    print(error)
"""


def test_sympy_imported_first_with_flint_s_numbers_is_noticed():
    env = {k: v for k, v in os.environ.items() if k != "SYMPY_GROUND_TYPES"}
    env["PYTHONPATH"] = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, "-c", LATE], capture_output=True, text=True, env=env, check=True
    )
    assert "SymPy computes with flint's numbers; set SYMPY_GROUND_TYPES=python" in done.stdout


def exact(end):
    """An end of one of mpmath's intervals, as it is stored: sign, mantissa, exponent, bits."""
    minus, mantissa, exponent, _ = end
    return arb(-mantissa if minus else mantissa) * arb(2) ** exponent


MARGINS = [sp.exp(x), sp.sin(x), sp.cos(x), sp.log(x + 20), sp.tanh(x), sp.exp(-x), x**3,
           1 / (x + 20), sp.exp(sp.sin(x)), sp.log(1 + x**2)]  # fmt: skip


@pytest.mark.parametrize("expr", MARGINS, ids=str)
def test_mpmath_s_intervals_hold_the_true_ends(expr):
    rng = random.Random(1)
    for _ in range(300):
        low = sp.Rational(rng.randint(-(10**9), 10**9), 10**8)
        high = low + sp.Rational(rng.randint(0, 10**6), 10 ** rng.randint(5, 9))
        ends = [mpmath.iv.mpf(int(e.p)) / mpmath.iv.mpf(int(e.q)) for e in (low, high)]
        found = evaluate_mpmath(expr, {x: mpmath.iv.mpf([ends[0].a, ends[1].b])})
        for end in (low, high, (low + high) / 2):
            value = evaluate_arb(expr, {x: ball(end, end)})
            low_end, high_end = map(exact, found._mpi_)
            assert low_end <= value.upper() and value.lower() <= high_end


@pytest.mark.parametrize("low", [0, -1])
def test_a_pole_at_the_end_of_a_box_is_not_positive(low):
    for expr in (1 / y, 1 / y**2, 1 / y**3, 1 / (y * (1 + y))):
        box = {y: (sp.Integer(low), sp.Rational(1, 4))}
        for positive_on in (_positive_arb, _positive_mpmath):
            assert not positive_on(expr, {y: sp.diff(expr, y)}, box)


def test_a_verified_theorem_is_the_same_theorem():
    theorem = combine(claim(ge(x**2)), {}, [(1, x)])
    assert verified(theorem) is theorem and verified(verified(theorem)) is theorem


def test_a_claim_owes_nothing_to_what_it_was_made_from():
    relation, hypothesis = ge(x**2), ge(y)
    made = claim(relation, {"y": hypothesis})
    object.__setattr__(relation, "left", x)
    object.__setattr__(hypothesis, "left", x)
    assert made.then == ge(x**2) and made.given["y"] == ge(y)
    theorem = combine(made, {}, [(1, x)])
    object.__setattr__(made.then, "left", x)
    assert theorem.claim.then == ge(x**2) and verified(theorem) is theorem


def test_digests_are_of_the_content():
    f, g = function("f", (x,), a * x), function("f", (x,), a * x)
    assert f(y) == g(y) and claim(ge(f(y))).digest() == claim(ge(g(y))).digest()
    others = [
        function("f", (x, a), a * x)(y, a), function("f", (y,), a * y)(y), f(z), f.partial(x),
        function("f", (x,), 2 * a * x)(y), function("g", (x,), a * x)(y), f(y) + 1, 2 * f(y),
        f(y).xreplace({a: sp.Integer(1)}),
    ]  # fmt: skip
    digests = {claim(ge(value, -7)).digest() for value in (f(y), *others)}
    assert len(digests) == len(others) + 1
