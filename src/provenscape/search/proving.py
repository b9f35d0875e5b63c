"""The search for a proof of any claim: attempts in a fixed order, the cheap ones first.

Each conclusion is tried with attempts of growing size; what has been proved helps with the rest. An
attempt is bounded by its size and never by the clock, so that the same claim gets the same proof
on every machine that is given the time.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import combinations, islice
from typing import Any

import sympy as sp

from provenscape.kernel import (
    Claim,
    Inertia,
    Invariant,
    Limit,
    Rejected,
    Relation,
    Roots,
    Zeros,
    eq,
    ge,
    gt,
    le,
    lt,
)
from provenscape.kernel.engines import unfold
from provenscape.search import certificates, farkas, gram, sparse
from provenscape.search.absurd import by_contradiction
from provenscape.search.alternatives import is_case, three_cases
from provenscape.search.candidates import Goals
from provenscape.search.certificates import Size
from provenscape.search.coordinates import orders
from provenscape.search.elementary import by_series, of_exponentials, on_the_circle
from provenscape.search.eliminants import eliminants
from provenscape.search.ellipsoids import on_an_ellipsoid
from provenscape.search.evident import by_powers, confirmed, has_roots, written_squares
from provenscape.search.farkas import Form
from provenscape.search.identities import planned
from provenscape.search.lemmas import (
    FEW_SYMBOLS,
    bounds_of_functions,
    bounds_of_numbers,
    compared,
    derive,
)
from provenscape.search.limiting import squeezed
from provenscape.search.optima import tight_points
from provenscape.search.plans import (
    Alone,
    Counted,
    Enclosed,
    Induction,
    Lemma,
    Plan,
    Solved,
    Split,
    Together,
    Union,
)
from provenscape.search.problem import Fact, Problem
from provenscape.search.problem import degree as total_degree
from provenscape.search.semidefinite import NotFound
from provenscape.search.vanishing import by_even_powers

Report = Callable[[str], None]
Attempts = Iterator[tuple[str, Callable[[], Any]]]  # what is reported, and the search
STAGES = (  # the level of the attempts, and whether facts that were derived help
    (0, False), (1, False), (0, True), (1, True), (2, False), (2, True), (3, False), (3, True),
    (4, True), (5, True), (6, True), (7, True),
)  # fmt: skip
CHEAP = 4  # stages
UP_TO_CASES = 8
FEW = 9  # for a step on the way
UP_TO_SCALES = 10
MOST_LINEAR = 200  # unknowns of squares of linear terms
MOST_SCALES = 6
MOST_SPLITS = 10
MOST_VANISHING = 3  # symbols
MOST_WITHIN = 2  # cases in which there are others
GOALS = {
    0: ((1, 0),), 1: ((1, 1),),
    2: ((2, 0), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3), (2, 3)), 4: ((3, 2),),
}  # fmt: skip


def prove(claim: Claim, report: Report) -> Plan:
    """A plan with which the kernel proves the claim; raises `NotFound`."""
    if claim.constants:
        raise NotFound("a claim with constants to be found is proved by one that gives them")
    if len(claim.known()) < len(claim.given):
        return of_vectors(claim, report)
    whole = not isinstance(claim.then, tuple)
    single = [claim] if whole else [claim.part(i) for i in range(len(claim.parts()))]
    plans: dict[int, Plan] = {}
    for index, part in enumerate(single):
        if isinstance(part.then, Invariant):
            plans[index] = by_induction(part, report)
        elif not isinstance(part.then, Relation):
            plans[index] = by_structure(part, report)
    relations = {i: c for i, c in enumerate(single) if i not in plans}
    plans |= together(relations, report)
    return plans[0] if whole else Together(tuple(plans[i] for i in range(len(single))))


def of_vectors(claim: Claim, report: Report) -> Plan:
    """Relations between inner products, each from a certificate for vectors on a line, or from
    Cauchy and Schwarz's inequality for each two vectors, and what is known of each three."""

    def on_a_line(part: Claim, stages: int) -> Plan:
        report("vectors on a line")
        stated, numbers = gram.on_a_line(part)
        return gram.lifted(together({0: stated}, report, stages)[0], numbers)

    def by_products(part: Claim, stages: int, of_three: bool = False) -> Plan:
        report(f"products of inner products of {'three' if of_three else 'two'} vectors")
        stated, minors = gram.minors(part, of_three)
        return gram.by_minors(together({0: stated}, report, stages)[0], minors)

    by_three = partial(by_products, of_three=True)
    every = (CHEAP, UP_TO_CASES, len(STAGES))
    tried = [(way, stages) for stages in every for way in (by_products, by_three, on_a_line)]
    if_linear = [(on_a_line, CHEAP), (by_products, CHEAP)]
    if_linear += [(way, stages) for way in (on_a_line, by_products) for stages in every[1:]]
    if_linear += [(by_three, stages) for stages in every]

    def of_one(part: Claim) -> Plan:
        reasons = []
        for way, stages in if_linear if gram.is_linear(part) else tried:
            try:
                return confirmed(way(part, stages), part)
            except NotFound as error:
                reasons.append(str(error))
        raise NotFound("; ".join(dict.fromkeys(reasons)))

    plans = tuple(of_one(claim.part(index)) for index in range(len(claim.parts())))
    return Together(plans) if isinstance(claim.then, tuple) else plans[0]


