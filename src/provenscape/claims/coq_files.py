"""The files of coq/ that are written by hand, as Coq reads them: without comments and layout.

By their digests a record of what Coq accepted tells whether it is of the files as they are.
"""

import hashlib
import re
from pathlib import Path

FOLDER = Path("coq")
THEOREMS = ("Inertia", "Rules", "Forms", "Series")  # behind the theorem of each claim
TOOLS = ("EndToEnd.Tools", "EndToEnd.Hessians")
FUNCTIONS = (*THEOREMS, *TOOLS)  # behind those about functions
INSTANCES = "EndToEnd/instances.yaml"  # from which these are written
REQUIRED = re.compile(r"From Provenscape Require(?: Import| Export)?((?: \w+(?:\.\w+)*)+)\.(?= |$)")
STATED = r"\bTheorem {}\b(.*?) Proof\. "
MARKS = re.compile(r'"[^"]*"|\(\*|\*\)')


def plain(text: str) -> str:
    """What Coq reads of a file: without comments, with one space where there are some."""
    kept, depth, start = [], 0, 0
    for mark in MARKS.finditer(text):
        if mark[0] == "(*":
            if depth == 0:
                kept.append(text[start : mark.start()])
            depth += 1
        elif mark[0] == "*)" and depth:
            depth -= 1
            start = mark.end() if depth == 0 else start
    return " ".join(" ".join([*kept, text[start:]] if depth == 0 else kept).split())


class Sources:
    """The files of coq/ as they are."""

    def __init__(self, root: Path) -> None:
        self.folder = root / FOLDER
        self._texts: dict[str, str | None] = {}

    def text(self, name: str) -> str | None:
        """What Coq reads of a file, by its name in Coq; None where there is no such file."""
        if name not in self._texts:
            path = self.folder.joinpath(*name.split(".")).with_suffix(".v")
            there = path.is_file()
            self._texts[name] = plain(path.read_text(encoding="utf-8")) if there else None
        return self._texts[name]

    def required(self, name: str) -> list[str]:
        """The files that a file names as those on which it rests."""
        text = self.text(name) or ""
        return [other for some in REQUIRED.findall(text) for other in some.split()]

    def behind(self, *names: str) -> dict[str, str]:
        """These files and all on which they rest."""
        found: dict[str, str] = {}
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found[name] = self.text(name) or ""
                waiting += self.required(name)
        return dict(sorted(found.items()))

    def digest(self, *names: str) -> str:
        """SHA-256 of these files and all on which they rest."""
        return digest_of("\n".join(f"{name} {text}" for name, text in self.behind(*names).items()))

    def digest_of_file(self, name: str) -> str:
        """SHA-256 of another file of the folder, none where it is not there."""
        path = self.folder / name
        return digest_of(path.read_text(encoding="utf-8")) if path.is_file() else ""

    def statement(self, theorem: str) -> str | None:
        """The statement of a theorem, by its name in Coq; None where it does not stand there."""
        file, _, name = theorem.rpartition(".")
        found = re.search(STATED.format(re.escape(name)), self.text(file) or "")
        return None if found is None else found[1].strip()

    def theorem(self, name: str) -> dict[str, str]:
        """What the record keeps of a theorem. Raises `KeyError` where it does not stand there."""
        said = self.statement(name)
        if said is None:
            raise KeyError(name)
        return {"statement": digest_of(said), "files": self.digest(name.rpartition(".")[0])}


def digest_of(text: str) -> str:
    """SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()
