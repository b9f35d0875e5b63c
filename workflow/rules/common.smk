# The configuration, what there is to build, and what each job depends on.
import os
import sys
from pathlib import Path

HERE = Path(str(workflow.current_basedir)).parents[1]
sys.path.insert(0, str(HERE / "src"))

from provenscape import __version__ as VERSION
from provenscape.study import digests, registry, settings
from provenscape.workflow import imports
from provenscape.errors import one_line
from provenscape.workflow.jobs import name_python_plainly, share_package
from provenscape.workflow.targets import (
    asked,
    print_summary,
    refuse_unknown,
    require_place,
    require_writable,
)

share_package()

with one_line():
    require_place(HERE)
    name_python_plainly()
    settings.configuration()


configfile: "config/config.yaml"


with one_line():
    settings.validate(config, settings.read(settings.SCHEMA))
    config["results"] = settings.place_of_results(config["results"], Path())
    STUDY = registry.read(Path())

RESULTS = config["results"]
LOCK = "requirements.lock"
ENVIRONMENT = "../../environment.yml"
SECONDS = settings.read(Path("workflow/seconds.yaml"))  # of rules: the longest jobs start first


CODE = {}


def code(script, job=None, files=()):
    """Return the file that changes when the code changes that a job runs, by its script and
    through `files`; it is written at the end of the Snakefile."""
    path = f"{RESULTS}/digests/code/{job or script}"
    CODE[path] = Path("workflow/scripts", f"{script}.py"), tuple(files)
    return path


def table(name):
    """Return the path of the table `chapter/table`."""
    return f"{RESULTS}/data/{name}.csv"
