"""The table of faults in docs/benchmarks.md."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from scipy.stats import binomtest

from mutation.choice import is_record
from provenscape.study.files import write_text

BEGIN, END = "<!-- mutants: begin -->", "<!-- mutants: end -->"
REASONS = "benchmarks/mutation/lived.yaml"


def read(path: Path) -> list[list[dict[str, Any]]]:
    """The answers for each fault in a file of answers, the first first."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    found: dict[str, list[dict[str, Any]]] = {}
    for one in map(json.loads, lines):
        found.setdefault(one["fault"], []).append(one)
    return list(found.values())


def known(root: Path) -> dict[str, str]:
    """Why faults lived."""
    return yaml.safe_load((root / REASONS).read_text(encoding="utf-8")) or {}


def equal(fault: str, reasons: Mapping[str, str]) -> bool:
    """Whether the fault changes nothing."""
    return reasons.get(fault, "").startswith("equal")


def publish(root: Path, state: Path) -> None:
    """Write the table between its marks: a row a sample, then what lived at first and why."""
    reasons = known(root)
    samples = {path.stem: read(path) for path in sorted(state.glob("*.jsonl"))}
    table = [
        "| sample and seed | faults | change nothing | noticed (95 %) "
        "| not by a record alone (95 %) | lived with tests not run "
        "| noticed once tests were written |",
        "|---|--:|--:|--:|--:|--:|--:|",
        *(row(name, answers, reasons) for name, answers in samples.items() if answers),
    ]
    lived = ["| what lived at first | in | what then |", "|---|---|---|"]
    for name, answers in samples.items():
        for first, last in ((one[0], one[-1]) for one in answers):
            if not first["by"]:
                now = f"`{last['by']}` notices it" if last["by"] else "no test notices it"
                lived.append(
                    f"| `{cell(first['fault'])}` | {name} | {reasons.get(first['fault'], now)} |"
                )
    text = (root / "docs/benchmarks.md").read_text(encoding="utf-8")
    before, after = text[: text.index(BEGIN) + len(BEGIN)], text[text.index(END) :]
    written = "\n".join([*table, "", *lived])
    write_text(root / "docs/benchmarks.md", f"{before}\n{written}\n{after}")


def row(name: str, answers: Sequence[Sequence[dict[str, Any]]], reasons: Mapping[str, str]) -> str:
    """How many were noticed at first and are now, with intervals of Clopper and Pearson."""
    counted = [one for one in answers if not equal(one[0]["fault"], reasons)]
    first, now = ([one[at] for one in counted if one[at]["by"]] for at in (0, -1))
    facts = [one for one in first if not is_record(one["by"])]
    untried = sum(not one[0]["by"] and one[0].get("not_run", 0) > 0 for one in counted)
    shares = " | ".join(share(len(some), len(counted)) for some in (first, facts))
    return (
        f"| {name} | {len(answers)} | {len(answers) - len(counted)} | {shares} | {untried} "
        f"| {len(now)} of {len(counted)} |"
    )


def share(noticed: int, faults: int) -> str:
    low, high = (100 * end for end in binomtest(noticed, faults).proportion_ci(0.95))
    return f"{noticed}: {100 * noticed / faults:.0f} % ({low:.0f} to {high:.0f})"


def cell(words: str) -> str:
    return words.replace("|", "\\|").replace("`", "'")
