"""How much of a build goes into starting interpreters, and not into work.

Builds everything into a new folder on one core and compares the wall time with the sum of what the
bodies of the jobs took (the last line of each job's log; what they import counts as work). The
report, a second Snakemake, counts as overhead. Run it from the root of the checkout,
with other settings if wanted:

    .venv/bin/python benchmarks/overhead.py effort=quick
"""

import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def main() -> None:
    with tempfile.TemporaryDirectory(dir=".", prefix="build-") as folder:
        build = [sys.executable, "-m", "snakemake", "--cores", "1", "--quiet", "progress", "rules"]
        start = time.perf_counter()
        settings = [f"results={Path(folder).name}", *sys.argv[1:]]
        subprocess.run([*build, "--config", *settings], check=True)
        wall = time.perf_counter() - start
        work = {}
        for log in Path(folder, "logs").rglob("*.log"):
            seconds = re.search(r"^worked for (.*) s$", log.read_text(), flags=re.MULTILINE)
            if seconds:
                work[log.relative_to(folder)] = float(seconds[1])
    for log, seconds in sorted(work.items(), key=lambda pair: -pair[1]):
        print(f"{seconds:8.2f} s  {log}")
    total = sum(work.values())
    print(f"{total:8.2f} s  work in {len(work)} jobs")
    print(f"{wall:8.2f} s  wall time on one core: overhead {1 - total / wall:.0%}")


if __name__ == "__main__":
    main()
