"""What rests on what in a chapter: items, claims and facts in three columns, as SVG.

Lines lead from a claim to the items that it is about, and from a fact to the claims that use it;
a bracket joins a claim that fails to what corrects it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from provenscape.dossier.content import Content

ROW, TOP = 17, 26
ITEMS, CLAIMS = 90, 200  # where the columns begin; that of the facts begins beyond the claims
LETTER = 6.7  # about the width of a letter
GAP = 130

Claim = Mapping[str, Any]


@dataclass(frozen=True)
class Node:
    """A dot, with a name to its right or, of an item, to its left, that leads to a page."""

    kind: str
    name: str
    verdict: str
    x: float
    y: float

    @property
    def end(self) -> float:
        """About where the name ends."""
        return self.x + 8 + LETTER * len(self.name)

    def svg(self) -> Markup:
        side, text = ("end", self.x - 8) if self.kind == "items" else ("start", self.x + 8)
        return Markup(
            '<a href="../{0}/{1}.html"><circle class="v {2}" cx="{3:g}" cy="{4:g}" r="4"/>'
            '<text x="{5:g}" y="{6:g}" text-anchor="{7}">{1}</text></a>'
        ).format(self.kind, self.name, self.verdict, self.x, self.y, text, self.y + 4, side)


def svg(content: Content, chapter: str) -> Markup:
    """The graph of a chapter; nothing for a chapter without claims."""
    claims = [c for c in content.claims.values() if c["chapter"] == chapter]
    if not claims:
        return Markup("")
    items = _order({i for c in claims for i in c["items"]}, claims, lambda c: c["items"])
    claims = sorted(claims, key=lambda c: (_mean(c["items"], items), c["id"]))
    facts = _order({f for c in claims for f in c["facts"]}, claims, lambda c: c["facts"])
    rows = max(len(items), len(claims), len(facts))
    verdicts = {item: content.items[item]["verdict"] for item in items}
    left = _column("items", verdicts, ITEMS, rows)
    middle = _column("claims", {c["id"]: c["verdict"] for c in claims}, CLAIMS, rows)
    beyond = max(node.end for node in middle.values()) + GAP
    right = _column("facts", dict.fromkeys(facts, "fact"), beyond, rows)
    lines = Markup("").join(_lines(claims, left, middle, right))
    nodes = [*left.values(), *middle.values(), *right.values()]
    heads = Markup("").join(
        Markup('<text x="{:g}" y="14" class="head" text-anchor="{}">{}</text>').format(
            column[0].x, "end" if column[0].kind == "items" else "start", column[0].kind
        )
        for column in map(list, (left.values(), middle.values(), right.values()))
        if column
    )
    return Markup(
        '<svg class="graph" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="group" '
        'aria-label="Items, claims and facts">{2}{3}{4}</svg>'
    ).format(
        round(max(node.end for node in nodes)) + 10, TOP + ROW * rows + 10, heads, lines,
        Markup("").join(node.svg() for node in nodes),
    )  # fmt: skip


def _column(kind: str, verdicts: Mapping[str, str], x: float, rows: int) -> dict[str, Node]:
    """The nodes of a column, spread over the height of the longest."""
    step = ROW * rows / max(len(verdicts), 1)
    return {
        name: Node(kind, name, verdict, round(x, 1), round(TOP + step * (n + 0.5), 1))
        for n, (name, verdict) in enumerate(verdicts.items())
    }


def _lines(
    claims: Iterable[Claim],
    items: Mapping[str, Node],
    nodes: Mapping[str, Node],
    facts: Mapping[str, Node],
) -> Iterable[Markup]:
    for claim in claims:
        node = nodes[claim["id"]]
        for item, covered in claim["items"].items():
            at = items[item]
            yield _line(at.x + 4, at.y, node.x - 4, node.y, covered.split()[0])
        for fact in claim["facts"]:
            yield _line(node.end, node.y, facts[fact].x - 4, facts[fact].y, "fact")
        if claim["repairs"] in nodes:
            fixed = nodes[claim["repairs"]]
            x = node.x - 5
            yield Markup(
                '<path class="e repair" d="M{0:g} {1:g}C{2:g} {1:g} {2:g} {3:g} {0:g} {3:g}"/>'
            ).format(x, node.y, x - 26, fixed.y)


def _line(x: float, y: float, x2: float, y2: float, kind: str) -> Markup:
    middle = (x + x2) / 2
    return Markup(
        '<path class="e {0}" d="M{1:g} {2:g}C{5:g} {2:g} {5:g} {4:g} {3:g} {4:g}"/>'
    ).format(kind, x, y, x2, y2, middle)


def _order(
    names: set[str], claims: Sequence[Claim], uses: Callable[[Claim], Iterable[str]]
) -> list[str]:
    """Names in the order of the claims that use them, so that few lines cross."""
    first = {name: next(n for n, c in enumerate(claims) if name in uses(c)) for name in names}
    return sorted(names, key=lambda name: (first[name], name))


def _mean(items: Mapping[str, str], order: Sequence[str]) -> float:
    known = [order.index(item) for item in items]
    return sum(known) / len(known) if known else len(order)
