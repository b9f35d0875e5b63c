"""Items that a chapter decides without derivation: proofs/<chapter>/judgements.yaml."""

from dataclasses import dataclass
from pathlib import Path

from provenscape.study.settings import checked


@dataclass(frozen=True)
class Judgement:
    """An item, or one of its parts, that is decided without a derivation: how, why, and where."""

    item: str
    verdict: str
    reason: str
    references: tuple[str, ...]
    part: str | None = None
    file: Path = Path()


def judgements(root: Path) -> list[Judgement]:
    """The judgements of all chapters, in the order of the chapters' names."""
    files = sorted((root / "proofs").glob("*/judgements.yaml"))
    return [one for file in files for one in _judgements(root, file.relative_to(root))]


def _judgements(root: Path, path: Path) -> list[Judgement]:
    return [
        Judgement(
            entry["item"], entry["verdict"], entry["reason"], tuple(entry.get("references", ())),
            entry.get("part"), path,
        )
        for entry in checked(root, path, "judgements")
    ]  # fmt: skip
