"""`provenscape classify` as it is typed: text, JSON, figure, claim, and what is refused."""

import json
import os
import subprocess
import sys
import time

import pytest

from provenscape import cli
from provenscape.claims import verification
from provenscape.classify import drawing, formula
from provenscape.classify.moving import solutions_move
from provenscape.study.inventory import INVENTORY


def run(capsys, *arguments):
    try:
        cli.main(["classify", *arguments])
        status = 0
    except SystemExit as end:
        status = end.code
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_text_says_coordinates_kinds_and_that_the_list_is_complete(capsys):
    status, out, _ = run(capsys, "(x^2 + y^2 - 1)^2")
    assert status == 0
    assert "strict maximum" in out and "curve of stationary points: x**2 + y**2 - 1 = 0" in out
    assert "\ncomplete: " in out and "global minimum: 0 on x**2 + y**2 - 1 = 0" in out


def test_several_sets_of_minimizers_do_not_read_as_one_point(capsys):
    _, out, _ = run(capsys, "(x*y*z)^2")
    assert "global minimum: 0 on x = 0, on y = 0, on z = 0;" in out
    _, out, _ = run(capsys, "(x^2 + y^2 - 1)^2 + z^2")
    assert "global minimum: 0 on z = 0 and x**2 + y**2 - 1 = 0;" in out


def test_an_expression_may_begin_with_a_minus(capsys):
    status, out, _ = run(capsys, "-x**2")
    assert status == 0 and "strict maximum" in out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x^4 - x", "complete: all real roots of the derivative, isolated"),
        ("x^4 - x + y^2", "complete: all solutions, real and complex, from the algebra modulo"),
        ("x^4 - x + (x*y)^2", "complete: all solutions, real and complex, from the algebra"),
        ("(x*y)^2", "complete: all real zeros of the common factor of the derivatives; and of"),
        ("(x^2 + y^2)^2", "complete: all real zeros of the common factor of the derivatives;"),
        ("3", "complete: f is constant: every point is stationary"),
    ],
)
def test_why_a_list_is_complete_is_said_as_it_is(capsys, text, said):
    assert said in run(capsys, text)[1]


def test_json_has_everything(capsys):
    status, out, _ = run(capsys, "x^6/6 - x^2/2 + x + y^2", "--json")
    data = json.loads(out)
    assert status == 0 and data["complete"] is True
    assert data["points"][0]["value"]["exact"].startswith("CRootOf(7776*x**5")


def test_an_incomplete_list_is_not_called_complete(capsys):
    status, out, _ = run(capsys, "(1 - cos(x+y))^2 + y^2", "--box", "x=-1:1,y=-1:1")
    assert status == 1 and "NOT COMPLETE" in out and "\ncomplete" not in out


def test_a_time_limit_ends_it_with_a_line(capsys):
    started = time.monotonic()
    status, out, _ = run(capsys, "(x+2*y+3*z+w+1)^8 + x^7*y - z^3*w^5 + x*y*z*w", "--seconds", "1")
    assert "takes longer than 1 s; give it longer with --seconds" in str(status) and not out
    assert time.monotonic() - started < 8


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_a_figure_is_the_same_each_time(tmp_path, capsys, form):
    assert form in drawing.FORMATS  # imported here, Matplotlib comes once to all children
    first, second = (tmp_path / f"{name}.{form}" for name in ("first", "second"))
    for path in (first, second):
        assert run(capsys, "x^2*y^2 - x", "--figure", str(path))[0] == 0
    assert first.read_bytes() == second.read_bytes()


def test_the_window_of_a_figure_is_as_wide_as_its_points_need():
    points = [{"coordinates": [{"near": x}, {"near": "0"}]} for x in ("-0.001", "0.001")]
    data = {"variables": ["x", "y"], "points": points, "curves": []}
    assert all(0.001 < high - low < 0.01 for low, high in drawing._window(data))
    assert drawing._window(data | {"points": points[:1]}) == [(-1.001, 0.999), (-1, 1)]


@pytest.mark.parametrize(
    ("expression", "says"),
    [
        ("x^6/6 - x^2/2 + x + y^2", "root_of(x**5 - x + 1, 0)"),
        ("x^3 - 3*x*y^2", "(0, 0)"),
        ("x^4 - 4*x^2 + y^2*x^2/2 + y^2", "sqrt(2)"),
        ("x^3/3 - x", "(-1)"),
    ],
)
def test_a_claim_is_verified_and_its_false_neighbours_are_rejected(
    tmp_path, capsys, expression, says
):
    path = tmp_path / "my_function.py"
    assert run(capsys, expression, "--claim", str(path))[0] == 0
    record = verification.verify(path)
    assert record["verdict"] == "proved" and says in record["statement"]["text"]
    assert record["mutants"]["rejected"] == record["mutants"]["total"] > 0


