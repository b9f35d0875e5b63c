"""The pages of the dossier, written as one folder that needs neither server nor network."""

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from provenscape.claims.coverage import FAILS
from provenscape.claims.ledger import MEANING
from provenscape.dossier import bibliography, data_package, formulas, graph, live, reading, words
from provenscape.dossier.content import Content
from provenscape.study.files import umask

LONGEST = 700  # characters of LaTeX in a certificate that a page shows unfolded
GLANCE = 90  # characters of a reason
MENU = (
    ("Chapters", "index.html#chapters"),
    ("Documents", "index.html#documents"),
    ("Claims", "claims/index.html"),
    ("Facts", "facts/index.html"),
    ("Figures", "figures/index.html"),
    ("Live", "live.html"),
    ("Data", "data.html"),
    ("How to check", "how-to-check.html"),
    ("Cite", "cite.html"),
)


def write(shown: Content, tables: Mapping[str, Any], folder: Path) -> None:
    """Write the pages; the folder appears whole or not at all. `tables` is a data package."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        for path, text in pages(shown, tables):
            _write(made / path, text)
        _assets(shown, tables, made / "assets")
        _pictures(shown, made / "pictures")
        made.chmod(0o777 & ~umask())
        shutil.rmtree(folder, ignore_errors=True)
        made.rename(folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def pages(shown: Content, tables: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every page: its path in the folder and its HTML."""
    environment = _environment(shown)

    def page(path: str, template: str, **values: Any) -> tuple[str, str]:
        up = "../" * path.count("/")
        text = environment.get_template(template).render(up=up, path=path, **values)
        return path, re.sub(r"\n\s*\n+", "\n", text.replace("&#39;", "'"))

    yield page(
        "index.html",
        "index.html",
        headlines=[shown.claims[name] for name in shown.outline.findings if name in shown.claims],
    )
    for item, row in shown.items.items():
        yield page(f"items/{item}.html", "item.html", item=item, row=row)
    for name, claim in shown.claims.items():
        yield page(f"claims/{name}.html", "claim.html", claim=claim)
    for name, fact in shown.facts.items():
        yield page(f"facts/{name}.html", "fact.html", fact=fact)
    for name, figure in shown.figures.items():
        yield page(f"figures/{name}.html", "figure.html", figure=figure)
    for chapter in shown.chapters:
        yield page(f"chapters/{chapter}.html", "chapter.html", chapter=chapter)
    for key in shown.documents:
        yield page(f"documents/{key}.html", "document.html", key=key)
    for name in ("figures", "facts", "claims"):
        yield page(f"{name}/index.html", f"{name}.html")
    yield page("data.html", "data.html", package=tables)
    if shown.outline.live:
        yield page("live.html", "live.html")
    yield page("how-to-check.html", "how_to_check.html")
    yield page("cite.html", "cite.html")


def _environment(shown: Content) -> Environment:
    environment = Environment(
        loader=PackageLoader("provenscape.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    titled = shown.outline.chapters.__getitem__
    environment.filters |= {
        "titled": titled,
        "badge": badge,
        "signed": reading.signs,
        "typeset": formulas.typeset,
        "named": lambda fact: reading.named(fact, shown.facts),
    }
    environment.globals |= {
        "site": shown,
        "math": formulas.mathml,
        "brief": formulas.brief,
        "factor": formulas.factor,
        "menu": [entry for entry in MENU if shown.outline.live or entry[0] != "Live"],
        "graph": lambda chapter: graph.svg(shown, chapter),
        "legend": graph.legend,
        "by_chapter": data_package.by_chapter,
        "fails": FAILS,
        "meaning": MEANING,
        "cite_study": lambda: bibliography.study(shown.cited),
        "cite_claim": lambda claim: bibliography.claim(claim, shown.cited),
        "cite_figure": lambda figure: bibliography.figure(figure, shown.cited),
        "combined": combined,
        "reading": reading,
        "long": long,
        "neighbours": neighbours,
    }
    environment.tests["combination"] = combined
    return environment


def badge(verdict: str) -> Markup:
    """A verdict as a coloured word."""
    return Markup('<span class="badge {0}">{0}</span>').format(verdict)


def long(step: Mapping[str, Any]) -> bool:
    """Whether the certificate of a step is too long to be read at a glance: a page folds it."""
    return sum(len(t["weight"]) + len(t["value"]) for t in step["certificate"]) > LONGEST


def neighbours(tried: Sequence[Mapping[str, str]]) -> list[tuple[str, dict[str, str]]]:
    """False neighbours by the point at which they are false, and there by why they are rejected.

    An identity that does not hold is in the ledger with both sides; here it is named."""
    points: dict[str, dict[str, list[str]]] = {}
    for mutant in tried:
        why = mutant["rejected"]
        why = "not an identity" if why.startswith("not an identity") else shortened(why)
        points.setdefault(mutant["false_at"], {}).setdefault(why, []).append(mutant["change"])
    return [
        (point, {why: "; ".join(dict.fromkeys(changes)) for why, changes in reasons.items()})
        for point, reasons in points.items()
    ]


def shortened(text: str) -> str:
    """A reason as far as it can be read at a glance."""
    return text if len(text) <= GLANCE else text[: GLANCE - 1].rstrip() + "…"


def combined(step: Mapping[str, Any]) -> bool:
    """Whether the certificate of a step is one identity of weights and hypotheses."""
    return step["rule"] in ("combine", "sos", "chain")


def _pictures(shown: Content, folder: Path) -> None:
    folder.mkdir()
    for name, figure in shown.figures.items():
        shutil.copyfile(
            shown.results / "figures" / figure["chapter"] / f"{name}.webp", folder / f"{name}.webp"
        )


def _assets(shown: Content, tables: Mapping[str, Any], folder: Path) -> None:
    folder.mkdir(parents=True)
    for asset in sorted(files("provenscape.dossier").joinpath("assets").iterdir(), key=str):
        if asset.name.startswith("live") and not shown.outline.live:
            continue
        _write(folder / asset.name, asset.read_text(encoding="utf-8"))
    _write(folder / "words.js", words.script(shown, tables))
    if shown.outline.live:
        _write(folder / "live-data.js", live.script(shown))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
