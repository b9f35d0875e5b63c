"""The exact worst case of each performance problem of a script, within a limit of time.

A child process runs the script and looks for the proofs, so that neither a script that does not end
nor a solver that does not return holds the caller; what it sends back are plain records.
"""

import math
import multiprocessing
import resource
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from flint import ctx, fmpq_poly

from provenscape.claims.isolation import shortened
from provenscape.errors import UserError
from provenscape.rate import checker, quadratics, sparse
from provenscape.rate.checker import Certificate, Refused
from provenscape.rate.exact import certificate, used
from provenscape.rate.field import ENOUGH, Field, NotAlgebraic, Unknown, field_of, numeric
from provenscape.rate.interior import START, Fails, solve
from provenscape.rate.problem import Problem
from provenscape.rate.quadratics import Worst
from provenscape.rate.script import TOLD, Ran
from provenscape.rate.tracing import exact_of
from provenscape.rate.unbounded import ray_of
from provenscape.rate.units import near_one
from provenscape.rate.univariate import Unbounded

EFFORTS = ((45, 700), (120, 1800), (300, 4500))  # digits of the solution, bits of its numbers
FURTHER = (10**4, 10**12)  # starts of the method where numbers have very different sizes
ZERO = 1e-5  # of the largest multiplier: below, a solver's multiplier may be 0
NEAR = 1e-4  # of PEPit's value with the one found without those
LEAST = 1e-3  # in units near 1, a solver's smaller value is not known to four digits
CLOCK = 3  # times the limit of processor time, by the clock: for what waits
LOOK = "look at whether the start bounds it"
STATIONARY = (
    "its stationary point is no more than that: the function need not be convex, and no condition "
    "says that it is least there, as `minimizers:` of a file says of a single function; or "
)
EXTREME = (
    "numbers of the problem are not within 1/1000 and 1000, where solvers call metrics unbounded "
    "that are not, and neither a proof nor a ray is found; write it in units in which constants, "
    "steps and starts are near 1, and scale what is proved"
)
OF_A_PROOF = (
    "of the proof, not the worst case: an entry of a vector that its matrices take to 0; "
    f"up to {EFFORTS[-1][0]} digits are tried, so that more seconds change nothing; fewer steps or "
    "constants with fewer roots and digits may"
)
SHOWN = 200  # bits of what is told of a proof
SMALLER = "smaller than the worst case"
SMALLER_BOUND = "smaller than this bound, which need not be the least"
AGREES = 1e-6  # of PEPit's value with the exact one, more than its solver promises


def prove(
    problem: Problem,
    pepit: float | None = None,
    tell: Callable[[Certificate], None] = lambda _: None,
) -> Certificate:
    """A certificate that `checker` has accepted; raises Fails, Unknown or Refused, with reasons.

    It is looked for in units in which the numbers of the problem are near 1. `tell` has each bound
    at once, while its attainment is still sought.
    """
    _require_field(problem)
    units = near_one(problem)
    near = None if pepit is None else pepit / units.value(problem)
    scaled = units.problem(problem)
    failed: Exception | None = None
    for start in (START, *(FURTHER if units.powers else ())):
        try:
            found = _prove(scaled, near, lambda one: tell(units.back(problem, one)), start)
        except Fails as error:
            failed = failed or error
            continue
        made = units.back(problem, found)
        if units.powers:
            checker.upper(problem, made)
        return made
    raise failed or Unknown("nothing was tried")


def _require_field(problem: Problem) -> None:
    """Raise Unknown if no field is found that has the problem's own numbers, at any effort: no
    solution would then be made exact."""
    for _, bits in EFFORTS:
        try:
            with ctx.workprec(bits):
                field_of(used(problem))
            return
        except Unknown as error:
            failed = error
    raise Unknown(f"the numbers of the problem are in no field that is found: {failed}")


def _prove(
    problem: Problem, pepit: float | None, tell: Callable[[Certificate], None], start: int
) -> Certificate:
    """At first with few inequalities, then with those whose multipliers PEPit's solver does not
    find to be 0, then with all."""
    failed: Exception | None = None
    best: Certificate | None = None
    for choice, near in _choices(problem, pepit):
        for digits, bits in EFFORTS:
            try:
                solution = solve(problem, numeric, digits, bits, choice, start)
                if choice is not None and not _near(float(solution.rate), near):
                    raise Fails("what was left out is needed")
                with ctx.workprec(bits):
                    found = certificate(problem, solution, digits)
            except Fails as error:
                failed = failed or error
                break
            except (Unknown, Refused) as error:
                failed = error
                continue
            if found.point is not None:
                return found
            if best is None or _value(found) < _value(best):
                best = found
                tell(best)
            break
        if isinstance(failed, Unknown) and best is None:
            break
    if best is None:
        raise failed or Unknown("nothing was tried")
    return best


