# One job for each experiment: parameters and a seed in, tables out.

for made in STUDY.experiments:

    rule:
        name:
            f"experiment_{made.chapter}_{made.name}"
        input:
            experiment=str(made.path),
            lock=LOCK,
            code=code("experiment", f"experiment_{made.chapter}_{made.name}", [made.path]),
        output:
            [table(f"{made.chapter}/{name}") for name in made.tables],
        log:
            f"{RESULTS}/logs/experiments/{made.chapter}/{made.name}.log",
        benchmark:
            f"{RESULTS}/benchmarks/experiments/{made.chapter}/{made.name}.jsonl"
        priority: SECONDS.get(f"experiment_{made.chapter}_{made.name}", 0)
        group:
            "experiments"
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


SAMPLED = [str(claim.path) for claim in STUDY.sampled]


localrules:
    supported,


# The claims that are judged on the tables of experiments.
rule supported:
    input:
        tables=sorted({table(name) for claim in STUDY.sampled for name in claim.tables}),
        claims=SAMPLED,
        lock=LOCK,
        code=code("supported", files=map(Path, SAMPLED)),
    output:
        f"{RESULTS}/claims/supported.json",
    log:
        f"{RESULTS}/logs/supported.log",
    benchmark:
        f"{RESULTS}/benchmarks/supported.jsonl"
    conda:
        ENVIRONMENT
    params:
        data=lambda wildcards, output: str(Path(output[0]).parents[1] / "data"),
    message:
        f"claims that experiments support ({len(SAMPLED)})"
    script:
        "../scripts/supported.py"
