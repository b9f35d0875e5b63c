"""The negative control of the export: false neighbours, with the proofs of the true claims.

Each neighbour is known to be false at a point, and the kernel rejects the proof with it in the
place of the claim. Written in Coq all the same, none may be accepted: `make coq-mutants` tries them
all, keeps in coq/controls.json how many there were of each claim, and ends with an error if one is.
Its work can be split: what the record has already is not tried again, as long as the claim, the
text of its own proof and the library of theorems are those of then.

A lemma that the true claim has too, word for word, is admitted at first: what Coq refuses with more
given it refuses without. What it should accept so is tried once more in full.
"""

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

from provenscape.claims import accepted as acceptances
from provenscape.claims.coq_files import Sources
from provenscape.claims.isolation import isolated
from provenscape.claims.loading import claim_id, load, proof_files
from provenscape.claims.verification import tried
from provenscape.coq.acceptance import DEPTH, exported, written
from provenscape.coq.derivation import derivation
from provenscape.coq.session import TIMEOUT, compile_library, require_ready, session
from provenscape.coq.text import NotExported, module_name
from provenscape.coq.theorem import Exported, export
from provenscape.errors import UserError, one_line, whole_number
from provenscape.kernel import Claim, Rejected
from provenscape.study import outline
from provenscape.study.files import write_text

SECONDS = 60  # for one false proof, by the clock
TOTAL = 900  # for writing the neighbours of one claim
TOGETHER = 20  # claims in a session
JOBS = 2
CONTROLS = Path("coq/controls.json")
LEMMA = re.compile(r"^(Lemma [^\n]*\.)\nProof\.\n.*?^Qed\.\n", re.MULTILINE | re.DOTALL)


def false_neighbours(path: Path, every: int = 1) -> tuple[list[Exported], list[Exported], Counter]:
    """Coq modules of each so many of the false neighbours of a proof file's claim: with the lemmas
    of the true claim admitted, and in full; and why others are not written, with their number."""

    def task() -> list[Any]:
        sys.setrecursionlimit(DEPTH)
        module = load(path)
        if hasattr(module, "refutation"):
            return [[], [], []]
        true = exported(path)
        lemmas = set() if isinstance(true, str) else {m[0] for m in LEMMA.finditer(true.source)}
        found = tried(module, module.claim, False)[::every]
        written = [_written(module, m.claim, i) for i, m in enumerate(found)]
        full = [one for one in written if isinstance(one, Exported)]
        reasons = [one for one in written if isinstance(one, str)]
        return [[vars(spared(one, lemmas)) for one in full], list(map(vars, full)), reasons]

    first, full, reasons = isolated(task, str(path), TOTAL)
    return [Exported(**one) for one in first], [Exported(**one) for one in full], Counter(reasons)


def spared(module: Exported, lemmas: set[str]) -> Exported:
    """The module with these lemmas admitted."""
    shorter = LEMMA.sub(lambda m: f"{m[1]} Admitted.\n" if m[0] in lemmas else m[0], module.source)
    return replace(module, source=shorter)


def _written(module: Any, claim: Claim, number: int) -> Exported | str:
    """The Coq module of a neighbour, or why there is none."""
    try:
        node = derivation(module, claim)
        if node.claim.digest() != claim.digest():
            return "its check is of another claim"
        return export(node, f"{module_name(claim.id)}_false_{number}")
    except NotExported as error:
        return f"not exported: {error}"
    except Rejected:
        return "a rule of the kernel rejects what is written of it"
    except (
        Exception
    ) as error:  # the proof is of another claim: whatever its code does with this one
        return f"its check does not apply: {type(error).__name__}"


def accepted(paths: Sequence[Path], root: Path, every: int = 1) -> tuple[int, list[str]]:
    """How many false neighbours were given to Coq, and the modules of those that it accepted."""
    found = outcomes(paths, root, every).values()
    return sum(one["tried"] for one in found), [name for one in found for name in one["accepted"]]


