"""All verdicts in one place: the ledger of claims and the table of the documents' items.

The ledger alone knows every verdict. A claim is `conditional` while it rests on a named fact that
nothing here proves. One that fails as printed is `repaired` once a claim that corrects it holds,
and `refuted` otherwise. The verdict of an item follows from its claims and judgements (`coverage`);
nothing is typed by hand.
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
from provenscape.claims import coverage
from provenscape.claims.coverage import FAILS, HOLDS, VERDICTS, Parts
from provenscape.claims.facts import Fact, facts, require_known, unproved
from provenscape.claims.judgements import Judgement, judgements
from provenscape.claims.statement import VARIABLE
from provenscape.errors import UserError
from provenscape.study import inventory, registry
from provenscape.study.files import write_text

MEANING = {
    "proved": "derived for all values that satisfy the hypotheses; every fact used is proved",
    "conditional": "derived from named facts that are quoted, not proved here",
    "certified": "holds for the stated instances or parts, exactly or by rigorous numerics",
    "supported": "a test fixed beforehand passed; its negative control failed",
    "repaired": "fails as printed; a corrected statement stands beside it",
    "refuted": "fails, with an exact counterexample",
    "misattributed": "the fact stands, the credit does not",
    "definition": "a definition, shown on an example; nothing to prove",
    "cited": "quoted from the literature, not checked here",
    "opinion": "nothing here could decide it",
    "open": "not looked at yet",
}
COLUMNS = {
    "ledger": (
        "id", "chapter", "verdict", "basis", "title", "says", "repairs", "counterexample",
        "evident", "statement", "facts", "unproved_facts", "items", "rules", "engines", "mutants",
        "scope", "file", "digest",
    ),
    "items": (
        "item", "document", "section", "kind", "chapter", "sentence", "verdict", "claims",
        "reason", "details",
    ),
    "claims_items": ("claim", "item", "coverage", "verdict"),
    "hypotheses": ("claim", "hypothesis", "relation", "fact", "status", "countermodel"),
}  # fmt: skip


def settle(
    records: Sequence[Mapping[str, Any]], known: set[str], named: Mapping[str, Fact]
) -> list[dict[str, Any]]:
    """The claims sorted by chapter and id, with the verdicts that depend on others.

    Raises `UserError` for a doubled id, an unknown item or fact, or a repair that is none: of
    nothing, of no item of what it repairs, or about other objects.
    """
    claims = [dict(r) for r in sorted(records, key=lambda r: (r["chapter"], r["id"]))]
    counts = Counter(c["id"] for c in claims)
    doubled = [name for name, count in counts.items() if count > 1]
    if doubled:
        raise UserError(f"proofs: two claims have the id {doubled[0]}; rename one")
    require_known(claims, named)
    by_id = {c["id"]: c for c in claims}
    for claim in claims:
        for item in claim["items"]:
            if item not in known:
                raise UserError(f"{claim['file']}: items: {item} is not in documents/inventory.csv")
        claim["unproved_facts"] = unproved(claim, by_id, named)
    for claim in claims:
        if claim["unproved_facts"] and claim["verdict"] in ("proved", "certified"):
            claim["verdict"] = "conditional"
    for claim in claims:
        if claim["repairs"] is not None:
            require_repair(claim, by_id.get(claim["repairs"]))
    for failed_id in {c["repairs"] for c in claims if c["verdict"] in HOLDS} - {None}:
        by_id[failed_id]["verdict"] = "repaired"
    return claims


def require_repair(claim: Mapping[str, Any], failed: Mapping[str, Any] | None) -> None:
    """Raise `UserError` unless the claim may correct the other one."""
    where = f"{claim['file']}: repairs: {claim['repairs']}"
    if failed is None or failed["verdict"] not in FAILS:
        raise UserError(f"{where} is no refuted claim")
    if failed["items"] and not set(claim["items"]) & set(failed["items"]):
        raise UserError(f"{where} is about {', '.join(failed['items'])}; share an item with it")
    if not objects(claim) & objects(failed):
        raise UserError(
            f"{where} is about other objects: no named function, no symbol of the same meaning "
            "and no `about` is common to both"
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


def items(
    claims: Sequence[Mapping[str, Any]],
    judged: Sequence[Judgement],
    rows: Sequence[Mapping[str, str]],
    listed: Parts,
) -> list[dict[str, str]]:
    """One row for every item of the inventory, as `items.csv` has it."""
    require_judgements(judged, rows, listed)
    coverage.require_known_parts(claims, listed)
    repairs = repairs_of(claims)
    table = []
    for row in rows:
        item = row["item"]
        about = [c for c in claims if item in c["items"]]
        own = [j for j in judged if j.item == item]
        decision = coverage.decide(item, about, own, listed.get(item, {}), repairs)
        table.append(
            {
                "item": item,
                "document": row["document"],
                "section": row["section"],
                "kind": row["kind"],
                "chapter": row["chapter"],
                "sentence": row["claim"],
                "verdict": decision.verdict,
                "claims": ";".join(c["id"] for c in about),
                "reason": decision.reason,
                "details": decision.details,
            }
        )
    return table


def require_judgements(
    judged: Iterable[Judgement], rows: Sequence[Mapping[str, str]], listed: Parts
) -> None:
    """Raise `UserError` for a judgement of an unknown item or part, or two of one thing."""
    known, seen = {row["item"] for row in rows}, set()
    for judgement in judged:
        if judgement.item not in known:
            raise UserError(f"judgements: {judgement.item} is not in documents/inventory.csv")
        if judgement.part is not None and judgement.part not in listed.get(judgement.item, {}):
            raise UserError(
                f"judgements: {judgement.item} has no part {judgement.part} in {coverage.PARTS}"
            )
        if (judgement.item, judgement.part) in seen:
            raise UserError(f"judgements: {judgement.item} is judged twice; keep one")
        seen.add((judgement.item, judgement.part))


def write(records: Sequence[Mapping[str, Any]], root: Path, results: Path) -> None:
    """Write ledger.json and its tables; raises `UserError` on a contradiction."""
    rows = inventory.read(root)
    named = facts(root)
    claims = settle(records, {row["item"] for row in rows}, named)
    judged = judgements(root)
    require_references(root, judged, claims, named.values())
    for claim in claims:
        claim["figures"] = figures_about(claim["items"], root)
    table = items(claims, judged, rows, coverage.parts(root))
    ledger = {
        "schema": 2,
        "version": __version__,
        "facts": [vars(fact) for _, fact in sorted(named.items())],
        "claims": claims,
    }
    write_text(results / "ledger.json", json.dumps(ledger, indent=1, ensure_ascii=False) + "\n")
    for name, found in (
        ("ledger", [claim_row(claim) for claim in claims]),
        ("items", table),
        ("claims_items", [row for claim in claims for row in item_rows(claim)]),
        ("hypotheses", [row for claim in claims for row in hypothesis_rows(claim)]),
    ):
        write_text(results / f"{name}.csv", to_csv(name, found))


def claim_row(claim: Mapping[str, Any]) -> dict[str, str]:
    """A claim in one line of ledger.csv."""
    plain = ("id", "chapter", "verdict", "basis", "title", "says", "repairs", "counterexample")
    return {key: claim[key] or "" for key in plain} | {
        "evident": "yes" if claim["evident"] else "",
        "statement": claim["statement"]["text"].replace("\n", " | "),
        "facts": ";".join(claim["facts"]),
        "unproved_facts": ";".join(claim["unproved_facts"]),
        "items": ";".join(claim["items"]),
        "rules": ";".join(dict.fromkeys(claim["rules"])),
        "engines": ";".join(claim["engines"]),
        "mutants": str(claim["mutants"]["total"]),
        "scope": claim["scope"] or "",
        "file": claim["file"],
        "digest": claim["statement"]["digest"],
    }


def item_rows(claim: Mapping[str, Any]) -> list[dict[str, str]]:
    """How a claim covers its items, a row each."""
    return [
        {"claim": claim["id"], "item": item, "coverage": covered, "verdict": claim["verdict"]}
        for item, covered in claim["items"].items()
    ]


def hypothesis_rows(claim: Mapping[str, Any]) -> list[dict[str, str]]:
    """The hypotheses of a claim, a row each."""
    given = {h["name"]: h for h in claim["statement"]["given"]}
    return [
        {
            "claim": claim["id"],
            "hypothesis": h["name"],
            "relation": " ".join(given[h["name"]][key] for key in ("left", "op", "right")),
            "fact": given[h["name"]]["fact"] or "",
            "status": h["status"],
            "countermodel": h["countermodel"] or "",
        }
        for h in claim["hypotheses"]
    ]


def figures_about(about: Iterable[str], root: Path) -> list[str]:
    """The figures that show one of the items, as paths in the results."""
    wanted = set(about)
    return [
        f"figures/{figure.chapter}/{figure.name}.pdf"
        for figure in registry.figures(root)
        if wanted & set(figure.items)
    ]


def require_references(
    root: Path,
    judged: Iterable[Judgement],
    claims: Iterable[Mapping[str, Any]],
    named: Iterable[Fact] = (),
) -> None:
    """Raise `UserError` for a citation key that documents/references.bib does not have."""
    bibliography = (root / "documents" / "references.bib").read_text(encoding="utf-8")
    keys = set(re.findall(r"^@\w+\{([^,\s]+),", bibliography, flags=re.MULTILINE))
    cited = [(j.item, key) for j in judged for key in j.references]
    cited += [(c["id"], key) for c in claims for key in c["assumptions"]]
    cited += [(fact.id, fact.key) for fact in named]
    for where, key in cited:
        if key not in keys:
            raise UserError(f"documents/references.bib: no entry {key}, cited by {where}; add it")


def to_csv(name: str, rows: Sequence[Mapping[str, str]]) -> str:
    """The rows of one of the tables, under its columns, which an empty table has too."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS[name], lineterminator="\n")
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