def _value(proof: Certificate) -> float:
    return float(proof.field.ball(proof.rate))


def _choices(
    problem: Problem, pepit: float | None
) -> Iterator[tuple[frozenset[int] | None, float | None]]:
    """Inequalities to do with, and about which rate they are to give; at last all."""
    few = sparse.essential(problem, numeric)
    if few is not None:
        yield few
    kept = _kept(problem)
    if kept is not None and (few is None or kept != few[0]):
        yield kept, pepit
    yield None, None


def _kept(problem: Problem) -> frozenset[int] | None:
    """Inequalities with multipliers that a solver does not take for 0; none if it is not known."""
    if problem.hints is None:
        return None
    large = max(problem.hints)
    return frozenset(i for i, hint in enumerate(problem.hints) if hint > ZERO * large)


def _near(value: float, other: float | None) -> bool:
    return other is not None and abs(value - other) <= NEAR * max(abs(value), abs(other), LEAST)


def record(problem: Problem, proof: Certificate, pepit: float | None) -> dict[str, Any]:
    """What a proved worst case says, as plain data."""
    numbers = proof.field
    checker.upper(problem, proof)
    value = numbers.ball(proof.rate)
    found: dict[str, Any] = {
        "status": "proved",
        "rate": numbers.text(proof.rate),
        "value": float(value),
        "degree": numbers.polynomial(proof.rate).degree(),
        "attained": proof.point is not None,
        "multipliers": {
            problem.conditions[i].name: numbers.text(v) for i, v in proof.multipliers.items()
        },
    }
    if proof.point is not None:
        checker.lower(problem, proof)
        found["extremal"] = extremal(problem, proof)
    elif pepit is not None:
        found["agrees"] = agrees(float(value), pepit)
    return found


def agrees(value: float, pepit: float) -> bool:
    """Whether two numbers are the same to six digits, in any units."""
    return abs(value - pepit) <= AGREES * max(abs(value), abs(pepit))


def extremal(problem: Problem, proof: Certificate) -> dict[str, Any]:
    """The worst instance: inner products that are not 0, values, and the dimension it needs; the
    coordinates of all in dimension one."""
    assert proof.point is not None
    numbers, point, size = proof.field, proof.point, len(problem.points)
    zero = numbers(0)
    gram = [[point.get((min(i, j), max(i, j)), zero) for j in range(size)] for i in range(size)]
    rank = checker.require_semidefinite(gram, numbers, "the Gram matrix", size)
    inner = {
        f"<{problem.points[i]}, {problem.points[j]}>": numbers.text(gram[i][j])
        for i in range(size)
        for j in range(i, size)
        if gram[i][j] != 0
    }
    values = {
        name: numbers.text(point.get(("value", i), zero))
        for i, name in enumerate(problem.values)
        if i != problem.objective
    }
    found: dict[str, Any] = {"dimension": rank, "inner products": inner, "values": values}
    line = _on_a_line(gram, numbers) if rank == 1 else None
    if line is not None:
        found["coordinates"] = {
            name: numbers.text(at) for name, at in zip(problem.points, line, strict=True)
        }
    return found


