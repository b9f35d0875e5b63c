"""What a user would take instead, on the same questions in one run: processor time and answers.

    python -m venv .peers && .peers/bin/pip install autolyap clarabel leancert==0.3.2
    .venv/bin/python benchmarks/peers.py [.peers/bin/python]

Without a Python that has AutoLyap and LeanCert, and without coqc, their rows say so. Times are
processor times, those of processes that were started included, as other programs then disturb them
less; of what takes under a second, the least of three. Each section prints a table in Markdown; one
run with its machine and versions is in docs/benchmarks.md.
"""

import provenscape  # noqa: F401, I001  (pins the numerical environment: before NumPy)

import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import sympy as sp

from provenscape import kernel
from provenscape.claims.loading import load, proof_files
from provenscape.claims.verification import rejection, tried, verify_here
from provenscape.kernel.numeric import SOLVE, smtlib
from provenscape.kernel.relations import Relation
from provenscape.models import ensembles, landscapes
from provenscape.models.ensembles import goe_balls, inertia, splitting
from provenscape.models.optimizers import GradientDescent, after

PL = Path("proofs/polyak_lojasiewicz")
MU, LENGTHS = 0.1, (1, 2, 4, 8)
BATCH = 100_000  # matrices whose test is timed for Monte Carlo
ETA = 1 / 64
PATIENCE = 10  # seconds for each answer of SymPy and Z3
AUTOLYAP = """
import sys
from autolyap import IterationDependent, IterationIndependent, SolverOptions
from autolyap.algorithms import GradientMethod
from autolyap.problemclass import GradientDominated, InclusionProblem, Smooth
import resource
mu = float(sys.argv[1])
problem = InclusionProblem([[Smooth(L=1), GradientDominated(mu_gd=mu)]])
method = GradientMethod(gamma=1)
options = SolverOptions(backend="cvxpy", cvxpy_solver="CLARABEL")
measure = IterationDependent.get_parameters_function_value_suboptimality
def spent():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
for steps in map(int, sys.argv[2:]):
    begun = spent()
    first, last = (measure(method, k) for k in (0, steps))
    found = IterationDependent.search_lyapunov(
        problem, method, steps, first[0], last[0], first[1], last[1],
        solver_options=options, verbosity=0,
    )
    print(steps, found["c_K"] if found["status"] == "feasible" else "nan", spent() - begun)
"""

LEANCERT = """
import time
from fractions import Fraction
import leancert as lean
x = lean.var("x")
slope = 2 * x + 6 * lean.sin(x) * lean.cos(x)
share = lean.const(Fraction(7, 40)) * (x**2 + 3 * lean.sin(x) ** 2)
gap = slope**2 * lean.const(Fraction(1, 2)) - share
cuts = lean.AdaptiveConfig(max_splits=4096, max_depth=30, strategy=lean.SplitStrategy.BISECT)
with lean.Solver() as solver:
    found = solver.verify_bound_adaptive(
        gap, {"x": (Fraction(1, 8), 3)}, lower=0, adaptive_config=cuts
    )
print("certified" if found.verified else "not certified", f"on {found.num_verified} intervals")
"""


