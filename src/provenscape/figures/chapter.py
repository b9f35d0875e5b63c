"""All figures of a chapter: one that cannot be drawn stops no other."""

import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from provenscape.errors import UserError
from provenscape.figures import captions
from provenscape.figures.output import draw_file


def draw_chapter(
    folder: Path,
    results: Path,
    parameters: Mapping[str, Mapping[str, Any]],
    column_width: float,
    page_width: float,
) -> None:
    """Draw the figures that `parameters` names, files of figures/<chapter>, from the tables in
    `results` into it, each with its caption; one line of progress for each. See `draw_file`.

    All are tried; raises UserError with the first that cannot be drawn, and their number.
    """
    failures = []
    for name, behind in parameters.items():
        try:
            written = draw_file(
                folder / f"{name}.py",
                results / "data",
                results / "figures",
                behind,
                column_width,
                page_width,
            )
            captions.write(written[-1], results / "captions" / folder.name / f"{name}.rst")
            print(f"     drawn  {folder.name}/{name}", flush=True)
        except Exception as error:
            if not isinstance(error, UserError):
                traceback.print_exc()
                error = UserError(f"{folder / name}.py: {type(error).__name__}: {error}; mend it")
            failures.append(str(error))
            print(f" NOT DRAWN  {folder.name}/{name}", file=sys.stderr, flush=True)
    if failures:
        more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
        raise UserError(f"{failures[0]}{more}")
