"""For a reader who compares: claims as they are printed, each beside its statement in Coq.

    python -m provenscape.coq.reading [KIND] [COUNT]

shows so many claims of a kind, twenty if no number is given: of each rule by which claims are
proved, and `functions` for theorems about functions. Without a kind it lists kinds with their
sizes. Which claims are drawn depends on their statements' digests alone.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from provenscape.claims.loading import claim_id, load, proof_files
from provenscape.claims.statement import statement
from provenscape.coq.composition import composed, instances
from provenscape.coq.derivation import derivation
from provenscape.coq.session import require_checkout
from provenscape.coq.theorem import stated
from provenscape.errors import UserError, one_line, whole_number
from provenscape.study import outline

FUNCTIONS = "functions"
NOT_IN_COQ = ("sample",)
COUNT = 20
LEMMA = re.compile(r"^Lemma .*?^Qed\.\n", re.MULTILINE | re.DOTALL)  # that a derivative exists


def kinds(root: Path) -> dict[str, list[Path]]:
    """The proof files of each kind, in the order in which claims are drawn."""
    found: dict[str, list[tuple[str, Path]]] = defaultdict(list)
    known = instances(root)
    for chapter in outline.chapters(root):
        for path in proof_files(root, chapter):
            node = derivation(load(path))
            drawn = node.claim.digest(), path
            if node.rule not in NOT_IN_COQ:
                found[node.rule].append(drawn)
            if claim_id(path) in known:
                found[FUNCTIONS].append(drawn)
    return {kind: [path for _, path in sorted(found[kind])] for kind in sorted(found)}


def beside(path: Path, entry: Mapping[str, Any] | None = None) -> str:
    """A claim as it is printed and as Coq has it; about functions, if there is an entry."""
    module = load(path)
    claim, refuted = module.claim, hasattr(module, "refutation")
    printed = statement(claim)
    bare, _ = stated(claim, refuted)
    said = bare.statement if entry is None else composed(claim, bare, entry).statement
    said = LEMMA.sub("", said)
    means = [f"  {s['name']}: {s['meaning']}" for s in printed["symbols"]]
    head = f"{claim.id}{' (refuted, so that Coq has the negation)' if refuted else ''}"
    around = [
        f"  {what}: {text}"
        for what, text in (
            ("scope", claim.scope),
            ("assumes the named facts", ", ".join(sorted({*claim.facts.values()}))),
            ("leads to its words by the named facts", ", ".join(claim.bridges)),
        )
        if text
    ]
    shown = [f"=== {head}", claim.says, *around, *means, "---", printed["text"], "---", said, ""]
    return "\n".join(shown)


def shown(root: Path, kind: str, count: int = COUNT) -> Iterator[str]:
    """The first so many claims of a kind."""
    entries, found = instances(root) if kind == FUNCTIONS else {}, kinds(root)
    if kind not in found:
        raise UserError(f"no claims of the kind {kind}; there are {', '.join(found)}")
    for path in found[kind][:count]:
        yield beside(path, entries.get(claim_id(path)))


def main(root: Path, arguments: Sequence[str]) -> None:
    """Show the claims of the kind that is named, or the kinds. Raises `UserError` for none."""
    require_checkout(root)
    if not arguments:
        print("\n".join(f"{kind:<12}{len(paths):>4}" for kind, paths in kinds(root).items()))
        return
    for text in shown(root, arguments[0], *map(whole_number, arguments[1:2])):
        print(text)


if __name__ == "__main__":
    with one_line():
        main(Path.cwd(), sys.argv[1:])
