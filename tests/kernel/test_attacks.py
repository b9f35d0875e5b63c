"""Attempts to make the kernel accept something false, ill-typed or forged: all are `Rejected`.

Each attack names the words of the rejection, so that none is rejected for a reason that has nothing
to do with it. The suite runs a second time under ``python -O``.
"""

import copy
import os
import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import sympy as sp
from kernel.attacking import (
    FALSE,
    MINUS,
    ONE,
    a,
    chance,
    claim,
    h,
    half,
    p,
    r,
    registry,
    t,
    x,
    y,
    z,
)  # fmt: skip

from provenscape import kernel
from provenscape.kernel import (
    Claim,
    Inertia,
    Invariant,
    Limit,
    Rejected,
    Relation,
    Roots,
    Step,
    Theorem,
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
    refute,
    roots,
    sample,
    series,
    sos,
    unsat,
    verified,
    witness,
)

ATTACKS, attack, attacks = registry()

SQUARE = combine(claim(ge(x**2)), {}, [(1, x)])  # a true lemma: x**2 >= 0
WEAK = combine(claim(ge(x), {"known": ge(x)}), {"known": 1})  # x >= 0 gives x >= 0


# ── the statement language ───────────────────────────────────────────────────────────────────────


class Disguised(sp.Symbol):
    pass


class LyingSum(sp.Add):
    @property
    def args(self):
        return (sp.Integer(1), sp.Integer(1))


class Agreeable(str):
    __hash__ = str.__hash__

    def __eq__(self, other):
        return True


class EasyRelation(Relation):
    pass


attacks(
    "is no exact real expression",
    float_value=lambda: ge(x, 0.5),
    numpy_float_value=lambda: ge(x, np.float64(0.5)),
    numpy_integer_value=lambda: ge(x, np.int64(1)),
    boolean_value=lambda: ge(x, True),
    text_value=lambda: ge("x**2"),
    python_complex_value=lambda: ge(x, 1j),
    none_value=lambda: ge(None),
    sympy_truth_value=lambda: ge(sp.true),
    matrix_value=lambda: ge(sp.Matrix([x])),
)
attacks(
    "is outside the statement language",
    float_deep_inside=lambda: ge(sp.sin(x + sp.Float("0.1"))),
    imaginary_unit=lambda: ge((sp.I * x) ** 3),
    imaginary_exponential=lambda: ge(sp.exp(sp.I * x)),
    infinity=lambda: le(x, sp.oo),
    not_a_number=lambda: ge(sp.nan),
    complex_infinity=lambda: ge(sp.zoo),
    division_of_zero_by_zero=lambda: eq(x, sp.Integer(0) / sp.Integer(0)),
    piecewise_expression=lambda: ge(sp.Piecewise((x, x > 0), (1, True))),
    absolute_value=lambda: ge(sp.Abs(x)),
    maximum=lambda: ge(sp.Max(x, 1)),
    undefined_function=lambda: ge(sp.Function("f")(x)),
    unevaluated_derivative=lambda: ge(sp.Derivative(sp.sin(x), x)),
    unevaluated_integral=lambda: ge(sp.Integral(x, x)),
    matrix_element=lambda: ge(sp.MatrixSymbol("M", 2, 2)[0, 0]),
    dummy_symbol=lambda: ge(sp.Dummy("x", real=True)),
    wild_symbol=lambda: ge(sp.Wild("x", real=True)),
    subclassed_symbol=lambda: ge(Disguised("x", real=True)),
    subclassed_sum=lambda: ge(LyingSum(x, y)),
    logarithm_with_a_hidden_base=lambda: ge(sp.log(8, 2, evaluate=False)),
    tangent=lambda: ge(sp.tan(x)),
)
attacks(
    "must be real with no further assumption",
    complex_symbol=lambda: ge(sp.Symbol("x") ** 2),
    positive_symbol=lambda: gt(sp.Symbol("x", positive=True)),
    integer_symbol=lambda: ge(sp.Symbol("n", integer=True)),
    noncommutative_symbol=lambda: eq(sp.Symbol("A", commutative=False)),
    nonzero_symbol=lambda: gt(sp.Symbol("x", real=True, nonzero=True) ** 2),
)
attacks(
    "neither an integer power nor a rational's root",
    square_root_of_a_symbol=lambda: ge(sp.sqrt(x)),
    square_root_of_minus_one=lambda: ge(sp.Pow(-1, half, evaluate=False)),
    cube_root_of_minus_eight=lambda: ge(sp.Pow(-8, sp.Rational(1, 3), evaluate=False)),
    symbolic_exponent=lambda: ge(x**y),
    unevaluated_power_of_e=lambda: ge(sp.Pow(sp.E, x, evaluate=False)),
    huge_exponent=lambda: ge(x ** (10**9)),
    huge_negative_exponent=lambda: gt((x**2 + 1) ** -1001),
)
attacks(
    "is not evidently nonzero",
    denominator_that_may_vanish=lambda: claim(ge(x / y)),
    unevaluated_zero_denominator=lambda: claim(ge(sp.Pow(0, -1, evaluate=False))),
    unevaluated_x_over_x=lambda: claim(eq(sp.Mul(x, 1 / x, evaluate=False), 1)),
    denominator_excused_by_its_own_quotient=lambda: claim(gt(1 / x), {"own": gt(1 / x)}),
    denominator_excused_by_a_weak_hypothesis=lambda: claim(ge(1 / x), {"weak": ge(x)}),
    denominator_in_a_sine=lambda: claim(le(sp.sin(1 / x), 1)),
    listed_solution_divides_by_zero=lambda: claim(
        Roots((x,), (x,), ((sp.Mul(0, sp.Pow(0, -1, evaluate=False), evaluate=False),),))
    ),
)
attacks(
    "is not evidently positive",
    logarithm_of_anything=lambda: claim(ge(sp.log(x) ** 2)),
    logarithm_of_a_weakly_positive=lambda: claim(ge(sp.log(x)), {"weak": ge(x)}),
    logarithm_of_minus_one=lambda: claim(ge(sp.log(-1, evaluate=False))),
)
attacks(
    "unknown relation",
    unknown_relation=lambda: Relation(x, "!=", 0),
    relation_that_equals_every_relation=lambda: Relation(x, Agreeable("="), 0),
)
attacks(
    "is no relation",
    hypothesis_as_truth_value=lambda: claim(ge(x), {"true": x > 0}),
    hypothesis_of_a_subclass=lambda: claim(ge(x), {"easy": EasyRelation(x, ">=", 0)}),
)
attacks(
    "is no statement",
    conclusion_as_truth_value=lambda: claim(sp.true),
    conclusion_of_a_subclass=lambda: claim(EasyRelation(x, ">=", 0)),
    conclusions_in_a_set=lambda: claim({ge(x), ge(y)}),
)
attacks("concludes nothing", no_conclusion=lambda: conjoin(claim(()), []))
attacks(
    "must be a mapping|must map names to relations",
    hypotheses_in_a_list=lambda: claim(ge(x), [("a", ge(x))]),
    hypothesis_without_a_name=lambda: claim(ge(x), {1: ge(x)}),
)
attacks(
    "is about the variables",
    hypothesis_about_a_limit_variable=lambda: claim(Limit(1 + t, 0, t), {"far": ge(t, 1)}),
    hypothesis_about_a_root_variable=lambda: claim(Roots((x,), (x,), ((0,),)), {"x": gt(x)}),
)
attacks(
    "is no symbol",
    limit_in_a_number=lambda: Limit(x, 0, sp.Integer(1)),
    constant_that_is_a_number=lambda: claim(lt(x, 1), constants=(sp.Integer(1),)),
    constant_that_is_a_square=lambda: claim(lt(x, 1), constants=(x**2,)),
    system_in_a_number=lambda: Roots((x,), (sp.Integer(1),), ()),
    state_that_is_a_square=lambda: Invariant(ge(x), {x**2: 1}, {x**2: 2}),
)


