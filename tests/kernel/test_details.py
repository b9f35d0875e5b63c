"""Details that mutations of the kernel's own code showed to be untested."""

import subprocess
from itertools import cycle

import mpmath
import pytest
import sympy as sp
from flint import arb

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
)
from provenscape.kernel.algebra import entailed, ldl
from provenscape.kernel.cone import evident, is_total, require_defined
from provenscape.kernel.engines import equal_fractions, evaluate_mpmath, power_arb, sign
from provenscape.kernel.language import admit, derivative
from provenscape.kernel.logic import at_number
from provenscape.kernel.matrices import inertia_by_pivots, real_roots
from provenscape.kernel.numeric import _bisect, _positive_arb, _positive_mpmath, smtlib

a, h, p, r, t, x, y, z = real("a h p r t x y z")
half = sp.Rational(1, 2)
SQUARE = ge(x**2)
NOTHING = function("nothing", (t,), 0)(t)  # SymPy would fold Limit(0, 0, t) itself


def claim(then, given=None, **more):
    return Claim(id="detail", says="in detail", items={}, given=given or {}, then=then, **more)


def chance(relation, trials=(100,)):
    return claim(Chance(relation, p, "a success", "one throw", trials))


def square():
    return combine(claim(SQUARE), {}, [(1, x)])


def cited(then, given=None):
    return cite(claim(then, given), "Somebody2000", "for the test")


ONE_OF_EACH = {
    "combine": square,
    "sos": lambda: sos(claim(SQUARE), [x], sp.eye(1)),
    "chain": lambda: chain(claim(SQUARE), {"l": square()}, {"l": 1}),
    "conjoin": lambda: conjoin(claim((SQUARE,)), [square()]),
    "cases": lambda: cases(claim(SQUARE), [square(), square()], [ge(y), le(y)]),
    "induct": lambda: induct(
        claim(Invariant(ge(x), {x: 0}, {x: x + 1})),
        None,
        combine(claim(ge(x + 1), {"i": ge(x)}), {"i": 1}, [(1, 1)]),
    ),
    "limit": lambda: limit(
        claim(Limit(NOTHING, 0, t)), combine(claim(ge(t), {"t": gt(t)}), {"t": 1}), 1
    ),
    "refute": lambda: refute(claim(ge(x)), {x: -1}),
    "cite": lambda: cited(SQUARE),
    "inertia": lambda: inertia(claim(Inertia(sp.eye(2), 2, 0, 0))),
    "roots": lambda: roots(claim(Roots((x,), (x,), ((0,),))), {x: (x, [1])}),
    "enclose": lambda: enclose(claim(gt(sp.pi, 3)), {}),
    "exhaust": lambda: exhaust(claim(ge(x), {"x": eq(x, 1)}), {x: [1]}),
    "unsat": lambda: unsat(claim(SQUARE)),
    "series": lambda: series(claim(le(sp.cos(x), 1)), sp.cos, x, 0),
    "pythagoras": lambda: pythagoras(claim(eq(sp.sin(x) ** 2 + sp.cos(x) ** 2, 1)), x),
    "sample": lambda: sample(chance(ge(p, half)), 90, 100),
}


@pytest.mark.parametrize("rule", ONE_OF_EACH)
def test_the_last_step_names_its_rule_and_its_engines(rule):
    step = ONE_OF_EACH[rule]().steps[-1]
    assert step.rule == rule
    assert isinstance(step.engines, tuple)
    expected = {"refute": ("fractions", "arb"), "cite": (), "limit": (), "induct": ()}
    assert step.engines == expected.get(rule, step.engines)


def test_no_rule_launders_a_citation():
    conjoined = conjoin(claim((ge(x),)), [cited(ge(x))])
    by_cases = cases(claim(ge(x)), [cited(ge(x))] * 2, [ge(y), le(y)])
    tends = limit(claim(Limit(t, 0, t)), cited(ge(t, t**2), {"t": gt(t)}), 1)
    run = Invariant(ge(x), {x: a**2}, {x: 2 * x})
    doubled = combine(claim(ge(2 * x), {"i": ge(x)}), {"i": 2})
    by_step = induct(claim(run), None, cited(ge(2 * x), {"i": ge(x)}))
    by_base = induct(claim(run), cited(ge(a**2)), doubled)
    for theorem in (conjoined, by_cases, tends, by_step, by_base):
        assert (theorem.verdict, theorem.assumptions) == ("cited", ("Somebody2000",))


