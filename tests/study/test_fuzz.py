"""Whatever a file holds, what reads it gives an answer or one line of refusal, and runs none of it.

Texts are random, or true files with a piece changed; what once ended otherwise is kept as example.
"""

import warnings
import zipfile
from contextlib import suppress
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from provenscape.archive import opening
from provenscape.claims import facts, judgements
from provenscape.claims.coverage import parts
from provenscape.errors import UserError
from provenscape.study import inventory, registry, tables
from provenscape.study import settings as configuration

ROOT = Path(__file__).parents[2]
TRUE = {
    name: (ROOT / name).read_bytes()[:4_000]
    for name in (
        "config/config.yaml", "documents/facts.yaml", "documents/parts.yaml",
        "documents/inventory.csv", "proofs/hardness/judgements.yaml",
        "experiments/critical_points/surfaces.py", "figures/critical_points/double_well.py",
    )
}  # fmt: skip
PIECES = (
    b"", b"\0", b"\xff\xfe", b"'", b'"', b"{", b"[", b": ", b"\n", b"\n  ", b"*a", b"&a ", b"? ",
    b"<<: ", b"../", b"NaN", b"1e999", b"\x1b[31m", b"2001-01-01", b"2001-99-99", b"{[]: 1}",
    b"!!python/object:os", b"(" * 300, "\u202e".encode(), "\N{HEBREW LETTER ALEF}".encode(),
)  # fmt: skip
FUZZ = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@st.composite
def changed(draw, name):
    """The true file with some bytes replaced by a piece, or a piece, or random bytes alone."""
    if draw(st.integers(0, 4)) == 0:
        return draw(st.binary(max_size=60) | st.sampled_from(PIECES))
    text = TRUE[name]
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 20)))
        text = text[:start] + draw(st.sampled_from(PIECES)) + text[end:]
    return text


def answered(read, *arguments):
    """Call a reader: it may refuse, in one line, and by nothing but a `UserError`."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            read(*arguments)
        except UserError as error:
            assert len(str(error).splitlines()) == 1, str(error)


def laid(root, name, content):
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(content)
    return root / name


@FUZZ
@given(content=changed("config/config.yaml"))
@example(content=b"\xff\xfe")
@example(content=b"{[]: 1}")
@example(content=b"a: \0")
@example(content=b"")
@example(content=b"? {a: 1}\n: 2")
@example(content=b"effort: !!python/object/apply:os.system ['touch evil']")
def test_configurations(tmp_path, monkeypatch, content):
    monkeypatch.chdir(tmp_path)
    path = laid(tmp_path, "config/config.yaml", content)
    schema = configuration.read(ROOT / "workflow/schemas/config.schema.yaml")
    answered(lambda: configuration.validate(configuration.read(path), schema))
    assert not (tmp_path / "evil").exists()


@FUZZ
@given(content=changed("documents/facts.yaml"))
def test_facts(tmp_path, content):
    laid(tmp_path, "documents/facts.yaml", content)
    answered(facts.facts, tmp_path)


@FUZZ
@given(content=changed("documents/parts.yaml"))
def test_parts(tmp_path, content):
    laid(tmp_path, "documents/parts.yaml", content)
    answered(parts, tmp_path)


@FUZZ
@given(content=changed("proofs/hardness/judgements.yaml"))
def test_judgements(tmp_path, content):
    laid(tmp_path, "proofs/hardness/judgements.yaml", content)
    answered(judgements.judgements, tmp_path)


@FUZZ
@given(content=changed("documents/inventory.csv"))
@example(content=b"\xff\xfe")
@example(content=b'item,chapter\n"a,b')
@example(content=b"item,chapter\nE-01,hardness,more\n")
def test_inventories(tmp_path, content):
    laid(tmp_path, "documents/inventory.csv", content)
    answered(inventory.read, tmp_path)


@FUZZ
@given(content=changed("experiments/critical_points/surfaces.py"))
@example(content=b"TABLES = " + b"(" * 300)
@example(content=b"TABLES = " + b"-" * 5_000 + b"1")
@example(content=b"TABLES = {[]: 1}")
@example(content=b"TABLES = (open('evil', 'w'),)\nPARAMETERS = {}")
def test_declarations_of_experiments(tmp_path, monkeypatch, content):
    monkeypatch.chdir(tmp_path)
    laid(tmp_path, "experiments/critical_points/one.py", content)
    answered(registry.experiments, tmp_path)
    assert not (tmp_path / "evil").exists()


@FUZZ
@given(content=changed("figures/critical_points/double_well.py"))
def test_declarations_of_figures(tmp_path, content):
    laid(tmp_path, "figures/critical_points/one.py", content)
    answered(registry.figures, tmp_path)


@FUZZ
@given(content=st.binary(max_size=80) | st.text("x,\n\"'1.e-", max_size=60).map(str.encode))
@example(content=b"")
@example(content=b"x\n\xff")
@example(content=b'x,y\n"1')
@example(content=b"x,y\n1,2,3\n4\n5,6,7,8")
@example(content=b"x\n\0")
def test_tables(tmp_path, content):
    answered(tables.read, laid(tmp_path, "table.csv", content))


cells = st.floats(allow_nan=False) | st.text("aA,\"'\n NA", max_size=5) | st.integers()


@FUZZ
@given(column=st.lists(cells, min_size=1, max_size=6))
def test_tables_come_back_as_they_were_written(tmp_path, column):
    frame = pd.DataFrame({"x": pd.Series(column, dtype=object), "y": range(len(column))})
    with suppress(UserError):
        tables.write(frame, tmp_path / "a.csv")
        tables.write(tables.read(tmp_path / "a.csv"), tmp_path / "b.csv")
        again = tables.read(tmp_path / "b.csv")
        assert again.equals(tables.read(tmp_path / "a.csv"))


NAMES = st.text("ab./\\:~ \u202e", min_size=1, max_size=9) | st.sampled_from(
    ("../evil", "/evil", "a/../../evil", "C:evil", "a//b", "./a", "a/./b", "evil\n", "a" * 300)
)


@FUZZ
@given(names=st.lists(NAMES, min_size=1, max_size=4), cut=st.integers(0, 60))
@example(names=["../evil"], cut=0)
@example(names=["/tmp/evil"], cut=0)
def test_archives_write_nothing_outside_of_their_folder(tmp_path, names, cut):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in names:
            file.writestr(name, "evil")
    if cut:
        path.write_bytes(path.read_bytes()[:-cut])
    into = tmp_path / "in/into"
    into.mkdir(parents=True, exist_ok=True)
    answered(opening.opened, path, into)
    beside = {p for p in tmp_path.rglob("*") if p.is_file() and into not in p.parents}
    assert beside == {path}


@pytest.mark.parametrize("text", ["[" * 2_000, "{a: " * 2_000, "&a [*a, *a]", "&a {b: *a}"])
def test_nested_and_circular_yaml_is_answered(tmp_path, text):
    path = laid(tmp_path, "config/config.yaml", text.encode())
    schema = configuration.read(ROOT / "workflow/schemas/config.schema.yaml")
    answered(lambda: configuration.validate(configuration.read(path), schema))
