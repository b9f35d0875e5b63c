"""LaTeX as MathML, which browsers set by themselves, in as few bytes as say the same."""

import html
from functools import cache
from xml.etree.ElementTree import Element

from latex2mathml.converter import convert_to_element
from markupsafe import Markup

BRIEF = 400  # characters of LaTeX in a certificate's term; longer ones are shown as they are

# What a browser does anyhow: attributes by name, and those that are idle with one value.
_IDLE = {"xmlns", "fence", "form"}
_DEFAULT = {("stretchy", "true"), ("display", "inline")}
_ROWS = {"math", "mrow", "msqrt", "mstyle", "mtd"}  # several children of these make a row
_TALL = {"mfrac", "msqrt", "mroot", "mtable", "munder", "mover", "munderover"}
_BRACKETS = set("()[]{}|‖")


def brief(latex: str) -> Markup:
    """A term of a certificate, typeset if it is short."""
    if len(latex) > BRIEF:
        return Markup('<code class="long">{}</code>').format(latex)
    return mathml(latex)


@cache
def mathml(latex: str) -> Markup:
    """The formula as one line of MathML."""
    return Markup(_text(convert_to_element(latex)))


def _text(node: Element) -> str:
    """An element without idle attributes and rows of one; signs as characters."""
    if node.tag in _ROWS:
        node[:] = _worded(_flat(node))
    inner = "".join(map(_text, node))
    if node.tag == "mrow" and len(node) == 1:
        return inner
    if node.text:
        inner = html.escape(_sign(node), quote=False).replace("&gt;", ">") + inner
    if _small(node):
        return f"<mi>{inner}</mi>"
    attributes = "".join(
        f' {name}="{value}"'
        for name, value in node.attrib.items()
        if name not in _IDLE and (name, value) not in _DEFAULT
    )
    return f"<{node.tag}{attributes}>{inner}</{node.tag}>"


def _sign(node: Element) -> str:
    return html.unescape(node.text or "")


def _small(node: Element) -> bool:
    """Whether a bracket or bar keeps its size: it is set as a letter is, which says that in two
    bytes and has no gaps beside it."""
    return node.tag == "mo" and node.get("stretchy") == "false" and _sign(node) in _BRACKETS


def _flat(row: Element) -> list[Element]:
    """The children of a row. Rows that nothing tells from their surroundings are opened: one that
    is all there is, and brackets around what is no taller than they are, which keep their size."""
    found: list[Element] = []
    for node in row:
        if node.tag == "mrow" and (len(row) == 1 or _bracketed(node)):
            inner = _flat(node)
            for end in (inner[0], inner[-1]) if _bracketed(node) else ():
                end.set("stretchy", "false")
            found += inner
        else:
            found.append(node)
    return found


def _bracketed(row: Element) -> bool:
    if len(row) < 2 or any(node.tag in _TALL for node in row.iter()):
        return False
    return all(end.tag == "mo" and _sign(end) in _BRACKETS for end in (row[0], row[-1]))


def _worded(nodes: list[Element]) -> list[Element]:
    """Upright letters that follow each other as one word, which is upright by itself."""
    found: list[Element] = []
    for node in nodes:
        if found and _upright(node) and _upright(found[-1]):
            found[-1].text = _sign(found[-1]) + _sign(node)
        else:
            found.append(node)
    for node in found:
        if _upright(node) and len(_sign(node)) > 1:
            del node.attrib["mathvariant"]
    return found


def _upright(node: Element) -> bool:
    return node.tag == "mi" and node.get("mathvariant") == "normal"
