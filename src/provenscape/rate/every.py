"""A rate for every number of steps of a method in a file: found, and accepted by the kernel.

What is said was verified as `provenscape verify` does: the proof, a trajectory on which the
hypotheses hold, and false neighbours that the same proof must not reach.
"""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import sympy as sp

from provenscape.claims.placing import tried
from provenscape.claims.verification import verify_here
from provenscape.errors import UserError
from provenscape.rate import (
    claim_file,
    claim_growing,
    claim_telescoping,
    degrees,
    file,
    growing,
    recursion,
    saying,
    scaling,
)
from provenscape.rate.contraction import Contraction, contraction
from provenscape.rate.forms import N
from provenscape.rate.growing import Growing
from provenscape.rate.local import NoPattern, exactly, local
from provenscape.rate.pattern import Potential, potentials
from provenscape.rate.ratio import contraction_for_all
from provenscape.rate.words import Words, words_of
from provenscape.search.algebraic import for_sympy
from provenscape.search.linear import rational

COMPARED = (1, 2, 3, 5)  # steps for which PEPit solves the whole problem
MANY = 1000  # steps after which one of two rates is the better
Proved = tuple[Contraction | Potential | Growing, str, int]  # with its file and false neighbours
AGREES = 1e-3  # relative difference of a rate from PEPit's number that is none
RISES = 1.1  # by how much faster a worst case rises that seems unbounded
TINY = 1e-4  # what PEPit's solver may miss where the start is bounded by 1


def rate(path: Path, claim: Path | None = None) -> tuple[dict[str, Any], str]:
    """What is said of every number of steps, as plain data, and the proof file; UserError.

    A script is run, and read as a file of YAML with the same problem, which is said.
    """
    if path.suffix != ".py":
        return _of_file(path, claim)
    try:
        text = recursion.as_file(path)
    except NoPattern as why:
        return {"status": "no pattern", "reason": str(why)}, ""
    with tempfile.TemporaryDirectory() as folder:
        read = Path(folder) / path.name
        read.write_text(text, encoding="utf-8")
        said, proof = _of_file(read, claim)
    return {**said, "read as": text}, proof


def _of_file(path: Path, claim: Path | None) -> tuple[dict[str, Any], str]:
    """The least over all steps is at most the last: where its own proof does not give the least
    rate, that of the last is looked for, and the better one taken."""
    said, proof, value = _as_written(path, claim)
    if said["status"] != "proved" and (rises := _rises(path)):
        return {"status": "seems unbounded", "reason": f"{rises}; {said['reason']}"}, ""
    last = file.of_last(path)
    if not last or said.get("larger than least") == []:
        return said, proof
    with tempfile.TemporaryDirectory() as folder:
        read = Path(folder) / path.name
        read.write_text(last, encoding="utf-8")
        other, its_proof, its_value = _as_written(read, claim, least=True)
    better = its_value.subs(N, MANY) < value.subs(N, MANY)
    return (other, its_proof) if better else (said, proof)


def _as_written(
    path: Path, claim: Path | None, least: bool = False
) -> tuple[dict[str, Any], str, sp.Expr]:
    """What is said of the metric as it stands, the proof file, and the bound with numbers for
    symbols, ∞ if there is none; of the `least` over all steps by what is proved of the last."""
    words, names = words_of(path), scaling.symbols(path)
    if not names:
        return _said(path, claim, words, _proved, least)
    with (
        tempfile.TemporaryDirectory() as folder,
        scaling.of_numbers(path, Path(folder), names),
    ):
        try:
            scale = scaling.scale(path, Path(folder), names)
        except NoPattern as why:
            return _no_pattern(str(why))
        smaller = names[1] if len(names) > 1 else ""
        powers = (scale.metric, scale.start)
        words = replace(words, symbol=names[0], smaller=smaller, powers=powers)

        def of_both(source: Path, place: Path, words: Words) -> Proved:
            ratio = sp.Symbol(names[0]) / sp.Symbol(smaller)
            found = contraction_for_all(lambda n: scale.at(1, n), ratio)
            text = claim_file.contracting(place, words, source, found)
            return found, text, _verified(place, text)

        return _said(scale.at(1, 2), claim, words, of_both if smaller else _proved, least)


