# One job for each experiment: parameters and a seed in, tables out.

for made in STUDY.experiments:

    rule:
        name:
            f"experiment_{made.chapter}_{made.name}"
        input:
            code=code("experiment", modules=[made.module]),
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
            chapter=made.chapter,
            name=made.name,
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
        code=code("supported", modules=[made.module for made in CARRIERS]),
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
        experiments=[(made.chapter, made.name, made.tables) for made in CARRIERS],
    message:
        f"claims that experiments carry ({len(CARRIERS)})"
    script:
        "../scripts/supported.py"
