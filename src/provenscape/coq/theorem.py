"""A claim in Coq: its definitions, its lemmas, and the theorem that says it as it is written."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import sympy as sp

from provenscape.coq.algebraic import projection
from provenscape.coq.derivation import Derived
from provenscape.coq.exact import pattern
from provenscape.coq.lemmas import (
    Lemma,
    Lemmas,
    bound_text,
    bounds_of,
    course_of,
    hypothesis_text,
    vector,
    within,
)
from provenscape.coq.refutation import refutation
from provenscape.coq.signs import FIELD, Signs
from provenscape.coq.statement import OF, TO, Functions, dictionary, statement
from provenscape.coq.text import NotExported, Writer, module_name
from provenscape.kernel import (
    Claim,
    Inertia,
    Invariant,
    Limit,
    Relation,
    Roots,
    Semidefinite,
    Zeros,
    gt,
)
from provenscape.kernel.engines import unfold
from provenscape.kernel.language import nodes
from provenscape.kernel.relations import Conclusion, Hypothesis

ABOUT_FUNCTIONS = "e_"  # how modules of theorems about functions begin
ALL = "all'"  # the conclusions of the last lemma, in the context


@dataclass(frozen=True)
class Exported:
    """A claim's Coq module: the claim's digest, the names of the module and of the theorem, the
    definitions with the statement, the source, theorems written by hand that its proof must name,
    itself or by those that it names, and a claim's theorem that its proof must use."""

    of: str
    module: str
    theorem: str
    statement: str
    source: str
    names: tuple[str, ...] = ()
    applies: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of the definitions and the statement, by which an alteration shows."""
        return hashlib.sha256(self.statement.encode()).hexdigest()


def begun(source: str, theorem: str) -> str:
    """What a module's source begins to prove under this name; empty where it does not."""
    return source.partition(f"Theorem {theorem} :\n  ")[2].partition(".\nProof.\n")[0]


def stated(claim: Claim, refuted: bool, module: str | None = None) -> tuple[Exported, Functions]:
    """The module without its proof, and the functions of which the statement speaks; of a refuted
    claim it states the negation."""
    functions = Functions(claim)
    said = statement(claim, functions, refuted)
    said = f"~ ({said})" if refuted else said
    theorem = f"{'fails' if refuted else 'holds'}_{claim.digest()[:16]}"
    definitions = "".join(functions.definitions)
    name = module or module_name(claim.id)
    return Exported(claim.digest(), name, theorem, definitions + said, ""), functions


def export(node: Derived, module: str | None = None) -> Exported:
    """The Coq module of what a proof file derives. Raises `NotExported`."""
    claim, refuted = node.claim, node.rule == "refute"
    bare, functions = stated(claim, refuted, module)
    lemmas = Lemmas()
    if refuted:
        proof = refutation(lemmas, node, functions)
    elif claim.iteration is not None:
        proof = along_proof(lemmas.of(node), functions)
    else:
        proof = plain_proof(lemmas.of(node), functions)
    definitions = "".join(functions.definitions)
    said, body = bare.statement.removeprefix(definitions), "\n".join(proof)
    source = (
        f"Module {bare.module}.\n{dictionary(claim)}{definitions}"
        f"{''.join(functions.derivatives)}{''.join(lemmas.texts)}"
        f"Theorem {bare.theorem} :\n  {said}.\nProof.\n{body}\nQed.\nEnd {bare.module}.\n"
    )
    return replace(bare, source=source)


def plain_proof(lemma: Lemma, functions: Functions) -> list[str]:
    """From the hypotheses as written to the lemma, and from this to the conclusions as written."""
    claim = lemma.claim
    free = [s for s in claim.symbols() if s not in claim.bound()]
    write = Writer(free)
    labels = [f"w'{i}" for i in range(len(claim.given))]
    names = [*write.names.values(), *labels]
    lines = [f"intros {' '.join(names)}."] if names else []
    lines += computed(write, functions, claim, labels)
    lines += functions.defined_at(write, claim)
    proofs = [f"h'{i}" for i in range(len(claim.given))]
    lines.append(f"pose proof {lemma.of(write.names, proofs)} as {ALL}.")
    return lines + written(write, functions, claim)


def computed(write: Writer, functions: Functions, claim: Claim, labels: list[str]) -> list[str]:
    """Tactics that put the computed form of each hypothesis into the context, as h'0, h'1 …"""
    lines: list[str] = []
    relations = list(claim.given.values())
    known: list = []
    order = sorted(range(len(relations)), key=lambda i: bool(_denominators(relations[i])))
    for i in order:
        relation = relations[i]
        if isinstance(relation, Semidefinite):
            goal, entries = hypothesis_text(write, relation), vector(relation)
            lines.append(
                f"assert (h'{i} : {goal}) by (intros {entries}; "
                f"apply (of_ge _ _ _ ({labels[i]} {entries})); "
                f"{functions.convert(*relation.expressions())}{FIELD})."
            )
            continue
        goal = bound_text(write, relation.bound)
        signs = Signs(write, tuple(b for b, _ in known), tuple(label for _, label in known))
        lines += [line for line in signs.denominators() if line not in lines]
        lines.append(
            f"assert (h'{i} : {goal}) by (apply ({OF[relation.op]} _ _ _ {labels[i]}); "
            f"{functions.convert(*relation.expressions())}{FIELD})."
        )
        known.append((relation.bound, f"h'{i}"))
    for r in concluded(claim):
        write.text(r.expr)
    signs = Signs(write, tuple(b for b, _ in known), tuple(label for _, label in known))
    lines += [line for line in signs.denominators() if line not in lines]
    return lines


