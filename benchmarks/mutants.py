"""How many small faults do the tests notice? Faults of published columns, and of code.

    python benchmarks/mutants.py columns --number 40 --seed 1
    python benchmarks/mutants.py code --number 20 --seed 1 [--below src/provenscape/claims]

Run it from a checkout with a build. In a copy of it, one fault at a time,
    columns  one numeric column that a figure, a caption or a claim reads is changed in its table:
             every number, or in a table name, value a single one, by 2 % (a whole number by one);
             then the tests run that name the table or its experiment, and those of the claims;
             what none of these notices may still differ from the record (manifest);
    code     one place of the package outside the kernel is changed: a comparison, a sign, a number,
             a condition, a result; then the tests of its room run.
Where the tests fail without a fault, as while a table is older than its code, none is counted. A
fault that no test notices is printed: it asks for a test, or for a word on why it changes
nothing. The kernel has a run of its own, `mutmut run`.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pandas as pd

from provenscape.study import registry

ROOT = Path(__file__).parents[1]
COPIED = ("benchmarks", "config", "documents", "docs", "experiments", "figures", "proofs", "src",
          "tests", "workflow", "profiles")  # fmt: skip
TESTS = {
    "claims": ["tests/claims", "tests/experiments/test_supported_claims.py"],
    "study": ["tests/study", "tests/figures/test_output.py", "tests/claims/test_loading.py"],
    "figures": ["tests/figures"],
    "models": ["tests/models"],
    "search": ["tests/search"],
    "workflow": ["tests/workflow"],
    "dossier": ["tests/workflow/test_dossier.py", "tests/workflow/test_live.py",
                "tests/workflow/test_paper.py", "tests/workflow/test_data_package.py"],
    "archive": ["tests/workflow"],
}  # fmt: skip
SECONDS = 900
RECORD = "tests/experiments/test_reference.py::test_a_published_table_is_that_of_the_record"
SAID = {True: "noticed", "record": "record ", False: "LIVED  ", None: "no test"}


def copied(folder: Path) -> Path:
    """A copy of the checkout with its tables."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, symlinks=True)
    for path in ROOT.iterdir():
        if path.is_file():
            shutil.copy2(path, folder)
    shutil.copytree(ROOT / "results/data", folder / "results/data", copy_function=shutil.copyfile)
    shutil.copy2(ROOT / "results/manifest.json", folder / "results")
    return folder


def passes(folder: Path, tests: list[str]) -> bool:
    """Whether all of the tests pass in the copy; a hang is a failure."""
    environment = os.environ | {"PYTHONPATH": str(folder / "src")}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    try:
        run = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return run.returncode == 0


@cache
def works(folder: Path, tests: tuple[str, ...]) -> bool:
    """Whether the tests pass without a fault: where they do not, a fault is not counted."""
    return passes(folder, list(tests))


def read_columns(root: Path) -> list[tuple[str, str, int | None]]:
    """Table, column and, in a table name, value, the row: what figures and claims read."""
    found = []
    figures = registry.figures(root)
    values = {figure.values for figure in figures if figure.values}
    text = {f.values: "" for f in figures if f.values}
    for figure in figures:
        if figure.values:
            text[figure.values] += figure.caption + figure.notes + figure.alt
    read = {name for figure in figures for name in figure.tables.values()}
    for name in sorted(read | {t for claim in registry.sampled(root) for t in claim.tables}):
        table = pd.read_csv(root / f"results/data/{name}.csv")
        found += [(name, column, None) for column in table.select_dtypes("number")]
    for name in sorted(values):
        table = pd.read_csv(root / f"results/data/{name}.csv")
        for row, key in enumerate(table["name"]):
            if "{" + key in text[name]:
                found.append((name, "value", row))
    return found


def changed_column(path: Path, column: str, row: int | None) -> str | None:
    """Change a column, or one number of it, in place; what it was changed to, None if to none."""
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    rows = list(table.index) if row is None else [row]
    for place in rows:
        cell = table.loc[place, column]
        try:
            number = float(cell)
        except ValueError:
            continue
        other = str(int(number) + 1) if number.is_integer() and "." not in cell else number * 1.02
        table.loc[place, column] = other if isinstance(other, str) else f"{other:.9g}"
    before = path.read_text(encoding="utf-8")
    table.to_csv(path, index=False, lineterminator="\n")
    return None if path.read_text(encoding="utf-8") == before else "by 2 %, or by one"


