"""The proof file of a potential V(k, m): k steps done, and m to go before the last."""

from pathlib import Path

import sympy as sp

from provenscape.rate import saying, witness
from provenscape.rate.claim_file import (
    LAST,
    RATED,
    SCOPE,
    about,
    base_of,
    combined,
    constant_symbols,
    invariant,
    times,
    vectors_of,
)
from provenscape.rate.forms import K, M, N, added, mapped, scaled, value_at, weighted_at
from provenscape.rate.pattern import Potential
from provenscape.rate.proof_text import ProofText, tidy
from provenscape.rate.vectors import at_start
from provenscape.rate.witness import STATES
from provenscape.rate.words import Words


def text(path: Path, words: Words, source: Path, found: Potential) -> str:
    """The proof file of a potential.

    Beside it the iteration carries the bound itself, and, once the last step is done, the metric in
    its place: with e = 1 at the last step and 0 before, it becomes e·metric + (1 − e)·bound. The
    potential with k steps done and none to go bounds that metric; as e·m = 0, so does V.
    """
    vectors = vectors_of(words, found.sizes, found.sizes[1:])
    state = list(vectors.state())
    file = ProofText(vectors, state)
    start = {s: at_start(s) for s in state}
    constant = constant_symbols(words, file)
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
    bound = times(rate, vectors.of(found.start).xreplace(start))
    whole = times(words.of_metric, bound)
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
        about(words, "The potential V does not rise, for every N."),
        value,
        title=said.short,
        says=said.whole,
        then=invariant(file, bound, [f"le(metric, {file.shown(whole)})"], begun, update),
        scope=SCOPE,
        witness=file.trajectory(
            witness.worst(vectors, source, STATES + found.shift),
            first,
            [{LAST: sp.Integer(k == STATES - 1)} for k in range(STATES)],
        ),
        proof=f"    base = {base_of(file, base)}\n"
        f"    step = {combined(file, 0, {'invariant.0': 1, **step})}\n"
        f"    rate = {combined(file, 1, using)}\n"
        "    return induct(claim, (base, None), (step, rate))\n",
    )
