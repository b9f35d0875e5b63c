"""Expressions of a file as papers print them: ∇f(x), ‖x − x⋆‖², prox of γf as prox_{γf}(x).

What an expression is decides how its square is printed: of a point as a squared norm. A product of
two points is their inner product.
"""

import ast
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "eta": "η", "kappa": "κ",
    "lambda": "λ", "mu": "µ", "phi": "φ", "psi": "ψ", "rho": "ρ", "sigma": "σ", "tau": "τ",
    "theta": "θ",
}  # fmt: skip
TIMES = {"t": "t_k", "t_next": "t_(k+1)"}
SUM, PRODUCT, POWER, WHOLE = range(4)  # how strongly parts hold together


@dataclass(frozen=True)
class _Part:
    text: str
    holds: int = WHOLE
    is_point: bool = False

    def within(self, least: int) -> str:
        return self.text if self.holds >= least else f"({self.text})"


@dataclass(frozen=True)
class Printer:
    """Prints among points of the state, points that are fixed, functions and operators of these.

    The resolvent of an operator A is J_A.
    """

    points: Collection[str]
    fixed: Collection[str]
    functions: Collection[str]
    operators: Collection[str] = ()

    def shown(self, text: str, index: str = "", within: int = SUM) -> str:
        """The expression, whose points of the state have an index; in brackets where it holds
        together less strongly than what it stands in."""
        text = text.strip()
        tree = ast.parse(text, mode="eval").body
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant):
                node.value = plain(ast.get_source_segment(text, node) or "")
        return self._of(tree, index).within(within)

    def point(self, name: str, index: str = "") -> str:
        """A point: x⋆ for xs where there is no other that is fixed, x_N, x₀."""
        if name in self.fixed:
            return f"{name.removesuffix('s') or name}⋆" if len(self.fixed) == 1 else name
        return name + lowered(index) if name in self.points else name

    def _of(self, node: ast.AST, index: str) -> _Part:
        def inside(one: ast.AST) -> _Part:
            return self._of(one, index)

        match node:
            case ast.Constant(value=value):
                return _Part(str(value))
            case ast.Name(id=name):
                known = name in self.points or name in self.fixed
                taken = known or name in self.functions
                shown = self.point(name, index) if known else GREEK.get(name, name)
                shown = shown if taken else symbol(name)
                return _Part(shown, WHOLE, known)
            case ast.UnaryOp():
                part = inside(node.operand)
                return _Part(f"−{part.within(PRODUCT)}", PRODUCT, part.is_point)
            case ast.Compare(left=left, ops=[relation], comparators=[right]):
                sign = {ast.LtE: "≤", ast.GtE: "≥"}.get(type(relation), "=")
                return _Part(f"{inside(left).text} {sign} {inside(right).text}", SUM)
            case ast.BinOp(left=first, op=ast.Add() | ast.Sub() as operation, right=second):
                one, two = inside(first), inside(second)
                minus = isinstance(operation, ast.Sub)
                later = two.within(PRODUCT) if minus else two.text
                later = f"({later})" if later.startswith("−") else later
                point = one.is_point or two.is_point
                return _Part(f"{one.text} {'−' if minus else '+'} {later}", SUM, point)
            case ast.BinOp(left=first, op=ast.Mult(), right=second):
                return _product(inside(first), inside(second))
            case ast.BinOp(left=first, op=ast.Div(), right=second):
                one, two = inside(first), inside(second)
                whole = f"{one.within(PRODUCT)}/{two.within(POWER)}"
                return _Part(whole, PRODUCT, one.is_point)
            case ast.BinOp(left=first, right=second):
                base, power = inside(first), inside(second)
                if base.is_point:
                    return _Part(f"‖{base.text}‖²")
                return _Part(f"{base.within(WHOLE)}{raised(power.text)}", POWER)
            case ast.Call(func=ast.Name(id=name), args=arguments):
                return self._called(name, list(map(inside, arguments)))
        return _Part(ast.unparse(node))

    def _called(self, name: str, given: list[_Part]) -> _Part:
        match name, given:
            case "sqrt", [number]:
                return _Part(f"√{number.within(WHOLE)}")
            case "grad", [function, point]:
                sign = "" if function.text in self.operators else "∇"
                return _Part(f"{sign}{function.text}({point.text})", WHOLE, True)
            case "prox", [function, point, number]:
                scale = "" if number.text == "1" else f"{number.within(WHOLE)} "
                index = f"{{{scale}{function.text}}}" if scale else function.text
                kind = "J" if function.text in self.operators else "prox"
                return _Part(f"{kind}_{index}({point.text})", WHOLE, True)
        return _Part(f"{GREEK.get(name, name)}({', '.join(part.text for part in given)})")


def _product(one: _Part, two: _Part) -> _Part:
    if one.is_point and two.is_point:
        return _Part(f"⟨{one.text}, {two.text}⟩")
    first, second = one.within(PRODUCT), two.within(PRODUCT)
    if "/" in first and one.holds == PRODUCT and not first.replace("/", "").isdigit():
        first = f"({first})"
    if second.startswith("−") or ("/" in second and two.holds == PRODUCT):
        second = f"({second})"
    return _Part(f"{first} {second}", PRODUCT, one.is_point or two.is_point)


def plain(number: str) -> str:
    """A number as it is written, with all its digits, but for zeros at its end: 1.0 is 1."""
    decimal = "." in number and "e" not in number.lower()
    return number.rstrip("0").rstrip(".") if decimal else number


def symbol(name: str) -> str:
    """A constant or a counter."""
    return TIMES.get(name, GREEK.get(name, name))


def lowered(index: str) -> str:
    if not index:
        return ""
    return index.translate(SUBSCRIPTS) if index.isdigit() else f"_{index}"


def raised(power: str) -> str:
    if power.isdigit():
        return power.translate(SUPERSCRIPTS)
    return f"^{power}" if power.isalnum() else f"^({power})"


def formula(text: str, names: Mapping[str, str] = GREEK) -> str:
    """A formula in numbers and symbols as SymPy writes it: L/(2*(2*N + 1)) as L/(2(2N + 1))."""
    text = re.sub(r"\b[a-z]+\b", lambda found: names.get(found[0], found[0]), text)
    text = re.sub(r"\*\*(\d+)", lambda found: raised(found[1]), text).replace("**", "^")
    text = re.sub(r"(?<=[\d)])\*(?=[^\W\d]|\()", "", text).replace(" - ", " − ")
    return re.sub(r"^-|(?<=\()-", "−", text).replace("*", " ")
