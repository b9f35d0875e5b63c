"""The statement of a claim in Coq: both sides as written, functions as definitions, quantifiers in
their order; and the tactics between this and the computed form of its relations."""

from collections.abc import Iterable
from typing import Any

import sympy as sp

from provenscape.coq.lemmas import (
    Course,
    bounds_of,
    course_of,
    for_all_vectors,
    form_text,
    limit_text,
    roots_text,
    zeros_text,
)
from provenscape.coq.signs import FIELD, Signs
from provenscape.coq.text import NotExported, Writer, comment, identifier
from provenscape.kernel import Claim, Inertia, Invariant, Limit, Relation, Roots, Zeros
from provenscape.kernel.cone import nonzero, positive
from provenscape.kernel.engines import body_of, derived, sources_in, unfold
from provenscape.kernel.language import Definition, FunctionValue, nodes
from provenscape.kernel.relations import Hypothesis

Key = tuple[Definition, tuple[int, ...]]


class Functions:
    """The named functions of a claim and those of their derivatives that it speaks of."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.names: dict[Key, str] = {}
        self.definitions: list[str] = []
        self.derivatives: list[str] = []  # lemmas: which formula each derivative is
        for definition in claim.definitions():
            self._define(definition)
        for definition, orders in sorted(values_of(claim), key=lambda v: (v[0].name, v[1])):
            self._derive(definition, orders)

    def _variables(self, definition: Definition) -> list[str]:
        return [identifier(s.name) for s in (*definition.variables, *definition.parameters)]

    def _define(self, definition: Definition) -> None:
        name = identifier(definition.name)
        names = self._variables(definition)
        write = Writer((*definition.variables, *definition.parameters))
        self.names[definition, (0,) * len(definition.variables)] = name
        body = write.text(definition.body)
        self.definitions.append(f"Definition {name} ({' '.join(names)} : R) : R := {body}.\n")

    def _derive(self, definition: Definition, orders: tuple[int, ...]) -> str:
        """Define a partial derivative as the derivative of one of lower order; state that the
        function has a derivative, and which formula it is."""
        if (definition, orders) in self.names:
            return self.names[definition, orders]
        last = max(i for i, order in enumerate(orders) if order)
        lower = tuple(o - (i == last) for i, o in enumerate(orders))
        below = self._derive(definition, lower)
        along = identifier(definition.variables[last].name)
        name = f"{below}'{along.rstrip(chr(39))}"
        names = self._variables(definition)
        formula = derived(definition.body, definition.variables, lower)
        write = Writer((*definition.variables, *definition.parameters))
        after = write.text(derived(definition.body, definition.variables, orders))
        listed = " ".join(names)
        meaning, conditions = meaning_of(definition, orders)
        self.names[definition, orders] = name
        assumed = "".join(f"{condition} -> " for condition, _ in conditions)
        labels = " ".join(f"c'{i}" for i in range(len(conditions)))
        value = f"apply {below}'value; assumption" if any(lower) else f"unfold {below}; reflexivity"
        before = nearby(conditions, along, write.text(formula), value)
        self.definitions.append(
            f"Definition {name} ({listed} : R) : R := Derive (fun {along} => {below} {listed}) "
            f"{along}.\n"
        )
        self.derivatives.append(
            f"Lemma {name}'derives : forall {listed} : R, "
            f"{assumed}is_derive (fun {along} => {below} {listed}) {along} {after}.\n"
            f"Proof.\nintros {listed} {labels}. {meaning}\n{before}derive_by_form.\nQed.\n"
            f"Lemma {name}'value : forall {listed} : R, {assumed}{name} {listed} = {after}.\n"
            f"Proof.\nintros {listed} {labels}. unfold {name}. "
            f"apply is_derive_unique, {name}'derives; assumption.\nQed.\n"
        )
        return name

    def defined_at(self, write: Writer, claim: Claim) -> list[str]:
        """Tactics that put into the context the conditions under which derivatives that the
        conclusions speak of have their value at a point where they take another form."""
        known, labels = bounds_of(claim, [f"h'{i}" for i in range(len(claim.given))])
        signs = Signs(write, known, labels)
        values = (node for p in claim.parts() for expr in p.expressions() for node in nodes(expr))
        lines: dict[str, None] = {}
        places: dict[tuple[Any, ...], None] = {}
        for value in dict.fromkeys(values):
            if type(value) is not FunctionValue or not any(value.orders):
                continue
            if not value.free_symbols <= set(write.names):  # a root of which a conclusion speaks
                continue
            at = tuple((s, unfold(v)) for s, v in value.substitution().items())
            places |= {(kind, inner, at): None for kind, inner in sources_in(body_of(value))}
        for kind, inner, at in places:
            there = Writer({s: write.text(v) for s, v in at})
            moved = inner.subs(at, simultaneous=True)
            text, short = there.text(inner), write.text(moved)
            strict = kind != "denominator"
            evident = (positive if strict else nonzero)(moved, known)
            if moved.is_Number or text == short or not evident:
                continue
            goal = f"0 < {text}" if strict else f"{text} <> 0"
            tactic = signs.sign(moved, True) if strict else signs.nonzero(moved)
            same = f"replace {text} with {short} by {FIELD}"
            lines[f"assert ({goal}) by ({same}; {tactic})."] = None
        return list(lines)

    def convert(self, *expressions: sp.Expr) -> str:
        """A tactic that puts values and bodies for the functions in a goal about these expressions;
        for all functions, if none are given."""
        spoken = values_in(expressions) if expressions else set(self.names)
        used = [
            (any(orders), name) for (d, orders), name in self.names.items() if (d, orders) in spoken
        ]
        values = "".join(
            f"rewrite ?{name}'value by side; " for derived, name in reversed(used) if derived
        )
        bodies = ", ".join(name for derived, name in used if not derived)
        return values + (f"unfold {bodies}; " if bodies else "")


def nearby(conditions: list[tuple[str, str]], along: str, before: str, reduced: str) -> str:
    """Tactics that put the value of the lower derivative under the derivative; where it has one
    under conditions alone, these hold nearby too."""
    if not conditions:
        return (
            f"apply (is_derive_ext (fun {along} => {before})). {{ intro; symmetry; {reduced}. }}\n"
        )
    lines = [f"apply (is_derive_ext_loc (fun {along} => {before})). {{"]
    for i, (condition, inner) in enumerate(conditions):
        lemma = "nonzero_nearby" if condition.endswith("<> 0") else "positive_nearby"
        lines.append(
            f"assert (n'{i} := {lemma} (fun {along} => {inner}) {along} "
            f"ltac:(has_derivative) c'{i})."
        )
    last = len(conditions) - 1
    gathered = f"n'{last}"
    for i in reversed(range(last)):
        gathered = f"(filter_and _ _ n'{i} {gathered})"
    pattern = " & ".join(f"e'{i}" for i in range(len(conditions)))
    opened = f"({pattern})" if last else pattern
    lines.append(
        f"generalize {gathered}. apply filter_imp. intros {along}'' {opened}. "
        f"symmetry. {reduced}. }}"
    )
    return "\n".join(lines) + "\n"


def meaning_of(
    definition: Definition, orders: tuple[int, ...]
) -> tuple[str, list[tuple[str, str]]]:
    """Tactics that show denominators and arguments of logarithms of a body to be as they must, and
    the conditions, each with its expression, where this is not evident."""
    write = Writer((*definition.variables, *definition.parameters))
    lines: dict[str, None] = {}
    conditions: dict[str, str] = {}
    signs = Signs(write, (), ())
    for body in (definition.body, derived(definition.body, definition.variables, orders)):
        for kind, inner in sources_in(body):
            text = write.text(inner)
            if not inner.free_symbols:
                continue
            if kind == "denominator":
                if nonzero(inner):
                    lines[f"assert ({text} <> 0) by ({signs.nonzero(inner)})."] = None
                else:
                    conditions[f"{text} <> 0"] = text
            elif positive(inner):
                lines[f"assert (0 < {text}) by ({signs.sign(inner, True)})."] = None
            else:
                conditions[f"0 < {text}"] = text
    return " ".join(lines), list(conditions.items())


def values_of(claim: Claim) -> set[Key]:
    """The values and derivatives of named functions of which a claim speaks."""
    parts = (*claim.given.values(), *claim.parts())
    return values_in(expr for part in parts for expr in part.expressions())


def values_in(expressions: Iterable[sp.Expr]) -> set[Key]:
    """Those of which these expressions speak."""
    found = (node for expr in expressions for node in nodes(expr) if type(node) is FunctionValue)
    return {(value.definition, value.orders) for value in found}


def relation_text(write: Writer, relation: Relation) -> str:
    return f"{write.text(relation.left)} {relation.op} {write.text(relation.right)}"


def assumed_text(write: Writer, hypothesis: Hypothesis) -> str:
    """A hypothesis as it is written; of a semidefinite matrix, that v' M v >= 0 for every v."""
    if isinstance(hypothesis, Relation):
        return relation_text(write, hypothesis)
    return f"({for_all_vectors(hypothesis)}{form_text(write, hypothesis.matrix)} >= 0)"


