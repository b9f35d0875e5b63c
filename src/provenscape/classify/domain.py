"""Where a typed formula is defined, and whether what SymPy made of it still says so.

SymPy folds while it reads: x^3/x is x^2, exp(log(x)) is x, log(x) - log(x) is 0. What the folded
expression is defined on may be more than what was typed is, and no answer on it is one on f.
"""

from collections.abc import Iterable, Iterator, Sequence

import sympy as sp

from provenscape.classify import boxes
from provenscape.classify.boxes import Sides
from provenscape.classify.systems import Undecided
from provenscape.study.grammar import ABSOLUTE, Unreadable, shown
from provenscape.study.spelling import Condition, of_power

STRONGER = {"!= 0": ("!= 0", "> 0"), ">= 0": (">= 0", "> 0"), "> 0": ("> 0",)}


def of_expression(expr: sp.Expr) -> set[tuple[sp.Expr, str]]:
    """What must hold for an expression to be defined, but for what holds everywhere."""
    found: set[tuple[sp.Expr, str]] = set()
    for node in sp.preorder_traversal(expr):
        if isinstance(node, sp.log):
            found.update(_parts(node.args[0], "> 0"))
        elif isinstance(node, sp.Pow):
            relation = of_power(node.exp)
            if relation is not None:
                found.update(_parts(node.base, relation))
    return found


def _parts(expr: sp.Expr, relation: str) -> Iterator[tuple[sp.Expr, str]]:
    """Conditions on parts of an expression that are as strong as one on the whole where the parts
    are defined; none for what holds everywhere."""
    _, expr = expr.as_content_primitive()
    if _holds(expr, relation):
        return
    if relation == "!= 0" and isinstance(expr, sp.Mul):
        for factor in expr.args:
            yield from _parts(factor, relation)
    elif relation == "!= 0" and isinstance(expr, sp.Pow) and expr.exp.is_Rational:
        yield from _parts(expr.base, relation)
    elif isinstance(expr, sp.Pow) and expr.exp.is_Rational and not expr.exp.is_Integer:
        if relation == "> 0":
            yield from _parts(expr.base, relation)
    elif relation == "!= 0" and expr.could_extract_minus_sign():
        yield -expr, relation
    else:
        yield expr, relation


def _holds(expr: sp.Expr, relation: str) -> bool:
    """Whether a relation is seen to hold wherever the expression is defined."""
    if expr.is_positive or isinstance(expr, sp.exp):
        return True
    if relation == ">= 0":
        return bool(expr.is_nonnegative)
    return relation == "!= 0" and bool(expr.is_nonzero)


def require_kept(
    conditions: Iterable[Condition], expr: sp.Expr, names: Sequence[str], sides: Sides | None
) -> None:
    """Raise `Unreadable` if a condition of what was typed is none of the expression that SymPy made
    of it and is not seen to hold, in the box with these sides if one is given; or if a root of a
    square became an absolute value."""
    if expr.has(sp.Abs):
        raise Unreadable(f"it has the root of a square, which is an absolute value: {ABSOLUTE}")
    kept: set[tuple[sp.Expr, str]] | None = None
    for condition in conditions:
        lacking = list(_parts(condition.on, condition.relation))
        if not lacking:
            continue
        kept = of_expression(expr) if kept is None else kept
        for part, relation in lacking:
            if any((part, r) in kept for r in STRONGER[relation]):
                continue
            if sides is not None and _holds_in(part, relation, names, sides):
                continue
            remedy = "a box on which that is seen" if sides is None else "a smaller box"
            raise Unreadable(
                f"{shown(condition.text)} asks for {shown(f'{part} {relation}')}, which what "
                f"remains of the expression, {shown(str(expr))}, does not say; write what remains "
                f"if it is meant, or take {remedy}"
            )


def _holds_in(part: sp.Expr, relation: str, names: Sequence[str], sides: Sides) -> bool:
    """Whether one enclosure over the whole box shows it. At an end of where f is defined there is
    no gradient, so that >= 0 is not enough."""
    try:
        boxes.require_known(part)
    except Undecided:
        return False
    symbols = [sp.Symbol(name, real=True) for name in names]
    (value,) = boxes.compiled([part], symbols)(boxes.balls_of(boxes.outer(sides)))
    return bool(value > 0 or (relation == "!= 0" and value < 0))
