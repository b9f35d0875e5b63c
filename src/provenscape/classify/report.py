"""What was found of a function, as plain data and as text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import sympy as sp

from provenscape.classify import forms, laurent, lojasiewicz, plane, whole
from provenscape.classify.curves import Curve
from provenscape.classify.formula import Polynomial, shown_polynomial
from provenscape.classify.lojasiewicz import OPEN, Data, number
from provenscape.classify.sheets import Sheet
from provenscape.classify.stationary import Found, Stationary, stationary
from provenscape.classify.systems import Undecided
from provenscape.classify.whole import Infimum
from provenscape.search.algebraic import Real, compare, of, rising

LONGEST = 300  # characters of a point that is shown exactly


def polynomial(given: Polynomial, shown: str) -> tuple[Data, Found]:
    """Everything that is found out about a polynomial; raises `Undecided` where not even its
    stationary points are."""
    f, names = given.poly, given.names
    divided = any(given.below)
    every = laurent.stationary(given) if divided else stationary(f, given.exponentials)
    found = restricted(every, given)
    lowest: Infimum | str
    try:
        lowest = laurent.infimum(given, found) if divided else _infimum(given, found, every)
    except Undecided as why:
        lowest = str(why)
    found = settled(found, lowest)
    data = {
        "expression": shown,
        "variables": [
            given.exponentials[i][0] if i in given.exponentials else name
            for i, name in enumerate(names)
        ],
        "complete": not found.open,
        "completeness": _completeness(found, len(names)),
        "points": [_point(point, given) for point in found.points],
        "curves": [_curve(curve, names) for curve in found.curves],
        "sheets": [_sheet(sheet, names, lowest) for sheet in found.sheets],
        "everywhere": found.everywhere,
    }
    data["global_minimum"] = _global(lowest, found, data, names)
    data["strict_saddle"] = _strict_saddle(found, data)
    data["pl"] = lojasiewicz.pl(f, found, lowest, given.exponentials)
    return data, found


def settled(found: Found, lowest: Infimum | str) -> Found:
    """The points with those undecided called minima at which f has its infimum. On no curve or
    sheet of stationary points it is strict, for others nearby would be stationary too."""
    if isinstance(lowest, str) or lowest.value is None or not lowest.attained:
        return found
    reason = "f has its infimum there"
    points = tuple(
        replace(p, nature=replace(p.nature, kind="minimum", strict=not p.on, reason=reason))
        if p.nature.kind == "undecided" and p.value == lowest.value
        else p
        for p in found.points
    )
    return replace(found, points=points)


def is_decided(data: Data) -> bool:
    """Whether the list is complete, every kind is told, and each question that was asked answered;
    in a box none is asked about the whole space."""
    kinds = [p["kind"] for p in data["points"]] + [s["kind"] for s in data["sheets"]]
    asked = ("strict_saddle",) if "box" in data else ("global_minimum", "strict_saddle", "pl")
    answers = [data[name]["answer"] for name in asked]
    return data["complete"] and not {OPEN, "undecided"} & {*kinds, *answers}


def restricted(found: Found, given: Polynomial) -> Found:
    """The points and curves at which the unknowns that stand for exponentials are positive; raises
    `Undecided` for surfaces, unless an equation of theirs has no solution there."""
    exponentials = given.exponentials
    if not exponentials:
        return found
    for sheet in found.sheets:
        if not any(laurent.never_vanishes(given, s * e) for e in sheet.equations for s in (1, -1)):
            raise Undecided("surfaces of stationary points of exponentials")
    points = tuple(p for p in found.points if _is_inside(p.coordinates, exponentials))
    curves = [
        replace(curve, arcs=tuple(a for a in curve.arcs if _is_inside(a.place, exponentials)))
        for curve in found.curves
    ]
    kept = [k for k, curve in enumerate(curves) if curve.arcs]
    points = tuple(replace(p, on=tuple(kept.index(k) for k in p.on if k in kept)) for p in points)
    return replace(found, points=points, curves=tuple(curves[k] for k in kept), sheets=())


def _is_inside(place: Sequence[Any], exponentials: Iterable[int]) -> bool:
    """Whether those coordinates of a point are positive."""
    exact = (v if isinstance(v, Real) else of(v) for v in (place[i] for i in exponentials))
    return all(compare(of(0), v) < 0 for v in exact)


def _infimum(given: Polynomial, found: Found, every: Found) -> Infimum:
    """Of `every` stationary point of the polynomial those are `found` at which exponentials are
    positive. Where the polynomial is least at one of these, so is the function."""
    f, exponentials = given.poly, given.exponentials
    if found.everywhere:
        value = f.to_dict().get((0,) * len(f.degrees()), 0)
        return Infimum(of(value), True, "f is constant")
    if not exponentials:
        known = all(sheet.constant for sheet in found.sheets)
        return whole.infimum(f, found.values(), known, given.rest)
    if len(f.degrees()) == 1:
        ((name, factor),) = exponentials.values()
        end = f"{name} -> {'-oo' if factor > 0 else 'oo'}"
        return whole.on_half_line(f, found.values(), end)
    shown = laurent.evident(given, found)
    if shown is not None:
        return shown
    try:
        lowest = whole.infimum(f, every.values()) if found.points else None
    except (Undecided, IndexError):
        lowest = None
    if lowest is not None and lowest.attained and lowest.value in found.values():
        unknowns = ", ".join(given.names)
        return Infimum(lowest.value, True, f"as a polynomial in {unknowns}: {lowest.reason}")
    if len(exponentials) == 1 and _grows_above_edge(f, *exponentials):
        return _above_edge(given, found)
    return whole.with_positive(f, tuple(exponentials))


def _grows_above_edge(f: Any, index: int) -> bool:
    """Whether a polynomial is seen to grow in all directions in which an unknown is positive."""
    unknowns = list(f.context().gens())
    unknowns[index] **= 2
    return whole.is_definite(f) or forms.grows(f.compose(*unknowns, ctx=f.context()))


def _above_edge(given: Polynomial, found: Found) -> Infimum:
    """Of a polynomial that grows in all directions in which one unknown u is positive: the least
    stationary value there, or the least value of the edge u = 0 if that is less."""
    ((index, (name, factor)),) = given.exponentials.items()
    f = given.poly
    context = forms.context(len(f.degrees()) - 1)
    unknowns = list(context.gens())
    unknowns.insert(index, context.constant(0))
    edge = f.compose(*unknowns, ctx=context)
    on_edge = stationary(edge)
    known = all(sheet.constant for sheet in on_edge.sheets)
    limit = whole.infimum(edge, on_edge.values(), known).value
    if limit is None:
        raise Undecided("what f tends to has no infimum")
    least = min((limit, *found.values()), key=rising)
    where = f"{', '.join(given.names)}, where {given.names[index]} > 0,"
    reason = f"as a polynomial in {where} f grows in all directions"
    end = f"{name} -> {'-oo' if factor > 0 else 'oo'}"
    reason += f", and for {end} it tends to values of which {limit.text()} is the least"
    return Infimum(least, least in found.values(), reason)


def _completeness(found: Found, size: int) -> str:
    if found.open:
        return f"{OPEN}: {'; '.join(found.open)}"
    if found.everywhere:
        return "f is constant: every point is stationary"
    if size == 1:
        return "all real roots of the derivative, isolated"
    if found.sheets:
        return (
            "the gradient was split into systems with finitely many complex solutions, all of them "
            "found, and sets of positive dimension, given by their equations"
        )
    ways = (
        "from the algebra modulo the gradient; the real ones are listed, and counted as roots of "
        "an eliminant and by the signature of the trace form"
    )
    if not found.factored:
        return f"all solutions, real and complex, {ways}"
    return (
        "all real zeros of the common factor of the derivatives; and of what is left when it is "
        f"divided out all solutions, real and complex, {ways}"
    )


def _point(found: Stationary, given: Polynomial) -> Data:
    nature = found.nature
    curves = [{"offset": offset, "first_term": term} for offset, term in nature.curves]
    data = {
        "coordinates": [
            _coordinate(value, given.exponentials.get(i))
            for i, value in enumerate(found.coordinates)
        ],
        "value": number(found.value),
        "inertia": list(nature.inertia),
        "kind": nature.kind,
        "strict": nature.strict,
        "why": nature.reason,
        "along": curves,
        "on_curves": list(found.on) if len(given.names) == 2 else [],
        "on_sheets": list(found.on) if len(given.names) > 2 else [],
    }
    if any(re.search(r"\br\b", text) for pair in nature.curves for text in pair):
        data["r"] = number(found.point.place)
    return data


def _coordinate(value: Real, exponential: tuple[str, sp.Rational] | None) -> Data:
    """A coordinate; of exp(k x) = u, the logarithm."""
    if exponential is None:
        return number(value)
    _, factor = exponential
    exact = value.sympy()
    if exact is not None:
        found = sp.log(exact) / factor
        return {"exact": sp.sstr(found), "near": f"{float(found):.12g}"}
    root = f"log({value.text()})"
    near = float(value.ball(256).log().mid()) / float(factor)
    return {"exact": root if factor == 1 else f"{root}/({factor})", "near": f"{near:.12g}"}


def _curve(curve: Curve, names: Sequence[str]) -> Data:
    equation = f"{shown_polynomial(curve.poly, names)} = 0"
    factor = shown_polynomial(_sign_carrier(curve), names)
    branches = []
    values = list(dict.fromkeys(arc.value for arc in curve.arcs))
    for value in values:
        arcs = [arc for arc in curve.arcs if arc.value == value]
        parts = [f"f = {value.text()}"] if len(values) > 1 else []
        for sign in sorted({arc.sign for arc in arcs}):
            found = [arc for arc in arcs if arc.sign == sign]
            uniform = len(found) == len(arcs)
            side = [] if uniform else [f"{factor} {'>' if found[0].side > 0 else '<'} 0"]
            branches.append(
                {
                    "value": number(value),
                    "kind": found[0].kind,
                    "where": " and ".join(parts + side),
                    "inertia": list(curve.inertia(sign)),
                    "strict_saddle": sign > 0 or (curve.exponent == 2 and sign < 0),
                    "pieces": len(found),
                }
            )
    return {"equations": [equation], "branches": branches, "exponent": curve.exponent}


def _sign_carrier(curve: Curve) -> Any:
    """A polynomial with the sign of the curve's factor wherever that is not zero on the curve."""
    constant, parts = divmod(curve.factor, curve.poly)[1].factor()
    sign = curve.poly * 0 + (1 if constant > 0 else -1)
    return plane.product([part for part, power in parts if power % 2], sign)


