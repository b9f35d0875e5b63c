"""Named facts: theorems from the literature that claims rest on, documents/facts.yaml.

A fact is proved if a claim of the ledger derives it and is proved itself; otherwise whatever rests
on it is conditional.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from provenscape.errors import UserError, did_you_mean
from provenscape.study.settings import read

FACTS = Path("documents/facts.yaml")
KEYS = {"id", "statement", "reference", "confirmed", "proof"}


@dataclass(frozen=True)
class Fact:
    """A theorem: its statement, where it stands (key of references.bib, place there), where the
    place was seen, and the claim that proves it here, if there is one."""

    id: str
    statement: str
    key: str
    place: str
    confirmed: str
    proof: str | None


def facts(root: Path) -> dict[str, Fact]:
    """All named facts by id; raises `UserError` for an entry that is not of the form."""
    found: dict[str, Fact] = {}
    for entry in read(root / FACTS) or []:
        name = str(entry.get("id") if isinstance(entry, dict) else entry)
        if not isinstance(entry, dict) or set(entry) != KEYS:
            raise UserError(f"{FACTS}: {name}: each fact has the keys {', '.join(sorted(KEYS))}")
        reference = entry["reference"]
        if not isinstance(reference, dict) or set(reference) != {"key", "place"}:
            raise UserError(f"{FACTS}: {name}: its reference has the keys key and place")
        if name in found:
            raise UserError(f"{FACTS}: {name} stands there twice; keep one")
        found[name] = Fact(
            name, entry["statement"], reference["key"], reference["place"],
            entry["confirmed"], entry["proof"],
        )  # fmt: skip
    return found


def require_known(claims: list[dict[str, Any]], known: Mapping[str, Fact]) -> None:
    """Raise `UserError` for a claim that names no fact, or a fact whose proof is no claim."""
    for claim in claims:
        for name in claim["facts"]:
            if name not in known:
                raise UserError(
                    f"{claim['file']}: facts: {name} is not in {FACTS}; {did_you_mean(name, known)}"
                )
    ids = {claim["id"] for claim in claims}
    for fact in known.values():
        if fact.proof is not None and fact.proof not in ids:
            raise UserError(f"{FACTS}: {fact.id}: proof: there is no claim {fact.proof}")


def unproved(
    claim: Mapping[str, Any], claims: Mapping[str, Mapping[str, Any]], known: Mapping[str, Fact]
) -> list[str]:
    """The facts that the claim rests on, directly or through the proofs of facts, and that nothing
    here proves. A fact whose proof rests on itself is not proved."""
    missing: set[str] = set()

    def follow(record: Mapping[str, Any], above: frozenset[str]) -> None:
        for name in record["facts"]:
            proof = claims.get(known[name].proof or "")
            if proof is None or name in above or proof["verdict"] not in ("proved", "conditional"):
                missing.add(name)
            else:
                follow(proof, above | {name})

    follow(claim, frozenset())
    return sorted(missing)