def concluded(claim: Claim) -> list[Relation]:
    """The relations among the conclusions, those of an invariant too."""
    parts = ([p] if isinstance(p, Relation) else getattr(p, "relations", ()) for p in claim.parts())
    return [relation for part in parts for relation in part]


def _denominators(hypothesis: Hypothesis) -> set:
    found = hypothesis.exact if isinstance(hypothesis, Semidefinite) else [hypothesis.expr]
    write = Writer(dict.fromkeys(set().union(*(e.free_symbols for e in found)), "x"))
    for expr in found:
        write.text(expr)
    return set(write.denominators)


def written(write: Writer, functions: Functions, claim: Claim) -> list[str]:
    """Tactics from the lemma's conclusions, `ALL`, to those of the claim as written."""
    lines, count = [], len(claim.parts())
    for i, part in enumerate(claim.parts()):
        if i < count - 1:
            lines.append("split.")
        lines.append("{")
        lines.append(f"pose proof {projection(ALL, i, count)} as p'{i}.")
        if isinstance(part, Limit):
            lines += written_limit(write, functions, claim, part, f"p'{i}")
        else:
            lines.append(written_tactic(write, functions, part, f"p'{i}"))
        lines.append("}")
    return lines


def written_tactic(write: Writer, functions: Functions, part: Conclusion, label: str) -> str:
    """The tactic from one conclusion in computed form to the same as written."""
    same = f"{functions.convert(*part.expressions())}{FIELD}"
    if isinstance(part, Relation):
        known = "".join(arctangents(part.expressions()))
        return f"{known}apply ({TO[part.op]} _ _ _ {label}); {same}."
    if isinstance(part, Invariant):
        count = len(part.relations)
        proofs = [
            f"apply ({TO[r.op]} _ _ _ {projection(label, i, count)}); {same}"
            for i, r in enumerate(part.relations)
        ]
        return "".join(f"split; [{p} | ]. " for p in proofs[:-1]) + f"{proofs[-1]}."
    if isinstance(part, Inertia):
        entries = (
            [
                f"{functions.convert(entry)}first [lra | reflexivity | {FIELD}]"
                for entry in part.matrix.row(i)
            ]
            for i in range(part.matrix.rows)
        )
        return (
            f"eexists; split; [ | exact {label}]. cbn [map]; unfold Q2R; cbn [Qnum Qden]; "
            f"{each_of(map(each_of, entries))}."
        )
    if isinstance(part, Zeros):
        inner = Writer(write.names, functions.names)
        pairs = {inner.text(e): write.text(unfold(e)) for e in part.expressions()}
        moved = [
            f"assert (q'{i} : {there} = {here}) by ({functions.convert(*part.expressions())}"
            f"{FIELD}). rewrite q'{i}. "
            for i, (there, here) in enumerate(pairs.items())
            if there != here
        ]
        return f"{''.join(moved)}exact {label}."
    if isinstance(part, Roots):
        names = " ".join(f"{name}''" for name in Writer(part.variables).names.values())
        labels = [f"s'{i}" for i in range(len(part.system))]
        each = [f"refine (same_zero _ _ _ {s}); {FIELD}" for s in labels]
        same = "".join(f"split; [{tactic} | ]. " for tactic in each[:-1]) + f"{each[-1]}."
        opened = f"{functions.convert(*part.expressions())}intros {pattern(labels)}. {same}"
        return (
            f"intros {names}. destruct ({label} {names}) as [to' from']. split; intro s'. "
            f"{{ apply to'; revert s'; {opened} }} "
            f"{{ apply from' in s'; revert s'; {opened} }}"
        )
    raise NotExported(f"a {type(part).__name__.lower()} has no Coq proof")


def written_limit(
    write: Writer, functions: Functions, claim: Claim, part: Limit, label: str
) -> list[str]:
    """Tactics from a limit in computed form to the same as written."""
    inner = within(write, part)
    for expr in (part.expr, part.value):
        inner.text(unfold(expr))
    known, labels = bounds_of(claim, [f"h'{i}" for i in range(len(claim.given))])
    signs = Signs(inner, (gt(part.variable).bound, *known), ("b'", *labels))
    return [
        f"intros e' r'. destruct ({label} e' r') as [d' [q' s']]. exists d'. split; [exact q' | ].",
        f"intros {inner.names[part.variable]} t'. pose proof (proj1 t') as b'.",
        *signs.denominators(),
        f"refine (eq_ind _ (fun a' => Rabs a' < e') (s' _ t') _ _). "
        f"{functions.convert(part.expr, part.value)}{FIELD}.",
    ]


