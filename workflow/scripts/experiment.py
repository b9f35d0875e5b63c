"""Run one experiment and write its tables."""

from pathlib import Path

from provenscape.workflow.jobs import job

with job(snakemake):
    from provenscape.study import experiments, tables

    made = experiments.run(
        Path(snakemake.input.experiment),
        snakemake.params.parameters,
        snakemake.params.seed,
        snakemake.params.tables,
        [Path(file) for file in snakemake.input.shares],
    )
    for name, path in zip(snakemake.params.tables, snakemake.output, strict=True):
        tables.write(made[name], Path(path))
