"""Worst cases over quadratic functions, eigenvalue by eigenvalue: known formulas, and the same from
PEPit's conditions."""

import json
from fractions import Fraction

import pytest
import sympy as sp
from flint import fmpq, fmpq_poly

from provenscape.cli import main
from provenscape.rate import quadratics, script, univariate, worst
from provenscape.rate.field import RATIONALS, field_of
from provenscape.rate.tracing import root
from provenscape.search import algebraic

SCRIPT = """
from PEPit import PEP
from PEPit.functions import SmoothStronglyConvexQuadraticFunction, SmoothConvexFunction
from PEPit.operators import SymmetricLinearOperator
from PEPit.primitive_steps import proximal_step

p = PEP()
f = p.declare_function(SmoothStronglyConvexQuadraticFunction, mu={mu}, L={L})
xs = f.stationary_point()
x = x0 = old = p.set_initial_point()
p.set_initial_condition({start} <= 1)
for k in range({N}):
    {step}
p.set_performance_metric({metric})
tau = p.solve(verbose=0)
"""
DESCENT = "x = x - {h} * f.gradient(x)"
HEAVY = "x, old = x - {a} * f.gradient(x) + {b} * (x - old), x"
PROXIMAL = "x, _, _ = proximal_step(x, f, {h})"
DISTANCE, GAP, SLOPE = "(x - xs) ** 2", "f(x) - f(xs)", "f.gradient(x) ** 2"
AT_START = {DISTANCE: "(x0 - xs) ** 2", GAP: "f(x0) - f(xs)", SLOPE: "f.gradient(x0) ** 2"}


def problem(tmp_path, step, N=2, mu="1 / 10", L="1", metric=DISTANCE, start=None, text=SCRIPT):
    path = tmp_path / "method.py"
    start = start or AT_START[metric]
    path.write_text(text.format(step=step, N=N, mu=mu, L=L, metric=metric, start=start))
    ran = script.run(path)
    assert ran.error is None
    return ran.problems[0]


def found(tmp_path, step, **options):
    """The exact worst case, as a number of SymPy, and where it is."""
    one = quadratics.spectral(problem(tmp_path, step, **options)[0])
    known = quadratics.worst(one)
    return univariate.real(known.field, known.rate).sympy(), one, known


@pytest.mark.parametrize("metric", [DISTANCE, GAP, SLOPE])
@pytest.mark.parametrize("h", ["1", "20 / 11", "19 / 10"])
def test_descent_contracts_by_the_larger_end(tmp_path, metric, h):
    """max(|1 - hµ|, |1 - hL|) a step, in each of the metrics."""
    step = sp.Rational(*map(int, h.split("/")))
    rate, one, _ = found(tmp_path, DESCENT.format(h=h), N=3, metric=metric)
    assert rate == max(abs(1 - step / 10), abs(1 - step)) ** 6
    assert one.name == "v2 - v0" or one.name.count(" - ") == 1


@pytest.mark.parametrize("N", [1, 2, 3, 4])
def test_the_recurrence_of_chebyshev_has_its_value_and_no_method_less(tmp_path, N):
    """1/T_N(11/9)², attained at several eigenvalues at once."""
    above, below = sp.Rational(11, 20), sp.Rational(9, 20)
    sigma, weights = above / below, [sp.Integer(1)]
    values = [sp.chebyshevt(k, sigma) for k in range(N + 1)]
    for k in range(1, N):
        weights.append(2 * sigma * values[k] / values[k + 1])
    table = [f"({w.p} / {w.q})" for w in weights]
    step = (
        f"w = [{', '.join(table)}][k]; "
        "x, old = (x - f.gradient(x) / 0.55 if k == 0 else "
        "w * (x - f.gradient(x) / 0.55 - old) + old), x"
    )
    rate, one, known = found(tmp_path, step, N=N)
    assert rate == 1 / values[N] ** 2
    assert quadratics.published(one, known)[f"Chebyshev_{N}"].startswith("equal ")
    _, one, known = found(tmp_path, DESCENT.format(h="20 / 11"), N=N)
    said = quadratics.published(one, known)[f"Chebyshev_{N}"]
    assert said.startswith("equal " if N == 1 else "smaller than the worst case ")


