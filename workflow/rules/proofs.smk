# One job for each chapter: every claim verified afresh in exact arithmetic.

for chapter, files in STUDY.proofs.items():

    rule:
        name:
            f"proofs_{chapter}"
        input:
            proofs=[str(file) for file in files],
            lock=LOCK,
            code=code("proofs", f"proofs_{chapter}", files),
        output:
            f"{RESULTS}/claims/{chapter}.json",
        log:
            f"{RESULTS}/logs/proofs/{chapter}.log",
        benchmark:
            f"{RESULTS}/benchmarks/proofs/{chapter}.jsonl"
        priority: SECONDS.get(f"proofs_{chapter}", 0)
        group:
            "proofs"
        conda:
            ENVIRONMENT
        params:
            chapter=chapter,
        message:
            f"proofs of {chapter} ({len(files)} claims)"
        script:
            "../scripts/proofs.py"
