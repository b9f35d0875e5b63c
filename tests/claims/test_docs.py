"""What the pages of docs/ name exists."""

import re
from pathlib import Path

import pytest

from provenscape.claims.facts import facts
from provenscape.claims.loading import claim_files

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
ID = re.compile(r"`([A-Za-z0-9]+(?:-[A-Za-z0-9]+)+)`")
LINK = re.compile(r"\]\(([^)#:]+)\)")


def named(text):
    """The ids of claims and facts that a page names."""
    return set(ID.findall(text))


def unknown(text):
    """Those of them that are none."""
    return named(text) - {p.stem.replace("_", "-") for p in claim_files(ROOT)} - set(facts(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_id_on_a_page_is_a_claim_or_a_fact(page):
    assert unknown(page.read_text(encoding="utf-8")) == set()


def test_ids_are_found_where_pages_name_them():
    assert sum(bool(named(page.read_text(encoding="utf-8"))) for page in PAGES) > 1


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_of_a_page_leads_to_a_file(page):
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_an_id_of_no_claim_is_told():
    assert unknown("`pl-one-step`, `pl-one-stride`, `quadratic-upper-bound`") == {"pl-one-stride"}
