# What a paper cites: `snakemake archive` packs the study and all that is reproducible into one file.

from provenscape.archive import pack, sources

with one_line():
    ARCHIVE = pack.name(Path())


localrules:
    archive,


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
