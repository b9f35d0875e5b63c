"""Proofs and counterexamples that the search finds by itself, and none where there is none."""

import itertools

import pytest
import sympy as sp

from provenscape.kernel import (
    Claim,
    Inertia,
    Invariant,
    Limit,
    Roots,
    eq,
    ge,
    gt,
    le,
    limits,
    lt,
    real,
    sums,
)
from provenscape.search import proving, sparse
from provenscape.search.absurd import by_contradiction
from provenscape.search.contradiction import contradiction
from provenscape.search.evident import by_powers, written_squares
from provenscape.search.feasible import feasible
from provenscape.search.identities import planned
from provenscape.search.problem import Problem
from provenscape.search.proving import prove
from provenscape.search.refuting import refutation
from provenscape.search.semidefinite import NotFound

A, u, v, x, y, z, w, a, b, c, d, r, s, t = real("A u v x y z w a b c d r s t")
Rational = sp.Rational
POSITIVE = {n.name: gt(n) for n in (x, y, z)}
WEAK = {n.name: ge(n) for n in (x, y, z)}
BOUNDS = {"one": le(A, 1), "u": le(u, A), "v": le(v, A)}
ROOT = (sp.sqrt(5) - 1) / 2
ROBINSON = (
    x**6 + y**6 + z**6 + 3 * x**2 * y**2 * z**2
    - (x**4 * y**2 + x**4 * z**2 + y**4 * x**2 + y**4 * z**2 + z**4 * x**2 + z**4 * y**2)
)  # fmt: skip


def claim(then, given=(), **options):
    return Claim("sought", "It is sought.", {}, dict(given), then, **options)


