"""LaTeX as MathML, which browsers set by themselves."""

import html
import re
from functools import cache

from latex2mathml.converter import convert
from markupsafe import Markup

# Attributes that say what a browser does anyhow.
_IDLE = re.compile(
    r' (?:stretchy="true"|fence="(?:true|false)"|form="(?:prefix|postfix)"|display="inline"'
    r'|xmlns="[^"]*")'
)
_SINGLE = re.compile(r"<mrow>(<m([ion])(?: [^>]*)?>[^<]*</m\2>)</mrow>")
_OUTER = re.compile(r"^<math><mrow>((?:(?!</?mrow>).)*)</mrow></math>$")


LONGEST = 400  # characters of LaTeX; what is longer is shown as it is, to be scrolled and copied
BRIEF = 140  # the same in the terms of a certificate


def brief(latex: str) -> Markup:
    """A term of a certificate, typeset if it is short."""
    return mathml(latex, BRIEF)


@cache
def mathml(latex: str, longest: int = LONGEST) -> Markup:
    """The formula as one line of MathML; one too long to be read at a glance as LaTeX."""
    if len(latex) > longest:
        return Markup('<code class="long">{}</code>').format(latex)
    return Markup(_compact(convert(latex)))


def _compact(text: str) -> str:
    """The same MathML without idle attributes and rows of one; signs as characters."""
    text = _OUTER.sub(r"<math>\1</math>", _SINGLE.sub(r"\1", _IDLE.sub("", text)))
    keep = {"&lt;": "\0lt;", "&gt;": "\0gt;", "&amp;": "\0amp;"}
    for entity, code in (("&#x0003C;", "&lt;"), ("&#x0003E;", "&gt;"), ("&#x00026;", "&amp;")):
        text = text.replace(entity, code)
    for entity, mark in keep.items():
        text = text.replace(entity, mark)
    return html.unescape(text).replace("\0", "&")
