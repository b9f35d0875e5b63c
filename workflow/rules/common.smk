# The configuration, what there is to build, and what each job depends on.
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(workflow.basedir) / "src"))

from provenscape import __version__ as VERSION
from provenscape.study import digests, registry, settings
from provenscape.workflow import imports
from provenscape.errors import one_line
from provenscape.workflow.jobs import share_package
from provenscape.workflow.targets import asked, print_summary, refuse_unknown, require_writable

share_package()

with one_line():
    settings.read(settings.CONFIG)


configfile: "config/config.yaml"


with one_line():
    settings.validate(config, settings.read(settings.SCHEMA))
    STUDY = registry.read(Path())

RESULTS = config["results"]
LOCK = "requirements.lock"
ENVIRONMENT = "../../environment.yml"
SECONDS = settings.read(Path("workflow/seconds.yaml"))  # of rules: the longest jobs start first


def code(name, files=()):
    """Return the digest of the code that a script runs, by itself and through `files`."""
    return imports.digest(Path("workflow/scripts", f"{name}.py"), files)


def table(name):
    """Return the path of the table `chapter/table`."""
    return f"{RESULTS}/data/{name}.csv"
