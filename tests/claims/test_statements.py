"""What the ledger prints of each claim is what was checked: text, LaTeX and data agree.

The data are read back to expressions by SymPy's parser, the LaTeX by a grammar of its own, and both
are compared with the claim itself.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import sympy as sp
from claims.reading import Reader
from claims.reading_latex import LatexReader

from provenscape.claims.loading import claim_files
from provenscape.claims.statement import LONGEST, short, statement
from provenscape.kernel import (
    Chance,
    Claim,
    Inertia,
    Invariant,
    Limit,
    Relation,
    Roots,
    function,
    ge,
    real,
)

ROOT = Path(__file__).parents[2]
FILES = [pytest.param(p, id=f"{p.parent.name}-{p.stem}") for p in claim_files(ROOT)]
SIGNS = {r"\ge": ">=", ">": ">", "=": "=", r"\le": "<=", "<": "<"}

# Words in `scope` that may hide a theorem of somebody else, or a step of the proof.
FACT_LIKE = re.compile(
    r"theorem|lemma|not checked|not proved|is used|are used|interlac|taylor|morse|danskin|"
    r"eckart|chebyshev|jensen|rayleigh|et al|\(\d{4}\)|known|paper|literature|"
    r"inequality|expectation|induction|all sizes|"
    r"eigenvector|spectral|independen|in the mean\b|reflection",
    re.IGNORECASE,
)
# The facts of which such a word may speak, if the claim names one of them.
ACCOUNTED = {
    "eigenvector": {"spectral-theorem", "rayleigh-quotient"},
    "in the mean": {"fourth-moments-of-gaussian-vectors"},
}
# Scopes with such a word that were read and carry no fact, and why.
READ = {
    "noisy-descent-finds-a-minimum-of-every-strict-saddle-function": "the document's own theorems",
    "a-million-independent-signs-are-never-all-positive": "the law of the signs, in the headline",
    "index-variance-is-at-most-a-quarter-of-the-order": "the law of the entries, in the headline",
    "local-minima-are-an-exponentially-small-fraction": "the law of the form, one share for all",
}


class Printed:
    """A statement's data with the readers of its texts and of its LaTeX."""

    def __init__(self, data):
        self.data = data
        self.texts = Reader(data)
        self.latex = LatexReader(data, self.texts.functions)

    def agree(self, text, latex, meant):
        """Whether text and LaTeX stand for this expression."""
        same = [self.texts.expression(text) if text else meant]
        same += [self.latex.expression(latex) if latex else meant]
        return all(found == meant or sp.expand(found - meant) == 0 for found in same)

    def is_relation(self, shown, meant):
        left, sign, right = sides(shown["latex"])
        return (
            SIGNS[sign] == shown["op"] == meant.op
            and self.agree(shown["left"], left, meant.left)
            and self.agree(shown["right"], right, meant.right)
            and f"{shown['left']} {shown['op']} {shown['right']}" in self.data["text"]
        )

    def is_conclusion(self, shown, meant):
        """Whether a conclusion of any kind is printed as it is meant."""
        if isinstance(meant, Relation):
            return self.is_relation(shown, meant)
        if not all(line in self.data["text"] for line in shown["text"].splitlines()):
            return False
        return {
            Chance: self._is_chance,
            Inertia: self._is_inertia,
            Invariant: self._is_invariant,
            Limit: self._is_limit,
            Roots: self._is_roots,
        }[type(meant)](shown, meant)

    def _is_chance(self, shown, meant):
        words = (meant.event, meant.design, str(meant.confidence), *map(str, meant.trials))
        return (
            self.is_relation(shown["relation"], meant.relation)
            and (shown["event"], shown["design"]) == (meant.event, meant.design)
            and shown["trials"] == list(meant.trials)
            and all(word in shown["text"] and word in shown["latex"] for word in words)
        )

    def _is_inertia(self, shown, meant):
        counts = [meant.positive, meant.negative, meant.zero]
        entries = [entry for row in shown["matrix"] for entry in row]
        said = re.split("has", shown["latex"])[-1]
        return (
            [int(n) for n in re.findall(r"\d+", said)] == counts
            and [shown[key] for key in ("positive", "negative", "zero")] == counts
            and all(self.agree(e, "", m) for e, m in zip(entries, meant.matrix, strict=True))
            and (meant.hessian() is None or self._is_hessian(shown["latex"], meant.hessian()))
        )

    def _is_hessian(self, latex, value):
        found = latex.removeprefix(r"\operatorname{Hess} ").split(r" \text{ has }")[0]
        return self.latex.expression(found) == value

    def _is_invariant(self, shown, meant):
        held, start, step = re.split(r" \\text\{[^}]*\} ", shown["latex"])
        printed = {"start": start.split(r",\ "), "update": step.split(r",\ ")}
        states = [
            self.agree(shown[name][str(s)], re.split(r" = | \\leftarrow ", line)[1], value)
            for name, lines in printed.items()
            for line, s in zip(lines, meant.state, strict=True)
            for value in [getattr(meant, name)[s]]
        ]
        relations = zip(shown["relations"], meant.relations, strict=True)
        return (
            all(states)
            and all(self.is_relation(r, m) and r["latex"] in held for r, m in relations)
            and meant.course() in self.data["text"]
            and shown["fixed"] == [str(s) for s in meant.fixed]
        )

    def _is_limit(self, shown, meant):
        tends, value = shown["latex"].split(" = ")
        tends = tends.partition(r"\to 0^+} ")[2]
        return self.agree(shown["expr"], tends, meant.expr) and self.agree(
            shown["value"], value, meant.value
        )

    def _is_roots(self, shown, meant):
        system, points = shown["latex"].split(r" \iff ")
        equations = [line.removesuffix(" = 0") for line in system.split(r",\; ")]
        point, listed = points.split(r" \in ")
        return (
            all(
                self.agree(text, latex, value)
                for text, latex, value in zip(shown["system"], equations, meant.system, strict=True)
            )
            and [list(map(self.texts.expression, p)) for p in shown["points"]]
            == [list(p) for p in meant.points]
            and listed.count("(") - listed.count(r"\left(") == len(meant.points)
            and point.count(",") == len(meant.variables) - 1
        )


