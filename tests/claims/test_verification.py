"""A claim gets no verdict from a broken, vacuous, toothless, unreadable or endless proof file."""

import itertools
import textwrap
import time

import pytest

from provenscape.claims.isolation import isolated
from provenscape.claims.loading import load
from provenscape.claims.verification import verify, verify_chapter, verify_here
from provenscape.errors import UserError

GOOD = '''
"""Squares of numbers above one exceed one."""
from provenscape.kernel import Claim, combine, gt, ge, real
x = real("x")
claim = Claim(
    id="square", says="x > 1 gives x^2 > 1.", items={}, where={x: "a number"},
    given={"above": gt(x, 1)}, then=gt(x**2, 1),
)
witness = {x: 2}
countermodels = {"above": {x: 0}}
def proof():
    return combine(claim, using={"above": 2}, squares=[(1, x - 1)])
'''


def written(tmp_path, text, name="square"):
    folder = tmp_path / "proofs" / "chapter"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.py"
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return path


def test_a_sound_file_gets_its_verdict(tmp_path):
    record = verify(written(tmp_path, GOOD))
    assert record["verdict"] == "proved"
    assert record["hypotheses"][0]["status"] == "needed"
    assert record["mutants"]["rejected"] == record["mutants"]["total"] > 1


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("witness = {x: 2}", "witness = {x: 0}", "fails at the witness"),
        ("witness = {x: 2}", "", "gives no value for x"),
        ('"above": 2}', '"above": 3}', "not an identity"),
        ("then=gt(x**2, 1)", "then=gt(x**2, 2)", "not an identity"),
        ("{x: 0}}", "{x: 2}}", "refutes nothing"),
        ('{"above": {x: 0}}', '{"below": {x: 0}}', "no hypothesis"),
        ("then=gt(x**2, 1)", "then=gt(x**2, 1), tight=True", "tight claim needs"),
        ("def proof():", "def proof(:", ":11: "),
        ("def proof():", "def evidence():", "needs either"),
        ('id="square"', 'id="cube"', "name it square"),
        ('where={x: "a number"}', "where={}", "x of square has no meaning"),
        ('{x: "a number"}', '{x: "a number", real("y"): "?"}', "y does not occur"),
        ('{x: "a number"}', '{x: ""}', "give a meaning in words"),
        ("items={}", 'items={"E-01": "sort of"}', "say whole, instance, definition"),
        ("items={}", 'items=["E-01"]', "must be a mapping"),
        ("gt(x**2, 1)", "gt(x**2, x**2)", ":7: not accepted: .* says nothing"),
        ("gt(x**2, 1)", "gt(x + 1, x)", ":7: not accepted: .* says nothing"),
        ('x = real("x")', 'x = real("E")', ":4: not accepted: the name 'E' reads as something"),
        ("gt(x, 1)}", "gt(x, 1), 'more': gt(2, 1)}", "says nothing"),
        ("from provenscape", "import os\nfrom provenscape", ":3: a proof may not import os"),
        ("provenscape.kernel import", "provenscape.kernel.theorem import", "may not import Claim"),
        ("kernel import Claim,", "kernel import theorem, Claim,", "may not import theorem"),
        (
            "provenscape.kernel import",
            "provenscape import kernel; from provenscape.kernel import",
            "may not import kernel",
        ),
        (
            "from provenscape.kernel",
            "import provenscape.models.landscapes\nfrom provenscape.kernel",
            "may not import provenscape.models.landscapes",
        ),
        (
            "return combine(",
            "combine.__wrapped__ = None; return combine(",
            "may not use __wrapped__",
        ),
        ("return combine(", "combine.check = None; return combine(", "assigns to no attribute"),
        ("return combine(", "__import__('os'); return combine(", "may not use __import__"),
        (
            "return combine(",
            "getattr(claim, 'g' + 'iven'); return combine(",
            "is not defined; a proof has",
        ),
        ("return combine(", "eval('1'); return combine(", "is not defined; a proof has"),
        (
            "return combine(",
            "vars(claim)['given'] = {}; return combine(",
            "is not defined; a proof has",
        ),
        ("return combine(", "(i for i in ()).gi_frame; return combine(", "may not use gi_frame"),
        ("def proof", "class Six(int): pass\ndef proof", "uses no classes"),
        ("gt(x, 1)", "gt(x, 1.0)", ":7: 1.0 is no exact number"),
        ("gt(x**2, 1)", "gt(x**2, 1/3)", "two whole numbers is a float"),
        ("gt(x**2, 1)", "gt(x**2, x/x)", "divided by itself"),
        ("gt(x**2, 1)", "gt(x**2, (x - x) + 1)", "minus itself"),
        ("return combine(", "return (lambda *a, **k: 'proved')(", "was not made by a rule"),
        ("def proof():", "mutants = [('true', claim)]\ndef proof():", "is not shown false"),
        ("def proof():", "number = x.n(5)\ndef proof():", "gives a float"),
        ("def proof():", "number = " + "(" * 3000 + "1\ndef proof():", "nested|parenthes"),
        ("def proof():", "number = \0\ndef proof():", r"square.py:1: .*null bytes"),
    ],
)
def test_a_faulty_file_gets_one_clear_line(tmp_path, old, new, message):
    path = written(tmp_path, GOOD.replace(old, new))
    assert old in GOOD
    with pytest.raises(UserError, match=message) as caught:
        verify(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


SYMPY = "import sympy as sp\nfrom provenscape.kernel"


@pytest.mark.parametrize(
    ("used", "message"),
    [
        ("sp.sympify('1')", r"may not use sp.sympify"),
        ("sp.core", r"may not use sp.core"),
        ("list(sp)", "takes names from sp"),
        ("sp.exp(sp.log(x))", "exp of log"),
        ("sp.sqrt(x**2)**2", "square of a root"),
        ("sp.Rational(0.1)", "no exact number"),
    ],
)
def test_sympy_is_used_by_its_listed_names_alone(tmp_path, used, message):
    text = GOOD.replace("from provenscape.kernel", SYMPY)
    path = written(tmp_path, text.replace("return combine(", f"{used}; return combine("))
    with pytest.raises(UserError, match=message):
        verify(path)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("while True: pass", "longer than"),
        ("[0] * 10**10", "MB; make its steps smaller"),
        ("raise combine", "TypeError"),
        ("raise Rejected('line ' * 10**6)", "no verdict: line line .* …$"),
    ],
)
def test_a_file_that_does_not_end_or_eats_memory_is_one_line(tmp_path, body, message):
    path = written(tmp_path, GOOD.replace("return combine(", f"{body}\n    return combine("))
    path.write_text(path.read_text().replace("import Claim,", "import Claim, Rejected,"))
    with pytest.raises(UserError, match=message) as caught:
        verify(path, seconds=5)
    assert len(str(caught.value)) < 700