def by_structure(claim: Claim, report: Report) -> Plan:
    """Inertias, solution sets and limits."""
    if isinstance(claim.then, Zeros):
        report("both inclusions")
        sets = (prove(claim.from_set(i), report) for i in range(len(claim.then.sets)))
        return confirmed(Union(prove(claim.into_sets(), report), tuple(sets)), claim)
    if isinstance(claim.then, Inertia):
        report("eigenvalue signs by elimination")
        plan: Plan = Counted()
    elif isinstance(claim.then, Roots):
        report("eliminants of the system, with cofactors")
        plan = Solved(eliminants(claim.then))
        plan = Alone(plan) if claim.given else plan
    elif isinstance(claim.then, Limit):
        return squeezed(claim, lambda bound: together({0: bound}, report, FEW)[0])
    else:
        raise NotFound("a probability is judged on trials, not proved")
    return confirmed(plan, claim)


def by_induction(claim: Claim, report: Report) -> Plan:
    """Each relation at the start, and at the next state from all of them at the state before."""
    then = claim.then
    assert isinstance(then, Invariant)
    count = len(then.relations)
    try:
        following = {i: claim.at_next_state(i) for i in range(count)}
    except Rejected as error:  # SymPy folds it
        raise NotFound(f"the next state: {error}") from error
    steps = together(following, report, step="at_next_state")
    bases: list[Plan | None] = []
    for index in range(count):
        try:
            bases.append(together({0: claim.at_start(index)}, report)[0])
        except (NotFound, Rejected) as error:
            bases.append(None)
            reason = of_start(then, index) or str(error)
    plan = Induction(tuple(bases), tuple(steps[i] for i in range(count)))
    try:
        plan.theorem(claim)
    except Rejected:
        evident = Induction((None,) * count, plan.steps)
        try:
            evident.theorem(claim)
        except Rejected as error:
            raise NotFound(f"the start: {reason if None in bases else error}") from error
        return evident
    return plan


def of_start(then: Invariant, index: int) -> str:
    """What is said of a relation that has no value at the start, or an empty text."""
    relation = then.relations[index]
    at = {symbol: unfold(value) for symbol, value in then.start.items()}
    if not unfold(relation.expr).xreplace(at).has(sp.zoo, sp.nan, sp.oo):
        return ""
    where = ", ".join(f"{symbol} = {sp.sstr(value)}" for symbol, value in at.items())
    return (
        f"{relation.text()} has no value where {where}; let a sum begin later (first=2), and an "
        "iteration elsewhere, and write the terms before it into the relation, as 1 + S for S"
    )


