"""What claims refer to: the documents' items and their parts, named facts, works of reference."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from provenscape.claims import bridges, coverage
from provenscape.claims.coverage import Answers, Decision, Parts
from provenscape.claims.facts import FACTS, Fact, facts
from provenscape.errors import UserError, did_you_mean
from provenscape.study import inventory

REFERENCES = Path("documents/references.bib")


@dataclass(frozen=True)
class Documents:
    """The inventory's rows, the parts of items, the facts by id, the keys of the bibliography, and
    the answers to items."""

    root: Path
    rows: list[dict[str, str]]
    parts: Parts
    facts: Mapping[str, Fact]
    works: frozenset[str]
    answers: Answers = field(default_factory=dict)

    def place(self, file: str | Path, word: str) -> str:
        """`file:line` of the first line of a file that has the word; the file, if none has it."""
        try:
            lines = (self.root / file).read_text(encoding="utf-8").splitlines()
        except OSError:
            return str(file)
        alone = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        found = (number for number, line in enumerate(lines, 1) if alone.search(line))
        line = next(found, None)
        return f"{file}:{line}" if line else str(file)

    def require_item(self, file: str | Path, item: str, part: str | None = None) -> None:
        """Raise `UserError` if a file is about an item, or a part of one, that is not listed."""
        items = [row["item"] for row in self.rows]
        if item not in items:
            raise UserError(
                f"{self.place(file, item)}: items: {item} is not in {inventory.INVENTORY}; "
                f"{did_you_mean(item, items)}"
            )
        listed = self.parts.get(item, {})
        if part is not None and part not in listed:
            remedy = did_you_mean(part, listed) if listed else "list its parts there"
            raise UserError(
                f"{self.place(file, item)}: items: {item} has no part {part} in "
                f"{coverage.PARTS}; {remedy}"
            )

    def answered(self, item: str, about: Sequence[Any], found: Decision) -> Decision:
        """The decision with the item's answer, if it has one, for its reason.

        Raises `UserError` if the answer was written for another verdict of the claims about it.
        """
        answer = self.answers.get(item)
        if answer is None or not about:
            return found
        if answer["verdict"] != found.verdict:
            raise UserError(
                f"{self.place(coverage.ANSWERS, item)}: {item} is {found.verdict}, and its answer "
                f"was written for {answer['verdict']}; write it anew, or leave it out"
            )
        return replace(found, reason=answer["answer"])

    def require_known(self, claim: Mapping[str, Any]) -> None:
        """Raise `UserError` if the claim is about an item or part, or rests on a fact or a work,
        that the documents do not have."""
        file = claim["file"]
        for item, covered in claim["items"].items():
            _, is_part, name = covered.partition("part ")
            self.require_item(file, item, name if is_part else None)
        for fact in claim["facts"]:
            if fact not in self.facts:
                raise UserError(
                    f"{self.place(file, fact)}: facts: {fact} is not in {FACTS}; "
                    f"{did_you_mean(fact, self.facts)}"
                )
        self.require_works((file, key) for key in claim["assumptions"])

    def require_works(self, cited: Iterable[tuple[str | Path, str]]) -> None:
        """Raise `UserError` for a work that a file cites and the bibliography does not have."""
        for file, key in cited:
            if key not in self.works:
                raise UserError(
                    f"{self.place(file, key)}: {key} has no entry in {REFERENCES}; add it, or "
                    f"{did_you_mean(key, self.works)}"
                )

    def require_consistent(self, claims: Iterable[Mapping[str, Any]]) -> None:
        """Raise `UserError` for parts of an unknown item, a fact whose work is missing or whose
        proof is no claim, and a claim and a fact of which one alone names the other."""
        for file, named in ((coverage.PARTS, self.parts), (coverage.ANSWERS, self.answers)):
            for item in named:
                self.require_item(file, item)
        self.require_works((FACTS, fact.key) for fact in self.facts.values())
        proves = {claim["id"]: claim["proves"] for claim in claims}
        for fact in self.facts.values():
            if fact.proof is not None and proves.get(fact.proof) != fact.id:
                raise UserError(
                    f"{self.place(FACTS, fact.proof)}: {fact.id}: proof: {fact.proof} is no claim "
                    f"that proves it; its file says `proves={fact.id!r}`"
                )
        for name, proven in proves.items():
            if proven is not None and (
                proven not in self.facts or self.facts[proven].proof != name
            ):
                raise UserError(
                    f"{FACTS}: {name} says that it proves {proven}; write `proof: {name}` there"
                )


def _text(root: Path, path: Path) -> str:
    try:
        return (root / path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise UserError(f"{path}: not a text file in UTF-8; save it as such") from None


def documents(root: Path) -> Documents:
    """All of it, read from the files, of which only the inventory must be there; raises `UserError`
    for a file that is not of its form."""
    bibliography = _text(root, REFERENCES) if (root / REFERENCES).exists() else ""
    works = re.findall(r"^@\w+\{([^,\s]+),", bibliography, flags=re.MULTILINE)
    parts, answers = coverage.parts(root), coverage.answers(root)
    rows = inventory.read(root)
    known = bridges.checked(facts(root), root)
    return Documents(root, rows, parts, known, frozenset(works), answers)
