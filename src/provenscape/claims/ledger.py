"""All verdicts in one place: the ledger of claims and the table of the documents' items.

The ledger alone knows every verdict. A claim that fails as printed is `repaired` once a claim that
corrects it has a verdict of its own, and `refuted` otherwise. The verdict of an item follows from
its claims and judgements; nothing is typed by hand.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from provenscape import __version__
from provenscape.claims.judgements import Judgement, judgements
from provenscape.errors import UserError
from provenscape.study import inventory, registry
from provenscape.study.files import write_text

HOLDS = ("proved", "certified", "supported")  # strongest first
FAILS = ("refuted", "repaired")
VERDICTS = (*HOLDS, "repaired", "refuted", "misattributed", "cited", "opinion", "open")
MEANING = {
    "proved": "derived for all values that satisfy the stated hypotheses",
    "certified": "rigorous numerics for the stated instances",
    "supported": "a test fixed beforehand passed; its negative control failed",
    "repaired": "fails as printed; a corrected statement stands beside it",
    "refuted": "fails, with an exact counterexample",
    "misattributed": "the fact stands, the credit does not",
    "cited": "quoted from the literature, not checked here",
    "opinion": "nothing here could decide it",
    "open": "not looked at yet",
}


def settle(records: Sequence[Mapping[str, Any]], known: set[str]) -> list[dict[str, Any]]:
    """The claims sorted by chapter and id, with refuted ones that have a repair marked repaired.

    Raises `UserError` for a doubled id, an unknown item, or a repair of nothing.
    """
    claims = [dict(r) for r in sorted(records, key=lambda r: (r["chapter"], r["id"]))]
    counts = Counter(c["id"] for c in claims)
    doubled = [name for name, count in counts.items() if count > 1]
    if doubled:
        raise UserError(f"proofs: two claims have the id {doubled[0]}; rename one")
    by_id = {c["id"]: c for c in claims}
    for claim in claims:
        where = claim["file"]
        for item in claim["items"]:
            if item not in known:
                raise UserError(f"{where}: items: {item} is not in documents/inventory.csv")
        if claim["repairs"] is None:
            continue
        failed = by_id.get(claim["repairs"])
        if failed is None or failed["verdict"] not in FAILS:
            raise UserError(f"{where}: repairs: {claim['repairs']} is no refuted claim")
        if claim["verdict"] in HOLDS:
            failed["verdict"] = "repaired"
    return claims


def items(
    claims: Sequence[Mapping[str, Any]],
    judged: Iterable[Judgement],
    rows: Sequence[Mapping[str, str]],
) -> list[dict[str, str]]:
    """One row for every item of the inventory: item, verdict, claims, reason."""
    judgement_of: dict[str, Judgement] = {}
    for judgement in judged:
        if judgement.item not in {row["item"] for row in rows}:
            raise UserError(f"judgements: {judgement.item} is not in documents/inventory.csv")
        if judgement.item in judgement_of:
            raise UserError(f"judgements: {judgement.item} is judged twice; keep one")
        judgement_of[judgement.item] = judgement
    table = []
    for row in rows:
        about = [c for c in claims if row["item"] in c["items"]]
        verdict, reason = decide(about, judgement_of.get(row["item"]), claims)
        table.append(
            {
                "item": row["item"],
                "verdict": verdict,
                "claims": ";".join(c["id"] for c in about),
                "reason": reason,
            }
        )
    return table


def decide(
    about: Sequence[Mapping[str, Any]],
    judgement: Judgement | None,
    claims: Sequence[Mapping[str, Any]],
) -> tuple[str, str]:
    """The verdict of an item and the reason in one sentence.

    A failing claim decides first, then a judgement of misattribution; otherwise the weakest of
    what is known about the item.
    """
    for verdict in FAILS:
        for claim in about:
            if claim["verdict"] == verdict:
                return verdict, failure(claim, claims)
    order = {verdict: rank for rank, verdict in enumerate(VERDICTS)}
    found = [(c["verdict"], c["says"]) for c in about]
    if judgement is not None:
        found.append((judgement.verdict, judgement.reason))
        if judgement.verdict == "misattributed":
            return found[-1]
    if not found:
        return "open", "Not looked at yet."
    weakest = max((verdict for verdict, _ in found), key=order.__getitem__)
    return weakest, " ".join(reason for verdict, reason in found if verdict == weakest)


def failure(claim: Mapping[str, Any], claims: Sequence[Mapping[str, Any]]) -> str:
    """What fails, where, and what holds instead."""
    where = f" at {claim['counterexample']}" if claim["counterexample"] else ""
    text = f"Fails{where}: {claim['says'].rstrip('.')}"
    repair = next((c for c in claims if c["repairs"] == claim["id"]), None)
    return f"{text}; what holds: {repair['says']}" if repair else f"{text}."


def write(records: Sequence[Mapping[str, Any]], root: Path, results: Path) -> None:
    """Write ledger.json, ledger.csv and items.csv; raises `UserError` on a contradiction."""
    rows = inventory.read(root)
    claims = settle(records, {row["item"] for row in rows})
    judged = [
        j for chapter in sorted({r["chapter"] for r in rows}) for j in judgements(root, chapter)
    ]
    require_references(root, judged, claims)
    for claim in claims:
        claim["figures"] = figures_about(claim["items"], root)
    table = items(claims, judged, rows)
    ledger = {"schema": 1, "version": __version__, "claims": claims}
    write_text(results / "ledger.json", json.dumps(ledger, indent=1, ensure_ascii=False) + "\n")
    columns = ("id", "chapter", "verdict", "repairs", "title")
    write_text(results / "ledger.csv", to_csv([{k: c[k] or "" for k in columns} for c in claims]))
    write_text(results / "items.csv", to_csv(table))


def figures_about(about: Iterable[str], root: Path) -> list[str]:
    """The figures that show one of the items, as paths in the results."""
    wanted = set(about)
    return [
        f"figures/{figure.chapter}/{figure.name}.pdf"
        for figure in registry.figures(root)
        if wanted & set(figure.items)
    ]


def require_references(
    root: Path, judged: Iterable[Judgement], claims: Iterable[Mapping[str, Any]]
) -> None:
    """Raise `UserError` for a citation key that documents/references.bib does not have."""
    bibliography = (root / "documents" / "references.bib").read_text(encoding="utf-8")
    keys = set(re.findall(r"^@\w+\{([^,\s]+),", bibliography, flags=re.MULTILINE))
    cited = [(j.item, key) for j in judged for key in j.references]
    cited += [(c["id"], key) for c in claims for key in c["assumptions"]]
    for where, key in cited:
        if key not in keys:
            raise UserError(f"documents/references.bib: no entry {key}, cited by {where}; add it")


def to_csv(rows: Sequence[Mapping[str, str]]) -> str:
    text = io.StringIO()
    if rows:
        writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return text.getvalue()


def summary(results: Path) -> str:
    """How many claims and items have which verdict, and where to look, as a table of text."""
    ledger = json.loads((results / "ledger.json").read_text(encoding="utf-8"))
    with (results / "items.csv").open(encoding="utf-8", newline="") as file:
        of_items = Counter(row["verdict"] for row in csv.DictReader(file))
    of_claims = Counter(claim["verdict"] for claim in ledger["claims"])
    lines = [f"{'verdict':<14}{'claims':>7}{'items':>7}  meaning"]
    for verdict in VERDICTS:
        counts = f"{of_claims[verdict]:>7}{of_items[verdict]:>7}"
        lines.append(f"{verdict:<14}{counts}  {MEANING[verdict]}")
    lines.append(
        f"{'total':<14}{of_claims.total():>7}{of_items.total():>7}  "
        f"see {results.name}/items.csv and {results.name}/ledger.json"
    )
    return "\n".join(lines)
