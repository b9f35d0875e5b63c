"""Join the records of all chapters into the ledger and the table of the documents' items."""

import json
from pathlib import Path

from provenscape.claims import ledger
from provenscape.workflow.jobs import job

with job(snakemake.log[0]):
    chapters = [json.loads(Path(path).read_text()) for path in snakemake.input.records]
    records = [record for chapter in chapters for record in chapter]
    ledger.write(records, Path.cwd(), Path(snakemake.output.ledger).parent)
