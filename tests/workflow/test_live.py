"""The live figures compute what the project computes: functions, runs, gaps, countermodels.

What is exported is run twice: by Python, since arithmetic is written alike there, and by the page's
own scripts in a browser without a window, where there is one.
"""

import html
import json
import math
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import sympy as sp

from provenscape.claims.verification import verify
from provenscape.dossier import live
from provenscape.models import landscapes
from provenscape.models.optimizers import GradientDescent, HeavyBall, trajectory
from provenscape.study.experiments import seed_for
from provenscape.study.loading import load

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "src/provenscape/dossier/assets"
FIGURES = ("descent", "surfaces", "momentum", "countermodels", "flat-sharp")
NAMES = sorted({"flat_sharp", *(name for name, _ in live.SURFACES), *(d[1] for d in live.DESCENTS)})
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
POINTS = np.random.default_rng(0).uniform(-2, 2, (100, 2))
DIGITS = {"rtol": 1e-12, "atol": 1e-12}
STEPS = 60

# Runs the scripts of the pages on the input and leaves what they return, as JSON, in the page.
PROBE = """
const found = { values: {}, claims: [], eigen: [] };
for (const name of ["runs", "balls", "rolls", "framed", "gaps"]) found[name] = [];
for (const [name, f] of Object.entries(LIVE.landscapes)) {
  found.values[name] = INPUT.points.map((p) => {
    const at = p.slice(0, f.variables.length);
    return [f.f(at), f.gradient(at), f.hessian(at)];
  });
}
for (const { landscape, start, eta } of LIVE.descents) {
  const options = { ...LIVE.noise, start, eta };
  const { gradient } = LIVE.landscapes[landscape];
  found.framed.push(Live.figures.descent.reach(gradient, options));
  found.runs.push([Live.figures.descent.plain(gradient, options, INPUT.steps),
    Live.figures.descent.perturbed(gradient, options, INPUT.steps)]);
}
for (const { landscape, start } of LIVE.telemetry) {
  const { gradient } = LIVE.landscapes[landscape];
  const { steps, ...options } = { ...LIVE.momentum, start };
  found.balls.push(Live.figures.momentum.ball(gradient, options, steps));
  found.rolls.push(Live.figures.momentum.ball(gradient, { ...options, beta: 0 }, steps));
}
found.gaps = [LIVE.shift, 0, -0.5].map(Live.figures.flatSharp.gaps);
for (const claim of LIVE.claims) {
  for (const { without, values } of claim.presets) {
    const dropped = new Set(without ? [without] : []);
    const judged = Live.figures.countermodels.judge(claim, values, dropped);
    found.claims.push({ id: claim.id, dropped: without, ...judged });
  }
}
found.eigen = INPUT.matrices.map(Live.eigen);
const { gradient } = LIVE.landscapes.double_well;
const far = Live.figures.descent.plain(gradient, { start: [1.8, 0.5], eta: 0.6 }).at(-1).x;
const finite = far.map(Number.isFinite);
found.far = { finite, point: Live.point(far), norm: Live.text(Live.norm(far)) };
document.getElementById("found").textContent = JSON.stringify(found);
"""


def browse(page, tmp_path):
    """The page's document after its scripts ran, and what they said on the console."""
    if BROWSER is None:
        pytest.skip("no Chromium here: Debian's package chromium runs the scripts of the pages")
    command = [
        BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
        f"--user-data-dir={tmp_path / 'profile'}", "--virtual-time-budget=5000", "--dump-dom",
        page.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]


@pytest.fixture(scope="module")
def records():
    """The claims of the live figures, as the ledger has them."""
    files = {path.stem: path for path in (ROOT / "proofs").glob("*/*.py")}
    return {name: verify(files[name.replace("-", "_")]) for name in live.CLAIMS}


@pytest.fixture(scope="module")
def script(records):
    return live.script(SimpleNamespace(claims=records))


