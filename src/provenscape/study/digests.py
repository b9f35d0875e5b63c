"""What the jobs have made, by digest, so that nobody reads what was changed afterwards.

A job notes the SHA-256 of each of its outputs, a file or a folder, in `digests/<job>.json` in the
results, and before it reads an output of another job it looks whether that still is what was noted.
While a job runs, nothing is known of its outputs. What has no note, as in an archive that was
unpacked, is judged by the manifest.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from provenscape.errors import UserError
from provenscape.study.files import sha256, within, write_text

FOLDER = "digests"
MANIFEST = "manifest.json"


def digest(path: Path) -> str | None:
    """The SHA-256 of a file, or of the names and contents in a folder; None if there is neither."""
    try:
        if not path.is_dir():
            return sha256(path)
        lines = (f"{sha256(file)}  {file.relative_to(path).as_posix()}" for file in within([path]))
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror}); make it readable") from None


def begin(job: str, outputs: Iterable[str | Path], results: Path) -> None:
    """Note that the outputs of a job are being made: until `finish`, nobody can read them.

    They are no longer those of a job that had another name, as in a workflow that renames rules.
    """
    made = {_name(path, results): None for path in outputs}
    _note(job, made, results)
    for other in sorted((results / FOLDER).glob("[!.]*.json")):
        if other.stem != job and not made.keys().isdisjoint(noted := _read(other)):
            rest = {name: noted[name] for name in noted if name not in made}
            _note(other.stem, rest, results)


def finish(job: str, outputs: Iterable[str | Path], results: Path) -> None:
    """Note the digests of what a job has made."""
    _note(job, {_name(path, results): digest(Path(path)) for path in outputs}, results)


def require(paths: Iterable[str | Path], results: Path) -> None:
    """Raise UserError unless each of these results is what the job that made it has left."""
    noted, listed = _notes(results), manifest(results)
    for path in map(Path, paths):
        name = _name(path, results)
        found = noted[name] if name in noted else _in_manifest(path, name, listed)
        if found is None:
            raise UserError(f"{path}: made by no job that ended; delete it and run again")
        if digest(path) != found:
            raise UserError(_complaint(path))


def changed(results: Path) -> list[str]:
    """The results that are there and are not what the jobs that made them have left.

    What is being made at this time by another process is passed over.
    """
    return [
        name
        for name, noted in sorted(_notes(results).items())
        if None not in (noted, now := digest(results / name))
        and now != noted == _notes(results).get(name)
    ]


def require_unchanged(results: Path) -> None:
    """Raise UserError for the first of the results that were changed."""
    for name in changed(results):
        raise UserError(_complaint(results / name))


def manifest(results: Path) -> dict[str, str | None]:
    """The digests that the manifest lists, by path, none if there is no manifest yet.

    UserError if the file is no list of digests.
    """
    path = results / MANIFEST
    return _read(path, "sha256") if path.exists() else {}


def _complaint(path: Path) -> str:
    return f"{path} was changed after it was made; delete it and run again"


def _name(path: str | Path, results: Path) -> str:
    return Path(path).relative_to(results).as_posix()


def _note(job: str, digests: Mapping[str, str | None], results: Path) -> None:
    text = json.dumps(digests, indent=1, sort_keys=True) + "\n"
    write_text(results / FOLDER / f"{job}.json", text)


def _notes(results: Path) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for path in sorted((results / FOLDER).glob("[!.]*.json")):
        found |= _read(path)
    return found


def _in_manifest(path: Path, name: str, listed: Mapping[str, str | None]) -> str | None:
    """What the digest is by the manifest, which has the files of a folder one by one."""
    if not path.is_dir():
        return listed.get(name)
    inside = {key: value for key, value in listed.items() if key.startswith(f"{name}/")}
    present = {f"{name}/{p.relative_to(path).as_posix()}": sha256(p) for p in within([path])}
    return digest(path) if inside == present else "another"


def _read(path: Path, key: str | None = None) -> dict[str, str | None]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        listed = content if key is None else content[key]
        return {str(name): noted for name, noted in listed.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise UserError(f"{path}: no list of digests; delete it and run again") from None
