"""Theorems about functions, changed in one thing: how, and that Coq refuses them."""

from pathlib import Path

import pytest

from provenscape.claims.loading import claim_id, proof_files
from provenscape.coq import controls, opposites, session
from provenscape.coq.composition import instances
from provenscape.coq.opposites import DROPPED, FALSE, NUMBER
from provenscape.study import outline

ROOT = Path(__file__).parents[2]
ENTRIES = instances(ROOT)
FILES = {
    claim_id(path): path
    for chapter in outline.chapters(ROOT)
    for path in proof_files(ROOT, chapter)
}
COMPILED = session.available() and all(
    (ROOT / f"coq/EndToEnd/{name}.vo").exists() for name in ("Tools", "Hessians")
)
SOME = "the-average-of-near-solutions-is-nearly-one"


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("a <= b", ["~ (a <= b)"]),
        ("forall x : R, 0 < x -> f x <= 1", ["forall x : R, 0 < x -> ~ (f x <= 1)"]),
        ("(a = b) /\\ c < d", ["((~ (a = b))) /\\ c < d", "(a = b) /\\ (~ (c < d))"]),
        ("let f := g in P f -> Q", ["let f := g in P f -> ~ (Q)"]),
        ("exists x, P x /\\ Q x", ["~ (exists x, P x /\\ Q x)"]),
        ("A \\/ B /\\ C", ["~ (A \\/ B /\\ C)"]),
        ("A <-> B /\\ C", ["~ (A <-> B /\\ C)"]),
        ("P -> A /\\ forall x, B -> C", ["P -> (~ (A)) /\\ forall x, B -> C",
                                         "P -> A /\\ (forall x, B -> ~ (C))"]),
    ],
)  # fmt: skip
def test_one_conclusion_is_negated(said, changed):
    assert [" ".join(one.split()) for one in opposites.negated(said)] == changed


def test_numbers_that_are_factors_are_made_larger():
    said = "forall w : Rn 3, component 3 0 w <= 1 / 2 * f w + 4 /\\ (k <= 2)%nat"
    assert list(opposites.larger(said)) == [said.replace("1 /", "2 /"), said.replace("/ 2", "/ 3")]


def test_each_hypothesis_of_entry_and_setting_is_left_out():
    entry = {"such_that": {"a": "A", "b": "B"}, "in": {"of": "(x : R)", "assume": {"c": "C"}}}
    lighter = list(opposites.lighter(entry))
    assert [set(one["such_that"]) for one in lighter] == [{"b"}, {"a"}, {"a", "b"}]
    assert [set(one["in"]["assume"]) for one in lighter] == [{"c"}, {"c"}, set()]


def test_coq_accepted_no_negation_on_record():
    kept = controls.recorded(ROOT / opposites.KEPT)
    assert len(kept) > 20
    assert set(kept) <= set(ENTRIES)
    assert all(one["tried"][FALSE] > 0 for one in kept.values())
    assert not [name for one in kept.values() for name in one["accepted"].get(FALSE, ())]
    some = sorted(kept)[::20]
    made = {name: opposites.changed(FILES[name], ENTRIES[name])[0] for name in some}
    assert {n: kept[n]["text"] for n in some} == {n: opposites.text_of(m) for n, m in made.items()}


@pytest.mark.skipif(not COMPILED, reason="coq/EndToEnd is not compiled by Coq")
def test_coq_refuses_what_is_changed_and_would_accept_what_is_not(monkeypatch):
    made = {SOME: opposites.changed(FILES[SOME], ENTRIES[SOME])}
    found = opposites.outcomes(made, ROOT)[SOME]
    assert found["tried"][FALSE] and found["tried"][DROPPED] and not found["accepted"]
    monkeypatch.setattr(opposites, "negated", lambda said: [said])
    same = {SOME: opposites.changed(FILES[SOME], ENTRIES[SOME])}
    taken = opposites.outcomes(same, ROOT)[SOME]["accepted"]
    assert [name.rpartition("_")[0].rpartition("_")[2] for name in taken[FALSE]] == [FALSE]
    assert NUMBER not in taken
