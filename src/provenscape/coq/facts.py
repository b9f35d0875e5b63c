"""Of each named fact that theorems of coq/Bridges prove: the axioms on which these rest.

python -m provenscape.coq.facts     # renews what coq/accepted.json keeps of facts, and this alone
"""

import subprocess
from pathlib import Path
from typing import Any

from provenscape.claims import accepted, bridges
from provenscape.claims.coq_files import Sources
from provenscape.claims.facts import Fact, facts
from provenscape.coq.questions import axioms, question
from provenscape.coq.session import (
    LIBRARY,
    compile_library,
    environment,
    library_files,
    require_compiled,
    require_ready,
)
from provenscape.errors import UserError, one_line


def in_coq(root: Path) -> list[Fact]:
    """The facts that name theorems."""
    return [fact for _, fact in sorted(facts(root).items()) if fact.coq]


def record(root: Path) -> dict[str, Any]:
    """What coq/accepted.json keeps of each, by name; the axioms are those of all their theorems
    together, of which Coq is asked at once. The files have been compiled, and whoever keeps the
    record asks afterwards whether they are those still (`require_compiled`). Raises `UserError` for
    a theorem that Coq does not have."""
    known, sources = in_coq(root), Sources(root)
    if not known:
        return {}
    theorems = sorted({name for fact in known for name in fact.coq})
    rooms = sorted({name.rpartition(".")[0] for name in theorems})
    asked = f"From Provenscape Require {' '.join(rooms)}.\n" + question(
        "facts", [f"@Provenscape.{name}" for name in theorems]
    )
    said = subprocess.run(
        ["coqtop", "-q", "-w", "none", "-Q", ".", "Provenscape"], cwd=root / LIBRARY,
        env=environment(), input=asked, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    rests_on = axioms(said, "facts")
    try:
        return {fact.id: bridges.entry(fact, sources, rests_on) for fact in known}
    except KeyError as error:
        raise UserError(f"{bridges.FACTS}: {error.args[0]} is no theorem of {LIBRARY}") from None


def main(root: Path) -> None:
    """Renew the part of the tracked file, and say what does not count."""
    require_ready(root)
    compile_library(root, library_files(root))
    found = accepted.load(root) | {"facts": record(root)}
    require_compiled(root)
    accepted.write(found, root)
    known = bridges.checked(facts(root), root)
    print("\n".join(bridges.warnings({name: fact.unchecked for name, fact in known.items()})))


if __name__ == "__main__":
    with one_line():
        main(Path.cwd())
