"""What the pages show: the ledger, the items, figures, facts and works, joined by their ids."""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from provenscape.claims.coverage import VERDICTS
from provenscape.claims.documents import REFERENCES, documents
from provenscape.claims.judgements import Judgement, judgements
from provenscape.claims.ledger import MEANING
from provenscape.dossier import bibliography
from provenscape.study import citation, outline
from provenscape.study.citation import Citation
from provenscape.study.outline import Outline

DOCUMENTS = Path("documents/documents.bib")


@dataclass(frozen=True)
class Content:
    """Everything by id. `results` is the folder of what was built."""

    results: Path
    version: str
    claims: Mapping[str, Mapping[str, Any]]
    items: Mapping[str, Mapping[str, str]]
    parts: Mapping[str, Mapping[str, str]]
    facts: Mapping[str, Mapping[str, Any]]
    figures: Mapping[str, Mapping[str, Any]]
    judged: Mapping[str, list[Judgement]]
    works: Mapping[str, Markup]
    documents: Mapping[str, Markup]
    outline: Outline
    cited: Citation

    @property
    def chapters(self) -> list[str]:
        """The chapters that have a claim or an item, in the order in which they are read."""
        present = {row["chapter"] for row in self.items.values()}
        return [chapter for chapter in self.outline.chapters if chapter in present]

    @property
    def question(self) -> str:
        """What the first page asks: of a study that does not say it, its title."""
        return self.outline.question or self.cited.title

    @property
    def lead(self) -> str:
        """What the study is, for its first page."""
        lead = self.outline.lead or str(self.cited.fields.get("abstract", ""))
        for name in ("items", "claims", "figures"):
            lead = lead.replace(f"{{{name}}}", str(len(getattr(self, name))))
        return lead

    def of_item(self, item: str) -> list[Mapping[str, Any]]:
        """The claims about an item: those that fail first, then those that cover it best."""
        order = ("whole", "part", "definition", "instance")
        about = [claim for claim in self.claims.values() if item in claim["items"]]
        return sorted(
            about,
            key=lambda c: (
                c["verdict"] not in ("refuted", "repaired"),
                order.index(c["items"][item].split()[0]),
                c["id"],
            ),
        )

    def repairs_of(self, claim: str) -> list[Mapping[str, Any]]:
        """The claims that correct a claim."""
        return [c for c in self.claims.values() if c["repairs"] == claim]

    def resting_on(self, fact: str) -> list[Mapping[str, Any]]:
        """The claims that use a fact."""
        return [c for c in self.claims.values() if fact in c["facts"]]

    def showing(self, items: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        """The figures that show one of the items."""
        return [f for f in self.figures.values() if set(f["items"]) & set(items)]

    def axioms(self) -> list[tuple[tuple[str, ...], int]]:
        """Each set of axioms that theorems of Coq rest on, with the number of claims that do; the
        smallest first."""
        found = Counter(tuple(claim["coq"]["axioms"]) for claim in self.claims.values())
        return sorted(
            ((names, number) for names, number in found.items() if names), key=lambda s: len(s[0])
        )

    def counts(self) -> list[dict[str, Any]]:
        """Each verdict with its meaning and how many claims and items have it."""
        claims = Counter(c["verdict"] for c in self.claims.values())
        items = Counter(row["verdict"] for row in self.items.values())
        return [
            {"verdict": v, "meaning": MEANING[v], "claims": claims[v], "items": items[v]}
            for v in VERDICTS
            if claims[v] or items[v]
        ]


def read(root: Path, results: Path) -> Content:
    """All of it, from the files of a study that is built."""
    ledger = json.loads((results / "ledger.json").read_text(encoding="utf-8"))
    with (results / "items.csv").open(encoding="utf-8", newline="") as stream:
        items = {row["item"]: row for row in csv.DictReader(stream)}
    sidecars = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((results / "figures").glob("*/*.json"))
    ]
    judged = defaultdict(list)
    for judgement in judgements(root):
        judged[judgement.item].append(judgement)
    listed = bibliography.works(root / DOCUMENTS)
    unlisted = {row["document"] for row in items.values()} - listed.keys()
    return Content(
        results=results,
        version=ledger["version"],
        claims={claim["id"]: claim for claim in ledger["claims"]},
        items=items,
        parts=documents(root).parts,
        facts={fact["id"]: fact for fact in ledger["facts"]},
        figures={sidecar["id"]: sidecar for sidecar in sidecars},
        judged=judged,
        works=bibliography.works(root / REFERENCES),
        documents=listed | {key: escape(key) for key in sorted(unlisted)},
        outline=outline.read(root),
        cited=citation.read(root),
    )
