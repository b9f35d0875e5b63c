"""A claim: what is said, of which symbols, under which hypotheses, as data apart from every proof.

It is read in the order in which it is printed: for every value of the parameters; if there are
constants to be found, there are positive ones such that; for every value of the variables: if the
hypotheses hold, then the conclusions do. Hypotheses about parameters alone restrict these.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

import sympy as sp

from provenscape.kernel.cone import require_defined
from provenscape.kernel.language import Definition, Rejected, admit_symbol, definitions
from provenscape.kernel.relations import (
    Chance,
    Conclusion,
    Inertia,
    Invariant,
    Limit,
    Names,
    Relation,
    Roots,
    gt,
    latex_of,
)

COVERAGE = re.compile(r"whole|instance|definition|part [a-z0-9-]+")
GREEK = {
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi",
    "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi",
    "Psi", "Omega",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the dictionary: symbols of one kind, what they mean, and their LaTeX if special."""

    symbols: tuple[sp.Symbol, ...]
    meaning: str
    latex: str | None


@dataclass(frozen=True, eq=False, slots=True)
class Claim:
    """A statement with its place among the documents' items.

    id          the name of its file, with hyphens
    says        the statement in words: what is proved, or what a refuted claim would have said
    items       the inventory items that it is about, each with how it covers it: ``whole``,
                ``part NAME`` (of the parts in documents/parts.yaml), ``instance``, ``definition``
    given       the hypotheses, by name
    then        the conclusion, or several that hold together
    where       the dictionary: symbol, or tuple of symbols of one kind, to its meaning, or to its
                meaning and LaTeX; arguments of named functions need none
    parameters  of a claim with constants, the symbols that come before them: for every
    constants   symbols that are to be found, each positive: there is. Such a claim can only be
                refuted here, and is proved by a claim that gives the constants
    facts       the theorem of documents/facts.yaml that a hypothesis stands for, by its name
    bridges     the theorems that lead from the formula to the words
    tight       whether the conclusion is attained
    repairs     the claim whose failure this one corrects
    scope       what was fixed: sizes, dimensions, functions
    """

    id: str
    says: str
    items: Mapping[str, str]
    given: Mapping[str, Relation]
    then: Conclusion | tuple[Conclusion, ...]
    where: Any = ()
    parameters: tuple[sp.Symbol, ...] = ()
    constants: tuple[sp.Symbol, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    bridges: tuple[str, ...] = ()
    tight: bool | None = None
    repairs: str | None = None
    scope: str | None = None

    def __post_init__(self) -> None:
        for name in ("items", "given", "facts"):
            if not isinstance(value := getattr(self, name), Mapping):
                raise Rejected(f"{name} of {self.id} must be a mapping, not {value!r}")
            object.__setattr__(self, name, MappingProxyType(dict(value)))
        if any(type(name) is not str for name in self.given):
            raise Rejected(f"the hypotheses of {self.id} must map names to relations")
        for item, coverage in self.items.items():
            if type(coverage) is not str or not COVERAGE.fullmatch(coverage):
                raise Rejected(
                    f"items of {self.id}: {item}: {coverage!r}; say whole, instance, definition "
                    "or part NAME"
                )
        for name in ("parameters", "constants"):
            value = tuple(map(admit_symbol, getattr(self, name)))
            object.__setattr__(self, name, value)
        object.__setattr__(self, "bridges", tuple(self.bridges))
        object.__setattr__(self, "where", tuple(dictionary(self.where)))
        if type(self.then) is list:
            object.__setattr__(self, "then", tuple(self.then))
        self._require_form()
        self._require_meaning()

    def _require_form(self) -> None:
        for relation in self.given.values():
            if type(relation) is not Relation:
                raise Rejected(f"hypothesis {relation!r} of {self.id} is no relation")
        for part in self.parts():
            if type(part) not in (Relation, Inertia, Roots, Limit, Invariant, Chance):
                raise Rejected(f"conclusion {part!r} of {self.id} is no statement")
        if not self.parts():
            raise Rejected(f"{self.id} concludes nothing")
        if set(self.parameters) & set(self.constants) or (self.parameters and not self.constants):
            raise Rejected(
                f"{self.id}: parameters are the symbols that come before constants to be found"
            )
        strange = sorted(set(self.facts) - set(self.given))
        if strange:
            raise Rejected(f"facts of {self.id}: {strange[0]} is no hypothesis")
        if self.constants and any(type(part) is not Relation for part in self.parts()):
            raise Rejected(f"{self.id}: constants are found for relations alone")

    def _require_meaning(self) -> None:
        """Every expression is defined wherever the hypotheses hold; no hypothesis is about a
        variable that the conclusion binds; each name stands for one function."""
        hypotheses = tuple(self.given.values())
        assumed = set().union(*(h.expr.free_symbols for h in hypotheses))
        for part in (*hypotheses, *self.parts()):
            known: tuple[Relation, ...] = hypotheses
            if isinstance(part, (Limit, Roots)):
                bound = (part.variable,) if isinstance(part, Limit) else part.variables
                if assumed & set(bound):
                    raise Rejected(f"a hypothesis of {self.id} is about the variables {bound}")
            if isinstance(part, Limit):
                known = (*hypotheses, gt(part.variable))
            for expr in part.expressions():
                require_defined(expr, (*known, *map(gt, self.constants)))
        named: dict[str, Definition] = {}
        for one in self.definitions():
            if named.setdefault(one.name, one) != one or one.name in map(str, self.symbols()):
                raise Rejected(f"{self.id}: {one.name} names two things; rename one")

    def definitions(self) -> list[Definition]:
        """The named functions of the statement, by name."""
        found: set[Definition] = set()
        for part in (*self.given.values(), *self.parts()):
            for expr in part.expressions():
                found |= definitions(expr)
        return sorted(found, key=lambda d: (d.name, sp.srepr(d.body)))

    def symbols(self) -> list[sp.Symbol]:
        """The free symbols of the statement, by name."""
        found: set[sp.Symbol] = set(self.constants) | set(self.parameters)
        for part in (*self.given.values(), *self.parts()):
            found |= set().union(*(e.free_symbols for e in part.expressions()))
            if isinstance(part, Chance):
                found -= {part.probability}
        return sorted(found, key=lambda s: s.name)

    def bound(self) -> set[sp.Symbol]:
        """The variables that a conclusion binds: those of a solution set, a limit, an iteration."""
        found: set[sp.Symbol] = set()
        for part in self.parts():
            if isinstance(part, Roots):
                found |= set(part.variables)
            elif isinstance(part, Limit):
                found.add(part.variable)
        return found

    def parts(self) -> tuple[Conclusion, ...]:
        """The conclusions that hold together."""
        return self.then if isinstance(self.then, tuple) else (self.then,)

    def part(self, index: int) -> "Claim":
        """The same hypotheses with one of the conclusions."""
        return replace(self, then=self.parts()[index])

    def without(self, hypothesis: str) -> "Claim":
        """The statement with one hypothesis dropped."""
        kept = {k: v for k, v in self.given.items() if k != hypothesis}
        return replace(self, given=kept, facts={k: v for k, v in self.facts.items() if k in kept})

    def lemma(self, name: str, given: Mapping[str, Relation], then: Any) -> "Claim":
        """A statement on the way to this one."""
        return replace(
            self, id=f"{self.id}: {name}", given=given, then=then, facts={}, bridges=(),
            parameters=(), constants=(),
        )  # fmt: skip

    def at_start(self, index: int = 0) -> "Claim":
        """What is to be shown of the first state: a relation of the invariant, with its start."""
        invariant = self._invariant()
        given = {}
        for name, hypothesis in self.given.items():
            try:
                given[name] = hypothesis.subs(invariant.start)
            except Rejected:  # SymPy folds it; the start is to be shown without it
                continue
        then = invariant.relations[index].subs(invariant.start)
        return self.lemma(f"start {index}", given, then)

    def at_next_state(self, index: int = 0) -> "Claim":
        """What is to be shown of a step: a relation of the invariant, with the next state.

        The relations at the state before are the hypotheses ``invariant``, or ``invariant.0``,
        ``invariant.1`` … where there are several.
        """
        invariant = self._invariant()
        before = named("invariant", invariant.relations)
        then = invariant.relations[index].subs(invariant.update)
        return self.lemma(f"step {index}", {**self.given, **before}, then)

    def _invariant(self) -> Invariant:
        if not isinstance(self.then, Invariant):
            raise Rejected(f"{self.id} concludes no invariant")
        return self.then

    def require_dictionary(self) -> None:
        """Raise `Rejected` for a symbol without meaning, or a meaning of nothing."""
        arguments = {v for d in self.definitions() for v in d.variables} | self.bound()
        explained = {s for entry in self.where for s in entry.symbols}
        for symbol in self.symbols():
            if symbol not in explained | arguments:
                raise Rejected(f"where: {symbol} of {self.id} has no meaning; add it")
        parameters = {p for d in self.definitions() for p in d.parameters}
        for symbol in sorted(explained - set(self.symbols()) - arguments - parameters, key=str):
            raise Rejected(f"where: {symbol} does not occur in {self.id}; remove it")

    def names(self) -> Names:
        """The LaTeX of each symbol: as the dictionary has it, words upright, letters as usual."""
        found = {s: typeset(s) for s in {*self.symbols(), *self.bound(), *self._all_variables()}}
        for entry in self.where:
            if entry.latex is not None:
                found |= dict.fromkeys(entry.symbols, bracketed(entry.latex))
        return found

    def _all_variables(self) -> set[sp.Symbol]:
        return {v for d in self.definitions() for v in (*d.variables, *d.parameters)}

    def quantifiers(self) -> list[tuple[str, list[sp.Symbol]]]:
        """The symbols in the order in which they are quantified, with how they are."""
        rest = [s for s in self.symbols() if s not in {*self.constants, *self.parameters}]
        rest = [s for s in rest if s not in self.bound()]
        split: list[tuple[str, Iterable[sp.Symbol]]] = [("for all real", rest)]
        if isinstance(self.then, Invariant):
            state, constants = set(self.then.state), self.then.constants
            split = [
                ("for all real", [s for s in rest if s in constants]),
                (
                    "and at t = 0, 1, 2, … any real",
                    [s for s in rest if s not in constants | state],
                ),
            ]
        elif self.constants:
            split = [
                ("for all real", self.parameters),
                (
                    "there are positive" if self.constants[1:] else "there is a positive",
                    self.constants,
                ),
                ("such that for all real", rest),
            ]
        return [(words, list(symbols)) for words, symbols in split if symbols]

    def text(self) -> str:
        """The statement as a reader sees it: functions, quantifiers, hypotheses, conclusions.

        What a symbol means comes last: it is how to read the statement, and no part of what is
        assumed.
        """
        lines = [f"let {_signature(d)} = {sp.sstr(d.body)}" for d in self.definitions()]
        early = self._early_hypotheses()
        for words, found in self.quantifiers():
            line = f"{words} {', '.join(map(str, found))}"
            if early and found == list(self.parameters):
                line += " with " + ", ".join(f"{self.given[n].text()} [{n}]" for n in early)
            lines.append(line)
        if isinstance(self.then, Invariant):
            lines.append(self.then.iteration())
        late = [name for name in self.given if name not in early]
        every = " for every t" if isinstance(self.then, Invariant) else ""
        if late:
            lines.append(f"assume{every}")
            lines += [f"    {self.given[name].text()}  [{name}]" for name in late]
        lines.append(f"then{every}" if late else "it holds that")
        for part in self.parts():
            lines += [f"    {line}" for line in part.text().splitlines()]
        if self.where:
            lines.append("meaning of the symbols (how to read it, not part of what is assumed)")
            for entry in self.where:
                lines.append(f"    {', '.join(map(str, entry.symbols))}: {entry.meaning}")
        return "\n".join(lines)

    def _early_hypotheses(self) -> list[str]:
        """Of a claim with constants, the hypotheses that are about the parameters alone."""
        parameters = set(self.parameters)
        return [
            name
            for name, relation in self.given.items()
            if parameters
            and set().union(*(e.free_symbols for e in relation.expressions())) <= parameters
        ]

    def latex(self) -> str:
        """The statement without its dictionary, in display LaTeX."""
        names = self.names()
        lines = [
            f"{_signature(d, lambda s: latex_of(s, names))} = {latex_of(d.body, names)}"
            for d in self.definitions()
        ]
        for words, found in self.quantifiers():
            listed = ", ".join(latex_of(s, names) for s in found)
            lines.append(rf"\text{{{words} }} {listed}")
        given = r",\; ".join(r.latex(names) for r in self.given.values())
        every = r"\text{ for every } t" if given and isinstance(self.then, Invariant) else ""
        then = r",\; ".join(part.latex(names) for part in self.parts())
        lines.append((given + every + r" \;\Rightarrow\; " if given else "") + then)
        return r" \\ ".join(lines)

    def digest(self) -> str:
        """SHA-256 of the statement, its dictionary's meanings and the facts that it names.

        Not of its proof, its title or its place among the items.
        """
        canonical = (
            sorted((n, r.op, *map(sp.srepr, r.expressions())) for n, r in self.given.items()),
            [
                (type(p).__name__, p.text(), [sp.srepr(e) for e in p.expressions()])
                for p in self.parts()
            ],
            [list(map(str, self.parameters)), list(map(str, self.constants))],
            sorted((str(s), e.meaning) for e in self.where for s in e.symbols),
            [sorted(self.facts.items()), sorted(self.bridges)],
        )
        return hashlib.sha256(repr(canonical).encode()).hexdigest()


def _signature(definition: Definition, shown: Callable[[sp.Symbol], str] = str) -> str:
    """The function with its variables, and after a semicolon its parameters."""
    listed = ", ".join(map(shown, definition.variables))
    parameters = ", ".join(map(shown, definition.parameters))
    return f"{definition.name}({listed}{'; ' if parameters else ''}{parameters})"


def dictionary(where: Any) -> Iterable[Entry]:
    """The entries of ``where``: symbol or symbols to meaning, or to (meaning, LaTeX)."""
    seen: set[sp.Symbol] = set()
    if not isinstance(where, Mapping):
        for entry in where:  # made before, as `dataclasses.replace` passes them on
            if type(entry) is not Entry:
                raise Rejected(f"where: {entry!r} maps no symbol to a meaning")
            yield entry
        return
    for key, value in where.items():
        symbols = tuple(map(admit_symbol, key)) if isinstance(key, tuple) else (admit_symbol(key),)
        meaning, latex = value if isinstance(value, tuple) else (value, None)
        if type(meaning) is not str or not meaning.strip() or type(latex) not in (str, type(None)):
            raise Rejected(f"where: {key}: give a meaning in words, or (meaning, LaTeX)")
        if seen & set(symbols) or (latex is not None and len(symbols) > 1):
            raise Rejected(f"where: {key}: each symbol once, and one LaTeX for one symbol")
        seen |= set(symbols)
        yield Entry(symbols, meaning, latex)


def named(name: str, relations: tuple[Relation, ...]) -> dict[str, Relation]:
    """The relations by name: the name itself for one, name.0, name.1 … for several."""
    if len(relations) == 1:
        return {name: relations[0]}
    return {f"{name}.{i}": relation for i, relation in enumerate(relations)}


def bracketed(latex: str) -> str:
    """The LaTeX as one factor: in parentheses where it is a sum."""
    depth = 0
    for index, letter in enumerate(latex):
        depth += {"(": 1, "{": 1, "[": 1, ")": -1, "}": -1, "]": -1}.get(letter, 0)
        if depth == 0 and index and letter in "+-":
            return rf"\left({latex}\right)"
    return latex


def typeset(symbol: sp.Symbol) -> str:
    """LaTeX of a symbol that has none of its own: a word upright, a letter with its index."""
    head, *index = symbol.name.split("_")
    word = re.fullmatch(r"([A-Za-z]+)([0-9]*)", head)
    if word and not index and (len(word[1]) == 1 or word[1] in GREEK):
        return str(sp.latex(symbol))
    if word is None or len(word[1]) == 1 or word[1] in GREEK:
        return str(sp.latex(symbol))
    below = "".join([word[2], *([", ".join(index)] if index else [])])
    return rf"\mathrm{{{word[1]}}}" + (rf"_{{\mathrm{{{below}}}}}" if below else "")