def test_a_refutation_shows_the_steps_of_its_theorem_of_failure():
    statement = claim(le(sp.exp(h), 1 + h / 2), {"r": gt(r), "in": lt(h**2, r**2)}, constants=(r,))
    bound = series(claim(ge(sp.exp(r / 2), 1 + r / 2)), sp.exp, r / 2, 1)
    larger = chain(
        claim(gt(sp.exp(r / 2), 1 + r / 4), {"r": gt(r)}), {"l": bound}, {"l": 1, "r": half / 2}
    )
    theorem = refute(statement, {h: r / 2}, larger)
    assert [step.rule for step in theorem.steps] == ["series", "chain", "refute"]


def test_conclusions_keep_what_they_were_given_at_first():
    matrix = sp.Matrix([[1, 0], [0, 1]])
    conclusion = Inertia(matrix, 2, 0, 0)
    matrix[0, 0] = -1
    assert conclusion.matrix == sp.eye(2)
    assert type(conclusion.matrix) is sp.ImmutableDenseMatrix
    system, points = [x], [[0]]
    listed = Roots(system, [x], points)
    system.append(x - 1)
    points[0][0] = 1
    assert (listed.system, listed.variables, listed.points) == ((x,), (x,), ((0,),))
    assert isinstance(Limit(t, 1, t).value, sp.Integer)
    start = {x: 1}
    run = Invariant(ge(x), start, {x: x})
    start[x] = 2
    assert run.start[x] == 1 and isinstance(run.start[x], sp.Integer)


def test_latex_shows_matrix_variables_and_points():
    assert "1 & 0" in Inertia(sp.eye(2), 2, 0, 0).latex()
    shown = Roots((x**2 - 4,), (x,), ((2,), (-2,))).latex()
    assert r"\iff (x) \in \{(2),\, (-2)\}" in shown


def test_real_makes_real_symbols():
    one = real("u")
    assert one == sp.Symbol("u", real=True) and one.is_real and one.is_positive is None
    assert real("u v") == (one, sp.Symbol("v", real=True))


def test_constants_are_listed_after_the_parameters():
    listed = claim(ge(x + a, r + h), parameters=(a,), constants=(r, h)).text().splitlines()
    assert listed[:3] == [
        "for all real a",
        "there are positive r, h",
        "such that for all real x",
    ]
    assert claim(ge(x, r), constants=(r,)).text().startswith("there is a positive r\n")


# ── points ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("expr", "value"),
    [
        (1 / (1 / x + 1), 0),
        (1 / sp.log(x), 0),
        (sp.log(x) ** 2, -1),
        (x**-2, 0),
        (sp.log(x), 0),
    ],
)
def test_expressions_undefined_at_a_point_have_no_value(expr, value):
    with pytest.raises(Rejected):
        at_number(expr, {x: sp.Integer(value)})
    assert at_number(expr + 0 * y, {x: sp.Integer(2)}) == expr.xreplace({x: 2})


def test_values_at_a_point():
    assert at_number(sp.log(x), {x: sp.Integer(1)}) == 0
    assert at_number(sp.log(x), {x: half}) == -sp.log(2)
    assert at_number(sp.Pow(x, 0, evaluate=False) + x, {x: sp.Integer(0)}) == 1
    with pytest.raises(Rejected, match="gives no value for x, y"):
        at_number(x + y, {z: sp.Integer(1)})


LOCAL = {"radius": gt(r), "near": lt(h**2, r**2)}


@pytest.mark.parametrize(
    ("then", "point"),
    [
        (gt(-h), {h: r / 2}),
        (ge(-h - (r - 1) ** 2), {h: r / 2}),
        (ge(1 - (r + 1) ** 2), {h: 0}),
        (gt(1 - (h + 1) ** 2), {h: 0}),
    ],
)
def test_failures_for_all_constants_in_either_form(then, point):
    assert refute(claim(then, LOCAL, constants=(r,)), point).verdict == "refuted"


