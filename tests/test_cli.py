"""The command `provenscape` finds claims by name, and says what is near a wrong one."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from provenscape import cli
from provenscape.claims import ledger
from provenscape.study import digests

ROOT = Path(__file__).parents[1]
PROOF = (ROOT / "tests/samples/square.py").read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with one claim and its ledger, entered."""
    for path, content in {
        "proofs/polyak_lojasiewicz/square.py": PROOF,
        "config/config.yaml": "results: built\n",
        "documents/inventory.csv": (
            "item,document,section,chapter,kind,claim\n"
            "O-51,O,1,polyak_lojasiewicz,theorem,…\nO-52,O,1,hardness,theorem,…\n"
        ),
        "documents/references.bib": "",
        "documents/facts.yaml": "[]",
        "documents/parts.yaml": "{}",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def built(project):
    from provenscape.claims.verification import verify_chapter

    ledger.write(verify_chapter("polyak_lojasiewicz", project), project, project / "built")
    made = [project / "built" / name for name in ("ledger.json", "items.csv")]
    digests.finish("ledger", made, project / "built")
    return project


def said(capsys, *arguments):
    cli.main(list(arguments))
    return capsys.readouterr().out


def refused(capsys, *arguments):
    """Return the message with which the command ends."""
    with pytest.raises(SystemExit) as caught:
        cli.main(list(arguments))
    return str(caught.value)


def test_list_selects_by_chapter_and_verdict(built, capsys):
    assert "square" in said(capsys, "list")
    assert "square" in said(capsys, "list", "--chapter", "polyak_lojasiewicz")
    assert said(capsys, "list", "--chapter", "hardness") == ""
    assert said(capsys, "list", "--verdict", "refuted") == ""


def test_show_tells_a_claim_by_its_id_and_by_its_item(built, capsys):
    page = said(capsys, "show", "square")
    assert "square: proved" in page and "x**2 >= 0" in page
    assert "proofs/polyak_lojasiewicz/square.py" in page
    (claim,) = json.loads((built / "built/ledger.json").read_text(encoding="utf-8"))["claims"]
    for key in ("scope", "tight", "counterexample", "repairs"):
        line = f"\n  {key:<13} {claim.get(key)}\n"
        assert (line in page) == (claim.get(key) is not None)
    shown = said(capsys, "show", "O-51")
    assert shown.startswith("O-51: proved\n  sentence ") and shown.endswith(page)
    assert "O-52: open" in said(capsys, "show", "O-52")


def test_a_terminal_that_lacks_a_sign_is_given_its_number(built):
    path = built / "built/ledger.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"says": "', '"says": "‖x‖ '), "utf-8")
    digests.finish("ledger", [path, built / "built/items.csv"], built / "built")
    settings = {"PYTHONIOENCODING": "latin-1", "PYTHONPATH": str(ROOT / "src")}
    run = subprocess.run(
        [sys.executable, "-m", "provenscape", "show", "square"],
        cwd=built,
        env=os.environ | settings,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert rb"\u2016x\u2016" in run.stdout


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_has_seen_enough_ends_it_without_a_word(built, unbuffered):
    settings = {"PYTHONUNBUFFERED": unbuffered, "PYTHONPATH": str(ROOT / "src")}
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "wb") as stdout:
        run = subprocess.run(
            [sys.executable, "-m", "provenscape", "list"],
            cwd=built,
            env=os.environ | settings,
            stdout=stdout,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (run.returncode, run.stderr) == (0, b"")


def test_what_was_changed_after_it_was_made_is_not_shown(built, capsys):
    path = built / "built/ledger.json"
    path.write_text(path.read_text(encoding="utf-8").replace("proved", "refuted"), "utf-8")
    for arguments in (("list",), ("show", "square")):
        assert "ledger.json was changed after it was made" in refused(capsys, *arguments)


def test_verify_decides_afresh_and_needs_no_ledger(project, capsys):
    assert said(capsys, "verify", "square").split() == ["proved", "square"]
    assert said(capsys, "verify", "polyak_lojasiewicz") == said(capsys, "verify")


def test_verify_fails_for_a_claim_that_its_proof_does_not_show(project, capsys):
    path = project / "proofs/polyak_lojasiewicz/square.py"
    path.write_text(path.read_text().replace("ge(x**2)", "ge(x**2, 1)"), encoding="utf-8")
    assert refused(capsys, "verify") == "1"
    assert "square.py" in capsys.readouterr().err


def test_a_broken_file_does_not_stop_the_others(project, capsys):
    (project / "proofs/polyak_lojasiewicz/a.py").write_bytes(b"\xff\xfe")
    (project / "proofs/polyak_lojasiewicz/b.py").mkdir()
    assert refused(capsys, "verify") == "1"
    said = capsys.readouterr()
    assert said.out.split() == ["proved", "square"]
    assert "a.py: not a text file in UTF-8" in said.err and said.err.count("\n") == 1


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"O-51": "whole"', '"O-59": "whole"', ":10: items: O-59 is not in .*did you mean O-5"),
        ('"O-51": "whole"', '"O-51": "part up"', ":10: items: O-51 has no part up"),
        ("given={}", 'bridges=("taylor",), given={}', "facts: taylor is not in"),
        ("given={}", 'repairs="cube", given={}', "repairs: cube: there is no such claim"),
        ("given={}", 'repairs="square", given={}', "is proved, and only a refuted claim"),
    ],
)
def test_what_a_claim_refers_to_is_looked_up(project, capsys, old, new, message):
    path = project / "proofs/polyak_lojasiewicz/square.py"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new), encoding="utf-8")
    assert refused(capsys, "verify", "square") == "1"
    assert re.search(message, capsys.readouterr().err)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "sqare"), "did you mean square?"),
        (("show", "O-53"), "O-5"),
        (("verify", "polyak"), "polyak_lojasiewicz"),
        (("list", "--chapter", "hardnes"), "did you mean hardness?"),
        (("list", "--verdict", "prooved"), "did you mean proved?"),
    ],
)
def test_a_wrong_name_is_answered_with_the_nearest(built, capsys, arguments, words):
    assert words in refused(capsys, *arguments)


