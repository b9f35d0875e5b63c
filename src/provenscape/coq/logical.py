"""`conjoin`, `cases`, `zeros`, `limit` and `induct`: lemmas from lemmas."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sympy as sp

from provenscape.coq.algebraic import projection
from provenscape.coq.derivation import Derived
from provenscape.coq.exact import alternatives, pattern
from provenscape.coq.lemmas import (
    SAME,
    Course,
    Lemma,
    Lemmas,
    bound_text,
    bounds_of,
    course_of,
    part_text,
    within,
)
from provenscape.coq.signs import FIELD, Signs
from provenscape.coq.text import NotExported, Writer
from provenscape.kernel import Claim, Invariant, Limit, Relation, Zeros, eq, gt
from provenscape.kernel.engines import identical, unfold
from provenscape.kernel.language import admit
from provenscape.kernel.relations import Bound

PREFIX = "(forall j' : nat, (j' < k')%nat -> {})"
THROUGH = "(forall j' : nat, (j' <= {})%nat -> {})"


def matched(lemma: Lemma, given: Mapping[str, Relation], labels: Iterable[str]) -> list[str]:
    """For each hypothesis of a lemma, the label of the same relation among those given."""
    mine = list(zip(given.values(), labels, strict=True))
    found = []
    for hypothesis in lemma.claim.given.values():
        label = next((text for relation, text in mine if relation == hypothesis), None)
        if label is None:
            raise NotExported(f"{lemma.claim.id} assumes {hypothesis.text()}")
        found.append(label)
    return found


def rests_on(claim: Claim, given: Mapping[str, Relation]) -> bool:
    return all(relation in given.values() for relation in claim.given.values())


def giving(theorems: Sequence[Derived], part: object, given: Mapping[str, Relation]) -> Derived:
    """The theorem that concludes this and assumes nothing else."""
    for theorem in theorems:
        if theorem.claim.then == part and rests_on(theorem.claim, given):
            return theorem
    raise NotExported("no premise gives a conclusion")


def conjoin(lemmas: Lemmas, node: Derived) -> Lemma:
    """All conclusions, each from the lemma that gives it."""
    claim = node.claim
    theorems = list(node.arguments["theorems"])
    made = [lemmas.of(giving(theorems, part, claim.given)) for part in claim.parts()]
    if claim.iteration is not None:
        return _conjoin_along(lemmas, claim, made)

    def proof(write: Writer, labels: tuple[str, ...]) -> list[str]:
        return _conjunction(
            [
                f"exact {lemma.of(write.names, matched(lemma, claim.given, labels))}"
                for lemma in made
            ]
        )

    return lemmas.plain(claim, proof)


def along(course: Course, claim: Claim) -> tuple[str, list[str]]:
    """The statement of a claim about an iteration up to its conclusion, and what it introduces."""
    start, now = Writer(course.names("0%nat")), Writer(course.names("j'"))
    constants = [Writer(course.constants).names[s] for s in course.constants]
    sequences = [course.names("")[s][1:-2] for s in course.sequences]
    text = f"forall {' '.join(constants)} : R, " if constants else ""
    text += f"forall {' '.join(sequences)} : nat -> R, "
    first = course.names("0%nat")
    following = course.names("(S j')")
    labels = []
    for s in course.state:
        text += f"{first[s]} = {start.text(unfold(course.invariant.start[s]))} -> "
        labels.append(f"first'{course.state.index(s)}")
    text += "forall k' : nat, "
    labels.append("k'")
    for i, s in enumerate(course.state):
        update = f"{following[s]} = {now.text(unfold(course.invariant.update[s]))}"
        text += PREFIX.format(update) + " -> "
        labels.append(f"next'{i}")
    hypotheses = []
    for i, h in enumerate(claim.given.values()):
        text += THROUGH.format(course.last, bound_text(now, h.bound)) + " -> "
        hypotheses.append(f"h'{i}")
    return text, [*constants, *sequences, *labels, *hypotheses]


def _along_lemma(lemmas: Lemmas, claim: Claim, course: Course, proof: list[str]) -> Lemma:
    text, intros = along(course, claim)
    write = Writer(course.names("k'"))
    then = " /\\ ".join(f"({part_text(write, part)})" for part in claim.parts())
    symbols = (*course.constants, *course.sequences)
    return lemmas.add(claim, text + then, [f"intros {' '.join(intros)}.", *proof], symbols)


def up_to_the_state_before(label: str) -> str:
    """Of a hypothesis at all states up to number k': it holds at those up to the one before."""
    return f"(fun i' l' => {label} i' (Nat.le_trans _ _ _ l' (Nat.le_pred_l k')))"