@pytest.fixture(scope="module")
def found(script, tmp_path_factory):
    """What the page's scripts return."""
    folder = tmp_path_factory.mktemp("live")
    (folder / "live-data.js").write_text(script, encoding="utf-8")
    sources = ["live-data.js", *((ASSETS / f"{name}.js").as_uri() for name in scripts())]
    given = {"points": POINTS.tolist(), "steps": STEPS, "matrices": MATRICES.tolist()}
    page = folder / "page.html"
    page.write_text(
        "<!DOCTYPE html><meta charset='utf-8'><pre id='found'></pre>"
        + "".join(f"<script src='{source}'></script>" for source in sources)
        + f"<script>const INPUT = {json.dumps(given)};{PROBE}</script>",
        encoding="utf-8",
    )
    text, said = browse(page, folder)
    assert not said
    return json.loads(html.unescape(re.search(r'<pre id="found">(.*?)</pre>', text, re.S)[1]))


def scripts():
    return ["live", *(f"live-{name}" for name in FIGURES)]


MATRICES = np.array([[a, b, b, c] for a, b, c in np.random.default_rng(1).normal(size=(100, 3))])


def run_by_python(code, p):
    """The value of an exported function at p: its arithmetic is written as Python's is."""
    body = re.fullmatch(r"\(p\) => \{ (.*); \}", code)[1]
    *steps, last = body.replace("Math.", "math.").replace("const ", "").split("; ")
    names = {"math": math, "p": p}
    for step in steps:
        exec(step, names)
    return eval(last.removeprefix("return "), names)


def exported(text, name):
    return re.search(rf'"{name}": (\(p\) => \{{ .*?; \}})', text)[1]


@pytest.mark.parametrize("name", NAMES)
def test_exported_functions_agree_with_the_landscapes(name):
    found, text = landscapes.get(name), live.landscape(name)
    points = POINTS[:, : found.dimension]
    for part, expected in (
        ("f", found.value(points)),
        ("gradient", found.grad(points)),
        ("hessian", found.hess(points).reshape(len(points), -1)),
    ):
        values = np.array([run_by_python(exported(text, part), p) for p in points.tolist()])
        np.testing.assert_allclose(values, expected, **DIGITS)


@pytest.mark.parametrize("name", NAMES)
def test_functions_in_the_browser_agree_with_the_landscapes(name, found):
    landscape = landscapes.get(name)
    points = POINTS[:, : landscape.dimension]
    values, gradients, hessians = zip(*found["values"][name], strict=True)
    np.testing.assert_allclose(values, landscape.value(points), **DIGITS)
    np.testing.assert_allclose(gradients, landscape.grad(points), **DIGITS)
    np.testing.assert_allclose(hessians, landscape.hess(points).reshape(len(points), -1), **DIGITS)


def test_eigenvalues_in_the_browser_agree_with_numpy(found):
    for matrix, got in zip(MATRICES.reshape(-1, 2, 2), found["eigen"], strict=True):
        np.testing.assert_allclose(got["values"], np.linalg.eigvalsh(matrix), **DIGITS)
        vectors = np.array(got["vectors"]).T
        np.testing.assert_allclose(matrix @ vectors, vectors * got["values"], **DIGITS)
        np.testing.assert_allclose(vectors.T @ vectors, np.eye(2), **DIGITS)


def test_the_run_as_printed_is_the_recursion(found):
    presets = [label for label, *_ in live.DESCENTS]
    _, _, (x, y), eta = live.DESCENTS[presets.index("as printed in the notes")]
    plain, _ = found["runs"][presets.index("as printed in the notes")]
    k = np.arange(STEPS + 1)
    expected = np.stack([(1 - 2 * eta) ** k * x, (1 + 2 * eta) ** k * y], axis=-1)
    np.testing.assert_allclose([s["x"] for s in plain], expected, rtol=1e-12)


