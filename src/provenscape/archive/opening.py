"""Reading an archive that may be hostile.

Nothing in it is believed: not a size, a name or a kind of file. What is not in the form in which
archives are written (`form`) is refused with the reason. Its files are copied into a folder of the
caller, under names that lead nowhere else; no archive inside it is opened.
"""

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from provenscape.archive import form
from provenscape.claims.isolation import isolated
from provenscape.errors import UserError

END = b"PK\x05\x06"
END_SIZE = 22
DIRECTORY = 2**23  # bytes of the table of members
METHODS = {8: "deflate", 9: "deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "XZ"}
BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OverflowError,
    RuntimeError, UnicodeDecodeError, ValueError,
)  # fmt: skip
CHUNK = 2**20
SECONDS = 120
MEGABYTES = 3_000


class Refused(UserError):
    """The archive is not read; the message says why."""


def opened(path: Path, into: Path) -> str | None:
    """Copy the files of an archive, or of one that was unpacked, below the new folder `into`.

    Returns the name of the archive's folder, or None for a folder, which may have any name.
    """
    try:
        kind = path.stat().st_mode
        into.mkdir()
        if stat.S_ISDIR(kind):
            _copy(path, into)
            return None
        if not stat.S_ISREG(kind):
            raise Refused(f"{path}: neither a file nor a folder")
        with path.open("rb") as stream:
            return _unzip(stream, into)
    except OSError as error:
        raise Refused(f"{path}: cannot be read ({error.strerror})") from None


def _unzip(stream: IO[bytes], into: Path) -> str:
    size = os.fstat(stream.fileno()).st_size
    if size > form.TOTAL + DIRECTORY:
        raise Refused(f"larger than {form.TOTAL // 2**20} MB")
    _require_end(stream, size)
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
            name = _require_form(entries, size)
            for entry in entries:
                with archive.open(entry) as member:
                    _keep(member, into / entry.filename.partition("/")[2], entry.file_size)
    except BROKEN as error:
        raise Refused(f"no zip, or a damaged one: {error}") from None
    _require_same(stream, name, into)
    return name


def _require_end(stream: IO[bytes], size: int) -> None:
    """The last bytes are the end of a zip of a bearable number of members."""
    stream.seek(max(0, size - END_SIZE - 20))
    tail = stream.read()
    if tail[-END_SIZE : -END_SIZE + 4] != END or tail[-2:] != b"\0\0":
        stream.seek(max(0, size - END_SIZE - 2**16))
        inside = END in stream.read()
        raise Refused(
            "a comment or other data after the members" if inside else "no zip, or one cut off"
        )
    members, table = struct.unpack("<10xHL6x", tail[-END_SIZE:])
    if tail[:4] == b"PK\x06\x07" or members > form.MEMBERS or table > DIRECTORY:
        raise Refused(f"more than {form.MEMBERS} members, or a table of them too large")


def _require_form(entries: list[zipfile.ZipInfo], size: int) -> str:
    """The one folder of an archive; Refused for a member that no archive has."""
    if not entries:
        raise Refused("no member")
    for entry in entries:
        if wrong := _problem(entry):
            raise Refused(f"{entry.orig_filename[: form.LONGEST]!r}: {wrong}")
    if sum(entry.file_size for entry in entries) > size:
        raise Refused("its members claim to be larger together than the archive itself")
    names = [entry.orig_filename for entry in entries]
    if wrong := form.clash(names):
        raise Refused(wrong)
    folders = {name.partition("/")[0] for name in names}
    if len(folders) > 1 or not all("/" in name for name in names):
        raise Refused("more than one folder, or a file beside it")
    return folders.pop()


def _problem(entry: zipfile.ZipInfo) -> str | None:
    """Why a member is none that an archive has, if it is not."""
    mode = entry.external_attr >> 16
    if wrong := form.problem(entry.orig_filename.removesuffix("/")):
        return wrong
    if stat.S_ISLNK(mode):
        return "a link"
    if entry.is_dir() or stat.S_ISDIR(mode):
        return "a folder as a member"
    if entry.flag_bits & 1:
        return "encrypted"
    if entry.compress_type != zipfile.ZIP_STORED:
        method = METHODS.get(entry.compress_type, f"method {entry.compress_type}")
        times = entry.file_size / max(entry.compress_size, 1)
        return f"compressed ({method}, {times:.0f} times); archives are stored"
    if entry.file_size != entry.compress_size:
        return "its two sizes differ"
    if entry.file_size > form.LARGEST:
        return f"larger than {form.LARGEST // 2**20} MB"
    if entry.extra or entry.comment:
        return "extra data or a comment"
    if mode != form.MODE or entry.create_system != 3:
        return "no plain file with the mode 644"
    if entry.date_time != form.EPOCH:
        return "another time than archives have"
    return "flags that archives do not have" if entry.flag_bits else None


def _keep(member: IO[bytes], path: Path, size: int) -> None:
    """Copy `size` bytes to a new file; Refused if there are more or fewer."""
    path.parent.mkdir(parents=True, exist_ok=True)
    left = size
    with path.open("xb") as kept:
        while chunk := member.read(CHUNK):
            left -= len(chunk)
            if left < 0:
                break
            kept.write(chunk)
    if left:
        raise Refused(f"{path.name}: more or less than it claims to hold")


def _require_same(stream: IO[bytes], name: str, into: Path) -> None:
    """Packed again its files give the same bytes, so there is nothing else in the archive."""
    again = into.with_name(f"{into.name}.zip")
    with again.open("w+b") as copy:
        form.write_zip(copy, name, {path: into / path for path in files(into)})
        copy.seek(0)
        stream.seek(0)
        while (given := stream.read(CHUNK)) == (packed := copy.read(CHUNK)) and packed:
            pass
    again.unlink()
    if given != packed:
        raise Refused(
            "not in the form in which archives are written: data between or before the members, "
            "members out of order, or headers that disagree"
        )


def files(folder: Path) -> list[str]:
    """The paths of all files below a folder, sorted."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def _copy(folder: Path, into: Path) -> None:
    """Copy the files of a folder; Refused for links, devices, or too many or too large files."""
    names, total = [], 0
    for path, entry in _walk(folder, ""):
        names.append(path)
        total += entry.stat(follow_symlinks=False).st_size
        if len(names) > form.MEMBERS or total > form.TOTAL:
            raise Refused(f"more than {form.MEMBERS} files or {form.TOTAL // 2**20} MB")
        handle = os.open(entry.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as member:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode) or found.st_size > form.LARGEST:
                raise Refused(f"{path}: no plain file, or larger than {form.LARGEST // 2**20} MB")
            _keep(member, into / path, found.st_size)
    if wrong := form.clash(names):
        raise Refused(wrong)


def _walk(folder: Path, below: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All files with their paths."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = below + entry.name
        if wrong := form.problem(path):
            raise Refused(f"{path[: form.LONGEST]!r}: {wrong}")
        if entry.is_symlink():
            raise Refused(f"{path}: a link")
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), f"{path}/")
        elif entry.is_file(follow_symlinks=False):
            yield path, entry
        else:
            raise Refused(f"{path}: neither a file nor a folder")


def limited(task: Callable[[], Any], name: str) -> Any:
    """What a task returns that reads texts of an archive, which may be made to take for ever;
    UserError where it takes too long or too much."""
    return isolated(task, name, SECONDS, MEGABYTES, patience=1)
