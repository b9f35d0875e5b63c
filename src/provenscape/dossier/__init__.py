"""The dossier: every item, claim, figure and fact on a page of its own, opened from disk.

content: what the pages show, read from the results and the documents.
formulas: LaTeX as MathML, so that no script is needed to read a page.
reading: points, proofs and counterexamples in words and in the symbols of the claim.
bibliography: works of reference as text, and how to cite a claim or a figure.
graph: what rests on what in a chapter, as a drawing.
words: what the question box searches, and which words mean the same.
live: what the live figures compute with, as JavaScript.
site: the pages, written as one folder.
paper: macros and BibTeX entries for LaTeX; unicode_latex: the characters that they need.
"""

from pathlib import Path

from provenscape.dossier import content, data_package, paper, site

__all__ = ["write"]


def write(root: Path, results: Path) -> None:
    """Write all that readers open and authors cite, from a study that is built: the pages, the
    macros for papers, the description of the tables."""
    shown = content.read(root, results)
    tables = data_package.package(root, results)
    data_package.write(tables, results)
    paper.write(shown, results / "paper")
    site.write(shown, tables, results / "dossier")
