"""What every job of the workflow shares: a log of what it says, and errors in one line."""

import os
import shlex
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import provenscape
from provenscape.errors import UserError, one_line
from provenscape.study import digests
from provenscape.workflow.watch import watched

MINUTES = 60  # that a job may take, where no profile and no option sets its `runtime`


def share_package() -> None:
    """Let the processes that this one starts import this very package, installed or not."""
    source = str(Path(provenscape.__file__).parent.parent)
    others = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    kept = [path for path in others if path not in ("", source)]
    os.environ["PYTHONPATH"] = os.pathsep.join([source, *kept])


def name_python_plainly() -> None:
    """Let Snakemake, which puts the path of Python into commands as it is, have one that a shell
    takes for one word: relative to the checkout, where the path has a blank or a quote.

    Raises UserError if Python lies elsewhere, at such a path.
    """
    if shlex.quote(sys.executable) == sys.executable:
        return
    nearby = os.path.relpath(sys.executable)
    if shlex.quote(nearby) != nearby:
        raise UserError(
            f"{sys.executable}: a path of Python with a blank or a quote, which Snakemake cannot "
            "run; make the environment elsewhere, or in the checkout with `make`"
        )
    sys.executable = nearby


class _Both:
    """A text stream that writes to two."""

    def __init__(self, first: TextIO, second: TextIO) -> None:
        self.streams = (first, second)

    def write(self, text: str) -> int:
        for stream in self.streams:
            stream.write(text)
        return len(text)

    def flush(self) -> None:
        for stream in self.streams:
            stream.flush()


@contextmanager
def job(task: Any) -> Iterator[None]:
    """Run the body of a job, of which `task` is what Snakemake gives to its script.

    The body begins with what it imports, so that a module that fails is told too. All that it
    prints goes to the screen and to its log. Results that it reads must be as they were made, and
    the digests of those that it makes are noted (`study.digests`). A UserError ends the job with
    its one line in both. The log of a job that succeeds ends with the seconds that its body took,
    and all of its processor time, that of its children and of Python's start with it; of another,
    with the reason, which another process tells of one that is killed, or takes longer than its
    `runtime` in minutes.
    """
    begun = _processor_seconds()
    log, results = Path(task.log[0]), Path(task.config["results"])
    log.parent.mkdir(parents=True, exist_ok=True)
    minutes = task.resources.get("runtime", MINUTES)
    output, errors = sys.stdout, sys.stderr
    start = time.perf_counter()
    with log.open("w", encoding="utf-8") as stream:
        sys.stdout, sys.stderr = _Both(output, stream), _Both(errors, stream)
        try:
            with one_line(), watched(task.rule, log, minutes):
                digests.require(_made(task.input, results), results)
                digests.begin(task.rule, task.output, results)
                with _ending_by_itself(task.rule):
                    yield
                digests.finish(task.rule, task.output, results)
            print(
                f"worked for {time.perf_counter() - start:.3f} s; processor time "
                f"{_processor_seconds():.2f} s, of which {begun:.2f} s to begin",
                file=stream,
            )
        except SystemExit as error:
            print(error, file=stream)
            if error.__context__ is not None and error.__context__.__cause__ is not None:
                traceback.print_exception(error.__context__.__cause__, file=stream)
            raise
        except BaseException:
            traceback.print_exc(file=stream)
            raise
        finally:
            sys.stdout, sys.stderr = output, errors


@contextmanager
def _ending_by_itself(name: str) -> Iterator[None]:
    """Raise UserError where the body leaves Python, or asks for more memory than it may have."""
    try:
        yield
    except SystemExit as error:
        if error.code in (None, 0):
            raise UserError(f"{name} leaves Python before its end; let it return") from error
        raise
    except MemoryError as error:
        raise UserError(
            f"{name} asks for more memory than there is ({error or 'no size told'}); "
            "give it more, or run with fewer --cores"
        ) from error


def _processor_seconds() -> float:
    """Of this process and of its children that have ended."""
    return sum(os.times()[:4])


def _made(inputs: Iterable[str], results: Path) -> list[Path]:
    """Those of the inputs that jobs made, not people, and not the workflow itself."""
    below = [path for path in map(Path, inputs) if path.is_relative_to(results)]
    return [path for path in below if not path.is_relative_to(results / digests.FOLDER)]
