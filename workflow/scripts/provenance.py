"""Record when and with what software the results were made."""

from pathlib import Path

from provenscape.workflow import provenance
from provenscape.workflow.jobs import job

with job(snakemake):
    provenance.write(Path(snakemake.output[0]), map(Path, snakemake.input.lock))