def apply_along(lemma: Lemma, course: Course, claim: Claim) -> str:
    """A lemma about the same iteration, applied at the state k in the context of `along`."""
    inner = course_of(lemma.claim)
    values = [Writer((s,)).names[s] for s in (*inner.constants, *inner.sequences)]
    firsts = [f"first'{course.state.index(s)}" for s in inner.state]
    nexts = [f"next'{course.state.index(s)}" for s in inner.state]
    labels = [f"h'{i}" for i in range(len(claim.given))]
    if course.throughout and not inner.throughout:
        labels = list(map(up_to_the_state_before, labels))
    given = matched(lemma, claim.given, labels)
    arguments = [lemma.name, *values, *firsts, "k'", *nexts, *given]
    return f"({' '.join(arguments)})"


def _conjoin_along(lemmas: Lemmas, claim: Claim, made: Sequence[Lemma]) -> Lemma:
    course = course_of(claim)
    here = course.names("k'")
    labels = [f"(h'{i} k' (Nat.le_refl k'))" for i in range(len(claim.given))]
    proofs = []
    for part, lemma in zip(claim.parts(), made, strict=True):
        if isinstance(part, Invariant):
            proofs.append(f"exact {apply_along(lemma, course, claim)}")
        else:
            proofs.append(f"exact {lemma.of(here, matched(lemma, claim.given, labels))}")
    return _along_lemma(lemmas, claim, course, _conjunction(proofs))


def cases(lemmas: Lemmas, node: Derived) -> Lemma:
    """The conclusion in each of the cases that the sign of an expression leaves."""
    claim, split = node.claim, list(node.arguments["split"])
    made = [lemmas.of(theorem) for theorem in node.arguments["theorems"]]
    first = split[0].expr
    extra = sorted(set().union(*(case.expr.free_symbols for case in split)), key=str)
    extra += sorted({s for lemma in made for s in lemma.symbols}, key=str)

    def proof(write: Writer, labels: tuple[str, ...]) -> list[str]:
        text = write.text(first)
        for case in split:
            write.text(case.expr)
        lines = Signs(write, *bounds_of(claim, labels)).denominators()
        lines.append(f"destruct (Rtotal_order 0 {text}) as [c' | [c' | c']].")
        for way in (1, 0, -1):
            lines.append(f"{{ {_branch(write, labels, way)} }}")
        return lines

    def _branch(write: Writer, labels: tuple[str, ...], way: int) -> str:
        for case, lemma in zip(split, made, strict=True):
            turn = next((s for s in (1, -1) if identical(case.expr, s * first)), 0)
            holds = {">": way * turn > 0, ">=": way * turn >= 0, "=": way == 0}[case.sign]
            if not turn or not holds:
                continue
            given = {**claim.given, "case": case}
            label = "q'" if case not in claim.given.values() else "h'"
            proofs = matched(lemma, given, [*labels, label])
            same = write.text(turn * first)
            return (
                f"assert (q' : {bound_text(write, case.bound)}) by "
                f"(apply ({SAME[case.sign]} _ {same}); [{FIELD} | lra]). "
                f"exact {lemma.of(write.names, proofs)}."
            )
        raise NotExported("the cases leave something out")

    return lemmas.plain(claim, proof, extra)


