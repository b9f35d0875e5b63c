"""The dossier of the miniature: a page for everything, no dead link, nothing from elsewhere."""

import posixpath
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from provenscape.archive import pack
from provenscape.dossier.formulas import mathml
from provenscape.dossier.site import neighbours

VOID = {"br", "img", "input", "link", "meta"}
OPTIONAL = {
    "html",
    "tbody",
    "td",
    "th",
    "tr",
    "li",
    "p",
    "dt",
    "dd",
}  # HTML lets their end tags be left out


class Page(HTMLParser):
    """Addresses, names of anchors and pictures of a page; its tags must nest."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.addresses, self.anchors, self.pictures, self.open = [], set(), [], []
        self.feed(path.read_text(encoding="utf-8"))
        assert not [tag for tag in self.open if tag not in OPTIONAL], path

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.addresses += [values[name] for name in ("href", "src", "action") if name in values]
        if "id" in values:
            assert values["id"] not in self.anchors, values["id"]
            self.anchors.add(values["id"])
        if tag == "img":
            self.pictures.append(values)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        while self.open[-1] != tag and self.open[-1] in OPTIONAL:
            self.open.pop()
        assert self.open.pop() == tag, (tag, self.getpos())


@pytest.fixture(scope="module")
def pages(first_build):
    folder = first_build[0].root / "results/dossier"
    return {path.relative_to(folder).as_posix(): Page(path) for path in folder.rglob("*.html")}


def test_every_item_claim_fact_figure_chapter_and_document_has_a_page(pages, first_build):
    items = {line.split(",")[0] for line in first_build[0].read("results/items.csv").splitlines()}
    found = {path.split("/")[1] for path in pages if path.startswith("items/")}
    assert {"E-01.html", "O-47.html", "N-01.html"} <= found
    assert {name.removesuffix(".html") for name in found} <= items
    for path in (
        "index.html", "claims/square.html", "figures/curve.html", "chapters/critical_points.html",
        "documents/notes.html", "data.html", "how-to-check.html", "cite.html",
        "claims/index.html", "facts/index.html", "figures/index.html",
    ):  # fmt: skip
        assert path in pages


def test_no_link_is_dead_or_leads_out(pages, first_build):
    folder = first_build[0].root / "results/dossier"
    for path, page in pages.items():
        for address in page.addresses:
            parts = urlsplit(address)
            assert not parts.scheme and not parts.netloc, (path, address)
            target = (folder / path).parent / unquote(parts.path) if parts.path else folder / path
            assert target.exists(), (path, address)
            if parts.fragment and target.suffix == ".html":
                name = target.resolve().relative_to(folder.resolve()).as_posix()
                assert parts.fragment in pages[name].anchors, (path, address)


def test_the_dossier_in_one_file_leads_to_nothing_that_it_lacks(pages, first_build, tmp_path):
    results = first_build[0].root / "results"
    kinds = ("dossier", "data", "figures", "paper")
    built = [
        *(results / kind for kind in kinds),
        *results.glob("*.csv"),
        *results.glob("[dl]*.json"),
    ]
    for name in ("one.zip", "two.zip"):
        pack.write_pages("a-dossier", built, results, tmp_path / name)
        built.reverse()
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    held = set(zipfile.ZipFile(tmp_path / "one.zip").namelist())
    assert "a-dossier/dossier/index.html" in held
    for path, page in pages.items():
        for address in page.addresses:
            target = unquote(urlsplit(address).path)
            place = posixpath.normpath(posixpath.join("a-dossier/dossier", path, "..", target))
            assert not target or place in held, (path, address)


def test_every_picture_has_words(pages):
    pictures = [picture for page in pages.values() for picture in page.pictures]
    assert pictures
    assert all(picture["alt"] for picture in pictures)


def test_a_claim_page_says_all_of_it(first_build):
    text = first_build[0].read("results/dossier/claims/square.html")
    for part in ("Statement", "Why it holds", "false neighbours", "provenscape verify square"):
        assert part in text
    assert "<math>" in text and "@misc{provenscape:square" in text


# Bytes of the largest page of each kind in the miniature, about a tenth above what they were when
# written down: what stands on every page is paid for a thousand times in the whole dossier.
BUDGET = {"items": 2_400, "claims": 3_850, "figures": 2_400}
ASSETS = 100_000  # scripts and styles without the words that are searched


@pytest.mark.parametrize("kind", BUDGET)
def test_pages_stay_small(first_build, kind):
    folder = first_build[0].root / "results/dossier" / kind
    sizes = {p.name: p.stat().st_size for p in folder.glob("*.html") if p.stem != "index"}
    assert sizes and max(sizes.values()) <= BUDGET[kind], sizes


# The same for the study: the mean over the pages of a kind, so that more claims are no fault.
MEAN = {"claims": 11_500, "items": 3_600, "facts": 2_900, "figures": 7_200, "chapters": 60_000}
PICTURES = 6_000_000


def test_the_pages_and_pictures_of_the_study_stay_small():
    folder = Path(__file__).parents[2] / "results/dossier"
    if not folder.exists():
        pytest.skip("results/dossier is not built; run `make` first")
    for kind, most in MEAN.items():
        sizes = [p.stat().st_size for p in (folder / kind).glob("*.html") if p.stem != "index"]
        assert sum(sizes) <= most * len(sizes), kind
    assert sum(p.stat().st_size for p in (folder / "pictures").iterdir()) <= PICTURES


def test_scripts_and_styles_stay_small(first_build):
    assets = (first_build[0].root / "results/dossier/assets").iterdir()
    sizes = {p.name: p.stat().st_size for p in assets if p.name != "words.js"}
    assert sum(sizes.values()) <= ASSETS, sizes


def test_formulas_carry_no_idle_attributes_or_rows():
    assert mathml(r"a \leq 1 < b") == (
        "<math><mi>a</mi><mo>≤</mo><mn>1</mn><mo>&lt;</mo><mi>b</mi></math>"
    )
    assert mathml(r"\frac{{x}}{2}") == "<math><mfrac><mi>x</mi><mn>2</mn></mfrac></math>"
    assert mathml(r"\mathrm{room}") == "<math><mi>room</mi></math>"


def test_brackets_grow_only_around_what_is_tall():
    assert mathml(r"f(x)") == "<math><mi>f</mi><mi>(</mi><mi>x</mi><mi>)</mi></math>"
    assert mathml(r"2 \left(a + b\right)") == (
        "<math><mn>2</mn><mi>(</mi><mi>a</mi><mo>+</mo><mi>b</mi><mi>)</mi></math>"
    )
    assert mathml(r"2 \left(x + \frac{1}{2}\right)").count("<mo>(</mo>") == 1


def test_false_neighbours_stand_together_by_point_and_reason():
    tried = [
        {"change": "a", "false_at": "x = 1", "rejected": "not an identity: 1 = 2"},
        {"change": "b", "false_at": "x = 1", "rejected": "not an identity: 2 = 3"},
        {"change": "c", "false_at": "x = 2", "rejected": "y" * 200},
    ]
    (one, reasons), (two, long) = neighbours(tried)
    assert (one, reasons, two) == ("x = 1", {"not an identity": "a; b"}, "x = 2")
    assert list(long) == ["y" * 89 + "…"]
