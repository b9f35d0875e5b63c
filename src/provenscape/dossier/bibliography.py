"""Works of reference as text, and how to cite a claim or a figure of this project."""

import re
from collections.abc import Mapping
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


def claim(claim: Mapping[str, Any], study: Citation) -> str:
    """A BibTeX entry for a claim: what is true as the title, the verdict in the note."""
    verdict = claim["verdict"]
    if verdict in FAILS:
        verdict += " (the statement checked is false; the title says what is true)"
    digest = claim["statement"]["digest"]
    return citation("claim", claim["id"], claim["title"], study, digest, f"{verdict}, ")


def figure(figure: Mapping[str, Any], study: Citation) -> str:
    """A BibTeX entry for a figure."""
    digest = figure["sources"][0]["sha256"] if figure["sources"] else ""
    return citation("figure", figure["id"], figure["title"], study, digest)


def citation(
    kind: str, name: str, title: str, study: Citation, digest: str, verdict: str = ""
) -> str:
    """A BibTeX entry for a claim or a figure, which names what was checked by the first
    digits of its digest."""
    fields: Mapping[str, str] = {
        "author": " and ".join(study.authors),
        "title": f"{{{title}}}",
        "howpublished": f"{kind} {name} of {study.title}",
        "note": f"{verdict}version {study.version}, SHA-256 begins {digest[:16]}",
    }
    key = f"provenscape:{name}"
    lines = [f"  {field} = {{{_escaped(value)}}}" for field, value in fields.items()]
    return "@misc{" + key + ",\n" + ",\n".join(lines) + "\n}"


def _escaped(text: str) -> str:
    """Text with the signs that BibTeX and LaTeX read as commands made harmless."""
    plain = re.sub(r"([%#&_$])", r"\\\1", text).replace("^", r"\textasciicircum{}")
    return spelt(accented(re.sub(r"[<>]", r"\\ensuremath{\g<0>}", plain)))
