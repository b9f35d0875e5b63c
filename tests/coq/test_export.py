"""Claims as Coq theorems: the text says what the claim says; Coq accepts it, and no false one."""

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import pytest
import sympy as sp

from provenscape.claims import accepted
from provenscape.claims.loading import claim_id, load
from provenscape.coq import acceptance, controls, questions, session
from provenscape.coq.composition import commands, instances
from provenscape.coq.derivation import Derived, derivation, recorded
from provenscape.coq.lemmas import matrix_text
from provenscape.coq.text import NotExported, Writer, comment
from provenscape.coq.theorem import Exported, export
from provenscape.errors import UserError
from provenscape.kernel import (
    Claim,
    Gram,
    Inertia,
    Invariant,
    Limit,
    Roots,
    Semidefinite,
    Zeros,
    eq,
    function,
    ge,
    gt,
    le,
    lt,
    real,
    root_of,
    sums,
)
from provenscape.kernel.numeric import taylor

ROOT = Path(__file__).parents[2]
x, y, L, mu, grad2, gap, following, r, k = real("x y L mu grad2 gap following r k")
needs_coq = pytest.mark.skipif(not session.available(), reason="Coq is not installed")

RULES = (
    "cases", "chain", "combine", "conjoin", "exhaust", "induct", "inertia", "limit", "pythagoras",
    "refute", "roots", "series", "sos", "zeros",
)  # fmt: skip
(cases, chain, combine, conjoin, exhaust, induct, inertia, limit, pythagoras,
 refute, roots, series, sos, zeros) = map(recorded, RULES)  # fmt: skip


def claim(then, given=(), name="exported", **more):
    return Claim(name, "A claim is exported.", {}, dict(given), then, **more)


f = function("f", (x, y), x**2 + sp.exp(x) * y + L * y**2)
RATE = claim(
    le(following, (1 - mu / L) * gap),
    {
        "smooth": gt(L),
        "pl_constant": gt(mu),
        "descent": le(following, gap - grad2 / (2 * L)),
        "pl": ge(grad2, 2 * mu * gap),
    },
)
pole, BESIDE = function("pole", (x,), 1 / (2 * x - 1)), (sp.Rational(1, 2) + 1 / (2 * y),)
by_length = function("by_length", (x, y), (1 + 3 * x * y) / (x**2 + y**2) ** 2)
bump = function("bump", (x,), (L * x + 1 / L) / (1 + x**2) ** 3)
INVERSE = claim(gt(1 / x**2), {"x": gt(x**2)})
HALVED = Invariant(ge(r, x), start={x: r}, update={x: x / 2})
n, S, over = real("n S over")


def gauss(value, first=1):
    """That a sum of whole numbers has this value, with the proof by induction that it has."""
    stated = claim(sums(eq(S, value), {S: over}, over=over, upto=n, first=first))
    return induct(stated, None, combine(stated.at_next_state(), {"invariant": 1}))


AHEAD, BEHIND = {"x": ge(x)}, {"x": le(x)}
INSIDE = {"x": gt(x, -1)}
BOUNDS = (
    (sp.exp, 1, ge, {}), (sp.exp, 3, ge, {}), (sp.exp, 4, ge, AHEAD), (sp.exp, 4, le, BEHIND),
    (sp.sin, 1, le, AHEAD), (sp.sin, 3, ge, AHEAD), (sp.sin, 5, le, AHEAD),
    (sp.cos, 0, le, {}), (sp.cos, 2, ge, {}), (sp.cos, 4, le, BEHIND), (sp.cos, 6, ge, AHEAD),
    (sp.log, 1, le, INSIDE), (sp.log, 3, le, INSIDE), (sp.log, 2, ge, AHEAD),
    (sp.log, 2, le, BEHIND | {"inside": gt(x, -1)}),
)  # fmt: skip


def taylor_bound(function_, degree, way, given):
    """That a function lies on this side of its Taylor polynomial at 0."""
    value = sp.log(1 + x) if function_ is sp.log else function_(x)
    return series(claim(way(value, taylor(function_, x, degree)), given), function_, x, degree)


