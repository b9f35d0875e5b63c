"""`provenscape find` for claims about isolated real roots of polynomials."""

import pytest

from provenscape.claims.verification import verify
from provenscape.cli import main

CLAIM = '''"""About the root of a polynomial."""

from sympy import Rational

from provenscape.kernel import Claim, eq, ge, real, root_of

x = real("x")
r = root_of({root})

claim = Claim(
    id="a-root",
    says="About the root of a polynomial.",
    items={{}},
    where={{x: "a number"}},
    given={{{given}}},
    then={then},{more}
)
'''
CUBIC = "(x - r) * (x**2 + r * x + r**2 - {}), x**3 - 3 * x + 1"


def found(folder, root, then, given="", more=""):
    """The verdict on the file that `find` completed, and the file."""
    path = folder / "a_root.py"
    path.write_text(CLAIM.format(root=root, then=then, given=given, more=more))
    with pytest.raises(SystemExit) as ended:
        main(["find", str(path)])
    if ended.value.code == 4:
        return "nothing", path.read_text()
    assert ended.value.code in (0, 3), ended.value.code
    return verify(path)["verdict"], path.read_text()


@pytest.mark.parametrize(("number", "verdict"), [(3, "proved"), (2, "refuted")])
def test_an_identity_over_a_root(number, verdict, tmp_path):
    then = f"eq({CUBIC.format(number)})"
    said, text = found(tmp_path, "x**3 - 3 * x + 1, 2", then)
    assert said == verdict
    assert ("combine(claim, using={})" in text) == (number == 3)


@pytest.mark.parametrize(
    ("end", "verdict"), [("r", "certified"), ("r - Rational(1, 1000)", "refuted")]
)
def test_a_cubic_from_its_root_on(end, verdict, tmp_path):
    above = f'"above": ge(x, {end})'
    assert found(tmp_path, "x**3 - 2 * x - 5, 0", "ge(x**3 - 2 * x - 5)", above)[0] == verdict


def test_where_a_bound_over_a_root_is_attained(tmp_path, capsys):
    cubic, tight = "x**3 - 2 * x - 5, 0", " tight=True,"
    above = '"positive": ge(x)'
    assert found(tmp_path, cubic, "ge(x**2 + r, 2)", above, tight)[0] == "nothing"
    said = capsys.readouterr().out
    assert "no point is found at which the tight claim is attained" in said
    assert "breaks off" not in said
    said, text = found(tmp_path, cubic, "ge(r * x + 2 * r, 2 * r)", above, tight)
    assert said in ("proved", "certified") and "equality = {x: 0}" in text
