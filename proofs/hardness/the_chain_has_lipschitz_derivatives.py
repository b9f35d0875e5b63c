"""Entries of the chain's derivatives within their bounds make its gradient and Hessian Lipschitz.

Each link of the chain joins neighbours. Along a unit vector with coordinates v_1, v_2, … the
second derivative is Σ d_j v_j² + 2 Σ b_j v_{j−1}v_j, and the third
Σ a_j v_j³ + 3 Σ p_j v_{j−1}²v_j + 3 Σ q_j v_{j−1}v_j². The entries are sums of products of Ψ, Φ and
their derivatives, of which one of Ψ(t), Ψ(−t) is 0: |d| ≤ sup Ψ sup|Φ''| + sup|Ψ''| sup Φ ≤ 136.7,
|b| ≤ sup Ψ' sup Φ' ≤ 7.36, |a| ≤ sup Ψ sup|Φ'''| + sup|Ψ'''| sup Φ ≤ 1905.7,
|p| ≤ sup|Ψ''| sup Φ' ≤ 53.5, |q| ≤ sup Ψ' sup|Φ''| ≤ 4.46, with the suprema of claim
the-functions-of-the-chain-are-bounded. A gradient or Hessian whose derivative is so bounded along
every unit vector is Lipschitz.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, induct, le, real

v, w, N, Q, C = real("v w N Q C")
d, b, a, p, q = real("d b a p q")
off, diagonal = Rational(736, 100), Rational(1367, 10)
cube, first, second = Rational(19057, 10), Rational(107, 2), Rational(446, 100)

claim = Claim(
    id="the-chain-has-lipschitz-derivatives",
    says="Σ d_j v_j² + 2 Σ b_j v_{j−1}v_j with |d| ≤ 136.7, |b| ≤ 7.36 is at most 152 Σ v_j²; "
    "Σ a_j v_j³ + 3 Σ p_j v_{j−1}²v_j + 3 Σ q_j v_{j−1}v_j² with |a| ≤ 1905.7, |p| ≤ 53.5, "
    "|q| ≤ 4.46 is at most 2080 Σ v_j² for |v_j| ≤ 1: in every dimension, with both signs.",
    items={"O-83": "instance"},
    where={
        v: ("the present coordinate of the direction", "v_{j-1}"),
        w: ("the next coordinate", "v_j"),
        N: ("the sum of the squares so far", r"\sum v_j^2"),
        Q: "the second derivative along the direction, its links so far",
        C: "the third derivative along it, its links so far",
        d: "the next entry on the diagonal of the Hessian",
        b: "the next entry beside it",
        a: ("the third derivative along the next coordinate", "a_j"),
        p: "the third derivative twice along the present coordinate, once along the next",
        q: "that once along the present, twice along the next",
    },
    given={
        "up_to_one": le(w, 1),
        "from_minus_one": ge(w, -1),
        "d_above": le(d, diagonal),
        "b_above": le(b, off),
        "b_below": ge(b, -off),
        "a_above": le(a, cube),
        "a_below": ge(a, -cube),
        "p_above": le(p, first),
        "p_below": ge(p, -first),
        "q_above": le(q, second),
        "q_below": ge(q, -second),
    },
    then=Invariant(
        (
            ge(v, -1),
            le(v, 1),
            le(Q + off * v**2, 152 * N),
            le(C + 3 * first * v**2, 2080 * N),
        ),
        start={v: 0, N: 0, Q: 0, C: 0},
        update={
            v: w,
            N: N + w**2,
            Q: Q + d * w**2 + 2 * b * v * w,
            C: C + a * w**3 + 3 * p * v**2 * w + 3 * q * v * w**2,
        },
    ),
    scope="every length of the chain; for lower bounds all signs of d, b, a, p, q are turned",
)
mild = {w: 1, d: 1, b: 1, a: 1, p: 1, q: 1}
witness = [mild, {w: -1}, {w: 1}]
countermodels = {
    "d_above": mild | {d: 1000},
    "a_above": mild | {a: 10_000},
}


def proof():
    steps = [claim.at_next_state(i) for i in range(4)]
    half = Rational(1, 2)
    low = combine(steps[0], {"from_minus_one": 1})
    high = combine(steps[1], {"up_to_one": 1})
    form = combine(
        steps[2],
        {
            "invariant.2": 1,
            "d_above": w**2,
            "b_above": half * (v + w) ** 2,
            "b_below": half * (v - w) ** 2,
        },
        [(152 - diagonal - 2 * off, w)],
    )
    cubic = combine(
        steps[3],
        {
            "invariant.3": 1,
            "a_above": half * w**2 * (1 + w),
            "a_below": half * w**2 * (1 - w),
            "p_above": 3 * half * v**2 * (1 + w),
            "p_below": 3 * half * v**2 * (1 - w),
            "q_above": 3 * half * w**2 * (1 + v),
            "q_below": 3 * half * w**2 * (1 - v),
        },
        [(2080 - cube - 3 * first - 3 * second, w)],
    )
    return induct(claim, (None, None, None, None), (low, high, form, cubic))