def test_a_point_that_is_undefined_at_the_right_radius_refutes_nothing():
    true_for_radius_one = claim(le(h * (r - 1)), {"radius": gt(r)}, constants=(r,))
    with pytest.raises(Rejected, match="not evidently nonzero"):
        refute(true_for_radius_one, {h: 1 / (r - 1)})


def test_a_limit_may_use_a_slope_known_to_be_positive_and_no_equation():
    bound = combine(claim(ge(a * t), {"a": ge(a), "t": gt(t)}), {"a": t})
    assert limit(claim(Limit(NOTHING, 0, t), {"a": ge(a)}), bound, a).verdict == "proved"
    frozen = combine(claim(ge(t), {"t": gt(t), "e": eq(t, half)}), {"t": 1})
    with pytest.raises(Rejected, match="assumes e"):
        limit(claim(Limit(NOTHING, 0, t)), frozen, 1)
    with pytest.raises(Rejected, match="free of the variable"):
        limit(claim(Limit(NOTHING, 0, t)), cited(ge(t**3)), t**2)


def test_what_is_not_known_of_an_equation():
    assert not entailed(eq(x + y), [eq(x - y)])
    assert entailed(eq(y - x), [eq(x - y)])


def test_a_lemma_with_poles_is_known_where_its_hypotheses_are():
    lemma = combine(claim(gt(1 / x + y), {"x": gt(x), "y": gt(y - 1 / x)}), {"y": 1}, [(2 / x, 1)])
    goal = claim(gt(1 / (z + 1) + y), {"z": gt(z), "y": gt(y - 1 / (z + 1))})
    assert chain(goal, {"l": (lemma, {x: z + 1})}, {"l": 1}).verdict == "proved"


# ── matrices ─────────────────────────────────────────────────────────────────────────────────────