WEIGHTS = {n.name: ge(n) for n in (a, b, c, d)}
MEAN_SQUARE = a * x**2 + b * y**2 + c * z**2 + d * w**2
TRUE = {
    "flattened": claim(ge(sp.expand((2 * A - u - v) * (1 - A))), BOUNDS),
    "three bounds multiplied": claim(
        ge((1 - x) * (1 - y) * (1 - z)), {n.name: le(n, 1) for n in (x, y, z)}
    ),
    "a parabola at another scale": claim(ge(sp.expand((10**5 * x**2 - y) ** 2))),
    "a line at another scale": claim(ge(sp.expand((10**5 * x - y) ** 2))),
    "rational zeros of large denominators": claim(
        ge(sp.expand((x - Rational(1, 1_000_003)) ** 2 * (y - Rational(355, 113)) ** 2))
    ),
    "a sum of squares at another scale": claim(
        ge(sp.expand((10**5 * x**2 - y) ** 2 + (x - 1) ** 2))
    ),
    "a quartic in skew coordinates": claim(ge(sp.expand((x - 10**6 * y) ** 4 + y**4))),
    "coefficients of 18 orders of magnitude": claim(
        le(x * y, 10**9 * x**2 + y**2 / sp.Integer(10) ** 9)
    ),
    "means of four numbers": claim(
        ge((a + b + c + d) ** 4, 256 * a * b * c * d), {n.name: ge(n) for n in (a, b, c, d)}
    ),
    "what vanishes adds nothing": claim(
        ge((x + s) ** 2, x**2), {"s": le(s**2, a * b), "a": ge(a), "b": le(b)}
    ),
    # v is the second moment, 3, −1, −1 are the gradients (Reddi, Kale & Kumar 2018)
    "Adam comes no nearer in a cycle": claim(
        ge(1 / y + 1 / z, 3 / x),
        {
            "v": ge(v), **POSITIVE, "first": eq(10 * x**2, v + 81),
            "second": eq(10 * y**2, x**2 + 9), "third": eq(10 * z**2, y**2 + 9),
        },
    ),
    "monomials of high degree": claim(
        le(u * x**5 * y**7, v * x**5 * y**7), {"u": le(u, v), "x": ge(x), "y": ge(y)}
    ),
    "Motzkin": claim(ge(x**4 * y**2 + x**2 * y**4 - 3 * x**2 * y**2 + 1)),
    "Choi and Lam": claim(ge(1 + x**2 * y**2 + y**2 * z**2 + z**2 * x**2 - 4 * x * y * z)),
    "means of three": claim(ge((x + y + z) ** 3, 27 * x * y * z), WEAK),
    "Nesbitt": claim(ge(x / (y + z) + y / (x + z) + z / (x + y), Rational(3, 2)), POSITIVE),
    "Cauchy and Schwarz": claim(ge((a**2 + b**2) * (c**2 + d**2), (a * c + b * d) ** 2)),
    "squares compared": claim(gt(y, x), {"x": ge(x), "y": gt(y), "squares": gt(y**2, x**2)}),
    "linear at mixed scales": claim(
        le(z, 3 * 10**9),
        {"x": le(x / 10**6, 1), "y": le(y, 10**9), "sum": eq(z, x + 2 * y - 10**6)},
    ),
    "two equations": claim(eq(x * y, 1), {"x": eq(x, 1), "y": eq(y, x)}),
    "on a circle": claim(le(x * y, Rational(1, 2)), {"circle": eq(x**2 + y**2, 1)}),
    "an equation that needs a scale": claim(
        eq(x, -y / z), {"stationary": eq(z * x * w, -y * w), "z": gt(z), "w": gt(w)}
    ),
    "equal cubes": claim(eq(x, y), {"cubes": eq(x**3, y**3)}),
    "equal squares of what is not negative": claim(
        eq(x, y), {"squares": eq(x**2, y**2), "x": ge(x), "y": ge(y)}
    ),
    "a function that rises": claim(eq(x, y), {"values": eq(x**3 + 2 * x, y**3 + 2 * y)}),
    "a sum of squares that vanishes": claim(eq(x, 2 * y), {"zero": eq(x**2 + y**2 + z**2)}),
    "the square of a sum with weights": claim(
        le((a * x + b * y + c * z + d * w) ** 2, (a + b + c + d) * MEAN_SQUARE), WEIGHTS
    ),
    "the square of a mean with weights": claim(
        le((a * x + b * y + c * z + d * w) ** 2, MEAN_SQUARE),
        {**WEIGHTS, "shares": eq(a + b + c + d, 1)},
    ),
    "the same of any number of terms": claim(
        sums(
            (ge(A), ge(r), le(s**2, A * r)),
            {A: a, s: a * x, r: a * x**2}, over=u, upto=v,
        ),
        {"a": ge(a)},
    ),
    "an exponential on an interval": claim(
        le(sp.exp(x), 1 + x + x**2), {"low": ge(x), "high": le(x, 1)}
    ),
    "an exponential": claim(gt(y**2 + sp.exp(-1 / x**2)), {"elsewhere": gt(x**2)}),
    "a tangent of the exponential": claim(ge(sp.exp(x), 1 + x)),
    "squares of 18 orders of magnitude": claim(
        ge(10**6 * (10**9 * x - y) ** 2 + (x - Rational(1, 1_000_003)) ** 2 * (y - 3) ** 2)
    ),
    "below an irrational root": claim(
        ge(x, Rational(141421356237309504, 10**17)), {"x": gt(x), "root": eq(x**2, 2)}
    ),
    "a margin that cancellation leaves": claim(
        gt(7 * (x - 3 * y + 2) + 11 * (y + 5 * x - 1) + Rational(1, 10**9)),
        {"p": ge(x - 3 * y + 2), "q": ge(y + 5 * x - 1)},
    ),
    "a small cube": claim(
        lt(x, Rational(1, 10**10)), {"x": gt(x), "cube": lt(x**3, Rational(1, 10**30))}
    ),
    "a fourth power": claim(lt(x, 7), {"x": ge(x), "fourth": lt(x**4, 2401)}),
    "the logarithm from above": claim(le(sp.log(x), x - 1), {"x": gt(x)}),
    "the logarithm from below": claim(ge(x * sp.log(x), x - 1), {"x": gt(x)}),
    "a sine from above": claim(le(sp.sin(x), x), {"x": ge(x)}),
    "a sine of what is negative": claim(ge(sp.sin(x), x), {"x": le(x)}),
    "a cosine": claim(ge(2 * sp.cos(x * y), 2 - x**2 * y**2)),
    "more that is strictly positive than the scale": claim(gt(3 * x**2 + 2 * x), {"x": gt(x)}),
    "an exponential beside a logarithm": claim(
        le(x, y), {"y": gt(y), "z": gt(z), "rate": le(sp.exp(t) * x, z), "t": ge(t, sp.log(z / y))}
    ),
    "a limit from both sides of an irrational zero": claim(
        limits((x - ROOT) / (x**2 + x - 1), 1 / sp.sqrt(5), x, ROOT)
    ),
    "a logarithm in a limit": claim(
        limits(x**2 * sp.log(1 + 1 / x) - x, -Rational(1, 2), x, sp.oo)
    ),
    "a limit of what has exactly a slope that is tried": claim(limits(1 / x, 0, x, sp.oo)),
    "the same from below": claim(limits(1 / x, 0, x, -sp.oo)),
    "a limit at a rate that grows with a parameter": claim(limits(a * x, 0, x, 0)),
    "a limit that is a parameter": claim(limits((a * x**2 + 1) / (x**2 + 1), a, x, sp.oo)),
    "a scale that is positive as a sum": claim(
        lt(y, 3 * x**2),
        {"x": gt(x), "a": lt(a**2, 1), "y": eq(y * (1 + a**2), (1 + 5 * a**2) * x**2)},
    ),
    "a scale of hypotheses that are not strict": claim(
        ge(x, y),
        {
            "s": ge(s), "t": ge(t), "beyond": gt(x, s), "growing": gt(y, 1),
            "one": eq(x**2 - (1 + s) * (1 + t) * x + s * (1 + t)),
            "two": eq(y**2 - (1 + s + t) * y + s),
        },
    ),
    "a path of terms that lie apart": claim(
        lt(2 * x, y),
        {
            "L": gt(a), "M": gt(b), "gap": gt(c), "d": gt(d), "slope": le(z**2, 2 * b**2 * d**4),
            "height": ge(2 * w, c), "steps": ge(y * z**2, a * w), "cubic": le(x * b * d**3, 12 * c),
            "small": lt(96 * b * d, a), "y": ge(y),
        },
    ),
    "inertia": claim(Inertia(sp.ImmutableMatrix([[0, 1], [1, 0]]), 1, 1, 0)),
    "solutions": claim(Roots((x**2 - 1, y - x), (x, y), ((1, 1), (-1, -1)))),
    "a limit": claim(Limit((t + t**2) / t, sp.Integer(1), t)),
    "induction": claim(
        Invariant((le(x**2, a**2), ge(t)), start={x: a, t: 0}, update={x: x * s, t: t + 1}),
        {"factor": le(s**2, 1)},
    ),
    "parts that help each other": claim(
        (ge(y, x), ge(y**3, x**3)), {"x": gt(x), "y": gt(y), "squares": ge(y**2, x**2)}
    ),
}  # fmt: skip
SLOW = {
    "Robinson": claim(ge(ROBINSON)),
    "Schur": claim(ge(x * (x - y) * (x - z) + y * (y - x) * (y - z) + z * (z - x) * (z - y)), WEAK),
}
FALSE = {
    "the square of a mean with a weight of any sign": claim(
        le((a * x + b * y) ** 2, a * x**2 + b * y**2), {"a": ge(a), "shares": eq(a + b, 1)}
    ),
    "equal squares": claim(eq(x, y), {"squares": eq(x**2, y**2), "x": ge(x)}),
    "a function that rises and falls": claim(eq(x, y), {"values": eq(x**3 - x, y**3 - y)}),
    "an exponential beyond an interval": claim(
        le(sp.exp(x), 1 + x + x**2), {"low": ge(x), "high": le(x, Rational(9, 5))}
    ),
    "attained on the circle": claim(lt(x + y, sp.sqrt(2)), {"circle": eq(x**2 + y**2, 1)}),
    "attained on the disc, at roots of fractions": claim(
        lt(x + 2 * y, sp.sqrt(5)), {"disc": le(x**2 + y**2, 1)}
    ),
    "attained at a root of a cubic": claim(
        gt((x**3 - x + y) ** 2 + (y - 1) ** 2), {"x": gt(x, -3)}
    ),
    "a cube near 0": claim(ge(x**3), {"near": le(x**2, r**2)}, constants=(r,)),
    "between two parabolas": claim(
        ge((y - x**2) * (y - 3 * x**2)), {"near": le(x**2 + y**2, r**2)}, constants=(r,)
    ),
    "between two cubics": claim(
        ge((y - x**3) * (y - 3 * x**3)), {"near": le(x**2 + y**2, r**2)}, constants=(r,)
    ),
    "a growth without bound": claim(le(x**4, s * x**2), constants=(s,)),
    "inertia of the zero matrix": claim(Inertia(sp.ImmutableMatrix(sp.zeros(2, 2)), 1, 1, 0)),
    "a solution left out": claim(Roots((x**2 - 1,), (x,), ((1,),))),
    "no solution": claim(Roots((x**2 - 1,), (x,), ((1,), (-1,), (2,)))),
    "an irrational optimum": claim(
        le(x + y, Rational(141_421, 100_000)), {"circle": eq(x**2 + y**2, 1)}
    ),
    "a thin set": claim(
        le(x), {"low": ge(x, Rational(1, 10**6)), "high": le(x, Rational(2, 10**6))}
    ),
    "a tiny disc": claim(
        le(x * y, Rational(1, 4)),
        {"disc": le((x - Rational(1, 2)) ** 2 + (y - Rational(1, 2)) ** 2, Rational(1, 10**9))},
    ),
    "large numbers": claim(le(x, 10**8), {"high": le(x, 10**9)}),
    "a growth that is linear at least": claim(
        ge(y, 2), {"x": gt(x), "low": ge(y, 1 + s * x), "high": le(y * (1 - s * x), 1)},
        constants=(s,),
    ),
    "a step of the exponential flow": claim(eq(a + s * a, sp.exp(s) * a), constants=(s,)),
    "a growing iterate": claim(
        Invariant(le(x, 100), {x: a}, {x: 2 * x}), {"a": gt(a), "b": le(a, 1)}
    ),
}  # fmt: skip