space = Gram("u v")
u, v = space
uu, uv, vv = space.square(u), space.inner(u, v), space.square(v)
SCHWARZ = claim(le(uv**2, uu * vv), space.given)
square = function("q", (x,), x**2)
scaled = function("h", (x,), 1 + x**2)
VALUES = {"matrix": Semidefinite(sp.Matrix([[scaled(x), y / L], [y / L, r]])), "L": gt(L)}


def schwarz(claim_of=SCHWARZ, power=2):
    """Cauchy and Schwarz's inequality, by two cases; of a false neighbour the same steps."""
    split = gt(vv), le(vv)
    beside = [claim_of.lemma("case", {**claim_of.given, "case": c}, claim_of.then) for c in split]
    away, zero = vv * u - uv * v, (uu + 1) / 2 * v - uv * u
    parts = [
        combine(beside[0], {"inner products": [(1, away)]}, scale=vv),
        combine(beside[1], {"inner products": [(1, zero)], "case": (uu - 1) ** power / 4}),
    ]
    return cases(claim_of, parts, split)


ring = function("ring", (x, y), (x**2 + y**2 - 1) ** 2)
CIRCLE = x**2 + y**2 - 1


def circle(sets=((CIRCLE,), (x, y)), within=None):
    """The stationary points of (x² + y² − 1)² are a circle and its centre; with other sets, the
    same steps."""
    whole = claim(Zeros(ring.gradient(), sets))
    multipliers = within or {"system.0": -x * CIRCLE / 4, "system.1": -y * CIRCLE / 4}
    onto = []
    for index, one in enumerate(sets):
        here = whole.from_set(index)
        names = ["set"] if len(one) == 1 else [f"set.{k}" for k in range(len(one))]
        using = [
            {names[0]: 4 * v} if index == 0 else {names[min(k, len(one) - 1)]: 4 * CIRCLE}
            for k, v in enumerate((x, y))
        ]
        onto.append(conjoin(here, [combine(here.part(k), u) for k, u in enumerate(using)]))
    return zeros(whole, combine(whole.into_sets(), multipliers), onto)


def without_centre():
    """The circle alone, with what is shown of the circle and its centre."""
    shown = circle().arguments
    return zeros(claim(Zeros(ring.gradient(), ((CIRCLE,),))), shown["within"], shown["onto"][:1])


def line():
    """Where its hypothesis holds, x² = 1 is x = 1."""
    whole = claim(Zeros((x**2 - 1,), ((x - 1,),)), {"right": gt(x)})
    within = combine(whole.into_sets(), {"system": -(x - 1) / (x + 1)})
    return zeros(whole, within, [combine(whole.from_set(0), {"set": x + 1})])


def tending(slope=x**2, value=0):
    """x y tends to 0 as y decreases to 0, from (x y)² <= x² y for 0 < y <= 1."""
    value = sp.Integer(value)
    near = claim(ge(slope * y, (x * y - value) ** 2), {"y": gt(y), "small": le(y, 1)})
    return limit(claim(Limit(x * y, value, y)), combine(near, {"small": x**2 * y}), slope)


NEAR = le(2 * y, 1)


def tending_near(far=NEAR):
    """A difference quotient tends to the derivative, where a hypothesis of the claim is used."""
    quotient = (square(x + y) - square(x)) / y
    near = {"y": gt(y), "small": lt(y, 1), "other": far, "x": ge(x)}
    error = combine(claim(ge(y, (quotient - 2 * x) ** 2), near), {"small": y})
    return limit(claim(Limit(quotient, 2 * x, y), {"x": ge(x)}), error, sp.Integer(1))


def at_each_point(then):
    """A relation at three of the four points of a grid; at the other one a hypothesis fails."""
    given = {"x": eq(x * (x - 2)), "y": eq((y - 1) * (y - 3)), "below": lt(x + y, 4)}
    return exhaust(claim(then, given), {x: [0, 2], y: [1, 3]})