OF = {">=": "of_ge", ">": "of_gt", "=": "of_eq", "<=": "of_le", "<": "of_lt"}
TO = {">=": "to_ge", ">": "to_gt", "=": "to_eq", "<=": "to_le", "<": "to_lt"}


def written_part(write: Writer, part: object) -> str:
    """A conclusion as it is written."""
    if isinstance(part, Relation):
        return relation_text(write, part)
    if isinstance(part, Invariant):
        return " /\\ ".join(f"({relation_text(write, r)})" for r in part.relations)
    if isinstance(part, Inertia):
        rows = ("; ".join(map(write.text, part.matrix.row(i))) for i in range(part.matrix.rows))
        matrix = f"[{'; '.join(f'[{row}]' for row in rows)}]"
        return f"inertia_of {matrix} {part.positive} {part.negative} {part.zero}"
    if isinstance(part, Roots):
        names = {**write.names, **{v: identifier(v.name) for v in part.variables}}
        return roots_text(Writer(names, write.functions), part, part.system)
    if isinstance(part, Zeros):
        return zeros_text(write.text, part)
    if isinstance(part, Limit):
        return limit_text(write, part, part.expr, part.value)
    raise NotExported(f"a {type(part).__name__.lower()} has no Coq text")


def quantified(symbols: Iterable[sp.Symbol]) -> str:
    names = [identifier(s.name) for s in symbols]
    return f"forall {' '.join(names)} : R,\n  " if names else ""


