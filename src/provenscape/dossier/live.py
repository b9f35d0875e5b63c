"""What the live figures compute with: landscapes and claims as functions of JavaScript.

A page opened from disk may load a classic script alone, so that everything is one constant. Values,
gradients and Hessians are printed from a landscape's own expression, as the project's functions are
compiled from it; both sides of each relation of a claim are read from the ledger.
"""

import ast
import json
import operator
import re
from collections.abc import Mapping, Sequence
from typing import Any

import sympy as sp

from provenscape.dossier.content import Content
from provenscape.dossier.formulas import mathml
from provenscape.models import landscapes
from provenscape.models.landscapes.base import common_subexpressions

# Where the figures begin: starts, steps and noise of the experiments that the documents' own
# pictures are drawn from (document_paths, worked_example, flat_and_sharp_minima).
NOISE = {"epsilon": 0.5, "radius": 0.1, "seed": 1}
DESCENTS = (
    ("on the axis", "quadratic_saddle", (1.8, 0.0), 1 / 4),
    ("as printed in the notes", "quadratic_saddle", (0.05, 1.8), 1 / 16),
    ("coordinates exchanged", "quadratic_saddle", (1.8, 0.05), 1 / 16),
    ("off the axis by 0.03", "double_well", (0.03, 0.0), 0.1),
    ("on the line that leads to the saddle", "double_well", (0.0, 1.8), 0.1),
)
SURFACES = (
    ("quadratic_saddle", "both signs"),
    ("bowl", "positive definite"),
    ("cap", "negative definite"),
    ("degenerate_minimum", "semidefinite and singular, a minimum"),
    ("degenerate_saddle", "semidefinite and singular, a saddle"),
    ("monkey_saddle", "zero"),
    ("double_well", "two minima and a saddle"),
)
TELEMETRY = (
    ("read-outs of the module", "quadratic_saddle", (3.8, 0.0)),
    ("off the axis by 0.001", "quadratic_saddle", (3.8, 0.001)),
    ("off the line to the saddle by 0.001", "double_well", (0.001, 1.0)),
    ("on a plateau", "degenerate_saddle", (1.0, 0.1)),
)
MOMENTUM = {"eta": 0.05, "beta": 0.9, "steps": 120}
SHIFT = 0.325
CLAIMS = (
    "pl-one-step",
    "descent-lemma",
    "strong-convexity-implies-pl",
    "negative-curvature-direction-decreases-f",
    "descent-map-is-injective-for-short-steps",
)
_ARITHMETIC = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


def script(content: Content) -> str:
    """The constant LIVE, as a classic script."""
    used = {name for _, name, *_ in (*DESCENTS, *TELEMETRY)} | {name for name, _ in SURFACES}
    parts = {
        "landscapes": _object({name: landscape(name) for name in sorted({*used, "flat_sharp"})}),
        "claims": f"[{','.join(claim(content.claims[c]) for c in CLAIMS if c in content.claims)}]",
        "descents": _json([_start(*preset) for preset in DESCENTS]),
        "noise": _json(NOISE),
        "surfaces": _json([{"name": name, "label": label} for name, label in SURFACES]),
        "telemetry": _json([_start(*preset) for preset in TELEMETRY]),
        "momentum": _json(MOMENTUM),
        "shift": _json(SHIFT),
    }
    return f"const LIVE = {_object(parts)};\n"


def landscape(name: str) -> str:
    """A landscape: its formula, f, its gradient and its Hessian row by row, at an array p."""
    found = landscapes.get(name)
    variables = found.variables
    return _object(
        {
            "formula": _json(_formula(sp.sstr(found.expression))),
            "variables": _json([_formula(v.name) for v in variables]),
            "points": _json([[float(c) for c in point] for point in found.critical_points]),
            "f": f"(p) => {{ {_body(variables, [found.expression])}[0]; }}",
            "gradient": f"(p) => {{ {_body(variables, list(found.gradient))}; }}",
            "hessian": f"(p) => {{ {_body(variables, list(found.hessian))}; }}",
        }
    )