def test_without_a_ledger_the_command_says_how_to_build_it(project, capsys):
    assert "snakemake" in refused(capsys, "list")


def test_outside_of_a_checkout_it_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert "not inside a study" in refused(capsys, "list")


def test_list_selects_by_item_and_gives_json(built, capsys):
    assert "square" in said(capsys, "list", "--item", "O-51")
    assert said(capsys, "list", "--item", "O-52") == ""
    assert "did you mean" in refused(capsys, "list", "--item", "O-5")
    found = json.loads(said(capsys, "list", "--json"))
    assert found == json.loads((built / "built/ledger.json").read_text("utf-8"))["claims"]
    assert json.loads(said(capsys, "show", "square", "--json")) == found[0]
    assert json.loads(said(capsys, "show", "O-51", "--json"))["claims"] == found


def test_on_a_terminal_no_line_is_wider_than_it(built, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    whole = said(capsys, "list")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    lines = said(capsys, "list").splitlines()
    assert len(whole) > 41 and len(lines) > 1 and max(map(len, lines)) <= 40
    assert " ".join(lines).split() == whole.split()


@pytest.mark.parametrize("content", ["{", "[]", "", '{"claims'])
def test_a_ledger_that_is_none_is_refused(built, capsys, content):
    path = built / "built/ledger.json"
    path.write_text(content, encoding="utf-8")
    digests.finish("ledger", [path, built / "built/items.csv"], built / "built")
    for arguments in (("list",), ("show", "square")):
        assert refused(capsys, *arguments).endswith(
            "built/ledger.json: no ledger; delete it and run again"
        )


def test_show_verifies_a_claim_that_the_ledger_has_not_yet(project, capsys):
    page = said(capsys, "show", "square")
    assert "square: proved" in page and "x**2 >= 0" in page
    assert page.endswith("verified now; the ledger has it after the next build\n")
    assert "no row for O-51 yet; run `snakemake --cores all`" in refused(capsys, "show", "O-51")


def test_show_tells_a_figure_built_or_not(built, capsys):
    path = built / "figures/polyak_lojasiewicz/curve.py"
    path.parent.mkdir(parents=True)
    texts = "ITEMS = ('O-51',)\nTITLE = 'A curve'\nCAPTION = 'It is {x}.'\nALT = 'Up.'\n"
    path.write_text(f"{texts}TABLES = {{'t': 't'}}\n", encoding="utf-8")
    page = said(capsys, "show", "curve")
    assert page.startswith("curve: A curve\n") and "not built yet" in page
    sidecar = built / "built/figures/polyak_lojasiewicz/curve.json"
    sidecar.parent.mkdir(parents=True)
    sidecar.write_text('{"id": "curve", "title": "A curve", "caption": "It is 7."}', "utf-8")
    digests.finish("figures", [sidecar], built / "built")
    page = said(capsys, "show", "curve")
    assert "It is 7." in page and "built/figures/polyak_lojasiewicz/curve.json" in page
    sidecar.write_text("{}", encoding="utf-8")
    assert "was changed after it was made" in refused(capsys, "show", "curve")


def test_two_files_with_one_id_are_refused(project, capsys):
    (project / "proofs/hardness").mkdir()
    (project / "proofs/hardness/square.py").write_text(PROOF, encoding="utf-8")
    for arguments in (("verify",), ("verify", "square"), ("show", "square")):
        assert "has the same claim id; rename one" in refused(capsys, *arguments)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("    return combine", "    raise SystemExit(0)\n    return combine", "SystemExit"),
        ("claim = ", "SystemExit(0)\nclaim = ", "SystemExit"),
        ("claim = ", "exit()\nclaim = ", "exit"),
    ],
)
def test_a_proof_that_leaves_python_has_no_verdict(project, capsys, old, new, words):
    path = project / "proofs/polyak_lojasiewicz/square.py"
    assert old in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert refused(capsys, "verify", "square") == "1"
    told = capsys.readouterr()
    assert told.out == "" and words in told.err and "square.py" in told.err


