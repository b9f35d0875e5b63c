"""A caption reads in the report as its author wrote it."""

import json

import pytest
from docutils.core import publish_string

from provenscape.figures import captions


def rendered(text):
    settings = {"report_level": 1, "halt_level": 2, "output_encoding": "unicode"}
    return publish_string(text, writer="html5", settings_overrides=settings)


@pytest.mark.parametrize(
    "text",
    [
        "|x| ≥ 1/√8 and |y| too",
        "f(x) − f* and *g*",
        "the field_ x_1",
        "a `b` c",
        "\\ a backslash",
        "(a) A panel. (b) B.",
        "1. one",
        "a) x",
        "- dash",
        ".. dots",
        "¼x⁴ first",
    ],
)
def test_signs_that_mean_something_elsewhere_are_shown_as_they_are(text):
    assert f"<p>{text}</p>" in rendered(captions.restructured(text))


def test_mathematics_becomes_a_formula():
    page = rendered(captions.restructured(r"the slope $x_1^2 \cdot |y|$ of it"))
    assert "<math" in page and "<msub" in page.replace("msubsup", "msub")


@pytest.mark.parametrize(
    ("notes", "shown"), [("", ""), ("(a) N |y|", "*Notes:* \\(a) N \\|y\\|\n\n")]
)
def test_a_caption_has_title_text_notes_items_and_words(tmp_path, notes, shown):
    figure = {"title": "T", "caption": "C |x|", "notes": notes, "items": ["E-01"], "alt": "A"}
    (tmp_path / "f.json").write_text(json.dumps(figure), encoding="utf-8")
    captions.write(tmp_path / "f.json", tmp_path / "f.rst")
    text = (tmp_path / "f.rst").read_text(encoding="utf-8")
    assert text == f"T\n\nC \\|x\\|\n\n{shown}Shows E-01.\n\n*In words:* A\n"
