# All verdicts in one place, checked; then the digests of everything, and the report.
TABLES = [table(f"{made.chapter}/{name}") for made in STUDY.experiments for name in made.tables]
RECORDS = [*rules.supported.output, *(f"{RESULTS}/claims/{name}.json" for name in STUDY.proofs)]
DRAWN = [path for figure in STUDY.figures for path in figure_files(figure).values()]
PAGES = [
    f"{RESULTS}/dossier",
    *(f"{RESULTS}/paper/provenscape.{kind}" for kind in ("tex", "bib")),
    *(f"{RESULTS}/{name}.json" for name in ("datapackage", "ledger.schema")),
]


localrules:
    ledger,
    manifest,
    provenance,
    report,
    outputs,


rule ledger:
    input:
        records=RECORDS,
        judgements=sorted(map(str, Path().glob("proofs/*/judgements.yaml"))),
        documents=present(
            *(
                f"documents/{name}"
                for name in (
                    "inventory.csv",
                    "references.bib",
                    "facts.yaml",
                    "parts.yaml",
                    "answers.yaml",
                )
            )
        ),
        figures=[str(figure.path) for figure in STUDY.figures],
        accepted=[
            *present("coq/accepted.json"),
            *sorted(map(str, Path().glob("coq/**/*.v"))),
        ],
        lock=LOCK,
        code=code("ledger"),
    output:
        ledger=f"{RESULTS}/ledger.json",
        claims=report(
            f"{RESULTS}/ledger.csv",
            caption="../report/ledger.rst",
            category="Verdicts",
            labels={"table": "claims"},
        ),
        documents=report(
            f"{RESULTS}/items.csv",
            caption="../report/items.rst",
            category="Verdicts",
            labels={"table": "items of the documents"},
        ),
        coverage=f"{RESULTS}/claims_items.csv",
        hypotheses=f"{RESULTS}/hypotheses.csv",
    log:
        f"{RESULTS}/logs/ledger.log",
    benchmark:
        f"{RESULTS}/benchmarks/ledger.jsonl"
    conda:
        ENVIRONMENT
    message:
        "ledger of all verdicts"
    script:
        "../scripts/ledger.py"


rule manifest:
    input:
        outputs=[*TABLES, *RECORDS, *DRAWN, *rules.ledger.output, *PAGES],
        documents=rules.ledger.input.documents,
        code=code("manifest"),
    output:
        f"{RESULTS}/manifest.json",
    log:
        f"{RESULTS}/logs/manifest.log",
    benchmark:
        f"{RESULTS}/benchmarks/manifest.jsonl"
    conda:
        ENVIRONMENT
    params:
        config={key: value for key, value in config.items() if key != "results"},
    message:
        "checks and digests of all outputs"
    script:
        "../scripts/manifest.py"


rule provenance:
    input:
        rules.manifest.output,
        lock=LOCK,
        code=code("provenance"),
    output:
        f"{RESULTS}/provenance.json",
    log:
        f"{RESULTS}/logs/provenance.log",
    benchmark:
        f"{RESULTS}/benchmarks/provenance.jsonl"
    conda:
        ENVIRONMENT
    message:
        "record of software and time"
    script:
        "../scripts/provenance.py"


rule outputs:
    input:
        rules.manifest.input.outputs,
        rules.manifest.output,
        rules.provenance.output,


# Snakemake writes its report from the records of finished jobs, hence a second Snakemake.
rule report:
    input:
        rules.outputs.input,
        captions=own(*sorted(DEFINITION.glob("report/*.rst")), DEFINITION / "rules/figures.smk"),
    output:
        f"{RESULTS}/workflow.html",
    log:
        f"{RESULTS}/logs/report.log",
    benchmark:
        f"{RESULTS}/benchmarks/report.jsonl"
    conda:
        ENVIRONMENT
    params:
        python=sys.executable,
        snakefile=os.path.relpath(workflow.main_snakefile),
        targets=[*rules.manifest.output, *rules.provenance.output],
        config=[f"{key}={value}" for key, value in config.items()],
        shares=COUNT,
    message:
        "report"
    shell:
        "{params.python:q} -m snakemake {params.targets:q} --snakefile {params.snakefile:q}"
        " --cores 1 --nolock --set-scatter shares={params.shares}"
        " --report {output:q} --config {params.config:q} > {log:q} 2>&1;"
        " ! grep -q '^Missing metadata' {log:q} || echo 'warning: {output} has not all run times:"
        " what Snakemake noted of them in .snakemake is gone; see {log}' >&2"
