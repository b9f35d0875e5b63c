"""A claim's statement as data: what the ledger keeps of it, and reading it back."""

from typing import Any

import sympy as sp

from provenscape.kernel import Claim, Relation
from provenscape.kernel.claim import typeset
from provenscape.kernel.relations import latex_of


def statement(claim: Claim) -> dict[str, Any]:
    """Text, LaTeX and parts of the statement, in the order in which it is read."""
    names = claim.names()
    meanings = {s: entry.meaning for entry in claim.where for s in entry.symbols}
    symbols = [*claim.symbols(), *sorted(claim.bound() - set(claim.symbols()), key=str)]
    return {
        "text": claim.text(),
        "latex": claim.latex(),
        "digest": claim.digest(),
        "functions": [
            {
                "name": d.name,
                "variables": [v.name for v in d.variables],
                "parameters": [p.name for p in d.parameters],
                "body": sp.sstr(d.body),
                "latex": latex_of(d.body, names),
            }
            for d in claim.definitions()
        ],
        "symbols": [
            {
                "name": s.name,
                "latex": names.get(s, typeset(s)),
                "meaning": meanings.get(s, "a variable"),
            }
            for s in symbols
        ],
        "quantifiers": [
            {"words": words, "symbols": [s.name for s in found]}
            for words, found in claim.quantifiers()
        ],
        "given": [
            {"name": name, "fact": claim.facts.get(name), **_sides(relation, claim)}
            for name, relation in claim.given.items()
        ],
        "then": [
            _sides(part, claim)
            if isinstance(part, Relation)
            else {"kind": type(part).__name__, "text": part.text(), "latex": part.latex(names)}
            for part in claim.parts()
        ],
    }


def _sides(relation: Relation, claim: Claim) -> dict[str, str]:
    return {
        "left": sp.sstr(relation.left),
        "op": relation.op,
        "right": sp.sstr(relation.right),
        "latex": relation.latex(claim.names()),
    }
