"""Lemmas for what a proof derives, one for each claim of its tree, in computed form.

A lemma speaks of numbers: a relation is 0 <= e, 0 < e or e = 0 with every named function put in, as
the kernel computes with it. `theorem` ties the last lemma to the statement as it is written.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import sympy as sp

from provenscape.coq.derivation import Derived
from provenscape.coq.text import NotExported, Writer, identifier
from provenscape.kernel import (
    Claim,
    Inertia,
    Invariant,
    Limit,
    Relation,
    Roots,
    Semidefinite,
    Zeros,
)
from provenscape.kernel.engines import unfold
from provenscape.kernel.relations import Bound, Hypothesis

SIGNS = {">=": "<=", ">": "<"}
SAME = {">=": "same_nonnegative", ">": "same_positive", "=": "same_zero"}


@dataclass(frozen=True)
class Lemma:
    """A lemma that has been written: its name, its symbols in order, and the claim it is of."""

    name: str
    symbols: tuple[sp.Symbol, ...]
    claim: Claim

    def of(self, names: Mapping[sp.Symbol, str], proofs: Sequence[str] = ()) -> str:
        """The lemma applied to values of its symbols, and to proofs of its hypotheses."""
        values = [names.get(s, "0") for s in self.symbols]
        return f"({' '.join([self.name, *values, *proofs])})"


def bound_text(write: Writer, bound: Bound) -> str:
    """The bound in Coq."""
    text = write.text(bound.expr)
    return f"{text} = 0" if bound.sign == "=" else f"0 {SIGNS[bound.sign]} {text}"


def hypothesis_text(write: Writer, hypothesis: Hypothesis) -> str:
    """A hypothesis in computed form: a bound, or that a form is not negative for any vector."""
    if isinstance(hypothesis, Relation):
        return bound_text(write, hypothesis.bound)
    return f"({for_all_vectors(hypothesis)}0 <= {form_text(write, hypothesis.exact)})"


def vector(hypothesis: Semidefinite) -> str:
    """The entries of a vector, by the names that they have under a quantifier."""
    return " ".join(f"v'{i}" for i in range(hypothesis.matrix.rows))


def for_all_vectors(hypothesis: Semidefinite) -> str:
    return f"forall {vector(hypothesis)} : R, "


def form_text(write: Writer, matrix: sp.Matrix) -> str:
    """v' M v."""
    size = range(matrix.rows)
    terms = (f"v'{i} * v'{j} * {write.text(matrix[i, j])}" for i in size for j in size)
    return f"({' + '.join(terms)})"


def bounds_of(claim: Claim, labels: Iterable[str]) -> tuple[tuple[Bound, ...], tuple[str, ...]]:
    """The hypotheses that are relations, as they are computed with, and their labels."""
    pairs = zip(claim.given.values(), labels, strict=True)
    kept = [(h.bound, label) for h, label in pairs if isinstance(h, Relation)]
    return tuple(bound for bound, _ in kept), tuple(label for _, label in kept)


def matrix_text(matrix: sp.Matrix) -> str:
    """A rational matrix as a list of lists."""
    rows = ("; ".join(map(rational, matrix.row(i))) for i in range(matrix.rows))
    return f"[{'; '.join(f'[{row}]' for row in rows)}]%Q"


def rational(value: sp.Rational) -> str:
    """A rational number in Coq's scope Q."""
    if not isinstance(value, sp.Rational):
        raise NotExported("a matrix of algebraic numbers")
    whole = f"({value.p})" if value.p < 0 else f"{value.p}"
    return whole if value.q == 1 else f"({whole} # {value.q})"


def part_text(write: Writer, part: object) -> str:
    """A conclusion in computed form; an invariant's relations, at the state that `write` names."""
    if isinstance(part, Relation):
        return bound_text(write, part.bound)
    if isinstance(part, Invariant):
        return " /\\ ".join(f"({bound_text(write, r.bound)})" for r in part.relations)
    if isinstance(part, Inertia):
        counts = f"{part.positive} {part.negative} {part.zero}"
        return f"has_inertia {part.exact.rows} {matrix_text(part.exact)} {counts}"
    if isinstance(part, Roots):
        inner = Writer({**write.names, **{v: identifier(v.name) for v in part.variables}})
        return roots_text(inner, part, part.exact)
    if isinstance(part, Zeros):
        return zeros_text(lambda e: write.text(unfold(e)), part)
    if isinstance(part, Limit):
        return limit_text(write, part, unfold(part.expr), unfold(part.value))
    raise NotExported(f"a {type(part).__name__.lower()} has no Coq text")


def roots_text(write: Writer, part: Roots, system: Sequence[sp.Expr]) -> str:
    """That the system's solutions are the listed points."""
    names = [write.names[v] for v in part.variables]
    solves = " /\\ ".join(f"{write.text(e)} = 0" for e in system)
    points = (
        " /\\ ".join(f"{n} = {write.text(v)}" for n, v in zip(names, point, strict=True))
        for point in part.points
    )
    listed = " \\/ ".join(f"({point})" for point in points)
    return f"(forall {' '.join(names)} : R, ({solves}) <-> ({listed or 'False'}))"


def zeros_text(text: Callable[[sp.Expr], str], part: Zeros) -> str:
    """That the equations of the system hold exactly where those of one of the sets do."""
    solves, *sets = (
        " /\\ ".join(f"{text(e)} = 0" for e in equations) for equations in (part.system, *part.sets)
    )
    listed = " \\/ ".join(f"({one})" for one in sets)
    return f"(({solves}) <-> ({listed}))"


