"""Write the pages that a reader opens, and the macros for papers."""

from pathlib import Path

from provenscape import dossier
from provenscape.dossier import paper
from provenscape.workflow.jobs import job

with job(snakemake.log[0]):
    folder = Path(snakemake.output.pages)
    dossier.write(Path.cwd(), folder.parent, folder)
    paper.write(Path.cwd(), folder.parent, folder.parent / "paper")