# ── theorems ─────────────────────────────────────────────────────────────────────────────────────


def as_premise(theorem):
    """-1 >= 0, from whatever the theorem says with x = -1."""
    return chain(FALSE, {"forged": (theorem, {x: -1})}, {"forged": 1})


def hollow(kind=Theorem):
    forged = object.__new__(kind)
    for name, value in (("claim", claim(ge(x))), ("steps", (Step("x", "proved", ()),))):
        object.__setattr__(forged, name, value)
    object.__setattr__(forged, "verdict", "proved")
    return forged


class Heir(Theorem):
    __slots__ = ()


class Duck:
    claim, steps, verdict = claim(ge(x)), (Step("x", "proved", ()),), "proved"


attacks(
    "made by|is no argument of a rule",
    theorem_by_its_constructor=lambda: Theorem(),
    theorem_from_nothing=lambda: as_premise(hollow()),
    theorem_of_a_subclass=lambda: as_premise(hollow(Heir)),
    theorem_by_its_looks=lambda: as_premise(Duck()),
    claim_instead_of_a_theorem=lambda: as_premise(claim(ge(x))),
    verified_from_nothing=lambda: verified(hollow()),
)
attacks(
    "does not change",
    copied_theorem=lambda: as_premise(copy.copy(SQUARE)),
    changed_theorem=lambda: setattr(SQUARE, "verdict", "proved"),
    emptied_theorem=lambda: delattr(SQUARE, "claim"),
)


@attack("rejected|pickle|does not change")
def deep_copied_theorem():
    try:
        as_premise(copy.deepcopy(SQUARE))
    except TypeError as error:  # a claim cannot be copied deeply either
        raise Rejected(f"rejected: {error}") from error


@attack("rejected|pickle|does not change")
def pickled_theorem():
    try:
        as_premise(pickle.loads(pickle.dumps(SQUARE)))
    except TypeError as error:
        raise Rejected(f"rejected: {error}") from error


@attack("was not made by a rule")
def theorem_whose_claim_is_swapped():
    theorem = combine(claim(ge(x**2)), {}, [(1, x)])
    object.__setattr__(theorem, "claim", claim(ge(x)))
    as_premise(theorem)


@attack("was not made by a rule")
def theorem_whose_hypotheses_are_taken_away():
    theorem = combine(claim(ge(x), {"known": ge(x)}), {"known": 1})
    object.__setattr__(theorem.claim, "given", {})
    as_premise(theorem)


@attack("was not made by a rule")
def refutation_relabelled_as_proof():
    theorem = refute(claim(ge(x)), {x: -1})
    object.__setattr__(theorem, "verdict", "proved")
    as_premise(theorem)


@attack("was not made by a rule")
def citation_relabelled_as_proof():
    theorem = cite(claim(ge(x)), "Nobody1900", "an axiom")
    object.__setattr__(theorem.steps[0], "verdict", "proved")
    object.__setattr__(theorem.steps[0], "assumption", None)
    as_premise(theorem)


@attack("was not made by a rule")
def forgery_at_the_address_of_a_discarded_theorem():
    address = id(combine(claim(ge(x**2)), {}, [(1, x)]))
    forgeries = [hollow() for _ in range(1000)]
    as_premise(next((f for f in forgeries if id(f) == address), forgeries[0]))


@attack("is not known")
def hypotheses_emptied_through_the_mapping_they_came_from():
    given = {"known": ge(x)}
    theorem = combine(claim(ge(x), given), {"known": 1})
    given.clear()
    as_premise(theorem)


@attack("AttributeError")
def hypotheses_emptied_through_the_claim():
    kernel.theorem.rule(lambda claim: WEAK.claim.given.clear())(FALSE)


@attack("is no claim")
def claim_that_forgets_its_conclusions():
    class Forgetful(Claim):
        asked = 0

        def parts(self):
            Forgetful.asked += 1
            return super().parts() if Forgetful.asked < 4 else ()

    conjoin(Forgetful(id="attack", says="", items={}, given={}, then=ge(MINUS)), [])


attacks(
    "is no premise",
    refuted_premise=lambda: as_premise(refute(claim(ge(x)), {x: -1})),
    sampled_premise=lambda: chain(
        FALSE,
        {"sampled": (sample(chance(ge(p, half)), 90, 100), {p: -1})},
        {"sampled": 1},
    ),
)


# ── combine ──────────────────────────────────────────────────────────────────────────────────────


class Restless(dict):
    """A mapping that shows something else at the second reading."""

    def __init__(self, *readings):
        super().__init__(readings[0])
        self.readings = list(readings)

    def items(self):
        return (self.readings.pop(0) if len(self.readings) > 1 else self.readings[0]).items()


