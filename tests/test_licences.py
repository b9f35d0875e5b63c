"""Every locked package that is installed states its licence; the actions of CI are pinned."""

import importlib.util
import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
SPEC = importlib.util.spec_from_file_location("licences", ROOT / "benchmarks/licences.py")
licences = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(licences)
WORKFLOW = ROOT / ".github/workflows/check.yml"


def test_every_locked_package_states_its_licence():
    locked = list(licences.locked(licences.LOCK.read_text(encoding="utf-8")))
    said = {name: licences.licence(name) for name, _ in locked}
    assert len(said) > 60 and "numpy" in said
    assert [name for name, words in said.items() if not words] == []
    assert licences.licence("no-such-package") == licences.ABSENT


def test_actions_are_named_by_their_commits_and_may_write_to_a_release_alone():
    text = WORKFLOW.read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", text)
    assert used and all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", name) for name in used)
    content = yaml.safe_load(text)
    assert content["permissions"] == {"contents": "read"}
    rights = {name: job.get("permissions") for name, job in content["jobs"].items()}
    assert rights == {
        "study": None,
        "nightly": None,
        "debian": None,
        "dependencies": None,
        "archive": {"contents": "write"},
    }
    run = [step["run"] for step in content["jobs"]["study"]["steps"] if "run" in step]
    assert run[:2] == ["make", "make test"]
