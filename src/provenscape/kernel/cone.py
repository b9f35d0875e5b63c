"""What is evidently non-negative, positive or defined, by structure alone.

No search and no heuristic: an expression is accepted if it is built from numbers of the right
sign, squares, exponentials and hypotheses of the statement by sums, products, quotients and powers
that keep the sign.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache

import sympy as sp

from provenscape.kernel.engines import identical, sampled, sign, sources_of_meaning, unfold
from provenscape.kernel.language import RealRoot, Rejected, admit, nodes
from provenscape.kernel.relations import Bound, Relation

Known = Relation | Bound
REMEMBERED = 20_000  # signs of expressions, which a proof asks for again and again


def nonnegative(expr: sp.Expr, hypotheses: Iterable[Known] = ()) -> bool:
    """Whether expr >= 0 is evident from its structure and the hypotheses."""
    return evident(expr, tuple(hypotheses)) != ""


def positive(expr: sp.Expr, hypotheses: Iterable[Known] = ()) -> bool:
    """Whether expr > 0 is evident from its structure and the hypotheses."""
    return evident(expr, tuple(hypotheses)) == ">"


def evident(expr: sp.Expr, hypotheses: tuple[Known, ...]) -> str:
    """``>`` or ``>=``, whichever is evident between expr and 0, or an empty text."""
    return _evident(unfold(expr), bounds(hypotheses))


def bounds(hypotheses: Iterable[Known]) -> tuple[Bound, ...]:
    """What hypotheses say of expressions with the named functions put in."""
    return tuple(h if type(h) is Bound else Bound(h.expr, h.sign) for h in hypotheses)


@lru_cache(maxsize=REMEMBERED)
def _evident(expr: sp.Expr, hypotheses: tuple[Bound, ...]) -> str:
    form = _by_form(expr, hypotheses)
    if form == ">" or isinstance(expr, sp.Rational):
        return form
    return max([form, *_by_hypotheses(expr, hypotheses)], key=("", ">=", ">").index)


def _by_form(expr: sp.Expr, hypotheses: tuple[Bound, ...]) -> str:
    if isinstance(expr, sp.Rational):
        return ">" if expr > 0 else ">=" if expr == 0 else ""
    if expr in (sp.S.Pi, sp.S.Exp1) or isinstance(expr, sp.exp):
        return ">"
    if isinstance(expr, RealRoot):
        return ">" if sign(expr) > 0 else ""
    if isinstance(expr, sp.Pow):
        if isinstance(expr.exp, sp.Integer) and expr.exp % 2 == 0:
            return ">" if nonzero(expr.base, hypotheses) else ">="
        return _evident(expr.base, hypotheses)
    if not isinstance(expr, (sp.Add, sp.Mul)):
        return ""
    signs = [_evident(part, hypotheses) for part in expr.args]
    if all(signs):
        enough = any if isinstance(expr, sp.Add) else all
        return ">" if enough(sign == ">" for sign in signs) else ">="
    return _as_quotient(expr, hypotheses) if isinstance(expr, sp.Add) else ""


def _as_quotient(expr: sp.Expr, hypotheses: tuple[Bound, ...]) -> str:
    """The sign of a sum of fractions, from its numerator over the common denominator."""
    if not any(map(_may_divide, nodes(expr))):
        return ""
    top, bottom = sp.fraction(sp.together(expr))
    if bottom == 1 or not positive(bottom, hypotheses) or not identical(expr, top / bottom):
        return ""
    return _evident(top, hypotheses) or _evident(sp.expand(top), hypotheses)


def _may_divide(node: sp.Expr) -> bool:
    """Whether a part may bring a denominator: a fraction, an exponential, or a power whose exponent
    is not 1, 2, 3 …"""
    if isinstance(node, sp.Pow):
        return not (isinstance(node.exp, sp.Integer) and node.exp.p > 0)
    return isinstance(node, sp.exp) or (isinstance(node, sp.Rational) and node.q != 1)


def _by_hypotheses(expr: sp.Expr, hypotheses: Iterable[Known]) -> Iterator[str]:
    """What each hypothesis says of an expression by itself; see `_by_hypothesis`."""
    try:
        own = bend(expr)
    except ZeroDivisionError:
        return
    for hypothesis in hypotheses:
        try:
            other = bend(hypothesis.expr)
        except ZeroDivisionError:
            continue
        if other is not None and (own == other or (own is None and hypothesis.sign == "=")):
            yield _by_hypothesis(expr, hypothesis)


def _by_hypothesis(expr: sp.Expr, hypothesis: Known) -> str:
    """What one hypothesis h says of expr = k h + c, with rational k > 0 and c >= 0.

    (Of an equation h = 0, k may have any sign.) Two points give k and c, which a third must confirm
    before the identity is checked by all engines: nothing rests on the points. It takes an
    expression that goes on as h does after two points, or, of an equation, that does not change.
    """
    (e1, h1), (e2, h2), (e3, h3) = (
        (sampled(expr, number), sampled(hypothesis.expr, number)) for number in (1, 2, 3)
    )
    k = (e1 - e2) / (h1 - h2)
    c = e1 - k * h1
    if c < 0 or e3 != k * h3 + c or (k <= 0 and hypothesis.sign != "="):
        return ""
    scale, constant = (sp.Rational(v.numerator, v.denominator) for v in (k, c))
    if not identical(expr, scale * hypothesis.expr + constant):
        return ""
    return ">" if c > 0 or hypothesis.sign == ">" else ">="


@lru_cache(maxsize=REMEMBERED)
def bend(expr: sp.Expr) -> Fraction | None:
    """How an expression goes on at a third point after two, which is the same of k expr + c; None
    where it is the same at the two, and ZeroDivisionError where it has a pole."""
    first, second, third = (sampled(expr, number) for number in (1, 2, 3))
    return None if first == second else (first - third) / (first - second)


def nonzero(expr: sp.Expr, hypotheses: Iterable[Known] = ()) -> bool:
    """Whether expr is evidently not zero."""
    hypotheses = tuple(hypotheses)
    if isinstance(expr, sp.Mul):
        return all(nonzero(part, hypotheses) for part in expr.args)
    if isinstance(expr, sp.Pow) and isinstance(expr.exp, sp.Integer):
        return nonzero(expr.base, hypotheses)
    return (
        isinstance(expr, RealRoot)  # of an irreducible polynomial of degree 3 at least
        or positive(expr, hypotheses)
        or positive(-expr, hypotheses)
        or any(found == ">" for found in _by_hypotheses(expr**2, hypotheses))
        or (
            (product := with_factors_apart(expr)) is not None
            and all(nonzero(part, hypotheses) for part in product.args)
        )
    )


def with_factors_apart(expr: sp.Expr) -> sp.Expr | None:
    """A sum whose terms have a factor in common, as a product; None for any other expression."""
    if not isinstance(expr, sp.Add):
        return None
    product = sp.factor_terms(sp.expand(unfold(expr)))
    symbolic = isinstance(product, sp.Mul) and product.as_coeff_Mul()[1].is_Mul
    return product if symbolic and identical(unfold(expr), product) else None


def defined_near(inner: sp.Expr, kind: str, variable: sp.Symbol, known: Iterable[Known]) -> bool:
    """Whether a denominator (an argument of log) is evidently not zero (positive) for all small
    positive values of a variable in which it is a polynomial, or is one over a power of it: the
    power is positive there, and the term of lowest order says so."""
    below = sp.denom(sp.together(unfold(inner))).as_coeff_Mul()[1]
    if below.as_base_exp()[0] == variable:
        inner = unfold(inner) * below
    inner = sp.expand(unfold(inner))
    if not inner.is_polynomial(variable):
        return False
    powers = sp.Poly(inner, variable).all_coeffs()[::-1]
    order = next((k for k, c in enumerate(powers) if c != 0), None)
    if order is None:
        return False
    rest = sp.Add(*(c * variable**k for k, c in enumerate(powers[order + 1 :])))
    if not identical(inner, variable**order * (powers[order] + variable * rest)):
        return False
    return (nonzero if kind == "denominator" else positive)(powers[order], known)


def is_total(expr: sp.Expr) -> bool:
    """Whether the expression has neither denominators nor logarithms, and so is always defined."""
    return not any(
        isinstance(node, sp.log) or (isinstance(node, sp.Pow) and node.exp < 0)
        for node in sp.preorder_traversal(expr)
    )


def require_defined(
    expr: sp.Expr, hypotheses: Iterable[Known], near: sp.Symbol | None = None
) -> None:
    """Raise `Rejected` unless every denominator is evidently nonzero and every log's argument > 0;
    of the variable ``near``, for small positive values.

    Only hypotheses that are always defined themselves can say so.
    """
    sources = list(sources_of_meaning(expr))
    usable = tuple(h for h in hypotheses if is_total(h.expr)) if sources else ()
    for kind, inner in sources:
        if (nonzero if kind == "denominator" else positive)(inner, usable):
            continue
        if near is not None and defined_near(inner, kind, near, usable):
            continue
        if kind == "denominator":
            raise Rejected(f"the denominator {inner} is not evidently nonzero")
        raise Rejected(f"the argument of log({inner}) is not evidently positive")


def defined(value: object, hypotheses: Iterable[Known]) -> sp.Expr:
    """The value as an expression that is defined under the hypotheses, its functions put in."""
    expr = admit(value)
    require_defined(expr, hypotheses)
    return unfold(expr)
