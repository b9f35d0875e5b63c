"""Write the pages that a reader opens, the macros for papers, and the description of the data."""

from pathlib import Path

from provenscape.workflow.jobs import job

with job(snakemake):
    from provenscape import dossier

    dossier.write(Path.cwd(), Path(snakemake.output.pages).parent)
