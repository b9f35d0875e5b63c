# One job for each experiment: parameters and a seed in, tables out. Those that say of which parts they
# consist are cut into so many jobs, and one that makes the tables, with `--set-scatter shares=4`.


scattergather:
    shares=1,


COUNT = len(gather.shares("{scatteritem}"))
PARTED = [made for made in STUDY.experiments if made.parted and COUNT > 1]
SHARES = {
    made.path: [f"{RESULTS}/shares/{made.chapter}/{made.name}/{k}.npz" for k in range(COUNT)]
    for made in PARTED
}

for made in PARTED:
    for number, file in enumerate(SHARES[made.path]):

        rule:
            name:
                f"share_{number}_{made.chapter}_{made.name}"
            input:
                experiment=str(made.path),
                lock=LOCK,
                code=code("share", f"share_{made.chapter}_{made.name}", [made.path]),
            output:
                temp(file),
            log:
                f"{RESULTS}/logs/shares/{made.chapter}/{made.name}/{number}.log",
            benchmark:
                f"{RESULTS}/benchmarks/shares/{made.chapter}/{made.name}/{number}.jsonl"
            priority: SECONDS.get(f"experiment_{made.chapter}_{made.name}", 0)
            conda:
                ENVIRONMENT
            params:
                number=number,
                shares=COUNT,
                parameters=made.parameters[config["effort"]],
                seed=config["seed"],
            message:
                f"share {number + 1} of {COUNT} of {made.chapter}/{made.name}"
            script:
                "../scripts/share.py"


for made in STUDY.experiments:

    rule:
        name:
            f"experiment_{made.chapter}_{made.name}"
        input:
            shares=SHARES.get(made.path, []),
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
