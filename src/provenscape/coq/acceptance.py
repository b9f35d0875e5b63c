"""coq/accepted.json: of each claim whether Coq accepts it as one theorem, and on which axioms.

The file is tracked, so that the ledger does not depend on whether Coq is installed. An entry counts
for one statement: it holds its digest.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any

import provenscape.coq.rules  # noqa: F401  (once, not in each process that writes a claim)
from provenscape.claims import accepted
from provenscape.claims.coq_files import Sources
from provenscape.claims.isolation import isolated
from provenscape.claims.loading import claim_id, load, proof_files
from provenscape.coq import facts
from provenscape.coq.composition import composed, instances
from provenscape.coq.derivation import derivation
from provenscape.coq.questions import tier
from provenscape.coq.session import (
    Outcome,
    compile_library,
    library_files,
    merged,
    preamble,
    require_compiled,
    require_ready,
    session,
)
from provenscape.coq.text import NotExported
from provenscape.coq.theorem import Exported, export
from provenscape.errors import UserError
from provenscape.kernel import Rejected
from provenscape.study.files import write_text

TOGETHER = 800_000  # characters in one session: what Coq holds in memory grows with them
AT_ONCE = 25  # claims that one process writes: minutes at most
DEPTH = 10_000  # of nested calls: sums of hundreds of terms are taken apart one by one


def exported(path: Path) -> Exported | str:
    """The Coq module of a proof file's claim, or why there is none."""
    return exported_of(load(path))


def exported_of(module: Any) -> Exported | str:
    """The same of a proof file that has been loaded."""
    try:
        return export(derivation(module))
    except NotExported as error:
        return str(error)
    except (Rejected, RecursionError) as error:
        return f"its proof is not followed: {str(error)[:150]}"


