"""The proof file of a potential whose numbers depend on the step: on k, or on FISTA's t_k."""

from pathlib import Path

import sympy as sp

from provenscape.rate import saying, witness
from provenscape.rate.claim_file import (
    RATED,
    SCOPE,
    STEPS,
    TIME,
    Q,
    about,
    base_of,
    combined,
    constant_symbols,
    invariant,
    times,
    vectors_of,
)
from provenscape.rate.clock import B
from provenscape.rate.forms import K, N, Symbolic, scaled, squares
from provenscape.rate.growing import Growing
from provenscape.rate.local import NoPattern
from provenscape.rate.proof_text import ProofText, tidy
from provenscape.rate.words import Words


def text(path: Path, words: Words, source: Path, found: Growing) -> str:
    """The proof file of a potential whose numbers are polynomials in the number of the step, or in
    FISTA's t_k. Inner products of which the potential has none are inputs of a step, not its state.

    Beside the potential the iteration carries the metric after N = k + 1 steps, which is evaluated
    at the step before; at the start, before any, the bound for the first stands in its place.
    """
    vectors = vectors_of(words, found.sizes, found.sizes[1:])
    final = vectors
    if found.apart:
        final = vectors_of(words, found.sizes, found.sizes[1:], "wW")
    value, timed = vectors.of(found.value), B in found.clock.symbols
    proofs = bool(found.base.conditions or found.base.squares)
    state = [s for s in vectors.state() if s in value.free_symbols or proofs]
    file = ProofText(vectors, state, {K: TIME} if timed else {})
    file.short |= final.short()
    file.meanings += [m for m in final.meanings() if m not in file.meanings]
    constant = constant_symbols(words, file)
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
        return times(rate, started) + words.of_metric * found.rest

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
        about(
            words,
            f"The potential V {'falls by a factor at each step' if falls else 'does not rise'}.",
        ),
        value,
        title=said.short,
        says=said.whole,
        then=invariant(file, fallen * started, more, start, update),
        scope=SCOPE,
        witness=file.trajectory(
            witness.of_run(vectors, final, source, found),
            first | witness.constants(words),
            witness.clock() if timed else (),
        ),
        proof=f"    base = {base_of(file, base)}\n"
        f"    step = {combined(file, 0, using)}\n{grows}"
        f"    rate = {combined(file, len(parts) - 1, ending)}\n"
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
