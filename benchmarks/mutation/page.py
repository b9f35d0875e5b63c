"""The table of faults in docs/benchmarks.md."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from scipy.stats import binomtest

from mutation.choice import is_record
from provenscape.study.files import write_text

BEGIN, END = "<!-- mutants: begin -->", "<!-- mutants: end -->"
REASONS = "benchmarks/mutation/lived.yaml"


def read(path: Path) -> list[dict[str, Any]]:
    """The last answer of each fault in a file of answers."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return list({(one := json.loads(line))["fault"]: one for line in lines}.values())


def publish(root: Path, state: Path) -> None:
    """Write the table between its marks: a row a sample, then what lived and why."""
    reasons = yaml.safe_load((root / REASONS).read_text(encoding="utf-8")) or {}
    samples = {path.stem: read(path) for path in sorted(state.glob("*.jsonl"))}
    samples = {name: answers for name, answers in samples.items() if answers}
    table = [
        "| sample and seed | faults | noticed | by tests asked later alone | by a record alone "
        "| changes nothing | noticed without records (95 %) |",
        "|---|--:|--:|--:|--:|--:|--:|",
        *(row(name, answers, reasons) for name, answers in samples.items()),
    ]
    lived = ["| what lived | in | why |", "|---|---|---|"]
    for name, answers in samples.items():
        for one in answers:
            if not one["by"]:
                reason = reasons.get(one["fault"], "")
                lived.append(f"| `{cell(one['fault'])}` | {name} | {reason or 'no test'} |")
    text = (root / "docs/benchmarks.md").read_text(encoding="utf-8")
    before, after = text[: text.index(BEGIN) + len(BEGIN)], text[text.index(END) :]
    written = "\n".join([*table, "", *lived])
    write_text(root / "docs/benchmarks.md", f"{before}\n{written}\n{after}")


def row(name: str, answers: Iterable[dict[str, Any]], reasons: dict[str, str]) -> str:
    """How many were noticed, and an interval for the share, of Clopper and Pearson."""
    every = list(answers)
    noticed = [one for one in every if one["by"]]
    recorded = sum(is_record(one["by"]) for one in noticed)
    later = [one["by"].startswith(one["later"]) for one in noticed if one.get("later")]
    equal = sum(reasons.get(one["fault"], "").startswith("equal") for one in every if not one["by"])
    counted, told = len(every) - equal, len(noticed) - recorded
    low, high = (100 * end for end in binomtest(told, counted).proportion_ci(0.95))
    return (
        f"| {name} | {len(every)} | {len(noticed)} | {sum(later) if later else ''} | {recorded} "
        f"| {equal} | {100 * told / counted:.0f} % ({low:.0f} to {high:.0f}) |"
    )


def cell(words: str) -> str:
    return words.replace("|", "\\|").replace("`", "'")
