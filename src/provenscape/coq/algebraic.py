"""`combine`, `sos` and `chain`: one identity, and the sign of each of its terms.

conclusion * scale = sum of multiplier * hypothesis + sum of c q², which `field` checks; then the
terms' signs by explicit lemmas (a product, sum, power or inverse of what is positive), down to
leaves that follow from one hypothesis by linear arithmetic.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import sympy as sp

from provenscape.coq.derivation import Derived
from provenscape.coq.lemmas import SAME, Lemma, Lemmas, bound_text, hypothesis_text, vector
from provenscape.coq.signs import FIELD, Signs
from provenscape.coq.text import NotExported, Writer
from provenscape.kernel import Relation, Semidefinite
from provenscape.kernel.algebra import ldl
from provenscape.kernel.cone import positive
from provenscape.kernel.engines import unfold
from provenscape.kernel.language import admit
from provenscape.kernel.relations import Bound

Known = Mapping[str, tuple[Bound | Semidefinite, str]]
SCALED = {"=": "scaled_zero", ">=": "scaled_nonnegative", ">": "scaled_positive"}


class Summand(NamedTuple):
    """A term of the sum: its text, how 0 stands to it (=, <= or <), and a tactic for that."""

    text: str
    fact: str
    tactic: str


def combine(lemmas: Lemmas, node: Derived) -> Lemma:
    arguments = node.arguments
    return certified(lemmas, node, {}, arguments["using"], arguments["squares"])


def sos(lemmas: Lemmas, node: Derived) -> Lemma:
    arguments = node.arguments
    columns, pivots = ldl(sp.ImmutableMatrix(arguments["gram"]))
    basis = list(map(admit, arguments["basis"]))
    squares = [
        (d, sp.Add(*(columns[i][j] * z for i, z in enumerate(basis))))
        for j, d in enumerate(pivots)
        if d
    ]
    return certified(lemmas, node, {}, arguments["multipliers"] or {}, squares)


def chain(lemmas: Lemmas, node: Derived) -> Lemma:
    arguments = node.arguments
    return certified(lemmas, node, arguments["lemmas"], arguments["using"], arguments["squares"])


def certified(
    lemmas: Lemmas,
    node: Derived,
    premises: Mapping[str, Any],
    using: Mapping[str, Any],
    squares: Sequence[tuple[Any, Any]],
) -> Lemma:
    """The lemma of a claim that a certificate proves, with premises as further hypotheses."""
    claim = node.claim
    if not isinstance(claim.then, Relation):
        raise NotExported(f"{node.rule} concludes no single relation")
    then, factor = claim.then, unfold(admit(node.arguments["scale"]))
    weights = {name: weights_of(weight) for name, weight in using.items()}
    roots = [(unfold(admit(c)), unfold(admit(q))) for c, q in squares]
    entries = {
        name: entry if isinstance(entry, tuple) else (entry, {}) for name, entry in premises.items()
    }
    values = {
        name: {s: unfold(admit(v)) for s, v in at.items()} for name, (_, at) in entries.items()
    }
    used = {factor, *(part for root in roots for part in root)}
    used |= {e for pairs in weights.values() for c, entries in pairs for e in (c, *entries)}
    used |= {v for at in values.values() for v in at.values()}
    made = {name: lemmas.of(theorem) for name, (theorem, _) in entries.items()}
    for name, lemma in made.items():
        used |= set(lemma.symbols) - set(values[name])
    extra = set().union(*(e.free_symbols for e in used))

    def proof(write: Writer, labels: tuple[str, ...]) -> list[str]:
        pairs = zip(claim.given.items(), labels, strict=True)
        known: dict[str, tuple[Bound | Semidefinite, str]] = {
            name: (h.bound if isinstance(h, Relation) else h, label) for (name, h), label in pairs
        }
        for expr in (then.expr, factor):
            write.text(expr)
        for hypothesis in claim.given.values():
            hypothesis_text(write, hypothesis)
        for expr in sorted(used, key=sp.default_sort_key):
            write.text(expr)
        lines = signs_of(write, known).denominators()
        for name, lemma in made.items():
            bounds, new = premise(write, known, lemma, values[name], f"k'{name_index(made, name)}")
            lines += new
            for i, (bound, label) in enumerate(bounds):
                known[name if len(bounds) == 1 else f"{name}.{i}"] = bound, label
        for name in weights:
            if name not in known:
                raise NotExported(f"there is no hypothesis {name}")
        signs = signs_of(write, known)
        summands = [
            product(signs, weight, entries, *known[name])
            for name, pairs in weights.items()
            for weight, entries in pairs
        ]
        summands += [square(signs, weight, root) for weight, root in roots]
        return lines + signs.denominators() + conclude(signs, then.bound, factor, summands)

    return lemmas.plain(claim, proof, sorted(extra, key=str))


def name_index(made: Mapping[str, Lemma], name: str) -> int:
    return list(made).index(name)


def weights_of(multiplier: Any) -> list[tuple[sp.Expr, list[sp.Expr]]]:
    """The weights of a hypothesis: one, or of a semidefinite matrix each with a vector."""
    if not isinstance(multiplier, (list, tuple)):
        return [(unfold(admit(multiplier)), [])]
    return [(unfold(admit(c)), [unfold(admit(e)) for e in entries]) for c, entries in multiplier]


def signs_of(write: Writer, known: Known) -> Signs:
    pairs = [(bound, label) for bound, label in known.values() if isinstance(bound, Bound)]
    return Signs(write, tuple(b for b, _ in pairs), tuple(label for _, label in pairs))


def premise(
    write: Writer,
    known: Known,
    lemma: Lemma,
    values: Mapping[sp.Symbol, sp.Expr],
    label: str,
) -> tuple[list[tuple[Bound, str]], list[str]]:
    """The conclusions of a lemma at these values, and the tactics that put them into the context.

    Its hypotheses there are evident, or follow from one that is known.
    """
    signs = signs_of(write, known)
    names = {s: write.text(values.get(s, s)) for s in lemma.symbols}
    inside = Writer(names)
    lines, proofs = [], []
    for i, hypothesis in enumerate(lemma.claim.given.values()):
        proofs.append(f"{label}'{i}")
        if isinstance(hypothesis, Semidefinite):
            there, entries = hypothesis_text(inside, hypothesis), vector(hypothesis)
            same = f"refine (same_nonnegative _ _ _ ({given(known, hypothesis, values)} {entries}))"
            lines.append(f"assert ({label}'{i} : {there}) by (intros {entries}; {same}; {FIELD}).")
            continue
        moved = hypothesis.bound.subs(values)
        there, here = bound_text(inside, hypothesis.bound), bound_text(write, moved)
        same = f"apply ({SAME[moved.sign]} _ {write.text(moved.expr)}); [{FIELD} | "
        tactic = signs.goal(moved)
        lines.append(
            f"assert ({label}'{i} : {there}) by "
            f"({tactic if there == here else f'{same}{tactic}]'})."
        )
    parts = lemma.claim.parts()
    found, whole = [], f"{label}'all"
    lines.append(f"pose proof {lemma.of(names, proofs)} as {whole}.")
    for i, part in enumerate(parts):
        if not isinstance(part, Relation):
            raise NotExported("a premise concludes no relation")
        moved = part.bound.subs(values)
        mine = f"{label}'part{i}"
        there = write.text(moved.expr)
        found.append((moved, mine))
        goal = bound_text(write, moved)
        lines.extend(signs_of(write, known).denominators() if i == 0 else [])
        lines.append(
            f"assert ({mine} : {goal}) by (apply ({SAME[moved.sign]} {there} "
            f"{inside.text(part.expr)}); [{FIELD} | exact {projection(whole, i, len(parts))}])."
        )
    return found, [line for k, line in enumerate(lines) if line not in lines[:k]]


def given(known: Known, hypothesis: Semidefinite, values: Mapping[sp.Symbol, sp.Expr]) -> str:
    """The label of the same matrix among those that are known to be semidefinite."""
    matrix = hypothesis.at(values)
    for other, label in known.values():
        if isinstance(other, Semidefinite) and other.exact == matrix:
            return label
    raise NotExported(f"a premise assumes {hypothesis.text()}")


def projection(label: str, index: int, count: int) -> str:
    """The part of a conjunction of so many."""
    for _ in range(index):
        label = f"(proj2 {label})"
    return label if index == count - 1 else f"(proj1 {label})"


def product(
    signs: Signs, weight: sp.Expr, entries: Sequence[sp.Expr], bound: Bound | Semidefinite,
    label: str,
) -> Summand:  # fmt: skip
    """The term weight * hypothesis, or weight * v' M v with the entries of v."""
    if isinstance(bound, Semidefinite):
        text = f"{signs.write.text(weight)} * {signs.write.text(bound.form(entries))}"
        form = f"{label} {' '.join(map(signs.write.text, entries))}"
        not_negative = f"refine (same_nonnegative _ _ _ ({form})); {FIELD}"
        tactic = f"apply Rmult_le_pos; [{signs.sign(weight, False)} | {not_negative}]"
        return Summand(text, "<=", tactic)
    text = f"{signs.write.text(weight)} * {signs.write.text(bound.expr)}"
    if bound.sign == "=":
        return Summand(text, "=", f"apply product_zero; exact {label}")
    if bound.sign == ">" and positive(weight, signs.known):
        tactic = f"apply Rmult_lt_0_compat; [{signs.sign(weight, True)} | exact {label}]"
        return Summand(text, "<", tactic)
    weaken = "apply weak; " if bound.sign == ">" else ""
    tactic = f"apply Rmult_le_pos; [{signs.sign(weight, False)} | {weaken}exact {label}]"
    return Summand(text, "<=", tactic)


