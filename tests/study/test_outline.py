"""Chapters, first page and citation of a study are its own, and each mistake in them is named."""

from pathlib import Path

import pytest

from provenscape.errors import UserError
from provenscape.study import citation, inventory, outline

ROOT = Path(__file__).parents[2]
HEAD = "item,document,chapter,claim\n"
ROWS = "P-02,paper,rates,Two.\nP-01,paper,first_steps,One.\nP-03,paper,rates,Three.\n"
CITED = {"title": "Rates: a study", "version": 1.0, "authors": [{"name": "A group"}]}


@pytest.fixture
def lay(tmp_path):
    """Write an inventory and an outline; return the study."""

    def write(rows=ROWS, study=None, head=HEAD):
        (tmp_path / "documents").mkdir()
        (tmp_path / inventory.INVENTORY).write_text(head + rows, encoding="utf-8")
        if study is not None:
            (tmp_path / outline.STUDY).write_text(study, encoding="utf-8")
        return tmp_path

    return write


def test_without_an_outline_chapters_are_those_of_the_inventory_in_its_order(lay):
    found = outline.read(lay())
    assert dict(found.chapters) == {"rates": "Rates", "first_steps": "First steps"}
    assert found.question is None and found.findings == () and not found.live


def test_an_outline_gives_order_and_titles(lay):
    text = "chapters: {first_steps: How to begin, rates: Rates}\nfindings: [a-claim]\n"
    found = outline.read(lay(study=text))
    assert list(found.chapters.items()) == [("first_steps", "How to begin"), ("rates", "Rates")]
    assert found.findings == ("a-claim",)


def test_section_and_kind_may_be_left_out(lay):
    assert inventory.read(lay())[0] == {
        "item": "P-02", "document": "paper", "chapter": "rates", "claim": "Two.",
        "section": "", "kind": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("laid", "words"),
    [
        ({"study": "chapters: {rates: R}"}, "first_steps is not in documents/study.yaml"),
        ({"study": "chapter: {rates: R}"}, "study.yaml:1: unknown key `chapter`; did you mean"),
        ({"rows": "P-01,paper,Rates,One.\n"}, "the chapter 'Rates' is no name of a folder"),
        ({"rows": "P-01,paper,a/b,One.\n"}, "the chapter 'a/b' is no name of a folder"),
        ({"rows": ROWS + "P-01,paper,rates,Again.\n"}, "P-01 stands there 2 times"),
        ({"rows": "../x,paper,rates,One.\n"}, "item '../x' cannot name a page"),
        ({"rows": "P-01,a/b,rates,One.\n"}, "document 'a/b' cannot name a page"),
        ({"rows": "P-01,paper,rates\n"}, "an item has no claim"),
        ({"head": "item,chapter\n", "rows": "P-01,rates\n"}, "an item has no document"),
    ],
)
def test_a_mistake_in_inventory_or_outline_is_named(lay, laid, words):
    root = lay(**laid)
    with pytest.raises(UserError) as caught:
        outline.read(root)
    assert words in str(caught.value) and "\n" not in str(caught.value)


def test_without_an_inventory_it_is_said_what_one_is(tmp_path):
    with pytest.raises(UserError, match="it lists what the study decides, under item,document,"):
        outline.read(tmp_path)


def test_a_group_is_cited_as_it_is_called_and_a_person_by_name():
    people = [{"name": "A group"}, {"family-names": "Doe", "given-names": "Jane"}]
    found = citation.of(CITED | {"authors": [*people, {"family-names": "Plato"}]})
    assert found.authors == ("{A group}", "Doe, Jane", "Plato")
    assert (found.version, found.short, found.key) == ("1.0", "Rates", "rates")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"title": ""}, "key `title` is missing"),
        ({"authors": "Jane Doe"}, "`authors` is no list"),
        ({"authors": ["Jane Doe"]}, "`authors` is no list"),
        ({"authors": [{"orcid": "…"}]}, "neither `name` nor `family-names`"),
    ],
)
def test_a_citation_that_lacks_something_is_refused(changed, words):
    with pytest.raises(UserError, match=words):
        citation.of(CITED | changed)


def test_a_study_that_is_archived_says_when_and_under_which_licence():
    with pytest.raises(UserError, match="key `abstract` is missing"):
        citation.of(CITED, (*citation.NEEDED, *citation.PUBLISHED))
    assert citation.read(ROOT).fields["license"]
