"""Named facts: theorems from the literature that claims rest on, documents/facts.yaml.

A fact is proved if it names theorems of coq/Bridges that say it, which Coq accepted as they are
(`provenscape.claims.bridges`), or if a claim of the ledger says that it `proves` it and is proved
itself; otherwise whatever rests on it is conditional.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from provenscape.errors import UserError
from provenscape.study.settings import checked

FACTS = Path("documents/facts.yaml")


@dataclass(frozen=True)
class Fact:
    """A theorem: its statement, where it stands (key of references.bib, place there), where the
    place was seen, the claim that proves it here, if there is one, and the theorems of
    coq/Bridges that together say it, by their names in Coq without `Provenscape`; and why these do
    not prove it, if so."""

    id: str
    statement: str
    key: str
    place: str
    confirmed: str
    proof: str | None
    coq: tuple[str, ...] = ()
    unchecked: str | None = None

    @property
    def proved_in_coq(self) -> bool:
        return bool(self.coq) and self.unchecked is None

    def record(self) -> dict[str, Any]:
        """The fact as plain data; `unchecked` stands there where it says something."""
        return {k: v for k, v in vars(self).items() if k != "unchecked" or v is not None}


def facts(root: Path) -> dict[str, Fact]:
    """All named facts by id, none without the file; raises `UserError` for an entry that is not of
    the form."""
    found: dict[str, Fact] = {}
    if not (root / FACTS).exists():
        return found
    for entry in checked(root, FACTS, "facts"):
        name, reference = entry["id"], entry["reference"]
        if name in found:
            raise UserError(f"{FACTS}: {name} stands there twice; keep one")
        found[name] = Fact(
            name, entry["statement"], reference["key"], reference["place"],
            entry["confirmed"], entry["proof"], tuple(entry.get("coq", ())),
        )  # fmt: skip
    return found


def condition(claim: Mapping[str, Any]) -> str:
    """The clause that names the facts on which a settled claim rests and that nothing here proves,
    empty if there are none: what a refutation must say that is no more than conditional."""
    names = claim["unproved_facts"]
    return f"given {', '.join(names)}, not proved here" if names else ""


def unproved(
    claim: Mapping[str, Any], claims: Mapping[str, Mapping[str, Any]], known: Mapping[str, Fact]
) -> list[str]:
    """The facts that the claim rests on, directly or through the proofs of facts, and that nothing
    here proves. A fact whose proof rests on itself is not proved."""
    missing: set[str] = set()

    def follow(record: Mapping[str, Any], above: frozenset[str]) -> None:
        for name in record["facts"]:
            if known[name].proved_in_coq:
                continue
            proof = claims.get(known[name].proof or "")
            if (
                proof is None
                or proof["proves"] != name
                or proof["verdict"] not in ("proved", "conditional")
                or name in above
            ):
                missing.add(name)
            else:
                follow(proof, above | {name})

    follow(claim, frozenset())
    return sorted(missing)
