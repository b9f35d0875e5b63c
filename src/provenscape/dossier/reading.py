"""What a page says of a statement and a proof beyond their formulas: points typeset in the symbols
of the claim, each rule of the kernel in a sentence, the course of a counterexample, the test of an
experiment."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

import sympy as sp
from markupsafe import Markup, escape

from provenscape.claims.coverage import FAILS
from provenscape.dossier.formulas import factor, mathml, sides
from provenscape.kernel.relations import latex_of
from provenscape.study.grammar import Unreadable
from provenscape.study.spelling import expression, read

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
    "zeros": "the equations of the system make one set's equations hold, and those of each set the "
    "system's",
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
ACRONYMS = {word.lower(): word for word in ("PL", "SGD", "NTK", "SAM", "NP", "GD", "PCA")}
_ASSIGNED = re.compile(r"([^\W\d]\w*) = (.+)", re.DOTALL)
_COMMA = re.compile(r", (?=[^\W\d]\w* = )")
_GROUP = re.compile(
    r"(?:\\frac\{(?P<over>[^{}]*)\}\{(?P<under>[^{}]*)\}|(?P<name>\\sqrt|\\log)?\{(?P<in>[^{}]*)\})"
)
_SYMBOL = re.compile(r"[a-zA-Z0-9]|\\[a-zA-Z]+|[a-zA-Z]_\{?\w+\}?")
_DECIMAL = re.compile(r"-?\d+\.\d+")
LEFT_OUT = r"\text{["  # how the ledger's LaTeX of what is too long begins
LINE = 250  # characters of LaTeX of an identity that is written on one line
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


def identity(step: Mapping[str, Any]) -> str:
    """The certificate of a step as one identity in LaTeX, names under the terms: the factor times
    the greater side less the smaller, of an equation the left less the right, is the weighted sum.
    Nothing if it is too long for a line."""
    scale, *terms = step["certificate"]
    found = sides(step["then"][0]) if len(step["then"]) == 1 else None
    if found is None or any(LEFT_OUT in t["value"] + t["weight"] for t in terms):
        return ""
    left, sign, right = found
    if sign in ("<", r"\le", r"\leq"):
        left, right = right, left
    gap = left if right == "0" else f"{'' if left == '0' else left} - {factor(right)}".strip()
    if scale["weight"] != "1":
        gap = rf"{factor(scale['weight'])} \times {factor(gap)}"
    total = " + ".join(_term(term, number == 0) for number, term in enumerate(terms)) or "0"
    length = len(gap) + sum(len(t["weight"]) + len(t["value"]) for t in terms)
    return f"{gap} = {total}" if length <= LINE else ""


def _term(term: Mapping[str, str], first: bool) -> str:
    """A weight times a hypothesis, with its name beneath, or times a square."""
    weight, value, one = term["weight"], term["value"], term["weight"] == "1"
    if term["kind"] == "square":
        if value == "1":
            return weight if first else factor(weight)
        square = value + "^{2}" if _SYMBOL.fullmatch(value) else rf"\left({value}\right)^{{2}}"
        return square if one else rf"{factor(weight)} \times {square}"
    named = rf"\underset{{\text{{{term['name']}}}}}{{{factor(value)}}}"
    return named if one else rf"{factor(weight)} \times {named}"


def decimals(row: Mapping[str, Any]) -> str:
    """Why two numbers, one of which is no fraction, compare as a refutation says: how their
    decimals begin, as far as they tell them apart. Nothing for other sides."""
    values = [value for side in ("left", "right") if (value := number(row[side])) is not None]
    if len(values) < 2 or all(value.is_Rational for value in values):
        return ""
    texts = [str(sp.N(value, 40)) for value in values]
    if not all(_DECIMAL.fullmatch(text) for text in texts):
        return ""
    for digits in range(3, 30):
        left, right = (text[: text.index(".") + 1 + digits] for text in texts)
        if left != right:
            return f", since the left side is {left}… and the right {right}…".replace("-", "−")
    return ""


def number(latex: str) -> sp.Expr | None:
    """The number that LaTeX says, with fractions, powers, roots, logarithms and e; else None."""
    text = latex.replace(r"\left(", "{").replace(r"\right)", "}")
    for _ in latex:  # from the inmost group outwards
        text, found = _GROUP.subn(_spelt, text, count=1)
        if not found:
            break
    text = re.sub(r"(?<=[\w)]) +(?=[\w(])", "*", text.replace("^", "**"))
    try:
        return read(text, {"e": sp.E}.__getitem__)
    except (Unreadable, KeyError):
        return None


def _spelt(found: re.Match[str]) -> str:
    if found["under"] is not None:
        return f"(({found['over']})/({found['under']}))"
    return f"{(found['name'] or '').removeprefix(chr(92))}({found['in']})"


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


def named(fact: str, facts: Mapping[str, Mapping[str, Any]]) -> str:
    """What a fact is called: the words of its id, authors and acronyms as they are spelt."""
    key = facts[fact]["key"] if fact in facts else ""
    names = {name.lower(): name for name in re.findall(r"[A-Z][a-z]+", key)}
    words = [names.get(word, ACRONYMS.get(word, word)) for word in fact.split("-")]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def listed(names: Iterable[str]) -> str:
    """Names in a row, the last after "and"."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def fails(claim: Claim) -> bool:
    """Whether the statement checked is false."""
    return claim["verdict"] in FAILS


def signs(text: object) -> str:
    """A text of numbers with the signs of inequalities as they are printed."""
    return str(text).replace(">=", "≥").replace("<=", "≤")
