"""A claim as data: its statement, and the record of its verdict that the ledger keeps."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import sympy as sp

from provenscape.kernel import (
    Chance,
    Claim,
    Invariant,
    Relation,
    Roots,
    Semidefinite,
    Step,
    Theorem,
    Zeros,
    gt,
)
from provenscape.kernel.claim import signature, typeset
from provenscape.kernel.cone import nonnegative, nonzero, positive
from provenscape.kernel.engines import sign, unfold
from provenscape.kernel.language import substitute
from provenscape.kernel.relations import LATEX_SIGNS, Hypothesis, Names, latex_of

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


def evaluated(claim: Claim, step: Step, names: Names) -> list[dict[str, Any]]:
    """Both sides of each hypothesis and conclusion at the point of a refutation; of an iteration,
    in the last of its states; of a semidefinite matrix, it and 0. Formulas are whole: they are the
    statement's, or numbers.
    """
    if step.rule != "refute":
        return []
    at = {term.weight: term.value for term in step.certificate}
    parts = [part for part in claim.parts() if isinstance(part, Relation)]
    if claim.iteration is not None:
        parts = [*claim.iteration.relations, *parts]
    rows = [*claim.given.items(), *(("conclusion", part) for part in parts)]
    return [
        {
            "name": name,
            "relation": relation.latex(names),
            **_at_the_point(relation, at, names),
            "holds": True if name != "conclusion" else standing(relation, at, claim),
        }
        for name, relation in rows
    ]


def _at_the_point(
    hypothesis: Hypothesis, at: Mapping[sp.Symbol, sp.Expr], names: Names
) -> dict[str, str]:
    if isinstance(hypothesis, Semidefinite):
        shown = latex_of(hypothesis.at(at), names)
        return {"left": shown, "op": r"\succeq", "right": "0"}
    left, right = (substitute(unfold(side), at) for side in hypothesis.expressions())
    return {
        "left": latex_of(left, names),
        "op": LATEX_SIGNS.get(hypothesis.op, hypothesis.op),
        "right": latex_of(right, names),
    }


def standing(relation: Relation, at: Mapping[sp.Symbol, sp.Expr], claim: Claim) -> bool | None:
    """Whether a relation holds at a point, for all positive constants; None if it is not seen."""
    value = substitute(relation.expr, at)
    if not value.free_symbols:
        number = sign(value)
        return {"=": number == 0, ">": number > 0, ">=": number >= 0}[relation.sign]
    known = tuple(map(gt, claim.constants))
    forms = (value, sp.expand(value))
    if relation.sign == "=":
        fails = any(nonzero(form, known) for form in forms)
        return False if fails else True if forms[1] == 0 else None
    weak, strict = (nonnegative, positive) if relation.sign == ">=" else (positive, nonnegative)
    if strict(sp.expand(-value), known):
        return False
    return True if any(weak(form, known) for form in forms) else None


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
    shown = {
        "kind": type(part).__name__,
        "text": part.text(),
        "latex": part.latex(names),
        "lines": lines(part, names),
    }
    return shown | {f.name: _plain(getattr(part, f.name), names) for f in fields(part) if f.init}


def lines(part: Any, names: Names) -> list[dict[str, str]]:
    """A conclusion that is no relation, formula by formula, with the words before each."""

    def tex(expr: Any) -> str:
        return latex_of(expr, names)

    def said(words: str, formulas: Iterable[str]) -> list[dict[str, str]]:
        return [{"words": words, "latex": formula} for formula in formulas]

    if isinstance(part, Invariant):
        return [
            *said("at the start", (f"{tex(s)} = {tex(part.start[s])}" for s in part.state)),
            *said(
                "at each step, all at once",
                (rf"{tex(s)} \leftarrow {tex(part.update[s])}" for s in part.state),
            ),
            *said("then at every step", (r.latex(names) for r in part.relations)),
        ]
    if isinstance(part, Roots):
        place = f"({', '.join(map(tex, part.variables))})"
        return [
            *said("the real solutions of", (f"{tex(e)} = 0" for e in part.system)),
            *said("are exactly", (f"{place} = ({', '.join(map(tex, p))})" for p in part.points)),
        ]
    if isinstance(part, Zeros):
        first, *others = (r" \wedge ".join(f"{tex(e)} = 0" for e in one) for one in part.sets)
        return [
            *said("the equations", (f"{tex(e)} = 0" for e in part.system)),
            *said("hold exactly where", [first]),
            *said("or where", others),
        ]
    if isinstance(part, Chance):
        return said("then", [part.relation.latex(names)])
    return said("then", [part.latex(names)])


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


def _sides(relation: Hypothesis, names: Names) -> dict[str, str]:
    if isinstance(relation, Semidefinite):
        shown = sp.sstr(relation.matrix.tolist())
        return {"left": shown, "op": "⪰", "right": "0", "latex": relation.latex(names)}
    return {
        "left": sp.sstr(relation.left),
        "op": relation.op,
        "right": sp.sstr(relation.right),
        "latex": relation.latex(names),
    }
