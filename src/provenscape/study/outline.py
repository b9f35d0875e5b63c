"""The chapters of a study, and what its first page says: documents/study.yaml, which may be absent.

Without that file the chapters are those of the inventory, in its order, and a reader is told the
title and the abstract of CITATION.cff.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from provenscape.errors import UserError, did_you_mean
from provenscape.study import inventory
from provenscape.study.settings import checked

STUDY = Path("documents/study.yaml")
CHAPTER = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Outline:
    """Chapters in reading order, name to title; of the first page its question, the lead below it
    with the placeholders {items}, {claims} and {figures}, and the claims that it shows; whether
    there are live figures, which are about the landscapes of the package."""

    chapters: Mapping[str, str]
    question: str | None = None
    lead: str | None = None
    findings: tuple[str, ...] = ()
    live: bool = False


def read(root: Path) -> Outline:
    """The outline of a study; UserError for a chapter that names no folder, or is not listed."""
    found = inventory.read(root)
    used = dict.fromkeys(row["chapter"] for row in found)
    written = checked(root, STUDY, "study") if (root / STUDY).exists() else {}
    chapters = written.get("chapters") or {name: _titled(name) for name in used}
    for name in (*chapters, *used):
        if not CHAPTER.fullmatch(name):
            raise UserError(
                f"{inventory.INVENTORY}: the chapter {name!r} is no name of a folder; "
                "write small letters, digits and _"
            )
        if name not in chapters:
            raise UserError(
                f"{inventory.INVENTORY}: the chapter {name} is not in {STUDY}; "
                f"{did_you_mean(name, chapters)}"
            )
    return Outline(
        chapters,
        written.get("question"),
        written.get("lead"),
        tuple(written.get("findings", ())),
        written.get("live", False),
    )


def chapters(root: Path) -> tuple[str, ...]:
    """The names of the chapters, in reading order."""
    return tuple(read(root).chapters)


def _titled(name: str) -> str:
    return name.replace("_", " ").capitalize()