def test_heavy_ball_has_the_value_of_its_double_root(tmp_path):
    """At λ = L = 1 the component after N steps is (1 + 3N/2)(−1/2)^N, for µ = 1/9."""
    for N in (1, 4, 5):
        rate, _, _ = found(tmp_path, HEAVY.format(a="9 / 4", b="1 / 4"), N=N, mu="1 / 9")
        assert rate == (1 + sp.Rational(3 * N, 2)) ** 2 / 4**N


@pytest.mark.parametrize(
    ("step", "options"),
    [
        (HEAVY.format(a="1 / 2", b="1 / 3"), {}),
        (HEAVY.format(a="1", b="1 / 5"), {"metric": GAP}),
        (DESCENT.format(h="3 / 2"), {"metric": GAP, "start": "(x0 - xs) ** 2"}),
        (DESCENT.format(h="1"), {"metric": DISTANCE, "start": "f(x0) - f(xs)"}),
        (PROXIMAL.format(h="2"), {"metric": SLOPE, "start": "(x0 - xs) ** 2"}),
        (DESCENT.format(h="1"), {"metric": GAP, "start": "(x0 - xs) ** 2", "mu": "0"}),
    ],
)
def test_it_is_the_worst_case_of_pepits_conditions(tmp_path, step, options):
    """Found another way: exact multipliers and a Gram matrix for the conditions of the class."""
    one, pepit = problem(tmp_path, step, **options)
    known = quadratics.worst(quadratics.spectral(one))
    assert (
        worst.agrees(float(known.field.ball(known.rate)), float(pepit))
        or abs(float(known.field.ball(known.rate)) - pepit) < 1e-4
    )
    proof = worst.prove(one, pepit)
    assert proof.point is not None
    assert proof.field.text(proof.rate) == known.field.text(known.rate)


def test_a_largest_value_inside_is_an_algebraic_number(tmp_path):
    rate, _, known = found(tmp_path, DESCENT.format(h="1"), metric=GAP, start="(x0 - xs) ** 2", N=3)
    x = sp.Symbol("x")
    value = x * (1 - x) ** 6 / 2
    inside = [v for v in sp.solve(sp.diff(value, x), x) if sp.Rational(1, 10) < v < 1]
    assert rate == max(value.subs(x, v) for v in inside)
    assert known.where.home.text(known.where.at) == "1/7"


def quotient(above, below):
    ring = univariate.Ring(RATIONALS)
    lists = [[fmpq_poly([fmpq(c)]) for c in one] for one in (above, below)]
    return ring, *lists


def test_a_smaller_number_is_refused():
    """1 % less than the largest value of λ (1 − λ)² on [0, 1] is no bound; the value itself is."""
    ring, above, below = quotient([0, 1, -2, 1], [1])
    low, high = RATIONALS(0), RATIONALS(1)
    best = univariate.largest(ring, above, below, low, high)
    assert best.value == fmpq_poly([fmpq(4, 27)]) and best.at == fmpq_poly([fmpq(1, 3)])
    assert univariate.at_most(ring, above, below, best.value, low, high)
    assert not univariate.at_most(ring, above, below, best.value * fmpq(99, 100), low, high)


def test_signs_on_an_interval_over_a_larger_field():
    """(λ − √2)² touches 0, (λ − √2)(λ − 3) changes its sign, and so does a little less."""
    numbers = field_of([root(2).exact])
    ring, two = univariate.Ring(numbers), numbers.of(root(2).exact)
    one, low, high = fmpq_poly([1]), numbers(0), numbers(2)
    line, far = [-two, one], [fmpq_poly([-3]), one]
    square = ring.product(line, line)
    assert ring.nonnegative(square, low, high)
    assert ring.nonnegative(ring.product(square, far), low, high) is False
    assert not ring.nonnegative(ring.product(line, far), low, high)
    assert not ring.nonnegative(ring.less(square, [fmpq_poly([fmpq(1, 10**9)])]), low, high)
    assert ring.nonnegative(ring.product(line, [fmpq_poly([-2]), one]), low, two)
    assert ring.odd_part(ring.product(ring.product(square, line), square)) == line
    assert ring.roots_between(ring.product(line, far), low, high) == 1
    found = {algebraic.Real((-2, 0, 1), i) for i in (0, 1)}
    assert set(algebraic.reals(ring.norm(line))) == found