def zeros(lemmas: Lemmas, node: Derived) -> Lemma:
    """The solutions of a system are the union of sets: where none of the sums of squares is 0 their
    product is positive."""
    claim, then = node.claim, node.claim.then
    if not isinstance(then, Zeros):
        raise NotExported("no sets of solutions are concluded")
    reached = lemmas.of(node.arguments["within"])
    if not isinstance(reached.claim.then, Relation):
        raise NotExported("the solutions are not shown to lie on the sets")
    whole = reached.claim.then.expr
    onto = [lemmas.of(theorem) for theorem in node.arguments["onto"]]
    if len(onto) != len(then.sets):
        raise NotExported("a set has no theorem of its own")

    def proof(write: Writer, labels: tuple[str, ...]) -> list[str]:
        solved = given_too(claim, then.system)
        mine = [f"s'{i}" for i in range(len(then.system))]
        lines = ["split.", f"{{ intros {pattern(mine)}."]
        sums = [" + ".join(f"{write.text(unfold(e))} ^ 2" for e in one) for one in then.sets]
        for i, one in enumerate(then.sets):
            side = "right. " * i + ("left. " if i < len(sums) - 1 else "")
            vanish = _conjunction(_vanishing([write.text(unfold(e)) for e in one]))
            lines.append(f"destruct (Rle_lt_dec ({sums[i]}) 0) as [z' | n'{i}].")
            lines.append(f"{{ {side}{' '.join(vanish)} }}")
        found = reached.of(write.names, matched(reached, solved, [*labels, *mine]))
        product = " * ".join(f"({one})" for one in sums)
        strictly = Signs(write, (), ()).nested(
            "Rmult_lt_0_compat", [f"exact n'{i}" for i in range(len(sums))]
        )
        lines += [
            f"assert (p' : 0 < {product}) by ({strictly}).",
            f"pose proof {found} as t'.",
            f"assert (o' : {write.text(whole)} = - ({product})) by {FIELD}.",
            "exfalso; lra. }",
        ]
        patterns = [pattern([f"s'{k}" for k in range(len(one))]) for one in then.sets]
        lines.append(f"intros {alternatives(patterns)}.")
        for lemma, one in zip(onto, then.sets, strict=True):
            mine = [f"s'{k}" for k in range(len(one))]
            held = lemma.of(write.names, matched(lemma, given_too(claim, one), [*labels, *mine]))
            lines.append(f"{{ {' '.join(_conjunction(_shown(held, lemma.claim, then)))} }}")
        return lines

    return lemmas.plain(claim, proof, reached.symbols)


def given_too(claim: Claim, equations: Sequence[sp.Expr]) -> dict[str, Relation]:
    """The hypotheses of a claim, and equations."""
    return {**claim.given, **{f"equation {i}": eq(e) for i, e in enumerate(equations)}}


def _vanishing(texts: Sequence[str]) -> list[str]:
    """For each expression a tactic that it is 0 if the sum of their squares is not positive, z'."""
    squares = "; ".join(f"pose proof (pow2_ge_0 {text})" for text in texts)
    return [
        f"destruct (Req_dec {text} 0) as [y' | y']; [exact y' | exfalso; "
        f"assert (0 < {text} ^ 2) by (apply (even_power_positive 2 1); [reflexivity | exact y']); "
        f"{squares}; lra]"
        for text in texts
    ]


def _shown(held: str, claim: Claim, then: Zeros) -> list[str]:
    """For each equation of the system a tactic that it holds on a set."""
    parts = claim.parts()
    if any(eq(e) not in parts for e in then.system):
        raise NotExported("an equation of the system is not shown on a set")
    places = (parts.index(eq(e)) for e in then.system)
    return [f"exact {projection(held, place, len(parts))}" for place in places]