attacks(
    "not an identity",
    conclusion_from_nothing=lambda: combine(claim(ge(x)), {}),
    hypothesis_left_out=lambda: combine(claim(ge(x + y), {"x": ge(x), "y": ge(y)}), {"x": 1}),
    hypothesis_of_the_wrong_sign=lambda: combine(claim(ge(x), {"x": le(x)}), {"x": 1}),
    identity_off_by_one_in_a_billion=lambda: combine(
        claim(ge(x**2 - sp.Rational(1, 10**9))), {}, [(1, x)]
    ),
    identity_true_at_small_integers=lambda: combine(
        claim(eq(sp.prod([x - k for k in range(-30, 31)]))), {}
    ),
    square_root_of_two_squared_is_three=lambda: combine(
        claim(eq(sp.sqrt(2) * x, sp.sqrt(3) * x)), {}
    ),
    multipliers_that_change_while_read=lambda: combine(
        claim(ge(-x), {"x": ge(x)}), Restless({"x": 1}, {"x": -1})
    ),
)
attacks(
    "is not evidently non-negative",
    negative_multiplier=lambda: combine(claim(ge(-x), {"x": ge(x)}), {"x": -1}),
    multiplier_of_unknown_sign=lambda: combine(claim(ge(x * y), {"x": ge(x)}), {"x": y}),
    multiplier_of_its_own_conclusion=lambda: combine(claim(ge(x * y), {"y": ge(y)}), {"y": x}),
    negative_square=lambda: combine(claim(ge(-(x**2))), {}, [(-1, x)]),
    square_of_unknown_weight=lambda: combine(claim(ge(x**3)), {}, [(x, x)]),
    odd_power_as_weight=lambda: combine(claim(ge(x**3)), {}, [(x**3, 1)]),
    product_of_weak_and_negative=lambda: combine(
        claim(ge(x * y), {"x": ge(x), "y": le(y)}), {}, [(x * y, 1)]
    ),
    difference_of_squares=lambda: combine(claim(ge(x**2 - y**2)), {}, [(x**2 - y**2, 1)]),
    negative_multiple_of_a_hypothesis=lambda: combine(
        claim(ge(-2 * x), {"x": ge(x)}), {}, [(-2 * x, 1)]
    ),
    hypothesis_minus_a_constant=lambda: combine(claim(ge(x - 1), {"x": ge(x)}), {}, [(x - 1, 1)]),
    equation_minus_a_constant=lambda: combine(claim(ge(x - 3), {"x": eq(x, 2)}), {}, [(x - 3, 1)]),
    quotient_of_unknown_denominator=lambda: combine(
        claim(ge(1 - x / y), {"x": ge(y, x), "y": gt(y**2)}), {}, [(1 - x / y, 1)]
    ),
    sine_as_weight=lambda: combine(claim(ge(sp.sin(x))), {}, [(sp.sin(x), 1)]),
)
attacks(
    "nothing in the certificate is strictly positive",
    strict_from_weak=lambda: combine(claim(gt(x), {"x": ge(x)}), {"x": 1}),
    strict_from_a_square=lambda: combine(claim(gt(x**2)), {}, [(1, x)]),
    strict_from_a_strict_hypothesis_times_zero=lambda: combine(
        claim(gt(x**2 * y), {"y": gt(y)}), {"y": x**2}
    ),
    strict_from_an_equation=lambda: combine(claim(gt(x), {"x": eq(x)}), {"x": 1}),
)
attacks(
    "an equation follows from equations alone",
    equation_from_an_inequality=lambda: combine(claim(eq(x), {"x": ge(x)}), {"x": 1}),
    equation_from_a_square=lambda: combine(claim(eq(x**2)), {}, [(1, x)]),
)
attacks(
    "is not evidently positive",
    negative_scale=lambda: combine(claim(ge(-x), {"x": ge(x)}), {"x": 1}, scale=-1),
    zero_scale=lambda: combine(FALSE, {}, scale=0),
    scale_that_may_vanish=lambda: combine(claim(ge(MINUS), {"x": ge(x)}), {}, scale=x**2),
    weakly_positive_scale=lambda: combine(claim(ge(MINUS), {"x": ge(x)}), {}, scale=x),
    scale_of_an_odd_root=lambda: combine(claim(ge(y)), {}, [(1, 0)], scale=sp.tanh(x)),
)
attacks(
    "is not evidently nonzero",
    multiplier_with_a_pole=lambda: combine(claim(eq(ONE), {"x": eq(x)}), {"x": 1 / x}),
    square_with_a_pole=lambda: combine(claim(gt(x**2)), {}, [(x**4, 1 / x)]),
    scale_with_a_pole=lambda: combine(claim(ge(x), {"x": ge(x)}), {"x": 1 / x**2}, scale=1 / x**2),
)
attacks("has no hypothesis", hypothesis_that_is_not_there=lambda: combine(claim(ge(x)), {"x": 1}))
attacks(
    "is no argument of a rule|is no exact real expression",
    float_multiplier=lambda: combine(claim(ge(x), {"x": ge(x)}), {"x": 1.0}),
    text_square=lambda: combine(claim(ge(x**2)), {}, [(1, "x")]),
    numpy_scale=lambda: combine(claim(ge(x), {"x": ge(x)}), {"x": 1}, scale=np.float64(1)),
    float_in_a_gram_matrix=lambda: sos(claim(ge(x**2)), [x, 0.0], sp.Matrix([[1, 0], [0, 0]])),
)
attacks(
    "is outside the statement language",
    complex_square=lambda: combine(claim(ge(-(x**2))), {}, [(1, sp.I * x)]),
    gram_matrix_of_floats=lambda: sos(claim(ge(x**2)), [x], sp.Matrix([[1.0]])),
    inertia_of_floats=lambda: Inertia(sp.Matrix([[1.0]]), 1, 0, 0),
)
attacks("TypeError|ValueError", squares_that_are_no_pairs=lambda: combine(claim(ge(x)), {}, [x]))


# ── sos ──────────────────────────────────────────────────────────────────────────────────────────

QUARTIC = claim(gt(x**4 - 2 * x**2 + 2))
attacks(
    "not positive semidefinite|indefinite",
    indefinite_gram=lambda: sos(claim(ge(x * y)), [x, y], sp.Matrix([[0, half], [half, 0]])),
    negative_gram=lambda: sos(claim(ge(-(x**2))), [x], sp.Matrix([[-1]])),
    gram_indefinite_by_one_per_cent=lambda: sos(
        claim(ge(x**2 + sp.Rational(202, 100) * x * y + y**2)),
        [x, y],
        sp.Matrix([[1, sp.Rational(101, 100)], [sp.Rational(101, 100), 1]]),
    ),
)
attacks(
    "must be symmetric",
    asymmetric_gram=lambda: sos(claim(ge(x * y)), [x, y], sp.Matrix([[0, 1], [0, 0]])),
    gram_of_another_size=lambda: sos(claim(ge(x**2)), [x, y], sp.Matrix([[1]])),
)
attacks(
    "must be rational",
    irrational_gram=lambda: sos(claim(ge(sp.sqrt(2) * x**2)), [x], sp.Matrix([[sp.sqrt(2)]])),
)
attacks("must be an explicit matrix", gram_as_text=lambda: sos(claim(ge(x**2)), [x], [["1"]]))
attacks(
    "not an identity",
    gram_of_another_polynomial=lambda: sos(
        QUARTIC, [1, x**2], sp.Matrix([[2, -1], [-1, sp.Rational(101, 100)]])
    ),
)
attacks(
    "nothing in the certificate is strictly positive",
    strict_from_a_semidefinite_gram=lambda: sos(
        claim(gt(x**2 + 2 * x + 1)), [1, x], sp.Matrix([[1, 1], [1, 1]])
    ),
    strict_without_a_constant_in_the_basis=lambda: sos(
        claim(gt(x**2 + y**2)), [x, y], sp.Matrix([[1, 0], [0, 1]])
    ),
    strict_with_a_zero_constant=lambda: sos(claim(gt(x**2)), [0, x], sp.Matrix([[1, 0], [0, 1]])),
)


# ── chain ────────────────────────────────────────────────────────────────────────────────────────

POSITIVE = combine(claim(gt(1 / x), {"x": gt(x)}), {}, [(1 / x, 1)])
VANISHING = combine(claim(eq(x * z), {"z": eq(z)}), {"z": x})
attacks(
    "is not known",
    lemma_with_a_violated_hypothesis=lambda: chain(FALSE, {"lemma": (WEAK, {x: -1})}, {"lemma": 1}),
    lemma_with_an_unknown_hypothesis=lambda: chain(claim(ge(x)), {"lemma": WEAK}, {"lemma": 1}),
    strict_lemma_from_a_weak_hypothesis=lambda: chain(
        claim(gt(y**2 + 1), {"y": ge(y)}), {"lemma": (POSITIVE, {x: y})}, {}
    ),
    lemma_that_assumes_what_a_later_one_gives=lambda: chain(
        FALSE, {"lemma": (WEAK, {x: -1}), "later": (WEAK, {x: -1})}, {"lemma": 1}
    ),
    equation_assumed_from_an_inequality=lambda: chain(
        claim(eq(x * z), {"z": ge(z)}), {"lemma": VANISHING}, {"lemma": 1}
    ),
)
attacks(
    "is no symbol",
    substitution_for_a_square=lambda: chain(FALSE, {"l": (SQUARE, {x**2: -1})}, {"l": 1}),
    substitution_for_a_number=lambda: chain(FALSE, {"l": (SQUARE, {sp.Integer(2): 1})}, {"l": 1}),
    refutation_by_the_value_of_a_square=lambda: refute(claim(ge(x**2)), {x: 0, x**2: -1}),
)
attacks(
    "is not evidently nonzero",
    substitution_that_cancels_its_own_pole=lambda: chain(
        claim(eq(ONE), {"z": eq(z)}), {"lemma": (VANISHING, {x: 1 / z})}, {"lemma": 1}
    ),
)
attacks(
    "is taken by a hypothesis",
    two_hypotheses_of_one_name=lambda: chain(
        claim(ge(x**2), {"l": ge(x)}), {"l": SQUARE}, {"l": 1}
    ),
)
attacks(
    "concludes no relation",
    lemma_about_a_matrix=lambda: chain(
        claim(ge(x**2)), {"l": inertia(claim(Inertia(sp.eye(2), 2, 0, 0)))}, {"l": 1}
    ),
)
attacks(
    "not an identity",
    captured_symbol=lambda: chain(  # simultaneous: x -> y must not be followed by y -> x
        claim(ge(2 * x**2)),
        {"l": (combine(claim(ge(x**2 + y**2)), {}, [(1, x), (1, y)]), {x: y, y: x})},
        {"l": 1},
    ),
)


