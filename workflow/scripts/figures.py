"""Draw all figures of one chapter, each in its formats, with its sidecar, caption and notes."""

from pathlib import Path

from provenscape import figures
from provenscape.figures import captions
from provenscape.workflow.jobs import job

results, chapter = Path(snakemake.output[0]).parents[2], snakemake.params.chapter

with job(snakemake):
    for name, parameters in snakemake.params.parameters.items():
        written = figures.draw_file(
            Path("figures", chapter, f"{name}.py"),
            results / "data",
            results / "figures",
            parameters,
            snakemake.params.column_width,
            snakemake.params.page_width,
        )
        captions.write(written[-1], results / "captions" / chapter / f"{name}.rst")
        print(f"     drawn  {chapter}/{name}", flush=True)
