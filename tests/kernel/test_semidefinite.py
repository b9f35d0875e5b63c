"""Matrices that are semidefinite by hypothesis, and vectors by their inner products: what follows,
what does not, and what no rule lets through."""

import pytest
import sympy as sp
from kernel.attacking import a, claim, half, registry, t, x, y, z
from sympy import Matrix, Rational, sqrt

from provenscape.kernel import (
    Gram,
    Inertia,
    Invariant,
    Limit,
    Rejected,
    Roots,
    Semidefinite,
    cases,
    chain,
    combine,
    conjoin,
    enclose,
    eq,
    exhaust,
    function,
    ge,
    gt,
    induct,
    le,
    limit,
    lt,
    real,
    refute,
    sos,
    unsat,
    witness,
)
from provenscape.kernel.algebra import instantiate
from provenscape.kernel.logic import holds

M = Semidefinite(Matrix([[x, y], [y, z]]))
PSD = {"M": M}
SUM = claim(ge(x + 2 * y + z), PSD)  # v = (1, 1)
space = Gram("u v")
u, v = space
uu, uv, vv = (space.inner(*pair) for pair in ((u, u), (u, v), (v, v)))
SCHWARZ = claim(le(space.inner(u, v) ** 2, space.square(u) * space.square(v)), space.given)
KNOWN, attack, attacks = registry()


def schwarz():
    """(u·v)² ≤ |u|²|v|²: of cu − bv where c = |v|² > 0, of (a + 1)v/2 − bu where c = 0."""
    split = gt(vv), le(vv)
    beside = [SCHWARZ.lemma("case", {**SCHWARZ.given, "case": c}, SCHWARZ.then) for c in split]
    name = "inner products"
    parts = [
        combine(beside[0], {name: [(1, vv * u - uv * v)]}, scale=vv),
        combine(beside[1], {name: [(1, (uu + 1) / 2 * v - uv * u)], "case": (uu - 1) ** 2 / 4}),
    ]
    return cases(SCHWARZ, parts, split)


def test_a_form_with_any_vector_is_not_negative():
    assert combine(SUM, {"M": [(1, (1, 1))]}).verdict == "proved"
    moved = claim(ge(a**2 * x - 2 * a * t * y + t**2 * z), PSD)
    assert combine(moved, {"M": [(1, (a, -t))]}).verdict == "proved"
    mixed = claim(ge(3 * x + 2 * y + 2 * z + t**2, 1), {**PSD, "z": ge(z, 1)})
    assert combine(mixed, {"M": [(1, (1, 1)), (2, (1, 0))], "z": 1}, [(1, t)]).verdict == "proved"


def test_schwarz_is_proved_of_vectors_in_every_dimension():
    assert schwarz().verdict == "proved"
    witness(SCHWARZ, {uu: 4, uv: -3, vv: 5})


def test_vectors_are_their_inner_products():
    fresh = Gram("u v")
    assert list(fresh) == [Matrix([1, 0]), Matrix([0, 1])]
    assert fresh.square(next(iter(fresh))) == uu
    assert space.square(u - 2 * v) == uu - 4 * uv + 4 * vv
    assert list(space.given.values()) == [Semidefinite(Matrix([[uu, uv], [uv, vv]]))]
    shown = claim(SCHWARZ.then, space.given, where=space.where)
    shown.require_dictionary()
    assert "[[u_u, u_v], [u_v, v_v]] is positive semidefinite  [inner products]" in shown.text()
    assert r"\left[\begin{matrix}\|u\|^2" in shown.latex() and r"\succeq 0" in shown.latex()
    for names in ("", "u u", "u v_1", "u 1", None, ["u"]):
        with pytest.raises(Rejected, match="vectors have names of letters and digits"):
            Gram(names)


@pytest.mark.parametrize(
    ("entries", "semidefinite"),
    [
        ([[1, 0], [0, 1]], True),
        ([[0, 0], [0, 0]], True),
        ([[1, 1], [1, 1]], True),
        ([[1, 2], [2, 1]], False),
        ([[0, 1], [1, 0]], False),
        ([[0, 1], [1, 5]], False),
        ([[0, 0], [0, -1]], False),
        ([[1, 0], [0, Rational(-1, 10**12)]], False),
        ([[1, sqrt(2)], [sqrt(2), 2]], True),
        ([[1, sqrt(2)], [sqrt(2), 2 - Rational(1, 10**9)]], False),
        ([[-1, 0], [0, -1]], False),
        ([[1, 1, 0], [1, 1, 1], [0, 1, 1]], False),  # its leading minors are not negative
        ([[2, -1, 0], [-1, 2, -1], [0, -1, 2]], True),
    ],
)
def test_a_point_is_one_of_the_hypothesis_by_two_exact_inertias(entries, semidefinite):
    given = Matrix(entries)
    symbols = sp.symbols(f"m:{len(entries) ** 2}", real=True)
    at = {}
    form = sp.zeros(*given.shape)
    for i in range(given.rows):
        for j in range(given.cols):
            form[i, j] = symbols[min(i, j) * given.rows + max(i, j)]
            at[form[i, j]] = given[i, j]
    assert holds(Semidefinite(form), {s: sp.sympify(value) for s, value in at.items()}) == (
        semidefinite
    )


