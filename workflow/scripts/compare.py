"""Hold the build against the reference, and fail where it differs by more than is declared."""

from pathlib import Path

from provenscape.workflow.jobs import job

with job(snakemake):
    from provenscape.errors import UserError
    from provenscape.study import reference

    beyond = reference.compare(Path.cwd(), Path(snakemake.config["results"]))
    if beyond:
        raise UserError(
            f"{len(beyond)} differences beyond what is declared, the first: {beyond[0]}; after a "
            "change on purpose renew the reference: python benchmarks/reference.py"
        )
