"""What can be said of expressions: relations with both sides as written, and seven kinds more.

A relation keeps its sides apart as its author built them. ``expr`` is their difference with every
named function put in, turned so that it is >= 0, > 0 or = 0; the rules compute with that.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

import sympy as sp
from sympy.printing.latex import LatexPrinter

from provenscape.kernel.engines import unfold
from provenscape.kernel.language import (
    NUMBERS,
    FunctionValue,
    RealFunction,
    Rejected,
    admit,
    admit_all,
    admit_point,
    admit_symbol,
    substitute,
)
from provenscape.kernel.numbers import is_algebraic

CONFIDENCE = sp.Rational(999_999, 1_000_000)  # of every verdict on counts
SIGNS = {">=": ">=", ">": ">", "=": "=", "<=": ">=", "<": ">"}
LATEX_SIGNS = {">=": r"\ge", "<=": r"\le"}

Names = Mapping[sp.Symbol, str]


def is_line(text: Any) -> bool:
    """Whether this is a text of one line, and not blank."""
    return type(text) is str and text.strip() != "" and len(text.splitlines()) == 1


LEFT = r"\left("


class Printer(LatexPrinter):
    """LaTeX as SymPy has it, but powers of whole numbers as written, and in parentheses what has an
    exponent of its own."""

    def _print_Pow(self, expr: sp.Pow) -> str:  # noqa: N802 (SymPy's name)
        if all(isinstance(part, sp.Integer) for part in expr.args):
            return f"{expr.base}^{{{expr.exp}}}"
        base = self._print(expr.base)
        if expr.base.is_Symbol and "^" in base and expr.exp.is_Integer and expr.exp > 0:
            whole = base if base.startswith(LEFT) else rf"{LEFT}{base}\right)"
            return f"{whole}^{{{expr.exp}}}"
        return str(super()._print_Pow(expr))


def latex_of(expr: Any, names: Names) -> str:
    """LaTeX of an expression, with these forms of its symbols."""
    return _latex_of(expr, frozenset(names.items()))


@lru_cache(maxsize=5_000)
def _latex_of(expr: Any, names: frozenset[tuple[sp.Symbol, str]]) -> str:
    return str(Printer({"symbol_names": dict(names)}).doprint(expr))


class Bound(NamedTuple):
    """What a relation says as it is computed with: ``expr`` is >= 0, > 0 or = 0."""

    expr: sp.Expr
    sign: str

    def subs(self, point: Mapping[sp.Symbol, sp.Expr]) -> "Bound":
        return Bound(substitute(self.expr, point), self.sign)

    def text(self) -> str:
        return f"{sp.sstr(self.expr)} {self.sign} 0"


@dataclass(frozen=True, slots=True)
class Relation:
    """``left op right`` with op one of >=, >, =, <=, <.

    Raises `Rejected` where nothing is left to say: equal sides, or a difference that SymPy made a
    number before the kernel could see it.
    """

    left: sp.Expr
    op: str
    right: sp.Expr
    expr: sp.Expr = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        if type(self.op) is not str or self.op not in SIGNS:
            raise Rejected(f"unknown relation {self.op!r}")
        left, right = admit(self.left), admit(self.right)
        gap = left - right
        if left == right or (type(gap) in NUMBERS and not _is_written_power(left, right)):
            raise Rejected(
                f"{sp.sstr(left)} {self.op} {sp.sstr(right)} says nothing: SymPy folded the two "
                f"sides to a difference of {gap} while they were being built; write what differs "
                "as values of a `function`, or a power of a number as Pow(..., evaluate=False)"
            )
        plain = unfold(left), unfold(right)
        difference = gap if plain[0] is left and plain[1] is right else plain[0] - plain[1]
        for name, value in (
            ("left", left),
            ("right", right),
            ("expr", -difference if self.op in ("<=", "<") else difference),
        ):
            object.__setattr__(self, name, value)

    @property
    def sign(self) -> str:
        """How ``expr`` stands to 0: >=, > or =."""
        return SIGNS[self.op]

    @property
    def bound(self) -> Bound:
        return Bound(self.expr, self.sign)

    def expressions(self) -> Iterator[sp.Expr]:
        yield from (self.left, self.right)

    def subs(self, point: Mapping[sp.Symbol, sp.Expr]) -> "Relation":
        """The relation with values put for its symbols."""
        return Relation(substitute(self.left, point), self.op, substitute(self.right, point))

    def text(self) -> str:
        return f"{sp.sstr(self.left)} {self.op} {sp.sstr(self.right)}"

    def latex(self, names: Names = MappingProxyType({})) -> str:
        op = LATEX_SIGNS.get(self.op, self.op)
        return f"{latex_of(self.left, names)} {op} {latex_of(self.right, names)}"


def _is_written_power(*sides: sp.Expr) -> bool:
    """Whether a side is a power of a whole number that SymPy was told to leave as it is."""
    return any(
        isinstance(side, sp.Pow) and all(type(part) in NUMBERS for part in side.args)
        for side in sides
    )


def ge(left: Any, right: Any = 0) -> Relation:
    """left >= right"""
    return Relation(left, ">=", right)


def gt(left: Any, right: Any = 0) -> Relation:
    """left > right"""
    return Relation(left, ">", right)


def le(left: Any, right: Any = 0) -> Relation:
    """left <= right"""
    return Relation(left, "<=", right)


def lt(left: Any, right: Any = 0) -> Relation:
    """left < right"""
    return Relation(left, "<", right)


def eq(left: Any, right: Any = 0) -> Relation:
    """left = right"""
    return Relation(left, "=", right)


@dataclass(frozen=True, slots=True)
class Semidefinite:
    """The symmetric matrix is positive semidefinite: v' M v >= 0 for every real vector v.

    It is a hypothesis and never a conclusion. Of numbers it says that they are the inner products
    of vectors: M = V' V for some V exactly if M is semidefinite. So what holds under it holds of
    vectors of every dimension. ``exact`` is the matrix with the named functions put in. It has
    neither ``expr`` nor ``sign``, so that a rule that does not know it stops.
    """

    matrix: sp.ImmutableMatrix
    exact: sp.ImmutableMatrix = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        if not isinstance(self.matrix, sp.MatrixBase) or self.matrix.shape[0] < 1:
            raise Rejected("semidefiniteness needs an explicit matrix")
        matrix = sp.ImmutableMatrix(*self.matrix.shape, list(map(admit, self.matrix)))
        if matrix != matrix.T:
            raise Rejected("semidefiniteness needs a symmetric matrix")
        object.__setattr__(self, "matrix", matrix)
        object.__setattr__(self, "exact", matrix.applyfunc(unfold))

    def expressions(self) -> Iterator[sp.Expr]:
        yield from self.matrix

    def form(self, vector: Sequence[sp.Expr]) -> sp.Expr:
        """v' M v, which is >= 0."""
        return quadratic(self.exact, vector)

    def at(self, point: Mapping[sp.Symbol, sp.Expr]) -> sp.ImmutableMatrix:
        """The matrix as it is computed with, with values put for its symbols."""
        return self.exact.applyfunc(lambda entry: substitute(entry, point))

    def text(self) -> str:
        return f"{self.matrix.tolist()} is positive semidefinite"

    def latex(self, names: Names = MappingProxyType({})) -> str:
        return rf"{latex_of(self.matrix, names)} \succeq 0"


