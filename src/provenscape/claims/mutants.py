"""False neighbours of a claim, each with a point at which it is false, which its check must reject.

A neighbour differs by one change: a hypothesis moved, the conclusion negated, made strict or
moved by one per cent, a coefficient, a symbol or an exponent changed, a multiplicity shifted, a
solution left out. It is kept only if one of the known points shows it false, so that no true
statement is counted as a mutant.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

import sympy as sp

from provenscape.kernel import (
    Chance,
    Claim,
    Inertia,
    Invariant,
    Limit,
    Rejected,
    Relation,
    Roots,
    Semidefinite,
    Zeros,
    refute,
)
from provenscape.kernel.engines import evaluate_fraction
from provenscape.kernel.language import admit_point
from provenscape.kernel.logic import at_number, holds, trajectory
from provenscape.kernel.relations import Hypothesis

PERCENT = sp.Rational(101, 100)
MOST = 12
OPPOSITE = {">=": "<", ">": "<=", "<=": ">", "<": ">="}
Pairs = tuple[tuple[sp.Symbol, Any], ...]
State = frozenset[tuple[sp.Symbol, Any]]
Given = Mapping[str, Hypothesis]
Parts = tuple[Any, ...]


@dataclass(frozen=True)
class Mutant:
    """A false neighbour: what was changed, the changed claim, and where it is seen to be false."""

    name: str
    claim: Claim
    shown: str


def mutants_of_theorem(claim: Claim, points: Sequence[Any]) -> list[Mutant]:
    """Neighbours of a proved claim that are false at one of the points (at most twelve)."""
    kept: dict[str, Mutant] = {}
    points = [*points, *listed_solutions(claim)]
    for name, given, parts in changes(claim, points):
        if len(kept) == MOST:
            break
        if is_passed_over(claim, given, parts, points):
            continue
        for mutant in admitted(claim, given, parts):
            key = mutant.made_as
            if key == claim.made_as or key in kept:
                continue
            unique = "limits are unique" if has_other_limits(claim, mutant) else ""
            if shown := unique or known_false(mutant, points):
                kept[key] = Mutant(name, mutant, shown)
    return list(kept.values())


def is_passed_over(claim: Claim, given: Given, parts: Parts, points: Iterable[Any]) -> bool:
    """Whether no point will show a neighbour false, seen before the kernel admits it as a claim,
    which takes longer; of a limit none needs to."""
    if claim.constants or any(isinstance(part, Limit) for part in parts):
        return False
    return all(shows_nothing(given, parts, point) for point in points)


def has_other_limits(claim: Claim, mutant: Claim) -> bool:
    """Whether all that the neighbour changes are values of limits: it is false where the claim is
    true, and needs no point to show it."""
    pairs = [(a, b) for a, b in zip(claim.parts(), mutant.parts(), strict=True) if a != b]
    return mutant.given == claim.given and all(
        isinstance(a, Limit) and isinstance(b, Limit) and replace(a, value=b.value) == b
        for a, b in pairs
    )


def shown_false(points: Iterable[Any], name: str, claim: Claim, point: Any = None) -> Mutant:
    """A neighbour that a proof file brings, once a point shows it false.

    Raises `Rejected` where neither its own point nor one of the file's does.
    """
    shown = known_false(claim, [point] if point is not None else points)
    if not shown:
        raise Rejected(f"mutant {name!r} is not shown false; give it a point at which it fails")
    return Mutant(name, claim, shown)


def listed_solutions(claim: Claim) -> list[Any]:
    """The points of the solution sets that the claim concludes."""
    sets = [part for part in claim.parts() if isinstance(part, Roots)]
    return [dict(zip(s.variables, p, strict=True)) for s in sets for p in s.points]


def known_false(claim: Claim, points: Iterable[Any]) -> str:
    """Where the statement is seen to be false, as text, or an empty text."""
    for point in points:
        if refutes_nothing(claim, point):
            continue
        try:
            return refute(claim, point).steps[-1].detail or "everywhere"
        except Rejected:
            continue
    return ""


def refutes_nothing(claim: Claim, point: Any) -> bool:
    """Whether `refute` is bound to reject the point, seen by evaluating relations alone.

    Many neighbours are tried at many points, most of which show nothing; what is not seen here is
    for the kernel to say.
    """
    return not claim.constants and shows_nothing(claim.given, claim.parts(), point)


def shows_nothing(given: Given, parts: Parts, point: Any) -> bool:
    """The same of a statement without constants, by its hypotheses and conclusions."""
    states: tuple[State, ...] = ()
    iteration = next((part for part in parts if isinstance(part, Invariant)), None)
    if iteration is not None:
        states = course(iteration, point)
    elif isinstance(point, Mapping):
        states = (frozenset(point.items()),)
    else:
        return False
    others = [part for part in parts if part is not iteration]
    relations = [*(iteration.relations if iteration is not None else ()), *others]
    known = [h for h in given.values() if isinstance(h, Relation)]
    for at in states:
        if any(truth(h.expr, h.sign, at) is False for h in known):
            return True
        if not all(isinstance(r, Relation) and truth(r.expr, r.sign, at) for r in relations):
            return False
    return True


def course(invariant: Invariant, point: Any) -> tuple[State, ...]:
    """The states that a point stands for; none where the kernel says that it is no trajectory."""
    points = (point,) if isinstance(point, Mapping) else point
    return _course(
        tuple(invariant.start.items()),
        tuple(invariant.update.items()),
        frozenset(invariant.constants),
        tuple(tuple(at.items()) for at in points),
    )


@lru_cache(maxsize=200)
def _course(
    start: Pairs, update: Pairs, kept: frozenset[sp.Symbol], points: tuple[Pairs, ...]
) -> tuple[State, ...]:
    moved: Any = SimpleNamespace(start=dict(start), update=dict(update), constants=set(kept))
    try:
        return tuple(frozenset(at.items()) for at in trajectory(moved, list(map(dict, points))))
    except Rejected:
        return ()


@lru_cache(maxsize=20_000)
def truth(expr: sp.Expr, sign: str, at: State) -> bool | None:
    """Whether expr stands so to 0 at a rational point; None where fractions do not tell."""
    try:
        value = evaluate_fraction(expr, {s: Fraction(int(v.p), int(v.q)) for s, v in exact(at)})
    except (KeyError, ZeroDivisionError):
        return None
    return {"=": value == 0, ">": value > 0, ">=": value >= 0}[sign]


def exact(at: Iterable[tuple[sp.Symbol, Any]]) -> list[tuple[sp.Symbol, sp.Rational]]:
    """The entries of a point that are rational numbers."""
    numbers = ((s, sp.Integer(v) if type(v) is int else v) for s, v in at)
    return [(s, v) for s, v in numbers if isinstance(v, sp.Rational)]


def admitted(claim: Claim, given: Given, parts: Parts) -> list[Claim]:
    """The changed claim, unless it is no longer a well-formed statement."""
    then = parts if len(parts) > 1 else parts[0]
    try:
        return [replace(claim, tight=None, given=given, then=then)]
    except Rejected:
        return []


def neighbours(claim: Claim, points: Sequence[Any] = ()) -> Iterator[tuple[str, Claim]]:
    """All single changes, as far as they are claims."""
    for name, given, parts in changes(claim, points):
        yield from ((name, neighbour) for neighbour in admitted(claim, given, parts))


def changes(claim: Claim, points: Sequence[Any]) -> Iterator[tuple[str, Given, Parts]]:
    """All single changes with the hypotheses and conclusions that they give, the coarse ones first;
    hypotheses are moved to hold at the points."""
    whole = claim.parts()
    for index, part in enumerate(whole):
        for name, changed in changed_conclusions(part):
            yield name, claim.given, (*whole[:index], changed, *whole[index + 1 :])
    for name, relation in claim.given.items():
        for point in points:
            if moved := moved_to(relation, point):
                yield f"{name} moved to hold at a point", {**claim.given, name: moved}, whole


def moved_to(relation: Hypothesis, point: Any) -> Hypothesis | None:
    """The relation with a constant added so that it holds at a point where it fails; or None.

    A hypothesis is not dropped but moved, so that a certificate that uses it is tried in earnest.
    Of a matrix the diagonal is made larger, by all that stands in the matrix there.
    """
    try:
        at = admit_point(point if isinstance(point, Mapping) else point[0])
        if isinstance(relation, Semidefinite):
            if holds(relation, at):
                return None
            size = sp.Add(*(abs(at_number(entry, at)) for entry in relation.matrix))
            return Semidefinite(relation.matrix + size * sp.eye(relation.matrix.rows))
        gap = at_number(relation.left - relation.right, at)
        if holds(relation, at) or not isinstance(gap, sp.Rational):
            return None
        strict = {">": -1, "<": 1}.get(relation.op, 0)
        return Relation(relation.left, relation.op, relation.right + gap + strict)
    except Rejected:
        return None


def changed_conclusions(part: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(part, Relation):
        yield from changed_relations(part)
    else:
        yield from changed_structures(part)


def changed_relations(part: Relation) -> Iterator[tuple[str, Relation]]:
    if part.op in OPPOSITE:
        yield "conclusion negated", Relation(part.left, OPPOSITE[part.op], part.right)
    else:
        yield "conclusion made strict", Relation(part.left, ">", part.right)
        yield "conclusion made strict, the other way", Relation(part.left, "<", part.right)
    if part.op in (">=", "<="):
        yield "conclusion made strict", Relation(part.left, part.op[0], part.right)
    for side in ("left", "right"):
        for name, expr in changed_expressions(getattr(part, side)):
            try:
                yield name, replace_side(part, side, expr)
            except Rejected:
                continue


def replace_side(part: Relation, side: str, expr: sp.Expr) -> Relation:
    """The relation with another left or right side."""
    sides = {"left": part.left, "right": part.right} | {side: expr}
    return Relation(sides["left"], part.op, sides["right"])


def changed_structures(part: Any) -> Iterator[tuple[str, Any]]:
    """Neighbours of an inertia, a solution set, a limit, an invariant or a chance."""
    if isinstance(part, Inertia):
        p, n, z = part.positive, part.negative, part.zero
        for counts in ((p + 1, n - 1, z), (p - 1, n + 1, z), (p + 1, n, z - 1), (p - 1, n, z + 1)):
            if min(counts) >= 0:
                yield f"inertia {counts}", Inertia(part.matrix, *counts)
    elif isinstance(part, Roots):
        for index in range(len(part.points)):
            rest = part.points[:index] + part.points[index + 1 :]
            yield f"solution {index} left out", Roots(part.system, part.variables, rest)
        if part.points:
            moved = tuple(value + 1 for value in part.points[0])
            points = (moved, *part.points[1:])
            yield "a solution moved by 1", Roots(part.system, part.variables, points)
    elif isinstance(part, Zeros):
        for index, one in enumerate(part.sets):
            before, after = part.sets[:index], part.sets[index + 1 :]
            if before or after:
                yield f"set {index} left out", Zeros(part.system, (*before, *after))
            for place, equation in enumerate(one):
                rest = (*one[:place], *one[place + 1 :])
                if rest:
                    name = f"set {index} without {equation} = 0"
                    yield name, Zeros(part.system, (*before, rest, *after))
                moved = (*one[:place], equation - 1, *one[place + 1 :])
                name = f"set {index} with {equation} = 1"
                yield name, Zeros(part.system, (*before, moved, *after))
    elif isinstance(part, Limit):
        for name, value in (
            ("limit moved by 1 %", part.value * PERCENT + sp.Rational(1, 100)),
            ("limit of the opposite sign", -part.value - 1),
        ):
            if value != part.value:
                yield name, Limit(part.expr, value, part.variable)
    elif isinstance(part, Invariant):
        for index, relation in enumerate(part.relations):
            for name, changed in changed_relations(relation):
                relations = (*part.relations[:index], changed, *part.relations[index + 1 :])
                yield name, replace(part, relations=relations)
    elif isinstance(part, Chance):
        relation = part.relation
        negated = Relation(relation.left, OPPOSITE[relation.op], relation.right)
        yield "conclusion negated", replace(part, relation=negated)


def changed_expressions(expr: sp.Expr) -> Iterator[tuple[str, sp.Expr]]:
    """One term by one per cent, one symbol doubled or halved, one exponent up or down by one."""
    for term in sp.Add.make_args(expr):
        if term != 0:
            yield f"1 % more of {term}", expr + term / 100
            yield f"1 % less of {term}", expr - term / 100
    for symbol in sorted(expr.free_symbols, key=str):
        yield f"{symbol} doubled", expr.xreplace({symbol: 2 * symbol})
        yield f"{symbol} halved", expr.xreplace({symbol: symbol / 2})
    for power in sorted(expr.atoms(sp.Pow), key=str):
        if isinstance(power.exp, sp.Integer) and abs(power.exp) > 1:
            for change in (1, -1):
                yield (
                    f"{power} to the power {power.exp + change}",
                    expr.xreplace({power: power.base ** (power.exp + change)}),
                )
