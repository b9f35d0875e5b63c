# What readers open and authors cite: the pages, one folder, macros for LaTeX, and what the tables hold.

PAGE_FILES = sorted(Path(package.__file__).parent.glob("dossier/[at]*s/*"))  # assets, templates


localrules:
    dossier,


rule dossier:
    input:
        ledger=rules.ledger.output,
        figures=[path for path in DRAWN if path.endswith((".webp", ".json"))],
        tables=TABLES,
        judgements=rules.ledger.input.judgements,
        documents=present(
            *rules.ledger.input.documents, "documents/documents.bib", "documents/study.yaml"
        ),
        columns=sorted(map(str, Path("experiments").glob("*/columns.yaml"))),
        citation="CITATION.cff",
        templates=own(*PAGE_FILES),
        lock=LOCK,
        code=code("dossier"),
    output:
        pages=directory(PAGES[0]),
        paper=PAGES[1:3],
        data=PAGES[3:],
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
