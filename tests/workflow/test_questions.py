"""Questions that a reader asks: the page that answers each is found first, in a browser."""

import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest

PAGES = Path(__file__).parents[2] / "results/dossier"
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
QUESTIONS = {
    "does PL allow two basins?": {"items/O-47", "claims/pl-allows-disjoint-minima"},
    "O-47": {"items/O-47"},
    "Polyak-Lojasiewicz linear rate": {"claims/pl-alone-gives-a-linear-rate", "items/O-07"},
    "0.5^n": {
        "claims/random-quadratic-is-a-minimum-with-probability-half-to-the-n",
        "items/L-21", "items/L-23",
        "claims/fair-signs-are-all-positive-with-probability-half-to-the-n",
        "claims/independent-signs-are-all-positive-with-probability-half-to-the-n",
    },
    "is finding a local minimum NP-hard": {
        "claims/a-local-minimum-decides-copositivity", "items/E-13",
    },
    "matrix completion spurious minima": {"claims/matrix-completion-has-no-spurious-minima"},
    "batch normalisation learning rate": {"items/N-62"},
    "degenerate saddle definition": {"claims/degenerate-saddle-definition-excludes-minima"},
    "cubic regularization rate": {"items/O-92", "items/O-84", "items/O-79"},
    "2^-100": {"items/L-22", "claims/half-to-the-hundred"},
    "0.5¹⁰⁰": {"items/L-22", "claims/half-to-the-hundred"},
    "mode connectivity": {"items/N-103"},
    "how fast does gradient descent converge under PL": {"items/O-89", "items/O-07"},
    "Łojasiewicz descent finite length": {"claims/lojasiewicz-descent-has-finite-length"},
}  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_answer_is_the_first_hit(question, tmp_path):
    hits = found(question, tmp_path)
    assert hits[0] in QUESTIONS[question], hits[:5]


def test_an_item_that_is_not_there_is_not_found(tmp_path):
    assert found("L-99", tmp_path) == []


def found(question, profile):
    """The pages that the question box shows, best first."""
    if BROWSER is None:
        pytest.skip("no Chromium (Debian: chromium)")
    if not (PAGES / "index.html").exists():
        pytest.skip("results/dossier is not built; run `make` first")
    page = subprocess.run(
        [
            BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", f"--user-data-dir={profile}",
            "--virtual-time-budget=20000", "--dump-dom",
            f"file://{PAGES}/index.html?q={quote(question)}",
        ],
        capture_output=True, text=True, check=True, timeout=120,
    ).stdout  # fmt: skip
    return re.findall(
        r'<a href="([a-z]+/[^"]+)\.html"', page.partition('<ol id="hits">')[2].partition("</ol>")[0]
    )
