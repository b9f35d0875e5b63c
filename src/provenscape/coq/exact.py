"""`inertia` and `roots`: exact matrices and solution sets."""

from itertools import product

import sympy as sp

from provenscape.coq.derivation import Derived
from provenscape.coq.lemmas import Lemma, Lemmas, matrix_text, rational
from provenscape.coq.text import NotExported, Writer, identifier
from provenscape.kernel import Inertia, Roots
from provenscape.kernel.engines import unfold
from provenscape.kernel.language import admit


def inertia(lemmas: Lemmas, node: Derived) -> Lemma:
    """A congruence P' A P = diagonal with P invertible, checked by computation."""
    part = node.claim.then
    if not isinstance(part, Inertia):
        raise NotExported("no inertia is concluded")
    base, diagonal = congruence(sp.Matrix(part.exact))
    values = f"[{'; '.join(map(rational, diagonal))}]%Q"
    size = part.exact.rows

    def proof(write: Writer, labels: tuple[str, ...]) -> list[str]:
        return [
            "split; [vm_compute; reflexivity | ].",
            f"exists {matrix_text(base)}, {matrix_text(base.inv())}, "
            f"(diagonal {values} {size}), {values}.",
            "repeat split; vm_compute; reflexivity.",
        ]

    return lemmas.plain(node.claim, proof)


def congruence(matrix: sp.Matrix) -> tuple[sp.Matrix, list[sp.Rational]]:
    """An invertible P and the diagonal of P' A P, which is diagonal, by symmetric elimination."""
    size, rest, base = matrix.rows, sp.Matrix(matrix), sp.eye(matrix.rows)
    for k in range(size):
        if rest[k, k] == 0:
            turn = _turned(rest, k)
            rest, base = turn.T * rest * turn, base * turn
        if rest[k, k] == 0:
            continue
        clear = sp.eye(size)
        for j in range(k + 1, size):
            clear[k, j] = -rest[k, j] / rest[k, k]
        rest, base = clear.T * rest * clear, base * clear
    return base, [rest[i, i] for i in range(size)]


def _turned(rest: sp.Matrix, k: int) -> sp.Matrix:
    """A change of basis after which the pivot number k is not zero, if there is one."""
    size, turn = rest.rows, sp.eye(rest.rows)
    for j in range(k + 1, size):
        if rest[j, j] != 0:
            turn[k, k] = turn[j, j] = 0
            turn[k, j] = turn[j, k] = 1
            return turn
    for j in range(k + 1, size):
        if rest[k, j] != 0:
            turn[j, k] = 1
            return turn
    return turn


def roots(lemmas: Lemmas, node: Derived) -> Lemma:
    """Each variable is a root of its eliminant, so that a solution lies on a finite grid, every
    point of which is listed or violates an equation.

    The real roots are written out where the eliminant splits over the rationals into factors of
    degree one and two, and even powers of square roots of rationals.
    """
    part, eliminants = node.claim.then, node.arguments["eliminants"]
    if not isinstance(part, Roots) or node.claim.given:
        raise NotExported("no solution set without hypotheses is concluded")
    write = Writer(part.variables)
    names = [write.names[v] for v in part.variables]
    labels = [f"e'{i}" for i in range(len(part.exact))]
    lines = [f"intros {' '.join(names)}. split.", "{", f"intros {pattern(labels)}."]
    axes = []
    for i, variable in enumerate(part.variables):
        polynomial, cofactors = eliminants[variable]
        found, tactics = _on_axis(write, variable, unfold(admit(polynomial)), i)
        weights = [unfold(admit(c)) for c in cofactors]
        total = " + ".join(
            f"{write.text(c)} * {write.text(e)}" for c, e in zip(weights, part.exact, strict=True)
        )
        text = write.text(unfold(admit(polynomial)))
        rewritten = ", ".join(labels)
        lines.append(
            f"assert (z'{i} : {text} = 0) by (apply (same_zero _ ({total})); "
            f"[same | rewrite {rewritten}; ring])."
        )
        lines += tactics
        axes.append(found)
    lines += _on_grid(part, axes, labels)
    lines += ["}", "{"]
    points = len(part.points)
    if points == 0:
        lines.append("intros [].")
    else:
        listed = alternatives([pattern(["->"] * len(names))] * points)
        lines.append(f"intros {listed}; repeat split; same.")
    lines.append("}")
    return lemmas.plain(node.claim, lambda write, labels: lines)


