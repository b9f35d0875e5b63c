"""Errors that a user can mend."""

import difflib
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager


class UserError(Exception):
    """Something given to the project is wrong.

    The message is one line that names the file, the key or name in it, and the remedy; commands
    and scripts print it as it is, without a traceback.
    """


def of_digits(message: str) -> bool:
    """Whether Python says that it reads or prints no whole number of so many digits: that is a
    ValueError, or a SyntaxError, like any other but for its words."""
    return "integer string conversion" in message


@contextmanager
def one_line() -> Iterator[None]:
    """Turn a UserError raised inside into one line on standard error and exit status 1."""
    try:
        yield
    except UserError as error:
        sys.exit(f"error: {error}")


def whole_number(text: str) -> int:
    """The number that an argument of a command gives. Raises `UserError` for another text."""
    if not text.isdecimal():
        raise UserError(f"{text} is no whole number; try 20")
    return int(text)


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """Return `did you mean …?` with the nearest known names, or what there is to choose from."""
    names = sorted(set(known))
    if not names:
        return "there is none yet"
    near = difflib.get_close_matches(given, names, n=3, cutoff=0.6)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return f"known: {', '.join(names[:12])}{' …' if len(names) > 12 else ''}"
