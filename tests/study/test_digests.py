"""What is noted of a result is what the last job that made it has left, whatever its name."""

import pytest

from provenscape.errors import UserError
from provenscape.study import digests


def test_a_job_that_was_renamed_leaves_no_note_that_contradicts_the_new_one(tmp_path):
    path, beside = tmp_path / "table.csv", tmp_path / "beside.csv"
    for job, content in (("verdicts_table", "1\n"), ("table", "2\n"), ("a_table", "3\n")):
        made = [path, beside] if job == "verdicts_table" else [path]
        digests.begin(job, made, tmp_path)
        for file in made:
            file.write_text(content, encoding="utf-8")
        digests.finish(job, made, tmp_path)
        digests.require([path, beside], tmp_path)
    assert digests.changed(tmp_path) == []
    path.write_text("1\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"table\.csv was changed"):
        digests.require([path], tmp_path)
