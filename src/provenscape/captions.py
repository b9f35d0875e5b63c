"""Captions of figures for the report, from the sidecars that hold their filled texts."""

import json
from pathlib import Path

from provenscape.files import write_text


def write(sidecar: Path, path: Path) -> None:
    """Write a figure's title, caption, items and alternative text as reStructuredText.

    A dollar sign opens and closes mathematics, as in Matplotlib.
    """
    figure = json.loads(sidecar.read_text(encoding="utf-8"))
    parts = [
        f"**{figure['title']}.**" if "$" not in figure["title"] else figure["title"],
        figure["caption"],
        f"Shows {', '.join(figure['items'])}.",
        f"*In words:* {figure['alt']}",
    ]
    pieces = "\n\n".join(parts).replace("\\", "\\\\").split("$")
    for odd in range(1, len(pieces), 2):
        pieces[odd] = f":math:`{pieces[odd].replace(chr(92) * 2, chr(92))}`"
    write_text(path, "".join(pieces) + "\n")
