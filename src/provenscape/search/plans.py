"""Proofs and refutations as data: each can be tried on a claim, and written as a proof file.

A plan holds what a rule of the kernel takes. `theorem` runs the rule on a claim; `code` gives the
Python text that does the same in a proof file, with the lines that must stand before it.
"""

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sympy as sp
from sympy.printing.str import StrPrinter

from provenscape.kernel import (
    Claim,
    Relation,
    Theorem,
    cases,
    chain,
    combine,
    conjoin,
    enclose,
    induct,
    inertia,
    limit,
    pythagoras,
    refute,
    roots,
    series,
    zeros,
)
from provenscape.kernel.language import RealRoot

MOST_BOXES = 4000
RELATIONS = {">=": "ge", ">": "gt", "=": "eq", "<=": "le", "<": "lt"}


class Python(StrPrinter):
    """Expressions as a proof file writes them: symbols by their names there, exact fractions."""

    def __init__(self, names: Mapping[sp.Symbol, str]) -> None:
        super().__init__()
        self.names, self.imports, self.kernel = names, set[str](), set[str]()

    def _print_Symbol(self, expr: sp.Symbol) -> str:  # noqa: N802 (SymPy's name, as below)
        return self.names.get(expr, expr.name)

    def _print(self, expr: Any, **kwargs: Any) -> str:
        """A root would print itself, and import nothing."""
        if isinstance(expr, RealRoot):
            return self._print_root(expr)
        return str(super()._print(expr, **kwargs))

    def _print_root(self, expr: RealRoot) -> str:
        self.kernel |= {"real", "root_of"}
        inside = Python({sp.Symbol("x", real=True): 'real("x")'})
        return f"root_of({inside.doprint(expr.polynomial())}, {expr.index})"

    def _print_Rational(self, expr: sp.Rational) -> str:  # noqa: N802
        self.imports.add("Rational")
        return f"Rational({expr.p}, {expr.q})"

    def _print_Half(self, expr: sp.Rational) -> str:  # noqa: N802
        return self._print_Rational(expr)

    def _print_Exp1(self, expr: sp.Expr) -> str:  # noqa: N802
        self.imports.add("E")
        return "E"

    def _print_Pi(self, expr: sp.Expr) -> str:  # noqa: N802
        self.imports.add("pi")
        return "pi"

    def _print_Function(self, expr: sp.Function) -> str:  # noqa: N802
        self.imports.add(expr.func.__name__)
        return f"{expr.func.__name__}({self.stringify(expr.args, ', ')})"

    def _print_Pow(self, expr: sp.Pow, rational: bool = False) -> str:  # noqa: N802
        base, exponent = expr.args
        if isinstance(base, sp.Rational) and exponent == sp.Rational(1, 2):
            self.imports.add("sqrt")
            return f"sqrt({self._print(base)})"
        if isinstance(exponent, sp.Integer) and exponent < 0 and not isinstance(base, sp.Rational):
            below = base if exponent == -1 else sp.Pow(base, -exponent, evaluate=False)
            return f"1 / {self.parenthesize(below, 51)}"
        if not isinstance(exponent, sp.Integer):
            self.imports.add("Pow")
            return f"Pow({self._print(base)}, {self._print(exponent)})"
        return f"{self.parenthesize(base, 61)} ** {self._print(exponent)}"

    def _print_Mul(self, expr: sp.Mul) -> str:  # noqa: N802
        number, rest = expr.as_coeff_Mul()
        if number < 0:
            positive = -expr
            inner = self._print(positive)
            return f"-({inner})" if isinstance(positive, sp.Add) else f"-{inner}"
        above: list[sp.Expr] = []
        below: list[sp.Expr] = []
        for factor in sp.Mul.make_args(rest):
            power = factor.as_base_exp()[1] if isinstance(factor, sp.Pow) else sp.S.One
            inverse = isinstance(power, sp.Integer) and power < 0
            (below if inverse else above).append(1 / factor if inverse else factor)
        shown = [] if number == 1 else [self._print(number)]
        shown += [self.parenthesize(f, 50, strict=False) for f in above]
        if len(below) == 1 and isinstance(below[0], sp.Symbol | sp.Add | sp.Pow):
            divisor = self.parenthesize(below[0], 51)
        else:
            divisor = f"({' * '.join(self.parenthesize(f, 50, strict=False) for f in below)})"
        return f"{' * '.join(shown) or '1'} / {divisor}" if below else " * ".join(shown)

    def _print_Add(self, expr: sp.Add, order: Any = None) -> str:  # noqa: N802
        text = ""
        for term in self._as_ordered_terms(expr, order=order):
            shown = self._print(term)
            if shown.startswith("-"):
                text += f" - {shown[1:]}" if text else shown
            else:
                text += f" + {shown}" if text else shown
        return text


