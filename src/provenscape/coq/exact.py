"""`inertia`, `roots` and `exhaust`: exact matrices, solution sets and finite domains."""

from collections.abc import Callable, Sequence
from itertools import product
from math import prod

import sympy as sp

from provenscape.coq.derivation import Derived
from provenscape.coq.lemmas import SAME, Lemma, Lemmas, matrix_text, rational
from provenscape.coq.signs import FIELD
from provenscape.coq.text import NotExported, Writer, identifier
from provenscape.kernel import Claim, Inertia, Relation, Roots
from provenscape.kernel.engines import identical, unfold
from provenscape.kernel.language import admit
from provenscape.kernel.logic import holds
from provenscape.kernel.relations import Conclusion

POINTS = 200  # of a finite domain: for each of them the proof has a part
Point = tuple[sp.Expr, ...]


def inertia(lemmas: Lemmas, node: Derived) -> Lemma:
    """A congruence P' A P = diagonal with P invertible, checked by computation."""
    part = node.claim.then
    if not isinstance(part, Inertia):
        raise NotExported("no inertia is concluded")
    return lemmas.plain(node.claim, lambda write, labels: by_congruence(part))


def by_congruence(part: Inertia) -> list[str]:
    """Tactics for the goal that a rational matrix has this inertia."""
    base, diagonal = congruence(sp.Matrix(part.exact))
    values = f"[{'; '.join(map(rational, diagonal))}]%Q"
    return [
        "split; [vm_compute; reflexivity | ].",
        f"exists {matrix_text(base)}, {matrix_text(base.inv())}, "
        f"(diagonal {values} {part.exact.rows}), {values}.",
        "repeat split; vm_compute; reflexivity.",
    ]


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
    lines += _on_grid(part.variables, axes, lambda point: _at_grid_point(part, point, labels))
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
    try:
        constant, factors = sp.Poly(polynomial, variable, domain=sp.QQ).factor_list()
    except sp.CoercionFailed as error:
        raise NotExported("an equation with irrational coefficients") from error
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


def _on_grid(
    variables: Sequence[sp.Symbol], axes: Sequence[list[sp.Expr]], at: Callable[[Point], str]
) -> list[str]:
    """Tactics that go through all points of the grid, at each of which `at` gives one."""
    lines = []
    for i, axis in enumerate(axes):
        if len(axis) == 1:
            lines.append(f"subst {identifier(variables[i].name)}.")
        else:
            values = alternatives(["->"] * len(axis)) if axis else "[]"
            lines.append(f"destruct r'{i} as {values}.")
    joined = "; ".join(line[:-1] for line in lines)
    cases = [at(point) for point in product(*axes)]
    if not cases:
        return [f"{joined}."]
    return [f"{joined}.", *(f"{{ {case} }}" for case in cases)]


def _at_grid_point(part: Roots, point: Point, labels: list[str]) -> str:
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


def exhaust(lemmas: Lemmas, node: Derived) -> Lemma:
    """By its hypotheses each symbol has one of finitely many values; at each point a hypothesis
    fails, or the conclusions hold."""
    claim = node.claim
    domain = {s: list(map(admit, values)) for s, values in node.arguments["domain"].items()}
    if prod(map(len, domain.values())) > POINTS:
        raise NotExported(f"a finite domain of more than {POINTS} points")

    def proof(write: Writer, labels: tuple[str, ...]) -> list[str]:
        lines: list[str] = []
        axes = []
        for i, (symbol, values) in enumerate(domain.items()):
            hypothesis, label = _restricting(claim, labels, symbol, values)
            found, tactics = _on_axis(write, symbol, hypothesis.expr, i)
            lines += [f"pose proof {label} as z'{i}.", *tactics]
            axes.append(found)
        return lines + _on_grid(tuple(domain), axes, lambda point: at(write, point))

    def at(write: Writer, point: Point) -> str:
        values = dict(zip(domain, point, strict=True))
        there = Writer({s: write.text(v) for s, v in values.items()})
        for hypothesis in claim.given.values():
            if not holds(hypothesis, values):
                value = hypothesis.expr.xreplace(values)
                text, number = there.text(hypothesis.expr), _rational_text(value)
                return f"exfalso; assert (v' : {text} = {number}) by {FIELD}; lra."
        shown = [_at_numbers(part, values) for part in claim.parts()]
        return " ".join([*(f"split. {{ {one} }}" for one in shown[:-1]), shown[-1]])

    return lemmas.plain(claim, proof)


def _restricting(
    claim: Claim, labels: Sequence[str], symbol: sp.Symbol, values: Sequence[sp.Expr]
) -> tuple[Relation, str]:
    """The hypothesis by which the symbol has one of these values, and its label."""
    member = sp.Mul(*(symbol - v for v in values))
    for hypothesis, label in zip(claim.given.values(), labels, strict=True):
        same = any(identical(hypothesis.expr, s * member) for s in (1, -1))
        if hypothesis.sign == "=" and same:
            return hypothesis, label
    raise NotExported(f"no hypothesis restricts {symbol}")


def _rational_text(value: sp.Expr) -> str:
    value = sp.expand(value)
    if not isinstance(value, sp.Rational):
        raise NotExported("a finite domain at whose points something is irrational")
    return Writer(()).text(value)


def _at_numbers(part: Conclusion, at: dict[sp.Symbol, sp.Expr]) -> str:
    """A tactic for a conclusion at a point, where it holds."""
    if isinstance(part, Inertia):
        return " ".join(by_congruence(part))
    if not isinstance(part, Relation):
        raise NotExported("more is concluded than relations and inertias")
    number = _rational_text(part.expr.xreplace(at))
    return f"apply ({SAME[part.sign]} _ {number}); [{FIELD} | lra]."
