"""Whether an archive that was opened is whole: what it says of itself against what it holds."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import provenscape
from provenscape.archive import crate, form
from provenscape.archive.opening import Refused, files, limited
from provenscape.errors import UserError
from provenscape.study.files import sha256

ESSENTIAL = (
    form.SUMS, form.METADATA, "CITATION.cff", "requirements.lock", "results/manifest.json",
    "results/ledger.json",
)  # fmt: skip
INSTALLED = "definition/"  # in an installed package, what a checkout has in workflow/


def digests(root: Path) -> tuple[dict[str, str], list[str]]:
    """The digests that the archive lists, and where its files are others than these say.

    Raises Refused if there is no list.
    """
    present = set(files(root))
    for name in ESSENTIAL:
        if name not in present:
            raise Refused(f"{name} is missing: no archive of provenscape, or a part of one")
    try:
        listed = form.read_sums((root / form.SUMS).read_bytes().decode("utf-8"))
    except UnicodeDecodeError:
        raise Refused(f"{form.SUMS}: no text in UTF-8") from None
    except UserError as error:
        raise Refused(str(error)) from None
    own = {form.SUMS}
    return listed, [
        *(f"{path}: missing" for path in sorted(listed.keys() - present)),
        *(f"{path}: not listed in {form.SUMS}" for path in sorted(present - listed.keys() - own)),
        *(
            f"{path}: another content than its digest says"
            for path in sorted(listed.keys() & present)
            if sha256(root / path) != listed[path]
        ),
    ]


def texts(root: Path, listed: Mapping[str, str], name: str | None) -> list[str]:
    """Where what the archive says of itself disagrees: its name, its metadata, its manifest.

    Raises Refused for JSON that is not well formed.
    """
    require_json(root, [path for path in listed if path.endswith(".json")])
    try:
        return list(limited(lambda: _texts(root, listed, name), "metadata"))
    except UserError as error:
        return [str(error)]


def _texts(root: Path, listed: Mapping[str, str], name: str | None) -> list[str]:
    found = []
    own = {path: digest for path, digest in listed.items() if path != form.METADATA}
    contents = {path: (root / path).read_bytes() for path in own}
    try:
        metadata = crate.text(contents, own)
        manifest = json.loads(contents["results/manifest.json"])
        recorded = {form.RESULTS + path: digest for path, digest in manifest["sha256"].items()}
        expected = form.folder(str(manifest["version"]), form.of_sources(listed))
    except Exception as error:
        raise UserError(f"CITATION.cff, manifest.json: {type(error).__name__}: {error}") from None
    if metadata.encode() != (root / form.METADATA).read_bytes():
        found.append(f"{form.METADATA}: not what follows from the files")
    if name is not None and name != expected:
        found.append(f"{name}: by version and digest of its sources its name is {expected}")
    built = {path for path in own if path.startswith(form.RESULTS)} - {"results/manifest.json"}
    for path in sorted(built | set(recorded)):
        if recorded.get(path) != listed.get(path):
            found.append(f"{path}: another than results/manifest.json says")
    return found


def require_json(root: Path, names: Iterable[str]) -> None:
    """Raise Refused unless each of these files is JSON that every reader understands alike."""
    try:
        limited(lambda: _all_json(root, names), "JSON")
    except UserError as error:
        raise Refused(str(error)) from None


def _all_json(root: Path, names: Iterable[str]) -> None:
    for name in names:
        _json(root / name, name)


def _json(path: Path, name: str) -> None:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len({key for key, _ in pairs}) < len(pairs):
            raise UserError(f"{name}: no JSON: a key twice in one object")
        return dict(pairs)

    def refused(word: str) -> Any:
        raise UserError(f"{name}: no JSON: {word}")

    text = path.read_bytes()
    try:
        json.loads(text.decode("utf-8"), object_pairs_hook=unique, parse_constant=refused)
    except (ValueError, RecursionError) as error:
        raise UserError(f"{name}: no JSON: {error}") from None


def other_rooms(root: Path) -> list[str] | None:
    """The rooms of the package whose sources in the archive are others than those of this one; None
    of the archive of a study that has no package in it."""
    here = Path(provenscape.__file__).parent
    there = root / "src/provenscape"
    if not there.is_dir():
        return None
    rooms = {p.name for folder in (here, there) for p in folder.glob("*") if p.is_dir()}
    return sorted(room for room in rooms if _tree(here / room) != _tree(there / room))


def _tree(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    listed = {path.relative_to(folder).as_posix(): sha256(path) for path in found}
    return {path: digest for path, digest in listed.items() if not path.startswith(INSTALLED)}
