"""How much of a build goes into starting interpreters and into Snakemake, and not into work.

Builds everything into a new folder on one core, and takes the processor time of all from that of
each job (the last line of its log). What a job imports after it began counts as work. The report, a
second Snakemake, counts as Snakemake's. Run it from the root of the checkout, with other settings
if wanted:

    .venv/bin/python benchmarks/overhead.py effort=quick
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import job_times


def main() -> None:
    with tempfile.TemporaryDirectory(dir=".", prefix="build-") as folder:
        build = [sys.executable, "-m", "snakemake", "--cores", "1", "--quiet", "progress", "rules"]
        settings = [f"results={Path(folder).name}", *sys.argv[1:]]
        subprocess.run([*build, "--config", *settings], check=True)
        times = job_times.read(Path(folder))
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    everything = used.ru_utime + used.ru_stime
    for name, (seconds, _) in sorted(times.items(), key=lambda pair: -pair[1][0]):
        print(f"{seconds:8.2f} s  {name}")
    begun = sum(begin for _, begin in times.values())
    jobs = sum(seconds for seconds, _ in times.values())
    parts = {
        f"work of {len(times)} jobs": jobs - begun,
        "starts of their Pythons": begun,
        "Snakemake": everything - jobs,
        "all": everything,
    }
    for name, seconds in parts.items():
        print(f"{seconds:8.2f} s  {seconds / everything:4.0%}  {name}")


if __name__ == "__main__":
    main()
