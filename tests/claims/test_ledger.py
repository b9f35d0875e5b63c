"""The ledger follows from claims, facts and judgements, and refuses contradictions."""

import csv
import dataclasses
import itertools
import json
import re
from pathlib import Path

import pytest

from provenscape.claims import coverage, ledger
from provenscape.claims.coverage import HOLDS, parts
from provenscape.claims.documents import Documents, documents
from provenscape.claims.facts import Fact, facts
from provenscape.claims.judgements import Judgement
from provenscape.claims.settling import settle
from provenscape.errors import UserError
from provenscape.study import inventory, registry
from provenscape.study.loading import load

ROOT = Path(__file__).parents[2]
ROWS = [
    {"item": item, "document": "D", "section": "1", "kind": "k", "chapter": "c", "claim": "A."}
    for item in ("A-1", "A-2")
]
FACT = "- {id: a, statement: s, reference: {key: k, place: p}, confirmed: c, proof: null}"
PARTS = {"A-2": {"left": "The left part.", "right": "The right part."}}


def fact(name, proof=None):
    return Fact(name, "Something.", "Somebody1900", "Theorem 1", "not seen", proof)


def record(name, verdict="proved", items=None, repairs=None, counterexample=None, **more):
    statement = {"text": "", "digest": "", "given": [], "functions": []}
    symbols = [{"name": "x", "meaning": more.pop("meaning", "a number")}]
    return {
        "id": name,
        "chapter": "c",
        "verdict": verdict,
        "basis": "proved",
        "evident": False,
        "items": {"A-1": "whole"} if items is None else items,
        "title": f"Title of {name}.",
        "proves": None,
        "repairs": repairs,
        "about": None,
        "counterexample": counterexample,
        "says": f"{name} holds.",
        "file": f"proofs/c/{name}.py",
        "assumptions": [],
        "facts": [],
        "rules": [],
        "engines": [],
        "scope": None,
        "hypotheses": [],
        "mutants": {"total": 1, "rejected": 1},
        "statement": statement | {"symbols": symbols},
    } | more


def known(named=(), root=ROOT):
    facts_by_id = {f.id: f for f in named}
    return Documents(root, ROWS, PARTS, facts_by_id, frozenset({"Somebody1900"}))


def settled(records, named=()):
    return settle(records, known(named))


def rows_of(records, judged=(), named=()):
    table = ledger.items(settled(records, named), list(judged), known(named))
    return {row["item"]: row for row in table}


def verdict(records, item="A-1", judged=(), named=()):
    return rows_of(records, judged, named)[item]["verdict"]


def test_a_refuted_claim_is_repaired_only_by_a_claim_that_holds():
    failed = record("f", "refuted", counterexample="x = 1")
    assert verdict([failed]) == "refuted"
    assert verdict([failed, record("r", "cited", repairs="f")]) == "refuted"
    row = rows_of([failed, record("r", repairs="f")])["A-1"]
    assert row["verdict"] == "repaired"
    assert row["claims"] == "f;r"
    assert row["reason"] == "Title of f."
    assert row["details"] == "Fails: f holds. At x (a number) = 1. What holds (proved): r holds."


def test_the_strongest_repair_is_printed_not_the_first_by_name():
    failed = record("f", "refuted", counterexample="x = 1")
    weak, strong = record("a", "supported", repairs="f"), record("z", repairs="f")
    assert "What holds (proved): z holds." in rows_of([failed, weak, strong])["A-1"]["details"]


def test_a_refutation_names_the_facts_that_it_rests_on_and_that_are_not_proved():
    failed = record("f", "refuted", counterexample="x = 1", facts=["quoted", "derived"])
    proof = record("g", items={}, proves="derived")
    row = rows_of([failed, proof], named=[fact("quoted"), fact("derived", "g")])["A-1"]
    assert row["details"].startswith("Fails, given quoted, not proved here: f holds. At x")
    without = rows_of([failed | {"facts": ["derived"]}, proof], named=[fact("derived", "g")])["A-1"]
    assert without["details"].startswith("Fails: f holds.")


