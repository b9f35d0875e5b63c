# What a paper cites: `snakemake archive` packs the study and all that is reproducible into one file.
# What a reader opens: `snakemake dossier_zip` packs the pages with the files that they lead to.

from provenscape.archive import pack, sources

with one_line():
    ARCHIVE = pack.name(Path())


localrules:
    archive,
    dossier_zip,


rule archive:
    input:
        built=[*rules.manifest.input.outputs, *rules.manifest.output],
        sources=sources.files(Path()),
        code=code("archive"),
    output:
        f"{RESULTS}/{ARCHIVE}.zip",
    log:
        f"{RESULTS}/logs/archive.log",
    benchmark:
        f"{RESULTS}/benchmarks/archive.jsonl"
    conda:
        ENVIRONMENT
    message:
        "archive"
    script:
        "../scripts/archive.py"


rule dossier_zip:
    input:
        built=[*TABLES, *DRAWN, *rules.ledger.output, *rules.dossier.output],
        code=code("archive"),
    output:
        f"{RESULTS}/dossier.zip",
    log:
        f"{RESULTS}/logs/dossier_zip.log",
    benchmark:
        f"{RESULTS}/benchmarks/dossier_zip.jsonl"
    conda:
        ENVIRONMENT
    message:
        "dossier_zip"
    script:
        "../scripts/dossier_zip.py"
