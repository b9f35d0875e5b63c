"""What the columns of tables hold: read by table and pattern, refused where it names nothing."""

from pathlib import Path

import pytest

from provenscape.errors import UserError
from provenscape.study import columns, registry, settings

ROOT = Path(__file__).parents[2]
HEADS = {
    "walk_paths": ["step", "x"],
    "walk_ends": ["x", "share"],
    "walk_counts": ["setting", "successes", "trials"],
    "walk_values": ["name", "value"],
}


def described(root, text):
    (root / "experiments/hardness").mkdir(parents=True, exist_ok=True)
    (root / "experiments/hardness/columns.yaml").write_text(text, encoding="utf-8")
    return columns.described(root, "hardness", HEADS)


def test_a_later_entry_wins_and_units_stand_in_brackets(tmp_path):
    found = described(
        tmp_path,
        "'walk_*':\n  x: place [metres]\nwalk_paths:\n  step: steps\n    made [steps]\n"
        "walk_ends, walk_paths:\n  x: last place\n",
    )
    assert found["walk_paths"] == {
        "x": columns.Column("last place", "1"), "step": columns.Column("steps made", "steps"),
    }  # fmt: skip
    assert found["walk_ends"] == {"x": columns.Column("last place", "1")}


def test_tables_of_a_common_form_need_no_entry(tmp_path):
    found = columns.described(tmp_path, "hardness", HEADS)
    assert found["walk_counts"]["successes"].unit == "trials"
    assert set(found["walk_values"]) == {"name", "value"}
    assert found["walk_paths"] == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "walk_path:\n  x: place\n",
            "`walk_path` is no table of the chapter; did you mean walk_pa",
        ),
        ("walk_paths:\n  z: place\n", "`walk_paths` has no column `z`"),
        (
            "walk_paths:\n  x: 1\n",
            "columns.yaml:2: `walk_paths.x` is 1; give a value of type string",
        ),
        ("walk_paths:\n  x: ' '\n", "columns.yaml:2: `walk_paths.x`"),
        ("walk_paths:\n  off: place\n", ":2: not YAML: a name such as null, yes or off is a value"),
        ("walk_paths:\n", "`walk_paths` is None; give a value of type object"),
        ("walk_paths:\n  x: a\n  x: b\n", "x stands there twice"),
    ],
)
def test_what_names_nothing_is_refused_in_one_line(tmp_path, text, message):
    with pytest.raises(UserError) as raised:
        described(tmp_path, text)
    assert message in str(raised.value) and "\n" not in str(raised.value)


def test_every_entry_of_the_study_names_tables_that_experiments_declare():
    tables = {}
    for made in registry.experiments(ROOT):
        tables.setdefault(made.chapter, []).extend(made.tables)
    for chapter, names in tables.items():
        path = columns.EXPERIMENTS / chapter / columns.NAME
        for key in settings.checked(ROOT, path, "columns"):
            assert columns.tables_of(path, key, names)
