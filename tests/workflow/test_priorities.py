"""The seconds by which the longest jobs start first are those of jobs that there are."""

from pathlib import Path

from provenscape.study import registry, settings

ROOT = Path(__file__).parents[2]


def test_each_job_with_a_priority_exists_and_has_whole_seconds():
    study = registry.read(ROOT)
    jobs = {f"experiment_{made.chapter}_{made.name}" for made in study.experiments}
    jobs |= {f"proofs_{chapter}" for chapter in study.proofs}
    jobs |= {f"figures_{figure.chapter}" for figure in study.figures}
    seconds = settings.read(ROOT / "workflow/seconds.yaml")
    assert set(seconds) <= jobs  # a renamed experiment takes its seconds along
    assert all(type(count) is int and count > 0 for count in seconds.values())
