"""Real phase retrieval in the mean: definite curvature at z, negative at 0 and where 3|x|² = |z|².

The loss at x + tv is a function of |x + tv|² and ⟨x + tv, z⟩; its second derivative at t = 0 is the
curvature along v. At ±z it is at least 8|z|²|v|², at 0 at most −4|z|²|v|², and where x ⟂ z and
3|x|² = |z|² it is −8|z|⁴ along v = z. No other point is stationary (as in claim
phase-retrieval-has-three-kinds-of-stationary-points).
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, lt, real
from provenscape.models.landscapes.phase_retrieval import population

S, V, b, t = real("S V b t")
N, c = real("N c")


def along(name, length2, along_x, step2, overlap, change):
    """The mean loss at x + tv, from |x|², ⟨x, v⟩, |v|², ⟨x, z⟩ and ⟨z, v⟩."""
    moved2 = length2 + 2 * t * along_x + t**2 * step2
    return function(name, (t,), population(moved2, S, overlap + t * change))


at_signal, at_origin = along("f", S, b, V, S, b), along("g", 0, 0, V, 0, b)
at_saddle = along("h", S / 3, 0, S, 0, S)
along_x, along_z = along("F", N, N, N, c, c), along("G", N, c, S, c, S)
signal, origin, saddle = (f.partial(t, t, at=(0,)) for f in (at_signal, at_origin, at_saddle))

claim = Claim(
    id="phase-retrieval-is-strict-saddle",
    says="Real phase retrieval has, in the mean over Gaussian measurements, the strict saddle "
    "property: the Hessian is definite at the signal and its negative, and has a negative "
    "eigenvalue at 0 and at the vectors orthogonal to the signal of a third of its squared length, "
    "the only other stationary points.",
    items={"O-29": "instance", "E-36": "instance", "O-30": "instance"},
    where={
        S: ("the squared length of the signal z", "|z|^2"),
        V: ("the squared length of a direction v", "|v|^2"),
        b: ("the product of z and v", r"\langle z,v\rangle"),
        N: ("the squared length of a point x", "|x|^2"),
        c: ("the product of x and z", r"\langle x,z\rangle"),
    },
    given={
        "signal": gt(S),
        "direction": gt(V),
        "stationary along x": eq(along_x.partial(t, at=(0,))),
        "stationary along z": eq(along_z.partial(t, at=(0,))),
    },
    then=(
        gt(signal),
        lt(origin, 0),
        eq(saddle, -8 * S**2),
        eq(c * (N - S)),
        eq(c * (N + S - 2 * c) * (N + S + 2 * c)),
        eq(N * (3 * N - S), 2 * c**2),
    ),
    bridges=("fourth-moments-of-gaussian-vectors",),
    repairs="finitely-many-phases-have-the-strict-saddle-property",
    about="the loss of real phase retrieval",
    scope="every dimension; f and g are the mean loss at z + tv and tv, h that at x + tz with "
    "x ⟂ z and 3|x|² = |z|²; F and G are that at any x + tx and x + tz; N + S ∓ 2c is |x ∓ z|², "
    "and −z has the loss of z",
)
witness = {S: 1, V: 1, b: 0, N: 1, c: 1}
countermodels = {
    "signal": witness | {S: 0, N: 0, c: 0},
    "direction": witness | {V: 0},
    "stationary along x": witness | {c: Rational(1, 2)},
    "stationary along z": witness | {S: Rational(5, 2), c: Rational(1, 2)},
}
mutants = [("twice the curvature at the signal", replace(claim, then=ge(signal, 16 * S * V)))]


def proof():
    third = Rational(1, 12)
    parts = [
        combine(claim.part(0), using={"signal": 8 * V}, squares=[(16, b)]),
        combine(claim.part(1), using={"signal": 4 * V}, squares=[(8, b)]),
        combine(claim.part(2), using={}),
        combine(claim.part(3), using={"stationary along z": third}),
        combine(
            claim.part(4),
            using={
                "stationary along z": -third * (5 * N + S),
                "stationary along x": Rational(1, 2) * c,
            },
        ),
        combine(claim.part(5), using={"stationary along x": Rational(1, 4)}),
    ]
    return conjoin(claim, parts)