WRONGLY_SOLVED = (
    (claim(Roots((x**2 - 2,), (x,), ((sp.sqrt(2),),))), {x: -sp.sqrt(2)}),
    (claim(Roots((x**2 - 2,), (x,), ((1,),))), {x: 1}),
    (claim(Roots((x**2 - 1,), (x,), ())), {x: 1}),
    (claim(Roots((square(x) - square(y), x - 1), (x, y), ((1, 1),))), {x: 1, y: -1}),
    (claim(Zeros((x * y,), ((x,),)), {"x": gt(x**2)}), {x: 1, y: 0}),
    (claim(Zeros((square(x) - 2,), ((x - y, y**2 - 2),))), {x: sp.sqrt(2), y: 0}),
    (claim(Zeros((x**2 - 1,), ((x - 1,), (x,)))), {x: 0}),
)


def proved():
    yield circle()
    yield line()
    yield schwarz()
    yield combine(claim(ge(scaled(x) + 2 * y / L + r), VALUES), {"matrix": [(1, (1, 1))]})
    weighted = claim(ge(L * scaled(x) - 2 * y / L + r / L), VALUES)
    yield combine(weighted, {"matrix": [(L, (1, -1 / L))]})
    plain = claim(ge(uu - 2 * uv + vv), space.given)
    difference = combine(plain, {"inner products": [(1, (1, -1))]})
    moved = claim(ge(uu - 2 * y * uv + y**2 * vv), {"matrix": Semidefinite(
        sp.Matrix([[uu, y * uv], [y * uv, y**2 * vv]])
    )})  # fmt: skip
    yield chain(moved, {"it": (difference, {uv: y * uv, vv: y**2 * vv})}, {"it": 1})
    yield refute(claim(ge(uv), space.given), {uu: 2, uv: -1, vv: sp.Rational(1, 2)})
    yield refute(claim(ge(y), VALUES), {x: 2, y: -1, L: 1, r: 1})
    yield combine(RATE, using={"descent": 1, "pl": 1 / (2 * L)})
    yield combine(INVERSE, using={}, squares=[(1, 1 / x)])
    constants = claim(gt(sp.pi * x + sp.E * y), {"x": gt(x), "y": ge(y)})
    yield combine(constants, {"x": sp.pi, "y": sp.E})
    yield combine(claim(gt(x**2 * y**3), {"x": gt(x**2), "y": gt(y)}), {"y": (x * y) ** 2})
    yield sos(claim(ge(x**2 + 2 * x, -1)), [sp.Integer(1), x], sp.Matrix([[1, 1], [1, 1]]))
    partial = claim(eq(f.partial(x, at=(0, y)), y))
    yield combine(partial, using={})
    apart = claim(eq((x - 2) / (x**2 - 2 * x), 1 / x), {"x": gt(x), "below": lt(x, 2)})
    yield combine(apart, using={})
    yield combine(claim(eq(pole.partial(x, at=BESIDE), -2 * y**2), {"y": gt(y)}), using={})
    yield combine(claim(eq(by_length.partial(x, x, y, at=(0, 1)), 24)), using={})
    yield combine(claim(eq(bump.partial(x, x, at=(0,)), -6 / L), {"L": gt(L)}), using={})
    bowl = function("g", (x, y), x**2 + 3 * y**2)
    yield inertia(claim(Inertia(bowl.hessian(at=(0, 0)), 2, 0, 0)))
    well = function("w", (x,), (x**2 - 2) ** 2)
    listed = claim(Roots(well.gradient(), (x,), ((0,), (sp.sqrt(2),), (-sp.sqrt(2),))))
    yield roots(listed, {x: (4 * x**3 - 8 * x, (1,))})
    for function_, degree, way, given in BOUNDS:
        yield taylor_bound(function_, degree, way, given)
    yield pythagoras(claim(eq(sp.sin(y) ** 2 + sp.cos(y) ** 2, 1)), y)
    either, split = claim(ge(x**2 + x, -1)), [ge(x), le(x)]
    above, below = (claim(either.then, {"case": case}) for case in split)
    sides = [
        combine(above, {"case": 1}, [(1, x), (1, 1)]), combine(below, {"case": 1}, [(1, x + 1)]),
    ]  # fmt: skip
    yield cases(either, sides, split)
    both = claim((ge(x**2, 0), ge(x**2, 2 * x - 1)))
    parts = [combine(both.part(0), {}, [(1, x)]), combine(both.part(1), {}, [(1, x - 1)])]
    yield conjoin(both, parts)
    halved = claim(HALVED, {"positive": ge(r)})
    half = sp.Rational(1, 2)
    step = combine(halved.at_next_state(), {"invariant": half, "positive": half})
    yield induct(halved, None, step)
    yield gauss(n * (n + 1) / 2)
    yield refute(claim(sums(eq(S, n), {S: over}, over=over, upto=n)), [{}, {}, {}])
    yield refute(claim(le((x + y) ** 2 / 4, x * y)), {x: 1, y: 0})
    constant = claim(ge(x**2, k), constants=(k,))
    yield refute(constant, {x: 0})
    lemma = combine(claim(ge(x**2 + 1, 2 * x)), {}, [(1, x - 1)])
    yield chain(claim(ge(y**4 + 1, 2 * y**2)), {"square": (lemma, {x: y**2})}, {"square": 1})
    yield tending()
    yield tending_near()
    yield at_each_point(le(x * y, 2))
    signed = claim((Inertia(sp.diag(1, -2), 1, 1, 0), eq(x**2, 1)), {"x": eq(x**2 - 1)})
    yield exhaust(signed, {x: [-1, 1]})
    for solved, point in WRONGLY_SOLVED:
        yield refute(solved, point)