def test_semidefiniteness_needs_both_engines(monkeypatch):
    for name, wrong in (
        ("semidefinite_by_charpoly", lambda m: False),
        ("ldl", lambda m: ([[sp.Integer(1)]], [sp.Integer(-1)])),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(kernel.algebra, name, wrong)
            with pytest.raises(Rejected, match="not positive semidefinite"):
                sos(claim(SQUARE), [x], sp.eye(1))


def test_factors_of_indefinite_matrices_are_refused_at_once():
    for rows in ([[0, 1], [1, 0]], [[1, 1, 0], [1, 1, 2], [0, 2, 5]]):
        with pytest.raises(Rejected, match="zero pivot"):
            ldl(sp.ImmutableMatrix(rows))


@pytest.mark.parametrize(
    ("rows", "counts"),
    [
        ([[0, 2, 1], [2, 0, 1], [1, 1, 0]], (1, 2, 0)),
        ([[0, 3, 0, 1], [3, 0, 2, 0], [0, 2, 0, half], [1, 0, half, 0]], (2, 2, 0)),
        ([[0, 3, 1, 1], [3, 0, 2, 2], [1, 2, sp.Rational(4, 3), 0], [1, 2, 0, 0]], (2, 2, 0)),
        ([[0, 3, 1], [3, 0, 2], [1, 2, sp.Rational(4, 3)]], (1, 1, 1)),
    ],
)
def test_elimination_with_pairs_of_pivots(rows, counts):
    assert inertia_by_pivots(sp.ImmutableMatrix(rows)) == counts


def test_roots_exclude_grid_points_by_small_values_and_read_fractions():
    small = x * (x - 1) / 8
    goal = claim(Roots((small,), (x,), ((0,), (1,))))
    assert roots(goal, {x: (8 * small * (x - 2), [8 * (x - 2)])}).verdict == "proved"
    assert roots(goal, {x: (8 * small * (x - half), [8 * (x - half)])}).verdict == "proved"
    found = real_roots(x**2 / 4 - sp.Rational(1, 9), x)
    assert len(found) == 2
    assert all(any(ball.overlaps(arb(s * 2) / 3) for ball in found) for s in (1, -1))
    assert real_roots(sp.Rational(1, 3) + 0 * x, x) == []
    with pytest.raises(Rejected):
        roots(goal, {x: (8 * small, [8, 0])})


def test_roots_counts_by_two_engines(monkeypatch):
    monkeypatch.setattr(sp.Poly, "count_roots", lambda self: 1)
    with pytest.raises(Rejected, match="disagree on the number"):
        real_roots(x**2 - 1, x)


# ── enclosures ───────────────────────────────────────────────────────────────────────────────────


def tiling(accept, start, boxes=1000):
    """The boxes that `_bisect` leaves to a test which accepts as told."""
    kept = []

    def test(expr, slopes, box):
        if accept(box):
            kept.append(box)
        return accept(box)

    _bisect(sp.Integer(1), {}, start, test, boxes)
    return kept


def test_bisection_covers_the_whole_box():
    start = {x: (sp.Integer(0), sp.Integer(1)), y: (sp.Integer(-1), sp.Integer(3))}

    def narrow(box):
        return all(high - low <= half for low, high in box.values())

    kept = tiling(narrow, start)
    areas = [(b[x][1] - b[x][0]) * (b[y][1] - b[y][0]) for b in kept]
    assert sum(areas) == 4
    assert len(kept) == 16
    corners = {(b[x], b[y]) for b in kept}
    assert len(corners) == 16
    assert all(0 <= b[x][0] < b[x][1] <= 1 and -1 <= b[y][0] < b[y][1] <= 3 for b in kept)


def test_bisection_halves_the_widest_side_and_counts():
    start = {x: (sp.Integer(5), sp.Integer(6)), y: (sp.Integer(0), sp.Integer(3))}
    kept = tiling(lambda box: box[y][1] - box[y][0] < 2, start)
    assert len(kept) == 2 and all(b[x] == (5, 6) for b in kept)
    assert len(tiling(lambda box: box[y][1] - box[y][0] < 2, start, boxes=3)) == 2
    with pytest.raises(Rejected, match="within 2 boxes"):
        tiling(lambda box: box[y][1] - box[y][0] < 2, start, boxes=2)
    with pytest.raises(Rejected, match="fails at a point"):
        tiling(lambda box: False, {x: (sp.Integer(1), sp.Integer(1))})
    with pytest.raises(Rejected, match="fails at a point"):
        tiling(lambda box: False, {})


def test_bisection_stops_where_the_centre_is_not_positive():
    for expr in (x, x - 1):
        with pytest.raises(Rejected, match="at the centre"):
            _bisect(expr, {}, {x: (sp.Integer(-1), sp.Integer(1))}, lambda *_: False, 10)


BOXES = [
    (sp.Rational(i, 4), sp.Rational(j, 4)) for i in range(-6, 7, 3) for j in range(i + 1, 8, 2)
]
SHAPES = [
    x**2 - x + half,
    x * (x - 1),
    1 - x**2 / 2,
    x**3 - x + sp.Rational(1, 3),
    x - sp.Rational(1, 4),
    half - x,
    sp.sin(x) + half,
    sp.exp(x) - 1 - x + sp.Rational(1, 50),
    x**2,
    -(x**2) + x,
    sp.Rational(1, 10) + 0 * x,
]


@pytest.mark.parametrize("positive_on", [_positive_arb, _positive_mpmath])
@pytest.mark.parametrize("expr", SHAPES)
def test_positivity_on_a_box_is_never_claimed_in_vain(positive_on, expr):
    slopes = {x: derivative(expr, x)}
    for low, high in BOXES:
        points = [low + (high - low) * sp.Rational(k, 24) for k in range(25)]
        least = min(expr.xreplace({x: v}).evalf(30) for v in points)
        if positive_on(expr, slopes, {x: (low, high)}):
            assert least > 0


@pytest.mark.parametrize("positive_on", [_positive_arb, _positive_mpmath])
@pytest.mark.parametrize(
    ("expr", "low", "high"),
    [
        (x, half / 4, half),
        (x**2 - x + sp.Rational(1, 5), 1, sp.Rational(5, 4)),
        (x - x**2 + sp.Rational(1, 5), half / 2, half),
        (x - x**2 + 20, 4, sp.Rational(9, 2)),
        (x * (x + 1) + half, -half, 0),
        (x - x**2 + sp.Rational(1, 2), 1, sp.Rational(5, 4)),
        (sp.exp(x) - x - sp.Rational(9, 10), sp.Rational(-1, 4), sp.Rational(1, 4)),
        (1 / x - x / 4, 1, sp.Rational(5, 4)),
    ],
)
def test_positivity_that_the_mean_value_form_shows(positive_on, expr, low, high):
    box = {x: (sp.Rational(low), sp.Rational(high))}
    assert positive_on(expr, {x: derivative(expr, x)}, box)
    zero = {x: (sp.Rational(0), sp.Rational(0))}
    assert not positive_on(x, {x: sp.Integer(1)}, zero)
    assert not positive_on(sp.Integer(0) * x, {}, zero)


def test_a_box_may_be_a_point_and_a_factor_may_be_two():
    given = {"x": eq(x, 1)}
    assert enclose(claim(gt(sp.sin(x), half), given), {x: (1, 1)}).verdict == "certified"
    assert enclose(claim(gt(2 * sp.sin(x), 1), given), {x: (1, 1)}, factor=2).verdict == "certified"
    with pytest.raises(Rejected, match="fails"):
        enclose(claim(gt(2 * sp.sin(x), 3), given), {x: (1, 1)}, factor=2)
    with pytest.raises(Rejected):
        enclose(claim(gt(-x), given), {x: (1, 1)}, factor=2)


def test_a_wrong_quotient_is_found_by_multiplication(monkeypatch):
    monkeypatch.setattr(sp, "cancel", lambda expr: sp.Integer(1))
    with pytest.raises(Rejected, match="not an identity"):
        enclose(claim(gt(-2 * x, 0), {"x": eq(x, 1)}), {x: (1, 1)}, factor=2)


def test_enclosures_at_a_point_are_narrow():
    one = mpmath.iv.mpf(1)
    for known, value in (
        (sp.tanh, 0.7615941559557649),
        (sp.sin, 0.8414709848078965),
        (sp.cos, 0.5403023058681398),
        (sp.exp, 2.718281828459045),
    ):
        enclosure = evaluate_mpmath(known(x), {x: one})
        assert abs(float(enclosure.mid) - value) < 1e-14 and enclosure.delta < 1e-8
    assert power_arb(arb("0.25"), half) == arb("0.5")


def test_the_confidence_is_the_rule_s():
    assert 1 - sp.Rational(1, 10**6) == kernel.CONFIDENCE
    assert sample(chance(ge(p, half)), 75, 100).verdict == "supported"
    with pytest.raises(kernel.Unsupported, match="does not lie where"):
        sample(chance(ge(p, half)), 70, 100)


def test_negated_relations_are_other_relations():
    assert Relation(x, ">", 0) != Relation(x, ">=", 0)
    assert hash(Relation(x, ">", sp.Integer(0))) == hash(gt(x))


def test_evident_signs_are_one_of_three_words():
    assert evident(sp.Integer(0), ()) == ">="
    assert evident(half, ()) == ">"
    assert evident(-half, ()) == ""
    pole_at_the_first_test_point = 1 / (5 * x - 12) ** 3
    assert evident(pole_at_the_first_test_point, (ge(x), gt(y))) == ""
    assert evident(1 - x, (ge(pole_at_the_first_test_point), le(x, 1))) == ">="


def test_an_empty_power_is_defined_everywhere():
    one = sp.Pow(x, 0, evaluate=False)
    assert is_total(one + x) and not is_total(one + 1 / x)
    require_defined(one, ())
    assert sign(sp.Pow(sp.Add(1, -1, evaluate=False), 0, evaluate=False)) == 1


def test_z3_is_asked_in_time_and_the_whole_of_the_answer_counts(monkeypatch):
    asked = {}

    def run(command, **options):
        asked.update(options, command=command)
        return subprocess.CompletedProcess(command, 0, " unsat\n", "")

    monkeypatch.setattr(subprocess, "run", run)
    given = {"x": eq(sp.Pow(x, 1, evaluate=False) + 2 * z), "z": ge(z**2)}
    assert unsat(claim(gt(1 - z), given), seconds=7).verdict == "certified"
    assert asked["timeout"] == 17
    assert asked["command"][1:3] == ["-P", "-c"] and asked["command"][-1] == "7"
    assert asked["input"].splitlines() == [
        "(declare-const x0 Real)",
        "(declare-const x1 Real)",
        "(assert (= (+ (* 1.0 x0) (* (/ 2.0 1.0) x1)) 0))",
        "(assert (>= (* 1.0 x1 x1) 0))",
        "(assert (not (> (+ (/ 1.0 1.0) (* (/ (- 1.0) 1.0) x1)) 0)))",
    ]
    assert smtlib(sp.Integer(0), {}) == "(/ 0.0 1.0)"
    unsat(claim(ge(x)))
    assert asked["timeout"] == 30


def test_taylor_bounds_go_up_to_degree_one_hundred():
    def bound(degree):
        return claim(
            ge(sp.exp(x**2), sum(x ** (2 * k) / sp.factorial(k) for k in range(degree + 1)))
        )

    assert series(bound(100), sp.exp, x**2, 100).steps[-1].engines == ()
    with pytest.raises(Rejected, match="up to 100"):
        series(bound(101), sp.exp, x**2, 101)


def test_strict_squares_and_scales_may_use_hypotheses():
    for known in (lt(x), gt(x)):
        assert combine(claim(gt(x**2), {"x": known}), {}, [(1, x)]).verdict == "proved"
    goal = claim(ge(y / x), {"x": gt(x), "y": ge(y)})
    assert combine(goal, {"y": 1}, scale=x).verdict == "proved"


def test_statements_are_stored_in_one_form():
    assert isinstance(Relation(x, ">=", 0).right, sp.Integer)
    listed = claim([SQUARE, ge(y)], parameters=[a], constants=[r], bridges=["b"])
    assert listed.then == (SQUARE, ge(y))
    assert (listed.parameters, listed.constants, listed.bridges) == ((a,), (r,), ("b",))
    root = sp.Pow(half, half, evaluate=False)
    assert admit(root) is root


def test_a_limit_may_not_assume_an_equation_that_is_positive_at_zero():
    frozen = combine(claim(ge(t), {"t": gt(t), "e": eq(half, t)}), {"t": 1})
    with pytest.raises(Rejected, match="assumes e"):
        limit(claim(Limit(NOTHING, 0, t)), frozen, 1)


def test_a_hypothesis_does_not_vouch_for_its_own_denominator():
    disguised = sp.Mul(x, sp.Pow(x, -1), x, evaluate=False)
    with pytest.raises(Rejected, match="not evidently nonzero"):
        claim(gt(1 / x), {"x": gt(disguised)})
    assert claim(gt(1 / x), {"x": gt(disguised), "y": gt(x)}).then == gt(1 / x)


def test_elimination_divides_by_the_pair():
    rows = [[0, 2, 1, 1], [2, 0, 1, 1], [1, 1, 0, 3], [1, 1, 3, 0]]
    assert inertia_by_pivots(sp.ImmutableMatrix(rows)) == (2, 2, 0)


def test_the_points_of_the_zero_test_are_fixed_by_the_expression_and_far_apart(monkeypatch):
    def points(expr, answers):
        seen = []

        def evaluate(expr, at):
            if expr == 0:
                return 0
            seen.append(at[x])
            return next(answers)()

        with monkeypatch.context() as patched:
            patched.setattr(kernel.engines, "evaluate_fraction", evaluate)
            return equal_fractions(expr, sp.Integer(0)), seen

    def zero():
        return 0

    def pole():
        return 1 / 0

    verdict, seen = points(x + y, cycle([zero]))
    assert verdict is True and len(seen) == len(set(seen)) == 4
    assert points(x + y, cycle([zero]))[1] == seen
    assert points(x - y, cycle([zero]))[1] != seen
    many = [v for k in range(30) for v in points(x + k * y, cycle([zero]))[1]]
    assert min(many) < -1000 and max(many) > 1000 and sum(map(abs, many)) / len(many) > 10**6
    assert len({v.denominator for v in many}) > 100
    assert points(x + y, cycle([pole, zero]))[0] is True
    tried = []
    with pytest.raises(Rejected, match="no random point"):
        points(x + y, iter([lambda: tried.append(1) or pole()] * 33))
    assert len(tried) == 32
