"""A claim gets no verdict from a broken, vacuous, toothless or untidy proof file."""

import textwrap

import pytest

from provenscape.claims.verification import load, verify
from provenscape.errors import UserError

GOOD = '''
"""Squares of numbers above one exceed one."""
from provenscape.kernel import Claim, combine, gt, ge, real
x = real("x")
claim = Claim("square", [], "x > 1 gives x^2 > 1.", {"above": gt(x, 1)}, gt(x**2, 1))
witness = {x: 2}
countermodels = {"above": {x: 0}}
def proof():
    return combine(claim, using={"above": 2}, squares=[(1, x - 1)])
'''


def written(tmp_path, text):
    folder = tmp_path / "proofs" / "chapter"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "square.py"
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
        ("gt(x**2, 1))", "gt(x**2, 2))", "not an identity"),
        ("{x: 0}}", "{x: 2}}", "refutes nothing"),
        ('{"above": {x: 0}}', '{"below": {x: 0}}', "no hypothesis"),
        ("gt(x**2, 1))", "gt(x**2, 1), tight=True)", "tight claim needs"),
        ("def proof():", "def proof(:", "line 8"),
        ("def proof():", "def evidence():", "needs either"),
        ("from provenscape", "import os\nfrom provenscape", "may not import os"),
        ("provenscape.kernel import", "provenscape.kernel.theorem import", "may not import"),
        (
            "kernel import Claim,",
            "kernel import theorem, Claim,",
            "import provenscape.kernel.theorem",
        ),
        (
            "provenscape.kernel import",
            "provenscape import kernel; from provenscape.kernel import",
            "may not import provenscape.kernel",
        ),
        ("return combine(", "__import__('os'); return combine(", "may not use __import__"),
        ("return combine(", "Claim.__init__; return combine(", "may not use __init__"),
        ("gt(x, 1)", "gt(x, 1.0)", "1.0"),
        ("return combine(", "return type(", "its check raises TypeError"),
    ],
)
def test_a_faulty_file_gets_one_clear_line(tmp_path, old, new, message):
    path = written(tmp_path, GOOD.replace(old, new))
    assert old in GOOD
    with pytest.raises(UserError, match=message) as caught:
        verify(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_theorem_about_something_else_is_no_proof(tmp_path):
    weaker = "return combine(Claim('square', [], '', {'above': gt(x, 1)}, ge(x**2, 1)),"
    other = GOOD.replace("return combine(claim,", weaker)
    with pytest.raises(UserError, match="not about the claim"):
        verify(written(tmp_path, other))


def test_a_check_that_accepts_a_false_neighbour_gives_no_verdict(tmp_path):
    sloppy = GOOD + textwrap.dedent("""
    true = claim
    def proof():
        from provenscape.kernel import cite
        return cite(claim, "Somebody1900", "taken on trust")
    """)
    with pytest.raises(UserError, match="accepts a false neighbour"):
        verify(written(tmp_path, sloppy))


def test_an_object_that_looks_like_a_theorem_is_none(tmp_path):
    forged = GOOD + textwrap.dedent("""
    from dataclasses import make_dataclass
    Forged = make_dataclass("Forged", ["claim", "verdict", "steps"])
    def proof():
        return Forged(claim, "proved", ())
    """)
    with pytest.raises(UserError, match="was not made by a rule of the kernel"):
        verify(written(tmp_path, forged))


def test_an_unused_hypothesis_is_reported(tmp_path):
    spare = GOOD.replace('{"above": gt(x, 1)}', '{"above": gt(x, 1), "spare": gt(x, -5)}')
    record = verify(written(tmp_path, spare))
    status = {row["name"]: row["status"] for row in record["hypotheses"]}
    assert status == {"above": "needed", "spare": "unused"}


def test_a_file_is_loaded_without_running_its_proof(tmp_path):
    assert load(written(tmp_path, GOOD.replace("return combine(", "raise KeyError("))).claim
