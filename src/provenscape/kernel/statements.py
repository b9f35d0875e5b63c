"""Statements: what is claimed, as data, apart from every proof.

A statement is read as: for all real values of its symbols, if every hypothesis in ``given`` holds,
then ``then`` holds. Hypotheses and conclusions are relations ``e >= 0``, ``e > 0`` or ``e = 0``
between explicit real expressions; conclusions may also be the inertia of an exact symmetric matrix,
the complete real solution set of a polynomial system, or several of these together.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

import sympy as sp

FUNCTIONS = (sp.sin, sp.cos, sp.exp, sp.tanh, sp.atan, sp.log)
CONSTANTS = (sp.S.Pi, sp.S.Exp1)
NUMBERS = (sp.Integer, sp.Rational, *map(type, (sp.S.Zero, sp.S.One, sp.S.NegativeOne, sp.S.Half)))
OPERATIONS = (">=", ">", "=")
LARGEST_EXPONENT = 1000


class Rejected(Exception):
    """A statement or a certificate that the kernel does not accept, and why."""


def real(names: str) -> Any:
    """Real symbols, one for each name; a single name gives the symbol itself."""
    return sp.symbols(names, real=True)


REAL_ASSUMPTIONS = sp.Symbol("x", real=True).assumptions0


def admit(value: Any) -> sp.Expr:
    """The value as an expression of the statement language, or `Rejected`.

    Admitted: integers and rationals, pi and e, symbols assumed real and nothing more, sums,
    products, integer powers up to 1000, roots of non-negative rationals, and sin, cos, exp, tanh,
    atan and log of one argument. Floats, texts, complex numbers, symbols with hidden assumptions
    and subclasses of SymPy's types are not.
    """
    if isinstance(value, bool) or not isinstance(value, (int, sp.Expr)):
        raise Rejected(f"{value!r} is no exact real expression")
    expr = sp.Integer(value) if isinstance(value, int) else value
    for node in sp.preorder_traversal(expr):
        kind = type(node)
        if kind is sp.Symbol:
            if node.assumptions0 != REAL_ASSUMPTIONS:
                raise Rejected(f"symbol {node} must be real with no further assumption")
        elif kind is sp.Pow:
            base, exponent = node.args
            root = type(exponent) in NUMBERS and type(base) in NUMBERS and base >= 0
            if not (isinstance(exponent, sp.Integer) or root) or abs(exponent) > LARGEST_EXPONENT:
                raise Rejected(f"power {node} is neither an integer power nor a rational's root")
        elif not (
            kind in NUMBERS
            or kind in (sp.Add, sp.Mul)
            or any(node is constant for constant in CONSTANTS)
            or (kind in FUNCTIONS and len(node.args) == 1)
        ):
            raise Rejected(f"{node} ({kind.__name__}) is outside the statement language")
    return expr


def admit_symbol(value: Any) -> sp.Symbol:
    if type(admit(value)) is not sp.Symbol:
        raise Rejected(f"{value} is no symbol")
    return value


def admit_point(point: Mapping[sp.Symbol, Any]) -> dict[sp.Symbol, sp.Expr]:
    """A copy of a mapping from symbols to expressions, checked once."""
    if not isinstance(point, Mapping):
        raise Rejected(f"{point!r} does not map symbols to values")
    return {admit_symbol(symbol): admit(value) for symbol, value in point.items()}


@dataclass(frozen=True)
class Relation:
    """``expr >= 0``, ``expr > 0`` or ``expr = 0``."""

    expr: sp.Expr
    op: str

    def __post_init__(self) -> None:
        if type(self.op) is not str or self.op not in OPERATIONS:
            raise Rejected(f"unknown relation {self.op!r}")
        object.__setattr__(self, "expr", admit(self.expr))

    def expressions(self) -> Iterator[sp.Expr]:
        yield self.expr

    def subs(self, point: Mapping[sp.Symbol, sp.Expr]) -> "Relation":
        return Relation(substitute(self.expr, point), self.op)

    def text(self) -> str:
        return f"{sp.sstr(self.expr)} {self.op} 0"

    def latex(self) -> str:
        return f"{sp.latex(self.expr)} {({'>=': chr(92) + 'ge'}).get(self.op, self.op)} 0"


def difference(left: Any, right: Any) -> sp.Expr:
    return admit(left) - admit(right)


def ge(left: Any, right: Any = 0) -> Relation:
    """left >= right"""
    return Relation(difference(left, right), ">=")


def gt(left: Any, right: Any = 0) -> Relation:
    """left > right"""
    return Relation(difference(left, right), ">")


def le(left: Any, right: Any = 0) -> Relation:
    """left <= right"""
    return ge(right, left)


def lt(left: Any, right: Any = 0) -> Relation:
    """left < right"""
    return gt(right, left)


def eq(left: Any, right: Any = 0) -> Relation:
    """left = right"""
    return Relation(difference(left, right), "=")


@dataclass(frozen=True)
class Inertia:
    """The symmetric rational matrix has so many positive, negative and zero eigenvalues."""

    matrix: sp.ImmutableMatrix
    positive: int
    negative: int
    zero: int

    def __post_init__(self) -> None:
        if not isinstance(self.matrix, sp.MatrixBase) or self.matrix.shape[0] < 1:
            raise Rejected("inertia needs an explicit matrix")
        matrix = sp.ImmutableMatrix(self.matrix)
        for entry in matrix:
            if not isinstance(admit(entry), sp.Rational):
                raise Rejected(f"inertia needs rational entries, not {entry}")
        if matrix != matrix.T:
            raise Rejected("inertia needs a symmetric matrix")
        if any(type(n) is not int for n in (self.positive, self.negative, self.zero)):
            raise Rejected("inertia counts are whole numbers")
        object.__setattr__(self, "matrix", matrix)

    def expressions(self) -> Iterator[sp.Expr]:
        yield from self.matrix

    def text(self) -> str:
        counts = f"({self.positive}, {self.negative}, {self.zero})"
        return f"inertia of {self.matrix.tolist()} = {counts} (positive, negative, zero)"

    def latex(self) -> str:
        counts = f"({self.positive}, {self.negative}, {self.zero})"
        return rf"\operatorname{{In}} {sp.latex(self.matrix)} = {counts}"


@dataclass(frozen=True)
class Roots:
    """The real solutions of the polynomial system are these points and no others."""

    system: tuple[sp.Expr, ...]
    variables: tuple[sp.Symbol, ...]
    points: tuple[tuple[sp.Expr, ...], ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "system", tuple(admit(e) for e in self.system))
        object.__setattr__(self, "variables", tuple(admit_symbol(v) for v in self.variables))
        object.__setattr__(self, "points", tuple(tuple(map(admit, p)) for p in self.points))
        free = set().union(*(e.free_symbols for e in self.system)) - set(self.variables)
        if free or any(len(p) != len(self.variables) for p in self.points):
            raise Rejected("a solution set needs one exact value for each variable of the system")
        if len(set(self.variables)) < len(self.variables):
            raise Rejected("the variables of a system are distinct")
        if any(value.free_symbols for point in self.points for value in point):
            raise Rejected("listed solutions are explicit numbers")

    def expressions(self) -> Iterator[sp.Expr]:
        yield from (*self.system, *self.variables, *(v for point in self.points for v in point))

    def text(self) -> str:
        return f"real solutions of {list(self.system)} = 0 in {self.variables}: {list(self.points)}"

    def latex(self) -> str:
        system = r",\; ".join(f"{sp.latex(e)} = 0" for e in self.system)
        return system + r"\iff " + sp.latex(self.variables) + r"\in" + sp.latex(set(self.points))


@dataclass(frozen=True)
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

    def expressions(self) -> Iterator[sp.Expr]:
        yield from (self.expr, self.value, self.variable)

    def text(self) -> str:
        return f"{sp.sstr(self.expr)} -> {sp.sstr(self.value)} as {self.variable} -> 0+"

    def latex(self) -> str:
        tends = rf"\lim_{{{sp.latex(self.variable)} \to 0^+}}"
        return f"{tends} {sp.latex(self.expr)} = {sp.latex(self.value)}"


@dataclass(frozen=True)
class Invariant:
    """The relation holds at every state that an iteration reaches.

    The symbols of ``start`` are the state; ``start`` gives its first value and ``update`` its next
    value. Symbols of the relation and of ``start`` that are not state are constants; all others
    may take new values at each step, and the hypotheses of the claim are assumed at every step.
    """

    relation: Relation
    start: Mapping[sp.Symbol, sp.Expr]
    update: Mapping[sp.Symbol, sp.Expr]

    def __post_init__(self) -> None:
        for name in ("start", "update"):
            values = admit_point(getattr(self, name))
            object.__setattr__(self, name, MappingProxyType(values))
        if set(self.start) != set(self.update) or type(self.relation) is not Relation:
            raise Rejected("an invariant is a relation with a start and an update of one state")
        if any(v.free_symbols & set(self.start) for v in self.start.values()):
            raise Rejected("the first state is given by constants")

    def expressions(self) -> Iterator[sp.Expr]:
        yield self.relation.expr
        for symbol in sorted(self.start, key=str):
            yield from (symbol, self.start[symbol], self.update[symbol])

    def text(self) -> str:
        order = sorted(self.start, key=str)
        first = ", ".join(f"{s} = {sp.sstr(self.start[s])}" for s in order)
        step = ", ".join(f"{s} <- {sp.sstr(self.update[s])}" for s in order)
        return f"{self.relation.text()} at every state reached from {first} by {step}"

    def latex(self) -> str:
        order = sorted(self.start, key=str)
        step = ",\\ ".join(rf"{sp.latex(s)} \leftarrow {sp.latex(self.update[s])}" for s in order)
        first = ",\\ ".join(f"{sp.latex(s)} = {sp.latex(self.start[s])}" for s in order)
        return rf"{self.relation.latex()} \text{{ from }} {first} \text{{ under }} {step}"


Conclusion = Relation | Inertia | Roots | Limit | Invariant


@dataclass(frozen=True, eq=False)
class Claim:
    """A statement with its place among the documents' items.

    ``locally`` names symbols (radii) that are quantified "for some": the statement then says that
    the conclusion holds on some neighbourhood; such a statement can only be refuted here, and is
    proved by a claim that gives the radius. ``tight`` says whether the conclusion is attained.
    ``repairs`` names the claim whose failure this one corrects; ``scope`` says what was fixed.
    """

    id: str
    items: tuple[str, ...]
    says: str
    given: Mapping[str, Relation]
    then: Conclusion | tuple[Conclusion, ...]
    tight: bool | None = None
    repairs: str | None = None
    scope: str | None = None
    locally: tuple[sp.Symbol, ...] = field(default=())

    def __post_init__(self) -> None:
        if not isinstance(self.given, Mapping) or any(type(name) is not str for name in self.given):
            raise Rejected(f"the hypotheses of {self.id} must map names to relations")
        for name, value in (
            ("items", tuple(self.items)),
            ("given", MappingProxyType(dict(self.given))),
            ("locally", tuple(map(admit_symbol, self.locally))),
        ):
            object.__setattr__(self, name, value)
        for relation in self.given.values():
            if type(relation) is not Relation:
                raise Rejected(f"hypothesis {relation!r} of {self.id} is no relation")
        for part in self.parts():
            if type(part) not in (Relation, Inertia, Roots, Limit, Invariant):
                raise Rejected(f"conclusion {part!r} of {self.id} is no statement")
        if not self.parts():
            raise Rejected(f"{self.id} concludes nothing")
        self._require_meaning()

    def _require_meaning(self) -> None:
        """Every expression is defined wherever the hypotheses hold; no hypothesis is about a
        variable that the conclusion binds."""
        hypotheses = tuple(self.given.values())
        assumed = set().union(*(h.expr.free_symbols for h in hypotheses))
        for part in (*hypotheses, *self.parts()):
            known = hypotheses
            if isinstance(part, (Limit, Roots)):
                bound = (part.variable,) if isinstance(part, Limit) else part.variables
                if assumed & set(bound):
                    raise Rejected(f"a hypothesis of {self.id} is about the variables {bound}")
            if isinstance(part, Limit):
                known = (*hypotheses, gt(part.variable))
            for expr in part.expressions():
                cone.require_defined(expr, known)

    def parts(self) -> tuple[Conclusion, ...]:
        """The conclusions that hold together."""
        return self.then if isinstance(self.then, tuple) else (self.then,)

    def part(self, index: int) -> "Claim":
        """The same hypotheses with one of the conclusions."""
        return replace(self, then=self.parts()[index])

    def without(self, hypothesis: str) -> "Claim":
        """The statement with one hypothesis dropped."""
        return replace(self, given={k: v for k, v in self.given.items() if k != hypothesis})

    def text(self) -> str:
        hypotheses = "; ".join(f"{name}: {r.text()}" for name, r in sorted(self.given.items()))
        conclusion = " and ".join(p.text() for p in self.parts())
        near = f" for some positive {', '.join(map(str, self.locally))}" if self.locally else ""
        return (f"given {hypotheses}, then " if hypotheses else "always ") + conclusion + near

    def digest(self) -> str:
        """SHA-256 of the formal statement (not of its proof, title or place)."""
        canonical = (
            sorted((name, r.op, sp.srepr(r.expr)) for name, r in self.given.items()),
            [
                (type(p).__name__, p.text(), [sp.srepr(e) for e in p.expressions()])
                for p in self.parts()
            ],
            sorted(map(sp.srepr, self.locally)),
        )
        return hashlib.sha256(repr(canonical).encode()).hexdigest()


def substitute(expr: sp.Expr, point: Mapping[sp.Symbol, Any]) -> sp.Expr:
    """The expression with all symbols replaced at once, by values of the statement language."""
    return admit(expr.xreplace(admit_point(point)))


from provenscape.kernel import cone  # noqa: E402  (cone needs the relations defined above)
