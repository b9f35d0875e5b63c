"""The negation of a claim that fails, from the point at which it does.

The point is put into the statement as it is written; each hypothesis holds there and one conclusion
fails. Where constants are to be found, they come from the statement assumed, and the point depends
on them.
"""

from collections.abc import Mapping, Sequence

import sympy as sp

from provenscape.coq.algebraic import premise, projection, signs_of
from provenscape.coq.derivation import Derived
from provenscape.coq.lemmas import Lemmas, bound_text, course_of, vector
from provenscape.coq.signs import FIELD, Signs
from provenscape.coq.solution_sets import refuting
from provenscape.coq.statement import OF, TO, Functions, assumed_text, relation_text
from provenscape.coq.text import NotExported, Writer, identifier
from provenscape.kernel import Claim, Invariant, Rejected, Relation, Roots, Semidefinite, Zeros, gt
from provenscape.kernel.algebra import ldl
from provenscape.kernel.cone import nonnegative, nonzero, positive
from provenscape.kernel.engines import sign, unfold
from provenscape.kernel.language import admit
from provenscape.kernel.logic import holds, trajectory
from provenscape.kernel.relations import Bound

Known = dict[str, tuple[Bound, str]]


def refutation(lemmas: Lemmas, node: Derived, functions: Functions) -> list[str]:
    """The proof of the negation. Raises `NotExported`."""
    claim, point = node.claim, node.arguments["point"]
    if claim.iteration is not None:
        return along(claim, claim.iteration, trajectory(claim.iteration, point), functions)
    at = {s: unfold(admit(v)) for s, v in point.items()}
    constants = [identifier(c.name) for c in claim.constants]
    free = [s for s in claim.symbols() if s not in {*claim.constants, *claim.bound()}]
    write = Writer(claim.constants, functions.names)
    values = Writer(
        {s: write.text(at[s]) for s in free if s in at} | dict(write.names), functions.names
    )
    known: Known = {}
    lines = ["intro no'."]
    early = claim._early_hypotheses() if claim.constants else list(claim.given)
    order = list(claim.parameters) if claim.constants else free
    late = [n for n in claim.given if n not in early]
    lines += _holding(claim, early, write, values, functions, at, known, "a'")
    lines.append(_applied("no'", [values.names[s] for s in order], len(early), "a'"))
    for i, name in enumerate(constants):
        lines.append(f"destruct no' as [{name} [c'{i} no']].")
    known |= {f"c{i}": (gt(c).bound, f"c'{i}") for i, c in enumerate(claim.constants)}
    if claim.constants:
        rest = [s for s in free if s not in claim.parameters]
        lines += _holding(claim, late, write, values, functions, at, known, "b'")
        lines.append(_applied("no'", [values.names[s] for s in rest], len(late), "b'"))
    if failure := node.arguments["failure"]:
        found, more = premise(write, known, lemmas.of(failure), {}, "k'")
        lines += more
        known |= {f"k{i}": bound for i, bound in enumerate(found)}
    return lines + _failing(claim, write, values, functions, at, known)


def along(
    claim: Claim, invariant: Invariant, states: Sequence[Mapping[sp.Symbol, sp.Expr]],
    functions: Functions,
) -> list[str]:  # fmt: skip
    """The proof of the negation from these states, at one of which the invariant fails; from the
    last one on the sequences stay as they are there."""
    course = course_of(claim, refuted=True)
    last, which = _first_failure(invariant, states)
    write = Writer([])
    values = [write.text(states[0][s]) for s in course.constants]
    for s in course.sequences:
        cases = "".join(f" | {i}%nat => {write.text(at[s])}" for i, at in enumerate(states[:last]))
        rest = write.text(states[last][s])
        values.append(f"(fun i' : nat => match i' with{cases} | _ => {rest} end)")
    each = f"cbv beta iota; {functions.convert()}first [lra | {FIELD}]"
    lines = ["intro no'.", f"specialize (no' {' '.join(values)})."]
    lines += [f"specialize (no' ltac:({each}))." for _ in course.state]
    lines.append(f"specialize (no' {last}%nat).")
    before, upto = _each_state(last, each), _each_state(last + 1, each)
    lines += [f"specialize (no' ltac:({before}))." for _ in course.state]
    lines += [f"specialize (no' ltac:({upto}))." for _ in claim.given]
    count = len(invariant.relations)
    outer = projection("no'", claim.parts().index(invariant), len(claim.parts()))
    return [
        *lines,
        f"pose proof {projection(f'({outer})', which, count)} as yes'.",
        f"revert yes'. cbv beta iota. {functions.convert()}intro yes'. exfalso; lra.",
    ]


def _each_state(count: int, tactic: str) -> str:
    """A tactic for a goal about the first so many states j', case by case."""
    split = f"destruct j' as [ | j']; [{tactic} | ]; "
    return f"intros j' l'; {split * count}exfalso; lia"


def _first_failure(
    invariant: Invariant, states: Sequence[Mapping[sp.Symbol, sp.Expr]]
) -> tuple[int, int]:
    """The first state in which a relation fails, and which relation."""
    for number, at in enumerate(states):
        for which, relation in enumerate(invariant.relations):
            if not holds(relation, at):
                return number, which
    raise NotExported("the conclusion that fails is no relation of the invariant")


def _applied(label: str, values: list[str], count: int, proof: str) -> str:
    arguments = [*values, *(f"{proof}{i}" for i in range(count))]
    return f"pose proof ({' '.join([label, *arguments])}) as no''. clear no'. rename no'' into no'."


