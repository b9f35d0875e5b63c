"""That a point refutes what a claim says of solutions: it solves the system and is on no set, or it
is on one and does not solve it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sympy as sp

from provenscape.coq.exact import alternatives, pattern
from provenscape.coq.signs import FIELD
from provenscape.coq.text import Writer
from provenscape.kernel import Roots, Zeros
from provenscape.kernel.engines import sign, unfold


@dataclass(frozen=True)
class Equation:
    """An equation at the point: its sides in Coq, and their difference, a number."""

    left: str
    right: str
    gap: sp.Expr

    @property
    def holds(self) -> bool:
        return sign(self.gap) == 0


def equations(
    part: Roots | Zeros, values: Writer, at: Mapping[sp.Symbol, sp.Expr]
) -> tuple[list[Equation], list[list[Equation]]]:
    """Those of the system, and of each set, at the point."""

    def vanishes(expr: sp.Expr) -> Equation:
        return Equation(values.text(expr), "0", sp.expand(unfold(expr).xreplace(dict(at))))

    if isinstance(part, Zeros):
        return list(map(vanishes, part.system)), [list(map(vanishes, one)) for one in part.sets]
    system = list(map(vanishes, part.system))
    listed = [
        [
            Equation(values.text(s), values.text(v), at[s] - v)
            for s, v in zip(part.variables, point, strict=True)
        ]
        for point in part.points
    ]
    return system, listed


def refuting(
    part: Roots | Zeros, get: str, values: Writer, at: Mapping[sp.Symbol, sp.Expr], convert: str
) -> str:
    """Tactics from the equivalence `get`, at the point, to a contradiction; empty if the point does
    not refute it."""
    system, sets = equations(part, values, at)
    solves, within = all(e.holds for e in system), [all(e.holds for e in one) for one in sets]
    if solves == any(within):
        return ""
    direction = f"destruct ({get}) as [to' from']. exfalso. "
    if solves:
        assumed = f"assert (s' : {_said(system)}) by ({_true(system, convert)}). "
        each = [pattern([f"e'{k}" for k in range(len(one))]) for one in sets]
        opened = alternatives(each) if each else "[]"
        ends = " ".join(f"{{ {_false(one, convert)} }}" for one in sets)
        return f"{direction}{assumed}pose proof (to' s') as {opened}. {ends}"
    first = within.index(True)
    reach = "right; " * first + ("left; " if first < len(sets) - 1 else "")
    listed = " \\/ ".join(f"({_said(one)})" for one in sets)
    assumed = f"assert (s' : {listed}) by ({reach}{_true(sets[first], convert)}). "
    opened = pattern([f"e'{k}" for k in range(len(system))])
    return f"{direction}{assumed}pose proof (from' s') as {opened}. {_false(system, convert)}"


def _said(equations: Sequence[Equation]) -> str:
    return " /\\ ".join(f"{e.left} = {e.right}" for e in equations)


def _true(equations: Sequence[Equation], convert: str) -> str:
    """A tactic for equations that hold."""
    return f"repeat split; refine (to_eq _ _ 0 eq_refl _); {convert}{FIELD}"


def _false(equations: Sequence[Equation], convert: str) -> str:
    """Tactics from equations e'0, e'1 ... one of which does not hold."""
    which = next(i for i, e in enumerate(equations) if not e.holds)
    one = equations[which]
    number = Writer(()).text(one.gap)
    found = (
        f"assert (v' : {number} = 0) by (transitivity ({one.left} - {one.right}); "
        f"[{convert}{FIELD} | lra])."
    )
    if isinstance(one.gap, sp.Rational):
        return f"{found} lra."
    return f"{found} revert v'. first [apply Rgt_not_eq; interval | apply Rlt_not_eq; interval]."
