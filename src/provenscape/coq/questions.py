"""What is asked of Coq about theorems that it has: on which axioms they rest; and of those about
functions whether they say what is recorded and rest on the theorems of their claims.

Coq goes through all of the real numbers for an answer. So a question is about all theorems of a
session at once.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from provenscape.claims.coq_files import plain
from provenscape.coq.theorem import ABOUT_FUNCTIONS, Exported, begun
from provenscape.errors import UserError

MARK = "@@"
INTERVAL = re.compile(r"\binterval\b")  # the tactic of coq-interval
IMPORT = re.compile(r"^Import .*\.\n", re.MULTILINE)
NAME = re.compile(r"^([\w.']+)(?: :|$)", re.MULTILINE)  # at the margin, qualified or not
# What Coq says of a recursion, an inductive type or universes that it was told not to check.
UNSAFE = re.compile(r"^[\w.']+ (?:is assumed to be|relies on) .*", re.MULTILINE)


def compared(exported: Exported) -> str:
    """A command that Coq accepts if the module's theorem is the statement of which the record keeps
    the digest. It is for theorems about functions: the text of a proof by hand might state another
    one of this name. Raises `UserError` where the module does not begin to prove that statement."""
    said = begun(exported.source, exported.theorem)
    by_hand = exported.module.startswith(ABOUT_FUNCTIONS)
    before = exported.statement.removesuffix(said)  # the definitions of a claim's functions
    if not said or before == exported.statement or (by_hand and before):
        raise UserError(f"{exported.module} does not state what its record is to say")
    if not by_hand:
        return ""
    imports = "".join(IMPORT.findall(exported.source))
    name = exported.module
    return (
        f"Module same_{name}.\n{imports}Import {name}.\n"
        f"Definition said :\n  {said} := {name}.{exported.theorem}.\nEnd same_{name}.\n"
    )


def tier(exported: Exported) -> str:
    """Which proofs are asked for their axioms together: those that call coq-interval, which
    computes with primitive integers, and all others."""
    return "with_intervals" if calls_intervals(exported) else "plainly"


def calls_intervals(exported: Exported) -> bool:
    """Whether a proof may call the tactic of coq-interval, comments apart."""
    return INTERVAL.search(plain(exported.source)) is not None


def tiers(modules: Iterable[Exported]) -> dict[str, list[Exported]]:
    """The modules whose axioms are asked for together."""
    found: dict[str, list[Exported]] = {}
    for module in modules:
        found.setdefault(tier(module), []).append(module)
    return found


def rounds(modules: Iterable[Exported]) -> dict[str, list[Exported]]:
    """Those that must use a claim's theorem, in parts in each of which a theorem is asked for once:
    no other module there can rest on it."""
    found: dict[str, list[Exported]] = {}
    times: Counter[str] = Counter()
    for module in modules:
        if module.applies:
            found.setdefault(f"round{times[module.applies]}", []).append(module)
            times[module.applies] += 1
    return found


def questions(modules: Sequence[Exported]) -> str:
    """What is asked about the modules that Coq has."""
    said = "".join(map(compared, modules))
    asked = [(name, found, "Assumptions") for name, found in tiers(modules).items()]
    asked += [(name, found, "Opaque Dependencies") for name, found in rounds(modules).items()]
    return said + "".join(
        question(name, [f"{m.module}.{m.theorem}" for m in found], what)
        for name, found, what in asked
    )


def question(name: str, theorems: Sequence[str], what: str = "Assumptions") -> str:
    """What these theorems rest on. They are named one after the other in a proof of True: pairs
    would hold the statements of all that follow at each."""
    named = "".join(f"let _ := {theorem} in " for theorem in theorems)
    return (
        f"Definition {name} : True := {named}I.\n"
        f'Goal True. idtac "{MARK} {name}". Abort.\nPrint {what} {name}.\n'
        f'Goal True. idtac "{MARK} end {name}". Abort.\n'
    )


def answer(said: str, name: str) -> str:
    """What Coq says to a question, which is said after all that proofs may have had it say. Raises
    `UserError` where it does not come so far."""
    start, end = (said.rfind(f"{MARK} {word}\n") for word in (name, f"end {name}"))
    if not 0 <= start < end:
        raise UserError(f"Coq does not say on what {name} rests: {said[-200:]}")
    return said[start:end]


def read(
    said: str, modules: Sequence[Exported]
) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """The axioms on which the modules rest, by their tier, and of those that must use a claim's
    theorem why some do not, from what Coq says to the questions."""
    rests_on = {name: axioms(said, name) for name in tiers(modules)}
    idle = {}
    for name, applying in rounds(modules).items():
        found = set(NAME.findall(answer(said, name)))
        for module in applying:
            if not any(f".{module.applies}".endswith(f".{one}") for one in found):
                idle[module.module] = f"its proof does not use {module.applies}"
    return rests_on, idle


def axioms(said: str, name: str) -> tuple[str, ...]:
    """The axioms that Coq lists of what has this name. Raises `UserError` where it lists none and
    does not say that there are none."""
    part = answer(said, name)
    if unsafe := UNSAFE.search(part):
        raise UserError(f"not everything was checked by Coq: {unsafe[0]}")
    if "Closed under the global context" in part:
        return ()
    found = tuple(sorted(set(NAME.findall(part))))
    if not found:
        raise UserError(f"Coq does not say on which axioms {name} rests: {part[:200]}")
    return found