def test_what_a_task_prints_or_changes_stays_in_its_process(capfd):
    state = []

    def noisy():
        print("x" * 10**7, flush=True)
        state.append(1)
        return "done"

    assert isolated(noisy, "noisy") == "done"
    assert state == [] and capfd.readouterr().out == ""


def test_a_task_that_ends_its_process_is_named():
    def leaves():
        import os

        os._exit(0)

    with pytest.raises(UserError, match="leaves: its process ended without an answer"):
        isolated(leaves, "leaves")


def test_a_task_that_waits_for_the_processor_has_its_seconds_all_the_same():
    assert isolated(lambda: time.sleep(1) or 3, "waits", seconds=0.5) == 3
    with pytest.raises(UserError, match=r"busy: it takes longer than 1 s; find what"):
        isolated(lambda: next(i for i in itertools.count() if i < 0), "busy", seconds=1)


def test_a_child_of_a_stopped_task_is_stopped_too(tmp_path):
    mark = tmp_path / "mark"

    def starts():
        import subprocess
        import sys

        late = f"import time; time.sleep(2); open({str(mark)!r}, 'w')"
        subprocess.Popen([sys.executable, "-c", late])
        time.sleep(60)

    with pytest.raises(UserError, match="longer than"):
        isolated(starts, "starts", seconds=0.5, patience=1)
    time.sleep(2.5)
    assert not mark.exists()