def test_a_repair_of_something_else_is_refused():
    failed = record("f", "refuted", counterexample="x = 1")
    with pytest.raises(UserError, match="share an item"):
        settled([failed, record("r", items={"A-2": "whole"}, repairs="f")])
    with pytest.raises(UserError, match="about other objects"):
        settled([failed, record("r", repairs="f", meaning="one plus one")])


def test_a_sentence_is_proved_by_the_whole_or_by_all_its_parts_alone():
    assert verdict([record("a")]) == "proved"
    left, right = ({"A-2": f"part {name}"} for name in ("left", "right"))
    assert verdict([record("a", items=left)], "A-2") == "certified"
    assert "Not decided here: right" in rows_of([record("a", items=left)])["A-2"]["details"]
    both = [record("a", items=left), record("b", items=right)]
    assert verdict(both, "A-2") == "proved"
    assert verdict([record("a", items={"A-2": "whole"})], "A-2") == "proved"


def test_instances_alone_certify_what_they_show():
    assert verdict([record("a", items={"A-1": "instance"})]) == "certified"
    assert verdict([record("a", "supported", items={"A-1": "instance"})]) == "supported"


def test_a_stronger_claim_of_the_whole_is_not_lowered_by_a_weaker_one():
    assert verdict([record("a"), record("b", "certified")]) == "proved"


def test_a_definition_is_no_theorem():
    assert verdict([record("a", items={"A-1": "definition"})]) == "definition"


def test_a_judgement_decides_a_part_and_cannot_hide_a_failing_claim():
    judged = [Judgement("A-1", "opinion", "A matter of taste.", ())]
    assert verdict([record("f", "refuted")], judged=judged) == "refuted"
    assert verdict([record("a")], judged=judged) == "opinion"
    judged = [Judgement("A-1", "misattributed", "Somebody else's.", ())]
    assert verdict([record("a")], judged=judged) == "misattributed"
    cited = [Judgement("A-2", "cited", "It is theirs.", (), "right")]
    left = record("a", items={"A-2": "part left"})
    assert verdict([left], "A-2", judged=cited) == "cited"


def test_a_reason_is_one_sentence_and_the_others_are_details():
    judged = [Judgement("A-1", "opinion", "It is by Jin et al. of old. Nobody knows. Ever.", ())]
    row = rows_of([], judged)["A-1"]
    assert row["reason"] == "It is by Jin et al. of old."
    assert row["details"] == "Nobody knows. Ever."


def test_an_item_without_evidence_is_open():
    assert verdict([record("a")], "A-2") == "open"


def test_what_rests_on_an_unproved_fact_is_conditional():
    resting = record("a", facts=["taylor"])
    assert verdict([resting], named=[fact("taylor")]) == "conditional"
    proof = record("p", items={}, proves="taylor")
    assert verdict([resting, proof], named=[fact("taylor", "p")]) == "proved"
    other = record("p", items={}, proves="something else")
    assert verdict([resting, other], named=[fact("taylor", "p")]) == "conditional"


def test_what_rests_on_a_fact_proved_in_coq_is_proved():
    bridged = dataclasses.replace(fact("taylor"), coq=("Bridges.Taylor.taylor",))
    assert verdict([record("a", facts=["taylor"])], named=[bridged]) == "proved"
    both = [record("a", facts=["taylor", "other"])]
    assert verdict(both, named=[bridged, fact("other")]) == "conditional"


def test_a_fact_whose_proof_rests_on_itself_is_not_proved():
    proof = record("p", items={}, facts=["taylor"], proves="taylor")
    claims = settled([proof], [fact("taylor", "p")])
    assert claims[0]["verdict"] == "conditional"
    chain = [
        record("p", facts=["second"], proves="first"),
        record("q", facts=["first"], proves="second"),
    ]
    named = [fact("first", "p"), fact("second", "q")]
    assert {c["verdict"] for c in settled(chain, named)} == {"conditional"}


