"""An archive whose digests fit is believed in nothing else: what it says is derived again."""

import json
import os
import re
import shutil
import zipfile
from types import SimpleNamespace

import pytest
from PIL import Image

from provenscape import cli, dossier
from provenscape.archive import alike, check, crate, form, rebuild, verdicts
from provenscape.archive.check import DIFFERS, REFUSED, VERIFIED, Wanted
from provenscape.archive.opening import files
from workflow import warm

PROOF = "proofs/polyak_lojasiewicz/square.py"
FIGURE = "results/figures/critical_points/curve"


class Forger:
    """The files of an archive that was unpacked, changed with all digests made to fit."""

    def __init__(self, root):
        self.root = root

    def read(self, path):
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path, content):
        (self.root / path).write_text(content, encoding="utf-8")

    def replace(self, path, old, new):
        content = self.read(path)
        assert old in content, path
        self.write(path, content.replace(old, new))

    def relist(self, manifest=True):
        """Let manifest, metadata and digests say what there is now."""
        if manifest:
            content = json.loads(self.read("results/manifest.json"))
            for path in files(self.root / "results"):
                if path != "manifest.json":
                    digest = form.digest((self.root / "results" / path).read_bytes())
                    content["sha256"][path] = digest
            for path in set(content["sha256"]) - set(files(self.root / "results")):
                del content["sha256"][path]
            text = json.dumps(content, indent=1, sort_keys=True) + "\n"
            self.write("results/manifest.json", text)
        kept = [p for p in files(self.root) if p not in (form.SUMS, form.METADATA)]
        contents = {path: (self.root / path).read_bytes() for path in kept}
        digests = {path: form.digest(content) for path, content in contents.items()}
        self.write(form.METADATA, crate.text(contents, digests))
        digests[form.METADATA] = form.digest((self.root / form.METADATA).read_bytes())
        self.write(form.SUMS, form.sums(digests))


@pytest.fixture
def forger(archive, tmp_path):
    """The archive, unpacked, to be changed at will."""
    with zipfile.ZipFile(archive) as file:
        file.extractall(tmp_path)
    return Forger(tmp_path / archive.stem)


@pytest.fixture(scope="module")
def without_package(archive, tmp_path_factory):
    """The archive without the package, which half of its files are; not to be changed. What is
    written once is remembered by this process, and by those that are forked from it."""
    folder = tmp_path_factory.mktemp("light")
    with zipfile.ZipFile(archive) as file:
        inside = [name for name in file.namelist() if "/src/" not in name]
        file.extractall(folder, inside)
    light = Forger(folder / archive.stem)
    light.relist()
    shutil.copytree(light.root / "results", folder / "again")
    dossier.write(light.root, folder / "again")
    return light.root


@pytest.fixture
def light(without_package, tmp_path):
    """A copy of the archive without the package, to be changed at will."""
    shutil.copytree(without_package, tmp_path / without_package.name)
    return Forger(tmp_path / without_package.name)


@pytest.fixture
def imported(monkeypatch):
    """Figures and experiments are made again by a Python that has its libraries imported."""
    monkeypatch.setattr(rebuild, "sys", SimpleNamespace(executable=warm.python()))


@pytest.fixture
def checked(capsys):
    """Check a folder or file: the status, and what was said."""

    def run(path, **wanted):
        status = check.run(path, Wanted(**wanted))
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return status, said.out + said.err

    return run


def test_all_of_an_archive_is_derived_again(archive, checked, imported):
    status, said = checked(archive, rebuild=["all"], experiments=True)
    assert status == VERIFIED, said
    assert "the archive's in models\n" in said  # which have a helper of the miniature there
    assert "claims      1 of 1 checked again: as the ledger says" in said
    assert "ledger      made again from the claims: the same bytes" in said
    assert re.search(r"dossier     (\d+) of \1 files made again: the same bytes", said)
    assert "running the archive's own Python: its figures and experiments, as you asked" in said
    assert "figures     9 of 9 files made again: the same bytes" in said  # three of them tables
    assert "result      whole, and what was checked is verified\n" in said


