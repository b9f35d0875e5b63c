"""LaTeX as MathML, which browsers set by themselves, in as few bytes as say the same."""

import html
import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

from latex2mathml.converter import convert_to_element
from markupsafe import Markup, escape

BRIEF = 400  # characters of LaTeX in a certificate's term; longer ones are shown as they are

# What a browser does anyhow: attributes by name, and those that are idle with one value.
_IDLE = {"xmlns", "fence", "form"}
_DEFAULT = {("stretchy", "true"), ("display", "inline")}
_ROWS = {"math", "mrow", "msqrt", "mstyle", "mtd"}  # several children of these make a row
_TALL = {"mfrac", "msqrt", "mroot", "mtable", "munder", "mover", "munderover"}
_BRACKETS = set("()[]{}|‖")
# Formulas in sentences: letters by name, signs, and what is set lower or higher.
_GREEK = dict(
    zip(
        re.findall(
            r"\w+",
            "alpha beta gamma delta epsilon eta theta kappa lambda mu xi pi rho sigma tau phi psi "
            "omega Gamma Delta Theta Lambda Sigma Phi Psi Omega nabla",
        ),
        "αβγδεηθκλμξπρστφψωΓΔΘΛΣΦΨΩ∇",
        strict=True,
    )
)
_WRITTEN = [
    (re.compile(r"<="), "≤"),
    (re.compile(r">="), "≥"),
    *((re.compile(rf"(?<![^\W_]){name}(?![^\W_])"), sign) for name, sign in _GREEK.items()),
]
_INDEX = re.compile(
    r"(?P<base>(?<!\w)\w['′*]?|[)\]}|‖]|</sub>)(?P<sign>[_^])"
    r"(?:[{(](?P<long>(?:[^{}()]|\([^()]*\))+)[)}]|(?P<short>[−-]?[^\W²³]{1,4}|\*)(?![^\W²³]))"
)
_OPENS = re.compile(r"\\left(\\[a-zA-Z]+|\\?[^a-zA-Z\\])|\\(begin|langle|lfloor|lceil)|[(\[{]")
_CLOSES = re.compile(r"\\right(\\[a-zA-Z]+|\\?[^a-zA-Z\\])|\\(end|rangle|rfloor|rceil)|[)\]}]")
_TOKEN = re.compile(
    r"\\(?:left|right)(?:\\[a-zA-Z]+|\\?[^a-zA-Z\\])|\\[a-zA-Z]+|\\.|[^\s]", re.DOTALL
)
_SUMS = {"+", "-", r"\pm", r"\mp", r"\sum", r"\int"}
_RELATIONS = {"=", "<", ">", r"\le", r"\ge", r"\leq", r"\geq"}


def brief(latex: str) -> Markup:
    """A term of a certificate, typeset if it is short."""
    if len(latex) > BRIEF:
        return Markup('<code class="long">{}</code>').format(latex)
    return mathml(latex)


def typeset(text: str) -> Markup:
    """A sentence in which indices and powers of one letter, as x_t, M_{i,j} or (1 - μ)^T, stand
    lower and higher, signs and Greek letters as they are printed."""
    for word, sign in _WRITTEN:
        text = word.sub(sign, text)
    lower = _INDEX.sub(_placed, str(escape(text)))
    return Markup(_INDEX.sub(_placed, lower))  # what stands over an index too


def _placed(found: re.Match[str]) -> str:
    tag = "sub" if found["sign"] == "_" else "sup"
    inner = found["long"] or found["short"]
    return f"{found['base']}<{tag}>{_INDEX.sub(_placed, inner)}</{tag}>"


@cache
def mathml(latex: str) -> Markup:
    """The formula as one line of MathML."""
    return Markup(_text(convert_to_element(latex)))


def factor(latex: str) -> str:
    """LaTeX that may stand before or after ×: what is a sum, or begins with a sign, in brackets."""
    found = list(_outside(latex))
    signed = bool(found) and found[0][0] in _SUMS
    return rf"\left({latex}\right)" if signed or is_sum(latex) else latex


def is_sum(latex: str) -> bool:
    """Whether what LaTeX says is a sum of several terms, outside of its brackets."""
    return any(token in _SUMS for token, place in _outside(latex) if place > 0)


def sides(relation: str) -> tuple[str, str, str] | None:
    """Left side, sign and right side of a relation in LaTeX; None if it is not one relation."""
    found = [(token, place) for token, place in _outside(relation) if token in _RELATIONS]
    if len(found) != 1:
        return None
    ((sign, place),) = found
    return relation[:place].strip(), sign, relation[place + len(sign) :].strip()


def _outside(latex: str) -> Iterator[tuple[str, int]]:
    """The tokens that no bracket, group or environment holds, each with its place."""
    depth = 0
    for found in _TOKEN.finditer(latex):
        token = found[0]
        if _OPENS.fullmatch(token):
            depth += 1
        elif _CLOSES.fullmatch(token):
            depth -= 1
        elif depth == 0:
            yield token, found.start()


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
