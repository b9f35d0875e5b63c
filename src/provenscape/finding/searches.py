"""The two searches for the claim of a file, and what each says of what it found, as plain data."""

import keyword
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any

import sympy as sp
import sympy.codegen.ast

from provenscape.claims.loading import load
from provenscape.finding.writing import laid_out
from provenscape.kernel import Claim, Rejected, witness
from provenscape.search import proving, refuting
from provenscape.search.contradiction import contradiction
from provenscape.search.feasible import feasible
from provenscape.search.gram import pointwise
from provenscape.search.optima import equality
from provenscape.search.plans import Plan, Writer, point_text
from provenscape.search.semidefinite import NotFound
from provenscape.search.trajectories import trajectories
from provenscape.search.unrolled import unrolled

Report = Callable[[str], None]


def proof(path: Path, report: Report, witnessed: bool = True) -> dict[str, Any]:
    """A proof, with a witness of the hypotheses and where a tight claim is attained; `witnessed`
    says that the file's own witness, if it has one, may be taken."""
    module = load(path, proved=False)
    claim: Claim = module.claim
    try:
        numeric = pointwise(claim)
        if shown := contradiction(numeric, linear=True):
            return {"found": "contradiction", "shown": shown}
        points = getattr(module, "witness", None) if witnessed else None
        if points is None and not claim.constants:
            report("a point at which the hypotheses hold")
            points = hypotheses_hold(numeric)
        if points is None and not claim.constants:
            report("whether the hypotheses contradict each other")
            if shown := contradiction(numeric):
                return {"found": "contradiction", "shown": shown}
        plan = proving.prove(claim, report)
    except NotFound as error:
        return {"nothing": str(error)}
    if points is None:
        return {"nothing": "a proof is found, but no point at which the hypotheses hold"}
    writer = new_writer(module)
    data = []
    if not witnessed or not hasattr(module, "witness"):
        data.append(f"witness = {place(writer, points)}")
    if claim.tight is True and not hasattr(module, "equality"):
        at = equality(numeric)
        if at is None:
            return {"nothing": "proved, but no point is found at which the tight claim is attained"}
        data.append(f"equality = {point_text(writer, at)}")
    return answer(plan.theorem(claim).verdict, "proof", plan, writer, data)


def counterexample(path: Path, report: Report) -> dict[str, Any]:
    """A point, or the points of a trajectory, at which the claim fails."""
    module = load(path, proved=False)
    try:
        plan = refuting.refutation(module.claim, report)
    except NotFound as error:
        return {"nothing": str(error)}
    return answer("refuted", "refutation", plan, new_writer(module), [])


def new_writer(module: Any) -> Writer:
    """A writer that calls symbols as the module does, and others by names that are free."""
    names: dict[sp.Symbol, str] = {}
    for name, value in vars(module).items():
        if type(value) is sp.Symbol and (value not in names or name == value.name):
            names[value] = name
    taken = set(vars(module)) | set(keyword.kwlist)
    writer = Writer(names, taken)
    for symbol in module.claim.symbols():
        writer.declare(symbol)
    return writer


def answer(found: str, name: str, plan: Plan, writer: Writer, data: list[str]) -> dict[str, Any]:
    result = plan.code(writer, "claim")
    body = [laid_out(line, 4) for line in [*writer.lines, f"return {result}"]]
    return {
        "found": found,
        "plain": [laid_out(line) for line in [*writer.symbols, *data]],
        "code": "\n".join([f"def {name}():", *body]),
        "imports": {module: sorted(names) for module, names in writer.imports.items() if names},
    }


def place(writer: Writer, points: Any) -> str:
    if isinstance(points, list):
        return f"[{', '.join(point_text(writer, point) for point in points)}]"
    return point_text(writer, points)


def hypotheses_hold(claim: Claim) -> Any:
    """A witness of the claim, or None."""
    if claim.iteration is not None:
        found: Any = chain(trajectories(claim, fails=False, steps=3), unrolled(claim))
    else:
        known = set().union(*(r.expr.free_symbols for r in claim.given.values()))
        rest = {s: sp.Integer(1) for s in claim.symbols() if s not in known | claim.bound()}
        found = ({**rest, **point} for point in feasible(claim))
    for points in found:
        try:
            witness(claim, points)
        except (Rejected, ZeroDivisionError):
            continue
        return points
    return None