def _on_a_line(gram: list[list[fmpq_poly]], numbers: Field) -> list[fmpq_poly] | None:
    """Coordinates of vectors in dimension one, where they are in the field."""
    pivot = next(i for i in range(len(gram)) if gram[i][i] != 0)
    with ctx.workprec(ENOUGH):
        try:
            length = numbers.recognize(numbers.ball(gram[pivot][pivot]).sqrt(), SHOWN // 4)
        except Unknown:
            return None
    if numbers.times(length, length) != gram[pivot][pivot]:
        return None
    return [numbers.times(entry, numbers.inverse(length)) for entry in gram[pivot]]


def about(number: int, count: int, left: dict[str, Any]) -> dict[str, Any]:
    """What a script calls theoretical that is about this one of its problems: of several, a single
    number that is left in the end is about the last, and of more it is not known."""
    named = {k: v for k, v in left.items() if k.startswith(TOLD)}
    return named if count == 1 or (number == count and len(named) == 1) else {}


def after(number: int, ran: Ran) -> dict[str, float]:
    """What functions call theoretical after this problem and before the next, if each such number
    comes after a problem."""
    if not all(count for count, *_ in ran.noted):
        return {}
    return {name: value for count, name, value in ran.noted if count == number}


def of_another(number: int, count: int, left: dict[str, Any]) -> dict[str, str]:
    """Why other numbers that a script calls theoretical are not compared with this problem."""
    named = sorted(k for k in left if k.startswith(TOLD))
    told = about(number, count, left)
    why = f"not compared: which of the {count} problems it is about is not known"
    if len(named) == 1:
        why = f"not compared: taken to be about the last of the {count} problems"
    return {name: why for name in named if name not in told}


def compared(
    proof: Certificate | Worst, published: dict[str, Any], necessary: tuple[str, ...] = ()
) -> dict[str, str]:
    """How published numbers stand to the proved worst case, which is that of the conditions alone
    where classes are named whose conditions are not known to be sufficient."""
    said = {}
    smaller = SMALLER_BOUND if necessary else SMALLER
    for name, value in sorted(published.items()):
        number = exact_of(value)
        try:
            if number is None:
                raise Unknown(name)
            apart = proof.field.sign(proof.field.of(number) - proof.rate)
            said[name] = (smaller, "equal", "larger")[apart + 1]
        except Unknown:
            proved = float(proof.field.ball(proof.rate))
            if agrees(float(value), proved):
                said[name] = "equal to six digits"
            else:
                apart = float(value) > proved
                said[name] = "larger" if apart else smaller
        said[name] += f" ({float(value):.10g})"
    return said


def _by_eigenvalues(
    problem: Problem, pepit: float | None, told: dict[str, Any], others: dict[str, str]
) -> dict[str, Any]:
    """What is known of a problem of one quadratic function or one symmetric linear operator; raises
    Other and Unknown."""
    with ctx.workprec(SHOWN):
        try:
            one, found = quadratics.solved(problem)
        except Unbounded as error:
            reason = f"the metric grows beyond any bound as an eigenvalue comes near {error}"
            return {"status": "unbounded", "reason": reason}
        said = quadratics.record(one, found)
        if not said["attained"] and pepit is not None:
            said["agrees"] = agrees(said["value"], pepit)
        published = quadratics.published(one, found) | compared(found, told) | others
        return {**said, "published": published}


def _look(problem: Problem) -> str:
    """Where to look for what is missing."""
    return (STATIONARY if problem.stationary else "") + LOOK


def _without_bound(problem: Problem) -> dict[str, Any] | None:
    """That the metric has no bound, with a ray along which it rises, if there is one."""
    ray = ray_of(problem, prove)
    if ray is None:
        return None
    reason = "all conditions hold along a ray on which the metric rises without end; " + _look(
        problem
    )
    with ctx.workprec(SHOWN):
        return {"status": "unbounded", "reason": reason, "ray": extremal(problem, ray)}


def _seems_unbounded(problem: Problem) -> dict[str, Any] | None:
    """The same where it is seen numerically alone, by numbers of which a solver's word is worth
    something."""
    if problem.infeasible or not (problem.unbounded or sparse.rate(problem, numeric) == math.inf):
        return None
    if near_one(problem).powers:
        return {"status": "not proved", "reason": EXTREME}
    who = "PEPit's solver" if problem.unbounded else "a solver"
    reason = f"{who} finds that the metric is not bounded, which is not proved; " + _look(problem)
    return {"status": "seems unbounded", "reason": reason}


def _work(path: Path, send: Callable[[Any], None], load: Callable[[Path], Any]) -> None:
    before = time.process_time()
    ran = load(path)
    took = time.process_time() - before
    send(("ran", len(ran.problems), ran.error))
    for number, (problem, pepit) in enumerate(ran.problems, 1):
        told = after(number, ran) or about(number, len(ran.problems), ran.left)
        others = {} if after(number, ran) else of_another(number, len(ran.problems), ran.left)
        base = {
            "pepit": pepit,
            "script seconds": took,
            "size": [len(problem.points), len(problem.values), len(problem.conditions)],
            "matrices": [len(rows) for _, rows in problem.matrices],
            "metrics": problem.metrics,
            "classes": list(problem.classes),
            "not known to be sufficient": list(problem.necessary),
            "warned": ran.warned.get(number - 1, []),
            "read as fractions": {repr(k): str(v) for k, v in problem.read_from},
        }
        send(("begun", base))
        reason = problem.empty
        if problem.unread:
            value, where = problem.unread[0]
            reason = (
                f"{value!r} in {where} is no number that is known exactly; write it in the file "
                "itself, as a decimal, a quotient or a root"
            )
        if reason:
            send(("done", {**base, "status": "not proved", "reason": reason}))
            continue

        neither = ""
        try:
            send(("done", {**base, **_by_eigenvalues(problem, pepit, told, others)}))
            continue
        except (quadratics.Other, Unknown) as error:
            if problem.linear is not None:
                neither = f"; nor by eigenvalues, as {error}"

        def known(
            proof: Certificate,
            problem: Problem = problem,
            pepit: float | None = pepit,
            told: dict[str, Any] = told,
            others: dict[str, str] = others,
        ) -> dict[str, Any]:
            with ctx.workprec(SHOWN):
                found = record(problem, proof, pepit)
                return {**found, "published": compared(proof, told, problem.necessary) | others}

        def bound(proof: Certificate, base: Any = base, known: Any = known) -> None:
            send(("bound", {**base, **known(proof)}))

        try:
            found = _without_bound(problem) if problem.unbounded else None
            found = found or known(prove(problem, pepit, bound))
        except (Fails, Unknown, Refused, ArithmeticError, ValueError) as error:
            said = str(error) or type(error).__name__
            found = (
                _without_bound(problem)
                or _seems_unbounded(problem)
                or {
                    "status": "not proved",
                    "reason": (problem.infeasible or said) + neither,
                }
            )
            if isinstance(error, NotAlgebraic) and found["status"] == "not proved":
                found["number"] = OF_A_PROOF
        send(("done", {**base, **found}))


def _child(path: Path, pipe: Any, load: Callable[[Path], Any], seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    try:
        _work(path, pipe.send, load)
    except UserError as error:
        pipe.send(("error", str(error)))
    except Exception as error:  # of PEPit or a solver, about numbers it is not made for
        said = shortened(f"{type(error).__name__}: {error}")
        pipe.send(("error", f"{path}: is not solved ({said}); do its numbers have sensible sizes?"))
    pipe.close()


def results(path: Path, load: Callable[[Path], Any], seconds: int) -> list[dict[str, Any]]:
    """A record for each problem of the file; raises UserError where it has none.

    The limit is on processor time, of the script and all its proofs together; what only waits is
    ended after `CLOCK` times as long.
    """
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe(duplex=False)
    child = fork.Process(target=_child, args=(path, there, load, seconds), daemon=True)
    child.start()
    there.close()
    count: int | None = None
    failed: str | None = None
    begun: dict[str, Any] | None = None
    bound: dict[str, Any] | None = None
    done: list[dict[str, Any]] = []
    late, deadline = False, time.monotonic() + CLOCK * seconds
    try:
        while True:
            if not here.poll(max(0.0, deadline - time.monotonic())):
                late = True
                break
            kind, *what = here.recv()
            if kind == "error":
                raise UserError(what[0])
            if kind == "ran":
                count, failed = what
            elif kind == "begun":
                begun = what[0]
            elif kind == "bound":
                bound = what[0]
            else:
                done.append(what[0])
                begun = bound = None
    except EOFError:
        child.join()
    finally:
        if child.is_alive():
            child.kill()
            child.join()
    if late or child.exitcode in (-signal.SIGXCPU, -signal.SIGKILL):
        reason = f"no proof within {seconds} s of processor time"
        reason += f", {CLOCK * seconds} s by the clock" if late else ""
        if count is None:
            done.append({"status": "not proved", "reason": "the script itself takes longer"})
        elif len(done) < count:
            first = {**(begun or {}), "status": "not proved", "reason": reason}
            rest = count - len(done) - 1
            done.append(bound or first)
            done += [{"status": "not proved", "reason": reason} for _ in range(rest)]
    elif child.exitcode:
        raise UserError(f"{path}: the process that ran it ended with {child.exitcode}")
    if not done:
        said = f" ({failed})" if failed else ""
        raise UserError(f"{path}: no performance problem was solved{said}; call PEP().solve()")
    return done
