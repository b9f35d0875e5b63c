"""Verify the claims that experiments carry, on the tables that they made."""

import json
from pathlib import Path

from provenscape import evidence, tables
from provenscape.files import write_text
from provenscape.jobs import job

with job(snakemake.log[0]):
    paths = {(path.parent.name, path.stem): path for path in map(Path, snakemake.input.tables)}
    records = [
        evidence.verify_experiment(
            chapter, name, {table: tables.read(paths[chapter, table]) for table in made}
        )
        for chapter, name, made in snakemake.params.experiments
    ]
    text = json.dumps(records, indent=1, sort_keys=True, ensure_ascii=False)
    write_text(Path(snakemake.output[0]), text + "\n")
