"""Complex phase retrieval is curved at the signal in every direction across the circle of phases.

Write ⟨z, x⟩ = c + ie and v = (a + ib) z/|z|² + w with w ⟂ z. The loss at x + tv is a function of
|x + tv|² and |⟨z, x + tv⟩|². At x = z its second derivative along v is 16a² + 4|z|²|w|²: 0 along
the circle v = iz alone. It is at most −4|z|²|v|² at x = 0, and −4|z|⁴ along z where ⟨z, x⟩ = 0 and
2|x|² = |z|². Derivatives along x, z and iz vanish nowhere else: with N = |x|² and S = |z|² they
give N(2N − S) = |⟨z, x⟩|² and ⟨z, x⟩(N − S) = 0; and where ⟨z, x⟩ ≠ 0, |⟨z, x⟩| = |z||x|, so that x
is z turned by a phase.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, le, lt, real
from provenscape.models.landscapes.phase_retrieval import complex_population

N, S, c, d = real("N S c d")
V, a, b, rest, t = real("V a b rest t")


def along(name, length2, along_x, step2, real_part, imaginary_part, da, db):
    """The loss at x + tv, from |x|², ⟨x, v⟩, |v|², ⟨z, x⟩ and ⟨z, v⟩."""
    overlap2 = (real_part + t * da) ** 2 + (imaginary_part + t * db) ** 2
    moved2 = length2 + 2 * t * along_x + t**2 * step2
    return function(name, (t,), complex_population(moved2, S, overlap2))


along_x = along("f", N, N, N, c, d, c, d)
along_z = along("g", N, c, S, c, d, S, 0)
along_iz = along("h", N, d, S, c, d, 0, S)
at_signal = along("F", S, a, V, S, 0, a, b)
at_origin = along("G", 0, 0, V, 0, 0, a, b)
at_saddle = along("H", S / 2, 0, S, 0, 0, S, 0)
slope_x, slope_z, slope_iz = (f.partial(t, at=(0,)) for f in (along_x, along_z, along_iz))
signal, origin, saddle = (f.partial(t, t, at=(0,)) for f in (at_signal, at_origin, at_saddle))

claim = Claim(
    id="complex-phase-retrieval-is-strict-saddle-up-to-phase",
    says="Complex phase retrieval has, in the mean over Gaussian measurements, the strict saddle "
    "property up to the phase: at the minimisers, which form the circle of the signal, the Hessian "
    "vanishes along the circle and is definite across it, and every other stationary point has a "
    "negative eigenvalue.",
    items={"O-29": "part phase-retrieval", "E-36": "instance"},
    where={
        N: ("the squared length of x", "|x|^2"),
        S: ("the squared length of the signal z", "|z|^2"),
        (c, d): "real and imaginary part of the product of z and x",
        V: ("the squared length of a direction v", "|v|^2"),
        (a, b): "real and imaginary part of the product of z and v",
        rest: ("the squared length of the part of v orthogonal to z", "|w|^2"),
    },
    given={
        "signal": gt(S),
        "v and its part along z": eq(S * V, a**2 + b**2 + S * rest),
        "part across": ge(rest),
        "stationary along x": eq(slope_x),
        "stationary along z": eq(slope_z),
        "stationary along iz": eq(slope_iz),
    },
    then=(
        eq(signal, 16 * a**2 + 4 * S * rest),
        ge(signal),
        le(origin, -4 * S * V),
        lt(saddle, 0),
        eq(N * (2 * N - S), c**2 + d**2),
        eq(c * (N - S)),
        eq(d * (N - S)),
        eq(c * (N * S - c**2 - d**2)),
        eq(d * (N * S - c**2 - d**2)),
    ),
    bridges=("fourth-moments-of-gaussian-vectors",),
    repairs="complex-phase-retrieval-has-the-strict-saddle-property",
    about="the loss of complex phase retrieval",
    scope="every dimension; f, g, h are the loss along x, z and iz from x; F and G along v from "
    "the signal and from 0; H along z from an x with 2|x|² = |z|² and ⟨z, x⟩ = 0; the other "
    "minimisers are images of the signal under a change of phase",
)
witness = {S: 1, V: 1, a: 0, b: 1, rest: 0, N: 0, c: 0, d: 0}
far, half = Rational(7, 4), Rational(1, 2)
countermodels = {
    "signal": dict.fromkeys(witness, 0),
    "v and its part along z": witness | {b: 2},
    "stationary along x": witness | {N: 2},
    "stationary along z": witness | {S: far, V: 1 / far, N: 1, c: half},
    "stationary along iz": witness | {S: far, V: 1 / far, N: 1, d: half},
}
points = [witness]


def proof():
    quarter, eighth = Rational(1, 4), Rational(1, 8)
    parallel = {"stationary along x": quarter}  # N(2N − S) − |⟨z, x⟩|²
    straight = {"stationary along z": eighth}  # c(N − S)
    crooked = {"stationary along iz": eighth}
    parts = [
        combine(claim.part(0), using={"v and its part along z": 4}),
        combine(
            claim.part(1),
            using={"v and its part along z": 4, "part across": 4 * S},
            squares=[(16, a)],
        ),
        combine(claim.part(2), using={}, squares=[(4, a), (4, b)]),
        combine(claim.part(3), using={"signal": 4 * S}),
        combine(claim.part(4), using=parallel),
        combine(claim.part(5), using=straight),
        combine(claim.part(6), using=crooked),
        # NS − |⟨z, x⟩|² = N(2N − S) − |⟨z, x⟩|² − 2N(N − S)
        combine(
            claim.part(7),
            using={"stationary along x": c * quarter, "stationary along z": -N * quarter},
        ),
        combine(
            claim.part(8),
            using={"stationary along x": d * quarter, "stationary along iz": -N * quarter},
        ),
    ]
    return conjoin(claim, parts)
