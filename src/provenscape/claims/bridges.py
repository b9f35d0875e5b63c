"""Which named facts are proved in Coq: by theorems of coq/Bridges, as coq/accepted.json keeps it.

The record is made by `make coq` and counts for what Coq was given: the fact's words, the theorems
that documents/facts.yaml names for it, their statements, and every file on which they rest, read
without comments. Where one of these is another now, the fact is not proved, and the reason says it.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from provenscape.claims.accepted import ACCEPTED, AGAIN, allowed, load
from provenscape.claims.coq_files import FOLDER, Sources, digest_of
from provenscape.claims.facts import FACTS, Fact


def entry(fact: Fact, sources: Sources, axioms: tuple[str, ...]) -> dict[str, Any]:
    """What the record keeps of a fact whose theorems rest on these axioms."""
    return {
        "words": digest_of(fact.statement),
        "theorems": {name: sources.theorem(name) for name in sorted(fact.coq)},
        "axioms": sorted(axioms),
    }


def reason(fact: Fact, kept: Mapping[str, Any] | None, sources: Sources) -> str | None:
    """Why the theorems that a fact names do not prove it; None if they do."""
    if kept is None:
        return f"{ACCEPTED} has no record of its theorems; {AGAIN}"
    if kept["words"] != digest_of(fact.statement):
        return f"its statement is another one than in {ACCEPTED}; compare the theorems, {AGAIN}"
    if set(kept["theorems"]) != set(fact.coq):
        return f"it names other theorems than {ACCEPTED}; {AGAIN}"
    for name in kept["theorems"]:
        if sources.statement(name) is None:
            return f"{name} does not stand in {FOLDER}; name another"
    now = {name: sources.theorem(name) for name in kept["theorems"]}
    for part, what in (("statement", "the statement of"), ("files", "a file behind")):
        for name, said in kept["theorems"].items():
            if now[name][part] != said[part]:
                return f"{what} {name} has changed since Coq read it; {AGAIN}"
    strange = sorted(a for a in kept["axioms"] if not allowed(a, intervals=False))
    return f"its theorems rest on the axiom {strange[0]}, which is not allowed" if strange else None


def checked(known: Mapping[str, Fact], root: Path) -> dict[str, Fact]:
    """The facts, of which those that name theorems say why these do not prove them, if so."""
    if not any(fact.coq for fact in known.values()):
        return dict(known)
    kept, sources = load(root).get("facts", {}), Sources(root)
    return {
        name: replace(fact, unchecked=reason(fact, kept.get(name), sources)) if fact.coq else fact
        for name, fact in known.items()
    }


def warnings(reasons: Mapping[str, str | None]) -> list[str]:
    """A line for each fact whose theorems do not prove it, from the reason, if there is one."""
    return [
        f"warning: {FACTS}: {name} is not proved by its theorems in Coq: {reason}"
        for name, reason in sorted(reasons.items())
        if reason
    ]
