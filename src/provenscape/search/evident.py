"""Proofs that the text of an inequality shows, at any scale of its numbers.

A sum of squares that is written as one; and a ≥ b from aⁿ ≥ bⁿ, as x ≥ q from x² = 2 and q² ≤ 2:
aⁿ − bⁿ is a − b times the sum of the products aⁿ⁻¹⁻ⁱbⁱ, which is evidently positive. For squares
a ≥ 0 will do: of two factors whose product and sum are not negative, neither is.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import sympy as sp

from provenscape.kernel import Claim, Rejected, Relation, ge, gt, le
from provenscape.kernel.cone import nonnegative, positive
from provenscape.search import farkas, sparse
from provenscape.search.farkas import Form
from provenscape.search.identities import planned
from provenscape.search.plans import Combination, Lemma, Plan, Split
from provenscape.search.problem import Problem
from provenscape.search.semidefinite import NotFound

POWERS = (2, 3, 4)
MOST_TERMS = 40  # of a difference of powers


def written_squares(claim: Claim) -> Plan:
    """The squares of the conclusion, as they stand; raises `NotFound` if it is no sum of them."""
    then = claim.then
    if not isinstance(then, Relation) or then.sign != ">=":
        raise NotFound("no weak inequality")
    squares = []
    for term in sp.Add.make_args(then.expr):
        weight, rest = term.as_coeff_Mul()
        powers = [f.as_base_exp() for f in sp.Mul.make_args(rest)]
        if weight < 0 or any(not e.is_Integer or e < 0 or e % 2 for b, e in powers if b != 1):
            raise NotFound("no sum of squares as it is written")
        squares.append((weight, sp.Mul(*(base ** (e / 2) for base, e in powers))))
    return confirmed(Combination({}, squares), claim)


def has_roots(claim: Claim) -> bool:
    """Whether a symbol with an odd power in the conclusion is squared in an equation, or bounded by
    its square, without being in it otherwise: c of c² = x² + y²."""

    def powers(relation: Relation, symbol: sp.Symbol) -> set[int]:
        expr = sp.expand(sp.numer(sp.together(relation.expr)))
        if not expr.is_polynomial(symbol):
            return set()
        return {monom[0] for monom in sp.Poly(expr, symbol).monoms()} - {0}

    (then,) = claim.parts()
    if not isinstance(then, Relation):
        return False
    return any(
        powers(relation, symbol) == {2}
        for symbol in sorted(then.expr.free_symbols, key=str)
        if any(power % 2 for power in powers(then, symbol))
        for relation in claim.given.values()
        if isinstance(relation, Relation)
    )


def by_powers(claim: Claim, lemmas: Sequence[Lemma], rounds: int = 2) -> Plan:
    """a ≥ b from a proof of aⁿ ≥ bⁿ; raises `NotFound`. Where b has no sign, a > b is found from
    a² > b² if b > 0, and otherwise from a > 0. Squares are compared in two rounds: of norms
    c ≤ a + b is found, from c² ≤ (a + b)² and (u·v)² ≤ a²b²."""
    then = claim.then
    if not isinstance(then, Relation) or then.sign == "=":
        raise NotFound("no inequality")
    terms = sp.Add.make_args(sp.expand(then.expr))
    b = sp.Add(*(-t for t in terms if t.as_coeff_Mul()[0] < 0))
    a = sp.Add(*(t for t in terms if t.as_coeff_Mul()[0] > 0))
    known = tuple(claim.given.values())
    roots = sp.Add(*(t for t in terms if not is_square(t) and nonnegative(t, known)))
    for larger in dict.fromkeys((a, roots)) if then.sign == ">=" else ():
        with suppress(NotFound, Rejected):
            return by_squares(claim, lemmas, larger, rounds)
    with suppress(NotFound, Rejected):
        return by_one_power(claim, then.sign, lemmas, a, b)
    with suppress(Rejected):
        cases = gt(b), le(b, 0)
        split = Split(cases, (Combination({}), Combination({"case": sp.S.One}, [(a, 1)])))
        evident = confirmed(split.plans[1], split.claim(claim, cases[1]))
        compared = by_one_power(split.claim(claim, cases[0]), then.sign, lemmas, a, b)
        return confirmed(replace(split, plans=(compared, evident)), claim)
    raise NotFound("no power of both sides is compared by the hypotheses")


def is_square(term: sp.Expr) -> bool:
    """Whether a term is a number times a square."""
    factors = (f.as_base_exp()[1] for f in sp.Mul.make_args(term.as_coeff_Mul()[1]) if f != 1)
    return all(power.is_Integer and power % 2 == 0 for power in factors)


def by_squares(claim: Claim, lemmas: Sequence[Lemma], a: sp.Expr, rounds: int) -> Plan:
    """a ≥ b from a² ≥ b² and a ≥ 0, which is to be evident; a² ≥ b² has a linear proof, or one with
    monomials, or is compared by squares itself where the equations are taken off. Raises
    `NotFound` and `Rejected`."""
    (then,) = claim.parts()
    assert isinstance(then, Relation)
    b = sp.expand(a - then.expr)
    if not nonnegative(a, tuple(claim.given.values())):
        raise NotFound("the larger side has no sign")
    squares = Lemma(f"squares {rounds}", ge(sp.expand(a**2 - b**2)), Combination({}))
    stated = squares.claim(claim)
    try:
        plan = linear_or_products(Problem(stated, lemmas))
    except NotFound:
        problem = Problem(stated, lemmas, factored=False)
        left = problem.target.rem([f.polynomial for f in problem.equations])
        if rounds == 1 or left == problem.whole:
            raise
        rest = Lemma(f"rest {rounds}", ge(problem.expr(left)), Combination({}))
        rest = replace(rest, plan=by_powers(rest.claim(claim), lemmas, rounds - 1))
        problem = Problem(stated, [*lemmas, rest])
        plan = planned(problem, farkas.identity(problem, Form()))
    return one_factor(then.expr, 2 * a, claim, replace(squares, plan=plan)).plan


def one_factor(factor: sp.Expr, total: sp.Expr, claim: Claim, product: Lemma) -> Lemma:
    """f ≥ 0, where f and g are known to have a product that is not negative, and this sum, of which
    it is evident: if f < 0, then f (−f) = f g + (−f)(f + g). Raises `Rejected`."""
    using = {product.name: sp.S.One, "case": total}
    opposite = Combination(using, scale=-factor, lemmas=(product,))
    plan = Split((ge(factor), gt(-factor)), (Combination({"case": sp.S.One}), opposite))
    lemma = Lemma(f"factor {sp.sstr(factor)}", ge(factor), plan)
    lemma.theorem(claim)
    return lemma


def by_one_power(claim: Claim, sign: str, lemmas: Sequence[Lemma], a: sp.Expr, b: sp.Expr) -> Plan:
    """a ≥ b from aⁿ ≥ bⁿ for one n; raises `NotFound`."""
    known = tuple(claim.given.values())
    op = gt if sign == ">" else ge
    for power in POWERS:
        scale = sp.Add(*(a ** (power - 1 - i) * b**i for i in range(power)))
        with suppress(NotFound, Rejected):
            if not positive(scale, known):
                continue
            relation = op(sp.expand(a**power - b**power))
            if len(sp.Add.make_args(relation.left)) > MOST_TERMS:
                break
            stated = claim.lemma("power", claim.given, relation)
            problem = Problem(stated, lemmas)
            lemma = Lemma("power", relation, linear_or_products(problem))
            return confirmed(Combination({"power": sp.S.One}, (), scale, (lemma,)), claim)
    raise NotFound("no power of both sides is compared by the hypotheses")


def linear_or_products(problem: Problem) -> Plan:
    """A linear proof, or one whose multipliers are monomials; raises `NotFound`."""
    with suppress(NotFound):
        return planned(problem, farkas.identity(problem, Form()))
    return planned(problem, sparse.identity(problem, 1, 0))


def confirmed(plan: Plan, claim: Claim) -> Plan:
    try:
        plan.theorem(claim)
    except Rejected as error:
        raise NotFound(f"the kernel rejects what was found: {error}") from error
    return plan