def test_a_fact_proved_on_an_unproved_one_is_conditional():
    chain = [record("a", facts=["first"]), record("p", facts=["second"], proves="first")]
    claims = settled(chain, [fact("first", "p"), fact("second")])
    assert [c["unproved_facts"] for c in claims] == [["second"], ["second"]]


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ([record("a"), record("a")], "two claims have the id a"),
        ([record("a", items={"A-3": "whole"})], "A-3 is not in .*; did you mean A-2 or A-1?"),
        ([record("a", items={"A-2": "part up"})], "A-2 has no part up in .*known: left, right"),
        ([record("a", items={"A-1": "part up"})], "A-1 has no part up in .*list its parts there"),
        ([record("r", repairs="nothing")], "nothing: there is no such claim; known: r"),
        ([record("a"), record("r", repairs="a")], "a is proved, and only a refuted claim is"),
        ([record("a", facts=["tailor"])], r"tailor is not in documents/facts\.yaml"),
        ([record("a", assumptions=["Nobody1900"])], "Nobody1900 has no entry in .*did you mean"),
    ],
)
def test_contradictions_are_named(records, message):
    with pytest.raises(UserError, match=message):
        rows_of(records)


def test_a_fact_proved_by_no_claim_or_another_one_is_named():
    found = known([fact("taylor", "p")])
    for claims in ([], [record("p")], [record("p", proves="tailor")]):
        with pytest.raises(UserError, match="taylor: proof: p is no claim that proves it"):
            found.require_consistent(claims)
    found.require_consistent([record("p", proves="taylor")])
    with pytest.raises(UserError, match="q says that it proves taylor; write `proof: q` there"):
        found.require_consistent([record("p", proves="taylor"), record("q", proves="taylor")])


def test_a_contradiction_is_named_with_its_line(tmp_path):
    (tmp_path / "proofs/c").mkdir(parents=True)
    (tmp_path / "proofs/c/a.py").write_text('"""T."""\n\nitems={"A-33": "x", "A-3": "whole"}\n')
    claim = record("a", items={"A-3": "whole"})
    with pytest.raises(UserError, match=r"^proofs/c/a\.py:3: items: A-3 is not in"):
        settle([claim], known(root=tmp_path))


