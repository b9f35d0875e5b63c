"""What has no worst case is called so, with an exact ray, and nothing else is."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from flint import arb_mat

from provenscape.cli import main
from provenscape.rate import every, file, interior, unbounded, words, worst
from provenscape.rate.checker import Refused
from provenscape.rate.interior import Fails

METHOD = """
functions:
  f: {{class: {kind}}}
minimizers: {{xs: f}}
start: [x]
given: {given}
step:
  x: x - grad(f, x)
steps: 1
metric: {metric}
"""
GAP, DISTANCE = "f(x) - f(xs)", "(x - xs)**2"
CASES = [
    ("ConvexFunction", f"{DISTANCE} <= 1", GAP),
    ("SmoothConvexFunction, L: 1", f"{GAP} <= 1", DISTANCE),
    ("SmoothConvexFunction, L: 1", f"{GAP} <= 1e-12", DISTANCE),
    ("ConvexLipschitzFunction, M: 2", f"{GAP} <= 1", DISTANCE),
]


def problem(tmp_path, kind, given, metric):
    path = tmp_path / "method.yaml"
    path.write_text(METHOD.format(kind=kind, given=given, metric=metric), encoding="utf-8")
    return file.load(path).problems[0][0]


@pytest.mark.filterwarnings("ignore:Solution may be inaccurate")
@pytest.mark.parametrize(("kind", "given", "metric"), CASES)
def test_a_metric_that_the_start_does_not_bound_has_a_ray(tmp_path, kind, given, metric):
    one = problem(tmp_path, kind, given, metric)
    ray = unbounded.ray_of(one, worst.prove)
    unbounded.require_ray(one, ray)
    squares = [place for place in ray.point if place[0] == place[1]]
    for place in [*squares, ("value", one.objective)]:
        with pytest.raises(Refused):
            unbounded.require_ray(one, replace(ray, point={**ray.point, place: ray.field(-1)}))
    far = tuple(replace(c, affine={**c.affine, 1: Fraction(1)}) for c in one.conditions)
    with pytest.raises(Refused):  # of a problem that has no point
        unbounded.require_ray(replace(one, conditions=far), ray)


@pytest.mark.parametrize(("given", "metric"), [(DISTANCE, DISTANCE), (DISTANCE, GAP), (GAP, GAP)])
def test_a_metric_that_has_a_bound_has_none(tmp_path, given, metric):
    one = problem(tmp_path, "SmoothConvexFunction, L: 1", f"{given} <= 1", metric)
    assert unbounded.ray_of(one, worst.prove) is None


def told(tmp_path, capsys, *options):
    with pytest.raises(SystemExit):
        main(["rate", str(tmp_path / "method.yaml"), *options])
    return capsys.readouterr().out


def test_it_is_named_in_one_line(tmp_path, capsys):
    problem(tmp_path, *CASES[1])
    first, *rest = told(tmp_path, capsys).splitlines()
    assert first.startswith("unbounded: all conditions hold along a ray on which the metric rises")
    assert rest[0].startswith("  along ")
    (one,) = json.loads(told(tmp_path, capsys, "--json"))
    assert one["status"] == "unbounded" and one["ray"]["inner products"]


def test_without_a_ray_it_only_seems_so(tmp_path, capsys, monkeypatch):
    problem(tmp_path, *CASES[1])

    def fails(*_):
        raise Fails("nothing")

    monkeypatch.setattr(worst, "prove", fails)
    assert told(tmp_path, capsys).startswith(
        "seems unbounded: PEPit's solver finds that the metric"
    )


@pytest.mark.filterwarnings("ignore:Solution may be inaccurate")
def test_a_large_worst_case_is_none_that_seems_unbounded(tmp_path, capsys):
    """L(L - 1)**2/2 on a parabola, for L = 10**6, of which PEPit's solver says unbounded; and after
    two such steps it is larger by (L - 1)**2 at least, and neither a proof nor a ray is found."""
    problem(tmp_path, "SmoothConvexFunction, L: 1000000", f"{DISTANCE} <= 1", GAP)
    path = tmp_path / "method.yaml"
    main(["rate", str(path)])
    assert capsys.readouterr().out.startswith("worst case = 499999000000500000\n")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("steps: 1", "steps: 2"), encoding="utf-8")
    assert told(tmp_path, capsys).startswith("not proved: numbers of the problem are not within")


WEAK = """
functions:
  f: {class: SmoothStronglyConvexFunction, mu: -1, L: 1}
