"""Every rule accepts what it must, with its verdict, and rejects the false neighbour."""

from dataclasses import replace

import pytest
import sympy as sp

from provenscape import kernel
from provenscape.kernel import (
    Chance,
    Claim,
    Inertia,
    Invariant,
    Limit,
    Rejected,
    Relation,
    Roots,
    cases,
    chain,
    cite,
    combine,
    conjoin,
    enclose,
    eq,
    exhaust,
    function,
    ge,
    gt,
    induct,
    inertia,
    le,
    limit,
    lt,
    pythagoras,
    real,
    refute,
    roots,
    sample,
    series,
    sos,
    unsat,
    verified,
    witness,
)

a, h, p, r, t, x, y, z = real("a h p r t x y z")
L, mu, grad2, gap, gap_next, Q, first = real("L mu grad2 gap gap_next Q first")
half = sp.Rational(1, 2)
percent = sp.Rational(101, 100)


def claim(then, given=None, **more):
    return Claim(id="rule", says="a rule is tried", items={}, given=given or {}, then=then, **more)


def chance(relation, trials=(100,)):
    return claim(Chance(relation, p, "a success", "one throw", trials))


def rejected(words=""):
    return pytest.raises(Rejected, match=words)


ONE_STEP = claim(
    le(gap_next, (1 - mu / L) * gap),
    {
        "smooth": gt(L),
        "descent": le(gap_next, gap - grad2 / (2 * L)),
        "pl": ge(grad2, 2 * mu * gap),
    },
)


# ── combine ──────────────────────────────────────────────────────────────────────────────────────


def test_combine_proves_one_step_of_gradient_descent():
    theorem = combine(ONE_STEP, {"descent": 1, "pl": 1 / (2 * L)})
    assert theorem.verdict == "proved"
    assert theorem.engines == ("flint", "fractions", "sympy")
    assert theorem.assumptions == ()
    assert verified(theorem) is theorem
    assert [step.rule for step in theorem.steps] == ["combine"]


@pytest.mark.parametrize(
    "using",
    [
        {"descent": percent, "pl": 1 / (2 * L)},
        {"descent": 1, "pl": percent / (2 * L)},
        {"descent": 1 / percent, "pl": 1 / (2 * L)},
        {"descent": 1},
        {"pl": 1 / (2 * L)},
        {},
    ],
)
def test_combine_rejects_a_perturbed_certificate(using):
    with rejected("not an identity"):
        combine(ONE_STEP, using)


@pytest.mark.parametrize("change", [percent, 1 / percent])
def test_combine_rejects_perturbed_squares_and_scales(change):
    arithmetic_mean = claim(ge(x**2 + y**2, 2 * x * y))
    assert combine(arithmetic_mean, {}, [(1, x - y)]).verdict == "proved"
    assert combine(arithmetic_mean, {}, [(2, x - y)], scale=2).verdict == "proved"
    for squares, scale in (
        ([(change, x - y)], 1),
        ([(1, x - change * y)], 1),
        ([(2, x - y)], 2 * change),
    ):
        with rejected("not an identity"):
            combine(arithmetic_mean, {}, squares, scale)


def test_combine_proves_strict_claims_from_each_kind_of_strict_term():
    assert combine(claim(gt(x), {"x": gt(x)}), {"x": 1}).verdict == "proved"
    assert combine(claim(gt(x**2 + 1)), {}, [(1, x), (1, 1)]).verdict == "proved"
    given = {"x": gt(x**2), "y": gt(y)}
    assert combine(claim(gt(x**2 * y), given), {"y": x**2}).verdict == "proved"
    assert combine(claim(gt(x + y), {"x": gt(x), "y": ge(y)}), {"x": 1, "y": 1})


def test_combine_proves_equations_from_equations_with_any_multiplier():
    given = {"x": eq(x, 1), "y": eq(y, x)}
    assert combine(claim(eq(x * y - y), given), {"x": y}).verdict == "proved"
    assert combine(claim(ge(-y, -1), given), {"x": -1, "y": -1}).verdict == "proved"


def test_combine_takes_one_relation_at_a_time():
    with rejected("take the parts"):
        combine(claim((ge(x**2), ge(y**2))), {}, [(1, x)])


# ── sos ──────────────────────────────────────────────────────────────────────────────────────────

GRAM = sp.Matrix([[2, -1], [-1, 1]])


def test_sos_proves_a_positive_quartic_and_its_weak_form():
    assert sos(claim(gt(x**4 - 2 * x**2 + 2)), [1, x**2], GRAM).verdict == "proved"
    assert sos(claim(ge(x**4 - 2 * x**2 + 2)), [1, x**2], GRAM).verdict == "proved"
    assert sos(claim(gt(x**4 / 2 - x**2 + 1)), [1, x**2], GRAM, scale=2).verdict == "proved"