# ── cases, conjoin ───────────────────────────────────────────────────────────────────────────────


def in_case(*hypotheses):
    """Theorems that x**2 + 1 >= 0 in each case, so that only the split can be at fault."""
    return [
        combine(claim(ge(x**2 + 1), {"case": case}), {}, [(1, x), (1, 1)]) for case in hypotheses
    ]


def split(*hypotheses):
    return lambda: cases(claim(ge(x**2 + 1)), in_case(*hypotheses), hypotheses)


attacks(
    "leave something out|IndexError",
    cases_without_zero=split(gt(x), lt(x)),
    one_case=split(ge(x)),
    one_case_twice=split(ge(x), ge(x)),
    no_case=split(),
    cases_of_two_expressions=split(ge(x), le(y)),
    cases_with_a_gap=split(ge(x, 1), le(x)),
    three_cases_without_the_negative=split(gt(x), eq(x), gt(x)),
    case_of_a_false_equation=split(gt(x), lt(x), eq(x, 1)),
)
attacks(
    "does not prove the case",
    case_with_another_hypothesis=lambda: cases(
        claim(ge(x**2 + 1)), in_case(ge(x), le(x, -1)), [ge(x), le(x)]
    ),
    cases_in_the_wrong_order=lambda: cases(
        claim(ge(x**2 + 1)), in_case(le(x), ge(x)), [ge(x), le(x)]
    ),
    case_that_proves_something_else=lambda: cases(
        claim(ge(x)), in_case(ge(x), le(x)), [ge(x), le(x)]
    ),
)
attacks(
    "one theorem for each case",
    fewer_theorems_than_cases=lambda: cases(claim(ge(x**2 + 1)), in_case(ge(x)), [ge(x), le(x)]),
)
attacks(
    "is not evidently nonzero",
    cases_of_something_undefined=lambda: cases(
        claim(ge(x**2 + 1)),
        [combine(claim(ge(x**2 + 1)), {}, [(1, x), (1, 1)])] * 2,
        [ge(1 / x), le(1 / x)],
    ),
)
attacks(
    "no theorem gives",
    conjunction_with_a_part_missing=lambda: conjoin(claim((ge(x**2), ge(x))), [SQUARE]),
    conjunction_from_a_stronger_hypothesis=lambda: conjoin(
        claim((ge(x), ge(x**2))), [WEAK, SQUARE]
    ),
)


# ── induct, limit ────────────────────────────────────────────────────────────────────────────────

GROWS = claim(Invariant(ge(x), {x: 0}, {x: x + 1}))
BASE = None  # evident at the start
STEP = combine(claim(ge(x + 1), {"the invariant": ge(x)}), {"the invariant": 1}, [(1, 1)])


def kept(relation):
    """The step of an iteration that stands still."""
    return combine(claim(relation, {"invariant": relation}), {"invariant": 1})


SHRINKS = claim(Invariant(ge(x), {x: 0}, {x: x - 1}))
attacks(
    "concludes no invariant",
    invariant_as_a_fact_about_all=lambda: induct(claim(ge(x)), BASE, STEP),
)
attacks(
    "concludes no relation",
    invariant_used_at_a_state_that_is_not_reached=lambda: as_premise(induct(GROWS, BASE, STEP)),
)
attacks(
    "does not carry",
    step_of_another_iteration=lambda: induct(SHRINKS, BASE, STEP),
    step_that_assumes_more=lambda: induct(
        SHRINKS, BASE, combine(claim(ge(x - 1), {"large": ge(x, 1)}), {"large": 1})
    ),
    step_for_one_value_of_a_constant=lambda: induct(
        claim(Invariant(ge(x, a), {x: a}, {x: x - a})),
        None,
        combine(
            claim(ge(x - a, a), {"the invariant": ge(x, a), "a": eq(a)}),
            {"the invariant": 1, "a": -1},
        ),
    ),
)
attacks(
    "is not evident at the start|does not prove the invariant at the start",
    base_of_another_start=lambda: induct(claim(Invariant(ge(x), {x: -1}, {x: x + 1})), BASE, STEP),
    base_that_assumes_the_invariant=lambda: induct(
        claim(Invariant(ge(x), {x: -(a**2)}, {x: x + 1})),
        combine(claim(ge(-(a**2)), {"i": ge(-(a**2))}), {"i": 1}),
        STEP,
    ),
    base_from_hypotheses_about_another_state=lambda: induct(
        claim(Invariant(ge(x), {x: a}, {x: x + 1}), {"x": ge(x, 1)}),
        combine(claim(ge(a), {"x": ge(x, 1), "a": ge(a, x)}), {"x": 1, "a": 1}, [(1, 1)]),
        STEP,
    ),
    base_of_one_relation_for_another=lambda: induct(
        claim(Invariant((ge(x), ge(y)), {x: a**2, y: -(a**2) - 1}, {x: x, y: y})),
        (None, combine(claim(ge(a**2)), {}, [(1, a)])),
        (kept(ge(x)), kept(ge(y))),
    ),
)
attacks(
    "start and an update of one state",
    state_without_an_update=lambda: Invariant(ge(x), {x: 0, y: 0}, {x: x + 1}),
)
attacks(
    "given by constants",
    start_that_depends_on_the_state=lambda: Invariant(ge(x), {x: y, y: 0}, {x: x, y: y}),
)
attacks(
    "may pass from case to case",
    invariant_by_cases=lambda: cases(GROWS, [cite(GROWS, "A", "b")] * 2, [ge(x), le(x)]),
)

