"""False neighbours of a claim, each known to be false, which its own check must reject.

A neighbour differs by one change: a hypothesis dropped, the conclusion negated, made strict or
moved by one per cent, a coefficient, a symbol or an exponent changed, a multiplicity shifted, a
solution left out. It is kept only if one of the known points shows it false, so that no true
statement is counted as a mutant.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import sympy as sp

from provenscape.kernel import Claim, Inertia, Invariant, Limit, Rejected, Relation, Roots, refute

Point = Mapping[sp.Symbol, Any]
Mutant = tuple[str, Claim]
PERCENT = sp.Rational(101, 100)
MOST = 12


def mutants_of_theorem(claim: Claim, points: Sequence[Point]) -> list[Mutant]:
    """Neighbours of a proved claim that are false at one of the points (at most twelve)."""
    kept: dict[str, Mutant] = {}
    points = [*points, *listed_solutions(claim)]
    for name, mutant in neighbours(claim):
        if len(kept) == MOST:
            break
        key = mutant.digest()
        if key != claim.digest() and key not in kept and known_false(mutant, points):
            kept[key] = (name, mutant)
    return list(kept.values())


def listed_solutions(claim: Claim) -> list[Point]:
    """The points of the solution sets that the claim concludes."""
    sets = [part for part in claim.parts() if isinstance(part, Roots)]
    return [dict(zip(s.variables, p, strict=True)) for s in sets for p in s.points]


def mutants_of_refutation(claim: Claim) -> list[Mutant]:
    """Neighbours that the counterexample of a refuted claim does not refute."""
    found = []
    if isinstance(claim.then, Relation):
        found.append(("conclusion negated", replace(claim, then=negation(claim.then))))
    for name, relation in claim.given.items():
        if relation.expr.free_symbols - set(claim.locally):
            given = {**claim.given, name: negation(relation)}
            found += admitted(f"hypothesis {name} negated", claim, given=given)
    for name, then in changed_structures(claim.then):
        found += admitted(name, claim, then=then)
    return found


def known_false(claim: Claim, points: Iterable[Point]) -> bool:
    """Whether one of the points refutes the statement; a wrong limit is false by itself."""
    if isinstance(claim.then, Limit):
        return True
    for point in points:
        try:
            refute(claim, point)
            return True
        except Rejected:
            continue
    return False


def admitted(name: str, claim: Claim, **changes: Any) -> list[Mutant]:
    """The changed claim, unless it is no longer a well-formed statement."""
    try:
        return [(name, replace(claim, **changes))]
    except Rejected:
        return []


def neighbours(claim: Claim) -> Iterator[Mutant]:
    """All single changes, the coarse ones first."""
    for index, part in enumerate(claim.parts()):
        for name, changed in changed_conclusions(part):
            parts = list(claim.parts())
            parts[index] = changed
            yield from admitted(name, claim, then=tuple(parts) if len(parts) > 1 else changed)
    for hypothesis in claim.given:
        try:
            yield f"without {hypothesis}", claim.without(hypothesis)
        except Rejected:
            continue


def changed_conclusions(part: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(part, Relation):
        yield "conclusion negated", negation(part)
        if part.op == ">=":
            yield "conclusion made strict", Relation(part.expr, ">")
        for name, expr in changed_expressions(part.expr):
            try:
                yield name, Relation(expr, part.op)
            except Rejected:
                continue
    else:
        yield from changed_structures(part)


def changed_structures(part: Any) -> Iterator[tuple[str, Any]]:
    """Neighbours of an inertia, a solution set, a limit or an invariant."""
    if isinstance(part, Inertia):
        p, n, z = part.positive, part.negative, part.zero
        for counts in ((p + 1, n - 1, z), (p - 1, n + 1, z), (p + 1, n, z - 1), (p - 1, n, z + 1)):
            if min(counts) >= 0:
                yield f"inertia {counts}", Inertia(part.matrix, *counts)
    elif isinstance(part, Roots):
        for index in range(len(part.points)):
            rest = part.points[:index] + part.points[index + 1 :]
            yield f"solution {index} left out", replace(part, points=rest)
        if part.points:
            moved = tuple(value + 1 for value in part.points[0])
            yield "a solution moved by 1", replace(part, points=(moved, *part.points[1:]))
    elif isinstance(part, Limit):
        yield "limit moved by 1 %", replace(part, value=part.value * PERCENT + sp.Rational(1, 100))
        yield "limit of the opposite sign", replace(part, value=-part.value - 1)
    elif isinstance(part, Invariant):
        for name, changed in changed_conclusions(part.relation):
            yield name, replace(part, relation=changed)


def changed_expressions(expr: sp.Expr) -> Iterator[tuple[str, sp.Expr]]:
    """One term by one per cent, one symbol doubled or halved, one exponent up or down by one."""
    for term in sp.Add.make_args(expr):
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


def negation(relation: Relation) -> Relation:
    """A relation that excludes the given one."""
    return Relation(
        *{
            ">=": (-relation.expr, ">"),
            ">": (-relation.expr, ">="),
            "=": (relation.expr**2, ">"),
        }[relation.op]
    )
