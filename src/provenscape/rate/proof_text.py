"""The text of a proof file about every number of steps, as its parts are collected.

One relation stands on a line, broken between its terms where it is long, under a comment that has
the mathematics: ‖x - x⋆‖² for x_x, the gradient g⁺ of the next step for h.
"""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import sympy as sp
from flint import fmpq
from sympy.printing.str import StrPrinter

from provenscape.kernel.language import RealRoot
from provenscape.rate.forms import Weighted
from provenscape.rate.local import LEAST, Role
from provenscape.rate.vectors import T, Vectors, at_start
from provenscape.search.algebraic import for_sympy
from provenscape.search.plans import Python

WIDTH = 100
TEMPLATE = '''\
"""{title}

{about}
"""

{imports}from provenscape.kernel import {rules}

{names}

{potential}claim = Claim(
    id="{id}",
    says=(
{says}    ),
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


class _Readable(Python):
    """One fraction for a product with denominators; polynomials of roots are in z."""

    rooted = False

    def _print_Mul(self, expr: sp.Mul) -> str:  # noqa: N802
        above, below = sp.fraction(expr)
        if below == 1:
            return str(super()._print_Mul(expr))
        if expr.as_coeff_Mul()[0] < 0:
            return f"-{self._print(-expr)}"
        return f"{self.parenthesize(above, 50, strict=True)} / {self.parenthesize(below, 51)}"

    def _print_root(self, expr: RealRoot) -> str:
        self.kernel.add("root_of")
        self.rooted = True
        polynomial = expr.polynomial()
        inside = polynomial.xreplace(dict.fromkeys(polynomial.free_symbols, sp.Symbol("z")))
        return f"root_of({self.doprint(inside)}, {expr.index})"


class _Mathematics(StrPrinter):
    """Expressions as comments have them."""

    def __init__(self, names: Mapping[sp.Symbol, str]) -> None:
        super().__init__()
        self.names = names

    def _print_Symbol(self, expr: sp.Symbol) -> str:  # noqa: N802 (SymPy's name)
        return self.names.get(expr, expr.name)

    def shown(self, expr: Any) -> str:
        return str(self.doprint(expr)).replace("**", "^").replace("*", " ")


def wrapped(items: Iterable[str], indent: int) -> str:
    """Items with commas between them, on as many lines as are needed."""
    lines, space = [""], " " * indent
    for item in items:
        if lines[-1] and len(f"{space}{lines[-1]}{item}, ") > WIDTH:
            lines.append("")
        lines[-1] += f"{item}, "
    return "".join(f"{space}{line.rstrip()}\n" for line in lines if line)


def broken(text: str, indent: int, before: int = 0) -> str:
    """A sum on one line if it fits after so many signs, else in brackets with a term on each."""
    if indent + before + len(text) < WIDTH:
        return text
    space, terms, depth, begun = " " * (indent + 4), list[str](), 0, 0
    for at, sign in enumerate(text):
        depth += (sign in "([{") - (sign in ")]}")
        if depth == 0 and text[at : at + 3] in (" + ", " - "):
            terms.append(text[begun:at])
            begun = at + 1
    terms.append(text[begun:])
    return "(\n" + "".join(f"{space}{term}\n" for term in terms) + " " * indent + ")"


class ProofText:
    """The hypotheses and symbols that a proof needs, as they are met.

    Symbols that are `renamed` have another name in the file than in the search.
    """

    def __init__(
        self,
        vectors: Vectors,
        starts: Sequence[sp.Symbol],
        renamed: Mapping[Any, Any] | None = None,
    ) -> None:
        self.vectors, self.starts, self.renamed = vectors, list(starts), dict(renamed or {})
        self.meanings = list(vectors.meanings())
        self.given: dict[str, tuple[str, str]] = {}
        self.writer = _Readable({})
        self.used: set[sp.Symbol] = set()
        self.short = vectors.short()

    def shown(self, expr: Any) -> str:
        """An expression as it is written, whose symbols the file then declares."""
        expr = sp.sympify(expr).xreplace(self.renamed)
        self.used |= expr.free_symbols
        return str(self.writer.doprint(expr))

    def mathematics(self, expr: Any) -> str:
        return _Mathematics(self.short).shown(sp.sympify(expr).xreplace(self.renamed))

    def assume(self, name: str, relation: str, expr: Any, right: Any = None, why: str = "") -> str:
        """Add a hypothesis, unless an equal one is there: its name."""
        sides = [self.shown(expr)] + ([] if right is None else [self.shown(right)])
        shown = f"{relation}({', '.join(sides)})"
        for known, (other, _) in self.given.items():
            if other == shown:
                return known
        assert name not in self.given
        self.given[name] = (shown, why)
        return name

    def hypotheses(
        self, part: Weighted, kind: str, vectors: Vectors | None = None
    ) -> dict[str, sp.Expr]:
        """Adds the conditions and squares of a part; their multipliers by name."""
        vectors = vectors or self.vectors
        weights: dict[str, sp.Expr] = {}
        for role, weight, condition in part.conditions:
            form = vectors.of(condition)
            name = _name(role, kind == "start", vectors.zero)
            shown = f"le({self.shown(form)}, 0)"
            if kind == "end" and self.given.get(name, (shown,))[0] != shown:
                name += " at the end"
            name = self.assume(name, "le", form, 0, f"{self.mathematics(form)} ≤ 0")
            weights[name] = tidy(weights.get(name, 0) + weight)
        for number, (weight, row) in enumerate(part.squares, 1):
            factor, whole = _whole(row)
            combination = sp.Add(
                *(c * self._vector(vectors, i) for i, c in enumerate(whole) if c != 0)
            )
            why = f"‖{self.mathematics(combination)}‖² ≥ 0"
            name = self.assume(
                f"square {number} of the {kind}", "ge", vectors.square(whole), None, why
            )
            weights[name] = tidy(weights.get(name, 0) + weight / factor**2)
        return weights

    @staticmethod
    def _vector(vectors: Vectors, at: int) -> sp.Expr:
        """A vector as comments write it, in its unit."""
        name = vectors.vector(vectors.all[at])
        symbol = sp.Symbol(f"({name})" if " " in name else name)
        return symbol if vectors.all[at] in vectors.points else symbol / vectors.scale

    def mapping(self, entries: Mapping[Any, Any], indent: int) -> str:
        """A dictionary, with an entry on each line where it is long."""
        inside = [f"{self.shown(s)}: {self.shown(v)}" for s, v in entries.items()]
        line = f"{{{', '.join(inside)}}}"
        if len(line) + indent + 8 < WIDTH:
            return line
        space = " " * (indent + 4)
        parts = (part.partition(": ") for part in inside)
        lines = (f"{space}{s}: {broken(v, indent + 4, len(s) + 3)},\n" for s, _, v in parts)
        return "{\n" + "".join(lines) + " " * indent + "}"

    def using(self, weights: Mapping[str, Any], indent: int = 4) -> str:
        space = " " * (indent + 4)
        lines = (
            f'{space}"{name}": {broken(self.shown(w), indent + 4, len(name) + 5)},\n'
            for name, w in weights.items()
            if w != 0
        )
        return f"{{\n{''.join(lines)}{' ' * indent}}}"

    def trajectory(
        self, states: Iterable[dict[Any, Any]], first: Mapping[Any, Any], more: Sequence[Any] = ()
    ) -> str:
        """States of a run, on which the hypotheses hold: a witness."""
        lines = []
        for k, at in enumerate(states):
            known = {s: for_sympy(v) if isinstance(v, fmpq) else v for s, v in at.items()}
            shown = {s: v for s, v in known.items() if s in self.used}
            if k:
                shown = {s: v for s, v in shown.items() if s not in self.starts and s != T}
            else:
                begun = {at_start(s): known[s] for s in known if at_start(s) in self.used}
                shown = {**first, **begun, **shown}
            shown |= more[k] if more else {}
            inside = [f"{self.shown(s)}: {self.shown(v)}" for s, v in shown.items()]
            lines.append("    {\n" + wrapped(inside, 8) + "    },\n")
        return "".join(lines)

    def filled(
        self,
        path: Path,
        counters: Mapping[str, tuple[str, str]],
        rules: Sequence[str],
        about: Sequence[str],
        potential: Any = None,
        *,
        says: str,
        title: str,
        **parts: str,
    ) -> str:
        """The file, once all its expressions were written."""
        where = {name: said for name, said in counters.items() if sp.Symbol(name) in self.used}
        for symbol, meaning, latex in self.meanings:
            if symbol in self.used:
                where[str(symbol)] = (meaning, latex)
            if at_start(symbol) in self.used:
                first = latex.replace("_{k}", "_0")
                where[str(at_start(symbol))] = (f"{meaning}, at the start", first)
        shown = ""
        if potential is not None:
            comment = textwrap.wrap(f"V = {self.mathematics(potential)}", WIDTH - 2)
            shown = "".join(f"# {line}\n" for line in comment)
            shown += f"V = {broken(self.shown(potential), 0, 4)}\n\n"
        kernel = {"Claim", "Invariant", "induct", "real", *rules, *self.writer.kernel}
        kernel |= {text.partition("(")[0] for text, _ in self.given.values()}
        sympy = sorted(self.writer.imports)
        return TEMPLATE.format(
            **parts,
            title="\n".join(textwrap.wrap(title, WIDTH - 3)),
            says="".join(_quoted(says)),
            about="\n".join(line for one in about for line in textwrap.wrap(one, WIDTH)),
            imports=f"from sympy import {', '.join(sympy)}\n\n" if sympy else "",
            rules=_bracketed(sorted(kernel, key=lambda r: (r[0].islower(), r)), 31),
            names="\n".join([*_declared(list(where)), *self._of_roots()]),
            potential=shown,
            id=path.stem.replace("_", "-"),
            where="".join(_entries(where)),
            given="".join(self._listed()),
        )

    def _listed(self) -> Iterator[str]:
        for name, (shown, why) in self.given.items():
            for line in textwrap.wrap(why, WIDTH - 10) if why else ():
                yield f"        # {line}\n"
            rule, _, inside = shown.partition("(")
            if len(name) + len(shown) + 14 < WIDTH:
                yield f'        "{name}": {shown},\n'
                continue
            zero = inside.endswith(", 0)")
            text = broken(inside.removesuffix(")").removesuffix(", 0"), 8)
            body = text.removeprefix("(\n").removesuffix(")").rstrip()
            body = body if text.startswith("(\n") else f"{' ' * 12}{text}"
            right = f"\n{' ' * 12}0," if zero else ""
            yield f'        "{name}": {rule}(\n{body},{right}\n        ),\n'

    def _of_roots(self) -> Iterator[str]:
        if self.writer.rooted:
            yield 'z = real("z")  # of the polynomials of roots'


def _bracketed(names: Sequence[str], before: int) -> str:
    line = ", ".join(names)
    return line if before + len(line) < WIDTH else f"(\n{wrapped(names, 4)})"


def _declared(names: Sequence[str]) -> Iterator[str]:
    """Lines that declare symbols, as many on each as fit."""
    group: list[str] = []
    for name in names:
        longer = [*group, name]
        if group and 2 * len(", ".join(longer)) + 12 > WIDTH:
            yield f'{", ".join(group)} = real("{" ".join(group)}")'
            longer = [name]
        group = longer
    yield f'{", ".join(group)} = real("{" ".join(group)}")'


def _quoted(text: str) -> Iterator[str]:
    """A text in several pieces, of a line each."""
    lines = textwrap.wrap(text, WIDTH - 12)
    for number, line in enumerate(lines, 1):
        yield f'        "{line}{" " if number < len(lines) else ""}"\n'


def _entries(where: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    for symbol, (says, latex) in where.items():
        line = f'        {symbol}: ("{says}", r"{latex}"),\n'
        if len(line) <= WIDTH:
            yield line
        else:
            space = " " * 12
            yield f'        {symbol}: (\n{space}"{says}",\n{space}r"{latex}",\n        ),\n'


def _name(role: Role, at_start: bool, zero: str) -> str:
    """Of a condition: its table, and of which points."""
    function, table, *places = role
    if function == LEAST:
        return f"least over all and {'now' if at_start or places[0][0] else 'next'}"
    when = {"fixed": zero, -1: "now", 0: "now" if at_start else "next"}
    points = (when[stage] + (f" {at + 1}" if at else "") for stage, at in places)
    return f"{table} {function + 1} of {' and '.join(points)}".replace("_", " ")


def _whole(row: sp.Matrix) -> tuple[sp.Expr, sp.Matrix]:
    """A multiple of a vector without denominators and common factors, and by what it was
    multiplied."""
    below = sp.Integer(1)
    for entry in row:
        below = sp.lcm(below, sp.fraction(sp.together(entry))[1])
    whole = (row * below).applyfunc(sp.cancel)
    shared = sp.gcd_list([entry for entry in whole if entry != 0])
    return sp.factor(below / shared), (whole / shared).applyfunc(sp.factor)


def tidy(weight: sp.Expr) -> sp.Expr:
    """The weight as a product, unless that hides that it is not negative."""
    factors = sp.factor(weight)
    for factor in sp.Mul.make_args(factors):
        base = factor.base if isinstance(factor, sp.Pow) else factor
        terms = base.args if isinstance(base, sp.Add) else ()
        if any(term.as_coeff_Mul()[0] < 0 for term in terms):
            return weight
    return factors
