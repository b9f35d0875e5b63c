"""The one form in which an archive is written; in no other form is it read.

A zip of stored files below one folder, `provenscape-VERSION-DIGEST/`, sorted by name, with one time
and mode, and nothing between, before or after them. Its SHA256SUMS lists every other file, as
`sha256sum -c` reads it; the digest of the sources, whose beginning is in the name, is that of
their lines in it.
"""

import hashlib
import re
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO

from provenscape.errors import UserError

SUMS = "SHA256SUMS"
METADATA = "ro-crate-metadata.json"
RESULTS = "results/"
MEMBERS = 20_000
LARGEST = 256 * 2**20  # bytes of one file
TOTAL = 2**30  # bytes of all
LONGEST = 240  # characters of a path below the folder
MODE = 0o100644
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that the format knows
RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{name}{number}" for name in ("com", "lpt") for number in range(10)
}
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def problem(path: str) -> str | None:
    """Why a path cannot be the name of a file of an archive, or None if it can.

    It must mean the same file on every system, below the folder of the archive.
    """
    parts = path.split("/")
    if not path or path.startswith("/") or re.match(r"[A-Za-z]:", path):
        return "an absolute path, or none"
    if ".." in parts:
        return "a path that leads out of the archive"
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in path):
        return "control characters in a name"
    if "\\" in path:
        return "a backslash in a name"
    if "" in parts or "." in parts:
        return "an empty part of a path, or a folder as a file"
    if not re.fullmatch(r"[A-Za-z0-9._+/-]+", path):
        return "a name with other signs than letters, digits and . _ + -"
    for part in parts:
        if part.split(".")[0].lower() in RESERVED:
            return f"a name that some systems reserve: {part}"
        if part.endswith("."):
            return "a name that ends with a dot"
        if part.lower() in (".git", ".hg", ".svn", ".snakemake", ".venv"):
            return f"a folder that other programs would act on: {part}"
    return "a path too long" if len(path) > LONGEST else None


def clash(paths: Iterable[str]) -> str | None:
    """Two of the paths that are one file on some system, or a file that is a folder too."""
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in paths:
        low = path.lower()
        if low in seen:
            same = path == seen[low]
            return f"{path} twice" if same else f"{seen[low]} and {path} differ in case alone"
        seen[low] = path
        for end in (at for at, letter in enumerate(path) if letter == "/"):
            first = folders.setdefault(low[:end], path[:end])
            if first != path[:end]:
                return f"{first}/ and {path[:end]}/ differ in case alone"
    for low in seen.keys() & folders.keys():
        return f"{seen[low]} is a file and a folder"
    return None


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def sums(digests: Mapping[str, str]) -> str:
    """The text of SHA256SUMS."""
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests))


def read_sums(text: str) -> dict[str, str]:
    """The digests by path; UserError where the text is not as `sums` writes it."""
    matches = [_LINE.fullmatch(line) for line in text.removesuffix("\n").split("\n")]
    found = {match[2]: match[1] for match in matches if match}
    if sums(found) != text:
        raise UserError(f"{SUMS}: not sorted lines of a digest and a path, each once")
    for path in found:
        if wrong := problem(path):
            raise UserError(f"{SUMS}: {path[:LONGEST]!r}: {wrong}")
    return found


def of_sources(digests: Mapping[str, str]) -> str:
    """The digest of the sources: that of their lines in SHA256SUMS."""
    beside = (SUMS, METADATA)
    own = {p: d for p, d in digests.items() if p not in beside and not p.startswith(RESULTS)}
    return digest(sums(own).encode())


def folder(version: str, sources: str) -> str:
    """The name of an archive, and of the folder in it."""
    return f"provenscape-{version}-{sources[:12]}"


def entry(name: str) -> zipfile.ZipInfo:
    """A member as an archive has it; compressed bytes would depend on the version of zlib."""
    made = zipfile.ZipInfo(name, EPOCH)
    made.create_system, made.external_attr = 3, MODE << 16
    return made


def write_zip(stream: IO[bytes], name: str, contents: Mapping[str, bytes | Path]) -> None:
    """Write the zip of files, given by path below the folder `name` as content or place."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED, allowZip64=False) as archive:
        for path in sorted(contents):
            content = contents[path]
            data = content.read_bytes() if isinstance(content, Path) else content
            archive.writestr(entry(f"{name}/{path}"), data)