def quadratic(matrix: sp.ImmutableMatrix, vector: Sequence[sp.Expr]) -> sp.Expr:
    """v' M v."""
    size = len(vector)
    if matrix.shape != (size, size):
        raise Rejected(
            f"a vector of {matrix.shape[0]} entries belongs to the matrix, not of {size}"
        )
    return sp.Add(*(matrix[i, j] * vector[i] * vector[j] for i in range(size) for j in range(size)))


@dataclass(frozen=True, slots=True)
class Inertia:
    """The symmetric matrix has so many positive, negative and zero eigenvalues.

    Its entries are algebraic numbers once the named functions are put in; ``exact`` is the matrix
    then.
    """

    matrix: sp.ImmutableMatrix
    positive: int
    negative: int
    zero: int
    exact: sp.ImmutableMatrix = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        if not isinstance(self.matrix, sp.MatrixBase) or self.matrix.shape[0] < 1:
            raise Rejected("inertia needs an explicit matrix")
        matrix = sp.ImmutableMatrix(self.matrix)
        exact = sp.ImmutableMatrix(*matrix.shape, list(map(unfold, admit_all(matrix))))
        for entry in exact:
            if not is_algebraic(entry):
                raise Rejected(f"inertia needs entries that are algebraic numbers, not {entry}")
        if exact != exact.T:
            raise Rejected("inertia needs a symmetric matrix")
        if any(type(n) is not int for n in (self.positive, self.negative, self.zero)):
            raise Rejected("inertia counts are whole numbers")
        object.__setattr__(self, "matrix", matrix)
        object.__setattr__(self, "exact", exact)

    def expressions(self) -> Iterator[sp.Expr]:
        yield from self.matrix

    def hessian(self) -> FunctionValue | None:
        """The value of the function whose Hessian at one point this matrix is, if it is one."""
        corner = self.matrix[0, 0]
        if type(corner) is not FunctionValue:
            return None
        function = RealFunction(corner.definition)
        place = corner.point[: len(function.variables)]
        if function.hessian(at=place) != self.matrix:
            return None
        return FunctionValue(corner.definition, sp.Tuple(*[0] * len(place)), corner.args[2])

    def text(self) -> str:
        value = self.hessian()
        matrix = f"{self.matrix.tolist()}" if value is None else f"Hess {sp.sstr(value)}"
        return (
            f"{matrix} has {self.positive} positive, {self.negative} negative and {self.zero} zero "
            "eigenvalues"
        )

    def latex(self, names: Names = MappingProxyType({})) -> str:
        value = self.hessian()
        shown = latex_of(self.matrix if value is None else value, names)
        hess = "" if value is None else r"\operatorname{Hess} "
        return (
            rf"{hess}{shown} \text{{ has }} {self.positive} \text{{ positive, }} {self.negative} "
            rf"\text{{ negative and }} {self.zero} \text{{ zero eigenvalues}}"
        )


