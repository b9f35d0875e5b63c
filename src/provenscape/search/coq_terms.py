"""Coq text for expressions, and tactics that show their signs by explicit lemmas."""

from collections.abc import Sequence

import sympy as sp

from provenscape.kernel import Claim, Relation
from provenscape.kernel.cone import nonnegative, nonzero, positive

FUNCTIONS = {"sin": "sin", "cos": "cos", "exp": "exp", "tanh": "tanh", "atan": "atan", "log": "ln"}
CONSTANTS = {sp.S.Pi: ("PI", "PI_RGT_0"), sp.S.Exp1: ("(exp 1)", "exp_pos")}
SIGNS = {">=": "<=", ">": "<"}
Term = tuple[str, str, str]
FIELD = "(field; repeat split; (assumption || (intro; lra)))"


class NotExported(Exception):
    """The statement or its proof has a part for which no Coq proof is written here."""


class Writer:
    """Coq text for the expressions of one claim, and tactics that show their signs."""

    def __init__(self, claim: Claim) -> None:
        self.known = tuple(claim.given.values())
        relations = [r for r in (*self.known, claim.then) if isinstance(r, Relation)]
        symbols = sorted(set().union(*(r.expr.free_symbols for r in relations)), key=str)
        self.names = {symbol: f"x_{i}" for i, symbol in enumerate(symbols)}
        self.denominators: list[sp.Expr] = []
        for relation in relations:
            self.text(relation.expr)

    def labels(self) -> list[str]:
        return [f"h_{i}" for i in range(len(self.known))]

    def relation(self, relation: Relation) -> str:
        text = self.text(relation.expr)
        return f"{text} = 0" if relation.sign == "=" else f"0 {SIGNS[relation.sign]} {text}"

    def product(self, multiplier: sp.Expr, hypothesis: Relation, label: str) -> Term:
        """The term multiplier * hypothesis, its relation to 0 and the tactic that shows it."""
        text = f"{self.text(multiplier)} * {self.text(hypothesis.expr)}"
        if hypothesis.sign == "=":
            return text, "=", f"symmetry; apply Rmult_eq_0_compat_l; exact {label}"
        if hypothesis.sign == ">" and positive(multiplier, self.known):
            tactic = f"apply Rmult_lt_0_compat; [{self.sign(multiplier, True)} | exact {label}]"
            return text, "<", tactic
        weaken = "apply Rlt_le; " if hypothesis.sign == ">" else ""
        tactic = f"apply Rmult_le_pos; [{self.sign(multiplier, False)} | {weaken}exact {label}]"
        return text, "<=", tactic

    def square(self, weight: sp.Expr, root: sp.Expr) -> Term:
        """The term weight * root², its relation to 0 and the tactic that shows it."""
        strict = positive(weight * root**2, self.known)
        text = f"{self.text(weight)} * {self.text(root)} ^ 2"
        lemma = "Rmult_lt_0_compat" if strict else "Rmult_le_pos"
        power = self.square_sign(root) if strict else "apply pow2_ge_0"
        return (
            text,
            "<" if strict else "<=",
            f"apply {lemma}; [{self.sign(weight, strict)} | {power}]",
        )

    def text(self, expr: sp.Expr) -> str:
        """The expression in Coq, sums and products bracketed from the left."""
        if isinstance(expr, sp.Symbol):
            return self.names[expr]
        if isinstance(expr, sp.Rational):
            whole = f"(- {-expr.p})" if expr.p < 0 else str(expr.p)
            return whole if expr.q == 1 else f"({whole} / {expr.q})"
        if isinstance(expr, (sp.Add, sp.Mul)):
            sign = " + " if isinstance(expr, sp.Add) else " * "
            return f"({sign.join(self.text(part) for part in expr.args)})"
        if isinstance(expr, sp.Pow) and isinstance(expr.exp, sp.Integer):
            if expr.exp < 0:
                if expr.base not in self.denominators:
                    self.denominators.append(expr.base)
                return f"(/ {self.text(expr.base**-expr.exp)})"
            if expr.exp % 2 == 0:
                half = self.text(expr.base ** (expr.exp / 2))
                return f"({half} ^ 2)"
            return f"({self.text(expr.base)} ^ {expr.exp})"
        if expr in CONSTANTS:
            return CONSTANTS[expr][0]
        name = type(expr).__name__
        if name in FUNCTIONS:
            return f"({FUNCTIONS[name]} {self.text(expr.args[0])})"
        raise NotExported(f"{expr} has no translation")

    def sign(self, expr: sp.Expr, strict: bool) -> str:
        """A tactic for the goal 0 < expr (strict) or 0 <= expr."""
        evident = positive if strict else nonnegative
        if isinstance(expr, sp.exp) or expr in CONSTANTS:
            weaken = "" if strict else "apply Rlt_le; "
            return f"{weaken}apply {CONSTANTS[expr][1] if expr in CONSTANTS else 'exp_pos'}"
        if isinstance(expr, sp.Pow) and isinstance(expr.exp, sp.Integer):
            if expr.exp < 0:
                weaken = "" if strict else "apply Rlt_le; "
                inner = self.sign(expr.base**-expr.exp, True)
                return f"{weaken}apply Rinv_0_lt_compat; {inner}"
            if not strict and expr.exp % 2 == 0:
                return "apply pow2_ge_0"
            if expr.exp % 2 == 0:
                return self.square_sign(expr.base ** (expr.exp / 2))
            return f"apply {'pow_lt' if strict else 'pow_le'}; {self.sign(expr.base, strict)}"
        if isinstance(expr, sp.Mul) and all(evident(part, self.known) for part in expr.args):
            lemma = "Rmult_lt_0_compat" if strict else "Rmult_le_pos"
            return self.nested(lemma, [self.sign(part, strict) for part in expr.args])
        if isinstance(expr, sp.Add) and all(nonnegative(part, self.known) for part in expr.args):
            if not strict:
                parts = [self.sign(part, False) for part in expr.args]
                return self.nested("Rplus_le_le_0_compat", parts)
            which = [positive(part, self.known) for part in expr.args]
            if any(which):
                return self.strict_sum(list(expr.args), which)
        top, bottom = sp.fraction(sp.together(expr))
        if bottom.free_symbols and evident(top, self.known):
            quotient = f"replace {self.text(expr)} with ({self.text(top)} * / {self.text(bottom)})"
            lemma = "Rmult_lt_0_compat" if strict else "Rmult_le_pos"
            weaken = "" if strict else "apply Rlt_le; "
            inverse = f"{weaken}apply Rinv_0_lt_compat; {self.sign(bottom, True)}"
            return f"{quotient} by {FIELD}; apply {lemma}; [{self.sign(top, strict)} | {inverse}]"
        return "lra"

    def square_sign(self, root: sp.Expr) -> str:
        """A tactic for the goal 0 < root ^ 2."""
        return f"apply square_positive; {self.nonzero(root)}"

    def nonzero(self, expr: sp.Expr) -> str:
        """A tactic for the goal expr <> 0."""
        if positive(expr, self.known):
            return f"apply not_eq_sym, Rlt_not_eq; {self.sign(expr, True)}"
        if positive(-expr, self.known):
            fact = f"(z : 0 < {self.text(-expr)})"
            return f"apply Rlt_not_eq; assert {fact} by ({self.sign(-expr, True)}); lra"
        if isinstance(expr, sp.Mul) and all(nonzero(part, self.known) for part in expr.args):
            parts = [self.nonzero(part) for part in expr.args]
            return self.nested("Rmult_integral_contrapositive_currified", parts)
        if isinstance(expr, sp.Pow) and isinstance(expr.exp, sp.Integer) and expr.exp > 1:
            return f"apply pow_nonzero; {self.nonzero(expr.base)}"
        return "apply square_nonzero; lra"

    def nested(self, lemma: str, tactics: Sequence[str]) -> str:
        """The lemma about two parts, applied to parts bracketed from the left."""
        if len(tactics) == 1:
            return tactics[0]
        return f"apply {lemma}; [{self.nested(lemma, tactics[:-1])} | {tactics[-1]}]"

    def strict_sum(self, parts: Sequence[sp.Expr], positives: Sequence[bool]) -> str:
        if len(parts) == 1:
            return self.sign(parts[0], True)
        before = [self.sign(part, False) for part in parts[:-1]]
        if positives[-1]:
            rest = self.nested("Rplus_le_le_0_compat", before)
            return f"apply Rplus_le_lt_0_compat; [{rest} | {self.sign(parts[-1], True)}]"
        rest = self.strict_sum(parts[:-1], positives[:-1])
        return f"apply Rplus_lt_le_0_compat; [{rest} | {self.sign(parts[-1], False)}]"
