"""True neighbours of a claim, each derived from it: the control group of the false ones.

A certificate fits one statement, so that a check rejects most others, true or false. What tells
true from false is a search for a new certificate: of true neighbours it must find some, of false
ones none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sympy as sp

from provenscape.kernel import Claim, Rejected, Relation, Theorem, chain, cite, ge, witness
from provenscape.kernel.logic import at_number, exact_point
from provenscape.kernel.relations import Hypothesis

WEAK = {">": ">=", "<": "<=", "=": ">="}
SHIFTS = (sp.Integer(1), sp.Rational(1, 100))
FACTOR = sp.Integer(2)


@dataclass(frozen=True)
class Neighbour:
    """A statement that follows from a claim: the kind of change, the statement, and why.

    Its hypotheses give those of the claim. What its conclusion says to be >= 0, > 0 or = 0 is
    `multiplier` times the same of the claim, plus the sum of c q² over `squares`.
    """

    kind: str
    claim: Claim
    multiplier: sp.Rational = sp.S.One
    squares: tuple[tuple[Any, Any], ...] = ()


def true_neighbours(claim: Claim, points: Sequence[Any]) -> list[Neighbour]:
    """The neighbours of a claim of one relation, each derived from it; of another claim none.

    Raises `Rejected` if one does not follow, or if its hypotheses hold at none of the points.
    """
    if not isinstance(claim.then, Relation):
        return []
    found = list(neighbours(claim, claim.then, points))
    for neighbour in found:
        derive(neighbour, claim, points)
    return found


def derive(neighbour: Neighbour, claim: Claim, points: Iterable[Any]) -> Theorem:
    """The neighbour, with the claim taken as given; its hypotheses hold at one of the points."""
    given = {"the claim": cite(claim, claim.id, "its neighbour is derived from it")}
    try:
        theorem = chain(
            neighbour.claim, given, {"the claim": neighbour.multiplier}, neighbour.squares
        )
    except Rejected as error:
        raise Rejected(f"{neighbour.kind}: it does not follow from {claim.id}: {error}") from error
    if not any(satisfies(neighbour.claim, point) for point in points):
        raise Rejected(f"{neighbour.kind}: no point satisfies what {claim.id} assumes then")
    return theorem


def satisfies(claim: Claim, point: Any) -> bool:
    """Whether all hypotheses hold at the point."""
    try:
        witness(claim, point)
    except Rejected:
        return False
    return True


def neighbours(claim: Claim, then: Relation, points: Sequence[Any]) -> Iterator[Neighbour]:
    """All single changes that leave a claim with this conclusion true and well-formed."""
    for kind, sides, multiplier, squares in weaker_conclusions(then):
        try:
            weaker = Relation(*sides)
        except Rejected:  # SymPy folds it to a number
            continue
        yield Neighbour(kind, replace(claim, then=weaker, tight=None), multiplier, squares)
    inner = [exact_point(p) for p in points if isinstance(p, Mapping) and satisfies(claim, p)]
    for kind, given in stronger_hypotheses(claim.given, then, inner):
        yield Neighbour(kind, replace(claim, given=given, facts={}, tight=None))


def weaker_conclusions(then: Relation) -> Iterator[tuple[str, Any, sp.Rational, Any]]:
    """The kind, the changed conclusion, and the multiplier and squares that derive it."""
    lower = -1 if then.op in (">=", ">") else 1
    if then.op in WEAK:
        kind = "equation made an inequality" if then.op == "=" else "strict conclusion made weak"
        yield kind, (then.left, WEAK[then.op], then.right), sp.S.One, ()
    if then.op != "=":
        for shift in SHIFTS:
            sides = (then.left, then.op, then.right + lower * shift)
            yield f"conclusion weakened by {shift}", sides, sp.S.One, ((shift, 1),)
        for symbol in symbols(then)[:1]:
            sides = (then.left, then.op, then.right + lower * symbol**2)
            yield "conclusion weakened by a square", sides, sp.S.One, ((1, symbol),)
    sides = (FACTOR * then.left, then.op, FACTOR * then.right)
    yield f"both sides times {FACTOR}", sides, FACTOR, ()


def stronger_hypotheses(
    given: Mapping[str, Hypothesis], then: Relation, points: Sequence[Mapping[sp.Symbol, sp.Expr]]
) -> Iterator[tuple[str, dict[str, Hypothesis]]]:
    """The kind, and hypotheses that give those of the claim, which all hold at the points.

    A hypothesis is strengthened by half of what the first point with room leaves.
    """
    relations = {name: h for name, h in given.items() if isinstance(h, Relation)}
    for name, relation in relations.items():
        room = next((r for r in (slack(relation, point) for point in points) if r > 0), 0)
        if relation.op != "=" and room:
            right = relation.right + (room if relation.op in (">=", ">") else -room) / 2
            yield "a hypothesis strengthened", {**given, name: replace(relation, right=right)}
    for symbol in [s for s in symbols(then) if any(s in point for point in points)][:1]:
        yield "a hypothesis added", {**given, "a square": ge(symbol**2, -1)}
    if given:
        yield "hypotheses renamed", {f"{n} renamed": given[n] for n in reversed(list(given))}


def slack(relation: Relation, point: Mapping[sp.Symbol, sp.Expr]) -> sp.Rational:
    """By how much the relation holds at the point, or 0 where that is no rational number."""
    room = at_number(relation.expr, point)
    return room if isinstance(room, sp.Rational) else sp.S.Zero


def symbols(relation: Relation) -> list[sp.Symbol]:
    """The symbols of both sides, by name."""
    return sorted(relation.expr.free_symbols, key=str)
