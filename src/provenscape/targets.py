"""What may be asked of the workflow, and what it says at the end."""

import contextlib
import io
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from snakemake.cli import parse_args

from provenscape.errors import UserError, did_you_mean


def require_writable(results: Path) -> None:
    """Raise UserError unless everything can be written below `results`."""
    for folder in [results, *sorted(results.glob("*/")), *sorted(results.glob("*/*/"))]:
        nearest = folder
        while not nearest.exists():
            nearest = nearest.parent
        if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
            what = "cannot be written to" if nearest.is_dir() else "is a file, not a folder"
            raise UserError(
                f"{nearest}: {what}; make it a writable folder, "
                "or set another `results` in config/config.yaml"
            )


def asked(arguments: Sequence[str]) -> list[str]:
    """Return the targets among the arguments of Snakemake's command line."""
    with contextlib.redirect_stderr(io.StringIO()):  # it tells which profile it reads, once more
        return [str(target) for target in parse_args(list(arguments))[1].targets]


def refuse_unknown(targets: Iterable[str], rules: Iterable[Any]) -> None:
    """Raise UserError if a target that was asked for is neither a rule nor an output of one."""
    rules = list(rules)
    outputs = {str(path) for rule in rules for path in rule.output}
    names = {rule.name for rule in rules}
    for target in targets:
        if target in names or target in outputs or os.path.relpath(target) in outputs:
            continue
        known = outputs if "/" in target else names
        raise UserError(f"{target}: nothing builds it; {did_you_mean(target, known)}")


def print_summary(results: Path) -> None:
    """Print how many claims have which verdict and where to look, once there is a ledger."""
    from provenscape import ledger

    if (results / "ledger.json").exists():
        print(f"\n{ledger.summary(results)}\n")
        if (results / "report.html").exists():
            print(f"Open {results / 'report.html'} to see figures and verdicts.\n")
