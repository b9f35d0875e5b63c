"""The claims of docs/find.md about sums, vectors and curves: proved as they stand, found without
their proofs, and their false neighbours neither."""

import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from provenscape.claims.verification import verify
from provenscape.cli import main
from provenscape.coq.acceptance import exported
from provenscape.coq.theorem import Exported
from provenscape.kernel import Claim, eq, ge, gt, real
from provenscape.search import certificates, proving
from provenscape.search.problem import Problem
from provenscape.search.semidefinite import NotFound
from provenscape.study.settings import SCHEMAS

TEXT = (Path(__file__).parents[2] / "docs/find.md").read_text(encoding="utf-8")
CLAIMS = {
    re.search(r'id="(.*)"', block)[1]: block
    for block in re.findall(r"^```python\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
}
FALSE = {
    "inverse-squares": ("le(S, 1 - 1 / n)", "le(S, 1 - 2 / n)"),
    "one-step": ("/ 6", "/ 7"),
    "two-factors": ("((gap,), (a, b))", "((gap,),)"),
}


def placed(folder, name, text):
    path = folder / f"{name.replace('-', '_')}.py"
    path.write_text(text, encoding="utf-8")
    return path


def found(path):
    with pytest.raises(SystemExit) as ended:
        main(["find", str(path), "--seconds", "300"])  # speed is measured elsewhere
    return ended.value.code


@pytest.mark.parametrize("name", FALSE)
def test_it_is_proved_as_it_stands_and_its_record_is_of_the_ledger(name, tmp_path):
    path = placed(tmp_path, name, CLAIMS[name])
    record = verify(path)
    assert record["verdict"] == "proved"
    assert record["mutants"]["rejected"] == record["mutants"]["total"] > 1
    schema = yaml.safe_load((SCHEMAS / "ledger.schema.yaml").read_text(encoding="utf-8"))
    part = {"$ref": "#/$defs/statement", "$defs": schema["$defs"]}
    jsonschema.Draft202012Validator(part).validate(record["statement"])
    assert isinstance(exported(path), Exported)


@pytest.mark.parametrize("name", FALSE)
def test_it_is_found_without_its_proof(name, tmp_path):
    bare = re.split(r"^(?:products|witness) = ", CLAIMS[name], flags=re.MULTILINE)[0]
    path = placed(tmp_path, name, bare)
    assert found(path) == 0
    assert verify(path)["verdict"] == "proved"


@pytest.mark.parametrize("name", FALSE)
def test_what_is_too_good_is_refuted(name, tmp_path):
    bare = re.split(r"^(?:products|witness) = ", CLAIMS[name], flags=re.MULTILINE)[0]
    old, new = FALSE[name]
    path = placed(tmp_path, name, bare.replace(old, new).replace("    tight=True,\n", ""))
    assert found(path) == 3
    record = verify(path)
    assert record["verdict"] == "refuted"
    relations = {row["name"]: row for row in record["proof"][-1]["evaluated"]}
    if name == "one-step":
        assert relations["inner products"]["op"] == r"\succeq"


def test_a_matrix_is_needed_where_a_point_outside_shows_it(tmp_path):
    """Without it there are three numbers that are no inner products, and a neighbour that allows
    some of these is false and is rejected."""
    outside = "{**dict.fromkeys(space.matrix, 0), square(x): -1, L: 1, f0: 0, f1: 0}"
    text = CLAIMS["one-step"] + f'\n\ncountermodels = {{"inner products": {outside}}}\n'
    record = verify(placed(tmp_path, "one-step", text))
    (row,) = (r for r in record["hypotheses"] if r["name"] == "inner products")
    assert row["status"] == "needed"
    changes = [m["change"] for m in record["mutants"]["tried"]]
    assert "inner products moved to hold at a point" in changes


def sought(problem):
    """What is sought of a relation, level by level, as it is reported."""
    return [
        (level, what)
        for level in range(7)
        for what, _ in (*proving.goals(problem, level), *proving.attempts(problem, level))
    ]


def test_so_much_is_sought_as_is_said():
    x, y = real("x y")
    given = {"x": gt(x), "y": ge(y)}
    stated = Claim("sought", "It is sought.", {}, given, ge(x**2 * y**2 + x**2, 2 * x * y - y))
    (block,) = re.findall(r"^```text\n(0  linear\n.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    said = [(int(line[0]), line[3:]) for line in block.splitlines()]
    assert sought(Problem(stated)) == said
    stages = [(0, 0), (1, 0), (0, 1), (1, 1), (2, 0), (2, 1), (3, 0), (3, 1)]
    assert list(proving.STAGES) == [*stages, *((level, True) for level in (4, 5, 6, 7))]
    equation = Claim("sought", "It is sought.", {}, {"x": eq(x**2, x)}, eq(x**3 * y, y))
    assert not [what for level, what in sought(Problem(equation)) if level > 3 and "sums" in what]


def test_so_much_is_sought_of_a_case_as_is_said(monkeypatch):
    x, y = real("x y")
    tried = []

    def none(problem, scale, size, tight):
        tried.append((tuple(fact.name for fact in scale), str(size)))
        raise NotFound("nothing is found")

    monkeypatch.setattr(certificates, "identity", none)
    case = Claim("case", "A case.", {}, {"case": gt(x)}, ge(x * y**2, y))
    with pytest.raises(NotFound):
        proving.in_a_case(case, (), scaling=True, levels=())
    assert tried == [
        (("case",), "squares and numbers"),
        (("case",), "sums of squares"),
        (("case",), "sums of squares, numbers times products of 3"),
        (("case",), "sums of squares, products of 2 hypotheses"),
    ]
