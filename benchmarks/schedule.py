"""How well a build's jobs fill the cores, computed from the processor time of each of them.

The jobs of a build start as Snakemake starts them: of those whose tables are there, that of the
highest priority (`workflow/seconds.yaml`) goes to the first free core. Their times are those in the
logs of `results`, as if no other process had the cores; Snakemake's own time, and that of its
report, are left out. No build runs here. From the root of the checkout:

    .venv/bin/python benchmarks/schedule.py results 2 4 8
"""

import heapq
import sys
from collections.abc import Mapping
from pathlib import Path

import job_times

from provenscape.study import registry, settings
from provenscape.study.registry import Study

LAST = ("dossier", "manifest", "provenance")  # each waits for all before it


def waits(study: Study) -> dict[str, set[str]]:
    """For each job, by the name of its log, the jobs that it waits for."""
    makers = {
        f"{made.chapter}/{table}": f"experiments/{made.chapter}/{made.name}"
        for made in study.experiments
        for table in made.tables
    }
    found: dict[str, set[str]] = {name: set() for name in makers.values()}
    found |= {f"proofs/{chapter}": set() for chapter in study.proofs}
    for figure in study.figures:
        tables = {makers[source] for source in figure.sources}
        found.setdefault(f"figures/{figure.chapter}", set()).update(tables)
    found["supported"] = {makers[table] for claim in study.sampled for table in claim.tables}
    found["ledger"] = {"supported", *(f"proofs/{chapter}" for chapter in study.proofs)}
    for name in LAST:
        found[name] = set(found)
    return found


def makespan(
    seconds: Mapping[str, float],
    waits: Mapping[str, set[str]],
    priority: Mapping[str, int],
    cores: int,
) -> tuple[float, str]:
    """When the last job ends, and which it is."""
    left = {name: set(before) for name, before in waits.items()}
    running: list[tuple[float, str]] = []
    now, last = 0.0, ""
    while left or running:
        ready = [name for name, before in left.items() if not before]
        ready.sort(key=lambda name: (-priority.get(name.replace("/", "_"), 0), name))
        for name in ready[: cores - len(running)]:
            heapq.heappush(running, (now + seconds[name], name))
            del left[name]
        now, last = heapq.heappop(running)
        for before in left.values():
            before.discard(last)
    return now, last


def main() -> None:
    results, *counts = sys.argv[1:] or ["results", "2"]
    seconds = {name: both[0] for name, both in job_times.read(Path(results)).items()}
    before = waits(registry.read(Path.cwd()))
    priority = {
        rule.replace("experiment_", "experiments_", 1): count
        for rule, count in settings.read(Path("workflow/seconds.yaml")).items()
    }
    missing = sorted(set(before) - set(seconds))
    if missing:
        raise SystemExit(f"error: {results} has no time of {missing[0]}; build it anew")
    work = sum(seconds[name] for name in before)
    longest = max(before, key=seconds.__getitem__)
    print(
        f"{work:8.1f} s  work of {len(before)} jobs; the longest, {longest}, {seconds[longest]:.1f}"
    )
    for cores in map(int, counts):
        end, last = makespan(seconds, before, priority, cores)
        share = end / (work / cores)
        print(f"{end:8.1f} s  on {cores} cores, {share:.3f} times work/{cores}; the last is {last}")


if __name__ == "__main__":
    main()
