# A build held against the tracked reference: `snakemake compare` says what differs and by how much.

REFERENCE = present("manifest/reference.csv", "manifest/reference.json")


localrules:
    compare,


rule compare:
    input:
        rules.manifest.output,
        tables=TABLES,
        ledger=rules.ledger.output.ledger,
        experiments=[str(made.path) for made in STUDY.experiments],
        reference=REFERENCE,
    log:
        f"{RESULTS}/logs/compare.log",
    conda:
        ENVIRONMENT
    message:
        "comparison with the reference"
    script:
        "../scripts/compare.py"
