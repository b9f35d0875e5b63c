"""The clique number of a graph is read off the least value of a quartic, and off values near it.

For a graph with n vertices let f(x) = Σ x_i⁴ + 2 Σ x_i²x_j² + (Σ x_i² − 1)², the second sum over
the pairs i < j that are not adjacent: a polynomial of degree four with integer coefficients from −2
to 4. With u_i = x_i², any vector u ≥ 0, f = q + (t − 1)² with q the form of Motzkin & Straus (1965)
and t = Σ u_i, so that q ≥ t²/ω: f ≥ t²/ω + (t − 1)² ≥ 1/(1 + ω), and x_i² = 1/(1 + ω) on a clique
of ω vertices attains it. Hence f* = 1/(1 + ω), and "f* ≤ 1/(1 + k)?" asks for a clique of k
vertices: NP-hard for polynomials of degree four, in the strong sense, as no number is large.

To find a global minimum, or just a point with f(x) < f* + 1/(n(n + 1)), is as hard: then 1/(1 + ω)
≤ f(x) < 1/ω, and ω = ⌈1/f(x)⌉ − 1. The minimizers themselves may have irrational coordinates, so
that "find" cannot mean writing them down; the approximate version is hard. What is printed says of
finding it *in polynomial time* that it is NP-hard; it is the problem that is hard, and no algorithm
solves it in polynomial time unless P = NP. f must be given by finitely many bits, as a polynomial
is, and have a minimum, as this one has and x² + (xy − 1)² has not; of a Lipschitz function on a
cube known by its values alone exponentially many are needed in the worst case, whatever P and NP
are.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, lt, real

t, q, omega, m, v = real("t q omega m v")
f = function("f", (t, q), q + (t - 1) ** 2)
least = 1 / (1 + omega)
n = omega + m

claim = Claim(
    id="the-clique-number-is-the-least-value-of-a-quartic",
    says="For a graph with n vertices and clique number ω the quartic f = Σ x_i⁴ + 2 Σ x_i²x_j² "
    "+ (Σ x_i² − 1)², over pairs not adjacent, has f* = 1/(1 + ω), and ω < 1/f(x) ≤ ω + 1 "
    'wherever f(x) < f* + 1/(n(n + 1)): "f* ≤ c?" and to find such an x are NP-hard.',
    items={"O-81": "whole", "O-82": "whole"},
    where={
        t: ("the sum of all x_i²", r"\textstyle\sum_i x_i^2"),
        q: "the sum of all x_i⁴ and of 2x_i²x_j² over the pairs i < j that are not adjacent",
        omega: "the number of vertices of a largest clique",
        m: "the number of the other vertices, so that there are n = ω + m",
        v: "the value of f at a point near a global minimum",
    },
    given={
        "motzkin_straus": ge(omega * q, t**2),
        "a_vertex": ge(omega, 1),
        "others": ge(m),
        "value": eq(v, f(t, q)),
        "near": lt(v, least + 1 / (n * (n + 1))),
    },
    then=(
        ge(f(t, q), least),
        eq(f(omega * least, omega * least**2), least),
        ge((1 + omega) * v, 1),
        lt(omega * v, 1),
    ),
    facts={"motzkin_straus": "motzkin-straus"},
    bridges=("clique-is-np-complete",),
    repairs="every-non-convex-function-has-a-global-minimum",
    about="global minima of non-convex functions",
    scope="every finite graph with a vertex",
)
third = Rational(1, 3)
witness = {t: 2 * third, q: 2 * third**2, omega: 2, m: 1, v: third}
countermodels = {
    "motzkin_straus": {t: 1, q: 0, omega: 2, m: 1, v: 0},
    "others": {t: 1, q: Rational(1, 2), omega: 2, m: -Rational(3, 2), v: Rational(1, 2)},
    "value": {t: 1, q: 1, omega: 2, m: 1, v: 0},
    "near": {t: 0, q: 0, omega: 2, m: 1, v: 1},
}


def proof():
    square = (1, (1 + omega) * t - omega)
    lower = combine(
        claim.part(0), {"motzkin_straus": 1 + omega}, [square], scale=omega * (1 + omega)
    )
    attained = combine(claim.part(1), {})
    above = combine(
        claim.part(2),
        {"motzkin_straus": 1 + omega, "value": omega * (1 + omega)},
        [square],
        scale=omega,
    )
    below = combine(
        claim.part(3),
        {"near": omega, "others": (n + omega + 1) / ((1 + omega) * n * (n + 1))},
    )
    return conjoin(claim, [lower, attained, above, below])