def test_runs_in_the_browser_are_those_of_the_project(found):
    for (_, name, start, eta), (plain, perturbed) in zip(live.DESCENTS, found["runs"], strict=True):
        gradient = landscapes.get(name).grad
        expected = trajectory(GradientDescent(eta), gradient, np.array([start]), STEPS).x[:, 0]
        np.testing.assert_allclose([s["x"] for s in plain], expected, **DIGITS)
        uniform = mulberry32(live.NOISE["seed"])
        assert perturbed[0]["x"] == list(start)
        for before, after in pairwise(perturbed):
            x = np.array(before["x"])
            small = np.linalg.norm(gradient(x)) <= live.NOISE["epsilon"]
            assert after["perturbed"] == small
            if small:
                angle = 2 * np.pi * next(uniform)
                length = live.NOISE["radius"] * math.sqrt(next(uniform))
                x = x + length * np.array([np.cos(angle), np.sin(angle)])
            np.testing.assert_allclose(after["x"], x - eta * gradient(x), **DIGITS)


def mulberry32(state):
    """The generator of the pages, in Python's whole numbers."""
    word = 2**32 - 1
    while True:
        state = state + 0x6D2B79F5 & word
        t = (state ^ state >> 15) * (1 | state) & word
        t = (t + ((t ^ t >> 7) * (61 | t) & word) & word) ^ t
        yield (t ^ t >> 14) / 2**32


def test_a_run_that_diverges_beyond_all_numbers_is_said_to(found):
    assert not all(found["far"].pop("finite"))
    assert found["far"] == {"point": "too far for numbers", "norm": "too large for a number"}


def test_momentum_in_the_browser_is_that_of_the_project(found):
    method = HeavyBall(live.MOMENTUM["eta"], live.MOMENTUM["beta"])
    for (_, name, start), run in zip(live.TELEMETRY, found["balls"], strict=True):
        gradient = landscapes.get(name).grad
        expected = trajectory(method, gradient, np.array([start]), live.MOMENTUM["steps"])
        states = np.hstack([expected.x[:, 0], expected.memory["velocity"][:, 0]])
        near = np.abs(states).max(axis=1) < 100  # one runs off, faster than any power
        got = np.array([[*s["x"], *s["v"]] for s in run], dtype=float)
        assert near[:40].all()
        np.testing.assert_allclose(got[near], states[near], **DIGITS)


def test_gaps_in_the_browser_are_those_of_the_landscape(found):
    f = landscapes.get("flat_sharp")
    for shift, got in zip((live.SHIFT, 0, -0.5), found["gaps"], strict=True):
        for (place,), one in zip(f.critical_points, got, strict=True):
            x = np.array([float(place)])
            np.testing.assert_allclose(one["training"], f.value(x), **DIGITS)
            np.testing.assert_allclose(one["test"], f.value(x - shift), **DIGITS)
            np.testing.assert_allclose(one["curvature"], f.hess(x)[0, 0], **DIGITS)
    assert [round(one["gap"], 2) for one in found["gaps"][0]] == [0.05, 0.93]


def test_presets_are_those_of_the_experiments():
    paths = load(ROOT / "experiments/saddle_escape/document_paths.py")
    worked = load(ROOT / "experiments/saddle_escape/worked_example.py")
    basins = load(ROOT / "experiments/implicit_bias/flat_and_sharp_minima.py")
    starts = {label: (start, eta) for label, _, start, eta in live.DESCENTS}
    assert starts["as printed in the notes"] == (worked.STARTS["as printed"], worked.ETA)
    assert starts["coordinates exchanged"] == (worked.STARTS["exchanged"], worked.ETA)
    assert starts["on the axis"] == (paths.AXIS_START, paths.HEADER_ETA)
    assert starts["off the axis by 0.03"] == ((paths.NUDGE, 0.0), paths.BALL_ETA)
    assert (live.NOISE["epsilon"], live.NOISE["radius"]) == (paths.EPSILON, paths.RADIUS)
    assert live.MOMENTUM == {
        "eta": paths.TELEMETRY_ETA, "beta": paths.BETA, "steps": paths.TELEMETRY_STEPS,
    }  # fmt: skip
    assert live.SHIFT == basins.SHIFT


