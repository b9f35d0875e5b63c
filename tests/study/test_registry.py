"""What is to be built is read from literals, and each mistake in them is named."""

import re
from pathlib import Path

import pytest

from provenscape.errors import UserError
from provenscape.study import inventory, outline, registry

ROOT = Path(__file__).parents[2]
EXPERIMENT = 'TABLES = ("points",)\nPARAMETERS = {"quick": {"n": 1}, "full": {"n": 2}}\n'
FIGURE = 'ITEMS = ("E-01",)\nTITLE = "t"\nCAPTION = "c"\nALT = "a"\nTABLES = {"points": "points"}\n'
PLACES = {
    "experiment": "experiments/critical_points/one.py",
    "other": "experiments/critical_points/two.py",
    "figure": "figures/critical_points/curve.py",
    "proof": "proofs/critical_points/claim.py",
    "items": "documents/inventory.csv",
}


@pytest.fixture
def lay(tmp_path):
    """Write files below a root, by kind; return the root."""

    def write(**contents):
        contents = {
            "items": (
                "item,document,chapter,claim\nE-01,E,critical_points,One.\nE-02,E,hardness,Two.\n"
            ),
            **contents,
        }
        for kind, content in contents.items():
            path = tmp_path / PLACES.get(kind, kind)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return tmp_path

    return write


def test_declarations_are_read_without_running_the_file(lay):
    root = lay(experiment=f"raise SystemExit\n{EXPERIMENT}", figure=FIGURE)
    study = registry.read(root)
    [experiment], [figure] = study.experiments, study.figures
    assert experiment.path == root / "experiments/critical_points/one.py"
    assert experiment.parameters["full"] == {"n": 2}
    assert figure.sources == ("critical_points/points",)
    assert study.items == {"E-01": "critical_points", "E-02": "hardness"}


@pytest.mark.parametrize(
    ("digits", "words"),
    [
        ('{"point": 3}', "DIGITS names point; did you mean points?"),
        ('{"point.x": 3}', "DIGITS names point; did you mean points?"),
        ('{"points": "3"}', "DIGITS of points is '3'; give a natural number"),
        ('{"points.x": -1}', "DIGITS of points.x is -1; give a natural number"),
        ("3", "DIGITS is 3; expected something like"),
    ],
)
def test_digits_are_declared_of_tables_that_there_are(lay, digits, words):
    root = lay(experiment=f"{EXPERIMENT}DIGITS = {digits}\n")
    with pytest.raises(UserError, match=re.escape(words)):
        registry.read(root)


def test_digits_are_read(lay):
    root = lay(experiment=f'{EXPERIMENT}DIGITS = {{"points": 3, "points.x": 0}}\n')
    (made,) = registry.read(root).experiments
    assert made.digits == {"points": 3, "points.x": 0}


@pytest.mark.parametrize(
    ("noise", "words"),
    [
        ("1e-9", "NOISE is 1e-09; expected something like NOISE = {"),
        ("[1e-9]", "NOISE is [1e-09]; expected something like NOISE = {"),
        ("{}", "NOISE is {}; expected something like NOISE = {"),
        ('{"points": 1e-9}', "NOISE of points is 1e-09; give each column a size, as in {"),
        ('{"point": {"x": 1e-9}}', "NOISE names point; did you mean points?"),
        ('{"points": {"x": "1e-9"}}', "NOISE of points.x is '1e-9'; give a number above 0"),
        ('{"points": {"x": 0}}', "NOISE of points.x is 0; give a number above 0"),
        ('{"points": {"x": 1e999}}', "NOISE of points.x is inf; give a number above 0"),
        ('{"points": {"x": True}}', "NOISE of points.x is True; give a number above 0"),
        ("dict(points=3)", "NOISE is computed; write a plain literal such as"),
    ],
)
def test_noise_is_declared_as_sizes_of_columns(lay, noise, words):
    root = lay(experiment=f"{EXPERIMENT}NOISE = {noise}\n")
    with pytest.raises(UserError, match=re.escape(words)) as caught:
        registry.read(root)
    assert "experiments/critical_points/one.py" in str(caught.value)


def test_noise_of_a_table_that_there_is_passes(lay):
    registry.read(lay(experiment=f'{EXPERIMENT}NOISE = {{"points": {{"x": 1e-9}}}}\n'))


def test_a_table_of_another_chapter_is_named_with_it(lay):
    root = lay(experiment=EXPERIMENT, figure=FIGURE)
    (root / "figures/hardness").mkdir()
    (root / PLACES["figure"]).rename(root / "figures/hardness/curve.py")
    with pytest.raises(UserError, match="no experiment makes the table hardness/points"):
        registry.read(root)
    path = root / "figures/hardness/curve.py"
    path.write_text(FIGURE.replace('"points"}', '"critical_points/points"}'), encoding="utf-8")
    assert registry.read(root).figures[0].sources == ("critical_points/points",)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"experiment": "TABLES = ("}, ["one.py:1", "syntax error"]),
        ({"experiment": 'TABLES = ("a",)'}, ["one.py", "PARAMETERS is missing", "quick"]),
        ({"experiment": "X = 1\nTABLES = tuple('a')"}, ["one.py:2", "TABLES is computed"]),
        ({"experiment": EXPERIMENT.replace('("points",)', '"points"')}, ["TABLES is 'points'"]),
        ({"experiment": EXPERIMENT.replace("full", "ful")}, ["PARAMETERS", "'quick' and 'full'"]),
        ({"experiment": EXPERIMENT.replace('{"n": 2}', '{"m": 2}')}, ["['m', 'n']", "same keys"]),
        ({"experiment": EXPERIMENT, "other": EXPERIMENT}, ["two.py", "points", "one.py"]),
        ({"figure": FIGURE.replace("ALT", "ALTERNATIVE")}, ["curve.py", "ALT is missing"]),
        ({"experiment": EXPERIMENT, "figure": FIGURE.replace("E-01", "E-10")}, ["E-10", "E-01?"]),
        (
            {"experiment": EXPERIMENT, "figure": FIGURE.replace('"points"}', '"pints"}')},
            ["critical_points/pints", "did you mean critical_points/points?"],
        ),
        ({"proof": "x = (\n"}, ["claim.py:1", "syntax error"]),
        ({"proofs/critical_point/claim.py": ""}, ["critical_point;", "critical_points?"]),
        ({"proofs/claim.py": ""}, ["proofs/claim.py: in no chapter", "proofs/<chapter>/claim.py"]),
    ],
)
def test_a_faulty_declaration_is_named_with_its_remedy(lay, files, words):
    with pytest.raises(UserError) as caught:
        registry.read(lay(**files))
    message = str(caught.value)
    assert "\n" not in message
    assert all(word in message for word in words), message


def test_every_chapter_of_the_inventory_is_known():
    assert {row["chapter"] for row in inventory.read(ROOT)} == set(outline.chapters(ROOT))


def test_every_figure_of_the_documents_is_drawn():
    wanted = {row["item"] for row in inventory.read(ROOT) if row["kind"] == "figure"}
    shown = {item for figure in registry.figures(ROOT) for item in figure.items}
    assert wanted - shown == set()
