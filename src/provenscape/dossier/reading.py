"""What a page says of a statement and a proof beyond their formulas: points typeset in the symbols
of the claim, each rule of the kernel in a sentence, the course of a counterexample, the test of an
experiment."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

import sympy as sp
from markupsafe import Markup, escape

from provenscape.claims.coverage import FAILS
from provenscape.dossier.formulas import mathml
from provenscape.kernel.relations import latex_of
from provenscape.study.spelling import expression

Claim = Mapping[str, Any]
RULES = {
    "combine": "the hypotheses and squares, weighted, sum up to the conclusion",
    "sos": "hypotheses and squares, from an exactly decomposed semidefinite matrix, sum up to it",
    "chain": "lemmas from above, hypotheses and squares, weighted, sum up to the conclusion",
    "conjoin": "the conclusions together, each of them derived above from no more than is assumed",
    "induct": "at every step by induction: the relations hold at the start, and from one state, in "
    "which all of them hold, to the next",
    "cases": "in every case, since it is derived above in each of these, which leave nothing out",
    "limit": "the limit, since the squared error was bounded by a multiple of the variable",
    "inertia": "the eigenvalues of each sign are counted by symmetric elimination in fractions, "
    "and by the signs of the characteristic polynomial",
    "roots": "each eliminant is a combination of the equations, so that all solutions are among "
    "its roots; points made of these that are not listed violate an equation",
    "enclose": "on the box the difference of the two sides is the factor times what interval "
    "arithmetic, on ever smaller boxes, keeps above 0",
    "exhaust": "it holds at each point of a finite domain, one after the other",
    "unsat": "the solver Z3 finds no point at which the hypotheses hold and the conclusion fails",
    "series": "a Taylor polynomial bounds the function from one side: integrate the bound of the "
    "derivative from 0",
    "pythagoras": "the squares of sine and cosine sum up to 1",
    "sample": "the exact binomial interval of the counts lies within the conclusion",
    "cite": "quoted from the literature, not proved here",
    "refute": "at an exact point the hypotheses hold and the conclusion fails",
}
_ASSIGNED = re.compile(r"([^\W\d]\w*) = (.+)", re.DOTALL)
_COMMA = re.compile(r", (?=[^\W\d]\w* = )")
_NUMBER = re.compile(r"-?\d+(/\d+)?")


def assigned(text: str, claim: Claim) -> Markup:
    """A point, as `x_0 = 1/2, mu = 1`, in the symbols as the claim typesets them; a text that is no
    point of the claim's symbols stays as it is."""
    names = tuple((s["name"], s["latex"]) for s in claim["statement"]["symbols"])
    read = _pairs(text, claim)
    if not read:
        return escape(text)
    return Markup(", ").join(
        mathml(dict(names)[name]) + " = " + _value(value, names) for name, value in read.items()
    )


def _pairs(text: str, claim: Claim) -> dict[str, str]:
    """The values of a point by the names of their symbols; none if one is no symbol of the claim,
    or if the text is no point."""
    symbols = {symbol["name"] for symbol in claim["statement"]["symbols"]}
    pairs = [_ASSIGNED.fullmatch(entry) for entry in _COMMA.split(text)]
    found = {pair[1]: pair[2] for pair in pairs if pair and pair[1] in symbols}
    return found if len(found) == len(pairs) else {}


@cache
def _value(value: str, names: tuple[tuple[str, str], ...]) -> Markup:
    """A value; a rational number, as most are, needs no typesetting."""
    if _NUMBER.fullmatch(value):
        return Markup(value.replace("-", "−"))
    known = {name: sp.Symbol(name) for name, _ in names}
    found = expression(value, known)
    if found is None:
        return escape(value)
    return mathml(latex_of(found, {known[name]: latex for name, latex in names}))


def grouped(lines: Sequence[Mapping[str, str]]) -> list[tuple[str, list[str]]]:
    """The formulas of a conclusion under the words that they share."""
    return [
        (words, [line["latex"] for line in found])
        for words, found in groupby(lines, lambda line: line["words"])
    ]


def quantified(claim: Claim) -> list[tuple[str, list[Mapping[str, str]]]]:
    """The words of each quantifier with its symbols; after them those that no quantifier has: the
    state of an iteration, the variables of a function."""
    statement = claim["statement"]
    named = {symbol["name"]: symbol for symbol in statement["symbols"]}
    bound = [(q["words"], [named[s] for s in q["symbols"]]) for q in statement["quantifiers"]]
    free = [s for s in named.values() if all(s not in symbols for _, symbols in bound)]
    return [*bound, *([("with", free)] if free else [])]


def any_positive(claim: Claim) -> list[str]:
    """LaTeX of the constants that a statement says there are: it fails whatever they are."""
    statement = claim["statement"]
    symbols = {symbol["name"]: symbol["latex"] for symbol in statement["symbols"]}
    return [
        symbols[name]
        for quantifier in statement["quantifiers"]
        if quantifier["words"].startswith(("there is a positive", "there are positive"))
        for name in quantifier["symbols"]
    ]


def where_it_fails(claim: Claim) -> Markup:
    """In a sentence, at which point a refuted statement fails, whatever its constants are."""
    constants = any_positive(claim)
    point = assigned(claim["counterexample"], claim) if claim["counterexample"] else Markup("")
    whatever = mathml(", ".join(constants) + " > 0") if constants else Markup("")
    parts = ([Markup("whatever ") + whatever] if whatever else []) + (
        [Markup("at ") + point] if point else []
    )
    return Markup("It fails {}.").format(Markup(", ").join(parts)) if parts else Markup("")


