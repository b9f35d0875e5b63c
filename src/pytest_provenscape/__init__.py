"""Proof files as tests: `pytest` in the folder of a study verifies every claim, each a test, and
ends with a table of verdicts.

A proof file is proofs/<chapter>/<name>.py beside documents/inventory.csv. In every other folder
this plugin is idle: it imports nothing of provenscape, which pins the numerical environment.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

RECORD = "record of a claim"  # the property of a report that holds a study's folder and the record
INVENTORY = "documents/inventory.csv"


def pytest_configure(config: pytest.Config) -> None:
    """Pin the numerical environment of a study before anything imports NumPy."""
    if (config.rootpath / INVENTORY).is_file():
        import provenscape  # noqa: F401


def study_of(path: Path) -> Path | None:
    """The folder of the study of which a file is a proof; None if it is none."""
    if path.suffix != ".py" or path.name.startswith("_") or path.parent.parent.name != "proofs":
        return None
    root = path.parents[2]
    return root if (root / INVENTORY).is_file() else None


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> ProofFile | None:
    """Collect proof files."""
    if study_of(file_path) is None:
        return None
    return ProofFile.from_parent(parent, path=file_path)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> Nothing | None:
    """A proof file is no module of tests, whatever its name and also when named by itself."""
    return None if study_of(module_path) is None else Nothing.from_parent(parent, path=module_path)


class Nothing(pytest.File):
    """A file without tests."""

    def collect(self) -> Iterable[pytest.Item]:
        """None."""
        return ()


class ProofFile(pytest.File):
    """A proof file, which holds one claim."""

    def collect(self) -> Iterator[pytest.Item]:
        """The claim, by its id."""
        yield ProofItem.from_parent(self, name=self.path.stem.replace("_", "-"))


class ProofItem(pytest.Item):
    """A claim; its test verifies it afresh."""

    def runtest(self) -> None:
        """Verify the claim; one that is judged on tables is skipped until these are built."""
        import provenscape  # noqa: F401  (before NumPy)
        from provenscape.study import registry

        root = study_of(self.path)
        assert root is not None
        claims = _claims(root)
        if registry.is_sampled(self.path):
            for table in registry.judged_tables(self.path):
                if not (claims.results / "data" / f"{table}.csv").exists():
                    pytest.skip(f"judged on {table}, which `snakemake` builds")
        self.user_properties.append((RECORD, [str(root), claims.record(self.name)]))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """A mistake of the author in one line."""
        from provenscape.errors import UserError

        if isinstance(excinfo.value, UserError):
            return f"error: {excinfo.value}"
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the claim stands."""
        return self.path, 0, self.name


@cache
def _claims(root: Path) -> Any:
    from provenscape.claims.afresh import Afresh
    from provenscape.study import settings

    return Afresh(root, settings.results(root))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print how many claims have which verdict, for each study."""
    studies: dict[str, dict[str, Any]] = {}
    for root, record in _recorded(terminalreporter):
        studies.setdefault(root, {})[record["id"]] = record
    for root, records in studies.items():
        terminalreporter.section("verdicts of the claims that were verified")
        for line in table(Path(root), records):
            terminalreporter.line(line)


def _recorded(terminalreporter: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            yield from (value for name, value in report.user_properties if name == RECORD)


def table(root: Path, records: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The lines of the table of verdicts, for the records of a study's claims by id."""
    from provenscape.claims.documents import documents
    from provenscape.claims.ledger import MEANING, VERDICTS
    from provenscape.claims.settling import companions, settle
    from provenscape.errors import UserError

    try:
        known = documents(root)
        whole = [r for r in records.values() if companions(r, known) <= set(records)]
        counts = Counter(claim["verdict"] for claim in settle(whole, known))
    except UserError as error:
        yield f"error: {error}"
        return
    for verdict in VERDICTS:
        if counts[verdict]:
            yield f"{verdict:<14}{counts[verdict]:>5}  {MEANING[verdict]}"
    if len(whole) < len(records):
        left = len(records) - len(whole)
        yield f"{'not settled':<14}{left:>5}  refer to claims that were not verified"
    yield f"{'total':<14}{len(records):>5}  `provenscape show ID` tells more"