def test_a_lemma_about_the_matrix_serves_for_the_same_matrix_alone():
    lemma = combine(SUM, {"M": [(1, (1, 1))]})
    twice = claim(ge(2 * x + 4 * y + 2 * z), PSD)
    assert chain(twice, {"sum": lemma}, {"sum": 2}).verdict == "proved"
    renamed = claim(ge(uu + 2 * uv + vv), space.given)
    assert chain(renamed, {"sum": (lemma, {x: uu, y: uv, z: vv})}, {"sum": 1}).verdict == "proved"
    for values in ({x: vv, y: uv, z: uv}, {x: uu, y: -uv, z: vv}, {x: uu, y: uv, z: vv + 1}, {}):
        with pytest.raises(Rejected, match="is not given"):
            chain(renamed, {"sum": (lemma, values)}, {"sum": 1})
    with pytest.raises(Rejected, match="is not given"):
        chain(claim(twice.then, {"x": ge(x), "z": ge(z)}), {"sum": lemma}, {"sum": 2})


def test_functions_in_a_matrix_are_put_in():
    f = function("f", (t,), 1 + t**2)
    stated = claim(ge(f(t) + 2 * x + y), {"M": Semidefinite(Matrix([[f(t), x], [x, y]]))})
    assert combine(stated, {"M": [(1, (1, 1))]}).verdict == "proved"
    assert "let f(t) = t**2 + 1" in stated.text()
    witness(stated, {t: 1, x: -1, y: half})
    with pytest.raises(Rejected, match="fails at the witness"):
        witness(stated, {t: 1, x: -1, y: half - Rational(1, 10**9)})


def test_a_part_of_several_conclusions_may_use_it():
    both = claim((ge(x), SUM.then), PSD)
    parts = [combine(both.part(0), {"M": [(1, (1, 0))]}), combine(SUM, {"M": [(1, (1, 1))]})]
    assert conjoin(both, parts).verdict == "proved"
    with pytest.raises(Rejected, match="no theorem gives"):
        conjoin(claim(both.then, {"x": ge(x), "z": ge(z)}), parts)


def test_statements_that_differ_in_the_matrix_have_other_digests():
    others = [[[x, y], [y, t]], [[x, -y], [-y, z]], [[z, y], [y, x]], [[x]], [[x, y, y]] * 3]
    others[-1] = [[x, y, 0], [y, z, 0], [0, 0, 0]]
    found = {claim(SUM.then, {"M": Semidefinite(Matrix(m))}).digest() for m in others}
    assert len(found | {SUM.digest(), claim(SUM.then).digest()}) == len(others) + 2


@pytest.mark.parametrize(
    ("then", "point"),
    [
        (ge(x + 3 * y + z), {x: 1, y: -1, z: 1}),
        (ge(y), {x: 1, y: -1, z: 1}),
        (gt(x), {x: 0, y: 0, z: 0}),
        (le(x + z, 2 * y), {x: 1, y: 0, z: 1}),
        (eq(y), {x: 2, y: sqrt(2), z: 1}),
        (le(x * z, y**2), {x: 1, y: 0, z: 1}),
        (lt(y**2, x * z), {x: 1, y: 1, z: 1}),
    ],
)
def test_what_does_not_follow_is_refuted_and_not_proved(then, point):
    false = claim(then, PSD)
    assert refute(false, point).verdict == "refuted"
    for vector in ((1, 1), (1, 0), (0, 1), (1, -1), (z, -y), (y, -x)):
        with pytest.raises(Rejected):
            combine(false, {"M": [(1, vector)]})


