"""The negative control of theorems about functions: each is changed in one thing, by rule.

Coq is given the changed theorem with the proof of the true one. Three rules change it:

- one conclusion is turned into its negation, which is false wherever the hypotheses can be met:
  none may be accepted;
- one hypothesis of the entry or of its setting is left out. What Coq accepts so has a hypothesis
  that its proof does not use;
- one number before or after a sign of multiplication or division is larger by one. The changed
  theorem need not be false: what Coq accepts so was no stronger.

`python -m provenscape.coq.opposites [SECONDS]` tries all entries, and keeps in coq/opposites.json
what was accepted; an entry counts for the text of the theorem and of the claim that it applies.
After so many seconds, if given, no more are begun.
"""

import hashlib
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

from provenscape.claims.isolation import isolated
from provenscape.claims.loading import claim_id, load, proof_files
from provenscape.coq.acceptance import DEPTH
from provenscape.coq.composition import composed, instances
from provenscape.coq.controls import keep, recorded
from provenscape.coq.derivation import derivation
from provenscape.coq.session import compile_library, library_files, one_by_one, require_ready
from provenscape.coq.theorem import Exported, begun, export
from provenscape.errors import UserError, one_line, whole_number
from provenscape.study import outline

KEPT = Path("coq/opposites.json")
SECONDS = 60  # for one changed theorem, by the clock
TOTAL = 900  # for writing those of one entry
TOGETHER = 8  # entries in a session
FALSE, DROPPED, NUMBER = "negated", "dropped", "number"
OPEN, CLOSE = "([{", ")]}"
BINDER = re.compile(r"\b(?:forall|exists|let|fun|fix|match)\b")
NUMERAL = re.compile(r"(?<=[*/] )\d+\b(?!%)|(?<![\w.'%])\d+(?= [*/] )")


Changed = tuple[list[Exported], dict[str, list[str]]]  # modules, and those changed, by rule


def depths(text: str) -> list[int]:
    """How many brackets are open at each place of a text."""
    found, depth = [], 0
    for mark in text:
        depth -= mark in CLOSE
        found.append(depth)
        depth += mark in OPEN
    return found


def first(text: str, mark: str, end: int | None = None) -> int:
    """Where a mark stands first outside brackets, before an end; -1 where it does not."""
    open_at = depths(text)
    places = (m.start() for m in re.finditer(rf"(?<!<){re.escape(mark)}", text[:end]))
    return next((place for place in places if not open_at[place]), -1)


def binder(text: str) -> int | None:
    """Where the first binder outside brackets stands, which takes all that follows."""
    open_at = depths(text)
    return next((m.start() for m in BINDER.finditer(text) if not open_at[m.start()]), None)


def within_brackets(text: str) -> bool:
    """Whether one pair of brackets encloses the text."""
    return text.startswith("(") and 0 not in depths(text)[1:-1] and text.endswith(")")


def negated(text: str) -> Iterator[str]:
    """The statement with one of its conclusions negated, for each: what stands behind quantifiers
    and arrows and is joined by `and`."""
    text = text.strip()
    bound = binder(text)
    if within_brackets(text):
        yield from (f"({one})" for one in negated(text[1:-1]))
    elif bound == 0 and text.startswith(("forall", "let")):
        mark = "," if text.startswith("forall") else " in "
        cut = first(text, mark) + len(mark)
        yield from (f"{text[:cut]} {one}" for one in negated(text[cut:]))
    elif (cut := first(text, "->", bound)) >= 0:
        yield from (f"{text[: cut + 2]} {one}" for one in negated(text[cut + 2 :]))
    elif (
        (cut := first(text, "/\\", bound)) >= 0
        and first(text, "\\/", bound) < 0
        and first(text, "<->", bound) < 0
    ):
        left, right = text[:cut], text[cut + 2 :]
        yield from (f"({one}) /\\{right}" for one in negated(left))
        yield from (f"{left}/\\ ({one})" for one in negated(right))
    else:
        yield f"~ ({text})"


def larger(text: str) -> Iterator[str]:
    """The statement with one of its numbers larger by one, for each that is a factor or divisor."""
    for found in NUMERAL.finditer(text):
        yield f"{text[: found.start()]}{int(found[0]) + 1}{text[found.end() :]}"


