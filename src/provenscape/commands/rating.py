"""`provenscape rate`: the exact worst case of a first-order method."""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

from provenscape.commands import written
from provenscape.errors import UserError
from provenscape.study.files import write_text

SECONDS = 60
CLAIM = re.compile(r"[a-z][a-z0-9_]*\.py")
CLOCK = 3  # times the limit, by the clock
SHORT = 1e-3  # of a number, by which PEPit's solver may miss it
LINES = 12  # of a list that are shown


def add(commands: Any) -> None:
    """Add the command to the parser."""
    rating = commands.add_parser(
        "rate",
        help="prove the exact worst case of a first-order method",
        description="FILE is a PEPit script, which is run unchanged: this runs its Python code. Or "
        "it is a YAML file with class, method, start and metric, which is read and never run. "
        "Exit status: 0 each worst case is proved; 1 one is not, or the file is refused.",
    )
    rating.add_argument("file", type=Path, metavar="FILE", help="a script .py, or a file .yaml")
    rating.add_argument(
        "--seconds", type=int, default=SECONDS, help="limit of processor time (default 60)"
    )
    rating.add_argument(
        "--all", action="store_true", help="look for a rate for every number of steps"
    )
    rating.add_argument(
        "--claim", type=Path, metavar="FILE.py", help="with --all: write the proof file"
    )
    rating.add_argument("--json", action="store_true", help="print all that is known as JSON")
    rating.set_defaults(command=run)


def run(options: argparse.Namespace) -> None:
    """Print what is proved of each problem of the file."""
    if options.seconds < 1:
        raise UserError(f"--seconds: {options.seconds} is no limit; give 1 or more")
    if not options.file.is_file():
        raise UserError(f"{options.file}: no such file; give a PEPit script or a YAML file")
    if options.file.suffix not in (".py", ".yaml", ".yml"):
        raise UserError(f"{options.file}: is neither a script .py nor a file .yaml; rename it")
    if options.claim is not None and not options.all:
        raise UserError("--claim: a claim is about every number of steps; add --all")
    if options.file.suffix != ".py":
        from provenscape.rate import kinds, text  # refuse before PEPit and its solvers are loaded

        kinds.require(options.file, text.read(options.file), options.all)
    if options.all:
        _every(options)
        return
    from provenscape.rate import file, script, worst  # bring PEPit and its solvers

    load = script.run if options.file.suffix == ".py" else file.load
    found = worst.results(options.file, load, options.seconds)
    if options.json:
        print(json.dumps(found, indent=1, ensure_ascii=False))
    else:
        print("\n\n".join(_page(one) for one in found))
    if any(one["status"] != "proved" for one in found):
        raise SystemExit(1)


def _every(options: argparse.Namespace) -> None:
    """Print a rate for every number of steps; exit status 1 where none is found."""
    if options.claim is not None:
        if not CLAIM.fullmatch(options.claim.name):
            raise UserError(f"{options.claim}: name it in lower case, as proofs/chapter/my_rate.py")
        written.require_free(options.claim)
    from provenscape.claims.isolation import isolated
    from provenscape.rate import every, limit  # bring PEPit and its solvers

    said, text = isolated(
        lambda: limit.limited(
            lambda: every.rate(options.file, options.claim), options.seconds, str(options.file)
        ),
        str(options.file),
        CLOCK * options.seconds,
        remedy="give it more by --seconds",
        patience=1,
    )
    print(json.dumps(said, indent=1, ensure_ascii=False) if options.json else _said(said))
    if said["status"] != "proved":
        raise SystemExit(1)
    if options.claim is not None:
        write_text(options.claim, text)
        print(written.where(options.claim), file=sys.stderr)


