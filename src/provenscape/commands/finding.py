"""`provenscape find`: a proof or a counterexample for a claim that has none."""

import argparse
import sys
from pathlib import Path
from typing import Any

from provenscape.errors import UserError

LARGEST = 200_000  # bytes of a file, which states one claim
SHOWN = 20  # lines of what was found
STATUS = {"proved": 0, "certified": 0, "refuted": 3, "nothing": 4, "contradiction": 5}
LONGER = "give it longer (--seconds 600)"
NEXT = (
    "state a step on the way as a claim of its own, and find that first",
    "add hypotheses that the objects have (signs, bounds, what a square is)",
    "give each conclusion a file of its own; of an iteration say more of the state in the same "
    "invariant, as ge(y) beside ge(x)",
)


def add(commands: Any) -> None:
    """Add the command to the parser."""
    finding = commands.add_parser(
        "find",
        help="find a proof or a counterexample for the claim in a file that has none",
        description="Tries a proof and a counterexample side by side. What is found is verified "
        "in a fresh process and written into the file, whose own text stays. "
        "Exit status: 0 proved; 3 refuted; 4 nothing found in time; 5 the hypotheses contradict "
        "each other; 1 the file has an error; 2 wrong arguments.",
        epilog="examples: provenscape find claim.py · provenscape find claim.py --seconds 600 · "
        "provenscape find claim.py --output done/claim.py",
    )
    finding.add_argument("file", type=Path, metavar="FILE", help="states `claim`, without proof")
    finding.add_argument(
        "--seconds", type=seconds, default=60.0, metavar="N", help="time limit (60)"
    )
    finding.add_argument(
        "--output", type=Path, metavar="FILE", help="write there and leave the file as it is"
    )
    finding.set_defaults(command=run)


def seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < 1e6:
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds; try 60")
    return value


def require_readable(path: Path) -> None:
    """Raise UserError for a file that cannot state a claim, before anything is loaded or run."""
    from provenscape.claims import reading
    from provenscape.finding.words import with_remedy

    if not path.is_file():
        raise UserError(f"{path}: no such file; give the file of a claim without proof")
    try:
        reading.require_readable(path, LARGEST)
    except UserError as error:
        raise UserError(with_remedy(str(error))) from None


def run(options: argparse.Namespace) -> None:
    """Search, write, and say what came out; the exit status says it too."""
    require_readable(options.file)
    from provenscape.finding.finder import find  # brings SymPy, as the help and a refusal need not

    output = options.output or options.file
    tried: dict[str, list[str]] = {}

    def progress(name: str, what: str, since: float) -> None:
        before = tried.setdefault(name, [])
        if before and before[-1] == what:
            return
        before.append(what)
        print(f"{since:7.1f} s  {name:<15} {what}", file=sys.stderr, flush=True)

    outcome = find(options.file, output, options.seconds, progress)
    if outcome.note:
        print(f"{options.file}: {outcome.note}", file=sys.stderr)
    if outcome.verdict == "nothing":
        print(f"nothing      {options.file}: neither a proof nor a counterexample")
        for name, attempts in tried.items():
            print(f"  tried, {name}: {'; '.join(dict.fromkeys(attempts))}")
        for remark in outcome.remarks:
            print(f"  {remark}")
        more = (LONGER,) if outcome.late else ("all that is tried was tried, so not longer",)
        print(f"  next: {'; '.join((*more, *NEXT))}")
    elif outcome.verdict == "contradiction":
        print(f"contradiction {options.file}: the hypotheses hold nowhere; nothing is written")
        for remark in outcome.remarks:
            print(f"  {remark}")
    else:
        took = f"{outcome.seconds:.1f} s" if outcome.seconds >= 0.05 else "less than 0.1 s"
        print(f"{outcome.verdict:<12} {options.file} in {took}; written: {output}")
        for line in outcome.code.splitlines()[:SHOWN]:
            print(f"  {line}")
        for remark in outcome.remarks:
            print(f"  before `provenscape verify` accepts it: {remark}")
    sys.exit(STATUS[outcome.verdict])