def lighter(entry: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The entry without one of its hypotheses, for each."""
    for name in entry.get("such_that", {}):
        rest = {n: text for n, text in entry["such_that"].items() if n != name}
        yield {**entry, "such_that": rest}
    setting = entry["in"]
    for name in setting.get("assume", {}):
        rest = {n: text for n, text in setting["assume"].items() if n != name}
        yield {**entry, "in": {**setting, "assume": rest}}


def changed(path: Path, entry: Mapping[str, Any]) -> Changed:
    """The claim's module with the theorem about functions as they are, then those that are changed
    by the rules, and the names of their modules, by rule."""

    def task() -> list[Any]:
        sys.setrecursionlimit(DEPTH)
        module = load(path)
        claim = export(derivation(module))
        right = composed(module.claim, claim, entry)
        head, end = f"Theorem {right.theorem} :\n  ", ".\nProof.\n"
        found = {
            rule: [
                right.source.replace(f"{head}{right.statement}{end}", f"{head}{one}{end}")
                for one in rewritten(right.statement)
            ]
            for rule, rewritten in ((FALSE, negated), (NUMBER, larger))
        }
        found[DROPPED] = [composed(module.claim, claim, one).source for one in lighter(entry)]
        named: dict[str, list[str]] = {}
        written = [claim, right]
        for rule, sources in found.items():
            for number, source in enumerate(sources):
                name = f"{right.module}_{rule}_{number}"
                said, renamed = begun(source, right.theorem), _renamed(right, name, source)
                written.append(replace(right, module=name, statement=said, source=renamed))
                named.setdefault(rule, []).append(name)
        return [[vars(one) for one in written], named]

    written, named = isolated(task, str(path), TOTAL)
    tuples = ({**one, "names": tuple(one["names"])} for one in written)
    return [Exported(**one) for one in tuples], named


def _renamed(right: Exported, name: str, source: str) -> str:
    begin, end = f"Module {right.module}.", f"End {right.module}."
    return source.replace(begin, f"Module {name}.").replace(end, f"End {name}.")


def text_of(modules: Sequence[Exported]) -> str:
    """SHA-256 of a claim's module and of the theorem about functions."""
    return hashlib.sha256("\n".join(m.source for m in modules[:2]).encode()).hexdigest()


def outcomes(made: Mapping[str, Changed], root: Path) -> dict[str, dict[str, Any]]:
    """Of each of these claims, how many changed theorems were tried and which Coq accepted, by
    rule. Raises `UserError` where it refuses the theorem as it is."""
    refused = one_by_one([m for modules, _ in made.values() for m in modules], root, SECONDS)
    found = {}
    for name, (modules, named) in made.items():
        for module in modules[:2]:
            if module.module in refused:
                raise UserError(f"{name}: Coq refuses {module.module}: {refused[module.module]}")
        taken = {rule: [m for m in names if m not in refused] for rule, names in named.items()}
        found[name] = {
            "text": text_of(modules),
            "tried": {rule: len(names) for rule, names in sorted(named.items())},
            "accepted": {rule: names for rule, names in sorted(taken.items()) if names},
        }
    return found


def summary(known: Mapping[str, Mapping[str, Any]]) -> str:
    """How many changed theorems were tried by each rule, and how many Coq accepted."""
    lines = []
    for rule in (FALSE, DROPPED, NUMBER):
        tried = sum(one["tried"].get(rule, 0) for one in known.values())
        taken = sum(len(one["accepted"].get(rule, ())) for one in known.values())
        lines.append(f"{rule}: {tried} tried, {taken} accepted")
    return f"{len(known)} theorems about functions; {'; '.join(lines)}"


def main(seconds: int = 0) -> None:
    """Try all entries of which the record has not this very text, and keep what Coq said. A
    negation that is accepted ends it with an error."""
    root = Path.cwd()
    require_ready(root)
    compile_library(root, library_files(root))
    entries = instances(root)
    paths = [
        path
        for chapter in outline.chapters(root)
        for path in proof_files(root, chapter)
        if claim_id(path) in entries
    ]
    known = {n: one for n, one in recorded(root / KEPT).items() if n in entries}
    start = monotonic()
    for i in range(0, len(paths), TOGETHER):
        if seconds and monotonic() - start > seconds:
            break
        part = {claim_id(p): changed(p, entries[claim_id(p)]) for p in paths[i : i + TOGETHER]}
        anew = {n: m for n, m in part.items() if known.get(n, {}).get("text") != text_of(m[0])}
        if not anew:
            continue
        known |= outcomes(anew, root)
        keep(known, root / KEPT, schema=1)
        print(summary(known), flush=True)
    wrong = [name for one in known.values() for name in one["accepted"].get(FALSE, ())]
    if wrong:
        raise UserError(f"Coq accepts negations of what it has proved: {', '.join(wrong)}")


if __name__ == "__main__":
    with one_line():
        main(*map(whole_number, sys.argv[1:2]))
