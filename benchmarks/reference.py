"""Renew the record of the published tables, tests/reference.csv, from the build that is there.

    python benchmarks/reference.py

Run it after a change on purpose and `make`; what moved is seen in version control.
"""

import csv
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import reference  # noqa: E402

from provenscape.study import registry, tables  # noqa: E402


def main() -> None:
    names = sorted(
        f"{made.chapter}/{t}" for made in registry.experiments(ROOT) for t in made.tables
    )
    reference.PROCESSOR.write_text(f"{reference.processor()}\n", encoding="utf-8")
    with reference.RECORD.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, reference.FIELDS, lineterminator="\n")
        writer.writeheader()
        for name in names:
            table = tables.read(ROOT / f"results/data/{name}.csv")
            writer.writerows(reference.summary(name, table))


if __name__ == "__main__":
    main()