def together(
    claims: dict[int, Claim], report: Report, stages: int = len(STAGES), step: str = "part"
) -> dict[int, Plan]:
    """A plan for each claim of one relation, all with the same hypotheses; they are parts or steps
    (at_next_state) of one claim."""
    plans: dict[int, Plan] = {}
    lemmas: list[Lemma] = []
    derived: list[Lemma] | None = None
    read: dict[tuple[int, int, int], list[Problem]] = {}  # of a claim with so many lemmas
    reasons: dict[int, str] = {}
    for level, helped in STAGES[:stages]:
        progress = True
        while progress and len(plans) < len(claims):
            progress = False
            for index, claim in claims.items():
                if index in plans:
                    continue
                if helped and derived is None:
                    missing = [c for i, c in claims.items() if i not in plans]
                    derived = [*bounds_of_functions(missing), *bounds_of_numbers(missing)]
                    report("signs of symbols and of their differences")
                    derived += derive(missing, [*lemmas, *derived])
                if helped and not derived and level < 4:
                    continue
                try:
                    known = [*lemmas, *(derived or ())] if helped else lemmas
                    alternatives = helped or not derived
                    key = index, len(lemmas), len(known)
                    if key not in read:
                        read[key] = readings(claim, known)
                    plans[index] = attempt(read[key], level, report, alternatives)
                except NotFound as error:
                    reasons.setdefault(index, str(error))
                    continue
                except Rejected:  # what else is tried may do
                    reasons.setdefault(index, "a step on the way says nothing")
                    continue
                if isinstance(claim.then, Relation) and len(claims) > 1:
                    place = f".{step}({index})"
                    lemmas.append(Lemma(f"part {index}", claim.then, plans[index], step=place))
                    progress = level > 0
        if len(plans) == len(claims):
            return plans
    left = next(i for i in claims if i not in plans)
    raise NotFound(f"{claims[left].parts()[0].text()}: {reasons[left]}")


def readings(claim: Claim, lemmas: Sequence[Lemma]) -> list[Problem]:
    """The relation as polynomials, in up to three ways; raises `NotFound`."""
    problems = [Problem(claim, lemmas)]
    if problems[0].square != 1 or problems[0].factors:
        problems.append(Problem(claim, lemmas, factored=False))
    if any(power > 1 for _, power in problems[0].powers.values()):
        problems.append(Problem(claim, lemmas, factored=False, units=False))
    return problems


def attempt(
    problems: Sequence[Problem], level: int, report: Report, alternatives: bool = True
) -> Plan:
    """The attempts of one level on one relation; raises `NotFound` with the last reason. The
    alternatives of equations take long and are left where more lemmas are to come."""
    claim, lemmas = problems[0].claim, tuple(problems[0].lemmas.values())
    if level == 0:
        with suppress(NotFound):
            return by_value(claim, lemmas)
    if level == 0 and any(map(is_case, claim.given)):
        with suppress(NotFound):
            return by_contradiction(claim, lemmas)
    if level == 1:
        with suppress(NotFound):
            return on_an_ellipsoid(claim)
        if has_roots(claim):
            with suppress(NotFound):
                return by_powers(claim, lemmas)
    if level == 2:
        with suppress(NotFound):
            return written_squares(claim)
        if alternatives:
            with suppress(NotFound):
                return by_alternatives(claim, lemmas, report)
        for known in (on_the_circle, of_exponentials, by_series):
            with suppress(NotFound):
                return known(claim, partial(alone, report=report))
    if level == 3:
        with suppress(NotFound):
            return by_even_powers(claim, partial(alone, report=report))
    with suppress(NotFound):
        return first_of(problems, partial(goals, level=level), report)
    if level == 4 and not has_roots(claim):
        with suppress(NotFound):
            return by_powers(claim, lemmas, rounds=1)
    if level == 4 and (box := sides(claim)) is not None:
        report("balls on a box")
        with suppress(NotFound):
            return confirmed(Enclosed(box), claim)
    if level == 4 and problems[0].then.sign != "=":
        with suppress(NotFound):
            return by_vanishing(claim, lemmas, report)
        with suppress(NotFound):
            return by_cases(claim, lemmas, report, scaling=False, levels=(0, 1), near=True)
    if level == 5 and problems[0].then.sign != "=":
        with suppress(NotFound):
            return by_cases(claim, lemmas, report, scaling=True, levels=(0, 1, 2, 3))
    try:
        return first_of(problems, partial(attempts, level=level), report)
    except NotFound:
        if level < 7:
            raise
    return by_cases(claim, lemmas, report, scaling=False)


def alone(claim: Claim, effort: int = 1, *, report: Report) -> Plan:
    """A plan for one relation, a step on the way; raises `NotFound`."""
    return together({0: claim}, report, UP_TO_CASES if effort else CHEAP)[0]


