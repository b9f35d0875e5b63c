"""What the question box searches, and which words mean the same."""

import json
from collections.abc import Iterator
from typing import Any

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
    ("halfpowern", "2^-n", "2⁻ⁿ", "0.5^n", "0.5ⁿ", "2^(-n)", "(1/2)^n", "1/2^n"),
    ("minimiser", "minimizer"),
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
    "halfpowern": ("probability", "minimum"),
    "convergence": ("converges", "rate"),
    "barrier": ("barriers", "connectivity", "interpolation"),
    "momentum": ("heavy", "ball", "nesterov"),
    "pca": ("eigenvector", "rank"),
}


def entries(content: Content) -> Iterator[dict[str, Any]]:
    """What can be found: the address of a page, its kind, verdict, title and text."""
    for item, row in content.items.items():
        yield {
            "id": f"items/{item}.html", "key": item, "kind": "item", "verdict": row["verdict"],
            "title": row["sentence"], "text": row["reason"],
        }  # fmt: skip
    for name, claim in content.claims.items():
        yield {
            "id": f"claims/{name}.html", "key": name, "kind": "claim", "verdict": claim["verdict"],
            "title": claim["title"],
            "text": "" if claim["title"] == claim["says"] else claim["says"],
        }  # fmt: skip
    for name, fact in content.facts.items():
        yield {
            "id": f"facts/{name}.html", "key": name, "kind": "fact", "verdict": "",
            "title": fact["statement"], "text": fact["key"],
        }  # fmt: skip
    for name, figure in content.figures.items():
        yield {
            "id": f"figures/{name}.html", "key": name, "kind": "figure", "verdict": "",
            "title": figure["title"], "text": figure["caption"],
        }  # fmt: skip


def script(content: Content) -> str:
    """The data of the search as a classic script, which a page opened from disk may load."""
    data = {
        "entries": list(entries(content)),
        "spellings": [list(group) for group in SPELLINGS],
        "related": {word: list(others) for word, others in RELATED.items()},
    }
    return f"const WORDS = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"
