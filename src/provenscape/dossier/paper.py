r"""Verdicts, statements and values for a paper, as LaTeX macros, and a BibTeX entry for each claim
and figure.

    \claimverdict{id}           the verdict, one word
    \claimtitle{id}             the headline
    \claimprinted{id}           the sentence checked; of a claim that fails, the false one
    \claimstatement{id}         the statement, for display; a false one says that it is refuted
    \claimvalue{id}{name}       a value that the claim records
    \claimcite{id}              \cite of the claim's entry; likewise of a figure's
    \claimdigest{id}            the first twelve digits of the statement's digest

An id that is not in the study stops LaTeX with a message.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from provenscape.claims.coverage import FAILS
from provenscape.dossier import bibliography
from provenscape.dossier.content import Content
from provenscape.dossier.reading import grouped
from provenscape.dossier.unicode_latex import accented, declarations
from provenscape.study.files import write_text

DEFINITIONS = r"""
\ProvidesFile{provenscape.tex}
\makeatletter
\newcommand{\provenscape@say}[2]{\ifcsname provenscape@#1@#2\endcsname
  \csname provenscape@#1@#2\endcsname\else
  \PackageError{provenscape}{no #1 of #2}{ledger.csv lists what there is.}\fi}
\newcommand{\provenscape@let}[2]{\expandafter\def\csname provenscape@#1\endcsname{#2}}
\newcommand{\claimverdict}[1]{\provenscape@say{verdict}{#1}}
\newcommand{\claimtitle}[1]{\provenscape@say{title}{#1}}
\newcommand{\claimprinted}[1]{\provenscape@say{printed}{#1}}
\newcommand{\claimstatement}[1]{\begin{gathered}\provenscape@say{statement}{#1}\end{gathered}}
\newcommand{\claimvalue}[2]{\provenscape@say{value}{#1@#2}}
\newcommand{\claimdigest}[1]{\provenscape@say{digest}{#1}}
\newcommand{\claimcite}[1]{\cite{provenscape:#1}}
"""
_SPECIAL = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%#&_${}"},
    **{sign: rf"\ensuremath{{{sign}}}" for sign in "<>"},
    ">=": r"\ensuremath{\ge}", "<=": r"\ensuremath{\le}",
}  # fmt: skip


def write(shown: Content, folder: Path) -> None:
    """Write provenscape.tex and provenscape.bib."""
    write_text(folder / "provenscape.tex", macros(shown))
    write_text(folder / "provenscape.bib", "\n\n".join(entries(shown)) + "\n")


def macros(shown: Content) -> str:
    """The file to be read in the preamble by \\input."""
    lines: list[str] = []
    texts: list[str] = []
    for name, claim in shown.claims.items():
        said = [claim["title"], claim["says"], *map(str, claim["values"].values())]
        texts += [*map(accented, said), displayed(claim)]
        for kind, value in (
            ("verdict", claim["verdict"]),
            ("title", escaped(claim["title"])),
            ("printed", escaped(claim["says"])),
            ("statement", displayed(claim)),
            ("digest", claim["statement"]["digest"][:12]),
            *((f"value@{name}", escaped(str(v))) for name, v in claim["values"].items()),
        ):
            place, _, key = kind.partition("@")
            target = f"{place}@{name}" + (f"@{key}" if key else "")
            lines.append(rf"\provenscape@let{{{target}}}{{{value}}}")
    texts += [figure["title"] for figure in shown.figures.values()]
    head = "% Made by provenscape; \\input it in the preamble, after amsmath and amssymb."
    return "\n".join([head, DEFINITIONS.strip(), *declarations(texts), *lines, r"\makeatother", ""])


def displayed(claim: Mapping[str, Any]) -> str:
    """The statement with a line for each function, quantifier, hypothesis and conclusion; that of a
    claim that fails begins with a word of it."""
    statement = claim["statement"]
    symbols = {symbol["name"]: symbol["latex"] for symbol in statement["symbols"]}
    lines = [r"\text{Refuted: }"] if claim["verdict"] in FAILS else []
    lines += [f"{f['signature']} = {f['latex']}" for f in statement["functions"]]
    lines += [
        rf"\text{{{q['words']} }} {', '.join(symbols[s] for s in q['symbols'])}"
        for q in statement["quantifiers"]
    ]
    lines += [given["latex"] for given in statement["given"]]
    for then in statement["then"]:
        if then.get("kind") == "Invariant":
            for words, formulas in grouped(then["lines"]):
                lines.append(rf"\text{{{words} }} {formulas[0]}")
                lines += formulas[1:]
        else:
            lines.append(rf"\Rightarrow\; {then['latex']}")
    return re.sub(r"(?<!\\)%", r"\%", r" \\ ".join(lines))


def entries(shown: Content) -> Iterator[str]:
    """A BibTeX entry for each claim and figure."""
    for claim in shown.claims.values():
        yield bibliography.claim(claim, shown.cited)
    for figure in shown.figures.values():
        yield bibliography.figure(figure, shown.cited)


def escaped(text: str) -> str:
    """A text in which nothing is a command of LaTeX."""
    return accented(re.sub(r"[<>]=|[\\~^%#&_${}<>]", lambda sign: _SPECIAL[sign[0]], text))