def sides(latex):
    """The sides of a relation and its sign, which is the one outside of all parentheses."""
    for found in re.finditer(r" (\\ge|\\le|=|<|>) ", latex):
        left = latex[: found.start()]
        if left.count("(") == left.count(")") and left.count("{") == left.count("}"):
            return left, found[1], latex[found.end() :]
    raise ValueError(f"{latex!r} is no relation")


def printed_of(path, verified, loaded):
    """The printed statement of a file: as the ledger records it, or, of counts, as it would."""
    claim = loaded(path).claim
    sampled = hasattr(loaded(path), "EVIDENCE")
    return Printed(statement(claim) if sampled else verified(path)["statement"]), claim


@pytest.mark.parametrize("path", FILES)
def test_a_statement_reads_back_as_what_was_checked(path, verified, loaded):
    printed, claim = printed_of(path, verified, loaded)
    data = printed.data
    for shown, meant in zip(data["given"], claim.given.values(), strict=True):
        assert printed.is_relation(shown, meant), shown
        assert shown["latex"] in data["latex"]
    for shown, meant in zip(data["then"], claim.parts(), strict=True):
        assert printed.is_conclusion(shown, meant), shown
        assert shown["latex"] in data["latex"]
    for shown, meant in zip(data["functions"], claim.definitions(), strict=True):
        assert printed.agree(shown["body"], shown["latex"], meant.body), shown
        assert f"{shown['signature']} = {shown['latex']}" in data["latex"]
    for words in data["quantifiers"]:
        latex = {s["name"]: s["latex"] for s in data["symbols"]}
        assert f"{words['words']} {', '.join(words['symbols'])}" in data["text"]
        listed = ", ".join(latex[name] for name in words["symbols"])
        assert rf"\text{{{words['words']} }} {listed}" in data["latex"]


