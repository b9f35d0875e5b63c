"""Verify all claims of one chapter and write their records."""

import json
from pathlib import Path

from provenscape.workflow.jobs import job

with job(snakemake):
    from provenscape.claims import verification
    from provenscape.study.files import write_text

    records = verification.verify_chapter(snakemake.params.chapter, Path.cwd())
    text = json.dumps(records, indent=1, sort_keys=True, ensure_ascii=False)
    write_text(Path(snakemake.output[0]), text + "\n")