def test_the_command_checks_and_ends_with_the_status(archive, light, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)  # no checkout: none is needed
    for path, status in ((archive, VERIFIED), (tmp_path / "none", REFUSED)):
        with pytest.raises(SystemExit) as ended:
            cli.main(["check", str(path), "--sample", "0"])
        assert ended.value.code == status
    light.write("LICENSE", "Do what you like.\n")
    with pytest.raises(SystemExit) as ended:
        cli.main(["check", str(light.root)])
    assert ended.value.code == DIFFERS
    out = capsys.readouterr().out
    assert "digests     DIFFERS: LICENSE: another content than its digest says" in out
    assert "claims      not checked" in out


def test_a_sample_of_claims_is_said_to_be_one(archive, checked):
    status, said = checked(archive, sample=0)
    assert status == VERIFIED
    assert "0 of 1 checked again" in said
    assert "1 claims were not checked" in said


@pytest.mark.parametrize("wanted", [{"claims": ["squares"]}, {"rebuild": ["curves"]}])
def test_what_is_not_in_it_is_refused_with_what_is_near(wanted, archive, checked):
    status, said = checked(archive, **wanted)
    assert status == REFUSED
    assert re.search("did you mean (square|curve)", said)


@pytest.mark.parametrize("gone", ["LICENSE", "results/data/hardness/noise.csv"])
def test_a_missing_file_differs(gone, light, checked):
    (light.root / gone).unlink()
    status, said = checked(light.root)
    assert status == DIFFERS
    assert f"{gone}: missing" in said


def test_a_forged_verdict_differs(light, checked):
    for path in ("results/ledger.json", "results/claims/polyak_lojasiewicz.json"):
        light.replace(path, '"verdict": "proved"', '"verdict": "certified"')
    light.relist()
    status, said = checked(light.root, claims=["square"])
    assert status == DIFFERS
    assert "square: its verdict is proved, the ledger says certified" in said


def test_a_forged_statement_differs(light, checked):
    digest = json.loads(light.read("results/ledger.json"))["claims"][0]["statement"]["digest"]
    light.replace("results/ledger.json", digest, "0" * 64)
    light.relist()
    status, said = checked(light.root, claims=["square"])
    assert status == DIFFERS
    assert f"square: its statement is {digest}, the ledger says 000" in said


def test_a_forged_headline_differs(light, checked):
    light.replace("results/ledger.json", "A square is not negative.", "A square is positive.")
    light.relist()
    status, said = checked(light.root, claims=["square"])
    assert status == DIFFERS
    assert "square: the ledger has another says" in said


def test_words_of_the_archive_break_no_line_and_colour_none(light, checked):
    content = json.loads(light.read("results/ledger.json"))
    content["claims"][0]["verdict"] = "\nresult      whole\x1b[8m\u202e"
    light.write("results/ledger.json", json.dumps(content))
    light.relist()
    status, said = checked(light.root, claims=["square"])
    assert status == DIFFERS
    assert "\nresult      whole" not in said and "\x1b" not in said and "\u202e" not in said


def test_a_proof_that_starts_a_process_finds_no_module_of_the_archive_there(light):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "provenscape.claims.verification.verify_here", lambda path: {"at": os.getcwd()}
        )
        assert verdicts.recorded(light.root / PROOF, light.root) == {"at": "/"}


def test_python_of_an_archive_that_differs_is_not_run(forger, checked, tmp_path):
    forger.replace(
        "figures/critical_points/curve.py", '"""A curve."""', f"open({str(tmp_path / 'x')!r}, 'w')"
    )
    forger.replace("results/ledger.json", "A square is not negative.", "A square is positive.")
    forger.relist()
    status, said = checked(forger.root, claims=["square"], rebuild=["curve"])
    assert status == DIFFERS
    assert "Python of an archive that differs is not run" in said
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(("count", "lines"), [(20, 20), (21, 21), (25, 21)])
def test_of_many_differences_twenty_are_shown_and_the_others_counted(count, lines, capsys):
    report = check.Report()
    report.differs("digests", [f"file {number}" for number in range(count)])
    said = capsys.readouterr().out.splitlines()
    assert report.differences == count and len(said) == lines
    assert said[19] == "digests     DIFFERS: file 19"
    assert said[20:] == ([f"digests     DIFFERS: {count - 20} more"] if count > 20 else [])


