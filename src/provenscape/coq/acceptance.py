"""coq/accepted.json: of each claim whether Coq accepts it as one theorem, and on which axioms.

The file is tracked, so that the ledger does not depend on whether Coq is installed. An entry counts
for one statement: it holds its digest.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from provenscape.claims import accepted
from provenscape.claims.accepted import CLASSICAL, read
from provenscape.claims.coq_files import Sources
from provenscape.claims.isolation import isolated
from provenscape.claims.loading import claim_id, load, proof_files
from provenscape.coq import facts
from provenscape.coq.composition import composed, instances
from provenscape.coq.derivation import derivation
from provenscape.coq.session import (
    Outcome,
    available,
    compile_library,
    library_files,
    preamble,
    session,
    tier,
)
from provenscape.coq.text import NotExported
from provenscape.coq.theorem import Exported, export
from provenscape.errors import UserError
from provenscape.kernel import Rejected
from provenscape.study.files import write_text

TOGETHER = 25  # claims in one session: what Coq holds in memory grows with them
DEPTH = 10_000  # of nested calls: sums of hundreds of terms are taken apart one by one
INSTALL = (
    "on Debian or Ubuntu: apt-get install --no-install-recommends coq libcoq-coquelicot "
    "libcoq-interval"
)
PRIMITIVE = ("PrimFloat.", "FloatAxioms.", "PrimInt63.", "Uint63.", "Int63.", "CarryType.")


def exported(path: Path) -> Exported | str:
    """The Coq module of a proof file's claim, or why there is none."""
    try:
        return export(derivation(load(path)))
    except NotExported as error:
        return str(error)
    except (Rejected, RecursionError) as error:
        return f"its proof is not followed: {str(error)[:150]}"


def exported_apart(path: Path, entry: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The same as plain data, from a process of its own; with the theorem about functions that
    applies it, if there is an entry for one."""

    def task() -> dict[str, Any]:
        sys.setrecursionlimit(DEPTH)
        found = exported(path)
        if isinstance(found, str):
            return {"digest": load(path).claim.digest(), "reason": found}
        written = {"digest": found.of, "exported": vars(found)}
        if entry is not None:
            written["of_functions"] = vars(composed(load(path).claim, found, entry))
        return written

    return dict(isolated(task, str(path)))


def entries(chapter: str, root: Path, folder: Path) -> dict[str, dict[str, Any]]:
    """The entries of a chapter's claims; its theorems are written to a file in the folder."""
    return entries_of(proof_files(root, chapter), root, folder / f"{chapter}.v")


def entries_of(
    paths: Iterable[Path], root: Path, file: Path | None = None
) -> dict[str, dict[str, Any]]:
    """The entries of the claims of these files; their theorems are written to a file, if given."""
    known = instances(root)
    names = {claim_id(path): path for path in paths}
    found = {name: exported_apart(path, known.get(name)) for name, path in names.items()}
    claims, functions = (
        {name: Exported(**one[kind]) for name, one in found.items() if kind in one}
        for kind in ("exported", "of_functions")
    )
    kept: dict[str, dict[str, Any]] = {}
    accepted: list[Exported] = []
    order = list(found)
    for some in (order[i : i + TOGETHER] for i in range(0, len(order), TOGETHER)):
        modules = [m for name in some for m in (claims.get(name), functions.get(name)) if m]
        outcome = session(modules, root)
        require_allowed(outcome)
        accepted += [m for m in modules if m.module in outcome.accepted]
        for name in some:
            kept[name] = entry(found[name], claims.get(name), functions.get(name), outcome)
    if file is not None:
        write_chapter(file, accepted)
    return kept


def entry(
    one: Mapping[str, Any], module: Exported | None, bridge: Exported | None, outcome: Outcome
) -> dict[str, Any]:
    """What is kept of one claim."""
    kept: dict[str, Any] = {"digest": one["digest"], "accepted": False}
    if module is None:
        return kept | {"reason": one["reason"]}
    if module.module not in outcome.accepted:
        return kept | {"reason": f"Coq refuses the proof: {outcome.refused[module.module]}"}
    kept = {
        "digest": one["digest"],
        "accepted": True,
        "theorem": f"{module.module}.{module.theorem}",
        "statement": module.digest,
        "axioms": list(outcome.axioms[tier(module)]),
    }
    if bridge is None:
        return kept
    if bridge.module not in outcome.accepted:
        return kept | {"bridge_refused": outcome.refused[bridge.module]}
    return kept | {
        "bridge": f"{bridge.module}.{bridge.theorem}",
        "bridge_statement": bridge.digest,
    }


def require_allowed(outcome: Outcome) -> None:
    """Raise `UserError` where a theorem rests on an axiom outside the list."""
    for name, axioms in outcome.axioms.items():
        for axiom in axioms:
            primitive = name == "with_intervals" and axiom.startswith(PRIMITIVE)
            if axiom not in CLASSICAL and not primitive:
                raise UserError(f"a Coq theorem rests on the axiom {axiom}, which is not allowed")


def write_chapter(path: Path, accepted: Sequence[Exported]) -> None:
    """Write the accepted theorems of a chapter as a file that coqc compiles."""
    write_text(path, preamble(accepted) + "\n" + "\n".join(m.source for m in accepted))


def build(root: Path, folder: Path, chapters: Sequence[str], jobs: int = 2) -> dict[str, Any]:
    """The tracked file's content: the library, named facts, the entries of all claims of these
    chapters, each in order of their names."""
    if not available():
        raise UserError(f"Coq is not installed; {INSTALL}")
    compile_library(root, library_files(root))
    with ThreadPoolExecutor(jobs) as pool:
        parts = list(pool.map(lambda chapter: entries(chapter, root, folder), chapters))
    return {
        "schema": 2,
        "library": accepted.library(Sources(root)),
        "facts": facts.record(root),
        "claims": dict(sorted((k, v) for part in parts for k, v in part.items())),
    }


__all__ = ["build", "entries_of", "read", "require_allowed", "summary"]


def summary(claims: Mapping[str, Mapping[str, Any]]) -> str:
    """How many claims Coq accepts, and of the others each with its reason."""
    accepted = sum(entry["accepted"] for entry in claims.values())
    bridged = sum("bridge" in entry for entry in claims.values())
    lines = [
        f"Coq accepts {accepted} of {len(claims)} claims whole; "
        f"{bridged} of them are applied to functions"
    ]
    lines += [f"{name}: {e['reason']}" for name, e in claims.items() if not e["accepted"]]
    lines += [
        f"{name}: Coq refuses its theorem about functions: {e['bridge_refused']}"
        for name, e in claims.items()
        if "bridge_refused" in e
    ]
    return "\n".join(lines)
