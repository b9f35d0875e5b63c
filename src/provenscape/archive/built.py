"""Whether a folder of results is as the jobs that made it have left it."""

from pathlib import Path

from provenscape.study import digests
from provenscape.study.files import sha256, within

OTHERS = ("benchmarks", "coq", "logs", digests.FOLDER)  # what the manifest leaves out
LEAVES = (digests.MANIFEST, "provenance.json", "workflow.html")


def found_at(path: Path) -> bool:
    """Whether a path is a folder of results, not an archive."""
    return path.is_dir() and (path / digests.MANIFEST).is_file()


def differences(results: Path) -> list[str]:
    """Where files are others than manifest and jobs say: missing, changed, not listed."""
    listed = digests.manifest(results)
    present = {path.relative_to(results).as_posix(): path for path in within([results])}
    return [
        *(f"{name}: missing" for name in sorted(listed.keys() - present)),
        *(
            f"{name}: another content than {digests.MANIFEST} says"
            for name in sorted(listed.keys() & present)
            if sha256(present[name]) != listed[name]
        ),
        *(
            f"{name}: changed after it was made"
            for name in digests.changed(results)
            if name not in listed
        ),
        *(
            f"{name}: not listed in {digests.MANIFEST}"
            for name in sorted(present.keys() - listed.keys())
            if name not in LEAVES and name.split("/")[0] not in OTHERS and not name.endswith(".zip")
        ),
    ]