def test_double_and_unknown_judgements_are_named():
    one = Judgement("A-1", "opinion", "x", ())
    with pytest.raises(UserError, match="judged twice"):
        rows_of([], [one, one])
    with pytest.raises(UserError, match="Z-9"):
        rows_of([], [Judgement("Z-9", "opinion", "x", ())])
    with pytest.raises(UserError, match="A-2 has no part up"):
        rows_of([], [Judgement("A-2", "opinion", "x", (), "up")])


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("facts", "- id: a\n", "yaml:1: key `0.statement` is missing; add it"),
        ("facts", FACT.replace("statement: s", "statement: 5"), "`0.statement` is 5; give a value"),
        ("facts", FACT.replace("place: p", "place: ''"), "yaml:1: `0.reference.place` is ''"),
        ("facts", f"{FACT}\n{FACT}\n", "a stands there twice; keep one"),
        ("facts", f"{FACT}\n- 3\n", "yaml:2: `1` is 3; give a value of type object"),
        ("facts", "- {id: a\n", "not YAML"),
        ("parts", "- A-1\n", "yaml:1: the whole file is .*; give a value of type object"),
        ("parts", "A-1: {a: x, b: y}\nA-1: {a: z, b: u}\n", "yaml:2: not YAML: A-1 stands there"),
        ("parts", "A-1:\n  a: x\n", "yaml:2: `A-1` is .*; it must satisfy minProperties 2"),
    ],
)
def test_a_malformed_file_is_named_with_its_line(tmp_path, name, text, message):
    (tmp_path / "documents").mkdir()
    (tmp_path / f"documents/{name}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=message):
        {"facts": facts, "parts": parts}[name](tmp_path)


def test_parts_of_an_unknown_item_are_named():
    found = dataclasses.replace(known(), parts={"A-3": {"a": "x", "b": "y"}})
    with pytest.raises(UserError, match=r"A-3 is not in .*did you mean A-2 or"):
        found.require_consistent([])


@pytest.mark.parametrize("found", facts(ROOT).values(), ids=lambda found: found.id)
def test_a_number_that_nobody_saw_is_not_printed(found):
    seen = r"this number|corollary's number|section cited|theorem number"
    if re.search(r"(^|; )not seen|\bnumbers?\b[^;.]*\bnot\b", re.sub(seen, "", found.confirmed)):
        told = re.sub(
            r"Corollary 5\.14|Theorem 2\.1$|^1\.2\(i\)|Theorems 3\.6, 3\.11", "", found.place
        )
        assert not re.search(r"\b[A-Z]\w+s? [\dIVX]+\b|\(\d|\d\.\d", told)


def test_every_fact_has_its_reference():
    found = documents(ROOT)
    proofs = [f for f in found.facts.values() if f.proof is not None]
    found.require_consistent([record(f.proof, proves=f.id) for f in proofs])


def test_every_inventory_item_has_one_row_in_the_written_table(tmp_path):
    named = [f for f in facts(ROOT).values() if f.proof is not None]
    ledger.write([record(f.proof, items={}, proves=f.id) for f in named], ROOT, tmp_path)
    with (tmp_path / "items.csv").open(encoding="utf-8", newline="") as file:
        written = [row["item"] for row in csv.DictReader(file)]
    assert written == [row["item"] for row in inventory.read(ROOT)]
    assert len(set(written)) == 315
    assert json.loads((tmp_path / "ledger.json").read_text(encoding="utf-8"))["schema"] == 2


def test_a_claim_names_the_figures_that_show_its_items():
    drawn = registry.figures(ROOT)
    assert ledger.figures_about(["E-26"], drawn) == ["figures/critical_points/double_well.pdf"]
    assert ledger.figures_about([], drawn) == []


def test_a_missing_reference_is_named():
    with pytest.raises(UserError, match="Nobody1900 has no entry in documents/references"):
        rows_of([], [Judgement("A-1", "cited", "x", ("Nobody1900",))])


def test_a_sentence_that_fails_still_prints_its_other_parts():
    """Judged parts with their reason, and by name those that nothing decides."""
    listed = {"rate": "It is linear.", "speed": "It is fast.", "use": "It is used."}
    claim = {
        "id": "c", "title": "It is not linear.", "says": "It is linear.", "verdict": "refuted",
        "items": {"O-51": "part rate"}, "counterexample": None, "statement": {"symbols": []},
        "unproved_facts": [],
    }  # fmt: skip
    judged = [Judgement("O-51", "opinion", "What is fast is taste.", (), "speed")]
    details = coverage.decide("O-51", [claim], judged, listed, {}).details
    assert "What is fast is taste. (part speed, opinion)" in details
    assert details.endswith("Not decided here: use.")
    whole = claim | {"items": {"O-51": "whole"}}
    assert "Not decided" not in coverage.decide("O-51", [whole], judged, listed, {}).details


def test_a_sentence_that_measurements_contradict_says_so_whatever_instances_hold():
    claim = {
        "id": "c", "title": "Two networks differ.", "says": "Two networks differ.",
        "verdict": "supported", "items": {"O-51": "instance"},
    }  # fmt: skip
    judged = [
        Judgement("O-51", "opinion", "What is often is taste.", (), "often"),
        Judgement("O-51", "contradicted", "All pairs measured have a barrier.", (), "none"),
    ]
    parts_of = {"none": "There is no barrier.", "often": "It is so often."}
    found = coverage.decide("O-51", [claim], judged, parts_of, {})
    assert (found.verdict, found.reason) == ("contradicted", "All pairs measured have a barrier.")
    assert "What is often is taste. (part often, opinion)" in found.details
    assert "Two networks differ. (instance, supported)" in found.details
    assert "Not decided" not in found.details


def test_no_sentence_is_worth_more_than_the_weakest_of_what_shows_it():
    """Two claims and a judgement in all ways: `proved` and `certified` rest on nothing supported,
    conditional or judged otherwise, unless a stronger claim covers the very same part."""
    listed = {"up": "It goes up.", "down": "It goes down."}
    ways = ("whole", "part up", "part down", "instance")
    seen = set()
    for verdicts in itertools.product(HOLDS, repeat=2):
        for covers in itertools.product(ways, repeat=2):
            about = [
                {"id": n, "title": n, "says": n, "verdict": v, "items": {"O-51": c}}
                for n, v, c in zip("ab", verdicts, covers, strict=True)
            ]
            for judged in (None, "opinion", "contradicted"):
                own = [Judgement("O-51", judged, "x", (), "up")] if judged else []
                found = coverage.decide("O-51", about, own, listed, {}).verdict
                seen.add(found)
                if found in ("proved", "certified"):
                    assert not own or covers[0] == covers[1] == "part down", (verdicts, covers)
                    for cover in covers:
                        strong = any(
                            other in ("proved", "certified") and same in (cover, "whole")
                            for other, same in zip(verdicts, covers, strict=True)
                        )
                        assert strong, (verdicts, covers)
    assert seen == {*HOLDS, "opinion", "contradicted"}


def test_an_answer_stands_for_the_title_under_the_verdict_that_it_was_written_for():
    answers = {"A-1": {"verdict": "certified", "answer": "Yes, here."}}
    found = dataclasses.replace(known(), answers=answers)
    held = settled([record("a", items={"A-1": "instance"})])
    rows = {row["item"]: row for row in ledger.items(held, [], found)}
    assert (rows["A-1"]["verdict"], rows["A-1"]["reason"]) == ("certified", "Yes, here.")
    assert rows["A-2"]["reason"] == "Not looked at yet."
    whole = settled([record("a", items={"A-1": "whole"})])
    with pytest.raises(UserError, match="A-1 is proved, and its answer was written for certified"):
        ledger.items(whole, [], found)
    with pytest.raises(UserError, match=r"answers\.yaml.*: items: A-3 is not in"):
        dataclasses.replace(found, answers={"A-3": answers["A-1"]}).require_consistent([])


@pytest.mark.parametrize("item", sorted(coverage.answers(ROOT)))
def test_numbers_in_an_answer_are_those_of_claims_about_the_item(item):
    files = [path.read_text(encoding="utf-8") for path in (ROOT / "proofs").glob("*/*.py")]
    told = " ".join(text for text in files if f'"{item}"' in text)
    numbers = re.findall(r"\d+", coverage.answers(ROOT)[item]["answer"])
    assert told
    assert set(numbers) <= set(re.findall(r"\d+", told))


def test_a_claim_made_after_its_trials_says_so():
    """Of each experiment that says that something was set when its trials had been seen."""
    files = sorted((ROOT / "proofs").glob("*/*.py"))
    proofs = [path for path in files if "\nEVIDENCE" in path.read_text(encoding="utf-8")]
    late = 0
    for path in sorted((ROOT / "experiments").glob("*/*.py")):
        text = path.read_text(encoding="utf-8")
        design = " ".join(text.split('"""')[1].split())
        if re.search(r"after the trials|off the same trials", design):
            counted = [
                module for module in map(load, proofs) if f'"{module.EVIDENCE["table"]}"' in text
            ]
            told = [module.claim.scope for module in counted]
            assert sum("trials" in (scope or "") for scope in told) == 1, path
            late += 1
    assert late == 2
