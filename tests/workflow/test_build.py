"""The workflow builds everything from nothing, once, and the same each time."""

import hashlib
import json

from provenscape.study import reference

FIGURE = "results/figures/critical_points/curve"


def test_a_build_makes_every_declared_output(first_build):
    project, run = first_build
    assert run.returncode == 0, run.stderr
    for path in (
        "results/data/critical_points/points.csv",
        "results/data/hardness/noise.csv",
        *(f"{FIGURE}.{kind}" for kind in ("pdf", "svg", "png", "json")),
        "results/claims/polyak_lojasiewicz.json",
        "results/ledger.json",
        "results/items.csv",
        "results/provenance.json",
        "results/dossier",
        "results/workflow.html",
    ):
        assert (project.root / path).stat().st_size, path


def test_the_manifest_holds_the_digest_of_each_reproducible_output(first_build):
    project, _ = first_build
    manifest = json.loads(project.read("results/manifest.json"))
    for path, digest in manifest["sha256"].items():
        content = (project.root / "results" / path).read_bytes()
        assert hashlib.sha256(content).hexdigest() == digest, path
    kept_out = ("benchmarks", "digests", "logs")
    built = {
        path.relative_to(project.root / "results").as_posix()
        for path in (project.root / "results").rglob("*")
        if path.is_file()
        and not path.name.startswith(".")
        and path.relative_to(project.root / "results").parts[0] not in kept_out
    }
    assert built - set(manifest["sha256"]) == {"manifest.json", "provenance.json", "workflow.html"}


def test_nothing_reproducible_names_the_machine_or_the_folder(first_build):
    project, _ = first_build
    manifest = json.loads(project.read("results/manifest.json"))
    for path in [*manifest["sha256"], "manifest.json", "provenance.json"]:
        content = (project.root / "results" / path).read_bytes()
        assert str(project.root).encode() not in content, path


def test_the_end_of_a_build_tells_the_verdicts_and_where_to_look(first_build):
    _, run = first_build
    table = run.stdout + run.stderr
    assert "proved              1      1" in table
    assert "results/items.csv" in table
    assert "results/dossier/index.html" in table


def test_the_report_shows_figures_with_captions_and_notes_filled_from_data(first_build):
    project, _ = first_build
    report = project.read("results/workflow.html")
    assert "A curve" in report
    assert "reaches 2401" in report
    assert "points are 2401, at most" in report


def test_a_second_build_does_nothing(built):
    before = {path: path.stat().st_mtime_ns for path in built.root.glob("results/**/*")}
    run = built.snakemake()
    assert "Nothing to be done" in run.stdout + run.stderr
    assert before == {path: path.stat().st_mtime_ns for path in built.root.glob("results/**/*")}


def test_effort_and_seed_reach_the_experiments(built):
    noise = built.read("results/data/hardness/noise.csv")
    built.replace("config/config.yaml", "effort: full", "effort: quick")
    built.replace("config/config.yaml", "seed: ", "seed: 1")
    assert built.snakemake("results/data/hardness/noise.csv").returncode == 0
    changed = built.read("results/data/hardness/noise.csv")
    assert len(changed.splitlines()) == 6
    assert not noise.startswith(changed)


def test_a_build_that_differs_from_the_reference_fails_with_how_much(built):
    reference.write(built.root, built.root / "results")
    run = built.snakemake("compare")
    assert run.returncode == 0, run.stderr
    assert "the same     verdicts, and all tables to the digits that are declared" in run.stdout
    built.replace("manifest/reference.csv", ",40425,", ",40430,")
    run = built.snakemake("compare")
    assert run.returncode != 0
    line = "points: y is the same to 3.9 digits of its size (size was 40430, is 40425)"
    assert f"DIFFERS      critical_points/{line}" in run.stdout
    assert "error: 1 differences beyond what is declared" in run.stderr


PARTED = """import numpy as np
import pandas as pd

TABLES = ("parted",)
PARAMETERS = {"quick": {"size": 2}, "full": {"size": 5}}


def parts(parameters, seed):
    def part(child):
        return {"draws": np.random.default_rng(child).standard_normal(3)}

    return [lambda child=child: part(child) for child in seed.spawn(parameters["size"])]


def merged(parameters, found):
    return {"parted": pd.DataFrame({"draw": np.concatenate([one["draws"] for one in found])})}


def run(parameters, seed):
    return merged(parameters, [part() for part in parts(parameters, seed)])
"""


def test_shares_of_an_experiment_are_jobs_and_make_the_same_table(fresh):
    fresh.write("experiments/hardness/parted.py", PARTED)
    table = "results/data/hardness/parted.csv"
    tables = []
    for more in ([], ["--set-scatter", "shares=3"]):
        run = fresh.snakemake(table, "results/data/hardness/noise.csv", *more)
        assert run.returncode == 0, run.stderr
        tables.append(fresh.read(table))
        logs = sorted((fresh.root / "results/logs/shares").rglob("*.log"))
        assert [log.stem for log in logs] == (["0", "1", "2"] if more else [])
    assert "share 2 of 3 of hardness/parted" in run.stderr
    assert "experiment hardness/noise" not in run.stderr  # it has no parts
    assert tables[0] == tables[1]
    assert not list((fresh.root / "results/shares").rglob("*.npz"))
    again = fresh.snakemake(table, *more)
    assert "Nothing to be done" in again.stdout + again.stderr


def test_jobs_are_chosen_where_one_ends_and_not_every_second(fresh):
    """By --verbose Snakemake says each time how many jobs are ready; two take seconds."""
    for name in ("critical_points/parabola", "hardness/noise"):
        with (fresh.root / f"experiments/{name}.py").open("a") as stream:
            stream.write("\nimport time\n\ntime.sleep(3)\n")
    wanted = (
        "results/data/critical_points/points.csv",
        "results/data/hardness/noise.csv",
        "results/claims/polyak_lojasiewicz.json",
    )
    run = fresh.snakemake("--verbose", "--cores", "1", *wanted)
    assert run.returncode == 0, run.stderr
    assert 0 < (run.stdout + run.stderr).count("Ready jobs: ") <= len(wanted)
