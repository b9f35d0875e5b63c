"""A claim as data: its statement, and the record of its verdict that the ledger keeps."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import sympy as sp

from provenscape.kernel import Claim, Relation, Theorem
from provenscape.kernel.claim import signature, typeset
from provenscape.kernel.relations import Names, latex_of

VARIABLE = "a variable"  # the meaning of a function's argument, which the dictionary need not give


def record(
    path: Path, claim: Claim, theorem: Theorem, tried: list[dict[str, str]], **own: Any
) -> dict[str, Any]:
    """What the ledger keeps of a file's claim: the statement, the theorem about it, the false
    neighbours tried, and what is the claim's own. The theorem is about the claim's digest, which
    leaves out headline, items and scope: these are the claim's."""
    return {
        "id": claim.id,
        "chapter": path.parent.name,
        "title": claim.says,
        "says": claim.says,
        "items": dict(sorted(claim.items.items())),
        "statement": statement(claim),
        "hypotheses": [],
        "verdict": theorem.verdict,
        "basis": theorem.basis,
        "evident": False,
        "counterexample": None,
        "rules": [step.rule for step in theorem.steps],
        "scope": claim.scope,
        "facts": sorted({*claim.facts.values(), *claim.bridges}),
        "assumptions": list(theorem.assumptions),
        "tight": None,
        "engines": list(theorem.engines),
        "mutants": {"total": len(tried), "rejected": len(tried), "tried": tried},
        "proves": claim.proves,
        "repairs": claim.repairs,
        "about": claim.about,
        "values": {},
        "file": f"proofs/{path.parent.name}/{path.name}",
        "figures": [],
    } | own


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
                "signature": signature(d, lambda s: latex_of(s, names)),
                "latex": latex_of(d.body, names),
            }
            for d in claim.definitions()
        ],
        "symbols": [
            {
                "name": s.name,
                "latex": names.get(s, typeset(s)),
                "meaning": meanings.get(s, VARIABLE),
            }
            for s in symbols
        ],
        "quantifiers": [
            {"words": words, "symbols": [s.name for s in found]}
            for words, found in claim.quantifiers()
        ],
        "given": [
            {"name": name, "fact": claim.facts.get(name), **_sides(relation, names)}
            for name, relation in claim.given.items()
        ],
        "then": [
            _sides(part, names) if isinstance(part, Relation) else _other(part, names)
            for part in claim.parts()
        ],
    }


def _other(part: Any, names: Names) -> dict[str, Any]:
    """A conclusion that is no relation: what it is made of, by the names of its fields."""
    shown = {"kind": type(part).__name__, "text": part.text(), "latex": part.latex(names)}
    return shown | {f.name: _plain(getattr(part, f.name), names) for f in fields(part) if f.init}


def _plain(value: Any, names: Names) -> Any:
    """A field of a conclusion in lists, maps and numbers, expressions as SymPy prints them."""
    if isinstance(value, Relation):
        return _sides(value, names)
    if isinstance(value, Mapping):
        return {str(symbol): sp.sstr(entry) for symbol, entry in value.items()}
    if isinstance(value, sp.MatrixBase):
        return [[sp.sstr(entry) for entry in row] for row in value.tolist()]
    if isinstance(value, tuple):
        return [_plain(entry, names) for entry in value]
    return sp.sstr(value) if isinstance(value, sp.Basic) else value


def _sides(relation: Relation, names: Names) -> dict[str, str]:
    return {
        "left": sp.sstr(relation.left),
        "op": relation.op,
        "right": sp.sstr(relation.right),
        "latex": relation.latex(names),
    }