def pattern(names: list[str]) -> str:
    """An introduction pattern for a conjunction."""
    return names[0] if len(names) == 1 else f"[{names[0]} {pattern(names[1:])}]"


def alternatives(patterns: list[str]) -> str:
    """An introduction pattern for a disjunction."""
    if len(patterns) == 1:
        return patterns[0]
    return f"[{patterns[0]} | {alternatives(patterns[1:])}]"


def _on_axis(
    write: Writer, variable: sp.Symbol, polynomial: sp.Expr, index: int
) -> tuple[list[sp.Expr], list[str]]:
    """The real roots of a polynomial in one variable, and tactics that put into the context that
    the variable is one of them, as a disjunction."""
    constant, factors = sp.Poly(polynomial, variable, domain=sp.QQ).factor_list()
    found: list[sp.Expr] = []
    pieces = [write.text(constant)]
    tactics = ["lra"]
    name = write.names[variable]
    for factor, power in factors:
        exact = sp.roots(factor)
        real = sorted((r for r in exact if r.is_real), key=sp.default_sort_key)
        if sum(exact.values()) != factor.degree() or factor.degree() > 2:
            raise NotExported("a solution set with roots of degree three or more")
        if not real:
            pieces.append(f"{write.text(factor.as_expr())} ^ {power}")
            tactics.append("apply pow_nonzero; nra")
            continue
        pieces.append(f"{write.text(factor.LC())} ^ {power}")
        tactics.append("apply pow_nonzero; lra")
        for root in real:
            pieces.append(f"({name} - {write.text(root)}) ^ {power}")
            tactics.append("apply pow_nonzero; lra")
            found.append(root)
    text = write.text(polynomial)
    whole = " * ".join(pieces)
    apart = tactics[0]
    for tactic in tactics[1:]:
        apart = f"apply Rmult_integral_contrapositive_currified; [{apart} | {tactic}]"
    lines, goal = [], " \\/ ".join(f"{name} = {write.text(r)}" for r in found) or "False"
    lines.append(f"assert (r'{index} : {goal}).")
    lines.append("{")
    for k, root in enumerate(found):
        reach = "right; " * k + ("left; " if k < len(found) - 1 else "")
        lines.append(
            f"destruct (Req_dec {name} {write.text(root)}) as [y' | n'{k}]; [{reach}exact y' | ]."
        )
    lines.append(
        f"exfalso. assert (q' : {whole} <> 0) by ({apart}). apply q'. "
        f"apply (same_zero _ {text}); [same | exact z'{index}]."
    )
    lines.append("}")
    return found, lines


def _on_grid(part: Roots, axes: list[list[sp.Expr]], labels: list[str]) -> list[str]:
    """Tactics for each point of the grid: it is listed, or an equation fails there."""
    lines = []
    for i, axis in enumerate(axes):
        if len(axis) == 1:
            lines.append(f"subst {identifier(part.variables[i].name)}.")
        else:
            values = alternatives(["->"] * len(axis)) if axis else "[]"
            lines.append(f"destruct r'{i} as {values}.")
    joined = "; ".join(line[:-1] for line in lines)
    cases = [_at_grid_point(part, point, labels) for point in product(*axes)]
    if not cases:
        return [f"{joined}."]
    return [f"{joined}.", *(f"{{ {case} }}" for case in cases)]


def _at_grid_point(part: Roots, point: tuple[sp.Expr, ...], labels: list[str]) -> str:
    for i, listed in enumerate(part.points):
        if all(sp.expand(a - b) == 0 for a, b in zip(point, listed, strict=True)):
            reach = "right; " * i + ("left; " if i < len(part.points) - 1 else "")
            return f"{reach}repeat split; same."
    at = dict(zip(part.variables, point, strict=True))
    for equation, label in zip(part.exact, labels, strict=True):
        value = sp.expand(equation.xreplace(at))
        if value != 0 and isinstance(value, sp.Rational):
            number = Writer(()).text(value)
            return f"exfalso; assert (v' : {number} = 0) by (rewrite <- {label}; same); lra."
        if value != 0:
            number = Writer(()).text(value)
            return (
                f"exfalso; assert (v' : {number} = 0) by (rewrite <- {label}; same); "
                f"revert v'; apply Rgt_not_eq || apply Rlt_not_eq; interval."
            )
    raise NotExported("a point of the grid that solves the equations and is not listed")