def limit(lemmas: Lemmas, node: Derived) -> Lemma:
    """A limit at 0 from the right, from a bound of the squared error by a multiple of the variable,
    which the lemma may say of small positive values alone."""
    claim, part = node.claim, node.claim.then
    if not isinstance(part, Limit):
        raise NotExported("no limit is concluded")
    slope = unfold(admit(node.arguments["slope"]))
    lemma = lemmas.of(node.arguments["theorem"])
    extra = ({*lemma.symbols} | slope.free_symbols) - {part.variable}
    small = {
        f"small {i}": hypothesis
        for i, hypothesis in enumerate(lemma.claim.given.values())
        if hypothesis not in claim.given.values()
    }
    ahead = gt(part.variable).bound

    def proof(write: Writer, labels: tuple[str, ...]) -> list[str]:
        inner = within(write, part)
        variable = inner.names[part.variable]
        slope_text, value, expr = map(inner.text, (slope, unfold(part.value), unfold(part.expr)))
        lines, near, held = Signs(write, *bounds_of(claim, labels)).denominators(), [], []
        for i, hypothesis in enumerate(small.values()):
            if hypothesis.bound == ahead:
                held.append("b'")
                continue
            text = inner.text(hypothesis.expr)
            lines.append(
                f"assert (n'{i} := positive_nearby (fun {variable} => {text}) 0 "
                "ltac:(has_derivative) ltac:(cbv beta; lra))."
            )
            near.append((f"0 < {text}", f"n'{i}", f"m'{i}"))
            held.append(f"m'{i}" if hypothesis.sign == ">" else f"(weak _ m'{i})")
        nearby = " /\\ ".join([*(text for text, _, _ in near), "True"])
        together, opened = "filter_true", "_"
        for _, label, name in reversed(near):
            together, opened = f"(filter_and _ _ {label} {together})", f"[{name} {opened}]"
        known, shown = bounds_of(claim, labels)
        signs = Signs(inner, (ahead, *known), ("b'", *shown))
        bound = lemma.of(inner.names, matched(lemma, {**claim.given, **small}, [*labels, *held]))
        return [
            *lines,
            f"refine (limit_from_the_right (fun {variable} => {nearby}) "
            f"(fun {variable} => {expr}) {value} {slope_text} _ {together} _).",
            f"{{ {signs.sign(slope, False)}. }}",
            f"intros {variable} b' {opened}. {' '.join(signs.denominators())} "
            f"refine (same_nonnegative _ _ _ {bound}). {FIELD}.",
        ]

    return lemmas.plain(claim, proof, sorted(extra, key=str))


def induct(lemmas: Lemmas, node: Derived) -> Lemma:
    """Relations at every state that the iteration reaches, by induction on its number."""
    claim = node.claim
    if not isinstance(claim.then, Invariant):
        raise NotExported("no invariant is concluded")
    course, relations = course_of(claim), claim.then.relations
    bases, steps = (_each(node.arguments[name]) for name in ("base", "step"))
    lines = ["induction k' as [ | k' before'].", "{"]
    lines += _start(lemmas, claim, course, bases)
    lines += ["}", "{"]
    lines += _step(lemmas, claim, course, steps)
    lines += ["}"]
    if not len(relations) == len(bases) == len(steps):
        raise NotExported("an invariant needs a base and a step for each relation")
    return _along_lemma(lemmas, claim, course, lines)


def _each(found: Any) -> tuple[Any, ...]:
    """One derivation for each relation, of which one alone stands for itself."""
    return tuple(found) if isinstance(found, (list, tuple)) else (found,)


def at(relation: Relation, values: Mapping) -> Bound:
    return relation.bound.subs({s: unfold(v) for s, v in values.items()})


def _conjunction(proofs: Sequence[str]) -> list[str]:
    return [*(f"split; [{p} | ]." for p in proofs[:-1]), f"{proofs[-1]}."]


