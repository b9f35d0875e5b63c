"""Attempts by what changes while it is read, by forged objects, and by words: all are `Rejected`.

Arguments of other people's types, claims and theorems changed behind the kernel's back, statements
that say another thing than they print, hidden poles, quantifiers turned round.
"""

import itertools
import operator
import pickle
from dataclasses import fields

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

from provenscape.kernel import (
    Chance,
    Claim,
    Inertia,
    Invariant,
    Limit,
    Rejected,
    Relation,
    Roots,
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
from provenscape.kernel.language import Definition, FunctionValue
from provenscape.kernel.numeric import _positive_arb, _positive_mpmath

ATTACKS, attack, attacks = registry()

SQUARE = combine(claim(ge(x**2)), {}, [(1, x)])
WEAK = combine(claim(ge(x), {"known": ge(x)}), {"known": 1})


# ── arguments that change while they are read ────────────────────────────────────────────────────


class Shifty(dict):
    """A mapping that shows something else at each reading, and says that it equals everything."""

    __hash__ = None

    def __init__(self, *readings):
        super().__init__(readings[0])
        self.readings = list(readings)

    def __eq__(self, other):
        return True

    def current(self):
        return self.readings.pop(0) if len(self.readings) > 1 else self.readings[0]

    def items(self):
        return self.current().items()

    def values(self):
        return self.current().values()

    def __iter__(self):
        return iter(self.current())

    def __getitem__(self, key):
        return self.current()[key]

    def __contains__(self, key):
        return key in self.current()


class Turning(tuple):
    """A tuple whose second and later readings give something else."""

    def __new__(cls, first, then):
        new = super().__new__(cls, first)
        new.readings = [first, then]
        return new

    def __iter__(self):
        return iter(self.readings.pop(0) if len(self.readings) > 1 else self.readings[0])


class Growing(int):
    """A whole number that is larger whenever somebody compares it."""

    def __lt__(self, other):
        return False

    def __gt__(self, other):
        return True

    def __le__(self, other):
        return True

    __ge__ = __gt__


class Agreeable(str):
    __hash__ = str.__hash__

    def __eq__(self, other):
        return True


def swapped(statement, field, value, entries=()):
    """A generator that changes a claim while a rule reads it, and then yields the entries."""
    object.__setattr__(statement, field, value)
    yield from entries


def restored(statement, field, value, entries=()):
    """The same, but the claim is as before when the reading is over."""
    before = getattr(statement, field)
    object.__setattr__(statement, field, value)
    yield from entries
    object.__setattr__(statement, field, before)


GIVEN_FALSE = {"false": ge(MINUS)}


@attack("changed while it was being checked|has no hypothesis")
def squares_that_change_the_hypotheses():
    statement = claim(ge(MINUS))
    combine(statement, {"false": 1}, swapped(statement, "given", GIVEN_FALSE))


@attack("has no hypothesis")
def squares_that_change_the_hypotheses_and_back():
    statement = claim(ge(MINUS))
    combine(statement, {"false": 1}, restored(statement, "given", GIVEN_FALSE))


@attack("not an identity")
def squares_that_change_the_conclusion():
    statement = claim(ge(x))
    combine(statement, {}, swapped(statement, "then", ge(x**2), [(1, x)]))


@attack("not an identity|is not evidently non-negative")
def generator_that_gives_a_square_to_its_claim():
    statement = claim(ge(x))
    combine(
        statement, {}, (q for q in [(1, sp.sqrt(2)), *restored(statement, "then", ge(x**2 + 2))])
    )


@attack("not an identity")
def basis_that_changes_the_conclusion():
    statement = claim(ge(x))
    sos(statement, swapped(statement, "then", ge(x**2), [x]), sp.eye(1))


@attack("not an identity")
def lemmas_that_change_the_conclusion():
    statement = claim(ge(x))

    class Lemmas(Shifty):
        def items(self):
            object.__setattr__(statement, "then", ge(x**2))
            return super().items()

    chain(statement, Lemmas({"l": SQUARE}), {"l": 1})


@attack("Z3 answers sat")
def seconds_that_change_the_conclusion():
    statement = claim(ge(x))

    class Seconds(int):
        def __add__(self, other):
            object.__setattr__(statement, "then", ge(x**2))
            return 20

    try:
        unsat(statement, seconds=Seconds(5))
    except Rejected as error:
        if "is no argument" not in str(error):
            raise
    unsat(statement)


@attack("changed while it was being checked|is not listed")
def eliminants_that_change_the_conclusion():
    statement = claim(Roots((x,), (x,), ()))

    class Eliminants(Shifty):
        def items(self):
            object.__setattr__(statement, "then", Roots((x,), (x,), ((0,),)))
            return super().items()

    roots(statement, Eliminants({x: (x, [1])}))


@attack("changed while it was being checked|fails at|no hypothesis restricts")
def domain_that_changes_the_conclusion():
    statement = claim(gt(x), {"x": eq(x * (x - 1))})

    class Domain(Shifty):
        def items(self):
            object.__setattr__(statement, "then", ge(x))
            return super().items()

    exhaust(statement, Domain({x: [0, 1]}))


@attack("positivity fails|is no hypothesis|changed while")
def box_that_changes_the_conclusion():
    statement = claim(gt(x), {"low": ge(x, -1), "high": le(x, 1)})

    class Box(Shifty):
        def items(self):
            object.__setattr__(statement, "then", gt(x, -2))
            return super().items()

    enclose(statement, Box({x: (-1, 1)}))


@attack("TypeError")
def hypotheses_replaced_in_the_dictionary_of_the_claim():
    statement = claim(ge(MINUS))

    def entries():
        vars(statement)["given"] = GIVEN_FALSE
        yield 1, x

    combine(statement, {"false": 1}, entries())


attacks(
    "is not evidently non-negative|not an identity|has no hypothesis",
    using_that_changes=lambda: combine(
        claim(ge(-x), {"x": ge(x)}), Shifty({"x": 1}, {"x": -1}, {"x": 1})
    ),
    multipliers_that_change=lambda: sos(
        claim(ge(-x), {"x": ge(x)}), [], sp.zeros(0, 0), Shifty({"x": 1}, {"x": -1})
    ),
    squares_that_change=lambda: combine(claim(ge(x)), {}, Turning([(1, x)], [(x, 1)])),
    pair_that_changes=lambda: combine(claim(ge(x)), {}, [Turning((1, 1), (x, 1))]),
)
attacks(
    "is not known|not an identity",
    lemma_that_changes=lambda: chain(
        FALSE, {"l": Turning((SQUARE, {x: 1}), (WEAK, {x: MINUS}))}, {"l": 1}
    ),
    values_that_change=lambda: chain(FALSE, {"l": (WEAK, Shifty({x: 1}, {x: -1}))}, {"l": 1}),
)
attacks(
    "is not listed|does not solve|one for each solution|TypeError|no polynomial",
    eliminants_that_change=lambda: roots(
        claim(Roots((x,), (x,), ())), Shifty({x: (x, [1])}, {x: (sp.Integer(1), [0])})
    ),
    cofactors_that_change=lambda: roots(
        claim(Roots((x,), (x,), ())), {x: (x, Turning([1], [1 / x]))}
    ),
)
attacks(
    "fails at|no hypothesis restricts",
    domain_that_changes=lambda: exhaust(
        claim(le(x, 0), {"x": eq(x * (x - 1))}), Shifty({x: [0, 1]}, {x: [0]})
    ),
    choices_that_change=lambda: exhaust(
        claim(le(x, 0), {"x": eq(x * (x - 1))}), {x: Turning([0, 1], [0])}
    ),
)
attacks(
    "positivity fails|is no hypothesis",
    box_that_changes=lambda: enclose(
        claim(gt(x), {"low": ge(x, -1), "high": le(x, 1)}), Shifty({x: (-1, 1)}, {x: (half, 1)})
    ),
    side_that_changes=lambda: enclose(
        claim(gt(x), {"low": ge(x, -1), "high": le(x, 1)}), {x: Turning((-1, 1), (half, 1))}
    ),
)
attacks(
    "holds at the point|fails at the witness",
    point_that_changes=lambda: refute(claim(ge(x), {"x": ge(x)}), Shifty({x: 1}, {x: -1}, {x: 1})),
    witness_that_changes=lambda: witness(
        claim(ge(x), {"a": gt(x), "b": lt(x)}), Shifty({x: 1}, {x: 1}, {x: -1})
    ),
)
attacks(
    "leave something out|does not prove the case|one theorem",
    split_that_changes=lambda: cases(claim(ge(x)), [WEAK], Turning([ge(x)], [ge(x), le(x)])),
    theorems_that_change=lambda: cases(
        claim(ge(x)), Turning([SQUARE, SQUARE], [WEAK, WEAK]), [ge(x), le(x)]
    ),
)
attacks(
    "no theorem gives",
    parts_that_change=lambda: conjoin(
        claim(Turning((ge(x), ge(x)), (ge(x**2), ge(x**2)))), [SQUARE]
    ),
)
attacks(
    "is no argument of a rule|whole number",
    boxes_of_another_type=lambda: enclose(
        claim(gt(x, 3), {"l": ge(x, 1), "h": le(x, 2)}), {x: (1, 2)}, boxes=Growing(1)
    ),
    seconds_of_another_type=lambda: unsat(claim(ge(x**2)), seconds=Growing(1)),
    limit_of_another_type=lambda: exhaust(claim(ge(x), {"x": eq(x)}), {x: [0]}, limit=Growing(1)),
    degree_of_another_type=lambda: series(claim(ge(sp.exp(x), 1)), sp.exp, x, Growing(0)),
    degree_as_an_expression=lambda: series(claim(ge(sp.exp(x), 1 + x)), sp.exp, x, sp.Integer(1)),
    successes_of_another_type=lambda: sample(chance(ge(p, half)), Growing(90), 100),
    trials_of_another_type=lambda: sample(chance(ge(p, half)), 90, Growing(100)),
    name_of_another_type=lambda: combine(claim(ge(x**3), {"x": ge(x)}), {Agreeable("y"): x**2}),
    reference_of_another_type=lambda: cite(FALSE, Agreeable("A"), "b"),
    function_as_an_object=lambda: series(claim(ge(sp.exp(x), 1 + x)), object(), x, 1),
)
attacks(
    "is no plain whole number",
    coefficient_of_another_type=lambda: ge(x, Growing(1)),
    value_of_another_type=lambda: function("f", (x,), x)(Growing(1)),
)


# ── expressions of forged types ──────────────────────────────────────────────────────────────────


class EqualToAll(type):
    """A type that says it equals every other."""

    def __eq__(cls, other):
        return True

    __hash__ = type.__hash__


class Liar(sp.Expr, metaclass=EqualToAll):
    """An expression whose parts change, of a type that equals those of the language."""

    is_commutative = True
    asked = itertools.count()

    @property
    def args(self):
        return (x, x) if next(self.asked) % 2 else ()

    @property
    def free_symbols(self):
        return set()


class Flickering(sp.Integer):
    """An order of differentiation that is 1 for one reader and 0 for the next."""

    asked = itertools.count()

    def __int__(self):
        return next(self.asked) % 2


class MovingPlace(sp.Tuple):
    def __iter__(self):
        return iter((sp.Integer(0),))


def number(top, bottom=None, kind=sp.Integer):
    """A rational number with this numerator and denominator, whatever they are."""
    forged = object.__new__(kind if bottom is None else sp.Rational)
    forged.p, forged._args, forged._mhash = top, (), None
    if bottom is not None:
        forged.q = bottom
    return forged


def total(*parts):
    """A sum that nobody else holds, with these parts."""
    return sp.Basic.__new__(sp.Add, *parts)


def moving_sum():
    forged = total(x, y)
    forged._args = Turning((x, y), (x, sp.Integer(1)))
    return forged


def moving_tuple():
    forged = sp.Basic.__new__(sp.Tuple, x)
    forged._args = Turning((x,), (sp.Integer(0),))
    return forged


def twin(called="t", **values):
    """A symbol that prints as another and is filed elsewhere."""
    forged = sp.Symbol.__xnew__(sp.Symbol, called, real=True)
    for slot, value in values.items():
        setattr(forged, slot, value)
    return forged


F = function("f", (x,), x**2 - 2 * x)
D = F.definition

attacks(
    "outside the statement language|change while they are read",
    type_that_equals_every_type=lambda: ge(Liar(), 1),
    type_that_equals_every_type_in_a_sum=lambda: ge(total(Liar(), x), 1),
    type_that_equals_every_type_as_a_multiplier=lambda: combine(
        claim(ge(-x), {"x": ge(x)}), {"x": Liar()}
    ),
    sum_whose_parts_change=lambda: claim(ge(moving_sum(), -1)),
)
attacks(
    "change while they are read",
    value_at_a_place_whose_parts_change=lambda: ge(FunctionValue(D, sp.Tuple(0), moving_tuple())),
    function_whose_variables_change=lambda: ge(
        FunctionValue(Definition("f", Turning((x,), (y,)), x * y), sp.Tuple(0), sp.Tuple(x, y))
    ),
)
attacks(
    "must be real with no further assumption",
    symbol_filed_elsewhere=lambda: claim(
        Limit(twin(_mhash=1) + 1, 1, twin(_mhash=1)), {"far": ge(t, 1)}
    ),
    symbol_renamed=lambda: ge(twin("u", _mhash=hash(x), name="v")),
    symbol_with_an_assumption_put_in=lambda: gt(sp.Symbol("x", real=True, nonnegative=True)),
)
attacks(
    "no fraction in lowest terms",
    number_with_a_broken_numerator=lambda: ge(x, number(0.5)),
    number_with_a_growing_numerator=lambda: ge(x, number(Growing(1))),
    number_with_a_negative_denominator=lambda: ge(x, number(1, -2)),
    number_over_zero=lambda: ge(x, number(1, 0)),
    number_not_in_lowest_terms=lambda: ge(x, number(2, 4)),
    number_deep_inside=lambda: ge(total(x, number(0.5))),
)
attacks(
    "is no value of a named function",
    value_without_a_function=lambda: ge(FunctionValue(x)),
    value_of_a_symbol=lambda: ge(FunctionValue(x, sp.Tuple(0), sp.Tuple(x))),
    value_with_a_part_too_many=lambda: ge(FunctionValue(D, sp.Tuple(0), sp.Tuple(x), x)),
    value_with_orders_in_a_sum=lambda: ge(FunctionValue(D, x + 1, sp.Tuple(x))),
    value_at_a_place_that_moves=lambda: ge(FunctionValue(D, sp.Tuple(0), MovingPlace(x))),
    value_at_no_place=lambda: ge(FunctionValue(D, sp.Tuple(0), x)),
)
attacks(
    "do not fit the variables",
    value_with_too_many_orders=lambda: ge(FunctionValue(D, sp.Tuple(0, 0), sp.Tuple(x))),
    value_without_orders=lambda: ge(FunctionValue(D, sp.Tuple(), sp.Tuple(x))),
    value_of_a_negative_order=lambda: ge(FunctionValue(D, sp.Tuple(-1), sp.Tuple(x))),
    value_of_a_broken_order=lambda: ge(FunctionValue(D, sp.Tuple(half), sp.Tuple(x))),
    value_of_a_symbolic_order=lambda: ge(FunctionValue(D, sp.Tuple(x), sp.Tuple(x))),
    value_of_an_endless_order=lambda: ge(FunctionValue(D, sp.Tuple(10**6), sp.Tuple(x))),
    value_at_too_many_places=lambda: ge(FunctionValue(D, sp.Tuple(0), sp.Tuple(x, x))),
    value_at_too_few_places=lambda: ge(FunctionValue(D, sp.Tuple(0), sp.Tuple())),
)
attacks(
    "outside the statement language|change while they are read|do not fit",
    value_of_a_flickering_order=lambda: ge(
        FunctionValue(D, sp.Tuple(number(1, kind=Flickering)), sp.Tuple(x))
    ),
    value_at_an_infinite_place=lambda: ge(FunctionValue(D, sp.Tuple(0), sp.Tuple(sp.oo))),
    value_at_a_broken_place=lambda: ge(FunctionValue(D, sp.Tuple(0), sp.Tuple(sp.Float(1)))),
)


# ── functions changed after they were used ───────────────────────────────────────────────────────


def changed(field, value, name="f", body=None):
    """A claim about a function that is changed afterwards, behind its back."""
    f = function(name, (x,), a * x**2 if body is None else body)
    statement = claim(ge(f(x)), {"a": ge(a)})
    object.__setattr__(f.definition, field, value)
    return statement


attacks(
    "does not change",
    body_assigned=lambda: setattr(D, "body", -(x**2)),
    variables_assigned=lambda: setattr(D, "variables", (y,)),
    parameters_assigned=lambda: setattr(D, "parameters", (y,)),
    name_assigned=lambda: setattr(D, "name", "g"),
)
attacks(
    "not an identity",
    body_changed_after_the_claim=lambda: combine(changed("body", -a * x**2 - 1), {"a": x**2}),
    body_changed_in_value=lambda: combine(changed("body", a * x**2 - 1), {"a": x**2}),
)
attacks(
    "are those of its body",
    body_with_another_parameter=lambda: combine(changed("body", -y), {"a": x**2}),
    variables_changed_after_the_claim=lambda: combine(changed("variables", (a,)), {"a": x**2}),
    parameters_forgotten=lambda: combine(changed("parameters", ()), {"a": x**2}),
    parameters_renamed=lambda: combine(changed("parameters", (y,)), {"a": x**2}),
)
attacks(
    "outside the statement language",
    body_changed_to_an_imaginary_one=lambda: combine(changed("body", sp.I * a * x), {"a": x**2}),
)
attacks(
    "names two things|names a function and a symbol",
    name_changed_to_that_of_a_symbol=lambda: combine(changed("name", "a"), {"a": x**2}),
    two_functions_of_one_name=lambda: claim(
        ge(function("f", (x,), x)(y), function("f", (x,), -x)(y))
    ),
    one_name_with_other_variables=lambda: claim(
        eq(function("f", (x, y), x - y)(x, y), function("f", (y, x), x - y)(x, y))
    ),
    function_named_as_a_free_symbol=lambda: claim(ge(function("y", (x,), x**2)(x), y)),
    function_named_as_its_variable=lambda: function("x", (x,), x**2),
    function_named_as_its_parameter=lambda: function("a", (x,), a * x**2),
    two_functions_in_hypothesis_and_conclusion=lambda: claim(
        ge(function("f", (x,), x)(x)), {"f": ge(function("f", (x,), 2 * x + 1)(x))}
    ),
    nested_function_of_the_same_name=lambda: claim(
        ge(function("f", (x,), x**2)(function("f", (x,), x)(y)), y)
    ),
)
attacks(
    "explicit expression",
    function_of_a_function=lambda: function("g", (x,), F(x) + 1),
)
attacks(
    "one or more distinct symbols",
    function_of_nothing=lambda: function("g", (), sp.Integer(1)),
    function_of_one_variable_twice=lambda: function("g", (x, x), x),
)
attacks(
    "is no symbol|outside the statement language|is no exact",
    function_of_a_number=lambda: function("g", (sp.Integer(1),), x),
    function_of_a_function_value=lambda: function("g", (F(x),), x),
    function_with_a_float=lambda: function("g", (x,), 0.5 * x),
    function_with_a_text=lambda: function("g", (x,), "x"),
    hidden_body_with_a_float=lambda: ge(
        FunctionValue(Definition("g", (x,), 0.5 * x), sp.Tuple(0), sp.Tuple(x))
    ),
)
attacks(
    "takes one value for each|is differentiated along these",
    value_at_two_places=lambda: F(x, y),
    value_at_none=lambda: F(),
    slope_along_a_parameter=lambda: function("g", (x,), a * x).partial(a),
    slope_along_a_square=lambda: F.partial(x**2),
)
attacks(
    "is a value; differentiate the function",
    value_differentiated_by_sympy=lambda: sp.diff(F(x), x),
)


# ── relations, claims and theorems filled by hand ────────────────────────────────────────────────


def filled(kind, **values):
    """An object of a kernel's type that its constructor never saw."""
    forged = object.__new__(kind)
    for name, value in values.items():
        object.__setattr__(forged, name, value)
    return forged


def relation(left, op, right, expr):
    return filled(Relation, left=left, op=op, right=sp.sympify(right), expr=expr)


X_IS_A_SQUARE = relation(x, ">=", 0, x**2)


def unpickled(state, kind=Relation):
    """The same through the door that pickle uses."""
    forged = object.__new__(kind)
    forged.__setstate__(state)
    return forged


def with_expr(statement, expr):
    """The claim, after the difference of its conclusion's sides was replaced."""
    object.__setattr__(statement.then, "expr", expr)
    return statement


attacks(
    "not an identity",
    hypothesis_with_a_forged_difference=lambda: combine(
        claim(ge(MINUS), {"f": relation(x**2, ">=", 0, sp.Integer(-1))}), {"f": 1}
    ),
    hypothesis_changed_after_the_claim=lambda: (
        given := claim(ge(MINUS), {"f": ge(x**2)}),
        object.__setattr__(given.given["f"], "expr", sp.Integer(-1)),
        combine(given, {"f": 1}),
    ),
    conclusion_with_a_forged_difference=lambda: combine(claim(X_IS_A_SQUARE), {}, [(1, x)]),
    conclusion_through_pickle=lambda: combine(
        claim(unpickled([x, ">=", sp.Integer(0), x**2])), {}, [(1, x)]
    ),
)
attacks(
    "Z3 answers sat",
    unsat_of_a_forged_difference=lambda: unsat(claim(X_IS_A_SQUARE)),
    unsat_of_a_changed_difference=lambda: unsat(with_expr(claim(ge(x)), x**2)),
)
attacks(
    "fails at",
    exhausted_with_a_forged_difference=lambda: exhaust(
        with_expr(claim(lt(x), {"x": eq(x)}), sp.Integer(1)), {x: [0]}
    ),
)
attacks(
    "positivity fails",
    enclosure_of_a_changed_difference=lambda: enclose(
        with_expr(claim(gt(x), {"l": ge(x, -1), "h": le(x, 1)}), sp.Integer(1)), {x: (-1, 1)}
    ),
)
attacks(
    "the Taylor bound is",
    series_of_a_changed_difference=lambda: series(
        with_expr(claim(ge(sp.exp(x), 2 + x)), sp.exp(x) - 1 - x), sp.exp, x, 1
    ),
)
attacks(
    "holds at the point",
    refutation_of_a_changed_difference=lambda: refute(with_expr(claim(ge(x**2)), -x), {x: 1}),
)
attacks(
    "the inertia is",
    inertia_of_a_changed_matrix=lambda: (
        saddle := claim(Inertia(sp.Matrix([[0, 1], [1, 0]]), 2, 0, 0)),
        object.__setattr__(saddle.then, "exact", sp.ImmutableMatrix(sp.eye(2))),
        inertia(saddle),
    ),
)
attacks(
    "does not solve|is not listed|not an identity",
    roots_of_a_changed_system=lambda: (
        listed := claim(Roots((x**2 - 1,), (x,), ((1,),))),
        object.__setattr__(listed.then, "exact", (x - 1,)),
        roots(listed, {x: (x - 1, [1])}),
    ),
)
attacks(
    "unknown relation",
    relation_filled_with_a_word=lambda: claim(relation(x, "!=", 0, x)),
    relation_filled_with_an_agreeable_word=lambda: claim(relation(x, Agreeable(">="), 0, x)),
)
attacks(
    "says nothing",
    relation_filled_with_equal_sides=lambda: claim(relation(x, "=", x, sp.Integer(0))),
)
attacks(
    "is no exact|outside the statement",
    relation_filled_with_a_float=lambda: claim(filled(Relation, left=0.5, op=">=", right=x)),
    relation_filled_with_a_float_inside=lambda: claim(relation(x, ">=", sp.Float(1), x)),
)
attacks("AttributeError", relation_left_empty=lambda: claim(ge(x)) and claim_of_nothing())


def claim_of_nothing():
    return combine(object.__new__(Claim), {})


def claim_by_hand(**values):
    """A claim whose fields were filled without its constructor."""
    own = {field.name: getattr(FALSE, field.name) for field in fields(Claim)}
    return filled(Claim, **(own | values))


attacks(
    "not an identity|has no hypothesis|changed while it was being checked",
    claim_with_hypotheses_that_change=lambda: combine(
        claim_by_hand(given=Shifty(GIVEN_FALSE, GIVEN_FALSE, {})), {"false": 1}, [(1, x)]
    ),
    claim_with_hypotheses_that_come_and_go=lambda: combine(
        claim_by_hand(given=Shifty({}, GIVEN_FALSE, {})), {"false": 1}
    ),
    claim_with_conclusions_that_change=lambda: conjoin(
        claim_by_hand(then=Turning((ge(x**2),), (ge(MINUS),))), [SQUARE]
    ),
)
attacks(
    "is no statement",
    claim_filled_with_a_text=lambda: combine(claim_by_hand(then="x >= 0"), {}),
    claim_filled_with_a_class=lambda: combine(claim_by_hand(then=Relation), {}),
)
attacks(
    "is no relation",
    claim_filled_with_a_strange_hypothesis=lambda: combine(
        claim_by_hand(given={"e": type("Easy", (Relation,), {})(x, ">=", 0)}), {"e": 1}
    ),
)
attacks(
    "is not evidently nonzero",
    claim_filled_with_a_pole=lambda: combine(claim_by_hand(then=eq(x * (1 / y), x / y + z)), {}),
)
attacks(
    "is no claim",
    claim_of_a_subclass=lambda: combine(
        type("Sub", (Claim,), {})(id="s", says="s", items={}, given={}, then=ge(x**2)), {}
    ),
    claim_of_another_kind=lambda: combine(ge(x**2), {}, [(1, x)]),
    claim_that_is_none=lambda: combine(None, {}, [(1, x)]),
    theorem_in_place_of_a_claim=lambda: combine(SQUARE, {}, [(1, x)]),
)


def as_premise(theorem):
    """-1 >= 0, from whatever the theorem says with x = -1."""
    return chain(FALSE, {"forged": (theorem, {x: -1})}, {"forged": 1})


def made():
    return combine(claim(ge(x**2)), {}, [(1, x)])


def tampered(field, value, target=lambda theorem: theorem):
    theorem = made()
    object.__setattr__(target(theorem), field, value)
    return theorem


attacks(
    "was not made by a rule|not an identity|is no argument|change",
    premise_with_a_changed_difference=lambda: as_premise(
        tampered("expr", x, operator.attrgetter("claim.then"))
    ),
    premise_with_a_changed_side=lambda: as_premise(
        tampered("left", x, operator.attrgetter("claim.then"))
    ),
    premise_with_another_conclusion=lambda: as_premise(
        tampered("then", ge(x), operator.attrgetter("claim"))
    ),
    premise_with_another_claim=lambda: as_premise(tampered("claim", claim(ge(x)))),
    premise_with_a_claim_that_changes=lambda: as_premise(
        tampered("claim", claim_by_hand(then=Turning((ge(x**2),), (ge(x),))))
    ),
    premise_of_a_subclass=lambda: as_premise(type("Heir", (Theorem,), {})),
)
attacks(
    "was not made by a rule",
    verified_with_another_verdict=lambda: verified(tampered("verdict", "certified")),
    verified_with_an_agreeable_verdict=lambda: verified(tampered("verdict", Agreeable("proved"))),
    verified_with_an_agreeable_rule=lambda: verified(
        tampered("rule", Agreeable("combine"), lambda theorem: theorem.steps[0])
    ),
    verified_without_steps=lambda: verified(tampered("steps", ())),
    verified_with_another_basis=lambda: verified(tampered("basis", "certified")),
    verified_with_an_assumption_dropped=lambda: (
        cited := cite(claim(ge(x)), "A", "b"),
        object.__setattr__(cited.steps[0], "assumption", None),
        verified(cited),
    ),
)


@attack("rejected|was not made by|is no argument")
def theorem_through_pickle():
    try:
        as_premise(pickle.loads(pickle.dumps(made())))
    except (TypeError, pickle.PicklingError) as error:
        raise Rejected(f"rejected: {error}") from error


# ── statements that say another thing than they print ────────────────────────────────────────────

attacks(
    "reads as something else",
    symbol_named_e=lambda: real("E"),
    symbol_named_pi=lambda: real("pi"),
    symbol_named_i=lambda: real("I"),
    symbol_named_exp=lambda: real("exp"),
    symbol_named_oo=lambda: real("oo"),
    symbol_named_with_a_relation=lambda: real("x>=0"),
    symbol_named_with_a_space=lambda: ge(sp.Symbol("x y", real=True)),
    symbol_without_a_name=lambda: ge(sp.Symbol("", real=True)),
    symbol_named_by_a_number=lambda: ge(sp.Symbol("0", real=True)),
    symbol_named_with_parentheses=lambda: ge(sp.Symbol("f(x)", real=True)),
    symbol_that_ends_in_a_line=lambda: ge(sp.Symbol("x_", real=True)),
    symbol_with_a_foreign_letter=lambda: ge(sp.Symbol("х", real=True)),
    symbol_with_a_name_of_another_type=lambda: ge(sp.Symbol(Agreeable("x"), real=True)),
    function_named_sin=lambda: function("sin", (x,), x),
    function_named_and=lambda: function("and", (x,), x),
    function_named_by_another_type=lambda: function(Agreeable("f"), (x,), x),
    function_without_a_name=lambda: function("", (x,), x),
)
LOSS = x**2 + x * y + y**2
attacks(
    "says nothing",
    loss_of_exchanged_arguments=lambda: eq(LOSS, LOSS.xreplace({x: y, y: x})),
    gradient_typed_as_computed=lambda: eq(sp.diff(LOSS, x), 2 * x + y),
    equal_sides=lambda: ge(x, x),
    sides_that_differ_by_a_number=lambda: gt(x + 1, x),
    difference_of_a_thing_with_itself=lambda: eq(x - x),
    quotient_of_a_thing_with_itself=lambda: eq(x / x, 1),
    equal_numbers=lambda: eq(1, 1),
    unequal_numbers=lambda: gt(2, 1),
    false_numbers=lambda: gt(1, 2),
    equal_values_of_a_function=lambda: eq(F(x), F(x)),
    value_less_itself=lambda: eq(F(x) - F(x)),
    value_over_itself=lambda: eq(F(x) / F(x), 1),
    hypothesis_that_is_a_number=lambda: claim(ge(x), {"two": gt(2)}),
    root_of_a_number_squared=lambda: eq(sp.sqrt(2) ** 2, 2),
    logarithm_undone=lambda: eq(sp.exp(sp.log(x)), x),
    substitution_that_collapses=lambda: ge(x, y).subs({x: y}),
    invariant_that_collapses=lambda: Invariant(ge(x, x), {x: 1}, {x: 2 * x}),
    chance_that_collapses=lambda: chance(ge(p, p)),
)
attacks(
    "SymPy folded",
    limit_of_a_constant=lambda: Limit(t / t, 1, t),
    system_with_an_empty_equation=lambda: Roots((x - x, y), (x, y), ((0, 0),)),
    system_with_a_constant_equation=lambda: Roots((x, sp.Integer(1)), (x,), ()),
)


def texts(**more):
    return claim(ge(x**2), **more)


attacks(
    "must map names to relations|in one line|is a text|named by their ids|are texts|map ids|tuple",
    hypothesis_name_with_a_line=lambda: claim(ge(x), {"x]\nthen\n    x >= 0  [y": ge(x)}),
    hypothesis_name_with_a_colon=lambda: claim(ge(x), {"a: x >= 0": ge(x)}),
    hypothesis_name_with_brackets=lambda: claim(ge(x), {"a] [b": ge(x)}),
    hypothesis_without_letters=lambda: claim(ge(x), {"": ge(x)}),
    hypothesis_name_of_another_type=lambda: claim(ge(x), {Agreeable("a"): ge(x)}),
    meaning_with_a_line=lambda: texts(where={x: "a number\nthen x >= 0"}),
    meaning_of_another_type=lambda: texts(where={x: Agreeable("a number")}),
    latex_with_a_line=lambda: texts(where={x: ("a number", "x\n y")}),
    event_with_a_line=lambda: Chance(ge(p, half), p, "a\nb", "c", (1,)),
    design_without_words=lambda: Chance(ge(p, half), p, "a", " ", (1,)),
    event_of_another_type=lambda: Chance(ge(p, half), p, Agreeable("a"), "c", (1,)),
    id_of_another_type=lambda: texts(id=Agreeable("a")),
    words_of_another_type=lambda: texts(says=Agreeable("a")),
    scope_of_another_type=lambda: texts(scope=Agreeable("a")),
    repairs_of_another_type=lambda: texts(repairs=Agreeable("a")),
    item_of_another_type=lambda: texts(items={Agreeable("O-1"): "whole"}),
    bridges_in_one_word=lambda: texts(bridges="abc"),
    fact_of_another_type=lambda: claim(ge(x), {"x": ge(x)}, facts={"x": Agreeable("a")}),
    bridge_of_another_type=lambda: texts(bridges=(Agreeable("a"),)),
)
attacks(
    "is no hypothesis",
    fact_for_nothing=lambda: claim(ge(x), {"x": ge(x)}, facts={"y": "taylor"}),
)
attacks("each symbol once", meaning_given_twice=lambda: texts(where={x: "a", (x, y): "b"}))
attacks("has no meaning", symbol_without_meaning=lambda: texts().require_dictionary())
attacks(
    "does not occur",
    meaning_of_nothing=lambda: texts(where={x: "a", y: "b"}).require_dictionary(),
)


def two(**where):
    """A statement about x and y, with LaTeX for them."""
    latex = {{"x": x, "y": y}[name]: ("a number", shown) for name, shown in where.items()}
    return claim(ge(x, y), where={x: "a number", y: "a number"} | latex)


X_1, X1 = real("x_1 x1")
attacks(
    "is typeset",
    symbols_of_one_look=lambda: claim(
        ge(X_1, X1), where={(X_1, X1): "numbers"}
    ).require_dictionary(),
    symbol_that_looks_like_another=lambda: two(y="x").require_dictionary(),
    symbols_that_change_their_looks=lambda: two(x="z", y="z").require_dictionary(),
    symbol_that_looks_like_a_constant=lambda: two(y=r"\pi").require_dictionary(),
    function_that_looks_like_a_symbol=lambda: claim(
        ge(function("x1", (y,), y**2)(y), X_1), where={X_1: "a number"}
    ).require_dictionary(),
)
attacks(
    "reads as something else",
    **{f"symbol_called_{word}": lambda word=word: real(word) for word in ("e", "i", "for", "then")},
)


# ── numbers rewritten in place ───────────────────────────────────────────────────────────────────


def rewritten(number, statement):
    """Make a claim while a number in it is another one, whose hash is known from before."""
    then = number.p
    shown = x**2 + number
    hash(shown)
    try:
        number.p = 1
        return statement(shown)
    finally:
        number.p = then


attacks(
    "parts that changed",
    identity_of_a_rewritten_number=lambda: rewritten(
        sp.Integer(-(10**20) - 13), lambda e: combine(claim(ge(e)), {}, [(1, x), (1, 1)])
    ),
    sign_of_a_rewritten_number=lambda: rewritten(
        sp.Integer(-(10**20) - 15), lambda e: combine(claim(ge(y**2 * (x**2 + 1))), {}, [(e, y)])
    ),
    rewritten_number_in_a_function=lambda: rewritten(
        sp.Integer(-(10**20) - 17), lambda e: function("f", (x,), e)
    ),
    rewritten_fraction=lambda: rewritten(
        sp.Rational(-(10**20) - 19, 7), lambda e: combine(claim(ge(e)), {}, [(1, x)])
    ),
)


# ── verdicts on counts at another level ──────────────────────────────────────────────────────────

attacks(
    "is judged at confidence",
    chance_at_a_lower_level=lambda: Chance(ge(p, half), p, "a", "b", (1,), sp.Rational(9, 10)),
)


# ── poles hidden in functions ────────────────────────────────────────────────────────────────────

INVERSE = function("inverse", (x,), 1 / x)
LOGARITHM = function("logarithm", (x,), sp.log(x))
SCALED = function("scaled", (x,), x / a)
POSITIVE = combine(claim(gt(INVERSE(x)), {"x": gt(x)}), {}, [(1 / x, 1)])
attacks(
    "is not evidently nonzero|ComplexInfinity",
    value_at_an_unknown_place=lambda: claim(ge(INVERSE(x) ** 2)),
    value_at_its_pole=lambda: claim(ge(INVERSE(0))),
    slope_at_its_pole=lambda: claim(ge(INVERSE.partial(x, at=(0,)))),
    pole_that_the_product_cancels=lambda: claim(eq(x * INVERSE(x), 1)),
    pole_of_a_parameter=lambda: claim(ge(SCALED(x) ** 2)),
    pole_inside_a_square=lambda: claim(ge(F(INVERSE(x)), -1)),
    pole_of_a_value=lambda: claim(eq(INVERSE(F(x)) * F(x), 1)),
    pole_in_an_update=lambda: claim(Invariant(ge(x), {x: 1}, {x: INVERSE(x) ** 2})),
    pole_in_a_start=lambda: claim(Invariant(ge(x), {x: INVERSE(y) ** 2}, {x: x})),
    pole_in_a_system=lambda: claim(Roots((x * INVERSE(x) - y, y), (x, y), ())),
    pole_in_a_hypothesis=lambda: claim(ge(x), {"h": ge(INVERSE(x))}),
    pole_excused_by_itself=lambda: claim(ge(INVERSE(x)), {"h": gt(INVERSE(x))}),
    pole_in_a_multiplier=lambda: combine(claim(eq(ONE), {"x": eq(x)}), {"x": INVERSE(x)}),
    pole_in_a_square=lambda: combine(claim(gt(x**2)), {}, [(x**4, INVERSE(x))]),
    pole_in_a_scale=lambda: combine(
        claim(ge(MINUS, -x), {"x": ge(x)}), {"x": INVERSE(x) ** 2}, scale=INVERSE(x) ** 2
    ),
    pole_put_for_a_symbol=lambda: chain(
        claim(ge(x**2)), {"l": (SQUARE, {x: x * INVERSE(y) * y})}, {"l": 1}
    ),
    pole_as_a_slope=lambda: limit(
        claim(Limit(ONE.xreplace({x: t}) + t, 1, t)), SQUARE, INVERSE(y) ** 2
    ),
    pole_in_a_cofactor=lambda: roots(
        claim(Roots((x * (x - 1),), (x,), ((0,),))), {x: (x, [INVERSE(x - 1)])}
    ),
    pole_in_a_factor=lambda: enclose(
        claim(ge(x * y), {"l": ge(x), "h": le(x, 1)}), {x: (0, 1)}, factor=INVERSE(y) ** 2
    ),
    pole_in_a_case=lambda: cases(
        claim(ge(x**2)), [SQUARE, SQUARE], [ge(INVERSE(x)), le(INVERSE(x))]
    ),
)
attacks(
    "is not evidently positive",
    logarithm_of_an_unknown_number=lambda: claim(ge(LOGARITHM(x) ** 2)),
    slope_of_a_logarithm_outside=lambda: claim(le(LOGARITHM.partial(x, at=(-1,)))),
    second_slope_of_a_logarithm_outside=lambda: claim(le(LOGARITHM.partial(x, x, at=(-(x**2),)))),
)
attacks(
    "is not known|not evidently nonzero|outside",
    lemma_at_a_pole=lambda: chain(claim(gt(y**2 + 1)), {"l": (POSITIVE, {x: 0})}, {"l": 1}),
)
attacks(
    "is not defined|is outside|not evidently",
    witness_at_a_pole=lambda: witness(
        claim(ge(x**2), {"far": gt(x**2 * INVERSE(x) ** 2, -1), "x": gt(x**2)}).without("x"),
        {x: 0},
    ),
    refutation_at_a_pole_of_a_function=lambda: refute(
        claim(eq(x * INVERSE(x), 1), {"x": gt(x**2)}), {x: INVERSE(0)}
    ),
    refutation_by_a_logarithm_outside=lambda: refute(claim(ge(sp.exp(x))), {x: LOGARITHM(-1)}),
)


@attack("positivity")
def reciprocal_on_an_interval_that_ends_at_its_pole():
    """1/y on [0, 1/4] has no enclosure; mpmath once gave [4, oo]."""
    box = {y: (sp.Integer(0), sp.Rational(1, 4))}
    if _positive_mpmath(1 / y, {y: -1 / y**2}, box) or _positive_arb(1 / y, {y: -1 / y**2}, box):
        return
    raise Rejected("no engine shows positivity")


attacks(
    "positivity fails|within",
    enclosure_of_a_function_with_a_pole=lambda: enclose(
        claim(gt(function("g", (x,), 1 / x)(y)), {"l": ge(y, -1), "h": le(y, 1), "y": gt(y**2)}),
        {y: (-1, 1)},
        boxes=300,
    ),
    enclosure_of_an_odd_pole=lambda: enclose(
        claim(gt(1 / y**3, -100), {"l": ge(y, -1), "h": le(y, 1), "y": gt(y**2)}),
        {y: (-1, 1)},
        boxes=300,
    ),
)

# ── functions and substitutions ──────────────────────────────────────────────────────────────────

LINE = function("line", (x,), a * x)
attacks(
    "not an identity",
    parameter_named_as_the_argument=lambda: combine(claim(eq(LINE(a), a * x)), {}),
    variable_captured_by_a_parameter=lambda: combine(claim(eq(LINE(y), y * x)), {}),
    slope_at_another_place=lambda: combine(claim(eq(F.partial(x, at=(y,)), 2 * x - 2)), {}),
    slope_along_the_wrong_variable=lambda: combine(
        claim(eq(function("f", (x, y), x * y**2).partial(x), 2 * x * y)), {}
    ),
    value_of_exchanged_arguments=lambda: combine(
        claim(eq(function("f", (x, y), x - y)(y, x), x - y)), {}
    ),
    simultaneous_substitution_into_a_value=lambda: combine(
        claim(eq(function("f", (x, y), x - 2 * y)(y, x), y - 2 * y)), {}
    ),
    second_slope_for_the_first=lambda: combine(claim(eq(F.partial(x, x), 2 * x - 2)), {}),
    slope_of_the_value_instead_of_the_function=lambda: combine(
        claim(eq(F.partial(x, at=(x**2,)), 4 * x**3 - 4 * x)),
        {},  # the chain rule is not applied
    ),
    lemma_that_captures_a_bound_variable=lambda: chain(
        claim(eq(F(y), y**2 - 2 * x)),
        {"l": (combine(claim(eq(F(x), x**2 - 2 * x)), {}), {x: y})},
        {"l": 1},
    ),
)


# ── quantifiers ──────────────────────────────────────────────────────────────────────────────────

EXCEEDS = claim(gt(a, h**2), {"a": gt(a), "near": lt(h**2, r**2)}, parameters=(a,), constants=(r,))
attacks(
    "comes before the constants",
    parameter_in_terms_of_a_constant=lambda: refute(EXCEEDS, {a: r**2 / 8, h: r / 2}),
    parameter_as_another_symbol=lambda: refute(EXCEEDS, {a: y, h: r / 2}),
)
attacks(
    "is not evident for all constants",
    constant_chosen_after_the_parameter=lambda: refute(EXCEEDS, {a: 1, h: r / 2}),
    parameter_that_vanishes=lambda: refute(EXCEEDS, {a: 0, h: r / 2}),
    variable_outside_the_ball=lambda: refute(EXCEEDS, {a: 1, h: 2 * r}),
    variable_far_outside=lambda: refute(EXCEEDS, {a: 1, h: 1 + r}),
)
attacks(
    "must depend on its constants alone|gives no value|must be a number",
    parameter_left_out=lambda: refute(EXCEEDS, {h: r / 2}),
    variable_left_out=lambda: refute(EXCEEDS, {a: 1}),
)
attacks(
    "must leave|not evident",
    constant_chosen=lambda: refute(EXCEEDS, {a: 1, h: 2, r: 4}),
)
attacks(
    "give one point",
    constants_along_a_trajectory=lambda: refute(EXCEEDS, [{a: 1, h: r / 2}]),
)
attacks(
    "give the constants",
    constants_by_unsat=lambda: unsat(claim(ge(x**2), constants=(r,))),
    constants_by_citation=lambda: cite(claim(ge(x, r), constants=(r,)), "A", "b"),
    constants_by_conjunction=lambda: conjoin(claim((ge(x**2),), constants=(r,)), [SQUARE]),
    constants_by_cases=lambda: cases(
        claim(ge(x**2), constants=(r,)), [SQUARE, SQUARE], [ge(x), le(x)]
    ),
)
attacks(
    "is no premise",
    failure_from_a_refutation=lambda: refute(
        EXCEEDS, {a: 1, h: r / 2}, refute(claim(ge(r)), {r: -1})
    ),
)
attacks(
    "come before constants",
    parameters_without_constants=lambda: claim(ge(x), parameters=(a,)),
    parameter_that_is_a_constant=lambda: claim(ge(x), parameters=(a,), constants=(a,)),
    constant_named_twice=lambda: claim(ge(x), constants=(r, r)),
    parameter_named_twice=lambda: claim(ge(x), parameters=(a, a), constants=(r,)),
)
attacks(
    "found for relations alone",
    constants_of_a_limit=lambda: claim(Limit(t, 0, t), constants=(r,)),
    constants_of_an_invariant=lambda: claim(Invariant(ge(x), {x: 0}, {x: x}), constants=(r,)),
    constants_of_a_chance=lambda: claim(Chance(ge(p, half), p, "e", "d", (1,)), constants=(r,)),
)

# ── iterations ───────────────────────────────────────────────────────────────────────────────────

FALLS = Invariant(le(x, -1), {x: 0}, {x: x - 1})
VACUOUS = claim(FALLS, {"large": ge(x, 1)})
VACUOUS_PAIR = claim((FALLS, ge(y**2)), {"large": ge(x, 1)})
DRIVEN = Invariant(ge(x, -a), {x: a}, {x: x + y}, fixed=(z,))
attacks(
    "does not start at",
    vacuous_iteration=lambda: witness(VACUOUS, {x: 2}),
    vacuous_iteration_among_others=lambda: witness(VACUOUS_PAIR, {x: 2, y: 0}),
    refutation_off_the_start=lambda: refute(claim(FALLS), [{x: 1}, {}, {}]),
)
attacks(
    "fails at the witness in state",
    vacuous_iteration_from_its_start=lambda: witness(VACUOUS, {}),
    vacuous_pair_from_its_start=lambda: witness(VACUOUS_PAIR, {y: 0}),
    hypothesis_that_fails_later=lambda: witness(claim(FALLS, {"large": ge(x, -1)}), {}),
    hypothesis_that_fails_late=lambda: witness(
        claim(FALLS, {"large": ge(x, -3)}), [{}, {}, {}, {}, {}]
    ),
)
attacks(
    "changes what the iteration fixes",
    trajectory_that_changes_a_constant=lambda: refute(claim(DRIVEN), [{a: 1, y: 0, z: 0}, {a: -5}]),
    trajectory_that_changes_what_is_fixed=lambda: refute(
        claim(DRIVEN, {"y": ge(y, z)}), [{a: 1, y: 0, z: 0}, {z: -9, y: -9}, {}]
    ),
    trajectory_that_jumps=lambda: refute(claim(DRIVEN), [{a: 1, y: 0, z: 0}, {x: -9}]),
    witness_that_changes_a_constant=lambda: witness(
        claim(DRIVEN), [{a: 1, y: 0, z: 0}, {a: 2}, {}]
    ),
)
attacks(
    "fails along the trajectory",
    refutation_where_a_hypothesis_fails_at_last=lambda: refute(
        claim(Invariant(ge(x, 1), {x: 2}, {x: x - 1}), {"x": ge(x, 1)}), [{}, {}, {}]
    ),
    refutation_where_a_hypothesis_fails_at_first=lambda: refute(claim(FALLS, {"x": ge(x, 1)}), {}),
)
attacks(
    "gives no value",
    trajectory_without_a_constant=lambda: refute(claim(DRIVEN), {y: -3, z: 0}),
    trajectory_without_an_input=lambda: refute(claim(DRIVEN), {a: -3, z: 0}),
)
attacks("needs a point", trajectory_of_nothing=lambda: refute(claim(FALLS), []))
attacks(
    "what is fixed is no state|is no symbol",
    state_that_is_fixed=lambda: Invariant(ge(x), {x: 0}, {x: x}, fixed=(x,)),
    number_that_is_fixed=lambda: Invariant(ge(x), {x: 0}, {x: x}, fixed=(1,)),
)
attacks(
    "consists of relations|relations, and a start",
    invariant_of_a_truth_value=lambda: Invariant((sp.true,), {x: 0}, {x: x}),
    invariant_of_an_inertia=lambda: Invariant((Inertia(sp.eye(1), 1, 0, 0),), {x: 0}, {x: x}),
    invariant_of_nothing=lambda: Invariant((), {x: 0}, {x: x}),
    invariant_of_a_stranger=lambda: Invariant(
        (type("Easy", (Relation,), {})(x, ">=", 0),), {x: 0}, {x: x}
    ),
)
attacks(
    "one iteration for one claim",
    two_iterations=lambda: claim((FALLS, Invariant(ge(y), {y: 0}, {y: y}))),
)
JOINT = claim(Invariant((ge(x), ge(y)), {x: 0, y: -1}, {x: x + y, y: y}))
attacks(
    "is not evident at the start|does not carry|for each of its relations|does not prove",
    joint_invariant_from_one_relation=lambda: induct(
        JOINT, None, combine(JOINT.at_next_state(0), {"invariant.0": 1, "invariant.1": 1})
    ),
    joint_invariant_with_a_false_start=lambda: induct(
        JOINT,
        (None, None),
        (
            combine(JOINT.at_next_state(0), {"invariant.0": 1, "invariant.1": 1}),
            combine(JOINT.at_next_state(1), {"invariant.1": 1}),
        ),
    ),
    joint_invariant_by_one_step_twice=lambda: (
        step := combine(JOINT.at_next_state(0), {"invariant.0": 1, "invariant.1": 1}),
        induct(JOINT, (None, None), (step, step)),
    ),
    step_that_assumes_the_next_state=lambda: induct(
        claim(Invariant(ge(x), {x: 0}, {x: x - 1})),
        None,
        combine(claim(ge(x - 1), {"next": ge(x - 1)}), {"next": 1}),
    ),
    base_that_assumes_a_step=lambda: induct(
        claim(Invariant(ge(x, y), {x: a, y: a + z**2 + 1}, {x: x, y: y})),
        WEAK,
        combine(claim(ge(x, y), {"invariant": ge(x, y)}), {"invariant": 1}),
    ),
)

# ── samples ──────────────────────────────────────────────────────────────────────────────────────

attacks(
    "planned",
    stopping_at_will=lambda: sample(chance(ge(p, half), (100, 1000)), 90, 99),
    stopping_later=lambda: sample(chance(ge(p, half), (100,)), 180, 200),
    every_number_planned=lambda: chance(ge(p, half), tuple(range(1, 1000))),
    no_number_planned=lambda: chance(ge(p, half), ()),
    number_planned_as_truth=lambda: chance(ge(p, half), (True,)),
    number_planned_as_float=lambda: chance(ge(p, half), (100.0,)),
    negative_number_planned=lambda: chance(ge(p, half), (-1,)),
)
attacks(
    "leaves nothing to hypotheses",
    sample_under_a_hypothesis=lambda: sample(
        claim(Chance(ge(p, half), p, "e", "d", (100,)), {"x": gt(x)}), 90, 100
    ),
    sample_of_a_relation=lambda: sample(claim(ge(p, half)), 90, 100),
)
attacks(
    "is concluded alone",
    chance_among_others=lambda: claim((Chance(ge(p, half), p, "e", "d", (100,)), ge(x**2))),
)
attacks(
    "is not refuted at a point|is no relation",
    chance_refuted=lambda: refute(chance(ge(p, half)), {p: 0}),
    chance_as_a_hypothesis=lambda: claim(ge(x), {"c": Chance(ge(p, half), p, "e", "d", (100,))}),
)
attacks(
    "concludes more|proves one relation|decides relations|prove inequalities",
    chance_by_exhaustion=lambda: exhaust(chance(ge(p, half)), {p: [1]}),
    chance_by_combination=lambda: combine(chance(ge(p, half)), {}),
    chance_by_z3=lambda: unsat(chance(ge(p, half))),
    chance_by_enclosure=lambda: enclose(chance(ge(p, half)), {}),
)
attacks(
    "is no symbol|about the probability|judged by an inequality",
    probability_that_is_a_square=lambda: chance(ge(p**2, half), probability=p**2),
    probability_of_another_symbol=lambda: chance(ge(x, half)),
    equation_in_a_probability=lambda: chance(eq(p, half)),
)


@pytest.mark.parametrize("name", ATTACKS)
def test_attack_is_rejected(name):
    words, tried = ATTACKS[name]
    with pytest.raises(Rejected, match=words):
        tried()