NEAR = combine(
    claim(ge(t, t**2), {"t": gt(t), "small": lt(t, 1)}), {"small": 0}, [(t * (1 - t), 1)]
)
ALWAYS = function("always", (t,), 1)(t)
FAR = combine(claim(ge(t, 1), {"far": ge(t, 1)}), {"far": 1})
attacks(
    "which the limit does not",
    limit_from_far_away=lambda: limit(claim(Limit(ALWAYS, 0, t)), FAR, 1),
    limit_at_one_value_of_a_parameter=lambda: limit(
        claim(Limit(a * ALWAYS, 0, t)),
        combine(claim(ge(t, a**2), {"a": eq(a), "t": gt(t)}), {"a": -a}, [(t, 1)]),
        1,
    ),
)
attacks(
    "must be evidently non-negative and free",
    limit_with_a_slope_that_moves=lambda: limit(claim(Limit(t, 0, t)), NEAR, t),
    limit_with_a_slope_of_unknown_sign=lambda: limit(claim(Limit(a * ALWAYS, 0, t)), NEAR, a),
)
attacks(
    "does not bound the squared error",
    limit_of_something_else=lambda: limit(claim(Limit(1 + t, 0, t)), NEAR, 1),
)
attacks("is no limit", limit_of_a_relation=lambda: limit(claim(ge(t)), NEAR, 1))
attacks("does not depend on the variable", limit_that_moves=lambda: Limit(t, t, t))
attacks(
    "not evidently nonzero|not evidently positive|denominator vanishes",
    limit_over_a_slope_of_unknown_sign=lambda: claim(Limit(1 / (a * t + t**2), 0, t)),
    limit_over_what_may_vanish_first=lambda: claim(Limit(1 / (t**2 - a), 0, t)),
    limit_over_nothing=lambda: claim(Limit(t / ((t + 1) ** 2 - t**2 - 2 * t - ONE), 0, t)),
    limit_over_an_irrational_nothing=lambda: claim(
        Limit(t / ((sp.sqrt(2) + sp.sqrt(3)) ** 2 - 5 - 2 * sp.sqrt(6) * ONE), 0, t)
    ),
    limit_at_infinity_over_a_term_of_unknown_sign=lambda: claim(
        Limit(1 / (a / t**2 - 1 / t), 0, t)
    ),
    limit_at_infinity_of_a_logarithm_of_less_than_nothing=lambda: claim(
        Limit(t * sp.log(1 / t - 1 / t**2), 0, t)
    ),
    limit_over_what_is_no_polynomial=lambda: claim(Limit(t / (sp.sin(t) - t), 0, t)),
    limit_of_a_logarithm_of_less_than_nothing=lambda: claim(Limit(t * sp.log(t**2 - t), 0, t)),
    limit_of_a_logarithm_below_one=lambda: claim(Limit(t * sp.log(t - 1), 0, t)),
    relation_that_is_defined_near_0_alone=lambda: claim(ge(1 / (t**2 - t)), {"t": gt(t)}),
    product_of_which_a_factor_may_vanish=lambda: claim(ge(x / (t * x - t)), {"t": gt(t)}),
    product_of_which_the_other_may_vanish=lambda: claim(ge(x / (t * x - t)), {"x": gt(x, 1)}),
)


# ── refute, witness ──────────────────────────────────────────────────────────────────────────────

LOCAL = {"radius": gt(r), "near": lt(h**2, r**2)}
attacks(
    "holds at the point|holds along the trajectory",
    refutation_where_the_claim_holds=lambda: refute(claim(ge(x)), {x: 1}),
    refutation_where_the_claim_is_tight=lambda: refute(claim(ge(x)), {x: 0}),
    refutation_by_a_rounded_root=lambda: refute(
        claim(ge(x**2, 2)), {x: sp.Rational("1.41421356237309514547")}
    ),
    refutation_of_a_true_solution_set=lambda: refute(
        claim(Roots((x**2 - 2,), (x,), ((sp.sqrt(2),), (-sp.sqrt(2),)))), {x: -sp.sqrt(2)}
    ),
    refutation_of_an_invariant_on_its_path=lambda: refute(GROWS, [{x: 0}, {}, {}]),
    refutation_of_a_true_inertia=lambda: refute(claim(Inertia(sp.eye(2), 2, 0, 0)), {}),
    point_that_changes_while_read=lambda: refute(
        claim(ge(x), {"x": ge(x)}), Restless({x: 1}, {x: -1})
    ),
)
attacks(
    "does not start at",
    refutation_of_an_invariant_off_its_path=lambda: refute(GROWS, {x: -5}),
)
attacks(
    "fails at the witness",
    refutation_outside_the_hypotheses=lambda: refute(claim(ge(x), {"x": ge(x, 1)}), {x: -1}),
    refutation_outside_by_a_hair=lambda: refute(
        claim(lt(x), {"x": gt(x, sp.sqrt(2))}), {x: sp.Rational(14142135623730950488, 10**19)}
    ),
    vacuous_hypotheses=lambda: witness(claim(ge(MINUS), {"a": gt(x), "b": lt(x)}), {x: 1}),
    vacuous_strict_hypothesis=lambda: witness(claim(ge(MINUS), {"a": gt(x)}), {x: 0}),
)
attacks(
    "is no number|is defined|gives no value",
    refutation_at_a_symbolic_point=lambda: refute(claim(ge(x)), {x: -(y**2)}),
    refutation_with_a_symbol_left_free=lambda: refute(claim(ge(x + y)), {x: -1}),
    refutation_by_logarithms_of_opposite_numbers=lambda: refute(
        claim(gt(sp.exp(x) + sp.exp(z))), {x: sp.log(y), z: sp.log(-y)}
    ),
    empty_witness=lambda: witness(claim(ge(x), {"x": ge(x)}), {}),
)
attacks(
    "is not defined",
    refutation_by_the_logarithm_of_minus_one=lambda: refute(
        claim(gt(sp.exp(x))), {x: sp.log(-1, evaluate=False)}
    ),
)
attacks(
    "vanishes at the point|outside the statement|not evidently nonzero",
    refutation_at_a_pole=lambda: refute(
        claim(gt(1 / x**2, -1), {"x": gt(x**2)}).without("x"), {x: 0}
    ),
)
attacks(
    "give one point|is no argument",
    point_that_is_no_mapping=lambda: refute(claim(ge(x)), [1]),
    refutation_at_a_float=lambda: refute(claim(ge(x)), {x: -0.5}),
)
attacks(
    "a limit is not decided", refutation_of_a_limit=lambda: refute(claim(Limit(t, 1, t)), {t: 0})
)
attacks(
    "free",
    local_refutation_at_a_chosen_radius=lambda: refute(
        claim(lt(h, 1), LOCAL, constants=(r,)), {r: 10, h: 5}
    ),
)
attacks(
    "is not evident for all constants",
    local_refutation_at_large_radii_only=lambda: refute(
        claim(lt(h, 1), LOCAL, constants=(r,)), {h: r / 2}
    ),
    local_refutation_outside_the_ball=lambda: refute(
        claim(lt(h, 1), LOCAL, constants=(r,)), {h: 2 + r}
    ),
    local_refutation_where_it_holds=lambda: refute(
        claim(ge(h**4), LOCAL, constants=(r,)), {h: r / 2}
    ),
    local_refutation_of_a_statement_that_fixes_the_radius=lambda: refute(
        claim(lt(h, 1), {**LOCAL, "small": lt(r, 1)}, constants=(r,)), {h: r / 2}
    ),
)
attacks(
    "must depend on its constants alone",
    local_refutation_at_a_free_point=lambda: refute(
        claim(ge(h + y), LOCAL, constants=(r,)), {h: r / 2}
    ),
)
attacks(
    "a citation refutes nothing",
    local_refutation_by_citation=lambda: refute(
        claim(lt(h, 1), LOCAL, constants=(r,)),
        {h: r / 2},
        cite(claim(ge(r / 2, 1), {"radius": gt(r)}), "A", "b"),
    ),
)
attacks(
    "goes with a statement that has constants",
    refutation_with_an_idle_theorem=lambda: refute(claim(ge(x)), {x: -1}, SQUARE),
)
attacks(
    "give the constants",
    local_statement_proved=lambda: combine(claim(ge(x**2), constants=(r,)), {}, [(1, x)]),
)


