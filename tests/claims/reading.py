"""Reads the expressions of a printed statement back, from what the ledger keeps of it alone."""

import re

import sympy as sp
from claims.reading_latex import split
from sympy.parsing.sympy_parser import parse_expr

from provenscape.kernel import function, real

NAMES = {name: getattr(sp, name) for name in sp.__all__}  # which SymPy would gather for each text


class Reader:
    """The symbols and functions that a statement's data declare, to read its texts with."""

    def __init__(self, statement):
        names = {s["name"] for s in statement["symbols"]}
        names |= {v for f in statement["functions"] for v in (*f["variables"], *f["parameters"])}
        names |= {part["probability"] for part in statement["then"] if "probability" in part}
        self.symbols = {name: real(name) for name in names}
        self.functions = {}
        for f in statement["functions"]:
            variables = tuple(self.symbols[v] for v in f["variables"])
            self.functions[f["name"]] = function(f["name"], variables, self.expression(f["body"]))

    def expression(self, text):
        """The expression that a text stands for."""
        values = []
        plain = self._without_functions(text, values)
        local = self.symbols | {f"value_{i}": sp.Symbol(f"value_{i}") for i in range(len(values))}
        local["lambda_"] = local.get("lambda")  # a word of Python's own
        parsed = parse_expr(re.sub(r"\blambda\b", "lambda_", plain), local, global_dict=NAMES)
        return parsed.xreplace({local[f"value_{i}"]: value for i, value in enumerate(values)})

    def _without_functions(self, text, values):
        """The text with value_0, value_1 … in the place of function values, which are appended."""
        if not self.functions:
            return text
        names = "|".join(self.functions)
        head = re.compile(rf"(?:∂[²³⁴-⁹]?)?(?<![A-Za-z0-9_])({names})\b(?:/((?:∂\w+)+))?(\()?")
        result, position = "", 0
        while match := head.search(text, position):
            result += text[position : match.start()]
            along = [self.symbols[name] for name in re.findall(r"∂(\w+)", match[2] or "")]
            f, end, inside = self.functions[match[1]], match.end(), None
            if match[3]:
                inside, end = balanced(text, match.end())
            values.append(self._value(f, along, inside))
            result += f"value_{len(values) - 1}"
            position = end
        return result + text[position:]

    def _value(self, f, along, inside):
        if inside is None:
            return f.partial(*along)
        place, _, moved = inside.partition("; ")
        value = f.partial(*along, at=[self.expression(part) for part in split(place)])
        changed = dict(part.split(" = ") for part in split(moved))
        point = sp.Tuple(
            *value.point[: len(f.variables)],
            *(
                self.expression(changed[p.name]) if p.name in changed else p
                for p in f.definition.parameters
            ),
        )
        return value.func(value.args[0], value.args[1], point)


def balanced(text, start):
    """What stands up to the parenthesis that closes, and where the text goes on."""
    depth = 1
    for index in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[index], 0)
        if depth == 0:
            return text[start:index], index + 1
    raise ValueError(text)
