"""When and with what the results were made: what two equal builds may differ in."""

import json
import platform
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distributions, version
from pathlib import Path
from typing import Any

import threadpoolctl

from provenscape import __version__
from provenscape.study.files import write_text
from provenscape.workflow import determinism


def _libraries() -> list[dict[str, Any]]:
    for name in ("numpy", "scipy.linalg"):
        import_module(name)
    pools = threadpoolctl.threadpool_info()
    return [{key: pool[key] for key in sorted(pool) if key != "filepath"} for pool in pools]


def write(path: Path, locks: Iterable[Path]) -> None:
    """Write time, versions, processor kind, pinned variables and linear-algebra libraries.

    The versions are those of what the locks name, without a lock those of all that is installed. It
    names no host, user or path.
    """
    text = "\n".join(lock.read_text(encoding="utf-8") for lock in locks)
    names = re.findall(r"^([a-z0-9-]+)==", text, flags=re.MULTILINE)
    if not text:
        names = sorted({found.name.lower() for found in distributions()})
    versions = {}
    for name in names:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:  # locked for another platform
            continue
    content = {
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "provenscape": __version__,
        "python": platform.python_version(),
        "system": platform.system(),
        "machine": platform.machine(),
        "pinned": determinism.pinned(),
        "packages": versions,
        "libraries": _libraries(),
    }
    write_text(path, json.dumps(content, indent=1, sort_keys=True) + "\n")