def test_states_agree_with_the_tables(found):
    paths = load(ROOT / "experiments/saddle_escape/document_paths.py")
    seed = seed_for("saddle_escape", "document_paths", 1)
    tables = paths.run({"points": 5, "replicas": 10}, seed)
    runs = tables["telemetry"].set_index(["run", "start"])
    for method, balls in (("heavy ball", found["balls"]), ("gradient descent", found["rolls"])):
        for place, ball in zip(("on the axis", "off the axis"), balls, strict=False):
            run = runs.loc[(method, place)]
            states = np.array([[*s["x"], np.hypot(*s["v"])] for s in ball])[: len(run)]
            near = np.abs(states).max(axis=1) < 100
            assert near[:40].all()
            assert run["velocity"].iloc[1] > 0
            got = run[["x", "y", "velocity"]].to_numpy()
            np.testing.assert_allclose(states[near], got[near], **DIGITS)


def test_the_frame_holds_both_runs_of_each_preset_to_the_step_shown_first(found):
    for reach, pair in zip(found["framed"], found["runs"], strict=True):
        shown = np.array([s["x"] for run in pair for s in run[:13]], dtype=float)
        assert np.abs(shown).max() < reach < 10
    assert max(found["framed"]) > 2.2 == min(found["framed"])


def test_presets_of_claims_hold_or_refute_in_the_browser(found):
    assert {c["id"] for c in found["claims"]} == set(live.CLAIMS)
    for judged in found["claims"]:
        assert judged["broken"] == [], judged["id"]
        assert judged["without"] == ([judged["dropped"]] if judged["dropped"] else [])
        assert judged["concluded"] == (judged["dropped"] is None), judged["id"]


def test_every_countermodel_of_the_ledger_is_a_preset(records):
    for record in records.values():
        points = [h for h in record["hypotheses"] if "=" in (h["countermodel"] or "")]
        names = [preset["without"] for preset in live.presets(record)]
        assert names == [None, *(h["name"] for h in points)]


def test_presets_are_exact_points_of_the_claims(records):
    for record in records.values():
        statement = record["statement"]
        symbols = [sp.Symbol(s["name"], real=True) for s in statement["symbols"]]
        for preset in live.presets(record):
            at = dict(zip(symbols, map(sp.nsimplify, preset["values"]), strict=True))
            for relation in statement["given"] + statement["then"]:
                left, right = (live.read(relation[side], symbols) for side in ("left", "right"))
                holds = {
                    "<=": sp.Le, ">=": sp.Ge, "<": sp.Lt, ">": sp.Gt, "=": sp.Eq,
                }[relation["op"]](left.subs(at), right.subs(at))  # fmt: skip
                is_conclusion = relation in statement["then"]
                fails = preset["without"] is not None and (
                    is_conclusion or relation["name"] == preset["without"]
                )
                assert bool(holds) != fails, (record["id"], preset, relation)


@pytest.mark.parametrize("text", ["f(x)", "x if x else 1", "x.real", "y", "1.5", "x < 1", "[x]"])
def test_a_side_that_is_no_arithmetic_is_refused(text):
    with pytest.raises(ValueError, match="no arithmetic of x"):
        live.read(text, [sp.Symbol("x", real=True)])


def test_sides_are_read_as_they_are_written():
    x = sp.Symbol("x", real=True)
    assert live.read("-3*x**2/2 + sqrt(5)*x - 1", [x]) == -3 * x**2 / 2 + sp.sqrt(5) * x - 1


def test_scripts_are_small_and_run_from_disk():
    sizes = {name: (ASSETS / f"{name}.js").stat().st_size for name in scripts()}
    assert max(sizes.values()) < 15_000 and sum(sizes.values()) < 60_000
    for name in scripts():
        text = (ASSETS / f"{name}.js").read_text(encoding="utf-8")
        assert not re.search(r"\b(fetch|import|export|requestAnimationFrame|setInterval)\b", text)


@pytest.mark.parametrize(("page", "shown"), [("live.html", 4), ("index.html", 2)])
def test_figures_take_the_place_of_the_still_pictures(page, shown, first_build, tmp_path):
    """The miniature has none of the claims, whose figure stays a still one."""
    text, said = browse(first_build[0].root / "results/dossier" / page, tmp_path)
    assert not said
    assert text.count('class="live-body"') == shown
    assert text.count('class="live-still"') == 1
