"""Theorems about functions that apply claims: what an entry may say, and what the record keeps."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from provenscape.claims.accepted import ACCEPTED
from provenscape.claims.coq_files import Sources
from provenscape.claims.loading import claim_id, load, proof_files
from provenscape.coq import controls, session
from provenscape.coq.composition import INSTANCES, commands, composed, instances
from provenscape.coq.derivation import derivation
from provenscape.coq.hessians import Curved
from provenscape.coq.theorem import begun, export, stated
from provenscape.errors import UserError
from provenscape.kernel import Claim, Inertia, function, real
from provenscape.study import outline

ROOT = Path(__file__).parents[2]
ENTRIES = instances(ROOT)
FILES = {
    claim_id(path): path
    for chapter in outline.chapters(ROOT)
    for path in proof_files(ROOT, chapter)
}
KEPT = json.loads((ROOT / ACCEPTED).read_text(encoding="utf-8"))["claims"]
needs_coq = pytest.mark.skipif(not session.available(), reason="Coq is not installed")
STATED = [name for name in KEPT if "statement" in KEPT[name]]


def written(name):
    """The claim's statement in Coq, and the theorem about functions if there is an entry."""
    module = load(FILES[name])
    bare, _ = stated(module.claim, hasattr(module, "refutation"))
    return bare, composed(module.claim, bare, ENTRIES[name]) if name in ENTRIES else None


@pytest.mark.parametrize("name", STATED)
def test_the_record_keeps_the_digests_of_what_is_stated(name):
    bare, about_functions = written(name)
    assert KEPT[name]["statement"] == bare.digest
    assert KEPT[name].get("bridge_statement") == (about_functions and about_functions.digest)


def test_every_entry_is_accepted():
    assert {name for name, entry in KEPT.items() if "bridge" in entry} == set(ENTRIES)
    assert not [name for name, entry in KEPT.items() if "bridge_refused" in entry]
    left = {name: entry["leaves"] for name, entry in ENTRIES.items() if "leaves" in entry}
    assert {name: entry["leaves"] for name, entry in KEPT.items() if "leaves" in entry} == left


SETTINGS = {entry["setting"]: entry["in"] for entry in ENTRIES.values()}
MOVING = " /\\ exists x y, f x <> f y"


@pytest.mark.parametrize("name", [n for n, setting in SETTINGS.items() if "assume" in setting])
def test_what_a_setting_assumes_can_be_met(name):
    """All of it together, and by a function that is not constant."""
    assumed = " /\\ ".join(f"({text})" for text in SETTINGS[name]["assume"].values())
    said = Sources(ROOT).statement(f"EndToEnd.Settings.{name.replace('-', '_')}")
    moving = MOVING if "(f : " in SETTINGS[name]["of"] else ""
    assert said == f": exists {SETTINGS[name]['of']}, {assumed}{moving}."


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("quadratic-saddle-is-a-strict-saddle", "such_that"),
        ("quadratic-saddle-is-a-strict-saddle", "facts"),
        ("polyak-step-may-cycle", "shown"),
    ],
)
def test_a_key_that_would_not_be_read_is_refused(name, key):
    bare, _ = stated(load(FILES[name]).claim, False)
    with pytest.raises(UserError, match=f"has a key `{key}`, which is not read beside"):
        composed(load(FILES[name]).claim, bare, ENTRIES[name] | {key: {"low": "0 <= 1"}})


def test_the_rate_under_pl_is_said_of_gradient_descent():
    _, rate = written("pl-linear-rate")
    said = " ".join(rate.statement.split())
    assert said.endswith(
        "(((f (descent g (/ L) x k') - fs) <= (((1 - mu / L) ^ k') * (f x - fs))))"
    )
    assert "(lipschitz everywhere g L) ->" in said and "(PL f g mu fs) ->" in said
    assert "grad2" not in said


def test_a_named_fact_is_never_a_hypothesis():
    module = load(FILES["pl-linear-rate"])
    bare, _ = stated(module.claim, False)
    entry = dict(ENTRIES["pl-linear-rate"])
    entry["facts"] = {"contraction": entry["facts"]["contraction"]}
    with pytest.raises(UserError, match="pl-linear-rate says of descent, a named fact, no theorem"):
        composed(module.claim, bare, entry)


BY_HAND = "polyak-step-may-cycle"
FACT = "mean-value-inequality"


