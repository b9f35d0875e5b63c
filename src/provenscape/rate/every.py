"""A rate for every number of steps of a method in a file: found, and accepted by the kernel.

What is said was verified as `provenscape verify` does: the proof, a trajectory on which the
hypotheses hold, and false neighbours that the same proof must not reach.
"""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import sympy as sp

from provenscape.claims.placing import tried
from provenscape.claims.verification import verify_here
from provenscape.errors import UserError
from provenscape.rate import claim_file, file, growing, recursion, scaling
from provenscape.rate.file import Words
from provenscape.rate.growing import Growing
from provenscape.rate.local import NoPattern, exactly, local
from provenscape.rate.pattern import Contraction, N, Potential, contraction, potentials
from provenscape.search.algebraic import for_sympy
from provenscape.search.linear import rational

COMPARED = (1, 2, 3, 5)  # steps for which PEPit solves the whole problem
AGREES, TINY = 1e-3, 1e-4  # of a rate with PEPit's number: relatively, and where it is near 0


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
    words, name = file.words(path), scaling.symbol(path)
    if name is None:
        return _said(path, claim, words)
    with tempfile.TemporaryDirectory() as folder:
        try:
            with_one, scale = scaling.scale(path, Path(folder), name)
        except NoPattern as why:
            return {"status": "no pattern", "reason": str(why)}, ""
        words = replace(words, symbol=name, powers=(scale.metric, scale.start))
        return _said(with_one, claim, words)


def _said(path: Path, claim: Path | None, words: Words) -> tuple[dict[str, Any], str]:
    place = claim or Path("every_number_of_steps.py")
    try:
        bound = _require_bound(path, words.start)
        found, text, mutants = _proved(path, place, words)
    except NoPattern as why:
        return {"status": "no pattern", "reason": str(why)}, ""
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
    value = sp.factor(value)
    grown = sp.factor(value * words.grown)
    shown = f"{grown} times {words.expression} at the start" + (f" + {more}" if more != 0 else "")
    compared = _compared(path, value * bound + more, first)
    if below := [n for n, (one, least) in compared.items() if _contradicts(one, least)]:
        listed = ", ".join(map(str, below))
        reason = f"for N = {listed} PEPit's number is larger than the rate; please report this file"
        return {"status": "no pattern", "reason": reason}, ""
    said = {
        "status": "proved",
        "statement": f"{words.metric} after N steps <= {shown}",
        "rate": str(grown),
        **({"for every": f"{words.symbol} > 0; compared for 1"} if words.symbol else {}),
        "constant": str(more),
        "from": first,
        "way": way,
        "mutants": mutants,
        "compared": compared,
        "larger than least": [n for n, (one, least) in compared.items() if not _near(one, least)],
    }
    return said, text


def _proved(
    path: Path, place: Path, words: Words
) -> tuple[Contraction | Potential | Growing, str, int]:
    """What is accepted first, its file and the number of false neighbours; raises NoPattern."""
    failed: list[NoPattern] = []
    one_step, alike = (
        None,
        not file.counters(path)[0],
    )  # whether a step does not depend on its number
    try:
        one_step = contraction(path) if alike else None
    except NoPattern as why:
        failed.append(why)
    if one_step is not None:
        text = claim_file.contracting(place, words, path, one_step)
        return one_step, text, _verified(place, text)
    searches: list[tuple[Callable[[Path], Iterator[Any]], Callable[..., str]]] = [
        (potentials, claim_file.telescoping),
        (growing.potentials, claim_file.growing),
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
    raise NoPattern("; ".join(dict.fromkeys(str(why) for why in (failed[0], failed[-1]))))


def _require_bound(path: Path, start: str) -> sp.Rational:
    """The number of a start that reads EXPRESSION <= NUMBER, so that the words say what is proved:
    the rate is a multiple of the expression. Raises NoPattern for any other."""
    problem = local(path, 1, times=[Fraction(1)] * 3)  # of which the bound does not depend
    constant = exactly(problem.problem.conditions[problem.given].affine.get(1, Fraction(0)))
    try:
        bound = rational(Fraction(start.partition("<=")[2].strip()))
    except (ValueError, ZeroDivisionError):
        raise NoPattern("the start must read as an expression <= a number") from None
    if constant != -bound:
        raise NoPattern("the expression of the start has a constant term; bring it to the right")
    return for_sympy(bound)


def _compared(path: Path, value: sp.Expr, first: int) -> dict[int, tuple[str, float]]:
    """The rate for few steps, and what PEPit's solver finds with all conditions."""
    shown = {}
    for steps in COMPARED:
        if steps >= first:
            pepit = file.load(path, steps).problems[0][1]
            if pepit is not None:
                shown[steps] = (str(value.subs(N, steps)), pepit)
    return shown


def _near(rate: str, least: float) -> bool:
    return float(sp.Rational(rate)) <= least * (1 + AGREES)


def _contradicts(rate: str, least: float) -> bool:
    """Whether a solver's number for a worst case is above a rate by more than it errs."""
    return least > float(sp.Rational(rate)) * (1 + AGREES) + TINY


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