@pytest.mark.parametrize("entry", [(0, 0), (0, 1), (1, 1)])
@pytest.mark.parametrize("change", [percent, 1 / percent])
def test_sos_rejects_every_entry_changed_by_one_per_cent(entry, change):
    gram = GRAM.copy()
    gram[entry] = gram[entry[::-1]] = gram[entry] * change
    with rejected("not an identity"):
        sos(claim(gt(x**4 - 2 * x**2 + 2)), [1, x**2], gram)


def test_sos_uses_hypotheses_and_semidefinite_matrices():
    interval = claim(ge(1 - x**2 + (x - y) ** 2), {"x": le(x**2, 1)})
    gram = sp.Matrix([[1, -1], [-1, 1]])
    assert sos(interval, [x, y], gram, {"x": 1}).verdict == "proved"
    with rejected("not an identity"):
        sos(interval, [x, y], gram)


def test_sos_with_leading_zero_pivots():
    gram = sp.Matrix([[0, 0, 0], [0, 1, 1], [0, 1, 1]])
    assert sos(claim(ge((x + y) ** 2)), [1, x, y], gram).verdict == "proved"


# ── chain ────────────────────────────────────────────────────────────────────────────────────────

SQUARE = combine(claim(ge(x**2)), {}, [(1, x)])


def test_chain_instantiates_a_lemma_whose_hypotheses_are_known():
    goal = claim(
        le(gap_next, (1 - mu / L) * gap),
        {**ONE_STEP.given, "pl": ge(grad2, 2 * mu * gap), "better": le(y, gap_next)},
    )
    lemma = combine(ONE_STEP, {"descent": 1, "pl": 1 / (2 * L)})
    assert chain(goal, {"one step": lemma}, {"one step": 1}).verdict == "proved"
    twice = claim(ge(4 * x**2 + y**2))
    used = {"l": (SQUARE, {x: 2 * x}), "m": (SQUARE, {x: y})}
    theorem = chain(twice, used, {"l": 1, "m": 1})
    assert [step.rule for step in theorem.steps] == ["combine", "combine", "chain"]
    with rejected("not an identity"):
        chain(twice, used, {"l": 1, "m": percent})


def test_chain_lets_a_lemma_rest_on_an_earlier_one():
    positive = combine(claim(gt(x**2 + 1)), {}, [(1, x), (1, 1)])
    root = combine(claim(gt(z * 3), {"z": gt(z)}), {"z": 3})
    goal = claim(gt(3 * x**2 + 3))
    lemmas = {"a": positive, "b": (root, {z: x**2 + 1})}
    assert chain(goal, lemmas, {"b": 1}).verdict == "proved"
    with rejected("is not known"):
        chain(goal, {"b": (root, {z: x**2})}, {"b": 1})


def test_chain_numbers_the_conclusions_of_a_conjunction():
    both = conjoin(
        claim((ge(x**2), ge(y**2))),
        [SQUARE, chain(claim(ge(y**2)), {"l": (SQUARE, {x: y})}, {"l": 1})],
    )
    assert chain(claim(ge(x**2 + y**2)), {"b": both}, {"b.0": 1, "b.1": 1}).verdict == "proved"
    with rejected("has no hypothesis"):
        chain(claim(ge(x**2)), {"b": both}, {"b": 1})


def test_chain_has_the_verdict_of_its_weakest_lemma():
    cited = cite(claim(ge(y)), "Somebody2000", "Theorem 1, not checked")
    certified = unsat(claim(ge(x**2 + x + 1)))
    theorem = chain(claim(ge(x**2 + x + 1)), {"l": certified}, {"l": 1})
    assert (theorem.verdict, theorem.engines) == (
        "certified",
        ("flint", "fractions", "sympy", "z3"),
    )
    theorem = chain(claim(ge(y + x**2 + x + 1)), {"l": certified, "m": cited}, {"l": 1, "m": 1})
    assert (theorem.verdict, theorem.assumptions) == ("cited", ("Somebody2000",))


def test_an_equation_is_known_up_to_sign_and_expansion():
    lemma = combine(claim(eq(a * x), {"x": eq(x)}), {"x": a})
    for relation in (eq(y**2, 1), eq(1, y**2), eq((y - 1) * (y + 1))):
        goal = claim(eq(a * (y**2 - 1)), {"y": relation})
        assert chain(goal, {"l": (lemma, {x: y**2 - 1})}, {"l": 1}).verdict == "proved"
    nothing = function("nothing", (x,), 0)(x)
    assert chain(claim(eq(nothing)), {"l": (lemma, {x: 0})}, {"l": 1})
    with rejected("is not known"):
        chain(claim(eq(a * y), {"y": eq(2 * y, 1)}), {"l": (lemma, {x: y})}, {"l": 1})