@dataclass(frozen=True, slots=True)
class Roots:
    """The real solutions of the polynomial system are these points and no others."""

    system: tuple[sp.Expr, ...]
    variables: tuple[sp.Symbol, ...]
    points: tuple[tuple[sp.Expr, ...], ...]
    exact: tuple[sp.Expr, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "system", tuple(admit(e) for e in self.system))
        object.__setattr__(self, "variables", tuple(admit_symbol(v) for v in self.variables))
        object.__setattr__(self, "points", tuple(tuple(map(admit, p)) for p in self.points))
        object.__setattr__(self, "exact", tuple(map(unfold, self.system)))
        if not self.system or not self.variables:
            raise Rejected("a solution set needs equations and variables")
        free = set().union(*(e.free_symbols for e in self.system)) - set(self.variables)
        if free or any(len(p) != len(self.variables) for p in self.points):
            raise Rejected("a solution set needs one exact value for each variable of the system")
        if len(set(self.variables)) < len(self.variables):
            raise Rejected("the variables of a system are distinct")
        if any(value.free_symbols for point in self.points for value in point):
            raise Rejected("listed solutions are explicit numbers")
        if any(type(e) in NUMBERS for e in self.system):
            raise Rejected("SymPy folded an equation to a number; write it with a `function`")

    def expressions(self) -> Iterator[sp.Expr]:
        yield from (*self.system, *self.variables, *(v for point in self.points for v in point))

    def text(self) -> str:
        system = " and ".join(f"{sp.sstr(e)} = 0" for e in self.system)
        names = ", ".join(map(str, self.variables))
        listed = ", ".join(f"({', '.join(map(sp.sstr, point))})" for point in self.points)
        return f"the real solutions ({names}) of {system} are exactly {listed or 'none'}"

    def latex(self, names: Names = MappingProxyType({})) -> str:
        system = r",\; ".join(f"{latex_of(e, names)} = 0" for e in self.system)
        point = f"({', '.join(latex_of(v, names) for v in self.variables)})"
        listed = r",\, ".join(
            f"({', '.join(latex_of(v, names) for v in point)})" for point in self.points
        )
        return rf"{system} \iff {point} \in \{{{listed}\}}"


