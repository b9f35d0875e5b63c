"""A project in miniature: the real workflow with two experiments, one figure and one proof, and of
the real documents some items and works."""

import compileall
import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from workflow import warm

SECONDS = 300
ROOT = Path(__file__).parents[2]
COPIED = (
    ".zenodo.json",
    "CITATION.cff",
    "LICENSE",
    "README.md",
    "config",
    "documents",
    "environment.yml",
    "profiles",
    "requirements.lock",
    "src",
    "workflow",
)
DOCUMENTS = ROOT / "documents"
ITEMS = ("E-01,", "N-01,", "O-47,", "O-51,")  # which tests name; of the others one in ten
INVENTORY = (DOCUMENTS / "inventory.csv").read_text(encoding="utf-8").splitlines(keepends=True)
WORKS = (DOCUMENTS / "references.bib").read_text(encoding="utf-8").split("\n\n@")[:5]
CONTENT = {
    "coq/accepted.json": '{"schema": 1, "claims": {}}\n',
    "documents/answers.yaml": "{}\n",
    "documents/facts.yaml": "[]\n",
    "documents/inventory.csv": "".join(
        row for number, row in enumerate(INVENTORY) if number % 10 == 0 or row.startswith(ITEMS)
    ),
    "documents/parts.yaml": "{}\n",
    "documents/references.bib": "\n\n@".join(WORKS) + "\n",
    "src/provenscape/models/powers.py": '''"""A helper."""

import numpy as np


def squares(size):
    return np.arange(size) ** 2.0
''',
    "experiments/critical_points/parabola.py": '''"""A parabola."""

import pandas as pd

from provenscape.models.powers import squares

TABLES = ("points", "numbers")
PARAMETERS = {"quick": {"size": 5}, "full": {"size": 50}}


def run(parameters, seed):
    points = pd.DataFrame({"x": range(parameters["size"]), "y": squares(parameters["size"])})
    numbers = pd.DataFrame({"name": ["height"], "value": [points["y"].max()]})
    return {"points": points, "numbers": numbers}
''',
    "experiments/critical_points/columns.yaml": """points:
  x: a number
  y: its square [metres]
""",
    "experiments/hardness/columns.yaml": """no*:
  noise: a random number
""",
    "experiments/hardness/noise.py": '''"""Random numbers."""

import numpy as np
import pandas as pd

TABLES = ("noise",)
PARAMETERS = {"quick": {"size": 5}, "full": {"size": 50}}


def run(parameters, seed):
    noise = np.random.default_rng(seed).standard_normal(parameters["size"])
    return {"noise": pd.DataFrame({"noise": noise})}
''',
    "figures/critical_points/curve.py": '''"""A curve."""

import matplotlib.pyplot as plt

from provenscape.figures import SINGLE_COLUMN

ITEMS = ("E-01",)
TITLE = "A curve"
CAPTION = "The curve $y = x^2$ reaches {height}."
NOTES = "Its points are {height}, at most."
ALT = "A rising curve."
TABLES = {"points": "points"}
VALUES = "numbers"


def draw(tables):
    figure, axes = plt.subplots(figsize=(SINGLE_COLUMN, 2.5))
    axes.plot(tables["points"]["x"], tables["points"]["y"])
    return figure
''',
    "proofs/polyak_lojasiewicz/square.py": (ROOT / "tests/samples/square.py").read_text(
        encoding="utf-8"
    ),
}


@dataclass(frozen=True)
class Project:
    """A checkout in a folder of its own."""

    root: Path

    def write(self, path: str, content: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(content, encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        content = (self.root / path).read_text(encoding="utf-8")
        assert old in content
        self.write(path, content.replace(old, new))

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def snakemake(
        self,
        *arguments: str,
        python: str | Path = "",
        before: Sequence[str] = (),
        **settings: str,
    ) -> subprocess.CompletedProcess[str]:
        """Run `snakemake --cores 2` with more arguments, as a user with these settings would, or
        `before` it; with none of these by a Python that has imported it."""
        environment = {key: value for key, value in os.environ.items() if key not in warm.OWN}
        own = sys.executable if before or settings else warm.python()
        return subprocess.run(
            [*before, python or own, "-m", "snakemake", "--cores", "2", *arguments],
            cwd=self.root,
            env=environment | settings,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )

    def planned(self, *arguments: str) -> set[str]:
        """Return the rules that a dry run would run."""
        run = self.snakemake("--dry-run", *arguments)
        assert run.returncode == 0, run.stderr
        output = run.stdout + run.stderr
        if "Job stats:" not in output:
            return set()
        table = output.split("Job stats:")[1].split("\ntotal")[0].splitlines()[3:]
        return {line.split()[0] for line in table}


def _lay(root: Path) -> Project:
    root.mkdir(parents=True)
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name)
        else:
            shutil.copy2(ROOT / name, root / name)
    project = Project(root)
    for path, content in CONTENT.items():
        project.write(path, content)
    compileall.compile_dir(root / "src", quiet=1)
    return project


@contextmanager
def alone(place: Path) -> Iterator[None]:
    """Make a thing while no other process of the tests makes it."""
    with place.with_suffix(".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def laid(shared):
    """A miniature that was never built, with what Python has compiled; not to be changed."""
    place = shared / "laid"
    with alone(place):
        if not place.exists():
            _lay(place / "project")
    return Project(place / "project")


@pytest.fixture(scope="session")
def first_build(laid, shared):
    """A miniature that was built once, and the run that built it; not to be changed. A user's own
    Python builds the same (test_settings)."""
    place = shared / "miniature"
    with alone(place):
        if not place.exists():
            shutil.copytree(laid.root, place / "project")
            run = Project(place / "project").snakemake()
            told = {"returncode": run.returncode, "stdout": run.stdout, "stderr": run.stderr}
            (place / "run.json").write_text(json.dumps(told), encoding="utf-8")
    told = json.loads((place / "run.json").read_text(encoding="utf-8"))
    return Project(place / "project"), subprocess.CompletedProcess("snakemake", **told)


@pytest.fixture(scope="session")
def archive(first_build, shared):
    """The archive of the miniature, as `snakemake archive` writes it; not to be changed."""
    project, run = first_build
    assert run.returncode == 0, run.stderr
    place = shared / "archived"
    with alone(place):
        if not place.exists():
            shutil.copytree(project.root, place / "project")
            run = Project(place / "project").snakemake("archive")
            assert run.returncode == 0, run.stderr
    (path,) = place.glob("project/results/*.zip")
    return path


@pytest.fixture
def built(first_build, tmp_path):
    """A copy of the built miniature, to be changed at will."""
    project, run = first_build
    assert run.returncode == 0, run.stderr
    shutil.copytree(project.root, tmp_path / "project")
    return Project(tmp_path / "project")


@pytest.fixture
def fresh(laid, tmp_path):
    """A copy of the miniature that was never built, to be changed at will."""
    shutil.copytree(laid.root, tmp_path / "project")
    return Project(tmp_path / "project")