# ── conjoin, cases ───────────────────────────────────────────────────────────────────────────────


def test_conjoin_needs_a_theorem_for_each_part_and_no_more_hypotheses():
    given = {"x": ge(x, 1)}
    first_part = combine(claim(ge(x), given), {"x": 1}, [(1, 1)])
    both = claim((ge(x**2), ge(x)), given)
    assert conjoin(both, [first_part, SQUARE]).verdict == "proved"
    assert conjoin(both.part(1), [first_part]).verdict == "proved"
    with rejected("no theorem gives"):
        conjoin(replace(both, given={}), [first_part, SQUARE])


@pytest.mark.parametrize(
    "split",
    [
        (ge(x), le(x)),
        (gt(x), le(x)),
        (ge(x), lt(x)),
        (lt(x), ge(x)),
        (gt(x), lt(x), eq(x)),
        (eq(x), gt(x), lt(x)),
        (le(x), ge(x), eq(y)),
    ],
)
def test_cases_that_leave_nothing_out(split):
    goal = claim(ge(x**2 + 1))
    theorems = [combine(claim(goal.then, {"case": s}), {}, [(1, x), (1, 1)]) for s in split]
    theorem = cases(goal, theorems, split)
    assert theorem.verdict == "proved"
    assert len(theorem.steps) == len(split) + 1
    with rejected("does not prove the case"):
        cases(claim(ge(x**2 + 2)), theorems, split)


# ── induct ───────────────────────────────────────────────────────────────────────────────────────

RATE = claim(
    Invariant(le(gap, Q * first), {gap: first, Q: 1}, {gap: gap_next, Q: (1 - mu / L) * Q}),
    {**ONE_STEP.given, "contraction": ge(L, mu)},
)
STEP = combine(RATE.at_next_state(), {"descent": 1, "pl": 1 / (2 * L), "invariant": 1 - mu / L})


def test_induct_proves_the_linear_rate():
    theorem = induct(RATE, None, STEP)
    assert theorem.verdict == "proved"
    assert [step.rule for step in theorem.steps] == ["combine", "induct"]
    faster = replace(RATE.then, update={gap: gap_next, Q: (1 - 2 * mu / L) * Q})
    with rejected("does not carry"):
        induct(replace(RATE, then=faster), None, STEP)
    with rejected("does not carry"):
        induct(RATE.without("pl"), None, STEP)
    later = replace(RATE.then, start={gap: 2 * first, Q: 1})
    with rejected("at the start"):
        induct(replace(RATE, then=later), None, STEP)
    with rejected("does not carry"):
        induct(RATE, None, None)


def test_induct_may_use_the_hypotheses_at_the_first_state():
    goal = claim(Invariant(ge(x), {x: a}, {x: x + 1}), {"large": ge(x, 1)})
    base = combine(goal.at_start(), {"large": 1}, [(1, 1)])
    step = combine(goal.at_next_state(), {"invariant": 1}, [(1, 1)])
    assert induct(goal, base, step).verdict == induct(goal, None, step).verdict == "proved"
    for first_state in (base, None):
        with rejected("at the start"):
            induct(goal.without("large"), first_state, step)


def test_relations_of_one_iteration_may_rest_on_each_other():
    goal = claim(Invariant((ge(x), ge(y)), {x: 0, y: a**2}, {x: x + y, y: 2 * y}))
    steps = (
        combine(goal.at_next_state(0), {"invariant.0": 1, "invariant.1": 1}),
        combine(goal.at_next_state(1), {"invariant.1": 2}),
    )
    base = combine(goal.at_start(1), {}, [(1, a)])
    assert induct(goal, (None, base), steps).verdict == "proved"
    assert induct(goal, (None, None), steps).verdict == "proved"
    with rejected("for each of its relations"):
        induct(goal, None, steps)
    with rejected("does not carry"):
        induct(goal, (None, None), steps[::-1])
    alone = replace(goal, then=replace(goal.then, relations=(ge(x),)))
    with rejected("does not carry"):
        induct(alone, None, steps[0])


