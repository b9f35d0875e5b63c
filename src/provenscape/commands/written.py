"""A proof file that a command writes: where it may be, and how it is checked again."""

import os
from pathlib import Path

from provenscape.errors import UserError
from provenscape.study.inventory import INVENTORY
from provenscape.study.registry import PROOFS


def require_free(path: Path) -> None:
    """Raise UserError where a file is already, or no folder for it."""
    if os.path.lexists(path):
        raise UserError(f"{path}: is there already; name a new file, or move that one away")
    if not path.parent.is_dir():
        raise UserError(f"{path}: there is no folder {path.parent}; make that first")


def where(path: Path) -> str:
    """Where a claim that was written can be verified, in a line."""
    place = path.resolve()
    name = path.stem.replace("_", "-")
    chapter = place.parent
    if chapter.parent.name == PROOFS.name and (chapter.parent.parent / INVENTORY).exists():
        return f"{path}: written; check it again by `provenscape verify {name}`"
    return (
        f"{path}: written, and accepted by the kernel; check it again by `provenscape verify "
        f"{path}`, anywhere; in a chapter of a study ({PROOFS}/chapter/{path.name}) it is one of "
        "its claims"
    )
