"""The negative control of the export: false neighbours, with the proofs of the true claims.

Each neighbour is known to be false at a point, and the kernel rejects the proof with it in the
place of the claim. Written in Coq all the same, none may be accepted: `make coq-mutants` tries them
all, and ends with an error if one is.
"""

import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from provenscape.claims.isolation import isolated
from provenscape.claims.loading import load, proof_files
from provenscape.claims.verification import tried
from provenscape.coq.acceptance import DEPTH, INSTALL
from provenscape.coq.derivation import derivation
from provenscape.coq.session import available, compile_library, session
from provenscape.coq.text import module_name
from provenscape.coq.theorem import Exported, export
from provenscape.errors import UserError, one_line
from provenscape.kernel import Claim
from provenscape.study import outline

SECONDS = 10  # for one sentence of a false proof
TOTAL = 900  # for writing the neighbours of one claim


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
    modules = [one for path in paths for one in false_neighbours(path, every)]
    if not modules:
        return 0, []
    outcome = session(modules, root, SECONDS)
    return len(modules), list(outcome.accepted)


def main(every: int = 1) -> None:
    """Try all claims, chapter by chapter; a false one that Coq accepts ends it with an error."""
    if not available():
        raise UserError(f"Coq is not installed; {INSTALL}")
    root = Path.cwd()
    compile_library(root)
    chapters = outline.chapters(root)
    with ThreadPoolExecutor(2) as pool:
        parts = pool.map(
            lambda chapter: accepted(proof_files(root, chapter), root, every), chapters
        )
        total = 0
        wrong: list[str] = []
        for chapter, (count, found) in zip(chapters, parts, strict=True):
            print(f"{chapter}: {count} false neighbours, {len(found)} accepted", flush=True)
            total, wrong = total + count, wrong + found
    if wrong:
        raise UserError(f"Coq accepts false neighbours: {', '.join(wrong)}")
    print(f"Coq refuses all {total} false neighbours")


if __name__ == "__main__":
    with one_line():
        main(*map(int, sys.argv[1:2]))
