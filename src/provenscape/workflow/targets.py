"""What may be asked of the workflow, and what it says at the end."""

import contextlib
import io
import os
import shlex
from collections.abc import Iterable, Sequence
from pathlib import Path

from snakemake.cli import parse_args

from provenscape.errors import UserError, did_you_mean
from provenscape.study.inventory import INVENTORY


def require_place(root: Path) -> None:
    """Raise UserError unless the workflow runs in the folder of a study, from which all paths
    start. The workflow of a checkout, whose folder is `root`, is that of another study too."""
    if (Path.cwd() / INVENTORY).exists():
        return
    if (root / INVENTORY).exists():
        raise UserError(
            f"{Path.cwd()}: not the folder of this study; run it there: "
            f"snakemake --snakefile {shlex.quote(str(root / 'workflow/Snakefile'))} "
            f"--directory {shlex.quote(str(root))}"
        )
    raise UserError(
        f"{Path.cwd()}: no study, for it has no {INVENTORY}; run this in the folder of one, or "
        "begin one there with `provenscape new`"
    )


def require_writable(paths: Iterable[str]) -> None:
    """Raise UserError unless each of the files `paths` can be written, made or replaced."""
    for folder in sorted({Path(path).parent for path in paths}):
        nearest = folder
        while not os.path.lexists(nearest) and nearest != nearest.parent:
            nearest = nearest.parent
        if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
            what = "cannot be written to" if nearest.is_dir() else "is a file, not a folder"
            if not nearest.exists():
                what = "is a link to nowhere"
            raise UserError(
                f"{nearest}: {what}; make it a writable folder, "
                "or set another `results` in config/config.yaml"
            )


def require_notes() -> None:
    """Raise UserError unless Snakemake can keep its notes, in `.snakemake` of this folder."""
    folder = Path(".snakemake") if Path(".snakemake").exists() else Path.cwd()
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UserError(
            f"{folder}: cannot be written to; make it writable, Snakemake keeps its notes there"
        )


def asked(arguments: Sequence[str]) -> list[str]:
    """Return the targets among the arguments of Snakemake's command line."""
    with contextlib.redirect_stderr(io.StringIO()):  # it tells which profile it reads, once more
        return [str(target) for target in parse_args(list(arguments))[1].targets]


def refuse_unknown(targets: Iterable[str], names: set[str], outputs: set[str]) -> None:
    """Raise UserError if a target is neither the name of a rule nor among the outputs, which have
    to be named as they are."""
    for target in targets:
        if target in names or target in outputs:
            continue
        for same in (os.path.relpath(target), os.path.abspath(target)):
            if same in outputs:
                raise UserError(f"{target}: the workflow names it {same}; ask for that")
        known = outputs if "/" in target else names
        raise UserError(f"{target}: nothing builds it; {did_you_mean(target, known)}")


def print_summary(results: Path) -> None:
    """Print how many claims have which verdict and where to look, once there is a ledger."""
    from provenscape.claims import ledger  # brings SymPy, which the graph of jobs does without

    if (results / "ledger.json").exists():
        print(f"\n{ledger.summary(results)}\n")
        if (results / "dossier/index.html").exists():
            print(f"Open {results / 'dossier/index.html'} to read, search and cite them.\n")
