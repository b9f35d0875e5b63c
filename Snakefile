# The whole study: `snakemake --cores all` builds everything below `results/`.


include: "workflow/rules/common.smk"
include: "workflow/rules/experiments.smk"
include: "workflow/rules/proofs.smk"
include: "workflow/rules/figures.smk"
include: "workflow/rules/ledger.smk"
include: "workflow/rules/dossier.smk"
include: "workflow/rules/archive.smk"
include: "workflow/rules/coq.smk"


report: "workflow/report/study.rst"


rule all:
    default_target: True
    input:
        rules.outputs.input,
        rules.dossier.output,
        rules.report.output,
    message:
        f"all is built; see {RESULTS}/dossier/index.html"


OUTPUTS = {str(path) for rule in workflow.rules for path in rule.output}

# Snakemake learns its targets only after this file; asked here, a wrong one gets a clear answer.
with one_line():
    refuse_unknown(asked(sys.argv[1:]), {rule.name for rule in workflow.rules}, OUTPUTS)
    require_writable(OUTPUTS)
    if workflow.is_main_process:
        for path, run in CODE.items():
            imports.stamp(Path(path), *run)
        digests.require_unchanged(Path(RESULTS))


onsuccess:
    with one_line():
        print_summary(Path(RESULTS))
