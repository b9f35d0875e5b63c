# One job for each chapter, or for one figure: tables in; PDF, SVG, PNG, WebP, sidecar and caption of each figure out.


def figure_files(figure):
    """Return the outputs of one figure by name; the PNG goes into the report."""
    stem = f"{RESULTS}/figures/{figure.chapter}/{figure.name}"
    caption = f"{RESULTS}/captions/{figure.chapter}/{figure.name}.rst"
    shown = report(
        f"{stem}.png",
        caption=os.path.abspath(caption),
        category="Figures",
        subcategory=figure.chapter.replace("_", " "),
        # One label: of two that have two values each the report makes switches, and shows nothing.
        labels={"figure": f"{figure.title} ({', '.join(figure.items)})"},
    )
    files = {f"{figure.name}_{kind}": f"{stem}.{kind}" for kind in registry.FORMATS}
    return files | {f"{figure.name}_png": shown, f"{figure.name}_caption": caption}


DRAWINGS = {}  # by rule
for figure in STUDY.figures:
    DRAWINGS.setdefault(f"figures_{figure.chapter}", []).append(figure)
    # A workflow that names the rules that it uses may take a figure by itself.
    if workflow.modifier.rule_whitelist is not None:
        DRAWINGS[f"figure_{figure.chapter}_{figure.name}"] = [figure]

for drawing, drawn in DRAWINGS.items():
    chapter = drawn[0].chapter
    files = [figure.path for figure in drawn]

    rule:
        name:
            drawing
        input:
            tables=sorted({table(source) for figure in drawn for source in figure.sources}),
            figures=[str(file) for file in files],
            lock=LOCK,
            code=code("figures", drawing, files),
        output:
            **{key: path for figure in drawn for key, path in figure_files(figure).items()},
        log:
            f"{RESULTS}/logs/figures/{drawing.partition('_')[2]}.log",
        benchmark:
            f"{RESULTS}/benchmarks/figures/{drawing.partition('_')[2]}.jsonl"
        priority: SECONDS.get(drawing, 0)
        group:
            "figures"
        conda:
            ENVIRONMENT
        params:
            chapter=chapter,
            column_width=config["column_width"],
            page_width=config["page_width"],
            parameters={
                figure.name: registry.parameters_behind(
                    figure, STUDY.experiments, config["effort"]
                )
                for figure in drawn
            },
        message:
            f"figures of {chapter} ({len(drawn)})"
        script:
            "../scripts/figures.py"
