"""What `pytest` says of the claims: a table at the end, and one line for a faulty file."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from workflow import warm

ROOT = Path(__file__).parents[1]
PROOF = (ROOT / "tests/samples/square.py").read_text(encoding="utf-8")
CLAIM_TESTS = ("tests/claims/conftest.py", "tests/claims/test_claims.py")


def run_tests(root, *options):
    """What pytest prints of the tests there, without what they have no use for."""
    without = ("-p", "no:cacheprovider", "-p", "no:hypothesispytest")
    return subprocess.run(
        [warm.python(), "-m", "pytest", *without, *options],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    ).stdout


@pytest.fixture
def verified(tmp_path):
    """Run the claims' tests on one proof and return what they print."""

    def run(proof, processes=0):
        (tmp_path / "tests/claims").mkdir(parents=True)
        for name in ("pyproject.toml", "tests/conftest.py", *CLAIM_TESTS):
            shutil.copy(ROOT / name, tmp_path / name)
        shutil.copytree(ROOT / "documents", tmp_path / "documents")
        (tmp_path / "proofs/hardness").mkdir(parents=True)
        (tmp_path / "proofs/hardness/square.py").write_text(proof, encoding="utf-8")
        return run_tests(tmp_path, "-n", str(processes))

    return run


@pytest.mark.parametrize("processes", [0, 1])
def test_verified_claims_are_counted_by_verdict(verified, processes):
    output = verified(PROOF, processes)
    assert "1 passed" in output
    assert "proved            1" in output


def test_the_tests_of_a_file_are_run_by_one_process(tmp_path):
    (tmp_path / "tests").mkdir()
    for name in ("pyproject.toml", "tests/conftest.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    for name in ("a", "b", "c"):
        text = "".join(f"def test_{number}():\n    pass\n" for number in range(6))
        (tmp_path / f"tests/test_{name}.py").write_text(text, encoding="utf-8")
    output = run_tests(tmp_path, "-n", "2", "-v")
    ran = set(re.findall(r"\[(gw\d)\].*PASSED tests/(\w+)\.py", output))
    assert sorted(file for _, file in ran) == ["test_a", "test_b", "test_c"]
    assert len({worker for worker, _ in ran}) == 2


@pytest.mark.parametrize(
    ("proof", "words"),
    [
        ("x = (\n", "square.py:1"),
        (PROOF.replace("ge(x**2)", "ge(x**2, 1)"), "square.py:21: square has no verdict"),
    ],
)
def test_a_faulty_proof_is_one_line_and_no_traceback(verified, proof, words):
    output = verified(proof)
    assert "1 failed" in output
    [line] = [line for line in output.splitlines() if line.startswith("error: ")]
    assert words in line
    assert "Traceback" not in output and "def test_claim" not in output
