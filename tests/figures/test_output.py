"""From a figure file to its outputs: the same bytes, filled captions, nothing half-written."""

import io
import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from PIL import Image

from provenscape import figures
from provenscape.errors import UserError
from provenscape.figures import legibility, output
from provenscape.figures.style import COLUMN_WIDTHS
from provenscape.study import files, tables

SOURCE = '''"""A line."""
import matplotlib.pyplot as plt
from provenscape.figures import SINGLE_COLUMN

ITEMS = ("E-26",)
TITLE = "A line"
CAPTION = "Slope {slope:.2f}, from {start}."
NOTES = "Two points & no more, slope {slope:.3f}."
ALT = "A line of slope {slope:.1f} & more."
TABLES = {"line": "line"}
VALUES = "values"


def draw(tables):
    figure, axes = plt.subplots(figsize=(SINGLE_COLUMN, 2), layout="constrained")
    axes.plot(tables["line"]["x"], tables["line"]["y"])
    axes.set_xlabel("$x$")
    return figure
'''


def written(folder):
    """A project with one figure and its data: (path of the figure, data, results)."""
    path = folder / "figures/critical_points/line.py"
    path.parent.mkdir(parents=True)
    path.write_text(SOURCE, encoding="utf-8")
    data = folder / "data"
    chapter = data / "critical_points"
    tables.write(pd.DataFrame({"x": [0.0, 1.0], "y": [0.0, -2.5]}), chapter / "line.csv")
    values = pd.DataFrame({"name": ["slope", "start"], "value": [-2.5, "the origin"]})
    tables.write(values, chapter / "values.csv")
    return path, data, folder / "out"


@pytest.fixture
def project(tmp_path):
    """A project of a test's own, to draw or to spoil."""
    return written(tmp_path)


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    """The results of the project as it is, drawn once: to be read."""
    path, data, out = written(tmp_path_factory.mktemp("usual"))
    figures.draw_file(path, data, out)
    return out


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*.*"))}


def test_a_users_own_settings_of_matplotlib_change_no_byte(project, usual):
    path, data, out = project
    own = {"axes.facecolor": "pink", "lines.linestyle": "--", "savefig.bbox": "tight"}
    with mpl.rc_context(own | {"axes.formatter.limits": (-1, 1), "svg.fonttype": "path"}):
        figures.draw_file(path, data, out)
    assert contents(out) == contents(usual)


def test_a_column_that_a_table_lacks_is_named_with_the_line_that_wants_it(project):
    path, data, out = project
    tables.write(pd.DataFrame({"x": [0.0, 1.0]}), data / "critical_points/line.csv")
    with pytest.raises(UserError, match=r"line\.py:\d+: 'y': not in its tables, \w+ \(x\)"):
        figures.draw_file(path, data, out)
    assert not out.exists()


def test_four_files_are_written_and_the_sidecar_names_what_went_in(project):
    path, data, out = project
    written = figures.draw_file(path, data, out, {"line": {"points": 2}})
    assert [place.name for place in written] == [
        f"line.{kind}" for kind in ("pdf", "svg", "png", "webp", "json")
    ]
    sidecar = json.loads((out / "critical_points/line.json").read_text(encoding="utf-8"))
    assert sidecar["id"] == "line"
    assert sidecar["chapter"] == "critical_points"
    assert sidecar["items"] == ["E-26"]
    assert sidecar["caption"] == "Slope −2.50, from the origin."
    assert sidecar["notes"] == "Two points & no more, slope −2.500."
    assert sidecar["alt"] == "A line of slope −2.5 & more."
    assert sidecar["parameters"] == {"line": {"points": 2}}
    assert sidecar["sources"] == [
        {
            "table": f"critical_points/{name}",
            "sha256": files.sha256(data / f"critical_points/{name}.csv"),
        }
        for name in ("line", "values")
    ]


