"""A rate for every number of steps as a proof file, whose identity the kernel checks.

Symbols are the inner products and values of what a step knows (`vectors`). Hypotheses are
conditions of the class, and that the square of a combination of these vectors is not negative. The
words say what is proved from which conditions, and that is all that a proof says.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sympy as sp
from flint import fmpq, fmpq_mat

from provenscape.rate.clock import B, fista_less_one
from provenscape.rate.file import Words
from provenscape.rate.growing import Growing
from provenscape.rate.instances import instance, run_whatever_the_times
from provenscape.rate.local import Local, NoPattern, local
from provenscape.rate.pattern import Contraction, K, M, N, Potential, point_matrix, prove
from provenscape.rate.proof_text import ProofText
from provenscape.rate.vectors import T, Vectors, at_start

Q = sp.Symbol("Q")
STEPS, TIME = sp.symbols("n a")  # done, and t_k - 1, where that is what numbers depend on
Run = tuple[fmpq_mat, dict[int, fmpq]]  # inner products and values of a trajectory
SCOPE = "every dimension; from the conditions that PEPit has for the class, between neighbours"
STATES = 3  # of a trajectory that shows that the hypotheses can hold


def _vectors(
    words: Words, sizes: tuple[int, int, int], ahead: tuple[int, int], ahead_as: str = "hF"
) -> Vectors:
    symbol = sp.Symbol(words.symbol) if words.symbol else sp.S.One
    return Vectors(*sizes, ahead, ahead_as, words.several, words.points, symbol, words.powers[0])


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
        f"Method and class: {words.classes}.",
        f"{how} In comments x⋆ is the minimizer, g the gradient at this step, g⁺ that at the next "
        "one, and f a value less the least; x_g stands for the inner product ⟨x - x⋆, g⟩.",
        f"Written by `provenscape rate --all --claim` for {words.file}.",
    ]


def _state(vectors: Vectors, problem: Local, run: Run, k: int) -> dict[sp.Symbol, fmpq]:
    """What the symbols of step k are in a run."""
    gram, numbers = run
    basis = problem.basis(k, k + 1)
    inner = basis * gram * basis.transpose()
    n = min(inner.nrows(), len(vectors.all))
    known = len(vectors.values) + len(vectors.next_values)
    return {
        **{vectors.inner(i, j): inner[i, j] for i in range(n) for j in range(i, n)},
        **{
            vectors.value(i): numbers.get(number, fmpq(0))
            for i, number in enumerate([*problem.values[k], *problem.values[k + 1]])
            if i < known
        },
        T: numbers.get(problem.problem.objective, fmpq(0)),
    }


def _worst(vectors: Vectors, source: Path, steps: int) -> Iterator[dict[sp.Symbol, fmpq]]:
    """States of a worst case from neighbouring conditions, of so many steps."""
    problem, proof = prove(source, steps)
    if proof.point is None:
        raise NoPattern("no trajectory is found on which the hypotheses hold")
    numbers = {key[1]: v[0] for key, v in proof.point.items() if key[0] == "value"}
    run = point_matrix(problem, proof), numbers
    return (_state(vectors, problem, run, k) for k in range(STATES))


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
    return file.filled(
        path,
        {"Q": ("the product of the factors so far", f"({sp.latex(found.factor)})^k"), **constant},
        ["combine"],
        _about(words, "One step has the factor; induction gives all."),
        title=f"{words.metric} after N steps is at most ({found.factor})^N times what it was.",
        says=f"{words.metric} after N steps is at most ({found.factor})^N times its value at the "
        f"start, for every N; {words.classes}.",
        then=then,
        scope=SCOPE,
        witness=file.trajectory(_worst(vectors, source, STATES), {Q: sp.Integer(1)} | _one(words)),
        proof=f"    step = combine(claim.at_next_state(), using={using})\n"
        "    return induct(claim, None, step)\n",
    )


def telescoping(path: Path, words: Words, source: Path, found: Potential) -> str:
    """The proof file of a potential."""
    vectors = _vectors(words, found.sizes, found.sizes[1:])
    state = list(vectors.state())
    file = ProofText(vectors, state)
    start = {s: at_start(s) for s in state}
    constant = _constant(words, file)
    file.assume("steps done", "ge", K)
    file.assume("steps to go", "ge", M)
    file.assume("one step at least", "ge", N - 1)
    base = file.hypotheses(found.base, "start")
    step = file.hypotheses(found.step, "step")
    end = file.hypotheses(found.end, "end")
    rate = sp.factor(found.rate)
    value = vectors.of(found.value)
    bound = rate * vectors.of(found.start).xreplace(start)
    moved = {s: vectors.moved(found.moved, s) for s in state}
    counters = {K: (sp.Integer(0), K + 1), M: (N - 1, M - 1)}
    begun = {**{s: first for s, (first, _) in counters.items()}, **start}
    update = {**{s: then for s, (_, then) in counters.items()}, **moved}
    then = (
        "(\n        Invariant(\n"
        f"            le(V, {file.shown(bound)}),\n"
        f"            start={file.mapping(begun, 12)},\n"
        f"            update={file.mapping(update, 12)},\n        ),\n"
        f"        le({file.shown(vectors.of(found.metric))}, V.subs({{k: N - 1, m: 0}})),\n    )"
    )
    steps = "N" if not found.shift else f"N + {found.shift}"
    bound_said = f"at most {sp.factor(rate * words.grown)} times {words.expression} at the start"
    says = (
        f"For every N >= 1 the potential after k < N steps is at most {sp.factor(rate)} times "
        f"{_over(words.expression, words.of_start)} at the start, and "
        f"{_over(words.metric, words.of_metric)} in the end is at most the potential with "
        f"k = N - 1: after {steps} steps {words.metric} is {bound_said}; {words.classes}."
    )
    first = {K: sp.Integer(0), M: sp.Integer(STATES - 1), N: sp.Integer(STATES)} | _one(words)
    return file.filled(
        path,
        {
            "k": ("the number of steps done", "k"),
            "m": ("the number of steps to go before the last", "m"),
            "N": ("the number of all steps" + (", less one" if found.shift else ""), "N"),
            **constant,
        },
        ["combine", "conjoin"],
        _about(words, "The potential V does not rise, for every N."),
        value,
        title=f"{words.metric} after {steps} steps is {bound_said}.",
        says=says,
        then=then,
        scope=SCOPE,
        witness=file.trajectory(_worst(vectors, source, STATES + found.shift), first),
        proof="    whole = claim.part(0)\n"
        f"    base = {_base(file, base)}\n"
        f"    step = combine(whole.at_next_state(), using={file.using({'invariant': 1, **step})})\n"
        f"    last = combine(claim.part(1), using={file.using(end)})\n"
        "    return conjoin(claim, [induct(whole, base, step), last])\n",
    )


def _one(words: Words) -> dict[sp.Symbol, Any]:
    """The values of the symbols of constants in a run that is known."""
    values = {words.symbol: sp.Integer(1), words.smaller: sp.Rational(1, 2)}
    return {sp.Symbol(name): value for name, value in values.items() if name}


def _base(file: ProofText, weights: dict[str, sp.Expr]) -> str:
    return f"combine(whole.at_start(), using={file.using(weights)})" if weights else "None"


def growing(path: Path, words: Words, source: Path, found: Growing) -> str:
    """The proof file of a potential whose numbers are polynomials in the number of the step, or in
    FISTA's t_k. Inner products of which the potential has none are inputs of a step, not its state.
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
    if timed:
        file.assume(
            "recursion", "eq", B**2 + B, (K + 1) ** 2, "t⁺² - t⁺ = t², t = a + 1, t⁺ = b + 1"
        )
        file.assume("t is at least 1", "ge", K)
        file.assume("next t is at least 1", "ge", B)
    else:
        file.assume("steps done", "ge", K)
    base = file.hypotheses(found.base, "start")
    step = file.hypotheses(found.step, "step")
    end = file.hypotheses(found.end, "end", final)
    begun = {s: vectors.begun(found.begin, s) for s in vectors.state()}
    start = {s: begun[s] for s in state}
    falls = found.factor != 1
    first = {K: sp.Integer(0), **({STEPS: sp.Integer(0)} if timed else {})}
    first |= {Q: sp.Integer(1)} if falls else {}
    update = {K: found.clock.after, **({STEPS: STEPS + 1} if timed else {})}
    update |= {s: vectors.moved(found.moved, s) for s in state}
    update |= {Q: found.factor * Q} if falls else {}
    growth = sp.factor(found.growth.xreplace({N: K + 1}))
    bound = vectors.of(found.start).xreplace(begun) * (Q if falls else 1)
    relations = f"le(V, {file.shown(bound)})"
    if timed:
        relations = f"({relations}, ge({file.shown(2 * K - STEPS)}))"
    last = file.shown(sp.Symbol("V") / growth + found.rest)
    then = (
        "(\n        Invariant(\n"
        f"            {relations},\n"
        f"            start={file.mapping(first | start, 12)},\n"
        f"            update={file.mapping(update, 12)},\n        ),\n"
        f"        le({file.shown(final.of(found.metric))}, {last}),\n    )"
    )
    title, says = _said_of(words, found)
    using = {"invariant.0" if timed else "invariant": sp.sympify(found.factor), **step}
    if timed:  # the identities hold by the recursion, of which the form is a multiple
        using["recursion"] = vectors.of(found.left_of_step())
        end["recursion"] = final.of(found.left_of_end())
    steps = f"combine(whole.at_next_state(), using={file.using(using)})"
    base_text = _base(file, base)
    grows = ""
    if timed:  # (t⁺ - 1/2)² = t² + 1/4
        grows = (
            "    grows = combine(\n        whole.at_next_state(1),\n"
            '        using={"invariant.1": 1, "recursion": 4 / (2 * a + 2 * b + 3)},\n'
            "        squares=[(1 / (2 * a + 2 * b + 3), 1)],\n    )\n"
        )
    return file.filled(
        path,
        {
            "k": ("the number of steps done", "k"),
            "n": ("the number of steps done", "k"),
            "a": ("t of this step, less 1", "(t_k - 1)"),
            "b": ("t of the next step, less 1", "(t_{k+1} - 1)"),
            "Q": ("the product of the factors so far", f"({sp.latex(found.factor)})^k"),
            **constant,
        },
        ["combine", "conjoin"],
        _about(
            words,
            f"The potential V {'falls by a factor at each step' if falls else 'does not rise'}.",
        ),
        value,
        title=title,
        says=says,
        then=then,
        scope=SCOPE,
        witness=file.trajectory(
            _states(vectors, final, source, found),
            first | _one(words),
            _times() if timed else (),
        ),
        proof="    whole = claim.part(0)\n"
        f"    base = {base_text}\n"
        f"    step = {steps}\n{grows}"
        f"    last = combine(claim.part(1), using={file.using(end)})\n"
        + (
            "    return conjoin(claim, [induct(whole, (base, None), (step, grows)), last])\n"
            if timed
            else "    return conjoin(claim, [induct(whole, base, step), last])\n"
        ),
    )