def _start(lemmas: Lemmas, claim: Claim, course: Course, bases: Sequence) -> list[str]:
    invariant = course.invariant
    write, put = Writer(course.names("0%nat")), []
    names = course.names("0%nat")
    for s in course.state:
        put.append(f"first'{course.state.index(s)}")
    rewrite = "".join(f"rewrite ?{label}; " for label in put)
    lines, known, labels = [], [], []
    for i, h in enumerate(claim.given.values()):
        bound = at(h, invariant.start)
        text = bound_text(write, bound)
        known.append(bound)
        labels.append(f"b'{i}")
        lines.append((text, bound, h, i))
    signs = Signs(write, tuple(known), tuple(labels))
    done: list[tuple[Bound, str]] = []
    out: list[str] = []
    for text, bound, h, i in lines:
        out.append(f"pose proof (h'{i} 0%nat (Nat.le_refl 0)) as a'{i}.")
        out += _safe(signs, done)
        out.append(
            f"assert (b'{i} : {text}) by (apply ({SAME[bound.sign]} _ {write.text(h.expr)}); "
            f"[{rewrite}{FIELD} | exact a'{i}])."
        )
        done.append((bound, f"b'{i}"))
    proofs = []
    for relation, base in zip(invariant.relations, bases, strict=False):
        bound = at(relation, invariant.start)
        text = write.text(bound.expr)
        if base is None:
            inner = signs.goal(bound)
        else:
            lemma = lemmas.of(base)
            mine = []
            for hypothesis in lemma.claim.given.values():
                label = next(
                    (b for b, k in zip(labels, known, strict=True) if k == hypothesis.bound), None
                )
                if label is None:
                    raise NotExported("the base assumes what the start does not give")
                mine.append(label)
            inner = f"exact {lemma.of(names, mine)}"
        proofs.append(f"apply ({SAME[bound.sign]} _ {text}); [{rewrite}{FIELD} | {inner}]")
    return [*out, *_safe(signs, done), *_conjunction(proofs)]


def _safe(signs: Signs, done: Sequence[tuple[Bound, str]]) -> list[str]:
    known = tuple(bound for bound, _ in done)
    inner = Signs(signs.write, known, tuple(label for _, label in done))
    return [f"try {line[:-1]}." for line in inner.denominators()]


def _step(lemmas: Lemmas, claim: Claim, course: Course, steps: Sequence) -> list[str]:
    invariant, names = course.invariant, course.names("k'")
    write = Writer(names)
    count = len(claim.given)
    args = [
        f"(fun i' l' => next'{i} i' (Nat.lt_lt_succ_r _ _ l'))" for i in range(len(course.state))
    ]
    args += [up_to_the_state_before(f"h'{i}") for i in range(count)]
    out = [f"pose proof (before' {' '.join(args)}) as now'."]
    labels = [f"b'{i}" for i in range(count)]
    out += [f"pose proof (h'{i} k' (Nat.le_refl k')) as b'{i}." for i in range(count)]
    known = [h.bound for h in claim.given.values()] + [r.bound for r in invariant.relations]
    total = len(invariant.relations)
    for i in range(total):
        labels.append(f"r'{i}")
        before = bound_text(write, invariant.relations[i].bound)
        part = projection("now'", i, total)
        out.append(f"assert (r'{i} : {before}) by (exact {part}).")
    for h in claim.given.values():
        write.text(h.expr)
    for value in invariant.update.values():
        write.text(unfold(value))
    signs = Signs(write, tuple(known), tuple(labels))
    rewrite = "".join(
        f"rewrite ?(next'{i} k' (Nat.lt_succ_diag_r k')); " for i in range(len(course.state))
    )
    given = {**claim.given} | {f"invariant {i}": r for i, r in enumerate(invariant.relations)}
    proofs = []
    for relation, step in zip(invariant.relations, steps, strict=False):
        if step is None:
            raise NotExported("a step is missing")
        lemma = lemmas.of(step)
        bound = at(relation, invariant.update)
        then = lemma.claim.then
        text = write.text(then.expr if isinstance(then, Relation) else bound.expr)
        mine = matched(lemma, given, labels)
        inner = f"exact {lemma.of(names, mine)}"
        if step.claim.then != relation.subs(invariant.update):
            inner = "fail"
        proofs.append(f"apply ({SAME[bound.sign]} _ {text}); [{rewrite}{FIELD} | {inner}]")
    return [*out, *(f"try {line[:-1]}." for line in signs.denominators()), *_conjunction(proofs)]
