"""Tactics that show signs by explicit lemmas, following what the kernel finds evident."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import sympy as sp

from provenscape.coq.text import CONSTANTS, Writer
from provenscape.kernel.cone import nonnegative, nonzero, positive, with_factors_apart
from provenscape.kernel.engines import evaluate_fraction, identical, opaque_atoms
from provenscape.kernel.relations import Bound

FIELD = "same"
NUMBER = "number"  # signs of rational numbers, whatever else stands in the context


@dataclass
class Signs:
    """Tactics for the signs of expressions, given bounds that stand in the context by label."""

    write: Writer
    known: tuple[Bound, ...]
    labels: tuple[str, ...]

    def denominators(self) -> list[str]:
        """Tactics that put into the context that the denominators met so far are not zero,
        and that arguments of logarithms are positive. Each is shown once, as soon as it is evident.
        """
        lines, shown = [], self.write.shown
        for i, base in enumerate(list(self.write.denominators)):
            if base.is_Number or base in shown or not nonzero(base, self.known):
                continue
            shown.add(base)
            text = self.write.text(base)
            lines.append(f"assert (d'{i} : {text} <> 0) by ({self.nonzero(base)}).")
        for i, inner in enumerate(list(self.write.logarithms)):
            if inner.is_Number or ("ln", inner) in shown or not positive(inner, self.known):
                continue
            shown.add(("ln", inner))
            lines.append(
                f"assert (l'{i} : 0 < {self.write.text(inner)}) by ({self.sign(inner, True)})."
            )
        return lines

    def goal(self, bound: Bound) -> str:
        """A tactic for the bound, if it is evident."""
        if bound.sign == "=":
            return self.zero(bound.expr)
        return self.sign(bound.expr, bound.sign == ">")

    def zero(self, expr: sp.Expr) -> str:
        """A tactic for the goal expr = 0."""
        for known, label in zip(self.known, self.labels, strict=True):
            if known.sign != "=":
                continue
            for s, lemma in ((1, "same_zero"), (-1, "opposite_zero")):
                if identical(expr, s * known.expr):
                    return f"refine ({lemma} _ _ _ {label}); {FIELD}"
        return FIELD

    def sign(self, expr: sp.Expr, strict: bool) -> str:
        """A tactic for the goal 0 < expr (strict) or 0 <= expr."""
        weaken = "" if strict else "apply weak; "
        if isinstance(expr, sp.Rational):
            return NUMBER
        if expr is sp.S.Pi:
            return f"{weaken}exact PI_RGT_0"
        if expr in CONSTANTS or isinstance(expr, sp.exp):
            return f"{weaken}apply exp_pos"
        by_form = self._by_form(expr, strict)
        if by_form:
            return by_form
        for known, label in zip(self.known, self.labels, strict=True):
            if found := self._by_hypothesis(expr, strict, known, label):
                return found
        return self._quotient(expr, strict) or "lra"

    def _by_form(self, expr: sp.Expr, strict: bool) -> str:
        evident: Callable[..., bool] = positive if strict else nonnegative
        if isinstance(expr, sp.Pow) and isinstance(expr.exp, sp.Integer):
            return self._power(expr.base, int(expr.exp), strict)
        if isinstance(expr, sp.Pow) and strict and expr.exp == sp.Rational(1, 2):
            return "apply sqrt_lt_R0; lra"
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
        return ""

    def _power(self, base: sp.Expr, power: int, strict: bool) -> str:
        if power < 0:
            weaken = "" if strict else "apply weak; "
            inner = self.sign(base**-power, True)
            if not strict and not positive(base**-power, self.known):
                return ""
            return f"{weaken}apply Rinv_0_lt_compat; {inner}"
        if power % 2 == 0:
            if not strict:
                return f"apply (even_power_nonnegative {power} {power // 2}); reflexivity"
            if not nonzero(base, self.known):
                return ""
            even = f"apply (even_power_positive {power} {power // 2}); [reflexivity | "
            return f"{even}{self.nonzero(base)}]"
        if not (positive if strict else nonnegative)(base, self.known):
            return ""
        return f"apply {'pow_lt' if strict else 'pow_le'}; {self.sign(base, strict)}"

    def _by_hypothesis(self, expr: sp.Expr, strict: bool, known: Bound, label: str) -> str:
        found = affine(expr, known.expr)
        if found is None:
            return ""
        k, c = found
        if c < 0 or (k <= 0 and known.sign != "="):
            return ""
        if strict and c == 0 and known.sign != ">":
            return ""
        lemma = "affine_zero" if known.sign == "=" else "affine_nonnegative"
        if strict:
            above = "affine_zero_above" if known.sign == "=" else "affine_above"
            lemma = above if c > 0 else "affine_positive"
        proof = label
        if known.sign == ">" and lemma in ("affine_nonnegative", "affine_above"):
            proof = f"(weak _ {label})"
        return (
            f"apply ({lemma} {self.write.text(k)} {self.write.text(c)} _ "
            f"{self.write.text(known.expr)}); [{FIELD} | exact {proof} | {NUMBER} ..]"
        )

    def _quotient(self, expr: sp.Expr, strict: bool) -> str:
        top, bottom = sp.fraction(sp.together(expr))
        evident: Callable[..., bool] = positive if strict else nonnegative
        if bottom == 1 or not positive(bottom, self.known):
            return ""
        for over in (top, sp.expand(top)):
            if evident(over, self.known):
                lemma = "Rmult_lt_0_compat" if strict else "Rmult_le_pos"
                weaken = "" if strict else "apply weak; "
                same = "same_positive" if strict else "same_nonnegative"
                quotient = f"({self.write.text(over)} * / {self.write.text(bottom)})"
                inverse = f"{weaken}apply Rinv_0_lt_compat; {self.sign(bottom, True)}"
                return (
                    f"apply ({same} _ {quotient}); [{FIELD} | "
                    f"apply {lemma}; [{self.sign(over, strict)} | {inverse}]]"
                )
        return ""

    def nonzero(self, expr: sp.Expr) -> str:
        """A tactic for the goal expr <> 0."""
        if isinstance(expr, sp.Rational):
            return NUMBER
        if isinstance(expr, sp.Mul) and all(nonzero(part, self.known) for part in expr.args):
            parts = [self.nonzero(part) for part in expr.args]
            return self.nested("Rmult_integral_contrapositive_currified", parts)
        if isinstance(expr, sp.Pow) and isinstance(expr.exp, sp.Integer):
            if expr.exp < 0:
                inner = self.nonzero(expr.base**-expr.exp)
                return f"apply Rinv_neq_0_compat; {inner}"
            return f"apply pow_nonzero; {self.nonzero(expr.base)}"
        if positive(expr, self.known):
            return f"apply positive_is_nonzero; {self.sign(expr, True)}"
        if positive(-expr, self.known):
            text = self.write.text(-expr)
            return f"apply (negative_is_nonzero _ {text}); [ring | {self.sign(-expr, True)}]"
        for known, label in zip(self.known, self.labels, strict=True):
            if tactic := self._by_hypothesis(expr**2, True, known, label):
                return f"apply square_nonzero; {tactic}"
        if (product := with_factors_apart(expr)) is not None:
            texts = (self.write.text(expr), self.write.text(product))
            return f"replace {texts[0]} with {texts[1]} by {FIELD}; {self.nonzero(product)}"
        return "lra"

    def nested(self, lemma: str, tactics: Sequence[str]) -> str:
        """The lemma about two parts, applied to parts bracketed from the left."""
        if len(tactics) == 1:
            return tactics[0]
        return f"apply {lemma}; [{self.nested(lemma, tactics[:-1])} | {tactics[-1]}]"

    def strict_sum(self, parts: Sequence[sp.Expr], positives: Sequence[bool]) -> str:
        """A tactic for a sum of parts >= 0, those marked > 0, to be > 0."""
        if len(parts) == 1:
            return self.sign(parts[0], True)
        before = [self.sign(part, False) for part in parts[:-1]]
        if positives[-1]:
            rest = self.nested("Rplus_le_le_0_compat", before)
            return f"apply Rplus_le_lt_0_compat; [{rest} | {self.sign(parts[-1], True)}]"
        rest = self.strict_sum(parts[:-1], positives[:-1])
        return f"apply Rplus_lt_le_0_compat; [{rest} | {self.sign(parts[-1], False)}]"


@lru_cache(maxsize=200_000)
def affine(expr: sp.Expr, known: sp.Expr) -> tuple[sp.Rational, sp.Rational] | None:
    """The numbers k and c with expr = k known + c, if there are any (k may be 0)."""
    atoms = sorted({*opaque_atoms(expr), *opaque_atoms(known)}, key=sp.default_sort_key)
    places = [
        {a: Fraction(p * (i + 2) ** 2, i + 5) for i, a in enumerate(atoms)} for p in (3, 7, 11)
    ]
    try:
        (e1, h1), (e2, h2), (e3, h3) = (
            (evaluate_fraction(expr, at), evaluate_fraction(known, at)) for at in places
        )
    except ZeroDivisionError:
        return None
    if h1 == h2:
        return None
    k = (e1 - e2) / (h1 - h2)
    c = e1 - k * h1
    if e3 != k * h3 + c:
        return None
    scale, constant = (sp.Rational(v.numerator, v.denominator) for v in (k, c))
    return (scale, constant) if identical(expr, scale * known + constant) else None
