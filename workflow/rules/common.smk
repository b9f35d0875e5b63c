# The configuration, what there is to build, and what each job depends on.
import os
import sys
from pathlib import Path

HERE = Path(str(workflow.current_basedir)).parents[1]
if (HERE / "src").is_dir():  # a checkout, in which the package need not be installed
    sys.path.insert(0, str(HERE / "src"))

import provenscape as package
from provenscape.study import citation, digests, registry, settings
from provenscape.workflow import DEFINITION, imports
from provenscape.errors import one_line
from provenscape.workflow.jobs import name_python_plainly, share_package
from provenscape.workflow.targets import (
    asked,
    print_summary,
    refuse_unknown,
    require_notes,
    require_place,
    require_writable,
)

share_package()

with one_line():
    require_place(HERE)
    name_python_plainly()
    if not workflow.modifier.skip_configfile:  # as a module that is given its configuration
        settings.configuration()


configfile: "config/config.yaml"


with one_line():
    settings.validate(config, settings.read(DEFINITION / "schemas/config.schema.yaml"))
    config["results"] = settings.place_of_results(config["results"], Path())
    STUDY = registry.read(Path())
    citation.read(Path())


def present(*paths):
    """Return those of the study's own files that are there: a small study lacks some."""
    return [str(path) for path in paths if Path(path).exists()]


def own(*paths):
    """Return files of the package by relative paths where they lie in the study: in a checkout."""
    here = Path.cwd()
    return [os.path.relpath(p) if p.is_relative_to(here) else str(p) for p in paths]


MAIN = workflow.modifier.is_main_snakefile()  # not a module of another workflow
ALONE = workflow.default_target is None  # no rule stands before these
RESULTS = config["results"]
LOCK = present("requirements.lock")
ENVIRONMENT = os.path.abspath("environment.yml") if present("environment.yml") else None
SECONDS = {}  # of rules: the longest jobs start first
for path in present("workflow/seconds.yaml"):
    with one_line():
        SECONDS = settings.read(Path(path))

CODE = {}


def code(script, job=None, files=()):
    """Return the file that changes when the code changes that a job runs, by its script and
    through `files`; it is written at the end of the Snakefile."""
    path = f"{RESULTS}/digests/code/{job or script}"
    CODE[path] = DEFINITION / f"scripts/{script}.py", tuple(files)
    return path


def table(name):
    """Return the path of the table `chapter/table`."""
    return f"{RESULTS}/data/{name}.csv"
