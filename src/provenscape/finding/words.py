"""What to write instead of a word that the language of claims does not have."""

import re

INSTEAD = {
    "Abs": "a symbol t with the hypotheses `absolute(t, x)`: t >= 0 and t**2 = x**2",
    "Max": "a symbol t with `maximum(t, x, y)`: t >= x, t >= y and (t - x)*(t - y) = 0",
    "Min": "a symbol t with `minimum(t, x, y)`: t <= x, t <= y and (t - x)*(t - y) = 0",
    "sqrt": "a symbol s with the hypotheses `square_root(s, x)`: s >= 0 and s**2 = x",
    "limit": "`limits(expression, value, x, to)` of provenscape.kernel",
    "oo": "`limits(expression, value, x, oo)`, and no other place for it",
    "cbrt": "a symbol s for the root of x, with s**3 = x",
    "Sum": "`sums(relation, {S: term}, over=j, upto=n)` of provenscape.kernel",
    "Product": "an Invariant: the product so far as a state, with its update",
    "factorial": "an Invariant: the factorial so far as a state, with its update",
    "tan": "sin(x)/cos(x), with the hypothesis gt(cos(x), 0)",
    "sinh": "(exp(x) - exp(-x))/2",
    "cosh": "(exp(x) + exp(-x))/2",
    "Integral": "a claim about the antiderivative, given as a function",
    "CRootOf": "`root_of` of provenscape.kernel",
    "Norm": "`Gram` of provenscape.kernel: vectors by their inner products",
    "Derivative": "f = function(...) and f.partial(x)",
    "Symbol": "real(\"x\") of provenscape.kernel",
    "symbols": "real(\"x y\") of provenscape.kernel",
    "Float": "Rational(p, q)",
}  # fmt: skip
POWERS = (
    f"instead of a root: {INSTEAD['sqrt']}; instead of b**n with a symbol n above: exp(n*log(b)), "
    "whose limit is exp of that of n*log(b); in a limit the root itself is the variable: that of "
    "(sqrt(1 + x) - 1)/x at 0 is that of (u - 1)/(u**2 - 1) at 1"
)
EXPONENTS = (
    "an exponent of more than 1000 is not taken; give the power a symbol, and what is known of it "
    "as hypotheses"
)
QUOTIENTS = (
    "let a hypothesis say that it is positive (of a sum up to n: ge(n, 0); if it is n itself, the "
    "sum begins later, with first=2 and ge(n, 1), its first term being added by hand), or give the "
    "quotient a symbol q and the hypothesis that q times the denominator is the numerator"
)
LOGARITHMS = (
    "let a hypothesis say that it is positive (for log(n + 1) in a sum up to n: ge(n, 0); for "
    "log(n) let the sum begin later, with first=2 and ge(n, 1), and add its first term by hand), "
    "or give the logarithm a symbol l, and what is known of it as hypotheses"
)
COMPARISONS = (
    "a comparison of SymPy may be folded to True; write ge(x**2, 0) for x**2 >= 0, with ge, gt, "
    "le, lt, eq of provenscape.kernel"
)
WEAK = {
    "tanh": "(exp(2*x) - 1)/(exp(2*x) + 1) for tanh(x)",
    "atan": "a symbol for atan(x), and the bounds on it that are needed as hypotheses",
}


BESIDE_E = (
    "E beside exp(x) is not known to be exp(1): say it of y = x - 1, as exp(y) >= 1 + y for "
    "exp(x) >= E*x, which is E times that"
)


def of_weak_words(used: set[str]) -> str:
    """What to write for functions of which no rule knows more than their values in balls, and for
    E beside an exponential, of the names of those that a claim has; or an empty text."""
    said = [
        f"of {word} no rule knows more than its values on a box: write {WEAK[word]}"
        for word in sorted(used & set(WEAK))
    ]
    return "; ".join([*said, BESIDE_E] if {"exp", "Exp1"} <= used else said)


def with_remedy(message: str) -> str:
    """The message of a file that is not accepted, with the way round if a word is missing."""
    found = [word for word in INSTEAD if re.search(rf"(import|use|\() ?(\w+\.)?{word}\b", message)]
    if not found and re.search(r"(True|False|[<>]=?.*) of \S+ is no (statement|relation)", message):
        return f"{message}: {COMPARISONS}"
    if not found and re.search(r"\*\*\d+ is neither an integer power", message):
        return f"{message}; {EXPONENTS}"
    if not found and "nor a rational's root" in message:
        return f"{message}; {POWERS}"
    if not found and "is not evidently nonzero" in message:
        return f"{message}; {QUOTIENTS}"
    if not found and "argument of log" in message:
        return f"{message}; {LOGARITHMS}"
    if not found:
        return message
    return f"{message}; instead of {found[0]}: {INSTEAD[found[0]]}"
