"""Renew the reference of the study, folder `manifest`, from the build that is there.

    python benchmarks/reference.py

Run it after a change on purpose and `make`; what moved is seen in version control.
"""

from pathlib import Path

from provenscape.study import reference, settings

ROOT = Path(__file__).parents[1]

if __name__ == "__main__":
    reference.write(ROOT, ROOT / settings.configuration(ROOT)["results"])
