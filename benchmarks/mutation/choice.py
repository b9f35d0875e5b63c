"""The tests that can notice a fault: those that run its lines, or name what it is in."""

import ast
import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from mutation.places import Place
from provenscape.study import registry

LEFT_OUT = (
    "tests/kernel/", "tests/slurm/", "tests/test_lint.py", "tests/test_setup.py",
    "tests/claims/test_bridges.py", "tests/test_makefile.py",
    "tests/experiments/test_processors.py",
)  # fmt: skip
DRAWS = "tests/figures/test_draws.py"
DRAWING = ("test_a_figure_is_drawn_and_its_text_filled", "test_a_figure_is_that_of_its_record")
RECORDS = "test_reference.py"
SECONDS = 5.0  # taken for a file of tests that was not measured


@dataclass
class Known:
    """What was measured of all files of tests."""

    seconds: dict[str, float] = field(default_factory=dict)  # of each test that passed
    asks: dict[str, list[str]] = field(default_factory=dict)  # for wider fixtures and experiments
    made: dict[str, float] = field(default_factory=dict)  # seconds of each experiment
    runs: dict[str, dict[int, set[str]]] = field(default_factory=dict)  # file, line: contexts
    askers: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def tests(self, contexts: set[str]) -> set[str]:
        """The tests that run what was run in these contexts."""
        found = {test for context in contexts for test in self.askers.get(context, ())}
        return found | {context for context in contexts if context in self.seconds}

    def cost(self, test: str, anew: set[str]) -> float:
        """Seconds of a test, if these experiments have to be run."""
        return self.seconds[test] + sum(self.made.get(a, 0.0) for a in self.asks[test] if a in anew)


