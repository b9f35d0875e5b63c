"""A study anywhere: begun, built and verified with the package that a wheel installs.

The package is built as a wheel and installed into an environment of its own, which borrows the
libraries of this one; those of Snakemake and pytest are imported before these start. The tutorial
is run there, block by block as it stands, in a folder with a blank in its path; what else is asked
is asked of the study that it leaves.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from provenscape import cli
from provenscape.commands import creating
from provenscape.errors import UserError
from workflow import warm

ROOT = Path(__file__).parents[2]
TUTORIAL = (ROOT / "docs/tutorial.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"[#%] (\S+\.\w+)\n")  # the first line of a block that stands for a file
PROOF = "proofs/descent/short_steps_do_not_lead_away.py"


@dataclass(frozen=True)
class Installed:
    """An environment with the wheel."""

    folder: Path
    wheel: Path

    def run(self, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run a command in it, as a user would."""
        path = os.pathsep.join([str(self.folder / "bin"), os.environ["PATH"]])
        kept = {key: value for key, value in os.environ.items() if key not in warm.OWN}
        return subprocess.run(
            command, cwd=cwd, env=kept | {"PATH": path}, capture_output=True, text=True, timeout=300
        )


@pytest.fixture(scope="session")
def installed(tmp_path_factory):
    base = tmp_path_factory.mktemp("installed")
    source = base / "source"
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in ("src", "workflow"):
        shutil.copytree(ROOT / name, source / name, ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy2(ROOT / name, source / name)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-index"]
    made = [*offline, "--no-build-isolation", "--wheel-dir", str(base), str(source)]
    subprocess.run([*pip, "wheel", *made], check=True)
    (wheel,) = base.glob("*.whl")
    venv.create(base / "venv", with_pip=False)
    into = ["--python", str(base / "venv/bin/python"), "install", *offline, str(wheel)]
    subprocess.run([*pip, *into], check=True)
    (packages,) = base.glob("venv/lib/python*/site-packages")
    (packages / "locked.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    for name in ("snakemake", "pytest"):
        script = base / "venv/bin" / name
        python = warm.python(str(base / "venv/bin/python"))
        script.write_text(f'#!/bin/sh\nexec {python} -m {name} "$@"\n', encoding="utf-8")
        script.chmod(0o755)
    return Installed(base / "venv", wheel)


@dataclass(frozen=True)
class Told:
    """A block of the tutorial that was run: what it is, what it said, what it is said to say."""

    command: str
    output: str
    expected: tuple[str, ...]


@pytest.fixture(scope="session")
def tutorial(installed, tmp_path_factory):
    """The study that the tutorial leaves, and its blocks."""
    place = tmp_path_factory.mktemp("else where")
    told: list[Told] = []
    for language, body in BLOCK.findall(TUTORIAL):
        named = NAMED.match(body)
        if language == "text":
            lines = tuple(line for line in body.splitlines() if line)
            if told:
                told[-1] = Told(told[-1].command, told[-1].output, lines)
        elif language != "bash":
            (place / named[1]).parent.mkdir(parents=True, exist_ok=True)
            (place / named[1]).write_text(body[named.end() :], encoding="utf-8")
        elif shutil.which("pdflatex") or "pdflatex" not in body:
            run = installed.run("bash", "-euo", "pipefail", "-c", f"{body}\npwd", cwd=place)
            assert run.returncode == 0, f"{body}\n{run.stdout}\n{run.stderr}"
            told.append(Told(body, run.stdout + run.stderr, ()))
            place = Path(run.stdout.splitlines()[-1])
    return place, told


@pytest.fixture
def study(tutorial, tmp_path):
    """A copy of that study, to be changed at will."""
    shutil.copytree(tutorial[0], tmp_path / "study")
    return tmp_path / "study"


@pytest.fixture
def begun(tmp_path, monkeypatch):
    """A study just begun, entered."""
    creating.begin(tmp_path / "study")
    monkeypatch.chdir(tmp_path / "study")
    return tmp_path / "study"


def test_the_workflow_is_in_the_wheel_as_it_is_in_the_repository(installed):
    with zipfile.ZipFile(installed.wheel) as wheel:
        place = "provenscape/workflow/definition/"
        packed = {n.removeprefix(place): wheel.read(n) for n in wheel.namelist() if place in n}
    folders = ("report", "rules", "schemas", "scripts")
    files = [
        ROOT / "workflow/Snakefile",
        *(p for f in folders for p in (ROOT / "workflow" / f).glob("*.*")),
    ]
    assert packed == {p.relative_to(ROOT / "workflow").as_posix(): p.read_bytes() for p in files}


def test_every_block_of_the_tutorial_says_what_stands_below_it(tutorial):
    _, told = tutorial
    assert sum(bool(block.expected) for block in told) >= 5
    for block in told:
        for line in block.expected:
            assert line in block.output, f"{block.command}\n{block.output}"


def test_the_package_that_built_it_is_the_installed_one(installed, tutorial):
    where = installed.run(
        "python", "-c", "import provenscape; print(provenscape.__file__)", cwd=tutorial[0]
    )
    assert Path(where.stdout.strip()).is_relative_to(installed.folder)


def test_the_ledger_of_the_tutorial_has_its_verdicts(tutorial):
    root, _ = tutorial
    claims = json.loads((root / "results/ledger.json").read_text(encoding="utf-8"))["claims"]
    assert {claim["id"]: claim["verdict"] for claim in claims} == {
        "short-steps-do-not-lead-away": "proved",
        "steps-below-two-over-l-lead-nearer": "proved",
        "steps-up-to-two-over-l-lead-nearer": "repaired",
    }
    page = (root / "results/dossier/items/P-02.html").read_text(encoding="utf-8")
    assert "limiting_step" in page and "Step lengths" in page
    entries = (root / "results/paper/provenscape.bib").read_text(encoding="utf-8")
    assert "author = {Doe, Jane}" in entries and " 1.0.0, page " in entries
    assert not (root / "results/dossier/live.html").exists()


def test_the_paper_of_the_tutorial_has_every_citation(tutorial):
    root, told = tutorial
    if not any("pdflatex" in block.command for block in told):
        pytest.skip("there is no pdflatex")
    log = (root / "paper.log").read_text(encoding="latin-1")
    assert "undefined" not in log and "Error" not in log


def test_the_workflow_of_the_tutorial_imports_all_of_it_or_single_rules(tutorial):
    _, told = tutorial
    (block,) = (block for block in told if "larger.smk" in block.command)
    whole, single = block.output.split("This was a dry-run")[:2]
    assert planned(whole) == {
        "provenscape_proofs_descent", "provenscape_experiment_descent_distances",
        "provenscape_figures_descent", "paper",
    }  # fmt: skip
    assert planned(single) == {
        "experiment_descent_distances", "figure_descent_limiting_step", "proofs_descent", "paper",
    }  # fmt: skip


def planned(output):
    """The rules of a dry run."""
    table = output.split("Job stats:")[1].split("\ntotal")[0].splitlines()[3:]
    return {line.split()[0] for line in table}


def test_a_broken_proof_fails_the_build_and_the_tests_with_its_line(installed, study):
    path = study / PROOF
    text = path.read_text(encoding="utf-8").replace("eta * L * x**2}", "eta * L * x**2 / 2}")
    path.write_text(text, encoding="utf-8")
    build = installed.run("snakemake", "--cores", "1", "results/claims/descent.json", cwd=study)
    tests = installed.run("pytest", "-p", "no:cacheprovider", "proofs", cwd=study)
    assert build.returncode == 1 and tests.returncode == 1
    assert "3 passed" in tests.stdout and "Traceback" not in tests.stdout
    line = text[: text.index("return combine")].count("\n") + 1
    for output in (build.stderr, tests.stdout):
        assert f"{PROOF}:{line}: short-steps-do-not-lead-away has no verdict: " in output


def test_a_study_of_one_claim_needs_no_more_than_that(installed, tmp_path):
    creating.begin(tmp_path / "study")
    root = tmp_path / "study"
    for name in ("experiments", "figures", "tests", "profiles"):
        shutil.rmtree(root / name)
    for name in ("README.md", "pytest.ini", "requirements.lock", ".gitignore"):
        (root / name).unlink()
    run = installed.run("snakemake", "--cores", "2", "dossier", cwd=root)
    assert run.returncode == 0, run.stderr
    assert (root / "results/dossier/claims/short-steps-do-not-lead-away.html").exists()
    sampled = 'EVIDENCE = {"table": "counts", "setting": "own"}\n'
    text = f'"""Judged on tables."""\n{sampled}{sampled.replace("EVIDENCE", "CONTROL")}'
    (root / "proofs/descent/often.py").write_text(text, encoding="utf-8")
    run = installed.run("pytest", "-p", "no:cacheprovider", "-rs", "proofs", cwd=root)
    assert run.returncode == 0 and "proved            1" in run.stdout, run.stdout
    assert "judged on descent/counts, which `snakemake` builds" in run.stdout


def test_elsewhere_the_plugin_imports_nothing_and_pins_nothing(installed, tmp_path):
    (tmp_path / "proofs/descent").mkdir(parents=True)
    (tmp_path / "proofs/descent/claim.py").write_text("1 / 0\n", encoding="utf-8")
    (tmp_path / "test_idle.py").write_text(
        "import os, sys\n\n\ndef test_idle(request):\n"
        "    assert request.config.pluginmanager.has_plugin('pytest_provenscape')\n"
        "    assert 'provenscape' not in sys.modules\n"
        "    assert 'SYMPY_GROUND_TYPES' not in os.environ\n",
        encoding="utf-8",
    )
    run = installed.run(
        *("env", "-u", "SYMPY_GROUND_TYPES", "python", "-m", "pytest", "-p", "no:cacheprovider"),
        cwd=tmp_path,
    )
    assert run.returncode == 0 and "1 passed" in run.stdout, run.stdout


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            (PROOF, "given=", 'facts={"short": "a-fact"}, given='),
            ["a-fact is not in documents/facts"],
        ),
        ((PROOF, '"P-01"', '"P-10"'), [f"{PROOF}:14", "P-10", "did you mean P-01?"]),
        ((PROOF, '"whole"', '"part one"'), ["P-01 has no part one in documents/parts.yaml"]),
        ((PROOF, "tight=True,", 'tight=True, repairs="another",'), ["another", "no such claim"]),
    ],
)
def test_what_is_referred_to_and_missing_is_named(begun, capsys, change, words):
    name, old, new = change
    text = (begun / name).read_text(encoding="utf-8")
    assert old in text
    (begun / name).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(SystemExit):
        cli.main(["verify"])
    (line,) = capsys.readouterr().err.splitlines()
    assert all(word in line for word in words), line


