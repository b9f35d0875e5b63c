"""Pack the results into one deterministic file."""

from pathlib import Path

from provenscape.workflow import archive
from provenscape.workflow.jobs import job

with job(snakemake.log[0]):
    path = Path(snakemake.output[0])
    archive.write(snakemake.input.members, path, path.parent)
