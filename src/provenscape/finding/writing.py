"""The text of a proof file with what was found: the user's own text stays as it is.

New lines are added at the end, and names to the imports. An import that holds a comment, or is not
of the plain form, is left alone; another stands below it.
"""

import ast
import re
from collections.abc import Mapping, Sequence

WIDTH = 100


def completed(
    text: str,
    imports: Mapping[str, Sequence[str]],
    blocks: Sequence[str],
    plain: Sequence[str] = (),
) -> str:
    """The text with these names imported, and the blocks of code after it."""
    tree = ast.parse(text)
    lines = text.splitlines()
    froms = [n for n in tree.body if isinstance(n, ast.ImportFrom) and not n.level]
    bound = {a.asname or a.name for n in froms for a in n.names}
    edits: list[tuple[int, int, list[str]]] = []
    last = max(n.end_lineno or 0 for n in tree.body if isinstance(n, ast.Import | ast.ImportFrom))
    for module, names in sorted(imports.items()):
        missing = sorted(set(names) - bound)
        if not missing:
            continue
        for node in (n for n in froms if n.module == module):
            first, end = node.lineno - 1, node.end_lineno or node.lineno
            if not any("#" in line or ";" in line for line in lines[first:end]):
                written = [f"{a.name} as {a.asname}" if a.asname else a.name for a in node.names]
                edits.append((first, end, imported(module, [*written, *missing])))
                break
        else:
            edits.append((last, last, imported(module, missing)))
    for first, end, new in sorted(edits, key=lambda e: (e[0], e[1]), reverse=True):
        lines[first:end] = new
    whole = "\n".join(lines).rstrip()
    apart = [f"\n{line}" for line in plain]
    return (
        whole
        + "".join(apart)
        + "".join(f"\n\n\n{b}" if b.startswith("def ") else f"\n{b}" for b in blocks)
        + "\n"
    )


def imported(module: str, names: Sequence[str]) -> list[str]:
    """The lines of an import, as formatters have them."""

    def order(name: str) -> tuple[int, str]:
        return (0 if name.isupper() else 1 if name[0].isupper() else 2), name

    ordered = sorted(dict.fromkeys(names), key=order)
    line = f"from {module} import {', '.join(ordered)}"
    if len(line) <= WIDTH:
        return [line]
    return [f"from {module} import (", *(f"    {name}," for name in ordered), ")"]


def laid_out(line: str, indent: int = 0) -> str:
    """A line of code broken at the commas of its brackets until each part fits."""
    start = " " * indent
    if indent + len(line) <= WIDTH:
        return start + line
    found = outermost(line)
    if found is None:
        return broken_sum(line, indent)
    opening, closing = found
    parts = separated(line[opening + 1 : closing], ",")
    if len(parts) == 1 and not parts[0].strip():
        return start + line
    inner = ",\n".join(laid_out(part.strip(), indent + 4) for part in parts if part.strip())
    comma = "," if len(parts) > 1 or "(" not in line[:opening] else ""
    before, after = line[: opening + 1], line[closing:]
    return f"{start}{before}\n{inner}{comma}\n{start}{after}"


def unquoted(line: str) -> str:
    """The line with neutral letters for what stands in quotes, whose brackets and commas mean
    nothing."""
    return re.sub(r'"(?:[^"\\]|\\.)*"', lambda found: "_" * len(found[0]), line)


def outermost(line: str) -> tuple[int, int] | None:
    """Where the last bracket of the outermost level opens, if the line ends with its close."""
    depth, opening, found = 0, 0, None
    for place, letter in enumerate(unquoted(line)):
        if letter in "([{":
            opening = place if depth == 0 else opening
            depth += 1
        elif letter in ")]}":
            depth -= 1
            if depth == 0:
                found = (opening, place)
    before = unquoted(line)[: found[0]] if found else ""
    plain = not any(sign in before for sign in (" + ", " - ", " * ", " / "))
    return found if found and found[1] == len(line) - 1 and plain else None


def broken_sum(line: str, indent: int) -> str:
    """A long sum, one line for as many terms as fit; it stands in brackets already."""
    start = " " * indent
    rows, row = [], ""
    for word in separated(line, " "):
        if word in ("+", "-", "*", "/") and indent + len(row) > WIDTH - 30:
            rows.append(row)
            row = ""
        row = f"{row} {word}" if row else word
    return "\n".join(start + r for r in [*rows, row])


def separated(text: str, by: str) -> list[str]:
    """The parts between separators that stand in no bracket and in no quotes."""
    parts, depth, part = [], 0, ""
    for letter, seen in zip(text, unquoted(text), strict=True):
        depth += (seen in "([{") - (seen in ")]}")
        if seen == by and depth == 0:
            parts.append(part)
            part = ""
        else:
            part += letter
    return [*parts, part] if part.strip() else parts
