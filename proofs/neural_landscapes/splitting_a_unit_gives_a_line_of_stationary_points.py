"""A unit split into two with the shares λ and 1 − λ: same outputs, and a line of saddles.

Two units with the inner weights w of one unit and λ, 1 − λ times its outer weight v give the same
outputs for every real λ. The slopes along an outer weight are the same, those along inner weights λ
and 1 − λ times as large: stationary points of the narrower network become lines of stationary
points of the wider one (Fukumizu & Amari 2000). Moving the inner weights by (1 − λ)td and −λtd
leaves the outputs in first order; the curvature that way is λ(1 − λ)B, B = v Σ r ∂²h/∂d². Unless B
= 0 it is negative for 0 < λ < 1, or for all other λ but 0 and 1: strict saddles, infinitely many of
one loss. Where B > 0 for all d the points with 0 < λ < 1 may be minima, as those of equal sigmoid
units are.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, function, induct, real

t, lam, v, r, h, k, c = real("t lambda v r h k c")
C, B, W, first, L, L_0 = real("C B W F L L_0")
moved = lam * v * (h + (1 - lam) * t * k + (1 - lam) ** 2 * t**2 * c / 2)
against = (1 - lam) * v * (h - lam * t * k + lam**2 * t**2 * c / 2)
phi = function("phi", (t,), (r - v * h + moved + against) ** 2 / 2)
inner = function("psi", (t,), (r + lam * v * t * k) ** 2 / 2)

claim = Claim(
    id="splitting-a-unit-gives-a-line-of-stationary-points",
    says="In a network with a hidden layer split a unit into two with the same inner weights and "
    "λ and 1 − λ times its outer weight: the loss stays, the slope along the first one's inner "
    "weights is λ times what it was, and as inner weights are moved apart along d the curvature "
    "is λ(1 − λ)B. If B ≠ 0 a stationary point becomes a line that holds infinitely many saddles.",
    items={"O-N2": "instance", "L-41": "part many-solutions", "N-04": "instance"},
    where={
        t: "how far inner weights are moved",
        lam: ("the share of the first unit", r"\lambda"),
        v: "the outer weight of the unit that is split",
        r: "the residual at the next datum",
        (h, k, c): "the unit's value there and its first two derivatives along d",
        (L, L_0): "the loss over the data so far, after and before the unit is split",
        C: "the curvature of the loss as inner weights are moved apart, over the data so far",
        B: ("the sum of vr ∂²h/∂d² so far", "B"),
        first: "the slope along the inner weights of the first unit, over the data so far",
        W: "the slope along the inner weights of the unit before, over the data so far",
    },
    given={},
    then=Invariant(
        (eq(L, L_0), eq(C, lam * (1 - lam) * B), eq(first, lam * W)),
        start={L: 0, L_0: 0, C: 0, B: 0, first: 0, W: 0},
        update={
            L: L + phi(0),
            L_0: L_0 + r**2 / 2,
            C: C + phi.partial(t, t, at=(0,)),
            B: B + v * r * c,
            first: first + inner.partial(t, at=(0,)),
            W: W + r * v * k,
        },
        fixed=(lam, v),
    ),
    scope="squared loss, one output; φ and ψ are the loss of a datum as inner weights of both "
    "units are moved apart, and those of the first alone",
)
witness = [
    {lam: Rational(1, 2), v: 1, r: 1, h: 1, k: 1, c: 1},
    {r: -1, h: 0, k: 2, c: 1},
    {r: 2, h: 1, k: 0, c: -1},
]
points = [witness]


def proof():
    steps = [combine(claim.at_next_state(i), using={f"invariant.{i}": 1}) for i in range(3)]
    return induct(claim, (None, None, None), steps)
