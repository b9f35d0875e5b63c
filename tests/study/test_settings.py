"""A configuration that cannot be is refused, by its name, with what is wrong."""

import re

import pytest

from provenscape.errors import UserError
from provenscape.study import settings


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no `key: value` at its top; restore it"),
        (b"- effort\n", "no `key: value` at its top; restore it"),
        (b"effort: \xff\n", "not a text file in UTF-8"),
        (b"effort: \0\n", "it has the sign U+0000; take that out"),
        (b"seed: 1\nseed: 2\n", "seed stands there twice"),
        (b"null: 1\n", ":1: not YAML: a name such as null, yes or off is a value to YAML; put"),
        (b"seed: 1\nyes: 2\n", ":2: not YAML: a name such as null, yes or off is a value to YAML"),
    ],
)
def test_a_configuration_that_is_no_mapping_of_keys_is_refused(tmp_path, content, words):
    (tmp_path / settings.CONFIG).parent.mkdir()
    (tmp_path / settings.CONFIG).write_bytes(content)
    with pytest.raises(UserError, match=f"config/config.yaml.*{re.escape(words)}"):
        settings.configuration(tmp_path)


def test_a_configuration_that_is_a_folder_is_refused(tmp_path):
    (tmp_path / settings.CONFIG).mkdir(parents=True)
    with pytest.raises(UserError, match="cannot be read"):
        settings.configuration(tmp_path)


@pytest.mark.parametrize("given", [".", "..", "src/made", "results/..", "docs", ".git", "/"])
def test_results_may_not_lie_where_the_study_does(tmp_path, given):
    with pytest.raises(UserError, match="where the study itself lies; name another folder"):
        settings.place_of_results(given, tmp_path)


@pytest.mark.parametrize("given", ["re{s}", "~/x", "a\nb", " results", "s3://bucket/x", "a\0"])
def test_results_need_a_name_that_everything_takes_as_it_is(tmp_path, given):
    with pytest.raises(UserError, match="write a path as it is"):
        settings.place_of_results(given, tmp_path)


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("results", "results"),
        ("./results/", "results"),
        ("results of another day", "results of another day"),
        ("../elsewhere", "../elsewhere"),
        ("/data//x", "/data/x"),
    ],
)
def test_other_folders_are_taken_in_their_plainest_form(tmp_path, given, plain):
    assert settings.place_of_results(given, tmp_path) == plain