# A matrix is what it is said to be.
attacks(
    "symmetric matrix",
    no_symmetry=lambda: Semidefinite(Matrix([[x, y], [-y, z]])),
    symmetry_in_value_alone=lambda: Semidefinite(Matrix([[x, t * (y + 1)], [t * y + t, z]])),
    a_row=lambda: Semidefinite(Matrix([[x, y]])),
)
attacks(
    "explicit matrix",
    a_list=lambda: Semidefinite([[x, y], [y, z]]),
    no_matrix=lambda: Semidefinite(x),
    an_empty_one=lambda: Semidefinite(sp.zeros(0, 0)),
    a_symbol_for_a_matrix=lambda: Semidefinite(sp.MatrixSymbol("A", 2, 2)),
)
attacks(
    "outside the statement language",
    floats=lambda: Semidefinite(Matrix([[0.5, y], [y, z]])),
    complex_entries=lambda: Semidefinite(Matrix([[x, sp.I], [sp.I, z]])),
)
attacks(
    "must be real",
    complex_symbols=lambda: Semidefinite(Matrix([[sp.Symbol("x")]])),
)
attacks(
    "no relation",
    a_subclass=lambda: claim(SUM.then, {"M": type("Own", (Semidefinite,), {})(Matrix([[x]]))}),
    an_inertia_for_it=lambda: claim(SUM.then, {"M": Inertia(sp.eye(2), 2, 0, 0)}),
)
attacks("no statement", as_a_conclusion=lambda: claim(M, PSD))
attacks(
    "not evidently nonzero",
    a_pole_in_it=lambda: claim(SUM.then, {"M": Semidefinite(Matrix([[1 / x, y], [y, z]]))}),
    a_pole_that_it_should_exclude=lambda: claim(ge(1 / x), PSD),
    a_pole_in_a_vector=lambda: combine(SUM, {"M": [(1, (1 / y, 1))]}),
)

# What it is used for.
attacks(
    "entries belongs to the matrix",
    too_short=lambda: combine(SUM, {"M": [(1, (1,))]}),
    too_long=lambda: combine(SUM, {"M": [(1, (1, 1, 1))]}),
    nothing=lambda: combine(SUM, {"M": [(1, ())]}),
)
attacks(
    "a list of weights and vectors",
    a_number=lambda: combine(SUM, {"M": 1}),
    an_expression=lambda: combine(SUM, {"M": x}),
)
attacks(
    "not evidently non-negative",
    a_negative_weight=lambda: combine(claim(le(SUM.then.left), PSD), {"M": [(-1, (1, 1))]}),
    a_weight_of_no_sign=lambda: combine(claim(ge(y * x), PSD), {"M": [(y, (1, 0))]}),
    a_diagonal_entry_as_a_weight=lambda: combine(claim(ge(x * z), PSD), {"M": [(x, (0, 1))]}),
)
attacks(
    "not an identity",
    another_vector=lambda: combine(SUM, {"M": [(1, (1, -1))]}),
    half_the_cross_term=lambda: combine(claim(ge(x + y + z), PSD), {"M": [(1, (1, 1))]}),
    two_vectors_at_once=lambda: combine(claim(ge(y), PSD), {"M": [(half, (1, 1)), (half, (1, 0))]}),
    a_complex_vector=lambda: combine(claim(ge(x - z), PSD), {"M": [(1, (1, 1))]}),
    its_trace=lambda: combine(claim(ge(x + z, 1), PSD), {"M": [(1, (1, 0)), (1, (0, 1))]}),
    not_used=lambda: combine(SUM, {}, [(1, x)]),
)
attacks(
    "outside the statement language",
    an_imaginary_entry=lambda: combine(claim(le(z), PSD), {"M": [(1, (0, sp.I))]}),
)
attacks(
    "equations alone",
    an_equation=lambda: combine(claim(eq(x + 2 * y + z), PSD), {"M": [(1, (1, 1))]}),
)
attacks(
    "nothing in the certificate is strictly positive",
    a_strict_sign=lambda: combine(claim(gt(x + 2 * y + z), PSD), {"M": [(1, (1, 1))]}),
)
attacks("no hypothesis M", assumed_nowhere=lambda: combine(claim(ge(x)), {"M": [(1, (1, 0))]}))
attacks(
    "scale",
    a_scale_that_it_makes_weakly_positive=lambda: combine(
        claim(ge(x * z, y**2), PSD), {"M": [(1, (z, -y))]}, scale=z
    ),
)


# What goes with it, and what does not.
def iterated():
    return claim(Invariant(ge(x), start={x: 1}, update={x: x / 2}), PSD)


def lemma():
    return combine(SUM, {"M": [(1, (1, 1))]})


attacks(
    "a semidefinite matrix is assumed where relations are concluded",
    of_an_iteration=iterated,
    of_a_limit=lambda: claim(Limit(t * x, 0, t), PSD),
    of_a_solution_set=lambda: claim(Roots((t**2,), (t,), ((0,),)), PSD),
    of_an_inertia=lambda: claim(Inertia(sp.eye(2), 2, 0, 0), PSD),
    with_constants=lambda: claim(ge(x, a), PSD, constants=(a,)),
)


