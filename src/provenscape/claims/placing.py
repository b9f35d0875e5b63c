"""A proof file that a command writes is checked before it is at its place."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from provenscape.errors import UserError
from provenscape.study.files import write_text

Found = TypeVar("Found")


def tried(place: Path, text: str, check: Callable[[Path], Found]) -> Found:
    """What a check finds of a file with this text, which then is gone; a UserError of the check
    names the place in its stead."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / place.name
        write_text(trial, text)
        try:
            return check(trial)
        except UserError as error:
            raise UserError(str(error).replace(str(trial), str(place))) from error