def _no_pattern(reason: str) -> tuple[dict[str, Any], str, sp.Expr]:
    return {"status": "no pattern", "reason": reason}, "", sp.oo


def _said(
    path: Path,
    claim: Path | None,
    words: Words,
    proved: Callable[[Path, Path, Words], Proved],
    least: bool,
) -> tuple[dict[str, Any], str, sp.Expr]:
    place = claim or Path("every_number_of_steps.py")
    try:
        bound, unit = _bound(path, words.start)
        necessary = local(path, 1, times=[Fraction(1)] * 3).problem.necessary
        found, text, mutants = proved(path, place, words)
    except NoPattern as why:
        return _no_pattern(str(why))
    first, more = 1, sp.S.Zero
    if isinstance(found, Contraction):
        value = found.factor**N
        way = f"one step, which multiplies it by at most {found.factor}"
    elif isinstance(found, Potential):
        value, first = found.rate.xreplace({N: N - found.shift}), 1 + found.shift
        way = "a potential that does not rise"
    else:
        value, more, first = found.rate(), found.rest, 1 + found.shift
        way = "a potential that does not rise"
        if found.factor != 1:
            way = f"a potential that each step multiplies by at most {found.factor}"
    value = value if isinstance(found, Contraction) else sp.factor(value)
    grown = value * words.grown
    constant = more * words.of_metric
    shown = f"{saying.written(grown)} times {words.expression} at the start"
    shown += f" + {constant}" if more != 0 else ""
    shown += "" if value.has(N) else ", a bound that is constant in N"
    way += f"; shown of the last {words.metric}, which is no less than the least" if least else ""
    at_some = {sp.Symbol(words.symbol): 1, sp.Symbol(words.smaller): sp.Rational(1, 2)}
    known = (value * bound + more).subs(at_some)
    compared = _compared(path, known, first, bound, unit, least)
    if below := [n for n, (one, pepit) in compared.items() if _contradicts(one, pepit, unit)]:
        listed = ", ".join(map(str, below))
        reason = f"for N = {listed} PEPit's number is larger than the rate; please report this file"
        return _no_pattern(reason)
    metric = f"least({words.metric})" if least else words.metric
    said = {
        "status": "proved",
        "statement": f"{metric} after N steps <= {shown}",
        "rate": saying.written(grown),
        **({"for every": _every(words)} if words.symbol else {}),
        "constant": str(constant),
        "from": first,
        "way": way,
        "mutants": mutants,
        "compared": compared,
        "not known to be sufficient": list(necessary),
        "larger than least": [
            n for n, (one, pepit) in compared.items() if not _near(one, pepit, unit)
        ],
        "errs by": TINY * unit,
        "too small to compare": all(
            float(sp.Rational(one)) < 10 * TINY * unit for one, _ in compared.values()
        ),
    }
    return said, text, known


def _proved(path: Path, place: Path, words: Words) -> Proved:
    """What is accepted first, its file and the number of false neighbours; raises NoPattern."""
    failed: list[NoPattern] = []
    alike = not degrees.counters(path)[0]  # whether a step does not depend on its number
    one_step = None
    try:
        one_step = contraction(path) if alike else None
    except NoPattern as why:
        failed.append(why)
    if one_step is not None:
        text = claim_file.contracting(place, words, path, one_step)
        return one_step, text, _verified(place, text)
    searches: list[tuple[Callable[[Path], Iterator[Any]], Callable[..., str]]] = [
        (potentials, claim_telescoping.text),
        (growing.potentials, claim_growing.text),
    ]
    for search, writes in searches if alike else searches[1:]:
        candidates = search(path)
        while True:
            try:
                found = next(candidates, None)
                if found is None:
                    break
                text = writes(place, words, path, found)
                return found, text, _verified(place, text)
            except NoPattern as why:
                failed.append(why)
    reasons = dict.fromkeys(map(str, (*failed[:1], *failed[-1:])))
    raise NoPattern("; ".join(reasons) or "no potential is found")


