"""Questions that a reader asks: the page that answers each is found first, in a browser."""

import html
import json
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
    "Polyak Lojasiewicz condition implies linear convergence": {
        "claims/pl-alone-gives-a-linear-rate", "claims/pl-linear-rate", "items/O-07", "items/O-89",
    },
    "linear convergence implies PL": {"claims/linear-convergence-implies-pl"},
    "why is the double well not PL": {
        "claims/quartic-is-pl-everywhere", "claims/pl-allows-disjoint-minima", "items/O-47",
    },
    "mode connectivity of neural networks": {"items/N-103"},
    "probability that a critical point is a minimum": {"items/N-24"},
    "Is it true that PL allows two basins?": {"items/O-47", "claims/pl-allows-disjoint-minima"},
    "Coq": {"how-to-check"},
    "axioms of Coq": {"how-to-check"},
    "how do I cite this": {"cite"},
    "how to check": {"how-to-check"},
    "download figure pdf": {"figures/index"},
    "data tables csv": {"data"},
    "random landscapes": {"chapters/random_landscapes"},
}  # fmt: skip


ASK = """<!DOCTYPE html><meta charset="utf-8"><base href="{base}">
<form><input id="q"></form><p id="found"></p><ol id="hits"></ol>
<script src="assets/minisearch.js"></script><script src="assets/words.js"></script>
<script src="assets/search.js"></script><script>
startSearch();
const hits = {questions}.map((one) => provenscapeFind(one).slice(0, 12).map((hit) => hit.id));
document.getElementById("found").textContent = JSON.stringify(hits);
</script>"""


@pytest.fixture(scope="module")
def hits(tmp_path_factory):
    """The pages that the question box finds for each question, best first, in one browser."""
    folder = tmp_path_factory.mktemp("asked")
    if not (PAGES / "index.html").exists():
        pytest.skip("results/dossier is not built; run `make` first")
    asking = ASK.replace("{base}", f"{PAGES.as_uri()}/").replace(
        "{questions}", json.dumps([*QUESTIONS])
    )
    (folder / "ask.html").write_text(asking, encoding="utf-8")
    shown = dumped((folder / "ask.html").as_uri(), folder / "profile")
    found = json.loads(html.unescape(shown.partition('<p id="found">')[2].partition("</p>")[0]))
    return {
        question: [address.partition(".html")[0] for address in pages]
        for question, pages in zip(QUESTIONS, found, strict=True)
    }


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_answer_is_the_first_hit(question, hits):
    assert hits[question][0] in QUESTIONS[question], hits[question][:5]


def test_the_converse_of_what_is_asked_comes_later(hits):
    found = hits["Polyak Lojasiewicz condition implies linear convergence"]
    assert "claims/linear-convergence-implies-pl" not in found[:4]


@pytest.mark.parametrize(("question", "best"), [("O-47", ["items/O-47"]), ("L-99", [])])
def test_the_first_page_shows_what_is_found(question, best, tmp_path):
    page = dumped(f"{PAGES.as_uri()}/index.html?q={quote(question)}", tmp_path)
    listed = page.partition('<ol id="hits">')[2].partition("</ol>")[0]
    assert re.findall(r'<a href="([^"#]+)\.html[^"]*"', listed) == best


def dumped(address, profile):
    """What a browser makes of a page, as HTML."""
    if BROWSER is None:
        pytest.skip("no Chromium (Debian: chromium)")
    if not (PAGES / "index.html").exists():
        pytest.skip("results/dossier is not built; run `make` first")
    return subprocess.run(
        [
            BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--allow-file-access-from-files",
            f"--user-data-dir={profile}", "--virtual-time-budget=20000", "--dump-dom", address,
        ],
        capture_output=True, text=True, check=True, timeout=120,
    ).stdout  # fmt: skip
