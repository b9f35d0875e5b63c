"""What a rejected false neighbour says: the same checks and a search on true neighbours as well.

Neighbours of the relations that the claims prove, true ones (`provenscape.claims.neighbours`) and
false ones (`provenscape.claims.mutants`): how many the proof file's own check accepts, and for how
many the search finds a certificate of its own. If it finds one for a false statement, the kernel
accepts what is false: an alarm, and the exit status is 1. Below, why the files' own checks reject.

All proof files are verified; what is searched for is a sample, one relation in 8, or in as many as
the argument says. But for the searches that the time limit ends, each run gives the same. Run it
from the root of the checkout:

    .venv/bin/python benchmarks/true_neighbours.py
"""

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from provenscape.claims import verification
from provenscape.claims.isolation import isolated
from provenscape.claims.loading import load, proof_files
from provenscape.claims.mutants import known_false
from provenscape.claims.neighbours import true_neighbours
from provenscape.errors import UserError
from provenscape.kernel import Claim, Rejected, Relation, gt, real
from provenscape.search.certificates import certificate
from provenscape.search.semidefinite import NotFound

ONE_IN = 8
SECONDS = 5  # for one search
SECONDS_A_FILE = 3600
PRODUCTS = (1, 2)  # how many hypotheses the search multiplies together
CLAIMED, FALSE = "as claimed", "false"
FOUND, NONE, NO_ANSWER = "found", "none", "no answer"
REASONS = {
    "the identity fails": r"not an identity|vanishes identically",
    "nothing in it is strictly positive": r"nothing in the certificate is strictly positive",
    "a sign is not evident": r"not evident|sign of the factor|not positive semidefinite",
    "computed, it is another value": r"the inertia is|is not listed|does not solve|fails at",
    "a name, a lemma or a form does not fit": (
        r"has no hypothesis|no theorem gives|does not prove|is not known|is no hypothesis|"
        r"does not carry|does not bound|the Taylor bound is|equations alone|another claim|"
        r"does not conclude"
    ),
    "other": r"",
}


def main() -> None:
    one_in = int(sys.argv[1]) if len(sys.argv) > 1 else ONE_IN
    searched(Claim("warm", "The solver starts once.", {}, {}, gt(real("x") ** 2, -1)))
    reasons: list[str] = []
    rows: list[dict[str, Any]] = []
    left_out, relations, claims = [], 0, 0
    for path in proof_files(Path()):
        try:
            record = verification.verify(path)
        except UserError as error:
            print(f"left out: {error}", file=sys.stderr)
            left_out.append(path)
            continue
        if record["verdict"] == "refuted":
            continue
        reasons += [mutant["rejected"] for mutant in record["mutants"]["tried"]]
        of_file = isolated(partial(sampled, path, one_in), str(path), SECONDS_A_FILE)
        claims += 1
        relations += of_file["relations"]
        rows += of_file["rows"]
        print(f"{len(rows):>6}  {path.stem}", file=sys.stderr, flush=True)
    units = {row["relation"] for row in rows}
    print(
        f"sample: {len(units)} of {relations} relations that {claims} claims conclude, one in "
        f"{one_in} by the hash of claim and part;\n{SECONDS} s for a search; "
        f"{len(left_out)} proof files without a verdict left out\n"
    )
    print_counts(rows)
    print_reasons(reasons, [row["rejected"] for row in rows if row["kind"] != FALSE])
    alarms = [row for row in rows if row["kind"] == FALSE and row["search"] == FOUND]
    for row in alarms:
        print(
            f"ALARM: the kernel accepts a certificate of a false statement: {row['relation']}, "
            f"{row['change']}, false at {row['false_at']}",
            file=sys.stderr,
        )
    raise SystemExit(1 if alarms else 0)


def sampled(path: Path, one_in: int) -> dict[str, Any]:
    """How many relations the claim concludes, and what became of the neighbours of a sample."""
    module = load(path)
    parts = [i for i, part in enumerate(module.claim.parts()) if isinstance(part, Relation)]
    drawn = [i for i in parts if fraction(f"{module.claim.id} {i}") * one_in < 1]
    try:
        rows = [row for index in drawn for row in neighbour_rows(module, index)]
    except Rejected as error:
        raise UserError(f"ALARM: {path}: a true neighbour is none: {error}") from error
    return {"relations": len(parts), "rows": rows}