def _sheet(sheet: Sheet, names: Sequence[str], lowest: Infimum | str) -> Data:
    equations = [f"{shown_polynomial(e, names)} = 0" for e in sheet.equations]
    if sheet.sample is None or sheet.value is None or sheet.nature is None:
        return {"equations": equations, "kind": OPEN, "why": "whether it has real points"}
    kind, why = sheet.nature.kind, sheet.nature.reason
    whole_sheet = sheet.uniform and kind != "undecided"
    if sheet.constant and isinstance(lowest, Infimum) and lowest.value == sheet.value:
        kind, why, whole_sheet = "minimum", "f has its infimum there", True
    if sheet.falls:
        kind, why = "saddle", "the Hessian has eigenvalues of both signs"
    return {
        "equations": equations,
        "kind": kind if kind != "undecided" else OPEN,
        "why": why,
        "whole": whole_sheet,
        "falls": sheet.falls,
        "flat": bool(sheet.flat),
        "value": number(sheet.value),
        "constant": sheet.constant,
        "sample": [number(c) for c in sheet.sample.coordinates()],
        "inertia": list(sheet.nature.inertia),
    }


def _named(text: str, names: Sequence[str]) -> str:
    """A text about v0, v1, … with the names of the unknowns."""
    text = re.sub(r"^along \(", f"along ({', '.join(names)}) = (", text)
    return re.sub(r"\bv(\d)\b", lambda m: names[int(m[1])], text)


