"""Have Coq check all claims, write their theorems by chapter and what was accepted."""

from pathlib import Path

from provenscape.workflow.jobs import job

with job(snakemake):
    from provenscape.coq import acceptance

    root = Path.cwd()
    folder = Path(snakemake.output[0]).parent
    claims = acceptance.build(root, folder, snakemake.params.chapters, snakemake.threads)
    acceptance.write(claims, root)
    print(acceptance.summary(claims))
