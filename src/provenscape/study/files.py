"""Files that are either whole or absent."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from provenscape.errors import UserError


def write_bytes(path: Path, content: bytes) -> None:
    """Write `content` to `path` in one step, making its folder if needed.

    Who may read it is as for any new file of the user. Raises UserError if the place cannot be
    written to or is full.
    """
    path = Path(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise UserError(
            f"{path}: cannot be written ({error.strerror}); "
            "make its folder writable or set another `results` in config/config.yaml"
        ) from None
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.chmod(temporary, 0o666 & ~umask())
        os.replace(temporary, path)
    except OSError as error:
        os.unlink(temporary)
        raise UserError(
            f"{path}: cannot be written ({error.strerror or error}); make room there and run again"
        ) from None
    except BaseException:
        os.unlink(temporary)
        raise


def umask() -> int:
    """The user's mask of permissions for new files, which can be read only by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def write_text(path: Path, content: str) -> None:
    """Write `content` as UTF-8 with its line ends as they are; see `write_bytes`."""
    write_bytes(path, content.encode("utf-8"))


def within(paths: Iterable[str | Path]) -> list[Path]:
    """The files named, and those in the folders named, sorted, without hidden ones."""
    found = []
    for path in map(Path, paths):
        inside = (p for p in path.rglob("*") if p.is_file() and not p.name.startswith("."))
        found += sorted(inside) if path.is_dir() else [path]
    return found


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file's content in hexadecimal."""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()