def plainly(path: Path, entry: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The same as plain data, with the theorem about functions that applies it, if there is an
    entry for one."""
    module = load(path)
    found = exported_of(module)
    if isinstance(found, str):
        return {"digest": module.claim.digest(), "reason": found}
    kept = {"digest": found.of, "exported": vars(found)}
    if entry is not None:
        kept["of_functions"] = vars(composed(module.claim, found, entry))
        kept |= {"leaves": entry["leaves"]} if "leaves" in entry else {}
    return kept


def exported_apart(
    paths: Sequence[Path], entries: Mapping[str, Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The same of several claims, from one process, which costs a third of one for each, as SymPy
    keeps what it has worked out. Where that fails, each has its own, which tells whose fault it is.
    """

    def task() -> list[dict[str, Any]]:
        sys.setrecursionlimit(DEPTH)
        return [plainly(path, entries.get(claim_id(path))) for path in paths]

    try:
        return list(isolated(task, str(paths[0])))
    except UserError:
        if len(paths) == 1:
            raise
    return [one for path in paths for one in exported_apart([path], entries)]


def written(paths: Sequence[Path], root: Path, jobs: int = 1) -> dict[str, dict[str, Any]]:
    """What `exported_apart` gives of each claim, by name."""
    known = instances(root)
    parts = [paths[i : i + AT_ONCE] for i in range(0, len(paths), AT_ONCE)]
    with ThreadPoolExecutor(jobs) as pool:
        found = chain.from_iterable(pool.map(lambda part: exported_apart(part, known), parts))
        return dict(zip(map(claim_id, paths), found, strict=True))


def modules_of(one: Mapping[str, Any]) -> list[Exported]:
    """The modules of a claim: its own, and that of the theorem about functions."""
    return [Exported(**one[kind]) for kind in ("exported", "of_functions") if kind in one]


def sessions(claims: Iterable[Sequence[Exported]]) -> list[list[Exported]]:
    """The modules of claims by sessions, those of a claim together: of claims that call
    coq-interval; of those that theorems about functions apply, since Coq takes more memory for
    these, and first of proofs that must use the claim's theorem, as it takes Coq seconds to answer
    questions about them; of the others. The session with the longest module is first."""
    intervals: list[Sequence[Exported]] = []
    functions: list[Sequence[Exported]] = []
    others: list[Sequence[Exported]] = []
    for modules in sorted(claims, key=lambda modules: not any(m.applies for m in modules)):
        if "with_intervals" in map(tier, modules):
            intervals.append(modules)
        else:
            (functions if len(modules) > 1 else others).append(modules)
    parts = [*parted(intervals), *parted(functions, TOGETHER // 2), *parted(others, TOGETHER)]
    return sorted(parts, key=lambda part: -max(len(module.source) for module in part))


def parted(
    claims: Sequence[Sequence[Exported]], together: int | None = None
) -> list[list[Exported]]:
    """The modules of these claims in their order, in parts of about as many characters each, at
    most so many if a claim has fewer; in one part if not told."""
    sizes = [sum(len(module.source) for module in modules) for modules in claims]
    total, before = sum(sizes), 0
    parts: list[list[Exported]] = [[] for _ in range(-(-total // (together or total or 1)))]
    for modules, size in zip(claims, sizes, strict=True):
        parts[before * len(parts) // total] += modules
        before += size
    return [part for part in parts if part]


def judged(found: Mapping[str, Mapping[str, Any]], root: Path, jobs: int = 1) -> Outcome:
    """What Coq says of the claims that were written. Raises `UserError` where a theorem rests on an
    axiom outside the list."""
    parts = sessions(map(modules_of, found.values()))
    with ThreadPoolExecutor(jobs) as pool:
        outcomes = list(pool.map(lambda part: session(part, root), parts))
    for outcome in outcomes:
        require_allowed(outcome)
    return merged(outcomes)


def entries_of(
    found: Mapping[str, Mapping[str, Any]], outcome: Outcome
) -> dict[str, dict[str, Any]]:
    """The entries of the claims that were written."""
    return {name: entry(one, outcome) for name, one in found.items()}


def entry(one: Mapping[str, Any], outcome: Outcome) -> dict[str, Any]:
    """What is kept of one claim."""
    kept: dict[str, Any] = {"digest": one["digest"], "accepted": False}
    if "exported" not in one:
        return kept | {"reason": one["reason"]}
    module, *bridges = modules_of(one)
    if module.module not in outcome.accepted:
        return kept | {"reason": f"Coq refuses the proof: {outcome.refused[module.module]}"}
    kept = {
        "digest": one["digest"],
        "accepted": True,
        "theorem": f"{module.module}.{module.theorem}",
        "statement": module.digest,
        "axioms": list(outcome.axioms[tier(module)]),
    }
    for bridge in bridges:
        if bridge.module not in outcome.accepted:
            return kept | {"bridge_refused": outcome.refused[bridge.module]}
        kept |= {"leaves": one["leaves"]} if "leaves" in one else {}
        kept["bridge"] = f"{bridge.module}.{bridge.theorem}"
        kept["bridge_statement"] = bridge.digest
    return kept


def require_allowed(outcome: Outcome) -> None:
    """Raise `UserError` where a theorem rests on an axiom outside the list."""
    for name, axioms in outcome.axioms.items():
        for axiom in axioms:
            if not accepted.allowed(axiom, intervals=name == "with_intervals"):
                raise UserError(f"a Coq theorem rests on the axiom {axiom}, which is not allowed")


def chapter_text(accepted: Sequence[Exported]) -> str:
    """The accepted theorems of a chapter as a file that coqc compiles."""
    return preamble(accepted) + "\n" + "\n".join(m.source for m in accepted)


def build(root: Path, folder: Path, chapters: Sequence[str], jobs: int = 2) -> dict[str, Any]:
    """The tracked file's content: the library, named facts, the entries of all claims of these
    chapters, each in order of their names."""
    require_ready(root)
    paths = {chapter: proof_files(root, chapter) for chapter in chapters}
    read = accepted.library(Sources(root))
    with ThreadPoolExecutor(1) as beside:
        library = beside.submit(compile_library, root, library_files(root), jobs)
        found = written([path for files in paths.values() for path in files], root, jobs)
        library.result()
        of_facts = beside.submit(facts.record, root)
        outcome = judged(found, root, jobs)
    require_compiled(root)
    if accepted.library(Sources(root)) != read:
        raise UserError(f"{root / 'coq'}: a file was changed while Coq read it; run it again")
    for chapter, files in paths.items():
        modules = [m for path in files for m in modules_of(found[claim_id(path)])]
        accepted_here = [m for m in modules if m.module in outcome.accepted]
        write_text(folder / f"{chapter}.v", chapter_text(accepted_here))
    return {
        "schema": 2,
        "library": read,
        "facts": of_facts.result(),
        "claims": dict(sorted(entries_of(found, outcome).items())),
    }


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
