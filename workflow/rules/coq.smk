# A second checker of every claim: `snakemake coq` needs Coq with Coquelicot and Interval, and is no
# part of `all`. Beside its outputs it writes coq/accepted.json, which is tracked and which the ledger
# reads: that file is no output here, so that no ledger waits for Coq. Its library is in a checkout
# of provenscape alone.

from provenscape.claims import coq_files


rule coq:
    input:
        proofs=[str(file) for files in STUDY.proofs.values() for file in files],
        code=code("coq", files=[f for files in STUDY.proofs.values() for f in files]),
        library=[
            *(f"coq/{name.replace('.', '/')}.v" for name in coq_files.FUNCTIONS),
            f"coq/{coq_files.INSTANCES}",
        ],
        bridges=lambda _: sorted(map(str, Path("coq").glob("Bridges/*.v"))),
        facts="documents/facts.yaml",
        lock=LOCK,
    output:
        [f"{RESULTS}/coq/{chapter}.v" for chapter in STUDY.proofs],
    log:
        f"{RESULTS}/logs/coq.log",
    benchmark:
        f"{RESULTS}/benchmarks/coq.jsonl"
    conda:
        ENVIRONMENT
    threads: 2
    params:
        chapters=list(STUDY.proofs),
    message:
        "every claim as a theorem of Coq"
    script:
        "../scripts/coq.py"
