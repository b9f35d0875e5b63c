"""pyproject.toml, requirements.lock and environment.yml describe one environment."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
import yaml
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
IMPORTED = [
    canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["dependencies"]
]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
ENTRY = re.compile(
    r"^([a-z0-9-]+)==(\S+)(?: ; ([^\\\n]+?))? \\\n((?:    --hash=\S+(?: \\)?\n)+)", re.M
)
LOCKED = {match[1]: match for match in ENTRY.finditer(LOCK)}


def test_the_lock_consists_of_versions_and_digests_only():
    assert "".join(match[0] for match in LOCKED.values()) == LOCK
    for match in LOCKED.values():
        for digest in match[4].split():
            assert digest == "\\" or re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", digest)


def test_every_dependency_has_a_lowest_version():
    extras = PROJECT["project"]["optional-dependencies"]
    for requirement in map(Requirement, [*PROJECT["project"]["dependencies"], *extras["dev"]]):
        assert [one.operator for one in requirement.specifier] == [">="], requirement


def test_every_declared_dependency_is_locked_at_a_version_that_it_allows():
    declared = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
    declared += PROJECT["project"]["optional-dependencies"]["dev"]
    for requirement in map(Requirement, declared):
        locked = LOCKED[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(locked[2]), requirement


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_what_the_project_imports_is_locked_on_every_platform(python, platform):
    place = {"python_version": python, "python_full_version": f"{python}.1"}
    place |= {"sys_platform": platform}
    for dependency in IMPORTED:
        marker = LOCKED[dependency][3]
        assert marker is None or Marker(marker).evaluate(place), dependency


def test_what_is_installed_is_what_is_locked():
    for name, locked in LOCKED.items():
        try:
            assert version(name) == locked[2], name
        except PackageNotFoundError:
            assert name not in IMPORTED


def test_conda_gives_python_and_pip_and_the_lock_the_rest():
    assert ENVIRONMENT["channels"] == ["conda-forge", "nodefaults"]
    *from_conda, from_pip = ENVIRONMENT["dependencies"]
    assert [re.split(r"[<>=]", line)[0] for line in from_conda] == ["python", "pip"]
    assert from_pip == {"pip": ["-r requirements.lock"]}


def test_python_has_the_same_bounds_everywhere():
    assert PROJECT["project"]["requires-python"] == ">=3.11,<3.14"
    assert ENVIRONMENT["dependencies"][0] == "python>=3.11,<3.14"
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "(3, 11) <= sys.version_info < (3, 14)" in makefile
    assert "Python 3.11, 3.12 or 3.13" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_version_is_the_same_everywhere():
    from provenscape import __version__

    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == __version__
    assert PROJECT["project"]["license"] == citation["license"]


def test_the_citation_has_what_its_format_requires():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
    assert citation["cff-version"] == "1.2.0" and citation["type"] in ("software", "dataset")
    for author in citation["authors"]:
        assert "name" in author or {"family-names", "given-names"} & set(author)


def test_ci_runs_the_two_commands_of_a_user_and_beside_them_only_tries_to_install_coq():
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    begin, end = lines.index("if ! command -v coqc > /dev/null; then"), lines.index("fi")
    commands = [
        line
        for line in lines[:begin] + lines[end + 1 :]
        if not line.startswith(("#", "set ", "cd "))
    ]
    assert commands == ["make", "make test"]
    tried = " ".join(" ".join(lines[begin:end]).replace("\\", " ").split())
    assert "apt-get update -qq > /dev/null && apt-get install -qq --yes --no-install-recom" in tried
    assert tried.count("apt-get ") == 2 + tried.count("command -v apt-get ")
    assert "set -euo pipefail" in lines


def test_the_workflow_is_laid_out_as_the_catalog_wants_it():
    """See https://snakemake.github.io/snakemake-workflow-catalog, standardized usage."""
    usage = yaml.safe_load((ROOT / ".snakemake-workflow-catalog.yml").read_text(encoding="utf-8"))
    flags = {"mandatory-flags", "software-stack-deployment"}
    assert set(usage) == {"usage"} and set(usage["usage"]) == flags
    assert (ROOT / "workflow/Snakefile").is_file() and not (ROOT / "Snakefile").exists()
    assert list((ROOT / "workflow/rules").glob("*.smk"))
    schema = yaml.safe_load((ROOT / "workflow/schemas/config.schema.yaml").read_text("utf-8"))
    told = (ROOT / "config/README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)`", told, flags=re.MULTILINE) == list(schema["properties"])
    readme = (ROOT / "README.md").read_text(encoding="utf-8").lower()
    assert "snakemake" in readme and "workflow" in readme