def test_drawing_twice_gives_the_same_bytes(project, usual):
    path, data, out = project
    with plt.rc_context({"font.size": 20, "svg.fonttype": "none"}):  # of no consequence
        figures.draw_file(path, data, out)
    assert contents(out) == contents(usual)


def test_the_last_digit_of_a_place_leaves_the_svg_as_it_is(project):
    path, data, out = project
    made = 'figure, axes = plt.subplots(figsize=(SINGLE_COLUMN, 2), layout="constrained")'
    edit(path, made, f"{made}\n    axes.set_position((0.21, 0.23, 0.67, 0.67))")
    figures.draw_file(path, data, out / "first")
    edit(path, "0.23,", "0.23 + 1e-15,")
    figures.draw_file(path, data, out / "second")
    name = "critical_points/line.svg"
    first, second = ((out / run / name).read_text("utf-8") for run in ("first", "second"))
    assert first == second
    assert 'clipPath id="critical_points-line-clip-1"' in first
    assert "url(#critical_points-line-clip-1)" in first


def test_other_data_give_other_bytes(project, usual):
    path, data, out = project
    other = pd.DataFrame({"x": [0.0, 1.0], "y": [0.0, -2.4]})
    tables.write(other, data / "critical_points/line.csv")
    figures.draw_file(path, data, out)
    first, second = contents(usual), contents(out)
    assert all(first[name] != second[name] for name in first)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("{slope:.2f}", "{slop}", "no value 'slop' for the caption; known: slope, start"),
        ("{slope:.1f}", "{slop}", "no value 'slop'"),
        ('VALUES = "values"\n', "", "VALUES is not declared"),
        ("{start}", "{start", "mend its braces"),
        ("SINGLE_COLUMN, 2)", "5, 2)", "is 5 in wide"),
        ("Slope", "Word " * 60, "has 64 words"),
        ('set_xlabel("$x$")', 'set_xlabel("$x$", fontsize=5)', "set in 5 points"),
        ("def draw", "def paint", r"no function draw\(tables\)"),
        ("import SINGLE_COLUMN", "import TRIPLE_COLUMN", "TRIPLE_COLUMN.*mend the import"),
        ('"line": "line"', '"line": "lime"', "no such table"),
        ("ITEMS =", "ITEM =", "ITEMS is missing"),
        ("figure, axes", "figure axes", "syntax"),
    ],
)
def test_a_faulty_figure_is_refused_and_leaves_nothing(project, before, after, message):
    path, data, out = project
    edit(path, before, after)
    with pytest.raises(UserError, match=message):
        figures.draw_file(path, data, out)
    assert not out.exists()


def test_title_and_alternative_text_stand_in_every_format(usual):
    chapter = usual / "critical_points"
    alt = "A line of slope −2.5 & more."
    svg = ElementTree.parse(chapter / "line.svg").getroot()
    space = "{http://www.w3.org/2000/svg}"
    assert [svg.findtext(f"{space}{name}") for name in ("title", "desc")] == ["A line", alt]
    pdf = (chapter / "line.pdf").read_bytes()
    assert b"/Title (A line)" in pdf
    assert alt.encode("utf-16-be")[:8] in pdf
    with Image.open(chapter / "line.png") as picture:
        assert picture.text["Title"] == "A line"
        assert picture.text["Description"] == alt


def test_the_text_of_an_svg_is_text(project):
    path, data, out = project
    edit(path, '"$x$"', '"abscissa"')
    figures.draw_file(path, data, out)
    assert ">abscissa</text>" in (out / "critical_points/line.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", COLUMN_WIDTHS)
def test_another_width_lays_the_figure_out_anew_with_text_of_the_same_size(project, width):
    path, data, out = project
    figures.draw_file(path, data, out, column_width=width)
    pdf = (out / "critical_points/line.pdf").read_bytes()
    assert f"/MediaBox [ 0 0 {72 * width:g} 144 ]".encode() in pdf
    assert legibility.glyph_sizes(pdf) == {7.5, 8.0}


