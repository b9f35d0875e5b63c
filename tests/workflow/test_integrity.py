"""A result that was changed after it was made is refused by whoever would read it."""

import json
import os
from pathlib import Path

import pytest

from provenscape.archive import check
from provenscape.claims import ledger
from provenscape.errors import UserError
from provenscape.study import digests

CLAIMS = "results/claims/polyak_lojasiewicz.json"
POINTS = "results/data/critical_points/points.csv"
NOISE = "results/data/hardness/noise.csv"
PAGE = "results/dossier/index.html"


def emptied(text):
    return "[]\n"


def header_only(text):
    return text.splitlines()[0] + "\n"


def halved(text):
    return text[: len(text) // 2]


def one_digit(text):
    return text.replace("2401", "2402", 1)


def another_sentence(text):
    return text.replace("A square", "A cube", 1)


def flipped(path):
    """Change one bit of a file; its size and its times stay."""
    times, content = path.stat(), bytearray(path.read_bytes())
    content[0] ^= 1
    path.write_bytes(bytes(content))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


@pytest.mark.parametrize(
    ("path", "change"),
    [
        (CLAIMS, emptied),
        (CLAIMS, another_sentence),
        (POINTS, header_only),
        (POINTS, halved),
        (POINTS, one_digit),
    ],
)
def test_a_changed_result_stops_the_build(built, path, change):
    before = built.read(path)
    assert change(before) != before
    built.write(path, change(before))
    run = built.snakemake()
    assert run.returncode != 0
    assert run.stderr.splitlines()[-1] == (
        f"error: {path} was changed after it was made; delete it and run again"
    )


@pytest.mark.parametrize(("path", "change"), [(CLAIMS, emptied), (POINTS, one_digit)])
def test_what_was_changed_is_mended_as_the_message_says(built, path, change):
    before, manifest = built.read(path), built.read("results/manifest.json")
    built.write(path, change(before))
    assert built.snakemake().returncode != 0
    assert built.read("results/manifest.json") == manifest
    (built.root / path).unlink()
    assert built.snakemake().returncode == 0
    assert built.read(path) == before
    assert built.read("results/manifest.json") == manifest
    assert built.planned() == set()


@pytest.mark.parametrize(
    "path",
    [
        NOISE,
        CLAIMS,
        PAGE,
        "results/ledger.json",
        "results/items.csv",
        "results/figures/critical_points/curve.pdf",
        "results/captions/critical_points/curve.rst",
        "results/paper/provenscape.tex",
        "results/datapackage.json",
        "results/manifest.json",
        "results/provenance.json",
    ],
)
def test_a_flipped_bit_is_noticed_though_times_and_size_are_the_same(built, path, capsys):
    flipped(built.root / path)
    output = "results/dossier" if path == PAGE else path
    run = built.snakemake("--dry-run")
    assert run.returncode != 0 and f"error: {output} was changed after it was made" in run.stderr
    results = built.root / "results"
    said = (
        "no list of digests" if path == "results/manifest.json" else "was changed after it was made"
    )
    with pytest.raises(UserError, match=f"{said}; delete it and run again"):
        digests.require([built.root / output], results)
    assert check.run(results, check.Wanted()) in (check.DIFFERS, check.REFUSED)
    assert Path(path).name in "".join(capsys.readouterr())


def test_each_job_refuses_what_was_changed_while_the_build_ran(built):
    """The experiment writes its table, and then the table of another that was made before."""
    path = "experiments/hardness/noise.py"
    other = "results/data/critical_points/points.csv"
    built.replace(
        path, "    noise = ", f"    open({other!r}, 'a').write('50,2500\\n')\n    noise = "
    )
    (built.root / "results/figures/critical_points/curve.svg").unlink()
    run = built.snakemake("--cores", "1", "--keep-going", "--prioritize", NOISE)
    assert run.returncode != 0
    line = f"error: {other} was changed after it was made; delete it and run again"
    assert line in run.stderr.splitlines()
    logs = [p for p in (built.root / "results/logs").rglob("*.log") if line in p.read_text()]
    assert logs and not any(p.name == "manifest.log" for p in logs)


def test_a_file_more_or_less_in_a_folder_of_pages_is_noticed(built):
    results = built.root / "results"
    (results / "dossier/more.html").write_text("more", encoding="utf-8")
    assert digests.changed(results) == ["dossier"]
    (results / "dossier/more.html").unlink()
    assert digests.changed(results) == []
    (results / "dossier/index.html").unlink()
    assert digests.changed(results) == ["dossier"]


def test_what_is_being_made_is_read_by_nobody_and_complained_of_by_nobody(built):
    results, table = built.root / "results", built.root / NOISE
    digests.begin("experiment_hardness_noise", [table], results)
    table.write_text("half", encoding="utf-8")
    assert digests.changed(results) == []
    with pytest.raises(UserError, match=r"noise\.csv: made by no job that ended"):
        digests.require([table], results)


def test_without_notes_the_manifest_says_what_was_made(built):
    results = built.root / "results"
    for path in (results / "digests").glob("*.json"):
        path.unlink()
    outputs = [built.root / NOISE, results / "dossier"]
    digests.require(outputs, results)
    assert built.planned() == set()
    for path in (NOISE, PAGE):
        flipped(built.root / path)
    for path in outputs:
        with pytest.raises(UserError, match="was changed after it was made"):
            digests.require([path], results)


def test_a_damaged_note_is_named(built):
    built.write("results/digests/ledger.json", "{")
    with pytest.raises(UserError, match=r"digests/ledger\.json: no list of digests; delete it"):
        digests.require([], built.root / "results")
    (built.root / "results/digests/ledger.json").unlink()
    assert built.planned() == set()


@pytest.mark.parametrize("change", ["missing", "twice", "of no proof"])
def test_the_ledger_takes_one_record_of_each_proof_and_no_other(built, change):
    records = json.loads(built.read(CLAIMS))
    if change == "missing":
        records = []
    elif change == "twice":
        records *= 2
    else:
        records.append(records[0] | {"file": "proofs/polyak_lojasiewicz/cube.py"})
    built.write(CLAIMS, json.dumps(records))
    with pytest.raises(UserError, match=r"polyak_lojasiewicz\.json: \d records of proofs/.*\.py"):
        ledger.read_records([built.root / CLAIMS], built.root)


def test_check_says_that_a_folder_of_results_is_whole_and_what_it_did_not_check(built, capsys):
    (built.root / "results/coq").mkdir()
    (built.root / "results/coq/a.v").write_text("")  # what `make coq` leaves there
    assert check.run(built.root / "results", check.Wanted()) == check.VERIFIED
    said = capsys.readouterr().out
    assert "digests     all agree" in said and "no claim was checked again" in said


def a_theorem_altered_by_hand(results):
    theorem = results / "coq/a.v"
    theorem.parent.mkdir()
    theorem.write_text("Theorem two : 1 + 1 = 2.")
    digests.finish("coq", [theorem], results)
    theorem.write_text("Theorem two : 1 + 1 <= 2.")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda results: (results / "ledger.csv").unlink(), "ledger.csv: missing"),
        (
            lambda results: (results / "figures/more.pdf").write_text("%PDF-"),
            "figures/more.pdf: not listed in manifest.json",
        ),
        (lambda results: flipped(results / "items.csv"), "items.csv: another content than"),
        (lambda results: flipped(results / "provenance.json"), "provenance.json: changed after"),
        (a_theorem_altered_by_hand, "coq/a.v: changed after it was made"),
    ],
)
def test_check_names_what_differs_in_a_folder_of_results(built, capsys, change, words):
    change(built.root / "results")
    assert check.run(built.root / "results", check.Wanted()) == check.DIFFERS
    assert words in capsys.readouterr().out


def test_check_derives_nothing_from_results_and_says_so(built, capsys):
    assert check.run(built.root / "results", check.Wanted(sample=3)) == check.REFUSED
    assert "provenscape verify" in capsys.readouterr().err
