"""The language: exact real expressions, named functions, and their partial derivatives at points.

What SymPy folds while an expression is being built is gone before the kernel can see it: ``x/x``,
``x - x``, ``sqrt(x)**2`` and ``exp(log(x))`` are 1, 0, x and x, and ``Rational(0.1)`` is a fraction
near 1/10. A proof file is refused where its text shows one of these; where they arise from names
with other names behind them, they are lost. A named function loses nothing: ``f(y, x) = f(x, y)``
stays as written until the kernel puts the function in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import gcd
from typing import Any

import sympy as sp
from flint import fmpz_poly

FUNCTIONS = (sp.sin, sp.cos, sp.exp, sp.tanh, sp.atan, sp.log)
CONSTANTS = (sp.S.Pi, sp.S.Exp1)
NUMBERS = (sp.Integer, sp.Rational, *map(type, (sp.S.Zero, sp.S.One, sp.S.NegativeOne, sp.S.Half)))
LARGEST_EXPONENT = 1000
LARGEST_ORDER = 9
RAISED = ("", "", *"²³⁴⁵⁶⁷⁸⁹")
NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*")
TAKEN = {f.__name__ for f in FUNCTIONS} | {
    "D", "E", "I", "all", "and", "any", "assume", "at", "e", "for", "holds", "i", "it", "let",
    "nan", "oo", "or", "pi", "real", "root_of", "sqrt", "such", "that", "then", "with", "zoo",
}  # fmt: skip


class Rejected(Exception):
    """A statement or a certificate that the kernel does not accept, and why."""


def admit_name(name: str) -> str:
    """The name, if it is letters, digits and inner underscores and reads as nothing else."""
    if type(name) is not str or not NAME.fullmatch(name) or name in TAKEN:
        raise Rejected(
            f"the name {name!r} reads as something else; take letters, then digits or _index, "
            f"and none of {', '.join(sorted(TAKEN))}"
        )
    return name


def real(names: str) -> Any:
    """Real symbols, one for each name; a single name gives the symbol itself."""
    symbols = sp.symbols(names, real=True)
    for symbol in symbols if isinstance(symbols, tuple) else (symbols,):
        admit_name(symbol.name)
    return symbols


def one_of(kind: type, kinds: frozenset[int]) -> bool:
    """Whether it is one of these types, given by their identities: whatever its own idea of
    equality."""
    return id(kind) in kinds


NUMBER = frozenset(map(id, NUMBERS))
SUM_OR_PRODUCT = frozenset(map(id, (sp.Add, sp.Mul)))
FUNCTION = frozenset(map(id, FUNCTIONS))


@cache
def real_symbol(name: str) -> sp.Symbol:
    """The symbol of this name that is real, and nothing more."""
    return sp.Symbol(name, real=True)


class Definition(sp.Atom):
    """The function that a name stands for: its variables, the body's parameters, and the body.

    It does not change; what is computed of it follows from its content, not from the object.
    """

    __slots__ = ("body", "name", "parameters", "variables")

    name: str
    variables: tuple[sp.Symbol, ...]
    parameters: tuple[sp.Symbol, ...]
    body: sp.Expr

    def __new__(cls, name: str, variables: tuple[sp.Symbol, ...], body: sp.Expr) -> "Definition":
        new = sp.Atom.__new__(cls)
        parameters = parameters_of(variables, body)
        for slot, value in zip(cls.__slots__, (body, name, parameters, variables), strict=True):
            object.__setattr__(new, slot, value)
        return new

    def __setattr__(self, name: str, value: object) -> None:
        if name in Definition.__slots__:
            raise Rejected(f"the function {self.name} does not change")
        super().__setattr__(name, value)

    def _hashable_content(self) -> tuple[Any, ...]:
        return self.name, self.variables, self.body

    def __getnewargs__(self) -> tuple[Any, ...]:
        return self.name, self.variables, self.body

    def __setstate__(self, state: Any) -> None:
        pass

    def sort_key(self, order: Any = None) -> Any:
        return self.class_key(), (1, (self.name,)), sp.S.One.sort_key(), sp.S.One

    def _sympystr(self, printer: Any) -> str:
        return self.name

    def _sympyrepr(self, printer: Any) -> str:
        return f"Definition({self.name!r}, {self.variables!r}, {sp.srepr(self.body)})"

    def _latex(self, printer: Any) -> str:
        symbol = str(printer._print(sp.Symbol(self.name)))
        short = len(self.name.partition("_")[0].rstrip("0123456789")) == 1
        return symbol if short or symbol.startswith("\\") else rf"\mathrm{{{self.name}}}"


def parameters_of(variables: tuple[sp.Symbol, ...], body: sp.Expr) -> tuple[sp.Symbol, ...]:
    """The symbols of a body that are no variables, by name."""
    return tuple(sorted(body.free_symbols - set(variables), key=lambda symbol: symbol.name))


class FunctionValue(sp.Expr):
    """A partial derivative of a named function at a point; of order zero, its value.

    The arguments are the definition, how often it is differentiated along each variable, and the
    values of its variables and of its parameters.
    """

    is_commutative = True
    is_real = True

    @property
    def definition(self) -> Definition:
        return self.args[0]

    @property
    def orders(self) -> tuple[int, ...]:
        return tuple(int(k) for k in self.args[1].args)

    @property
    def point(self) -> tuple[sp.Expr, ...]:
        return tuple(self.args[2].args)

    def substitution(self) -> dict[sp.Symbol, sp.Expr]:
        """What stands at this point for the variables and the parameters."""
        names = (*self.definition.variables, *self.definition.parameters)
        return dict(zip(names, self.point, strict=True))

    def _eval_derivative(self, symbol: sp.Symbol) -> sp.Expr:
        raise Rejected(f"{self} is a value; differentiate the function {self.definition.name}")

    @property
    def precedence(self) -> int:
        """How tightly it binds in print: a derivative more than a product, less than a power."""
        return 55 if any(self.orders) else 1000

    def _shown(self, printer: Any) -> str:
        """The place in parentheses; of more than four variables at themselves, nothing."""
        count = len(self.definition.variables)
        values, rest = self.point[:count], self.point[count:]
        if count > 4 and self.point == (*self.definition.variables, *self.definition.parameters):
            return ""
        shown = ", ".join(printer._print(v) for v in values)
        moved = [
            f"{printer._print(p)} = {printer._print(v)}"
            for p, v in zip(self.definition.parameters, rest, strict=True)
            if p != v
        ]
        return f"({shown}{'; ' * bool(moved)}{', '.join(moved)})"

    def _along(self) -> list[sp.Symbol]:
        """The variables along which it is differentiated, each as often as it is."""
        pairs = zip(self.definition.variables, self.orders, strict=True)
        return [variable for variable, order in pairs for _ in range(order)]

    def _sympystr(self, printer: Any) -> str:
        name, along = self.definition.name, self._along()
        if along:
            power = RAISED[len(along)]
            name = f"∂{power}{name}/{''.join(f'∂{printer._print(v)}' for v in along)}"
        return f"{name}{self._shown(printer)}"

    def _latex(self, printer: Any) -> str:
        name, along = printer._print(self.definition), self._along()
        if along:
            power = f"^{{{len(along)}}}" if len(along) > 1 else ""
            below = r"\,".join(rf"\partial {printer._print(v)}" for v in along)
            name = rf"\frac{{\partial{power} {name}}}{{{below}}}"
        return f"{name}{self._shown(printer)}"


@dataclass(frozen=True, slots=True)
class RealFunction:
    """A named real function of real variables; its values and derivatives stay as written.

    ``f(a, b)`` is the value at (a, b), ``f.partial(x, x, at=(a, b))`` the second derivative along
    the variable x there, ``f.gradient(at)`` and ``f.hessian(at)`` all first and second ones;
    without ``at`` they are taken at the variables themselves.
    """

    definition: Definition

    @property
    def variables(self) -> tuple[sp.Symbol, ...]:
        return self.definition.variables

    def __call__(self, *at: Any) -> sp.Expr:
        return self.partial(at=at)

    def partial(self, *along: sp.Symbol, at: Any = None) -> sp.Expr:
        """The derivative along the variables given, one after the other, at a point."""
        names = self.variables
        point = names if at is None else tuple(at)
        if len(point) != len(names) or not set(along) <= set(names):
            raise Rejected(
                f"{self.definition.name} takes one value for each of {', '.join(map(str, names))} "
                "and is differentiated along these"
            )
        orders = sp.Tuple(*(along.count(v) for v in names))
        values = sp.Tuple(*map(admit, point), *self.definition.parameters)
        return FunctionValue(self.definition, orders, values)

    def gradient(self, at: Any = None) -> tuple[sp.Expr, ...]:
        """All first derivatives at a point."""
        return tuple(self.partial(v, at=at) for v in self.variables)

    def hessian(self, at: Any = None) -> sp.ImmutableMatrix:
        """The matrix of second derivatives at a point."""
        names = self.variables
        return sp.ImmutableMatrix(
            [[self.partial(*sorted((v, w), key=names.index), at=at) for w in names] for v in names]
        )


LARGEST_DEGREE = 60
MOST_BITS = 4_000  # of a coefficient


class RealRoot(sp.AtomicExpr):
    """The real root with this index, from 0 in rising order, of an irreducible polynomial over the
    integers, whose coefficients rise from the constant one. Made by `root_of`."""

    __slots__ = ("coefficients", "index")

    coefficients: tuple[int, ...]
    index: int

    is_commutative = True
    is_real = True

    def __new__(cls, coefficients: tuple[int, ...], index: int) -> "RealRoot":
        new = sp.AtomicExpr.__new__(cls)
        object.__setattr__(new, "coefficients", coefficients)
        object.__setattr__(new, "index", index)
        return new

    def __setattr__(self, name: str, value: object) -> None:
        if name in RealRoot.__slots__:
            raise Rejected("a root does not change")
        super().__setattr__(name, value)

    def _hashable_content(self) -> tuple[Any, ...]:
        return self.coefficients, self.index

    def __getnewargs__(self) -> tuple[Any, ...]:
        return self.coefficients, self.index

    def __setstate__(self, state: Any) -> None:
        pass

    def sort_key(self, order: Any = None) -> Any:
        return self.class_key(), (1, (spelled(self),)), sp.S.One.sort_key(), sp.S.One

    def polynomial(self, name: str = "x") -> sp.Expr:
        """The polynomial of which it is a root, in a symbol of this name."""
        powers = (c * real_symbol(name) ** k for k, c in enumerate(self.coefficients))
        return sp.Add(*powers)

    def _sympystr(self, printer: Any) -> str:
        return f"root_of({sp.sstr(self.polynomial())}, {self.index})"

    def _sympyrepr(self, printer: Any) -> str:
        return f"RealRoot({self.coefficients!r}, {self.index!r})"

    def _latex(self, printer: Any) -> str:
        shown = sp.latex(self.polynomial())
        return rf"\operatorname{{root}}_{{{self.index}}}\left({shown}\right)"


def root_of(polynomial: Any, index: int) -> RealRoot:
    """The real root with this index, from 0 in rising order, of an irreducible polynomial over the
    rationals in one symbol, of degree 3 at least; refused where it has none."""
    expr = admit(polynomial)
    if len(expr.free_symbols) != 1 or type(index) is not int:
        raise Rejected("a root is given by a polynomial in one symbol and a whole number from 0")
    try:
        poly = sp.Poly(expr, *expr.free_symbols, domain=sp.QQ).clear_denoms(convert=True)[1]
    except (sp.PolynomialError, sp.CoercionFailed) as error:
        raise Rejected(f"{expr} is no polynomial over the rationals") from error
    _, poly = poly.primitive()
    sign = 1 if poly.LC() > 0 else -1
    root = RealRoot(tuple(sign * int(c) for c in poly.all_coeffs()[::-1]), index)
    _admit_root(root)
    return root


def _admit_root(node: RealRoot) -> None:
    coefficients, index = node.coefficients, node.index
    if type(coefficients) is not tuple or any(type(c) is not int for c in (*coefficients, index)):
        raise Rejected("a root is given by whole numbers")
    known = 4 <= len(coefficients) <= LARGEST_DEGREE + 1 and coefficients[-1] > 0
    if not known or max(abs(c) for c in coefficients).bit_length() > MOST_BITS:
        raise Rejected(
            f"a root has degree 3 to {LARGEST_DEGREE} over numbers of at most {MOST_BITS} bits; of "
            "lower degree it is written with sqrt"
        )
    count = _number_of_roots(coefficients)
    if hash(node) != hash(("RealRoot", coefficients, index)):
        raise Rejected("a root has changed since it was made")
    if not 0 <= index < count:
        raise Rejected(f"there is no real root number {index}: the polynomial has {count}")


@cache
def _number_of_roots(coefficients: tuple[int, ...]) -> int:
    """The number of real roots of an irreducible primitive polynomial, by two engines."""
    poly, other = (
        sp.Poly(coefficients[::-1], sp.Dummy(), domain=sp.ZZ),
        fmpz_poly(list(coefficients)),
    )
    content, factors = other.factor()
    alone = content == 1 and len(factors) == 1 and factors[0][1] == 1
    if not alone or not poly.is_irreducible or poly.primitive()[0] != 1:
        raise Rejected("a root is given by an irreducible primitive polynomial")
    isolated: Any = other.complex_roots()
    count = sum(root.imag == 0 for root, _ in isolated)
    if count != poly.count_roots():
        raise Rejected("the engines disagree on the number of real roots")
    return count


def function(name: str, variables: Any, body: Any) -> RealFunction:
    """The function ``name`` of the variables with this body, for use in statements.

    Other symbols of the body are parameters: they keep their values wherever the function is taken.
    """
    names = tuple(map(admit_symbol, variables))
    if not names or len(set(names)) < len(names):
        raise Rejected(f"the variables of {name} are one or more distinct symbols")
    expr = admit(body)
    if expr.has(FunctionValue):
        raise Rejected(f"the body of {name} is an explicit expression")
    if admit_name(name) in {symbol.name for symbol in {*names, *expr.free_symbols}}:
        raise Rejected(f"{name} names a function and a symbol of it; rename one")
    return RealFunction(Definition(name, names, expr))


def admit(value: Any) -> sp.Expr:
    """The value as an expression of the statement language, or `Rejected`; see `admit_all`."""
    return admit_all((value,))[0]


def admit_all(values: Iterable[Any]) -> tuple[sp.Expr, ...]:
    """The values as expressions of the statement language, or `Rejected`.

    Admitted: integers and rationals, pi and e, symbols assumed real and nothing more, sums,
    products, integer powers up to 1000, roots of non-negative rationals, real roots of polynomials,
    sin, cos, exp, tanh, atan and log of one argument, and derivatives of named functions at points.
    Floats, texts, complex numbers, symbols with hidden assumptions and subclasses of SymPy's types
    are not. An object that stands in the values more than once is read once.
    """
    exprs = tuple(map(_as_expression, values))
    for node in nodes(*exprs):
        kind, parts = type(node), node.args
        if type(parts) is not tuple:
            raise Rejected(f"the parts of {kind.__name__} change while they are read")
        if kind is sp.Symbol:
            plain = real_symbol(admit_name(node.name))
            if node is not plain and (hash(node) != hash(plain) or node != plain):
                raise Rejected(f"symbol {node} must be real with no further assumption")
        elif kind is sp.Pow:
            _admit_power(node)
        elif kind is FunctionValue:
            _admit_value(node)
        elif kind is RealRoot:
            _admit_root(node)
        elif one_of(kind, NUMBER):
            _admit_number(node)
        elif not (
            one_of(kind, SUM_OR_PRODUCT)
            or any(node is constant for constant in CONSTANTS)
            or (one_of(kind, FUNCTION) and len(parts) == 1)
        ):
            raise Rejected(f"{node} ({kind.__name__}) is outside the statement language")
        if parts and hash(node) != hash((kind.__name__, *parts)):
            raise Rejected(f"a {kind.__name__} has parts that changed after it was made")
    return exprs


def _as_expression(value: Any) -> sp.Expr:
    if isinstance(value, bool) or not isinstance(value, (int, sp.Expr)):
        raise Rejected(f"{value!r} is no exact real expression")
    if isinstance(value, int) and type(value) is not int:
        raise Rejected(f"{value!r} is no plain whole number")
    return sp.Integer(value) if type(value) is int else value


def _admit_power(node: sp.Pow) -> None:
    base, exponent = node.args
    numbers = [part for part in (base, exponent) if one_of(type(part), NUMBER)]
    for number in numbers:
        _admit_number(number)
    rational = one_of(type(exponent), NUMBER)
    root = len(numbers) == 2 and base.p >= 0
    whole = rational and exponent.q == 1
    if not (whole or root) or abs(exponent.p) > LARGEST_EXPONENT * exponent.q:
        raise Rejected(f"power {node} is neither an integer power nor a rational's root")


def _admit_number(node: sp.Rational) -> None:
    top, bottom = node.p, node.q
    if type(top) is not int or type(bottom) is not int or bottom < 1 or gcd(top, bottom) != 1:
        raise Rejected(f"{top!r}/{bottom!r} is no fraction in lowest terms")


def _admit_value(node: FunctionValue) -> None:
    if [type(part) for part in node.args] != [Definition, sp.Tuple, sp.Tuple]:
        raise Rejected("this is no value of a named function")
    definition, orders, point = node.args
    if type(orders.args) is not tuple or type(point.args) is not tuple:
        raise Rejected("the parts of a value of a named function change while they are read")
    _admit_definition(definition)
    names = (*definition.variables, *definition.parameters)
    counts = orders.args
    numbers = [k for k in counts if one_of(type(k), NUMBER)]
    for number in numbers:
        _admit_number(number)
    whole = len(numbers) == len(counts) and all(k.q == 1 and k.p >= 0 for k in numbers)
    fits = len(counts) == len(definition.variables) and len(point.args) == len(names)
    if not whole or not fits or sum(k.p for k in counts) > LARGEST_ORDER:
        raise Rejected(f"the orders or the point do not fit the variables of {definition.name}")


_admitted: dict[int, tuple[Any, ...]] = {}  # definitions, and what they held when admitted


def _admit_definition(definition: Definition) -> None:
    """Admit a definition once; again where it holds other objects than it did then."""
    content = (
        definition, definition.name, definition.variables, definition.parameters, definition.body,
    )  # fmt: skip
    then = _admitted.get(id(definition), ())
    if len(then) == len(content) and all(a is b for a, b in zip(then, content, strict=True)):
        return
    _, name, variables, parameters, body = content
    if type(variables) is not tuple or type(parameters) is not tuple:
        raise Rejected(f"the parts of a value of {name} change while they are read")
    if parameters != parameters_of(variables, body):
        raise Rejected(f"the parameters of {name} are those of its body")
    function(name, variables, body)
    _admitted[id(definition)] = content


def nodes(*exprs: sp.Expr) -> Iterator[sp.Expr]:
    """The parts of expressions from above, each object once; of a named function, its place and
    not its body."""
    ahead: list[sp.Expr] = [*reversed(exprs)]
    seen: set[int] = set()
    while ahead:
        node = ahead.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            parts = node.point if type(node) is FunctionValue else node.args
            if parts:
                ahead += reversed(parts)


Spelled = dict[int, tuple[Any, str]]  # objects and their texts, by what keeps the objects apart


def spelled(expr: sp.Expr, known: Spelled | None = None) -> str:
    """The whole content of an expression as a text, its named functions' bodies included; an object
    that stands in it, or in what is known from the same reading, more than once is read once."""
    kind = type(expr)
    if kind is sp.Symbol:
        return str(expr.name)
    known = {} if known is None else known
    if (seen := known.get(id(expr))) is not None:
        return seen[1]
    if kind is Definition:
        variables = " ".join(symbol.name for symbol in expr.variables)
        parameters = " ".join(symbol.name for symbol in expr.parameters)
        inner = [expr.name, f"({variables})", f"({parameters})", spelled(expr.body, known)]
    elif one_of(kind, NUMBER):
        inner = [f"{expr.p}/{expr.q}"]
    elif kind is RealRoot:
        inner = [*map(str, expr.coefficients), str(expr.index)]
    else:
        inner = [
            str(part.name) if type(part) is sp.Symbol else spelled(part, known)
            for part in expr.args
        ]
    text = f"({kind.__name__} {' '.join(inner)})"
    known[id(expr)] = expr, text
    return text


def admit_symbol(value: Any) -> sp.Symbol:
    if type(admit(value)) is not sp.Symbol:
        raise Rejected(f"{value} is no symbol")
    return value


def admit_point(point: Mapping[sp.Symbol, Any]) -> dict[sp.Symbol, sp.Expr]:
    """A copy of a mapping from symbols to expressions, checked once."""
    if not isinstance(point, Mapping):
        raise Rejected(f"{point!r} does not map symbols to values")
    return {admit_symbol(symbol): admit(value) for symbol, value in point.items()}


def substitute(expr: sp.Expr, point: Mapping[sp.Symbol, Any]) -> sp.Expr:
    """The expression with all symbols replaced at once, by values of the statement language."""
    return admit(expr.xreplace(admit_point(point)))


def definitions(expr: sp.Expr) -> set[Definition]:
    """The named functions that occur in an expression."""
    return {node.definition for node in nodes(expr) if type(node) is FunctionValue}


def derivative(expr: sp.Expr, symbol: sp.Symbol) -> sp.Expr:
    """The derivative, by rules of the kernel's own."""
    if not expr.has(symbol):
        return sp.Integer(0)
    if expr == symbol:
        return sp.Integer(1)
    inner = [derivative(part, symbol) for part in expr.args]
    if isinstance(expr, sp.Add):
        return sp.Add(*inner)
    if isinstance(expr, sp.Mul):
        rest = [sp.Mul(*expr.args[:i], *expr.args[i + 1 :]) for i in range(len(inner))]
        return sp.Add(*(r * d for r, d in zip(rest, inner, strict=True)))
    t = expr.args[0]
    if isinstance(expr, sp.Pow):
        return expr.exp * t ** (expr.exp - 1) * inner[0]
    outer = {
        sp.sin: sp.cos(t),
        sp.cos: -sp.sin(t),
        sp.exp: sp.exp(t),
        sp.tanh: 1 - sp.tanh(t) ** 2,
        sp.atan: 1 / (1 + t**2),
        sp.log: 1 / t,
    }
    return outer[type(expr)] * inner[0]


@cache
def partial_derivative(
    body: sp.Expr, variables: tuple[sp.Symbol, ...], orders: tuple[int, ...]
) -> sp.Expr:
    """The body differentiated so often along each variable, along the last one last."""
    if not any(orders):
        return body
    last = max(index for index, order in enumerate(orders) if order)
    before = (*orders[:last], orders[last] - 1, *orders[last + 1 :])
    return derivative(partial_derivative(body, variables, before), variables[last])