def outcomes(paths: Sequence[Path], root: Path, every: int = 1) -> dict[str, dict[str, Any]]:
    """Of each claim how many false neighbours were given to Coq, those that it accepted, how many
    took it too long, and why others were not given to it."""
    modules = {claim_id(path): false_neighbours(path, every) for path in paths}
    first = session(
        [one for found, _, _ in modules.values() for one in found], root, SECONDS, axioms=False
    )
    doubtful = [
        one for _, full, _ in modules.values() for one in full if one.module in first.accepted
    ]
    wrong = session(doubtful, root, SECONDS, axioms=False).accepted if doubtful else ()
    slow = {name for name, said in first.refused.items() if TIMEOUT in said}
    return {
        name: {
            "tried": len(found),
            "accepted": [m.module for m in found if m.module in wrong],
            "too_long": sum(m.module in slow for m in found),
            "not_written": dict(sorted(reasons.items())),
        }
        for name, (found, _, reasons) in modules.items()
    }


def recorded(path: Path) -> dict[str, dict[str, Any]]:
    """What the record of a control has, by claim."""
    if not path.exists():
        return {}
    return dict(json.loads(path.read_text(encoding="utf-8"))["claims"])


def keep(known: Mapping[str, Mapping[str, Any]], path: Path, schema: int) -> None:
    """Write the record of a control."""
    text = json.dumps({"schema": schema, "claims": dict(sorted(known.items()))}, indent=1)
    write_text(path, text + "\n")


def made_of(paths: Sequence[Path], root: Path) -> dict[str, str]:
    """Of each claim that has a text in Coq the SHA-256 of this text, which has its statement and
    its proof, and of the theorems that generated proofs apply."""
    library = acceptances.library(Sources(root))["theorems"]
    return {
        name: hashlib.sha256(f"{library}\n{one['exported']['source']}".encode()).hexdigest()
        for name, one in written(paths, root, JOBS).items()
        if "exported" in one
    }


def main(seconds: int = 0) -> None:
    """Try all claims of which the record has not this very text, and keep what Coq said; after so
    many seconds, if given, no more are begun. A false one that is accepted ends it with an
    error."""
    root = Path.cwd()
    require_ready(root)
    compile_library(root)
    every = [path for chapter in outline.chapters(root) for path in proof_files(root, chapter)]
    texts = made_of(every, root)
    known = {n: e for n, e in recorded(root / CONTROLS).items() if e.get("text") == texts.get(n)}
    paths = [path for path in every if claim_id(path) in texts and claim_id(path) not in known]
    parts = [paths[i : i + TOGETHER] for i in range(0, len(paths), TOGETHER)]
    start = monotonic()
    for part in parts:
        if seconds and monotonic() - start > seconds:
            break
        for name, found in outcomes(part, root).items():
            known[name] = {"text": texts[name], **found}
        keep(known, root / CONTROLS, schema=2)
        print(summary(known), flush=True)
    wrong = [name for one in known.values() for name in one["accepted"]]
    if wrong:
        raise UserError(f"Coq accepts false neighbours: {', '.join(wrong)}")


def summary(known: Mapping[str, Mapping[str, Any]]) -> str:
    """How many were tried of how many claims, what Coq said of them, and how many were not."""
    tried = sum(one["tried"] for one in known.values())
    wrong = sum(len(one["accepted"]) for one in known.values())
    slow = sum(one["too_long"] for one in known.values())
    rest = sum(sum(one["not_written"].values()) for one in known.values())
    claims = sum(one["tried"] > 0 for one in known.values())
    return (
        f"{tried} false neighbours of {claims} claims tried: {wrong} accepted by Coq, {slow} not "
        f"decided within {SECONDS} s; {rest} more have no text in Coq"
    )


if __name__ == "__main__":
    with one_line():
        main(*map(whole_number, sys.argv[1:2]))
