"""A rate for every number of steps of a method in a file: found, and accepted by the kernel.

What is said was verified as `provenscape verify` does: the proof, a trajectory on which the
hypotheses hold, and false neighbours that the same proof must not reach.
"""

import tempfile
from fractions import Fraction
from pathlib import Path
from typing import Any

import sympy as sp

from provenscape.claims.verification import verify_here
from provenscape.errors import UserError
from provenscape.rate import claim_file, file
from provenscape.rate.file import Words
from provenscape.rate.local import NoPattern, exactly, local
from provenscape.rate.pattern import Contraction, N, Potential, contraction, potentials
from provenscape.search.linear import rational

COMPARED = (1, 2, 3, 5)  # steps for which PEPit solves the whole problem


def rate(path: Path, claim: Path | None = None) -> tuple[dict[str, Any], str]:
    """What is said of every number of steps, as plain data, and the proof file; UserError."""
    words = file.words(path)
    place = claim or Path("every_number_of_steps.py")
    try:
        _require_bound(path, words.start)
        found, text, mutants = _proved(path, place, words)
    except NoPattern as why:
        return {"status": "no pattern", "reason": str(why)}, ""
    if isinstance(found, Contraction):
        value, first = found.factor**N, 1
        way = f"one step, which multiplies it by at most {found.factor}"
    else:
        value, first = found.rate.xreplace({N: N - found.shift}), 1 + found.shift
        way = "a potential that does not rise"
    value = sp.factor(value)
    bound = f"{value} times {words.expression} at the start"
    said = {
        "status": "proved",
        "statement": f"{words.metric} after N steps <= {bound}",
        "rate": str(value),
        "from": first,
        "way": way,
        "mutants": mutants,
        "compared": _compared(path, value, first),
    }
    return said, text


def _proved(path: Path, place: Path, words: Words) -> tuple[Contraction | Potential, str, int]:
    """What is accepted first, its file and the number of false neighbours; raises NoPattern."""
    one_step = contraction(path)
    if one_step is not None:
        text = claim_file.contracting(place, words, path, one_step)
        return one_step, text, _verified(place, text)
    failed: list[NoPattern] = []
    for found in potentials(path):
        try:
            text = claim_file.telescoping(place, words, path, found)
            return found, text, _verified(place, text)
        except NoPattern as why:
            failed.append(why)
    raise failed[0]


def _require_bound(path: Path, start: str) -> None:
    """Raise NoPattern unless the start reads EXPRESSION <= NUMBER, so that the words say what is
    proved: the rate is a multiple of the expression."""
    problem = local(path, 1)
    constant = exactly(problem.problem.conditions[problem.given].affine.get(1, Fraction(0)))
    try:
        bound = rational(Fraction(start.partition("<=")[2].strip()))
    except (ValueError, ZeroDivisionError):
        raise NoPattern("the start must read as an expression <= a number") from None
    if constant != -bound:
        raise NoPattern("the expression of the start has a constant term; bring it to the right")


def _compared(path: Path, value: sp.Expr, first: int) -> dict[int, tuple[str, float]]:
    """The rate for few steps, and what PEPit's solver finds with all conditions."""
    shown = {}
    for steps in COMPARED:
        if steps >= first:
            pepit = file.load(path, steps).problems[0][1]
            if pepit is not None:
                shown[steps] = (str(value.subs(N, steps)), pepit)
    return shown


def _verified(place: Path, text: str) -> int:
    """The number of false neighbours that were refused; raises NoPattern where it is no proof."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / place.name
        trial.write_text(text, encoding="utf-8")
        try:
            record = verify_here(trial)
        except UserError as error:
            reason = str(error).replace(str(trial), place.name)
            raise NoPattern(f"the kernel does not accept what was fitted: {reason}") from error
    if record["verdict"] != "proved":
        raise NoPattern(f"the kernel calls what was fitted {record['verdict']}")
    return len(record["mutants"])