def test_a_second_file_of_a_claim_differs(light, checked):
    (light.root / "proofs/hardness").mkdir()
    light.write("proofs/hardness/square.py", light.read(PROOF))
    light.relist()
    status, said = checked(light.root, sample=0)
    assert status == DIFFERS
    assert "square: 2 files" in said


def test_results_that_nothing_makes_differ(forger, checked, imported):
    for path in ("results/figures/critical_points/evil.png", "results/data/hardness/evil.csv"):
        forger.write(path, "evil")
    forger.relist()
    status, said = checked(forger.root, sample=0, rebuild=["all"], experiments=True)
    assert status == DIFFERS
    assert "results/figures/critical_points/evil.png: nothing makes it" in said
    assert "results/data/hardness/evil.csv: nothing makes it" in said


def test_a_claim_without_a_file_differs(light, checked):
    (light.root / PROOF).unlink()
    light.relist()
    status, said = checked(light.root)
    assert status == DIFFERS
    assert "square: in the ledger, without a file" in said


@pytest.mark.parametrize(
    ("path", "old", "new", "kind"),
    [
        ("results/items.csv", ",proved,", ",refuted,", "ledger"),
        ("results/claims/polyak_lojasiewicz.json", '"proved"', '"certified"', "ledger"),
        ("results/dossier/claims/square.html", "badge proved", "badge refuted", "dossier"),
        ("results/dossier/index.html", "<h1>", "<h1>We proved P = NP. ", "dossier"),
    ],
)
def test_what_follows_from_the_claims_cannot_be_forged(path, old, new, kind, light, checked):
    light.replace(path, old, new)
    light.relist()
    status, said = checked(light.root)
    assert status == DIFFERS
    assert re.search(rf"{kind} +DIFFERS: results/{path.split('/')[1]}", said), said


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("from provenscape", "import os\nfrom provenscape", "a proof may not import os"),
        ("claim = ", "open('/tmp/evil', 'w')\nclaim = ", "name 'open' is not defined"),
        ("claim = ", "().__class__\nclaim = ", "a proof may not use __class__"),
        ("def proof():", "def proof():\n    while 1:\n        pass\n", "takes longer than 2 s"),
        ("def proof():", "def proof():\n    return None\n", "square.py"),
    ],
)
def test_a_hostile_proof_has_no_verdict(old, new, reason, light, checked, monkeypatch):
    monkeypatch.setattr("provenscape.archive.verdicts.SECONDS", 2)
    light.replace(PROOF, old, new)
    light.relist()
    status, said = checked(light.root, claims=["square"])
    assert status == DIFFERS
    assert reason in said
    assert str(light.root.parent) not in said and "/tmp/provenscape" not in said


def test_the_process_of_a_proof_can_write_to_no_file(archive, light, tmp_path):
    def evil(path):
        (tmp_path / "evil").write_text("evil", encoding="utf-8")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("provenscape.claims.verification.verify_here", evil)
        with pytest.raises(Exception, match="without an answer"):
            verdicts.recorded(light.root / PROOF, light.root)
    assert (tmp_path / "evil").read_bytes() == b""


def test_a_name_that_does_not_fit_the_sources_differs(archive, checked, tmp_path):
    with zipfile.ZipFile(archive) as file:
        contents = {name.partition("/")[2]: file.read(name) for name in file.namelist()}
    with (tmp_path / "other.zip").open("wb") as stream:
        form.write_zip(stream, "provenscape-0.1.0-000000000000", contents)
    status, said = checked(tmp_path / "other.zip", sample=0)
    assert status == DIFFERS
    assert f"its name is {archive.stem}" in said