def arctangents(expressions: Iterable[sp.Expr]) -> Iterator[str]:
    """Tactics that put into the context what the sine and the cosine of an arctangent are, where
    both are rational."""
    for inner in {x.args[0]: None for e in expressions for x in nodes(e) if type(x) is sp.atan}:
        hypotenuse = sp.sqrt(1 + inner**2)
        if isinstance(hypotenuse, sp.Rational):
            legs = f"{Writer(()).text(inner)} {Writer(()).text(hypotenuse)}"
            yield f"destruct (of_arctangent {legs} ltac:(lra) ltac:(lra)). "


def each_of(tactics: Iterable[str]) -> str:
    """A tactic for two lists to be equal, from one for each of their entries."""
    heads = [f"apply f_equal2; [{tactic} | " for tactic in tactics]
    return f"{''.join(heads)}reflexivity{']' * len(heads)}"


def along_proof(lemma: Lemma, functions: Functions) -> list[str]:
    """The same for a claim about an iteration."""
    claim = lemma.claim
    course = course_of(claim)
    constants = [Writer((s,)).names[s] for s in course.constants]
    sequences = [Writer((s,)).names[s] for s in course.sequences]
    firsts = [f"f'{i}" for i in range(len(course.state))]
    nexts = [f"n'{i}" for i in range(len(course.state))]
    labels = [f"w'{i}" for i in range(len(claim.given))]
    intros = [*constants, *sequences, *firsts, "k'", *nexts, *labels]
    lines = [f"intros {' '.join(intros)}."]
    conv = f"{functions.convert()}{FIELD}"
    at_j = Writer(course.names("j'"))
    inner = computed(at_j, functions, claim, [f"({label} j' l')" for label in labels])
    goals = [bound_text(at_j, h.bound) for h in claim.given.values()]
    for i, goal in enumerate(goals):
        lines.append(f"assert (g'{i} : forall j' : nat, (j' <= {course.last})%nat -> {goal}).")
        lines += ["{", "intros j' l'.", *inner, f"exact h'{i}.", "}"]
    earlier = course.before("j'", "l'")
    before = [f"(g'{i} j' {earlier})" for i in range(len(goals))]
    safe = [f"pose proof {text} as h'{i}." for i, text in enumerate(before)]
    known = tuple(h.bound for h in claim.given.values())
    update = Writer(course.names("j'"))
    start = Writer(course.names("0%nat"))
    for s in course.state:
        update.text(unfold(course.invariant.update[s]))
        start.text(unfold(course.invariant.start[s]))
    names = tuple(f"h'{i}" for i in range(len(goals)))
    at_first = [f"pose proof (g'{i} 0%nat (Nat.le_0_l _)) as h'{i}." for i in range(len(goals))]
    facts = [f"try {x[:-1]}." for x in Signs(update, known, names).denominators()]
    values = [*constants, *sequences]
    following = course.names("(S j')")
    first = course.names("0%nat")
    for i, s in enumerate(course.state):
        text = update.text(unfold(course.invariant.update[s]))
        lines.append(
            f"assert (m'{i} : forall j' : nat, (j' < k')%nat -> {following[s]} = {text}). "
            f"{{ intros j' l'. {' '.join([*safe, *facts])} rewrite (n'{i} j' l'). {conv}. }}"
        )
        text = start.text(unfold(course.invariant.start[s]))
        lines.append(
            f"assert (z'{i} : {first[s]} = {text}). "
            f"{{ {' '.join(at_first)} rewrite f'{i}. {conv}. }}"
        )
    args = [
        *values,
        *(f"z'{i}" for i in range(len(course.state))),
        "k'",
        *(f"m'{i}" for i in range(len(course.state))),
        *(f"g'{i}" for i in range(len(goals))),
    ]
    lines.append(f"pose proof ({' '.join([lemma.name, *args])}) as {ALL}.")
    here = Writer(course.names("k'"))
    known_here = []
    for i, (bound, name) in enumerate(zip(known, names, strict=True)):
        always = not bound.expr.free_symbols & set(course.sequences)
        if not course.throughout and not always:
            continue
        place = "0%nat (Nat.le_0_l _)" if always else "k' (Nat.le_refl k')"
        lines.append(f"pose proof (g'{i} {place}) as {name}.")
        known_here.append((bound, name))
    for r in concluded(claim):
        here.text(r.expr)
    signs = Signs(here, tuple(b for b, _ in known_here), tuple(n for _, n in known_here))
    lines += [f"try {x[:-1]}." for x in signs.denominators()]
    return lines + written(here, functions, claim)
