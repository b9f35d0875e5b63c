"""States of a run on which the hypotheses of a claim hold: its witness."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sympy as sp
from flint import fmpq, fmpq_mat

from provenscape.rate.clock import B, fista_less_one
from provenscape.rate.few import point_matrix, prove
from provenscape.rate.growing import Growing
from provenscape.rate.instances import instance, run_whatever_the_times
from provenscape.rate.local import Local, NoPattern, local
from provenscape.rate.vectors import T, Vectors
from provenscape.rate.words import Words

Run = tuple[fmpq_mat, dict[int, fmpq]]  # inner products and values of a trajectory
STATES = 3  # of a trajectory that shows that the hypotheses can hold


def worst(vectors: Vectors, source: Path, steps: int) -> Iterator[dict[sp.Symbol, fmpq]]:
    """States of a worst case from neighbouring conditions, of so many steps."""
    problem = local(source, steps)
    proof = prove(problem)
    if proof.point is None:
        raise NoPattern("no trajectory is found on which the hypotheses hold")
    numbers = {key[1]: v[0] for key, v in proof.point.items() if key[0] == "value"}
    run = point_matrix(problem, proof), numbers
    return (_state(vectors, problem, run, k) for k in range(STATES))


def of_run(
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


def constants(words: Words) -> dict[sp.Symbol, Any]:
    """The values of the symbols of constants in a run that is known."""
    values = {words.symbol: sp.Integer(1), words.smaller: sp.Rational(1, 2)}
    return {sp.Symbol(name): value for name, value in values.items() if name}


def clock() -> list[dict[sp.Symbol, Any]]:
    """t_k − 1 and t_(k+1) − 1 of the first states."""
    times = fista_less_one(STATES + 1)
    return [{B: times[k + 1]} for k in range(STATES)]
