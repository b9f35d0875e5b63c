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