def false():
    for function_, degree, way, given in BOUNDS:
        yield taylor_bound(function_, degree, {ge: le, le: ge}[way], given)
    faster = claim(le(following, (1 - 2 * mu / L) * gap), RATE.given)
    yield combine(faster, {"descent": 1, "pl": 1 / L})
    yield combine(claim(ge(x, 1), {"x": ge(x)}), {"x": 1})
    yield combine(claim(gt(x**2)), {}, [(1, x)])
    yield combine(claim(eq(f.partial(x, at=(0, y)), y + 1)), using={})
    yield combine(claim(eq(pole.partial(x, at=BESIDE), -3 * y**2), {"y": gt(y)}), using={})
    yield combine(claim(eq(by_length.partial(x, x, y, at=(0, 1)), 0)), using={})
    yield combine(claim(eq(bump.partial(x, x, at=(0,)), -5 / L), {"L": gt(L)}), using={})
    yield inertia(claim(Inertia(sp.Matrix([[1, 0], [0, -1]]), 2, 0, 0)))
    well = function("w", (x,), (x**2 - 2) ** 2)
    yield roots(claim(Roots(well.gradient(), (x,), ((0,), (1,)))), {x: (4 * x**3 - 8 * x, (1,))})
    yield refute(claim(ge(x**2, 2 * x - 1)), {x: 1})
    yield without_centre()
    yield circle(((CIRCLE,),))
    yield circle(((CIRCLE,), (x, y - 1)))
    yield circle(((CIRCLE,), (x,)))
    yield circle(((CIRCLE - 1,), (x, y)))
    yield schwarz(claim(le(uv**2, uu * vv / 2), space.given))
    yield combine(claim(ge(uv), space.given), {"inner products": [(1, (1, 1))]})
    yield combine(claim(le(uu), space.given), {"inner products": [(-1, (1, 0))]})
    yield combine(claim(ge(uu - 2 * uv), space.given), {"inner products": [(1, (1, -1))]})
    yield refute(claim(ge(uv), space.given), {uu: 1, uv: -2, vv: 1})  # no inner products
    yield tending(slope=x**2 / 2)
    yield tending(value=1)
    yield tending_near(far=ge(y, 1))
    yield at_each_point(le(x * y, 1))
    yield gauss(n * (n - 1) / 2)  # the sum that ends one term before
    yield gauss(n * (n + 1) / 2 + 1)  # with an empty sum of 1
    yield gauss(n * (n + 1) / 2, first=2)


def exported(nodes):
    found = []
    for number, node in enumerate(nodes):
        try:
            found.append(export(node, f"c_{number}"))
        except NotExported:
            continue
    return found


def module(source, name="c_x"):
    before, _, rest = source.partition("Theorem holds_0 : ")
    said, _, proof = rest.partition(". ")
    text = f"{before}Theorem holds_0 :\n  {said}.\nProof.\n{proof}"
    return Exported("", name, "holds_0", said, f"Module {name}.\n{text}\nEnd {name}.\n")