def _global(lowest: Infimum | str, found: Found, data: Data, names: Sequence[str]) -> Data:
    if isinstance(lowest, str):
        return {"answer": OPEN, "why": lowest}
    why = _named(lowest.reason, names)
    if lowest.value is None:
        return {"answer": "unbounded below", "why": why}
    if not lowest.attained:
        return {"answer": "not attained", "infimum": number(lowest.value), "why": why}
    at = [i for i, p in enumerate(found.points) if p.value == lowest.value]
    on = [i for i, c in enumerate(found.curves) if any(a.value == lowest.value for a in c.arcs)]
    sheets = [i for i, s in enumerate(found.sheets) if s.value == lowest.value]
    return {
        "answer": "attained",
        "value": number(lowest.value),
        "points": at,
        "curves": on,
        "sheets": sheets,
        "why": why,
    }


def _strict_saddle(found: Found, data: Data) -> Data:
    """Whether every stationary point is a local minimum or has a negative curvature."""
    if found.everywhere:
        return {"answer": "yes", "why": "every point is a minimum"}
    bad = [
        f"({', '.join(c['exact'] for c in p['coordinates'])})"
        for p in data["points"]
        if p["kind"] in ("saddle", "maximum") and p["inertia"][1] == 0
    ]
    bad += [
        c["equations"][0] + (f" where {b['where']}" if b["where"] else "")
        for c in data["curves"]
        for b in c["branches"]
        if not b["strict_saddle"]
    ]
    if bad:
        why = "neither a minimum nor with a negative eigenvalue of the Hessian: " + "; ".join(bad)
        return {"answer": "no", "why": why}
    doubtful = [p for p in data["points"] if p["kind"] == "undecided" and not p["inertia"][1]]
    doubtful += [s for s in data["sheets"] if not (s.get("whole") or s.get("falls"))]
    if doubtful:
        return {"answer": OPEN, "why": "the nature of a stationary point is not decided"}
    why = "every stationary point is a local minimum or has a negative eigenvalue of the Hessian"
    if not (found.points or found.curves or found.sheets):
        why = "there is no stationary point"
    return {"answer": "yes", "why": why}


