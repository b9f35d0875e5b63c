"""What a claim about every number of steps says: method, class, start, metric and rate, in a
sentence as an author prints it.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import sympy as sp

from provenscape.rate.forms import N
from provenscape.rate.kinds import COUNTER, LEAST, POSITIVE, TIMES
from provenscape.rate.mathematics import PRODUCT, SUM, Printer, formula, symbol
from provenscape.rate.words import Words

ADJECTIVES = {  # of functions and operators, with their constants in braces
    "ConvexFunction": "convex",
    "SmoothConvexFunction": "convex and {L}-smooth",
    "StronglyConvexFunction": "{mu}-strongly convex",
    "SmoothStronglyConvexFunction": "{mu}-strongly convex and {L}-smooth",
    "ConvexLipschitzFunction": "convex and {M}-Lipschitz",
    "SmoothConvexLipschitzFunction": "convex, {L}-smooth and {M}-Lipschitz",
    "SmoothFunction": "{L}-smooth",
    "MonotoneOperator": "maximally monotone",
    "StronglyMonotoneOperator": "maximally monotone and {mu}-strongly monotone",
    "CocoerciveOperator": "{beta}-cocoercive",
    "NonexpansiveOperator": "nonexpansive",
    "LipschitzOperator": "{L}-Lipschitz",
}
VOWELS = "AEFHILMNORSXaefhilmnorsx"  # whose names begin with a vowel


@dataclass(frozen=True)
class Said:
    """The metric after N steps, the inequality, and the sentence."""

    metric: str
    short: str
    whole: str


def said(words: Words, rate: sp.Expr, first: int, rest: sp.Expr = sp.S.Zero) -> Said:
    """The words of a rate, as it is for the symbol 1, from the first number of steps on."""
    printer = Printer(words.points, words.minimizers, words.functions, words.operators)
    inside = LEAST.fullmatch(words.metric)
    metric = printer.shown(words.metric, "N")
    if inside:
        metric = f"min_(i ≤ N) {printer.shown(inside[1], 'i', PRODUCT)}"
    whole = rate * words.grown
    multiple = formula(written(whole if _falls(whole) else sp.factor(whole)))
    start = printer.shown(words.expression, "0", SUM if multiple == "1" else PRODUCT)
    plus = f" + {formula(str(rest * words.of_metric))}" if rest != 0 else ""
    bound = f"{metric} ≤ {'' if multiple == '1' else f'{multiple} '}{start}{plus}"
    steps = ", ".join(
        f"{symbol(name)} ← {printer.shown(text)}" for name, text in words.step.items()
    )
    if len(words.step) > 1:
        steps += " (at once)"
    return Said(
        metric,
        f"{bound} after N steps.",
        f"The iteration {steps}{_counted(words)} on {_functions(words, printer)}, "
        f"{', '.join([*_constants(words, printer), f'started at {_start(words, printer)}'])}, "
        f"has {bound} after N steps, for every N ≥ {first}.",
    )


def written(rate: sp.Expr) -> str:
    """A rate as code: 1/(N + 1)**2, where SymPy has (N + 1)**(-2)."""
    above, below = sp.fraction(rate)
    return f"1/{below}" if above == 1 and isinstance(below, sp.Pow) else str(rate)


def _falls(rate: sp.Expr) -> bool:
    """Whether the number of steps is an exponent."""
    return any(power.exp.has(N) for power in rate.atoms(sp.Pow))


def _names(texts: Iterable[str]) -> set[str]:
    """The names in some expressions."""
    trees = (ast.walk(ast.parse(text.strip(), mode="eval")) for text in texts)
    return {node.id for tree in trees for node in tree if isinstance(node, ast.Name)}


def _counted(words: Words) -> str:
    """What k and t_k are, where a step has them."""
    used = _names(words.step.values()) - {*words.points, *words.constants, *words.functions}
    if used & set(TIMES):
        return " for k = 0, 1, …, with t_0 = 1 and t_(k+1) = (1 + √(1 + 4 t_k²))/2,"
    return " for k = 0, 1, …" if COUNTER in used else ""


def _functions(words: Words, printer: Printer) -> str:
    """What is minimized, of which classes, and where it is least."""
    (zero, of), *_ = words.minimizers.items()
    where = f"with {words.zero} {printer.point(zero)}"
    listed = []
    for name, options in words.functions.items():
        if isinstance(options, str):
            said = f"{symbol(name)} = {printer.shown(options)}"
        elif name == of:
            said = _noun(words, name, printer)
        else:
            kind = None if name in words.weak else _adjective(options, printer)
            said = f"{symbol(name)} {kind or _class(options, printer)}"
        said += f" {where}" if name == of else ""
        listed.append((name != of, said + _bent(words, name)))
    return ", ".join(said for _, said in sorted(listed, key=lambda one: one[0]))


def _noun(words: Words, name: str, printer: Printer) -> str:
    """A function by its class: a convex and L-smooth function f."""
    options, noun = words.functions[name], "operator" if name in words.operators else "function"
    kind = None if name in words.weak else _adjective(options, printer)
    if kind is None:
        return f"{_article(noun)} {noun} {symbol(name)} {_class(options, printer)}"
    return f"{_article(kind)} {kind} {noun} {symbol(name)}"


def _bent(words: Words, name: str) -> str:
    """What ∇f is of a function that has several subgradients, where it is asked for one."""
    texts = " ".join([*words.step.values(), words.metric, words.start]).replace(" ", "")
    asked = name in words.bent and f"grad({name}," in texts
    return f" (∇{symbol(name)} any subgradient)" if asked else ""


def _adjective(options: Mapping[str, str], printer: Printer) -> str | None:
    """What functions of a class are, with its constants; None for a class without a word."""
    known = ADJECTIVES.get(options["class"])
    values = {k: printer.shown(v) for k, v in options.items() if k != "class"}
    values = {k: v if re.fullmatch(r"[\w.]+", v) else f"({v})" for k, v in values.items()}
    if known is None or any(f"{{{name}}}" not in known for name in values):
        return None
    return known.format(**values)


def _class(options: Mapping[str, str], printer: Printer) -> str:
    values = ", ".join(
        f"{symbol(k)} = {printer.shown(v)}" for k, v in options.items() if k != "class"
    )
    return f"of PEPit's class {options['class']}" + (f" ({values})" if values else "")


def _article(word: str) -> str:
    """As the word is spoken: an L-smooth, an 8-smooth, an 11 000-smooth, a 118-smooth function."""
    letter = word.lstrip("(")
    if number := re.match(r"\d+", letter):
        eleven = letter.startswith(("11", "18")) and len(number[0]) % 3 == 2
        return "an" if eleven or letter.startswith("8") else "a"
    spoken = letter[0] in VOWELS if len(letter) > 1 and letter[1] in "-/)" else letter[0] in "aeiou"
    return "an" if spoken else "a"


def _constants(words: Words, printer: Printer) -> Iterator[str]:
    """The constants that the file gives names, each with its number, or the order of symbols."""
    if words.smaller:
        yield f"0 < {symbol(words.smaller)} < {symbol(words.symbol)}"
    elif words.symbol:
        yield f"{symbol(words.symbol)} > 0"
    for name, text in words.constants.items():
        if text != POSITIVE:
            yield f"{symbol(name)} = {printer.shown(text)}"


def _start(words: Words, printer: Printer) -> str:
    free = [printer.point(name, "0") for name, text in words.points.items() if not text]
    made = (
        f"{printer.point(name, '0')} = {printer.shown(text, '0')}"
        for name, text in words.points.items()
        if text
    )
    return " with ".join(filter(None, (" and ".join(free), " and ".join(made))))