def test_an_invariant_is_refuted_along_its_trajectory_alone():
    falling = claim(Invariant(ge(x), {x: a}, {x: x - 2}))
    assert refute(falling, {a: -1}).verdict == "refuted"
    assert refute(falling, {a: 1, x: 1}).steps[-1].detail == "a = 1, x = 1"
    with rejected("holds along the trajectory"):
        refute(falling, {a: 2})
    assert refute(falling, [{a: 2}, {}, {}]).verdict == "refuted"
    with rejected("does not start"):
        refute(falling, {a: 3, x: -7})
    both = claim((falling.then, ge(x**2)))
    with rejected("does not start"):
        refute(both, {a: 3, x: -7})
    assert refute(both, {a: 1, x: 1}).verdict == "refuted"
    assert refute(claim((falling.then, ge(x, 1))), {a: 2}).verdict == "refuted"
    with rejected("fails along the trajectory"):
        refute(replace(falling, given={"x": ge(x)}), {a: -1})


def test_hypotheses_hold_in_the_state_that_refutes_and_in_all_before():
    """Of x >= 1 at every step and x >= 1 at every step, the second follows from the first."""
    trivial = claim(Invariant(ge(x, 1), {x: 2}, {x: x - 1}), {"x": ge(x, 1)})
    with rejected("fails along the trajectory"):
        refute(trivial, [{x: 2}, {}, {}])
    driven = claim(Invariant(ge(x), {x: 0}, {x: x + z}), {"z": le(z**2, 1)})
    assert refute(driven, {z: -1}).verdict == "refuted"
    with rejected("holds along"):
        refute(driven, [{z: 1}, {z: -1}])
    with rejected("fails along the trajectory"):
        refute(driven, [{z: 1}, {z: -2}, {z: -1}])
    assert refute(driven, [{z: 0}, {z: -1}, {z: 1}]).verdict == "refuted"


# ── limit ────────────────────────────────────────────────────────────────────────────────────────


def test_limit_from_a_bound_near_zero():
    goal = claim(Limit(2 + a * t, 2, t))
    given = {"t": gt(t), "small": lt(t, 1)}
    bound = combine(
        claim(ge(a**2 * t, a**2 * t**2), given), {"small": 0, "t": 0}, [(t * (1 - t), a)]
    )
    assert limit(goal, bound, a**2).verdict == "proved"
    for wrong in (a**2 * percent, a**2 / percent):
        with rejected("does not bound"):
            limit(goal, bound, wrong)
    with rejected("does not bound"):
        limit(claim(Limit(2 + a * t, 2 * percent, t)), bound, a**2)


def test_limit_may_use_hypotheses_of_the_claim_and_smallness_alone():
    bound = combine(
        claim(ge(t, t**2), {"t": gt(t), "small": le(2 * t, 1), "a": ge(a)}),
        {"a": 0, "small": t / 2, "t": half},
        [],
    )
    assert limit(claim(Limit(1 + t, 1, t), {"a": ge(a)}), bound, 1).verdict == "proved"
    with rejected("assumes a, which the limit does not"):
        limit(claim(Limit(1 + t, 1, t)), bound, 1)


@pytest.mark.parametrize("far", [ge(t), ge(t, half), eq(t, half), gt(t - t**2), lt(1, t)])
def test_limit_refuses_a_bound_that_may_stop_before_zero(far):
    bound = combine(claim(ge(t, t**2), {"t": gt(t), "s": le(t, 1), "far": far}), {"s": t})
    with rejected("assumes far"):
        limit(claim(Limit(1 + t, 1, t)), bound, 1)


# ── refute, witness ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("then", "point"),
    [
        (ge(x**2, 2), {x: sp.sqrt(2) - sp.Rational(1, 10**30)}),
        (gt(x**2, 2), {x: sp.sqrt(2)}),
        (eq(x, 1), {x: 2}),
        (le(sp.pi, x), {x: 3}),
        (Inertia(sp.eye(2), 1, 1, 0), {}),
        (Roots((x**2 - 2,), (x,), ((sp.sqrt(2),),)), {x: -sp.sqrt(2)}),
        (Roots((x**2 - 2,), (x,), ((1,),)), {x: 1}),
        (gt(1 / (x - 1)), {x: 0}),
        ((ge(x**2), ge(x)), {x: -1}),
    ],
)
def test_refute_accepts_an_exact_counterexample(then, point):
    given = {"x": gt((x - 1) ** 2)} if then == gt(1 / (x - 1)) else {}
    theorem = refute(claim(then, given), point)
    assert (theorem.verdict, theorem.steps[-1].rule) == ("refuted", "refute")


def test_refute_records_the_point():
    assert refute(claim(ge(x + y)), {y: half, x: -1}).steps[-1].detail == "x = -1, y = 1/2"


