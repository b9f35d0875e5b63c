"""The characters of our texts for stock LaTeX: what each is declared to print."""

import re
import unicodedata
from collections.abc import Iterable

from provenscape.errors import UserError

_SIGNS = {
    "−": "-", "≤": r"\le", "≥": r"\ge", "≠": r"\ne", "√": r"\surd", "∇": r"\nabla", "‖": r"\|",
    "∂": r"\partial", "ℓ": r"\ell", "⟨": r"\langle", "⟩": r"\rangle", "×": r"\times",
    "·": r"\cdot", "±": r"\pm", "⪰": r"\succeq", "⪯": r"\preceq", "≻": r"\succ", "≺": r"\prec",
    "→": r"\to", "←": r"\leftarrow", "↦": r"\mapsto", "⇒": r"\Rightarrow", "⇔": r"\Leftrightarrow",
    "…": r"\dots", "⋯": r"\cdots", "⌈": r"\lceil", "⌉": r"\rceil", "⌊": r"\lfloor",
    "⌋": r"\rfloor", "′": "'", "″": "''", "∞": r"\infty", "∈": r"\in", "∉": r"\notin",
    "°": r"^{\circ}", "∫": r"\int", "∏": r"\prod", "∑": r"\sum", "⟂": r"\perp", "⊥": r"\perp",
    "≈": r"\approx", "∼": r"\sim", "≡": r"\equiv", "∪": r"\cup", "∩": r"\cap", "⊂": r"\subset",
    "⊙": r"\odot", "⊗": r"\otimes", "∝": r"\propto", "µ": r"\mu", "ϕ": r"\phi", "ϵ": r"\epsilon",
    "ε": r"\varepsilon", "φ": r"\varphi",
    "ᵀ": r"^{\top}", "≪": r"\ll", "≫": r"\gg", "∘": r"\circ", "∀": r"\forall", "∃": r"\exists",
    "ℝ": r"\mathbb{R}", "ℕ": r"\mathbb{N}", "⇐": r"\Leftarrow", "∧": r"\wedge", "∨": r"\vee",
    "□": r"\square", "†": r"\dagger",
}  # fmt: skip
_LIKE_LATIN = {  # Greek capitals that LaTeX has no command for
    "ALPHA": "A", "BETA": "B", "EPSILON": "E", "ZETA": "Z", "ETA": "H", "IOTA": "I", "KAPPA": "K",
    "MU": "M", "NU": "N", "OMICRON": "O", "RHO": "P", "TAU": "T", "CHI": "X",
}  # fmt: skip
HAT = "\u0302"
ACCENTS = {HAT: r"\hat", "\u0303": r"\tilde", "\u0304": r"\bar", "\u0307": r"\dot"}
_KNOWN = "–—‘’“”"  # LaTeX's own, as are letters with accents


def accented(text: str) -> str:
    """Letters under an accent that Unicode has no letter for, as a command of mathematics."""
    plain = unicodedata.normalize("NFC", text)
    return re.sub(
        f"(.)([{''.join(ACCENTS)}])",
        lambda found: rf"\ensuremath{{{ACCENTS[found[2]]}{{{found[1]}}}}}",
        plain,
    )


def spelt(text: str) -> str:
    """Text in which every character that stock LaTeX does not know is a command.

    Raises UserError for a character that nothing here can print.
    """
    foreign = (c for c in set(text) if ord(c) > 127 and c not in _KNOWN)
    commands = {ord(c): latex for c in foreign if (latex := printed(c)) is not None}
    return text.translate(commands)


def declarations(texts: Iterable[str]) -> list[str]:
    """A line that declares each character beyond ASCII which stock LaTeX does not know.

    Raises UserError for a character that nothing here can print.
    """
    found = sorted({c for text in texts for c in text if ord(c) > 127 and c not in _KNOWN})
    lines = []
    for character in found:
        latex = printed(character)
        if latex is not None:
            lines.append(rf"\DeclareUnicodeCharacter{{{ord(character):04X}}}{{{latex}}}")
    return lines


def printed(character: str) -> str | None:
    """What LaTeX is to print for a character; None for a letter that it knows itself."""
    if character in _SIGNS:
        return rf"\ensuremath{{{_SIGNS[character]}}}"
    name = unicodedata.name(character, "")
    kind, _, plain = unicodedata.decomposition(character).partition(" ")
    if kind in ("<super>", "<sub>"):
        inner = chr(int(plain, 16))
        mark = "^" if kind == "<super>" else "_"
        return rf"\ensuremath{{{mark}{{{_SIGNS.get(inner, _greek(inner) or inner)}}}}}"
    if kind == "<fraction>":
        top, _, bottom = (chr(int(code, 16)) for code in plain.split())
        return rf"\ensuremath{{\frac{{{top}}}{{{bottom}}}}}"
    if greek := _greek(character):
        return rf"\ensuremath{{{greek}}}"
    if name.startswith("LATIN"):
        base, accent = character, ""
        if len(parts := unicodedata.normalize("NFD", character)) == 2:
            base, accent = parts[0], parts[1]
        if accent == HAT:  # w, y and the like, for which no encoding has a letter
            return rf"\^{{{base}}}"
        return None
    raise UserError(
        f"{character} (U+{ord(character):04X} {name.lower()}) has no LaTeX; add it to "
        "dossier/unicode_latex.py or write it otherwise"
    )


def _greek(character: str) -> str:
    """The command for a Greek letter, without the sign of mathematics around it."""
    words = unicodedata.name(character, "").split()
    if words[:1] != ["GREEK"] or words[2:3] != ["LETTER"] or len(words) != 4:
        return ""
    letter, capital = words[3].replace("LAMDA", "LAMBDA"), words[1] == "CAPITAL"
    if capital and letter in _LIKE_LATIN:
        return rf"\mathrm{{{_LIKE_LATIN[letter]}}}"
    return "\\" + (letter.capitalize() if capital else letter.lower())
