"""Works of reference as text, and how to cite a claim or a figure of this project."""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pybtex.backends.html import Backend
from pybtex.database import parse_file
from pybtex.exceptions import PybtexError
from pybtex.style.formatting.plain import Style

from provenscape.claims.coverage import FAILS
from provenscape.dossier.unicode_latex import accented, spelt
from provenscape.errors import UserError
from provenscape.study.citation import Citation

SHOWN = 16  # digits of a digest in an entry
_LINK = re.compile(r"<a [^>]*>(.*?)</a>")
_SPAN = re.compile(r"</?span[^>]*>")


def works(path: Path) -> dict[str, Markup]:
    """Each work of a BibTeX file by its key, as a line of HTML that links nowhere; of a study that
    has no such file, none."""
    if not path.exists():
        return {}
    backend = Backend()
    try:
        entries = list(Style().format_entries(parse_file(str(path)).entries.values()))
    except (PybtexError, UnicodeDecodeError) as error:
        words = " ".join(str(error).split())
        raise UserError(f"{path}: no BibTeX: {words}; mend that entry") from None
    return {entry.key: _plain(entry.text.render(backend)) for entry in entries}


def _plain(text: str) -> Markup:
    return Markup(_SPAN.sub("", _LINK.sub(r"\1", text)).replace("\n", " "))


def study(study: Citation) -> str:
    """A BibTeX entry for the whole study."""
    fields = {
        "author": " and ".join(study.authors),
        "title": f"{{{study.title}}}",
        "year": study.year,
        "version": study.version,
        "url": next(iter(study.places), ""),
    }
    return _entry("software", study.key, fields)


def claim(claim: Mapping[str, Any], study: Citation) -> str:
    """A BibTeX entry for a claim: what is true as the title, the verdict and the digest of the
    statement in the note. Of a claim that rests on facts not proved here the note names them."""
    said = claim["verdict"]
    if said in FAILS:
        said += " (the statement checked is false; the title says what is true)"
    if claim["unproved_facts"]:
        said += f", given {', '.join(claim['unproved_facts'])}"
    digest = claim["statement"]["digest"][:SHOWN]
    note = f"{said}, SHA-256 of the statement begins {digest}"
    return citation("claim", claim["id"], claim["title"], study, note)


def figure(figure: Mapping[str, Any], study: Citation) -> str:
    """A BibTeX entry for a figure, with the digest of all its data in the note."""
    note = ""
    if figure["sources"]:
        digest = data_digest(figure["sources"])[:SHOWN]
        note = f"SHA-256 of the list of its data begins {digest}"
    return citation("figure", figure["id"], figure["title"], study, note)


def data_digest(sources: Sequence[Mapping[str, str]]) -> str:
    """The SHA-256 of what `sha256sum data/CHAPTER/TABLE.csv …` prints, in the folder of the
    results, of the tables that a figure is drawn from, in the order of their names."""
    lines = sorted((f"data/{source['table']}.csv", source["sha256"]) for source in sources)
    return sha256("".join(f"{digest}  {path}\n" for path, digest in lines).encode()).hexdigest()


def citation(kind: str, name: str, title: str, study: Citation, note: str) -> str:
    """A BibTeX entry for a claim or a figure: where its page is, in which version of the study."""
    fields = {
        "author": " and ".join(study.authors),
        "title": f"{{{title}}}",
        "year": study.year,
        "howpublished": f"{study.short} {study.version}, page {kind}s/{name}.html",
        "note": note,
        "url": next(iter(study.places), ""),
    }
    return _entry("misc", f"provenscape:{name}", fields)


def _entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """An entry with those fields that say something."""
    lines = [
        f"  {field} = {{{value if field == 'url' else _escaped(value)}}}"
        for field, value in fields.items()
        if value
    ]
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}"


def _escaped(text: str) -> str:
    """Text with the signs that BibTeX and LaTeX read as commands made harmless."""
    plain = re.sub(r"([%#&_$])", r"\\\1", text).replace("^", r"\textasciicircum{}")
    return spelt(accented(re.sub(r"[<>]", r"\\ensuremath{\g<0>}", plain)))
