"""One file with everything reproducible, the same bytes whenever it is packed."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from provenscape import __version__
from provenscape.study.files import within, write_bytes

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that the format knows
_MODE = 0o100644 << 16


def pack(members: Iterable[str], results: Path) -> bytes:
    """Return a zip of the files `members`, below one folder named after the version.

    Entries are sorted, carry one fixed time and the mode 644, and are stored uncompressed, since
    compressed bytes depend on the version of zlib. What lies in the folder `results` is put under
    `results/`, wherever that folder is.
    """
    paths: dict[str, Path] = {}
    for path in within(members):
        inside = path.is_relative_to(results)
        place = Path("results", path.relative_to(results)) if inside else path
        paths[place.as_posix()] = path
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(paths):
            entry = zipfile.ZipInfo(f"provenscape-{__version__}/{name}", _EPOCH)
            entry.create_system, entry.external_attr = 3, _MODE
            archive.writestr(entry, paths[name].read_bytes())
    return buffer.getvalue()


def write(members: Iterable[str], path: Path, results: Path) -> None:
    """Write the archive to `path`, whole or not at all; see `pack`."""
    write_bytes(path, pack(members, results))
