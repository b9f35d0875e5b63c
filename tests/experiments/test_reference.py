"""No published number changes unseen: built tables are those of the reference, each to the digits
that are declared of it."""

import json
import platform

import pandas as pd
import published
import pytest

from provenscape.errors import UserError
from provenscape.study import reference, registry

KNOWN = reference.columns(published.ROOT)
OF = reference.files(published.ROOT)
MADE = {
    f"{m.chapter}/{table}": m for m in registry.experiments(published.ROOT) for table in m.tables
}


def refusal() -> str:
    """Why there is nothing to compare here; empty if there is."""
    manifest = published.ROOT / "results/manifest.json"
    if platform.machine() != "x86_64":
        return f"the reference is of x86_64, this is {platform.machine()}"
    if reference.processor() != OF["processor"]:
        return f"the reference is of {OF['processor']}, this is {reference.processor()}"
    if not manifest.is_file():
        return "there is no build"
    made = json.loads(manifest.read_text(encoding="utf-8"))["config"]
    other = [key for key in ("effort", "seed") if made[key] != OF["config"][key]]
    return f"the build has another {other[0]}" if other else ""


def test_every_table_is_in_the_reference():
    assert sorted(MADE) == sorted(KNOWN)


@pytest.mark.skipif(bool(refusal()), reason=refusal() or "there is a build")
@pytest.mark.parametrize("name", sorted(KNOWN))
def test_a_published_table_is_that_of_the_record(name):
    if not published.is_built(published.maker(name)):
        pytest.skip("the table is older than its code")
    made = MADE[name]
    changed = reference.changes(name, published.table(name), KNOWN[name])
    beyond = [one for one in changed if one.digits < reference.declared_digits(made, one)]
    assert [str(one) for one in beyond] == []


TABLE = pd.DataFrame({"x": [1.0, -2.0, 3.0], "word": ["a", "b", "c"]})
ROWS = {row["column"]: row for row in reference.summary("hardness/t", TABLE)}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: t.assign(x=t["x"] * 1.00001), "x is the same to 5.0 digits of its size (size"),
        (lambda t: t.iloc[::-1].assign(word=t["word"]), "x is the same to 0.7 digits"),
        (lambda t: t.assign(x=[1.0, None, 3.0]), "x had 0 empty cells, has 1"),
        (lambda t: t.head(2), "x had 3 rows, has 2"),
        (lambda t: t.assign(word=["a", "b", "d"]), "word has other words"),
        (lambda t: t.assign(x=["a", "b", "d"]), "x has other words"),
        (lambda t: t.assign(more=1), "more is new"),
        (lambda t: t.drop(columns="x"), "x is gone"),
    ],
)
def test_each_change_is_told_with_how_much(change, said):
    told = [str(one) for one in reference.changes("hardness/t", change(TABLE), ROWS)]
    assert any(line.startswith(f"hardness/t: {said}") for line in told), told


def test_what_is_the_same_to_the_digits_declared_is_told_as_such():
    assert reference.changes("hardness/t", TABLE, ROWS) == []
    (change,) = reference.changes("hardness/t", TABLE.assign(x=TABLE["x"] * (1 + 1e-8)), ROWS)
    assert 7 < change.digits < 9
    zeros = pd.DataFrame({"x": [0.0, 0.0]})
    (change,) = reference.changes(
        "hardness/t",
        zeros + 1e-30,
        {row["column"]: row for row in reference.summary("hardness/t", zeros)},
    )
    assert change.digits == 0


@pytest.fixture
def study(tmp_path):
    """A study of one table and one claim, with its results and its reference."""
    experiment = tmp_path / "experiments/hardness/t.py"
    experiment.parent.mkdir(parents=True)
    experiment.write_text(
        "TABLES = ('t',)\nPARAMETERS = {'quick': {}, 'full': {}}\nDIGITS = {'t': 3}\n", "utf-8"
    )
    (tmp_path / "documents").mkdir()
    inventory = "item,document,chapter,claim\nO-1,O,hardness,One.\n"
    (tmp_path / "documents/inventory.csv").write_text(inventory, "utf-8")
    built(tmp_path, TABLE, "proved")
    reference.write(tmp_path, tmp_path / "results")
    return tmp_path


def built(root, table, verdict):
    results = root / "results"
    (results / "data/hardness").mkdir(parents=True, exist_ok=True)
    table.to_csv(results / "data/hardness/t.csv", index=False)
    ledger = {"claims": [{"id": "square", "verdict": verdict}]}
    (results / "ledger.json").write_text(json.dumps(ledger), "utf-8")
    manifest = {
        "config": {"effort": "full", "seed": 1},
        "sha256": {"data/hardness/t.csv": table.to_csv(), "ledger.json": verdict},
    }
    (results / "manifest.json").write_text(json.dumps(manifest), "utf-8")


def test_a_build_is_held_against_the_reference(study, capsys):
    assert reference.compare(study, study / "results") == []
    assert "2 of 2 have the reference's bytes" in capsys.readouterr().out
    built(study, TABLE.assign(x=TABLE["x"] * 1.0001), "proved")
    assert reference.compare(study, study / "results") == []
    said = capsys.readouterr().out
    assert "1 of 2 have" in said and "1 other, new or gone in data/hardness" in said
    assert "within       hardness/t: x is the same to 4.0 digits of its size" in said
    built(study, TABLE.assign(x=TABLE["x"] * 1.01), "conditional")
    beyond = reference.compare(study, study / "results")
    assert [line.partition(" (")[0] for line in beyond] == [
        "hardness/t: x is the same to 2.0 digits of its size",
        "square: was proved, is conditional",
    ]


def test_a_column_may_hold_fewer_digits_than_its_table(study):
    path = study / "experiments/hardness/t.py"
    path.write_text(path.read_text("utf-8").replace("'t': 3", "'t': 3, 't.x': 1"), "utf-8")
    built(study, TABLE.assign(x=TABLE["x"] * 1.01), "proved")
    assert reference.compare(study, study / "results") == []


def test_builds_of_another_effort_or_seed_are_not_compared(study):
    manifest = study / "results/manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace('"seed": 1', '"seed": 2'), "utf-8")
    with pytest.raises(UserError, match="built with seed: 2, the reference with 1; build with"):
        reference.compare(study, study / "results")


@pytest.mark.parametrize("path", [reference.COLUMNS, reference.FILES])
@pytest.mark.parametrize("content", [None, "", "[]", "\0"])
def test_a_reference_that_is_none_is_refused(study, path, content):
    if content is None:
        (study / path).unlink()
    else:
        (study / path).write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match="no reference; restore it"):
        reference.compare(study, study / "results")
