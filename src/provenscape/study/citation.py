"""How a study is cited: its CITATION.cff."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from provenscape.errors import UserError
from provenscape.study import settings

CITATION = Path("CITATION.cff")
NEEDED = ("title", "version", "authors")
PUBLISHED = ("abstract", "date-released", "license")  # of a study that is archived


@dataclass(frozen=True)
class Citation:
    """Title, version and authors of a study, and all that its CITATION.cff says."""

    title: str
    version: str
    authors: tuple[str, ...]
    fields: Mapping[str, Any]

    @property
    def short(self) -> str:
        """The title as far as its first colon."""
        return self.title.partition(":")[0]

    @property
    def year(self) -> str:
        """The year in which it was published; nothing of a study that was not."""
        return str(self.fields.get("date-released", ""))[:4]

    @property
    def places(self) -> list[str]:
        """Where it is found: its DOI and its addresses."""
        doi = self.fields.get("doi")
        addresses = (self.fields.get(key) for key in ("url", "repository-code"))
        return [*([f"https://doi.org/{doi}"] if doi else []), *map(str, filter(None, addresses))]

    @property
    def key(self) -> str:
        """The short title as a key: small letters, digits and hyphens."""
        return re.sub(r"[^a-z0-9]+", "-", self.short.lower()).strip("-") or "study"


def read(root: Path) -> Citation:
    """How the study below `root` is cited; UserError if CITATION.cff is missing or lacks a key."""
    path = root / CITATION
    if not path.exists():
        raise UserError(f"{CITATION}: missing; it says {', '.join(NEEDED)} of the study")
    content = settings.read(path)
    return of(content if isinstance(content, dict) else {})


def of(content: Mapping[str, Any], needed: tuple[str, ...] = NEEDED) -> Citation:
    """The same, of the content of a CITATION.cff."""
    for key in needed:
        if not content.get(key):
            raise UserError(f"{CITATION}: key `{key}` is missing; add it")
    authors = content["authors"]
    if not isinstance(authors, list) or not all(isinstance(one, dict) for one in authors):
        raise UserError(f"{CITATION}: `authors` is no list; write `- name: …` for each")
    return Citation(
        str(content["title"]), str(content["version"]), tuple(map(_author, authors)), content
    )


def _author(author: Mapping[str, Any]) -> str:
    """A group as it is called, in braces; a person as family name, given names."""
    if author.get("name"):
        return f"{{{author['name']}}}"
    names = [str(author[key]) for key in ("family-names", "given-names") if author.get(key)]
    if not names:
        raise UserError(f"{CITATION}: an author has neither `name` nor `family-names`; add one")
    return ", ".join(names)