def test_witness_satisfies_every_kind_of_hypothesis():
    given = {"e": eq(x**2, 2), "s": gt(x), "w": ge(x**2, 2), "pole": gt(1 / (x**2 + 1))}
    witness(claim(ge(x**2), given), {x: sp.sqrt(2)})
    for point in ({x: -sp.sqrt(2)}, {x: sp.sqrt(2) * percent}, {x: sp.sqrt(2) / percent}):
        with rejected("fails at the witness"):
            witness(claim(ge(x**2), given), point)


LOCAL = {"radius": gt(r), "near": lt(h**2, r**2)}


@pytest.mark.parametrize(
    ("then", "point"),
    [(le(h**4), {h: r / 2}), (lt(h**4), {h: 0}), (ge(h), {h: -r / 3}), (eq(h), {h: r / 2})],
)
def test_refute_for_all_constants(then, point):
    assert refute(claim(then, LOCAL, constants=(r,)), point).verdict == "refuted"
    with rejected("is not evident for all constants"):
        refute(claim(then, LOCAL, constants=(r,)), {h: r})
    with rejected("is not evident for all constants"):
        refute(
            claim(Relation(1 - then.expr**2, ">=", 0), LOCAL, constants=(r,)),
            point,
        )


def test_refute_for_all_constants_with_a_theorem_about_the_failure():
    wavy = claim(le(sp.sin(h), h - h**2), LOCAL, constants=(r,))
    below = claim(gt(sp.sin(r / 2), r / 2 - r**2 / 4), {"radius": gt(r)})
    fails = cite(below, "A", "for the test")
    with rejected("a citation refutes nothing"):
        refute(wavy, {h: r / 2}, fails)
    weak = combine(claim(ge(r**2), {"radius": gt(r)}), {}, [(1, r)])
    with rejected("is not evident for all constants"):
        refute(wavy, {h: r / 2}, weak)
    exp = claim(le(sp.exp(h), 1 + h / 2), LOCAL, constants=(r,))
    larger = series(claim(ge(sp.exp(r / 2), 1 + r / 2)), sp.exp, r / 2, 1)
    strictly = chain(
        claim(gt(sp.exp(r / 2), 1 + r / 4), {"radius": gt(r)}),
        {"l": larger},
        {"l": 1, "radius": sp.Rational(1, 4)},
    )
    assert refute(exp, {h: r / 2}, strictly).verdict == "refuted"


# ── inertia, roots ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("rows", "counts"),
    [
        ([[2]], (1, 0, 0)),
        ([[0]], (0, 0, 1)),
        ([[0, 1], [1, 0]], (1, 1, 0)),
        ([[0, 1, 0], [1, 0, 0], [0, 0, 0]], (1, 1, 1)),
        ([[0, 1, 1], [1, 0, 1], [1, 1, 0]], (1, 2, 0)),
        ([[1, 1, 0], [1, 1, 1], [0, 1, 0]], (2, 1, 0)),
        ([[-1, 2, 0, 0], [2, -4, 0, 0], [0, 0, 0, 3], [0, 0, 3, 5]], (1, 2, 1)),
        ([[sp.Rational(1, 3), half], [half, sp.Rational(3, 4)]], (1, 0, 1)),
    ],
)
def test_inertia_and_its_neighbours(rows, counts):
    theorem = inertia(claim(Inertia(sp.Matrix(rows), *counts)))
    assert (theorem.verdict, theorem.engines) == ("proved", ("flint", "fractions"))
    for shift in ((1, -1, 0), (-1, 1, 0), (1, 0, -1), (0, 1, -1)):
        wrong = [c + s for c, s in zip(counts, shift, strict=True)]
        with rejected("the inertia is"):
            inertia(claim(Inertia(sp.Matrix(rows), *wrong)))


WELL = (4 * x**3 - 4 * x, 2 * y)
WELL_ROOTS = {x: (WELL[0], [1, 0]), y: (WELL[1], [0, 1])}


def test_roots_of_the_double_well():
    listed = ((0, 0), (1, 0), (-1, 0))
    theorem = roots(claim(Roots(WELL, (x, y), listed)), WELL_ROOTS)
    assert (theorem.verdict, theorem.engines) == ("proved", ("arb", "flint", "fractions", "sympy"))
    for index in range(3):
        rest = listed[:index] + listed[index + 1 :]
        with rejected("is not listed"):
            roots(claim(Roots(WELL, (x, y), rest)), WELL_ROOTS)
        moved = tuple(
            (u + sp.Rational(1, 100), v) if i == index else (u, v)
            for i, (u, v) in enumerate(listed)
        )
        with rejected("does not solve"):
            roots(claim(Roots(WELL, (x, y), moved)), WELL_ROOTS)
    for change in (percent, 1 / percent):
        with rejected("not an identity"):
            roots(
                claim(Roots(WELL, (x, y), listed)),
                {x: (change * WELL[0], [1, 0]), y: WELL_ROOTS[y]},
            )


