"""Have Coq check all claims, write their theorems by chapter and what was accepted."""

from pathlib import Path

from provenscape.workflow.jobs import job

with job(snakemake):
    from provenscape.claims import accepted
    from provenscape.coq import acceptance

    root = Path.cwd()
    folder = Path(snakemake.output[0]).parent
    found = acceptance.build(root, folder, snakemake.params.chapters, snakemake.threads)
    accepted.write(found, root)
    print(acceptance.summary(found["claims"]))
