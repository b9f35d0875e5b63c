"""What was found of a polynomial, as a proof file: its stationary points and the inertia of each.

The certificate that the list is complete is, for each variable, a polynomial in it alone and the
cofactors with which the derivatives combine to it; the kernel checks them.
"""

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from math import lcm, prod
from pathlib import Path
from typing import Any

import sympy as sp
from flint import fmpq_poly
from sympy.printing.str import StrPrinter

from provenscape.classify.formula import Polynomial
from provenscape.classify.stationary import Found, Stationary
from provenscape.classify.systems import Algebra, Undecided
from provenscape.errors import UserError
from provenscape.search.algebraic import Real, for_ring, for_sympy
from provenscape.search.eliminants import lift
from provenscape.search.semidefinite import NotFound

LARGEST_PRODUCT = 9  # of degrees, up to which coordinates have roots of their own
LARGEST_DEGREE = 40  # of a cofactor times a derivative
STEM = re.compile(r"[a-z][a-z0-9_]*")
TEMPLATE = '''\
"""The stationary points of a polynomial, all of them, with the inertia of its Hessian there.

Written by `provenscape classify --claim`. Each derivative vanishes at the points listed; each
variable is a root of its eliminant, a combination of the derivatives, so that there are no others.
"""

{imports}from provenscape.kernel import {kernel}

{names} = real("{symbols}")
{function} = function("{function}", ({listed}), {expression})
{roots}POINTS = (
{points})

claim = Claim(
    id="{id}",
    says="{says}",
    items={{}},
    given={{}},
    then=(
        Roots({function}.gradient(), ({listed}), tuple(at for at, _ in POINTS)),
        *(Inertia({function}.hessian(at), *counts) for at, counts in POINTS),
    ),
    scope="one polynomial",
)
points = [dict(zip(({listed}), at, strict=True)) for at, _ in POINTS[:1]]


def proof():
    eliminants = {{
{eliminants}    }}
    complete = roots(claim.part(0), eliminants)
    return conjoin(claim, [complete, *(inertia(claim.part(i + 1)) for i in range(len(POINTS)))])
'''


class Printer(StrPrinter):
    """Expressions as a proof file writes them: no quotient of two numbers."""

    def _print_Rational(self, expr: sp.Rational) -> str:  # noqa: N802 (SymPy's name)
        return f"Rational({expr.p}, {expr.q})"

    def _print_Half(self, expr: sp.Rational) -> str:  # noqa: N802 (SymPy's name)
        return "Rational(1, 2)"

    def _print_Pow(self, expr: sp.Pow, rational: bool = False) -> str:  # noqa: N802 (SymPy's name)
        if expr.exp.is_Rational and not expr.exp.is_Integer and abs(expr.exp) != sp.S.Half:
            return f"Pow({self._print(expr.base)}, {self._print(expr.exp)})"
        return str(super()._print_Pow(expr, rational))


def text(expr: sp.Expr) -> str:
    return str(Printer().doprint(expr))


def write(path: Path, given: Polynomial, expr: sp.Expr, found: Found, shown: str) -> str:
    """The text of a proof file at this path; `UserError` where none can be written."""
    if path.suffix != ".py" or not STEM.fullmatch(path.stem):
        raise UserError(f"{path}: name it in lower case, as proofs/chapter/my_function.py")
    if given.exponentials or found.curves or found.sheets or found.everywhere or not found.points:
        raise UserError(
            f"{path}: not written; a claim lists finitely many stationary points, one at least"
        )
    names = given.names
    symbols = [sp.Symbol(name, real=True) for name in names]
    listed = f"{', '.join(names)}," if len(names) == 1 else ", ".join(names)
    roots, points = _points(found.points)
    function = next(name for name in ("f", "g", "h", "F") if name not in names)
    count = len(found.points)
    kinds = [p.nature.kind for p in found.points]
    numbers = ", ".join(f"{kinds.count(k)} {k}" for k in dict.fromkeys(kinds))
    fields = {
        "names": ", ".join(names),
        "symbols": " ".join(names),
        "listed": listed,
        "function": function,
        "expression": text(expr),
        "roots": roots,
        "points": points,
        "id": path.stem.replace("_", "-"),
        "says": f"{shown} has {count} stationary point{'s' * (count != 1)}: {numbers}.",
        "eliminants": "".join(_eliminants(path, given.poly, symbols)),
    }
    body = "".join(str(fields[name]) for name in ("expression", "points", "eliminants"))
    used = [name for name in ("Pow", "Rational", "sqrt") if f"{name}(" in body + roots]
    rules = "Claim, Inertia, Roots, conjoin, function, inertia, real, "
    return TEMPLATE.format(
        **fields,
        imports=f"from sympy import {', '.join(used)}\n\n" if used else "",
        kernel=rules + ("root_of, roots" if roots else "roots"),
    )


