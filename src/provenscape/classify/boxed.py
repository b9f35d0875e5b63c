"""What a search in a box found, in the form of `report`."""

from typing import Any

import sympy as sp
from flint import arb

from provenscape.classify.boxes import Enclosed, Search, Sides, outer
from provenscape.classify.report import OPEN
from provenscape.search.algebraic import decimal

Data = dict[str, Any]


def report(found: Search, names: tuple[str, ...], sides: Sides, shown: str) -> Data:
    """The findings as plain data; `complete` only if no box was left over."""
    where = ", ".join(
        f"{_end(a)} <= {n} <= {_end(b)}" for n, (a, b) in zip(names, sides, strict=True)
    )
    complete = not found.left
    if complete:
        how = (
            f"in the box {where}: each of {found.examined} smaller boxes was settled by enclosures"
        )
    else:
        at = ", ".join(f"{(a + b) / 2:.6g}" for a, b in found.left[0])
        cause = (
            "a derivative may not exist or not be bounded"
            if found.rough
            else "stationary points may be degenerate or fill a curve"
        )
        how = (
            f"{len(found.left)} boxes of {found.examined} are not settled, one near ({at}); in "
            f"them {cause}"
        )
    if found.poles:
        how += "; the box has points at which f or a derivative is not defined"
    only = {"answer": OPEN, "why": "only a box was searched"}
    strict: Data = {"answer": OPEN, "why": "the list is not complete"}
    if complete:
        bad = [p for p in found.points if p.kind != "minimum" and not p.inertia[1]]
        strict = {"answer": "no" if bad else "yes", "why": "in the box"}
    return {
        "expression": shown,
        "variables": list(names),
        "box": [list(side) for side in outer(sides)],
        "complete": complete,
        "completeness": how,
        "points": [_point(p) for p in found.points],
        "curves": [],
        "sheets": [],
        "everywhere": False,
        "global_minimum": only,
        "strict_saddle": strict,
        "pl": only,
    }


def _end(exact: sp.Expr) -> str:
    """An end of the box, in decimals where six digits are all of it."""
    decimal = f"{float(exact):g}"
    return decimal if sp.Rational(decimal) == exact else sp.sstr(exact)


def _point(p: Enclosed) -> Data:
    exact = p.exact or (None,) * len(p.balls)
    return {
        "coordinates": [number(b, e) for b, e in zip(p.balls, exact, strict=True)],
        "value": number(p.value, p.exact_value),
        "inertia": list(p.inertia),
        "kind": p.kind,
        "strict": p.strict,
        "why": p.reason if p.inside else f"{p.reason}; on the edge of the box, or next to it",
        "along": [],
        "on_curves": [],
        "on_sheets": [],
    }


def number(ball: arb, exact: sp.Expr | None) -> Data:
    """A number in a ball: exactly if it was recognized, with its digits and the radius."""
    near = "0" if exact == 0 else decimal(ball)
    return {
        "exact": None if exact is None else sp.sstr(exact),
        "near": near,
        "radius": f"{float(ball.rad()):.1e}",
    }