@pytest.mark.parametrize(
    ("name", "changed", "said"),
    [
        (BY_HAND, {}, f"does not say under rests_on how it uses the named fact {FACT}"),
        ("one-row-moves-the-index-by-at-most-one", {}, "named fact cauchy-interlacing"),
        ("error-bound-implies-pl", {}, "named fact first-order-necessary-condition"),
        (BY_HAND, {FACT: "none: x", "another": "none: x"}, "names another under rests_on"),
    ],
)
def test_an_entry_says_of_each_named_fact_how_it_uses_it(name, changed, said):
    module = load(FILES[name])
    bare, _ = stated(module.claim, hasattr(module, "refutation"))
    with pytest.raises(UserError, match=said):
        composed(module.claim, bare, ENTRIES[name] | {"rests_on": changed})


def test_every_entry_says_which_facts_it_uses_and_which_not():
    used = {how for entry in ENTRIES.values() for how in entry.get("rests_on", {}).values()}
    assert "Bridges.Derivative.mean_value_inequality" in used
    assert any(how.startswith("none: ") for how in used)


def test_a_fact_is_used_by_one_of_its_own_theorems(tmp_path):
    for name in (INSTANCES, "documents/facts.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        text = (ROOT / name).read_text(encoding="utf-8")
        theorem = "Bridges.Derivative.mean_value_inequality"
        if name == INSTANCES:
            text = text.replace(f"{FACT}: {theorem}", f"{FACT}: Bridges.Smooth.descent_step")
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=r"rests on Bridges.Smooth.descent_step for mean-value-ine"):
        instances(tmp_path)


LEFT = "descent-comes-near-a-nonstationary-point-finitely-often"


def test_what_follows_in_the_limit_is_said_beside_every_state():
    _, theorem = written(LEFT)
    said = " ".join(theorem.statement.split())
    limit = r"~ forall e N, 0 < e -> exists k, \(N <= k\)%nat /\\ norm \(minus \(.*\) z\) < e"
    each = r"\(forall visit : nat -> R, forall k' : nat, .*\)"
    counted = r"\(forall l : list nat, .* -> INR \(length l\) <= .*\)"
    assert re.search(rf"{each} /\\ \({counted} /\\ {limit}\)$", said)
    assert said.index("(eta > 0) ->") < said.index("forall k'")


def test_a_limit_goes_with_the_conclusions_of_the_claim():
    module = load(FILES[LEFT])
    bare, _ = stated(module.claim, False)
    with pytest.raises(UserError, match="has a key `then` beside a conclusion"):
        composed(module.claim, bare, ENTRIES[LEFT] | {"conclusion": "True"})


def applied(name):
    """A claim as Coq is given it, the theorem about functions of its entry, and the claim."""
    claim = load(FILES[name]).claim
    exported = export(derivation(load(FILES[name])))
    return exported, composed(claim, exported, ENTRIES[name]), claim


def called(module, name, *change):
    """The module by another name, and with another text for one of its own."""
    source = module.source.replace(module.module, name)
    if change:
        assert change[0] in source
        source = source.replace(*change)
    said = begun(source, module.theorem)
    return replace(module, module=name, statement=said, source=source)


def another_limit():
    exported, right, claim = applied(LEFT)
    then = ENTRIES[LEFT]["then"]
    opposite = then | {"conclusion": then["conclusion"].replace("~ forall", "forall")}
    false = composed(claim, exported, ENTRIES[LEFT] | {"then": opposite})
    return [exported, right], [called(false, "e_limit")]


def proofs_without_the_theorem_they_name():
    exported, right, claim = applied(BY_HAND)
    own = f"{exported.module}.{exported.theorem}"
    assert (right.names, right.applies) == (("Bridges.Derivative.mean_value_inequality",), own)
    wrong = replace(called(right, "e_wrong"), names=("Bridges.Smooth.descent_step",))
    alone = {"conclusion": "True", "proof": "pose applied; exact I."}
    idle = replace(composed(claim, exported, ENTRIES[BY_HAND] | alone), names=())
    idle = called(idle, "e_idle")
    bare = called(idle, "e_bare", "pose applied; ", "")
    return [exported, right, idle], [wrong, bare]


