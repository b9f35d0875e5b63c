"""Tables are the same bytes for the same numbers, and whole or absent."""

import numpy as np
import pandas as pd
import pytest

from provenscape.errors import UserError
from provenscape.study import files, tables


def test_numbers_keep_nine_significant_digits_and_return_as_printed(tmp_path):
    frame = pd.DataFrame({"n": [1, 2], "x": [1 / 3, 1e-12 / 7], "text": ["a,b", "c"]})
    tables.write(frame, tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_text() == 'n,x,text\n1,0.333333333,"a,b"\n2,1.42857143e-13,c\n'
    again = tables.read(tmp_path / "t.csv")
    assert again["x"].tolist() == [0.333333333, 1.42857143e-13]
    tables.write(again, tmp_path / "again.csv")
    assert (tmp_path / "again.csv").read_bytes() == (tmp_path / "t.csv").read_bytes()


def test_rounding_noise_does_not_reach_the_file(tmp_path):
    x = np.random.default_rng(1).standard_normal(1000).round(6)
    for name, noise in (("a", 0), ("b", 1e-13)):
        tables.write(pd.DataFrame({"x": x * (1 + noise)}), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_mixed_columns_negative_zero_and_missing_values_have_one_form(tmp_path):
    frame = pd.DataFrame({"value": [1 / 3, "word", -0.0, np.nan, True, np.float32(0.5)]})
    tables.write(frame, tmp_path / "t.csv")
    expected = ["value", "0.333333333", "word", "0", '""', "True", "0.5"]
    assert (tmp_path / "t.csv").read_text().splitlines() == expected


def test_complex_numbers_and_doubled_columns_are_refused(tmp_path):
    with pytest.raises(UserError, match="two columns instead"):
        tables.write(pd.DataFrame({"x": [1j]}), tmp_path / "t.csv")
    with pytest.raises(UserError, match="same name"):
        tables.write(pd.DataFrame([[1, 2]], columns=["x", "x"]), tmp_path / "t.csv")
    assert not (tmp_path / "t.csv").exists()


def test_a_table_without_rows_is_neither_written_nor_read(tmp_path):
    with pytest.raises(UserError, match="no row"):
        tables.write(pd.DataFrame({"x": []}), tmp_path / "t.csv")
    assert not (tmp_path / "t.csv").exists()
    for content, words in (
        ("", "no table"),
        ("x,y\n", "without rows"),
        ("x,y\n1,2\n1,2,3\n", "no table"),
    ):
        (tmp_path / "t.csv").write_text(content)
        with pytest.raises(UserError, match=rf"t\.csv: .*{words}.*delete it and run again"):
            tables.read(tmp_path / "t.csv")


def test_a_missing_table_says_how_to_build_it(tmp_path):
    with pytest.raises(UserError, match="snakemake"):
        tables.read(tmp_path / "t.csv")


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "t.txt"
    files.write_text(path, "old\n")

    def fail(*_):
        raise OSError("disk full")

    monkeypatch.setattr(files.os, "replace", fail)
    with pytest.raises(UserError, match=r"t\.txt: cannot be written \(disk full\); make room"):
        files.write_text(path, "new\n")
    assert path.read_text() == "old\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match=r"file.*cannot be written.*config\.yaml"):
        files.write_text(tmp_path / "file" / "t.txt", "")


@pytest.mark.parametrize("word", ["NA", "None", "nan", "null", "N/A", ""])
def test_a_setting_may_have_any_name_and_an_empty_cell_is_missing(tmp_path, word):
    tables.write(pd.DataFrame({"setting": [word], "n": [1]}), tmp_path / "t.csv")
    found = tables.read(tmp_path / "t.csv")["setting"]
    assert found.tolist() == [word] if word else found.isna().all()