# ── inertia, roots ───────────────────────────────────────────────────────────────────────────────

SADDLE = sp.Matrix([[0, 1], [1, 0]])
attacks(
    "the inertia is",
    inertia_of_a_saddle_as_a_minimum=lambda: inertia(claim(Inertia(SADDLE, 2, 0, 0))),
    inertia_with_zero_counted_as_positive=lambda: inertia(
        claim(Inertia(sp.Matrix([[1, 1], [1, 1]]), 2, 0, 0))
    ),
    inertia_that_overcounts=lambda: inertia(claim(Inertia(SADDLE, 1, 1, 1))),
    inertia_changed_by_one_in_a_million=lambda: inertia(
        claim(Inertia(sp.Matrix([[1, 1], [1, 1 - sp.Rational(1, 10**6)]]), 1, 0, 1))
    ),
)
attacks(
    "inertia needs",
    inertia_of_an_asymmetric_matrix=lambda: Inertia(sp.Matrix([[1, 2], [0, 1]]), 2, 0, 0),
    inertia_of_an_oblong_matrix=lambda: Inertia(sp.Matrix([[1, 2]]), 1, 0, 0),
    inertia_of_symbols=lambda: Inertia(sp.Matrix([[x]]), 1, 0, 0),
    inertia_of_nothing=lambda: Inertia(sp.Matrix(0, 0, []), 0, 0, 0),
    inertia_of_a_matrix_symbol=lambda: Inertia(sp.MatrixSymbol("M", 1, 1), 1, 0, 0),
)
attacks(
    "whole numbers|is no argument",
    inertia_counted_in_truth_values=lambda: Inertia(SADDLE, True, True, 0),
    successes_as_floats=lambda: sample(chance(ge(p, half)), 90.0, 100),
    trials_as_a_truth_value=lambda: sample(chance(ge(p, half)), 1, True),
)

WELL = 4 * x**3 - 4 * x
CERTIFICATE = {x: (WELL, [1])}
NEAR_ROOT = sp.Rational(sp.sqrt(2).n(25).__str__())
CLOSE = sp.expand((x**2 - 2) * (x - NEAR_ROOT))
attacks(
    "is not listed, or listed twice|one for each solution",
    root_left_out=lambda: roots(claim(Roots((WELL,), (x,), ((0,), (1,)))), CERTIFICATE),
    root_listed_twice=lambda: roots(
        claim(Roots((WELL,), (x,), ((0,), (1,), (-1,), (1,)))), CERTIFICATE
    ),
    double_root_left_out=lambda: roots(
        claim(Roots((x**2 * (x - 1),), (x,), ((1,),))), {x: (x**2 * (x - 1), [1])}
    ),
    root_left_out_next_to_another=lambda: roots(
        claim(Roots((CLOSE,), (x,), ((sp.sqrt(2),), (-sp.sqrt(2),)))), {x: (CLOSE, [1])}
    ),
    root_of_multiplicity_listed_so=lambda: roots(
        claim(Roots((x**2,), (x,), ((0,), (0,)))), {x: (x**2, [1])}
    ),
    root_pair_left_out_of_a_grid=lambda: roots(
        claim(Roots((x**2 - 1, y**2 - 1), (x, y), ((1, 1), (-1, -1), (1, -1)))),
        {x: (x**2 - 1, [1, 0]), y: (y**2 - 1, [0, 1])},
    ),
)
attacks(
    "does not solve the system",
    root_that_is_none=lambda: roots(claim(Roots((WELL,), (x,), ((0,), (1,), (2,)))), CERTIFICATE),
    root_that_is_rounded=lambda: roots(
        claim(Roots((x**2 - 2,), (x,), ((NEAR_ROOT,), (-NEAR_ROOT,)))), {x: (x**2 - 2, [1])}
    ),
)
attacks(
    "is not evidently nonzero",
    eliminant_from_a_cofactor_with_a_pole=lambda: roots(
        claim(Roots((x * (x - 1),), (x,), ((0,),))), {x: (x, [1 / (x - 1)])}
    ),
)
attacks(
    "eliminates nothing",
    zero_eliminant=lambda: roots(claim(Roots((WELL,), (x,), ((0,),))), {x: (sp.Integer(0), [0])}),
)
attacks(
    "not an identity",
    eliminant_of_another_system=lambda: roots(claim(Roots((WELL,), (x,), ((0,),))), {x: (x, [1])}),
)
attacks(
    "not a polynomial in",
    eliminant_in_two_variables=lambda: roots(
        claim(Roots((x * y, y), (x, y), ((0, 0),))), {x: (x * y, [1, 0]), y: (y, [0, 1])}
    ),
)
attacks(
    "no polynomial in",
    eliminant_left_out=lambda: roots(claim(Roots((x, y), (x, y), ((0, 0),))), {x: (x, [1, 0])}),
)
attacks(
    "PolynomialError|CoercionFailed|GeneratorsError",
    eliminant_with_a_sine=lambda: roots(
        claim(Roots((sp.sin(x) * x,), (x,), ((0,),))), {x: (sp.sin(x) * x, [1])}
    ),
)
attacks(
    "without hypotheses",
    solution_set_under_a_hypothesis=lambda: roots(
        claim(Roots((WELL,), (x,), ((1,),)), {"y": gt(y)}), CERTIFICATE
    ),
)
attacks(
    "explicit numbers|are distinct|one exact value|outside the statement",
    complex_solution=lambda: Roots((x**2 + 1,), (x,), ((sp.I,),)),
    symbolic_solution=lambda: Roots((x - y,), (x, y), ((y, y),)),
    variable_named_twice=lambda: Roots((x,), (x, x), ((0, 0),)),
    system_with_a_free_parameter=lambda: Roots((x - a,), (x,), ((0,),)),
    solution_with_a_coordinate_missing=lambda: Roots((x, y), (x, y), ((0,),)),
)


# ── enclose, exhaust, unsat, series, pythagoras ──────────────────────────────────────────────────

