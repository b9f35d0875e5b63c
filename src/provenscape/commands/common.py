"""What the commands share: the study in which they run, its results, names not known."""

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from provenscape.errors import UserError, did_you_mean
from provenscape.study import digests, settings
from provenscape.study.inventory import INVENTORY


def study(start: Path) -> Path:
    """The study in which `start` lies; UserError if it lies in none."""
    for folder in (start, *start.parents):
        if (folder / INVENTORY).exists():
            return folder
    raise UserError(
        f"{start}: not inside a study, which has {INVENTORY}; change into one, or begin one with "
        "`provenscape new`"
    )


def choose(given: str | None, known: Sequence[str], what: str) -> None:
    """Raise UserError, with what is near, for a name that is given and not known."""
    if given is not None and given not in known:
        raise UserError(f"no {what} is called {given}; {did_you_mean(given, known)}")


def results(root: Path) -> Path:
    """The folder of what is built."""
    return settings.results(root)


def ledger(root: Path) -> list[dict[str, Any]]:
    """The claims of the ledger; UserError if there is none, or another than was made."""
    path = results(root) / "ledger.json"
    if not path.exists():
        raise UserError(f"{path}: not built yet; run `snakemake --cores all`")
    digests.require([path], path.parent)
    try:
        built: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["claims"]
    except (OSError, ValueError, KeyError, TypeError):
        raise UserError(f"{path}: no ledger; delete it and run again") from None
    return built


def cut(line: str, width: int) -> str:
    """The line, or its beginning with an ellipsis where it is longer than `width`."""
    return line if len(line) <= width else f"{line[: width - 1]}…"


def progress(line: str = "") -> None:
    """On a terminal, put `line` in the place of the last one of this kind."""
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns - 1
        print(f"\r{cut(line, width):<{width}}\r", end="", file=sys.stderr, flush=True)
