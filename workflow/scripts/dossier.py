"""Write the pages that a reader opens."""

from pathlib import Path

from provenscape import dossier
from provenscape.workflow.jobs import job

with job(snakemake.log[0]):
    folder = Path(snakemake.output[0])
    dossier.write(Path.cwd(), folder.parent, folder)
