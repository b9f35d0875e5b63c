"""No published number changes unseen: built tables are those of the record."""

import json
import platform

import pandas as pd
import published
import pytest
import reference

from provenscape.study import registry, settings

NAMES = sorted({table for table, _ in reference.recorded()})


def refusal() -> str:
    """Why there is nothing to compare here; empty if there is."""
    manifest = published.ROOT / "results/manifest.json"
    if platform.machine() != "x86_64":
        return f"the record is of x86_64, this is {platform.machine()}"
    known = reference.PROCESSOR.read_text(encoding="utf-8").strip()
    if reference.processor() != known:
        return f"the record is of {known}, this is {reference.processor()}"
    if not manifest.is_file():
        return "there is no build"
    made = json.loads(manifest.read_text(encoding="utf-8"))["config"]
    shipped = settings.read(published.ROOT / settings.CONFIG)
    other = [key for key in ("effort", "seed") if made[key] != shipped[key]]
    return f"the build has another {other[0]}" if other else ""


def test_every_table_is_in_the_record():
    made = registry.experiments(published.ROOT)
    assert sorted(f"{one.chapter}/{table}" for one in made for table in one.tables) == NAMES


@pytest.mark.skipif(bool(refusal()), reason=refusal() or "there is a build")
@pytest.mark.parametrize("name", NAMES)
def test_a_published_table_is_that_of_the_record(name):
    if not published.is_built(published.maker(name)):
        pytest.skip("the table is older than its code")
    assert reference.differences(name, published.table(name)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: t.assign(x=t["x"] * 1.00001), "x: size was"),
        (lambda t: t.iloc[::-1], "x: moment was"),
        (lambda t: t.assign(x=[1.0, None, 3.0]), "x: missing was 0, is 1"),
        (lambda t: t.head(2), "x: rows was 3, is 2"),
        (lambda t: t.assign(word=["a", "b", "d"]), "word: sum was"),
        (lambda t: t.assign(more=1), "more: no such column before"),
        (lambda t: t.drop(columns="x"), "x: is gone"),
    ],
)
def test_each_change_is_told(monkeypatch, change, said):
    table = pd.DataFrame({"x": [1.0, -2.0, 3.0], "word": ["a", "b", "c"]})
    rows = reference.summary("hardness/t", table)
    known = {(row["table"], row["column"]): row for row in rows}
    monkeypatch.setattr(reference, "recorded", lambda: known)
    assert reference.differences("hardness/t", table.assign(x=table["x"] * (1 + 1e-8))) == []
    assert any(line.startswith(said) for line in reference.differences("hardness/t", change(table)))