def test_what_an_inequality_shows_is_no_proof_of_its_neighbours():
    for false in (ge(10**9 * (x - 1) ** 2 - (y - 1) ** 2), ge((x - 1) ** 2 - 1), ge((x - 1) ** 3)):
        with pytest.raises(NotFound):
            written_squares(claim(false))
    root = {"x": gt(x), "root": eq(x**2, 2)}
    with pytest.raises(NotFound):
        by_powers(claim(ge(x, Rational(141421356237309506, 10**17)), root), ())
    with pytest.raises(NotFound):  # the sign of x is not known
        by_powers(claim(ge(x, Rational(141421356237309504, 10**17)), {"root": root["root"]}), ())


def quiet(_):
    """No progress is wanted."""


@pytest.mark.parametrize("name", TRUE)
def test_a_proof_is_found_that_the_kernel_accepts(name):
    assert prove(TRUE[name], quiet).theorem(TRUE[name]).verdict == "proved"


@pytest.mark.parametrize("name", SLOW)
def test_forms_that_are_no_sums_of_squares_are_proved_by_cases(name):
    assert prove(SLOW[name], quiet).theorem(SLOW[name]).verdict == "proved"


@pytest.mark.parametrize(
    ("symbols", "said"),
    [
        ((x, y), {x**2 + y**2}),
        ((x, y, z), {x**2 + y**2 + z**2, x**2 + y**2, x**2 + z**2, y**2 + z**2}),
    ],
)
def test_a_form_is_multiplied_by_all_squares_or_by_all_but_one_of_three(symbols, said):
    problem = Problem(claim(ge(sum(n**4 for n in symbols))), ())
    assert set(proving.splits(problem, True)) == said