BOX = {"low": ge(x, 1), "high": le(x, 2)}
attacks(
    "is no hypothesis",
    box_larger_than_assumed_in_the_claim=lambda: enclose(claim(gt(x, 0)), {x: (1, 2)}),
    box_with_one_side_assumed=lambda: enclose(claim(lt(x, 3), {"low": ge(x, 1)}), {x: (1, 2)}),
    box_smaller_than_the_hypotheses=lambda: enclose(
        claim(lt(x, sp.Rational(3, 2)), BOX), {x: (1, sp.Rational(5, 4))}
    ),
)
attacks(
    "no interval with rational ends|outside the statement",
    box_with_reversed_ends=lambda: enclose(
        claim(gt(MINUS), {"low": ge(x, 2), "high": le(x, 1)}), {x: (2, 1)}
    ),
    box_with_irrational_ends=lambda: enclose(
        claim(gt(x), {"low": ge(x, sp.sqrt(2)), "high": le(x, 2)}), {x: (sp.sqrt(2), 2)}
    ),
    box_without_end=lambda: enclose(claim(gt(x), {"low": ge(x, 1)}), {x: (1, sp.oo)}),
)
attacks(
    "positivity fails|within",
    enclosure_of_something_negative=lambda: enclose(claim(gt(x, 3), BOX), {x: (1, 2)}),
    enclosure_that_touches_zero=lambda: enclose(claim(ge(x, 1), BOX), {x: (1, 2)}, boxes=300),
    enclosure_negative_in_a_narrow_place=lambda: enclose(
        claim(gt((x - sp.Rational(3, 2)) ** 2, sp.Rational(1, 10**6)), BOX), {x: (1, 2)}
    ),
    enclosure_of_a_false_constant=lambda: enclose(claim(gt(sp.pi, sp.Rational(22, 7))), {}),
    enclosure_across_a_pole=lambda: enclose(
        claim(gt(1 / x**2, 1), {"l": ge(x, -2), "u": le(x, 2), "x": gt(x**2)}),
        {x: (-2, 2)},
        boxes=300,
    ),
    enclosure_that_overflows=lambda: enclose(
        claim(gt(sp.exp(sp.exp(x)) - sp.exp(sp.exp(x + 1)), 0), {"l": ge(x, 50), "u": le(x, 51)}),
        {x: (50, 51)},
        boxes=50,
    ),
)
attacks(
    "the sign of the factor",
    factor_of_unknown_sign=lambda: enclose(claim(ge(y * x, 0), BOX), {x: (1, 2)}, factor=y),
    weak_factor_of_a_strict_claim=lambda: enclose(
        claim(gt(y**2 * x, 0), BOX), {x: (1, 2)}, factor=y**2
    ),
    negative_factor=lambda: enclose(claim(ge(-x, 0), BOX), {x: (1, 2)}, factor=-1),
)
attacks(
    "is not evidently nonzero",
    factor_with_a_pole=lambda: enclose(claim(ge(x * y, 0), BOX), {x: (1, 2)}, factor=1 / y**2),
)
attacks(
    "needs a side of the box",
    enclosure_with_a_free_symbol=lambda: enclose(claim(gt(x + y), BOX), {x: (1, 2)}),
)
attacks(
    "prove inequalities",
    enclosure_of_an_equation=lambda: enclose(claim(eq(x, x**2), BOX), {x: (1, 2)}),
)
attacks(
    "has no enclosure",
    function_that_only_one_engine_knows=lambda: enclose(claim(gt(sp.atan(x)), BOX), {x: (1, 2)}),
)

DIE = eq(sp.prod([x - k for k in range(1, 7)]))
attacks(
    "no hypothesis restricts",
    domain_that_misses_a_value=lambda: exhaust(claim(le(x, 5), {"die": DIE}), {x: range(1, 6)}),
    domain_without_a_hypothesis=lambda: exhaust(claim(le(x, 6)), {x: range(1, 7)}),
    domain_with_repeated_values=lambda: exhaust(
        claim(le(x, 5), {"die": DIE}), {x: [1, 2, 3, 4, 5, 5]}
    ),
    domain_assumed_as_an_inequality=lambda: exhaust(
        claim(le(x, 6), {"die": Relation(DIE.left, ">=", 0)}), {x: range(1, 7)}
    ),
)
attacks(
    "fails at", exhausted_and_false=lambda: exhaust(claim(le(x, 5), {"die": DIE}), {x: range(1, 7)})
)
attacks(
    "is no number", domain_of_symbols=lambda: exhaust(claim(ge(x, y), {"x": eq(x - y)}), {x: [y]})
)
attacks(
    "no finite domain for",
    symbol_without_a_domain=lambda: exhaust(claim(le(x, y), {"die": DIE}), {x: range(1, 7)}),
)
attacks(
    "more than can be seen point by point",
    solution_set_seen_at_some_points=lambda: exhaust(
        claim(Roots((x * (x - 5),), (x,), ((0,),)), {"y": eq(y)}), {y: [0], x: [0]}
    ),
    invariant_seen_at_some_states=lambda: exhaust(
        claim(Invariant(ge(x), {x: 0}, {x: x - y}), {"x": eq(x), "y": eq(y)}), {x: [0], y: [0]}
    ),
)
attacks(
    "more than 100 points",
    domain_too_large=lambda: exhaust(
        claim(le(x, 200), {"x": eq(sp.prod([x - k for k in range(101)]))}),
        {x: range(101)},
        limit=100,
    ),
)

attacks(
    "Z3 answers",
    satisfiable_negation=lambda: unsat(claim(ge(x**2, x))),
    equation_that_fails=lambda: unsat(claim(eq(x * y, y * x + z))),
)
attacks("Z3 answers sat", strict_for_weak=lambda: unsat(claim(gt(x**2))))
attacks(
    "reads as something else",
    smtlib_in_a_symbol_name=lambda: unsat(
        claim(ge(sp.Symbol("x) 0))(assert false)(declare-const q Real", real=True)))
    ),
)
attacks(
    "is no argument of a rule",
    time_that_is_no_whole_number=lambda: unsat(claim(ge(x)), seconds=0.5),
    taylor_bound_of_broken_degree=lambda: series(claim(ge(sp.exp(x), 1)), sp.exp, x, 0.0),
    tangent_bound=lambda: series(claim(ge(sp.tanh(x), x), {"x": ge(x)}), sp.tanh, x, 1),
)
attacks(
    "given polynomials alone",
    transcendental_for_z3=lambda: unsat(claim(gt(sp.exp(x)))),
    root_for_z3=lambda: unsat(claim(gt(sp.sqrt(2)))),
)
attacks("decides relations", matrix_for_z3=lambda: unsat(claim(Inertia(sp.eye(2), 2, 0, 0))))

attacks(
    "whole number up to 100",
    taylor_bound_of_negative_degree=lambda: series(claim(ge(sp.cos(x))), sp.cos, x, -2),
    taylor_bound_of_degree_minus_one=lambda: series(
        claim(ge(sp.sin(x)), {"x": ge(x)}), sp.sin, x, -1
    ),
    taylor_bound_of_enormous_degree=lambda: series(claim(ge(sp.exp(x), 1)), sp.exp, x, 10**9 + 1),
)
attacks(
    "no one-sided Taylor bound|no polynomial of degree",
    sine_bound_for_negative_arguments=lambda: series(claim(le(sp.sin(x), x)), sp.sin, x, 1),
    sine_bound_of_even_degree=lambda: series(claim(le(sp.sin(x), x), {"x": ge(x)}), sp.sin, x, 2),
    cosine_bound_of_odd_degree=lambda: series(claim(le(sp.cos(x), 1)), sp.cos, x, 1),
    exponential_above_one_everywhere=lambda: series(claim(ge(sp.exp(x), 1)), sp.exp, x, 0),
    function_as_text=lambda: series(claim(ge(sp.exp(x), 1 + x)), "exp", x, 1),
    logarithm_bound_where_it_may_be_undefined=lambda: series(
        claim(le(sp.log(1 + x**2), x**2)), sp.log, x**3 - 2, 1
    ),
    logarithm_bound_of_even_degree_on_both_sides=lambda: series(
        claim(ge(sp.log(x), 0), {"x": gt(x)}), sp.log, x - 1, 0
    ),
)
attacks(
    "the Taylor bound is",
    cosine_bound_of_the_other_side=lambda: series(claim(le(sp.cos(x), 1 - x**2 / 2)), sp.cos, x, 2),
    sine_bound_of_the_other_side=lambda: series(
        claim(le(sp.sin(x), x - x**3 / 6), {"x": ge(x)}), sp.sin, x, 3
    ),
    exponential_below_its_chord=lambda: series(claim(le(sp.exp(x), 1 + x)), sp.exp, x, 1),
    exponential_bound_made_strict=lambda: series(claim(gt(sp.exp(x), 1 + x)), sp.exp, x, 1),
    logarithm_bound_of_the_other_side=lambda: series(
        claim(ge(sp.log(x), x - 1), {"x": gt(x)}), sp.log, x - 1, 1
    ),
    logarithm_bound_of_even_degree_below_one=lambda: series(
        claim(ge(sp.log(1 - x), -x - x**2 / 2), {"x": ge(x), "pole": gt(1 - x)}), sp.log, -x, 2
    ),
    logarithm_of_the_argument_itself=lambda: series(
        claim(le(sp.log(x), x), {"x": gt(x)}), sp.log, x, 1
    ),
    logarithm_bound_with_a_factorial=lambda: series(
        claim(ge(sp.log(1 + x), x - x**2 / 4), {"x": ge(x)}), sp.log, x, 2
    ),
)
attacks(
    "is not sin",
    pythagoras_hyperbolic=lambda: pythagoras(claim(eq(sp.sin(x) ** 2 - sp.cos(x) ** 2, 1)), x),
    pythagoras_of_two_arguments=lambda: pythagoras(
        claim(eq(sp.sin(x) ** 2 + sp.cos(y) ** 2, 1)), x
    ),
)