@dataclass(frozen=True, slots=True)
class Zeros:
    """The equations of the system hold exactly where all equations of one of the sets hold.

    So a solution set of any dimension is the union of sets that are given by equations. It is said
    of all values of the symbols for which the hypotheses of the claim hold.
    """

    system: tuple[sp.Expr, ...]
    sets: tuple[tuple[sp.Expr, ...], ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "system", tuple(map(admit, self.system)))
        object.__setattr__(self, "sets", tuple(tuple(map(admit, one)) for one in self.sets))
        if not self.system or not self.sets or not all(self.sets):
            raise Rejected("a system and each set of its solutions have equations")
        if any(type(e) in NUMBERS for e in self.expressions()):
            raise Rejected("SymPy folded an equation to a number; write it with a `function`")

    def product(self) -> sp.Expr:
        """The product over the sets of the sums of squares of their equations. It is never
        negative, and 0 exactly on the union: a product of real numbers is 0 where a factor is, and
        a sum of squares where each of them is."""
        return sp.Mul(*(sp.Add(*(unfold(e) ** 2 for e in one)) for one in self.sets))

    def expressions(self) -> Iterator[sp.Expr]:
        yield from (*self.system, *(e for one in self.sets for e in one))

    def text(self) -> str:
        return f"{_vanish(self.system)} exactly where {' or where '.join(map(_vanish, self.sets))}"

    def latex(self, names: Names = MappingProxyType({})) -> str:
        def shown(equations: tuple[sp.Expr, ...]) -> str:
            return r" \wedge ".join(f"{latex_of(e, names)} = 0" for e in equations)

        listed = r" \vee ".join(rf"\left({shown(one)}\right)" for one in self.sets)
        return rf"{shown(self.system)} \iff {listed}"


def _vanish(equations: tuple[sp.Expr, ...]) -> str:
    return " and ".join(f"{sp.sstr(e)} = 0" for e in equations)


@dataclass(frozen=True, slots=True)
class Limit:
    """The expression tends to the value as the variable decreases to 0."""

    expr: sp.Expr
    value: sp.Expr
    variable: sp.Symbol

    def __post_init__(self) -> None:
        object.__setattr__(self, "expr", admit(self.expr))
        object.__setattr__(self, "value", admit(self.value))
        if admit_symbol(self.variable) in self.value.free_symbols:
            raise Rejected("a limit does not depend on the variable")
        if self.variable not in self.expr.free_symbols:
            raise Rejected("SymPy folded the expression: it does not contain the variable")

    def expressions(self) -> Iterator[sp.Expr]:
        yield from (self.expr, self.value, self.variable)

    def text(self) -> str:
        return f"{sp.sstr(self.expr)} -> {sp.sstr(self.value)} as {self.variable} -> 0+"

    def latex(self, names: Names = MappingProxyType({})) -> str:
        tends = rf"\lim_{{{latex_of(self.variable, names)} \to 0^+}}"
        return f"{tends} {latex_of(self.expr, names)} = {latex_of(self.value, names)}"