minimizers: {xs: f}
start: [x]
given: f(x) - f(xs) <= 3
step:
  x: x - 1/2*grad(f, x)
steps: 2
metric: least(grad(f, x)**2)
"""


def test_a_minimizer_is_least_for_weakly_convex_functions(tmp_path, capsys):
    """With mu = -L the class is that of L-smooth functions, of which descent with 1/(2L) has
    16 L/(7N + 8) times the start (docs/rate.md)."""
    path = tmp_path / "method.yaml"
    path.write_text(WEAK, encoding="utf-8")
    main(["rate", str(path)])
    assert capsys.readouterr().out.startswith("worst case <= 24/11 for functions of the class")


@pytest.mark.parametrize("sums", [True, False])
def test_a_stationary_point_alone_is_named_where_it_bounds_nothing(tmp_path, capsys, sums):
    text = WEAK.replace("minimizers: {xs: f}", "minimizers: {xs: F}").replace("f(x) -", "F(x) -")
    text = text.replace("f(xs)", "F(xs)").replace("steps: 2", "steps: 1")
    (tmp_path / "method.yaml").write_text(
        text.replace("L: 1}", "L: 1}\n  g: {class: ConvexFunction}\n  F: f + g")
        if sums
        else METHOD.format(kind="ConvexFunction", given=f"{DISTANCE} <= 1", metric=GAP),
        encoding="utf-8",
    )
    said = told(tmp_path, capsys).splitlines()[0]
    assert "unbounded: " in said and said.endswith("look at whether the start bounds it")
    assert ("its stationary point is no more than that" in said) == sums


def test_a_file_says_minimizer_where_the_least_value_is_a_condition(tmp_path):
    path = tmp_path / "method.yaml"
    for text, zero in [
        (WEAK, "minimizer"),
        (
            WEAK.replace("SmoothStronglyConvexFunction", "SmoothQuadraticLojasiewiczFunctionCheap"),
            "stationary point",
        ),
        (WEAK.replace("L: 1}", "L: 1}\n  F: f + f").replace("xs: f", "xs: F"), "stationary point"),
    ]:
        path.write_text(text, encoding="utf-8")
        assert words.words_of(path).zero == zero


def test_steps_that_are_too_long_seem_unbounded_in_their_number(tmp_path):
    """With 3/L the worst case is 4^N/2, on a parabola."""
    problem(tmp_path, "SmoothConvexFunction, L: 1", f"{DISTANCE} <= 1", GAP)
    path = tmp_path / "method.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("x - grad", "x - 3*grad"), encoding="utf-8")
    assert "PEPit has 2, 8, 32, 512, which rises ever faster" in every._rises(path)
    path.write_text(text.replace("x - grad", "x - 3/2*grad"), encoding="utf-8")
    assert every._rises(path) is None
    problem(tmp_path, *CASES[1])
    assert "not bounded for N = 1" in every._rises(path)


@pytest.mark.parametrize(("step", "status"), [("3*grad", "seems unbounded"), ("grad", "none")])
def test_what_is_not_proved_is_asked_whether_it_rises(tmp_path, monkeypatch, step, status):
    problem(tmp_path, "SmoothConvexFunction, L: 1", f"{DISTANCE} <= 1", GAP)
    path = tmp_path / "method.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("x - grad", f"x - {step}"), encoding="utf-8")
    nothing = {"status": "none", "reason": "none is found"}
    monkeypatch.setattr(every, "_as_written", lambda *_: (nothing, "", 0))
    said, _ = every.rate(path)
    assert said["status"] == status and said["reason"].endswith("none is found")


@pytest.mark.parametrize("entries", [[[0]], [[1, 1], [1, 1]], [[-1]]])
def test_a_matrix_that_is_not_definite_has_no_factor(entries):
    with pytest.raises(Fails, match="no longer positive definite"):
        interior._cholesky(arb_mat(entries))
