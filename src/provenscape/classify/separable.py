"""Stationary points in a box of a sum of functions of different variables, part by part.

The derivatives of f(x) + g(y) are those of f and of g, so that its stationary points are the pairs
of theirs, the Hessian is made of both Hessians, and a pair is a minimum exactly if both points are.
So a degenerate point of one variable is settled beside any others.
"""

from collections.abc import Sequence
from itertools import product

import sympy as sp

from provenscape.classify import boxes
from provenscape.classify.boxes import Box, Enclosed, Search, Sides

Part = tuple[sp.Expr, tuple[int, ...]]  # and the places of its variables


def search(expr: sp.Expr, names: Sequence[str], sides: Sides) -> Search:
    """All stationary points in the box; raises `Undecided` for a function with no enclosure."""
    parts = separated(expr, names)
    found = []
    for part, places in parts:
        own_sides = tuple(sides[k] for k in places)
        found.append(boxes.search(part, [names[k] for k in places], own_sides))
    order = [k for _, places in parts for k in places]
    pairs = product(*(part.points for part in found))
    points = [pair[0] if len(pair) == 1 else together(pair, order) for pair in pairs]
    left: list[Box] = []
    box = boxes.outer(sides)
    for (_, places), part in zip(parts, found, strict=True):
        for rest in part.left if all(p.points or p.left for p in found) else ():
            own = dict(zip(places, rest, strict=True))
            left.append(tuple(own.get(k, side) for k, side in enumerate(box)))
    points.sort(key=lambda p: [float(b.mid()) for b in p.balls])
    examined = sum(part.examined for part in found)
    poles, rough = any(part.poles for part in found), any(part.rough for part in found)
    return Search(tuple(points), tuple(left), examined, poles, rough)


def separated(expr: sp.Expr, names: Sequence[str]) -> list[Part]:
    """The summands, those together that share variables; a variable that is nowhere else stands in
    the first part, of which every number is."""
    groups: list[tuple[set[str], list[sp.Expr]]] = []
    for term in sp.Add.make_args(expr):
        own, terms = {s.name for s in term.free_symbols}, [term]
        for group in [g for g in groups if g[0] & own]:
            groups.remove(group)
            own, terms = own | group[0], [*group[1], *terms]
        groups.append((own, terms))
    numbers = [t for own, terms in groups if not own for t in terms]
    groups = sorted((g for g in groups if g[0]), key=lambda g: min(map(names.index, g[0])))
    if not groups or len(set().union(*(own for own, _ in groups))) < len(names):
        return [(expr, tuple(range(len(names))))]
    groups[0][1].extend(numbers)
    return [
        (sp.Add(*terms), tuple(k for k, name in enumerate(names) if name in own))
        for own, terms in groups
    ]


def together(points: Sequence[Enclosed], order: Sequence[int]) -> Enclosed:
    """The point that consists of points of the parts; `order` has the place of each coordinate."""
    exact = [p.exact or (None,) * len(p.balls) for p in points]
    balls = dict(zip(order, (b for p in points for b in p.balls), strict=True))
    exactly = dict(zip(order, (e for part in exact for e in part), strict=True))
    known = [exactly[k] for k in sorted(exactly)]
    values = [p.exact_value for p in points]
    kinds = {p.kind for p in points}
    kind = kinds.pop() if len(kinds) == 1 else "saddle"
    inertia = [sum(counts) for counts in zip(*(p.inertia for p in points), strict=True)]
    return Enclosed(
        tuple(balls[k] for k in sorted(balls)),
        None if None in known else tuple(known),
        None if None in values else sp.expand(sp.Add(*values)),
        sum((p.value for p in points[1:]), points[0].value),
        (inertia[0], inertia[1], inertia[2]),
        kind,
        None if kind == "saddle" else all(p.strict for p in points),
        "a sum of functions of different variables: " + "; ".join(p.reason for p in points),
        all(p.inside for p in points),
    )
