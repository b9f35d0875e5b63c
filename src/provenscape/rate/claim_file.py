"""A rate for every number of steps as a proof file, whose identity the kernel checks.

Symbols are the inner products of what a step knows: of the iterate less the minimizer (x), of the
gradients at this step (g) and at the next (h), and the values (f and F). Hypotheses are conditions
of the class, and that the square of a combination of these vectors is not negative. The words say
what is proved from which conditions, and that is all that a proof says.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import sympy as sp

from provenscape.rate.checker import Certificate
from provenscape.rate.file import Words
from provenscape.rate.local import Local, NoPattern, Role
from provenscape.rate.pattern import (
    Contraction,
    K,
    M,
    N,
    Potential,
    Symbolic,
    Weighted,
    point_matrix,
    prove,
    value_at,
)
from provenscape.search.linear import for_sympy
from provenscape.search.plans import Python

Q = sp.Symbol("Q")
SCOPE = "every dimension; from the conditions that PEPit has for the class, between neighbours"
STATES = 3  # of a trajectory that shows that the hypotheses can hold
TEMPLATE = '''\
"""{title}

Written by `provenscape rate --all --claim` for {file}. {how}
"""

{imports}from provenscape.kernel import Claim, Invariant, {rules}, ge, induct, le, real

{names} = real("{listed}")

claim = Claim(
    id="{id}",
    says="{says}",
    items={{}},
    where={{
{where}    }},
    given={{
{given}    }},
    then={then},
    scope="{scope}",
)
witness = [
{witness}]


def proof():
{proof}'''


class _Vectors:
    """Symbols for the inner products and values of a step."""

    def __init__(self, state: int, leaves: int, values: int, ahead: tuple[int, int]) -> None:
        def several(letter: str, count: int) -> list[str]:
            return [letter] if count == 1 else [f"{letter}{i + 1}" for i in range(count)]

        self.now = several("x", state) + several("g", leaves)
        self.all = self.now + several("h", ahead[0])
        self.values = several("f", values)
        self.next_values = several("F", ahead[1])

    def inner(self, a: int, b: int) -> sp.Symbol:
        first, second = sorted((a, b))
        return sp.Symbol(f"{self.all[first]}_{self.all[second]}")

    def value(self, at: int) -> sp.Symbol:
        return sp.Symbol([*self.values, *self.next_values][at])

    def of(self, form: Symbolic) -> sp.Expr:
        """The form as an expression in the symbols."""
        n = form.square.shape[0]
        terms = [
            sp.factor((1 + (i < j)) * form.square[i, j]) * self.inner(i, j)
            for i in range(n)
            for j in range(i, n)
        ]
        return sp.Add(*terms, *(c * self.value(i) for i, c in enumerate(form.linear)))

    def square(self, row: sp.Matrix) -> sp.Expr:
        """The square of a combination of the vectors."""
        return self.of(Symbolic(row.T * row, ()))

    def state(self) -> dict[sp.Symbol, tuple[int, ...]]:
        """The symbols that a step moves: of pairs of vectors, and of values."""
        n = len(self.now)
        found: dict[sp.Symbol, tuple[int, ...]] = {
            self.inner(i, j): (i, j) for i in range(n) for j in range(i, n)
        }
        return found | {self.value(i): (i,) for i in range(len(self.values))}

    def moved(self, moved: sp.Matrix, symbol: sp.Symbol) -> sp.Expr:
        """What a symbol of the state is after the step."""
        at = self.state()[symbol]
        if len(at) == 1:
            return self.value(len(self.values) + at[0])
        first, second = (self._next(moved, i) for i in at)
        n = range(len(self.all))
        return sp.Add(*(first[i] * second[j] * self.inner(i, j) for i in n for j in n))

    def _next(self, moved: sp.Matrix, i: int) -> list[sp.Expr]:
        state, wide = moved.shape
        if i < state:
            return [*moved.row(i), *[sp.Integer(0)] * (len(self.all) - wide)]
        return [sp.Integer(j == wide + i - state) for j in range(len(self.all))]

    def meanings(self) -> Iterator[tuple[sp.Symbol, str, str]]:
        """Of each symbol what it means, and its LaTeX."""
        said = {name: _meant(name) for name in self.all}
        for i, a in enumerate(self.all):
            for b in self.all[i:]:
                (one, first), (two, second) = said[a], said[b]
                meaning, latex = f"the inner product of {one} and {two}", f"{first}, {second}"
                latex = rf"\langle {latex} \rangle"
                if a == b:
                    meaning, latex = f"the squared norm of {one}", rf"\|{first}\|^2"
                yield sp.Symbol(f"{a}_{b}"), meaning, latex
        for name in (*self.values, *self.next_values):
            when, k = ("this", "k") if name[0] == "f" else ("the next", "k+1")
            latex = _latex("f", name[1:], k)
            yield sp.Symbol(name), f"the value at {when} step, less the least", latex


def _latex(letter: str, number: str, index: str) -> str:
    return f"{letter}^{{({number})}}_{{{index}}}" if number else f"{letter}_{{{index}}}"


def _meant(name: str) -> tuple[str, str]:
    letter, number = name[0], name[1:]
    which = f" {number}" if number else ""
    if letter == "x":
        return f"the point{which} less the minimizer", _latex("x", number, "k") + "-x_*"
    when, k = ("this", "k") if letter == "g" else ("the next", "k+1")
    return f"the gradient{which} of {when} step", _latex("g", number, k)


def _name(role: Role, at_start: bool) -> str:
    """Of a condition: its table, and of which points."""
    function, table, *places = role
    when = {"fixed": "minimizer", -1: "now", 0: "now" if at_start else "next"}
    points = (when[stage] + (f" {at + 1}" if at else "") for stage, at in places)
    return f"{table} {function + 1} of {' and '.join(points)}".replace("_", " ")


def _whole(row: sp.Matrix) -> tuple[sp.Expr, sp.Matrix]:
    """A multiple of a vector without denominators, and by what it was multiplied."""
    below = sp.Integer(1)
    for entry in row:
        below = sp.lcm(below, sp.fraction(sp.together(entry))[1])
    return below, (row * below).applyfunc(sp.factor)


class _File:
    """The parts of a proof file, as they are collected."""

    def __init__(self, vectors: _Vectors, starts: Sequence[sp.Symbol]) -> None:
        self.vectors, self.starts = vectors, list(starts)
        self.given: dict[str, str] = {}
        self.writer = Python({})
        self.used: set[sp.Symbol] = set()

    def shown(self, expr: Any) -> str:
        """An expression as it is written, whose symbols the file then declares."""
        self.used |= sp.sympify(expr).free_symbols
        return str(self.writer.doprint(sp.sympify(expr)))

    def hypotheses(self, part: Weighted, kind: str) -> dict[str, sp.Expr]:
        """Adds the conditions and squares of a part; their multipliers by name."""
        weights = {}
        for role, weight, condition in part.conditions:
            shown = f"le({self.shown(self.vectors.of(condition))}, 0)"
            weights[self._listed(_name(role, kind == "start"), shown)] = sp.factor(weight)
        for number, (weight, row) in enumerate(part.squares, 1):
            below, whole = _whole(row)
            name = f"square {number} of the {kind}"
            name = self._listed(name, f"ge({self.shown(self.vectors.square(whole))})")
            weights[name] = sp.factor(weight / below**2)
        return weights

    def _listed(self, name: str, shown: str) -> str:
        """The name of a hypothesis, which is that of an equal one if there is one."""
        for known, other in self.given.items():
            if other == shown:
                return known
        assert name not in self.given
        self.given[name] = shown
        return name

    def mapping(self, entries: dict[sp.Symbol, Any]) -> str:
        inside = ", ".join(f"{self.shown(s)}: {self.shown(v)}" for s, v in entries.items())
        return "{" + inside + "}"

    def using(self, weights: dict[str, Any]) -> str:
        lines = (f'        "{name}": {self.shown(w)},\n' for name, w in weights.items())
        return f"{{\n{''.join(lines)}    }}"

    def filled(self, path: Path, counters: dict[str, tuple[str, str]], **parts: str) -> str:
        """The file, once all its expressions were written."""
        where = {name: said for name, said in counters.items() if sp.Symbol(name) in self.used}
        for symbol, meaning, latex in self.vectors.meanings():
            if symbol in self.used:
                where[str(symbol)] = (meaning, latex)
            if _first(symbol) in self.used:
                where[str(_first(symbol))] = (
                    f"{meaning}, at the start",
                    latex.replace("_{k}", "_0"),
                )
        entries = (f'        {s}: ("{says}", r"{tex}"),\n' for s, (says, tex) in where.items())
        names = sorted(self.writer.imports)
        given = (f'        "{name}": {shown},\n' for name, shown in self.given.items())
        return TEMPLATE.format(
            **parts,
            imports=f"from sympy import {', '.join(names)}\n\n" if names else "",
            names=", ".join(where),
            listed=" ".join(where),
            id=path.stem.replace("_", "-"),
            where="".join(entries),
            given="".join(given),
        )

    def trajectory(self, problem: Local, proof: Certificate, first: dict[sp.Symbol, Any]) -> str:
        """States of a worst case, on which the hypotheses hold: a witness."""
        if proof.point is None:
            raise NoPattern("no trajectory is found on which the hypotheses hold")
        point, zero, gram = proof.point, proof.field(0), point_matrix(problem, proof)
        lines = []
        for k in range(STATES):
            basis = problem.basis(k, k + 1)
            inner = basis * gram * basis.transpose()
            n = len(self.vectors.all)
            at = {self.vectors.inner(i, j): inner[i, j] for i in range(n) for j in range(i, n)} | {
                self.vectors.value(i): point.get(("value", number), zero)[0]
                for i, number in enumerate([*problem.values[k], *problem.values[k + 1]])
                if i < len(self.vectors.values) + len(self.vectors.next_values)
            }
            shown: dict[sp.Symbol, Any] = {s: for_sympy(v) for s, v in at.items() if s in self.used}
            if k:
                shown = {s: v for s, v in shown.items() if s not in self.starts}
            else:
                begun = {_first(s): for_sympy(at[s]) for s in self.starts if _first(s) in self.used}
                shown = first | begun | shown
            lines.append(f"    {self.mapping(shown)},\n")
        return "".join(lines)


def _first(symbol: sp.Symbol) -> sp.Symbol:
    return sp.Symbol(f"{symbol}_0")


def contracting(path: Path, words: Words, source: Path, found: Contraction) -> str:
    """The proof file of a step that contracts."""
    vectors = _Vectors(*found.sizes, found.ahead)
    value = vectors.of(found.before)
    state = [s for s in vectors.state() if s in value.free_symbols]
    file = _File(vectors, state)
    start = {s: _first(s) for s in state}
    update = {s: vectors.moved(found.moved, s) for s in state}
    weights = file.hypotheses(found.step, "step")
    relation = f"le({file.shown(value)}, {file.shown(Q * value.xreplace(start))})"
    then = (
        f"Invariant(\n        {relation},\n"
        f"        start={file.mapping({**start, Q: sp.Integer(1)})},\n"
        f"        update={file.mapping({**update, Q: found.factor * Q})},\n    )"
    )
    using = file.using({"invariant": found.factor, **weights})
    return file.filled(
        path,
        {"Q": ("the product of the factors so far", f"({sp.latex(found.factor)})^k")},
        title=f"{words.metric} after N steps is at most ({found.factor})^N times what it was.",
        file=words.file,
        how="One step has the factor; induction gives all.",
        rules="combine",
        says=f"{words.metric} after N steps is at most ({found.factor})^N times its value at the "
        f"start, for every N; {words.classes}.",
        then=then,
        scope=SCOPE,
        witness=file.trajectory(*prove(source, STATES), {Q: sp.Integer(1)}),
        proof=f"    step = combine(claim.at_next_state(), using={using})\n"
        "    return induct(claim, None, step)\n",
    )


def telescoping(path: Path, words: Words, source: Path, found: Potential) -> str:
    """The proof file of a potential."""
    vectors = _Vectors(*found.sizes, found.sizes[1:])
    state = list(vectors.state())
    file = _File(vectors, state)
    start = {s: _first(s) for s in state}
    file.given |= {
        "steps done": f"ge({file.shown(K)})",
        "steps to go": f"ge({file.shown(M)})",
        "one step at least": f"ge({file.shown(N - 1)})",
    }
    base = file.hypotheses(found.base, "start")
    step = file.hypotheses(found.step, "step")
    end = file.hypotheses(found.end, "end")
    rate = sp.factor(found.rate)
    value, last = vectors.of(found.value), vectors.of(value_at(found.value, {K: N - 1, M: 0}))
    bound = rate * vectors.of(found.start).xreplace(start)
    moved = {s: vectors.moved(found.moved, s) for s in state}
    counters = {K: (sp.Integer(0), K + 1), M: (N - 1, M - 1)}
    begun = {**{s: first for s, (first, _) in counters.items()}, **start}
    update = {**{s: then for s, (_, then) in counters.items()}, **moved}
    then = (
        "(\n        Invariant(\n"
        f"            le({file.shown(value)}, {file.shown(bound)}),\n"
        f"            start={file.mapping(begun)},\n"
        f"            update={file.mapping(update)},\n        ),\n"
        f"        le({file.shown(vectors.of(found.metric))}, {file.shown(last)}),\n    )"
    )
    steps = "N" if not found.shift else f"N + {found.shift}"
    bound_said = f"at most {rate} times {words.expression} at the start"
    says = (
        f"For every N >= 1 the potential after k < N steps is {bound_said}, and {words.metric} in "
        f"the end is at most the potential with k = N - 1: after {steps} steps it is {bound_said}; "
        f"{words.classes}."
    )
    first = {K: sp.Integer(0), M: sp.Integer(STATES - 1), N: sp.Integer(STATES)}
    problem, proof = prove(source, STATES + found.shift)
    return file.filled(
        path,
        {
            "k": ("the number of steps done", "k"),
            "m": ("the number of steps to go before the last", "m"),
            "N": ("the number of all steps" + (", less one" if found.shift else ""), "N"),
        },
        title=f"{words.metric} after {steps} steps is {bound_said}.",
        file=words.file,
        how="A potential does not rise, for every N.",
        rules="combine, conjoin",
        says=says,
        then=then,
        scope=SCOPE,
        witness=file.trajectory(problem, proof, first),
        proof="    whole = claim.part(0)\n"
        f"    base = {f'combine(whole.at_start(), using={file.using(base)})' if base else None}\n"
        f"    step = combine(whole.at_next_state(), using={file.using({'invariant': 1, **step})})\n"
        f"    last = combine(claim.part(1), using={file.using(end)})\n"
        "    return conjoin(claim, [induct(whole, base, step), last])\n",
    )
