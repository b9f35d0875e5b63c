# One job for each experiment: parameters and a seed in, tables out.

for made in STUDY.experiments:

    rule:
        name:
            f"experiment_{made.chapter}_{made.name}"
        input:
            experiment=str(made.path),
            code=code("experiment", files=[made.path]),
            lock=LOCK,
        output:
            [table(f"{made.chapter}/{name}") for name in made.tables],
        log:
            f"{RESULTS}/logs/experiments/{made.chapter}/{made.name}.log",
        benchmark:
            f"{RESULTS}/benchmarks/experiments/{made.chapter}/{made.name}.jsonl"
        conda:
            ENVIRONMENT
        params:
            tables=made.tables,
            parameters=made.parameters[config["effort"]],
            seed=config["seed"],
        message:
            f"experiment {made.chapter}/{made.name} ({config['effort']})"
        script:
            "../scripts/experiment.py"


CARRIERS = [made for made in STUDY.experiments if made.carries_claim]


# The claims that experiments carry, each tested on its own tables.
rule supported:
    input:
        tables=[table(f"{made.chapter}/{name}") for made in CARRIERS for name in made.tables],
        experiments=[str(made.path) for made in CARRIERS],
        code=code("supported", files=[made.path for made in CARRIERS]),
        lock=LOCK,
    output:
        f"{RESULTS}/claims/supported.json",
    log:
        f"{RESULTS}/logs/supported.log",
    benchmark:
        f"{RESULTS}/benchmarks/supported.jsonl"
    conda:
        ENVIRONMENT
    params:
        tables=[made.tables for made in CARRIERS],
    message:
        f"claims that experiments carry ({len(CARRIERS)})"
    script:
        "../scripts/supported.py"
