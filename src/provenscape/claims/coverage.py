"""What the claims and judgements about an item make of it: the verdict of each sentence.

A claim covers the whole of an item's sentence, one of its listed parts (documents/parts.yaml), an
instance of it, or shows a definition on an example. Only the whole, or all parts together, proves
a sentence; instances alone certify what they show, and no more, and no more than the weakest of
them is worth.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from provenscape.claims.facts import condition
from provenscape.claims.judgements import Judgement
from provenscape.claims.statement import VARIABLE
from provenscape.study.settings import checked

PARTS = Path("documents/parts.yaml")
ANSWERS = Path("documents/answers.yaml")
HOLDS = ("proved", "conditional", "certified", "supported")  # strongest first
FAILS = ("refuted", "repaired")
DENIED = ("contradicted", "misattributed")  # by a judgement of the sentence or of a part
VERDICTS = (*HOLDS, *reversed(FAILS), *DENIED, "definition", "cited", "opinion", "open")
# Of what holds together, the weakest counts: a definition takes nothing from the rest, and what is
# certified given a fact that is not proved is conditional.
WEAKER = (
    "definition", "proved", "certified", "conditional", "supported", "cited", "opinion", "open",
)  # fmt: skip

Parts = Mapping[str, Mapping[str, str]]
Answers = Mapping[str, Mapping[str, str]]  # item: the verdict that it was written for, the answer


@dataclass(frozen=True)
class Decision:
    """The verdict of an item, the reason in one sentence, and the rest of what is known."""

    verdict: str
    reason: str
    details: str


def parts(root: Path) -> Parts:
    """The parts of each item that has several: name to sentence; none without the file."""
    return dict(checked(root, PARTS, "parts")) if (root / PARTS).exists() else {}


def answers(root: Path) -> Answers:
    """A sentence that answers an item where no claim's title does; none without the file."""
    return dict(checked(root, ANSWERS, "answers")) if (root / ANSWERS).exists() else {}


def decide(
    item: str,
    about: Sequence[Mapping[str, Any]],
    judged: Sequence[Judgement],
    listed: Mapping[str, str],
    repairs: Mapping[str, Sequence[Mapping[str, Any]]],
) -> Decision:
    """The verdict of an item from the claims about it, the judgements of it, and its parts.

    A claim that fails decides first: `repaired` if a claim that holds corrects it and is about this
    item, `refuted` otherwise. Then a judgement that denies it or its credit; then the weakest of
    what is known of its parts.
    """
    failed = [c for c in about if c["verdict"] in FAILS]
    if failed:
        found = _failure(item, failed, about, repairs)
        rest = _rest(item, about, judged, listed)
        return replace(found, details=f"{found.details} {rest}".strip())
    for judgement in sorted(judged, key=lambda j: j.verdict not in DENIED):
        if judgement.verdict in DENIED:
            others = _rest(item, about, judged, listed, judgement)
            return _decision(judgement.verdict, judgement.reason, f"{others} {_shown(about, item)}")
    units = {
        name: _unit(item, name, about, judged) for name in (*listed, *([] if listed else [None]))
    }
    known = [found for found in units.values() if found is not None]
    if len(known) == len(units):
        return _decision(*_weakest(known), _shown(about, item))
    return _partial(item, about, [name for name, found in units.items() if found is None], known)


def _rest(
    item: str,
    about: Sequence[Mapping[str, Any]],
    judged: Sequence[Judgement],
    listed: Mapping[str, str],
    told_already: Judgement | None = None,
) -> str:
    """What is judged of a sentence that fails, and which of its parts nothing here decides."""
    told = [
        f"{j.reason} ({f'part {j.part}, ' if j.part else ''}{j.verdict})"
        for j in judged
        if j is not told_already
    ]
    covered = {c["items"][item] for c in about} | {f"part {j.part}" for j in judged}
    whole = "whole" in covered or any(j.part is None for j in judged)
    left = [name for name in listed if not whole and f"part {name}" not in covered]
    return " ".join([*told, *([f"Not decided here: {', '.join(left)}."] if left else [])])


