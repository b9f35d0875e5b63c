"""A rate for every number of steps as a proof file, whose identity the kernel checks.

Symbols are the inner products of what a step knows: of the iterate less the minimizer (x), of the
gradients at this step (g) and at the next (h), and the values (f and F). Hypotheses are conditions
of the class, and that the square of a combination of these vectors is not negative. The words say
what is proved from which conditions, and that is all that a proof says.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import sympy as sp
from flint import fmpq, fmpq_mat

from provenscape.rate.file import Words
from provenscape.rate.growing import Growing
from provenscape.rate.instances import instance
from provenscape.rate.local import LEAST, Local, NoPattern, Role, local
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
from provenscape.search.algebraic import for_sympy
from provenscape.search.plans import Python

Q, T = sp.symbols("Q t")
Run = tuple[fmpq_mat, dict[int, fmpq]]  # inner products and values of a trajectory
SCOPE = "every dimension; from the conditions that PEPit has for the class, between neighbours"
WHEN = {
    **dict.fromkeys("gf", ("this step", "k")),
    **dict.fromkeys("hF", ("the next step", "k+1")),
    **dict.fromkeys("wW", ("the end", r"\mathrm{end}")),
}
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
    """Symbols for the inner products and values of a step.

    What is ahead is of the next step, or of the end, where that is evaluated elsewhere. Of
    functions that are `tilted`, tangents at the minimizer have been taken away.
    """

    def __init__(
        self,
        state: int,
        leaves: int,
        values: int,
        ahead: tuple[int, int],
        ahead_as: str = "hF",
        tilted: bool = False,
    ) -> None:
        def several(letter: str, count: int) -> list[str]:
            return [letter] if count == 1 else [f"{letter}{i + 1}" for i in range(count)]

        self.now = several("x", state) + several("g", leaves)
        self.all = self.now + several(ahead_as[0], ahead[0])
        self.values = several("f", values)
        self.next_values = several(ahead_as[1], ahead[1])
        self.tilted = tilted

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
        values = (c * self.value(i) for i, c in enumerate(form.linear))
        return sp.Add(*terms, *values, form.least * T, form.constant)

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

    def begun(self, begin: sp.Matrix | None, symbol: sp.Symbol) -> sp.Expr:
        """What a symbol of the state is at the start, whose points may depend on each other."""
        at = self.state()[symbol]
        state = begin.rows if begin is not None else 0
        if begin is None or len(at) == 1:
            return _first(symbol)
        n = len(self.now)
        whole = sp.diag(begin, sp.eye(n - state))
        return sp.Add(
            *(
                whole[at[0], i] * whole[at[1], j] * _first(self.inner(i, j))
                for i in range(n)
                for j in range(n)
            )
        )

    def _next(self, moved: sp.Matrix, i: int) -> list[sp.Expr]:
        state, wide = moved.shape
        if i < state:
            return [*moved.row(i), *[sp.Integer(0)] * (len(self.all) - wide)]
        return [sp.Integer(j == wide + i - state) for j in range(len(self.all))]

    def meanings(self) -> Iterator[tuple[sp.Symbol, str, str]]:
        """Of each symbol what it means, and its LaTeX."""
        less = ", less that at the minimizer," if self.tilted else ""
        said = {name: _meant(name, less) for name in self.all}
        for i, a in enumerate(self.all):
            for b in self.all[i:]:
                (one, first), (two, second) = said[a], said[b]
                meaning, latex = f"the inner product of {one} and {two}", f"{first}, {second}"
                latex = rf"\langle {latex} \rangle"
                if a == b:
                    meaning, latex = f"the squared norm of {one}", rf"\|{first}\|^2"
                yield sp.Symbol(f"{a}_{b}"), meaning, latex
        for name in (*self.values, *self.next_values):
            when, k = WHEN[name[0]]
            latex = _latex("f", name[1:], k)
            value = f"value {name[1:]}".strip()
            less = "that of the tangent at the minimizer" if self.tilted else "the least"
            yield sp.Symbol(name), f"the {value} at {when}, less {less}", latex
        yield T, "the least of the metric over all steps", "t"


def _latex(letter: str, number: str, index: str) -> str:
    return f"{letter}^{{({number})}}_{{{index}}}" if number else f"{letter}_{{{index}}}"


def _meant(name: str, less: str) -> tuple[str, str]:
    letter, number = name[0], name[1:]
    which = f" {number}" if number else ""
    if letter == "x":
        return f"the point{which} less the minimizer", _latex("x", number, "k") + "-x_*"
    when, k = WHEN[letter]
    return f"the gradient{which} of {when}{less}", _latex("g", number, k)


def _name(role: Role, at_start: bool) -> str:
    """Of a condition: its table, and of which points."""
    function, table, *places = role
    if function == LEAST:
        return f"least over all and {'now' if at_start or places[0][0] else 'next'}"
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
        self.meanings = list(vectors.meanings())
        self.given: dict[str, str] = {}
        self.writer = Python({})
        self.used: set[sp.Symbol] = set()

    def shown(self, expr: Any) -> str:
        """An expression as it is written, whose symbols the file then declares."""
        self.used |= sp.sympify(expr).free_symbols
        return str(self.writer.doprint(sp.sympify(expr)))

    def hypotheses(
        self, part: Weighted, kind: str, vectors: _Vectors | None = None
    ) -> dict[str, sp.Expr]:
        """Adds the conditions and squares of a part; their multipliers by name."""
        vectors = vectors or self.vectors
        weights: dict[str, sp.Expr] = {}
        for role, weight, condition in part.conditions:
            shown = f"le({self.shown(vectors.of(condition))}, 0)"
            name = _name(role, kind == "start")
            if kind == "end" and self.given.get(name, shown) != shown:
                name += " at the end"
            name = self._listed(name, shown)
            weights[name] = _tidy(weights.get(name, 0) + weight)
        for number, (weight, row) in enumerate(part.squares, 1):
            below, whole = _whole(row)
            name = f"square {number} of the {kind}"
            name = self._listed(name, f"ge({self.shown(vectors.square(whole))})")
            weights[name] = _tidy(weights.get(name, 0) + weight / below**2)
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
        for symbol, meaning, latex in self.meanings:
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

    def trajectory(
        self, states: Iterable[dict[sp.Symbol, fmpq]], first: Mapping[sp.Symbol, Any]
    ) -> str:
        """States of a run, on which the hypotheses hold: a witness."""
        lines = []
        for k, at in enumerate(states):
            shown: dict[sp.Symbol, Any] = {s: for_sympy(v) for s, v in at.items() if s in self.used}
            if k:
                shown = {s: v for s, v in shown.items() if s not in self.starts and s != T}
            else:
                begun = {_first(s): for_sympy(at[s]) for s in self.starts if _first(s) in self.used}
                shown = {**first, **begun, **shown}
            lines.append(f"    {self.mapping(shown)},\n")
        return "".join(lines)


def _state(vectors: _Vectors, problem: Local, run: Run, k: int) -> dict[sp.Symbol, fmpq]:
    """What the symbols of step k are in a run."""
    gram, numbers = run
    basis = problem.basis(k, k + 1)
    inner = basis * gram * basis.transpose()
    n = min(inner.nrows(), len(vectors.all))
    known = len(vectors.values) + len(vectors.next_values)
    return {
        **{vectors.inner(i, j): inner[i, j] for i in range(n) for j in range(i, n)},
        **{
            vectors.value(i): numbers.get(number, fmpq(0))
            for i, number in enumerate([*problem.values[k], *problem.values[k + 1]])
            if i < known
        },
        T: numbers.get(problem.problem.objective, fmpq(0)),
    }


def _tidy(weight: sp.Expr) -> sp.Expr:
    """The weight as a product, unless that hides that it is not negative."""
    factors = sp.factor(weight)
    for factor in sp.Mul.make_args(factors):
        base = factor.base if isinstance(factor, sp.Pow) else factor
        terms = base.args if isinstance(base, sp.Add) else ()
        if any(term.as_coeff_Mul()[0] < 0 for term in terms):
            return weight
    return factors


def _first(symbol: sp.Symbol) -> sp.Symbol:
    return sp.Symbol(f"{symbol}_0")


def _worst(vectors: _Vectors, source: Path, steps: int) -> Iterator[dict[sp.Symbol, fmpq]]:
    """States of a worst case from neighbouring conditions, of so many steps."""
    problem, proof = prove(source, steps)
    if proof.point is None:
        raise NoPattern("no trajectory is found on which the hypotheses hold")
    numbers = {key[1]: v[0] for key, v in proof.point.items() if key[0] == "value"}
    run = point_matrix(problem, proof), numbers
    return (_state(vectors, problem, run, k) for k in range(STATES))


def contracting(path: Path, words: Words, source: Path, found: Contraction) -> str:
    """The proof file of a step that contracts."""
    vectors = _Vectors(*found.sizes, found.ahead, tilted=words.several)
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
        witness=file.trajectory(_worst(vectors, source, STATES), {Q: sp.Integer(1)}),
        proof=f"    step = combine(claim.at_next_state(), using={using})\n"
        "    return induct(claim, None, step)\n",
    )


def telescoping(path: Path, words: Words, source: Path, found: Potential) -> str:
    """The proof file of a potential."""
    vectors = _Vectors(*found.sizes, found.sizes[1:], tilted=words.several)
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
        witness=file.trajectory(_worst(vectors, source, STATES + found.shift), first),
        proof="    whole = claim.part(0)\n"
        f"    base = {f'combine(whole.at_start(), using={file.using(base)})' if base else None}\n"
        f"    step = combine(whole.at_next_state(), using={file.using({'invariant': 1, **step})})\n"
        f"    last = combine(claim.part(1), using={file.using(end)})\n"
        "    return conjoin(claim, [induct(whole, base, step), last])\n",
    )


def growing(path: Path, words: Words, source: Path, found: Growing) -> str:
    """The proof file of a potential whose numbers are polynomials in the number of the step."""
    vectors = _Vectors(*found.sizes, found.sizes[1:], tilted=words.several)
    final = vectors
    if found.apart:
        final = _Vectors(*found.sizes, found.sizes[1:], "wW", words.several)
    state = list(vectors.state())
    file = _File(vectors, state)
    file.meanings += [m for m in final.meanings() if m not in file.meanings]
    file.given["steps done"] = f"ge({file.shown(K)})"
    base = file.hypotheses(found.base, "start")
    step = file.hypotheses(found.step, "step")
    end = file.hypotheses(found.end, "end", final)
    start = {s: vectors.begun(found.begin, s) for s in state}
    falls = found.factor != 1
    first = {K: sp.Integer(0), **({Q: sp.Integer(1)} if falls else {})}
    update = {K: K + 1, **{s: vectors.moved(found.moved, s) for s in state}}
    update |= {Q: found.factor * Q} if falls else {}
    value, share = vectors.of(found.value), sp.factor(1 / found.growth.xreplace({N: K + 1}))
    bound = vectors.of(found.start).xreplace(start) * (Q if falls else 1)
    last = sp.Add(*(share * term for term in sp.Add.make_args(value)), found.rest)
    then = (
        "(\n        Invariant(\n"
        f"            le({file.shown(value)}, {file.shown(bound)}),\n"
        f"            start={file.mapping(first | start)},\n"
        f"            update={file.mapping(update)},\n        ),\n"
        f"        le({file.shown(final.of(found.metric))}, {file.shown(last)}),\n    )"
    )
    more = f" plus {found.rest}" if found.rest != 0 else ""
    after = f"k + {1 + found.shift}"
    factor = f"({found.factor})^k times " if falls else ""
    says = (
        f"For every k >= 0 the potential after k steps is at most {factor}{words.expression} at "
        f"the start, and {words.metric} after {after} steps is at most {share} times the potential"
        f"{more}; {words.classes}."
    )
    title = (
        f"{words.metric} after {after} steps is at most {factor}{share} times {words.expression}"
    )
    return file.filled(
        path,
        {
            "k": ("the number of steps done", "k"),
            "Q": ("the product of the factors so far", f"({sp.latex(found.factor)})^k"),
        },
        title=f"{title}{more}.",
        file=words.file,
        how=f"A potential {'falls by a factor at each step' if falls else 'does not rise'}.",
        rules="combine, conjoin",
        says=says,
        then=then,
        scope=SCOPE,
        witness=file.trajectory(_states(vectors, final, source, found), first),
        proof="    whole = claim.part(0)\n"
        f"    base = {f'combine(whole.at_start(), using={file.using(base)})' if base else None}\n"
        "    step = combine(whole.at_next_state(), "
        f"using={file.using({'invariant': found.factor, **step})})\n"
        f"    last = combine(claim.part(1), using={file.using(end)})\n"
        "    return conjoin(claim, [induct(whole, base, step), last])\n",
    )


def _states(
    vectors: _Vectors, final: _Vectors, source: Path, found: Growing
) -> Iterator[dict[sp.Symbol, fmpq]]:
    """States of a run on the line."""
    counts = [STATES + 1, *(range(1, STATES + 1) if found.apart else ())]
    problems = [local(source, count + found.shift, found.watched) for count in counts]
    whole, *ends = instance(source, problems, found.watched)
    for k in range(STATES):
        at = _state(vectors, problems[0], whole, k)
        yield _state(final, problems[k + 1], ends[k], k) | at if ends else at
