"""Every claim of an archive checked again, by the kernel that is installed here.

Stored verdicts are not believed. A proof file is Python: it is loaded with the names that a proof
may use and nothing else (`claims.loading`), in a process of its own with limits on time and memory,
which can write to no file.
"""

import json
import os
import resource
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from provenscape.archive.opening import limited
from provenscape.claims import accepted, ledger, sampling, verification
from provenscape.claims.documents import documents
from provenscape.claims.isolation import SECONDS, isolated
from provenscape.claims.loading import claim_files, claim_id
from provenscape.claims.settling import settle
from provenscape.errors import UserError, did_you_mean
from provenscape.study.registry import is_sampled

Record = dict[str, Any]
TABLES = ("ledger.json", *(f"{name}.csv" for name in ledger.COLUMNS))


def stored(root: Path) -> dict[str, Record]:
    """The claims of the archive's ledger by id; UserError if it is no ledger."""
    try:
        claims = json.loads((root / "results/ledger.json").read_text(encoding="utf-8"))["claims"]
        found = {claim["id"]: claim for claim in claims}
        for claim in found.values():
            _ = claim["verdict"], claim["repairs"], claim["statement"]["digest"]
    except (KeyError, TypeError, ValueError):
        raise UserError("results/ledger.json: no ledger of claims") from None
    if len(found) < len(claims):
        raise UserError("results/ledger.json: two claims have one id")
    return found


def present(root: Path) -> dict[str, Path]:
    """The files of claims by id."""
    return {claim_id(path): path for path in claim_files(root)}


def chosen(names: Iterable[str], paths: Mapping[str, Path]) -> list[str]:
    """The claims that are named, or that belong to a chapter that is; UserError for another."""
    wanted = set(names)
    chapters = {path.parent.name for path in paths.values()}
    for name in sorted(wanted - {*paths, *chapters}):
        raise UserError(f"no claim or chapter is called {name}; {did_you_mean(name, paths)}")
    return [name for name, path in paths.items() if {name, path.parent.name} & wanted]


def recorded(path: Path, root: Path) -> Record:
    """The record of a claim, made afresh in a process of its own; UserError if it has none."""
    return dict(isolated(lambda: _recorded(path, root), str(path), SECONDS))


def _recorded(path: Path, root: Path) -> Record:
    os.chdir("/")  # a process that it starts finds no module of the archive beside it
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if is_sampled(path):
        return sampling.verify(path, root / "results/data")
    return verification.verify_here(path)


def checked(
    names: Iterable[str], root: Path, told: Callable[[str], None]
) -> tuple[dict[str, Record], list[str]]:
    """The records of claims and of those without which they cannot be settled, made afresh; and
    the claims that have none. `told` hears of each."""
    paths, ledger_ = present(root), stored(root)
    known = limited(lambda: _referred(root), "documents")
    waiting, records, failures = list(names), dict[str, Record](), list[str]()
    seen = set(waiting)
    while waiting:
        name = waiting.pop(0)
        told(name)
        try:
            records[name] = recorded(paths[name], root)
        except UserError as error:
            failures.append(str(error).replace(f"{root}/", ""))
            continue
        beside = {records[name]["repairs"], *(known.get(f) for f in records[name]["facts"])}
        beside |= {one for one, claim in ledger_.items() if claim["repairs"] == name}
        more = sorted((beside & paths.keys()) - seen)
        waiting += more
        seen |= set(more)
    return records, failures


def _referred(root: Path) -> dict[str, str]:
    """The claim that proves each fact that has one."""
    proofs = {name: fact.proof for name, fact in documents(root).facts.items()}
    return {name: proof for name, proof in proofs.items() if proof is not None}


def differences(records: Mapping[str, Record], root: Path) -> list[str]:
    """Where claims of the ledger are others than their records, settled together, say."""
    try:
        settled = limited(lambda: settle(list(records.values()), documents(root)), "ledger")
    except UserError as error:
        return [str(error)]
    claims, entries, found = stored(root), accepted.read(root), []
    for claim in settled:
        name = claim["id"]
        claim["coq"] = accepted.standing(claim, entries)
        if name not in claims:
            found.append(f"{name}: not in the ledger; it is {claim['verdict']}")
            continue
        kept = claims[name] | {"figures": []}
        for key, is_, said in (
            ("verdict", claim["verdict"], kept["verdict"]),
            ("statement", claim["statement"]["digest"], kept["statement"]["digest"]),
        ):
            if is_ != said:
                found.append(f"{name}: its {key} is {is_}, the ledger says {said}")
        others = [key for key in {**claim, **kept} if claim.get(key) != kept.get(key)]
        if beside := sorted(set(others) - {"verdict"}):
            found.append(f"{name}: the ledger has another {', '.join(beside)}")
    return found


def unmatched(root: Path) -> list[str]:
    """Claims with a file and no entry in the ledger, or the reverse, or with two files."""
    paths, claims = present(root), stored(root)
    counts = Counter(claim_id(path) for path in claim_files(root))
    return [
        *(f"{name}: {count} files" for name, count in sorted(counts.items()) if count > 1),
        *(f"{name}: in the ledger, without a file" for name in sorted(claims.keys() - paths)),
        *(
            f"{name}: has a file, and is not in the ledger"
            for name in sorted(paths.keys() - claims)
        ),
    ]


def tables(records: Mapping[str, Record], root: Path, made: Path) -> list[str]:
    """Write the ledger and its tables anew from the records of all claims into the folder `made`;
    which of the archive's are others."""
    kept = json.loads(json.dumps(list(records.values()), sort_keys=True))  # as the workflow does
    try:
        limited(lambda: ledger.write(kept, root, made), "ledger")
    except UserError as error:
        return [str(error)]
    return [
        f"results/{name}: another than follows from the claims"
        for name in TABLES
        if not (root / "results" / name).is_file()
        or (root / "results" / name).read_bytes() != (made / name).read_bytes()
    ] + _records(records, root)


def _records(records: Mapping[str, Record], root: Path) -> list[str]:
    """The claims whose records, kept in a file a chapter, are others than those made afresh."""
    kept = dict[str, Any]()
    for path in sorted((root / "results/claims").glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        for one in content if isinstance(content, list) else [content]:
            kept[str(one.get("id")) if isinstance(one, dict) else path.name] = one
    names = sorted(kept.keys() | records.keys())
    return [
        f"results/claims: another record of {name}"
        for name in names
        if kept.get(name) != records.get(name)
    ]