def read(folder: Path) -> Known:
    """What `reach` has left in the folder."""
    known = Known()
    for path in sorted(folder.glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        file = path.stem
        for test, facts in told["tests"].items():
            asks = [a if a.startswith("experiment") else f"{a} of {file}" for a in facts["asks"]]
            if facts["passed"] and "seconds" in facts:
                known.seconds[test], known.asks[test] = facts["seconds"], asks
                for asked in asks:
                    known.askers[asked].add(test)
        for made, seconds in told["made"].items():
            known.made[made] = max(seconds, known.made.get(made, 0.0))
        names = [f"{c} of {file}" if c.startswith("fixture") else c for c in told["contexts"]]
        for place, lines in told["lines"].items():
            runs = known.runs.setdefault(place, defaultdict(set))
            for line, contexts in lines.items():
                runs[int(line)].update(names[number] for number in contexts)
    return known


def files(root: Path) -> list[str]:
    """The files of tests that faults are shown to."""
    every = sorted(path.relative_to(root).as_posix() for path in root.glob("tests/**/test_*.py"))
    return [file for file in every if not file.startswith(LEFT_OUT)]


def is_record(test: str) -> bool:
    """Whether a test compares with a tracked record alone."""
    return "_of_the_record" in test or "_of_its_record" in test


def for_code(root: Path, place: Place, known: Known, text: str) -> list[tuple[str, float]]:
    """Tests and their seconds, those to try first first."""
    kind, chapter, name = Path(place.path).parts[0], *Path(place.path).parts[-2:]
    name = name.removesuffix(".py")
    if kind == "figures":
        return [(f"{DRAWS}::{test}[{name}]", 1.0) for test in DRAWING]
    if kind == "experiments":
        return for_table(root, f"{chapter}/{name}", f"{chapter}/{name}")
    measured = _measured(place, known, text)
    around = {node.name for node in _around(place, text, (ast.FunctionDef, ast.ClassDef))}
    named = sorted(_named(root, place.path), key=lambda file: not around & words(root / file))
    seen = {test.partition("::")[0] for test in known.seconds}
    return measured + [(file, SECONDS) for file in named if file not in seen]


def _measured(place: Place, known: Known, text: str) -> list[tuple[str, float]]:
    """Of the tests that were measured those that run the lines, then others of the same files.

    What is run on import counts for all that runs the module. A table or a fixture that several
    tests share may have been made for another one: hence the others of the same files.
    """
    lines = known.runs.get(place.path, {})
    everything = set().union(*lines.values())
    at = set(range(place.first[0], place.last[0] + 1))
    contexts = set().union(*(lines.get(line, ()) for line in at))
    if not contexts:
        contexts = set().union(*(lines.get(line, ()) for line in _statement(place, text)))
    first = known.tests(everything if place.runs_on_import else contexts)
    files = {test.partition("::")[0] for test in first}
    more = {test for test in known.seconds if test.partition("::")[0] in files} - first
    anew = {context for context in everything if context.startswith("experiment")}
    ordered = [sorted(some, key=lambda t: (known.cost(t, anew), t)) for some in (first, more)]
    return [(test, known.cost(test, anew)) for some in ordered for test in some]


def _named(root: Path, path: str) -> list[str]:
    """Files of tests that name the module, those that name its package, those of its room."""
    parts = Path(path).with_suffix("").parts
    if parts[0] != "src":
        return [file for file in files(root) if file.startswith("tests/workflow/")]
    parts = parts[1:-1] if parts[-1] == "__init__" else parts[1:]
    found = {file: _nearness(root / file, parts) for file in files(root)}
    near = [file for file, parts_shared in found.items() if parts_shared >= max(2, len(parts) - 1)]
    room = [file for file in found if file.startswith(f"tests/{parts[1]}/")]
    return list(dict.fromkeys([*sorted(near, key=lambda file: (-found[file], file)), *room]))


@cache
def _imported(path: Path) -> list[tuple[str, ...]]:
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return [tuple(name.split(".")) for name in names if name.startswith("provenscape")]


def _nearness(path: Path, parts: tuple[str, ...]) -> int:
    """How many parts of a module's name a file of tests has in something that it imports."""
    every = range(len(parts), 0, -1)
    found = [next((n for n in every if name[:n] == parts[:n]), 0) for name in _imported(path)]
    return max(found, default=0)


def _statement(place: Place, text: str) -> range:
    """The lines of the innermost statement around a place."""
    node = min(_around(place, text, ast.stmt), key=lambda node: node.end_lineno - node.lineno)
    return range(node.lineno, node.end_lineno + 1)


def _around(place: Place, text: str, kind: type | tuple[type, ...]) -> list[Any]:
    """The nodes of a kind around a place."""
    nodes = (node for node in ast.walk(ast.parse(text)) if isinstance(node, kind))
    return [node for node in nodes if node.lineno <= place.first[0] <= node.end_lineno]


def for_table(root: Path, table: str, experiment: str) -> list[tuple[str, float]]:
    """The files of tests that name a table or its experiment, the drawing of its figures, claims on
    it, and the record."""
    (made,) = (e for e in registry.experiments(root) if f"{e.chapter}/{e.name}" == experiment)
    tables = {table} if table != experiment else {f"{made.chapter}/{t}" for t in made.tables}
    said = {made.name, *(name.split("/")[1] for name in tables)}
    some = [file for file in files(root) if file.startswith("tests/experiments/")]
    found = [file for file in some if said & words(root / file) and not file.endswith(RECORDS)]
    if any(tables & set(claim.tables) for claim in registry.sampled(root)):
        found.append("tests/experiments/test_supported_claims.py")
    tests = [(file, SECONDS) for file in dict.fromkeys(found)]
    for figure in registry.figures(root):
        if tables & {*figure.tables.values(), figure.values}:
            tests += [(f"{DRAWS}::{test}[{figure.name}]", 1.0) for test in DRAWING]
    record = "test_a_published_table_is_that_of_the_record"
    return [*tests, *((f"tests/experiments/{RECORDS}::{record}[{name}]", 0.1) for name in tables)]


@cache
def words(path: Path) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", path.read_text(encoding="utf-8")))


def groups(place: str, tests: list[tuple[str, float]]) -> list[list[tuple[str, float]]]:
    """Tests that run together, those to try first first: those whose seconds are known, then each
    file of which nothing is known; all that read tables, which are made anew."""
    if not place.startswith("src/"):
        return [tests]
    known = [test for test in tests if "::" in test[0]]
    return [*([known] if known else []), *([test] for test in tests if "::" not in test[0])]


def within(tests: list[tuple[str, float]], seconds: float) -> list[tuple[str, float]]:
    """The first of the tests, for so many seconds; at least one."""
    spent, found = 0.0, []
    for test, cost in tests:
        if found and spent + cost > seconds:
            continue
        spent += cost
        found.append((test, cost))
    return found


def without(tests: list[tuple[str, float]], test: str) -> list[tuple[str, float]]:
    """The tests but for one, for the function or file that holds it, or for a file's."""
    file = test.partition("::")[0].removesuffix(" on import")
    names = {test, test.partition("[")[0], file}
    left = [(name, cost) for name, cost in tests if name not in names]
    return [(n, c) for n, c in left if "::" in test or n.partition("::")[0] != file]