def test_a_link_to_nowhere_and_a_nul_byte_are_named(project, capsys):
    folder = project / "proofs/polyak_lojasiewicz"
    (folder / "a.py").symlink_to("nowhere.py")
    (folder / "b.py").write_bytes(b"x = 1\0\n")
    assert refused(capsys, "verify") == "1"
    told = capsys.readouterr().err
    assert "a.py: cannot be read" in told and "b.py" in told and told.count("\n") == 2


def test_whoever_stops_a_check_is_told_which(project, capsys, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("provenscape.claims.verification.verify", stopped)
    assert refused(capsys, "verify") == "error: stopped while square was checked"


def test_the_help_has_examples_and_is_there_without_what_proofs_need():
    code = (
        "import sys\nfrom provenscape import cli\n"
        "try:\n    cli.main(['--help'])\nfinally:\n"
        "    heavy = {'sympy', 'numpy', 'pandas', 'matplotlib', 'flint'} & set(sys.modules)\n"
        "    print(sorted(heavy))\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "examples:\n  provenscape new" in run.stdout and "exit status:" in run.stdout
    assert run.stdout.splitlines()[-1] == "[]"


def test_the_help_imports_little_beside_the_standard_library():
    """What a start costs is what it imports: counted, since times depend on the machine."""
    code = (
        "import sys\nbefore = set(sys.modules)\nfrom provenscape import cli\n"
        "try:\n    cli.main(['--help'])\nfinally:\n"
        "    print(*sorted(set(sys.modules) - before))\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    loaded = run.stdout.splitlines()[-1].split()
    roots = {name.partition(".")[0] for name in loaded} - set(sys.stdlib_module_names)
    assert {name for name in roots if "cython" not in name} == {"provenscape", "yaml"}
    assert 20 < len(loaded) < 150


def test_what_is_listed_is_what_the_ledger_holds(built, capsys):
    claims = json.loads((built / "built/ledger.json").read_text(encoding="utf-8"))["claims"]
    assert [line.split()[2] for line in said(capsys, "list").splitlines()] == [
        claim["id"] for claim in claims
    ]
