"""Proofs whose multipliers are monomials, chosen by the terms that have to cancel.

As in `farkas`, one linear program gives target * Σ μⱼ pⱼ = Σ λₖ mₖ wₖ + Σ eᵢ Eᵢ. A monomial m may
multiply a product w of hypotheses if its sign is known, and it is tried if a term of m·w meets one
of the target, or, in further rounds, one of those that are left where as little is left as can be.
So the degree of m may be high and the number of symbols large. Squares of sums that the statement
suggests are tried beside.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, combinations_with_replacement, product
from operator import add, ge, sub
from typing import Any

import sympy as sp

from provenscape.kernel.engines import unfold
from provenscape.search.blocks import Block
from provenscape.search.certificates import assembled
from provenscape.search.farkas import Program
from provenscape.search.identities import Identity
from provenscape.search.problem import Fact, Problem
from provenscape.search.semidefinite import NotFound, solve

Monomial = tuple[int, ...]
Scale = tuple[tuple[Fact, ...], Any]  # facts, and a root whose square multiplies them
MOST = 3000  # terms
FEW = 200  # terms, of which each is met; beyond that, those that are left where least is left
ROUNDS = 12
MOST_SCALES = 40
POWERS = (2, 4, -2, -4)  # of sums in the statement that are tried as roots
MOST_SIGNS = 4  # summands of a square whose signs are varied
MOST_DIFFERENT = 6  # symbols of which differences are squared
SUGGESTED = 60
FEW_ROOTS, FEW_FACTS = 10, 6  # whose squares multiply hypotheses and monomials
MOST_SUMMANDS = 12  # of a square whose coefficients are sought
MOST_UNKNOWNS = 700
MOST_PAIRS = 30
MOST_CLEARING = 20


def identity(problem: Problem, products: int = 1, scales: int = 1) -> Identity:
    """The cheapest identity with products of so many hypotheses that are no symbols, and scales of
    so many strict ones; raises `NotFound`. With two and more, what is positive together with others
    is in the scale too; with three, times hypotheses."""
    chosen: list[Scale] = [((), problem.ring.one)]
    if scales:
        strict = [*strict_products(problem, min(scales, 2)), *clearing(problem)]
        chosen += [(facts, problem.ring.one) for facts in strict if facts]
    if scales > 1:
        chosen += loose(problem, beside_others=scales > 2)
    scaled = tuple(dict.fromkeys(chosen))
    program = min(products, len(Signs(problem).others)), scaled
    if program in problem.tried:
        raise NotFound("no multipliers of this form, as for fewer products and scales")
    problem.tried.add(program)
    return collected(problem, products, scaled).solved()


def collected(problem: Problem, products: int, scales: Sequence[Scale]) -> Program:
    """The program with the terms that have something to cancel."""
    program = Program(problem, MOST)
    ring, signs = problem.ring, Signs(problem)
    for chosen, root in scales:
        program.scale(chosen, sp.prod([f.polynomial for f in chosen], start=ring.one), root)
    weights = [] if program.equation else list(weighed(problem, signs.others, products))
    roots = suggested(problem, signs) if weights else []
    bases = [(chosen, ring.one, weight) for chosen, weight in weights]
    bases += [((), root, root**2) for root in roots]
    if products == 1 or len(scales) == 1:
        single = [(c, w) for c, w in weights if len(c) == 1][:FEW_FACTS]
        bases += [(c, root, w * root**2) for root in roots[:FEW_ROOTS] for c, w in single]
    seen: set[tuple[int, Monomial]] = set()  # number of a base or equation, and what multiplies it
    expanded: set[Monomial] = set()
    wanted = set(monomials_of(program.columns))
    try:
        for root in roots:
            for chosen, weight in weights:
                if len(chosen) == 1:
                    program.term(chosen, root, weight * root**2)
        for _ in range(ROUNDS):
            expanded |= wanted
            for number, (chosen, base, weight) in enumerate(bases):
                for monom in meeting(weight, wanted):
                    if (number, monom) not in seen and signs.known(monom):
                        seen.add((number, monom))
                        facts, root = signs.split(monom)
                        whole = weight.mul_monom(monom)
                        program.term((*chosen, *facts), base.mul_monom(root.LM), whole)
            for number, fact in enumerate(problem.equations, len(bases)):
                for monom in meeting(fact.polynomial, wanted):
                    if (number, monom) not in seen:
                        seen.add((number, monom))
                        program.equality(fact, monom)
            if len(program.columns) < FEW:
                wanted = set(monomials_of(program.columns)) - expanded
                if wanted:
                    continue
            stuck = program.unmet()
            wanted = stuck - expanded or beside(program.columns, stuck) - expanded
            if not wanted and not stuck and not program.can_be_strict():
                wanted = set(monomials_of(program.columns)) - expanded
            if not wanted:
                break
    except NotFound:  # as many terms as there are will have to do
        pass
    return program


def with_squares(problem: Problem, products: int = 1, scale: tuple[Fact, ...] = ()) -> Identity:
    """The same with squares of unknown sums of few monomials, by semidefinite programming: of those
    whose own squares, times a hypothesis or a symbol, occur; raises `NotFound`."""
    program = collected(problem, products, [(scale, problem.ring.one)])
    if program.equation:
        raise NotFound("an equation needs no squares")
    ring, signs = problem.ring, Signs(problem)
    support = set(monomials_of(program.columns))
    blocks: list[Block] = []
    free: dict[Fact, list[Any]] = {}
    for kind, what in program.meaning:
        if kind == "equation":
            free.setdefault(what[0], []).append(what[1])
        elif kind == "term":
            weight = sp.prod([f.polynomial for f in what.facts], start=ring.one)
            strict = program.strict and program.nonzero(what.root)
            strict = strict and all(f.sign == ">" for f in what.facts)
            blocks.append(Block(what.facts, weight, (what.root,)))
            if strict:
                blocks.append(Block(what.facts, weight * what.root**2, (ring.one,), "strict"))
    blocks += [Block((f,), f.polynomial, tuple(basis), "free") for f, basis in free.items()]
    signed = [(f,) for f in signs.facts.values()]
    for facts in [(), *((f,) for f in signs.others), *signed, *beside_symbols(signs, products > 1)]:
        weight = sp.prod([f.polynomial for f in facts], start=ring.one)
        basis = halves(weight, support)
        if 2 <= len(basis) <= MOST_SUMMANDS:
            blocks.append(Block(facts, weight, tuple(ring.term_new(m, sp.QQ.one) for m in basis)))
    if sum(b.unknowns() for b in blocks) > MOST_UNKNOWNS:
        raise NotFound(f"more than {MOST_UNKNOWNS} unknowns are too many")
    target = problem.target * sp.prod([f.polynomial for f in scale], start=ring.one)
    return assembled(ring, scale, solve(target, blocks, program.strict))


def beside_symbols(signs: "Signs", two: bool) -> Sequence[tuple[Fact, ...]]:
    """A hypothesis with a symbol of known sign, and if asked, two such symbols."""
    known = list(signs.facts.values())
    pairs = [(f, s) for f in signs.others for s in known][:MOST_PAIRS]
    return [*pairs, *(combinations(known, 2) if two else ())][:MOST_PAIRS]


def halves(weight: Any, support: set[Monomial]) -> list[Monomial]:
    """The monomials whose squares times a term of the weight occur, low ones first."""
    found = (m for m in meeting(weight, support) if all(k % 2 == 0 for k in m))
    return [tuple(k // 2 for k in m) for m in found]


def clearing(problem: Problem) -> list[tuple[Fact, ...]]:
    """Products of positive symbols that bring a term of the target to a multiple of one of a
    hypothesis; first those that do so for many."""
    signs = Signs(problem)
    first = [
        m
        for m in lacking(problem, signs)
        if all(not power or signs.strict(index) for index, power in enumerate(m))
    ][:MOST_CLEARING]
    both = (tuple(map(add, a, b)) for a, b in combinations_with_replacement(first, 2))
    chosen = list(dict.fromkeys([*first, *both]))[: 2 * MOST_CLEARING]
    return [signs.product(monom) for monom in chosen]


def loose(problem: Problem, beside_others: bool) -> list[Scale]:
    """The same of what is not negative: symbols of known sign, squares, and if asked, each
    hypothesis with up to two of these."""
    signs = Signs(problem)
    first = [m for m in lacking(problem, signs) if signs.known(m)][:MOST_CLEARING]
    found = [signs.split(monom) for monom in first]
    if beside_others:
        known = [tuple(g.LM) for k, g in enumerate(problem.ring.gens) if k in signs.facts]
        none = (0,) * len(problem.ring.gens)
        both = (tuple(map(add, a, b)) for a, b in combinations_with_replacement([none, *known], 2))
        parts = [signs.split(monom) for monom in dict.fromkeys(both)][:MOST_CLEARING]
        found += [((f, *facts), root) for f in signs.others for facts, root in parts]
    return found


def lacking(problem: Problem, signs: "Signs") -> list[Monomial]:
    """The monomials that bring a term of the target to a multiple of one of a hypothesis; first
    those that do so for many."""
    counts = Counter[Monomial]()
    for fact in (*signs.others, *problem.equations):
        for term in fact.polynomial.itermonoms():
            for goal in problem.target.itermonoms():
                missing = tuple(max(a - b, 0) for a, b in zip(term, goal, strict=True))
                if any(missing):
                    counts[missing] += 1
    return sorted(counts, key=lambda m: (-counts[m], sum(m), m))


def beside(columns: Sequence[dict[Any, Any]], stuck: set[Monomial]) -> set[Monomial]:
    """The monomials of the columns that have one of these."""
    return set(monomials_of(column for column in columns if not stuck.isdisjoint(column)))


def monomials_of(columns: Iterable[dict[Any, Any]]) -> Iterator[Monomial]:
    return (m for column in columns for m in column if isinstance(m, tuple))


class Signs:
    """The symbols whose sign a hypothesis states: >= 0, or > 0."""

    def __init__(self, problem: Problem) -> None:
        self.ring = problem.ring
        self.facts: dict[int, Fact] = {}
        for fact in problem.signed:
            monic = fact.polynomial.monic()
            if monic in self.ring.gens and fact.polynomial.LC > 0:
                index = self.ring.gens.index(monic)
                if index not in self.facts or fact.sign == ">":
                    self.facts[index] = fact
        self.others = [f for f in problem.signed if f not in self.facts.values()]
        self.split = cache(self._split)  # of each monomial once

    def known(self, monom: Monomial) -> bool:
        return all(power % 2 == 0 or index in self.facts for index, power in enumerate(monom))

    def strict(self, index: int) -> bool:
        return index in self.facts and self.facts[index].sign == ">"

    def product(self, monom: Monomial) -> tuple[Fact, ...]:
        return tuple(self.facts[k] for k, power in enumerate(monom) for _ in range(power))

    def _split(self, monom: Monomial) -> tuple[tuple[Fact, ...], Any]:
        """Facts and a root with monomial = root² times the facts (up to positive numbers)."""
        odd = tuple(self.facts[k] for k, power in enumerate(monom) if power % 2)
        root = self.ring.term_new(tuple(power // 2 for power in monom), sp.QQ.one)
        return odd, root


def strict_products(problem: Problem, most: int) -> Iterator[tuple[Fact, ...]]:
    """Nothing, then products of strict hypotheses, as far as these are few."""
    strict = [f for f in problem.signed if f.sign == ">"]
    yield ()
    for size in range(1, most + 1):
        chosen = list(product(strict, repeat=size)) if size == 1 else pairs(strict, size)
        if len(chosen) > MOST_SCALES:
            return
        yield from chosen


def pairs(strict: Sequence[Fact], size: int) -> list[tuple[Fact, ...]]:
    return [c for c in product(strict, repeat=size) if list(c) == sorted(c, key=strict.index)]


def weighed(
    problem: Problem, facts: Sequence[Fact], most: int
) -> Iterator[tuple[tuple[Fact, ...], Any]]:
    """Products of up to so many different facts, the polynomial with each."""
    for size in range(most + 1):
        for chosen in combinations(facts, size):
            yield chosen, sp.prod([f.polynomial for f in chosen], start=problem.ring.one)


def meeting(polynomial: Any, support: set[Monomial]) -> list[Monomial]:
    """The monomials that bring a term of the polynomial to one of the support, low ones first."""
    found = {
        tuple(map(sub, goal, term))
        for term in polynomial.itermonoms()
        for goal in support
        if all(map(ge, goal, term))
    }
    return sorted(found, key=lambda m: (sum(m), m))


def paired(problem: Problem) -> Iterator[Any]:
    """x - y for symbols with three terms c x², c x y and c y² of the target, and with x - y and
    y - z also x - z: of Σ c (x - y)²."""
    gens, support = problem.ring.gens, set(problem.target.itermonoms())

    def moved(monom: Monomial, up: int, down: int) -> Monomial:
        return tuple(e + (k == up) - (k == down) for k, e in enumerate(monom))

    groups: list[set[int]] = []
    for m in sorted(support):
        for i, j in combinations([k for k, power in enumerate(m) if power == 1], 2):
            if moved(m, i, j) in support and moved(m, j, i) in support:
                met = [group for group in groups if group & {i, j}]
                groups = [group for group in groups if group not in met]
                groups.append({i, j}.union(*met))
    for group in sorted(groups, key=lambda group: (-len(group), min(group))):
        yield from (gens[i] - gens[j] for i, j in combinations(sorted(group), 2))


def tangents(problem: Problem) -> Iterator[Any]:
    """For each symbol of which the target is a quadratic the derivative by it, without factors that
    are monomials: a x - b of (a x² - 2 b x + c) w."""
    for k, generator in enumerate(problem.ring.gens):
        if max((m[k] for m in problem.target), default=0) == 2:
            slope = problem.target.diff(generator)
            common = tuple(map(min, *slope.itermonoms(), slope.LM))
            rest = slope.primitive()[1].quo(problem.ring.term_new(common, sp.QQ.one))
            if 2 <= len(rest) <= MOST_SIGNS:
                yield rest


def suggested(problem: Problem, signs: "Signs") -> list[Any]:
    """Sums whose squares the statement suggests: differences of symbols whose squares and whose
    product occur, of a quadratic in one symbol what vanishes at its minimum, what is squared in it,
    with other signs too, the differences of symbols with a sign, and of monomials."""
    found: dict[Any, None] = dict.fromkeys((*paired(problem), *tangents(problem)))
    for relation in (problem.then, *problem.known):
        for side in (relation.left, relation.right):
            for node in sp.preorder_traversal(unfold(side)):
                base, power = node.as_base_exp() if isinstance(node, sp.Pow) else (node, 0)
                if power in POWERS and isinstance(base, sp.Add) and len(base.args) <= MOST_SIGNS:
                    first, *others = base.args
                    for turned in product((1, -1), repeat=len(others)):
                        terms = (s * t for s, t in zip(turned, others, strict=True))
                        try:
                            root = problem.inside(sp.Add(first, *terms))
                        except NotFound:
                            continue
                        if not root.is_ground and -root not in found:
                            found[root] = None
    used = {index for monom in problem.target for index, power in enumerate(monom) if power}
    gens = [problem.ring.gens[k] for k in sorted(used & set(signs.facts))]
    if len(gens) <= MOST_DIFFERENT:
        found |= {a - b: None for a, b in combinations(gens, 2)}
    rest = problem.target.rem([f.polynomial for f in problem.equations])
    scaled = (problem.target * f.polynomial for f in signs.facts.values() if f.sign == ">")
    parts = (problem.target, rest, *scaled, *(f.polynomial for f in problem.facts))
    support = {m for p in parts for m in p}
    halves = sorted(
        (tuple(k // 2 for k in m) for m in support if all(k % 2 == 0 for k in m)), key=sum
    )
    for a, b in combinations(halves, 2):
        if tuple(i + j for i, j in zip(a, b, strict=True)) in support:
            one, other = (problem.ring.term_new(m, sp.QQ.one) for m in (a, b))
            found |= {one + other: None, one - other: None}
    squared = [m for m in halves if sum(m) == 1]
    if len(squared) <= MOST_DIFFERENT:
        for a, b in combinations(squared, 2):
            one, other = (problem.ring.term_new(m, sp.QQ.one) for m in (a, b))
            found |= {one - other: None, one + other: None}
    return list(found)[:SUGGESTED]