def test_two_studies_of_one_name_begin_with_the_same_bytes(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        creating.begin(tmp_path / folder / "study")
    found = [
        {
            p.relative_to(tmp_path / f).as_posix(): p.read_bytes()
            for p in (tmp_path / f).rglob("*.*")
        }
        for f in ("one", "two")
    ]
    assert found[0] == found[1] and len(found[0]) > 10


@pytest.mark.parametrize("mask", [0o077, 0o022])
def test_who_may_enter_a_study_is_left_to_the_user(tmp_path, mask):
    before = os.umask(mask)
    try:
        creating.begin(tmp_path / "study")
    finally:
        os.umask(before)
    places = [tmp_path / "study", *(tmp_path / "study").rglob("*")]
    assert {p.stat().st_mode & 0o777 for p in places if p.is_dir()} == {0o777 & ~mask}
    assert {p.stat().st_mode & 0o777 for p in places if p.is_file()} == {0o666 & ~mask}


def test_an_empty_folder_becomes_a_study_where_it_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    creating.begin(Path())
    assert (tmp_path / "documents/inventory.csv").exists() and (tmp_path / ".gitignore").exists()
    assert not list(tmp_path.glob(".new-*"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("full", "full: not empty; name a new folder"),
        ("file", "file: a file, not a folder"),
        ("gone/study", "there is no folder gone; make that first"),
        ("-x", "'-x': not a name for a study"),
        ("a{b}", "not a name for a study"),
        ("a\nb", "not a name for a study"),
        ("trailing ", "not a name for a study"),
        ("file/study", "there is no folder file; make that first"),
        ("/proc/study", "/proc/study: cannot be made"),
    ],
)
def test_a_folder_that_cannot_be_a_study_is_refused_in_one_line(tmp_path, monkeypatch, name, words):
    monkeypatch.chdir(tmp_path)
    Path("full/inside").mkdir(parents=True)
    Path("file").touch()
    with pytest.raises(UserError) as caught:
        creating.begin(Path(name))
    assert words in str(caught.value) and "\n" not in str(caught.value)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "full", "inside"]


def test_where_writing_fails_nothing_is_left(tmp_path, monkeypatch):
    def full(path, text):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(creating, "write_text", full)
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty"):
        with pytest.raises(UserError, match="No space left"):
            creating.begin(tmp_path / name)
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]