def _said_of(words: Words, found: Growing) -> tuple[str, str]:
    """The title of a claim, and what it says."""
    timed = B in found.clock.symbols
    count, step = ("n", TIME) if timed else ("k", K)
    growth = found.growth.xreplace({N: step + 1})
    factor = f"({found.factor})^{count} times " if found.factor != 1 else ""
    after = f"{words.metric} after {count} + {1 + found.shift} steps"
    more = f" plus {found.rest * words.of_metric}" if found.rest != 0 else ""
    where = ", where a + 1 is t after n steps, with t = 1 at the start, and 2*a >= n"
    where = where if timed else ""
    title = (
        f"{after} is at most {factor}{sp.factor(words.grown / growth)} times "
        f"{words.expression} at the start{more}{where}."
    )
    says = (
        f"For every {count} >= 0 the potential after as many steps is at most {factor}"
        f"{_over(words.expression, words.of_start)} at the start, and {after} is at most "
        f"{sp.factor(words.of_metric / growth)} times the potential{more}{where}; {words.classes}."
    )
    return title, says


def _over(text: str, below: sp.Expr) -> str:
    return text if below == 1 else f"({text})/{below}"


def _times() -> list[dict[sp.Symbol, Any]]:
    """t_k − 1 and t_(k+1) − 1 of the first states."""
    times = fista_less_one(STATES + 1)
    return [{B: times[k + 1]} for k in range(STATES)]


def _states(
    vectors: Vectors, final: Vectors, source: Path, found: Growing
) -> Iterator[dict[sp.Symbol, fmpq]]:
    """States of a run on the line."""
    counts = [STATES + 1, *(range(1, STATES + 1) if found.apart else ())]
    counts = [count + found.shift for count in counts]
    if B in found.clock.symbols:
        problems, (whole, *ends) = run_whatever_the_times(source, counts, found.watched)
    else:
        problems = [local(source, count, found.watched) for count in counts]
        whole, *ends = instance(source, problems, found.watched)
    for k in range(STATES):
        at = _state(vectors, problems[0], whole, k)
        yield _state(final, problems[k + 1], ends[k], k) | at if ends else at