def test_roots_with_irrational_coordinates_and_complex_companions():
    cubic = x**3 - 2
    theorem = roots(
        claim(Roots((cubic,), (x,), ((sp.Integer(2) ** sp.Rational(1, 3),),))), {x: (cubic, [1])}
    )
    assert theorem.verdict == "proved"
    circle, line = x**2 + y**2 - 1, x - y
    eliminants = {x: (2 * x**2 - 1, [1, x + y]), y: (2 * y**2 - 1, [1, -x - y])}
    root = sp.sqrt(2) / 2
    goal = claim(Roots((circle, line), (x, y), ((root, root), (-root, -root))))
    assert roots(goal, eliminants).verdict == "proved"
    with rejected("is not listed"):
        roots(claim(Roots((circle, line), (x, y), ((root, root),))), eliminants)


def test_roots_of_a_system_without_solutions():
    empty = Roots((x**2 + 1,), (x,), ())
    assert roots(claim(empty), {x: (x**2 + 1, [1])}).verdict == "proved"
    contradiction = Roots((x, x - 1), (x,), ())
    assert roots(claim(contradiction), {x: (sp.Integer(1), [1, -1])}).verdict == "proved"
    cofactor = 1 / (x**2 + 1)
    assert roots(claim(empty), {x: (1, [cofactor])}).verdict == "proved"


# ── enclose, exhaust, unsat ──────────────────────────────────────────────────────────────────────

BOX = {"low": ge(x, 1), "high": le(x, 2)}


def test_enclose_certifies_on_a_box_and_no_more():
    goal = claim(gt(sp.sin(x) ** 2, half), BOX)
    theorem = enclose(goal, {x: (1, 2)})
    assert (theorem.verdict, theorem.engines) == ("certified", ("arb", "mpmath"))
    with rejected("positivity fails"):
        enclose(
            claim(gt(sp.sin(x) ** 2, sp.Rational(708073418273572, 10**15) * percent), BOX),
            {x: (1, 2)},
        )


@pytest.mark.parametrize(
    "expr",
    [
        x * (3 - x) - sp.Rational(19, 10),
        sp.exp(x) * sp.log(x) - x + 1 + sp.Rational(1, 100),
        sp.tanh(x) - sp.Rational(3, 4),
        sp.cos(x) + sp.Rational(9, 20),
        1 / x - sp.Rational(49, 100),
        x**-2 - sp.Rational(24, 100),
        x**3 - x**2 + sp.Rational(1, 100),
        sp.sqrt(2) * x - sp.Rational(7, 5),
        sp.Integer(2) ** sp.Rational(1, 3) - sp.E / sp.pi * x / 2,
        sp.sin(x) * sp.exp(-x) - sp.Rational(12, 100),
    ],
)
def test_enclose_knows_every_function_of_both_engines(expr):
    given = {**BOX, "x": gt(x)}
    assert enclose(claim(gt(expr), given), {x: (1, 2)}).verdict == "certified"
    smallest = min(float(expr.subs(x, 1 + sp.Rational(k, 200))) for k in range(201))
    with rejected("positivity fails|within"):
        enclose(claim(gt(expr, sp.Rational(smallest) + sp.Rational(1, 1000)), given), {x: (1, 2)})


def test_enclose_factors_exact_zeros_out():
    given = {"low": ge(x, -1), "high": le(x, 1)}
    goal = claim(ge(x**2 * sp.cos(x)), given)
    assert enclose(goal, {x: (-1, 1)}, factor=x**2).verdict == "certified"
    with rejected("within|fails"):
        enclose(goal, {x: (-1, 1)}, boxes=200)
    with rejected("positivity"):
        enclose(claim(ge(x**2 * (sp.cos(x) - 1)), given), {x: (-1, 1)}, factor=x**2, boxes=200)
    assert enclose(claim(gt(y * (2 - x)), {**given, "y": gt(y)}), {x: (-1, 1)}, factor=y)


def test_enclose_takes_a_box_from_scaled_and_strict_hypotheses_and_none_for_constants():
    given = {"low": gt(2 * x, 2), "high": le(x, 2), "y": ge(y), "z": le(y, 1)}
    assert enclose(claim(gt(x + y, half), given), {x: (1, 2), y: (0, 1)}).verdict == "certified"
    assert enclose(claim(gt(sp.pi, 3)), {}).verdict == "certified"
    with rejected("positivity fails"):
        enclose(claim(gt(3, sp.pi)), {})


