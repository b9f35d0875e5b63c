"""Captions of figures for the report, from the sidecars that hold their filled texts."""

import json
import re
from pathlib import Path

from provenscape.study.files import write_text


def restructured(text: str) -> str:
    r"""Return plain text as reStructuredText that shows it as it is.

    Mathematics between dollar signs, as Matplotlib has it, becomes a formula; whatever means
    something to reStructuredText, such as the bars of \|x\| or a leading (a), is escaped elsewhere.
    """
    pieces = text.split("$")
    for index, piece in enumerate(pieces):
        formula = index % 2 == 1
        pieces[index] = f":math:`{piece}`" if formula else re.sub(r"([\\*`|_])", r"\\\1", piece)
    joined = "".join(pieces)
    return rf"\{joined}" if re.match(r"[^\w\s\\:]|\w+[.)]", joined) else joined


def write(sidecar: Path, path: Path) -> None:
    """Write a figure's title, caption, notes, items and alternative text as reStructuredText."""
    figure = json.loads(sidecar.read_text(encoding="utf-8"))
    parts = [
        restructured(figure["title"]),
        restructured(figure["caption"]),
        *([f"*Notes:* {restructured(figure['notes'])}"] if figure["notes"] else []),
        f"Shows {', '.join(figure['items'])}.",
        f"*In words:* {restructured(figure['alt'])}",
    ]
    write_text(path, "\n\n".join(parts) + "\n")