def claim(record: Mapping[str, Any]) -> str:
    """A claim of the ledger: its relations, each side a function of the symbols' values p."""
    statement = record["statement"]
    symbols = tuple(sp.Symbol(s["name"], real=True) for s in statement["symbols"])
    names = [
        {"name": s["name"], "math": mathml(s["latex"]), "meaning": s["meaning"]}
        for s in statement["symbols"]
    ]
    return _object(
        {
            "id": _json(record["id"]),
            "says": _json(record["says"]),
            "symbols": _json(names),
            "given": f"[{','.join(_relation(r, symbols) for r in statement['given'])}]",
            "then": f"[{','.join(_relation(r, symbols) for r in statement['then'])}]",
            "presets": _json(presets(record)),
        }
    )


def presets(record: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A point at which all of a claim holds, and the countermodels without a hypothesis.

    The first is where the claim with its conclusion negated is false: the witness."""
    tried = record["mutants"]["tried"]
    witness = [(None, m["false_at"]) for m in tried if m["change"] == "conclusion negated"]
    without = [
        (h["name"], h["countermodel"])
        for h in record["hypotheses"]
        if "=" in (h["countermodel"] or "")
    ]
    names = [s["name"] for s in record["statement"]["symbols"]]
    return [
        {"without": dropped, "values": [float(read(point[name])) for name in names]}
        for dropped, text in witness[:1] + without
        if set(names) <= set(point := dict(part.split(" = ") for part in text.split(", ")))
    ]


def read(text: str, symbols: Sequence[sp.Symbol] = ()) -> sp.Expr:
    """An expression of the ledger: sums, products, quotients, powers and square roots, no more."""
    known = {symbol.name: symbol for symbol in symbols}

    def of(node: ast.expr) -> sp.Expr:
        match node:
            case ast.Constant(value=int(value)):
                return sp.Integer(value)
            case ast.Name(id=name) if name in known:
                return known[name]
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                return -of(inner)
            case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _ARITHMETIC:
                return _ARITHMETIC[type(sign)](of(left), of(right))
            case ast.Call(func=ast.Name(id="sqrt"), args=[inner], keywords=[]):
                return sp.sqrt(of(inner))
        raise ValueError(f"{text}: {ast.unparse(node)} is no arithmetic of {', '.join(known)}")

    return of(ast.parse(text, mode="eval").body)


def _relation(relation: Mapping[str, Any], symbols: tuple[sp.Symbol, ...]) -> str:
    """A relation; `sets` is the place of a symbol that an equation gives by the others, or null."""
    left, right = read(relation["left"], symbols), read(relation["right"], symbols)
    solved = relation["op"] == "=" and left in symbols and not right.has(left)
    return _object(
        {
            "name": _json(relation.get("name", "conclusion")),
            "math": _json(mathml(relation["latex"])),
            "op": _json(relation["op"]),
            "sets": _json(symbols.index(left) if solved else None),
            "sides": f"(p) => {{ {_body(symbols, [left, right])}; }}",
        }
    )


def _body(variables: Sequence[sp.Symbol], entries: list[sp.Expr]) -> str:
    """Statements that return the array of the entries at the array p of the variables."""
    places = {v: sp.Symbol(f"p[{i}]", real=True) for i, v in enumerate(variables)}
    shared, rest = common_subexpressions([entry.xreplace(places) for entry in entries])
    steps = "".join(f"const {name} = {sp.jscode(e)}; " for name, e in shared)
    return f"{steps}return [{', '.join(map(sp.jscode, rest))}]"


def _formula(text: str) -> str:
    """SymPy's text of a polynomial as it is printed: x1**4 - 2*x1**2 becomes x₁⁴ − 2x₁²."""
    text = re.sub(r"\*\*(\d)", lambda m: "⁰¹²³⁴⁵⁶⁷⁸⁹"[int(m[1])], text)
    text = re.sub(r"(?<=[a-z])(\d)", lambda m: "₀₁₂₃₄₅₆₇₈₉"[int(m[1])], text)
    return text.replace("*", "").replace("-", "−")


def _start(
    label: str, name: str, start: tuple[float, float], eta: float | None = None
) -> dict[str, Any]:
    return {"label": label, "landscape": name, "start": start, "eta": eta}


def _object(parts: Mapping[str, str]) -> str:
    return "{" + ",\n".join(f"{json.dumps(name)}: {code}" for name, code in parts.items()) + "}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