def test_enclose_needs_the_mean_value_form_for_a_tight_bound():
    goal = claim(gt(x - x**2 + 2, -sp.Rational(1, 100)), BOX)
    assert enclose(goal, {x: (1, 2)}, boxes=400).verdict == "certified"


def test_enclose_counts_its_boxes():
    goal = claim(gt(x * (3 - x), sp.Rational(19, 10)), BOX)
    with rejected("within 1 boxes"):
        enclose(goal, {x: (1, 2)}, boxes=1)
    assert enclose(claim(gt(x), BOX), {x: (1, 2)}, boxes=1).verdict == "certified"


DIE = eq(sp.prod([x - k for k in range(1, 7)]))


def test_exhaust_tries_every_point_that_satisfies_the_hypotheses():
    assert (
        exhaust(claim(le(x * (7 - x), 12), {"die": DIE}), {x: range(1, 7)}).verdict == "certified"
    )
    with rejected("fails at"):
        exhaust(claim(le(x * (7 - x), 11), {"die": DIE}), {x: range(1, 7)})
    small = {"die": DIE, "small": le(x, 2)}
    assert exhaust(claim(le(x * (7 - x), 10), small), {x: range(1, 7)}).engines == (
        "arb",
        "fractions",
    )
    roots_of_two = {"y": eq((y - sp.sqrt(2)) * (y + sp.sqrt(2)))}
    domain = {y: [sp.sqrt(2), -sp.sqrt(2)]}
    assert exhaust(claim(eq(y**4, 4), roots_of_two), domain).verdict == "certified"
    both = claim((ge(x, 1), Inertia(sp.eye(1), 1, 0, 0)), {"die": DIE})
    assert exhaust(both, {x: range(1, 7)}, limit=6).verdict == "certified"
    with rejected("more than 5 points"):
        exhaust(both, {x: range(1, 7)}, limit=5)


def test_exhaust_runs_over_all_pairs():
    bits = {"x": eq(x * (x - 1)), "y": eq(y * (y - 1))}
    domain = {x: [0, 1], y: [0, 1]}
    assert exhaust(claim(ge(x + y, x * y), bits), domain).verdict == "certified"
    with rejected("fails at"):
        exhaust(claim(lt(x * y, 1), bits), domain)


def test_unsat_takes_z3_at_its_word():
    theorem = unsat(claim(gt(x**2, 1), {"x": gt(x, 1)}))
    assert (theorem.verdict, theorem.engines) == ("certified", ("z3",))
    with rejected("Z3 answers sat"):
        unsat(claim(gt(x**2, 1), {"x": ge(x, 1)}))
    assert unsat(claim(eq(x), {"x": eq(x**3 - x * half + x / 2)})).verdict == "certified"
    assert unsat(claim(gt(1 / x**2 - x, -2), {"x": gt(x, 1), "y": lt(x, 2)})).verdict == "certified"


@pytest.mark.parametrize("script", ["print('unknown')", "print('unsat'); print('sat')", "0/0", ""])
def test_unsat_wants_the_one_word(monkeypatch, script):
    monkeypatch.setattr(kernel.numeric, "SOLVE", script)
    with rejected("Z3 answers"):
        unsat(claim(ge(x**2)))


def test_unsat_stops_a_solver_that_does_not(monkeypatch):
    monkeypatch.setattr(kernel.numeric, "SOLVE", "import time; time.sleep(60)")
    with rejected("nothing in time"):
        unsat(claim(ge(x**2)), seconds=-9)


def test_unsat_is_told_the_same_statement():
    names = {x: "x0", y: "x1"}
    text = kernel.numeric.smtlib(-half * x**2 / y + 3, names)
    assert text == "(+ (/ 3.0 1.0) (* (/ (- 1.0) 2.0) (* 1.0 x0 x0) (/ 1.0 (* 1.0 x1))))"


# ── series, pythagoras ───────────────────────────────────────────────────────────────────────────

BOUNDS = {
    (sp.sin, 1): lambda e: le(sp.sin(e), e),
    (sp.sin, 3): lambda e: ge(sp.sin(e), e - e**3 / 6),
    (sp.sin, 5): lambda e: le(sp.sin(e), e - e**3 / 6 + e**5 / 120),
    (sp.cos, 0): lambda e: le(sp.cos(e), 1),
    (sp.cos, 2): lambda e: ge(sp.cos(e), 1 - e**2 / 2),
    (sp.cos, 4): lambda e: le(sp.cos(e), 1 - e**2 / 2 + e**4 / 24),
    (sp.exp, 0): lambda e: ge(sp.exp(e), 1),
    (sp.exp, 1): lambda e: ge(sp.exp(e), 1 + e),
    (sp.exp, 2): lambda e: ge(sp.exp(e), 1 + e + e**2 / 2),
    (sp.exp, 3): lambda e: ge(sp.exp(e), 1 + e + e**2 / 2 + e**3 / 6),
}