def _said(one: dict[str, Any]) -> str:
    if one["status"] != "proved":
        named = {"no pattern": "no pattern found"}.get(one["status"], one["status"])
        return f"{named}: {one['reason']}"
    lines = ["read as"] + [f"  {line}" for line in one.get("read as", "").splitlines()]
    lines = lines if len(lines) > 1 else []
    lines.append(f"for every N >= {one['from']}: {one['statement']}")
    if "for every" in one:
        lines.append(f"  and every     {one['for every']}")
    lines.append(f"  proved by     {one['way']}; accepted by the kernel, {one['mutants']} false")
    lines[-1] += " neighbours refused"
    for steps, (exact, pepit) in one["compared"].items():
        lines.append(f"  N = {steps:<9} {exact}; PEPit {pepit:.8g}")
    if larger := ", ".join(map(str, one["larger than least"])):
        lines.append(f"  the least?    not if PEPit is right: smaller for N = {larger}")
    elif one["compared"] and one["too small to compare"]:
        lines.append(
            "  the least?    not known: numbers are as small as what PEPit's solver misses"
        )
    elif one["compared"]:
        errs = f"{one['errs by']:.2g}"
        of = "of the conditions: " if one["not known to be sufficient"] else ""
        lines.append(f"  the least?    {of}PEPit's numbers are the same to 3 digits, or to {errs}")
    lines += _conditions(one)
    return "\n".join(lines)


def _page(one: dict[str, Any]) -> str:
    if one["status"] != "proved":
        lines = [f"{one['status']}: {one['reason']}"]
        if "ray" in one:
            lines += _listed("along", one["ray"]["inner products"] | one["ray"]["values"])
        lines += _conditions(one) if "unbounded" in one["status"] else []
        lines += [f"  number        {one['number']}"] if "number" in one else []
        lines += _warned(one)
        if one.get("pepit") is not None:
            lines.append(f"  PEPit         {one['pepit']:.10g}, numerically")
        return "\n".join(lines)
    lines = [_verdict(one), *_conditions(one)]
    lines.append(f"  value         {one['value']:.15g}")
    if one["pepit"] is not None:
        lines.append(f"  PEPit         {one['pepit']:.10g}{_short(one)}")
    lines += [f"  {name:<13} {said}" for name, said in one["published"].items()]
    lines += _listed("multiplier", one["multipliers"])
    if "eigenvalues" in one:
        low, high = one["eigenvalues"]
        lines.append(f"  proved by     eigenvalues from {low} to {high}, each by itself: the most")
        lines[-1] += f" is at {one['eigenvalue']}"
        lines.append(f"  rests on      {one['rests on']}")
    if one["attained"]:
        by = f"by points of dimension {one['extremal']['dimension']}, not known to be of the class:"
        exactly = f"in dimension {one['extremal']['dimension']}, exactly, by"
        lines.append(f"  attained      {by if one['not known to be sufficient'] else exactly}")
        shown = one["extremal"].get("coordinates") or one["extremal"]["inner products"]
        lines += _listed("", shown) + _listed("", one["extremal"]["values"])
    else:
        agrees = "agrees" if one.get("agrees") else "does not agree"
        lines.append(f"  attained      not proved; PEPit's value {agrees} to six digits")
    for value, read in one["read as fractions"].items():
        lines.append(f"  read          {value} as {read}")
    lines += _warned(one)
    return "\n".join(lines)


def _verdict(one: dict[str, Any]) -> str:
    """What is proved: for a class it is a bound alone where its conditions may not suffice."""
    if not one["not known to be sufficient"]:
        return f"worst case {'=' if one['attained'] else '<='} {one['rate']}"
    attained = "; attained by points that satisfy the conditions" if one["attained"] else ""
    operators = all(kind.endswith("Operator") for kind in one["classes"])
    what = "operators" if operators else "functions"
    return f"worst case <= {one['rate']} for {what} of the class{attained}"


def _short(one: dict[str, Any]) -> str:
    """That PEPit's number is smaller than what is attained, by more than its solver misses."""
    if not one["attained"] or one["value"] - one["pepit"] <= SHORT * abs(one["value"]):
        return ""
    return ", which is no bound: the proved number is attained, and larger"


def _conditions(one: dict[str, Any]) -> list[str]:
    """Of which classes the conditions are not known to be sufficient."""
    named = ", ".join(one.get("not known to be sufficient", []))
    said = "necessary, and not known to be sufficient for points to belong to the class"
    return [f"  conditions    of {named}: {said}"] if named else []


def _warned(one: dict[str, Any]) -> list[str]:
    return [f"  warned        {said}" for said in one.get("warned", [])]


def _listed(title: str, entries: dict[str, str]) -> list[str]:
    lines = [f"  {title:<13} {name} = {value}" for name, value in entries.items()]
    rest = len(lines) - LINES
    return lines[:LINES] + ([f"  {'':<13} and {rest} more, see --json"] if rest > 0 else [])