def fraction(name: str) -> float:
    """A number from 0 to 1 that the name decides."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:6], "big") / 2**48


def neighbour_rows(module: Any, index: int) -> Iterator[dict[str, Any]]:
    """A row for one relation of the claim as it stands, and one for each of its neighbours."""
    claim, points = module.claim, verification.points(module)
    part = claim.part(index)
    same = {"relation": f"{claim.id} {index}", "equation": part.then.sign == "="}
    yield same | {"kind": CLAIMED, "rejected": "", "search": search(part)}
    for neighbour in true_neighbours(part, points):
        changed = neighbour.claim
        parts = (*claim.parts()[:index], changed.then, *claim.parts()[index + 1 :])
        whole = replace(
            claim,
            given=changed.given,
            then=parts if len(parts) > 1 else changed.then,
            facts=changed.facts,
            tight=None,
        )
        reason = verification.rejection(module, whole, module.proof)
        yield same | {"kind": neighbour.kind, "rejected": reason, "search": search(changed)}
    points += [own[2] for own in getattr(module, "mutants", ()) if len(own) > 2]
    for mutant in verification.tried(module, claim, refuted=False):
        if index < len(mutant.claim.parts()):
            one = mutant.claim.part(index)
            if isinstance(one.then, Relation) and (shown := known_false(one, points)):
                reason = verification.rejection(module, mutant.claim, module.proof)
                details = {"change": mutant.name, "false_at": shown}
                found = {"kind": FALSE, "rejected": reason, "search": search(one)}
                yield same | found | details


def search(claim: Claim) -> str:
    """Whether a certificate is found in time; the kernel has then accepted it."""
    try:
        return str(isolated(partial(searched, claim), claim.id, SECONDS))
    except UserError:
        return NO_ANSWER


def searched(claim: Claim) -> str:
    for products in PRODUCTS:
        try:
            certificate(claim, products=products)
        except NotFound:
            continue
        return FOUND
    return NONE


def print_counts(rows: list[dict[str, Any]]) -> None:
    """By kind; at the right for those relations alone of which the search proves the original."""
    found = {r["relation"] for r in rows if r["kind"] == CLAIMED and r["search"] == FOUND}
    true = [row for row in rows if row["kind"] not in (CLAIMED, FALSE)]
    false = [row for row in rows if row["kind"] == FALSE]
    kinds = [CLAIMED, *sorted({row["kind"] for row in true})]
    groups = [(kind, [row for row in rows if row["kind"] == kind]) for kind in kinds]
    for name, group in (("true neighbours", true), ("false neighbours", false)):
        groups.append((name, group))
        groups.append(("    of equations", [row for row in group if row["equation"]]))
        groups.append(("    of inequalities", [row for row in group if not row["equation"]]))
    print(f"{'':<32}{'all of the sample':>36}{'original found':>18}")
    header = ("number", "check", "search", "no answer", "number", "search")
    print(f"{'':<32}{'{:>8}{:>8}{:>8}{:>12}{:>10}{:>8}'.format(*header)}")
    for name, group in groups:
        within = [row for row in group if row["relation"] in found]
        accepted = sum(not row["rejected"] for row in group)
        answers = [sum(r["search"] == a for r in group) for a in (FOUND, NO_ANSWER)]
        print(
            f"{name:<32}{len(group):>8}{accepted:>8}{answers[0]:>8}{answers[1]:>12}{len(within):>10}"
            f"{sum(row['search'] == FOUND for row in within):>8}"
        )


def print_reasons(false: list[str], true: list[str]) -> None:
    """Why the files' own checks reject: false neighbours of all claims, true ones of the sample."""
    counts = [Counter(reason_of(text) for text in texts if text) for texts in (false, true)]
    print(f"\n{'why the checks reject':<40}{'false, all claims':>20}{'true, sample':>16}")
    for name in REASONS:
        print(f"{name:<40}{counts[0][name]:>20}{counts[1][name]:>16}")
    print(f"{'rejected':<40}{counts[0].total():>20}{counts[1].total():>16}")


def reason_of(text: str) -> str:
    return next(name for name, pattern in REASONS.items() if re.search(pattern, text))


if __name__ == "__main__":
    main()