def another_hessian_and_another_gradient():
    exported, right, _ = applied("quadratic-saddle-is-a-strict-saddle")
    wrong = [
        called(right, "e_signs", "[0; 0]) 1 1 0", "[0; 0]) 2 0 0"),
        called(right, "e_gradient", "[(fun v : Rn 1 => here.f'x ", "[(fun v : Rn 1 => here.f'y "),
        called(right, "e_kind", "/\\ ~ local_minimum", "/\\ strict_local_minimum"),
    ]
    return [exported, right], wrong


def a_rate_twice_as_good_and_a_step_too_long():
    exported, right, claim = applied("pl-one-step")
    entry = ENTRIES["pl-one-step"]
    changes = {
        "e_rate": {"grad2": "2 * dot (g x) (g x)"},
        "e_step": {"gap_next": "f (plus x (scal (- (3 / L)) (g x))) - fs"},
    }
    wrong = [
        called(composed(claim, exported, entry | {"symbols": entry["symbols"] | change}), name)
        for name, change in changes.items()
    ]
    return [exported, right], wrong


def more_than_is_proved(name):
    exported, right, _ = applied(name)
    assert STRONGER[name][0] in right.statement
    return [exported, right], [called(right, f"e_more_{right.module}", *STRONGER[name])]


@pytest.fixture(scope="module")
def given():
    """What is given to Coq: by what it tries, the modules to accept and those to refuse."""
    tried = (
        another_limit, proofs_without_the_theorem_they_name, another_hessian_and_another_gradient,
        a_rate_twice_as_good_and_a_step_too_long,
    )  # fmt: skip
    return {one.__name__: one() for one in tried} | {n: more_than_is_proved(n) for n in STRONGER}


@pytest.fixture(scope="module")
def said(given):
    """What Coq says of all of them in one session: to begin one takes longer than most proofs."""
    session.compile_library(ROOT, session.library_files(ROOT))
    modules = [module for pair in given.values() for part in pair for module in part]
    return session.session(modules, ROOT)


STRONGER = {
    "pl-one-step-squared": ("(1 - mu * least) ^ 2 * gap", "(1 - mu * least) ^ 3 * gap"),
    "least-squares-is-pl": ("PL f g (2 * sigma ^ 2) fs", "PL f g (3 * sigma ^ 2) fs"),
    "wide-least-squares-is-not-strongly-convex": ("(m < n)%nat", "(m <= n)%nat"),
    "a-trust-region-step-falls-where-curvature-is-negative": (
        "gamma * r ^ 2 / 3",
        "gamma * r ^ 2 / 2",
    ),
    "a-minimum-along-every-line-need-not-be-a-minimum": (
        "/\\ ~ local_minimum",
        "/\\ local_minimum",
    ),
    "strict-saddles-are-told-by-the-smallest-eigenvalue": (
        "here.k 0 0 <= here.k x y",
        "here.h 0 0 <= here.h x y",
    ),
    "any-displacement-along-y-grows-despite-rounding": (
        "(1 + (value eta - u) / 2) ^ k",
        "(1 + (value eta - u) * 3) ^ k",
    ),
    "cubic-steps-meet-negative-curvature-finitely-often": (
        "forall k : nat, (N <= k)%nat -> r <= norm",
        "forall k : nat, r <= norm",
    ),
}


@needs_coq
@pytest.mark.parametrize(
    "tried",
    [
        "another_limit", "proofs_without_the_theorem_they_name",
        "another_hessian_and_another_gradient", "a_rate_twice_as_good_and_a_step_too_long",
        *STRONGER,
    ],
)  # fmt: skip
def test_coq_accepts_what_is_proved_and_refuses_more(given, said, tried):
    right, wrong = given[tried]
    assert {module.module for module in right} <= set(said.accepted)
    assert {module.module for module in wrong} <= set(said.refused)


@needs_coq
def test_coq_refuses_a_proof_that_does_not_use_the_theorem_it_names(given, said):
    (exported, *_), _ = given["proofs_without_the_theorem_they_name"]
    assert said.refused["e_wrong"] == "its proof does not use Bridges.Smooth.descent_step"
    own = f"{exported.module}.{exported.theorem}"
    assert said.refused["e_bare"] == f"its proof does not use {own}"


