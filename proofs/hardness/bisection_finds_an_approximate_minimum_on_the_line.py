"""On the line an ε-local minimum is found with of the order of 1/ε queries, by bisection.

Let f have L-Lipschitz gradient, ρ-Lipschitz second derivative and f(0) − inf f ≤ Δ. Unless 0 will
do, go in the direction in which f falls, and let g(z) = f(z) + (ε/2)z, z the way gone: at a point p
(0 itself where |f'| > ε, else √(ε/ρ) further along the negative curvature) g' ≤ 0, and at q = p +
2Δ/ε, g(q) ≥ g(p). Ask at the midpoint c. If g(c) ≥ g(p), keep p and c; else g(c) < g(p) ≤ g(q), and
c with q, or c with p seen from c, whichever way g does not rise at c, is a bracket of the same
kind: g' ≤ 0 at its first end, seen towards the other, where g is no lower. From a bracket of width
w, g'(p) ≥ −Lw/2 and g''(p) ≥ −ρw/3: for w ≤ ε/L and w ≤ 3√(ε/ρ), |f'(p)| ≤ ε and f''(p) ≥ −√(ρε). m
= n + 3 after n halvings has wm² ≤ 9W, as 2ⁿ grows faster than m²; it is of course n = log₂(W/w).
(Chewi, Bubeck & Salim 2023 settle stationary points on the line; without values descent is best.)
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, conjoin, ge, gt, induct, le, real

L, rho, eps, W = real("L rho epsilon W")
w, m = real("w m")
g_p, g_q, s_p, h_p = real("g_p g_q s_p h_p")

claim = Claim(
    id="bisection-finds-an-approximate-minimum-on-the-line",
    says="Let g = f + (ε/2)z, z the way gone. A bracket of width w, at whose first end g' ≤ 0 "
    "towards the second, where g is no lower, has f' ≥ −(ε + Lw)/2 that way, ≥ −ε for w ≤ ε/L, "
    "and f'' ≥ −ρw/3 there; n halvings of the width W leave w with w(n + 3)² ≤ 9W.",
    items={},
    where={
        L: "a Lipschitz constant of the derivative",
        rho: "a Lipschitz constant of the second derivative",
        eps: ("the accuracy", r"\varepsilon"),
        W: "the width at first",
        w: "the width of the bracket",
        m: "the number of halvings, plus three",
        g_p: ("the value at the first end of f plus ε/2 times the way", "g(p)"),
        g_q: ("that at the other end", "g(q)"),
        s_p: ("its slope at the first end towards the other", "g'(p)"),
        h_p: ("the second derivative at the first end", "g''(p)"),
    },
    given={
        "smooth": gt(L),
        "hessian": ge(rho),
        "accuracy": gt(eps),
        "width": gt(w),
        "width_at_first": gt(W),
        "falls": le(s_p),
        "no_lower": ge(g_q, g_p),
        "upper_bound": le(g_q, g_p + s_p * w + L * w**2 / 2),
        "taylor": le(g_q, g_p + s_p * w + h_p * w**2 / 2 + rho * w**3 / 6),
    },
    then=(
        ge(s_p - eps / 2, -(eps + L * w) / 2),
        ge(h_p, -rho * w / 3),
        Invariant(
            (ge(m, 3), le(w * m**2, 9 * W)),
            start={w: W, m: 3},
            update={w: w / 2, m: m + 1},
            fixed=(L, rho, eps),
        ),
    ),
    facts={"upper_bound": "quadratic-upper-bound", "taylor": "taylor-with-lipschitz-hessian"},
    scope="functions of one variable with f' and f'' Lipschitz, with L and ρ, on the line",
)
half_square = {L: 1, rho: 1, eps: 1, W: 1, g_p: 0, g_q: 0, s_p: 0, h_p: 1}
witness = [half_square, {}, {}]
countermodels = {
    "falls": half_square | {s_p: 5, h_p: -10},
    "no_lower": half_square | {g_q: -10, s_p: -10, h_p: 0},
    "upper_bound": half_square | {s_p: -10, h_p: 30, L: 1},
    "taylor": half_square | {h_p: -10},
}


def proof():
    slope = combine(claim.part(0), {"upper_bound": 1, "no_lower": 1}, scale=w)
    curvature = combine(claim.part(1), {"taylor": 1, "no_lower": 1, "falls": w}, scale=w**2 / 2)
    halving = claim.part(2)
    half = Rational(1, 2)
    steps = (
        combine(halving.at_next_state(0), {"invariant.0": 1}, [(1, 1)]),
        combine(
            halving.at_next_state(1),
            {"invariant.1": 1, "invariant.0": 2 * w},
            [(half * w, m - 3), (w, 1)],
        ),
    )
    return conjoin(claim, [slope, curvature, induct(halving, (None, None), steps)])