@dataclass(frozen=True, slots=True)
class Invariant:
    """One or more relations hold at every state that an iteration reaches.

    The symbols of ``start`` are the state; ``start`` gives its first value, by constants, and
    ``update`` its next value. Symbols of the relations and of ``start`` that are not state are
    constants, and so are those named in ``fixed``; all others are inputs, which may take new values
    at each step. The hypotheses of the claim are assumed at every state.
    """

    relations: tuple[Relation, ...]
    start: Mapping[sp.Symbol, sp.Expr]
    update: Mapping[sp.Symbol, sp.Expr]
    fixed: tuple[sp.Symbol, ...] = ()

    def __post_init__(self) -> None:
        relations = self.relations
        relations = (relations,) if type(relations) is Relation else tuple(relations)
        if any(type(relation) is not Relation for relation in relations):
            raise Rejected("an invariant consists of relations")
        object.__setattr__(self, "relations", tuple(map(replace, relations)))
        for name in ("start", "update"):
            values = admit_point(getattr(self, name))
            object.__setattr__(self, name, MappingProxyType(values))
        object.__setattr__(self, "fixed", tuple(map(admit_symbol, self.fixed)))
        if set(self.fixed) & set(self.start):
            raise Rejected("what is fixed is no state")
        if set(self.start) != set(self.update) or not self.start or not relations:
            raise Rejected("an invariant has relations, and a start and an update of one state")
        if any(v.free_symbols & set(self.start) for v in self.start.values()):
            raise Rejected("the first state is given by constants")

    @property
    def state(self) -> tuple[sp.Symbol, ...]:
        """The symbols that the iteration moves, by name."""
        return tuple(sorted(self.start, key=str))

    @property
    def constants(self) -> set[sp.Symbol]:
        """The symbols that keep their value: ``fixed``, those of the relations and of the start."""
        kept = [e for r in self.relations for e in r.expressions()] + list(self.start.values())
        return set(self.fixed).union(*(e.free_symbols for e in kept)) - set(self.start)

    def expressions(self) -> Iterator[sp.Expr]:
        for relation in self.relations:
            yield from relation.expressions()
        for symbol in self.state:
            yield from (symbol, self.start[symbol], self.update[symbol])
        yield from self.fixed

    def text(self) -> str:
        return "\n".join(relation.text() for relation in self.relations)

    def course(self) -> str:
        """The state at the start, and how all of it is replaced at once at each step."""
        first = ", ".join(f"{s} = {sp.sstr(self.start[s])}" for s in self.state)
        step = ", ".join(f"{s} <- {sp.sstr(self.update[s])}" for s in self.state)
        return f"state: {first} at the start; at each step, all at once, {step}"

    def latex(self, names: Names = MappingProxyType({})) -> str:
        def tex(expr: Any) -> str:
            return latex_of(expr, names)

        step = r",\ ".join(rf"{tex(s)} \leftarrow {tex(self.update[s])}" for s in self.state)
        first = r",\ ".join(f"{tex(s)} = {tex(self.start[s])}" for s in self.state)
        held = r",\; ".join(relation.latex(names) for relation in self.relations)
        return rf"{held} \text{{ at every step, where }} {first} \text{{ and then }} {step}"


@dataclass(frozen=True, slots=True)
class Chance:
    """A relation in the probability of an event, in independent trials of a design.

    ``event`` says probability of what, ``design`` how one trial is made, and ``trials`` which
    numbers of trials were planned; a verdict can be given on none but these, and at no other
    ``confidence``.
    """

    relation: Relation
    probability: sp.Symbol
    event: str
    design: str
    trials: tuple[int, ...]
    confidence: sp.Rational = CONFIDENCE

    def __post_init__(self) -> None:
        if self.confidence is not CONFIDENCE:
            raise Rejected(f"a chance is judged at confidence {CONFIDENCE}")
        if type(self.relation) is not Relation or self.relation.sign == "=":
            raise Rejected("a chance is judged by an inequality")
        object.__setattr__(self, "relation", replace(self.relation))
        symbol = admit_symbol(self.probability)
        if self.relation.expr.free_symbols != {symbol}:
            raise Rejected(f"the relation must be about the probability {symbol} alone")
        for name in ("event", "design"):
            text = getattr(self, name)
            if not is_line(text):
                raise Rejected(f"a chance says its {name}, in one line")
        object.__setattr__(self, "trials", tuple(self.trials))
        if any(type(n) is not int or n < 1 for n in self.trials) or len(self.trials) not in (1, 2):
            raise Rejected("one or two whole numbers of trials are planned: for quick and full")

    def expressions(self) -> Iterator[sp.Expr]:
        yield from self.relation.expressions()

    def text(self) -> str:
        return (
            f"{self.relation.text()} for the probability {self.probability} of the event\n"
            f"event: {self.event}\n"
            f"one trial: {self.design}\n"
            f"{self._judged()}"
        )

    def _judged(self) -> str:
        planned = " or ".join(map(str, self.trials))
        return (
            f"judged by {planned} independent trials, as planned, at confidence "
            f"{self.confidence}: statistical, not a proof"
        )

    def latex(self, names: Names = MappingProxyType({})) -> str:
        symbol = latex_of(self.probability, names)
        return (
            rf"{self.relation.latex(names)} \text{{ for the probability }} {symbol} "
            rf"\text{{ of the event: {self.event}; one trial: {self.design}; {self._judged()}}}"
        )


Hypothesis = Relation | Semidefinite
Conclusion = Relation | Inertia | Roots | Zeros | Limit | Invariant | Chance
