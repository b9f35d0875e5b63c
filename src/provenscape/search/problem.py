"""One relation as polynomials: what is to be shown, and what is known, over one ring.

Denominators are cleared where their sign is evident to the kernel. Functions of other kinds become
indeterminates of the ring; that exp is positive is known of them, that √a squared is a, and that
a `RealRoot` is a root of its polynomial.
Equations that are linear in a symbol, with a number before it, are solved for it: the search then
has fewer symbols, and multipliers of these equations follow by division.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations_with_replacement
from math import lcm
from typing import Any

import sympy as sp

from provenscape.kernel import Claim, Relation
from provenscape.kernel.cone import nonzero, positive
from provenscape.kernel.engines import unfold
from provenscape.kernel.language import RealRoot
from provenscape.search.factors import factors
from provenscape.search.plans import Lemma
from provenscape.search.semidefinite import NotFound

OPAQUE = (sp.Function, sp.exp, RealRoot)
LARGEST_POWER = 60  # of an exponential of which others are powers


@dataclass(frozen=True)
class Fact:
    """A known polynomial, >= 0, > 0 or = 0: a hypothesis times a positive expression.

    ``name`` is the hypothesis, or None where the kernel knows the fact by itself.
    """

    name: str | None
    polynomial: Any
    sign: str
    clearing: sp.Expr  # the polynomial as it was read = hypothesis * clearing; or that polynomial
    made: tuple[tuple[str, Any], ...] = ()  # of an equation: its polynomial from those as read


@dataclass(frozen=True)
class Solved:
    """An equation that gives a symbol: slope * (symbol - value), made from equations as read."""

    generator: Any
    value: Any
    slope: Any
    made: tuple[tuple[str, Any], ...]


class Problem:
    """``target`` is the conclusion times the positive ``clearing``, with solved symbols put in."""

    def __init__(
        self,
        claim: Claim,
        lemmas: Sequence[Lemma] = (),
        factored: bool = True,
        units: bool = True,
    ) -> None:
        if not isinstance(claim.then, Relation):
            raise NotFound("certificates are sought for one relation")
        self.claim, self.then = claim, claim.then
        self.lemmas = {lemma.name: lemma for lemma in lemmas}
        self.tried = set[Any]()  # what was sought of it in vain
        self.relations = {**claim.given, **{lemma.name: lemma.then for lemma in lemmas}}
        self.known = tuple(self.relations.values())
        atoms = self.atoms = dict[sp.Expr, sp.Symbol]()
        exprs = [claim.then.expr, *(r.expr for r in self.known)]
        self.powers = common_roots(exprs) | (common_units(exprs) if units else {})
        cleared: dict[str | None, Any] = {None: self._cleared(claim.then.expr, atoms)}
        for name, relation in self.relations.items():
            try:
                cleared[name] = self._cleared(relation.expr, atoms)
            except NotFound:  # it says what is positive; the search does without it
                continue
        tops = {name: top for name, (top, _) in cleared.items()}
        self.back = {symbol: atom for atom, symbol in atoms.items()}
        symbols = sorted(set().union(*(t.free_symbols for t in tops.values())), key=str)
        self.ring = sp.ring(symbols or ["one"], sp.QQ)[0]
        self.symbols = symbols
        self.target = self.whole = self._polynomial(tops[None])
        self.clearing = cleared[None][1]
        self.facts = [
            Fact(n, self._polynomial(tops[n]), r.sign, cleared[n][1], ((n, self.ring.one),))
            for n, r in self.relations.items()
            if n in cleared
        ]
        self.originals = {f.name: f for f in self.facts}
        self.facts += self._by_nature(atoms)
        self.facts = [f for f in self.facts if f.polynomial != 0]
        self.solved: list[Solved] = []
        while self._solve_one():
            pass
        self.reduced = self._reduce()
        self.square: Any = self.ring.one
        self.factors: tuple[Fact, ...] = ()
        if factored and self.then.sign != "=" and not self.target.is_ground:
            self._take_factors_out()

    def _cleared(self, expr: sp.Expr, atoms: dict[sp.Expr, sp.Symbol]) -> tuple[sp.Expr, sp.Expr]:
        """The numerator, with a sign that makes the denominator positive, and what clears it."""
        top, below = sp.fraction(sp.together(self._opaque(expr, atoms)))
        bottom = below.xreplace({symbol: atom for atom, symbol in atoms.items()})
        if positive(bottom, self.known):
            return top, bottom
        if positive(-bottom, self.known):
            return -top, -bottom
        if nonzero(bottom, self.known):
            return top * below, bottom**2
        factored = sp.factor(bottom)
        if factored != bottom and positive(factored, self.known):
            return top, factored
        raise NotFound(f"the denominator {bottom} is not evidently positive")

    def _opaque(self, expr: sp.Expr, atoms: dict[sp.Expr, sp.Symbol]) -> sp.Expr:
        """The expression with a symbol for each part that is no polynomial."""
        found = [
            node
            for node in sp.preorder_traversal(expr)
            if isinstance(node, OPAQUE)
            or node in (sp.S.Pi, sp.S.Exp1)
            or (isinstance(node, sp.Pow) and not isinstance(node.exp, sp.Integer))
        ]
        known = {}
        for node in sorted(found, key=lambda node: -sp.count_ops(node)):
            unit, power = self.powers.get(node, (node, 1))
            symbol = atoms.setdefault(unit, sp.Symbol(f"opaque{len(atoms)}", real=True))
            known[node] = symbol**power
        return expr.xreplace(known)

    def _polynomial(self, top: sp.Expr) -> Any:
        try:
            return self.ring.from_expr(sp.expand(top))
        except (ValueError, sp.CoercionFailed) as error:
            raise NotFound(f"{top} is no polynomial over the rationals") from error

    def inside(self, expr: sp.Expr) -> Any:
        """The polynomial of an expression, with solved symbols put in; raises `NotFound`."""
        polynomial = self._polynomial(self._opaque(unfold(expr), self.atoms))
        for step in self.solved:
            polynomial = polynomial.compose(step.generator, step.value)
        return polynomial

    def _by_nature(self, atoms: Mapping[sp.Expr, sp.Symbol]) -> list[Fact]:
        found = []
        for atom, symbol in atoms.items():
            generator = self.ring.from_expr(symbol) if symbol in self.symbols else None
            if generator is None:
                continue
            if isinstance(atom, sp.exp) or atom in (sp.S.Pi, sp.S.Exp1):
                found.append(Fact(None, generator, ">", atom))
                found += self._inverse(atom, generator, atoms)
            elif isinstance(atom, sp.Pow) and isinstance(atom.base, sp.Rational):
                power = self.ring(atom.base) ** atom.exp.p
                found.append(Fact(None, generator, ">", atom))
                found.append(Fact(None, generator**atom.exp.q - power, "=", sp.Integer(1)))
            elif isinstance(atom, RealRoot):
                terms = (c * generator**k for k, c in enumerate(atom.coefficients))
                found.append(Fact(None, sum(terms, self.ring.zero), "=", sp.Integer(1)))
        return found

    def _inverse(
        self, atom: sp.Expr, generator: Any, atoms: Mapping[sp.Expr, sp.Symbol]
    ) -> list[Fact]:
        """exp(t) exp(-t) = 1, if both occur."""
        other = atoms.get(1 / atom)
        if other not in self.symbols or str(other) < str(atoms[atom]):
            return []
        product = generator * self.ring.from_expr(other)
        return [Fact(None, product - 1, "=", sp.Integer(1))]

    def _solve_one(self) -> bool:
        """Solve one equation for a symbol and put it in everywhere else; whether there was one."""
        candidates = []
        for fact in self.facts:
            if fact.sign != "=" or fact.name is None:
                continue
            for generator in self.ring.gens:
                position = self.ring.gens.index(generator)
                linear = [m for m in fact.polynomial.monoms() if m[position]]
                if len(linear) == 1 and sum(linear[0]) == 1:
                    candidates.append((len(fact.polynomial.monoms()), fact, generator))
        if not candidates:
            return False
        signed = {f.polynomial.monic() for f in self.facts if f.sign != "="}  # its sign is of use
        _, fact, generator = min(candidates, key=lambda c: (c[0], c[2] in signed, str(c[2])))
        slope = fact.polynomial.coeff(generator)
        value = generator - fact.polynomial.quo_ground(slope)
        step = Solved(generator, value, slope, fact.made)
        self.solved.append(step)
        self.target = self.target.compose(generator, value)
        self.facts = [self._moved(f, step) for f in self.facts if f is not fact]
        self.facts = [f for f in self.facts if f.polynomial != 0]
        return True

    def _moved(self, fact: Fact, step: Solved) -> Fact:
        """The fact with a solved symbol put in."""
        quotient, rest = divided(fact.polynomial, step.generator, step.value)
        made = dict(fact.made)
        for name, polynomial in step.made if fact.sign == "=" else ():
            cofactor = quotient.quo_ground(step.slope) * polynomial
            made[name] = made.get(name, self.ring.zero) - cofactor
        return replace(fact, polynomial=rest, made=tuple(made.items()))

    def _reduce(self) -> list[tuple[Fact, Any]]:
        """Take multiples of the equations that are left off the target, where that makes it
        simpler; the equations with what multiplies them."""
        if not self.equations or self.target == 0:
            return []
        quotients, rest = self.target.div([f.polynomial for f in self.equations])
        if len(rest.monoms()) > len(self.target.monoms()):
            return []
        self.target = rest
        return [(f, q) for f, q in zip(self.equations, quotients, strict=True) if q]

    def _take_factors_out(self) -> None:
        """What is left of the target without factors of known sign: squares, and facts.

        The target as it was is target * square² * product of the factors.
        """
        number, parts = factors(self.target)
        rest = self.ring(number)
        known: dict[Any, tuple[Fact, int]] = {}
        for fact in self.signed:
            of_fact = factors(fact.polynomial)[1]
            if len(of_fact) == 1 and (fact.sign == ">" or self.then.sign == ">="):
                base, power = of_fact[0]
                if base.monic() not in known or power < known[base.monic()][1]:
                    known[base.monic()] = fact, power
        for factor, power in parts:
            if self.then.sign == ">=":
                self.square *= factor ** (power // 2)
                power %= 2
            if factor.monic() not in known:
                rest *= factor**power
                continue
            fact, own = known[factor.monic()]
            ratio = (factor**own).LC / fact.polynomial.LC
            self.factors += (fact,) * (power // own)
            rest *= factor ** (power % own) * self.ring(ratio) ** (power // own)
        self.target = rest

    def expr(self, polynomial: Any) -> sp.Expr:
        """The polynomial as an expression in the symbols of the claim."""
        return polynomial.as_expr().xreplace(self.back)

    @cached_property
    def signed(self) -> list[Fact]:
        """The inequalities; none twice, and none that is a number."""
        found: dict[Any, Fact] = {}
        for fact in self.facts:
            if fact.sign != "=" and not fact.polynomial.is_ground:
                found.setdefault((fact.polynomial, fact.sign), fact)
        return list(found.values())

    @cached_property
    def equations(self) -> list[Fact]:
        return [f for f in self.facts if f.sign == "="]


def common_units(exprs: Sequence[sp.Expr]) -> dict[sp.Expr, tuple[sp.Expr, int]]:
    """Each exponential as a power of one of which those with commensurable arguments are powers,
    as exp(4t) and exp(6t) of exp(2t); a negative multiple is one of exp(-2t)."""
    found = sorted(set().union(*(e.atoms(sp.exp) for e in exprs)), key=str)
    groups: list[list[tuple[sp.exp, sp.Rational]]] = []
    for atom in found:
        for group in groups:
            ratio = atom.args[0] / group[0][0].args[0]
            if isinstance(ratio, sp.Rational):
                group.append((atom, ratio))
                break
        else:
            groups.append([(atom, sp.S.One)])
    units = {}
    for group in groups:
        size = sp.S.One
        for _, ratio in group:
            size = sp.Rational(sp.igcd(size.p * ratio.q, ratio.p * size.q), size.q * ratio.q)
        if any(abs(ratio) / size > LARGEST_POWER for _, ratio in group):
            continue
        for atom, ratio in group:
            unit = sp.exp(sp.sign(ratio) * size * group[0][0].args[0])
            if isinstance(unit, sp.exp):
                units[atom] = unit, int(abs(ratio) / size)
    return units


def common_roots(exprs: Sequence[sp.Expr]) -> dict[sp.Expr, tuple[sp.Expr, int]]:
    """Each root of a fraction as a power of one of which all roots of this fraction are powers."""
    found: dict[sp.Expr, set[sp.Pow]] = {}
    for atom in set().union(*(e.atoms(sp.Pow) for e in exprs)):
        if isinstance(atom.base, sp.Rational) and not isinstance(atom.exp, sp.Integer):
            found.setdefault(atom.base, set()).add(atom)
    units: dict[sp.Expr, tuple[sp.Expr, int]] = {}
    for base, atoms in found.items():
        order = lcm(*(a.exp.q for a in atoms))
        units |= {a: (sp.Pow(base, sp.Rational(1, order)), int(a.exp * order)) for a in atoms}
    return units


def degree(polynomial: Any) -> int:
    return max((sum(m) for m in polynomial.itermonoms()), default=0)


def value(polynomial: Any, at: Sequence[Any]) -> Any:
    """The value at a point, given by numbers in the order of the generators."""
    total = polynomial.ring.domain.zero
    for monom, coefficient in polynomial.iterterms():
        for number, power in zip(at, monom, strict=True):
            if power:
                coefficient = coefficient * number**power
        total += coefficient
    return total


def monomials(ring: Any, most: int) -> Iterator[Any]:
    """The monomials of a ring up to a degree, the low ones first."""
    count = len(ring.gens)
    for size in range(most + 1):
        for chosen in combinations_with_replacement(range(count), size):
            powers = [0] * count
            for index in chosen:
                powers[index] += 1
            yield ring.term_new(tuple(powers), ring.domain.one)


def divided(polynomial: Any, generator: Any, value: Any) -> tuple[Any, Any]:
    """Quotient and remainder by generator - value, as polynomials in the generator."""
    ring = polynomial.ring
    index = ring.gens.index(generator)
    parts: dict[int, Any] = {}
    for monom, coefficient in polynomial.terms():
        lowered = tuple(0 if k == index else e for k, e in enumerate(monom))
        power = monom[index]
        parts[power] = parts.get(power, ring.zero) + ring({lowered: coefficient})
    carry, quotient = ring.zero, ring.zero
    for power in range(max(parts, default=0), 0, -1):
        carry = carry * value + parts.get(power, ring.zero)
        quotient += carry * generator ** (power - 1)
    return quotient, carry * value + parts.get(0, ring.zero)
