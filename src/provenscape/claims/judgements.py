"""Items that a chapter decides without derivation: proofs/<chapter>/judgements.yaml."""

from dataclasses import dataclass
from pathlib import Path

from provenscape.errors import UserError
from provenscape.study.settings import read

VERDICTS = ("opinion", "cited", "misattributed", "definition")
KEYS = {"item", "verdict", "reason", "references", "part"}


@dataclass(frozen=True)
class Judgement:
    """An item, or one of its parts, that is decided without a derivation, and why."""

    item: str
    verdict: str
    reason: str
    references: tuple[str, ...]
    part: str | None = None


def judgements(root: Path) -> list[Judgement]:
    """The judgements of all chapters, in the order of the chapters' names."""
    files = sorted((root / "proofs").glob("*/judgements.yaml"))
    return [one for file in files for one in _judgements(root, file.relative_to(root))]


def _judgements(root: Path, path: Path) -> list[Judgement]:
    result = []
    for entry in read(root / path) or []:
        if not isinstance(entry, dict) or not {"item", "verdict", "reason"} <= set(entry) <= KEYS:
            raise UserError(f"{path}: {entry}: each judgement has the keys {sorted(KEYS)}")
        if entry["verdict"] not in VERDICTS:
            raise UserError(f"{path}: {entry['item']}: verdict must be one of {VERDICTS}")
        references = tuple(entry.get("references") or ())
        result.append(
            Judgement(
                entry["item"], entry["verdict"], entry["reason"], references, entry.get("part")
            )
        )
    return result
