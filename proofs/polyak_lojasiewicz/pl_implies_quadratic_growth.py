"""PL with µ gives an L-smooth f quadratic growth, f(x) − f* ≥ (µ/2) dist(x, minimisers)².

Descent from x with a step η < 2/L ends in a minimiser and travels √(2(f(x) − f*)/µ)/(1 − Lη/2) at
most (pl-iterates-travel-a-bounded-length); so the distance d is no longer, for every such η, and
then η → 0. Karimi, Nutini & Schmidt (2016), Theorem 2, use the gradient flow.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, le, real

L, root, eta, s, d = real("L root eta s d")
share = 1 - L * eta / 2

claim = Claim(
    id="pl-implies-quadratic-growth",
    says="PL with µ gives an L-smooth f quadratic growth with µ: f(x) − f* ≥ (1 − Lη/2)² (µ/2)d² "
    "for every step 0 < η < 2/L, d the distance of x from the minimisers, and now η → 0.",
    items={},
    where={
        L: "a Lipschitz constant of the gradient",
        root: ("the root of twice the PL constant", r"\sqrt{2\mu}"),
        eta: "a step length",
        s: ("the root of the gap at x", r"\sqrt{f(x)-f^*}"),
        d: ("the distance of x from the minimisers", r"\operatorname{dist}(x, X^*)"),
    },
    given={
        "pl_constant": gt(root),
        "forward": gt(eta),
        "not_too_long": gt(share),
        "gap_root": ge(s),
        "distance": ge(d),
        "path": le(share * d, 2 * s / root),
    },
    then=ge(s**2, share**2 * root**2 * d**2 / 4),
    facts={"path": "pl-descent-path-length"},
    bridges=("limits-keep-inequalities",),
    proves="quadratic-growth-under-pl",
    tight=True,
    scope="every dimension; µ/2 is a quarter of (√(2µ))²; for η → 0 attained by ½µ‖x‖²",
)
witness = {L: 1, root: 2, eta: 1, s: Rational(1, 2), d: 1}
equality = witness
countermodels = {"path": witness | {s: 0}}


def proof():
    return combine(
        claim,
        using={"path": root / 2 * (s + root * share * d / 2)},
    )