# ── sample, cite ─────────────────────────────────────────────────────────────────────────────────

SURE = sp.Rational(99, 100)
attacks(
    "does not lie where",
    sample_on_the_other_side=lambda: sample(chance(le(p, half)), 90, 100),
    sample_within_its_interval=lambda: sample(chance(ge(p, sp.Rational(9, 10))), 90, 100),
    sample_of_one=lambda: sample(chance(ge(p, half), (1,)), 1, 1),
    sample_that_never_failed=lambda: sample(chance(ge(p, 1), (1000,)), 1000, 1000),
    sample_one_sided=lambda: sample(chance(ge(p, sp.Rational(955, 1000))), 100, 100),
)
attacks(
    "unexpected keyword|positional arguments",
    confidence_of_a_coin=lambda: sample(chance(ge(p, half)), 90, 100, confidence=half),
    confidence_as_an_argument=lambda: sample(chance(ge(p, half)), 90, 100, half),
    probability_as_an_argument=lambda: sample(chance(ge(p, half)), p, 90, 100),
)
attacks(
    "successes in",
    more_successes_than_trials=lambda: sample(chance(ge(p, half)), 110, 100),
    negative_successes=lambda: sample(chance(le(p, half)), -1, 100),
    no_trials=lambda: sample(chance(ge(p)), 0, 0),
)
attacks(
    "about the probability p alone",
    sample_of_two_probabilities=lambda: sample(chance(ge(p, x)), 90, 100),
    sample_of_no_probability=lambda: sample(chance(ge(MINUS)), 90, 100),
)
attacks(
    "must be affine",
    sample_through_an_exponential=lambda: sample(chance(ge(sp.exp(p), 1)), 90, 100),
)
attacks(
    "not an identity",
    sample_through_a_parabola=lambda: sample(chance(ge(p * (1 - p) * 100, 1)), 50, 100),
)
attacks(
    "judged by an inequality",
    sample_of_an_equation=lambda: sample(chance(eq(p, half)), 50, 100),
)
attacks(
    "names its reference",
    citation_of_nothing=lambda: cite(FALSE, " ", "known"),
    citation_without_a_reason=lambda: cite(FALSE, "A", ""),
    citation_that_is_no_key=lambda: cite(FALSE, None, "known"),
)


@pytest.mark.parametrize("name", ATTACKS)
def test_attack_is_rejected(name):
    words, function = ATTACKS[name]
    with pytest.raises(Rejected, match=words):
        function()


def test_there_are_as_many_attacks_as_before():
    assert len(ATTACKS) >= 321


IDENTITY_TESTS = ("equal_sympy", "equal_flint", "equal_fractions")


@pytest.mark.parametrize("sabotaged", IDENTITY_TESTS)
def test_two_engines_reject_what_a_sabotaged_third_accepts(monkeypatch, sabotaged):
    monkeypatch.setattr(kernel.engines, sabotaged, lambda left, right: True)
    with pytest.raises(Rejected, match="not an identity"):
        combine(claim(ge(x**2 - 1)), {}, [(1, x)])
    with pytest.raises(Rejected, match="is not evidently non-negative"):
        combine(claim(ge(x + 1), {"x": ge(x**3 + x)}), {}, [(x + 1, 1)])
    with pytest.raises(Rejected, match="leave something out"):
        split(ge(x), le(y))()


@pytest.mark.parametrize("trusted", IDENTITY_TESTS)
def test_every_engine_alone_stops_a_false_identity(monkeypatch, trusted):
    for name in set(IDENTITY_TESTS) - {trusted}:
        monkeypatch.setattr(kernel.engines, name, lambda left, right: True)
    with pytest.raises(Rejected, match="not an identity"):
        combine(claim(ge(x**2 - 1)), {}, [(1, x)])


@pytest.mark.parametrize(
    ("module", "engine", "wrong"),
    [
        ("matrices", "inertia_by_pivots", lambda m: (2, 0, 0)),
        ("matrices", "inertia_by_charpoly", lambda m: (2, 0, 0)),
        ("numeric", "_positive_arb", lambda *_: True),
        ("numeric", "_positive_mpmath", lambda *_: True),
        ("engines", "partial_derivative", lambda body, variables, orders: sp.Integer(0)),
        ("algebra", "semidefinite_by_charpoly", lambda m: True),
    ],
)
def test_a_sabotaged_engine_is_overruled(monkeypatch, module, engine, wrong):
    def enclosed():
        box = {"l": ge(x), "u": le(x, 1)}
        return enclose(claim(gt(x * (x - 1), sp.Rational(-1, 5)), box), {x: (0, 1)}, boxes=200)

    monkeypatch.setattr(getattr(kernel, module), engine, wrong)
    kernel.engines.derived.cache_clear()
    false = {
        "matrices": lambda: inertia(claim(Inertia(SADDLE, 2, 0, 0))),
        "numeric": enclosed,
        "engines": enclosed,
        "algebra": ATTACKS["negative_gram"][1],
    }[module]
    with pytest.raises(Rejected):
        false()


def test_a_sabotaged_comparison_of_fractions_is_overruled_by_balls(monkeypatch):
    monkeypatch.setattr(kernel.engines, "evaluate_fraction", lambda expr, at: 0)
    with pytest.raises(Rejected, match="disagree on the sign"):
        witness(claim(ge(x), {"x": eq(x)}), {x: 1})


def test_a_sabotaged_ball_is_overruled_by_fractions(monkeypatch):
    monkeypatch.setattr(kernel.engines, "_sign_by_balls", lambda expr: 0)
    with pytest.raises(Rejected, match="disagree on the sign"):
        witness(claim(ge(x), {"x": eq(x)}), {x: 1})


RUN = """
import runpy, sys
from provenscape.kernel import Rejected
assert False, "not optimised"
accepted = []
for suite in sys.argv[1:]:
    for name, (words, function) in runpy.run_path(suite)["ATTACKS"].items():
        try:
            function()
            accepted.append(name)
        except Rejected:
            pass
sys.exit(", ".join(accepted) or 0)
"""
HERE = Path(__file__).parent


def test_no_attack_succeeds_when_python_drops_assertions():
    suites = sorted(map(str, HERE.glob("test_attacks*.py")))
    assert len(suites) > 1
    done = subprocess.run(
        [sys.executable, "-O", "-c", RUN, *suites],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(HERE.parent), *sys.path))},
    )
    assert done.returncode == 0, done.stderr
