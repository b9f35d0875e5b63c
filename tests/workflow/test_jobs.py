"""What the log of a job says of its time, and which package its processes import."""

import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import provenscape
from provenscape.workflow.jobs import job, share_package


def test_the_log_of_a_job_ends_with_its_time_and_with_that_of_its_children(tmp_path):
    log, output = tmp_path / "logs/one.log", tmp_path / "one.txt"
    task = SimpleNamespace(
        log=[log], config={"results": tmp_path}, input=[], output=[output], rule="one", resources={}
    )
    with job(task):
        busy = "import time\nwhile time.process_time() < 0.3: pass"
        subprocess.run([sys.executable, "-S", "-c", busy], check=True)
        output.write_text("made")
    (line,) = log.read_text(encoding="utf-8").splitlines()
    found = re.fullmatch(
        r"worked for ([\d.]+) s; processor time ([\d.]+) s, of which ([\d.]+) s to begin", line
    )
    worked, used, begun = map(float, found.groups())
    assert worked >= 0.3
    assert used - begun >= 0.29


def test_processes_of_a_job_import_this_package_first_and_keep_what_was_set(monkeypatch):
    own = str(Path(provenscape.__file__).parents[1])
    mixed = os.pathsep.join(["/a", own, "/b"])
    for given, kept in (("", []), ("/a", ["/a"]), (mixed, ["/a", "/b"])):
        monkeypatch.setenv("PYTHONPATH", given)
        share_package()
        assert os.environ["PYTHONPATH"].split(os.pathsep) == [own, *kept]


@pytest.mark.parametrize("status", [None, 0, 3])
def test_a_job_that_leaves_python_as_if_it_were_done_is_told_so(tmp_path, status):
    log = tmp_path / "logs/one.log"
    task = SimpleNamespace(
        log=[log], config={"results": tmp_path}, input=[], output=[], rule="one", resources={}
    )
    with pytest.raises(SystemExit) as ended, job(task):
        raise SystemExit(status)
    assert ("leaves Python before its end" in str(ended.value)) == (status != 3)
