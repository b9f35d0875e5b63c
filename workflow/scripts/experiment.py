"""Run one experiment and write its tables."""

from pathlib import Path

from provenscape import experiments, tables
from provenscape.jobs import job

with job(snakemake.log[0]):
    made = experiments.run(
        snakemake.params.chapter,
        snakemake.params.name,
        snakemake.params.parameters,
        snakemake.params.seed,
        snakemake.params.tables,
    )
    for name, path in zip(snakemake.params.tables, snakemake.output, strict=True):
        tables.write(made[name], Path(path))
