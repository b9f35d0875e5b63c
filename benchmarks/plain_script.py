"""What the workflow costs beside a plain script that calls the same functions one after another.

Both make the tables, claims and figures of some chapters in a new folder: Snakemake on one core, a
process for each job; and this process in a loop, which notes no digests, keeps no logs and begins
from nothing when anything changes. Then their files are compared byte for byte. Processor time of
all that was started, and wall time, which other work on the machine lengthens. Run it from the root
of the checkout, with chapters whose figures draw no tables of others:

    .venv/bin/python benchmarks/plain_script.py [quick|full] CHAPTER [CHAPTER …]
"""

import provenscape  # noqa: F401, I001  (pins the numerical environment: before NumPy)

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from provenscape.claims import verification
from provenscape.figures.chapter import draw_chapter
from provenscape.study import experiments, registry, settings, tables
from provenscape.study.files import write_text

ROOT = Path()


def measured(label: str, work: Callable[[], object]) -> None:
    """Print the processor and wall seconds of some work and what it starts."""

    def spent() -> float:
        used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(one.ru_utime + one.ru_stime for one in used)

    begun, clock = spent(), time.perf_counter()
    work()
    print(f"{label:<22}{spent() - begun:>12.1f}{time.perf_counter() - clock:>12.1f}", flush=True)


def plain(study: registry.Study, chapters: list[str], effort: str, results: Path) -> None:
    """The same functions, in a loop."""
    config = settings.read(settings.CONFIG)
    for made in study.experiments:
        if made.chapter in chapters:
            parameters = made.parameters[effort]
            frames = experiments.run(made.path, parameters, config["seed"], made.tables)
            for name, frame in frames.items():
                tables.write(frame, results / f"data/{made.chapter}/{name}.csv")
    for chapter in chapters:
        records = verification.verify_chapter(chapter, ROOT)
        text = json.dumps(records, indent=1, sort_keys=True, ensure_ascii=False)
        write_text(results / f"claims/{chapter}.json", text + "\n")
        drawn = {
            figure.name: registry.parameters_behind(figure, study.experiments, effort)
            for figure in study.figures
            if figure.chapter == chapter
        }
        widths = config["column_width"], config["page_width"]
        draw_chapter(Path("figures", chapter), results, drawn, *widths)


def main() -> None:
    effort = sys.argv[1] if sys.argv[1:2] in (["quick"], ["full"]) else "quick"
    study = registry.read(ROOT)
    chapters = [name for name in sys.argv[1:] if name in study.chapters]
    if not chapters:
        sys.exit(f"error: no chapter; give some of {', '.join(study.chapters)}")
    with tempfile.TemporaryDirectory(dir=".", prefix="build-") as folder:
        own, built = Path(folder, "plain"), Path(Path(folder).name, "workflow")
        claims = [f"{built}/claims/{chapter}.json" for chapter in chapters]
        files = [
            f"{built}/figures/{figure.chapter}/{figure.name}.{kind}"
            for figure in study.figures
            for kind in registry.FORMATS
            if figure.chapter in chapters
        ] + [
            f"{built}/data/{made.chapter}/{table}.csv"
            for made in study.experiments
            for table in made.tables
            if made.chapter in chapters
        ]
        command = [sys.executable, "-m", "snakemake", "--cores", "1", "--quiet", "all"]
        more = ["--config", f"results={built}", f"effort={effort}", "--", *claims, *files]
        print(f"{'':<22}{'processor s':>12}{'wall s':>12}")
        measured("plain script", lambda: plain(study, chapters, effort, own))
        measured("workflow, one core", lambda: subprocess.run([*command, *more], check=True))
        same = [
            (built / path.relative_to(own)).read_bytes() == path.read_bytes()
            for path in own.rglob("*")
            if path.is_file() and path.suffix in (".csv", ".json", ".pdf", ".svg", ".png", ".webp")
        ]
        print(f"{sum(same)} of {len(same)} files have the same bytes")


if __name__ == "__main__":
    main()