def within(write: Writer, limit: Limit) -> Writer:
    """A writer for what stands under the limit, with the variable's own name."""
    variable = identifier(limit.variable.name)
    return Writer({**write.names, limit.variable: variable}, write.functions)


def limit_text(write: Writer, limit: Limit, expr: sp.Expr, value: sp.Expr) -> str:
    """That the expression tends to the value as the variable decreases to 0."""
    inner = within(write, limit)
    variable = inner.names[limit.variable]
    return (
        f"(forall e' : R, 0 < e' -> exists d' : R, 0 < d' /\\ forall {variable} : R, "
        f"0 < {variable} < d' -> Rabs ({inner.text(expr)} - {inner.text(value)}) < e')"
    )


def symbols_of(claim: Claim) -> tuple[sp.Symbol, ...]:
    """The symbols of the computed form, by name."""
    found: set[sp.Symbol] = set()
    for relation in claim.known():
        found |= relation.expr.free_symbols
    for hypothesis in claim.given.values():
        if isinstance(hypothesis, Semidefinite):
            found |= hypothesis.exact.free_symbols
    for part in claim.parts():
        if isinstance(part, Relation):
            found |= part.expr.free_symbols
        elif isinstance(part, Zeros):
            found |= set().union(*(unfold(e).free_symbols for e in part.expressions()))
        elif isinstance(part, Limit):
            spoken = unfold(part.expr).free_symbols | unfold(part.value).free_symbols
            found |= spoken - {part.variable}
    return tuple(sorted(found, key=str))


@dataclass(frozen=True)
class Course:
    """The symbols of a claim about an iteration, as they are quantified."""

    invariant: Invariant
    constants: tuple[sp.Symbol, ...]
    state: tuple[sp.Symbol, ...]
    inputs: tuple[sp.Symbol, ...]
    throughout: bool  # whether the hypotheses are assumed at the last state too, number k'

    @property
    def last(self) -> str:
        """The last state at which the hypotheses are assumed; the first one is among them."""
        return "k'" if self.throughout else "(pred k')"

    def before(self, number: str, smaller: str) -> str:
        """The proof that they are assumed at the state of this number, from one that it is less
        than k'."""
        lemma = "Nat.lt_le_incl" if self.throughout else "Nat.lt_le_pred"
        return f"({lemma} {number} k' {smaller})"

    @property
    def sequences(self) -> tuple[sp.Symbol, ...]:
        return (*self.state, *self.inputs)

    def names(self, index: str) -> dict[sp.Symbol, str]:
        """The text of each symbol at the state of this number."""
        plain = {s: identifier(s.name) for s in self.constants}
        return plain | {s: f"({identifier(s.name)} {index})" for s in self.sequences}


def course_of(claim: Claim, refuted: bool = False) -> Course:
    """How the symbols of a claim about an iteration are quantified. An invariant at a state follows
    from the hypotheses at those before it; other conclusions, and what refutes, need them there."""
    invariant = claim.iteration
    if invariant is None:
        raise NotExported("no iteration")
    free = set(claim.symbols())
    constants = invariant.constants & free | invariant.constants
    state = set(invariant.state)
    inputs = free - constants - state - claim.bound()
    return Course(
        invariant,
        tuple(sorted(constants, key=str)),
        invariant.state,
        tuple(sorted(inputs, key=str)),
        refuted or not all(isinstance(part, Invariant) for part in claim.parts()),
    )


class Lemmas:
    """The lemmas of one claim, in the order in which they are proved."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._made: dict[int, tuple[Derived, Lemma]] = {}

    def of(self, node: Derived) -> Lemma:
        """The lemma of a node, written after those on which it rests. Raises `NotExported`."""
        if id(node) not in self._made:
            from provenscape.coq.rules import WRITERS  # the rules call this back for premises

            if node.rule not in WRITERS:
                raise NotExported(f"the rule {node.rule} has no Coq proof")
            lemma = WRITERS[node.rule](self, node)
            self._made[id(node)] = node, lemma
        return self._made[id(node)][1]

    def name(self) -> str:
        return f"lemma_{len(self.texts)}"

    def add(
        self,
        claim: Claim,
        statement: str,
        proof: Sequence[str],
        symbols: tuple[sp.Symbol, ...] | None = None,
    ) -> Lemma:
        """Write a lemma of a claim with this statement and proof."""
        name = self.name()
        body = "\n".join(proof)
        self.texts.append(f"Lemma {name} : {statement}.\nProof.\n{body}\nQed.\n")
        return Lemma(name, symbols_of(claim) if symbols is None else symbols, claim)

    def plain(
        self, claim: Claim, proof: Callable[[Writer, tuple[str, ...]], list[str]],
        extra: Sequence[sp.Symbol] = (),
    ) -> Lemma:  # fmt: skip
        """Write the lemma of a claim that is about no iteration: hypotheses, then conclusions."""
        symbols = tuple(sorted({*symbols_of(claim), *extra}, key=str))
        write = Writer(symbols)
        labels = tuple(f"h'{i}" for i in range(len(claim.given)))
        names = list(write.names.values())
        quantified = f"forall {' '.join(names)} : R, " if names else ""
        assumed = "".join(f"{hypothesis_text(write, h)} -> " for h in claim.given.values())
        then = " /\\ ".join(f"({part_text(write, part)})" for part in claim.parts())
        lines = proof(write, labels)
        intros = [f"intros {' '.join([*names, *labels])}."] if names or labels else []
        return self.add(claim, f"{quantified}{assumed}{then}", [*intros, *lines], symbols)