def test_sums_of_squares_are_sought_for_the_conclusion_times_what_is_positive_before_they_grow():
    problem = Problem(claim(ge(x**4 + y**4 - y * x**3 + 1), {"x": gt(x)}))
    tried = {level: [what for what, _ in proving.attempts(problem, level)] for level in (4, 5, 6)}
    for scale in ("x", "x**2 + y**2 + 1"):
        what = f"sums of squares, scale {scale}"
        assert [what in tried[level] for level in tried] == [False, True, False]


def test_a_relation_is_read_with_factors_and_powers_taken_out_then_without_the_first_then_either():
    stated = claim(gt(s * (sp.exp(2 * t) - sp.exp(t) * y + 1)), {"s": gt(s)})
    read = [(bool(p.factors), bool(p.powers)) for p in proving.readings(stated, ())]
    assert read == [(True, True), (False, True), (False, False)]


@pytest.mark.parametrize("order", list(itertools.permutations(BOUNDS)))
def test_the_order_of_hypotheses_does_not_matter(order):
    stated = claim(ge((2 * A - u - v) * (1 - A)), {name: BOUNDS[name] for name in order})
    assert prove(stated, quiet).theorem(stated).verdict == "proved"


@pytest.mark.parametrize("name", FALSE)
def test_a_counterexample_is_found_that_the_kernel_accepts(name):
    assert refutation(FALSE[name], quiet).theorem(FALSE[name]).verdict == "refuted"


@pytest.mark.parametrize("name", ["squares compared", "two equations"])
def test_of_a_true_claim_no_counterexample_is_found(name):
    with pytest.raises(NotFound):
        refutation(TRUE[name], quiet)


