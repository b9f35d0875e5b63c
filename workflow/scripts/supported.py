"""Verify the claims that experiments carry, on the tables that they made."""

import json
from pathlib import Path

from provenscape.claims import sampling
from provenscape.study import tables
from provenscape.study.files import write_text
from provenscape.workflow.jobs import job

with job(snakemake.log[0]):
    paths = {(path.parent.name, path.stem): path for path in map(Path, snakemake.input.tables)}
    records = [
        sampling.verify(
            path, {table: tables.read(paths[path.parent.name, table]) for table in made}
        )
        for path, made in zip(
            map(Path, snakemake.input.experiments), snakemake.params.tables, strict=True
        )
    ]
    text = json.dumps(records, indent=1, sort_keys=True, ensure_ascii=False)
    write_text(Path(snakemake.output[0]), text + "\n")
