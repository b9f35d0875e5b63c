"""`provenscape new`: a small study that builds and verifies, to be made one's own."""

import argparse
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from provenscape.errors import UserError
from provenscape.study.files import umask, write_text

BEGUN = Path(__file__).with_name("begun")  # the files of a study as it begins
HIDDEN = {"gitignore": ".gitignore"}
NAME = re.compile(r"\w([\w .+-]*[\w+])?")


def add(commands: Any) -> None:
    """Add the command to the parser."""
    creating = commands.add_parser(
        "new",
        help="begin a study of your own",
        description="Write a small study with a claim, an experiment and a figure, which "
        "`snakemake --cores all` builds and `pytest` verifies.",
    )
    creating.add_argument("folder", type=Path, metavar="DIR", help="a new folder, or an empty one")
    creating.set_defaults(command=run)


def run(options: argparse.Namespace) -> None:
    """Write the study and say what comes next."""
    begin(options.folder)
    print(
        f"{options.folder} is a study. In that folder, `snakemake --cores all` builds it and "
        "`pytest` verifies it;\nREADME.md says where things are."
    )


def begin(folder: Path) -> None:
    """Write a study into a new or empty folder, whole or not at all.

    Raises UserError for a folder that holds something, a name that is odd, or a place that cannot
    be written to.
    """
    place = folder.absolute()
    name = Path(os.path.normpath(place)).name
    if not NAME.fullmatch(name):
        raise UserError(
            f"{str(folder)!r}: not a name for a study; take letters, digits, blanks and . _ + -"
        )
    try:
        _require_free(folder, place)
        made = Path(tempfile.mkdtemp(dir=place if place.exists() else place.parent, prefix=".new-"))
    except OSError as error:
        raise UserError(
            f"{folder}: cannot be made ({error.strerror}); choose a place that you can write to"
        ) from None
    try:
        _fill(made, name)
        if place.exists():
            for path in sorted(made.iterdir()):
                path.rename(place / path.name)
        else:
            made.chmod(0o777 & ~umask())
            made.rename(place)
    except OSError as error:
        raise UserError(
            f"{folder}: cannot be written ({error.strerror}); make room there, or choose another"
        ) from None
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _require_free(folder: Path, place: Path) -> None:
    if place.is_dir():
        if any(place.iterdir()):
            raise UserError(f"{folder}: not empty; name a new folder, or an empty one")
    elif os.path.lexists(place):
        raise UserError(f"{folder}: a file, not a folder; choose another name")
    elif not place.parent.is_dir():
        raise UserError(f"{folder}: there is no folder {folder.parent}; make that first")


def _fill(made: Path, name: str) -> None:
    words = {
        "{name}": name,
        "{title}": json.dumps(name, ensure_ascii=False),
        "{authors}": json.dumps(f"The authors of {name}", ensure_ascii=False),
    }
    for source in sorted(BEGUN.rglob("*")):
        if source.is_dir() or "__pycache__" in source.parts:
            continue
        text = source.read_text(encoding="utf-8")
        if source.parent == BEGUN:
            for word, value in words.items():
                text = text.replace(word, value)
        path = source.relative_to(BEGUN)
        write_text(made / path.parent / HIDDEN.get(path.name, path.name), text)
    lock = "".join(f"{line}\n" for line in locked(("provenscape", "pytest")))
    if lock:
        write_text(made / "requirements.lock", lock)


def locked(names: Iterable[str]) -> list[str]:
    """The installed versions of distributions and of all that they require, sorted, for pip; what
    is not installed is left out."""
    waiting, found = list(names), dict[str, str]()
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        try:
            installed = distribution(name)
        except PackageNotFoundError:
            continue
        found[name] = f"{name}=={installed.version}"
        for line in installed.requires or ():
            if "extra ==" not in line:
                waiting.append(re.split(r"[^\w.-]", line, maxsplit=1)[0])
    return [found[name] for name in sorted(found)]
