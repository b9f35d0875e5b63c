"""Pack the pages and the files that they lead to into one deterministic file."""

from pathlib import Path

from provenscape.workflow.jobs import job

with job(snakemake):
    from provenscape.archive import pack
    from provenscape.study import citation

    path = Path(snakemake.output[0])
    name = f"{citation.read(Path.cwd()).key}-dossier"
    pack.write_pages(name, snakemake.input.built, path.parent, path)
