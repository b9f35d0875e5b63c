"""What rests on what in a chapter: items, claims and facts in three columns, as SVG.

Lines lead from a claim to the items that it is about, and from a fact to the claims that use it;
a bracket joins a claim that fails to what corrects it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from provenscape.dossier import reading
from provenscape.dossier.content import Content

ROW, TOP = 17, 26
ITEMS, CLAIMS = 66, 150  # where the columns begin; that of the facts begins beyond the claims
LETTER = 6.7  # about the width of a letter
GAP = 80

LINES = {
    "whole": "a claim covers an item whole",
    "part": "in part",
    "definition": "states its definition",
    "instance": "in an instance",
    "fact": "a claim rests on a fact",
    "repair": "a claim corrects another",
}

Claim = Mapping[str, Any]


@dataclass(frozen=True)
class Column:
    """Names under each other, each with a dot in the colour of its verdict, that lead to pages.

    x: where the dots are; the names of items stand to their left, the others to their right.
    verdicts: by name. heights: by name.
    """

    kind: str
    x: int
    verdicts: Mapping[str, str]
    heights: Mapping[str, int]

    @property
    def end(self) -> int:
        """About where the longest name ends."""
        return max((self.after(name) for name in self.verdicts), default=self.x)

    def after(self, name: str) -> int:
        """About where a name ends."""
        return round(self.x + 10 + LETTER * len(name))

    def svg(self) -> Markup:
        nodes = Markup("").join(self._node(name) for name in self.verdicts)
        head = Markup('<text y="14" class="head">{}</text>').format(self.kind) if nodes else ""
        return Markup('<g class="{}" transform="translate({})">{}{}</g>').format(
            self.kind, self.x + (4 if self.kind == "items" else -4), head, nodes
        )

    def _node(self, name: str) -> Markup:
        dot = Markup('<tspan class="{}">●</tspan>').format(self.verdicts[name])
        said = reading.named(name, {})
        words = (name, " ", dot) if self.kind == "items" else (dot, " ", said)
        return Markup('<a href="../{}/{}.html"><text y="{}">{}</text></a>').format(
            self.kind, name, self.heights[name] + 4, Markup("").join(words)
        )


def legend() -> Markup:
    """What the lines say, each beside a piece of it."""
    line = Markup(
        '<svg class="graph key" viewBox="0 0 30 8" aria-hidden="true">'
        '<path class="{}" d="M0 4h30"/></svg> {}'
    )
    return Markup(", ").join(line.format(kind, words) for kind, words in LINES.items()) + "."


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
    right = _column("facts", dict.fromkeys(facts, "fact"), middle.end + GAP, rows)
    paths = defaultdict(list)
    for kind, path in _lines(claims, left, middle, right):
        paths[kind].append(path)
    lines = Markup("").join(
        Markup('<path class="{}" d="{}"/>').format(kind, "".join(paths[kind]))
        for kind in sorted(paths)
    )
    return Markup(
        '<svg class="graph" viewBox="0 0 {} {}" role="group" '
        'aria-label="Items, claims and facts">{}{}{}{}</svg>'
    ).format(
        max(middle.end, right.end) + 10, TOP + ROW * rows + 10,
        lines, left.svg(), middle.svg(), right.svg(),
    )  # fmt: skip


def _column(kind: str, verdicts: Mapping[str, str], x: int, rows: int) -> Column:
    """A column spread over the height of the longest."""
    step = ROW * rows / max(len(verdicts), 1)
    heights = {name: round(TOP + step * (n + 0.5)) for n, name in enumerate(verdicts)}
    return Column(kind, x, verdicts, heights)


def _lines(
    claims: Iterable[Claim], items: Column, nodes: Column, facts: Column
) -> Iterator[tuple[str, str]]:
    """Each line of the graph: its kind and its path."""
    for claim in claims:
        name = claim["id"]
        y = nodes.heights[name]
        for item, covered in claim["items"].items():
            yield covered.split()[0], _line(items.x + 5, items.heights[item], nodes.x - 5, y)
        for fact in claim["facts"]:
            yield "fact", _line(nodes.after(name), y, facts.x - 5, facts.heights[fact])
        if claim["repairs"] in nodes.heights:
            rise = nodes.heights[claim["repairs"]] - y
            yield "repair", f"M{nodes.x - 5} {y}c-26 0-26 {rise} 0 {rise}"


def _line(x: int, y: int, x2: int, y2: int) -> str:
    half = (x2 - x) // 2
    return f"M{x} {y}c{half} 0 {half} {y2 - y} {x2 - x} {y2 - y}"


def _order(
    names: set[str], claims: Sequence[Claim], uses: Callable[[Claim], Iterable[str]]
) -> list[str]:
    """Names in the order of the claims that use them, so that few lines cross."""
    first = {name: next(n for n, c in enumerate(claims) if name in uses(c)) for name in names}
    return sorted(names, key=lambda name: (first[name], name))


def _mean(items: Mapping[str, str], order: Sequence[str]) -> float:
    known = [order.index(item) for item in items]
    return sum(known) / len(known) if known else len(order)
