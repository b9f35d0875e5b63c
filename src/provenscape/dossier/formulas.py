"""LaTeX as MathML, which browsers set by themselves."""

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
    while len(node) == 1 and node.tag in _ROWS and node[0].tag == "mrow":
        node[:] = list(node[0])
    inner = "".join(map(_text, node))
    if node.tag == "mrow" and len(node) == 1:
        return inner
    if node.text:
        inner = html.escape(html.unescape(node.text), quote=False).replace("&gt;", ">") + inner
    attributes = "".join(
        f' {name}="{value}"'
        for name, value in node.attrib.items()
        if name not in _IDLE and (name, value) not in _DEFAULT
    )
    return f"<{node.tag}{attributes}>{inner}</{node.tag}>"
