"""Solution sets of any dimension as unions of sets given by equations: both inclusions, and no
less than both."""

import pytest
import sympy as sp
from kernel.attacking import claim, half, registry, t, x, y, z

from provenscape.kernel import (
    Rejected,
    Roots,
    Zeros,
    combine,
    conjoin,
    eq,
    function,
    ge,
    gt,
    induct,
    le,
    lt,
    refute,
    unsat,
    zeros,
)
from provenscape.kernel.logic import holds

ring = function("f", (x, y), (x**2 + y**2 - 1) ** 2)
CIRCLE = x**2 + y**2 - 1
STATIONARY = claim(Zeros(ring.gradient(), ((CIRCLE,), (x, y))))
KNOWN, attack, attacks = registry()


def within(whole=STATIONARY):
    return combine(whole.into_sets(), {"system.0": -x * CIRCLE / 4, "system.1": -y * CIRCLE / 4})


def onto(whole=STATIONARY):
    circle, centre = whole.from_set(0), whole.from_set(1)
    return [
        conjoin(circle, [combine(circle.part(k), {"set": 4 * v}) for k, v in enumerate((x, y))]),
        conjoin(centre, [combine(centre.part(k), {f"set.{k}": 4 * CIRCLE}) for k in (0, 1)]),
    ]


def single(system, sets, multiplier, given=None, **squares):
    """One equation and sets of one each, with the multiplier of the first inclusion."""
    whole = claim(Zeros((system,), tuple((one,) for one in sets)), given)
    first = combine(whole.into_sets(), {"system": multiplier})
    return whole, first


def test_the_stationary_points_of_a_ring_are_a_circle_and_its_centre():
    assert zeros(STATIONARY, within(), onto()).verdict == "proved"
    assert zeros(STATIONARY, within(), onto()).steps[-1].rule == "zeros"
    shown = STATIONARY.text()
    assert "exactly where x**2 + y**2 - 1 = 0 or where x = 0 and y = 0" in shown
    assert "for all real x, y" in shown and "let f(x, y) = (x**2 + y**2 - 1)**2" in shown
    assert r"\iff \left(x^{2} + y^{2} - 1 = 0\right) \vee \left(x = 0 \wedge y = 0\right)" in (
        STATIONARY.latex()
    )


def test_a_hypothesis_may_leave_a_part_out():
    whole, first = single(x**2 - 1, (x - 1,), -(x - 1) / (x + 1), {"x": gt(x)})
    second = combine(whole.from_set(0), {"set": x + 1})
    assert zeros(whole, first, [second]).verdict == "proved"
    with pytest.raises(Rejected):  # without it −1 is a solution too
        zeros(whole.without("x"), first, [second])
    assert refute(whole.without("x"), {x: -1}).verdict == "refuted"


def test_a_sum_of_squares_that_vanishes_needs_squares():
    point = claim(Zeros((x**2 + y**2,), ((x, y),)))
    first = combine(point.into_sets(), {"system": -1})
    second = combine(point.from_set(0), {"set.0": x, "set.1": y})
    assert zeros(point, first, [second]).verdict == "proved"


@pytest.mark.parametrize(
    ("at", "true"),
    [({x: 1, y: 0}, True), ({x: 0, y: 0}, True), ({x: half, y: half}, True), ({x: 2, y: 0}, True)],
)
def test_it_holds_at_every_point(at, true):
    exact = {s: sp.sympify(v) for s, v in at.items()}
    assert holds(STATIONARY.then, exact) is true
    assert holds(Zeros(ring.gradient(), ((CIRCLE,),)), exact) is (exact != {x: 0, y: 0})
    assert holds(Zeros((CIRCLE,), ((CIRCLE,), (x - half, y - half))), exact) is (
        exact != {x: half, y: half}
    )


@pytest.mark.parametrize(
    ("then", "point"),
    [
        (Zeros(ring.gradient(), ((CIRCLE,),)), {x: 0, y: 0}),
        (Zeros(ring.gradient(), ((x, y),)), {x: 1, y: 0}),
        (Zeros(ring.gradient(), ((CIRCLE,), (x,))), {x: 0, y: 2}),
        (Zeros(ring.gradient(), ((CIRCLE,), (x, y), (x - 2, y))), {x: 2, y: 0}),
        (Zeros((x * y,), ((x, y),)), {x: 0, y: 1}),
        (Zeros((x**2 - 2,), ((x - 1,),)), {x: 1}),
        (Zeros((x**2 - 2,), ((x**2 + 1,),)), {x: sp.sqrt(2)}),
    ],
)
def test_false_unions_are_refuted_and_not_proved(then, point):
    false = claim(then)
    assert refute(false, point).verdict == "refuted"
    with pytest.raises(Rejected):
        zeros(false, within(), onto())
    with pytest.raises(Rejected):
        zeros(false, within(), onto()[: len(then.sets)])


def test_statements_that_differ_have_other_digests():
    sets = ((CIRCLE,), (x, y))
    others = [
        Zeros(ring.gradient(), sets[::-1]),
        Zeros(ring.gradient(), ((CIRCLE,), (x,), (y,))),
        Zeros(ring.gradient(), ((CIRCLE, x, y),)),
        Zeros((*ring.gradient(), CIRCLE), ((x, y),)),
        Zeros(ring.gradient()[:1], sets),
    ]
    assert len({STATIONARY.digest(), *(claim(o).digest() for o in others)}) == len(others) + 1