def spent() -> float:
    """Processor seconds so far, of this process and of those that it started and that ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """The least processor time, of three where it is short, and the last answer."""
    best = float("inf")
    for _ in range(3):
        begun = spent()
        answer = work()
        best = min(best, spent() - begun)
        if best > 1:
            break
    return best, answer


def table(title: str, *columns: str) -> None:
    print(f"\n### {title}\n\n| {' | '.join(columns)} |\n|{'---|' * len(columns)}", flush=True)


def row(*cells: object) -> None:
    print(f"| {' | '.join(map(str, cells))} |", flush=True)


def rates(autolyap: str | None) -> None:
    """The factor on the gap of a PL function after N steps 1/L: proved for all N, and per N."""
    names = ("pl_one_step_squared", "pl_rate_squared")
    proofs = [PL / f"{name}.py" for name in names]
    here, _ = timed(lambda: [verify_here(path) for path in proofs])
    others = {}
    if autolyap:
        command = [autolyap, "-c", AUTOLYAP, str(MU), *map(str, LENGTHS)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        others = {
            int(n): (float(c), float(t)) for n, c, t in map(str.split, done.stdout.split("\n")[:-1])
        }
    table(
        f"PL, µ/L = {MU}, N steps 1/L: largest f(x_N) − f*, f(x_0) − f* = 1",
        "N", "proved, for all N, L, µ", "PEPit", "s", "AutoLyap", "s",
    )  # fmt: skip
    for steps in LENGTHS:
        time, value = timed(partial(pepit, steps))
        bound, other = others.get(steps, ("not installed", ""))
        row(
            steps, f"{(1 - MU) ** (2 * steps):.6f}", f"{value:.6f}", f"{time:.2f}",
            bound if isinstance(bound, str) else f"{bound:.6f}",
            other and f"{other:.2f}",
        )  # fmt: skip
    print(f"\nAll N here: {here:.2f} s ({', '.join(path.stem for path in proofs)}).")


def pepit(steps: int) -> float:
    from PEPit import PEP
    from PEPit.functions import SmoothQuadraticLojasiewiczFunctionExpensive

    problem = PEP()
    f = problem.declare_function(SmoothQuadraticLojasiewiczFunctionExpensive, L=1, mu=MU)
    star = f.stationary_point()
    x = problem.set_initial_point()
    problem.set_initial_condition(f(x) - f(star) <= 1)
    for _ in range(steps):
        x = x - f.gradient(x)
    problem.set_performance_metric(f(x) - f(star))
    return float(problem.solve(verbose=0, solver="CLARABEL"))


def decided() -> Iterator[tuple[Any, Any]]:
    """Modules of the chapter whose claim is one relation among rational expressions, and a false
    neighbour of each."""
    for path in proof_files(Path(), "polyak_lojasiewicz"):
        module = load(path)
        claim = module.claim
        if hasattr(module, "EVIDENCE") or hasattr(module, "refutation"):
            continue
        relations = (*claim.given.values(), *claim.parts())
        if len(claim.parts()) > 1 or not all(isinstance(r, Relation) for r in relations):
            continue
        try:
            script(claim)
        except kernel.Rejected:
            continue
        if false := tried(module, claim, False):
            yield module, false[0].claim


def script(claim: Any) -> str:
    """Points at which the hypotheses hold and the conclusion fails, in SMT-LIB."""
    (conclusion,) = claim.parts()
    relations = (*claim.given.values(), conclusion)
    symbols = sorted(set().union(*(r.expr.free_symbols for r in relations)), key=str)
    names = {symbol: f"x{place}" for place, symbol in enumerate(symbols)}
    lines = [f"(declare-const {name} Real)" for name in names.values()]
    lines += [f"(assert ({h.sign} {smtlib(h.expr, names)} 0))" for h in claim.given.values()]
    return "\n".join(
        [*lines, f"(assert (not ({conclusion.sign} {smtlib(conclusion.expr, names)} 0)))"]
    )


def z3(claim: Any) -> str:
    """Whether Z3 says that the claim holds; division by 0 is any number to it."""
    command = [sys.executable, "-P", "-c", SOLVE, str(PATIENCE)]
    done = subprocess.run(command, input=script(claim), capture_output=True, text=True)
    return {"unsat": "holds", "sat": "fails"}.get(done.stdout.strip(), "unknown")


def sympy(claim: Any) -> str:
    """Whether the simplified difference has a sign; symbols are positive where that is said."""
    (conclusion,) = claim.parts()
    positive = {
        h.expr: sp.Symbol(h.expr.name, positive=True)
        for h in claim.given.values()
        if h.sign == ">" and h.expr.is_Symbol
    }

    def late(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, late)
    signal.alarm(PATIENCE)
    try:
        found = sp.simplify(conclusion.expr.xreplace(positive))
    except TimeoutError:
        return "unknown"
    finally:
        signal.alarm(0)
    answer = {">": found.is_positive, ">=": found.is_nonnegative, "=": found.is_zero}[
        conclusion.sign
    ]
    return {True: "holds", False: "fails", None: "unknown"}[answer]


def checks() -> None:
    """True claims and one false neighbour of each."""
    pairs = list(decided())
    asked: dict[str, Callable[[Any, Any], tuple[str, str]]] = {
        "kernel, certificate given": lambda module, false: (
            "holds" if kernel.verified(module.proof()) else "unknown",
            "refused" if rejection(module, false, module.proof) else "holds",
        ),
        "Z3": lambda module, false: (z3(module.claim), z3(false)),
        "SymPy simplify": lambda module, false: (sympy(module.claim), sympy(false)),
    }
    table(
        f"{len(pairs)} claims and a false neighbour of each",
        "",
        "s",
        "true claims",
        "false ones",
        "wrong",
    )
    for name, ask in asked.items():
        begun = spent()
        answers = [ask(*pair) for pair in pairs]
        time = spent() - begun
        true, false = (Counter(part) for part in zip(*answers, strict=True))
        wrong = true["fails"] + false["holds"]
        said = [
            ", ".join(f"{n} {word}" for word, n in sorted(part.items())) for part in (true, false)
        ]
        row(name, f"{time:.2f}", *said, wrong)


def enclosures(others: str | None) -> None:
    """x² + 3 sin²x is PL with 7/40 on [1/8, 3]: the same inequality, enclosed here, in Coq, and by
    LeanCert, which is asked for ≥ only and cuts the interval as long as it needs to."""
    x = kernel.real("x")
    function = x**2 + 3 * sp.sin(x) ** 2
    gap = sp.diff(function, x) ** 2 / 2 - sp.Rational(7, 40) * function
    claim = kernel.Claim(
        id="sine-bowl", says="The PL inequality on an interval.", items={}, where={x: "a point"},
        given={"low": kernel.ge(x, sp.Rational(1, 8)), "high": kernel.le(x, 3)},
        then=kernel.gt(gap),
    )  # fmt: skip
    table("One inequality on [1/8, 3], enclosed", "", "s", "answer")
    time, found = timed(lambda: kernel.verified(kernel.enclose(claim, {x: (sp.Rational(1, 8), 3)})))
    row("kernel (Arb, then mpmath)", f"{time:.2f}", found.verdict)
    if others:
        run = partial(subprocess.run, [others, "-c", LEANCERT], capture_output=True, text=True)
        time, done = timed(run)
        row("LeanCert", f"{time:.2f}", done.stdout.strip() or done.stderr[-80:])
        time, _ = timed(partial(subprocess.run, [others, "-c", "import leancert"]))
        row("its start alone", f"{time:.2f}", "")
    if not (coqc := shutil.which("coqc")):
        row("coq-interval", "", "coqc is not installed")
        return
    text = (
        "Require Import Reals Interval.Tactic. Open Scope R_scope.\n"
        "Goal forall x, 1/8 <= x <= 3 ->\n"
        "  0 < (2*x + 6*sin x*cos x)^2/2 - 7/40*(x^2 + 3*(sin x)^2).\n"
        "Proof. intros x H. interval with (i_bisect x, i_autodiff x, i_depth 20). Qed.\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, source in (("coq-interval", text), ("its start alone", text.split("Goal")[0])):
            (Path(folder) / "peer.v").write_text(source)
            run = partial(
                subprocess.run, [coqc, "-q", "peer.v"], cwd=folder, capture_output=True, text=True
            )
            time, done = timed(run)
            row(name, f"{time:.2f}", "certified" if not done.returncode else done.stderr[-80:])


def rare() -> None:
    """P(a GOE matrix is positive definite): splitting, and Monte Carlo until the error is equal.

    The time of Monte Carlo is that of one batch, sampled and tested, times the batches needed.
    """
    table(
        "P(GOE positive definite) at equal relative error", "n", "splitting s", "error",
        "Monte Carlo s", "ratio", "deviation from the certified value, in errors",
    )  # fmt: skip
    goe = ensembles.get("goe")
    for n in (3, 4, 5, 8):
        time, found = timed(
            lambda n=n: splitting.positive_definite(goe, n, np.random.default_rng(1))
        )
        exact = float(goe_balls.positive_definite(n).log().mid())
        deviation = np.expm1(found.log_probability - exact) / found.relative_error
        needed = (1 - np.exp(exact)) / np.exp(exact) / found.relative_error**2
        one, _ = timed(
            lambda n=n: inertia.positive_definite(goe.sample(n, BATCH, np.random.default_rng(2)))
        )
        plain = one * needed / BATCH
        row(
            n, f"{time:.2f}", f"{100 * found.relative_error:.1f} %",
            f"{plain:.3g}", f"{plain / time:.2g}", f"{deviation:.1f}",
        )  # fmt: skip


def signs() -> None:
    """Whether all eigenvalues are positive: the sign test, `eigvalsh`, a plain loop, JAX."""
    table(
        "Sign test, times eigvalsh in a batch (higher is faster)", "n", "sign test",
        "sign test, all definite", "plain loop", "JAX eigvalsh",
    )  # fmt: skip
    for n, size in {2: 50_000, 8: 10_000, 32: 1_000, 128: 60}.items():
        sample = ensembles.get("goe").sample(n, size, np.random.default_rng(1))
        definite = sample + (4 * n**0.5 + 8) * np.eye(n)
        compiled = jax.jit(jnp.linalg.eigvalsh)
        compiled(sample).block_until_ready()
        base, truth = timed(lambda a=sample: np.linalg.eigvalsh(a)[:, 0] > 0)
        worst, _ = timed(partial(np.linalg.eigvalsh, definite))
        tested, found = timed(partial(inertia.positive_definite, sample))
        hard, all_found = timed(partial(inertia.positive_definite, definite))
        loop, _ = timed(lambda a=sample: [np.linalg.eigvalsh(one) for one in a])
        other, _ = timed(lambda a=sample, f=compiled: f(a).block_until_ready())
        if not (found == truth).all() or not all_found.all():
            raise SystemExit(f"n = {n}: the sign test and the eigenvalues disagree")
        row(
            n,
            *(
                f"{a / b:.1f}"
                for a, b in ((base, tested), (worst, hard), (base, loop), (base, other))
            ),
        )


def descents() -> None:
    """Million replica-steps a second of processor time: the package, a plain loop, JAX."""
    table(
        "Gradient descent, 10⁶ replica-steps/s",
        "landscape",
        "replicas",
        "here",
        "plain loop",
        "JAX",
    )
    for name in ("quadratic_saddle", "double_well"):
        landscape = landscapes.get(name)
        formula = sp.lambdify(landscape.variables, landscape.expression, "jax")
        slope = jax.vmap(jax.grad(lambda x, f=formula: f(*x)))

        @partial(jax.jit, static_argnums=1)
        def run(x: jax.Array, steps: int, slope: Any = slope) -> jax.Array:
            return jax.lax.fori_loop(0, steps, lambda _, y: y - ETA * slope(y), x)

        def plain(start: np.ndarray, f: Any = landscape.grad) -> None:
            for x in start[:20]:
                for _ in range(100):
                    x = x - ETA * f(x)

        for replicas in (1_000, 100_000):
            start = np.random.default_rng(1).uniform(-1, 1, (replicas, 2))
            steps = 2_000_000 // replicas

            def batched(
                start: np.ndarray = start, steps: int = steps, f: Any = landscape.grad
            ) -> Any:
                return after(GradientDescent(ETA), f, start, steps).x

            run(start, steps).block_until_ready()
            here, ours = timed(batched)
            jitted, theirs = timed(lambda x=start, k=steps, f=run: f(x, k).block_until_ready())
            slow, _ = timed(partial(plain, start))
            if not np.allclose(ours, theirs, atol=1e-6):
                raise SystemExit(f"{name}: JAX and the package disagree")
            speed = [f"{replicas * steps / t / 1e6:.1f}" for t in (here, jitted)]
            row(name, replicas, speed[0], f"{20 * 100 / slow / 1e6:.3f}", speed[1])


def main() -> None:
    others = sys.argv[1] if len(sys.argv) > 1 else None
    names = ("numpy", "scipy", "sympy", "jax", "z3-solver", "pepit", "clarabel", "python-flint")
    print(", ".join(f"{name} {version(name)}" for name in names))
    rates(others)
    checks()
    enclosures(others)
    rare()
    signs()
    descents()


if __name__ == "__main__":
    main()