def test_the_inertia_of_a_hessian_is_said_of_a_function_on_the_plane():
    _, saddle = written("quadratic-saddle-is-a-strict-saddle")
    said = " ".join(saddle.statement.split())
    plane = "(fun v : Rn 1 => here.f (component 1 0 v) (component 1 1 v))"
    assert f"hessian_has_signs 1 {plane} (vector 1 [0; 0]) 1 1 0" in said
    assert f"forall w : Rn 1, gradient_at {plane} w" in said
    assert "inertia_of" not in said
    kinds = (
        f"~ local_minimum {plane} (vector 1 [0; 0]) /\\ ~ local_maximum {plane} (vector 1 [0; 0])"
    )
    assert kinds in said


def test_the_kind_of_a_point_is_told_where_the_gradient_vanishes_alone():
    x, y = real("x y")
    f = function("f", (x, y), x**3 - 3 * x + y**2)
    signs = (Inertia(f.hessian(at=at), 2, 0, 0) for at in ((1, 0), (2, 0)))
    said = Curved(Claim("x", "Two points.", {}, {}, tuple(signs)), "c", "t", ["f"]).statement()
    assert said.count("strict_local_minimum") == 1
    assert said.index("(vector 1 [1; 0]) 2 0 0 /\\ strict") < said.index("(vector 1 [2; 0]) 2 0 0)")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "a-minimum-along-every-line-need-not-be-a-minimum",
            "~ local_minimum (fun v : Rn 1 => here.f (component 1 0 v) (component 1 1 v)) "
            "(vector 1 [0; 0])",
        ),
        (
            "a-quadratic-on-the-sphere-is-stationary-at-eigenvectors",
            "here.f x y z = here.f_1 y z /\\ here.f y x z = here.f_2 y z "
            "/\\ here.f y z x = here.f_3 y z",
        ),
        (
            "strict-saddles-are-told-by-the-smallest-eigenvalue",
            "forall x y : R, here.k 0 0 <= here.k x y",
        ),
        ("completion-may-have-a-spurious-minimum", "here.f 1 1 1 < here.f 1 0 (- 1)"),
    ],
)
def test_what_the_signs_of_a_hessian_do_not_tell_is_said_beside_them(name, said):
    statement = " ".join(written(name)[1].statement.split())
    assert statement.endswith(f"{said})")
    assert "hessian_has_signs" in statement


@pytest.mark.parametrize(
    ("name", "functions", "said"),
    [
        ("quadratic-saddle-is-a-strict-saddle", ["g"], "names g under hessians, which is no"),
        ("gradient-does-not-tell-the-kinds-apart", ["f"], "does not name under hessians the"),
        ("curvatures-of-the-tensor-on-the-sphere", ["f2"], "of f2, which is no polynomial"),
        ("standardising-three-inputs-may-raise-the-condition-number", [], "that is no Hessian"),
    ],
)
def test_a_claim_that_is_about_no_such_hessians_is_refused(name, functions, said):
    module = load(FILES[name])
    bare, _ = stated(module.claim, False)
    entry = {"claim": name, "setting": "explicit-function", "in": {}, "hessians": functions}
    with pytest.raises(UserError, match=said):
        composed(module.claim, bare, entry)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"symbols": {"nothing": "0"}}, "names nothing under symbols, which the claim has not"),
        ({"shown": {"descent": "lra"}}, "names descent under shown"),
        (
            {
                "conclusion": "True",
                "proof": "exact I.",
                "rests_on": {"quadratic-upper-bound": "none: nothing is said"},
            },
            "does not use applied, the claim",
        ),
    ],
)
def test_an_entry_that_does_not_fit_is_refused(changed, said):
    module = load(FILES["pl-one-step"])
    bare, _ = stated(module.claim, False)
    with pytest.raises(UserError, match=said):
        composed(module.claim, bare, ENTRIES["pl-one-step"] | changed)


def test_an_unknown_setting_is_named(tmp_path):
    (tmp_path / INSTANCES).parent.mkdir(parents=True)
    (tmp_path / INSTANCES).write_text("- {claim: c, setting: none}\n", encoding="utf-8")
    with pytest.raises(UserError, match=re.escape(f"{INSTANCES}: c names the setting none")):
        instances(tmp_path)
    assert instances(tmp_path / "elsewhere") == {}


def test_the_gradient_of_a_quadratic_function_is_derived():
    for name in (
        "descent-amplifies-by-powers", "growth-doubles-within-one-over-curvature-steps",
    ):  # fmt: skip
        _, theorem = written(name)
        said = " ".join(theorem.statement.split())
        assert "f y = c + dot (A (minus y p)) (minus y p) / 2" in said
        assert "descent g eta x t" in said and "gradient_at f y (g y)" in said
        assert "gradient_of_a_quadratic" in theorem.source