def _unit(
    item: str, part: str | None, about: Sequence[Mapping[str, Any]], judged: Sequence[Judgement]
) -> tuple[str, str] | None:
    """Verdict and reason of one part, or of the whole sentence (part None); None if undecided.

    The strongest claim counts; beside a judgement of the same part, the weaker of the two.
    """
    claims = [c for c in about if c["items"][item] in ("whole", f"part {part}")]
    definitions = [c for c in about if c["items"][item] == "definition"]
    opinions = [j for j in judged if j.part in (None, part)]
    found = []
    if claims:
        best = min(claims, key=lambda c: WEAKER.index(c["verdict"]))
        found.append((best["verdict"], best["title"]))
    elif definitions:
        found.append(("definition", definitions[0]["title"]))
    found += [(j.verdict, j.reason) for j in opinions]
    return _weakest(found) if found else None


def _decision(verdict: str, reason: str, details: str) -> Decision:
    """The verdict with the first sentence of its reason; the others lead the details."""
    first, *rest = re.split(r"(?<=[.:]) (?=[A-ZΑ-Ω])", reason, maxsplit=1)
    return Decision(verdict, first, " ".join([*rest, details]).strip())


def _weakest(found: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Of several verdicts with their reasons, the weakest; of equal ones the first."""
    return max(found, key=lambda one: WEAKER.index(one[0]))


def _explained(claim: Mapping[str, Any]) -> str:
    """The counterexample of a claim, each symbol with its meaning."""
    point = str(claim["counterexample"])
    for symbol in claim["statement"]["symbols"]:
        if symbol["meaning"] != VARIABLE:
            name = symbol["name"]
            parts = re.split(rf"(?<![\w(]){re.escape(name)} = ", point)
            point = f"{name} ({symbol['meaning']}) = ".join(parts)
    return point


def _partial(
    item: str,
    about: Sequence[Mapping[str, Any]],
    missing: Sequence[str | None],
    known: Sequence[tuple[str, str]],
) -> Decision:
    """What instances, or some of the parts, show of a sentence that is not decided as a whole: as
    much as the weakest of it, `certified` at best."""
    claims = [c for c in about if c["verdict"] in HOLDS]
    if not claims and not known:
        return Decision("open", "Not looked at yet.", "")
    if not claims:
        return _decision(*_weakest(known), "")
    instances = [c for c in claims if c["items"][item] == "instance"]
    verdict, reason = _weakest([*known, *((c["verdict"], c["title"]) for c in instances)])
    if verdict in ("definition", "proved"):
        verdict = "certified"
    left = [name for name in missing if name is not None]
    note = f"Not decided here: {', '.join(left)}. " if left else "For what is shown alone. "
    return _decision(verdict, reason, note + _shown(about, item))


def _failure(
    item: str,
    failed: Sequence[Mapping[str, Any]],
    about: Sequence[Mapping[str, Any]],
    repairs: Mapping[str, Sequence[Mapping[str, Any]]],
) -> Decision:
    corrected = [(c, r) for c in failed for r in repairs.get(c["id"], ()) if item in r["items"]]
    claim, repair = corrected[0] if corrected else (failed[0], None)
    given = condition(claim)
    details = [f"Fails{f', {given}' if given else ''}: {claim['says']}"]
    if claim["counterexample"]:
        details.append(f"At {_explained(claim)}.")
    if repair is not None:
        details.append(f"What holds ({repair['verdict']}): {repair['says']}")
    rest = [c for c in about if c not in (claim, repair)]
    return Decision(
        "repaired" if corrected else "refuted",
        claim["title"],
        " ".join([*details, _shown(rest, item)]).strip(),
    )


def _shown(about: Sequence[Mapping[str, Any]], item: str) -> str:
    """Each claim about the item, with how it covers it and its verdict."""
    return " ".join(f"{c['says']} ({c['items'][item]}, {c['verdict']})" for c in about)
