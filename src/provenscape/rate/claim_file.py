"""A rate for every number of steps as a proof file, whose identity the kernel checks.

Symbols are the inner products and values of what a step knows (`vectors`). Hypotheses are
conditions of the class, and that the square of a combination of these vectors is not negative. The
words say what is proved from which conditions, and that is all that a proof says.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sympy as sp

from provenscape.rate import saying, witness
from provenscape.rate.clock import B
from provenscape.rate.contraction import Contraction
from provenscape.rate.forms import (
    K,
    M,
    N,
    Symbolic,
    added,
    mapped,
    scaled,
    squares,
    value_at,
    weighted_at,
)
from provenscape.rate.growing import Growing
from provenscape.rate.local import NoPattern
from provenscape.rate.pattern import Potential
from provenscape.rate.proof_text import ProofText, tidy
from provenscape.rate.vectors import Vectors, at_start
from provenscape.rate.witness import STATES
from provenscape.rate.words import Words

Q = sp.Symbol("Q")
STEPS, TIME = sp.symbols("n a")  # done, and t_k - 1, where that is what numbers depend on
LAST, RATED = sp.symbols("last metric")  # whether a step is the last, and what is bounded
SCOPE = "every dimension; from the conditions that PEPit has for the class, between neighbours"


def _vectors(
    words: Words, sizes: tuple[int, int, int], ahead: tuple[int, int], ahead_as: str = "hF"
) -> Vectors:
    symbol = sp.Symbol(words.symbol) if words.symbol else sp.S.One
    names = tuple(words.points), words.zero, words.slope
    return Vectors(*sizes, ahead, ahead_as, words.several, names, symbol, words.powers[0])


def _constant(words: Words, file: ProofText) -> dict[str, tuple[str, str]]:
    """The meaning of the symbols of constants, which are assumed to be positive."""
    if not words.symbol:
        return {}
    name = words.symbol
    known = {name: (f"the constant {name} of the class", name)}
    file.assume(f"{name} is positive", "gt", sp.Symbol(name))
    if words.smaller:
        file.assume(f"{words.smaller} is positive", "gt", sp.Symbol(words.smaller))
        less = sp.Symbol(name) - sp.Symbol(words.smaller)
        file.assume(f"{words.smaller} is smaller", "gt", less)
        latex = sp.latex(sp.Symbol(words.smaller))
        known[words.smaller] = (f"the constant {words.smaller} of the class", latex)
    return known


def _about(words: Words, how: str) -> list[str]:
    return [
        f"{how} In comments x⋆ is the {words.zero}, g the {words.slope} at this step, g⁺ that at "
        "the next one, and f a value less that at x⋆; x_g stands for the inner product "
        "⟨x - x⋆, g⟩.",
        f"Written by `provenscape rate --all --claim` for {words.file}.",
    ]


def contracting(path: Path, words: Words, source: Path, found: Contraction) -> str:
    """The proof file of a step that contracts."""
    vectors = _vectors(words, found.sizes, found.ahead)
    value = vectors.of(found.before)
    state = [s for s in vectors.state() if s in value.free_symbols]
    file = ProofText(vectors, state)
    start = {s: at_start(s) for s in state}
    update = {s: vectors.moved(found.moved, s) for s in state}
    constant = _constant(words, file)
    weights = file.hypotheses(found.step, "step")
    relation = f"le({file.shown(value)}, {file.shown(Q * value.xreplace(start))})"
    then = (
        f"Invariant(\n        {relation},\n"
        f"        start={file.mapping({**start, Q: sp.Integer(1)}, 8)},\n"
        f"        update={file.mapping({**update, Q: found.factor * Q}, 8)},\n    )"
    )
    using = file.using({"invariant": found.factor, **weights})
    said = saying.said(words, found.factor**N, 1)
    return file.filled(
        path,
        {"Q": ("the product of the factors so far", f"({sp.latex(found.factor)})^k"), **constant},
        ["combine"],
        _about(words, "One step has the factor; induction gives all."),
        title=said.short,
        says=said.whole,
        then=then,
        scope=SCOPE,
        witness=file.trajectory(
            witness.worst(vectors, source, STATES),
            {Q: sp.Integer(1)} | witness.constants(words),
        ),
        proof=f"    step = combine(claim.at_next_state(), using={using})\n"
        "    return induct(claim, None, step)\n",
    )


def telescoping(path: Path, words: Words, source: Path, found: Potential) -> str:
    """The proof file of a potential.

    Beside it the iteration carries the bound itself, and, once the last step is done, the metric in
    its place: with e = 1 at the last step and 0 before, it becomes e·metric + (1 − e)·bound. The
    potential with k steps done and none to go bounds that metric; as e·m = 0, so does V.
    """
    vectors = _vectors(words, found.sizes, found.sizes[1:])
    state = list(vectors.state())
    file = ProofText(vectors, state)
    start = {s: at_start(s) for s in state}
    constant = _constant(words, file)
    file.assume("steps done", "ge", K)
    file.assume("steps to go", "ge", M)
    file.assume("one step at least", "ge", N - 1 - found.shift)
    file.assume("last step or not", "ge", LAST)
    file.assume("one last step", "le", LAST, sp.Integer(1))
    file.assume("the last has none to go", "eq", LAST * M, 0)
    rate = found.rate.xreplace({N: N - found.shift})
    base = file.hypotheses(weighted_at(found.base, {N: N - found.shift}), "start")
    step = file.hypotheses(found.step, "step")
    end = file.hypotheses(weighted_at(found.end, {N: K + 1}), "end")
    value = vectors.of(found.value)
    bound = _times(rate, vectors.of(found.start).xreplace(start))
    whole = _times(words.of_metric, bound)
    metric = sp.expand(words.of_metric * vectors.of(found.metric))
    to_go = added([found.value, scaled(value_at(found.value, {M: 0}), sp.Integer(-1))])
    moved = {s: vectors.moved(found.moved, s) for s in state}
    counters = {K: (sp.Integer(0), K + 1), M: (N - 1 - found.shift, M - 1)}
    begun = {**{s: first for s, (first, _) in counters.items()}, **start, RATED: whole}
    update = {**{s: then for s, (_, then) in counters.items()}, **moved}
    update[RATED] = LAST * metric + (1 - LAST) * RATED
    using = {
        "invariant.0": LAST * words.of_metric,
        "invariant.1": 1 - LAST,
        "the last has none to go": vectors.of(
            mapped(to_go, lambda number: words.of_metric * sp.cancel(number / M))
        ),
        **{name: tidy(LAST * words.of_metric * weight) for name, weight in end.items()},
    }
    said = saying.said(words, rate, 1 + found.shift)
    first = {
        K: sp.Integer(0),
        M: sp.Integer(STATES - 1),
        N: sp.Integer(STATES + found.shift),
    }
    first |= witness.constants(words)
    return file.filled(
        path,
        {
            "k": ("the number of the step, from 0", "k"),
            "m": ("the number of steps to go before the last", "m"),
            "N": ("the number of all steps", "N"),
            "last": ("1 at the last step, 0 at those before it", r"\mathrm{last}"),
            "metric": (
                f"{said.metric} once all steps are done; before that, the bound",
                r"\mathrm{metric}",
            ),
            **constant,
        },
        ["combine"],
        _about(words, "The potential V does not rise, for every N."),
        value,
        title=said.short,
        says=said.whole,
        then=_invariant(file, bound, [f"le(metric, {file.shown(whole)})"], begun, update),
        scope=SCOPE,
        witness=file.trajectory(
            witness.worst(vectors, source, STATES + found.shift),
            first,
            [{LAST: sp.Integer(k == STATES - 1)} for k in range(STATES)],
        ),
        proof=f"    base = {_base(file, base)}\n"
        f"    step = {_combined(file, 0, {'invariant.0': 1, **step})}\n"
        f"    rate = {_combined(file, 1, using)}\n"
        "    return induct(claim, (base, None), (step, rate))\n",
    )


def _times(factor: sp.Expr, expr: sp.Expr) -> sp.Expr:
    """The product, of which a sum stays one factor."""
    return sp.factor(factor) * expr if isinstance(expr, sp.Add) else sp.factor(factor * expr)


def _invariant(
    file: ProofText, bound: sp.Expr, more: Sequence[str], start: Any, update: Any
) -> str:
    """The conclusion: V and the metric have their bounds at each step."""
    relations = [f"le(V, {file.shown(bound)})", *more]
    lines = "".join(f"            {one},\n" for one in relations)
    return (
        f"Invariant(\n        (\n{lines}        ),\n        start={file.mapping(start, 8)},\n"
        f"        update={file.mapping(update, 8)},\n    )"
    )


def _combined(file: ProofText, relation: int, weights: dict[str, sp.Expr]) -> str:
    at = relation or ""
    return f"combine(claim.at_next_state({at}), using={file.using(weights)})"


def _base(file: ProofText, weights: dict[str, sp.Expr]) -> str:
    return f"combine(claim.at_start(), using={file.using(weights)})" if weights else "None"


def growing(path: Path, words: Words, source: Path, found: Growing) -> str:
    """The proof file of a potential whose numbers are polynomials in the number of the step, or in
    FISTA's t_k. Inner products of which the potential has none are inputs of a step, not its state.

    Beside the potential the iteration carries the metric after N = k + 1 steps, which is evaluated
    at the step before; at the start, before any, the bound for the first stands in its place.
    """
    vectors = _vectors(words, found.sizes, found.sizes[1:])
    final = vectors
    if found.apart:
        final = _vectors(words, found.sizes, found.sizes[1:], "wW")
    value, timed = vectors.of(found.value), B in found.clock.symbols
    proofs = bool(found.base.conditions or found.base.squares)
    state = [s for s in vectors.state() if s in value.free_symbols or proofs]
    file = ProofText(vectors, state, {K: TIME} if timed else {})
    file.short |= final.short()
    file.meanings += [m for m in final.meanings() if m not in file.meanings]
    constant = _constant(words, file)
    begun = {s: vectors.begun(found.begin, s) for s in vectors.state()}
    started = vectors.of(found.start).xreplace(begun)
    if timed:
        file.assume(
            "recursion", "eq", B**2 + B, (K + 1) ** 2, "t⁺² - t⁺ = t², t = a + 1, t⁺ = b + 1"
        )
        file.assume("t is at least 1", "ge", K)
        file.assume("next t is at least 1", "ge", B)
        file.assume("steps done", "ge", STEPS)
        _require_not_negative(found.start)
        file.assume("start", "ge", started)
    else:
        file.assume("steps done", "ge", K)
    file.assume("one step at least", "ge", N - 1 - found.shift)
    base = file.hypotheses(found.base, "start")
    step = file.hypotheses(found.step, "step")
    end = file.hypotheses(found.end, "end", final)
    count, falls = STEPS if timed else K, found.factor != 1
    share = 1 / sp.factor(found.growth.xreplace({N: K + 1}))  # of V in the metric
    least = found.growth.xreplace({N: found.clock.least}).xreplace({N: N - found.shift})
    fallen = Q if falls else sp.S.One

    def bound(fallen: sp.Expr, steps: sp.Expr) -> sp.Expr:
        rate = words.of_metric * fallen / (found.factor * least.xreplace({N: steps}))
        return _times(rate, started) + words.of_metric * found.rest

    first = {K: sp.Integer(0), **({STEPS: sp.Integer(0)} if timed else {})}
    first |= {N: sp.Integer(1 + found.shift), **({Q: sp.Integer(1)} if falls else {})}
    update = {K: found.clock.after, **({STEPS: STEPS + 1} if timed else {})}
    update |= {N: count + 1 + found.shift}
    update |= {s: vectors.moved(found.moved, s) for s in state}
    update |= {Q: found.factor * Q} if falls else {}
    update[RATED] = sp.expand(words.of_metric * final.of(found.metric))
    start = {**first, **{s: begun[s] for s in state}}
    start[RATED] = bound(sp.S.One, sp.Integer(1 + found.shift))
    said = saying.said(words, found.rate(), 1 + found.shift, found.rest)
    several = "invariant.0"
    using = {several: sp.sympify(found.factor), **step}
    ending = {several: words.of_metric * share}
    ending |= {name: tidy(words.of_metric * weight) for name, weight in end.items()}
    if timed:  # the identities hold by the recursion, of which the form is a multiple
        using["recursion"] = vectors.of(found.left_of_step())
        ending["recursion"] = final.of(scaled(found.left_of_end(), words.of_metric))
        ending["invariant.1"] = words.of_metric * started * _share_of_time(found)
    grows = ""
    if timed:  # (t⁺ - 1/2)² = t² + 1/4
        grows = (
            "    grows = combine(\n        claim.at_next_state(1),\n"
            '        using={"invariant.1": 1, "recursion": 4 / (2 * a + 2 * b + 3)},\n'
            "        squares=[(1 / (2 * a + 2 * b + 3), 1)],\n    )\n"
        )
    more = [f"ge({file.shown(2 * K - STEPS)})"] if timed else []
    more.append(f"le(metric, {file.shown(bound(fallen, N))})")
    parts = ("step", "grows", "rate") if timed else ("step", "rate")
    return file.filled(
        path,
        {
            "k": ("the number of the step, from 0", "k"),
            "n": ("the number of the step, from 0", "k"),
            "N": (f"the number of steps done; at the start, {1 + found.shift}", "N"),
            "a": ("t of this step, less 1", "(t_k - 1)"),
            "b": ("t of the next step, less 1", "(t_{k+1} - 1)"),
            "Q": ("the product of the factors so far", f"({sp.latex(found.factor)})^k"),
            "metric": (
                f"{said.metric}; at the start, before any step, the bound for the first",
                r"\mathrm{metric}",
            ),
            **constant,
        },
        ["combine"],
        _about(
            words,
            f"The potential V {'falls by a factor at each step' if falls else 'does not rise'}.",
        ),
        value,
        title=said.short,
        says=said.whole,
        then=_invariant(file, fallen * started, more, start, update),
        scope=SCOPE,
        witness=file.trajectory(
            witness.of_run(vectors, final, source, found),
            first | witness.constants(words),
            witness.clock() if timed else (),
        ),
        proof=f"    base = {_base(file, base)}\n"
        f"    step = {_combined(file, 0, using)}\n{grows}"
        f"    rate = {_combined(file, len(parts) - 1, ending)}\n"
        f"    return induct(claim, (base{', None' * (len(parts) - 1)}), ({', '.join(parts)}))\n",
    )


def _require_not_negative(start: Symbolic) -> None:
    """Raise NoPattern unless what is bounded at the start is evidently not negative: squares and
    values less the least."""
    if any(weight < 0 for weight, _ in squares(start.square)) or any(v < 0 for v in start.linear):
        raise NoPattern("what is bounded at the start may be negative")


def _share_of_time(found: Growing) -> sp.Expr:
    """What 2a − n is multiplied by in 1/p((n + 2)/2) − 1/p(a + 1), for the growth p."""
    here = found.growth.xreplace({N: K + 1})
    least = found.growth.xreplace({N: found.clock.least}).xreplace({N: STEPS + 1})
    return sp.factor(sp.cancel((here - least) / (2 * K - STEPS)) / (here * least))
