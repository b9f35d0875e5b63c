# One job for each chapter: tables in; PDF, SVG, PNG, WebP, sidecar and caption of each figure out.


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


for chapter in STUDY.chapters:
    drawn = [figure for figure in STUDY.figures if figure.chapter == chapter]
    if not drawn:
        continue
    files = [figure.path for figure in drawn]

    rule:
        name:
            f"figures_{chapter}"
        input:
            tables=sorted({table(source) for figure in drawn for source in figure.sources}),
            figures=[str(file) for file in files],
            lock=LOCK,
            code=code("figures", f"figures_{chapter}", files),
        output:
            **{key: path for figure in drawn for key, path in figure_files(figure).items()},
        log:
            f"{RESULTS}/logs/figures/{chapter}.log",
        benchmark:
            f"{RESULTS}/benchmarks/figures/{chapter}.jsonl"
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