@attack("step does not carry")
def a_step_that_assumes_it():
    course = claim(Invariant(ge(t), start={t: 1}, update={t: x + t}))
    following = claim(ge(x + t), {**PSD, "invariant": ge(t)})
    return induct(course, None, combine(following, {"M": [(1, (1, 0))], "invariant": 1}))


@attack("base does not prove")
def a_start_that_assumes_it():
    course = claim(Invariant(ge(t), start={t: x}, update={t: 2 * t}))
    start = combine(claim(ge(x), PSD), {"M": [(1, (1, 0))]})
    return induct(course, start, combine(course.at_next_state(), {"invariant": 2}))


@attack("Semidefinite")
def a_limit_from_a_bound_that_assumes_it():
    bound = claim(le((t * x) ** 2, t), {"M": Semidefinite(Matrix([[t - (t * x) ** 2]]))})
    return limit(claim(Limit(t * x, 0, t)), combine(bound, {"M": [(1, (1,))]}), 1)


@attack("does not prove the case")
def a_case_that_assumes_it():
    either = claim(ge(x + 2 * y + z))
    return cases(either, [lemma(), lemma()], [ge(t), le(t)])


@attack("no argument of a rule")
def a_case_of_a_matrix():
    return cases(SUM, [lemma(), lemma()], [M, M])


@attack("is not given")
def put_into_a_statement_without_it():
    return instantiate(lemma(), {}, [ge(x), ge(z), ge(x + z)])


# Points and the other rules.
attacks("no value for z", a_point_without_values=lambda: witness(SUM, {x: 1, y: 0}))
attacks(
    "fails at the witness",
    a_point_outside=lambda: refute(claim(ge(y), PSD), {x: 1, y: -2, z: 1}),
    a_point_outside_by_little=lambda: refute(
        claim(ge(x * z, y**2), PSD), {x: 1, y: 1 + Rational(1, 10**30), z: 1}
    ),
)
attacks("algebraic", no_algebraic_numbers=lambda: witness(SUM, {x: sp.pi, y: 0, z: 1}))
attacks("refutes nothing", true_at_the_point=lambda: refute(SUM, {x: 1, y: -1, z: 1}))
attacks("Semidefinite", by_z3=lambda: unsat(claim(ge(y), PSD)))
attacks(
    "more than can be seen",
    by_all_points=lambda: exhaust(
        claim(ge(y), {"M": M, **{s.name: eq(s * (s - 1)) for s in (x, y, z)}}),
        dict.fromkeys((x, y, z), (0, 1)),
    ),
)
attacks("no hypothesis", by_balls_for_a_box=lambda: enclose(claim(ge(y), PSD), {y: (0, 1)}))
attacks(
    "not an identity",
    by_a_gram_matrix=lambda: sos(SUM, [1], Matrix([[1]]), {"M": [(1, (1, -1))]}),
)


@pytest.mark.parametrize("name", KNOWN)
def test_nothing_false_is_accepted(name):
    words, tried = KNOWN[name]
    with pytest.raises(Rejected, match=words):
        tried()


def test_a_matrix_that_is_changed_afterwards_is_read_as_it_is():
    stated = claim(ge(y), PSD)
    object.__setattr__(stated.given["M"], "exact", sp.ImmutableMatrix([[y]]))
    with pytest.raises(Rejected):
        combine(stated, {"M": [(1, (1,))]})
    assert stated.digest() == claim(ge(y), PSD).digest()


def test_a_theorem_whose_matrix_is_changed_serves_for_no_other():
    lemma, other = combine(SUM, {"M": [(1, (1, 1))]}), Semidefinite(Matrix([[x]]))
    object.__setattr__(lemma.claim.given["M"], "exact", other.exact)
    with pytest.raises(Rejected, match="is not given"):
        chain(claim(SUM.then, {"N": other}), {"sum": lemma}, {"sum": 1})
    object.__setattr__(lemma.claim.given["M"], "matrix", other.matrix)
    with pytest.raises(Rejected, match="not made by a rule"):
        chain(claim(SUM.then, {"N": other}), {"sum": lemma}, {"sum": 1})


def test_an_enclosure_and_a_gram_matrix_beside_it():
    boxed = {"low": ge(t), "high": le(t, 1), **PSD}
    assert enclose(claim(gt(2 - t), boxed), {t: (0, 1)}).verdict == "certified"
    squares = claim(ge(SUM.then.left + (t + 1) ** 2), PSD)
    assert sos(squares, [1, t], sp.ones(2, 2), {"M": [(1, (1, 1))]}).verdict == "proved"
    assert real("q") not in SUM.symbols()
