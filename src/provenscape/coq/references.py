"""Which theorems written by hand a proof names, itself or by those that it names.

Where Coq compiles a file it lists, in a `.glob` beside it, the theorems and definitions in it and
what the text of each refers to. To ask Coq on what a single theorem rests takes it seconds, as it
goes through all the real numbers each time.
"""

import re
from pathlib import Path

from provenscape.claims.coq_files import FOLDER, plain
from provenscape.errors import UserError

BEGUN = re.compile(r"(?:prf|def) \d+:\d+ \S+ (\S+)")
REFERRED = re.compile(r"R\d+:\d+ Provenscape\.(\S+) \S+ (\S+) (?:thm|def)")
WORD = re.compile(r"[\w']+")


def references(root: Path) -> dict[str, set[str]]:
    """Of each theorem and definition in the files of coq/, which are compiled, those that its text
    names. Raises `UserError` where the list of a file is missing."""
    found: dict[str, set[str]] = {}
    for source in sorted((root / FOLDER).rglob("*.v")):
        name = file = ".".join(source.relative_to(root / FOLDER).with_suffix("").parts)
        try:
            lines = source.with_suffix(".glob").read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            raise UserError(
                f"{source.with_suffix('.glob')} is missing; delete the .vo and run `make -C coq`"
            ) from None
        for line in lines:
            if begun := BEGUN.fullmatch(line):
                name = f"{file}.{begun[1]}"
                found.setdefault(name, set())
            elif referred := REFERRED.fullmatch(line):
                found.setdefault(name, set()).add(".".join(referred.groups()))
    return found


def named(source: str, known: dict[str, set[str]]) -> set[str]:
    """The theorems and definitions that a generated text names, and all those behind them."""
    words = set(WORD.findall(plain(source)))
    waiting = [name for name in known if name.rpartition(".")[2] in words]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += known.get(name, ())
    return found
