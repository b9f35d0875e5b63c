"""Record when and with what software the results were made."""

from pathlib import Path

from provenscape.workflow.jobs import job

with job(snakemake):
    from provenscape.workflow import provenance

    provenance.write(Path(snakemake.output[0]), map(Path, snakemake.input.lock))
