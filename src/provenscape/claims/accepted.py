"""What the proof assistant Coq said of each claim, as coq/accepted.json keeps it.

The file is tracked and made by `make coq`, so that the ledger does not depend on whether Coq is
installed. An entry counts for one statement, and for the files of coq/ on which its theorem rests:
where a digest is another, it says nothing.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from provenscape.claims.coq_files import FUNCTIONS, INSTANCES, THEOREMS, Sources
from provenscape.errors import UserError
from provenscape.study.files import write_text

ACCEPTED = Path("coq/accepted.json")
AGAIN = "run `make coq`"
CLASSICAL = (  # the real numbers of Coq's library, and classical logic on which Coquelicot stands
    "ClassicalDedekindReals.sig_forall_dec",
    "ClassicalDedekindReals.sig_not_dec",
    "Classical_Prop.classic",
    "FunctionalExtensionality.functional_extensionality_dep",
)
# Machine integers and floating-point numbers, with which coq-interval computes.
PRIMITIVE = frozenset(
    f"{module}.{name}"
    for module, names in {
        "FloatAxioms": (
            "Prim2SF_SF2Prim Prim2SF_valid SF2Prim_Prim2SF abs_spec add_spec "
            "classify_spec compare_spec div_spec eqb_spec frshiftexp_spec ldshiftexp_spec "
            "ltb_spec mul_spec next_down_spec next_up_spec normfr_mantissa_spec "
            "of_uint63_spec opp_spec sqrt_spec sub_spec"
        ),
        "PrimFloat": (
            "abs add classify compare div eqb float frshiftexp ldshiftexp ltb mul "
            "next_down next_up normfr_mantissa of_uint63 opp sqrt sub"
        ),
        "PrimInt63": "add eqb int land leb lor lsl lsr ltb sub",
        "Uint63": (
            "add_spec eqb_correct eqb_refl land_spec leb_spec lor_spec lsl_spec lsr_spec "
            "ltb_spec of_to_Z sub_spec"
        ),
    }.items()
    for name in names.split()
)
NOT_EXPORTED = "not exported"
END_TO_END = "end to end"


def load(root: Path) -> dict[str, Any]:
    """The file as it is; nothing where there is none."""
    path = root / ACCEPTED
    if not path.exists():
        return {}
    try:
        found = dict(json.loads(path.read_text(encoding="utf-8")))
        if any("digest" not in e or "accepted" not in e for e in found["claims"].values()):
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise UserError(
            f"{path}: no list of claims; restore it, or make it by `make coq`"
        ) from None
    return found


def write(found: Mapping[str, Any], root: Path) -> None:
    """Write the tracked file."""
    write_text(root / ACCEPTED, json.dumps(found, indent=1, ensure_ascii=False) + "\n")


def library(sources: Sources) -> dict[str, str]:
    """What the file keeps of the files of coq/ behind the theorems of claims."""
    return {
        "theorems": sources.digest(*THEOREMS),
        "functions": sources.digest(*FUNCTIONS),
        "instances": sources.digest_of_file(INSTANCES),
    }


def read(root: Path) -> dict[str, dict[str, Any]]:
    """The entry of each claim by its id, as far as it counts for the files of coq/ as they are;
    none where there is no file."""
    found = load(root)
    entries = dict(found.get("claims", {}))
    kept, now = found.get("library", {}), library(Sources(root)) if entries else {}
    changed = f"a file of coq/ behind its theorem {{}}has changed since; {AGAIN}"
    if kept.get("theorems") != now.get("theorems"):
        reason = changed.format("")
        return {n: {"digest": e["digest"], "accepted": False, "reason": reason}
                for n, e in entries.items()}  # fmt: skip
    if any(kept.get(part) != now.get(part) for part in ("functions", "instances")):
        reason = changed.format("about functions ")
        return {n: {k: v for k, v in e.items() if k != "bridge"} | {"reason": reason}
                if "bridge" in e else e for n, e in entries.items()}  # fmt: skip
    return {name: _with_known_axioms(entry) for name, entry in entries.items()}


def _with_known_axioms(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The entry, which counts for nothing if an axiom is not on the list."""
    strange = [axiom for axiom in entry.get("axioms", ()) if not allowed(axiom)]
    if not strange:
        return dict(entry)
    reason = f"it rests on the axiom {strange[0]}, which is not allowed; {AGAIN}"
    return {"digest": entry["digest"], "accepted": False, "reason": reason}


def allowed(axiom: str, intervals: bool = True) -> bool:
    """Whether a theorem may rest on the axiom; on machine numbers, where intervals are computed."""
    return axiom in CLASSICAL or (intervals and axiom in PRIMITIVE)


def standing(claim: Mapping[str, Any], entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Where a claim stands with Coq, with the reason where it is ``not exported``, or ``proved``
    and not or no longer ``end to end``.

    ``proved`` means, of a refuted claim, its negation; ``end to end`` that a theorem about
    functions applies the claim and proves its named facts.
    """
    entry = entries.get(claim["id"])
    if entry is None:
        reason = "judged on data" if "sample" in claim["rules"] else "not tried yet"
        return _not_exported(reason)
    if entry["digest"] != claim["statement"]["digest"]:
        return _not_exported(f"the statement has changed since; {AGAIN}")
    if not entry["accepted"]:
        return _not_exported(entry["reason"])
    bridge, less = entry.get("bridge"), entry.get("reason")
    if bridge is not None and "leaves" in entry:
        less = f"a theorem about functions applies it, and leaves to the reader {entry['leaves']}"
    return {
        "status": "proved" if bridge is None or less is not None else END_TO_END,
        "reason": less,
        "theorem": entry["theorem"],
        "bridge": bridge,
        "axioms": list(entry["axioms"]),
    }


def _not_exported(reason: str) -> dict[str, Any]:
    return {
        "status": NOT_EXPORTED, "reason": reason, "theorem": None, "bridge": None, "axioms": [],
    }  # fmt: skip


def said(standing: Mapping[str, Any]) -> str:
    """The standing in one line."""
    reason = standing["reason"]
    return str(standing["status"]) if reason is None else f"{standing['status']}: {reason}"
