"""One experiment or figure of an archive that was unpacked, made again with its own package.

    python -m provenscape.archive.remake tables CHAPTER/EXPERIMENT DATA MADE
    python -m provenscape.archive.remake figure CHAPTER/FIGURE DATA MADE

runs in the archive's folder, and prints the path of each file that it wrote below MADE. Tables are
read from and written to DATA, the folder of tables.
"""

import json
import sys
from pathlib import Path
from typing import Any

from provenscape import figures
from provenscape.errors import one_line
from provenscape.figures import captions
from provenscape.study import experiments, registry, tables


def remade(name: str, data: Path, config: dict[str, Any]) -> list[str]:
    """Run an experiment as the workflow does; the paths of its tables."""
    found = registry.experiments(Path.cwd())
    one = next(made for made in found if f"{made.chapter}/{made.name}" == name)
    parameters = one.parameters[config["effort"]]
    frames = experiments.run(one.path, parameters, config["seed"], one.tables)
    for table in one.tables:
        tables.write(frames[table], data / one.chapter / f"{table}.csv")
    return [f"results/data/{one.chapter}/{table}.csv" for table in one.tables]


def drawn(name: str, data: Path, made: Path, config: dict[str, Any]) -> list[str]:
    """Draw a figure as the workflow does; the paths of its files."""
    found = registry.figures(Path.cwd())
    figure = next(one for one in found if f"{one.chapter}/{one.name}" == name)
    made_by = registry.experiments(Path.cwd())
    parameters = registry.parameters_behind(figure, made_by, config["effort"])
    widths = config["column_width"], config["page_width"]
    written = figures.draw_file(figure.path, data, made / "results/figures", parameters, *widths)
    caption = f"results/captions/{name}.rst"
    captions.write(written[-1], made / caption)
    return [*(f"results/figures/{name}.{kind}" for kind in registry.FORMATS), caption]


def main(kind: str, name: str, data: str, made: str) -> None:
    """Make it and print the paths."""
    manifest = Path("results/manifest.json").read_text(encoding="utf-8")
    config = json.loads(manifest)["config"]
    with one_line():
        if kind == "tables":
            paths = remade(name, Path(data), config)
        else:
            paths = drawn(name, Path(data), Path(made), config)
    print("\n".join(paths))


if __name__ == "__main__":
    main(*sys.argv[1:])