def first_of(
    problems: Sequence[Problem], tried: Callable[[Problem], Attempts], report: Report
) -> Plan:
    """The plan of the first attempt that the kernel accepts; raises `NotFound` as the last does."""
    reason = NotFound("nothing of this size is left to try")
    for problem in problems:
        for what, find in tried(problem):
            report(what)
            try:
                return planned(problem, find())
            except NotFound as error:
                reason = error
            except (ArithmeticError, ValueError) as error:  # of numbers too large for floats
                reason = NotFound(f"{type(error).__name__}: {error}")
    raise reason


def by_value(claim: Claim, lemmas: Sequence[Lemma]) -> Plan:
    """A relation of which the equations leave numbers alone, such as π and √2: their balls."""
    goals = Goals.of(claim)
    if goals is None or goals.failing.expr.free_symbols or goals.failing.sign == "=":
        raise NotFound("symbols are left")
    try:
        op = gt if goals.failing.sign == ">" else ge
        lemma = Lemma("number", op(goals.failing.expr), Enclosed({}))
        lemma.theorem(claim)
    except Rejected as error:
        raise NotFound(str(error)) from error
    problem = Problem(claim, [*lemmas, lemma], factored=False)
    return planned(problem, sparse.identity(problem))


def sides(claim: Claim) -> dict[sp.Symbol, tuple[sp.Rational, sp.Rational]] | None:
    """The box that the hypotheses give for the symbols of an inequality with a function other than
    polynomials, if they give one."""
    then = claim.parts()[0]
    if not isinstance(then, Relation) or then.sign == "=" or not then.expr.has(sp.Function, sp.exp):
        return None
    ends: dict[sp.Symbol, dict[str, sp.Rational]] = {}
    for relation in claim.given.values():
        symbols = relation.expr.free_symbols
        slope = relation.expr.diff(next(iter(symbols))) if len(symbols) == 1 else None
        if isinstance(slope, sp.Rational) and slope:
            (symbol,) = symbols
            end = symbol - sp.expand(relation.expr / slope)
            ends.setdefault(symbol, {})["low" if slope > 0 else "high"] = end
    found = {}
    for symbol in sorted(then.expr.free_symbols, key=str):
        side = ends.get(symbol, {})
        if set(side) != {"low", "high"}:
            return None
        found[symbol] = (side["low"], side["high"])
    return found


def goals(problem: Problem, level: int) -> Attempts:
    """The identities of one level that a linear program gives, monomial by monomial."""
    if not level:
        yield "linear", partial(farkas.identity, problem, Form())
    for products, count in GOALS.get(level, ()):
        yield (
            f"monomials times products of up to {products}, scale of up to {count}",
            partial(sparse.identity, problem, products, count),
        )


def attempts(problem: Problem, level: int) -> Attempts:
    """The other identities of one level that are sought, with what is reported of them."""
    forms = {
        1: [Form(2, 1, 1)],
        3: [Form(3, 1, 1, most=1500)],
        4: [Form(2, 1, 1), Form(2, 1, 2, 2), Form(3, 1, 1, 1)],
        5: [Form(3, 2, 2, 2)],
    }
    if problem.then.sign == "=":
        forms[1] = [Form(scales=2)]
    for form in forms.get(level, ()):
        yield str(form), partial(farkas.identity, problem, form)
    if problem.then.sign == "=" and level > 3:
        return
    if level == 1 and is_quadratic(problem):
        for scale in ((), *((f,) for f in problem.signed if f.name is None and f.sign == ">")):
            yield (
                f"squares of linear terms{shown(problem, scale)}",
                partial(certificates.identity, problem, scale, Size(most=MOST_LINEAR)),
            )
    squares: dict[int, list[tuple[tuple[Fact, ...], Size]]] = {
        3: [((), Size(0, 0, 2, 1000)), ((), Size(most=1000))],
        4: [((), Size(singles=3, most=1000)), ((), Size(0, 2, most=1000))],
        5: [(s, Size()) for s in scales(problem)],
        6: [((), Size(2)), ((), Size(2, 2)), *((s, Size(0, 2)) for s in scales(problem))],
    }
    if level not in squares:
        return
    scaled = [(n, s) for n in (1, 2) for s in sparse.clearing(problem)[:MOST_SCALES]]
    small: dict[int, list[tuple[int, tuple[Fact, ...]]]] = {
        3: [(1, ()), (2, ())], 4: scaled, 5: [(3, ())],
    }  # fmt: skip
    for products, scale in small.get(level, ()):
        yield (
            f"squares of few monomials, products of up to {products}{shown(problem, scale)}",
            partial(sparse.with_squares, problem, products, scale),
        )
    tight = tight_points(problem)
    for scale, size in squares[level]:
        yield (
            f"{size}{shown(problem, scale)}",
            partial(certificates.identity, problem, scale, size, tight),
        )


