"""What the proof assistant Coq said of each claim, as coq/accepted.json keeps it.

The file is tracked and made by `make coq`, so that the ledger does not depend on whether Coq is
installed. An entry counts for one statement: where the digest is another, it says nothing.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from provenscape.errors import UserError

ACCEPTED = Path("coq/accepted.json")
NOT_EXPORTED = "not exported"
END_TO_END = "end to end"


def read(root: Path) -> dict[str, dict[str, Any]]:
    """The entry of each claim by its id; none where there is no file."""
    path = root / ACCEPTED
    if not path.exists():
        return {}
    try:
        claims = json.loads(path.read_text(encoding="utf-8"))["claims"]
        if any("digest" not in entry or "accepted" not in entry for entry in claims.values()):
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise UserError(
            f"{path}: no list of claims; restore it, or make it by `make coq`"
        ) from None
    return dict(claims)


def standing(claim: Mapping[str, Any], entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Where a claim stands with Coq, with the reason where it is ``not exported``.

    ``proved`` means, of a refuted claim, its negation; ``end to end`` that a theorem about
    functions applies the claim and proves its named facts.
    """
    entry = entries.get(claim["id"])
    if entry is None:
        reason = "judged on data" if "sample" in claim["rules"] else "not tried yet"
        return _not_exported(reason)
    if entry["digest"] != claim["statement"]["digest"]:
        return _not_exported("the statement has changed since; run `make coq`")
    if not entry["accepted"]:
        return _not_exported(entry["reason"])
    bridge = entry.get("bridge")
    return {
        "status": "proved" if bridge is None else END_TO_END,
        "reason": None,
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
