"""All verdicts in one place: the ledger of claims and the table of the documents' items.

The ledger alone knows every verdict: of claims as `settling` has it, of items as it follows from
their claims and judgements (`coverage`). No verdict is typed by hand.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from provenscape import __version__
from provenscape.claims import accepted, bridges, coverage
from provenscape.claims.coverage import VERDICTS
from provenscape.claims.documents import Documents, documents
from provenscape.claims.judgements import Judgement, judgements
from provenscape.claims.loading import claim_files, proof_files
from provenscape.claims.settling import repairs_of, settle
from provenscape.errors import UserError
from provenscape.study import registry
from provenscape.study.files import write_text
from provenscape.study.registry import is_sampled

MEANING = {
    "proved": "derived for all values that satisfy the hypotheses; every fact used is proved, here "
    "or in Coq",
    "conditional": "derived from named facts that are quoted, not proved here",
    "certified": "holds for the stated instances or parts, exactly or by rigorous numerics",
    "supported": "a test passed, fixed before its trials unless its scope says otherwise; its "
    "negative control failed",
    "repaired": "fails as printed; a corrected statement stands beside it",
    "refuted": "fails, with an exact counterexample, given the facts that it names",
    "contradicted": "published results or measurements here say the opposite of it",
    "misattributed": "the fact stands, the credit does not",
    "definition": "a definition, shown on an example; nothing to prove",
    "cited": "quoted from the literature, not checked here",
    "opinion": "nothing here could decide it",
    "open": "not looked at yet",
}
# The tables' columns and what they hold; lists are separated by semicolons.
COLUMNS = {
    "ledger": {
        "id": "the claim, the stem of its file with hyphens",
        "chapter": "the chapter of its file",
        "verdict": "what was found of it",
        "basis": "the weakest verdict among the steps of its proof or refutation",
        "title": "what is true, in one line",
        "says": "the statement that was checked, in one line",
        "repairs": "the claim that it corrects",
        "counterexample": "the point at which it fails",
        "evident": "yes, if its conclusion can be read off its hypotheses",
        "statement": "functions, quantifiers, hypotheses, conclusions, meanings of symbols",
        "facts": "the named facts that it rests on",
        "unproved_facts": "those of them that nothing here proves",
        "items": "the items that it is about",
        "rules": "the rules of the kernel that its proof uses",
        "engines": "the engines that checked its certificates",
        "coq": "proved, if Coq accepts it whole (of a refuted claim, its negation); end to end, if "
        "a theorem about functions applies it too; or why it is not exported",
        "mutants": "how many false neighbours were tried, all of them rejected",
        "scope": "what was fixed",
        "file": "its file",
        "digest": "SHA-256 of its statement",
    },
    "items": {
        "item": "the item, as in the inventory",
        "document": "the document that it is from, a key of documents.bib",
        "section": "where it stands there",
        "kind": "what sort of sentence it is",
        "chapter": "the chapter that decides it",
        "sentence": "what it says, in our words",
        "verdict": "what was found of the sentence as printed",
        "claims": "the claims about it",
        "reason": "why, in one sentence",
        "details": "what else is known of it",
    },
    "claims_items": {
        "claim": "a claim",
        "item": "an item that it is about",
        "coverage": "the whole sentence, a part of it, an instance, or a definition",
        "verdict": "the verdict of the claim",
    },
    "hypotheses": {
        "claim": "a claim",
        "hypothesis": "the name of one of its hypotheses",
        "relation": "the hypothesis",
        "fact": "the named fact that it stands for",
        "status": "needed: there is a countermodel without it; domain: without it a formula is not "
        "seen to be defined; unused: the same proof passes without it; used: none of these",
        "countermodel": "a point at which all but this hypothesis hold and the conclusion fails",
        "reason": "which formula is not seen to be defined without it",
    },
}


def items(
    claims: Sequence[Mapping[str, Any]], judged: Sequence[Judgement], known: Documents
) -> list[dict[str, str]]:
    """One row for every item of the inventory, as `items.csv` has it."""
    require_judgements(judged, known)
    repairs = repairs_of(claims)
    table = []
    for row in known.rows:
        item = row["item"]
        about = [c for c in claims if item in c["items"]]
        own = [j for j in judged if j.item == item]
        found = coverage.decide(item, about, own, known.parts.get(item, {}), repairs)
        decision = known.answered(item, about, found)
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


def require_judgements(judged: Iterable[Judgement], known: Documents) -> None:
    """Raise `UserError` for a judgement of an unknown item or part, by an unknown work, or two of
    one thing."""
    seen = set()
    for judgement in judged:
        item, part = judgement.item, judgement.part
        known.require_item(judgement.file, item, part)
        if (item, part) in seen:
            where = known.place(judgement.file, item)
            raise UserError(f"{where}: {item} is judged twice; keep one")
        seen.add((item, part))
        known.require_works((judgement.file, key) for key in judgement.references)


def read_records(paths: Iterable[Path], root: Path) -> list[dict[str, Any]]:
    """The records of all claims, from a file for each chapter and one for those judged on tables.

    Raises UserError unless each file has exactly one record for each of its proof files.
    """
    found = []
    for path in paths:
        try:
            records = json.loads(path.read_text(encoding="utf-8"))
            named = Counter(record["file"] for record in records)
        except (OSError, ValueError, TypeError, KeyError):
            raise UserError(f"{path}: no records of claims; delete it and run again") from None
        wanted = Counter(file.relative_to(root).as_posix() for file in _behind(path, root))
        for file in sorted((wanted - named) | (named - wanted)):
            raise UserError(
                f"{path}: {named[file]} records of {file}, not {wanted[file]}; "
                "delete it and run again"
            )
        found += records
    return found


def _behind(path: Path, root: Path) -> list[Path]:
    """The proof files whose records a file holds."""
    if path.stem == "supported":
        return [file for file in claim_files(root) if is_sampled(file)]
    return proof_files(root, path.stem)


def write(records: Sequence[Mapping[str, Any]], root: Path, results: Path) -> None:
    """Write ledger.json and its tables; raises `UserError` on a contradiction."""
    known = documents(root)
    claims = settle(records, known)
    known.require_consistent(claims)
    table = items(claims, judgements(root), known)
    entries, drawn = accepted.read(root), registry.figures(root)
    for claim in claims:
        claim["coq"] = accepted.standing(claim, entries)
        claim["figures"] = figures_about(claim["items"], drawn)
    ledger = {
        "schema": 2,
        "version": __version__,
        "facts": [fact.record() for _, fact in sorted(known.facts.items())],
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
        "coq": accepted.said(claim["coq"]),
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
            "reason": h["reason"] or "",
        }
        for h in claim["hypotheses"]
    ]


def figures_about(about: Iterable[str], drawn: Iterable[registry.Figure]) -> list[str]:
    """Those of the figures that show one of the items, as paths in the results."""
    wanted = set(about)
    return [
        f"figures/{figure.chapter}/{figure.name}.pdf"
        for figure in drawn
        if wanted & set(figure.items)
    ]


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
    lines += bridges.warnings({f["id"]: f.get("unchecked") for f in ledger["facts"]})
    return "\n".join(lines)