@pytest.mark.parametrize(("function", "degree"), BOUNDS)
def test_series_gives_the_classical_bound(function, degree):
    bound = BOUNDS[function, degree]
    known = {"y": ge(y)}
    assert series(claim(bound(y), known), function, y, degree).verdict == "proved"
    with rejected("the Taylor bound is"):
        series(claim(Relation(bound(y).expr - y / 100, ">=", 0), known), function, y, degree)
    everywhere = function is sp.cos or (function is sp.exp and degree % 2)
    if everywhere:
        assert series(claim(bound(y)), function, y, degree).verdict == "proved"
    else:
        with rejected("no one-sided Taylor bound"):
            series(claim(bound(y)), function, y, degree)
    squared = series(claim(bound(x**2)), function, x**2, degree)
    assert squared.steps[-1].rule == "series"


def test_series_bounds_the_exponential_from_above_for_negative_arguments():
    known = {"y": le(y)}
    assert series(claim(le(sp.exp(y), 1 + y + y**2 / 2), known), sp.exp, y, 2).verdict == "proved"
    assert series(claim(ge(sp.exp(y), 1 + y), known), sp.exp, y, 1).verdict == "proved"
    with rejected("the Taylor bound is"):
        series(claim(ge(sp.exp(y), 1 + y + y**2 / 2), known), sp.exp, y, 2)
    with rejected("no one-sided"):
        series(claim(le(sp.sin(y), y), known), sp.sin, y, 1)


def test_pythagoras():
    assert (
        pythagoras(claim(eq(sp.sin(2 * x) ** 2 + sp.cos(2 * x) ** 2, 1)), 2 * x).verdict == "proved"
    )
    with rejected("is not sin"):
        pythagoras(claim(eq(sp.sin(2 * x) ** 2 + sp.cos(2 * x) ** 2, 1)), x)
    with rejected("is not sin"):
        pythagoras(claim(ge(sp.sin(x) ** 2 + sp.cos(x) ** 2, 1)), x)


# ── sample, cite ─────────────────────────────────────────────────────────────────────────────────


def test_sample_supports_what_its_interval_excludes():
    theorem = sample(chance(ge(p, half)), 90, 100)
    assert (theorem.verdict, theorem.engines) == ("supported", ("arb", "scipy"))
    assert theorem.steps[-1].detail == "90 successes in 100 trials, at confidence 999999/1000000"
    assert sample(chance(lt(2 * p, 1)), 10, 100).verdict == "supported"
    assert sample(chance(ge(p), (10,)), 0, 10).verdict == "supported"
    assert sample(chance(le(p, 1), (10,)), 10, 10).verdict == "supported"
    for relation in (lt(p, 1), gt(p)):
        with rejected("does not lie where"):
            sample(chance(relation, (10,)), 10 if relation == lt(p, 1) else 0, 10)


def test_sample_turns_at_the_end_of_its_interval():
    low, high = kernel.statistical.interval(90, 100, kernel.CONFIDENCE)
    tiny = sp.Rational(1, 10**9)
    assert sample(chance(ge(p, low)), 90, 100).verdict == "supported"
    assert sample(chance(le(p, high)), 90, 100).verdict == "supported"
    for beyond in (ge(p, low + tiny), le(p, high - tiny), gt(p, low), lt(p, high)):
        with rejected("does not lie where"):
            sample(chance(beyond), 90, 100)


def test_sample_checks_the_quantile_by_arb(monkeypatch):
    def wishful(a, b, q):
        return 0.89 if q < half else 0.01

    monkeypatch.setattr("scipy.special.betaincinv", wishful)
    with rejected("disagree on the lower end"):
        sample(chance(ge(p, half)), 90, 100)
    with rejected("disagree on the upper end"):
        sample(chance(le(p, 1)), 0, 100)


def test_cite_is_shown_as_an_axiom():
    theorem = cite(claim(ge(x)), "Polyak1963", "its proof is not formalized here")
    assert (theorem.verdict, theorem.assumptions) == ("cited", ("Polyak1963",))
    assert theorem.steps[0].detail == "its proof is not formalized here"


def test_whatever_fails_in_a_rule_is_rejected_with_its_cause():
    with rejected("combine: AttributeError") as caught:
        combine(claim(ge(x)), None)
    assert isinstance(caught.value.__cause__, AttributeError)
    assert combine.__name__ == "combine"
    assert "one identity over Q" in combine.__doc__
