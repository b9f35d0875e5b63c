"""Two swapped copies of one solution can be all stationary points of a symmetric polynomial.

For components x₁ = (s + d)/2 and x₂ = (s − d)/2 in the plane, s = (s₁, s₂) and d = (d₁, d₂), the
swap is d ↦ −d, and f = (1 − d₁² + s₁ + s₁²s₂)² + (s₁ − d₁²)² + (d₁² − 1)² + d₂² does not notice it.
Its minima, of value 0 and with positive definite Hessian, are s = (1, −1), d = (±1, 0): distinct
components (1, −½) and (0, −½). There is no saddle on any path from one to the other; f is not
coercive, or the mountain-pass theorem would give one. The cofactors of ∇f were found by linear
algebra, and the kernel expands them.
"""

from sympy import Rational

from provenscape.kernel import (
    Claim,
    Inertia,
    Roots,
    combine,
    conjoin,
    eq,
    function,
    ge,
    inertia,
    real,
    roots,
)

s1, s2, d1, d2 = variables = real("s1 s2 d1 d2")
p1, p2, q1, q2 = place = real("p1 p2 q1 q2")
w = d1**2
f = function("f", variables, (1 - w + s1 + s1**2 * s2) ** 2 + (s1 - w) ** 2 + (w - 1) ** 2 + d2**2)
minima = ((1, -1, 1, 0), (1, -1, -1, 0))

claim = Claim(
    id="swapped-minima-without-a-saddle",
    says="A permutation-symmetric polynomial can have two swapped global minima, with positive "
    "definite Hessian and at distinct components, and no other stationary point.",
    items={"E-24": "instance"},
    where={
        (s1, s2): "the sum of the two components",
        (d1, d2): "the difference of the two components",
        (p1, p2): "the sum of two other components",
        (q1, q2): "the difference of the two others",
    },
    given={},
    then=(
        eq(f(p1, p2, -q1, -q2), f(*place)),
        *(ge(f(*place), f(*point)) for point in minima),
        Roots(f.gradient(), variables, minima),
        *(Inertia(f.hessian(at=point), 4, 0, 0) for point in minima),
    ),
    scope="two components in the plane, in coordinates s = x₁ + x₂ and d = x₁ − x₂; not coercive",
)
witness = dict.fromkeys(place, 0)
points = [{p1: 0, p2: 0, q1: 1, q2: 2}, {p1: 1, p2: -1, q1: 1, q2: 0}]

# fmt: off
HALVES = (  # of the cofactors of ∂f/∂s₁, ∂f/∂s₂, ∂f/∂d₁ that give s₁ − 1, s₂ + 1, d₁² − 1
    (
        (108*w**2*s1*s2 - 24*w**2*s1 - 27*w**2 - 8*w*s1**3*s2 - 29*w*s1**2*s2 + 8*w*s1**2 -
         60*w*s1*s2 + 22*w*s1 + 30*w + 2*s1**3*s2**2 + 12*s1**3*s2 - 4*s1**2*s2 + 12*s1**2 +
         4*s1*s2 + 6*s1 - 2) / 2,
        (-108*w**2*s2**2 + 24*w**2*s2 + 8*w*s1**2*s2**2 + 29*w*s1*s2**2 - 4*w*s1*s2 +
         60*w*s2**2 - 26*w*s2 + 8*w - 2*s1**2*s2**3 - 12*s1**2*s2**2 + 3*s1*s2**2 - 18*s1*s2 -
         4*s2**2 - 5*s2 - 12),
        (54*d1*w*s1*s2 - 16*d1*w*s1 - 18*d1*w - 37*d1*s1**2*s2 + 16*d1*s1**2 - 2*d1*s1*s2 +
         18*d1*s1 + 17*d1) / 4,
    ),
    (
        (-108*w**2*s1*s2**2 + 96*w**2*s1*s2 + 27*w**2*s2 - 72*w**2 - 64*w*s1**3*s2**2 +
         33*w*s1**2*s2**2 - 72*w*s1**2*s2 + 60*w*s1*s2**2 - 94*w*s1*s2 + 48*w*s1 - 30*w*s2 +
         36*w - 2*s1**3*s2**3 - 10*s1**3*s2**2 - 8*s1**3*s2 + 2*s1**2*s2**2 - 6*s1**2*s2 -
         8*s1**2 - 4*s1*s2**2 - 8*s1*s2 - 4*s1 + 2*s2 + 2) / 2,
        (108*w**2*s2**3 - 96*w**2*s2**2 + 64*w*s1**2*s2**3 - 33*w*s1*s2**3 + 104*w*s1*s2**2 -
         60*w*s2**3 + 97*w*s2**2 + 20*w*s2 + 2*s1**2*s2**4 + 10*s1**2*s2**3 + 8*s1**2*s2**2 -
         s1*s2**3 + 11*s1*s2**2 + 12*s1*s2 + 4*s2**3 + 8*s2**2 + 12*s2 + 8),
        (-54*d1*w*s1*s2**2 + 16*d1*w*s1*s2 + 18*d1*w*s2 - 48*d1*w + 39*d1*s1**2*s2**2 +
         2*d1*s1*s2**2 - 18*d1*s1*s2 + 48*d1*s1 - 17*d1*s2 + 16*d1) / 4,
    ),
    (
        (36*w**2*s1*s2 - 24*w**2*s1 - 9*w**2 - 8*w*s1**3*s2 - 7*w*s1**2*s2 + 8*w*s1**2 -
         24*w*s1*s2 + 10*w*s1 + 12*w + 2*s1**3*s2**2 + 8*s1**3*s2 - 2*s1**2*s2 + 8*s1**2 +
         4*s1*s2 + 4*s1 - 2) / 2,
        (-36*w**2*s2**2 + 24*w**2*s2 + 8*w*s1**2*s2**2 + 7*w*s1*s2**2 - 4*w*s1*s2 + 24*w*s2**2
         - 12*w*s2 + 8*w - 2*s1**2*s2**3 - 8*s1**2*s2**2 + s1*s2**2 - 12*s1*s2 - 4*s2**2 - 4*s2
         - 8),
        (18*d1*w*s1*s2 - 16*d1*w*s1 - 6*d1*w - 11*d1*s1**2*s2 + 16*d1*s1**2 - 2*d1*s1*s2 +
         6*d1*s1 + 7*d1) / 4,
    ),
)
# fmt: on


def proof():
    half = Rational(1, 2)
    first, second, third = ([*(half * c for c in row), 0] for row in HALVES)
    complete = roots(
        claim.part(3),
        {
            s1: (s1 - 1, first),
            s2: (s2 + 1, second),
            d1: (w - 1, third),
            d2: (d2, (0, 0, 0, half)),
        },
    )
    symmetric = combine(claim.part(0), using={})
    u = q1**2
    squares = [(1, 1 - u + p1 + p1**2 * p2), (1, p1 - u), (1, u - 1), (1, q2)]
    lowest = [combine(claim.part(i), using={}, squares=squares) for i in (1, 2)]
    definite = [inertia(claim.part(i)) for i in (4, 5)]
    return conjoin(claim, [symmetric, *lowest, complete, *definite])
