"""The places of a module at which it can be changed, and what to put there.

A comparison, a sign, a number, a condition, a filter, a connective, a result, a call whose value is
not used. Words are left as they are.
"""

import ast
import random
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

CODE = ("src/provenscape", "src/pytest_provenscape", "workflow/scripts", "experiments", "figures")
LEFT_OUT = ("src/provenscape/kernel/", "src/provenscape/commands/begun/")
SIGNS = {ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
         ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is"}  # fmt: skip
OPERATIONS = {ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*", ast.Pow: "*",
              ast.FloorDiv: "*", ast.Mod: "*"}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A piece of a file, by lines and bytes, what stands there and what is put there instead."""

    path: str
    first: tuple[int, int]
    last: tuple[int, int]
    old: str
    new: str
    runs_on_import: bool

    def __str__(self) -> str:
        line, column = self.first
        change = " ".join(f"{self.old} -> {self.new}".split())
        return f"{self.path}:{line}:{column}: {change}"

    def applied(self, text: str) -> str:
        """The text of the file with the fault."""
        encoded = text.encode()
        lines = encoded.splitlines(keepends=True)
        start, end = (sum(map(len, lines[: at[0] - 1])) + at[1] for at in (self.first, self.last))
        return (encoded[:start] + self.new.encode() + encoded[end:]).decode()


class Finder(ast.NodeVisitor):
    """Collects the places of one module."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.inside, self.found = path, 0, list[Place]()
        self.lines = text.encode().splitlines(keepends=True)
        self.visit(ast.parse(text))

    def says(self, node: ast.AST) -> str:
        """What stands there; `ast.get_source_segment` splits all of the text for every node."""
        lines = self.lines[node.lineno - 1 : node.end_lineno]
        lines[-1] = lines[-1][: node.end_col_offset]
        lines[0] = lines[0][node.col_offset :]
        return b"".join(lines).decode()

    def add(self, node: ast.AST, new: str) -> None:
        first, last = (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)
        old = self.says(node)
        self.found.append(Place(self.path, first, last, old, new, not self.inside))

    def _body(self, node: ast.FunctionDef | ast.Lambda) -> None:
        for part in ast.iter_child_nodes(node):
            within = part in node.body if isinstance(node.body, list) else part is node.body
            self.inside += within
            self.visit(part)
            self.inside -= within

    visit_FunctionDef = visit_Lambda = _body  # noqa: N815

    def visit_Compare(self, node: ast.Compare) -> None:
        if len(node.ops) == 1:
            left, right = self.says(node.left), self.says(node.comparators[0])
            self.add(node, f"({left} {SIGNS[type(node.ops[0])]} {right})")
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if type(node.op) in OPERATIONS:
            left, right = self.says(node.left), self.says(node.right)
            self.add(node, f"(({left}) {OPERATIONS[type(node.op)]} ({right}))")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if type(node.op) in OPERATIONS:
            sign = OPERATIONS[type(node.op)]
            self.add(node, f"{self.says(node.target)} {sign}= {self.says(node.value)}")
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        other = " or " if isinstance(node.op, ast.And) else " and "
        self.add(node, f"({other.join(f'({self.says(value)})' for value in node.values)})")
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not | ast.USub):
            self.add(node, f"({self.says(node.operand)})")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self.add(node, str(not node.value))
        elif isinstance(node.value, int | float):
            self.add(node, f"({self.says(node)} + 1)")

    def _condition(self, node: ast.If | ast.While | ast.IfExp) -> None:
        self.add(node.test, f"(not ({self.says(node.test)}))")
        self.generic_visit(node)

    visit_If = visit_While = visit_IfExp = _condition  # noqa: N815

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self.add(test, f"(not ({self.says(test)}))")
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None and not isinstance(node.value, ast.Constant):
            self.add(node.value, "None")
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Call):
            self.add(node.value, "None")
        self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Words are not changed."""


def all_places(root: Path, below: str) -> list[Place]:
    """Every place of the code outside the kernel, of the files whose names begin with `below`."""
    found = []
    for folder in CODE:
        for path in sorted((root / folder).rglob("*.py")):
            name = path.relative_to(root).as_posix()
            if name.startswith(below) and not name.startswith(LEFT_OUT):
                found += Finder(name, path.read_text(encoding="utf-8")).found
    return found


def drawn(root: Path, below: str, number: int, seed: int) -> list[Place]:
    """So many places at random, each as likely as any other; what is no Python then is left out."""
    places = all_places(root, below)
    random.Random(seed).shuffle(places)
    return list(islice(filter(partial(_is_python, root), places), number))


def _is_python(root: Path, place: Place) -> bool:
    try:
        ast.parse(place.applied((root / place.path).read_text(encoding="utf-8")))
    except SyntaxError:
        return False
    return True
