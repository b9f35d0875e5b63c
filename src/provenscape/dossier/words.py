"""What the question box searches, and which words mean the same."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from provenscape.claims.coverage import FAILS
from provenscape.dossier.content import Content

# Spellings of one word: wherever one of the others stands, the first is meant.
SPELLINGS = (
    (
        "pl", "polyak-lojasiewicz", "polyak lojasiewicz", "pl condition", "pl inequality",
        "polyak-lojasiewicz condition", "polyak lojasiewicz condition",
        "polyak-lojasiewicz inequality", "polyak lojasiewicz inequality",
    ),
    (
        "linearrate", "linear rate", "linear convergence", "linear-rate", "linear-convergence",
        "converge linearly", "converges linearly", "geometric rate",
    ),
    ("gd", "gradient descent"),
    ("sgd", "stochastic gradient descent"),
    ("pgd", "perturbed gradient descent", "perturbed descent"),
    ("ntk", "neural tangent kernel", "tangent kernel"),
    ("bn", "batch normalisation", "batch normalization", "batch norm"),
    ("resnet", "residual network", "skip connection"),
    ("minimiser", "minimizer"),
    ("minimum", "minima"),
    ("maximum", "maxima"),
    ("regularisation", "regularization"),
    ("factorisation", "factorization"),
    ("overparameterised", "over-parameterised", "over-parameterized", "overparametrized"),
    ("overparameterisation", "over-parameterization", "over-parameterisation"),
    ("nphard", "np-hard", "np hard", "np-hardness"),
    ("doublewell", "double wells", "double well", "double-well", "quartic"),
    ("minmax", "mini-max", "min-max"),
)  # fmt: skip
# Words that a reader may use for others: a query for the first looks for these too.
RELATED = {
    "basin": ("minimiser", "connected", "separated"),
    "basins": ("minimiser", "connected", "separated"),
    "bad": ("spurious",),
    "sharp": ("flat", "sharpness"),
    "flat": ("sharp", "sharpness"),
    "stuck": ("stationary", "saddle", "escape"),
    "escape": ("stays", "leaves", "saddle"),
    "halfpowern": ("probability", "minimum"),
    "probability": ("halfpowern",),
    "converge": ("rate", "linear", "linearrate"),
    "convergence": ("converges", "rate", "linearrate"),
    "fast": ("rate", "linearrate"),
    "definition": ("condition", "iff"),
    "polyak": ("pl",),
    "barrier": ("barriers", "connectivity", "interpolation"),
    "connectivity": ("barrier", "barriers", "interpolate", "path"),
    "momentum": ("heavy", "ball", "nesterov"),
    "pca": ("eigenvector", "rank"),
}


# Pages that are no item, claim, fact or figure: title, and words that lead there.
PAGES = {
    "index.html#chapters": ("Chapters", "subjects topics overview contents"),
    "index.html#documents": ("Documents", "sources texts statements reading order"),
    "index.html#verdicts": ("Verdicts", "how many items claims proved refuted open counts"),
    "claims/index.html": ("All claims", "list theorems"),
    "facts/index.html": ("Named facts", "list quoted literature theorems assumed"),
    "figures/index.html": ("All figures", "download figure pdf svg png picture plot image"),
    "live.html": ("Live figures", "interactive move sliders play animation"),
    "data.html": ("Data", "download data tables csv columns json ledger datapackage"),
    "how-to-check.html": (
        "How to check",
        "verify reproduce check rebuild archive kernel trust run",
    ),
    "how-to-check.html#coq": ("Coq: a second checker", "coq coquelicot interval proof assistant"),
    "how-to-check.html#axioms": ("Axioms of Coq's library", "coq axioms classical"),
    "how-to-check.html#certificates": ("How to read a certificate", "weights terms identity sum"),
    "cite.html": ("Cite", "cite citation bibtex bib latex macros reference digest zip"),
}
LONGEST = 135  # letters of a text that is searched and not shown


def entries(
    content: Content, tables: Mapping[str, Any]
) -> Iterator[tuple[str, str, str, str, str]]:
    """What can be found: kind, key, verdict, title and further text. A page is <kind>s/<key>; of
    the kinds page and data the key is the address. Tables of one experiment are one entry."""
    for address, (title, text) in PAGES.items():
        if content.outline.live or address != "live.html":
            yield "page", address, "", title, text
    for chapter in content.chapters:
        yield "chapter", chapter, "", content.outline.chapters[chapter], chapter
    for key, work in content.documents.items():
        yield "document", key, "", key, Markup(work).striptags()
    made: dict[str, tuple[str, list[str]]] = {}
    for table in tables.get("resources", ()):
        told = table.get("description") or table["title"]
        made.setdefault(told, (table["name"], []))[1].append(table["title"])
    for told, (name, titles) in made.items():
        yield "data", f"data.html#{name}", "", told, " ".join(titles)
    for item, row in content.items.items():
        yield "item", item, row["verdict"], row["sentence"], row["reason"]
    for name, claim in content.claims.items():
        authors = (re.sub(r"(\d+)", r" \1", content.facts[f]["key"]) for f in claim["facts"])
        also = " ".join([*authors, claim["says"]])
        yield "claim", name, claim["verdict"], claim["title"], also
    for name, fact in content.facts.items():
        yield "fact", name, "", fact["statement"][:LONGEST], fact["key"]
    for name, figure in content.figures.items():
        yield "figure", name, "", figure["title"], figure["caption"]


def further(title: str, text: str) -> str:
    """The words of a text that the title lacks, each once, as many as are searched."""
    words = dict.fromkeys(re.findall(r"[^\s,.;:()]+", text))
    missing = " ".join(word for word in words if word not in title)
    return missing[:LONGEST]


def script(content: Content, tables: Mapping[str, Any]) -> str:
    """The data of the search as a classic script, which a page opened from disk may load. A claim
    that fails has the false sentence too, for a hit to show its verdict beside that."""
    false = {("claim", n): (c["says"],) for n, c in content.claims.items() if c["verdict"] in FAILS}
    data = {
        "entries": [
            (*entry[:4], further(*entry[3:]), *false.get(entry[:2], ()))
            for entry in entries(content, tables)
        ],
        "spellings": [list(group) for group in SPELLINGS],
        "related": {word: list(others) for word, others in RELATED.items()},
    }
    return f"const WORDS = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"