def _points(points: Sequence[Stationary]) -> tuple[str, str]:
    """Definitions of the roots that the coordinates need, and the points with their inertia."""
    roots: dict[Real, str] = {}
    lines = []
    for p in points:
        at = [c.sympy() for c in p.coordinates]
        degrees = prod(
            c.degree for c, value in zip(p.coordinates, at, strict=True) if value is None
        )
        if degrees <= LARGEST_PRODUCT:
            at = [
                value if value is not None else _root(c, roots)
                for c, value in zip(p.coordinates, at, strict=True)
            ]
        elif any(value is None for value in at):
            r = _root(p.point.place, roots)
            at = [
                value if value is not None else _in_root(element, r)
                for value, element in zip(at, p.point.elements, strict=True)
            ]
        inner = ", ".join(text(value) for value in at if value is not None)
        comma = "," * (len(at) == 1)
        lines.append(f"    (({inner}{comma}), {p.nature.inertia}),\n")
    definitions = (
        ""
        if not roots
        else 'T = real("T")\n'
        + "".join(
            f"{name} = root_of({_in_symbol(place.coefficients)}, {place.index})\n"
            for place, name in roots.items()
        )
    )
    return definitions, "".join(lines)


def _root(number: Real, roots: dict[Real, str]) -> sp.Symbol:
    """The name of a root, which is defined once."""
    return sp.Symbol(roots.setdefault(number, f"R{len(roots) + 1}"))


def _in_root(element: fmpq_poly, root: sp.Symbol) -> sp.Expr:
    return sp.Add(*(for_sympy(c) * root**k for k, c in enumerate(element.coeffs())))


def _in_symbol(coefficients: Iterable[int]) -> str:
    return text(sp.Add(*(c * sp.Symbol("T") ** k for k, c in enumerate(coefficients))))


def _eliminants(path: Path, f: Any, symbols: Sequence[sp.Symbol]) -> Iterable[str]:
    """For each variable the entry of its eliminant with whole cofactors."""
    size = len(symbols)
    ring = sp.ring(symbols, sp.QQ)[0]
    gradient = [f.derivative(i) for i in range(size)]
    try:
        algebra = Algebra.of([g for g in gradient if g != 0])
    except Undecided as why:
        raise UserError(
            f"{path}: not written; a claim needs finitely many complex stationary points, and "
            "those of this function are not isolated, or too many"
        ) from why
    system = [_in_ring(ring, g) for g in gradient]
    for i, symbol in enumerate(symbols):
        target = _eliminant(algebra, ring, i)
        try:
            cofactors = lift(target, system, LARGEST_DEGREE)
        except NotFound as why:
            raise Undecided(f"the certificate for {symbol} was not found: {why}") from why
        whole = [sp.Poly(c, *symbols, domain=sp.QQ) for c in (target.as_expr(), *cofactors)]
        below = reduce(lcm, (int(c.q) for p in whole for c in p.coeffs()), 1)
        shown = [text((p * below).as_expr()) for p in whole]
        listed = ", ".join(shown[1:]) + "," * (size == 1)
        yield f"        {symbol}: ({shown[0]}, ({listed})),\n"


def _in_ring(ring: Any, poly: Any) -> Any:
    return ring.from_dict({tuple(map(int, m)): for_ring(c) for m, c in poly.to_dict().items()})


def _eliminant(algebra: Algebra, ring: Any, variable: int) -> Any:
    """The minimal polynomial of multiplication by a variable modulo the gradient."""
    if not algebra.basis:
        return ring.one
    minimal = algebra.matrices[variable].minpoly()
    generator = ring.gens[variable]
    total = ring.zero
    for k, c in enumerate(minimal.coeffs()):
        total = total + for_ring(c) * generator**k
    return total
