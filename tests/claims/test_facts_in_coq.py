"""A fact is proved by theorems of Coq only as Coq has read them, as the tracked record tells."""

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from provenscape.claims import accepted, bridges
from provenscape.claims.coq_files import INSTANCES, Sources, plain
from provenscape.claims.facts import facts, unproved

ROOT = Path(__file__).parents[2]
KNOWN = facts(ROOT)
FACT = "quadratic-upper-bound"


@pytest.fixture
def copy(tmp_path):
    """A study with the files of coq/ alone."""
    tracked = (ROOT / accepted.ACCEPTED, ROOT / "coq" / INSTANCES)
    for path in (*ROOT.glob("coq/*/*.v"), *ROOT.glob("coq/*.v"), *tracked):
        there = tmp_path / path.relative_to(ROOT)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, there)
    return tmp_path


def said(root, known=KNOWN):
    """Why the fact is not proved by its theorems."""
    return bridges.checked(known, root)[FACT].unchecked


def change(root, file, old, new):
    path = root / "coq" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_fact_with_theorems_is_proved_by_them_as_they_stand():
    found = bridges.checked(KNOWN, ROOT)
    assert sum(fact.proved_in_coq for fact in found.values()) > 30
    assert bridges.warnings({name: fact.unchecked for name, fact in found.items()}) == []
    assert not any("unchecked" in fact.record() for fact in found.values())


def test_the_record_has_no_other_facts():
    assert set(accepted.load(ROOT)["facts"]) == {name for name, f in KNOWN.items() if f.coq}


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("Bridges/Smooth.v", "f x + dot (g x) (minus y x) + L / 2 *", "f x + 0 + L / 2 *",
         "the statement of Bridges.Smooth.quadratic_upper_bound has changed"),
        ("Bridges/Smooth.v", "Proof.", "Proof. idtac.", "a file behind Bridges.Smooth."),
        ("Bridges/Derivative.v", "Definition gradient_at", "Definition gradient_at'",
         "a file behind Bridges.Smooth."),
        ("Bridges/Smooth.v", "Theorem quadratic_upper_bound", "Lemma quadratic_upper_bound",
         "quadratic_upper_bound does not stand in coq"),
    ],
)  # fmt: skip
def test_a_changed_file_no_longer_counts(copy, file, old, new, reason):
    assert said(copy) is None
    change(copy, file, old, new)
    assert reason in said(copy)
    assert not re.search(r"\n", said(copy))


def test_comments_and_layout_do_not_matter(copy):
    change(copy, "Bridges/Smooth.v", "Proof.", "(* a (* nested *) word *)\nProof.  ")
    assert said(copy) is None


def test_another_file_does_not_matter(copy):
    change(copy, "Bridges/Flat.v", "Proof.", "Proof. idtac.")
    assert said(copy) is None


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"coq": ("Bridges.Smooth.descent_step",)}, "it names other theorems"),
        ({"statement": "Every function is below its tangent."}, "its statement is another one"),
    ],
)
def test_a_changed_entry_no_longer_counts(changed, reason):
    assert reason in said(ROOT, {FACT: replace(KNOWN[FACT], **changed)})


@pytest.mark.parametrize(
    ("kept", "reason"),
    [
        (lambda one: None, "has no record of its theorems"),
        (lambda one: one | {"axioms": [*one["axioms"], "Ours.true"]}, "the axiom Ours.true"),
    ],
)
def test_without_a_record_or_with_an_axiom_of_ours_it_is_not_proved(copy, kept, reason):
    record = json.loads((copy / accepted.ACCEPTED).read_text(encoding="utf-8"))
    record["facts"][FACT] = kept(record["facts"][FACT])
    record["facts"] = {name: one for name, one in record["facts"].items() if one}
    accepted.write(record, copy)
    assert reason in said(copy)
    assert said(copy).count(accepted.AGAIN) <= 1


def test_what_rests_on_a_fact_that_is_not_proved_is_conditional():
    claim = {"facts": [FACT]}
    assert unproved(claim, {}, KNOWN) == []
    assert unproved(claim, {}, {FACT: replace(KNOWN[FACT], unchecked="changed")}) == [FACT]
    assert bridges.warnings({FACT: "changed"})[0].startswith("warning: documents/facts.yaml: ")


def test_a_theorem_of_a_claim_counts_for_the_files_behind_it(copy):
    entries = accepted.read(copy)
    name = next(n for n, e in entries.items() if "bridge" in e)
    claim = {"id": name, "rules": [], "statement": {"digest": entries[name]["digest"]}}
    assert accepted.standing(claim, entries)["status"] == "end to end"
    change(copy, "EndToEnd/Tools.v", "Proof.", "Proof. idtac.")
    found = accepted.standing(claim, accepted.read(copy))
    assert (found["status"], found["bridge"]) == ("proved", None)
    assert "a file of coq/ behind its theorem about functions has changed" in accepted.said(found)
    change(copy, "Rules.v", "Proof.", "Proof. idtac.")
    found = accepted.standing(claim, accepted.read(copy))
    assert found["status"] == "not exported"
    assert "a file of coq/ behind its theorem has changed" in accepted.said(found)


def test_the_files_behind_a_file_are_those_that_it_requires():
    behind = Sources(ROOT).behind("Bridges.Matrices")
    assert {"Inertia", "Bridges.Sylvester", "Bridges.Euclid", "Bridges.Matrices"} <= set(behind)
    assert "Bridges.Flat" not in behind and all(behind.values())
    every = set(Sources(ROOT).behind("EndToEnd.Tools"))
    for name, text in ((n, Sources(ROOT).text(n)) for n in every):
        asked = set(re.findall(r"\bBridges\.\w+", text or ""))
        assert {one for one in asked if Sources(ROOT).text(one)} <= every, name


def test_what_coq_reads_has_no_comments():
    assert plain('a (* b (* c *) "*)" d *) e\n  f "(*" g') == 'a e f "(*" g'
    assert plain("a (* b") == "a"
