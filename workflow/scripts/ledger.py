"""Join the records of all chapters into the ledger and the table of the documents' items."""

from pathlib import Path

from provenscape.workflow.jobs import job

with job(snakemake):
    from provenscape.claims import ledger

    root = Path.cwd()
    records = ledger.read_records(map(Path, snakemake.input.records), root)
    ledger.write(records, root, Path(snakemake.output.ledger).parent)
