"""On which sublevel sets a polynomial has the Polyak-Lojasiewicz property.

|grad f|^2 >= 2 mu (f - min f) with some mu > 0 fails on a set with a stationary point above the
minimum, and where a minimizer is no regular point of the set of minimizers with a Hessian definite
across it (Rebjock & Boumal 2025). On a bounded sublevel set without either it holds, by
compactness; on an unbounded one if |grad f|^2 = r (f - min f) for a polynomial r that stays away
from zero outside of a bounded set.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from flint import fmpq_mat, fmpq_poly

from provenscape.classify import whole
from provenscape.classify.sheets import Sheet, is_nondegenerate, lies_on
from provenscape.classify.stationary import Found, stationary
from provenscape.classify.systems import Point, Undecided, total_degree
from provenscape.classify.whole import Infimum
from provenscape.search.algebraic import Real, compare, of, reals

OPEN = "not decided here"
NOWHERE = "on no sublevel set beyond the minimum"
LARGEST_DEGREE = 8  # of the ratio r
Data = dict[str, Any]


def number(value: Real) -> Data:
    """A real number: exactly, as SymPy reads it, and to twelve digits."""
    return {"exact": value.text(), "near": value.near()}


def pl(f: Any, found: Found, lowest: Infimum | str, exponentials: Mapping[int, Any]) -> Data:
    """The sublevel sets on which it holds, or that there are none, or that it is not decided."""
    if isinstance(lowest, str):
        return {"answer": OPEN, "why": "whether f has a minimum is not decided"}
    if lowest.value is None or not lowest.attained:
        return {"answer": "no", "why": "f has no minimum"}
    if found.everywhere:
        return {"answer": "on the whole space", "why": "f is constant"}
    if total_degree(f) == 2 and not exponentials:
        return _quadratic(f)
    if exponentials and not lowest.known:
        return {"answer": OPEN, "why": "of exponentials"}
    if not all(sheet.constant for sheet in found.sheets):
        return {"answer": OPEN, "why": "not all values on a set of stationary points are known"}
    minimizers = [sheet for sheet in found.sheets if sheet.value == lowest.value]
    for sheet in minimizers:
        flat = _flat_across(sheet, [s for s in found.sheets if s is not sheet])
        if flat is not None and not found.open:
            at = ", ".join(c.text() for c in flat.coordinates())
            why = f"at the minimizer ({at}) the Hessian is singular across the set of minimizers"
            return {"answer": NOWHERE, "why": why}
    if not all(is_nondegenerate(f, sheet.equations) for sheet in minimizers):
        return {"answer": OPEN, "why": "a set of minimizers may be singular"}
    for p in found.points:
        if p.value == lowest.value and p.nature.inertia[2]:
            at = ", ".join(c.text() for c in p.coordinates)
            why = f"the Hessian is singular at the minimizer ({at}), beyond what a curve allows"
            return {"answer": NOWHERE, "why": why}
    for curve in found.curves:
        if curve.exponent != 2 and any(a.value == lowest.value for a in curve.arcs):
            why = "the Hessian is zero on a curve of minimizers"
            return {"answer": NOWHERE, "why": why}
    above = [v for v in found.values() if v != lowest.value]
    least = above[0] if above else None
    end, what = lowest.bounded, "all are bounded"
    if not lowest.known or (end is not None and (least is None or compare(end, least) < 0)):
        ratio = None if exponentials else _ratio(f, lowest.value)
        if ratio is not None and ratio.value is not None and _is_positive(ratio.value):
            mu = ratio.value
            why = f"with mu = {_short(mu)}, the infimum of the polynomial |grad f|^2/2(f - min f)"
            return {"answer": "on the whole space", "mu": number(mu), "why": why}
        if ratio is not None and ratio.known and (not ratio.bounded or _is_positive(ratio.bounded)):
            what = "|grad f|^2/(f - min f) is a polynomial that stays away from zero far out"
        elif not lowest.known or end is None:
            return {"answer": OPEN, "why": "whether the sublevel sets are bounded is not decided"}
        elif end == lowest.value:
            return {"answer": OPEN, "why": "the sublevel sets are unbounded"}
        else:
            why = f"unbounded ones, from {_short(end)} on, are {OPEN}"
            return {"answer": f"on {{f <= c}} for every c < {_short(end)}", "why": why}
    if least is None:
        why = f"{what}, and minimizers with a definite Hessian the only stationary points"
        return {"answer": "on every sublevel set", "why": why}
    why = f"at the level {least.near()} there is a stationary point above the global minimum"
    answer = f"on {{f <= c}} exactly for c < {_short(least)}"
    return {"answer": answer, "level": number(least), "why": why}


def _flat_across(sheet: Sheet, others: Sequence[Sheet]) -> Point | None:
    """The regular point of a sheet that was found, if it is on no other and the Hessian has more
    zero eigenvalues there than the sheet has dimensions."""
    point = sheet.sample
    if point is None or sheet.nature is None:
        return None
    if any(lies_on(point, other.equations) for other in others):
        return None
    dimension = len(point.elements) - len(sheet.equations)
    return point if sheet.nature.inertia[2] > dimension else None


def _ratio(f: Any, least: Real) -> Infimum | None:
    """The infimum of |grad f|^2/(2 (f - min f)), if that is a polynomial of low degree and this is
    decided."""
    if least.rational is None:
        return None
    slopes = [f.derivative(i) for i in range(len(f.degrees()))]
    squared = sum((g * g for g in slopes), f * 0)
    ratio, rest = divmod(squared, 2 * (f - least.rational))
    if rest != 0 or total_degree(ratio) > LARGEST_DEGREE:
        return None
    if ratio.is_constant():
        return Infimum(of(ratio.coeffs()[0]), True, "it is constant", True)
    try:
        found = stationary(ratio)
        return whole.infimum(ratio, found.values(), all(s.constant for s in found.sheets))
    except (Undecided, IndexError):
        return None


def _is_positive(value: Real) -> bool:
    return compare(of(0), value) < 0


def _short(value: Real) -> str:
    """A number exactly where that is short, else its digits."""
    return value.text() if len(value.text()) <= 40 else f"{value.near()}…"


def _quadratic(f: Any) -> Data:
    size = len(f.degrees())
    entries = []
    for i in range(size):
        for j in range(size):
            second = f.derivative(i).derivative(j)
            entries.append(second.to_dict().get((0,) * size, 0))
    charpoly: fmpq_poly = fmpq_mat(size, size, entries).charpoly()
    mu = next(v for v in reals(charpoly) if _is_positive(v))
    why = f"with mu = {mu.text()}, the least positive eigenvalue of the Hessian"
    return {"answer": "on the whole space", "mu": number(mu), "why": why}
