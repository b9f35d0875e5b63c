"""What is evidently non-negative, positive or defined, by structure alone.

No search and no heuristic: an expression is accepted if it is built from numbers of the right
sign, squares, exponentials and hypotheses of the statement by sums, products and powers that
keep the sign.
"""

from collections.abc import Iterable

import sympy as sp

from provenscape.kernel.statements import Rejected, Relation


def matches(expr: sp.Expr, hypotheses: Iterable[Relation], strict: bool) -> bool:
    """Whether a hypothesis says that this expression is positive (or, unless strict, >= 0)."""
    accepted = (">",) if strict else (">", ">=")
    return any(
        h.op in accepted and (h.expr == expr or sp.expand(h.expr - expr) == 0) for h in hypotheses
    )


def nonnegative(expr: sp.Expr, hypotheses: Iterable[Relation] = ()) -> bool:
    """Whether expr >= 0 is evident from its structure and the hypotheses."""
    hypotheses = tuple(hypotheses)
    if positive(expr, hypotheses) or matches(expr, hypotheses, strict=False):
        return True
    if isinstance(expr, sp.Rational):
        return bool(expr >= 0)
    if isinstance(expr, sp.Pow) and isinstance(expr.exp, sp.Integer):
        return expr.exp % 2 == 0 or nonnegative(expr.base, hypotheses)
    if isinstance(expr, (sp.Add, sp.Mul)):
        return all(nonnegative(part, hypotheses) for part in expr.args)
    return False


def positive(expr: sp.Expr, hypotheses: Iterable[Relation] = ()) -> bool:
    """Whether expr > 0 is evident from its structure and the hypotheses."""
    hypotheses = tuple(hypotheses)
    if isinstance(expr, sp.Rational):
        return bool(expr > 0)
    if expr in (sp.S.Pi, sp.S.Exp1) or isinstance(expr, sp.exp):
        return True
    if matches(expr, hypotheses, strict=True):
        return True
    if isinstance(expr, sp.Pow):
        if isinstance(expr.exp, sp.Integer) and expr.exp % 2 == 0:
            return nonzero(expr.base, hypotheses)
        return positive(expr.base, hypotheses)
    if isinstance(expr, sp.Mul):
        return all(positive(part, hypotheses) for part in expr.args)
    if isinstance(expr, sp.Add):
        return all(nonnegative(part, hypotheses) for part in expr.args) and any(
            positive(part, hypotheses) for part in expr.args
        )
    return False


def nonzero(expr: sp.Expr, hypotheses: Iterable[Relation] = ()) -> bool:
    """Whether expr is evidently not zero."""
    hypotheses = tuple(hypotheses)
    if isinstance(expr, sp.Mul):
        return all(nonzero(part, hypotheses) for part in expr.args)
    if isinstance(expr, sp.Pow) and isinstance(expr.exp, sp.Integer):
        return nonzero(expr.base, hypotheses)
    return (
        matches(expr**2, hypotheses, strict=True)
        or positive(expr, hypotheses)
        or positive(sp.expand(-expr), hypotheses)
    )


def is_polynomial(expr: sp.Expr) -> bool:
    return all(
        not (isinstance(node, sp.Pow) and node.exp < 0) and not isinstance(node, sp.log)
        for node in sp.preorder_traversal(expr)
    )


def require_defined(expr: sp.Expr, hypotheses: Iterable[Relation]) -> None:
    """Raise `Rejected` unless every denominator is evidently nonzero and every log's argument > 0.

    Only hypotheses that have no denominator themselves can say so.
    """
    usable = tuple(h for h in hypotheses if is_polynomial(h.expr))
    for node in sp.preorder_traversal(expr):
        if isinstance(node, sp.Pow) and node.exp.is_Rational and node.exp < 0:
            if not nonzero(node.base, usable):
                raise Rejected(f"the denominator {node.base} is not evidently nonzero")
        if isinstance(node, sp.log) and not positive(node.args[0], usable):
            raise Rejected(f"the argument of {node} is not evidently positive")
