"""Compiled functions of arrays that write where they are told and keep few intermediates.

NumPy computes ``4*(x*x*x) - 4*x`` by five operations, each into an array of its own, and another
copies the result to where it is wanted. Here the same operations, in the same order and so with
the same bits, write into the place of the result and as few further arrays as the expression's
tree needs: what is read again is still in the cache.
"""

import ast
import inspect
from collections.abc import Callable
from typing import Any

import numpy as np

_UFUNCS: dict[type[ast.operator], str] = {
    ast.Add: "add",
    ast.Sub: "subtract",
    ast.Mult: "multiply",
    ast.Div: "divide",
}


def in_place(compiled: Callable[..., list[Any]]) -> Callable[..., None]:
    """Return ``f(outs, *arrays)`` that puts the k-th entry of ``compiled(*arrays)`` in ``outs[k]``.

    `compiled` is what `sympy.lambdify` makes of a list: assignments and the list. The arrays, or
    numbers, are of the shape of ``outs[k]`` and share no memory with it.
    """
    (function,) = ast.parse(inspect.getsource(compiled)).body
    assert isinstance(function, ast.FunctionDef)
    *assignments, last = function.body
    assert isinstance(last, ast.Return) and isinstance(last.value, ast.List)
    writer = _Writer()
    for line in assignments:
        assert isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name)
        if _is_arithmetic(line.value):
            writer.lines.append(f"{line.targets[0].id} = _empty_like(_outs[0, ...])")
            writer.write(line.value, line.targets[0].id)
        else:
            writer.lines.append(ast.unparse(line))
    for place, entry in enumerate(last.value.elts):
        writer.lines.append(f"_out = _outs[{place}, ...]")
        writer.write(entry, "_out")
    arguments = ", ".join(["_outs", *(argument.arg for argument in function.args.args)])
    scratch = [f"_scratch{k} = _empty_like(_outs[0, ...])" for k in range(writer.scratch)]
    text = "\n    ".join([f"def written({arguments}):", *scratch, *writer.lines])
    names = {f"_{name}": getattr(np, name) for name in (*_UFUNCS.values(), "copyto", "empty_like")}
    space: dict[str, Any] = {**compiled.__globals__, **names, **writer.numbers}
    exec(compile(text, f"<{compiled.__name__} in place>", "exec"), space)
    return space["written"]


class _Writer:
    """Statements that evaluate expressions, the numbers in them as arrays, which NumPy need not
    convert each time, and how many arrays they need beside the results."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.numbers: dict[str, np.ndarray] = {}
        self.scratch = 0

    def write(self, expression: ast.expr, target: str, depth: int = 0) -> None:
        """Add the statements that put the expression in `target`; of the scratch arrays those from
        `depth` on are free. A long sum is a chain of left operands and no deep recursion."""
        chain = []
        while isinstance(expression, ast.BinOp) and _is_arithmetic(expression):
            chain.append(expression)
            expression = expression.left
        left = self.operand(expression)
        if not chain:
            self.lines.append(f"_copyto({target}, {left})")
        for operation in reversed(chain):
            right = self.operand(operation.right)
            if _is_arithmetic(operation.right):
                right = target
                if left == target:
                    right = f"_scratch{depth}"
                    self.scratch = max(self.scratch, depth + 1)
                self.write(operation.right, right, depth + (left == target))
            self.lines.append(f"_{_UFUNCS[type(operation.op)]}({left}, {right}, {target})")
            left = target

    def operand(self, expression: ast.expr) -> str:
        """The text of an expression, or the name of the array that holds a number."""
        try:
            number = np.array(float(ast.literal_eval(expression)))
        except ValueError:
            return ast.unparse(expression)
        name = f"_number{len(self.numbers)}"
        self.numbers[name] = number
        return name


def _is_arithmetic(expression: ast.expr) -> bool:
    """Whether it is one of the four operations on arrays, not on numbers alone."""
    return (
        isinstance(expression, ast.BinOp)
        and type(expression.op) in _UFUNCS
        and any(isinstance(node, ast.Name) for node in ast.walk(expression))
    )
