"""r²(1 + (3/5) sin(θ − 3 log r)) is PL, and its gradient may point away from its minimiser.

Along a logarithmic spiral the function stays comparable to r², and it falls outwards where the
spiral wall is steep. With ψ = 1 + (3/5) sin φ and p = (3/5) cos φ at the phase φ = θ − 3 log r the
radial slope is r(2ψ − 3p), the other one rp, and (2ψ − 3p)² + p² = 10(p − (3/5)ψ)² + (2/5)ψ². The
Hessian away from 0 depends on φ alone, and bounds the change of the gradient along every segment
that misses 0; as the gradient is continuous with ∇f(0) = 0, segments through 0 are limits of such.
"""

from sympy import Matrix, Rational, atan, cos, log, sin

from provenscape.kernel import (
    Claim,
    chain,
    combine,
    conjoin,
    eq,
    function,
    ge,
    gt,
    le,
    lt,
    pythagoras,
    real,
    sos,
)

r, theta, m = real("r theta m")
s, c = real("s c")
f = function("f", (r, theta), r**2 * (1 + Rational(3, 5) * sin(theta - 3 * log(r))))
steep2 = f.partial(r) ** 2 + f.partial(theta) ** 2 / r**2
radial = f.partial(r, r)
around = f.partial(r) / r + f.partial(theta, theta) / r**2
mixed = f.partial(r, theta) / r - f.partial(theta) / r**2
wall = -atan(Rational(3, 4))

claim = Claim(
    id="pl-without-the-secant-inequality",
    says="r²(1 + (3/5) sin(θ − 3 log r)), of minimum 0 at the origin alone, has an 11-Lipschitz "
    "gradient and is PL with µ = 2/25, but at r = 1, θ = −arctan ¾ its slope away from the origin "
    "is below every m > 0: the restricted secant inequality fails.",
    items={},
    where={
        r: "the distance from the origin",
        theta: "the angle",
        m: "a constant of the secant inequality",
    },
    given={"off_the_minimum": gt(r), "constant": gt(m)},
    then=(
        ge(steep2 / 2, Rational(2, 25) * f(r, theta)),
        ge(f(r, theta), Rational(2, 5) * r**2),
        le(radial**2 + around**2 + 2 * mixed**2, 11**2),
        lt(f.partial(r, at=(1, wall)), m),
    ),
    bridges=("mean-value-inequality", "limits-keep-inequalities"),
    scope="r²(1 + (3/5) sin(θ − 3 log r)) in the plane; slopes and second derivatives along the "
    "radius and across it",
)
witness = {r: 1, theta: 0, m: 1}


def proof():
    phase = theta - 3 * log(r)
    sine, cosine = sin(phase), cos(phase)
    psi, p = 1 + Rational(3, 5) * sine, Rational(3, 5) * cosine
    circle = pythagoras(claim.lemma("circle", {}, eq(sin(s) ** 2 + cos(s) ** 2, 1)), s)
    on_it = {"circle": (circle, {s: phase})}
    pl = chain(
        claim.part(0),
        on_it,
        using={"circle": -Rational(3, 125) * r**2},
        squares=[
            (5, r * (p - Rational(3, 5) * psi)),
            (Rational(1, 5), r * (psi - Rational(2, 5))),
            (Rational(3, 125), r * (1 + sine)),
            (Rational(3, 125), r * cosine),
        ],
    )
    above = chain(
        claim.part(1),
        on_it,
        using={"circle": -Rational(3, 10) * r**2},
        squares=[(Rational(3, 10), r * (1 + sine)), (Rational(3, 10), r * cosine)],
    )
    norm2 = (
        (2 - Rational(21, 5) * s - Rational(27, 5) * c) ** 2
        + (2 + Rational(3, 5) * s - Rational(9, 5) * c) ** 2
        + 2 * (Rational(3, 5) * c + Rational(9, 5) * s) ** 2
    )
    gram = Matrix(
        [
            [43, Rational(36, 5), Rational(72, 5)],
            [Rational(36, 5), 70 - Rational(612, 25), -Rational(594, 25)],
            [Rational(72, 5), -Rational(594, 25), 70 - Rational(828, 25)],
        ]
    )
    bounded = sos(
        claim.lemma("bounded", {"circle": eq(s**2 + c**2, 1)}, le(norm2, 121)),
        [1, s, c],
        gram,
        {"circle": -70},
    )
    smooth = chain(
        claim.part(2),
        on_it | {"bounded": (bounded, {s: sine, c: cosine})},
        using={"bounded": 1},
    )
    outwards = combine(claim.part(3), using={"constant": 1}, squares=[(Rational(4, 25), 1)])
    return conjoin(claim, [pl, above, smooth, outwards])