@dataclass
class Writer:
    """The text of a proof in the making: the names of the file, imports, and lines so far."""

    names: dict[sp.Symbol, str]
    taken: set[str] = field(default_factory=set)
    imports: dict[str, set[str]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    symbols: list[str] = field(default_factory=list)  # lines that name what the file does not
    roots: dict[str, str] = field(default_factory=dict)  # of a lemma: the claim whose given it has
    wholes: dict[str, str] = field(default_factory=dict)  # of a part, step or case: what it is of
    made: dict[tuple[str, str], str] = field(default_factory=dict)  # theorems that have names

    def part(self, name: str, claim: str, step: str) -> str:
        """A name for the part or step of a claim (`.part(0)`)."""
        found = self.let(name, f"{claim}{step}")
        self.wholes[found] = claim
        return found

    def theorem(self, claim: str, step: str, plan: "Plan", named: str) -> str:
        """The name of the theorem about a part or step, which is made once."""
        key = (claim, step)
        if key not in self.made:
            part = self.part(named, claim, step)
            self.made[key] = self.let("held", plan.code(self, part))
        return self.made[key]

    def expr(self, value: Any) -> str:
        printer = Python(self.names)
        text = str(printer.doprint(sp.sympify(value)))
        self.imports.setdefault("sympy", set()).update(printer.imports)
        self.imports.setdefault("provenscape.kernel", set()).update(printer.kernel)
        return text

    def kernel(self, name: str) -> str:
        self.imports.setdefault("provenscape.kernel", set()).add(name)
        return name

    def relation(self, relation: Relation) -> str:
        name = self.kernel(RELATIONS[relation.op])
        left, right = self.expr(relation.left), self.expr(relation.right)
        return f"{name}({left})" if right == "0" else f"{name}({left}, {right})"

    def declare(self, symbol: sp.Symbol) -> None:
        """A line, once, that makes a symbol that the claim does not have."""
        if symbol not in self.names:
            free = symbol.name if symbol.name not in self.taken else f"{symbol.name}_symbol"
            self.names[symbol] = free
            self.taken.add(free)
            self.symbols.append(f'{free} = {self.kernel("real")}("{symbol.name}")')

    def let(self, name: str, text: str) -> str:
        """A line that gives the text a name that is not taken yet; that name."""
        base, number = name, 2
        while name in self.taken:
            name, number = f"{base}_{number}", number + 1
        self.taken.add(name)
        self.lines.append(f"{name} = {text}")
        return name


class Plan(ABC):
    """What proves or refutes a claim."""

    @abstractmethod
    def theorem(self, claim: Claim) -> Theorem:
        """The theorem that the rule makes of the claim."""

    @abstractmethod
    def code(self, writer: Writer, claim: str) -> str:
        """The expression that makes the theorem, `claim` being the text of the claim."""


def quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


def mapping(entries: Sequence[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in entries) + "}"


def listing(entries: Sequence[str]) -> str:
    return f"({', '.join(entries)}{',' * (len(entries) == 1)})"


@dataclass(frozen=True)
class Lemma:
    """A statement on the way, and its plan; hypotheses are those of the claim and `extra`.

    Where it is a part or step of the whole claim, `step` says which (`.part(0)`).
    """

    name: str
    then: Relation
    plan: Plan
    extra: Mapping[str, Relation] = field(default_factory=dict)
    step: str = ""
    made: dict[Any, Theorem] = field(default_factory=dict, compare=False, repr=False)

    def theorem(self, claim: Claim) -> Theorem:
        """Made once for all claims with the same hypotheses."""
        given = frozenset(claim.given.items())
        if given not in self.made:
            self.made[given] = self.plan.theorem(self.claim(claim))
        return self.made[given]

    def claim(self, whole: Claim) -> Claim:
        return whole.lemma(self.name, {**whole.given, **self.extra}, self.then)

    def code(self, writer: Writer, claim: str) -> str:
        """The name of the theorem, which is made once for all claims with the same hypotheses."""
        if self.step:
            whole = writer.wholes.get(claim, claim)
            return writer.theorem(whole, self.step, self.plan, "part")
        root = writer.roots.get(claim, claim)
        key = (root, self.name)
        if key not in writer.made:
            stated = writer.let("lemma", self.text(writer, root))
            if not self.extra:
                writer.roots[stated] = root
            writer.wholes[stated] = writer.wholes.get(claim, claim)
            writer.made[key] = writer.let("known", self.plan.code(writer, stated))
        return writer.made[key]

    def text(self, writer: Writer, claim: str) -> str:
        given = f"{claim}.given"
        if self.extra:
            added = mapping([(quoted(n), writer.relation(r)) for n, r in self.extra.items()])
            given = f"{{**{given}, {added[1:-1]}}}"
        return f"{claim}.lemma({quoted(self.name)}, {given}, {writer.relation(self.then)})"


@dataclass(frozen=True)
class Combination(Plan):
    """`combine`, or `chain` where lemmas are used beside the hypotheses."""

    using: Mapping[str, Any]
    squares: Sequence[tuple[Any, Any]] = ()
    scale: Any = 1
    lemmas: tuple[Lemma, ...] = ()

    def theorem(self, claim: Claim) -> Theorem:
        arguments = {"using": self.using, "squares": list(self.squares), "scale": self.scale}
        if not self.lemmas:
            return combine(claim, **arguments)
        made = {lemma.name: lemma.theorem(claim) for lemma in self.lemmas}
        return chain(claim, made, **arguments)

    def code(self, writer: Writer, claim: str) -> str:
        arguments = [claim]
        if self.lemmas:
            made = [(quoted(lemma.name), lemma.code(writer, claim)) for lemma in self.lemmas]
            arguments.append(mapping(made))
        using = mapping([(quoted(n), multiplier(writer, m)) for n, m in self.using.items()])
        arguments.append(f"using={using}")
        if self.squares:
            pairs = ", ".join(f"({writer.expr(c)}, {writer.expr(q)})" for c, q in self.squares)
            arguments.append(f"squares=[{pairs}]")
        if self.scale != 1:
            arguments.append(f"scale={writer.expr(self.scale)}")
        return f"{writer.kernel('chain' if self.lemmas else 'combine')}({', '.join(arguments)})"


def multiplier(writer: Writer, value: Any) -> str:
    """The text of a multiplier: an expression, or of a semidefinite matrix weights and vectors."""
    if not isinstance(value, list):
        return writer.expr(value)
    pairs = (f"({writer.expr(c)}, {listing([*map(writer.expr, v)])})" for c, v in value)
    return f"[{', '.join(pairs)}]"


@dataclass(frozen=True)
class Instance(Plan):
    """`chain` with a theorem about numbers, in which values are put for these.

    SymPy joins exponentials that it multiplies, which no identity between polynomials does: where
    u v = 1 is a hypothesis about numbers, exp(x) and exp(-x) may be put for u and v."""

    lemmas: tuple[Lemma, ...]
    given: Mapping[str, Relation]  # of the theorem about numbers
    then: Relation
    plan: Plan
    values: Mapping[sp.Symbol, sp.Expr]

    def theorem(self, claim: Claim) -> Theorem:
        made: dict[str, Any] = {lemma.name: lemma.theorem(claim) for lemma in self.lemmas}
        stated = claim.lemma("of numbers", self.given, self.then)
        made["of numbers"] = self.plan.theorem(stated), dict(self.values)
        return chain(claim, made, using={"of numbers": sp.S.One})

    def code(self, writer: Writer, claim: str) -> str:
        for symbol in self.values:
            writer.declare(symbol)
        made = [(quoted(lemma.name), lemma.code(writer, claim)) for lemma in self.lemmas]
        given = mapping([(quoted(n), writer.relation(r)) for n, r in self.given.items()])
        text = f'{claim}.lemma("of numbers", {given}, {writer.relation(self.then)})'
        known = writer.let("known", self.plan.code(writer, writer.let("numbers", text)))
        values = mapping([(writer.expr(s), writer.expr(v)) for s, v in self.values.items()])
        made.append((quoted("of numbers"), f"({known}, {values})"))
        using = mapping([(quoted("of numbers"), "1")])
        return f"{writer.kernel('chain')}({claim}, {mapping(made)}, using={using})"


@dataclass(frozen=True)
class Split(Plan):
    """`cases`: one plan for each relation that may be added to the hypotheses."""

    split: tuple[Relation, ...]
    plans: tuple[Plan, ...]
    name: str = "case"  # of the hypothesis; another one for cases within cases

    def claim(self, whole: Claim, case: Relation) -> Claim:
        return whole.lemma("case", {**whole.given, self.name: case}, whole.then)

    def theorem(self, claim: Claim) -> Theorem:
        pairs = zip(self.split, self.plans, strict=True)
        made = [plan.theorem(self.claim(claim, case)) for case, plan in pairs]
        return cases(claim, made, list(self.split))

    def code(self, writer: Writer, claim: str) -> str:
        made = []
        for case, plan in zip(self.split, self.plans, strict=True):
            given = f"{{**{claim}.given, {quoted(self.name)}: {writer.relation(case)}}}"
            stated = writer.let("case", f'{claim}.lemma("case", {given}, {claim}.then)')
            writer.wholes[stated] = writer.wholes.get(claim, claim)
            made.append(writer.let("held", plan.code(writer, stated)))
        split = ", ".join(writer.relation(case) for case in self.split)
        return f"{writer.kernel('cases')}({claim}, [{', '.join(made)}], [{split}])"


@dataclass(frozen=True)
class Together(Plan):
    """`conjoin`: a plan for each conclusion."""

    plans: tuple[Plan, ...]

    def theorem(self, claim: Claim) -> Theorem:
        return conjoin(claim, [p.theorem(claim.part(i)) for i, p in enumerate(self.plans)])

    def code(self, writer: Writer, claim: str) -> str:
        made = [
            writer.theorem(claim, f".part({index})", plan, "part")
            for index, plan in enumerate(self.plans)
        ]
        return f"{writer.kernel('conjoin')}({claim}, [{', '.join(made)}])"


@dataclass(frozen=True)
class Induction(Plan):
    """`induct`: plans for start (None where it is evident) and step of each relation."""

    bases: tuple[Plan | None, ...]
    steps: tuple[Plan, ...]

    def theorem(self, claim: Claim) -> Theorem:
        bases = tuple(p and p.theorem(claim.at_start(i)) for i, p in enumerate(self.bases))
        steps = tuple(p.theorem(claim.at_next_state(i)) for i, p in enumerate(self.steps))
        return induct(claim, bases, steps)

    def code(self, writer: Writer, claim: str) -> str:
        bases, steps = [], []
        for index, plan in enumerate(self.bases):
            if plan is None:
                bases.append("None")
                continue
            bases.append(writer.theorem(claim, f".at_start({index})", plan, "start"))
        for index, plan in enumerate(self.steps):
            step = f".at_next_state({index})"
            steps.append(writer.theorem(claim, step, plan, "following"))
        return f"{writer.kernel('induct')}({claim}, {listing(bases)}, {listing(steps)})"


@dataclass(frozen=True)
class Union(Plan):
    """`zeros`: a plan for the solutions to lie on the sets, and one for each set."""

    within: Plan
    onto: tuple[Plan, ...]

    def theorem(self, claim: Claim) -> Theorem:
        sets = [plan.theorem(claim.from_set(i)) for i, plan in enumerate(self.onto)]
        return zeros(claim, self.within.theorem(claim.into_sets()), sets)

    def code(self, writer: Writer, claim: str) -> str:
        within = writer.theorem(claim, ".into_sets()", self.within, "within")
        sets = [
            writer.theorem(claim, f".from_set({index})", plan, "there")
            for index, plan in enumerate(self.onto)
        ]
        return f"{writer.kernel('zeros')}({claim}, {within}, [{', '.join(sets)}])"


@dataclass(frozen=True)
class Alone(Plan):
    """A plan for the conclusion without the hypotheses, which some rules do not take."""

    plan: Plan

    def theorem(self, claim: Claim) -> Theorem:
        return self.plan.theorem(claim.lemma("alone", {}, claim.then))

    def code(self, writer: Writer, claim: str) -> str:
        return self.plan.code(
            writer, writer.let("alone", f'{claim}.lemma("alone", {{}}, {claim}.then)')
        )


@dataclass(frozen=True)
class Counted(Plan):
    """`inertia`, which takes nothing but the claim."""

    def theorem(self, claim: Claim) -> Theorem:
        return inertia(claim)

    def code(self, writer: Writer, claim: str) -> str:
        return f"{writer.kernel('inertia')}({claim})"


@dataclass(frozen=True)
class Enclosed(Plan):
    """`enclose`: positive on a box, by balls."""

    box: Mapping[sp.Symbol, tuple[sp.Rational, sp.Rational]]

    def theorem(self, claim: Claim) -> Theorem:
        return enclose(claim, dict(self.box), boxes=MOST_BOXES)

    def code(self, writer: Writer, claim: str) -> str:
        sides = [
            (writer.expr(s), f"({writer.expr(low)}, {writer.expr(high)})")
            for s, (low, high) in self.box.items()
        ]
        return f"{writer.kernel('enclose')}({claim}, {mapping(sides)}, boxes={MOST_BOXES})"


@dataclass(frozen=True)
class Solved(Plan):
    """`roots`: for each variable a polynomial in it, and its cofactors."""

    eliminants: Mapping[sp.Symbol, tuple[sp.Expr, Sequence[sp.Expr]]]

    def theorem(self, claim: Claim) -> Theorem:
        return roots(claim, dict(self.eliminants))

    def code(self, writer: Writer, claim: str) -> str:
        entries = [
            (writer.expr(v), f"({writer.expr(p)}, [{', '.join(map(writer.expr, cofactors))}])")
            for v, (p, cofactors) in self.eliminants.items()
        ]
        return f"{writer.kernel('roots')}({claim}, {mapping(entries)})"


@dataclass(frozen=True)
class Taylor(Plan):
    """`series`: a function of t is at least, or at most, its Taylor polynomial of a degree."""

    argument: sp.Expr
    degree: int
    function: type[sp.Function] = sp.exp

    def theorem(self, claim: Claim) -> Theorem:
        return series(claim, self.function, self.argument, self.degree)

    def code(self, writer: Writer, claim: str) -> str:
        name = self.function.__name__
        writer.imports.setdefault("sympy", set()).add(name)
        argument = writer.expr(self.argument)
        return f"{writer.kernel('series')}({claim}, {name}, {argument}, {self.degree})"


@dataclass(frozen=True)
class Circle(Plan):
    """`pythagoras`: the squares of sine and cosine sum up to 1."""

    argument: sp.Expr

    def theorem(self, claim: Claim) -> Theorem:
        return pythagoras(claim, self.argument)

    def code(self, writer: Writer, claim: str) -> str:
        return f"{writer.kernel('pythagoras')}({claim}, {writer.expr(self.argument)})"


@dataclass(frozen=True)
class Squeezed(Plan):
    """`limit`: a plan for (expr - value)² <= slope * variable near 0."""

    slope: sp.Expr
    lemma: Lemma

    def theorem(self, claim: Claim) -> Theorem:
        return limit(claim, self.lemma.plan.theorem(self.lemma.claim(claim)), self.slope)

    def code(self, writer: Writer, claim: str) -> str:
        stated = writer.let("near", self.lemma.text(writer, claim))
        bound = writer.let("bound", self.lemma.plan.code(writer, stated))
        return f"{writer.kernel('limit')}({claim}, {bound}, {writer.expr(self.slope)})"


@dataclass(frozen=True)
class Refutation(Plan):
    """`refute`: a point, or the points of a trajectory."""

    points: tuple[Mapping[sp.Symbol, sp.Expr], ...]
    along: bool = False
    failure: "Failure | None" = None

    def theorem(self, claim: Claim) -> Theorem:
        point = list(self.points) if self.along else self.points[0]
        return refute(claim, point, self.failure and self.failure.theorem(claim))

    def code(self, writer: Writer, claim: str) -> str:
        first, *others = [point_text(writer, point) for point in self.points]
        if len(others) > 1 and len(set(others)) == 1:
            others = [f"*[{others[0]}] * {len(others)}"]
        place = f"[{', '.join([first, *others])}]" if self.along else first
        failure = f", {self.failure.code(writer, claim)}" if self.failure else ""
        return f"{writer.kernel('refute')}({claim}, {place}{failure})"


@dataclass(frozen=True)
class Failure:
    """That a conclusion fails at a point, for all positive values of the constants."""

    given: Mapping[str, Relation]
    then: Relation
    plan: Plan

    def claim(self, whole: Claim) -> Claim:
        return whole.lemma("failure", self.given, self.then)

    def theorem(self, claim: Claim) -> Theorem:
        return self.plan.theorem(self.claim(claim))

    def code(self, writer: Writer, claim: str) -> str:
        given = mapping([(quoted(n), writer.relation(r)) for n, r in self.given.items()])
        text = f'{claim}.lemma("failure", {given}, {writer.relation(self.then)})'
        return writer.let("fails", self.plan.code(writer, writer.let("failure", text)))


def point_text(writer: Writer, point: Mapping[sp.Symbol, Any]) -> str:
    ordered = sorted(point.items(), key=lambda entry: str(entry[0]))
    return mapping([(writer.expr(s), writer.expr(v)) for s, v in ordered])
