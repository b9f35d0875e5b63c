"""Coq text of expressions: numbers, sums, products, powers, functions, named functions."""

import re
from collections.abc import Iterable, Mapping

import sympy as sp

from provenscape.kernel.language import Definition, FunctionValue

FUNCTIONS = {
    sp.sin: "sin", sp.cos: "cos", sp.exp: "exp", sp.tanh: "tanh", sp.atan: "atan", sp.log: "ln",
}  # fmt: skip
CONSTANTS = {sp.S.Pi: "PI", sp.S.Exp1: "(exp 1)"}
RESERVED = frozenset({
    "as", "at", "atan", "by", "cos", "cosh", "Derive", "else", "end", "exists", "exists2", "exp",
    "False", "fix", "for", "forall", "fun", "has_inertia", "I", "ident", "if", "IF", "in",
    "inertia_of", "is_derive", "let", "list", "ln", "match", "mod", "N", "nat", "O", "PI", "pow",
    "Prop", "Q", "R", "Rabs", "return", "Rmult", "S", "Set", "sin", "sinh", "SProp", "sqrt", "tan",
    "tanh", "then", "True", "Type", "using", "where", "with", "Z",
})  # fmt: skip


class NotExported(Exception):
    """The statement or its proof has a part for which no Coq text is written, and which."""


def identifier(name: str) -> str:
    """The name as a Coq identifier; names of the language have no prime, which marks ours."""
    return f"{name}'" if name in RESERVED else name


def comment(text: str) -> str:
    """The text as a Coq comment."""
    safe = text.replace("(*", "( *").replace("*)", "* )").replace('"', "''")
    return f"(* {safe} *)"


class Writer:
    """Coq text of expressions, with these texts for their symbols.

    Values of named functions are written by `functions`, which names them; what a denominator is
    made of is kept in `denominators`, and what logarithms are taken of in `logarithms`.
    """

    def __init__(
        self,
        symbols: Iterable[sp.Symbol] | Mapping[sp.Symbol, str],
        functions: Mapping[tuple[Definition, tuple[int, ...]], str] | None = None,
    ) -> None:
        self.names = (
            dict(symbols)
            if isinstance(symbols, Mapping)
            else {s: identifier(s.name) for s in symbols}
        )
        self.functions = functions or {}
        self.denominators: dict[sp.Expr, None] = {}
        self.logarithms: dict[sp.Expr, None] = {}
        self.shown: set[object] = set()  # those of them whose sign is in the context
        self._texts: dict[sp.Expr, str] = {}

    def text(self, expr: sp.Expr) -> str:
        """The expression in parentheses, or an atom."""
        known = self._texts.get(expr)
        if known is None:
            known = self._texts[expr] = self._written(expr)
        return known

    def _written(self, expr: sp.Expr) -> str:
        if isinstance(expr, sp.Symbol):
            if expr not in self.names:
                raise NotExported(f"the symbol {expr} is not quantified")
            return self.names[expr]
        if isinstance(expr, sp.Rational):
            whole = f"(- {-expr.p})" if expr.p < 0 else str(expr.p)
            return whole if expr.q == 1 else f"({whole} / {expr.q})"
        if isinstance(expr, (sp.Add, sp.Mul)):
            sign = " + " if isinstance(expr, sp.Add) else " * "
            return f"({sign.join(map(self.text, expr.args))})"
        if isinstance(expr, sp.Pow):
            return self._power(*expr.args)
        if expr in CONSTANTS:
            return CONSTANTS[expr]
        if isinstance(expr, FunctionValue):
            name = self.functions.get((expr.definition, expr.orders))
            if name is None:
                raise NotExported(f"the function {expr.definition.name} has no definition here")
            return f"({name} {' '.join(map(self.text, expr.point))})"
        if type(expr) in FUNCTIONS:
            if isinstance(expr, sp.log):
                self.logarithms[expr.args[0]] = None
            return f"({FUNCTIONS[type(expr)]} {self.text(expr.args[0])})"
        raise NotExported(f"{type(expr).__name__} has no Coq text")

    def _power(self, base: sp.Expr, exponent: sp.Rational) -> str:
        if isinstance(exponent, sp.Integer):
            if exponent < 0:
                self.denominators[base] = None
                inner = self.text(base) if exponent == -1 else self._power(base, -exponent)
                return f"(/ {inner})"
            return f"({self.text(base)} ^ {exponent})"
        if exponent.q == 2:
            root = f"(sqrt {self.text(base)})"
            if exponent == sp.Rational(1, 2):
                return root
            whole = exponent.p
            return f"({root} ^ {whole})" if whole > 0 else f"(/ {root} ^ {-whole})"
        return f"(Rpower {self.text(base)} {self.text(exponent)})"


WORD = re.compile(r"\W+")


def module_name(claim_id: str) -> str:
    """The name of a claim's Coq module."""
    return "c_" + WORD.sub("_", claim_id)
