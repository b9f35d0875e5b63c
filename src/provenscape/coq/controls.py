"""The negative control of the export: false neighbours, with the proofs of the true claims.

Each neighbour is known to be false at a point, and the kernel rejects the proof with it in the
place of the claim. Written in Coq all the same, none may be accepted: `make coq-mutants` tries them
all, keeps in coq/controls.json how many there were of each claim, and ends with an error if one is.
Its work can be split: what the record has already is not tried again.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import Any

from provenscape.claims.accepted import read
from provenscape.claims.isolation import isolated
from provenscape.claims.loading import claim_id, load, proof_files
from provenscape.claims.verification import tried
from provenscape.coq.acceptance import DEPTH, INSTALL
from provenscape.coq.derivation import derivation
from provenscape.coq.session import available, compile_library, session
from provenscape.coq.text import module_name
from provenscape.coq.theorem import Exported, export
from provenscape.errors import UserError, one_line
from provenscape.kernel import Claim
from provenscape.study import outline
from provenscape.study.files import write_text

SECONDS = 10  # for one sentence of a false proof
TOTAL = 900  # for writing the neighbours of one claim
TOGETHER = 20  # claims in a session
CONTROLS = Path("coq/controls.json")


def false_neighbours(path: Path, every: int = 1) -> list[Exported]:
    """Coq modules of each so many of the false neighbours of a proof file's claim."""

    def task() -> list[Any]:
        sys.setrecursionlimit(DEPTH)
        module = load(path)
        if hasattr(module, "refutation"):
            return []
        found = tried(module, module.claim, False)[::every]
        written = (_written(module, m.claim, i) for i, m in enumerate(found))
        return [vars(one) for one in written if one is not None]

    return [Exported(**fields) for fields in isolated(task, str(path), TOTAL)]


def _written(module: Any, claim: Claim, number: int) -> Exported | None:
    try:
        node = derivation(module, claim)
        if node.claim.digest() != claim.digest():
            return None
        return export(node, f"{module_name(claim.id)}_false_{number}")
    except Exception:  # the proof is of another claim: whatever its code does with this one
        return None


def accepted(paths: Sequence[Path], root: Path, every: int = 1) -> tuple[int, list[str]]:
    """How many false neighbours were given to Coq, and the modules of those that it accepted."""
    found = outcomes(paths, root, every).values()
    return sum(one["tried"] for one in found), [name for one in found for name in one["accepted"]]


def outcomes(paths: Sequence[Path], root: Path, every: int = 1) -> dict[str, dict[str, Any]]:
    """Of each claim how many false neighbours were given to Coq, and those that it accepted."""
    modules = {claim_id(path): false_neighbours(path, every) for path in paths}
    everything = [one for found in modules.values() for one in found]
    said = session(everything, root, SECONDS).accepted if everything else ()
    return {
        name: {"tried": len(found), "accepted": [m.module for m in found if m.module in said]}
        for name, found in modules.items()
    }


def recorded(root: Path) -> dict[str, dict[str, Any]]:
    """What was tried before, by claim."""
    if not (root / CONTROLS).exists():
        return {}
    return dict(json.loads((root / CONTROLS).read_text(encoding="utf-8"))["claims"])


def main(seconds: int = 0) -> None:
    """Try all claims of which the record has not this very statement, and keep what Coq said; after
    so many seconds, if given, no more are begun. A false one that is accepted ends it with an
    error."""
    if not available():
        raise UserError(f"Coq is not installed; {INSTALL}")
    root = Path.cwd()
    compile_library(root)
    digests = {name: one["digest"] for name, one in read(root).items()}
    known = {n: e for n, e in recorded(root).items() if e["digest"] == digests.get(n)}
    paths = [
        path
        for chapter in outline.chapters(root)
        for path in proof_files(root, chapter)
        if claim_id(path) in digests and claim_id(path) not in known
    ]
    parts = [paths[i : i + TOGETHER] for i in range(0, len(paths), TOGETHER)]
    start = monotonic()
    for part in parts:
        if seconds and monotonic() - start > seconds:
            break
        for name, found in outcomes(part, root).items():
            known[name] = {"digest": digests[name], **found}
        text = json.dumps({"schema": 1, "claims": dict(sorted(known.items()))}, indent=1)
        write_text(root / CONTROLS, text + "\n")
        print(summary(known), flush=True)
    wrong = [name for one in known.values() for name in one["accepted"]]
    if wrong:
        raise UserError(f"Coq accepts false neighbours: {', '.join(wrong)}")


def summary(known: Mapping[str, Mapping[str, Any]]) -> str:
    """How many were tried of how many claims, and how many of them Coq accepted."""
    tried = sum(one["tried"] for one in known.values())
    wrong = sum(len(one["accepted"]) for one in known.values())
    claims = sum(one["tried"] > 0 for one in known.values())
    return f"{tried} false neighbours of {claims} claims tried, {wrong} accepted by Coq"


if __name__ == "__main__":
    with one_line():
        main(*map(int, sys.argv[1:2]))