def test_a_figure_that_fails_late_leaves_the_former_one_whole(project):
    path, data, out = project
    figures.draw_file(path, data, out)
    before = contents(out)
    edit(path, '"$x$"', 'r"$\\nonsense$"')  # mathtext fails only while the figure is rendered
    with pytest.raises(ValueError, match="nonsense"):
        figures.draw_file(path, data, out)
    assert contents(out) == before
    assert plt.get_fignums() == []


def test_an_unknown_figure_is_answered_with_near_names(project):
    path, data, out = project
    with pytest.raises(UserError, match="did you mean line"):
        figures.draw_file(path.with_name("lines.py"), data, out)


def test_a_place_that_cannot_be_written_to_is_named(project):
    path, data, out = project
    out.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(UserError, match="cannot be written"):
        figures.draw_file(path, data, out)


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{n} points", "7 points"),
        ("{rate}", "0.333"),
        ("{rate:.1e}", "3.3e−01"),
        ("{low:.1f}", "−1.5"),
        ("{name}", "a name-with-hyphen"),
        ("{{n}}", "{n}"),
    ],
)
def test_placeholders_are_written_as_a_reader_expects(text, filled):
    values = {"n": 7.0, "rate": 1 / 3, "low": -1.5, "name": "a name-with-hyphen"}
    assert figures.fill(text, values, "test") == filled


def test_mesh_orders_the_grid_whatever_the_order_of_the_rows():
    table = pd.DataFrame({"x": [0, 1, 0, 1], "y": [5, 5, 4, 4], "z": [2, 3, 0, 1]})
    grid = figures.mesh(table.sample(frac=1, random_state=1))
    assert grid["z"].tolist() == [[0, 1], [2, 3]]
    assert grid["y"].tolist() == [[4, 4], [5, 5]]


def test_style_leaves_the_settings_of_others_alone():
    before = dict(plt.rcParams)
    with figures.style():
        assert plt.rcParams["savefig.dpi"] == 300
    assert dict(plt.rcParams) == before


@pytest.mark.parametrize("suffix", ["pdf", "svg", "png"])
def test_a_format_has_the_bytes_of_savefig_in_the_layout_that_was_found(suffix):
    with figures.style(), mpl.rc_context({"svg.hashsalt": "a figure"}):
        figure, axes = plt.subplots(figsize=(3.5, 2), layout="constrained")
        axes.imshow([[0, 1], [2, 3]], rasterized=True)
        axes.set_ylabel("$x^2$")
        figure.draw_without_rendering()
        figure.set_layout_engine("none")
        place = axes.get_position().bounds
        described = output._of_format("a figure", "four squares")[suffix]
        ours = output._printed(figure, suffix, described)
        stream = io.BytesIO()
        figure.savefig(stream, format=suffix, metadata=described)
        assert ours == stream.getvalue()
        assert axes.get_position().bounds == place
        plt.close(figure)


ROOT = Path(__file__).parents[2]
EVERY = sorted(
    path.relative_to(ROOT) for path in ROOT.glob("figures/*/*.py") if path.name[0] not in "_."
)


@pytest.mark.parametrize("path", EVERY, ids=str)
def test_every_figure_declares_itself_and_is_under_eighty_lines(path):
    declared, draw = figures.load(ROOT / path)
    assert declared.items
    text = (ROOT / path).read_text(encoding="utf-8")
    function = text[text.index("def draw") :]
    assert function.count("\n") < 80
    assert callable(draw)


def test_the_sample_project_stands_alone(project, usual, tmp_path):
    path, data, out = project
    moved = tmp_path / "elsewhere"
    shutil.copytree(path.parents[2] / "figures", moved / "figures")
    figures.draw_file(moved / "figures/critical_points/line.py", data, out)
    assert contents(out) == contents(usual)