def _moved(relation: Relation, at: Mapping[sp.Symbol, sp.Expr]) -> Bound:
    return relation.bound.subs(at)


def _holding(
    claim: Claim, names: list[str], write: Writer, values: Writer, functions: Functions,
    at: Mapping[sp.Symbol, sp.Expr], known: Known, label: str,
) -> list[str]:  # fmt: skip
    """Tactics that show hypotheses at the point, as they are written."""
    lines = []
    for i, name in enumerate(names):
        relation = claim.given[name]
        if isinstance(relation, Semidefinite):
            lines.append(_semidefinite(relation, values, functions, at, f"{label}{i}"))
            continue
        bound = _moved(relation, at)
        signs = signs_of(write, known)
        goal = bound_text(write, bound)
        lines += signs.denominators()
        lines.append(f"assert (e'{label}{i} : {goal}) by ({number(signs, bound)}).")
        lines.append(
            f"assert ({label}{i} : {relation_text(values, relation)}) by "
            f"(apply ({TO[relation.op]} _ _ _ e'{label}{i}); "
            f"{functions.convert(*relation.expressions())}{FIELD})."
        )
    return lines


def _semidefinite(
    hypothesis: Semidefinite, values: Writer, functions: Functions,
    at: Mapping[sp.Symbol, sp.Expr], label: str,
) -> str:  # fmt: skip
    """A tactic that shows a matrix at the point to be semidefinite, by the squares of L D L'."""
    matrix = hypothesis.at(at)
    if not all(isinstance(entry, sp.Rational) for entry in matrix):
        raise NotExported("a matrix of algebraic numbers")
    columns, pivots = ldl(matrix)
    entries, text = vector(hypothesis), Writer([]).text
    squares = []
    for j, pivot in enumerate(pivots):
        root = " + ".join(f"{text(row[j])} * v'{i}" for i, row in enumerate(columns))
        squares.append(f"{text(pivot)} * ({root}) ^ 2")
    each = "apply Rmult_le_pos; [lra | apply pow2_ge_0]"
    proof = Signs(values, (), ()).nested("Rplus_le_le_0_compat", [each] * len(squares))
    return (
        f"assert ({label} : {assumed_text(values, hypothesis)}) by (intros {entries}; "
        f"assert (s' : 0 <= {' + '.join(squares)}) by ({proof}); apply (to_ge _ _ _ s'); "
        f"{functions.convert(*hypothesis.expressions())}{FIELD})."
    )


def number(signs: Signs, bound: Bound) -> str:
    """A tactic for a bound at the point: evident, or a number that intervals decide."""
    if bound.expr.free_symbols or bound.sign == "=":
        return signs.goal(bound)
    if isinstance(bound.expr, sp.Rational):
        return "lra"
    return f"first [lra | interval | ({signs.goal(bound)})]"


def _failing(
    claim: Claim, write: Writer, values: Writer, functions: Functions,
    at: Mapping[sp.Symbol, sp.Expr], known: Known,
) -> list[str]:  # fmt: skip
    """Tactics from the conclusion that fails to a contradiction."""
    count = len(claim.parts())
    signs = signs_of(write, known)
    for i, part in enumerate(claim.parts()):
        if isinstance(part, (Roots, Zeros)) and not claim.constants:
            get, convert = projection("no'", i, count), functions.convert(*part.expressions())
            bound_names = part.variables if isinstance(part, Roots) else ()
            here = {v: write.text(at[v]) for v in bound_names}
            inside = Writer(values.names | here, functions.names)
            place = " ".join([get, *here.values()])
            if tactic := refuting(part, place, inside, at, convert):
                return [tactic]
        if not isinstance(part, Relation):
            continue
        bound = _moved(part, at)
        tactic = _contradiction(signs, bound)
        if not tactic:
            continue
        text = bound_text(write, bound)
        get = projection("no'", i, count)
        return [
            *signs.denominators(),
            f"assert (yes' : {text}) by (apply ({OF[part.op]} _ _ _ {get}); "
            f"{functions.convert(*part.expressions())}{FIELD}).",
            tactic,
        ]
    raise NotExported("the conclusion that fails is neither a relation nor a solution set")


def _contradiction(signs: Signs, bound: Bound) -> str:
    """The tactic from a false bound in the context, yes', to a contradiction; empty if it is not
    seen to be false."""
    expr, text = bound.expr, signs.write.text(bound.expr)
    if not expr.free_symbols:
        try:
            value = sign(expr)
        except Rejected:
            return ""
        false = {"=": value != 0, ">": value <= 0, ">=": value < 0}[bound.sign]
        if not false:
            return ""
        way = {"=": "<>" if value else "=", ">": "<=", ">=": "<"}[bound.sign]
        if isinstance(expr, sp.Rational) or value == 0:
            return "exfalso; lra."
        return f"assert (not' : {text} {way} 0) by (first [lra | interval]). lra."
    for form in (expr, sp.expand(expr)):
        opposite = signs.write.text(-form)
        same = f"replace {opposite} with (- {text}) in not' by {FIELD}; lra."
        if bound.sign == ">=" and positive(-form, signs.known):
            return f"assert (not' : 0 < {opposite}) by ({signs.sign(-form, True)}). {same}"
        if bound.sign == ">" and nonnegative(-form, signs.known):
            return f"assert (not' : 0 <= {opposite}) by ({signs.sign(-form, False)}). {same}"
        if bound.sign == "=" and nonzero(form, signs.known):
            return f"assert (not' : {signs.write.text(form)} <> 0) by ({signs.nonzero(form)}). " + (
                f"apply not'; refine (same_zero _ _ _ yes'); {FIELD}."
            )
    return ""