def is_quadratic(problem: Problem) -> bool:
    """Whether an inequality has degree 2 at most, as have its facts: one step of semidefinite
    programming then says whether it follows from these with numbers and squares of linear terms.
    What is positive by nature multiplies it too: √3 (√3 - x - y - z) has whole coefficients."""
    polynomials = [problem.target, *(f.polynomial for f in problem.facts)]
    return problem.then.sign != "=" and all(total_degree(p) <= 2 for p in polynomials)


def shown(problem: Problem, scale: Sequence[Fact]) -> str:
    factors = " * ".join(sp.sstr(problem.expr(f.polynomial)) for f in scale)
    return f", scale {factors}" if factors else ""


def scales(problem: Problem) -> list[tuple[Fact, ...]]:
    """What may multiply the conclusion: strict facts, and 1 + |x|², which is positive anyway, with
    symbols at the size that coefficients of many orders of magnitude suggest."""
    strict = [f for f in problem.signed if f.sign == ">"]
    found: list[tuple[Fact, ...]] = [(f,) for f in strict]
    symbols = [s for s in problem.symbols if s not in problem.back]
    used = set(problem.target.as_expr().free_symbols)
    sizes = dict(zip(problem.symbols, orders([problem.target]), strict=True))
    whole = sp.Add(1, *(s**2 / sp.Integer(100) ** sizes[s] for s in symbols if s in used))
    ball = Fact(None, problem.ring.from_expr(whole), ">", whole)
    found += [(ball,), (ball, ball)]
    if len(strict) > 1:
        total = sp.Add(*(problem.relations[str(f.name)].expr for f in strict if f.name))
        with suppress(ValueError, sp.CoercionFailed):
            found.append((Fact(None, problem.ring.from_expr(sp.expand(total)), ">", total),))
    return found


def by_cases(
    claim: Claim,
    lemmas: Sequence[Lemma],
    report: Report,
    scaling: bool,
    levels: Sequence[int] = (0, 1, 2),
    near: bool = False,
) -> Plan:
    """Two cases, by the sign of a symbol or of a difference of two, which with `near` occur in one
    relation of few; or, with `scaling`, by that of a sum that may vanish, and multiplies the
    conclusion where it does not."""
    every = splits(Problem(claim, lemmas), scaling)
    beside = {e for d in compared([claim]) for e in (d, -d)}
    for expr in every:
        if near and isinstance(expr, sp.Add) and is_difference(expr) and expr not in beside:
            continue
        report(f"cases by the sign of {sp.sstr(expr)}")
        for split in ((gt(expr), le(expr, 0)), (ge(expr), lt(expr, 0)))[: 1 if scaling else 2]:
            plans = []
            try:
                for case in split:
                    given = {**claim.given, "case": case}
                    stated = claim.lemma("case", given, claim.then)
                    first = scaling and case is split[0]
                    plans.append(in_a_case(stated, lemmas, first, levels))
                return confirmed(Split(split, tuple(plans)), claim)
            except (NotFound, Rejected):
                continue
    raise NotFound("no two cases that are tried are easier")


def by_vanishing(claim: Claim, lemmas: Sequence[Lemma], report: Report) -> Plan:
    """Three cases of a symbol that is known not to be negative: it is positive, negative, which
    cannot be, or 0, with what then vanishes too: the sum of no terms in S² <= nQ, n >= 0."""
    for symbol in weak_factors(Problem(claim, lemmas))[:MOST_VANISHING]:
        report(f"cases by whether {symbol} is 0")
        split, plans = (gt(symbol), gt(-symbol), eq(symbol)), list[Plan]()
        with suppress(NotFound, Rejected):
            for case in split:
                stated = claim.lemma("case", {**claim.given, "case 0": case}, claim.then)
                known = derive([stated], ()) if case.sign == "=" else lemmas
                plans.append(in_a_case(stated, known, False, (0, 1)))
            return confirmed(Split(split, tuple(plans), "case 0"), claim)
    raise NotFound("no symbol that may be 0 makes cases that are easier")


