"""Processor time of each job of a build, from the last lines of the logs in its results."""

import re
from pathlib import Path

_LINE = re.compile(
    r"^worked for [\d.]+ s; processor time ([\d.]+) s, of which ([\d.]+) s to begin$", re.MULTILINE
)


def read(results: Path) -> dict[str, tuple[float, float]]:
    """For each job, by the name of its log, all of its seconds and those of Python's start."""
    times = {}
    for log in sorted((results / "logs").rglob("*.log")):
        found = _LINE.search(log.read_text(encoding="utf-8"))
        if found:
            name = log.relative_to(results / "logs").with_suffix("").as_posix()
            times[name] = float(found[1]), float(found[2])
    return times
