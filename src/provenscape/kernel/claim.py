"""A claim: what is said, of which symbols, under which hypotheses, as data apart from every proof.

It is read in the order in which it is printed: for every value of the parameters; if there are
constants to be found, there are positive ones such that; for every value of the variables: if the
hypotheses hold, then the conclusions do. Hypotheses about parameters alone restrict these.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any, get_args

import sympy as sp

from provenscape.kernel.cone import require_defined
from provenscape.kernel.language import (
    Definition,
    Rejected,
    Spelled,
    admit_symbol,
    definitions,
    spelled,
)
from provenscape.kernel.relations import (
    Chance,
    Conclusion,
    Hypothesis,
    Invariant,
    Limit,
    Names,
    Relation,
    Roots,
    Semidefinite,
    Zeros,
    eq,
    gt,
    is_line,
    latex_of,
    le,
)

HYPOTHESIS = re.compile(r"\w[\w .'-]*")
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

    It does not change: its fields are set once, and whatever is derived from it is a new claim. Its
    mappings are views, behind which Python lets a determined comparison reach; the digest of a
    statement changed so is another one, and every rule and seal compares digests.

    id          the name of its file, with hyphens
    says        the statement in words: what is proved, or what a refuted claim would have said
    items       the inventory items that it is about, each with how it covers it: ``whole``,
                ``part NAME`` (of the parts in documents/parts.yaml), ``instance``, ``definition``
    given       the hypotheses, by name: relations, or a `Semidefinite`
    then        the conclusion, or several that hold together
    where       the dictionary: symbol, or tuple of symbols of one kind, to its meaning, or to its
                meaning and LaTeX; arguments of named functions need none
    parameters  of a claim with constants, the symbols that come before them: for every
    constants   symbols that are to be found, each positive: there is. Such a claim can only be
                refuted here, and is proved by a claim that gives the constants
    facts       the theorem of documents/facts.yaml that a hypothesis stands for, by its name
    bridges     the theorems that lead from the formula to the words
    tight       whether the conclusion is attained
    proves      the theorem of documents/facts.yaml that this claim derives
    repairs     the claim whose failure this one corrects
    about       what the statement is about, in words, where a claim and its repair have no function
                and no symbol in common
    scope       what was fixed: sizes, dimensions, functions
    """

    id: str
    says: str
    items: Mapping[str, str]
    given: Mapping[str, Any]
    then: Conclusion | tuple[Conclusion, ...]
    where: Any = ()
    parameters: tuple[sp.Symbol, ...] = ()
    constants: tuple[sp.Symbol, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    bridges: tuple[str, ...] = ()
    tight: bool | None = None
    proves: str | None = None
    repairs: str | None = None
    about: str | None = None
    scope: str | None = None
    made_as: str = field(init=False, repr=False)  # its digest when it was made

    def __post_init__(self) -> None:
        self._copy_texts()
        for name in ("parameters", "constants"):
            value = tuple(map(admit_symbol, getattr(self, name)))
            object.__setattr__(self, name, value)
        object.__setattr__(self, "where", tuple(dictionary(self.where)))
        given, then = self.given.items(), self.then
        object.__setattr__(
            self, "given", MappingProxyType({name: self._hypothesis(r) for name, r in given})
        )
        several = isinstance(then, (list, tuple))
        listed: Any = then if several else [then]
        parts = tuple(map(self._conclusion, listed))
        object.__setattr__(self, "then", parts if several else parts[0])
        self._require_form()
        object.__setattr__(self, "made_as", self.digest())
        if self.made_as not in _meaningful:
            self._require_meaning()
            _meaningful.add(self.made_as)

    def _copy_texts(self) -> None:
        for name in ("id", "says"):
            if type(getattr(self, name)) is not str:
                raise Rejected(f"{name} of a claim is a text")
        for name in ("items", "given", "facts"):
            if not isinstance(value := getattr(self, name), Mapping):
                raise Rejected(f"{name} of {self.id} must be a mapping, not {value!r}")
            object.__setattr__(self, name, MappingProxyType(dict(value)))
        for item, coverage in self.items.items():
            if type(item) is not str or type(coverage) is not str:
                raise Rejected(f"items of {self.id} map ids to how they are covered")
            if not COVERAGE.fullmatch(coverage):
                raise Rejected(
                    f"items of {self.id}: {item}: {coverage!r}; say whole, instance, definition "
                    "or part NAME"
                )
        for name in self.given:
            if type(name) is not str or not HYPOTHESIS.fullmatch(name):
                raise Rejected(
                    f"the hypotheses of {self.id} must map names to relations, not {name!r}"
                )
        if type(self.bridges) is str:
            raise Rejected(f"bridges of {self.id} are listed in a tuple")
        object.__setattr__(self, "bridges", tuple(self.bridges))
        if not all(map(is_line, (*self.facts, *self.facts.values(), *self.bridges))):
            raise Rejected(f"facts and bridges of {self.id} are named by their ids")
        texts = (self.proves, self.repairs, self.about, self.scope)
        if any(type(text) not in (str, type(None)) for text in texts):
            raise Rejected(f"proves, repairs, about and scope of {self.id} are texts")

    def _hypothesis(self, relation: Any) -> Hypothesis:
        if type(relation) is Semidefinite:
            return Semidefinite(relation.matrix)
        if type(relation) is not Relation:
            raise Rejected(f"hypothesis {relation!r} of {self.id} is no relation")
        return Relation(relation.left, relation.op, relation.right)

    def _conclusion(self, part: Any) -> Conclusion:
        if not any(type(part) is kind for kind in get_args(Conclusion)):
            raise Rejected(f"conclusion {part!r} of {self.id} is no statement")
        return replace(part)

    def _require_form(self) -> None:
        if not self.parts():
            raise Rejected(f"{self.id} concludes nothing")
        quantified = (*self.parameters, *self.constants)
        if len(set(quantified)) < len(quantified) or (self.parameters and not self.constants):
            raise Rejected(
                f"{self.id}: parameters are the symbols that come before constants to be found"
            )
        if len(self.parts()) > 1 and any(isinstance(part, Chance) for part in self.parts()):
            raise Rejected(f"{self.id}: a chance is concluded alone")
        if sum(isinstance(part, Invariant) for part in self.parts()) > 1:
            raise Rejected(f"{self.id}: one iteration for one claim; it may have several relations")
        strange = sorted(set(self.facts) - set(self.given))
        if strange:
            raise Rejected(f"facts of {self.id}: {strange[0]} is no hypothesis")
        if self.constants and any(type(part) is not Relation for part in self.parts()):
            raise Rejected(f"{self.id}: constants are found for relations alone")
        plain = not self.constants and all(type(part) is Relation for part in self.parts())
        if len(self.known()) < len(self.given) and not plain:
            raise Rejected(
                f"{self.id}: a semidefinite matrix is assumed where relations are concluded, and "
                "no constants are to be found"
            )

    def _require_meaning(self) -> None:
        """Every expression is defined wherever the hypotheses hold; no hypothesis is about a
        variable that the conclusion binds; each name stands for one function."""
        hypotheses = self.known()
        assumed = set().union(*(h.expr.free_symbols for h in hypotheses))
        for part in (*self.given.values(), *self.parts()):
            known: tuple[Relation, ...] = hypotheses
            if isinstance(part, (Limit, Roots)):
                bound = (part.variable,) if isinstance(part, Limit) else part.variables
                if assumed & set(bound):
                    raise Rejected(f"a hypothesis of {self.id} is about the variables {bound}")
            near = part.variable if isinstance(part, Limit) else None
            if near is not None:
                known = (*hypotheses, gt(near))
            for expr in part.expressions():
                require_defined(expr, (*known, *map(gt, self.constants)), near)
        named: dict[str, Definition] = {}
        defined = self.definitions()
        symbols = {symbol.name for symbol in self.symbols()} if defined else set()
        for one in defined:
            if named.setdefault(one.name, one) != one or one.name in symbols:
                raise Rejected(f"{self.id}: {one.name} names two things; rename one")

    def definitions(self) -> list[Definition]:
        """The named functions of the statement, by name."""
        found: set[Definition] = set()
        for part in (*self.given.values(), *self.parts()):
            for expr in part.expressions():
                found |= definitions(expr)
        return sorted(found, key=lambda d: (d.name, spelled(d.body)))

    def symbols(self) -> list[sp.Symbol]:
        """The free symbols of the statement, by name."""
        found: set[sp.Symbol] = set(self.constants) | set(self.parameters)
        for part in (*self.given.values(), *self.parts()):
            found |= set().union(*(e.free_symbols for e in part.expressions()))
            if isinstance(part, Chance):
                found -= {part.probability}
        return sorted(found, key=lambda s: s.name)

    def bound(self) -> set[sp.Symbol]:
        """The variables that a solution set or a limit binds, and that are free nowhere else."""
        found: set[sp.Symbol] = set()
        for part in self.parts():
            if isinstance(part, Roots):
                found |= set(part.variables)
            elif isinstance(part, Limit):
                found.add(part.variable)
        others = [part for part in self.parts() if not isinstance(part, (Roots, Limit))]
        for part in (*self.given.values(), *others):
            found -= set().union(*(e.free_symbols for e in part.expressions()))
        return found

    def parts(self) -> tuple[Conclusion, ...]:
        """The conclusions that hold together."""
        return self.then if isinstance(self.then, tuple) else (self.then,)

    def known(self) -> tuple[Relation, ...]:
        """The hypotheses that are relations."""
        return tuple(h for h in self.given.values() if type(h) is Relation)

    @property
    def iteration(self) -> Invariant | None:
        """The iteration at whose states the hypotheses are assumed, if the claim is about one."""
        return next((part for part in self.parts() if isinstance(part, Invariant)), None)

    def part(self, index: int) -> "Claim":
        """The same hypotheses with one of the conclusions."""
        return replace(self, then=self.parts()[index])

    def without(self, hypothesis: str) -> "Claim":
        """The statement with one hypothesis dropped."""
        kept = {k: v for k, v in self.given.items() if k != hypothesis}
        return replace(self, given=kept, facts={k: v for k, v in self.facts.items() if k in kept})

    def lemma(self, name: str, given: Mapping[str, Any], then: Any) -> "Claim":
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

    def into_sets(self) -> "Claim":
        """What is to be shown of the solutions of a system, with its equations as hypotheses
        ``system``, or ``system.0``, ``system.1`` …: that they lie on one of the sets."""
        zeros = self._zeros()
        given = {**self.given, **named("system", tuple(map(eq, zeros.system)))}
        return self.lemma("into the sets", given, le(zeros.product(), 0))

    def from_set(self, index: int) -> "Claim":
        """What is to be shown of a set, with its equations as hypotheses ``set`` or ``set.0`` …:
        that the equations of the system hold there."""
        zeros = self._zeros()
        if index not in range(len(zeros.sets)):
            raise Rejected(f"{self.id} has no set {index}; it has {len(zeros.sets)}, from 0")
        given = {**self.given, **named("set", tuple(map(eq, zeros.sets[index])))}
        then = tuple(map(eq, zeros.system))
        return self.lemma(f"from set {index}", given, then if len(then) > 1 else then[0])

    def _zeros(self) -> Zeros:
        if not isinstance(self.then, Zeros):
            raise Rejected(f"{self.id} concludes no sets of solutions")
        return self.then

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
        names, seen = self.names(), dict.fromkeys((r"\pi", "e", "i", r"\infty"), "a constant")
        written = [(str(symbol), latex) for symbol, latex in names.items()]
        written += [(d.name, latex_of(d, names)) for d in self.definitions()]
        for name, latex in sorted(written):
            if latex in seen:
                raise Rejected(f"where: {name} of {self.id} is typeset {latex} as {seen[latex]} is")
            seen[latex] = name

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
        elsewhere = {*self.constants, *self.parameters, *self.bound()}
        rest = [s for s in self.symbols() if s not in elsewhere]
        split: list[tuple[str, Iterable[sp.Symbol]]] = [("for all real", rest)]
        if self.iteration is not None:
            state, constants = set(self.iteration.state), self.iteration.constants
            kept = [s for s in rest if s in constants]
            inputs = (
                "and at each step, anew, any real" if kept else "at each step, anew, for all real"
            )
            split = [
                ("for all real", kept),
                (inputs, [s for s in rest if s not in constants | state]),
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
        lines = [f"let {signature(d)} = {sp.sstr(d.body)}" for d in self.definitions()]
        early = self._early_hypotheses()
        for words, found in self.quantifiers():
            line = f"{words} {', '.join(map(str, found))}"
            if early and found == list(self.parameters):
                line += (
                    f" with {', '.join(f'{self.given[n].text()} {self._name(n)}' for n in early)}"
                )
            lines.append(line)
        if self.iteration is not None:
            lines.append(self.iteration.course())
        late = [name for name in self.given if name not in early]
        every = " at every step" if self.iteration is not None else ""
        if late:
            lines.append(f"assume{every}")
            lines += [f"    {self.given[name].text()}  {self._name(name)}" for name in late]
        lines.append(f"then{every}" if late else f"it holds{every} that")
        for part in self.parts():
            lines += [f"    {line}" for line in part.text().splitlines()]
        if self.where:
            lines.append("meaning of the symbols (how to read it, not part of what is assumed)")
            for entry in self.where:
                lines.append(f"    {', '.join(map(str, entry.symbols))}: {entry.meaning}")
        return "\n".join(lines)

    def _assumed(self, hypotheses: Iterable[str], names: Names) -> str:
        return r",\; ".join(self.given[name].latex(names) for name in hypotheses)

    def _name(self, hypothesis: str) -> str:
        """A hypothesis's name as it is printed beside it, with the fact that it stands for."""
        fact = self.facts.get(hypothesis)
        return f"[{hypothesis}]" if fact is None else f"[{hypothesis}: the fact {fact}]"

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
            f"{signature(d, lambda s: latex_of(s, names))} = {latex_of(d.body, names)}"
            for d in self.definitions()
        ]
        early = self._early_hypotheses()
        for words, found in self.quantifiers():
            line = rf"\text{{{words} }} {', '.join(latex_of(s, names) for s in found)}"
            if early and found == list(self.parameters):
                line += rf"\text{{ with }} {self._assumed(early, names)}"
            lines.append(line)
        given = self._assumed([name for name in self.given if name not in early], names)
        every = r"\text{ at every step}" if given and self.iteration is not None else ""
        then = r",\; ".join(part.latex(names) for part in self.parts())
        lines.append((given + every + r" \;\Rightarrow\; " if given else "") + then)
        return r" \\ ".join(lines)

    def digest(self) -> str:
        """SHA-256 of the statement, its dictionary's meanings and the facts that it names.

        Not of its proof, its title or its place among the items.
        """
        meanings = {symbol: entry.meaning for entry in self.where for symbol in entry.symbols}
        content = (
            self.given, self.parts(), self.parameters, self.constants, meanings, self.facts,
            tuple(sorted(self.bridges)),
        )  # fmt: skip
        return hashlib.sha256(canonical(content).encode()).hexdigest()


def canonical(value: Any, known: Spelled | None = None) -> str:
    """All that a part of a claim says, as a text: two parts that differ have different ones."""
    known = {} if known is None else known
    if isinstance(value, sp.Expr):
        return spelled(value, known)
    if isinstance(value, str):
        return repr(value)
    if isinstance(value, (tuple, sp.MatrixBase)):
        shape = getattr(value, "shape", "")
        return f"[{shape}{', '.join(canonical(entry, known) for entry in value)}]"
    if isinstance(value, Mapping):
        pairs = ((canonical(k, known), canonical(v, known)) for k, v in value.items())
        return f"{{{', '.join(sorted(f'{key}: {entry}' for key, entry in pairs))}}}"
    if is_dataclass(value):
        said = (getattr(value, f.name) for f in fields(value) if f.init)
        return f"{type(value).__name__}{canonical(tuple(said), known)}"
    return repr(value)


_meaningful: set[str] = set()  # digests of statements that were found to be defined


def signature(definition: Definition, shown: Callable[[Any], str] = str) -> str:
    """The function with its variables, and after a semicolon its parameters."""
    listed = ", ".join(map(shown, definition.variables))
    parameters = ", ".join(map(shown, definition.parameters))
    return f"{shown(definition)}({listed}{'; ' if parameters else ''}{parameters})"


def dictionary(where: Any) -> Iterable[Entry]:
    """The entries of ``where``: symbol or symbols to meaning, or to (meaning, LaTeX)."""
    seen: set[sp.Symbol] = set()
    if isinstance(where, Mapping):
        entries = [
            (key, *(value if isinstance(value, tuple) else (value, None)))
            for key, value in where.items()
        ]
    else:  # made before, as `dataclasses.replace` passes them on
        entries = [(entry.symbols, entry.meaning, entry.latex) for entry in where]
    for key, meaning, latex in entries:
        symbols = tuple(map(admit_symbol, key)) if isinstance(key, tuple) else (admit_symbol(key),)
        if not is_line(meaning) or not (latex is None or is_line(latex)):
            raise Rejected(f"where: {key}: give a meaning in words, in one line, or with LaTeX")
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
    for letter in latex:
        depth += {"(": 1, "{": 1, "[": 1, ")": -1, "}": -1, "]": -1}.get(letter, 0)
        if depth == 0 and letter in "+-":
            return rf"\left({latex}\right)"
    return latex


def typeset(symbol: sp.Symbol) -> str:
    """LaTeX of a symbol that has none of its own: a word upright, a letter with its index."""
    head, *index = symbol.name.split("_")
    word = re.fullmatch(r"([A-Za-z]+)([0-9]*)", head)
    if word is None or len(word[1]) == 1 or word[1] in GREEK:
        return str(sp.latex(symbol))
    below = "".join([word[2], *([", ".join(index)] if index else [])])
    return rf"\mathrm{{{word[1]}}}" + (rf"_{{\mathrm{{{below}}}}}" if below else "")
