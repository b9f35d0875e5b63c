"""Verdicts that depend on more than the claim itself: on the facts it rests on, on its repairs.

A claim is `conditional` while it rests on a named fact that nothing here proves. One that fails as
printed is `repaired` once a claim that corrects it holds, and `refuted` otherwise.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from provenscape.claims.coverage import FAILS, HOLDS
from provenscape.claims.documents import Documents
from provenscape.claims.facts import unproved
from provenscape.claims.statement import VARIABLE
from provenscape.errors import UserError, did_you_mean


def settle(records: Sequence[Mapping[str, Any]], known: Documents) -> list[dict[str, Any]]:
    """The claims sorted by chapter and id, with the verdicts that depend on others.

    Raises `UserError` for a doubled id, an unknown item, part, fact or work, or a repair that is
    none: of nothing, of no item of what it repairs, or about other objects.
    """
    claims = [dict(r) for r in sorted(records, key=lambda r: (r["chapter"], r["id"]))]
    counts = Counter(c["id"] for c in claims)
    by_id = {c["id"]: c for c in claims}
    for claim in claims:
        if counts[claim["id"]] > 1:
            raise UserError(f"{claim['file']}: two claims have the id {claim['id']}; rename one")
        known.require_known(claim)
        claim["unproved_facts"] = unproved(claim, by_id, known.facts)
    for claim in claims:
        if claim["unproved_facts"] and claim["verdict"] in ("proved", "certified"):
            claim["verdict"] = "conditional"
    for claim in claims:
        if claim["repairs"] is not None:
            require_repair(claim, by_id, known)
    for failed_id in {c["repairs"] for c in claims if c["verdict"] in HOLDS} - {None}:
        by_id[failed_id]["verdict"] = "repaired"
    return claims


def companions(claim: Mapping[str, Any], known: Documents) -> set[str]:
    """The claims without which this one cannot be settled: what it repairs, proofs of its facts."""
    proofs = {known.facts[name].proof for name in claim["facts"] if name in known.facts}
    return {name for name in (claim["repairs"], *proofs) if name is not None}


def require_repair(
    claim: Mapping[str, Any], claims: Mapping[str, Mapping[str, Any]], known: Documents
) -> None:
    """Raise `UserError` unless the claim may correct the one that it says it repairs."""
    name = claim["repairs"]
    failed = claims.get(name)
    where = f"{known.place(claim['file'], name)}: repairs: {name}"
    if failed is None:
        raise UserError(f"{where}: there is no such claim; {did_you_mean(name, claims)}")
    if failed["verdict"] not in FAILS:
        raise UserError(f"{where} is {failed['verdict']}, and only a refuted claim is repaired")
    if failed["items"] and not set(claim["items"]) & set(failed["items"]):
        raise UserError(f"{where} is about {', '.join(failed['items'])}; share an item with it")
    if not objects(claim) & objects(failed):
        raise UserError(
            f"{where} is about other objects: share a named function, a symbol of the same meaning "
            "or the words of `about`"
        )


def objects(claim: Mapping[str, Any]) -> set[tuple[str, ...]]:
    """What a statement is about: its functions by their bodies, its symbols by their meanings, and
    what it says of itself in `about`."""
    statement = claim["statement"]
    functions = {("function", *f["variables"], f["body"]) for f in statement["functions"]}
    symbols = {(s["name"], s["meaning"]) for s in statement["symbols"] if s["meaning"] != VARIABLE}
    return functions | symbols | ({("about", claim["about"])} if claim["about"] else set())


def repairs_of(claims: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """The claims that hold and correct another, strongest first, by the id of that other."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for claim in claims:
        if claim["repairs"] is not None and claim["verdict"] in HOLDS:
            found.setdefault(claim["repairs"], []).append(claim)
    return {k: sorted(v, key=lambda c: HOLDS.index(c["verdict"])) for k, v in found.items()}
