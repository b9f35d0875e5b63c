"""How many of the project's own claims `provenscape find` finds again, their proofs removed.

    .venv/bin/python benchmarks/find.py [--seconds 20] [--part 1/4] [--new | --missing] [ID ...]
    .venv/bin/python benchmarks/find.py --publish

Of each proof file the text up to the end of its claim is kept: no proof, no witness, no points, no
lemmas. `find` completes that, in a folder of its own, within the time limit; what it writes is
verified afresh. A claim counts as found if it is proved or refuted as the file says, as wrong if it
is the other way round. Answers are kept, one line each, in benchmarks/find.jsonl (not tracked), so
that parts can be run as the load allows; `--publish` writes the table in docs/benchmarks.md. The
claims are taken in the order of the SHA-256 of their names: the first ones are as good as drawn.
"""

import argparse
import ast
import hashlib
import json
import tempfile
from collections import Counter
from itertools import takewhile
from pathlib import Path

from scipy.stats import binomtest

from provenscape.claims.loading import claim_id, proof_files
from provenscape.errors import UserError
from provenscape.finding.finder import find
from provenscape.study.files import write_text

ROOT = Path(__file__).parents[1]
ANSWERS = ROOT / "benchmarks" / "find.jsonl"
PAGE = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- find: begin -->", "<!-- find: end -->"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ids", nargs="*", metavar="ID")
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--part", default="1/1", help="such as 2/4")
    parser.add_argument("--missing", action="store_true", help="only those not found yet")
    parser.add_argument("--new", action="store_true", help="only those not tried yet")
    parser.add_argument("--publish", action="store_true")
    options = parser.parse_args()
    if options.publish:
        publish()
        return
    number, parts = map(int, options.part.split("/"))
    known = answers()
    paths = drawn()
    for index, path in enumerate(paths):
        name = claim_id(path)
        if (options.ids and name not in options.ids) or index % parts != number - 1:
            continue
        if options.missing and known.get(name, {}).get("outcome") == "found":
            continue
        if options.new and name in known:
            continue
        answer = found_again(path, options.seconds)
        with ANSWERS.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(answer, ensure_ascii=False) + "\n")
        print(
            f"{answer['outcome']:<8} {answer['seconds']:6.1f} s  {name}  {answer['why']}",
            flush=True,
        )


def drawn() -> list[Path]:
    """The proof files in an order that has nothing to do with what they say."""
    return sorted(
        proof_files(ROOT), key=lambda path: hashlib.sha256(claim_id(path).encode()).hexdigest()
    )


def found_again(path: Path, seconds: float) -> dict[str, object]:
    """What `find` makes of the claim of a proof file."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    names = {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}
    expected = "proved" if "proof" in names else "refuted"
    claim = next(
        n
        for n in tree.body
        if isinstance(n, ast.Assign) and getattr(n.targets[0], "id", "") == "claim"
    )
    answer: dict[str, object] = {
        "claim": claim_id(path), "expected": expected, "limit": seconds, "why": "",
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / path.name
        bare.write_text("\n".join(text.splitlines()[: claim.end_lineno]) + "\n", encoding="utf-8")
        try:
            outcome = find(bare, bare, seconds, lambda *_: None)
        except UserError as error:
            return {**answer, "outcome": "error", "seconds": seconds, "why": str(error)[-300:]}
    took = outcome.seconds or seconds
    if outcome.verdict == expected or (outcome.verdict, expected) == ("certified", "proved"):
        return {**answer, "outcome": "found", "seconds": took}
    kind = "nothing" if outcome.verdict == "nothing" else "wrong"
    return {**answer, "outcome": kind, "seconds": took, "why": " | ".join(outcome.remarks)[:300]}


def answers() -> dict[str, dict[str, object]]:
    """The last answer for each claim that is there still."""
    lines = ANSWERS.read_text(encoding="utf-8").splitlines() if ANSWERS.exists() else []
    last = {(answer := json.loads(line))["claim"]: answer for line in lines}
    there = {claim_id(path) for path in proof_files(ROOT)}
    return {name: answer for name, answer in sorted(last.items()) if name in there}


def publish() -> None:
    """Write the table of the answers between its marks: of all claims, or the first ones."""
    known = answers()
    every = [claim_id(path) for path in drawn()]
    tried = [known[name] for name in takewhile(known.__contains__, every)]
    rows = [
        "| claims | found again | nothing | wrong | half of those found within |",
        "|---|--:|--:|--:|--:|",
    ]
    for expected in ("proved", "refuted", "all"):
        some = [a for a in tried if expected in (a["expected"], "all")]
        counts = Counter(a["outcome"] for a in some)
        times = sorted(float(str(a["seconds"])) for a in some if a["outcome"] == "found")
        median = f"{times[len(times) // 2]:.1f} s" if times else "—"
        share = (
            f"{counts['found']} of {len(some)} ({100 * counts['found'] / max(len(some), 1):.0f} %)"
        )
        missed = counts["nothing"] + counts["error"]
        rows.append(f"| {expected} | {share} | {missed} | {counts['wrong']} | {median} |")
    limits = sorted({float(str(a["limit"])) for a in tried})
    shown = " and ".join(f"{limit:g} s" for limit in limits)
    rows.append(f"\nEach search has a limit of {shown} of processor time for each claim.")
    if len(tried) < len(every):
        found = sum(a["outcome"] == "found" for a in tried)
        low, high = (100 * end for end in binomtest(found, len(tried)).proportion_ci(0.95))
        rows.append(
            f"These are the first {len(tried)} of {len(every)} claims in the order of the SHA-256\n"
            f"of their names, as good as drawn: of all, {low:.0f} to {high:.0f} % would be found\n"
            "(95 %, Clopper and Pearson), but that some were looked at while the search was mended."
        )
    missed_for: dict[str, list[str]] = {}
    for answer in tried:
        if answer["outcome"] != "found":
            missed_for.setdefault(reason(answer), []).append(str(answer["claim"]))
    rows.append("\n| not found again, as | claims |\n|---|---|")
    rows += [f"| {why} | {', '.join(names)} |" for why, names in sorted(missed_for.items())]
    text = PAGE.read_text(encoding="utf-8")
    before, after = text[: text.index(BEGIN) + len(BEGIN)], text[text.index(END) :]
    write_text(PAGE, before + "\n" + "\n".join(rows) + "\n" + after)


def reason(answer: dict[str, object]) -> str:
    """Why a claim was not found again, in a few words."""
    search = "proof" if answer["expected"] == "proved" else "counterexample"
    for remark in str(answer["why"]).split(" | "):
        name, _, why = remark.partition(": ")
        if name == search:
            return f"{search}: {'not through in time' if why.startswith('not through') else why}"
    return str(answer["why"])


if __name__ == "__main__":
    main()