@pytest.mark.parametrize("more", [0, Rational(1, 1000)])
def test_the_terms_that_cancel_do_so_for_the_best_constant_alone(more):
    signs = {n.name: ge(n) for n in (a, b, c, d)}
    stated = claim(ge((a + b + c + d) ** 4, (256 + more) * a * b * c * d), signs)
    problem = Problem(stated, factored=False)
    for search in (sparse.identity, sparse.with_squares):
        if more:
            with pytest.raises(NotFound):
                search(problem)
        else:
            assert planned(problem, search(problem)).theorem(stated).verdict == "proved"


def test_products_vanish_and_roots_are_taken_where_hypotheses_hold():
    given = {"product": eq((x - 2) * (y**2 - z), 0), "x": ge(x, 3), "y": ge(y), "z": ge(z, 2)}
    at = next(feasible(claim(ge(x), given)))
    assert at[y] ** 2 == at[z] >= 2 and at[x] >= 3


def test_what_is_proved_is_the_same_twice():
    first, second = (prove(TRUE["means of three"], quiet) for _ in range(2))
    assert first == second


def test_an_attempt_that_meets_what_says_nothing_is_passed_over(monkeypatch):
    met = []

    def broken(sought):
        met.append(sought)
        return ge(x, x)

    monkeypatch.setattr(proving, "on_an_ellipsoid", broken)
    stated = claim(ge(x, -1), {"cube": ge(x**3, -1)})
    assert prove(stated, lambda _: None).theorem(stated).verdict == "proved"
    assert met


def test_a_cycle_of_the_heavy_ball_is_a_joint_invariant():
    """Lessard, Recht & Packard (2016): slopes 25, 1 and 25, α = 1/9, β = 4/9."""
    points = [Rational(n, 1225) for n in (792, -2208, 2592)]
    slopes = [25 * points[0], 25 * points[1], 25 * points[2] - 24]
    slope = sp.expand(sp.interpolate(list(zip(points, slopes, strict=True)), x))
    before = sp.expand(sp.interpolate(list(zip(points, points[-1:] + points, strict=False)), x))
    on_it = sp.expand(sp.prod([x - p for p in points]))
    step = {x: x - slope / 9 + 4 * (x - y) / 9, y: x}
    cycle = claim(Invariant((eq(on_it), eq(y, before)), {x: points[0], y: points[2]}, step))
    assert prove(cycle, quiet).theorem(cycle).verdict == "proved"
    longer = Invariant(eq(on_it), {x: points[0], y: points[1]}, step)
    assert refutation(claim(longer), quiet).theorem(claim(longer)).verdict == "refuted"


def test_an_inequality_of_numbers_is_certified():
    bounds = {"low": ge(x, 1), "high": le(x, 2)}
    stated = claim(gt(sp.sin(sp.cos(x)) + x**2, Rational(3, 2)), bounds)
    assert prove(stated, quiet).theorem(stated).verdict == "certified"
    beside = claim(le(3 * x, x * sp.pi), {"x": ge(x)})
    assert prove(beside, quiet).theorem(beside).verdict == "certified"


def test_ten_strict_inequalities_cannot_hold_together():
    x1, x2, x3, x4, x5, x6, x7, x8 = real("x1 x2 x3 x4 x5 x6 x7 x8")
    negative = (
        3 * x4 - x3 - x2 - x1, x5 - x4, 2 * (x5 - x4), x3 - x6, x2 - x6, 2 * (x6 - x5), x8 - x7,
        x2 - x8, x7 - x8 - x5 + x1, x7 - x5,
    )  # fmt: skip
    given = {f"h{k}": lt(e) for k, e in enumerate(negative)}
    assert "cannot hold together" in contradiction(claim(ge(x1), given), linear=True)
    first = list(given)[:-1]
    fewer = claim(ge(negative[-1]), {name: given[name] for name in first})
    assert "cannot hold together" in contradiction(fewer, linear=True)
    assert contradiction(claim(ge(x1), {n: given[n] for n in first[1:]}), linear=True) == ""


def test_hypotheses_that_contradict_each_other_are_named():
    stated = claim(ge(x, 5), {"above": gt(x), "below": lt(x + y**2), "idle": ge(z)})
    assert contradiction(stated).startswith("above, below cannot hold together")
    assert contradiction(claim(ge(x, 5), {"above": gt(x), "below": lt(x, 1)})) == ""


def test_a_case_that_cannot_be_proves_anything_and_one_that_can_be_nothing():
    for then in (ge(y), gt(y, x**2)):
        impossible = claim(then, {"x": ge(x), "case": gt(-x)})
        assert by_contradiction(impossible, []).theorem(impossible).verdict == "proved"
    with pytest.raises(NotFound):
        by_contradiction(claim(ge(y), {"x": ge(x), "case": ge(-x)}), [])