def test_the_rate_of_any_steps_is_the_product_of_the_squares():
    _, rate = written("pl-rate-squared")
    said = " ".join(rate.statement.split())
    assert "x (S k) = plus (x k) (scal (- eta k) (g (x k)))" in said
    assert "product_of_first k' (fun k => (1 - mu * Rmin (eta k) (2 / L - eta k)) ^ 2)" in said
    assert said.endswith("(1 - mu / L) ^ (2 * k) * (f (x 0%nat) - fs))")
    assert "gap" not in said


@pytest.mark.parametrize(
    ("name", "bound"),
    [
        ("the-smallest-gradient-of-short-steps", "4 * h - h ^ 2"),
        ("the-smallest-gradient-of-long-steps", "4 * h - h ^ 3"),
    ],
)
def test_the_smallest_gradient_is_that_of_an_iterate(name, bound):
    _, theorem = written(name)
    said = " ".join(theorem.statement.split())
    assert "curvature_between f (- kappa * L) L ->" in said and "least" not in said
    assert said.count("exists j : nat, (j <= N)%nat") == 2
    assert said.index("lipschitz everywhere g L ->") < said.index(bound)


def test_points_of_negative_curvature_are_counted_by_their_numbers():
    _, theorem = written("cubic-steps-meet-negative-curvature-finitely-often")
    said = " ".join(theorem.statement.split())
    assert "List.NoDup l -> (forall j : nat, List.In j l -> curved_down (H (x j)) gamma)" in said
    assert "forall i : nat, (j < i)%nat -> r <= norm (minus (x i) (x j))" in said
    assert "exists (r : R) (N : nat), 0 < r /\\ forall k : nat, (N <= k)%nat" in said
    assert "x (S k) = plus (x k) (step k)" in said


def test_coq_accepted_no_false_neighbour_on_record():
    kept = controls.recorded(ROOT / controls.CONTROLS)
    assert sum(entry["tried"] for entry in kept.values()) > 100
    assert set(kept) == {name for name, entry in KEPT.items() if entry["accepted"]}
    some = sorted(kept)[::190]
    assert {n: kept[n]["text"] for n in some} == controls.made_of([FILES[n] for n in some], ROOT)
    assert not [name for entry in kept.values() for name in entry["accepted"]]


HOSTILE = {
    "another theorem": {"proof": "Abort. Theorem other : True. exact I."},
    "another meaning": {"proof": "- { Definition lipschitz := 0. }"},
    "a goal of its own": {"proof": "1: Print Assumptions applied."},
    "three points": {"proof": "auto... Axiom cheat : False. pose applied."},
    "in a fact": {"facts": {"taylor": "lra. Abort"}},
    "in what follows": {"then": {"conclusion": "True", "proof": "Admitted."}},
    "an attribute": {"proof": "exact I. #[local] Notation x := 1."},
    "an answer": {"proof": 'idtac "@@ plainly". exact applied.'},
    "after a comment": {"proof": "(* a. *) Qed. exact applied."},
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_proof_by_hand_has_tactics_alone(kind):
    module = load(FILES["pl-linear-rate"])
    bare, _ = stated(module.claim, False)
    with pytest.raises(UserError, match=r"has \S+ in a proof, which is no tactic that proves"):
        composed(module.claim, bare, ENTRIES["pl-linear-rate"] | HOSTILE[kind])


@pytest.mark.parametrize(
    "given",
    [
        {"conclusion": "True. Proof. exact I. Qed. Theorem more : True", "proof": "exact applied."},
        {"then": {"conclusion": "True.", "proof": "exact I."}},
        {"symbols": {"mu": "0. Axiom cheat : False"}},
        {"such_that": {"P": "True.\nAbort"}},
        {"for": "(mu : R), True. Abort."},
    ],
)
def test_what_an_entry_states_is_one_term(given):
    module = load(FILES["pl-linear-rate"])
    bare, _ = stated(module.claim, False)
    with pytest.raises(UserError, match="has more than one term in"):
        composed(module.claim, bare, ENTRIES["pl-linear-rate"] | given)


def test_tactics_have_qualified_names_bullets_and_goals():
    proof = "- { EndToEnd.Hessians.gradient_by_rules. } 2: lra. all: nra. + now split. (* Qed. *)"
    assert commands(proof) == []