def lines(data: Data) -> Iterator[str]:
    """The findings as text."""
    yield f"f({', '.join(data['variables'])}) = {data['expression']}"
    yield from _points(data)
    listed = any(p["on_curves"] for p in data["points"])
    for curve in data.get("curves", ()):
        apart = ", apart from points listed above" * listed
        yield f"curve of stationary points: {', '.join(curve['equations'])}{apart}"
        for b in curve["branches"]:
            value = _exact(b["value"])
            where = f"  where {b['where']}" if b["where"] else ""
            yield f"    {b['kind']:<8} value {value}  inertia {tuple(b['inertia'])}{where}"
    for sheet in data.get("sheets", ()):
        yield f"set of stationary points: {', '.join(sheet['equations'])}"
        if "value" in sheet:
            at = ", ".join(c["exact"] for c in sheet["sample"])
            extent = "everywhere" if sheet["whole"] else f"at its point ({at})"
            if sheet["falls"]:
                extent = "everywhere" + " but at points listed" * sheet["flat"]
            yield f"    {sheet['kind']} {extent}, value {_exact(sheet['value'])}: {sheet['why']}"
        else:
            yield f"    {sheet['kind']}: {sheet['why']}"
    yield f"{'complete' if data['complete'] else 'NOT COMPLETE'}: {data['completeness']}"
    for key, title in (
        ("global_minimum", "global minimum"), ("strict_saddle", "strict saddle"), ("pl", "PL"),
    ):  # fmt: skip
        yield f"{title}: {_answer(data[key], data)}"


def _points(data: Data) -> Iterator[str]:
    if not data["points"]:
        none = "no isolated stationary points" + " were found" * (not data["complete"])
        yield none if not data.get("everywhere") else "all points"
    for n, p in enumerate(data["points"], 1):
        at = ", ".join(c["exact"] or c["near"] for c in p["coordinates"])
        near = ", ".join(c["near"] for c in p["coordinates"])
        on = " on the curve" * bool(p["on_curves"]) + " on the set" * bool(p["on_sheets"])
        strict = {True: "strict ", False: "non-strict ", None: ""}[p["strict"]]
        yield f"{n:>3}  ({near})  {strict}{p['kind']}{on}"
        if at != near:
            yield f"     exactly ({at})" if len(at) <= LONGEST else "     exactly: --json"
        yield f"     value {_exact(p['value'])}  inertia {tuple(p['inertia'])}"
        yield f"     {p['why']}"
        for c in p["along"]:
            yield f"     along p + {c['offset']} f - f(p) begins with {c['first_term']}"
        if "r" in p:
            yield f"     where r = {_exact(p['r'])}"


def _exact(value: Data) -> str:
    exact, near = value["exact"], value["near"]
    if exact == near or exact is None:
        return str(near)
    return f"{near} = {exact}" if len(exact) <= 80 else f"{near} (exactly: --json)"


def _answer(found: Data, data: Data) -> str:
    answer = found["answer"]
    if answer == "attained":
        return f"{_exact(found['value'])} {_where(found, data)}; {found['why']}"
    if answer == "not attained":
        return f"none; the infimum is {_exact(found['infimum'])}; {found['why']}"
    return f"{answer}; {found['why']}"


def _where(found: Data, data: Data) -> str:
    """The points, curves and sheets at which the minimum is attained."""
    points = ", ".join(f"point {i + 1}" for i in found["points"])
    where = [f"at {points}"] if points else []
    for curve in (data["curves"][i] for i in found["curves"]):
        several = len({b["value"]["exact"] for b in curve["branches"]}) > 1
        where.append(f"on {'a part of ' * several}{curve['equations'][0]}")
    for sheet in (data["sheets"][i] for i in found["sheets"]):
        equations = " and ".join(sheet["equations"])
        where.append(f"{'on' if sheet['constant'] else 'at points of'} {equations}")
    return ", ".join(where) or "at every point"
