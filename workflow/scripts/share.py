"""Run a share of the parts of one experiment."""

from pathlib import Path

from provenscape.workflow.jobs import job

with job(snakemake):
    from provenscape.study import experiments

    experiments.run_share(
        Path(snakemake.input.experiment),
        snakemake.params.parameters,
        snakemake.params.seed,
        snakemake.params.number,
        snakemake.params.shares,
        Path(snakemake.output[0]),
    )
