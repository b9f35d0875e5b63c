"""The sources of the study: all files that are written by people."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from provenscape.errors import UserError
from provenscape.study import registry, settings
from provenscape.study.files import within

TOP = (
    ".ci", ".containerignore", ".github", ".gitignore", ".pre-commit-config.yaml",
    ".snakemake-workflow-catalog.yml", ".zenodo.json", "CHANGELOG.md",
    "CITATION.cff", "CONTRIBUTING.md", "Containerfile", "LICENSE", "Makefile", "README.md",
    "Snakefile", "environment.yml", "pyproject.toml", "pytest.ini", "requirements.lock",
    *settings.OWN,
)  # fmt: skip
MADE = ("__pycache__", ".egg-info", ".pyc", ".vo", ".vok", ".vos", ".glob", ".aux")


def files(root: Path) -> list[str]:
    """The paths of the sources below `root`, sorted.

    In a checkout they are the files that git tracks, elsewhere (in an archive that was unpacked)
    those in the folders of `TOP`, without what Python and other programs leave there.
    """
    tracked = _tracked(root)
    found = _found(root) if tracked is None else tracked
    return sorted(path for path in found if _is_source(*path.split("/")))


def _is_source(top: str, *below: str) -> bool:
    return top in TOP and not any(part.startswith(".") or part.endswith(MADE) for part in below)


def _tracked(root: Path) -> list[str] | None:
    """What git tracks and is still there; None without git."""
    if not (root / ".git").exists():
        return None
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached"], cwd=root, capture_output=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    return [path for path in listed.decode("utf-8").split("\0") if (root / path).is_file()]


def _found(root: Path) -> list[str]:
    present = [root / name for name in TOP if (root / name).exists()]
    return [path.relative_to(root).as_posix() for path in within(present)]


def require_complete(root: Path, listed: Iterable[str]) -> None:
    """Raise UserError if an experiment, a figure or a proof of the study is not listed."""
    study = registry.read(root)
    used = {made.path for made in study.experiments} | {drawn.path for drawn in study.figures}
    used |= {claim.path for claim in study.sampled}.union(*study.proofs.values())
    missing = {path.relative_to(root).as_posix() for path in used} - set(listed)
    for path in sorted(missing):
        raise UserError(f"{path}: git does not track it; `git add {path}`, or take it away")