def square(signs: Signs, weight: sp.Expr, root: sp.Expr) -> Summand:
    """The term weight * root²."""
    strict = positive(weight * root**2, signs.known)
    text = f"{signs.write.text(weight)} * {signs.write.text(root)} ^ 2"
    if strict:
        even = "apply (even_power_positive 2 1); [reflexivity | "
        tactic = (
            f"apply Rmult_lt_0_compat; [{signs.sign(weight, True)} | {even}{signs.nonzero(root)}]]"
        )
        return Summand(text, "<", tactic)
    tactic = f"apply Rmult_le_pos; [{signs.sign(weight, False)} | apply pow2_ge_0]"
    return Summand(text, "<=", tactic)


def conclude(signs: Signs, then: Bound, factor: sp.Expr, summands: Sequence[Summand]) -> list[str]:
    """The tactics from the terms to the conclusion."""
    write = signs.write
    total = " + ".join(f"({s.text})" for s in summands) or "0"
    lines = [
        f"assert (s' : 0 < {write.text(factor)}) by ({signs.sign(factor, True)}).",
        f"assert (i' : {write.text(factor)} * {write.text(then.expr)} = {total}) by {FIELD}.",
    ]
    for i, summand in enumerate(summands):
        lines.append(f"assert (t'{i} : 0 {summand.fact} {summand.text}) by ({summand.tactic}).")
    sign = {"=": "=", ">=": "<=", ">": "<"}[then.sign]
    facts = [s.fact for s in summands]
    lines.append(f"assert (total' : 0 {sign} {total}) by ({summed(facts, sign)}).")
    lines.append(f"exact ({SCALED[then.sign]} _ _ _ s' i' total').")
    return lines


def summed(facts: Sequence[str], sign: str) -> str:
    """A tactic for 0 to stand so to the sum of terms, from the facts t'0, t'1 … about them."""
    if not facts:
        return "reflexivity" if sign == "=" else "lra"
    last = len(facts) - 1
    own = {"=": "apply zero_is_nonnegative; ", "<": "apply weak; ", "<=": ""}
    exact = f"exact t'{last}"
    tactic = own[facts[last]] + exact if sign == "<=" else exact
    if last == 0:
        return tactic
    before = facts[:-1]
    if sign == "=":
        return f"apply sum_zero; [{summed(before, '=')} | {tactic}]"
    if sign == "<=":
        return f"apply Rplus_le_le_0_compat; [{summed(before, '<=')} | {tactic}]"
    if facts[last] == "<":
        return f"apply Rplus_le_lt_0_compat; [{summed(before, '<=')} | {tactic}]"
    weak = f"{own[facts[last]]}{exact}"
    return f"apply Rplus_lt_le_0_compat; [{summed(before, '<')} | {weak}]"
