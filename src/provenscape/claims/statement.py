"""A claim as data: its statement, and the record of its verdict that the ledger keeps."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import sympy as sp

from provenscape.kernel import Claim, Relation, Step, Theorem
from provenscape.kernel.claim import signature, typeset
from provenscape.kernel.engines import unfold
from provenscape.kernel.language import substitute
from provenscape.kernel.relations import Names, latex_of

LONGEST = 1_500  # characters of LaTeX of one expression in a proof; a longer one is only counted
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
        "proof": derivation(theorem),
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


def derivation(theorem: Theorem) -> list[dict[str, Any]]:
    """The steps of a theorem in order, each once: rule, lemma, certificate term by term.

    A term of `combine`, `sos` and `chain` is weight × value, of a square weight × value²; with the
    conclusion as left − right ≥ 0 (sides exchanged for ≤) their sum is scale × (left − right).
    """
    steps: list[dict[str, Any]] = []
    for step in theorem.steps:
        lemma = step.claim or theorem.claim
        names = lemma.names()
        shown = {
            "rule": step.rule,
            "engines": list(step.engines),
            "lemma": None if lemma.digest() == theorem.claim.digest() else lemma.id,
            "given": [
                {"name": name, "latex": short(relation.latex(names))}
                for name, relation in lemma.given.items()
            ],
            "then": [short(part.latex(names)) for part in lemma.parts()],
            "certificate": [
                {
                    "kind": term.kind,
                    "name": term.name,
                    "weight": short(latex_of(term.weight, names)),
                    "value": short(latex_of(term.value, names)),
                }
                for term in step.certificate
            ],
            "evaluated": evaluated(lemma, step, names),
        }
        if shown not in steps:
            steps.append(shown)
    return steps


def evaluated(claim: Claim, step: Step, names: Names) -> list[dict[str, str]]:
    """Both sides of each hypothesis and conclusion at the point of a refutation.

    Of an iteration the point is a start, from which the states follow: nothing is put in.
    """
    if step.rule != "refute" or claim.iteration is not None:
        return []
    at = {term.weight: term.value for term in step.certificate}
    rows = [*claim.given.items(), *(("conclusion", part) for part in claim.parts())]
    return [
        {
            "name": name,
            "relation": short(relation.latex(names)),
            "left": short(latex_of(substitute(unfold(relation.left), at), names)),
            "right": short(latex_of(substitute(unfold(relation.right), at), names)),
        }
        for name, relation in rows
        if isinstance(relation, Relation)
    ]


def short(latex: str) -> str:
    """The LaTeX itself, or, of an expression too long to read, its length."""
    return latex if len(latex) <= LONGEST else rf"\text{{[{len(latex)} characters, left out]}}"


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