def _every(words: Words) -> str:
    if words.smaller:
        return f"0 < {words.smaller} < {words.symbol}; compared for 1/2 and 1"
    return f"{words.symbol} > 0; compared for 1"


def _bound(path: Path, start: str) -> tuple[sp.Rational, float]:
    """The number of a start that reads EXPRESSION <= NUMBER, so that the words say what is proved:
    the rate is a multiple of the expression. Raises NoPattern for any other.

    And the unit in which PEPit solves: this number, if the metric is a multiple of it as no
    condition of the class has a constant; else 1.
    """
    problem = local(path, 1, times=[Fraction(1)] * 3)  # of which the bound does not depend
    constant = exactly(problem.problem.conditions[problem.given].affine.get(1, Fraction(0)))
    try:
        bound = rational(Fraction(start.partition("<=")[2].strip()))
    except (ValueError, ZeroDivisionError):
        raise NoPattern("the start must read as an expression <= a number") from None
    if constant != -bound:
        raise NoPattern("the expression of the start has a constant term; bring it to the right")
    others = (i for i in range(len(problem.problem.conditions)) if i != problem.given)
    scales = bound > 0 and all(problem.constant(i) == 0 for i in others)
    return for_sympy(bound), float(for_sympy(bound)) if scales else 1.0


def _compared(
    path: Path, value: sp.Expr, first: int, bound: sp.Rational, unit: float, least: bool
) -> dict[int, tuple[str, float]]:
    """The rate for few steps, and what PEPit's solver finds with all conditions, in units in which
    the start is bounded by 1 where that can be: what the solver may miss is absolute."""
    shown, raised = {}, 0.0 if unit == 1 else 1 - float(bound)
    for steps in COMPARED:
        if steps >= first:
            pepit = file.load(path, steps, raised, least).problems[0][1]
            if pepit is not None:
                shown[steps] = (str(value.subs(N, steps)), pepit * unit)
    return shown


def _rises(path: Path) -> str | None:
    """That the worst case seems to rise without end with the number of steps, if it does by PEPit's
    numbers: there is none, or it rises faster from step to step."""
    if scaling.symbols(path):
        return None
    try:
        found = {steps: file.load(path, steps).problems[0] for steps in COMPARED}
    except Exception:  # of PEPit or a solver, about numbers it is not made for
        return None
    if without := [steps for steps, (problem, _) in found.items() if problem.unbounded]:
        return f"PEPit's solver finds that the metric is not bounded for N = {without[0]}"
    values = [(steps, pepit) for steps, (_, pepit) in found.items() if pepit is not None]
    slopes = [(b - a) / (n - m) for (m, a), (n, b) in pairwise(values)]
    faster = all(one * RISES < two for one, two in pairwise(slopes))
    if len(values) < len(COMPARED) or slopes[0] <= TINY or not faster:
        return None
    listed = ", ".join(f"{value:.4g}" for _, value in values)
    return f"for N = {', '.join(map(str, COMPARED))} PEPit has {listed}, which rises ever faster"


def _near(rate: str, least: float, unit: float) -> bool:
    """Whether a rate is a solver's number for a worst case, or less, as far as that is known."""
    return float(sp.Rational(rate)) <= least * (1 + AGREES) + TINY * unit


def _contradicts(rate: str, least: float, unit: float) -> bool:
    """Whether a solver's number for a worst case is above a rate by more than it errs."""
    return least > float(sp.Rational(rate)) * (1 + AGREES) + TINY * unit


def _verified(place: Path, text: str) -> int:
    """The number of false neighbours that were refused; raises NoPattern where it is no proof."""
    try:
        record = tried(place, text, verify_here)
    except UserError as error:
        reason = str(error).replace(str(place), place.name)
        raise NoPattern(f"the kernel does not accept what was fitted: {reason}") from error
    if record["verdict"] != "proved":
        raise NoPattern(f"the kernel calls what was fitted {record['verdict']}")
    return len(record["mutants"])
