"""Reads the LaTeX of a printed statement back, with a grammar of its own.

sum      -> [-] product {(+ | -) product}
product  -> power {[\\cdot] power}
power    -> atom [^ atom]
atom     -> symbol | number | \\pi | { sum } | \\left( sum \\right) | \\frac atom atom
            | \\sqrt atom | e | \\log [^ atom] atom | value
value    -> function [( places [; parameter = sum …] )]
            | \\frac{\\partial^k function}{\\partial x\\,\\partial y …} [( … )]
"""

import re

import sympy as sp

from provenscape.kernel import real

CALLS = {f"\\{name}": getattr(sp, name) for name in ("sin", "cos", "log", "tanh")}
CALLS[r"\operatorname{atan}"] = sp.atan
CONSTANTS = {r"\pi": sp.pi, "e": sp.E}


class LatexReader:
    """The symbols and functions of a statement's data, by their LaTeX."""

    def __init__(self, statement, functions):
        self.symbols = {s["latex"]: real(s["name"]) for s in statement["symbols"]}
        chances = [part["probability"] for part in statement["then"] if "probability" in part]
        self.symbols |= {name: real(name) for name in chances}
        self.functions = {}
        for f in statement["functions"]:
            name, inside = f["signature"].split("(", 1)
            self.functions[name] = functions[f["name"]]
            places = split(inside[:-1])
            listed = [*f["variables"], *f["parameters"]]
            self.symbols |= {p: real(v) for p, v in zip(places, listed, strict=True)}
        self.names = sorted({*self.symbols, *self.functions, *CALLS, *CONSTANTS}, key=len)[::-1]

    def expression(self, text):
        """The expression that a LaTeX text stands for; `ValueError` if it stands for none."""
        self.text, self.position = text, 0
        found = self.sum()
        if self.position < len(text):
            raise ValueError(f"{text[self.position :]!r} is left over of {text!r}")
        return found

    def takes(self, token):
        """Whether the token stands next; then it is passed."""
        while self.text.startswith((" ", r"\,"), self.position):
            self.position += 2 if self.text[self.position] == "\\" else 1
        if self.text.startswith(token, self.position):
            self.position += len(token)
            return True
        return False

    def sum(self):
        total = -self.product() if self.takes("-") else self.product()
        while True:
            if self.takes("+"):
                total += self.product()
            elif self.takes("-"):
                total -= self.product()
            else:
                return total

    def product(self):
        found = self.power()
        while True:
            self.takes(r"\cdot")
            before = self.position
            try:
                factor = self.power()
            except ValueError:
                self.position = before
                return found
            found *= factor

    def power(self):
        base = self.atom()
        return base ** self.atom() if self.takes("^") else base

    def atom(self):
        if (found := self.name()) is not None:
            return found
        if self.takes("{"):
            return self.until("}")
        if self.takes(r"\left("):
            return self.until(r"\right)")
        if self.takes(r"\frac{\partial"):
            return self.derivative()
        if self.takes(r"\frac"):
            top, bottom = self.atom(), self.atom()
            return top / bottom
        if self.takes(r"\sqrt"):
            return sp.sqrt(self.atom())
        if number := re.compile(r"\d+").match(self.text, self.position):
            self.position = number.end()
            return sp.Integer(number[0])
        raise ValueError(f"{self.text[self.position :]!r} of {self.text!r} is nothing known")

    def name(self):
        """What a known name stands for, the longest first; None if none is next."""
        for name in self.names:
            if self.takes(name):
                if name in self.symbols:
                    return self.symbols[name]
                if name in self.functions:
                    return self.value(self.functions[name], [])
                if name in CONSTANTS:
                    return CONSTANTS[name]
                exponent = self.atom() if self.takes("^") else 1
                return CALLS[name](self.atom()) ** exponent
        return None

    def until(self, closing):
        found = self.sum()
        if not self.takes(closing):
            raise ValueError(f"no {closing} before {self.text[self.position :]!r}")
        return found

    def derivative(self):
        order = self.atom() if self.takes("^") else 1
        name = next(name for name in self.names if name in self.functions and self.takes(name))
        self.takes("}{")
        along = []
        while self.takes(r"\partial"):
            along.append(self.name())
        if not self.takes("}") or len(along) != order:
            raise ValueError(f"{self.text!r} has a derivative of another order than it names")
        return self.value(self.functions[name], along)

    def value(self, function, along):
        if not self.takes("("):
            return function.partial(*along)
        at = [self.sum()]
        while self.takes(","):
            at.append(self.sum())
        found = function.partial(*along, at=at)
        moved = {}
        while self.takes(";") or (moved and self.takes(",")):
            parameter = self.name()
            if not self.takes("="):
                raise ValueError(f"no value of {parameter} in {self.text!r}")
            moved[parameter] = self.sum()
        if not self.takes(")"):
            raise ValueError(f"no ) before {self.text[self.position :]!r}")
        definition, orders, point = found.args
        rest = point[len(at) :]
        return found.func(definition, orders, sp.Tuple(*at, *(moved.get(p, p) for p in rest)))


OPENS, CLOSES = ("(", "{", r"\langle"), (")", "}", r"\rangle")


def split(text):
    """The parts between the commas and semicolons outside of all brackets."""
    parts, depth = [""], 0
    for token in re.findall(r"\\[A-Za-z]+|\\.|.", text):
        depth += (token in OPENS) - (token in CLOSES)
        if token in ",;" and depth == 0:
            parts.append("")
        else:
            parts[-1] += token
    return [part.strip() for part in parts if part.strip()]
