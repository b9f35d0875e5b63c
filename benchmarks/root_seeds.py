"""Whether the verdicts on tables hang on the root seed: each judged again on others.

Every experiment that a supported claim is judged on runs with each of the root seeds 1, 2, …, N, at
effort quick or as the second argument says, and the claim is judged as in a build. One line a
claim and seed: the verdict, successes and trials, and those of the control. Below, how often each
claim was supported; the exit status is 1 if one was not, whichever the seed. Run it from the root
of the checkout, by default for ten seeds:

    .venv/bin/python benchmarks/root_seeds.py [N] [quick | full]
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from provenscape.claims import sampling
from provenscape.errors import UserError
from provenscape.study import experiments, registry, tables
from provenscape.study.registry import Experiment, Sampled

SUPPORTED = "supported"
ROWS = ("EVIDENCE", "CONTROL")


def main() -> None:
    seeds = range(1, 1 + (int(sys.argv[1]) if len(sys.argv) > 1 else 10))
    effort = sys.argv[2] if len(sys.argv) > 2 else "quick"
    claims = registry.sampled(Path())
    wanted = {table for claim in claims for table in claim.tables}
    makers = [
        made
        for made in registry.experiments(Path())
        if any(f"{made.chapter}/{table}" in wanted for table in made.tables)
    ]
    width = max(len(claim.path.stem) for claim in claims)
    print(f"{'claim':<{width}}{'seed':>6}  {'verdict':<10}{'counts':>18}{'control':>18}")
    held: Counter[str] = Counter()
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            for made in makers:
                print(f"seed {seed}: {made.chapter}/{made.name}", file=sys.stderr, flush=True)
                write(made, effort, seed, Path(folder))
            for claim in claims:
                name, verdict = claim.path.stem, judged(claim, Path(folder))
                held[name] += verdict == SUPPORTED
                row = "".join(f"{counts(claim, of, Path(folder)):>18}" for of in ROWS)
                print(f"{name:<{width}}{seed:>6}  {verdict:<10}{row}", flush=True)
    print(f"\n{'claim':<{width}}  supported, of {len(seeds)} seeds")
    for claim in claims:
        print(f"{claim.path.stem:<{width}}  {held[claim.path.stem]}")
    raise SystemExit(any(held[claim.path.stem] < len(seeds) for claim in claims))


def write(made: Experiment, effort: str, seed: int, folder: Path) -> None:
    """The tables of an experiment."""
    found = experiments.run(made.path, made.parameters[effort], seed, made.tables)
    for name, table in found.items():
        tables.write(table, folder / made.chapter / f"{name}.csv")


def judged(claim: Sampled, folder: Path) -> str:
    """The verdict, or `none`, and why on the standard error stream."""
    try:
        return str(sampling.verify(claim.path, folder)["verdict"])
    except UserError as error:
        print(error, file=sys.stderr)
        return "none"


def counts(claim: Sampled, name: str, folder: Path) -> str:
    """Successes and trials of the row that EVIDENCE or CONTROL names."""
    row = registry.counted_row(claim.path, registry.literals(claim.path), name)
    successes, trials = sampling.counted(claim.path, row, folder)
    return f"{successes} of {trials}"


if __name__ == "__main__":
    main()
