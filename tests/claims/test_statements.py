"""What the ledger prints of each claim is what was checked: text, LaTeX and data agree."""

import re
from pathlib import Path

import pytest
from claims.reading import Reader

from provenscape.claims.loading import proof_files
from provenscape.kernel import Relation
from provenscape.kernel.relations import latex_of

ROOT = Path(__file__).parents[2]
FILES = [pytest.param(p, id=f"{p.parent.name}-{p.stem}") for p in proof_files(ROOT)]

# Words in `scope` that may hide a theorem of somebody else.
FACT_LIKE = re.compile(
    r"theorem|lemma|not checked|not proved|is used|are used|interlac|taylor|morse|danskin|"
    r"eckart|chebyshev|jensen|rayleigh|spectral|et al|\(\d{4}\)|known|paper|literature",
    re.IGNORECASE,
)
# Scopes with such a word that were read and carry no fact, and why.
READ = {
    "noisy-descent-finds-a-minimum-of-every-strict-saddle-function": "the document's own theorems",
}


@pytest.mark.parametrize("path", FILES)
def test_a_statement_reads_back_as_what_was_checked(path, verified, loaded):
    statement, claim = verified(path)["statement"], loaded(path).claim
    reader = Reader(statement)
    names = {reader.symbols[s["name"]]: s["latex"] for s in statement["symbols"]}
    relations = [*claim.given.values(), *(p for p in claim.parts() if isinstance(p, Relation))]
    shown = [*statement["given"], *(p for p in statement["then"] if "left" in p)]
    assert len(shown) == len(relations)
    for printed, relation in zip(shown, relations, strict=True):
        left, right = (reader.expression(printed[side]) for side in ("left", "right"))
        assert (left, right) == (relation.left, relation.right) or is_number(relation)
        line = f"{printed['left']} {printed['op']} {printed['right']}"
        assert line in statement["text"]
        assert printed["latex"] in statement["latex"]
        if not is_number(relation):
            assert latex_of(left, names) in printed["latex"]
            assert latex_of(right, names) in printed["latex"]


def is_number(relation):
    """Whether a relation compares numbers, one of them a power that SymPy would work out."""
    return not relation.left.free_symbols and not relation.right.free_symbols


@pytest.mark.parametrize("path", FILES)
def test_every_symbol_is_explained_and_quantified(path, verified, loaded):
    statement, claim = verified(path)["statement"], loaded(path).claim
    quantified = [name for q in statement["quantifiers"] for name in q["symbols"]]
    assert len(quantified) == len(set(quantified))
    bound = {s.name for s in claim.bound()}
    state = {s.name for s in claim.iteration.state} if claim.iteration else set()
    chance = {s.name for p in claim.parts() for s in [getattr(p, "probability", None)] if s}
    free = {s.name for s in claim.symbols()}
    assert set(quantified) == free - bound - state - chance
    for symbol in statement["symbols"]:
        assert symbol["meaning"].strip() and symbol["latex"].strip()
    assert "0 = 0" not in re.sub(r"[\w.^]0 = 0|0 = 0[\w.]", "", statement["text"])


@pytest.mark.parametrize("path", FILES)
def test_a_scope_carries_no_theorem(path, loaded):
    claim = loaded(path).claim
    found = FACT_LIKE.search(claim.scope or "")
    assert found is None or claim.id in READ, f"{claim.scope!r}: name the fact, or judge it in READ"
