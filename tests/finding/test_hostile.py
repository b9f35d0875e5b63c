"""Files that mean harm are refused in one line, most before any algebra is loaded."""

import json
import subprocess
import sys

import pytest

from provenscape.cli import main

HEAD = '"""A."""\nfrom provenscape.kernel import Claim, ge, real\nx = real("x")\n'
CLAIM = 'claim = Claim(id="a", says="A.", items={{}}, where={{x: "x"}}, given={{}}, then={})\n'
BY_THE_TEXT = {
    "brackets": ("ge(" + "(" * 5000 + "x" + ")" * 5000 + ")", "nested parentheses; write it"),
    "signs": ("ge(" + "-" * 50_000 + "x)", "nested too deeply"),
    "sums": ("ge(" + "+".join(["x"] * 20_000) + ")", "nested too deeply"),
    "attributes": ("ge(x" + ".a" * 5000 + ")", "nested too deeply"),
    "digits": ("ge(x, " + "9" * 10**5 + ")", "more than 4300 digits"),
    "a million digits": ("ge(x, " + "9" * 10**6 + ")", "are too many, at most"),
    "a tower": ("ge(x, 9**9**9)", "a.py:4: a number of more than 4300 digits"),
    "a power": ("ge(x, 3 * 10**10**8)", "more than 4300 digits"),
    "a shift": ("ge(x, 1 << 10**10)", "more than 4300 digits"),
    "a dunder": ("ge(x.__class__)", "may not use __class__"),
    "letters of full width": ("ge(x.__ｃlass__)", "may not use __class__"),
    "an import": ("ge(__import__('os').getcwd())", "may not use __import__"),
    "a look-alike": ("ge(х)", "CYRILLIC SMALL LETTER HA"),
    "a null": ("ge(x)\0", "null bytes"),
    "a sign from right to left": ("ge(x) \u202e", "mend the syntax"),
    "lines": ("ge(x)\n" + "y = 1\n" * 10**6, "are too many, at most"),
}  # fmt: skip
BY_RUNNING = {
    "an unknown name": ("ge(eval('x'))", "name 'eval' is not defined"),
    "a text": ("ge(\"__import__('os').getcwd()\")", "is no exact real expression"),
    "recursion": ("ge((lambda f: f(f))(lambda f: f(f)))", "nested too deeply; state it"),
    "memory": ("ge(len([0] * 10**11))", "does not fit into the memory"),
    "a list without end": ("ge(sum(list(range(10**10))))", "does not fit into the memory"),
    "degree": ("ge((x + 1) ** 10**5)", "an exponent of more than"),
}  # fmt: skip
ALL_AT_ONCE = """
import io, json, sys
from contextlib import redirect_stderr
from provenscape.cli import main
said = []
for path in sys.argv[1:]:
    try:
        main(["find", path])
    except SystemExit as ended:
        said.append(str(ended.code))
print(json.dumps([said, sorted({"sympy", "numpy", "flint"} & set(sys.modules))]))
"""


def written(folder, then):
    folder.mkdir()
    path = folder / "a.py"
    path.write_text(HEAD + CLAIM.format(then), encoding="utf-8")
    return str(path)


def test_a_text_that_means_harm_is_refused_before_any_algebra_is_loaded(tmp_path):
    paths = [written(tmp_path / str(k), t) for k, (t, _) in enumerate(BY_THE_TEXT.values())]
    ran = subprocess.run(
        [sys.executable, "-c", ALL_AT_ONCE, *paths], capture_output=True, text=True, check=True
    )
    said, loaded = json.loads(ran.stdout)
    assert loaded == []
    for path, line, (_, words) in zip(paths, said, BY_THE_TEXT.values(), strict=True):
        assert line.startswith(f"error: {path}") and words in line
        assert "\n" not in line and len(line) < 400


@pytest.mark.parametrize(("then", "words"), BY_RUNNING.values(), ids=BY_RUNNING)
def test_what_only_its_run_shows_is_refused_in_one_line(then, words, tmp_path):
    with pytest.raises(SystemExit) as ended:
        main(["find", written(tmp_path / "b", then)])
    line = str(ended.value.code)
    assert "a.py:4: " in line and words in line and "\n" not in line and len(line) < 500