UNPROVED = (
    "Lemma f'x'value : 0 = 1. Admitted.\nTheorem holds_0 : 0 = 1. exact f'x'value. Qed.",
    "Axiom ours : 0 = 1.\nTheorem holds_0 : 0 = 1. exact ours. Qed.",
)
# Each has a step that fails and no need of it, so that a file with it would not compile.
NEEDLESS = (
    "Theorem holds_0 : 0 <= 1. lra.\nfail.\nQed.",
    "Theorem holds_0 : 0 <= 1. interval.\nfail.\nQed.",
)
RESTATED = "Theorem holds_0 : 0 = 1. Abort.\nTheorem holds_0 : 0 = 0. reflexivity. Qed."
MISSING = "Definition pred (n : nat) := missing n.\nTheorem holds_0 : pred 1 = 0%nat. auto. Qed."


@pytest.fixture(scope="module")
def true():
    """What Coq says of a proof by each rule, and of a definition that it has not."""
    session.compile_library(ROOT, session.library_files(ROOT))
    faulty = {"c_missing": MISSING, "c_step": NEEDLESS[0], "c_interval": NEEDLESS[1]}
    faulty |= {"e_restated": RESTATED}
    others = [module(source, name) for name, source in faulty.items()]
    return session.session([*exported(proved()), *others], ROOT)


@pytest.fixture(scope="module")
def untrue():
    """What Coq says of false statements, and of some that are true by an axiom of theirs."""
    session.compile_library(ROOT)
    by_axioms = [module(source, f"c_{place}") for place, source in zip("xy", UNPROVED, strict=True)]
    return session.session([*exported(false()), *by_axioms], ROOT, seconds=10)


@needs_coq
def test_coq_accepts_a_proof_by_each_rule(true):
    assert set(true.refused) == {"c_missing", "c_step", "c_interval", "e_restated"}
    assert len(true.accepted) == len(list(proved()))
    acceptance.require_allowed(true)


@needs_coq
def test_one_file_and_one_module_after_another_have_one_outcome():
    session.compile_library(ROOT)
    few, wrong = exported(proved())[:12], exported(false())[-1]
    assert session.one_by_one(few, ROOT) == {}
    assert session.in_a_file(few, ROOT) is not None
    assert session.in_a_file([*few, wrong], ROOT) is None
    outcome = session.session([*few, wrong], ROOT)
    assert outcome.accepted == tuple(one.module for one in few)
    assert outcome.axioms == session.session(few, ROOT).axioms


@needs_coq
def test_coq_accepts_no_false_statement(untrue):
    assert untrue.accepted == ("c_x", "c_y")


@needs_coq
@pytest.mark.parametrize("name", ["c_x.f'x'value", "c_y.ours"])
def test_an_axiom_of_any_name_is_seen(untrue, name):
    assert name in untrue.axioms["plainly"]
    with pytest.raises(UserError, match=f"rests on the axiom {name}, which"):
        acceptance.require_allowed(dataclasses.replace(untrue, axioms={"plainly": (name,)}))


@needs_coq
def test_what_coq_was_told_not_to_check_is_seen():
    unguarded = module(
        "Unset Guard Checking.\nFixpoint loop (n : nat) : False := loop n.\n"
        "Set Guard Checking.\nTheorem holds_0 : 0 = 1. destruct (loop 0). Qed."
    )
    with pytest.raises(UserError, match=r"not everything was checked by Coq: c_x\.loop"):
        session.session([unguarded], ROOT)


@needs_coq
def test_a_theorem_about_another_definition_of_that_name_is_refused(true):
    assert "missing" in true.refused["c_missing"]


def test_a_statement_keeps_its_sides_its_functions_and_its_order():
    node = combine(claim(le(f.partial(x, at=(0, y)), f(0, y)), {"y": gt(y, 2)}), using={})
    said = export(node)
    assert "Definition f (x y L : R) : R :=" in said.source
    assert "Definition f'x (x y L : R) : R := Derive (fun x => f x y L) x." in said.source
    assert "(f'x 0 y L) <= (f 0 y L)" in said.source
    assert said.source.index("y > 2") < said.source.index("(f'x 0 y L) <= (f 0 y L)")
    assert said.theorem == f"holds_{node.claim.digest()[:16]}"


