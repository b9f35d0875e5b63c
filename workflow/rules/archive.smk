# What a paper cites: `snakemake archive` packs everything reproducible into one file.

REPOSITORY = ["CITATION.cff", "LICENSE", "config/config.yaml", LOCK]


localrules:
    archive,


rule archive:
    input:
        members=[*REPOSITORY, *rules.manifest.input.outputs, *rules.manifest.output],
        code=code("archive"),
    output:
        f"{RESULTS}/provenscape-{VERSION}.zip",
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
