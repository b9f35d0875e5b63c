"""Pack the study and its results into one deterministic file."""

from pathlib import Path

from provenscape.workflow.jobs import job

with job(snakemake):
    from provenscape.archive import pack

    path = Path(snakemake.output[0])
    pack.write(Path.cwd(), snakemake.input.built, path.parent, path)