def course(step: Mapping[str, Any]) -> tuple[list[tuple[str, str]], list[str], list[list[str]]]:
    """The states of a counterexample along a trajectory: what keeps its value, the symbols that
    change, and their values state by state. All in LaTeX; of a single point all keep their value.
    """
    states: dict[int, dict[str, str]] = {}
    for term in step["certificate"]:
        number = int(term["name"]) if term["kind"] == "state" else 0
        states.setdefault(number, {})[term["weight"]] = term["value"]
    symbols = list(dict.fromkeys(symbol for at in states.values() for symbol in at))
    values = {symbol: [at.get(symbol, "") for at in states.values()] for symbol in symbols}
    moved = [symbol for symbol in symbols if len(set(values[symbol])) > 1]
    kept = [(symbol, values[symbol][0]) for symbol in symbols if symbol not in moved]
    return kept, moved, [[values[symbol][n] for symbol in moved] for n in range(len(states))]


def failing(step: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The conclusions that are false at the point of a refutation: those seen to be, or those of
    which it is not seen, one of which a lemma says is."""
    parts = [row for row in step["evaluated"] if row["name"] == "conclusion"]
    return [row for row in parts if row["holds"] is False] or [
        row for row in parts if row["holds"] is None
    ]


@dataclass(frozen=True)
class Points:
    """The points at which false neighbours of a claim fail, as rows of one table.

    symbols: LaTeX of the columns. rows: by the text of a point its values, one for each column; no
    values for a text that is no point. others: the points of no hypothesis, numbered.
    """

    symbols: Sequence[str]
    rows: Mapping[str, Sequence[Markup]]
    others: Mapping[str, str]

    def name(self, text: str, claim: Claim) -> str:
        """What a point is called: by the hypothesis without which it shows the conclusion fail."""
        if text in self.others:
            return self.others[text]
        found = (h["name"] for h in claim["hypotheses"] if h["countermodel"] == text)
        return f"the point without {next(found)}"


def points(claim: Claim) -> Points:
    """The countermodels of the hypotheses and the other points of the false neighbours."""
    of_hypotheses = [h["countermodel"] for h in claim["hypotheses"] if h["countermodel"]]
    more = dict.fromkeys(mutant["false_at"] for mutant in claim["mutants"]["tried"])
    others = [text for text in more if text not in of_hypotheses]
    read = {text: _pairs(text, claim) for text in [*of_hypotheses, *others]}
    names = tuple((s["name"], s["latex"]) for s in claim["statement"]["symbols"])
    shown = [(name, latex) for name, latex in names if any(name in at for at in read.values())]
    return Points(
        [latex for _, latex in shown],
        {
            text: [_value(at[name], names) if name in at else Markup("") for name, _ in shown]
            for text, at in read.items()
            if at
        },
        {text: f"point {number}" for number, text in enumerate(others, 1)},
    )


@dataclass(frozen=True)
class Line:
    """What a step of a proof says beyond its rule: the formulas that it assumes besides the
    hypotheses, with their names, and what it derives. A formula that stands above is named only."""

    given: Sequence[tuple[str, str]]  # LaTeX or nothing, name
    then: Sequence[tuple[str, str]]  # LaTeX or nothing, name


def lines(claim: Claim, steps: Sequence[Mapping[str, Any]]) -> Iterator[Line]:
    """What each step says, in their order."""
    statement = claim["statement"]
    ends = [then["latex"] for then in statement["then"]]
    ends_named = {
        latex: "the conclusion" if len(ends) == 1 else f"conclusion {number}"
        for number, latex in enumerate(ends, 1)
    }
    assumed = {given["latex"] for given in statement["given"]}
    above: dict[str, str] = {}  # names of formulas that were shown
    for step in steps:
        given = []
        for relation in step["given"] if step["lemma"] else ():
            latex, name = relation["latex"], relation["name"]
            if latex not in assumed:
                given.append(("" if above.get(latex) == name else latex, name))
                above[latex] = name
        then = []
        for latex in step["then"] if step["lemma"] else ():
            if latex in ends_named:
                then.append(("", ends_named[latex]))
            else:
                then.append((latex, ""))
                above.setdefault(latex, step["lemma"].removeprefix(f"{claim['id']}: "))
        yield Line(given, then)


def dependents(claim: Claim, claims: Mapping[str, Claim]) -> list[Claim]:
    """The claims that rest on the fact that a claim proves."""
    proved = claim["proves"]
    return [other for other in claims.values() if proved and proved in other["facts"]]


def trials(claim: Claim) -> Iterator[tuple[str, str, str, int, int]]:
    """Of a claim that an experiment supports: what was counted, the table and its row, successes
    and trials; first of the claim, then of its negative control."""
    for role, prefix in (("the claim’s own", ""), ("negative control", "control_")):
        table, setting, successes, number = (
            claim["values"][f"{prefix}{key}"] for key in ("table", "setting", "successes", "trials")
        )
        yield role, table, setting, successes, number


def fails(claim: Claim) -> bool:
    """Whether the statement checked is false."""
    return claim["verdict"] in FAILS


def signs(text: object) -> str:
    """A text of numbers with the signs of inequalities as they are printed."""
    return str(text).replace(">=", "≥").replace("<=", "≤")
