"""Pack the results into one deterministic file."""

from pathlib import Path

from provenscape import archive
from provenscape.jobs import job

with job(snakemake.log[0]):
    archive.write(snakemake.input.members, Path(snakemake.output[0]), snakemake.params.results)
