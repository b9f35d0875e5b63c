"""Real phase retrieval in the mean: definite curvature at ±z, negative at all else that is
stationary.

The curvature along v is the second derivative at t = 0 of f at |x + tv|², ⟨x + tv, z⟩. At 0 it is
at most −4|z|²|v|²; at ±z it is at least 8|z|²|v|²; where x ⟂ z and 3|x|² = |z|² it is −8|z|⁴ along
v = z.
"""

from dataclasses import replace

from sympy import S

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, lt, real
from provenscape.models.landscapes.phase_retrieval import population

N, signal, c, V, a, b, t = real("N signal c V a b t")  # |x|², |z|², ⟨x,z⟩, |v|², ⟨x,v⟩, ⟨z,v⟩
along = population(N + 2 * t * a + t**2 * V, signal, c + t * b)
curvature = along.diff(t, 2).xreplace({t: S.Zero})
at_signal = curvature.xreplace({N: signal, a: b})
at_saddle = curvature.xreplace({N: signal / 3, c: S.Zero, V: signal, a: S.Zero, b: signal})

claim = Claim(
    id="phase-retrieval-is-strict-saddle",
    items=["O-29", "E-36", "O-30"],
    says="Real phase retrieval has, in the mean over Gaussian measurements, the strict saddle "
    "property: the Hessian is definite at the signal and its negative, which are the only minima, "
    "and has a negative eigenvalue at every other stationary point.",
    given={"signal": gt(signal), "direction": gt(V)},
    then=(
        ge(-4 * signal * V, curvature.xreplace({N: S.Zero, c: S.Zero, a: S.Zero})),
        lt(-4 * signal * V, 0),
        ge(at_signal, 8 * signal * V),
        gt(8 * signal * V, 0),
        eq(at_saddle, -8 * signal**2),
        gt(8 * signal**2, 0),
    ),
    repairs="finitely-many-phases-have-the-strict-saddle-property",
    scope="every dimension; the stationary points are listed by another claim; for finitely many "
    "random measurements see Sun, Qu & Wright (2018)",
)
witness = {signal: 1, V: 1, b: 0}
countermodels = {
    "signal": {signal: 0, V: 1, b: 0},
    "direction": {signal: 1, V: 0, b: 0},
}
mutants = [
    ("twice the curvature at the signal", replace(claim, then=ge(at_signal, 16 * signal * V))),
]


def proof():
    product = {"signal": 4 * V}
    parts = [
        combine(claim.part(0), using={}, squares=[(8, b)]),
        combine(claim.part(1), using=product),
        combine(claim.part(2), using={}, squares=[(16, b)]),
        combine(claim.part(3), using={"signal": 8 * V}),
        combine(claim.part(4), using={}),
        combine(claim.part(5), using={"signal": 8 * signal}),
    ]
    return conjoin(claim, parts)