def test_coefficients_may_have_roots(tmp_path):
    """The step 2/(µ + L) with µ = √2/4; and heavy ball at its own parameters with µ = 1/10."""
    h, mu = "2 / (1 + math.sqrt(2) / 4)", "math.sqrt(2) / 4"
    text = "import math\n" + SCRIPT
    rate, _, _ = found(tmp_path, DESCENT.format(h=h), mu=mu, N=1, text=text)
    number = sp.sqrt(2) / 4
    assert sp.simplify(rate - ((1 - number) / (1 + number)) ** 2) == 0
    q = "(1 / 10) ** (1 / 2)"
    step = HEAVY.format(a=f"(4 / (1 + {q}) ** 2)", b=f"((1 - {q}) / (1 + {q})) ** 2")
    _, _, known = found(tmp_path, step, N=3, text=text)
    r = sp.sqrt(sp.Rational(1, 10))
    values = []
    for end in (sp.Rational(1, 10), sp.Integer(1)):
        now = old = sp.Integer(1)
        for _ in range(3):
            moved = 4 / (1 + r) ** 2 * end * now
            now, old = now - moved + ((1 - r) / (1 + r)) ** 2 * (now - old), now
        values.append(now**2)
    exact = sp.sympify(known.field.text(known.rate))
    assert sp.simplify(exact - max(values)) == 0


def test_a_start_that_does_not_bound_the_metric_is_unbounded(tmp_path, capsys):
    """With µ = 0 the gap at the start bounds no distance: over small curvatures it grows."""
    path = tmp_path / "method.py"
    step = DESCENT.format(h="1")
    path.write_text(
        SCRIPT.format(step=step, N=2, mu="0", L="1", metric=DISTANCE, start="f(x0) - f(xs)")
    )
    with pytest.raises(SystemExit):
        main(["rate", str(path)])
    assert capsys.readouterr().out.startswith("unbounded: the metric grows beyond any bound as")


def test_what_only_comes_near_is_not_called_attained(tmp_path):
    """µ = 0, f(x) − f* over itself: 1, near curvature 0, which has no gap."""
    rate, _, known = found(tmp_path, DESCENT.format(h="1"), mu="0", metric=GAP)
    assert rate == 1 and known.square is None


MORE = {
    "two functions": "g = p.declare_function(SmoothConvexFunction, L=1); x = x - g.gradient(x)",
    "two points": "x = x - f.gradient(p.set_initial_point())",
}


@pytest.mark.parametrize("step", MORE.values(), ids=MORE.keys())
def test_other_problems_are_left_to_pepits_conditions(tmp_path, step):
    one, _ = problem(tmp_path, step, N=1)
    with pytest.raises(quadratics.Other):
        quadratics.spectral(one)


OPERATOR = """
from PEPit import PEP
from PEPit.operators import SymmetricLinearOperator

p = PEP()
A = p.declare_function(SymmetricLinearOperator, mu={mu}, L={L})
x = x0 = p.set_initial_point()
xs = p.set_initial_point()
b = A.gradient(xs)
p.set_initial_condition((x0 - xs) ** 2 <= 4)
for k in range(3):
    x = x - {h} * (A.gradient(x) - b)
p.set_performance_metric((x - xs) ** 2)
tau = p.solve(verbose=0)
"""


def test_symmetric_operators_are_as_quadratics(tmp_path, capsys):
    """Richardson's iteration for A x = b, also where A has both signs."""
    path = tmp_path / "method.py"
    for mu, h, rate in [("1 / 10", "20 / 11", 4 * Fraction(9, 11) ** 6), ("-1", "1", 4 * 2**6)]:
        path.write_text(OPERATOR.format(mu=mu, L="1", h=h))
        main(["rate", str(path), "--json"])
        (one,) = json.loads(capsys.readouterr().out)
        assert Fraction(one["rate"]) == rate and one["attained"] and "eigenvalues" in one


