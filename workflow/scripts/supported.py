"""Verify the claims that are judged on the tables of experiments."""

import json
from pathlib import Path

from provenscape.workflow.jobs import job

with job(snakemake):
    from provenscape.claims import sampling
    from provenscape.study.files import write_text

    data = Path(snakemake.params.data)
    records = [sampling.verify(Path(path), data) for path in snakemake.input.claims]
    text = json.dumps(records, indent=1, sort_keys=True, ensure_ascii=False)
    write_text(Path(snakemake.output[0]), text + "\n")