def weak_factors(problem: Problem) -> list[sp.Symbol]:
    """The symbols that are known not to be negative, not to be positive, and that other symbols
    are multiplied by in a hypothesis."""
    signs = sparse.Signs(problem)
    weak = [k for k, fact in signs.facts.items() if fact.sign == ">="]
    multiplied = {
        k for f in signs.others for m in f.polynomial for k in weak if m[k] and sum(m) > m[k]
    }
    symbols = (problem.symbols[k] for k in sorted(multiplied))
    return [symbol for symbol in symbols if symbol not in problem.back]


def by_alternatives(claim: Claim, lemmas: Sequence[Lemma], report: Report) -> Plan:
    """Three cases, by a factor of equations between products; within these, by the next one."""
    within = sum(map(is_case, claim.given))
    if within > MOST_WITHIN:
        raise NotFound("these are cases of cases already")
    name = f"case {within + 1}"
    for cases in islice(three_cases(claim), 1 if within else None):
        report(f"a factor of equations is 0 or the others are: {sp.sstr(cases[0][0].expr)}")
        plans = []
        with suppress(NotFound, Rejected):
            for case, more in cases:
                stated = claim.lemma("case", {**claim.given, name: case}, claim.then)
                plans.append(in_a_case(stated, [*lemmas, *more], False, (0, 1, 2)))
            split = tuple(case for case, _ in cases)
            return confirmed(Split(split, tuple(plans), name), claim)
    raise NotFound("no factor of an equation makes cases that are easier")


def is_difference(expr: sp.Expr) -> bool:
    """Whether it is one of two symbols."""
    return len(expr.args) == 2 and all(a.is_Symbol or (-a).is_Symbol for a in expr.args)


def in_a_case(claim: Claim, lemmas: Sequence[Lemma], scaling: bool, levels: Sequence[int]) -> Plan:
    """A plan for one case; `scaling` says that what is positive in it is to multiply the rest."""
    if scaling:
        problem = Problem(claim, lemmas)
        case = next(f for f in problem.signed if f.name == "case")
        reason = NotFound("the case says nothing new")
        for size in (Size(0, 0), Size(), Size(singles=3), Size(0, 2)):
            try:
                found = certificates.identity(problem, (case,), size, tight_points(problem))
                return planned(problem, found)
            except NotFound as error:
                reason = error
        raise reason
    problems = readings(claim, lemmas)
    for level in levels:
        try:
            return attempt(problems, level, lambda _: None)
        except NotFound as error:
            reason = error
    raise reason


def splits(problem: Problem, scaling: bool) -> list[sp.Expr]:
    """Expressions by whose sign cases are made."""
    symbols = [s for s in problem.symbols if s not in problem.back]
    known = {f.polynomial for f in problem.signed}
    if scaling:
        if len({sum(m) for m in problem.target.monoms()}) != 1:
            return []
        signed = all(problem.ring.from_expr(s) in known for s in symbols)
        sums = [sp.Add(*symbols)] if signed else []
        squares = [s**2 for s in symbols]
        few = 2 < len(squares) <= FEW_SYMBOLS
        fewer = combinations(squares, len(squares) - 1) if few else ()
        return [*sums, sp.Add(*squares), *(sp.Add(*some) for some in fewer)]
    found = [s for s in symbols if problem.ring.from_expr(s) not in known]
    found += written_factors((problem.then, *problem.known))
    return found + [a - b for i, a in enumerate(symbols) for b in symbols[i + 1 :]]


def written_factors(relations: Sequence[Relation]) -> list[sp.Expr]:
    """The sums that the relations have as factors, such as x - 2 in (x - 2) * y."""
    found: dict[sp.Expr, None] = {}
    for relation in relations:
        for node in sp.preorder_traversal(sp.factor(relation.expr)):
            if isinstance(node, sp.Mul):
                found |= dict.fromkeys(f for f in node.args if isinstance(f, sp.Add))
    return [e for e in found if e.is_polynomial()][:MOST_SPLITS]
