"""Check the outputs, and record the digest of each."""

from pathlib import Path

from provenscape.workflow.jobs import job

with job(snakemake):
    from provenscape.workflow import manifest

    manifest.write(
        snakemake.input.outputs, Path(snakemake.output[0]).parent, snakemake.params.config
    )
