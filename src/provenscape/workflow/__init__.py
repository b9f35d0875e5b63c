"""What the workflow needs around its jobs: inputs, logs, targets and digests.

The workflow itself, a Snakefile with its rules and scripts, lies in `workflow/` of a checkout, and
in `definition` of the installed package.
"""

from pathlib import Path

_INSTALLED = Path(__file__).with_name("definition")
DEFINITION = _INSTALLED if _INSTALLED.is_dir() else Path(__file__).parents[3] / "workflow"
SNAKEFILE = str(DEFINITION / "Snakefile")  # for `module provenscape: snakefile: SNAKEFILE`
