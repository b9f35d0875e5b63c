"""Symbols for the inner products and values of a step, with what each means.

Vectors are the points less the minimizer (x), the gradients at this step (g) and at the next (h),
or at the end (w) where that is evaluated elsewhere; values are f, F and W. A symbol x_g is the
inner product of x and g.
"""

import re
from collections.abc import Iterator, Sequence

import sympy as sp

from provenscape.rate.forms import Symbolic

T = sp.Symbol("t")
POINT = re.compile("[pqrsuvxyz][0-9]*")  # what a point may be called here
WHEN = {  # of gradients and values: when, in LaTeX, and in a comment
    **dict.fromkeys("gf", ("this step", "k", "")),
    **dict.fromkeys("hF", ("the next step", "k+1", "⁺")),
    **dict.fromkeys("wW", ("the end", r"\mathrm{end}", "ᵉ")),
}


class Vectors:
    """The vectors of a state, and what a step and the next evaluate.

    Points have the names that the file gives them, if these are no names of anything else. Forms
    are those for the constant 1: with another `scale`, gradients and values are divided by it, and
    the least metric by so many powers (`metric`). Of functions that are `tilted`, tangents at the
    minimizer have been taken away. The `names` are those of the points, and what the minimizer and
    a gradient are called: operators have zeros and values.
    """

    def __init__(
        self,
        state: int,
        leaves: int,
        values: int,
        ahead: tuple[int, int],
        ahead_as: str = "hF",
        tilted: bool = False,
        names: tuple[Sequence[str], str, str] = ((), "minimizer", "gradient"),
        scale: sp.Expr = sp.S.One,
        metric: int = 0,
    ) -> None:
        def several(letter: str, count: int) -> list[str]:
            return [letter] if count == 1 else [f"{letter}{i + 1}" for i in range(count)]

        points, self.zero, self.slope = names
        self.points = list(points) if all(map(POINT.fullmatch, points)) else several("x", state)
        self.now = self.points + several("g", leaves)
        self.all = self.now + several(ahead_as[0], ahead[0])
        self.values = several("f", values)
        self.next_values = several(ahead_as[1], ahead[1])
        self.tilted, self.scale, self.metric = tilted, scale, metric

    def inner(self, a: int, b: int) -> sp.Symbol:
        first, second = sorted((a, b))
        return sp.Symbol(f"{self.all[first]}_{self.all[second]}")

    def value(self, at: int) -> sp.Symbol:
        return sp.Symbol([*self.values, *self.next_values][at])

    def of(self, form: Symbolic) -> sp.Expr:
        """The form as an expression in the symbols."""
        n = form.square.shape[0]
        terms = [
            sp.factor((1 + (i < j)) * form.square[i, j] / self.unit(i, j)) * self.inner(i, j)
            for i in range(n)
            for j in range(i, n)
        ]
        values = (sp.factor(c / self.scale) * self.value(i) for i, c in enumerate(form.linear))
        return sp.Add(*terms, *values, form.least * T / self.scale**self.metric, form.constant)

    def unit(self, a: int, b: int) -> sp.Expr:
        """Of an inner product: a factor for each gradient."""
        return self.scale ** sum(self.all[i] not in self.points for i in (a, b))

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
        terms = (
            first[i] * second[j] * self.inner(i, j) * self.unit(*at) / self.unit(i, j)
            for i in n
            for j in n
        )
        return sp.Add(*terms)

    def begun(self, begin: sp.Matrix | None, symbol: sp.Symbol) -> sp.Expr:
        """What a symbol of the state is at the start, whose points may depend on each other."""
        at = self.state()[symbol]
        state = begin.rows if begin is not None else 0
        if begin is None or len(at) == 1:
            return at_start(symbol)
        n = len(self.now)
        whole = sp.diag(begin, sp.eye(n - state))
        return sp.Add(
            *(
                whole[at[0], i] * whole[at[1], j] * at_start(self.inner(i, j))
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
        less = f" less that at the {self.zero}" if self.tilted else ""
        said = {name: self._meant(name, less) for name in self.all}
        for i, a in enumerate(self.all):
            for b in self.all[i:]:
                (one, first), (two, second) = said[a], said[b]
                meaning, latex = f"the inner product of {one} and {two}", f"{first}, {second}"
                latex = rf"\langle {latex} \rangle"
                if a == b:
                    meaning, latex = f"the squared norm of {one}", rf"\|{first}\|^2"
                yield sp.Symbol(f"{a}_{b}"), meaning, latex
        for name in (*self.values, *self.next_values):
            when, k, _ = WHEN[name[0]]
            value = f"value {name[1:]}".strip()
            least = "the least" if self.zero == "minimizer" else f"that at the {self.zero}"
            less = f"that of the tangent at the {self.zero}" if self.tilted else least
            yield sp.Symbol(name), f"the {value} at {when}, less {less}", _latex("f", name[1:], k)
        yield T, "the least of the metric over all steps", "t"

    def vector(self, name: str) -> str:
        """A vector as comments write it."""
        said = f"{name[0]}{_low(name[1:])}"
        return f"{said} - x⋆" if name in self.points else f"g{_low(name[1:])}{WHEN[name[0]][2]}"

    def _meant(self, name: str, less: str) -> tuple[str, str]:
        letter, number = name[0], name[1:]
        if name in self.points:
            which = "" if self.points == ["x"] else f" {name}"
            return f"the point{which} less the {self.zero}", _latex(letter, number, "k") + "-x_*"
        which = f" {number}" if number else ""
        when, k, _ = WHEN[letter]
        return f"the {self.slope}{which} of {when}{less}", _latex("g", number, k)

    def short(self) -> dict[sp.Symbol, str]:
        """The symbols as comments write them, also those at the start."""
        found = {T: "t"}
        for i, a in enumerate(self.all):
            for b in self.all[i:]:
                one, two = self.vector(a), self.vector(b)
                found[sp.Symbol(f"{a}_{b}")] = f"‖{one}‖²" if a == b else f"⟨{one}, {two}⟩"
        for name in (*self.values, *self.next_values):
            found[sp.Symbol(name)] = f"f{_low(name[1:])}{WHEN[name[0]][2]}"
        return found | {at_start(s): f"{said}₀" for s, said in found.items()}


def at_start(symbol: sp.Symbol) -> sp.Symbol:
    return sp.Symbol(f"{symbol}_0")


def _low(number: str) -> str:
    return number.translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))


def _latex(letter: str, number: str, index: str) -> str:
    return f"{letter}^{{({number})}}_{{{index}}}" if number else f"{letter}_{{{index}}}"
