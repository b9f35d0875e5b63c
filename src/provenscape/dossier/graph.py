"""What rests on what in a chapter: items, claims and facts in three columns, as SVG.

Lines lead from a claim to the items that it is about, and from a fact to the claims that use it;
a bracket joins a claim that fails to what corrects it.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from markupsafe import Markup

from provenscape.dossier.content import Content

ROW, TOP = 17, 26
COLUMNS = {"items": 90, "claims": 200, "facts": 860}
WIDTH = 1330
LETTER = 6.7  # about the width of a letter


def svg(content: Content, chapter: str) -> Markup:
    """The graph of a chapter; every node is a link to its page."""
    claims = [c for c in content.claims.values() if c["chapter"] == chapter]
    if not claims:
        return Markup("")
    items = _order({i for c in claims for i in c["items"]}, claims, lambda c: c["items"])
    claims = sorted(claims, key=lambda c: (_mean(c["items"], items), c["id"]))
    facts = _order({f for c in claims for f in c["facts"]}, claims, lambda c: c["facts"])
    rows = max(len(items), len(claims), len(facts))
    places = {
        kind: _places(names, rows)
        for kind, names in (
            ("items", items), ("claims", [c["id"] for c in claims]), ("facts", facts),
        )
    }  # fmt: skip
    parts = [_heads(places)]
    for claim in claims:
        y = places["claims"][claim["id"]]
        for item, covered in claim["items"].items():
            parts.append(
                _line(
                    COLUMNS["items"] + 6,
                    places["items"][item],
                    COLUMNS["claims"] - 8,
                    y,
                    covered.split()[0],
                )
            )
        for fact in claim["facts"]:
            parts.append(
                _line(_end(claim["id"]), y, COLUMNS["facts"] - 8, places["facts"][fact], "fact")
            )
        fixed = claim["repairs"]
        if fixed in places["claims"]:
            parts.append(_bracket(y, places["claims"][fixed]))
    for item in items:
        verdict = content.items[item]["verdict"]
        parts.append(_node("items", item, places["items"][item], verdict, "end"))
    for claim in claims:
        parts.append(_node("claims", claim["id"], places["claims"][claim["id"]], claim["verdict"]))
    for fact in facts:
        parts.append(_node("facts", fact, places["facts"][fact], "fact"))
    height = TOP + ROW * rows + 10
    title = f"Items, claims and facts of {chapter.replace('_', ' ')}"
    return Markup(
        f'<svg class="graph" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="group" aria-label="{title}">{"".join(parts)}</svg>'
    )


def _order(names: set[str], claims: Sequence[Mapping[str, Any]], uses: Any) -> list[str]:
    """Names in the order of the claims that use them, so that few lines cross."""
    number = {c["id"]: n for n, c in enumerate(claims)}
    first = {name: min(number[c["id"]] for c in claims if name in uses(c)) for name in names}
    return sorted(names, key=lambda name: (first[name], name))


def _mean(items: Mapping[str, str], order: Sequence[str]) -> float:
    known = [order.index(item) for item in items]
    return sum(known) / len(known) if known else len(order)


def _places(names: Sequence[str], rows: int) -> dict[str, float]:
    step = ROW * rows / max(len(names), 1)
    return {name: round(TOP + step * (n + 0.5), 1) for n, name in enumerate(names)}


def _heads(places: Mapping[str, Any]) -> str:
    return "".join(
        f'<text x="{x}" y="14" class="head"{anchor}>{kind}</text>'
        for kind, x, anchor in (
            ("items", COLUMNS["items"], ' text-anchor="end"'),
            ("claims", COLUMNS["claims"], ""),
            ("facts", COLUMNS["facts"], ""),
        )
        if places[kind]
    )


def _end(name: str) -> float:
    """About where the text of a claim ends."""
    return COLUMNS["claims"] + 6 + LETTER * min(len(name), 96)


def _line(x: float, y: float, x2: float, y2: float, kind: str) -> str:
    bend = (x2 - x) / 2
    return (
        f'<path class="e {kind}" d="M{x:g} {y:g}C{x + bend:g} {y:g} {x2 - bend:g} {y2:g} '
        f'{x2:g} {y2:g}"/>'
    )


def _bracket(y: float, y2: float) -> str:
    x = COLUMNS["claims"] - 6
    return f'<path class="e repair" d="M{x} {y:g}C{x - 26} {y:g} {x - 26} {y2:g} {x} {y2:g}"/>'


def _node(kind: str, name: str, y: float, verdict: str, anchor: str = "start") -> str:
    x = COLUMNS[kind]
    dot = x + 4 if anchor == "end" else x - 4
    text = x - 4 if anchor == "end" else x + 6
    shown = escape(name if len(name) <= 96 else f"{name[:95]}…")
    return (
        f'<a href="../{kind}/{name}.html"><circle class="v {verdict}" cx="{dot}" cy="{y:g}" r="4"/>'
        f'<text x="{text}" y="{y + 4:g}" text-anchor="{anchor}">{shown}</text></a>'
    )