def test_a_file_says_the_same(tmp_path, capsys):
    path = tmp_path / "method.yaml"
    path.write_text(
        "functions:\n  f: {class: SmoothStronglyConvexQuadraticFunction, mu: 1/10, L: 1}\n"
        "minimizers: {xs: f}\nstart: [x, y: x]\ngiven: (x - xs)**2 <= 1\n"
        "step:\n  x: x - grad(f, x) + 1/3*(x - y)\n  y: x\nsteps: 8\nmetric: (x - xs)**2\n"
    )
    main(["rate", str(path)])
    printed = capsys.readouterr().out
    assert "proved by     eigenvalues from 1/10 to 1" in printed
    assert "rests on      the spectral theorem" in printed and "Chebyshev_8" in printed


@pytest.mark.parametrize(("steps", "short"), [(12, True), (4, False)])
def test_where_pepits_number_is_below_what_is_attained_it_is_called_no_bound(
    tmp_path, capsys, steps, short
):
    path, step = tmp_path / "method.py", HEAVY.format(a="9 / 4", b="1 / 4")
    told = {"mu": "1 / 9", "L": "1", "metric": DISTANCE, "start": AT_START[DISTANCE]}
    path.write_text(SCRIPT.format(step=step, N=steps, **told))
    main(["rate", str(path)])
    said = capsys.readouterr().out
    assert f"worst case = {Fraction(1 + 3 * steps // 2) ** 2 / 4**steps}\n" in said
    assert ("which is no bound: the proved number is attained, and larger" in said) == short


TWO = SCRIPT.replace(
    "p.set_initial_condition({start} <= 1)",
    "p.set_initial_condition((x0 - xs) ** 2 <= {far})\np.set_initial_condition({start})",
)


def with_two(tmp_path, far, start, metric=DISTANCE, step="x = x - f.gradient(x)"):
    text = TWO.replace("{far}", far)
    one, pepit = problem(tmp_path, step, text=text, start=start, metric=metric)
    return quadratics.solved(one), pepit


@pytest.mark.parametrize(
    ("far", "start", "metric", "rate", "of"),
    [
        ("1", "f(x0) - f(xs) <= 1", DISTANCE, "6561/10000", 0),
        ("1", "f(x0) - f(xs) <= 1 / 20", DISTANCE, "6561/10000", 0),
        ("3", "f(x0) - f(xs) <= 1 / 20", DISTANCE, "6561/10000", 1),
        ("3", "f(x0) - f(xs) == 1 / 20", GAP, "6561/200000", 1),
    ],
)
def test_of_two_conditions_at_the_start_one_decides(tmp_path, far, start, metric, rate, of):
    """Descent is slowest at µ = 1/10, where f(x) − f* is 1/20 of the squared distance."""
    (one, known), pepit = with_two(tmp_path, far, start, metric)
    found = univariate.real(known.field, known.rate).sympy()
    assert found == sp.Rational(rate)
    assert float(found) == pytest.approx(pepit, rel=1e-3)
    ((name, multiplier),) = quadratics.record(one, known)["multipliers"].items()
    assert name == one.taken.name != one.others[0].name
    assert sp.Rational(multiplier) * sp.Rational(far if of == 0 else "1/20") == found
    assert one.taken.bound == fmpq_poly([fmpq(int(far)) if of == 0 else fmpq(1, 20)])


def test_where_two_conditions_decide_together_neither_is_enough(tmp_path):
    """Steps of 19/10 are slowest at L = 1, where distance 1 has a gap of 1/2; with a gap of 1/4 at
    µ, where the distance is 5. Both at once allow for a mixture."""
    with pytest.raises(quadratics.Other, match="by itself"):
        with_two(tmp_path, "1", "f(x0) - f(xs) <= 1 / 4", step=DESCENT.format(h="19 / 10"))
