"""What the question box searches, and which words mean the same."""

import json
import re
from collections.abc import Iterator

from provenscape.claims.coverage import FAILS
from provenscape.dossier.content import Content

# Spellings of one word: wherever one of the others stands, the first is meant.
SPELLINGS = (
    ("pl", "polyak-lojasiewicz", "polyak lojasiewicz"),
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
    ("minmax", "mini-max", "min-max"),
)
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
    "converge": ("rate", "linear"),
    "convergence": ("converges", "rate"),
    "fast": ("rate",),
    "definition": ("condition", "iff"),
    "polyak": ("pl",),
    "barrier": ("barriers", "connectivity", "interpolation"),
    "connectivity": ("barrier", "barriers", "interpolate", "path"),
    "momentum": ("heavy", "ball", "nesterov"),
    "pca": ("eigenvector", "rank"),
}


LONGEST = 150  # letters of a text that is searched and not shown


def entries(content: Content) -> Iterator[tuple[str, str, str, str, str]]:
    """What can be found: kind, key, verdict, title and further text. A page is <kind>s/<key>."""
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


def script(content: Content) -> str:
    """The data of the search as a classic script, which a page opened from disk may load. A claim
    that fails has the false sentence too, for a hit to show its verdict beside that."""
    false = {("claim", n): (c["says"],) for n, c in content.claims.items() if c["verdict"] in FAILS}
    data = {
        "entries": [
            (*entry[:4], further(*entry[3:]), *false.get(entry[:2], ()))
            for entry in entries(content)
        ],
        "spellings": [list(group) for group in SPELLINGS],
        "related": {word: list(others) for word, others in RELATED.items()},
    }
    return f"const WORDS = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"
