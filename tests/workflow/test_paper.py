"""The macros for papers: a sample paper compiles with stock LaTeX, and an unknown id stops it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from provenscape.dossier.unicode_latex import accented, declarations, printed, spelt
from provenscape.errors import UserError

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "docs/sample_paper/paper.tex"
HEAD = r"""\documentclass{article}
\usepackage[utf8]{inputenc}
\usepackage{amsmath,amssymb}
\input{RESULTS/paper/provenscape.tex}
\begin{document}
"""


def latex(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    if shutil.which("pdflatex") is None:
        pytest.skip("pdflatex is not installed (Debian: texlive-latex-recommended)")
    (folder / "paper.tex").write_text(text, encoding="utf-8")
    return subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex"],
        cwd=folder, capture_output=True, text=True, check=False, errors="replace",
    )  # fmt: skip


def test_macros_print_a_claim_of_the_miniature(first_build, tmp_path):
    results = first_build[0].root / "results"
    body = (
        r"\claimverdict{square} \claimtitle{square} \claimdigest{square}"
        r"\[\claimstatement{square}\] \claimcite{square}\end{document}"
    )
    run = latex(tmp_path, HEAD.replace("RESULTS", str(results)) + body)
    assert run.returncode == 0, run.stdout[-2000:]
    assert "@misc{provenscape:square," in first_build[0].read("results/paper/provenscape.bib")


def test_an_unknown_claim_stops_latex(first_build, tmp_path):
    results = first_build[0].root / "results"
    body = r"\claimverdict{cube}\end{document}"
    run = latex(tmp_path, HEAD.replace("RESULTS", str(results)) + body)
    assert run.returncode and "no verdict of cube" in run.stdout


def test_the_sample_paper_compiles(tmp_path):
    results = ROOT / "results"
    if not (results / "paper/provenscape.tex").exists():
        pytest.skip("results/paper is not built; run `make` first")
    text = SAMPLE.read_text(encoding="utf-8").replace("{../../results}", f"{{{results}}}")
    run = latex(tmp_path, text)
    assert run.returncode == 0, run.stdout[-2000:]
    bibtex = subprocess.run(
        ["bibtex", "paper"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert bibtex.returncode == 0, bibtex.stdout
    latex(tmp_path, text)
    latex(tmp_path, text)
    log = (tmp_path / "paper.log").read_text(encoding="latin-1")
    assert not re.search("undefined|Overfull", log), log[-2000:]


def test_every_character_is_printed_or_refused():
    assert printed("η") == r"\ensuremath{\eta}"
    assert printed("₀") == r"\ensuremath{_{0}}"
    assert printed("⁻") == r"\ensuremath{^{-}}"
    assert printed("½") == r"\ensuremath{\frac{1}{2}}"
    assert printed("ŵ") == r"\^{w}"
    assert printed("é") is None
    assert accented("ŵ and q\u0302") == r"ŵ and \ensuremath{\hat{q}}"
    assert spelt("aé–η") == r"aé–\ensuremath{\eta}"
    assert declarations(["aé–η"]) == [r"\DeclareUnicodeCharacter{03B7}{\ensuremath{\eta}}"]
    with pytest.raises(UserError, match="U\\+2603 snowman"):
        declarations(["☃"])