def test_a_claim_that_lacks_a_point_is_not_accepted(tmp_path, capsys):
    path = tmp_path / "my_function.py"
    run(capsys, "x^3/3 - x", "--claim", str(path))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    ((-1,), (0, 1, 0)),\n", ""), encoding="utf-8")
    with pytest.raises(Exception, match="not listed"):
        verification.verify(path)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("sin(x)",), "--box x=-2:2"),
        (("a*x^2",), "parameter"),
        (("x^2", "--claim", "Name.txt"), "name it in lower case"),
        (("2*x + y", "--claim", "linear.py"), "one at least"),
        (("(x^2 + y^2 + z^2)^2", "--claim", "sphere.py"), "finitely many complex stationary"),
        (("x^2 + y^2 + z^2", "--figure", "f.png"), "one or two variables"),
        (("x^2", "--figure", "f.gif"), ".pdf, .svg or .png"),
        (("sin(x)", "--box", "x=1"), "--box"),
        (("(x*y*z - 1)^2 + x^2 + sqrt(2)",), "--box"),
        (("x^9 + y^9 + z^9 + x*y*z + x + y^2",), "put numbers for all variables but two"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(tmp_path, capsys, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    status, out, _ = run(capsys, *arguments)
    assert words in str(status) and "\n" not in str(status) and not out
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "hostile",
    [
        "x^2 # + y^2", "9" * 10**5, "(" * 900 + "x" + ")" * 900, "9**9**9**9**x",
        "x.__class__.__mro__", "ｘ + 1",
        "__import__('os').system('touch evil')", "x^99999999", "((x+1)^999)^999", "\ud800x",
    ],
)  # fmt: skip
def test_a_hostile_expression_is_refused_in_one_line(tmp_path, capsys, monkeypatch, hostile):
    monkeypatch.chdir(tmp_path)
    started = time.monotonic()
    status, out, _ = run(capsys, hostile)
    assert str(status).startswith("error: ") and "\n" not in str(status) and not out
    assert len(str(status)) < 400 and time.monotonic() - started < 2
    assert not list(tmp_path.iterdir())


def test_the_command_starts_without_matplotlib_and_solvers():
    code = (
        "import sys; from provenscape import cli; from provenscape.commands import classifying; "
        "classifying._classify(cli._parser().parse_args(['classify', 'x^2 + y^4'])); "
        "print(sorted({'matplotlib', 'cvxpy', 'jax', 'scipy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("[]")


REFUSED = """
import json, sys
from provenscape.cli import main
for text in json.loads(sys.argv[1]):
    try:
        main(["classify", text])
    except SystemExit as refused:
        assert str(refused).startswith("error: the expression is not read: "), refused
print(sorted({"sympy", "flint", "numpy"} & set(sys.modules)))
"""


def test_what_is_no_formula_is_refused_before_sympy_is_there():
    texts = ["x*", "a*x", "abs(x)", "2x", "x.real", "x // 2", "1_0*x", "e^x", "f(x)", "x # y"]
    code = [sys.executable, "-c", REFUSED, json.dumps(texts)]
    assert subprocess.run(code, capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize(("option", "name"), [("--claim", "keep.py"), ("--figure", "keep.png")])
def test_no_file_is_replaced_and_no_folder_made(tmp_path, capsys, monkeypatch, option, name):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text("mine", encoding="utf-8")
    status, out, _ = run(capsys, "x^2", option, name)
    assert "is there already; name a new file" in str(status) and not out
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"
    status, out, _ = run(capsys, "x^2", option, f"away/{name}")
    assert "there is no folder away; make that first" in str(status) and not out
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_where_a_claim_can_be_verified_is_said(tmp_path, capsys):
    alone = tmp_path / "my_square.py"
    status, _, err = run(capsys, "x^2", "--claim", str(alone))
    assert status == 0 and f"provenscape verify {alone}`, anywhere" in err
    chapter = tmp_path / "proofs" / "mine"
    chapter.mkdir(parents=True)
    (tmp_path / INVENTORY).parent.mkdir(exist_ok=True)
    (tmp_path / INVENTORY).touch()
    status, _, err = run(capsys, "x^2", "--claim", str(chapter / "my_square.py"))
    assert status == 0 and err.rstrip().endswith("by `provenscape verify my-square`")


def test_an_answer_of_too_many_digits_is_refused_in_one_line(capsys):
    status, _, error = run(capsys, "(3^950)^10*x^2 - x")
    said = str(status) + error
    assert "has more than 4300 digits" in said and "shorter coefficients" in said
    assert run(capsys, "(3^950)^9*x^2 - x")[0] == 0


@pytest.mark.parametrize("right", ["1", "-2"])
def test_a_factorization_whose_stationary_points_move_is_refused_at_once(capsys, right):
    factored = f"(x*z - 1)^2 + (x*w)^2 + (y*z)^2 + (y*w - ({right}))^2"
    start = sum(os.times()[:4])
    status, _, error = run(capsys, factored, "--variables", "x,y,z,w")
    assert "not isolated, and its system does not split" in str(status) + error
    assert sum(os.times()[:4]) - start < 2


def test_isolated_points_are_not_seen_to_move(capsys):
    _, out, _ = run(capsys, "x^4 + y^4 + z^4 + x*y*z", "--variables", "x,y,z")
    assert "complete: all solutions, real and complex" in out
    assert not solutions_move(gradient("x^4 + y^4 + z^4"))
    assert not solutions_move(gradient("(x*y*z - 1)^2 + x^2 + y^2 + z^2"))
    assert solutions_move(gradient("(x^2 + y^2 + z^2 - 1)^2 + (x - y)^2"))


def gradient(text):
    poly = formula.polynomial(*formula.parse(text, ["x", "y", "z"])).poly
    return [poly.derivative(i) for i in range(3)]
