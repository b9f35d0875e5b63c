"""Draw all figures of one chapter, each in its formats, with its sidecar, caption and notes."""

from pathlib import Path

from provenscape.workflow.jobs import job

with job(snakemake):
    from provenscape.figures.chapter import draw_chapter

    draw_chapter(
        Path("figures", snakemake.params.chapter),
        Path(snakemake.output[0]).parents[2],
        snakemake.params.parameters,
        snakemake.params.column_width,
        snakemake.params.page_width,
    )
