"""Write the pages that a reader opens, the macros for papers, and the description of the data."""

from pathlib import Path

from provenscape import dossier
from provenscape.dossier import data_package, paper
from provenscape.workflow.jobs import job

with job(snakemake.log[0]):
    folder = Path(snakemake.output.pages)
    dossier.write(Path.cwd(), folder.parent, folder)
    data_package.write(Path.cwd(), folder.parent)
    paper.write(Path.cwd(), folder.parent, folder.parent / "paper")