def test_a_refuted_statement_has_its_constants_in_order():
    constant = claim(ge(x**2, k * mu), {"mu": gt(mu)}, parameters=(mu,), constants=(k,))
    text = export(refute(constant, {mu: 1, x: 0})).statement
    order = ["~ (", "forall mu : R", "mu > 0 ->", "exists k : R, 0 < k", "forall x : R"]
    assert sorted(order, key=text.index) == order


def test_hypotheses_of_an_iteration_are_assumed_up_to_the_state():
    halved = claim(HALVED, {"positive": ge(r)})
    node = induct(halved, None, combine(halved.at_next_state(), {"invariant": 1}))
    text = export(node).statement
    assert "forall j' : nat, (j' < k')%nat -> (x (S j')) = ((1 / 2) * (x j'))" in text
    assert "forall j' : nat, (j' <= (pred k'))%nat -> r >= 0" in text
    assert text.endswith("((r >= (x k')))")


def test_a_semidefinite_matrix_is_a_form_with_every_vector():
    text = export(schwarz()).statement
    form = " + ".join(
        f"v'{i} * v'{j} * {name}"
        for i, j, name in ((0, 0, "u_u"), (0, 1, "u_v"), (1, 0, "u_v"), (1, 1, "v_v"))
    )
    assert text.startswith("forall u_u u_v v_v : R,")
    assert f"(forall v'0 v'1 : R, ({form}) >= 0) ->" in text
    assert text.endswith("((u_v ^ 2) <= (u_u * v_v))")


def test_sets_of_solutions_are_an_equivalence():
    text = export(circle()).statement
    system = "(ring'x x y) = 0 /\\ (ring'y x y) = 0"
    assert "Definition ring'x (x y : R) : R := Derive (fun x => ring x y) x." in text
    assert f"(({system}) <-> ((((- 1) + (x ^ 2) + (y ^ 2)) = 0) \\/ (x = 0 /\\ y = 0)))" in text


def test_a_sum_is_its_recursion():
    text = export(gauss(n * (n + 1) / 2)).statement
    assert "(S' 0%nat) = 0 ->\n  (n 0%nat) = 0 ->" in text
    assert "(S' (S j')) = (1 + (S' j') + (n j'))" in text
    assert text.endswith("(((S' k') = ((1 / 2) * (n k') * (1 + (n k')))))")


def test_an_altered_statement_has_another_digest():
    node = combine(RATE, using={"descent": 1, "pl": 1 / (2 * L)})
    said = export(node)
    altered = said.__class__(**{**vars(said), "statement": said.statement.replace("1", "2")})
    assert altered.digest != said.digest


def test_what_is_no_expression_of_a_theorem_is_not_exported():
    with pytest.raises(NotExported, match="unsat"):
        export(Derived("unsat", RATE, {}))
    with pytest.raises(NotExported, match="not quantified"):
        Writer((x,)).text(y)
    with pytest.raises(NotExported, match="RealRoot"):
        Writer((x,)).text(x * root_of(y**3 - y - 1, 0))
    with pytest.raises(NotExported, match="matrix of algebraic numbers"):
        matrix_text(sp.Matrix([[sp.sqrt(2)]]))


def test_words_do_not_end_a_comment():
    assert comment('ends *) here "open') == "(* ends * ) here ''open *)"


@pytest.fixture(scope="module")
def drawn():
    """One claim in twenty, drawn by the digests of statements, as written for Coq."""
    entries = accepted.load(ROOT)["claims"]
    some = sorted(entries, key=lambda name: entries[name]["digest"])[::20]
    names = {claim_id(path): path for path in ROOT.glob("proofs/*/[!_]*.py")}
    return acceptance.written([names[name] for name in some], ROOT)


@needs_coq
def test_the_tracked_file_says_what_coq_says(drawn):
    """`make coq` asks of all claims."""
    session.compile_library(ROOT, session.library_files(ROOT))
    said = acceptance.entries_of(drawn, acceptance.judged(drawn, ROOT))
    kept = accepted.read(ROOT)
    assert said == {name: kept[name] for name in said}