def tests_of(root: Path, name: str) -> list[str]:
    """The tests that name a table or its experiment, those of claims on it, and the drawing."""
    chapter, table = name.split("/")
    made = next(e for e in registry.experiments(root) if e.chapter == chapter and table in e.tables)
    files = sorted((root / "tests/experiments").glob("test_*.py"))
    found = [
        str(path.relative_to(root))
        for path in files
        if {table, made.name} & set(path.read_text(encoding="utf-8").replace('"', " ").replace(
            "/", " ").split())
    ]  # fmt: skip
    if any(name in claim.tables for claim in registry.sampled(root)):
        found.append("tests/experiments/test_supported_claims.py")
    drawn = [f.name for f in registry.figures(root) if name in (*f.tables.values(), f.values)]
    test = "tests/figures/test_draws.py::test_a_figure_is_drawn_and_its_text_filled"
    return [*dict.fromkeys(found), *(f"{test}[{figure}]" for figure in drawn)]


def columns(
    folder: Path, number: int, chance: random.Random
) -> Iterator[tuple[str, bool | str | None]]:
    """Faults of published columns, and whether each was noticed."""
    known = read_columns(folder)
    for name, column, row in chance.sample(known, min(number, len(known))):
        path = folder / f"results/data/{name}.csv"
        before = path.read_bytes()
        tests = tests_of(folder, name)
        sound = works(folder, tuple(tests))
        if changed_column(path, column, row):
            where = "" if row is None else f" of row {row}"
            seen = not passes(folder, tests) if sound else None
            if seen is False and not passes(folder, [f"{RECORD}[{name}]"]):
                seen = "record"
            yield f"{name}: {column}{where}", seen
        path.write_bytes(before)


SIGNS = {ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
         ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is"}  # fmt: skip
OPERATIONS = {ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*"}


class Faults(ast.NodeVisitor):
    """The places of a module that can be changed: a node, and the text to put there."""

    def __init__(self, text: str) -> None:
        self.text, self.found = text, list[tuple[ast.AST, str]]()
        self.visit(ast.parse(text))

    def segment(self, node: ast.AST) -> str:
        return ast.get_source_segment(self.text, node) or ""

    def visit_Compare(self, node: ast.Compare) -> None:
        if len(node.ops) == 1:
            left, right = self.segment(node.left), self.segment(node.comparators[0])
            self.found.append((node, f"({left} {SIGNS[type(node.ops[0])]} {right})"))
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if type(node.op) in OPERATIONS:
            sign = OPERATIONS[type(node.op)]
            new = f"({self.segment(node.left)} {sign} {self.segment(node.right)})"
            self.found.append((node, new))
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self.found.append((node, str(not node.value)))
        elif isinstance(node.value, int | float):
            self.found.append((node, f"({self.segment(node)} + 1)"))

    def visit_If(self, node: ast.If) -> None:
        self.found.append((node.test, f"(not ({self.segment(node.test)}))"))
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None and not isinstance(node.value, ast.Constant):
            self.found.append((node.value, "None"))
        self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Words are not changed."""


def with_fault(text: str, node: ast.AST, new: str) -> str:
    """The text with a node replaced."""
    lines = text.encode().splitlines(keepends=True)
    start = sum(map(len, lines[: node.lineno - 1])) + node.col_offset
    end = sum(map(len, lines[: node.end_lineno - 1])) + node.end_col_offset
    return (text.encode()[:start] + new.encode() + text.encode()[end:]).decode()


def code(
    folder: Path, number: int, chance: random.Random, below: str
) -> Iterator[tuple[str, bool | str | None]]:
    """Faults of code, and whether each was noticed."""
    rooms = [r for r in TESTS if f"src/provenscape/{r}/".startswith(below)] or [Path(below).name]
    paths = sorted(p for r in rooms for p in (folder / f"src/provenscape/{r}").rglob("*.py"))
    places = [
        (path, node, new)
        for path in paths
        for node, new in Faults(path.read_text(encoding="utf-8")).found
    ]
    for path, node, new in chance.sample(places, min(number, len(places))):
        text = path.read_text(encoding="utf-8")
        room = path.relative_to(folder / "src/provenscape").parts[0]
        sound = works(folder, tuple(TESTS[room]))
        changed = with_fault(text, node, new)
        path.write_text(changed, encoding="utf-8")
        line = f"{path.relative_to(folder)}:{node.lineno}: {ast.get_source_segment(text, node)}"
        seen = not passes(folder, TESTS[room]) if sound else None
        yield f"{line} -> {new}".replace("\n", " "), seen
        path.write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kind", choices=("columns", "code"))
    parser.add_argument("--number", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--below", default="src/provenscape", help="a folder of the package")
    asked = parser.parse_args()
    chance, found = random.Random(asked.seed), Counter[bool | str | None]()
    with tempfile.TemporaryDirectory() as place:
        folder = copied(Path(place))
        if asked.kind == "columns":
            faults = columns(folder, asked.number, chance)
        else:
            faults = code(folder, asked.number, chance, asked.below)
        for what, seen in faults:
            found[seen] += 1
            print(SAID[seen], what, flush=True)
    tried = found.total() - found[None]
    print(f"{found[True]} of {tried} noticed, {found['record']} more by the record alone")


if __name__ == "__main__":
    main()
