"""Writing an archive: the same bytes for the same study, whenever and wherever it is packed."""

import io
import json
from collections.abc import Iterable
from pathlib import Path

from provenscape import __version__
from provenscape.archive import crate, form, sources
from provenscape.errors import UserError
from provenscape.study.files import sha256, within, write_bytes

NEEDED = {
    "CITATION.cff": "who made it",
    "requirements.lock": "with which versions; write it with `python -m pip freeze`",
}


def name(root: Path) -> str:
    """The name of the archive of a study: its version and the digest of its sources."""
    digests = {path: sha256(root / path) for path in sources.files(root)}
    return form.folder(__version__, form.of_sources(digests))


def contents(root: Path, built: Iterable[str | Path], results: Path) -> dict[str, bytes]:
    """What an archive holds, by path: the sources, what was built, metadata and digests.

    What lies in the folder `results` is put under `results/`, wherever that folder is. Raises
    UserError if the study uses a file that is no source, if a result is another than the manifest
    says, or if a path is none that every system knows.
    """
    listed = sources.files(root)
    sources.require_complete(root, listed)
    for name, what in NEEDED.items():
        if name not in listed:
            raise UserError(f"{name}: missing; an archive says {what}")
    found = {path: (root / path).read_bytes() for path in listed}
    for path in within(built):
        found[form.RESULTS + path.relative_to(results).as_posix()] = path.read_bytes()
    digests = {path: form.digest(content) for path, content in found.items()}
    recorded = json.loads(found["results/manifest.json"])["sha256"]
    for path in sorted(recorded):
        if digests.get(form.RESULTS + path) != recorded[path]:
            raise UserError(f"{results / path}: changed since it was built; delete it, build again")
    found[form.METADATA] = crate.text(found, digests).encode()
    digests[form.METADATA] = form.digest(found[form.METADATA])
    found[form.SUMS] = form.sums(digests).encode()
    _require_packable(found)
    return found


def _require_packable(found: dict[str, bytes]) -> None:
    """Raise UserError for what no reader would accept."""
    for path, content in found.items():
        if wrong := form.problem(path):
            raise UserError(f"{path}: {wrong}; rename it")
        if len(content) > form.LARGEST:
            raise UserError(f"{path}: larger than {form.LARGEST // 2**20} MB; make it smaller")
    if wrong := form.clash(found):
        raise UserError(f"{wrong}; rename one")
    if len(found) > form.MEMBERS or sum(map(len, found.values())) > form.TOTAL:
        raise UserError(f"more than {form.MEMBERS} files or {form.TOTAL // 2**20} MB to pack")


def write(root: Path, built: Iterable[str | Path], results: Path, path: Path) -> None:
    """Write the archive to `path`, whole or not at all; see `contents`."""
    found = contents(root, built, results)
    digests = form.read_sums(found[form.SUMS].decode())
    stream = io.BytesIO()
    form.write_zip(stream, form.folder(__version__, form.of_sources(digests)), found)
    write_bytes(path, stream.getvalue())


ENTRANCE = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=dossier/index.html">
<title>Dossier</title>
<p><a href="dossier/index.html">Open the dossier</a></p>
"""


def write_pages(name: str, built: Iterable[str | Path], results: Path, path: Path) -> None:
    """Write what readers open as one zip: the pages and the files that they lead to, under a folder
    of this name, with a page at its top that opens the first one."""
    found: dict[str, bytes | Path] = {"index.html": ENTRANCE.encode()}
    found |= {file.relative_to(results).as_posix(): file for file in within(built)}
    stream = io.BytesIO()
    form.write_zip(stream, name, found)
    write_bytes(path, stream.getvalue())