def proof_of(exported):
    """The text of the proof with which a module ends."""
    _, _, rest = exported.source.partition(f"Theorem {exported.theorem} :")
    _, _, proof = rest.partition(".\nProof.\n")
    inside, _, after = proof.rpartition("\nQed.\n")
    assert after == f"End {exported.module}.\n"
    return inside


def test_a_proof_has_tactics_alone_and_so_proves_what_it_begins_to_prove(drawn):
    modules = [m for one in drawn.values() for m in acceptance.modules_of(one)]
    assert len(modules) > len(drawn) > 25
    assert [m.module for m in modules if commands(proof_of(m))] == []
    restated = module(f"{RESTATED.removesuffix(' Qed.')}\nQed.", "e_restated")
    assert commands(proof_of(restated)) == ["Abort", "Theorem"]


def test_claims_written_together_are_what_each_is_alone(drawn, tmp_path):
    names = {claim_id(path): path for path in ROOT.glob("proofs/*/[!_]*.py")}
    alone = list(drawn)[-2:]
    known = instances(ROOT)
    assert [acceptance.exported_apart([names[n]], known)[0] for n in alone] == [
        drawn[n] for n in alone
    ]
    ends = tmp_path / "ends.py"
    ends.write_text("raise SystemExit(0)\n")
    with pytest.raises(UserError, match=r"ends\.py"):
        acceptance.exported_apart([names[alone[0]], ends], {})


@needs_coq
def test_coq_refuses_false_neighbours():
    paths = [ROOT / "proofs" / name for name in (
        "polyak_lojasiewicz/pl_one_step.py", "critical_points/monkey_saddle_has_three_ways_down.py",
    )]  # fmt: skip
    session.compile_library(ROOT)
    tried, accepted = controls.accepted(paths, ROOT)
    assert tried > 5
    assert accepted == []


def test_a_derivation_is_recorded_and_the_file_left_as_it_was():
    module = load(ROOT / "proofs/critical_points/monkey_saddle_has_three_ways_down.py")
    before = dict(vars(module))
    node = derivation(module)
    assert node.claim.digest() == module.claim.digest()
    assert vars(module) == before


def test_an_axiom_without_a_module_is_read():
    said = f"{questions.MARK} plainly\nAxioms:\nclassic : forall P : Prop, P\n"
    assert questions.axioms(f"{said}{questions.MARK} end plainly\n", "plainly") == ("classic",)
    with pytest.raises(UserError, match="Coq does not say on what plainly rests: Error"):
        questions.axioms("Error", "plainly")


def test_the_text_depends_on_no_order_of_hashes():
    """Of the lemma that has most denominators; with a set in the writer these two differed."""
    path = "proofs/polyak_lojasiewicz/pl_one_step_squared.py"
    code = (
        "from pathlib import Path; from provenscape.coq.acceptance import exported; "
        f"print(exported(Path({path!r})).source)"
    )
    texts = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": "src"},
        ).stdout
        for seed in ("0", "1")
    ]  # fmt: skip
    assert "Theorem holds_" in texts[0] and texts[0] == texts[1]


def test_a_theorem_about_functions_comes_after_its_claim_in_one_session(monkeypatch):
    monkeypatch.setattr(acceptance, "TOGETHER", 100)
    claims = [[module("x" * 40, f"c_{i}"), module("y" * 40, f"e_{i}")] for i in range(3)]
    claims += [[module("z" * 90, "c_3")], [module("interval.", "c_4")]]
    parts = acceptance.sessions(claims)
    assert sorted(parts, key=lambda part: part[0].module) == claims
    assert parts[0] == claims[3]


def test_modules_are_cut_into_parts_of_about_one_size():
    claims = [[module("x" * n, f"c_{n}")] for n in (90, 10, 11, 91, 12, 92)]
    (whole,) = acceptance.parted(claims)
    assert whole == [one for claim in claims for one in claim]
    size = sum(len(one.source) for one in whole)
    parts = acceptance.parted(claims, size // 2 + 1)
    assert len(parts) == 2 and [*parts[0], *parts[1]] == whole
    assert all(sum(len(one.source) for one in part) > size / 3 for part in parts)
    assert acceptance.parted([]) == []