def conclusions(write: Writer, claim: Claim) -> str:
    return "\n  /\\ ".join(f"({written_part(write, part)})" for part in claim.parts())


def statement(claim: Claim, functions: Functions, refuted: bool = False) -> str:
    """The statement as one proposition; of a refuted claim, what does not hold."""
    if claim.iteration is not None:
        return along_statement(claim, course_of(claim, refuted), functions)
    write = Writer([*claim.symbols(), *claim.bound()], functions.names)
    if claim.constants:
        return _with_constants(claim, write)
    text = quantified(s for s in claim.symbols() if s not in claim.bound())
    text += "".join(f"{assumed_text(write, h)} ->\n  " for h in claim.given.values())
    return text + conclusions(write, claim)


def _with_constants(claim: Claim, write: Writer) -> str:
    early = claim._early_hypotheses()
    text = quantified(claim.parameters)
    text += "".join(f"{relation_text(write, claim.given[n])} ->\n  " for n in early)
    for constant in claim.constants:
        name = identifier(constant.name)
        text += f"exists {name} : R, 0 < {name} /\\\n  "
    outer = {*claim.parameters, *claim.constants, *claim.bound()}
    inner = quantified(s for s in claim.symbols() if s not in outer)
    inner += "".join(
        f"{relation_text(write, h)} ->\n  " for n, h in claim.given.items() if n not in early
    )
    return f"{text}({inner}{conclusions(write, claim)})"


def along_statement(claim: Claim, course: Course, functions: Functions) -> str:
    """The statement of a claim about an iteration: what holds at state k, if the updates were made
    before it and the hypotheses hold at the first one and up to the last one for which they are
    assumed (`Course.last`)."""
    first, now, here = (Writer(course.names(i), functions.names) for i in ("0%nat", "j'", "k'"))
    text = quantified(course.constants)
    text += f"forall {' '.join(identifier(s.name) for s in course.sequences)} : nat -> R,\n  "
    following = course.names("(S j')")
    for s in course.state:
        text += f"{first.names[s]} = {first.text(course.invariant.start[s])} ->\n  "
    text += "forall k' : nat,\n  "
    for s in course.state:
        update = now.text(course.invariant.update[s])
        text += f"(forall j' : nat, (j' < k')%nat -> {following[s]} = {update}) ->\n  "
    for h in claim.given.values():
        text += f"(forall j' : nat, (j' <= {course.last})%nat -> {relation_text(now, h)}) ->\n  "
    return text + conclusions(here, claim)


def dictionary(claim: Claim) -> str:
    """What the symbols mean, as comments."""
    lines = [comment(claim.says)]
    for entry in claim.where:
        lines.append(comment(f"{', '.join(map(str, entry.symbols))}: {entry.meaning}"))
    return "\n".join(lines) + "\n"
