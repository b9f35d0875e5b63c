"""What to write instead of a word that the language of claims does not have."""

import re

INSTEAD = {
    "Abs": "a symbol t for |x|, with hypotheses t >= 0 and t**2 = x**2",
    "Max": "a symbol t for max(x, y), with t >= x, t >= y and (t - x)*(t - y) = 0",
    "Min": "a symbol t for min(x, y), with t <= x, t <= y and (t - x)*(t - y) = 0",
    "sqrt": "a symbol s for the root of x, with s >= 0 and s**2 = x",
    "cbrt": "a symbol s for the root of x, with s**3 = x",
    "Sum": "an Invariant: the sum so far as a state, with its update",
    "Product": "an Invariant: the product so far as a state, with its update",
    "Integral": "a claim about the antiderivative, given as a function",
    "CRootOf": "`root_of` of provenscape.kernel",
    "Norm": "a symbol for the squared norm, and a hypothesis for each fact about it",
    "Derivative": "f = function(...) and f.partial(x)",
    "Symbol": "real(\"x\") of provenscape.kernel",
    "symbols": "real(\"x y\") of provenscape.kernel",
    "Float": "Rational(p, q)",
}  # fmt: skip


def with_remedy(message: str) -> str:
    """The message of a file that is not accepted, with the way round if a word is missing."""
    found = [word for word in INSTEAD if re.search(rf"(import|use|\() ?{word}\b", message)]
    if not found and ("rational's root" in message or "sqrt" in message):
        found = ["sqrt"]
    if not found:
        return message
    return f"{message}; instead of {found[0]}: {INSTEAD[found[0]]}"
