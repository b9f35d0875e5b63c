# The pages that a reader opens: one folder, made from the ledger, the figures and the tables.

PAGES = sorted(map(str, Path("src/provenscape/dossier").glob("[at]*s/*")))


localrules:
    dossier,


rule dossier:
    input:
        ledger=rules.ledger.output,
        figures=[path for path in DRAWN if path.endswith((".png", ".json"))],
        tables=TABLES,
        judgements=rules.ledger.input.judgements,
        documents=[*rules.ledger.input.documents, "documents/documents.bib"],
        pages=PAGES,
        code=code("dossier"),
        lock=LOCK,
    output:
        directory(f"{RESULTS}/dossier"),
    log:
        f"{RESULTS}/logs/dossier.log",
    benchmark:
        f"{RESULTS}/benchmarks/dossier.jsonl"
    conda:
        ENVIRONMENT
    message:
        "dossier"
    script:
        "../scripts/dossier.py"