def test_a_statement_printed_wrongly_does_not_read_back():
    x, y = real("x y")
    claim = Claim(
        id="a", says="a", items={}, where={(x, y): "numbers"}, given={"x": ge(x, y / 2)},
        then=ge(2 * x**2 * y - y, -1),
    )  # fmt: skip
    right = Printed(statement(claim)).data["then"][0]
    assert Printed(statement(claim)).is_relation(right, claim.then)
    for key, old, new in (
        ("latex", "x^{2}", "x^{3}"),
        ("latex", r"\ge", r"\le"),
        ("latex", "- y", "- x"),
        ("left", "x**2", "x**3"),
        ("right", "-1", "1"),
        ("op", ">=", ">"),
    ):
        wrong = right | {key: right[key].replace(old, new)}
        assert wrong != right
        assert not Printed(statement(claim)).is_relation(wrong, claim.then), (key, new)


def test_an_expression_too_long_to_read_is_counted():
    assert short("x" * LONGEST) == "x" * LONGEST
    assert short("x" * (LONGEST + 1)) == rf"\text{{[{LONGEST + 1} characters, left out]}}"


@pytest.mark.parametrize("path", FILES)
def test_every_symbol_is_explained_and_quantified(path, verified, loaded):
    printed, claim = printed_of(path, verified, loaded)
    data = printed.data
    quantified = [name for q in data["quantifiers"] for name in q["symbols"]]
    assert len(quantified) == len(set(quantified))
    bound = {s.name for s in claim.bound()}
    state = {s.name for s in claim.iteration.state} if claim.iteration else set()
    chance = {s.name for p in claim.parts() for s in [getattr(p, "probability", None)] if s}
    free = {s.name for s in claim.symbols()}
    assert set(quantified) == free - bound - state - chance
    arguments = {v.name for d in claim.definitions() for v in d.variables} | bound
    explained = {s.name for entry in claim.where for s in entry.symbols}
    for symbol in data["symbols"]:
        assert symbol["latex"].strip()
        assert symbol["name"] in explained | arguments
        assert symbol["meaning"].strip()
    assert "0 = 0" not in re.sub(r"[\w.^]0 = 0|0 = 0[\w.]", "", data["text"])


def suspects(claim):
    """The words of a claim's scope that look like a fact which the claim does not name."""
    named = {*claim.facts.values(), *claim.bridges}
    words = {word.lower() for word in FACT_LIKE.findall(claim.scope or "")}
    if "reflection" in words and any(map(is_even, claim.definitions())):
        words.remove("reflection")
    return {word for word in words if not ACCOUNTED.get(word, set()) & named}


def is_even(definition):
    """Whether a function stays as it is if one of its variables, or all, change their sign."""
    body = sp.sympify(definition.body)
    changes = [{v: -v} for v in definition.variables] + [{v: -v for v in definition.variables}]
    return any(sp.expand(body.xreplace(change) - body) == 0 for change in changes)


@pytest.mark.parametrize("path", FILES)
def test_a_scope_carries_no_theorem(path, loaded):
    claim = loaded(path).claim
    found = suspects(claim)
    assert not found or claim.id in READ, f"{claim.scope!r}: {found}: name the fact, or judge it"


def test_words_are_accounted_for_by_named_facts_and_by_symmetry_alone():
    x, y = real("x y")
    even, odd = function("f", (x,), x**4), function("g", (x,), x**3)
    claim = Claim(
        id="a", says="a", items={}, where={(x, y): "numbers"}, given={}, then=ge(even(x), x - 1),
        scope="along eigenvectors, by reflection",
    )  # fmt: skip
    assert suspects(claim) == {"eigenvector"}
    assert suspects(replace(claim, bridges=("spectral-theorem",))) == set()
    assert suspects(replace(claim, then=ge(odd(x), x - 1))) == {"eigenvector", "reflection"}
    assert suspects(replace(claim, bridges=("taylor-theorem",))) == {"eigenvector"}
