"""`provenscape classify`: all stationary points of a function that is typed, and what they are."""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

from provenscape.commands import written
from provenscape.errors import UserError, of_digits

SECONDS = 60


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "classify",
        help="find and classify all stationary points of a function",
        description="All stationary points of a polynomial, exactly, with value, inertia and kind; "
        "global minimum, strict saddle property and PL condition. Of an expression with exp, sin, "
        "cos, log, tanh or a quotient: those in a box, by certified enclosures. docs/classify.md "
        "says how. Exit status: 0 complete; 1 refused, or not decided.",
    )
    parser.add_argument("expression", help="such as '(x^2 + y^2 - 1)^2'; it is never run as code")
    parser.add_argument(
        "--variables", metavar="x,y", help="the variables in order, if they are not s to z"
    )
    parser.add_argument(
        "--box", metavar="x=-2:2,y=0:1", help="look in this box only, by enclosures"
    )
    parser.add_argument("--json", action="store_true", help="print all that is known as JSON")
    parser.add_argument("--figure", type=Path, metavar="FILE", help="draw contours and points")
    parser.add_argument(
        "--claim", type=Path, metavar="FILE.py", help="write a proof file that the kernel checks"
    )
    parser.add_argument(
        "--seconds", type=_seconds, default=SECONDS, help=f"give up after so long ({SECONDS})"
    )
    # argparse's own way of telling a number from an option; here all of -x**2 is an expression
    parser._negative_number_matcher = re.compile(r"-[^-].*")
    parser.set_defaults(command=run)


def _seconds(text: str) -> float:
    if not re.fullmatch(r"\d{1,5}(\.\d+)?", text) or float(text) == 0:
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds; try 60")
    return float(text)


def run(options: argparse.Namespace) -> None:
    """Classify, within the time, and print; exit status 1 if anything is not decided."""
    from provenscape.claims.isolation import isolated
    from provenscape.classify import naming

    for path in (options.claim, options.figure):
        if path is not None:
            written.require_free(path)
    naming.variables(options.expression, _names(options))
    from provenscape.classify import report  # brings SymPy

    name = options.expression if len(options.expression) <= 60 else "the expression"
    remedy = "give it longer with --seconds, or take fewer variables or a lower degree"
    data = isolated(lambda: _classify(options), name, options.seconds, remedy=remedy, patience=1)
    print(json.dumps(data, indent=1) if options.json else "\n".join(report.lines(data)))
    if options.claim is not None:
        print(written.where(options.claim), file=sys.stderr)
    if not report.is_decided(data):
        sys.exit(1)


def _names(options: argparse.Namespace) -> list[str] | None:
    return None if options.variables is None else options.variables.split(",")


def _classify(options: argparse.Namespace) -> Any:
    from provenscape.classify import formula
    from provenscape.classify.systems import Undecided

    expr, variables = formula.parse(options.expression, _names(options), options.box)
    if options.figure is not None:
        from provenscape.classify import drawing  # brings Matplotlib

        drawing.require_drawable(options.figure, len(variables))
    try:
        data = (_exactly if options.box is None else _in_box)(options, expr, variables)
    except Undecided as why:
        raise UserError(f"not decided here: {why}{_way_round(options, variables)}") from why
    except ValueError as error:
        if not of_digits(str(error)):
            raise
        raise UserError(
            f"a number in the answer has more than {sys.get_int_max_str_digits()} digits, which "
            "are not printed; take shorter coefficients"
        ) from error
    if options.figure is not None:
        drawing.draw(data, expr, options.figure)
    return data


def _way_round(options: argparse.Namespace, variables: tuple[str, ...]) -> str:
    """What else to ask where a function of the whole space is not decided."""
    if options.box is not None:
        return ""
    fewer = ", or put numbers for all variables but two" if len(variables) > 2 else ""
    return f"; name a box to search in, as --box {_sides(variables)}{fewer}"


def _sides(variables: tuple[str, ...]) -> str:
    return ",".join(f"{name}=-2:2" for name in variables)


def _in_box(options: argparse.Namespace, expr: Any, variables: tuple[str, ...]) -> Any:
    from provenscape.classify import boxed, formula, separable

    if options.claim is not None:
        raise UserError("--claim: a claim is written for a polynomial; leave --box out")
    box = formula.box(options.box, variables)
    return boxed.report(separable.search(expr, variables, box), variables, box, str(expr))


def _exactly(options: argparse.Namespace, expr: Any, variables: tuple[str, ...]) -> Any:
    from provenscape.classify import formula, report

    given = formula.polynomial(expr, variables)
    if given is None:
        raise UserError(
            "the expression is no polynomial with rational coefficients, nor one in exponentials "
            "exp(k*x), k rational, of variables x that occur in exponents alone; name a box to "
            f"search in, as --box {_sides(variables)}"
        )
    data, found = report.polynomial(given, str(expr))
    if options.claim is not None:
        from provenscape.classify import claim_file  # brings solvers
        from provenscape.study.files import write_text

        text = claim_file.write(options.claim, given, expr, found, str(expr))
        _require_accepted(options.claim, text)
        write_text(options.claim, text)
    return data


def _require_accepted(path: Path, text: str) -> None:
    """Raise UserError unless the kernel accepts a proof file, which is not yet at its place."""
    from provenscape.claims import loading, placing
    from provenscape.kernel import Rejected, verified

    def accept(trial: Path) -> None:
        try:
            verified(loading.load(trial).proof())
        except Rejected as error:
            raise UserError(str(error)) from error

    try:
        placing.tried(path, text, accept)
    except UserError as error:
        raise UserError(f"{path}: not written, since it is not accepted: {error}") from error
