"""Theorems about functions that apply claims: what an entry may say, and what the record keeps."""

import json
import re
from pathlib import Path

import pytest

from provenscape.claims.accepted import ACCEPTED
from provenscape.claims.loading import claim_id, load, proof_files
from provenscape.coq import controls, session
from provenscape.coq.composition import INSTANCES, composed, instances
from provenscape.coq.derivation import derivation
from provenscape.coq.theorem import export, stated
from provenscape.errors import UserError
from provenscape.study import outline

ROOT = Path(__file__).parents[2]
ENTRIES = instances(ROOT)
FILES = {
    claim_id(path): path
    for chapter in outline.chapters(ROOT)
    for path in proof_files(ROOT, chapter)
}
KEPT = json.loads((ROOT / ACCEPTED).read_text(encoding="utf-8"))["claims"]
COMPILED = session.available() and (ROOT / "coq/EndToEnd/Tools.vo").exists()
STATED = [name for name in KEPT if "statement" in KEPT[name]]


def written(name):
    """The claim's statement in Coq, and the theorem about functions if there is an entry."""
    module = load(FILES[name])
    bare, _ = stated(module.claim, hasattr(module, "refutation"))
    return bare, composed(module.claim, bare, ENTRIES[name]) if name in ENTRIES else None


@pytest.mark.parametrize("name", [*sorted(ENTRIES)[::6], *STATED[::40]])
def test_the_record_keeps_the_digests_of_what_is_stated(name):
    bare, about_functions = written(name)
    assert KEPT[name]["statement"] == bare.digest
    assert KEPT[name].get("bridge_statement") == (about_functions and about_functions.digest)


def test_every_entry_is_accepted():
    assert {name for name, entry in KEPT.items() if "bridge" in entry} == set(ENTRIES)
    assert not [name for name, entry in KEPT.items() if "bridge_refused" in entry]


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


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"symbols": {"nothing": "0"}}, "names nothing under symbols, which the claim has not"),
        ({"shown": {"descent": "lra"}}, "names descent under shown"),
        ({"conclusion": "True", "proof": "exact I."}, "does not use applied, the claim"),
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


@pytest.mark.skipif(not COMPILED, reason="coq/EndToEnd is not compiled by Coq")
def test_coq_refuses_a_rate_twice_as_good_and_a_step_too_long():
    module = load(FILES["pl-one-step"])
    claim = export(derivation(module))
    entry = ENTRIES["pl-one-step"]
    long = "f (plus x (scal (- (3 / L)) (g x))) - fs"
    found = [
        composed(module.claim, claim, entry | {"symbols": entry["symbols"] | change})
        for change in ({}, {"grad2": "2 * dot (g x) (g x)"}, {"gap_next": long})
    ]
    names = [m.module + suffix for m, suffix in zip(found, ("", "_a", "_b"), strict=True)]
    renamed = [
        type(m)(**{**vars(m), "module": name, "source": m.source.replace(m.module, name)})
        for m, name in zip(found, names, strict=True)
    ]
    outcome = session.session([claim, *renamed], ROOT)
    assert outcome.accepted == (claim.module, names[0])


def test_coq_accepted_no_false_neighbour_on_record():
    kept = controls.recorded(ROOT)
    assert sum(entry["tried"] for entry in kept.values()) > 100
    assert not [name for entry in kept.values() for name in entry["accepted"]]