attacks(
    "have equations",
    no_system=lambda: Zeros((), ((x,),)),
    no_sets=lambda: Zeros((x,), ()),
    a_set_without_equations=lambda: Zeros((x,), ((x,), ())),
)
attacks(
    "folded",
    an_equation_that_is_a_number=lambda: Zeros((x - x,), ((x,),)),
    a_set_that_is_everything=lambda: Zeros((x,), ((y / y - 1,),)),
    a_set_that_is_empty=lambda: Zeros((x,), ((sp.Integer(1),),)),
)
attacks("outside the statement language", floats=lambda: Zeros((0.5 * x,), ((x,),)))
attacks("not evidently nonzero", a_pole=lambda: claim(Zeros((1 / x,), ((y,),))))
attacks("no relation", as_a_hypothesis=lambda: claim(ge(x), {"z": Zeros((x,), ((x,),))}))
attacks(
    "found for relations alone",
    with_constants=lambda: claim(Zeros((x,), ((x,),)), constants=(t,)),
)
attacks(
    "one theorem for each set",
    one_set_forgotten=lambda: zeros(STATIONARY, within(), onto()[:1]),
    one_set_twice=lambda: zeros(STATIONARY, within(), [*onto(), onto()[0]]),
    none=lambda: zeros(STATIONARY, within(), []),
)
attacks(
    "does not show that the system holds",
    sets_exchanged=lambda: zeros(STATIONARY, within(), onto()[::-1]),
    one_equation_alone=lambda: zeros(
        STATIONARY, within(), [combine(STATIONARY.from_set(0).part(0), {"set": 4 * x}), onto()[1]]
    ),
    another_theorem=lambda: zeros(STATIONARY, within(), [within(), within()]),
)
attacks(
    "not shown to lie",
    the_other_inclusion=lambda: zeros(STATIONARY, onto()[0], onto()),
    nothing_of_the_sets=lambda: zeros(
        STATIONARY, combine(STATIONARY.lemma("square", {}, ge(x**2)), {}, [(1, x)]), onto()
    ),
    a_bound_the_other_way=lambda: zeros(
        STATIONARY,
        combine(
            STATIONARY.lemma("weak", {}, ge(STATIONARY.then.product())),
            {}, [(1, x * CIRCLE), (1, y * CIRCLE)],
        ),
        onto(),
    ),
)  # fmt: skip
attacks("no sets of solutions", of_a_relation=lambda: zeros(claim(ge(x**2)), within(), onto()))
attacks(
    "has no set",
    a_set_too_many=lambda: STATIONARY.from_set(2),
    a_set_from_the_end=lambda: STATIONARY.from_set(-1),
)
attacks("no invariant", by_induction=lambda: induct(STATIONARY, None, within()))
attacks("decides relations", by_z3=lambda: unsat(STATIONARY))
attacks("no value", half_a_point=lambda: refute(claim(Zeros((x,), ((y,),))), {x: 0}))
attacks("refutes nothing", where_it_holds=lambda: refute(STATIONARY, {x: 0, y: 1}))


@attack("not shown to lie")
def a_hypothesis_more():
    """Where x > 0 the centre is no solution; the union without it is false elsewhere."""
    circle = claim(Zeros(ring.gradient(), ((CIRCLE,),)))
    given = {**circle.into_sets().given, "right": gt(x)}
    there = circle.lemma("right", given, circle.into_sets().then)
    first = combine(there, {"system.0": -CIRCLE / (4 * x)})
    return zeros(circle, first, onto()[:1])


@attack("does not show that the system holds")
def a_hypothesis_more_on_a_set():
    line = claim(Zeros((x * y,), ((x,), (y,), (z,))))
    first = combine(line.into_sets(), {"system": -x * y * z**2})
    sides = [combine(line.from_set(i), {"set": v}) for i, v in enumerate((y, x))]
    last = line.lemma("more", {**line.from_set(2).given, "x": eq(x)}, line.from_set(2).then)
    return zeros(line, first, [*sides, combine(last, {"x": y})])


@attack("not shown to lie")
def a_product_that_is_no_sum_of_squares():
    """x + y = 0 is not where both vanish."""
    both = claim(Zeros((x + y,), ((x, y),)))
    first = combine(
        both.lemma("sum", {"system": eq(x + y)}, le((x + y) ** 2, 0)), {"system": -x - y}
    )
    return zeros(both, first, [combine(both.from_set(0), {"set.0": 1, "set.1": 1})])


@attack("not shown to lie")
def a_strict_bound_from_what_contradicts():
    none = claim(Zeros((x**2 + 1,), ((x**2 + 2,),)))
    first = combine(
        none.lemma("strict", {"system": eq(x**2 + 1)}, lt(x**2 + 2)),
        {"system": -3},
        [(2, x), (1, 1)],
    )
    return zeros(none, first, [])


@pytest.mark.parametrize("name", KNOWN)
def test_nothing_false_is_accepted(name):
    words, tried = KNOWN[name]
    with pytest.raises(Rejected, match=words):
        tried()


def test_points_are_a_special_case_beside_roots():
    listed = Roots((x**2 - 1,), (x,), ((1,), (-1,)))
    same = Zeros((x**2 - 1,), ((x - 1,), (x + 1,)))
    for value in (-1, 0, 1, 2):
        at = {x: sp.Integer(value)}
        assert holds(listed, at) == holds(same, at)
