"""A rate for every number of steps as a proof file, whose identity the kernel checks.

Symbols are the inner products and values of what a step knows (`vectors`). Hypotheses are
conditions of the class, and that the square of a combination of these vectors is not negative. The
words say what is proved from which conditions, and that is all that a proof says.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sympy as sp

from provenscape.rate import saying, witness
from provenscape.rate.contraction import Contraction
from provenscape.rate.forms import N
from provenscape.rate.proof_text import ProofText
from provenscape.rate.vectors import Vectors, at_start
from provenscape.rate.witness import STATES
from provenscape.rate.words import Words

Q = sp.Symbol("Q")
STEPS, TIME = sp.symbols("n a")  # done, and t_k - 1, where that is what numbers depend on
LAST, RATED = sp.symbols("last metric")  # whether a step is the last, and what is bounded
SCOPE = "every dimension; from conditions of the class between neighbours, which docs/rate.md names"


def vectors_of(
    words: Words, sizes: tuple[int, int, int], ahead: tuple[int, int], ahead_as: str = "hF"
) -> Vectors:
    """The symbols of a method, by the names in its file."""
    symbol = sp.Symbol(words.symbol) if words.symbol else sp.S.One
    names = tuple(words.points), words.zero, words.slope
    return Vectors(*sizes, ahead, ahead_as, words.several, names, symbol, words.powers[0])


def constant_symbols(words: Words, file: ProofText) -> dict[str, tuple[str, str]]:
    """The meaning of the symbols of constants, which are assumed to be positive."""
    if not words.symbol:
        return {}
    name = words.symbol
    known = {name: (f"the constant {name} of the class", name)}
    file.assume(f"{name} is positive", "gt", sp.Symbol(name))
    if words.smaller:
        file.assume(f"{words.smaller} is positive", "gt", sp.Symbol(words.smaller))
        less = sp.Symbol(name) - sp.Symbol(words.smaller)
        file.assume(f"{words.smaller} is smaller", "gt", less)
        latex = sp.latex(sp.Symbol(words.smaller))
        known[words.smaller] = (f"the constant {words.smaller} of the class", latex)
    return known


def about(words: Words, how: str) -> list[str]:
    """What stands above the code."""
    return [
        f"{how} In comments x⋆ is the {words.zero}, g the {words.slope} at this step, g⁺ that at "
        "the next one, and f a value less that at x⋆; x_g stands for the inner product "
        "⟨x - x⋆, g⟩.",
        f"Written by `provenscape rate --all --claim` for {words.file}.",
    ]


def contracting(path: Path, words: Words, source: Path, found: Contraction) -> str:
    """The proof file of a step that contracts."""
    vectors = vectors_of(words, found.sizes, found.ahead)
    value = vectors.of(found.before)
    state = [s for s in vectors.state() if s in value.free_symbols]
    file = ProofText(vectors, state)
    start = {s: at_start(s) for s in state}
    update = {s: vectors.moved(found.moved, s) for s in state}
    constant = constant_symbols(words, file)
    weights = file.hypotheses(found.step, "step")
    relation = f"le({file.shown(value)}, {file.shown(Q * value.xreplace(start))})"
    then = (
        f"Invariant(\n        {relation},\n"
        f"        start={file.mapping({**start, Q: sp.Integer(1)}, 8)},\n"
        f"        update={file.mapping({**update, Q: found.factor * Q}, 8)},\n    )"
    )
    using = file.using({"invariant": found.factor, **weights})
    said = saying.said(words, found.factor**N, 1)
    return file.filled(
        path,
        {"Q": ("the product of the factors so far", f"({sp.latex(found.factor)})^k"), **constant},
        ["combine"],
        about(words, "One step has the factor; induction gives all."),
        title=said.short,
        says=said.whole,
        then=then,
        scope=SCOPE,
        witness=file.trajectory(
            witness.worst(vectors, source, STATES),
            {Q: sp.Integer(1)} | witness.constants(words),
        ),
        proof=f"    step = combine(claim.at_next_state(), using={using})\n"
        "    return induct(claim, None, step)\n",
    )


def times(factor: sp.Expr, expr: sp.Expr) -> sp.Expr:
    """The product, of which a sum stays one factor."""
    return sp.factor(factor) * expr if isinstance(expr, sp.Add) else sp.factor(factor * expr)


def invariant(file: ProofText, bound: sp.Expr, more: Sequence[str], start: Any, update: Any) -> str:
    """The conclusion: V and the metric have their bounds at each step."""
    relations = [f"le(V, {file.shown(bound)})", *more]
    lines = "".join(f"            {one},\n" for one in relations)
    return (
        f"Invariant(\n        (\n{lines}        ),\n        start={file.mapping(start, 8)},\n"
        f"        update={file.mapping(update, 8)},\n    )"
    )


def combined(file: ProofText, relation: int, weights: dict[str, sp.Expr]) -> str:
    """The proof that a step carries on one of the relations."""
    at = relation or ""
    return f"combine(claim.at_next_state({at}), using={file.using(weights)})"


def base_of(file: ProofText, weights: dict[str, sp.Expr]) -> str:
    """The proof that V has its bound at the start, where it is not evident."""
    return f"combine(claim.at_start(), using={file.using(weights)})" if weights else "None"