def test_forged_metadata_differ(light, checked):
    light.replace(form.METADATA, "reproducible verification", "refutation")
    digests = form.read_sums(light.read(form.SUMS))
    digests[form.METADATA] = form.digest((light.root / form.METADATA).read_bytes())
    light.write(form.SUMS, form.sums(digests))
    status, said = checked(light.root, sample=0)
    assert status == DIFFERS
    assert "ro-crate-metadata.json: not what follows from the files" in said


def test_a_manifest_of_other_results_differs(light, checked):
    light.write("results/data/hardness/noise.csv", "noise\n0\n")
    light.relist(manifest=False)
    status, said = checked(light.root, sample=0)
    assert status == DIFFERS
    assert "noise.csv: another than results/manifest.json says" in said


def test_a_forged_table_shows_when_its_experiment_is_run_again(forger, checked, imported):
    table = "results/data/critical_points/points.csv"
    forger.replace(table, "49,2401", "49,2402")
    forger.relist()
    status, said = checked(forger.root, sample=0, rebuild=["curve"], experiments=True)
    assert status == DIFFERS
    assert f"DIFFERS: {table}: 1 of 100 numbers, such as 2402 and 2401" in said


def test_a_forged_figure_shows_when_it_is_drawn_again(forger, checked):
    forger.replace(f"{FIGURE}.svg", "A curve", "A line")
    forger.relist()
    status, said = checked(forger.root, sample=0, rebuild=["critical_points/curve"])
    assert status == DIFFERS
    assert f"DIFFERS: {FIGURE}.svg: other words" in said


def test_python_that_puts_another_figure_into_the_archive_is_seen(forger, checked, imported):
    forger.replace(f"{FIGURE}.svg", "A curve", "A line")
    forger.replace(
        "figures/critical_points/curve.py",
        "def draw(tables):",
        f"def draw(tables):\n    open('{FIGURE}.svg', 'w').write('evil')\n",
    )
    forger.relist()
    status, said = checked(forger.root, sample=0, rebuild=["curve"])
    assert status == DIFFERS
    assert f"{FIGURE}.svg: another content than its digest says, since that Python ran" in said


@pytest.mark.parametrize(
    ("name", "first", "second", "kind"),
    [
        ("a.csv", b"x,y\n1,2\n", b"x,y\n1,2\n", "same"),
        ("a.csv", b"x,y\n1,1e9\n", b"x,y\n1.0000000001,1e9\n", "close"),
        ("a.csv", b"x,y\n1,1e9\n", b"x,y\n1.1,1e9\n", "differs"),
        ("a.csv", b"x,y\n1,2\n", b"x,z\n1,2\n", "differs"),
        ("a.svg", b"<path d='M 1.5 2'/>", b"<path d='M 1.5000001 2'/>", "close"),
        ("a.svg", b"<path d='M 1.5 2'/>", b"<path d='M 1.6 2'/>", "differs"),
        ("a.json", b'{"sha256": "%s"}' % (b"a1" * 32), b'{"sha256": "%s"}' % (b"b2" * 32), "close"),
        ("a.png", b"no picture", b"none either", "differs"),
    ],
)
def test_files_are_compared_by_bytes_then_by_numbers(name, first, second, kind, tmp_path):
    for folder, content in (("kept", first), ("made", second)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_bytes(content)
    assert alike.compared(tmp_path / "kept" / name, tmp_path / "made" / name).kind == kind


def test_pictures_are_compared_by_pixels(tmp_path):
    picture = Image.new("RGB", (100, 100), "white")
    picture.save(tmp_path / "white.png")
    picture.putpixel((3, 3), (0, 0, 0))
    picture.save(tmp_path / "dot.png")
    Image.new("RGB", (100, 100), "black").save(tmp_path / "black.png")
    Image.new("RGB", (100, 99), "white").save(tmp_path / "small.png")
    kinds = [
        alike.compared(tmp_path / "white.png", tmp_path / f"{other}.png").kind
        for other in ("white", "dot", "black", "small")
    ]
    assert kinds == ["same", "close", "differs", "differs"]
