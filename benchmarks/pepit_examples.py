"""Exact worst cases of PEPit's own examples, with their default arguments.

    .venv/bin/python benchmarks/pepit_examples.py            # a table of Markdown, then the count
    .venv/bin/python benchmarks/pepit_examples.py --seconds 20 heavy_ball silver

Each example is run as a script by `provenscape.rate`, as `provenscape rate` does, with a limit of
processor time for script and proof together. An example counts as proved if every performance
problem that it solves has an exact upper bound that the checker accepts.
"""

import argparse
import resource
from pathlib import Path

import PEPit.examples

from provenscape.errors import UserError
from provenscape.rate import script, worst

ROOT = Path(PEPit.examples.__file__).parent
LONG = 60  # characters of an exact rate that are shown
HEAD = "| example | proved | worst case, exactly | value | PEPit | published | s |"


def examples(words: list[str]) -> list[Path]:
    """The examples whose names have one of the words, or all; the template is none."""
    paths = sorted(p for p in ROOT.glob("*/*.py") if p.name != "__init__.py")
    return [p for p in paths if not words or any(w in str(p.relative_to(ROOT)) for w in words)]


def used() -> float:
    """Processor time of the processes that ended."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def row(name: str, found: list[dict], seconds: float) -> str:
    """One line of the table: the last problem, and how many there are."""
    last = found[-1]
    many = f" ({len(found)} problems)" if len(found) > 1 else ""
    pepit = f"{last['pepit']:.8g}" if last.get("pepit") is not None else ""
    bad = [one for one in found if one["status"] != "proved"]
    if bad:
        return f"| {name}{many} | no | {bad[0]['reason']} | | {pepit} | | {seconds:.1f} |"
    rate = last["rate"] if len(last["rate"]) <= LONG else f"of degree {last['degree']}"
    proved = "attained" if last["attained"] else "bound"
    published = "; ".join(last["published"].values())
    cells = [f"{name}{many}", proved, rate, f"{last['value']:.12g}", pepit, published]
    return f"| {' | '.join(cells)} | {seconds:.1f} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("words", nargs="*")
    options = parser.parse_args()
    print(HEAD, "|---|---|---|---|---|---|---|", sep="\n")
    counts = {"attained": 0, "bound": 0, "no": 0}
    for path in examples(options.words):
        before = used()
        try:
            found = worst.results(path, script.run, options.seconds)
        except UserError as error:
            reason = str(error).removeprefix(f"{path}: ")
            found = [{"status": "not proved", "reason": reason}]
        line = row(f"{path.parent.name}/{path.stem}", found, used() - before)
        counts[line.split(" | ")[1]] += 1
        print(line, flush=True)
    print(
        f"\n{counts['attained']} proved and attained, {counts['bound']} proved, {counts['no']} not"
    )


if __name__ == "__main__":
    main()
