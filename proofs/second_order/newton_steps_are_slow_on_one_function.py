"""Newton's method and trust regions meet any slopes g_0 ≥ g_1 ≥ … > 0 with finite Σg_k², on one f.

On the plane let f(x, y) = w(x − u(y)) + v(y) with w(z) = z²/2 for |z| ≤ 2. Between y = k and k + 1
u rises by g_{k+1}, v falls by (g_k² + g_{k+1}²)/2, along polynomials of degree 7, with v' = −g_k²,
v'' = g_k² at k, all other derivatives up to the third 0 there. At (u_k − g_k, k) the gradient is
(−g_k, −g_k²) and the Hessian diag(1, g_k²): the step of Newton's method is (g_k, 1), to (u_k, k +
1) = (u_{k+1} − g_{k+1}, k + 1). f falls by g_k², just as its quadratic model does, so that a trust
region of radius √2 at first, g_0 ≤ 1, takes this step each time and has no cause to shrink. f is
bounded below if Σg_k² is finite: with g_k = (k + 1)^(−p), p > 1/2, ‖∇f‖ > ε at all iterates with k
+ 1 < ε^(−1/p): both methods may be as slow as descent, on one function for all accuracies, as
Cartis, Gould & Toint (2010) have shown for Newton's (the abstract was seen; the function here is
ours). With w'' falling to 0 along 2 ≤ |z| ≤ 3, v a parabola below y = 0, and g_0 ≤ 1, ∇f and ∇²f
are Lipschitz on the whole plane, with constants 44 and 305 (claim
the-slow-function-of-newton-has-a-lipschitz-hessian). So Newton's method, and the trust region as it
is used, lack the order ε^(−3/2) of cubic regularisation on functions with Lipschitz Hessian, not
just convergence to minima; with a fixed radius √(2ε/(3M)) the trust region has it (claim
a-trust-region-of-fixed-radius-finds-a-second-order-point).
"""

from sympy import Rational

from provenscape.kernel import (
    Claim,
    Invariant,
    combine,
    conjoin,
    eq,
    function,
    gt,
    induct,
    le,
    real,
)

g, after, x, t = real("g g_next x t")
f_0, value, steepest, total = real("f_0 value g_0 S")
half = Rational(1, 2)
rise = 35 * t**4 - 84 * t**5 + 70 * t**6 - 20 * t**7
near = t - t**2 / 2 - 15 * t**4 + 35 * t**5 - 57 * t**6 / 2 + 8 * t**7
far = -35 * t**4 / 2 + 46 * t**5 - 81 * t**6 / 2 + 12 * t**7
body = (x - after * rise) ** 2 / 2 - (g**2 + after**2) / 2 * rise - g**2 * near - after**2 * far
f = function("f", (x, t), body)
here, there = (-g, 0), (0, 1)


def jet(at, slope):
    """What the gradient, the Hessian and two third derivatives are at an iterate."""
    return (
        eq(f.partial(x, at=at), -slope),
        eq(f.partial(t, at=at), -(slope**2)),
        eq(f.partial(x, x, at=at), 1),
        eq(f.partial(x, t, at=at)),
        eq(f.partial(t, t, at=at), slope**2),
        eq(f.partial(x, t, t, at=at)),
        eq(f.partial(t, t, t, at=at)),
    )


claim = Claim(
    id="newton-steps-are-slow-on-one-function",
    says="On (x − g⁺S(t))²/2 − (g² + g⁺²)S(t)/2 − g²A(t) − g⁺²B(t) Newton's step leads "
    "from (−g, 0), where the gradient is (−g, −g²), to (0, 1), where it is (−g⁺, −g⁺²), and the "
    "fall g² is that of the quadratic model; such cells join with equal derivatives up to the "
    "third at the iterates, so that Newton's method meets the slopes g_k, and f falls by Σg_j².",
    items={},
    where={
        g: ("minus the slope along x at the iterate", "g_k"),
        after: ("minus that at the next one", "g_{k+1}"),
        x: "the first coordinate, from where u has it at the iterate",
        t: "the second coordinate, from the iterate",
        value: ("the value at the iterate", "f(x_k)"),
        f_0: ("the value at the start", "f(x_0)"),
        steepest: "minus the slope there",
        total: ("the sum of the squared slopes of the iterates before", r"\sum_{j<k} g_j^2"),
    },
    given={"slope": gt(after), "no_steeper": le(after, g)},
    then=(
        *jet(here, g),
        *jet(there, after),
        eq(f(-g, 0) - f(0, 1), g**2),
        eq(-g + f.partial(x, x, at=here) * g + f.partial(x, t, at=here)),
        eq(f.partial(t, at=here) + f.partial(x, t, at=here) * g + f.partial(t, t, at=here)),
        eq(
            -(f.partial(x, at=here) * g + f.partial(t, at=here))
            - f.partial(x, x, at=here) * g**2 / 2
            - f.partial(x, t, at=here) * g
            - f.partial(t, t, at=here) / 2,
            g**2,
        ),
        Invariant(
            (eq(f_0 - value, total),),
            start={value: f_0, g: steepest, total: 0},
            update={value: value - (f(-g, 0) - f(0, 1)), g: after, total: total + g**2},
            fixed=(f_0,),
        ),
    ),
    scope="near the path, |x − u(y)| ≤ 2",
)
witness = [{f_0: 1, steepest: 1, after: half}, {after: Rational(1, 3)}, {after: Rational(1, 4)}]


def proof():
    identities = [combine(claim.part(i), {}) for i in range(18)]
    run = claim.part(18)
    step = combine(run.at_next_state(0), {"invariant": 1})
    return conjoin(claim, [*identities, induct(run, (None,), (step,))])
