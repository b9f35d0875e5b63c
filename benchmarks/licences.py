"""List every locked package with its version and licence; fail for one that states none.

    python benchmarks/licences.py

Read from the metadata of what is installed: the SPDX expression, else the trove classifiers, else
the field License, else the first line of the licence that is shipped. Packages locked for other
platforms or Pythons are listed as not installed. Versions with known vulnerabilities are another
question; `pip-audit -r requirements.lock` asks it.
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, files, metadata
from pathlib import Path

LOCK = Path(__file__).parents[1] / "requirements.lock"
ABSENT = "not installed here"


def locked(lock: str) -> Iterator[tuple[str, str]]:
    """Name and version of each package of a lock."""
    return iter(re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock, flags=re.MULTILINE))


def licence(name: str) -> str:
    """What the package itself says its licence is; empty if nothing."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return ABSENT
    classifiers = said.get_all("Classifier") or []
    named = [c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License :: OSI")]
    short = (said.get("License") or "").strip().split("\n")[0]
    return said.get("License-Expression") or "; ".join(named) or short or first_line(name)


def first_line(name: str) -> str:
    """The first line of the licence's own text; empty if the package has none."""
    for path in files(name) or []:
        if "dist-info" in str(path) and path.name.upper().startswith("LICEN"):
            lines = path.locate().read_text(encoding="utf-8").split("\n")
            return next((line.strip() for line in lines if line.strip()), "")
    return ""


def main() -> None:
    rows = [(n, v, licence(n)) for n, v in locked(LOCK.read_text(encoding="utf-8"))]
    width = max(len(f"{name} {version}") for name, version, _ in rows)
    for name, version, said in rows:
        print(f"{f'{name} {version}':<{width}}  {said or 'STATES NO LICENCE'}")
    unknown = [name for name, _, said in rows if not said]
    if unknown:
        sys.exit(f"error: {', '.join(unknown)}: no licence stated; look it up before use")


if __name__ == "__main__":
    main()
