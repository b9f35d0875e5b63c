"""Exact worst cases of PEPit's own examples, with their default arguments.

    .venv/bin/python benchmarks/pepit_examples.py            # a table of Markdown, then the count
    .venv/bin/python benchmarks/pepit_examples.py --seconds 20 heavy_ball silver
    .venv/bin/python benchmarks/pepit_examples.py --record run.jsonl   # again: goes on

Each example is run as a script by `provenscape.rate`, as `provenscape rate` does, with a limit of
processor time for script and proof together, whatever the clock says. An example counts as proved
if every performance problem that it solves has an exact upper bound that the checker accepts.
"""

import argparse
import json
import resource
from pathlib import Path
from typing import Any

import PEPit.examples

from provenscape.errors import UserError
from provenscape.rate import script, worst

CLOCK = 60  # times the limit, by the clock: another program may have the processor
ROOT = Path(PEPit.examples.__file__).parent
LONG = 60  # characters of an exact rate that are shown
HEAD = "| example | proved | worst case, exactly | value | PEPit | published | PEPit s | s |"


def examples(words: list[str]) -> list[Path]:
    """The examples whose names have one of the words, or all; the template is none."""
    paths = sorted(p for p in ROOT.glob("*/*.py") if p.name != "__init__.py")
    return [p for p in paths if not words or any(w in str(p.relative_to(ROOT)) for w in words)]


def used() -> float:
    """Processor time of the processes that ended."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def measured(path: Path, seconds: int) -> dict[str, Any]:
    """What is found of one example, with its processor time."""
    before = used()
    try:
        found = worst.results(path, script.run, seconds)
    except UserError as error:
        found = [{"status": "not proved", "reason": str(error).removeprefix(f"{path}: ")}]
    name = f"{path.parent.name}/{path.stem}"
    return {"name": name, "found": found, "seconds": used() - before, "limit": seconds}


def row(name: str, found: list[dict[str, Any]], seconds: float, **_: Any) -> str:
    """One line of the table: the last problem, and how many there are."""
    last = found[-1]
    many = f" ({len(found)} problems)" if len(found) > 1 else ""
    pepit = f"{last['pepit']:.8g}" if last.get("pepit") is not None else ""
    took = f"{last['script seconds']:.1f}" if "script seconds" in last else ""
    bad = [one for one in found if one["status"] != "proved"]
    if bad:
        return f"| {name}{many} | no | {bad[0]['reason']} | | {pepit} | | {took} | {seconds:.1f} |"
    rate = last["rate"] if len(last["rate"]) <= LONG else f"of degree {last['degree']}"
    attained = "points" if last["not known to be sufficient"] else "attained"
    proved = attained if last["attained"] else "bound"
    published = "; ".join(last["published"].values())
    cells = [f"{name}{many}", proved, rate, f"{last['value']:.12g}", pepit, published]
    return f"| {' | '.join(cells)} | {took} | {seconds:.1f} |"


def main() -> None:
    """Print the table; what a record has is not run again."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument(
        "--record", type=Path, help="a file of lines of JSON, which is gone on with"
    )
    parser.add_argument("words", nargs="*")
    options = parser.parse_args()
    worst.CLOCK = CLOCK
    known: dict[str, dict[str, Any]] = {}
    if options.record is not None and options.record.exists():
        lines = map(json.loads, options.record.read_text(encoding="utf-8").splitlines())
        known = {line["name"]: line for line in lines if line["limit"] == options.seconds}
    print(HEAD, "|---|---|---|---|---|---|---|---|", sep="\n")
    counts = {"attained": 0, "points": 0, "bound": 0, "no": 0}
    for path in examples(options.words):
        name = f"{path.parent.name}/{path.stem}"
        if name not in known:
            known[name] = measured(path, options.seconds)
            if options.record is not None:
                with options.record.open("a", encoding="utf-8") as record:
                    record.write(json.dumps(known[name]) + "\n")
        line = row(**known[name])
        counts[line.split(" | ")[1]] += 1
        print(line, flush=True)
    print(
        f"\n{counts['attained']} proved and attained, {counts['points']} attained by points of the "
        f"conditions, {counts['bound']} proved, {counts['no']} not"
    )


if __name__ == "__main__":
    main()