def test_a_file_without_verdict_does_not_stop_its_chapter(tmp_path, capsys):
    written(tmp_path, GOOD)
    written(tmp_path, "1 +", "broken")
    written(tmp_path, GOOD.replace('id="square"', 'id="other"'), "other")
    with pytest.raises(UserError, match=r"broken\.py:1"):
        verify_chapter("chapter", tmp_path)
    said = capsys.readouterr().err
    assert "proved  square" in said and "proved  other" in said


def test_a_theorem_about_something_else_is_no_proof(tmp_path):
    weaker = "return combine(claim.lemma('weaker', claim.given, ge(x**2, 1)),"
    other = GOOD.replace("return combine(claim,", weaker)
    with pytest.raises(UserError, match="not about the claim"):
        verify(written(tmp_path, other))


def test_a_check_that_accepts_a_false_neighbour_gives_no_verdict(tmp_path):
    sloppy = GOOD + textwrap.dedent("""
    def proof():
        from provenscape.kernel import cite
        return cite(claim, "Somebody1900", "taken on trust")
    """)
    with pytest.raises(UserError, match="accepts a false neighbour"):
        verify(written(tmp_path, sloppy))


def test_an_unused_hypothesis_is_reported(tmp_path):
    spare = GOOD.replace('{"above": gt(x, 1)}', '{"above": gt(x, 1), "spare": gt(x, -5)}')
    record = verify(written(tmp_path, spare))
    status = {row["name"]: row["status"] for row in record["hypotheses"]}
    assert status == {"above": "needed", "spare": "unused"}


def test_each_mutant_is_shown_false_and_rejected_for_a_reason(tmp_path):
    record = verify_here(written(tmp_path, GOOD))
    for tried in record["mutants"]["tried"]:
        assert tried["false_at"] and tried["rejected"]
    moved = [m for m in record["mutants"]["tried"] if m["change"].startswith("above moved")]
    assert moved and "not an identity" in moved[0]["rejected"]


def test_what_can_be_read_off_the_hypotheses_is_shown_as_that(tmp_path):
    plain = GOOD.replace("gt(x**2, 1)", "gt(x**2 + x)").replace(
        'using={"above": 2}, squares=[(1, x - 1)]', 'using={"above": 1}, squares=[(1, x), (1, 1)]'
    )
    assert verify_here(written(tmp_path, plain))["evident"]
    assert not verify_here(written(tmp_path, GOOD))["evident"]


REFUTED_ROOTS = '''
"""The square has a root at 1: no, at 0."""
from provenscape.kernel import Claim, Roots, function, real, refute
x = real("x")
f = function("f", (x,), x**2)
claim = Claim(
    id="square", says="x^2 vanishes at 1 alone.", items={}, given={},
    then=Roots((f(x),), (x,), ((1,),)),
)
def refutation():
    return refute(claim, {x: 0})
'''


def test_a_refuted_solution_set_gets_its_verdict(tmp_path):
    record = verify(written(tmp_path, REFUTED_ROOTS))
    assert (record["verdict"], record["basis"]) == ("refuted", "proved")


def test_a_refuted_inertia_gets_its_verdict(tmp_path):
    zero = REFUTED_ROOTS.replace("Roots((f(x),), (x,), ((1,),))", "Inertia([[0]], 1, 0, 0)")
    zero = zero.replace("Roots", "Inertia").replace("[[0]]", "f.hessian((0,))")
    zero = zero.replace("x**2)", "x**3)").replace("{x: 0}", "{}")
    assert verify(written(tmp_path, zero))["verdict"] == "refuted"


def test_a_file_is_loaded_without_running_its_proof(tmp_path):
    assert load(written(tmp_path, GOOD.replace("return combine(", "raise KeyError("))).claim
