"""The variables of a function that is typed, by its grammar alone: what is no formula is refused
before SymPy is there."""

import re
from collections.abc import Sequence

from provenscape.errors import UserError
from provenscape.study.grammar import CONSTANTS, Unreadable, parsed, shown

MOST_VARIABLES = 8
NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*")
VARIABLE = re.compile(r"[s-z](_?\d{1,3})?")
OTHER = {"e": "write exp(x) for a power of e", "I": "write a real expression"}


def variables(text: str, given: Sequence[str] | None = None) -> tuple[str, ...]:
    """The variables of an expression in order: those given, else the letters s to z, with an index
    or none, that occur (x in a number); any other name is a parameter, and refused.

    Raises `UserError`.
    """
    seen: set[str] = set()
    for name in given or ():
        if not NAME.fullmatch(name) or name in {*CONSTANTS, *OTHER}:
            raise UserError(f"--variables: {shown(name)} is no name of a variable; take x,y")
    if given is not None and len(set(given)) < len(given):
        raise UserError("--variables: a name occurs twice; name each once")

    def require_variable(name: str) -> None:
        if name in OTHER:
            raise Unreadable(f"{name} is taken for a number; {OTHER[name]}")
        if given is None and not VARIABLE.fullmatch(name):
            raise Unreadable(
                f"{shown(name)} looks like a parameter, and none is taken; put a number for it, or "
                f"name the variables, as --variables {name[:20]},x"
            )
        if given is not None and name not in given:
            raise Unreadable(f"{shown(name)} is none of the variables {', '.join(given)}")
        seen.add(name)

    try:
        parsed(text, require_variable)
    except Unreadable as error:
        raise unread(error) from error
    names = tuple(given) if given is not None else tuple(sorted(seen, key=_natural))
    if len(names) > MOST_VARIABLES:
        raise UserError(f"{len(names)} variables are too many; at most {MOST_VARIABLES} are taken")
    return names or ("x",)


def unread(error: Unreadable) -> UserError:
    return UserError(f"the expression is not read: {error}")


def _natural(name: str) -> tuple[str, int]:
    letters = name.rstrip("0123456789")
    return letters, int(name[len(letters) :] or 0)
