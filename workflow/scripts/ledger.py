"""Join the records of all chapters into the ledger and the table of the documents' items."""

from pathlib import Path

from provenscape.claims import ledger
from provenscape.workflow.jobs import job

with job(snakemake):
    root = Path.cwd()
    records = ledger.read_records(map(Path, snakemake.input.records), root)
    ledger.write(records, root, Path(snakemake.output.ledger).parent)
